"""kpidesk-cli inspect: what is in the files, and what each table and column was taken for."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kpidesk.cli.output import one_line, print_findings, print_json, print_table
from kpidesk.cli.translation import in_words
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate, untranslated
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.proposal import FileProposal, ImportProposal
from kpidesk.ingest.report import inspect_report
from kpidesk.schema.loader import load_schema
from kpidesk.session.sources import existing, only_workspace
from kpidesk.workspace.archive import read_archive
from kpidesk.workspace.report import workspace_report


def inspect(arguments: argparse.Namespace) -> int:
    """Print what was found; 2 where no file could be read, 1 where some could not."""
    if arguments.against is not None:
        return _compare(arguments)
    workspace = only_workspace(existing(arguments.files))
    if workspace is not None:
        with TemporaryDirectory(prefix="kpidesk-") as folder:
            report = workspace_report(read_archive(workspace, Path(folder)))
        _print(report, is_json=arguments.json)
        return 0
    if arguments.quick:
        files = look(arguments.files)
        _print(inspect_report(ImportProposal(files), _names(arguments)), is_json=arguments.json)
    else:
        files = _look_over(arguments)
    refused = [file for file in files if is_refused(file)]
    complain(refused)
    return 0 if not refused else 1 if len(refused) < len(files) else 2


def _look_over(arguments: argparse.Namespace) -> tuple[FileProposal, ...]:
    """Look into the files and load them, so that more can be said."""
    from kpidesk.cli.commands.looking_over import LookedOver
    from kpidesk.session.desk import Desk

    with Desk() as desk:
        proposal = desk.look(arguments.files)
        if not proposal.files:
            raise UserError(no_spreadsheets(arguments.files))
        looked = LookedOver(desk, proposal, _names(arguments))
        report = inspect_report(proposal, _names(arguments))
        more = looked.report()
        _print({**report, **more}, is_json=arguments.json)
        if not arguments.json:
            looked.show(more)
    return proposal.files


def _names(arguments: argparse.Namespace) -> Translate:
    """Programs are told the ids of columns and KPIs, people their names."""
    return untranslated if arguments.json else in_words


def _compare(arguments: argparse.Namespace) -> int:
    """Print what newer files change in the past of a workspace."""
    from kpidesk.cli.commands.looking_over import against, restatement_report, show_restatement

    existing([arguments.against])
    restatement = against(arguments.against, existing(arguments.files))
    if arguments.json:
        print_json(restatement_report(restatement))
    else:
        show_restatement(restatement)
    return 0 if not restatement.trouble else 1


def _print(report: Mapping[str, object], *, is_json: bool) -> None:
    files = report["files"]
    if is_json:
        print_json(report)
    elif isinstance(files, Sequence):
        for file in files:
            _show(file)


def look(paths: Sequence[Path]) -> tuple[FileProposal, ...]:
    """What is in the files, and in those of folders; UserError where there are none."""
    files = propose(existing(paths), load_schema(), Progress()).files
    if not files:
        raise UserError(no_spreadsheets(paths))
    return files


def no_spreadsheets(paths: Iterable[Path]) -> Message:
    """What to say of folders without anything to read."""
    names = ", ".join(str(path) for path in paths)
    return Message(QT_TRANSLATE_NOOP("cli", "There are no spreadsheets in {folder}"), folder=names)


def is_refused(file: FileProposal) -> bool:
    """True for a file that gave nothing but trouble."""
    return not file.tables and any(finding.level is Level.BLOCKER for finding in file.findings)


def complain(refused: Sequence[FileProposal]) -> None:
    """One line on standard error for each file that could not be read."""
    for file in refused:
        print(f"kpidesk-cli: {reason_of(file)}", file=sys.stderr)


def reason_of(file: FileProposal) -> str:
    """Which file cannot be read, and why, in one line."""
    reason = next(finding for finding in file.findings if finding.level is Level.BLOCKER)
    text = one_line(str(reason.message))
    return text if file.path.name in text else f"{file.path}: {text}"


def _show(file: Mapping[str, object]) -> None:
    print(f"{one_line(str(file['path']))} ({file['format']})")
    for table in _parts(file, "tables"):
        sheet = f"{one_line(str(table['sheet']))} " if table["sheet"] else ""
        sure = float(str(table["confidence"]))
        print(f"\n{sheet}{table['range']}: {table['table']}, {sure:.0%} sure, {table['rows']} rows")
        rows = [
            (one_line(str(c["header"])), str(c["role"] or "–"), str(c["type"]), _sure(c))
            for c in _parts(table, "columns")
        ]
        labels = table.get("row_roles")
        if isinstance(labels, Mapping):
            rows += [(one_line(str(label)), str(role), "row", "") for label, role in labels.items()]
        print_table(("header", "is", "as", "sure"), rows, right=3)
        print_findings(_parts(table, "findings"))
    print_findings(_parts(file, "findings"))
    print()


def _sure(column: Mapping[str, object]) -> str:
    return f"{float(str(column['confidence'])):.0%}" if column["role"] else ""


def _parts(whole: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    parts = whole[name]
    return [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, Sequence) else ()
