"""Labels of native charts: numbers of the data sheet in the words of the figure, or the names of bubbles.

python-pptx has no labels with a number format of their own, so these are XML.
"""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from kpidesk.export.native_shape import NativeChart, NativeSeries
from kpidesk.export.number_texts import format_of
from kpidesk.export.pptx_paints import Paints
from kpidesk.export.pptx_tags import legible

_LABEL = (
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100"><a:solidFill>{}</a:solidFill></a:defRPr>'
    "</a:pPr><a:endParaRPr/></a:p></c:txPr>"
)
_RICH = '<c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1100"><a:solidFill>{}</a:solidFill></a:rPr><a:t/></a:r></a:p></c:rich>'
_SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def label_points(shown: Any, series: NativeSeries, native: NativeChart, paints: Paints) -> None:
    """A label a point that shows the number of the data sheet in the figure's words; none where the figure has none."""
    element = shown._element  # noqa: SLF001  labels with a number format of their own are XML only
    for old in element.findall(qn("c:dLbls")):
        element.remove(old)
    place = f'<c:dLblPos val="{"inEnd" if native.is_stacked else "outEnd"}"/>'
    is_inside = native.has_white_labels(series)
    ink = f'<a:srgbClr val="{paints.inside if is_inside else paints.colour("ink1")}"/>'
    if not is_inside and paints.theme_of("ink1") is not None:
        ink = '<a:schemeClr val="tx1"/>'
    look = _LABEL.format(ink)
    shows = "".join(f'<c:{name} val="{int(name == "showVal")}"/>' for name in _SHOWS)
    labels = parse_xml(f"<c:dLbls {nsdecls('c', 'a')}/>")
    for at, (text, value) in enumerate(zip(series.labels, series.values, strict=True)):
        if not text or value is None:
            labels.append(parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'))
            continue
        form = format_of(text, abs(value))
        label = parse_xml(f'<c:dLbl {nsdecls("c", "a")}><c:idx val="{at}"/>{look}{place}{shows}</c:dLbl>')
        if form is None:
            label.insert(1, _rich(text, ink))
        else:
            number = parse_xml(f"<c:numFmt {nsdecls('c')}/>")
            number.set("formatCode", form if value >= 0 else f"{form};{form}")
            number.set("sourceLinked", "0")
            label.insert(1, number)
        labels.append(label)
    hidden = "".join(f'<c:{name} val="0"/>' for name in _SHOWS)
    for part in parse_xml(f"<c:x {nsdecls('c')}>{hidden}</c:x>"):
        labels.append(part)
    _insert(element, labels)


def _rich(text: str, ink: str) -> Any:
    """A label in words, where no number format can say what the figure says."""
    rich = parse_xml(f"<c:tx {nsdecls('c', 'a')}>{_RICH.format(ink)}</c:tx>")
    rich.find(f".//{qn('a:t')}").text = legible(text)
    return rich


def _insert(element: Any, labels: Any) -> None:
    """Where the schema has them: before trend lines, error bars and the numbers."""
    for name in ("c:trendline", "c:errBars", "c:cat", "c:xVal", "c:val", "c:yVal"):
        found = element.find(qn(name))
        if found is not None:
            found.addprevious(labels)
            return
    element.append(labels)


def label_by_name(shown: Any) -> None:
    """The name of the series beside its only point."""
    element = shown._element  # noqa: SLF001  as above
    for old in element.findall(qn("c:dLbls")):
        element.remove(old)
    shows = "".join(f'<c:{name} val="{int(name == "showSerName")}"/>' for name in _SHOWS)
    _insert(element, parse_xml(f'<c:dLbls {nsdecls("c")}><c:dLblPos val="r"/>{shows}</c:dLbls>'))
