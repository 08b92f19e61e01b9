"""Tables of the KPI page: by period and by segment; which lists of rows stand behind a number."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from kpidesk.charts.change_words import INKS, judgement
from kpidesk.charts.labels import RELATIVE, change_text, segment_text
from kpidesk.charts.traces import overlap
from kpidesk.core.decimals import in_one_precision
from kpidesk.core.formatting import NO_VALUE, Style, format_period, format_range, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.noise import judged, side_of
from kpidesk.metrics.trace import RowSet
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_even_decimals

_TEXTS = {
    "period": Message(QT_TRANSLATE_NOOP("kpis", "Period")),
    "change": Message(QT_TRANSLATE_NOOP("kpis", "Change")),
    "interval": Message(QT_TRANSLATE_NOOP("kpis", "95% interval")),
    "n": Message(QT_TRANSLATE_NOOP("kpis", "Based on")),
    "total": Message(QT_TRANSLATE_NOOP("kpis", "Total")),
    "once": Message(QT_TRANSLATE_NOOP("kpis", "Total, each counted once")),
    "running": Message(QT_TRANSLATE_NOOP("kpis", "{period}, not ended")),
    "lacking": Message(QT_TRANSLATE_NOOP("kpis", "{name}, incomplete")),
}


def period_table(frame: ResultFrame, definition: Definition, style: Style) -> TableView:
    """One line a period, the latest first."""
    series = frame.series[definition.name]
    row = frame.segments.index(None)
    styles = style, _style_of_changes(series, definition, [(row, at) for at in range(len(frame.periods))], style)
    lines = []
    for column in range(len(frame.periods) - 1, -1, -1):
        name = format_period(frame.periods[column], style)
        if frame.incomplete[column]:
            name = render(Message(_TEXTS["running"].template, period=name))
        elif frame.is_incomplete(definition.name, row, column):
            name = _lacking(name)
        lines.append((Cell(name, order=float(column)), *_numbers(frame, series, definition, (row, column), styles)))
    head = (_head("period"), *_heads(definition, style))
    tip = render(series.gaps) if series.gaps else ""
    return with_even_decimals(TableView(head, tuple(lines), no_value_tip=tip))


def segments_told(frame: ResultFrame, definition: Definition) -> tuple[str, ...]:
    """The segments of which ``segment_table`` has a line, in its order.

    Those of whom nobody says which come last, and not at all where there are none.
    """
    series, column = frame.series[definition.name], frame.told_column(definition.name)
    if column is None or not series.is_computable:
        return ()
    known = [each for each in frame.segments if each is not None and each != NO_ATTRIBUTE_VALUE]
    if NO_ATTRIBUTE_VALUE in frame.segments:
        unsaid = series.values[frame.segments.index(NO_ATTRIBUTE_VALUE), max(0, column - 1) : column + 1]
        known += [NO_ATTRIBUTE_VALUE] if np.nan_to_num(unsaid).any() else []
    return tuple(known)


def segment_table(frame: ResultFrame, definition: Definition, attribute: str, style: Style) -> TableView:
    """One line a value of the attribute at the period that the card tells of, the total recomputed from its parts."""
    series = frame.series[definition.name]
    column = frame.told_column(definition.name)
    if column is None or not series.is_computable:
        return TableView((), ())

    def lacks(row: int) -> bool:
        return frame.is_incomplete(definition.name, row, column) and not frame.incomplete[column]

    places = [(row, column) for row in range(len(frame.segments))]
    styles = style, _style_of_changes(series, definition, places, style)

    told = segments_told(frame, definition)
    total_name = "once" if _overlap(frame, series, told, column) else "total"

    def line(segment: str | None) -> tuple[Cell, ...]:
        row = frame.segments.index(segment)
        name = render(_TEXTS[total_name]) if segment is None else words(segment_text(segment))
        first = Cell(_lacking(name) if lacks(row) else name, order=name)
        return (first, *_numbers(frame, series, definition, (row, column), styles))

    lines = tuple(map(line, told))
    total = line(None) if None in frame.segments else None
    return with_even_decimals(TableView((Column(attribute), *_heads(definition, style)), lines, total))


def _overlap(frame: ResultFrame, series: Series, told: Iterable[str], column: int) -> bool:
    """Whether some of those on whom the segments rest belong to several of them."""
    if None not in frame.segments:
        return False
    parts = (float(series.n[frame.segments.index(segment), column]) for segment in told)
    return overlap(parts, float(series.n[frame.segments.index(None), column]))


def _lacking(name: str) -> str:
    return render(Message(_TEXTS["lacking"].template, name=name))


def _heads(definition: Definition, style: Style) -> tuple[Column, ...]:
    change = replace(_head("change", is_number=True), tip="" if definition.good == "none" else render(INKS))
    rest = (_head(name, is_number=True) for name in ("interval", "n"))
    return (Column(definition.label(style.language), is_number=True), change, *rest)


def _head(name: str, *, is_number: bool = False) -> Column:
    return Column(render(_TEXTS[name]), is_number=is_number)


def _style_of_changes(series: Series, definition: Definition, places: Iterable[tuple[int, int]], style: Style) -> Style:
    """How the changes of a column are written: those of amounts, which are shares, in one precision."""
    if definition.unit.kind not in RELATIVE:
        return _precise(definition.unit.kind, style)
    values = series.values
    with np.errstate(all="ignore"):
        moves = [float(values[row, at] / values[row, at - 1] - 1) for row, at in places if at and series.is_computable]
    return in_one_precision(moves, "share", style)


def _numbers(
    frame: ResultFrame, series: Series, definition: Definition, place: tuple[int, int], styles: tuple[Style, Style]
) -> tuple[Cell, ...]:
    """Value, change to the period before, interval, n; ``styles`` of figures and of changes."""
    row, column = place
    style, of_changes = styles
    kind, exact = definition.unit.kind, _precise(definition.unit.kind, style)
    if not series.is_computable:
        return (Cell(NO_VALUE),) * 4
    value = float(series.values[row, column])
    interval, low = NO_VALUE, None
    if series.low is not None and series.high is not None and np.isfinite(series.low[row, column]):
        low = float(series.low[row, column])
        interval = format_range(low, float(series.high[row, column]), kind, style if kind in RELATIVE else exact)
    n = float(series.n[row, column])
    count = Cell(format_value(n, "count", style.exact()), "ink2", order=_known(n))
    return (
        Cell(format_value(value, kind, exact), order=_known(value)),
        _change(series, definition, place, of_changes, is_running=_is_uneven(frame, series, row, column)),
        Cell(interval, "ink2", order=low),
        count,
    )


def _is_uneven(frame: ResultFrame, series: Series, row: int, column: int) -> bool:
    """True where the period, or the one before it, is not whole: the two cannot be compared."""
    return any(frame.is_incomplete(series.name, row, at) for at in (column, max(0, column - 1)))


def _change(series: Series, definition: Definition, place: tuple[int, int], style: Style, *, is_running: bool) -> Cell:
    """The change to the period before; one that is not whole is compared with nothing."""
    row, column = place
    if column == 0 or is_running:
        return Cell(NO_VALUE)
    value, before = float(series.values[row, column]), float(series.values[row, column - 1])
    if not (np.isfinite(value) and np.isfinite(before)):
        return Cell(NO_VALUE)
    direction = int(np.sign(value - before))
    found = judged(series, row, column, column - 1)
    tone = {True: "good", False: "bad", None: "ink2"}[side_of(found, definition)]
    text = change_text(value, before, definition.unit.kind, style)
    return Cell(text, tone, direction, order=value - before, tip=words(judgement(found, definition)))


def _precise(kind: str, style: Style) -> Style:
    """Times and scores to the second decimal, which is more than anybody asks of them; the others exact."""
    return replace(style, decimals=2) if kind in ("months", "days", "hours", "score") else style.exact()


def _known(value: float) -> float | None:
    return value if np.isfinite(value) else None


def flat(rows: RowSet) -> tuple[RowSet, ...]:
    """The lists that hold rows, those of a formula's parts included, each KPI once."""
    found: dict[MetricName, RowSet] = {}
    waiting = [rows]
    while waiting:
        each = waiting.pop(0)
        if each.columns:
            found.setdefault(each.name, each)
        waiting.extend(each.parts)
    return tuple(found.values())
