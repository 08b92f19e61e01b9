"""Another workspace is taken in, or none: no page keeps a figure of the one before, on the screen or for its files."""

from dataclasses import replace

import pytest
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.session.commands.datasets import RemoveDataset
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.metrics.table_tile import TableTile
from kpidesk.ui.window.printing import deck_of
from kpidesk.workspace.document import Workspace
from PySide6.QtWidgets import QApplication
from tests.ui.desk import HeldRunner, a_window, close, take_in

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]

PAGES = ("dashboard", "report", "whatif", "cohorts", "movements", "why", "kpis")


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    """Every page was looked at."""
    folder = tmp_path_factory.mktemp("company")
    binding = a_window(qapp, folder, HeldRunner(), remembers=True)
    take_in(binding, folder)
    for page in PAGES:
        show(binding, page)
    yield binding
    close(binding)


@pytest.fixture
def document(desk):
    """The workspace that is open before and after."""
    document = desk.services.session.document
    yield document
    desk.services.runner.go_on()
    desk.services.session.replace(document)


def show(desk, page):
    desk.window.show_page(page, "mrr" if page == "kpis" else "")
    return desk.window.stack.page


def prepare_another(desk, document):
    """Take in another workspace, of other files for all that the facts know, while these take their time."""
    rules = replace(document.rules, gap_months=document.rules.gap_months + 1)
    desk.services.runner.holds = True
    desk.services.session.replace(replace(document, name="Other", rules=rules))


def figures(page):
    """What is written on a page, shown or not."""
    tiles = (*page.findChildren(ChartTile), *page.findChildren(FigureTableTile), *page.findChildren(TableTile))
    told = [each.figure.title for each in tiles if each.figure is not None]
    return told + [each.card.label for each in page.findChildren(KpiCard) if each.card and each.card.value_text]


def taken_away(desk, page):
    """Whether Ctrl+E or Ctrl+P would take something of it."""
    return page.can_export() or deck_of(page, desk.services) is not None


def test_a_new_workspace_has_nothing_of_the_one_before(desk, document):
    assert all(taken_away(desk, show(desk, page)) for page in PAGES)
    desk.services.session.replace(Workspace())
    for page in PAGES:
        shown = show(desk, page)
        assert (page, figures(shown), taken_away(desk, shown)) == (page, [], False)


def test_while_another_workspace_is_prepared_nothing_of_the_last_one_is_shown(desk, document):
    looked_at = show(desk, "dashboard")
    prepare_another(desk, document)
    assert figures(looked_at) == []
    for page in PAGES:
        shown = show(desk, page)
        assert (page, figures(shown), taken_away(desk, shown)) == (page, [], False)
    slider = desk.window.stack.get("whatif")._supposing
    slider.slide("customer_churn_rate", 0.5)
    assert desk.services.session.document.scenarios == document.scenarios
    desk.services.runner.go_on()
    for page in PAGES:
        assert taken_away(desk, show(desk, page)), page


def test_data_that_were_taken_back_are_not_exported(desk, document):
    assert taken_away(desk, show(desk, "report"))
    for dataset in document.datasets:
        desk.services.session.execute(RemoveDataset(dataset))
    for page in PAGES:
        assert not taken_away(desk, show(desk, page)), page


def test_a_workspace_that_was_open_before_stands_at_once_without_drawings_of_the_last_one(desk, document):
    page = show(desk, "dashboard")
    page.open_with("+study-kept_customers")
    QApplication.processEvents()
    board = desk.services.session.document
    (study,) = (tile.id for tile in page._editing.board.tiles if tile.study == "kept_customers")
    assert page._tiles.charts[study].figure is not None
    prepare_another(desk, document)
    desk.services.session.replace(board)
    assert desk.services.results.engine is None
    assert page.isVisible()
    assert page.can_export()
    assert any(card.card.value_text for card in page.cards)
    assert page._tiles.charts[study].figure is None


def test_a_kpi_of_the_last_workspace_is_not_kept_in_another(desk, document):
    page = show(desk, "kpis")
    page.on_new()
    prepare_another(desk, document)
    assert not page._editor.isVisible()
