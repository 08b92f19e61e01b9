"""Native PowerPoint charts from figures: their data can be edited, their colours are those of print."""

import math
from collections.abc import Sequence

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from kpidesk.charts.figure import Bar, Column, Figure, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.print_colours import print_colour
from kpidesk.export.xlsx_sheets import number_format

NATIVE = ("line", "path", "bar", "stacked_bar", "waterfall", "tornado")
_SHOWN = ("series", "comparison")
_DASHES = {"dashed": MSO_LINE_DASH_STYLE.DASH, "dotted": MSO_LINE_DASH_STYLE.ROUND_DOT}


def colour(token: str) -> RGBColor:
    """A token in the colours of print."""
    return RGBColor.from_string(print_colour(token))


def chart_data(figure: Figure, translate: Translate) -> tuple[XL_CHART_TYPE, CategoryChartData]:
    """The type of the native chart and its numbers; a category a row of the figure's table."""
    if figure.kind == "waterfall":
        return XL_CHART_TYPE.COLUMN_STACKED, _bridge(figure, translate)
    table = figure.table
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [text_of(table.text(row, 0), translate) for row in range(len(table.rows))]
    centre = _centre(figure) if figure.kind == "tornado" else 0.0
    for at, column in _series(figure):
        numbers = (table.number(row, at) for row in range(len(table.rows)))
        data.add_series(text_of(column.header, translate), [None if n is None else n - centre for n in numbers])
    is_flat = figure.y.kind == "category"
    kind = {
        "stacked_bar": XL_CHART_TYPE.COLUMN_STACKED,
        "tornado": XL_CHART_TYPE.BAR_CLUSTERED,
        "bar": XL_CHART_TYPE.BAR_CLUSTERED if is_flat else XL_CHART_TYPE.COLUMN_CLUSTERED,
    }.get(figure.kind, XL_CHART_TYPE.LINE)
    return kind, data


def dress(chart: Chart, figure: Figure, translate: Translate) -> None:
    """Colours, axes, labels and key as the figure has them."""
    chart.has_title = False
    chart.font.size = Pt(12)
    chart.font.color.rgb = colour("ink2")
    _axes(chart, figure)
    if figure.kind == "waterfall":
        _dress_bridge(chart, figure, translate)
        return
    columns = [column for _, column in _series(figure)]
    _key(chart, has_key=len(columns) > 1)
    is_line = figure.kind in ("line", "path")
    for series, column in zip(chart.plots[0].series, columns, strict=True):
        if is_line:
            _dress_line(series, column, is_thin=column.role == "comparison")
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour(column.ink or "series.1")
            series.invert_if_negative = False
    if not is_line:
        chart.plots[0].gap_width = 45
        chart.plots[0].overlap = 100 if figure.kind in ("stacked_bar", "tornado") else 0
        _label_bars(chart, figure, len(columns))


def _dress_line(series: object, column: Column, *, is_thin: bool) -> None:
    line = series.format.line  # type: ignore[attr-defined]  # python-pptx has no types
    line.width = Pt(1.5 if is_thin else 2.25)
    line.color.rgb = colour(column.ink or "series.1")
    if column.dash in _DASHES:
        line.dash_style = _DASHES[column.dash]
    series.smooth = False  # type: ignore[attr-defined]  # the same


def _axes(chart: Chart, figure: Figure) -> None:
    """Hairlines behind, no axis line for values, categories in reading order."""
    values, categories = chart.value_axis, chart.category_axis
    is_flat = figure.y.kind == "category"
    axis = figure.x if is_flat else figure.y
    values.has_major_gridlines = not is_flat
    if not is_flat:
        values.major_gridlines.format.line.color.rgb = colour("hair")
    values.format.line.fill.background()
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = _axis_format(figure)
    values.tick_labels.number_format_is_linked = False
    categories.format.line.color.rgb = colour("line")
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if is_flat:
        categories.reverse_order = True
    if figure.kind != "tornado":
        low = float(figure.facts.get("axis_low", axis.low))
        values.minimum_scale = min(low, 0.0) if figure.kind in ("bar", "stacked_bar") else low
        values.maximum_scale = axis.high


def _key(chart: Chart, *, has_key: bool) -> None:
    chart.has_legend = has_key
    if has_key:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False


def _label_bars(chart: Chart, figure: Figure, count: int) -> None:
    """Values at the ends of bars, where the figure has them."""
    if figure.kind == "stacked_bar" or not any(isinstance(m, Bar) and m.label for m in figure.marks):
        return
    for series in list(chart.plots[0].series)[:count]:
        labels = series.data_labels
        labels.show_value = True
        labels.number_format = _signed(figure) if figure.kind == "tornado" else _axis_format(figure)
        labels.number_format_is_linked = False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size = Pt(11)


def _series(figure: Figure) -> list[tuple[int, Column]]:
    return [(at, column) for at, column in enumerate(figure.table.columns) if column.role in _SHOWN]


def _centre(figure: Figure) -> float:
    """Where the bars of a tornado start: its baseline."""
    return float(figure.facts["baseline"])


def _bridge(figure: Figure, translate: Translate) -> CategoryChartData:
    """An invisible base, then one series an ink; bars across zero are two, one up and one down."""
    bars = _bars(figure)
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [text_of(tick.text, translate) for tick in figure.x.ticks]
    data.add_series("base", [_base(bar) for bar in bars])
    for ink in _inks(bars):
        up = [_above(bar) if bar.ink == ink else None for bar in bars]
        down = [_below(bar) if bar.ink == ink else None for bar in bars]
        data.add_series(ink, up)
        if any(down):
            data.add_series(f"{ink} −", down)
    return data


def _dress_bridge(chart: Chart, figure: Figure, translate: Translate) -> None:
    bars = _bars(figure)
    chart.has_legend = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    for series in plot.series:
        if series.name == "base":
            series.format.fill.background()
            series.format.line.fill.background()
            continue
        ink = series.name.removesuffix(" −")
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(ink)
        for at, bar in enumerate(bars):
            is_here = bar.ink == ink and bar.label and (_above(bar) is not None) is not series.name.endswith(" −")
            if is_here:
                frame = series.points[at].data_label.text_frame
                frame.text = text_of(bar.label, translate)
                frame.paragraphs[0].runs[0].font.size = Pt(11)


def _bars(figure: Figure) -> list[Bar]:
    """The bars from left to right."""
    return sorted((mark for mark in figure.marks if isinstance(mark, Bar)), key=lambda bar: bar.x0)


def _inks(bars: Sequence[Bar]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bar.ink for bar in bars))


def _base(bar: Bar) -> float | None:
    """How high the invisible part reaches: to the end of the bar that is nearer to zero."""
    low, high = _ends(bar)
    return low if low > 0 else high if high < 0 else None


def _above(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return high - max(low, 0.0) if high > 0 else None


def _below(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return low - min(high, 0.0) if low < 0 else None


def _ends(bar: Bar) -> tuple[float, float]:
    """A bar from the foot of a cut axis begins at zero all the same: PowerPoint cuts it itself."""
    is_end = bar.ink == "baseline" and bar.y0 > 0
    return (0.0 if is_end else bar.y0), bar.y1


def _kind(figure: Figure) -> str:
    return next((column.kind for _, column in _series(figure)), "number")


def _format(figure: Figure) -> str:
    return number_format(_kind(figure), figure.table.style)


def _axis_format(figure: Figure) -> str:
    """Short numbers: thousands and millions folded, as the figure's own ticks have them."""
    kind, style = _kind(figure), figure.table.style
    exact = number_format(kind, style)
    if kind not in ("money", "count"):
        return exact
    reach = max(abs(figure.y.low), abs(figure.y.high)) if figure.y.kind == "value" else abs(figure.x.high)
    symbol = exact.split("#")[0] if kind == "money" else ""
    if not math.isfinite(reach) or reach < 1e4 or style.is_chinese:
        return f"{symbol}#,##0;-{symbol}#,##0"
    return f'{symbol}#,##0.#,,"M"' if reach >= 1e6 else f'{symbol}#,##0,"K"'


def _signed(figure: Figure) -> str:
    exact = number_format(_kind(figure), figure.table.style).split(";")[0]
    return f"+{exact};-{exact};0"
