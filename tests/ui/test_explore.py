"""Movements, cohorts and funnel as a user meets them."""

import pytest
from kpidesk.qt.translation import words
from PySide6.QtCore import QPoint, Qt
from tests.ui.desk import a_window, close, take_in
from tests.ui.lists import texts_of


@pytest.fixture
def full(qapp, tmp_path_factory):
    """A window of its own for each test: what a page was last asked to show stays as it is."""
    folder = tmp_path_factory.mktemp("company")
    binding = a_window(qapp, folder)
    take_in(binding, folder)
    yield binding
    close(binding)


def page_of(binding, name):
    binding.window.show_page(name)
    return binding.window.stack.page


def cell_position(view, row, column):
    space = view.space
    return QPoint(round(space.x(column)), round(space.y(row)))


def panel_rows(page):
    return texts_of(page.panel.list)


def test_the_bridge_shows_the_last_ended_period(full):
    page = page_of(full, "movements")
    table = page.bridge.figure.table
    # November: 55 came, 8 left before it ended; December: 5 more come, one leaves
    found = [(words(row[0]), row[1]) for row in table.rows if row[1]]
    assert found == [("Opening", 4700.0), ("New", 500.0), ("Churn", -100.0), ("Closing", 5100.0)]
    assert page.months.figure.table.rows[-1][-1] == 5100.0
    assert page.segments.table.table.columns[0].title == "Plan"


def test_a_bar_leads_to_its_customers_and_their_rows(full, qtbot):
    page = page_of(full, "movements")
    view = page.bridge.view
    at = QPoint(round(view.space.x(5)), round(view.space.y(4800)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not page.panel.isHidden()
    assert panel_rows(page) == [["C8-0", "−€100.00", "42", "€100.00", "€0.00"]]
    assert (page.panel.list.said, page.panel._subtitle.text()) == ("1 row", "subscriptions.csv")
    page.on_panel_closed()
    assert page.panel.isHidden()


def test_a_month_makes_the_bridge_its_own(full):
    page = page_of(full, "movements")
    page.months.view.activated.emit(0)
    assert page.bridge.figure.table.rows[0][1] == 0.0
    assert page.bridge.figure.table.rows[-1][1] == 500.0


def test_a_cell_leads_to_the_customers_who_are_kept(full, qtbot):
    page = page_of(full, "cohorts")
    table = page.found.table
    assert (len(table.starts), table.values[0, :4].tolist()) == (12, [5, 5, 5, 4])
    view = page.map.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell_position(view, 0, 3))
    assert [row[0] for row in panel_rows(page)] == ["C0-1", "C0-2", "C0-3", "C0-4"]
    page.on_age(2)
    assert len(panel_rows(page)) == 5


def test_cohorts_by_keyboard(full):
    page = page_of(full, "cohorts")
    page.on_cohort(page.found.table.starts[0])
    assert page.panel.list.said == "4 rows"


def test_cohorts_as_revenue_and_as_numbers(full):
    page = page_of(full, "cohorts")
    page._kept.set_current("revenue")
    page.on_kept("revenue")
    page._form.set_current("count")
    page.on_form("count")
    assert page.map.figure.table.rows[0][1:5] == (500.0, 500.0, 500.0, 400.0)
    assert page.survival.figure is not None
    page._kept.set_current("customers")
    page.on_kept("customers")


def test_without_leads_the_funnel_says_what_it_needs(full):
    page = page_of(full, "funnel")
    assert page._stack.currentWidget() is page._empty
    assert page._empty._need.text().startswith("Needs leads or deals")
    assert not page.can_export()


def test_a_narrow_window_stacks_the_tiles(full):
    page = page_of(full, "cohorts")
    side, heat_map = (
        lambda tile=tile: page.grid.getItemPosition(page.grid.indexOf(tile))[:2] for tile in (page._side, page.map)
    )
    page.set_narrow(True)
    assert side()[0] > heat_map()[0]
    assert side()[1] == heat_map()[1] == 0
    page.set_narrow(False)
    assert side()[0] == heat_map()[0]
    assert (heat_map()[1], side()[1]) == (0, 8)


def test_empty_desks_offer_the_sample_company(qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    for name in ("movements", "cohorts", "funnel"):
        page = page_of(binding, name)
        assert page._stack.currentWidget() is page._empty
        assert page._empty._need.text()
    close(binding)
