"""Charts of two kinds in one, which python-pptx cannot make: bands behind lines, lines through columns; dotted ends."""

import copy
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kpidesk.export.native_shape import LINES, NativeChart, NativeSeries
from kpidesk.export.pptx_paints import Paints

_NOT_OF_AREAS = ("c:marker", "c:smooth")
_NOT_OF_LINES = ("c:invertIfNegative", "c:pictureOptions", "c:shape")


def parts_beside(chart: Chart, native: NativeChart) -> tuple[Any, ...]:
    """What was put beside the chart's own kind: the areas of bands, the lines through columns."""
    name = "c:areaChart" if native.kind == LINES else "c:lineChart"
    return tuple(chart._chartSpace.iter(qn(name)))  # noqa: SLF001  python-pptx has no charts of two kinds


def move_band(chart: Chart, native: NativeChart) -> None:
    """Foot and span of a band out of the lines into a stacked area behind them, on the same axes."""
    line = chart._chartSpace.find(f".//{qn('c:lineChart')}")  # noqa: SLF001  python-pptx has no charts of two kinds
    area = parse_xml(f'<c:areaChart {nsdecls("c")}><c:grouping val="stacked"/><c:varyColors val="0"/></c:areaChart>')
    rows = line.findall(qn("c:ser"))
    for row, series in zip(rows, native.series, strict=True):
        if series.role in ("low", "span"):
            _strip(row, _NOT_OF_AREAS)
            area.append(row)
    _share_axes(line, area)
    line.addprevious(area)


def move_nets(chart: Chart, native: NativeChart) -> None:
    """Lines through columns out of the columns, on the same axes."""
    columns = chart._chartSpace.find(f".//{qn('c:barChart')}")  # noqa: SLF001  as above
    nets = [series.role == "net" for series in native.series]
    if columns is None or not any(nets):
        return
    line = parse_xml(f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>')
    for row, is_net in zip(columns.findall(qn("c:ser")), nets, strict=True):
        if is_net:
            _strip(row, _NOT_OF_LINES)
            look = row.find(qn("c:spPr"))
            marker = parse_xml(f'<c:marker {nsdecls("c")}><c:symbol val="none"/></c:marker>')
            (row.find(qn("c:tx")) if look is None else look).addnext(marker)
            row.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
            line.append(row)
    line.append(parse_xml(f'<c:marker {nsdecls("c")} val="1"/>'))
    _share_axes(columns, line)
    columns.addnext(line)


def looks_of(chart: Chart) -> dict[str, Any]:
    """How each series looks, by its name: as it was made, or as the user has it by now."""
    found = {}
    for row in chart._chartSpace.iter(qn("c:ser")):  # noqa: SLF001  python-pptx cannot take a look along
        name, look = row.find(f"{qn('c:tx')}//{qn('c:v')}"), row.find(qn("c:spPr"))
        if name is not None and look is not None:
            found[str(name.text)] = copy.deepcopy(look)
    return found


def put_look(shown: Any, look: Any) -> None:
    """Give a series its look back."""
    own = shown._element.find(qn("c:spPr"))  # noqa: SLF001  as above
    if look is not None and own is not None:
        own.getparent().replace(own, copy.deepcopy(look))


def mark_unsure(shown: Any, series: NativeSeries, paints: Paints, *, is_line: bool) -> None:
    """The way to a period that has not ended is dotted, its column hatched; last month's are so no longer."""
    element = shown._element  # noqa: SLF001  python-pptx cannot take the look of a point away
    for point in element.findall(qn("c:dPt")):
        look = point.find(f".//{qn('a:prstDash')}") if is_line else point.find(f".//{qn('a:pattFill')}")
        if look is not None and look.get("val", "sysDot") == "sysDot":
            element.remove(point)
    for at in series.unsure:
        look = shown.points[at].format
        if is_line:
            look.line.width = Pt(series.width)
            paints.put(look.line.color, series.ink)
            look.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
            _recolour(element, at)
        else:
            look.fill.patterned()
            look.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
            paints.put(look.fill.fore_color, series.ink)
            paints.put(look.fill.back_color, "surface")


def _recolour(element: Any, at: int) -> None:
    """The way to one point in the colour that the whole line has."""
    line = f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:solidFill')}"
    own = element.find(line)
    point = next(each for each in element.findall(qn("c:dPt")) if each.find(qn("c:idx")).get("val") == str(at))
    put = point.find(line)
    if own is not None and put is not None:
        put.getparent().replace(put, copy.deepcopy(own))


def number_axes(chart: Chart) -> None:
    """The numbers of axes as the schema wants them; python-pptx writes negative ones."""
    for name in ("c:axId", "c:crossAx"):
        for place in chart._chartSpace.iter(qn(name)):  # noqa: SLF001  as above
            place.set("val", str(int(place.get("val")) & 0x7FFFFFFF))


def _strip(row: Any, names: tuple[str, ...]) -> None:
    """Take off what the other kind of chart has not."""
    for name in names:
        for part in row.findall(qn(name)):
            row.remove(part)


def _share_axes(source: Any, target: Any) -> None:
    for axis in source.findall(qn("c:axId")):
        target.append(copy.deepcopy(axis))
