"""Charts on the clipboard and carried out of the window: as pictures, drawings and tables, never as formulas."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from kpidesk.charts.figure import Column, Table
from kpidesk.qt.widgets.table_copy import copied
from kpidesk.qt.widgets.table_model import Cell, TableModel, TableView
from kpidesk.qt.widgets.table_model import Column as Head
from kpidesk.ui.charts.chart_export import copy_table, picture_of
from kpidesk.ui.charts.chart_tile import ChartTile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from tests.charts.gallery import gallery
from tests.export.test_injection import PAYLOADS

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class Cells(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


def bare(text):
    return text.strip().lstrip("\u00a0\u3000\ufeff\u200b\x0b")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_the_clipboard_is_a_formula(payload, qapp):
    columns = (Column(payload, role="label"), Column("n", "count"))
    copy_table(Table(columns, ((payload, -5.0), ("Team", 3.0))))
    mime = QApplication.clipboard().mimeData()
    cells = [cell for line in mime.text().split("\n") for cell in line.split("\t")]
    parser = Cells()
    parser.feed(mime.html())
    for cell in (*cells, *parser.found):
        assert cell in ("-5", "3") or not bare(cell).startswith(STARTS), cell
    assert 'x:num="-5"' in mime.html()


def test_picture_is_pixels_and_drawing(qapp):
    content = picture_of(gallery()["line"])
    assert content.hasImage()
    assert bytes(content.data("image/svg+xml")).startswith(b"<?xml")


def test_chart_is_carried_away_by_its_head(qapp, qtbot):
    carried = []
    tile = ChartTile()
    tile.asked.connect(carried.append)
    qtbot.addWidget(tile)
    tile.resize(600, 320)
    figure = replace(gallery()["bar"])
    tile.set_figure(figure)
    tile.show()
    head = QPoint(200, 16)
    qtbot.mousePress(tile, Qt.MouseButton.LeftButton, pos=head)
    qtbot.mouseMove(tile, QPoint(260, 60))
    qtbot.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(260, 60))
    assert carried == ["drag"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_cells_of_a_table_are_copied_as_texts(payload):
    text = copied_text(payload)
    assert not bare(text).startswith(STARTS)
    assert "\n" not in text


@pytest.mark.parametrize("number", ["+3.2%", "−5", "-5", "+$12.3K", "+0.8 pt", "Team", "1,234"])
def test_signed_numbers_are_copied_as_they_are(number):
    assert copied_text(number) == number


def copied_text(text):
    model = TableModel()
    model.show_table(TableView((Head("x"),), ((Cell(text),),)))
    return copied(model, [model.index(0, 0)])
