"""When: the figure over time with its causes and notes, and the same as a list by date."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.analysis.causes import Cause
from kpidesk.analysis.why import Why
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Figure, Line, Rule, Table, Tick
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import tick_texts
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.decimals import in_one_precision
from kpidesk.core.formatting import Style, format_date, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.ui.why.why_figures import change_cell

_PERIODS = 24
_MOST_RULES, _MOST_TICKS = 3, 6
_ROOM, _ROOM_OF_NAME = 0.06, 0.1
"""The parts of the height that are kept free above the line: some air, and a line for each name."""
_TEXTS = {
    "since": Message(QT_TRANSLATE_NOOP("why", "Since")),
    "what": Message(QT_TRANSLATE_NOOP("why", "What changed")),
    "levels": Message(QT_TRANSLATE_NOOP("why", "Mean up to a year before → after")),
    "part": Message(QT_TRANSLATE_NOOP("why", "Part")),
}


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the list: a cause, or a note of the user."""

    period: Period
    text: str
    cause: Cause | None = None


def events_of(why: Why, notes: Sequence[tuple[Period, str]], catalogue: Catalogue, style: Style) -> list[Event]:
    """Causes and notes, the latest first."""
    found = [Event(each.period, cause_name(each, catalogue, style), each) for each in why.causes]
    found += [Event(Period.of(period.start, why.first.grain, why.first.starts), text) for period, text in notes]
    return sorted(found, key=lambda event: (-event.period.index, event.cause is None))


def cause_name(cause: Cause, catalogue: Catalogue, style: Style) -> str:
    """The driver and where: ``Customer churn · Enterprise``."""
    name = catalogue.get(cause.driver).label(style.language)
    return name if cause.segment is None else f"{name} · {cause.segment}"


def _levels(cause: Cause, catalogue: Catalogue, style: Style) -> str:
    """From which level to which it stepped: ``0.64% → 9.3%``."""
    own = catalogue.get(cause.driver).unit.kind
    return f"{format_value(cause.before, own, style)} → {format_value(cause.after, own, style)}"


def _story(cause: Cause, catalogue: Catalogue, style: Style) -> tuple[str, str]:
    """What happened, and the same where there is little room: which driver it was is said in the list beside it."""
    name, levels = cause_name(cause, catalogue, style), _levels(cause, catalogue, style)
    return f"{name} {levels}", f"{cause.segment} {levels}" if cause.segment else ""


def trend_figure(why: Why, catalogue: Catalogue, style: Style, options: FigureOptions) -> Figure:
    """The figure over time, with what the user noted, and a rule at the beginning of each of its largest causes."""
    spec = ChartSpec("line", (why.kpi,), periods=_PERIODS, starts_at_zero=False)
    figure = build_figure(spec, why.frame, catalogue, style, options)
    first = why.frame.periods[max(0, len(why.frame.periods) - _PERIODS)].index
    labels: dict[int, tuple[str, str]] = {}
    for cause in why.causes[:_MOST_RULES]:
        at = cause.period.index - first
        if at >= 0:
            labels.setdefault(at, _story(cause, catalogue, style))
    rules = [
        Rule("x", at - 0.5, "warn", 1.0, "dashed", text, "stop", "ink2", short=short)
        for at, (text, short) in sorted(labels.items())
    ]
    kind = axis_kind(catalogue.get(why.kpi).unit.kind, style)
    high = _with_headroom(figure, len(rules), kind, style)
    return replace(high, marks=(*_in_steps(rules, high), *high.marks))


def _in_steps(rules: Sequence[Rule], figure: Figure) -> list[Rule]:
    """Each a line lower than the one on the side that names have less room on: no name runs through another's rule."""
    axis, middle = figure.y, (figure.x.low + figure.x.high) / 2
    is_late = sum(rule.at >= middle for rule in rules) * 2 >= len(rules)
    line = _ROOM_OF_NAME * (axis.high - axis.low)
    steps = [len(rules) - 1 - at if is_late else at for at in range(len(rules))]
    lower = (axis.high - step * line for step in steps)
    return [replace(rule, stop=stop) for rule, stop in zip(rules, lower, strict=True)]


def _with_headroom(figure: Figure, names: int, kind: str, style: Style) -> Figure:
    """An axis so high that the names of rules stand above the line, under one another."""
    axis, share = figure.y, _ROOM + _ROOM_OF_NAME * names
    top = max((y for mark in figure.marks if isinstance(mark, Line) for y in mark.ys if y == y), default=axis.high)
    high = axis.low + (top - axis.low) / (1 - share)
    if not names or len(axis.ticks) < 2 or high <= axis.high or (kind == "share" and high > 1):
        return figure
    step = axis.ticks[-1].at - axis.ticks[-2].at
    step *= 1 if (high - axis.low) / step < _MOST_TICKS else 2
    first, last = math.ceil(axis.low / step - 1e-9), math.ceil(high / step - 1e-9)
    places = [at * step for at in range(first, last + 1)]
    marks = zip(places, tick_texts(places, kind, style), strict=True)
    return replace(figure, y=replace(axis, high=places[-1], ticks=tuple(Tick(at, text) for at, text in marks)))


def events_table(events: Sequence[Event], why: Why, catalogue: Catalogue, style: Style) -> tuple[TableView, Table]:
    """By date: what stepped to another level and what that explains; what the user noted."""
    kind = catalogue.get(why.kpi).unit.kind
    heads = [_TEXTS[name] for name in ("since", "what", "levels", "part")]
    parts = (event.cause.contribution for event in events if event.cause is not None)
    styles = style, in_one_precision(parts, kind, style)
    rows = tuple(_cells(event, kind, catalogue, styles) for event in events)
    columns = tuple(Column(words(head), is_number=at == 3) for at, head in enumerate(heads))
    lines: list[tuple[Datum, ...]] = [
        (str(event.period), event.text, row[2].text, None if event.cause is None else event.cause.contribution)
        for event, row in zip(events, rows, strict=True)
    ]
    numbers = tuple(
        NumberColumn(head, kind if at == 3 else "text", "series" if at == 3 else "label")
        for at, head in enumerate(heads)
    )
    return TableView(columns, rows, is_sortable=False), Table(numbers, tuple(lines), style)


def _cells(event: Event, kind: str, catalogue: Catalogue, styles: tuple[Style, Style]) -> tuple[Cell, ...]:
    style, of_parts = styles
    cause = event.cause
    if cause is None:
        when = Cell(format_period(event.period, style, short=False))
        return when, Cell(event.text, "ink2", icon="square-pen"), Cell(""), Cell("")
    levels = Cell(_levels(cause, catalogue, style), "ink2")
    return _when(cause, style), Cell(event.text), levels, change_cell(cause.contribution, kind, of_parts)


def _when(cause: Cause, style: Style) -> Cell:
    """The day where days tell it, marked where it may be another; the words say between which it lies."""
    since = cause.since
    if since is None:
        return Cell(format_period(cause.period, style))
    return Cell(f"{'' if since.low == since.high else '≈ '}{format_date(since.day, style)}")
