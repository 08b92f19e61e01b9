"""A short table leaves no empty band on a board, and what stands beside it still ends where it ends."""

import pytest
from kpidesk.charts.figure import Table
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.dashboard.board_canvas import BoardCanvas
from kpidesk.ui.dashboard.closing_up import closed_up
from kpidesk.workspace.dashboard import TABLE, TEXT, Placement, Tile
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget


def test_below_a_short_table_the_board_moves_up():
    boxes = {"table": QRect(0, 0, 800, 400), "chart": QRect(0, 416, 800, 300)}
    found = closed_up(boxes, {"table": 250})
    assert found == {"table": QRect(0, 0, 800, 250), "chart": QRect(0, 266, 800, 300)}


def test_beside_a_chart_a_table_keeps_its_height():
    boxes = {"table": QRect(0, 0, 400, 300), "chart": QRect(416, 0, 400, 300), "next": QRect(0, 316, 816, 300)}
    assert closed_up(boxes, {"table": 100}) == boxes


def test_tables_side_by_side_end_with_the_longer_one():
    boxes = {"one": QRect(0, 0, 400, 300), "two": QRect(416, 0, 400, 300), "next": QRect(0, 316, 816, 300)}
    found = closed_up(boxes, {"one": 100, "two": 220})
    assert [found[each].height() for each in ("one", "two")] == [220, 220]
    assert found["next"].top() == 236


def test_no_table_grows_over_its_set_height():
    boxes = {"table": QRect(0, 0, 800, 400)}
    assert closed_up(boxes, {"table": 900}) == boxes


@pytest.mark.parametrize("narrow", [False, True])
def test_a_table_on_a_board_is_as_high_as_its_rows_and_as_set_while_it_is_edited(qtbot, qapp, narrow):
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 900)
    canvas = BoardCanvas(room)
    canvas.resize(900, 10)
    tiles = (
        Tile("table", TABLE, placement=Placement(0, 0, 12, 6)),
        Tile("text", TEXT, text="Below", placement=Placement(0, 6, 12, 2)),
    )
    table, text = FigureTableTile(room, scrolls=True), QWidget(room)
    canvas.set_narrow(narrow)
    canvas.set_tiles(tiles, {"table": table, "text": text})
    room.show()
    for tile in tiles:
        canvas.show_tile(tile)
    set_height = table.height()
    view = TableView((Column("Channel"), Column("Cost", is_number=True)), ((Cell("Email"), Cell("$5")),) * 3)
    table.set_table(view, Table((), ()), "Channels", "", "Data to 18 Jun 2026")
    for _ in range(4):
        QApplication.processEvents()
    rows = table.table
    assert rows.height() == rows.full_height()
    assert table.height() < set_height
    foot = table._foot.geometry().top()
    assert 0 <= foot - rows.geometry().bottom() - 1 <= table.body.spacing() + 1  # no band between rows and foot
    assert text.y() == table.height() + 16
    canvas.set_edited(True)
    assert table.height() == set_height
    assert text.y() == set_height + 16
