"""The rows behind any number on show: of each period and segment they add up to it, whatever is filtered meanwhile."""

from dataclasses import replace

import pytest
from kpidesk.metrics.query import Filter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def page(imported):
    document = imported.services.session.document
    imported.window.show_page("kpis", "mrr")
    yield imported.window.stack.page
    imported.services.session.replace(document)


def number(text):
    return float(text.strip("€$").replace(",", ""))


def total(detail):
    table = detail._tile.list.table
    return number(table.model().index(len(table.rows), table.model().columnCount() - 1).data())


def value_of(table, row):
    return number(table.model().index(row, 1).data())


def test_rows_of_each_period_add_up_to_its_number(page):
    detail = page._detail
    for row in (1, 3, 6):
        detail._tile.set_mode("periods")
        detail._show_table()
        table = detail._tile._table
        shown, name = value_of(table, row), table.model().index(row, 0).data()
        table.row_activated.emit(row)
        assert detail._tile.mode == "rows"
        assert total(detail) == shown > 0
        assert detail._tile._subtitle.text() == f"MRR · {name}"


def test_enter_at_the_crosshair_opens_the_rows_of_that_period(page):
    detail = page._detail
    view = detail.chart.view
    view.point_at(3)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert detail._tile.mode == "rows"
    assert total(detail) == view.figure.table.number(3, 1)


def test_rows_of_a_segment_add_up_to_its_number(page):
    detail = page._detail
    detail._by = "plan"
    detail._tile.set_mode("segments")
    detail._ask_split()
    detail._show_table()
    table = detail._tile._table
    parts = [value_of(table, row) for row in range(table.model().rowCount() - 1)]
    assert len(parts) > 1
    table.row_activated.emit(1)
    assert total(detail) == parts[1] != sum(parts)


def test_rows_on_show_follow_the_filter(page, imported):
    detail, session = page._detail, imported.services.session
    detail.on_rows()
    whole = total(detail)
    plan = imported.services.results.attributes["plan"][0]
    session.replace(
        replace(session.document, query=replace(session.document.query, filters=(Filter("plan", (plan,)),)))
    )
    assert total(detail) == number(detail.head._value.text()) < whole


def test_a_chart_of_the_board_opens_the_rows_behind_its_point(imported):
    imported.window.show_page("dashboard")
    chart = next(each for each in imported.window.stack.page.charts if "MRR" in str(each.figure.title))
    row = len(chart.figure.table.rows) - 3
    shown = chart.figure.table.number(row, 1)
    chart.view.activated.emit(row)
    assert imported.window.stack.current_id == "kpis"
    detail = imported.window.stack.page._detail
    assert detail._tile.mode == "rows"
    assert total(detail) == shown
