"""kpidesk-cli compute: KPIs by period, and by segment where asked."""

import argparse
import csv
import io
import math
import shutil
import sys
from collections.abc import Iterator, Mapping

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import question
from kpidesk.cli.output import number, one_line, print_findings, print_grave, print_json, print_table, whole
from kpidesk.cli.translation import in_words
from kpidesk.core.findings import Finding, finding_as_plain
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.export.csv_writer import safe_text
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.impossible import impossible_findings
from kpidesk.metrics.pacing import alert_findings, target_findings
from kpidesk.metrics.report import compute_report
from kpidesk.session.desk import Desk


def compute(arguments: argparse.Namespace) -> int:
    """Print the answer; 1 where a KPI that was asked for by name is not computable."""
    with open_files(arguments) as desk:
        frame = desk.compute(question(arguments, desk))
        if arguments.json:
            print_json(answer(desk, frame))
        elif arguments.csv:
            print(_csv(frame), end="")
            print_grave([finding_as_plain(finding, in_words) for finding in findings_of(desk, frame)], sys.stderr)
        else:
            _show(desk, frame, is_named=bool(arguments.kpi))
        refused = [name for name in arguments.kpi if not frame.series[MetricName(name)].is_computable]
        return status_of(desk) or int(bool(refused))


def answer(desk: Desk, frame: ResultFrame) -> Mapping[str, object]:
    """The answer in the shape of the command line's reference, with what was noticed in the files."""
    findings = findings_of(desk, frame)
    return compute_report(frame, desk.catalogue) | {"findings": [finding_as_plain(finding) for finding in findings]}


def _cells(frame: ResultFrame) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(len(frame.segments)) for column in range(len(frame.periods)))


def _csv(frame: ResultFrame) -> str:
    """One line for each value; a segment's name that a spreadsheet would take for a formula is led by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("kpi", "period", "segment", "value", "n", "low", "high", "incomplete"))
    for series in frame.series.values():
        for row, column in _cells(frame) if series.is_computable else ():
            low = None if series.low is None else number(series.low[row, column])
            high = None if series.high is None else number(series.high[row, column])
            writer.writerow(
                (
                    series.name,
                    frame.periods[column],
                    safe_text(frame.segments[row] or ""),
                    number(series.values[row, column]),
                    whole(series.n[row, column]),
                    low,
                    high,
                    int(frame.is_incomplete(series.name, row, column)),
                )
            )
    return text.getvalue()


def _show(desk: Desk, frame: ResultFrame, *, is_named: bool) -> None:
    """KPIs down, the last periods that fit across; what cannot be computed below, with the reason."""
    columns = _fitting(frame)
    style = Style(currency=frame.currency)
    rows = []
    for series in frame.series.values():
        definition = desk.catalogue.get(series.name)
        if not series.is_computable or not (is_named or (_has_value(series) and definition.stage != CALENDAR)):
            continue
        kind = definition.unit.kind
        for row, segment in enumerate(frame.segments):
            cells = [
                format_value(float(series.values[row, column]), kind, style) + _mark(frame, series, row, column)
                for column in columns
            ]
            name = series.name if frame.by is None else f"{series.name}  {one_line(segment or 'total')}"
            rows.append((name, *cells))
    if not frame.periods:
        print("There is no period in that range")
    elif rows:
        print_table(("", *(_head(frame, column) for column in columns)), rows)
    if any("*" in cell for row in rows for cell in row[1:]):
        print("* incomplete: a part of it is missing, or not known yet")
    if any(frame.incomplete[column] for column in columns):
        print("* has not ended yet")
    known = (f"as of {frame.as_of}" if frame.as_of else "", frame.currency, f"profile {frame.profile}")
    print(", ".join(part for part in known if part))
    refused = [series for series in frame.series.values() if not series.is_computable]
    for series in frame.series.values() if is_named else ():
        for said in series.notes if series.is_computable else (series.reason,):
            print(f"{series.name}: {said}")
    if refused and not is_named:
        print(f"{len(refused)} KPIs are not computable from these files; name one with --kpi to see why")
    print_findings([finding_as_plain(f, in_words) for f in findings_of(desk, frame)])


def findings_of(desk: Desk, frame: ResultFrame) -> tuple[Finding, ...]:
    """What was noticed in files and facts, and which targets and limits the figures miss."""
    document, style = desk.document, Style(currency=frame.currency)
    values = {name: target.value for name, target in document.targets.items() if target.value is not None}
    missed = target_findings(frame, desk.catalogue, values, style)
    broken = alert_findings(frame, desk.catalogue, document.targets.values(), style)
    impossible = impossible_findings(frame, desk.catalogue, style)
    return tuple(dict.fromkeys((*desk.findings, *frame.findings, *impossible, *missed, *broken)))


def _fitting(frame: ResultFrame) -> tuple[int, ...]:
    """The columns of the last periods that fit on the terminal."""
    room = max(3, (shutil.get_terminal_size((120, 24)).columns - 34) // 12)
    return tuple(range(max(0, len(frame.periods) - room), len(frame.periods)))


def _head(frame: ResultFrame, column: int) -> str:
    return f"{frame.periods[column]}{'*' if frame.incomplete[column] else ''}"


def _mark(frame: ResultFrame, series: Series, row: int, column: int) -> str:
    """An asterisk where a period that has ended lacks months in the data of this KPI."""
    return "*" if frame.is_incomplete(series.name, row, column) and not frame.incomplete[column] else ""


def _has_value(series: Series) -> bool:
    return any(not math.isnan(value) for value in series.values.flat)
