"""The show that a deck is written into: an empty one of ours, or the user's template with its layouts and colours."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Show
from pptx.util import Emu, Inches

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.system_reasons import system_reason
from kpidesk.export.pptx_ground import ground_of
from kpidesk.export.pptx_paints import Paints

Box = tuple[Emu, Emu, Emu, Emu]
"""Left, top, width, height."""

SIZES = {"16:9": (Inches(13.333), Inches(7.5)), "4:3": (Inches(10), Inches(7.5))}
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_SMALL = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_MOST_BYTES = 400 << 20
_LOWEST_TITLE, _LEAST_TITLE, _USUAL_POINTS = 0.4, Inches(0.3), 44.0
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OTHER_CORE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """A show and where things stand on its pages. ``is_own`` False: the template's title and colours are kept.

    ``title_points`` is the size of the type in the template's titles.
    """

    show: Show
    cover: Any
    page: Any
    paints: Paints
    is_own: bool
    title: Box
    body: Box
    foot: Box
    title_points: float = 28.0


def new_stage(ratio: str) -> Stage:
    """An empty white show of 16:9 or 4:3."""
    show = Presentation()
    show.slide_width, show.slide_height = SIZES[ratio]
    layout = show.slide_layouts[5]  # of python-pptx's own template: a title and nothing else
    return _stage(show, layout, layout, Paints(), is_own=True)


def from_template(path: Path) -> Stage:
    """The user's template without the slides in it; UserError where it cannot be read as one."""
    show = open_show(path)
    _forget_choices(show)
    for entry in list(show.slides._sldIdLst):  # noqa: SLF001  python-pptx cannot remove slides
        show.part.drop_rel(entry.rId)
        show.slides._sldIdLst.remove(entry)  # noqa: SLF001  as above
    page = _layout(show, wants_subtitle=False)
    paints = Paints(is_themed=True, ground=ground_of(page))
    return _stage(show, _layout(show, wants_subtitle=True), page, paints, is_own=False)


def _forget_choices(show: Show) -> None:
    """Sections and shows of the template's own slides: PowerPoint would look for these, and repair the file."""
    root = show.part._element  # noqa: SLF001  python-pptx knows neither
    sections = (each for each in root.iter() if str(each.tag).endswith("}sectionLst"))
    for part in [*root.findall(qn("p:custShowLst")), *(each.getparent() for each in sections)]:
        part.getparent().remove(part)


def stage_of(show: Show, *, is_themed: bool = False) -> Stage:
    """Where new pages of a deck that is there would go; ``is_themed``: it was made on the user's template."""
    page = _layout(show, wants_subtitle=False)
    return _stage(show, page, page, Paints(is_themed=is_themed, ground=ground_of(page)), is_own=False)


def open_show(path: Path) -> Show:
    """A .pptx or .potx; UserError for anything else, whatever is wrong with it."""
    try:
        content = path.read_bytes()
        return Presentation(io.BytesIO(_as_presentation(content)))
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
    ) as error:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("export", "{file} cannot be read as slides"), file=path.name),
            Message(QT_TRANSLATE_NOOP("export", "Open it in PowerPoint and save it as .pptx or .potx.")),
        ) from error
    except OSError as error:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("export", "{file} could not be read: {why}"), file=path.name, why=system_reason(error)
            )
        ) from error


def _as_presentation(content: bytes) -> bytes:
    """The same file as python-pptx wants it: a template as a presentation, relations by their right names.

    LibreOffice writes that of the core properties otherwise; python-pptx would put a second part of that name beside.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        if sum(item.file_size for item in source.infolist()) > _MOST_BYTES:
            raise ValueError("too large")
        types = source.read("[Content_Types].xml").decode("utf-8")
        relations = source.read("_rels/.rels").decode("utf-8")
        if _TEMPLATE not in types and _OTHER_CORE not in relations:
            return content
        changed = {
            "[Content_Types].xml": types.replace(_TEMPLATE, _PRESENTATION).encode(),
            "_rels/.rels": relations.replace(_OTHER_CORE, _CORE).encode(),
        }
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for item in source.infolist():
                out.writestr(item, changed.get(item.filename) or source.read(item))
        return target.getvalue()


def _layout(show: Show, *, wants_subtitle: bool) -> Any:
    """The layout for covers, or that with a title on top and least else; names differ by language, kinds do not."""

    def others(layout: Any) -> tuple[bool, int]:
        kinds = [each.placeholder_format.type for each in layout.placeholders]
        title = _place(layout, _TITLES)
        is_low = title is not None and title[1] + title[3] > _LOWEST_TITLE * show.slide_height
        return is_low, sum(1 for kind in kinds if kind not in (*_TITLES, *_SMALL))

    def has(layout: Any, *kinds: Any) -> bool:
        return any(each.placeholder_format.type in kinds for each in layout.placeholders)

    layouts = [layout for master in show.slide_masters for layout in master.slide_layouts]
    if wants_subtitle:
        covers = [each for each in layouts if has(each, PP_PLACEHOLDER.SUBTITLE) and has(each, *_TITLES)]
        if covers:
            return covers[0]
    titled = [layout for layout in layouts if has(layout, PP_PLACEHOLDER.TITLE)] or layouts
    return min(titled, key=others)


def _stage(show: Show, cover: Any, page: Any, paints: Paints, *, is_own: bool) -> Stage:
    width, height = show.slide_width, show.slide_height
    left, inner = Emu(round(width * 0.045)), Emu(round(width * 0.91))
    title: Box = (left, Inches(0.35), inner, Inches(0.7))
    foot_top = Emu(height - Inches(0.65))
    if not is_own:
        title = _inside(_place(page, _TITLES), show) or title
        small = [box for box in (_place(page, (kind,)) for kind in _SMALL) if box is not None and box[1] > height * 0.7]
        foot_top = Emu(min([foot_top + Inches(0.2), *(box[1] for box in small)]) - Inches(0.45))
        left, inner = title[0], title[2]
    top = Emu(title[1] + title[3])
    points = 28.0 if is_own else _title_points(page)
    foot: Box = (left, foot_top, inner, Inches(0.45))
    body: Box = (left, top, inner, Emu(foot_top - top - Inches(0.1)))
    return Stage(show, cover, page, paints, is_own, title, body, foot, points)


def _inside(box: Box | None, show: Show) -> Box | None:
    """The box cut at the edges of the slide; None where nothing can be written in it."""
    if box is None or box[3] < _LEAST_TITLE or box[1] < 0:
        return None
    left = max(0, box[0])
    width = min(box[2], show.slide_width - left)
    return (Emu(left), box[1], Emu(width), box[3]) if width > show.slide_width / 3 else None


def _title_points(layout: Any) -> float:
    """The size that the layout, or its master, gives to titles."""
    sources = [each._element for each in layout.placeholders if each.placeholder_format.type in _TITLES]  # noqa: SLF001
    styles = layout.slide_master._element.find(f".//{qn('p:titleStyle')}")  # noqa: SLF001  python-pptx reads no styles
    for source in (*sources, *([styles] if styles is not None else [])):
        for look in source.iter(qn("a:defRPr")):
            if look.get("sz"):
                return int(look.get("sz")) / 100
    return _USUAL_POINTS


def _place(layout: Any, kinds: tuple[Any, ...]) -> Box | None:
    """Where a layout, or its master, has a placeholder of these kinds."""
    for source in (layout, layout.slide_master):
        for each in source.placeholders:
            if each.placeholder_format.type in kinds and each.width:
                return each.left, each.top, each.width, each.height
    return None


def has_layouts(show: Show) -> bool:
    """False for a show without any layout, on which nothing can be put."""
    return show.part._element.find(qn("p:sldMasterIdLst")) is not None and len(show.slide_layouts) > 0  # noqa: SLF001
