"""The columns of a sheet under review share the room by what they hold."""

from kpidesk.qt.fonts import Role, text_width
from kpidesk.ui.importing.column_table import FOUND, ColumnTable, ColumnView

HEADS = ("Your column", "Becomes", "Read as", "Found in it")
COLUMNS = (
    ColumnView(0, "Customer ID", "Customer", "customer_id", "code", "C-00019, C-00032, C-00045"),
    ColumnView(1, "Company", "Customer name", "customer_name", "text", "Zephyr Media 58, Poplar Studio 72"),
    ColumnView(2, "Signed up", "Sign-up date", "signup_date", "date, year first", "2023-06-18", "18 Jun 2023"),
)
BETWEEN_LISTS = 580
"""Pixels that are left for the table in a window of 1440, with the sheets on its left and the findings on its right."""


def test_a_date_is_told_whole_as_it_is_found_and_as_it_is_read(qtbot, qapp):
    table = ColumnTable()
    qtbot.addWidget(table)
    table.resize(BETWEEN_LISTS, 300)
    table.show()
    table.show_columns(COLUMNS, HEADS)
    edges, gap = 14, 6
    needed = text_width("2023-06-18 →", Role.BODY) + gap + text_width("18 Jun 2023", Role.BODY) + edges
    assert table.horizontalHeader().sectionSize(FOUND) >= needed
