"""What Office is strict about in its files: whoever breaks one of these rules is asked whether to repair the file."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from lxml import etree

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PLACES = {
    "lineChart": {"t", "b", "l", "r", "ctr"},
    "scatterChart": {"t", "b", "l", "r", "ctr"},
    "bubbleChart": {"t", "b", "l", "r", "ctr"},
    "areaChart": set(),
    "clustered": {"ctr", "inEnd", "inBase", "outEnd"},
    "stacked": {"ctr", "inEnd", "inBase"},
}
"""Where labels may stand, by the kind of the chart."""
_SERIES = {
    "barChart": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
    "lineChart": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth",
    "areaChart": "idx order tx spPr pictureOptions dPt dLbls trendline errBars cat val",
    "scatterChart": "idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth",
    "bubbleChart": "idx order tx spPr invertIfNegative dPt dLbls trendline errBars xVal yVal bubbleSize bubble3D",
}
_LABEL = (
    "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize separator"
)
_LABELS = "dLbl delete " + _LABEL.removeprefix("idx delete layout tx ")


def wrong_in(content: bytes) -> list[str]:
    """Every broken rule, with its part; the workbooks inside charts are looked into as well."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
        found += [f"{name} twice" for name, count in Counter(name.lower() for name in names).items() if count > 1]
        parts = {name: file.read(name) for name in names}
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    found += _types(parts, trees["[Content_Types].xml"])
    relations = {name: _relations(name, trees) for name in parts if not name.endswith(".rels")}
    for name, tree in trees.items():
        found += [f"{name}: {said}" for said in _links(name, tree, parts, relations)]
        for kind, rule in _RULES.items():
            if re.fullmatch(kind, name):
                found += [f"{name}: {said}" for said in rule(tree)]
    for name, tree in trees.items():
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
            found += [f"{name}: {said}" for said in _sheet(tree, parts, relations[name])]
    for name, data in parts.items():
        if name.endswith(".xlsx"):
            found += [f"{name} › {said}" for said in wrong_in(data)]
    return found


def wrong_in_file(path: Path) -> list[str]:
    return wrong_in(path.read_bytes())


def _types(parts: dict[str, bytes], types: etree._Element) -> Iterator[str]:
    endings = [each.get("Extension").lower() for each in types.iter(f"{_TYPES}Default")]
    named = [each.get("PartName") for each in types.iter(f"{_TYPES}Override")]
    yield from (f"type of {each} twice" for each, count in Counter([*endings, *named]).items() if count > 1)
    yield from (f"type of {each}, which is not there" for each in named if each.lstrip("/") not in parts)
    for name in parts:
        if name != "[Content_Types].xml" and f"/{name}" not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no type"


def _relations(name: str, trees: dict[str, etree._Element]) -> dict[str, str]:
    """Targets by id; those outside the file are empty."""
    folder, _, leaf = name.rpartition("/")
    tree = trees.get(f"{folder}/_rels/{leaf}.rels" if folder else f"_rels/{leaf}.rels")
    found = {}
    for each in tree.iter(_RELATION) if tree is not None else ():
        assert each.get("Id") not in found, f"{name}: {each.get('Id')} twice"
        target = each.get("Target")
        inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id")] = "" if each.get("TargetMode") == "External" else inside
    return found


def _links(
    name: str, tree: etree._Element, parts: dict[str, bytes], relations: dict[str, dict[str, str]]
) -> Iterator[str]:
    own = relations.get(name, {})
    yield from (f"{target} is not there" for target in own.values() if target and target not in parts)
    if not name.endswith(".rels"):
        for element in tree.iter():
            for key, value in element.attrib.items():
                if key.startswith(_R) and value and value not in own:
                    yield f"{element.tag} leads to {value}, which is not there"


def _slide(tree: etree._Element) -> Iterator[str]:
    ids = Counter(each.get("id") for each in tree.iter(f"{_P}cNvPr"))
    yield from (f"shape {id} twice" for id, count in ids.items() if count > 1)
    for table in tree.iter(f"{_A}tbl"):
        wide = len(table.findall(f"{_A}tblGrid/{_A}gridCol"))
        if any(len(row.findall(f"{_A}tc")) != wide for row in table.findall(f"{_A}tr")):
            yield "a row of a table has not as many cells as the table columns"
    for body in tree.iter(f"{_P}txBody", f"{_A}txBody"):
        if body.find(f"{_A}p") is None:
            yield "a text without a paragraph"


def _presentation(tree: etree._Element) -> Iterator[str]:
    ids = [int(each.get("id")) for each in tree.iter(f"{_P}sldId")]
    if len(set(ids)) != len(ids) or any(not 256 <= id < 2147483648 for id in ids):
        yield "ids of slides"
    masters = [int(each.get("id")) for each in tree.iter(f"{_P}sldMasterId") if each.get("id")]
    if len(set(masters)) != len(masters) or any(id < 2147483648 for id in masters):
        yield "ids of masters"


def _chart(tree: etree._Element) -> Iterator[str]:
    area = tree.find(f"{_C}chart/{_C}plotArea")
    axes = {each.find(f"{_C}axId").get("val") for each in area if each.tag.endswith("Ax")}
    yield from (f"axis {each.get('val')}" for each in area.iter(f"{_C}axId") if each.get("val") not in axes)
    yield from (f"axis {axis}" for axis in axes if not 0 <= int(axis) < 2**31)
    every = list(area.iter(f"{_C}ser"))
    for part in ("idx", "order"):
        numbers = [each.find(f"{_C}{part}").get("val") for each in every]
        if len(set(numbers)) != len(numbers):
            yield f"{part} of two series alike"
    for series in every:
        kind = etree.QName(series.getparent()).localname
        yield from _in_order(series, _SERIES[kind])
        grouping = series.getparent().find(f"{_C}grouping")
        allowed = _PLACES[grouping.get("val") if kind == "barChart" else kind]
        for place in series.iter(f"{_C}dLblPos"):
            if place.get("val") not in allowed:
                yield f"labels of {kind} at {place.get('val')}"
        for labels in series.iter(f"{_C}dLbls"):
            yield from _in_order(labels, _LABELS)
        for label in series.iter(f"{_C}dLbl"):
            yield from _in_order(label, _LABEL)
        for cache in series.iter(f"{_C}strCache", f"{_C}numCache"):
            count = int(cache.find(f"{_C}ptCount").get("val"))
            places = [int(each.get("idx")) for each in cache.iter(f"{_C}pt")]
            if places != sorted(set(places)) or any(place >= count for place in places):
                yield "points of a cache"
    for entry in tree.iter(f"{_C}legendEntry"):
        if int(entry.find(f"{_C}idx").get("val")) >= len(every):
            yield "an entry of the key that is not there"
    if len(every) == 0:
        yield "no series"


def _in_order(element: etree._Element, order: str) -> Iterator[str]:
    """Children in the order of the schema, none unknown."""
    names, found = order.split(), [etree.QName(each).localname for each in element]
    unknown = [name for name in found if name not in names and name != "extLst"]
    places = [names.index(name) for name in found if name in names]
    if unknown or places != sorted(places):
        yield f"{etree.QName(element).localname}: {' '.join(found)}"


def _sheet(tree: etree._Element, parts: dict[str, bytes], relations: dict[str, str]) -> Iterator[str]:
    """The numbers that a chart keeps are those of the cells it names."""
    data = tree.find(f"{_C}externalData")
    if data is None:
        yield "no data sheet"
        return
    sheet = openpyxl.load_workbook(io.BytesIO(parts[relations[data.get(f"{_R}id")]])).active
    for formula in tree.iter(f"{_C}f"):
        cells = sheet[formula.text.rpartition("!")[2].replace("$", "")]
        values = [cell.value for row in cells for cell in row] if isinstance(cells, tuple) else [cells.value]
        cache = formula.getnext()
        kept = {int(each.get("idx")): each.find(f"{_C}v").text for each in cache.iter(f"{_C}pt")}
        if int(cache.find(f"{_C}ptCount").get("val")) != len(values):
            yield f"{formula.text} has {len(values)} cells"
        for place, value in enumerate(values):
            same = str(value) == kept.get(place) if isinstance(value, str) else _close(value, kept.get(place))
            if not same and not (value is None and kept.get(place) in (None, "")):
                yield f"{formula.text}: {kept.get(place)} for {value}"


def _close(value: float | None, kept: str | None) -> bool:
    if value is None or kept is None:
        return value is None and kept is None
    return abs(float(kept) - value) <= 1e-9 * max(1.0, abs(value))


def _workbook(tree: etree._Element) -> Iterator[str]:
    names = [each.get("name") for each in tree.iter(f"{_S}sheet")]
    if len({name.lower() for name in names}) != len(names):
        yield "two sheets of one name"
    yield from (f"name of sheet {name}" for name in names if len(name) > 31 or re.search(r"[\[\]:*?/\\]|^'|'$", name))
    defined = Counter((each.get("name").lower(), each.get("localSheetId")) for each in tree.iter(f"{_S}definedName"))
    for (name, _), count in defined.items():
        is_cell = re.fullmatch(r"[a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*|[rc]", name)
        if count > 1 or is_cell or not re.fullmatch(r"[^\W\d][\w.\\]*", name.removeprefix("_xlnm.")):
            yield f"defined name {name}"


_RULES = {
    r"ppt/(slides|notesSlides|slideLayouts|slideMasters)/[^/]+\.xml": _slide,
    r"ppt/presentation\.xml": _presentation,
    r"ppt/charts/chart\d+\.xml": _chart,
    r"xl/charts/chart\d+\.xml": _chart,
    r"xl/workbook\.xml": _workbook,
}
