"""A ResultFrame as a table: KPIs or segments against periods, with totals that are right for ratios."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.charts.figure import Column, Table, Text
from kpidesk.charts.labels import segment_text
from kpidesk.charts.traces import LEAST_UNASSIGNED, overlap, total
from kpidesk.core.decimals import column_texts, rows_texts
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame

_PERIOD = Message(QT_TRANSLATE_NOOP("charts", "Period"))
_TOTAL = Message(QT_TRANSLATE_NOOP("charts", "Total"))
_UNASSIGNED = Message(QT_TRANSLATE_NOOP("charts", "Not assigned"))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a pivot; ``is_total`` stands at the foot, ``kind`` is that of its numbers where rows differ."""

    label: Text
    values: tuple[float | None, ...]
    kind: str
    is_total: bool = False
    metric: MetricName | None = None
    segment: str | None = None


@dataclass(frozen=True, slots=True)
class Pivot:
    """Rows and columns of numbers. ``running`` marks columns (periods across) or rows (down) that have not ended.

    Segments carry a total line; over periods a total is only of flows, the last ended state of stocks, and of ratios
    only where the caller passes the frame that computed it: never a sum of ratios.
    """

    corner: Text
    headers: tuple[Text, ...]
    rows: tuple[Row, ...]
    style: Style
    running: tuple[bool, ...] = ()
    column_kinds: tuple[str, ...] = ()

    def kind(self, row: int, column: int) -> str:
        """The kind of the numbers in one cell; columns differ where periods run down, else rows."""
        return self.column_kinds[column] if self.column_kinds else self.rows[row].kind

    def text(self, row: int, column: int, *, exact: bool = True) -> str:
        """One cell as the reader sees it."""
        style = self.style.exact() if exact else self.style
        return format_value(self.rows[row].values[column], self.kind(row, column), style)

    def short_texts(self) -> tuple[tuple[str, ...], ...]:
        """All cells as on cards; what is read together, a column or rows of KPIs, in one unit and precision."""
        rows = [row.values for row in self.rows]
        if not self.column_kinds:
            return rows_texts([(row.values, row.kind) for row in self.rows], self.style)
        columns = zip(*rows, strict=True)
        texts = (
            column_texts(column, kind, self.style) for column, kind in zip(columns, self.column_kinds, strict=True)
        )
        return tuple(zip(*texts, strict=True)) or ((),) * len(rows)

    def table(self) -> Table:
        """The same as a Table, for writers; numbers of rows that differ in kind are written row by row."""
        kinds = self.column_kinds or (_one(row.kind for row in self.rows),) * len(self.headers)
        numbers = (Column(h, kind) for h, kind in zip(self.headers, kinds, strict=True))
        columns = (Column(self.corner, role="label"), *numbers)
        return Table(columns, tuple((row.label, *row.values) for row in self.rows), self.style)


def build_pivot(
    frame: ResultFrame,
    catalogue: Catalogue,
    style: Style,
    metrics: Sequence[MetricName] = (),
    *,
    across: bool = True,
    whole: ResultFrame | None = None,
) -> Pivot:
    """Periods across (KPIs or segments down) or down (KPIs or segments across).

    With a split exactly one KPI is shown, by segment, with the total that the frame recomputed from its parts.
    ``whole`` is the same question over all periods as one (a longer grain): its first column is each row's total.
    """
    names = [name for name in (metrics or tuple(frame.series)) if name in frame.series]
    periods = tuple(format_period(period, style) for period in frame.periods)
    running = tuple(bool(flag) for flag in frame.incomplete)
    if frame.by is not None and names:
        definition = catalogue.get(names[0])
        lines = [_line(frame, definition, i, style, by_segment=True) for i in range(len(frame.segments))]
        lines.sort(key=lambda line: line.is_total)
    else:
        lines = [_line(frame, catalogue.get(name), total(frame), style, by_segment=False) for name in names]
    if across:
        if whole is None:
            return Pivot("", periods, tuple(lines), style, running)
        closed = tuple(_closed(line, whole) for line in lines)
        return Pivot("", (*periods, _TOTAL), closed, style, (*running, False))
    return _down(lines, periods, running, style)


def _line(frame: ResultFrame, definition: Definition, row: int, style: Style, *, by_segment: bool) -> Row:
    series = frame.series[definition.name]
    values = tuple(float(v) if np.isfinite(v) else None for v in series.values[row])
    segment = frame.segments[row] if by_segment else None
    label: Text = definition.label(style.language)
    if by_segment:
        label = _TOTAL if segment is None else segment_text(segment)
    return Row(label, values, definition.unit.kind, by_segment and segment is None, definition.name, segment)


def _closed(line: Row, whole: ResultFrame) -> Row:
    """The line with the value over all periods behind it."""
    value = None
    series = whole.series.get(line.metric) if line.metric is not None else None
    if series is not None and whole.periods and line.segment in whole.segments:
        number = float(series.values[whole.segments.index(line.segment), 0])
        value = number if np.isfinite(number) else None
    return Row(line.label, (*line.values, value), line.kind, line.is_total, line.metric, line.segment)


def _down(lines: list[Row], periods: tuple[str, ...], running: tuple[bool, ...], style: Style) -> Pivot:
    """The transpose: one row a period."""
    kinds = tuple(line.kind for line in lines)
    rows = tuple(Row(period, tuple(line.values[i] for line in lines), _one(kinds)) for i, period in enumerate(periods))
    return Pivot(_PERIOD, tuple(line.label for line in lines), rows, style, running, kinds)


def _one(kinds: Iterable[str]) -> str:
    """The kind that all share, else that of a plain number."""
    found = set(kinds)
    return found.pop() if len(found) == 1 else "number"


def build_segment_pivot(
    frame: ResultFrame, catalogue: Catalogue, style: Style, metrics: Sequence[MetricName], corner: Text
) -> Pivot:
    """Segments down, KPIs across, at the last period that has ended; the total is the frame's own, never a sum.

    What of it no segment has is a row too, together with those of whom a table says nothing.
    """
    names = [name for name in metrics if name in frame.series]
    at = frame.last_complete
    at = len(frame.periods) - 1 if at is None else at
    definitions = [catalogue.get(name) for name in names]
    rest = _unassigned(frame, definitions, at)
    rows = [] if rest is None else [rest]
    for row, segment in enumerate(frame.segments):
        if rest is not None and segment == NO_ATTRIBUTE_VALUE:
            continue
        numbers = (float(frame.series[name].values[row, at]) for name in names)
        values = tuple(value if np.isfinite(value) else None for value in numbers)
        if segment is None or any(values):  # one of another table, of which none of these tells anything, is left out
            label = _TOTAL if segment is None else segment_text(segment)
            rows.append(Row(label, values, "number", segment is None, None, segment))
    rows.sort(key=lambda row: (row.is_total, row.segment == NO_ATTRIBUTE_VALUE))
    heads = tuple(definition.label(style.language) for definition in definitions)
    kinds = tuple(definition.unit.kind for definition in definitions)
    return Pivot(corner, heads, tuple(rows), style, column_kinds=kinds)


def _unassigned(frame: ResultFrame, definitions: Sequence[Definition], at: int) -> Row | None:
    """What of the sums of the total no segment has; None where that is no more than a segment of its own says."""
    if None not in frame.segments:
        return None
    named = [i for i, segment in enumerate(frame.segments) if segment not in (None, NO_ATTRIBUTE_VALUE)]
    unsaid = [i for i, segment in enumerate(frame.segments) if segment == NO_ATTRIBUTE_VALUE]
    values: list[float | None] = []
    is_more = False
    for definition in definitions:
        column = frame.series[definition.name].values[:, at]
        whole, said = float(column[total(frame)]), float(np.nansum(column[unsaid]))
        least, left = LEAST_UNASSIGNED * abs(whole), whole - float(np.nansum(column[named]))
        adds_up = definition.kind in ("flow", "stock") and left >= -least
        is_more = is_more or (adds_up and left - said > least)
        values.append((left if left > least else 0.0) if adds_up else None)
    return Row(_UNASSIGNED, tuple(values), "number", segment=NO_ATTRIBUTE_VALUE) if is_more else None


def overlap_note(pivot: Pivot) -> tuple[Message, ...]:
    """What is said where the segments of a count overlap."""
    whole = next((row for row in pivot.rows if row.is_total), None)
    if whole is None:
        return ()
    parts = [row.values for row in pivot.rows if not row.is_total]
    for column, (most, kind) in enumerate(zip(whole.values, pivot.column_kinds, strict=False)):
        if kind == "count" and most and overlap((row[column] or 0.0 for row in parts), most):
            text = QT_TRANSLATE_NOOP("charts", "Some belong to several rows and count in each, in the total once")
            return (Message(text),)
    return ()


def last_columns(pivot: Pivot, count: int) -> Pivot:
    """The pivot with its last columns only; all of them for 0."""
    if not count:
        return pivot
    rows = tuple(replace(row, values=row.values[-count:]) for row in pivot.rows)
    kinds = pivot.column_kinds[-count:]
    return replace(pivot, headers=pivot.headers[-count:], rows=rows, running=pivot.running[-count:], column_kinds=kinds)
