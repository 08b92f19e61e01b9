"""Native PowerPoint charts from figures: their data can be edited, their labels follow them, their texts are ours."""

import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kpidesk.core.courtesy import make_way
from kpidesk.export.native_shape import (
    BARS,
    BUBBLES,
    COLUMNS,
    LINES,
    NAMED,
    STEPS,
    NativeAxis,
    NativeChart,
    NativeSeries,
)
from kpidesk.export.pptx_combined import (
    looks_of,
    mark_unsure,
    move_band,
    move_nets,
    number_axes,
    parts_beside,
    put_look,
)
from kpidesk.export.pptx_labels import label_by_name, label_points
from kpidesk.export.pptx_paints import Paints
from kpidesk.export.pptx_tags import legible

_CANNOT_HOLD = (ValueError, NotImplementedError, IndexError, KeyError, AttributeError)
"""What python-pptx raises, each for another reason, where a chart of a user's kind cannot hold the numbers."""
_DASHES = {"dashed": MSO_LINE_DASH_STYLE.DASH, "dotted": MSO_LINE_DASH_STYLE.ROUND_DOT}
_KINDS = {
    (LINES, False): XL_CHART_TYPE.LINE,
    (COLUMNS, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (COLUMNS, True): XL_CHART_TYPE.COLUMN_STACKED,
    (STEPS, False): XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
    (BARS, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (BARS, True): XL_CHART_TYPE.BAR_STACKED,
}
_MOST_LABELS = 14


def add_chart(shapes: Any, box: tuple[Any, ...], native: NativeChart, paints: Paints) -> Any:
    """The shape of a new chart with its data sheet, dressed as the figure."""
    make_way()
    shape = shapes.add_chart(_kind(native), *box, _data(native))
    make_way()
    _finish(shape.chart, native, paints)
    return shape


def update_chart(chart: Chart, native: NativeChart, paints: Paints) -> None:
    """New numbers in a chart that is there; what the user changed of its looks stays, axes and labels follow."""
    for other in parts_beside(chart, native):  # the band, or the line through columns, is made anew
        other.getparent().remove(other)
    looks = looks_of(chart)
    chart.replace_data(_data(native))
    _dress_parts(chart, native, paints, looks)
    _scale(chart.value_axis, native.value)
    _embed(chart, native)


def can_update(chart: Chart, native: NativeChart) -> bool:
    """True where the chart is still of the kind that the figure is."""
    try:
        kind = chart.chart_type
    except (ValueError, NotImplementedError, IndexError):  # one that python-pptx does not know, as those in 3-D
        return False
    return kind == _kind(native) or _is_line(chart, native)


def refill_chart(chart: Chart, native: NativeChart) -> bool:
    """New numbers in a chart of a kind that the user chose; False where it cannot hold them."""
    is_plain = not native.is_banded and not any(series.role for series in native.series)
    if native.kind not in (LINES, COLUMNS, BARS) or not is_plain:
        return False
    try:
        chart.replace_data(_data(native))
    except _CANNOT_HOLD:
        return False
    _embed(chart, native)
    return True


def kind_text(native: NativeChart) -> str:
    """The kind of a chart as it was made, to be told from the one that the user may have chosen since."""
    return f"{native.kind} {native.is_stacked}"


def _is_line(chart: Chart, native: NativeChart) -> bool:
    return native.kind == LINES and chart._chartSpace.find(f".//{qn('c:lineChart')}") is not None  # noqa: SLF001


def _kind(native: NativeChart) -> Any:
    return XL_CHART_TYPE.BUBBLE if native.kind == BUBBLES else _KINDS[native.kind, native.is_stacked]


def _data(native: NativeChart) -> Any:
    if native.kind == BUBBLES:
        bubbles = BubbleChartData(number_format=native.format)
        for point in native.points:
            bubbles.add_series(legible(point.name)).add_data_point(point.x, point.y, point.size)
        return bubbles
    if native.kind == STEPS:
        steps = XyChartData(number_format=native.format)
        for each in native.series:
            row = steps.add_series(legible(each.name))
            for x, y in _corners(each):
                row.add_data_point(x, y)
        return steps
    data = CategoryChartData(number_format=native.format)
    data.categories = [legible(category) for category in native.categories]
    for series in native.series:
        data.add_series(legible(series.name), list(series.values))
    return data


def _corners(series: NativeSeries) -> list[tuple[float, float]]:
    return [(x, y) for x, y in zip(series.xs, series.values, strict=True) if y is not None and math.isfinite(y)]


def _finish(chart: Chart, native: NativeChart, paints: Paints) -> None:
    chart.has_title = False
    chart.font.size = Pt(12)
    paints.put(chart.font.color, "ink2")
    _axes(chart, native, paints)
    unseen = [at for at, series in enumerate(native.in_order) if series.role not in NAMED]
    chart.has_legend = native.has_key
    if native.has_key:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        for at in unseen:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
            chart.legend._element.insert(1, parse_xml(entry))  # noqa: SLF001  python-pptx cannot leave an entry out
    _dress_parts(chart, native, paints)
    number_axes(chart)
    _embed(chart, native)


def _dress_parts(chart: Chart, native: NativeChart, paints: Paints, looks: Mapping[str, Any] | None = None) -> None:
    """Every series in its colour with its labels; the band goes to an area chart on the same axes.

    ``looks`` are those that series of a name have already.
    """
    if native.kind == BUBBLES:
        _dress_bubbles(chart, native, paints, looks or {})
        return
    plot = chart.plots[0]
    if native.kind not in (LINES, STEPS):
        plot.gap_width = 45
        plot.overlap = 100 if native.is_stacked or native.overlaps else 0
    for shown, series in zip(tuple(plot.series), native.series, strict=True):
        _dress(shown, series, native, paints)
        put_look(shown, (looks or {}).get(series.name))
        if series.role in NAMED and native.kind in (LINES, COLUMNS):
            mark_unsure(shown, series, paints, is_line=native.kind == LINES or series.role == "net")
        if any(series.labels):
            label_points(shown, series, native, paints)
    if native.is_banded:
        move_band(chart, native)
    move_nets(chart, native)


def _dress(shown: Any, series: NativeSeries, native: NativeChart, paints: Paints) -> None:
    if series.role in ("base", "low"):
        shown.format.fill.background()
        shown.format.line.fill.background()
    elif series.role == "span":
        paints.fill(shown.format, series.ink, series.opacity)
    elif native.kind in (LINES, STEPS) or series.role == "net":
        line = shown.format.line
        line.width = Pt(series.width)
        paints.put(line.color, series.ink)
        if series.dash in _DASHES:
            line.dash_style = _DASHES[series.dash]
        if series.role != "net":
            shown.smooth = False
    else:
        paints.fill(shown.format, series.ink, series.opacity)
        shown.invert_if_negative = False
        for at, ink in enumerate(series.inks):
            if ink and ink != series.ink:
                paints.fill(shown.points[at].format, ink, series.opacity)


def _dress_bubbles(chart: Chart, native: NativeChart, paints: Paints, looks: Mapping[str, Any]) -> None:
    plot = chart.plots[0]
    plot.bubble_scale = 60
    for shown, point in zip(tuple(plot.series), native.points, strict=True):
        paints.fill(shown.format, point.ink, 0.72)
        put_look(shown, looks.get(point.name))
        label_by_name(shown)


def _axes(chart: Chart, native: NativeChart, paints: Paints) -> None:
    """Hairlines behind, no axis line for values, categories in reading order."""
    values, others = chart.value_axis, chart.category_axis
    is_flat = native.kind == BARS
    values.has_major_gridlines = not is_flat
    if not is_flat:
        paints.put(values.major_gridlines.format.line.color, "hair")
    values.format.line.fill.background()
    values.major_tick_mark = others.major_tick_mark = XL_TICK_MARK.NONE
    paints.put(others.format.line.color, "line")
    others.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    others.has_major_gridlines = False
    if native.is_reversed:
        others.reverse_order = True
        values._element.find(qn("c:crosses")).set("val", "max")  # noqa: SLF001  or the numbers would stand on top
    if not native.value.is_shown:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if len(native.categories) > _MOST_LABELS and native.kind in (LINES, COLUMNS):
        skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{math.ceil(len(native.categories) / _MOST_LABELS)}"/>')
        others._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # noqa: SLF001  python-pptx shows every label
    _scale(values, native.value)
    if native.kind in (BUBBLES, STEPS):
        _scale(others, native.across)
    for axis, named in ((values, native.value), (others, native.across)):
        if named.title:
            axis.has_title = True
            axis.axis_title.text_frame.text = legible(named.title)
            (run,) = axis.axis_title.text_frame.paragraphs[0].runs
            run.font.size, run.font.bold = Pt(12), False
            paints.put(run.font.color, "ink2")


def _scale(axis: Any, native: NativeAxis) -> None:
    axis.tick_labels.number_format = native.format
    axis.tick_labels.number_format_is_linked = False
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = native.low, native.high, native.step


def _embed(chart: Chart, native: NativeChart) -> None:
    """The data sheet, in which no name of a category or a series can be a formula, as it could in python-pptx's own."""
    blob = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(blob, options)
    sheet = book.add_worksheet()
    look = book.add_format({"num_format": native.format})
    if native.kind == BUBBLES:
        for at, point in enumerate(native.points):
            top = at * 3
            _row(sheet, top, ("", point.name, "Size"), None)
            _row(sheet, top + 1, (point.x, point.y, point.size), look)
    elif native.kind == STEPS:
        top = 0
        for each in native.series:
            _row(sheet, top, ("", each.name), None)
            for at, corner in enumerate(_corners(each), start=1):
                _row(sheet, top + at, corner, look)
            top += len(_corners(each)) + 2
    else:
        _row(sheet, 0, ("", *(series.name for series in native.series)), None)
        for at, category in enumerate(native.categories):
            _row(sheet, at + 1, (category, *(series.values[at] for series in native.series)), look)
    book.close()
    chart.part.chart_workbook.update_from_xlsx_blob(blob.getvalue())


def _row(sheet: Any, row: int, cells: Sequence[str | float | None], look: Any) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value, look)
