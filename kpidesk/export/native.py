"""Figures as native charts: one place decides what becomes a column, a line or a bubble.

So slide and sheet show the same bars, the same labels and the same ticks as the screen.
"""

import math
from collections.abc import Sequence

from kpidesk.charts.figure import Area, Bar, Figure, Point, text_of
from kpidesk.core.messages import Translate
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
    format_of,
    from_zero,
    kind_of,
    short_format,
    shown_columns,
    step_of,
)
from kpidesk.export.xlsx_sheets import number_format


def native_chart(figure: Figure, translate: Translate) -> NativeChart | None:
    """The native form of a figure; None where Office has none (heat maps are tables, others pictures)."""
    if figure.empty is not None:
        return None
    match figure.kind:
        case "waterfall":
            return _bridge(figure, translate)
        case "tornado":
            return _tornado(figure, translate)
        case "bubble":
            return _bubbles(figure, translate)
        case "heatmap" | "intervals":
            return None
        case "stacked_bar":
            return _stacked(figure, translate)
        case _ if _bars(figure):
            return _columns(figure, translate)
        case _ if _is_over_rows(figure):
            return _lines(figure, translate)
        case _:
            return None


def _is_over_rows(figure: Figure) -> bool:
    """True where every row of the table is a place along the x axis."""
    rows = len(figure.table.rows)
    return bool(rows and shown_columns(figure)) and len(figure.readout_xs or range(rows)) == rows


def _categories(figure: Figure, translate: Translate) -> tuple[str, ...]:
    return tuple(text_of(figure.table.text(row, 0), translate) for row in range(len(figure.table.rows)))


def _column(figure: Figure, at: int) -> Numbers:
    return tuple(figure.table.number(row, at) for row in range(len(figure.table.rows)))


def _lines(figure: Figure, translate: Translate) -> NativeChart:
    """A line a column; a band where the figure has one, from its low column or from the edges of the area."""
    series = [
        NativeSeries(
            text_of(column.header, translate),
            _column(figure, at),
            column.ink or "series.1",
            column.dash,
            1.5 if column.role == "comparison" else 2.25,
        )
        for at, column in shown_columns(figure)
    ]
    categories = _categories(figure, translate)
    for area in (mark for mark in figure.marks if isinstance(mark, Area)):
        series += _band(figure, area, len(categories))
    return NativeChart(LINES, categories, tuple(series), axis_of(figure.y, figure), format_of(figure))


def _band(figure: Figure, area: Area, count: int) -> list[NativeSeries]:
    """An unseen foot and what stands on it, by category; nothing where the area does not go by categories."""
    places = {x: at for at, x in enumerate(figure.readout_xs)} or {float(at): at for at in range(count)}
    lows: list[float | None] = [None] * count
    spans: list[float | None] = [None] * count
    for x, low, high in zip(area.xs, area.lows, area.highs, strict=True):
        at = places.get(x)
        if at is not None and math.isfinite(low) and math.isfinite(high):
            lows[at], spans[at] = low, high - low
    if not any(span is not None for span in spans):
        return []
    return [
        NativeSeries("low", tuple(lows), role="low"),
        NativeSeries("high − low", tuple(spans), area.ink, role="span", opacity=max(0.12, area.opacity)),
    ]


def _columns(figure: Figure, translate: Translate) -> NativeChart:
    """Bars by category, side by side where there are several series; labels are those of the figure."""
    is_flat = figure.y.kind == "category"
    axis = figure.x if is_flat else figure.y
    bars = _bars(figure)
    columns = shown_columns(figure)
    drawn = [float(t.at) for t in (figure.y if is_flat else figure.x).ticks]
    rows = range(len(figure.table.rows))
    if figure.x.kind == "category" and len(drawn) < len(rows):  # stages that would dwarf the rest are left out
        rows = range(len(rows) - len(drawn), len(rows))
    if figure.kind == "funnel" or (len(columns) > 1 and len(bars) <= len(rows)):
        columns = columns[:1]
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
            )
        )
    names = tuple(text_of(figure.table.text(row, 0), translate) for row in rows)
    kind = BARS if is_flat else COLUMNS
    return NativeChart(
        kind, names, tuple(series), from_zero(axis_of(axis, figure)), format_of(figure), is_reversed=is_flat
    )


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
    series = tuple(
        NativeSeries(text_of(column.header, translate), _column(figure, at), column.ink or "series.1")
        for at, column in shown_columns(figure)
    )
    axis = from_zero(axis_of(figure.y, figure))
    return NativeChart(COLUMNS, _categories(figure, translate), series, axis, format_of(figure), is_stacked=True)


def _tornado(figure: Figure, translate: Translate) -> NativeChart:
    """Bars from the baseline to either side: their numbers are how far a driver moves the KPI."""
    centre = float(figure.facts["baseline"])
    bars = _bars(figure)
    series = []
    for at, column in shown_columns(figure):
        values = tuple(None if n is None else n - centre for n in _column(figure, at))
        found = [
            next((b for b in bars if b.ink == column.ink and abs((b.y0 + b.y1) / 2 - row) < 0.5), None)
            for row in range(len(values))
        ]
        labels = tuple(text_of(bar.label, translate) if bar is not None else "" for bar in found)
        series.append(NativeSeries(text_of(column.header, translate), values, column.ink, labels=labels))
    exact = number_format(kind_of(figure), figure.table.style).split(";")[0]
    signed = f"+{exact};-{exact};0"
    axis = NativeAxis(figure.x.low - centre, figure.x.high - centre, step_of(figure.x), signed)
    names = _categories(figure, translate)
    return NativeChart(BARS, names, tuple(series), axis, signed, is_stacked=True, is_reversed=True)


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
    across = NativeAxis(figure.x.low, figure.x.high, step_of(figure.x), short_format(kinds[1], figure.x, style))
    up = NativeAxis(figure.y.low, figure.y.high, step_of(figure.y), short_format(kinds[2], figure.y, style))
    return NativeChart(BUBBLES, (), (), up, number_format(kinds[3], style), points=tuple(points), across=across)


def _bridge(figure: Figure, translate: Translate) -> NativeChart:
    """An unseen base, then one series an ink; bars across zero are two, one up and one down."""
    bars = _bars(figure)
    labels = [text_of(bar.label, translate) for bar in bars]
    series = [NativeSeries("base", tuple(_foot(bar) for bar in bars), role="base")]
    for ink in dict.fromkeys(bar.ink for bar in bars):
        for name, part in ((ink, _above), (f"{ink} −", _below)):
            values = tuple(part(bar) if bar.ink == ink else None for bar in bars)
            if name == ink or any(values):
                here = tuple(
                    label if value is not None and (part is _above or _above(bar) is None) else ""
                    for label, value, bar in zip(labels, values, bars, strict=True)
                )
                series.append(NativeSeries(name, values, ink, labels=here))
    names = tuple(text_of(tick.text, translate) for tick in figure.x.ticks)
    return NativeChart(COLUMNS, names, tuple(series), axis_of(figure.y, figure), format_of(figure), is_stacked=True)


def _bars(figure: Figure) -> list[Bar]:
    """The bars that stand for numbers, from left to right; not the columns behind periods that have not ended."""
    found = [m for m in figure.marks if isinstance(m, Bar) and all(map(math.isfinite, (m.x0, m.x1, m.y0, m.y1)))]
    return sorted(found, key=lambda bar: bar.x0)


def _foot(bar: Bar) -> float | None:
    """How high the unseen part reaches: to the end of the bar that is nearer to zero."""
    low, high = _ends(bar)
    return low if low > 0 else high if high < 0 else None


def _above(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return high - max(low, 0.0) if high > 0 else None


def _below(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return low - min(high, 0.0) if low < 0 else None


def _ends(bar: Bar) -> tuple[float, float]:
    """A bar from the foot of a cut axis begins at zero all the same: Office cuts it itself."""
    is_end = bar.ink == "baseline" and bar.y0 > 0
    return (0.0 if is_end else bar.y0), bar.y1
