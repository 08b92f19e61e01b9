"""Reports on paper: text that can be found, fonts inside, bookmarks, language; what poppler says of them."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from kpidesk.charts.figure import KeyEntry
from kpidesk.charts.pivot import Pivot, Row
from kpidesk.core.formatting import Style
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.paper import Page
from kpidesk.export.pdf_outline import with_outline
from kpidesk.qt.painting import figure_painter, one_page, page_painter
from kpidesk.qt.painting.exporters import QtImageRenderer, png_bytes, print_colours
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.charts.gallery import gallery
from tests.export.books import a_deck

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
pytestmark = pytest.mark.usefixtures("qapp")


def said_by(tool, path, *more):
    return subprocess.run([tool, path, *more], check=True, capture_output=True, timeout=60).stdout.decode()


def written(tmp_path, **options):
    path = tmp_path / "report.pdf"
    deck = replace(a_deck(), title="Bericht 月报", stamp=("Gold only",))
    export(deck, path, ExportOptions(renderer=QtImageRenderer(), **options))
    return path


@needs_poppler
def test_texts_can_be_found_and_fonts_are_inside(tmp_path):
    path = written(tmp_path)
    text = said_by("pdftotext", path, "-")
    assert "$238.1K" in text
    assert "+3.2% vs Apr" in text
    assert "Gold only" in text
    fonts = said_by("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts), fonts


@needs_poppler
def test_pages_are_those_of_the_deck_and_have_bookmarks(tmp_path):
    path = written(tmp_path)
    assert f"Pages:           {len(a_deck().slides)}" in said_by("pdfinfo", path)
    content = path.read_bytes()
    assert b"/Lang (en)" in content
    assert content.count(b"/Dest [") == len(a_deck().slides)
    assert "MRR movements".encode("utf-16-be").hex().upper().encode() in content


@needs_poppler
def test_chinese_is_found_by_the_characters_that_people_type(tmp_path):
    text = said_by("pdftotext", written(tmp_path, is_one_page=True), "-")
    assert "月报" in text


@needs_poppler
def test_one_sheet_is_one_sheet_of_a4(tmp_path):
    info = said_by("pdfinfo", written(tmp_path, is_one_page=True))
    assert "Pages:           1" in info
    assert "A4" in info


def test_unknown_structure_is_left_alone():
    assert with_outline(b"%PDF-1.4 nothing else", ["a"], "en") == b"%PDF-1.4 nothing else"


@pytest.mark.parametrize("name", [name for name, figure in gallery(Style()).items() if figure.empty is None])
def test_picture_without_a_ground_shows_what_is_behind(name):
    image = QImage.fromData(png_bytes(gallery()[name], (640, 300), 1.0, is_transparent=True))
    assert image.pixelColor(1, 1).alpha() == 0
    solid = QImage.fromData(png_bytes(gallery()[name], (640, 300), 1.0))
    assert solid.pixelColor(1, 1).alpha() == 255


@needs_poppler
def test_table_that_has_too_little_room_keeps_its_total_and_says_what_is_left_out(tmp_path):
    heads = tuple(f"A figure with a rather long name {at}" for at in range(6))
    rows = tuple(Row(f"Segment {at}", (1.0,) * 6, "count") for at in range(15))
    pivot = Pivot("", heads, (*rows, Row("Whole", (15.0,) * 6, "count", is_total=True)), Style())
    path = tmp_path / "report.pdf"
    deck = Deck("t", (Slide("Table", pivot=pivot, headline="What it says"),), stamp=("Gold only",))
    export(deck, path, ExportOptions(renderer=QtImageRenderer(), size=(960, 380)))

    said = said_by("pdftotext", path, "-")

    assert "Whole" in said
    assert "more rows in the workbook" in said


@pytest.mark.parametrize("size", [(620, 600), (960, 540)])
def test_every_name_of_a_key_is_in_the_picture(size, monkeypatch):
    names = tuple(f"A segment with a long name {at}" for at in range(1, 9))
    entries = tuple(KeyEntry(f"series.{at}", name) for at, name in enumerate(names, start=1))
    seen = []
    monkeypatch.setattr(figure_painter, "_swatch", lambda _, rect, entry, __: seen.append((rect, entry.name)))

    png_bytes(replace(gallery()["line"], key=entries), size)

    assert [name for _, name in seen] == list(names)
    assert max(rect.right() for rect, _ in seen) < size[0] - 100
    assert len({rect.top() for rect, _ in seen}) > 1


def test_words_on_one_sheet_stand_above_the_charts(monkeypatch):
    sentence = "A rather long sentence of a report that somebody wrote for the board. " * 6
    pages = (Page("Words", text=(sentence,)), Page("Chart", figure=gallery()["line"]))
    rooms, ends = [], []
    paint_content, paint_lines = one_page.paint_content, page_painter.paint_lines

    def painted_content(painter, rect, page, colours, **more):
        before = len(ends)
        paint_content(painter, rect, page, colours, **more)
        rooms.append((rect, max(ends[before:])))

    def painted_lines(*given, **more):
        ends.append(paint_lines(*given, **more))
        return ends[-1]

    monkeypatch.setattr(one_page, "paint_content", painted_content)
    monkeypatch.setattr(page_painter, "paint_lines", painted_lines)
    image = QImage(794, 1123, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    one_page.paint_one_page(painter, QRectF(0, 0, 794, 1123), "Report", pages, print_colours())
    painter.end()

    (words, end), (chart, _) = rooms
    assert words.top() + 60 < end <= chart.top()
