"""Loads a table whose months run across: one figure for each cell below a month in a row that names a KPI."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.across_rows import every_series, figures_of, row_format, series_of
from kpidesk.ingest.checks import place
from kpidesk.ingest.proposal import UNREADABLE, LoadedTable, TableProposal
from kpidesk.ingest.recognition_list import is_list, month_told, undated
from kpidesk.ingest.unpivot import Figure, as_sizes, is_fiscal, month_starts, months_of, write_long
from kpidesk.schema.loader import load_schema


def load_across(table: TableProposal, target: Path) -> LoadedTable:
    """Write the figures of a table to ``target`` in the long shape."""
    mapping, region = table.mapping, table.region
    by_index = {column.index: column for column in mapping.columns}
    headers = {index: by_index[index].header for index in mapping.month_columns}
    year = next((by_index[i].format.year for i in headers if by_index[i].format.year is not None), None)
    told = month_told(region, mapping) if is_list(mapping) else None
    periods = headers if told is None else dict.fromkeys(headers, told)
    starts: dict[int, date | None] = dict(month_starts(periods, year))
    months = {index: months_of(period) for index, period in periods.items()}
    fiscal = {index for index, period in periods.items() if is_fiscal(period)}
    undated_list = is_list(mapping) and not starts
    starts |= dict.fromkeys(headers) if undated_list else {}
    formats = {index: by_index[index].format for index in starts}
    schema = load_schema().tables[mapping.table]
    figures: list[Figure] = []
    odd: list[tuple[int, int, str]] = []
    counted: set[int] = set()
    for series in series_of(region, mapping):
        metric = mapping.row_roles[series.label]
        counted.add(series.row)
        values = figures_of(series, row_format(series, metric, region, formats, schema))
        odd += [(series.row, index, value) for index, value in values.items() if isinstance(value, str)]
        read = {index: value for index, value in values.items() if isinstance(value, float)}
        figures += [
            Figure(series.row, starts[index], metric, value)
            if starts[index] is None
            else Figure(series.row, starts[index], metric, value, months[index], index in fiscal)
            for index, value in as_sizes(metric, read).items()
        ]
    listed = write_long(figures, target)
    again = [s.row for s in every_series(region, mapping) if s.label in mapping.row_roles and s.row not in counted]
    findings = (*_findings(table, starts, odd, again), *([undated(region)] if undated_list else ()))
    return LoadedTable(target, mapping.table, listed, region.size, findings)


def _findings(
    table: TableProposal, starts: Mapping[int, date | None], odd: Sequence[tuple[int, int, str]], again: Sequence[int]
) -> Iterator[Finding]:
    if not starts:
        text = QT_TRANSLATE_NOOP("checks", "The months have no year, so no figure can be placed in time.")
        yield Finding(Level.WARNING, "ingest.month_without_year", Message(text), place(table.region))
    if odd:
        row, index, cell = odd[0]
        text = QT_TRANSLATE_NOOP("checks", "{cells} {cells|cell|cells} cannot be read as numbers, like “{example}”.")
        message = Message(text, cells=len(odd), example=cell[:40])
        yield Finding(Level.WARNING, UNREADABLE, message, place(table.region, row, index), len(odd))
    if again:
        text = QT_TRANSLATE_NOOP(
            "checks",
            "{rows} {rows|row names|rows name} a KPI that another row gives already; of them the total counts, or else "
            "the first.",
        )
        message = Message(text, rows=len(again))
        yield Finding(Level.NOTE, "ingest.row_again", message, place(table.region, again[0]), len(again))
