"""Whether the pages of a template are dark, and whether its own text can be read on them."""

from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

_THEME = "/theme"
_DARK = 0.35


@dataclass(frozen=True, slots=True)
class Ground:
    """What text and charts stand on. ``has_own_text`` False: the colour of text in the theme is lost on it."""

    is_dark: bool = False
    has_own_text: bool = True


def ground_of(layout: Any) -> Ground:
    """By the plain colour behind a layout; where that is a picture, light text is taken to be for dark ground."""
    master = layout.slide_master
    colours = _colours(master)
    text = _light(colours.get("tx1", "000000"))
    behind = next((each for each in (_behind(layout, colours), _behind(master, colours)) if each is not None), None)
    if behind is None:
        return Ground(text > 1 - _DARK)
    is_dark = _light(behind) < _DARK
    return Ground(is_dark, text > _light(behind) + _DARK if is_dark else text < _light(behind) - _DARK)


def _behind(source: Any, colours: dict[str, str]) -> str | None:
    """The colour of the background; the first of a gradient; None where there is no such thing."""
    element = source._element.find(f".//{qn('p:bg')}")  # noqa: SLF001  python-pptx gives it a fill while it looks
    if element is None:
        return None
    for each in element.iter(qn("a:srgbClr"), qn("a:schemeClr"), qn("a:sysClr")):
        if each.tag == qn("a:schemeClr"):
            return colours.get(each.get("val"))
        return str(each.get("lastClr") or each.get("val"))
    return None


def _colours(master: Any) -> dict[str, str]:
    """The colours of the master's theme, under the names of the theme and under those of its map."""
    part = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith(_THEME))
    found = {}
    scheme = parse_xml(part.blob).find(f".//{qn('a:clrScheme')}")
    for entry in scheme if scheme is not None else ():
        colour = next(iter(entry), None)
        if colour is not None:
            found[str(entry.tag).rpartition("}")[2]] = str(colour.get("lastClr") or colour.get("val"))
    names = master._element.find(qn("p:clrMap"))  # noqa: SLF001  python-pptx has no map of colours
    if names is not None:
        found |= {name: found[to] for name, to in names.attrib.items() if to in found}
    return found


def _light(colour: str) -> float:
    """How light ``RRGGBB`` looks, from 0 to 1."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return 0.0
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
