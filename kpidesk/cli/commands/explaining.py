"""kpidesk-cli explain: why a KPI moved, by the drivers of its formula and by segment."""

import argparse
from collections.abc import Mapping, Sequence

from kpidesk.analysis.report import explain_report
from kpidesk.cli.arguments import UsageError
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known, known_attribute
from kpidesk.cli.output import one_line, print_json, print_table
from kpidesk.core.formatting import NO_VALUE, Style, format_change, format_value
from kpidesk.metrics.query import Query
from kpidesk.session.desk import Desk


def explain(arguments: argparse.Namespace) -> int:
    """Print the split of the change; 1 where there is no change to split because a value is missing."""
    if arguments.first.grain is not arguments.last.grain:
        raise UsageError(f"--from {arguments.first} and --to {arguments.last} are periods of different length")
    with open_files(arguments) as desk:
        (name,) = known(desk.catalogue, (arguments.kpi,))
        by = None if arguments.by is None else known_attribute(arguments.by, desk)
        rules = desk.document.rules
        frame = desk.compute(Query((), arguments.first.grain, by=by, as_of=rules.as_of, profile=rules.profile))
        report = explain_report(frame, desk.catalogue, name, arguments.first, arguments.last)
        if arguments.json:
            print_json(report)
        else:
            _show(desk, report, frame.currency)
        return status_of(desk) or int(report.get("change") is None)


def _show(desk: Desk, report: Mapping[str, object], currency: str) -> None:
    name = str(report["kpi"])
    kind = desk.catalogue.get(name).unit.kind
    style = Style(currency=currency)
    before, after = _shown(report["from"], kind, style), _shown(report["to"], kind, style)
    print(f"{name}: {before} → {after}, {_change(report['change'], kind, style)}")
    if "reason" in report:
        print(report["reason"])
    for part, head in (("drivers", "driver"), ("segments", "segment")):
        entries = report.get(part)
        if isinstance(entries, Sequence) and entries:
            print()
            print_table((head, "from", "to", "part of the change"), [_row(desk, each, kind, style) for each in entries])


def _row(desk: Desk, entry: Mapping[str, object], kind: str, style: Style) -> tuple[str, ...]:
    if "id" in entry:
        label, own = str(entry["id"]), desk.catalogue.get(str(entry["id"])).unit.kind
    else:
        segment = entry["segment"]
        label, own = "(rest)" if segment is None else one_line(str(segment)), kind
    return (
        label,
        _shown(entry["from"], own, style),
        _shown(entry["to"], own, style),
        _change(entry["contribution"], kind, style),
    )


def _shown(value: object, kind: str, style: Style) -> str:
    return format_value(value, kind, style) if isinstance(value, float | int) else NO_VALUE


def _change(value: object, kind: str, style: Style) -> str:
    return format_change(value, kind, style) if isinstance(value, float | int) else NO_VALUE
