"""Charts and tables of the voice page, from what was heard."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.analysis.pooled import Pooled
from kpidesk.analysis.voice import RELEASE, SUPPORT, VOLUME, Voice
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Figure, Mark, Point, Table, Text
from kpidesk.charts.kinds.intervals import Group, IntervalView, build_intervals
from kpidesk.charts.labels import change_text
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import NO_VALUE, Style, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.noise import is_noise
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.table_model import Cell, Column, TableView

_MOST_GROUPS = 8
_UNKNOWN = Message(QT_TRANSLATE_NOOP("voice", "not said"))
_TEXTS = {
    "figure": Message(QT_TRANSLATE_NOOP("voice", "Figure")),
    "value": Message(QT_TRANSLATE_NOOP("voice", "Value")),
    "change": Message(QT_TRANSLATE_NOOP("voice", "Change")),
    "tag": Message(QT_TRANSLATE_NOOP("voice", "Tag")),
    "tickets": Message(QT_TRANSLATE_NOOP("voice", "Tickets")),
    "share": Message(QT_TRANSLATE_NOOP("voice", "Share")),
    "total": Message(QT_TRANSLATE_NOOP("voice", "Total")),
}
_PERIODS = 120


def groups_figure(
    voice: Voice, score: MetricName, by: str, catalogue: Catalogue, style: Style, options: FigureOptions
) -> Figure:
    """A score by release (the latest on top) or by segment, with intervals and n."""
    found = voice.groups[score, by]
    named = [each for each in found if each.segment is not None]
    if by == RELEASE:
        named = sorted(named, key=lambda each: _natural(each.segment or ""), reverse=True)
    whole = next((each.value for each in found if each.segment is None), None)
    definition = catalogue.get(score)
    groups = tuple(_group(each) for each in named[:_MOST_GROUPS])
    view = IntervalView(definition.label(style.language), definition.unit.kind, groups, whole, by)
    return build_intervals(view, style, options)


def _group(each: Pooled) -> Group:
    name: Text = _UNKNOWN if each.segment in (None, NO_ATTRIBUTE_VALUE) else str(each.segment)
    return Group(name, each.value, each.n, each.low, each.high)


def _natural(text: str) -> list[tuple[int, str]]:
    """v10 after v9."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text) if part]


def volume_figure(voice: Voice, catalogue: Catalogue, style: Style, options: FigureOptions) -> Figure | None:
    """Tickets over time with a dot on each surge."""
    if voice.volume is None:
        return None
    frame = voice.volume.frame
    spec = ChartSpec("line", (VOLUME,), periods=_PERIODS)
    figure = build_figure(spec, frame, catalogue, style, options)
    first = max(0, len(frame.periods) - _PERIODS)
    marks: list[Mark] = [
        Point(float(s.peak - first), s.value, "bad", 8.0, format_period(frame.periods[s.peak], style, short=True))
        for s in voice.volume.surges
        if s.peak >= first
    ]
    return replace(figure, marks=(*figure.marks, *marks))


def surge_words(voice: Voice, style: Style) -> tuple[Message, ...]:
    """Each surge as a finding with its date, the latest first."""
    if voice.volume is None:
        return ()
    periods = voice.volume.frame.periods
    text = QT_TRANSLATE_NOOP("voice", "Surge: {value} tickets on {period}, usually {usual}.")
    return tuple(
        Message(
            text,
            value=format_value(each.value, "count", style),
            period=format_period(periods[each.peak], style),
            usual=format_value(each.usual, "count", style),
        )
        for each in reversed(voice.volume.surges)
    )


def support_table(voice: Voice, catalogue: Catalogue, style: Style) -> tuple[TableView, Table] | None:
    """How much is asked, how fast it is answered, and how many people that takes, in the last ended period."""
    at = voice.frame.last_complete
    names = [name for name in SUPPORT if voice.frame.series[name].is_computable]
    if at is None or not names:
        return None
    rows: list[tuple[Cell, ...]] = []
    numbers: list[tuple[Datum, ...]] = []
    for name in names:
        definition, series = catalogue.get(name), voice.frame.series[name]
        value, kind = float(series.values[-1, at]), definition.unit.kind
        before = float(series.values[-1, at - 1]) if at else float("nan")
        change = Cell(NO_VALUE)
        if value == value and before == before:
            direction = (value > before) - (value < before)
            tone = "ink2"
            if direction and definition.good != "none" and not is_noise(series, (len(series.values) - 1, at, at - 1)):
                tone = "good" if (direction > 0) == (definition.good == "up") else "bad"
            change = Cell(change_text(value, before, kind, style), tone, direction, order=value - before)
        label = definition.label(style.language)
        tip = ". ".join(part for part in (definition.help_text(style.language), *map(render, series.notes)) if part)
        rows.append((Cell(label, tip=tip), Cell(format_value(value, kind, style), order=value), change))
        numbers.append((label, value))
    heads = (Column(render(_TEXTS["figure"]), widest=320), _number("value"), _number("change"))
    view = TableView(heads, tuple(rows), is_sortable=False)
    columns = (NumberColumn(_TEXTS["figure"], role="label"), NumberColumn(_TEXTS["value"], "number"))
    return view, Table(columns, tuple(numbers), style)


def tags_table(tags: Sequence[Pooled], style: Style) -> tuple[TableView, Table]:
    """Tickets by tag with their share."""
    total = sum(each.value for each in tags)
    rows = tuple(
        (
            Cell(_tag(each)),
            Cell(format_value(each.value, "count", style.exact()), order=each.value),
            Cell(format_value(each.value / total, "share", style), order=each.value),
        )
        for each in tags
    )
    heads = (Column(render(_TEXTS["tag"])), _number("tickets"), _number("share"))
    sums = (
        Cell(render(_TEXTS["total"])),
        Cell(format_value(total, "count", style.exact())),
        Cell(format_value(1.0, "share", style)),
    )
    columns = (
        NumberColumn(_TEXTS["tag"], role="label"),
        NumberColumn(_TEXTS["tickets"], "count"),
        NumberColumn(_TEXTS["share"], "share"),
    )
    lines: list[tuple[Datum, ...]] = [(_tag(each), each.value, each.value / total) for each in tags]
    return TableView(heads, rows, sums), Table(columns, tuple(lines), style)


def _tag(each: Pooled) -> str:
    return render(_UNKNOWN) if each.segment in (None, NO_ATTRIBUTE_VALUE) else str(each.segment)


def _number(name: str) -> Column:
    return Column(render(_TEXTS[name]), is_number=True)
