"""A click on a period of a chart: the desk as of it, the charts whole around it, and every way back to the present."""

import numpy as np
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.session.commands.view import ShowAsOf
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.window.query_words import with_grain
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def desk(imported, qtbot):
    document = imported.services.session.document
    imported.window.show_page("dashboard", "overview")
    page = imported.window.stack.page
    qtbot.waitUntil(lambda: any(chart.figure is not None and chart.period_at(0) is not None for chart in page.charts))
    yield imported
    imported.services.session.replace(document)


def trend(desk):
    """The first chart of months on the board."""
    return next(c for c in desk.window.stack.page.charts if c.period_at(0) is not None)


def asked(desk):
    return desk.services.session.document.query.at


def place(view, row):
    return QPoint(round(view.space.x(view.figure.readout_xs[row])), round(view.space.rect.center().y()))


def click(view, row):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, row))


def card_of(desk, name):
    return next(each for each in desk.window.stack.page.cards if each.card.name == name).card


def test_a_click_tells_the_cards_as_of_the_month_and_leaves_the_chart_whole(desk, qtbot):
    tile = trend(desk)
    rows, period = len(tile.figure.table.rows), tile.period_at(3)
    frame = desk.services.results.answer("dashboard")
    click(tile.view, 3)
    assert asked(desk) is None  # it may become a double click yet
    qtbot.waitUntil(lambda: asked(desk) == period)
    then = frame.value("mrr", period)
    qtbot.waitUntil(lambda: card_of(desk, "mrr").exact_text == f"€{then:,.2f}")
    assert (len(tile.figure.table.rows), tile.view._picked) == (rows, 3)
    assert desk.bar._period.text().startswith("As of ")


def test_a_second_click_escape_the_cross_and_undo_all_come_back(desk, qtbot):
    tile, session = trend(desk), desk.services.session
    period = tile.period_at(2)
    for back in (
        lambda: click(tile.view, 2),
        lambda: QTest.keyClick(tile.view, Qt.Key.Key_Escape),
        lambda: desk.bar._period.removed.emit(),
        session.undo,
    ):
        click(tile.view, 2)
        qtbot.waitUntil(lambda: asked(desk) == period)
        back()
        qtbot.waitUntil(lambda: asked(desk) is None)
        assert tile.view._picked == -1


def test_space_picks_the_month_at_the_crosshair(desk, qtbot):
    tile = trend(desk)
    tile.view.point_at(1)
    QTest.keyClick(tile.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asked(desk) == tile.period_at(1))


def test_a_double_click_and_a_drag_pick_nothing(desk, qtbot):
    tile = trend(desk)
    pick = tile.findChild(ChartPick)
    start, end = place(tile.view, 1), place(tile.view, 4)
    QTest.mousePress(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(tile.view.viewport(), end)
    QTest.mouseRelease(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert not pick._soon.isActive()
    tile.view.zoom_to(None)
    click(tile.view, 3)
    assert pick._soon.isActive()
    QTest.mouseDClick(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=place(tile.view, 3))
    assert not pick._soon.isActive()
    assert asked(desk) is None
    assert desk.window.stack.page.subject == "mrr"  # its rows opened


def test_a_period_that_runs_still_is_the_present(desk, monkeypatch):
    tile = trend(desk)
    pick = tile.findChild(ChartPick)
    pick.pick(pick._as_of(1))
    assert asked(desk) == tile.period_at(1)
    running = Period.of(desk.services.results.engine.facts.as_of, Grain.MONTH).shifted(1)
    monkeypatch.setattr(tile, "period_at", lambda _: running)
    pick.pick(pick._as_of(1))
    assert asked(desk) is None


def test_the_trend_of_a_kpi_stays_whole_and_rows_of_a_later_month_still_open(desk, qtbot):
    tile = trend(desk)
    tile.findChild(ChartPick).pick(ShowAsOf(tile.period_at(2)))
    desk.window.show_page("kpis", "mrr")
    detail = desk.window.stack.page._detail
    qtbot.waitUntil(lambda: detail.chart.figure is not None and detail._frame is not None)
    assert len(detail._frame.periods) < len(detail._whole.periods)
    assert len(detail.chart.figure.table.rows) == len(detail._whole.periods)
    detail.on_point(4)
    qtbot.waitUntil(lambda: bool(detail.rows.lists))
    assert detail.rows.spot.period == detail._whole.periods[4]


def test_a_chart_of_other_things_offers_no_period(qtbot, desk):
    tile = ChartTile()
    qtbot.addWidget(tile)
    pick = ChartPick(tile, desk.services)
    pick.on_clicked(0)
    assert not pick._soon.isActive()


def test_an_answer_until_a_period_holds_what_a_question_until_it_would(desk):
    whole = desk.services.results.answer("dashboard")
    then = whole.until(whole.periods[3])
    assert then.periods == whole.periods[:4]
    assert then.value("mrr") == whole.value("mrr", whole.periods[3])
    assert np.array_equal(then.series["mrr"].values, whole.series["mrr"].values[:, :4], equal_nan=True)
    assert whole.until(None) is whole


def test_another_grain_keeps_the_day_that_was_picked(desk):
    tile = trend(desk)
    tile.findChild(ChartPick).pick(ShowAsOf(tile.period_at(2)))
    query = with_grain(desk.services.session.document.query, Grain.QUARTER)
    assert query.at == Period.of(tile.period_at(2).end, Grain.QUARTER)
