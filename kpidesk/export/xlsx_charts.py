"""The sheet of charts: each figure as a native chart beside its numbers, which follow the KPIs where they can."""

from collections.abc import Callable

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from kpidesk.charts.figure import Figure, text_of
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.native import native_chart
from kpidesk.export.native_shape import BARS, BUBBLES, LINES, NAMED, STEPS, NativeAxis, NativeChart, NativeSeries
from kpidesk.export.print_colours import print_colour
from kpidesk.export.xlsx_sheets import Sheet

LinkOf = Callable[[MetricName, Period, float], str | None]
"""The formula that leads to a KPI's cell at a period; None where there is none, or it holds another number."""

_TABLE = 11
_LEAST_ROWS = 19
_SIZE = {"width": 720, "height": 330}
_PRINT_SCALE, _PAGE_ROWS = 50, 62
_DASHES = {"dashed": "dash", "dotted": "round_dot"}


def write_charts(workbook: xlsxwriter.Workbook, sheet: Sheet, deck: Deck, said: str, link_of: LinkOf) -> None:
    """One below the other; what is said of each figure stands under its title, its table at the right."""
    sheet.text(0, 0, said, "note")
    top, page, breaks = 2, 0, []
    for slide in deck.slides:
        if slide.figure is None or slide.figure.empty is not None:
            continue
        rows = max(_write_figure(workbook, sheet, slide, slide.figure, top, link_of), _LEAST_ROWS) + 3
        if top - page + rows > _PAGE_ROWS and top > page + 2:
            breaks.append(top)
            page = top
        top += rows
    sheet.widths((0, _TABLE - 1, 9), (_TABLE, _TABLE, 22), (_TABLE + 1, _TABLE + 12, 14))
    sheet.printed(top, _TABLE + 6, heads=(1, 0), said=said)
    sheet.worksheet.set_print_scale(_PRINT_SCALE)  # not fitted, or Excel would not keep the breaks between charts
    sheet.worksheet.set_h_pagebreaks(breaks)


def _write_figure(
    workbook: xlsxwriter.Workbook, sheet: Sheet, slide: Slide, figure: Figure, top: int, link_of: LinkOf
) -> int:
    """How many rows it takes."""
    translate = sheet.translate
    sheet.text(top, 0, text_of(slide.title or figure.title, translate), "title")
    sheet.text(top + 1, 0, text_of(figure.summary, translate), "note")
    native = native_chart(figure, translate)
    if native is None:
        return _write_plain(sheet, figure, top + 2) + 2
    if native.kind == BUBBLES:
        for at, head in enumerate(figure.table.columns[:4]):
            sheet.text(top + 2, _TABLE + at, text_of(head.header, translate), "head_right" if at else "head")
        chart = _bubbles(workbook, sheet, native, top + 2)
    elif native.kind == STEPS:
        chart = _steps(workbook, sheet, native, top + 2, figure)
    else:
        is_whole = len(slide.definitions) == 1 and not figure.segments.columns
        name = slide.definitions[0].name if is_whole else None
        _write_numbers(sheet, figure, native, top + 2, name, link_of)
        chart = _chart(workbook, sheet, native, top + 2)
    chart.set_size(_SIZE)
    chart.set_title({"none": True})
    sheet.worksheet.insert_chart(top + 2, 0, chart, {"description": text_of(figure.summary, translate)})
    corners = max((len(series.xs) for series in native.series), default=0)
    return max(len(native.categories), len(native.points), corners) + 4


def _write_numbers(
    sheet: Sheet, figure: Figure, native: NativeChart, top: int, name: MetricName | None, link_of: LinkOf
) -> None:
    """Categories and series as the chart reads them; the column of a KPI links to its row."""
    kinds = [column.kind for column in figure.table.columns]
    kind = kinds[1] if len(kinds) > 1 else "number"
    for at, series in enumerate(native.series):
        sheet.text(top, _TABLE + 1 + at, series.name, "head_right")
    for row, category in enumerate(native.categories, start=1):
        sheet.text(top + row, _TABLE, category)
        for at, series in enumerate(native.series):
            value = series.values[row - 1]
            if value is None:
                continue
            period = figure.table.rows[row - 1][0] if row <= len(figure.table.rows) else None
            is_kpi = name is not None and at == 0 and isinstance(period, Period) and native.kind == LINES
            link = link_of(name, period, value) if is_kpi and name is not None and isinstance(period, Period) else None
            if link is None:
                sheet.number(top + row, _TABLE + 1 + at, value, kind)
            else:
                sheet.formula(top + row, _TABLE + 1 + at, link, value, kind)


def _write_plain(sheet: Sheet, figure: Figure, top: int) -> int:
    """The numbers of a figure that Office has no chart for."""
    for at, column in enumerate(figure.table.columns):
        look = "head_right" if at else "head"
        sheet.text(top, at if at == 0 else at + 1, text_of(column.header, sheet.translate), look)
    for row in range(len(figure.table.rows)):
        for at, column in enumerate(figure.table.columns):
            number = figure.table.number(row, at)
            place = at if at == 0 else at + 1
            if number is None:
                sheet.text(top + 1 + row, place, text_of(figure.table.text(row, at), sheet.translate))
            else:
                sheet.number(top + 1 + row, place, number, f"narrow.{column.kind}")
    return len(figure.table.rows) + 1


def _chart(workbook: xlsxwriter.Workbook, sheet: Sheet, native: NativeChart, top: int) -> Chart:
    options = {"type": native.kind} | ({"subtype": "stacked"} if native.is_stacked else {})
    chart = workbook.add_chart(options)
    band = net = None
    for at, series in enumerate(native.series):
        is_band = series.role in ("low", "span")
        if is_band and band is None:
            band = workbook.add_chart({"type": "area", "subtype": "stacked"})
        if series.role == "net" and net is None:
            net = workbook.add_chart({"type": "line"})
        target = band if is_band and band is not None else net if series.role == "net" and net is not None else chart
        target.add_series(_series(sheet, native, series, at, top))
    _axes(chart, native)
    if net is not None:
        chart.combine(net)
    if band is not None:
        _axes(band, native)
        band.combine(chart)
        chart, band = band, chart
    unseen = [at for at, series in enumerate(native.in_order) if series.role not in NAMED]
    chart.set_legend({"none": True} if not native.has_key else {"position": "top", "delete_series": unseen})
    return chart


def _series(sheet: Sheet, native: NativeChart, series: NativeSeries, at: int, top: int) -> dict[str, object]:
    """One series by the cells that hold it: a name in a cell is never taken for a formula."""
    last, column = top + len(native.categories), _TABLE + 1 + at
    colour = {"color": f"#{print_colour(series.ink)}"}
    found: dict[str, object] = {
        "name": [sheet.name, top, column],
        "categories": [sheet.name, top + 1, _TABLE, last, _TABLE],
        "values": [sheet.name, top + 1, column, last, column],
    }
    if series.role in ("base", "low"):
        found |= {"fill": {"none": True}, "border": {"none": True}}
    elif series.role == "span":
        found |= {"fill": colour | {"transparency": round(100 * (1 - series.opacity))}, "border": {"none": True}}
    elif native.kind == LINES or series.role == "net":
        dash = {"dash_type": _DASHES[series.dash]} if series.dash in _DASHES else {}
        found |= {"line": colour | {"width": series.width} | dash}
        if series.unsure:
            tail = {"line": colour | {"width": series.width, "dash_type": "round_dot"}}
            found["points"] = [tail if row in series.unsure else None for row in range(len(native.categories))]
    else:
        paleness = {"transparency": round(100 * (1 - series.opacity))} if series.opacity < 1 else {}
        found |= {"fill": colour | paleness, "gap": 45}
        if native.is_stacked or native.overlaps:
            found |= {"overlap": 100}
        if series.inks:
            tinted = [{"fill": {"color": f"#{print_colour(ink)}"} | paleness} if ink else None for ink in series.inks]
            found["points"] = tinted
        elif series.unsure:
            hatch = {"pattern": "wide_upward_diagonal", "fg_color": colour["color"], "bg_color": "#FFFFFF"}
            places = range(len(native.categories))
            found["points"] = [{"pattern": hatch} if row in series.unsure else None for row in places]
    if any(series.labels):
        custom = [{"value": label} if label else {"delete": True} for label in series.labels]
        ink = "FFFFFF" if native.has_white_labels(series) else print_colour("ink1")
        place = "inside_end" if native.is_stacked else "outside_end"
        look = {"position": place, "font": {"color": f"#{ink}"}}
        found["data_labels"] = {"value": True, "custom": custom, **look}
    return found


def _axes(chart: Chart, native: NativeChart) -> None:
    across = {
        "num_font": {"size": 9},
        "label_position": "low",
        "reverse": native.is_reversed,
        "major_tick_mark": "none",
    }
    chart.set_x_axis(across)
    grid = {"visible": True, "line": {"color": f"#{print_colour('hair')}"}}
    values = _axis(native.value) | {"line": {"none": True}, "major_gridlines": grid}
    if not native.value.is_shown:
        values |= {"num_font": {"size": 1, "color": "#FFFFFF"}, "label_position": "none"}
    is_flat = native.kind == BARS  # XlsxWriter calls the axis at the foot x, whatever stands along it
    chart.set_x_axis(values if is_flat else across)
    chart.set_y_axis(across if is_flat else values)


def _axis(axis: NativeAxis) -> dict[str, object]:
    found: dict[str, object] = {"num_format": axis.format, "num_font": {"size": 9}, "major_tick_mark": "none"}
    bounds = (("min", axis.low), ("max", axis.high), ("major_unit", axis.step))
    if axis.title:
        found |= {"name": axis.title, "name_font": {"size": 9, "bold": False}}
    return found | {name: value for name, value in bounds if value is not None}


def _bubbles(workbook: xlsxwriter.Workbook, sheet: Sheet, native: NativeChart, top: int) -> Chart:
    """A series a bubble, each with its name beside it; XlsxWriter has no bubbles, so markers take their size."""
    chart = workbook.add_chart({"type": "scatter"})
    for at, point in enumerate(native.points, start=1):
        sheet.text(top + at, _TABLE, point.name)
        for column, value in enumerate((point.x, point.y, point.size), start=1):
            sheet.number(top + at, _TABLE + column, value, "number")
        cells = [[sheet.name, top + at, _TABLE + c, top + at, _TABLE + c] for c in (1, 2)]
        chart.add_series(
            {
                "name": [sheet.name, top + at, _TABLE],
                "categories": cells[0],
                "values": cells[1],
                "marker": {
                    "type": "circle",
                    "size": min(72, max(2, round(point.diameter * 0.75))),
                    "fill": {"color": f"#{print_colour(point.ink)}", "transparency": 28},
                    "border": {"none": True},
                },
                "data_labels": {"series_name": True, "value": False, "position": "right"},
            }
        )
    chart.set_x_axis(_axis(native.across))
    chart.set_y_axis(_axis(native.value))
    chart.set_legend({"none": True})
    return chart


def _steps(workbook: xlsxwriter.Workbook, sheet: Sheet, native: NativeChart, top: int, figure: Figure) -> Chart:
    """Two columns a curve: where its corners stand, and how high."""
    chart = workbook.add_chart({"type": "scatter", "subtype": "straight"})
    kind = next(column.kind for column in figure.table.columns if column.role == "series")
    for number, series in enumerate(native.series):
        column = _TABLE + 2 * number
        sheet.text(top, column + 1, series.name, "head_right")
        for at, (x, y) in enumerate(zip(series.xs, series.values, strict=True), start=1):
            sheet.number(top + at, column, x, "number")
            if y is not None:
                sheet.number(top + at, column + 1, y, kind)
        last = top + len(series.xs)
        dash = {"dash_type": _DASHES[series.dash]} if series.dash in _DASHES else {}
        chart.add_series(
            {
                "name": [sheet.name, top, column + 1],
                "categories": [sheet.name, top + 1, column, last, column],
                "values": [sheet.name, top + 1, column + 1, last, column + 1],
                "line": {"color": f"#{print_colour(series.ink)}", "width": series.width} | dash,
                "marker": {"type": "none"},
            }
        )
    unseen = [at for at, series in enumerate(native.series) if series.role]
    chart.set_x_axis(_axis(native.across))
    chart.set_y_axis(_axis(native.value))
    chart.set_legend({"none": True} if not native.has_key else {"position": "top", "delete_series": unseen})
    return chart


def link_in(sheet: Sheet, row: int, column: int) -> str:
    """The formula that leads to a cell of another sheet."""
    return f"={sheet.quoted}!{xl_rowcol_to_cell(row, column)}"
