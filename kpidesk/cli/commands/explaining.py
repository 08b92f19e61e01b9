"""kpidesk-cli explain: when and why a KPI moved, by the drivers of its formula and by segment, in words and tables."""

import argparse
from collections.abc import Mapping, Sequence

from kpidesk.analysis.behind import customer_of, rows_of_segment, rows_report
from kpidesk.analysis.report import explain_report, why_report
from kpidesk.analysis.why import Why, notes_of, why_of
from kpidesk.analysis.why_words import sentences
from kpidesk.cli.arguments import UsageError, in_grain
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known, known_attribute
from kpidesk.cli.output import one_line, print_json, print_table
from kpidesk.core.formatting import NO_VALUE, Style, format_change, format_value
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.customer_moves import rows_of_moves
from kpidesk.metrics.query import Query
from kpidesk.session.desk import Desk


def explain(arguments: argparse.Namespace) -> int:
    """Print the explanation and the split of the change; 1 where a value is missing, so that there is no change."""
    first, last = arguments.first, arguments.last
    if (first is None) is not (last is None):
        raise UsageError("--from and --to belong together")
    if first is not None and first.grain is not last.grain:
        raise UsageError(f"--from {first} and --to {last} are periods of different length")
    with open_files(arguments) as desk:
        (name,) = known(desk.catalogue, (arguments.kpi,))
        by = None if arguments.by is None else known_attribute(arguments.by, desk)
        rules = desk.document.rules
        grain = Grain.MONTH if first is None else first.grain
        first = in_grain(first, grain, rules.fiscal_year_starts, at_end=False)
        last = in_grain(last, grain, rules.fiscal_year_starts, at_end=False)
        query = Query((), grain, by=by, as_of=rules.as_of, profile=rules.profile)
        frame = desk.compute(query)
        reason = frame.series[name].reason
        if reason is not None and first is None:
            print_json({"kpi": str(name), "change": None, "reason": str(reason)}) if arguments.json else print(reason)
            return 1
        why = why_of(desk.engine, desk.compute, query, name, None if first is None or last is None else (first, last))
        style = Style(currency=frame.currency)
        notes = notes_of(why, (*_notes(desk), *arguments.note))
        words = [str(each) for each in sentences(why, desk.catalogue, style, notes)]
        report = {**explain_report(frame, desk.catalogue, name, why.first, why.last), **why_report(why, words)}
        if arguments.rows is not None:
            report["rows"] = _rows_behind(desk, query, why, arguments.rows)
        if arguments.json:
            print_json(report)
        else:
            _show(desk, report, frame.currency)
        return status_of(desk) or int(report.get("change") is None)


def _notes(desk: Desk) -> tuple[tuple[Period, str], ...]:
    return tuple((each.period, each.text) for each in desk.document.annotations)


def _rows_behind(desk: Desk, query: Query, why: Why, said: str) -> dict[str, object]:
    """The rows of a segment, ``ATTRIBUTE=VALUE``, or of a customer; UsageError where there are none."""
    attribute, equals, value = (part.strip() for part in said.partition("="))
    ends = (why.first, why.last)
    if equals:
        rows = rows_of_segment(desk.engine, query, why.kpi, ends, known_attribute(attribute, desk), value)
    else:
        rows = rows_of_moves(desk.engine.facts, query, ends, customer_of(why.customers, said))
    if not rows.total:
        raise UsageError(f"--rows {said}: nothing of that customer or segment moved from {why.first} to {why.last}")
    return rows_report(rows, said, [str(each.source) for each in desk.document.used])


def _show(desk: Desk, report: Mapping[str, object], currency: str) -> None:
    name = str(report["kpi"])
    kind = desk.catalogue.get(name).unit.kind
    style = Style(currency=currency)
    before, after = _shown(report["from"], kind, style), _shown(report["to"], kind, style)
    print(f"{name}: {before} → {after}, {_change(report['change'], kind, style)}")
    if "reason" in report:
        print(report["reason"])
    words = report["words"]
    if isinstance(words, Sequence) and report["change"] is not None:
        print("\n".join(one_line(str(each)) for each in words))
    for part, head in (("drivers", "driver"), ("segments", "segment")):
        entries = report.get(part)
        if isinstance(entries, Sequence) and entries:
            print()
            rows = [row for each in entries for row in _rows(desk, each, kind, style)]
            print_table((head, "from", "to", "part of the change"), rows)
    behind = report.get("rows")
    if isinstance(behind, Mapping):
        _show_rows(behind)


def _show_rows(behind: Mapping[str, object]) -> None:
    """Where each row stands, what it holds and what it brings in."""
    rows = [row for row in _listed(behind["rows"]) if isinstance(row, Mapping)]
    print(f"\n{one_line(str(behind['of']))}: {len(rows)} of {behind['total']} rows")
    head = tuple(str(name) for name in rows[0]) if rows else ()
    cells = [tuple("" if value is None else one_line(str(value)) for value in row.values()) for row in rows]
    print_table(head, cells, right=len(head) - 1)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()


def _rows(desk: Desk, entry: Mapping[str, object], kind: str, style: Style, depth: int = 0) -> list[tuple[str, ...]]:
    """The entry, and those below it, each level further in."""
    label, *values = _row(desk, entry, kind, style)
    below = entry.get("parts")
    inner = below if isinstance(below, Sequence) else ()
    return [
        ("  " * depth + label, *values),
        *(row for each in inner for row in _rows(desk, each, kind, style, depth + 1)),
    ]


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
