"""Figures as native charts: one place decides what becomes a column, a line or a bubble.

So slide and sheet show the same bars, the same labels and the same ticks as the screen.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kpidesk.charts.figure import Area, Axis, Bar, Column, Figure, Line, Point, Rule, text_of
from kpidesk.charts.readout import rows_not_ended
from kpidesk.core.messages import Translate
from kpidesk.export.native_bridge import bridge_of
from kpidesk.export.native_histogram import histogram_of
from kpidesk.export.native_intervals import intervals_of
from kpidesk.export.native_shape import (
    BARS,
    BUBBLES,
    COLUMNS,
    LINES,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Numbers,
    axis_of,
    bars_of,
    categories_of,
    category_of,
    column_of,
    format_of,
    from_zero,
    kind_of,
    shown_columns,
    step_of,
    tick_format,
)
from kpidesk.export.native_steps import steps_of
from kpidesk.export.xlsx_sheets import number_format


def native_chart(figure: Figure, translate: Translate) -> NativeChart | None:
    """The native form of a figure; None where Office has none (heat maps are tables, others pictures)."""
    if figure.empty is not None:
        return None
    match figure.kind:
        case "waterfall":
            return bridge_of(figure, translate)
        case "tornado":
            return _tornado(figure, translate)
        case "bubble":
            return _bubbles(figure, translate)
        case "intervals":
            return intervals_of(figure, translate)
        case "heatmap" | "two_drivers":
            return None
        case "histogram":
            return histogram_of(figure, translate)
        case "step":
            return steps_of(figure, translate)
        case "stacked_bar" | "movements":
            return _stacked(figure, translate)
        case _ if bars_of(figure):
            return _columns(figure, translate)
        case _ if _is_over_rows(figure):
            return _lines(figure, translate)
        case _:
            return None


def _is_over_rows(figure: Figure) -> bool:
    """True where every row of the table is a place along the x axis."""
    rows = len(figure.table.rows)
    return bool(rows and shown_columns(figure)) and len(figure.readout_xs or range(rows)) == rows


def _lines(figure: Figure, translate: Translate) -> NativeChart:
    """A line a column, bands where the figure has areas; a column that is the edge of a band is no line as well."""
    count = len(figure.table.rows)
    places = {x: at for at, x in enumerate(figure.readout_xs)} or {float(at): at for at in range(count)}
    areas = [area for area in figure.marks if isinstance(area, Area)]
    edges = [edge for area in areas for edge in (area.lows, area.highs)]
    drawn = [
        (at, column)
        for at, column in shown_columns(figure)
        if not _is_edge(column_of(figure, at), areas, edges, places)
    ]
    series = [
        NativeSeries(
            text_of(column.header, translate),
            column_of(figure, at),
            column.ink or "series.1",
            column.dash,
            1.5 if column.role == "comparison" else 2.25,
            unsure=() if column.role == "comparison" else rows_not_ended(figure),
        )
        for at, column in drawn
    ]
    series += _targets(figure, count, translate)
    series += _bands(areas, places, count)
    names = categories_of(figure, translate)
    return NativeChart(LINES, names, tuple(series), axis_of(figure.y, figure), format_of(figure))


def _targets(figure: Figure, count: int, translate: Translate) -> list[NativeSeries]:
    """Lines to reach, as far as the chart is wide."""
    rules = (mark for mark in figure.marks if isinstance(mark, Rule) and mark.axis == "y" and mark.label)
    return [
        NativeSeries(text_of(rule.label, translate), (rule.at,) * count, rule.ink, rule.dash, rule.width)
        for rule in rules
    ]


def _is_edge(
    values: Numbers, areas: Sequence[Area], edges: Sequence[tuple[float, ...]], places: Mapping[float, int]
) -> bool:
    """True where the numbers are those of an edge, from the second place on: bands begin where the history ends."""
    if not areas:
        return False
    at = [places[x] for x in areas[0].xs if x in places][1:]
    shown = [values[place] for place in at]
    return bool(at) and any(list(edge[1:]) == shown for edge in edges if len(edge) == len(at) + 1)


def _bands(areas: Sequence[Area], places: Mapping[float, int], count: int) -> list[NativeSeries]:
    """An unseen foot and what is stacked on it: of bands in one another first the outer rim, then the inner, then out.

    An area would fall to zero where it has no number: there it is as thin as nothing.
    """
    found = [edges for edges in (_edges(area, places, count) for area in areas) if edges is not None]
    if not found:
        return []
    found.sort(key=lambda edges: -sum(high - low for low, high in edges[1]))
    lows = [[low for low, _ in edges] for _, edges in found]
    levels = lows + [[high for _, high in edges] for _, edges in reversed(found)]
    inks = [edges[0] for edges in found] + [edges[0] for edges in found[-2::-1]]
    series = [NativeSeries("low", tuple(levels[0]), role="low")]
    for at, area in enumerate(inks):
        span = tuple(max(0.0, above - below) for below, above in zip(levels[at], levels[at + 1], strict=True))
        name = "high − low" if len(inks) == 1 else f"band {at + 1}"
        series.append(NativeSeries(name, span, area.ink, role="span", opacity=max(0.12, area.opacity)))
    return series


def _edges(area: Area, places: Mapping[float, int], count: int) -> tuple[Area, list[tuple[float, float]]] | None:
    """Low and high at every category; None where the area does not go by categories."""
    known: dict[int, tuple[float, float]] = {}
    for x, low, high in zip(area.xs, area.lows, area.highs, strict=True):
        if x in places and math.isfinite(low) and math.isfinite(high):
            known[places[x]] = (low, high)
    if not known:
        return None
    edges = []
    for at in range(count):
        low, high = known[min((abs(other - at), other) for other in known)[1]]
        edges.append((low, high) if at in known else (low, low))
    return area, edges


def _columns(figure: Figure, translate: Translate) -> NativeChart:
    """Bars by category, side by side where there are several series; labels are those of the figure."""
    is_flat = figure.y.kind == "category"
    axis = figure.x if is_flat else figure.y
    bars = _with_shares(figure, translate) if figure.kind == "funnel" else bars_of(figure)
    columns = _drawn_as_bars(figure)
    drawn = [float(t.at) for t in (figure.y if is_flat else figure.x).ticks]
    rows = range(len(figure.table.rows))
    if figure.x.kind == "category" and len(drawn) < len(rows):  # stages that would dwarf the rest are left out
        rows = range(len(rows) - len(drawn), len(rows))
    series = []
    for slot, (at, column) in enumerate(columns):
        found = [_bar_at(bars, row - rows.start, slot, len(columns), is_flat=is_flat) for row in rows]
        inks = tuple(bar.ink if bar is not None else "" for bar in found)
        labels = tuple(text_of(bar.label, translate) if bar is not None and bar.label_at else "" for bar in found)
        values = tuple(figure.table.number(row, at) for row in rows)
        ink = next((each for each in inks if each), column.ink or "series.1")
        is_plain = len({each for each in inks if each}) < 2
        series.append(
            NativeSeries(
                text_of(column.header, translate),
                values,
                ink,
                labels=labels if any(labels) else (),
                inks=() if is_plain else inks,
                unsure=() if is_flat else rows_not_ended(figure),
            )
        )
    names = tuple(category_of(figure, row, translate) for row in rows)
    kind = BARS if is_flat else COLUMNS
    return NativeChart(
        kind, names, tuple(series), from_zero(axis_of(axis, figure)), format_of(figure), is_reversed=is_flat
    )


def _drawn_as_bars(figure: Figure) -> list[tuple[int, Column]]:
    """Of a funnel its stages; else all but what is compared with, and what a line stands for."""
    lines = {mark.ink for mark in figure.marks if isinstance(mark, Line)}
    found = [(at, each) for at, each in shown_columns(figure) if each.role == "series" and each.ink not in lines]
    return found[:1] if figure.kind == "funnel" else found


def _with_shares(figure: Figure, translate: Translate) -> list[Bar]:
    """The bars of a funnel; behind each number the share of the step before, which stands between bars elsewhere."""
    between = {round(mark.x + 0.5): mark for mark in figure.marks if isinstance(mark, Point) and mark.is_strong}
    return [
        replace(bar, label=f"{text_of(bar.label, translate)} · {text_of(between[at].label, translate)}")
        if at in between
        else bar
        for at, bar in enumerate(bars_of(figure))
    ]


def _bar_at(bars: Sequence[Bar], row: int, slot: int, slots: int, *, is_flat: bool) -> Bar | None:
    """The bar of a category and series by where it stands."""
    middle = float(row) if is_flat or slots == 1 else row + (slot - (slots - 1) / 2) * (0.68 / slots)
    reach = 0.34 / slots if not is_flat else 0.5
    for bar in bars:
        at = (bar.y0 + bar.y1) / 2 if is_flat else (bar.x0 + bar.x1) / 2
        if abs(at - middle) < reach:
            return bar
    return None


def _stacked(figure: Figure, translate: Translate) -> NativeChart:
    """Columns on one another, those without any number left out; a line of the figure goes through them."""
    unsure = rows_not_ended(figure)
    paleness = {text_of(entry.name, translate): entry.opacity for entry in figure.key}
    series = [
        NativeSeries(
            text_of(column.header, translate),
            column_of(figure, at),
            column.ink or "series.1",
            opacity=paleness.get(text_of(column.header, translate), 1.0),
            unsure=unsure,
        )
        for at, column in shown_columns(figure)
        if any(column_of(figure, at))
    ]
    nets = [mark for mark in figure.marks if isinstance(mark, Line) and mark.dash == "solid"]
    tails = {mark.ink: mark.ys[1:] for mark in figure.marks if isinstance(mark, Line) and mark.dash == "dotted"}
    names = {entry.ink: text_of(entry.name, translate) for entry in figure.key if entry.shape == "line"}
    for net in nets:
        values = (*net.ys, *tails.get(net.ink, ()))
        name = names.get(net.ink, "")
        series.append(NativeSeries(name, values, net.ink, width=net.width, role="net", unsure=unsure))
    axis = from_zero(axis_of(figure.y, figure))
    return NativeChart(
        COLUMNS, categories_of(figure, translate), tuple(series), axis, format_of(figure), is_stacked=True
    )


def _tornado(figure: Figure, translate: Translate) -> NativeChart:
    """Bars from the baseline to either side: their numbers are how far a driver moves the KPI."""
    centre = float(figure.facts["baseline"])
    bars = bars_of(figure)
    series = []
    for at, column in shown_columns(figure):
        values = tuple(None if n is None else n - centre for n in column_of(figure, at))
        found = [
            next((b for b in bars if b.ink == column.ink and abs((b.y0 + b.y1) / 2 - row) < 0.5), None)
            for row in range(len(values))
        ]
        labels = tuple(text_of(bar.label, translate) if bar is not None else "" for bar in found)
        series.append(NativeSeries(text_of(column.header, translate), values, column.ink, labels=labels))
    exact = number_format(kind_of(figure), figure.table.style).split(";")[0]
    signed = f"+{exact};-{exact};0"
    axis = NativeAxis(figure.x.low - centre, figure.x.high - centre, None, signed, is_shown=False)
    names = categories_of(figure, translate)
    return NativeChart(BARS, names, tuple(series), axis, signed, is_reversed=True, overlaps=True)


def _bubbles(figure: Figure, translate: Translate) -> NativeChart | None:
    """One series a bubble, so that each keeps its name and colour."""
    if len(figure.table.columns) < 4:
        return None
    marks = {text_of(mark.label, translate): mark for mark in figure.marks if isinstance(mark, Point) and mark.size}
    points = []
    for row in range(len(figure.table.rows)):
        name = text_of(figure.table.text(row, 0), translate)
        x, y, size = (figure.table.number(row, column) for column in (1, 2, 3))
        if x is not None and y is not None and size is not None and size > 0:
            mark = marks.get(name, Point(x, y, "series.1"))
            points.append(NativePoint(name, x, y, size, mark.ink, mark.size))
    style = figure.table.style
    kinds = [column.kind for column in figure.table.columns]
    names = [text_of(column.header, translate) for column in figure.table.columns]
    across, up = (
        NativeAxis(_first_tick(axis), axis.high, step_of(axis), tick_format(axis, kinds[at], style), title=names[at])
        for at, axis in ((1, figure.x), (2, figure.y))
    )
    return NativeChart(BUBBLES, (), (), up, number_format(kinds[3], style), points=tuple(points), across=across)


def _first_tick(axis: Axis) -> float:
    """Where Office, which counts ticks from the foot of its axis, has to begin: at zero or a tick before the first."""
    step = step_of(axis)
    if step is None or -0.25 * step < axis.low <= 0:
        return min(axis.low, 0.0) if step is None else 0.0
    first = axis.ticks[0].at
    return first - step * math.ceil((first - axis.low) / step - 1e-9)
