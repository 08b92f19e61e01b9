"""The columns of a sheet under review share the room by what they hold."""

import pytest
from kpidesk.qt.fonts import Role, text_width
from kpidesk.ui.importing import column_table
from kpidesk.ui.importing.column_table import BECOMES, READS, ColumnTable, ColumnView

HEADS = ("Your column", "Becomes", "Read as", "Found in it")
COLUMNS = (
    ColumnView(0, "Customer ID", "Customer", "customer_id", "code", "C-00019, C-00032, C-00045"),
    ColumnView(1, "Company", "Customer name", "customer_name", "text", "Zephyr Media 58, Poplar Studio 72"),
    ColumnView(2, "Signed up", "Sign-up date", "signup_date", "date, year first", "2023-06-18", "18 Jun 2023"),
)
BETWEEN_LISTS = 580
"""Pixels that are left for the table in a window of 1440, with the sheets on its left and the findings on its right."""


def shown(qtbot, width):
    table = ColumnTable()
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    table.show_columns(COLUMNS, HEADS)
    return table


@pytest.mark.parametrize("width", [BETWEEN_LISTS, 900])
@pytest.mark.parametrize(("column", "longest"), [(BECOMES, "Customer name"), (READS, "date, year first")])
def test_a_chip_has_room_for_its_words(qtbot, qapp, width, column, longest):
    around_cell, around_words = 14, 33  # what stands beside the chip, and in it beside the words
    table = shown(qtbot, width)
    assert table.horizontalHeader().sectionSize(column) >= text_width(longest, Role.BODY) + around_cell + around_words


@pytest.mark.parametrize(("width", "told"), [(900, "2023-06-18 →"), (460, "→")])
def test_a_date_is_told_as_it_is_read_and_as_it_is_found_where_both_fit(qtbot, qapp, monkeypatch, width, told):
    drawn = []
    plain = column_table.text

    def kept(painter, rect, content, *more):
        drawn.append(content)
        return plain(painter, rect, content, *more)

    monkeypatch.setattr(column_table, "text", kept)
    shown(qtbot, width).grab()
    assert "18 Jun 2023" in drawn
    assert told in drawn
