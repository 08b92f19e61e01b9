"""Slides on templates of users: few layouts, dark ground, names as LibreOffice writes them; nothing lies on another."""

import io
import zipfile

import pytest
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.print_colours import print_colour
from kpidesk.qt.painting.exporters import QtImageRenderer
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches

from tests.export.books import a_deck
from tests.export.ooxml import wrong_in_file

_OURS = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OFFICES = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"


def with_layouts(*names):
    show = Presentation()
    for layout in list(show.slide_layouts):
        if layout.name not in names:
            show.slide_layouts.remove(layout)
    return show


def dark():
    show = Presentation()
    master = show.slide_masters[0]
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor.from_string("10203A")
    colours = master._element.find(qn("p:clrMap"))
    for one, other in (("bg1", "dk1"), ("tx1", "lt1")):
        colours.set(one, other)
    return show


def saved(show, path):
    show.save(path)
    return path


def as_libreoffice_writes(path):
    """Its core properties are under another name, which python-pptx does not know."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            out.writestr(name, source.read(name).replace(_OURS, _OFFICES))
    path.write_bytes(target.getvalue())
    return path


def made(template, tmp_path):
    path = tmp_path / "made.pptx"
    export(a_deck(), path, ExportOptions(renderer=QtImageRenderer(), template=template))
    return path


TEMPLATES = {
    "title only": lambda path: saved(with_layouts("Title Only"), path),
    "title and content": lambda path: saved(with_layouts("Title and Content"), path),
    "blank": lambda path: saved(with_layouts("Blank"), path),
    "dark": lambda path: saved(dark(), path),
    "libreoffice": lambda path: as_libreoffice_writes(saved(Presentation(), path)),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_deck_on_a_template(name, tmp_path, qapp):
    path = made(TEMPLATES[name](tmp_path / "template.pptx"), tmp_path)
    assert wrong_in_file(path) == []
    show = Presentation(path)
    assert any("June 2026" in shape.text_frame.text for shape in show.slides[0].shapes if shape.has_text_frame)
    for page in show.slides:
        assert not [place for place in page.placeholders if not place.text_frame.text]
        boxes = sorted((s.top, s.top + s.height, s.left, s.left + s.width) for s in page.shapes)
        assert all(0 <= left <= right <= show.slide_width + 1 for *_, left, right in boxes)
        assert all(0 <= top <= bottom <= show.slide_height + 1 for top, bottom, *_ in boxes)
        for one, (_, bottom, left, right) in enumerate(boxes):
            for other in boxes[one + 1 :]:
                is_below = other[0] >= bottom - Inches(0.06)
                assert is_below or other[2] >= right or other[3] <= left, (name, page.slide_id)


def test_colours_are_those_of_the_ground(tmp_path, qapp):
    path = made(saved(dark(), tmp_path / "template.pptx"), tmp_path)
    with zipfile.ZipFile(path) as file:
        charts = b"".join(file.read(name) for name in file.namelist() if "charts/chart" in name)
    assert print_colour("good", is_dark=True).encode() in charts
    assert print_colour("good").encode() not in charts
    assert print_colour("ink1").encode() not in charts


def test_long_titles_take_smaller_type(tmp_path, qapp):
    path = made(saved(with_layouts("Title Only"), tmp_path / "template.pptx"), tmp_path)
    sizes = {
        page.shapes.title.text_frame.text: page.shapes.title.text_frame.paragraphs[0].runs[0].font.size
        for page in Presentation(path).slides
    }
    assert sizes["MRR"] is None
    assert sizes["Customers kept, by start month"] is not None
