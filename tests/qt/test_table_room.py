"""How a table shares its room: words make way before it scrolls sideways, numbers never do."""

import pytest
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.widgets.data_table import ROW, ROW_DENSE, WORDS, DataTable
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from PySide6.QtWidgets import QVBoxLayout, QWidget

WORDY, FIGURE = "Sales and marketing cost · LinkedIn ads in Europe", "1,234,567.89"
VIEW = TableView(
    (Column("Since"), Column("What changed", widest=400), Column("Part", is_number=True)),
    ((Cell("2 Apr 2026"), Cell(WORDY), Cell(FIGURE)),),
)


@pytest.mark.parametrize(("width", "scrolls"), [(900, False), (460, False), (260, True)])
def test_words_make_way_and_figures_do_not(dressed, width, scrolls):
    table = DataTable()
    dressed.addWidget(table)
    table.resize(width, 120)
    table.show()
    table.set_table(VIEW)
    widths = [table.columnWidth(column) for column in range(3)]
    assert (sum(widths) > table.viewport().width()) is scrolls
    assert widths[2] >= text_width(FIGURE, Role.BODY)
    assert widths[1] >= min(WORDS, text_width(WORDY, Role.BODY))


@pytest.mark.parametrize(("height", "row"), [(9 * ROW + 4, ROW), (9 * ROW - 20, ROW_DENSE), (5 * ROW, ROW)])
def test_rows_stand_closer_where_that_brings_all_into_sight(dressed, height, row):
    rows = tuple((Cell("Email"), Cell(FIGURE)) for _ in range(8))
    table = DataTable()
    dressed.addWidget(table)
    room = QWidget()
    dressed.addWidget(room)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    room.resize(600, height)
    room.show()
    table.set_table(TableView((Column("Channel"), Column("Cost", is_number=True)), rows))
    column.activate()
    table.fill(column)
    table.on_filling()
    assert table.verticalHeader().defaultSectionSize() == row
