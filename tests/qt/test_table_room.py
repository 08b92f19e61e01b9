"""How a table shares its room: words make way before it scrolls sideways, numbers never do."""

import pytest
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.widgets.data_table import ROW, ROW_DENSE, DataTable
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_units_in_heads
from kpidesk.qt.widgets.table_widths import WORDS
from kpidesk.qt.widgets.wrapping_table import WrappingTable
from PySide6.QtGui import QColor
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


@pytest.mark.parametrize("width", [300, 431, 560, 747])
def test_a_table_scrolled_to_its_end_cuts_no_column(dressed, width):
    heads = (Column("Movement"), *(Column(f"{month}/2026", is_number=True) for month in range(1, 13)))
    table = DataTable()
    dressed.addWidget(table)
    table.resize(width, 120)
    table.show()
    table.set_table(TableView(heads, ((Cell("New"), *(Cell(FIGURE) for _ in range(12))),)))
    lefts = [table.columnViewportPosition(column) for column in range(13)]
    beside = table.viewport().width() - table.columnWidth(0)
    assert sum(table.columnWidth(column) for column in range(13)) - beside in lefts


def in_a_room(dressed, height):
    table, room = DataTable(), QWidget()
    dressed.addWidget(table)
    dressed.addWidget(room)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    column.addStretch(0)
    room.resize(600, height)
    room.show()
    return room, table


def fill(room, table, count, **how):
    rows = tuple((Cell("Email"), Cell(FIGURE)) for _ in range(count))
    table.set_table(TableView((Column("Channel"), Column("Cost", is_number=True)), rows))
    room.layout().activate()
    table.fill(room.layout(), **how)
    table.on_filling()


@pytest.mark.parametrize(
    ("height", "row"),
    [
        (9 * ROW + 4, ROW),
        (9 * ROW - 20, ROW - 3),
        (ROW + 8 * ROW_DENSE + 2, ROW_DENSE),
        (5 * ROW, ROW),
        (9 * ROW + 2 + 8 * 9, ROW + 9),
        (18 * ROW, ROW),
    ],
)
def test_rows_stand_closer_or_wider_where_that_fills_the_room(dressed, height, row):
    room, table = in_a_room(dressed, height)
    fill(room, table, 8)
    assert table.verticalHeader().defaultSectionSize() == row


def test_rows_of_a_list_that_is_searched_keep_their_height(dressed):
    room, table = in_a_room(dressed, 9 * ROW + 2 + 8 * 9)
    fill(room, table, 20)
    fill(room, table, 8, keeps_rows=True)
    assert table.verticalHeader().defaultSectionSize() == ROW
    fill(room, table, 8)
    assert table.verticalHeader().defaultSectionSize() == ROW + 9


def heads_and_cells(*lines, total=None):
    """What a table of these lines says, the first column words."""
    columns = (Column(""), *(Column(f"{at}月", is_number=True) for at in range(1, len(lines[0]))))
    rows = [tuple(map(Cell, line)) for line in lines]
    view = with_units_in_heads(TableView(columns, tuple(rows), None if total is None else tuple(map(Cell, total))))
    return [column.title for column in view.columns], [[cell.text for cell in row] for row in view.rows], view.total


def test_a_currency_is_said_in_the_head_and_not_in_each_cell():
    heads, cells, _ = heads_and_cells(("新增", "1.98万美元", "12"), ("流失", "—", "3"))
    assert heads == ["", "1月（美元）", "2月"]
    assert cells == [["新增", "1.98万", "12"], ["流失", "—", "3"]]


def test_one_currency_of_several_columns_is_said_once():
    heads, cells, total = heads_and_cells(("新增", "19.00美元", "7", "7.00美元"), total=("合计", "1.00美元", "7", "—"))
    assert heads == ["Money in 美元", "1月", "2月", "3月"]
    assert cells == [["新增", "19.00", "7", "7.00"]]
    assert [cell.text for cell in total] == ["合计", "1.00", "7", "—"]


def test_a_currency_that_stands_in_several_rows_among_other_units_is_said_once():
    heads, cells, _ = heads_and_cells(
        ("经常性收入", "23.8万美元", "24.1万美元"), ("流失率", "3.9%", "—"), ("客单价", "268美元", "271美元")
    )
    assert heads == ["Money in 美元", "1月", "2月"]
    assert cells == [["经常性收入", "23.8万", "24.1万"], ["流失率", "3.9%", "—"], ["客单价", "268", "271"]]


def test_in_one_column_of_all_kinds_of_figures_each_amount_keeps_its_currency():
    heads, cells, _ = heads_and_cells(
        ("点击", "2.42万", "−2.3%"), ("单次点击费用", "3.00美元", "+2.0%"), ("支出", "7.24万美元", "—")
    )
    assert heads == ["", "1月", "2月"]
    assert [row[1] for row in cells] == ["2.42万", "3.00美元", "7.24万美元"]


@pytest.mark.parametrize("texts", [("268美元", "5.1%"), ("$268", "$300"), ("268欧元", "300美元")])
def test_cells_of_several_units_keep_them(texts):
    heads, cells, _ = heads_and_cells(*(("x", text) for text in texts))
    assert heads == ["", "1月"]
    assert [row[1] for row in cells] == list(texts)


def test_room_that_is_left_over_goes_first_to_words_that_would_be_cut(dressed):
    table = DataTable()
    dressed.addWidget(table)
    table.resize(sum(text_width(cell.text, Role.BODY) + 32 for cell in VIEW.rows[0]), 120)  # room for all
    table.show()
    table.set_table(TableView((Column("Since"), Column("What changed"), Column("Part", is_number=True)), VIEW.rows))
    assert text_width(WORDY, Role.BODY) > 280  # more than a column of words is given unasked
    assert table.columnWidth(1) >= text_width(WORDY, Role.BODY) + 2 * 8
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()


def test_where_words_do_not_fit_a_row_has_two_lines_and_the_others_one(dressed):
    table = WrappingTable(dense=True)
    dressed.addWidget(table)
    table.resize(260, 200)
    table.show()
    rows = ((Cell("Churned customers, start to end of the period"), Cell("78")), (Cell("Churn"), Cell("5.1%")))
    table.set_table(TableView((Column("KPI", widest=148), Column("Value", is_number=True, stretch=0)), rows))
    assert [table.rowHeight(row) for row in range(2)] == [ROW_DENSE + 20, ROW_DENSE]
    box = table.visualRect(table.model().index(0, 0))
    picture, dark = table.viewport().grab(box).toImage(), QColor("#777777").lightness()

    def has_ink(top: int, bottom: int) -> bool:
        ratio = picture.devicePixelRatio()
        inner = range(round(10 * ratio), round((box.width() - 10) * ratio))
        lines = range(round(top * ratio), round(bottom * ratio))
        return any(picture.pixelColor(x, y).lightness() < dark for y in lines for x in inner)

    assert has_ink(4, box.height() // 2 - 2)
    assert has_ink(box.height() // 2 + 2, box.height() - 6)
    table.resize(600, 200)
    assert [table.rowHeight(row) for row in range(2)] == [ROW_DENSE, ROW_DENSE]
