"""The list of rows: sorted by its heads, narrowed under them, copied with types; it says what it shows."""

import numpy as np
import pyarrow as pa
import pytest
from kpidesk.charts.lists.column import Kind, ListColumn, Total
from kpidesk.charts.lists.listing import Listing
from kpidesk.core.formatting import NO_VALUE
from kpidesk.qt.widgets.row_list import RowList
from kpidesk.session.jobs import InlineRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def a_listing(count=2000):
    names = pa.chunked_array([[("Team", "Basic")[row % 2] for row in range(count)]])
    amounts = pa.chunked_array([pa.array(np.arange(count, dtype=float))])
    states = pa.chunked_array([pa.array(np.ones(count))])
    return Listing(
        (
            ListColumn("Plan", Kind.TEXT, names, str),
            ListColumn("Paid", Kind.NUMBER, amounts, lambda value: f"${value:,.0f}", Total.SUM),
            ListColumn("MRR", Kind.NUMBER, states, str, note="not added up"),
        ),
        count,
    )


@pytest.fixture
def shown(qtbot):
    widget = RowList(InlineRunner(), "test")
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show_rows(a_listing, "Rows of a test")
    widget.show()
    return widget


def first_row(shown):
    return [shown.table.model().index(0, column).data() for column in range(3)]


def last_row(shown):
    model = shown.table.model()
    return [model.index(model.rowCount() - 1, column).data() for column in range(3)]


def test_rows_are_sorted_by_a_head_and_told(shown):
    assert (shown.said, first_row(shown)[1]) == ("2,000 rows", "$0")
    shown.table.on_head(1)
    assert (first_row(shown)[1], shown.said) == ("$1,999", "2,000 rows · by Paid, falling")
    shown.table.on_head(1)
    shown.table.on_head(1)
    assert (first_row(shown)[1], shown.said) == ("$0", "2,000 rows")


def test_filters_narrow_the_rows_and_their_totals(shown, qtbot):
    """The even numbers below 10 are 0 + 2 + 4 + 6 + 8 = 20."""
    assert last_row(shown) == ["Total", "$1,999,000", NO_VALUE]
    shown.find()
    boxes = shown.table.filters._boxes
    qtbot.keyClicks(boxes[0], "team")
    qtbot.keyClicks(boxes[1], "<10")
    qtbot.keyClick(boxes[1], Qt.Key.Key_Return)
    assert shown.said == "5 of 2,000 rows"
    assert last_row(shown) == ["Total of 5 rows", "$20", NO_VALUE]
    qtbot.keyClick(boxes[1], Qt.Key.Key_Escape)
    assert shown.said == "1,000 of 2,000 rows"
    shown.on_clear()
    assert (shown.said, boxes[0].text()) == ("2,000 rows", "")
    qtbot.keyClick(boxes[0], Qt.Key.Key_Escape)
    assert not shown.table.filters.is_open


def test_what_cannot_be_read_narrows_nothing_and_is_marked(shown, qtbot):
    shown.find()
    box = shown.table.filters._boxes[1]
    qtbot.keyClicks(box, "many")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (shown.said, box._tone) == ("2,000 rows", "bad")


def test_texts_that_occur_are_listed(shown, qtbot):
    shown.find()
    box = shown.table.filters._boxes[0]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert [each.key for each in shown.table.filters.listed] == ["Basic", "Team"]
    shown.table.filters.on_word("Basic")
    assert (box.text(), len(shown.table.rows)) == ("=Basic", 1000)


def test_chosen_cells_are_copied_with_their_heads_and_types(shown, qtbot):
    shown.table.selectAll()
    qtbot.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[:2] == ["Plan\tPaid\tMRR", "Team\t0\t1"]
    assert len(lines) == 2001
    assert 'x:num="1999"' in QApplication.clipboard().mimeData().html()
    assert shown.said == "Copied 2,000 rows"


def test_order_and_filters_stay_where_other_rows_of_the_same_columns_come(shown):
    shown.table.on_head(1)
    shown.show_rows(lambda: a_listing(10), "Rows of a test")
    assert (first_row(shown)[1], len(shown.table.rows)) == ("$9", 10)


def test_letters_do_not_go_through_all_rows(shown, qtbot):
    shown.table.setCurrentIndex(shown.table.model().index(5, 0))
    qtbot.keyClick(shown.table, Qt.Key.Key_B)
    assert shown.table.currentIndex().row() == 5


def test_table_and_boxes_have_names(shown):
    shown.find()
    assert shown.table.accessibleName() == "Rows of a test"
    assert [box.accessibleName() for box in shown.table.filters._boxes] == [
        "Filter Plan", "Filter Paid", "Filter MRR",
    ]  # fmt: skip
