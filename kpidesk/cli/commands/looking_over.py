"""What ``inspect`` adds once the tables are loaded: what can be computed, what is missing, odd, or changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kpidesk.cli.output import one_line, print_findings, print_table
from kpidesk.cli.translation import in_words
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, finding_as_plain
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate
from kpidesk.facts.row_changes import RowChange
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.metrics.coverage import STAGES
from kpidesk.session.desk import Desk
from kpidesk.session.doctor import all_findings
from kpidesk.session.inspection import coverage_as_plain, first_unlocks, restatement_as_plain
from kpidesk.session.restatement import Restatement

MOST_BYTES = 400_000_000
"""Of larger files together only the first rows are looked at, unless they are asked for by ``compute``."""

_ROWS_NAMED = 2


class LookedOver:
    """Files, loaded into a desk of their own as far as they are recognised."""

    def __init__(self, desk: Desk, proposal: ImportProposal, translate: Translate) -> None:
        self._desk = desk
        self._translate = translate
        self._proposal = proposal

    def report(self) -> dict[str, object]:
        """``computable``, ``missing``, ``unlocks``, ``survivors``, and the findings of all rows; {} without tables."""
        tables = [table for table in self._proposal.tables if table.is_loaded_by_default]
        if not tables or sum(file.path.stat().st_size for file in self._proposal) > MOST_BYTES:
            return {}
        self._desk.services.importing.accept(self._proposal)
        doctor = self._desk.services.doctor
        doctor.start()
        if doctor.coverage is None:
            return {"findings": self._findings(doctor.findings)}
        plain = coverage_as_plain(doctor.coverage, self._desk.services.schema)
        return {**plain, "findings": self._findings(doctor.findings)}

    def show(self, report: Mapping[str, object]) -> None:
        """The same in words."""
        coverage = self._desk.services.doctor.coverage
        if coverage is None:
            return
        print(f"{len(coverage.computable)} KPIs can be computed from this:")
        rows = []
        for stage in STAGES:
            there, lacking = coverage.at(stage)
            names = ", ".join(one.kpi for one in there[:6]) + (" …" if len(there) > 6 else "")
            rows.append((stage, str(len(there)), str(len(there) + len(lacking)), names or "–"))
        print_table(("stage", "now", "of", "among them"), rows, right=4)
        for words, count in first_unlocks(coverage, self._desk.services.schema):
            print(one_line(f"{count} more with {words}"))
        if coverage.survivor_reason is not None:
            print(one_line(f"churn is not known: {coverage.survivor_reason}"))
        findings = report.get("findings")
        if isinstance(findings, Sequence):
            print_findings([finding for finding in findings if isinstance(finding, Mapping)])

    def _findings(self, of_doctor: tuple[Finding, ...]) -> list[dict[str, object]]:
        found = all_findings(self._desk.document, self._desk.services.results.findings, of_doctor)
        return [finding_as_plain(finding, self._translate) for finding in found]


def against(workspace: Path, paths: Sequence[Path]) -> Restatement:
    """What newer files change in the past of a workspace: each takes the place of the source of its name."""
    with Desk() as desk:
        desk.take([workspace])
        sources = {Path(dataset.source.path) for dataset in desk.document.datasets.values()}
        instead = {source: path for path in paths for source in sources if source.name == path.name}
        if not instead and len(paths) == len(sources) == 1:
            instead = {next(iter(sources)): paths[0]}
        if len(instead) < len(paths):
            known = ", ".join(sorted(source.name for source in sources))
            text = QT_TRANSLATE_NOOP("cli", "No source of {workspace} is called like these files")
            hint = QT_TRANSLATE_NOOP("cli", "It was made of {files}.")
            raise UserError(Message(text, workspace=workspace.name), Message(hint, files=known))
        reports: list[Restatement] = []
        desk.services.refreshing.restated.connect(reports.append)
        desk.services.refreshing.refresh(instead=instead)
        return reports[0] if reports else Restatement((), ())


def show_restatement(restatement: Restatement) -> None:
    """Figures, then rows."""
    if restatement.is_empty:
        print("No figure of a closed period changes.")
    else:
        rows = [
            (change.kpi, str(change.period), _did_it(change.rows), _plain(change.before), _plain(change.after))
            for change in restatement.figures
        ]
        print_table(("kpi", "period", "because of", "before", "after"), rows, right=3)
    for table in restatement.tables:
        print(f"\n{one_line(table.name)}: {table.added} rows added, {table.removed} removed, {table.changed} changed")
        for row in table.rows:
            cells = "; ".join(f"{cell.column}: {cell.before or '–'} → {cell.after or '–'}" for cell in row.cells)
            print(one_line(f"  {row.kind} {row.key} ({row.where}) {cells}".rstrip()))
    print_findings([finding_as_plain(finding, in_words) for finding in restatement.trouble])


def _did_it(rows: Sequence[RowChange]) -> str:
    """The first of the rows that changed a figure."""
    named = ", ".join(one_line(f"{row.key} {row.kind} ({row.where})") for row in rows[:_ROWS_NAMED])
    return f"{named} and {len(rows) - _ROWS_NAMED} more" if len(rows) > _ROWS_NAMED else named


def restatement_report(restatement: Restatement) -> Mapping[str, object]:
    """As JSON has it."""
    return {"restatement": restatement_as_plain(restatement)}


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:.6g}" if abs(value) < 1000 else f"{value:,.2f}"
