"""The pages as a user meets them: review, dashboard, KPI, what-if, exports, languages."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.figure import Line
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import SHADOW, Popover
from kpidesk.qt.widgets.scroll import GAP, PageScroll
from kpidesk.qt.widgets.switch import RING, Switch
from kpidesk.session.settings import LANGUAGE, THEME
from kpidesk.ui.charts.chart_export import file_name
from kpidesk.ui.charts.note_popover import NotePopover
from kpidesk.ui.window.shell import WindowShell
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from tests.ui.desk import a_window, close
from tests.ui.lists import texts_of


@pytest.fixture
def desk(qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    yield binding
    close(binding)


@pytest.fixture
def full(imported):
    """The window on the small company, as it was right after the import."""
    document = imported.services.session.document
    imported.window.show_page("dashboard")
    yield imported
    imported.services.session.replace(document)
    imported.settings.set(LANGUAGE, "en")
    imported.settings.set(THEME, "light")
    imported.window.resize(1440, 900)


def card_of(page, name):
    return next(card for card in page.cards if card.property("metric") == name)


def what_if_card(page, name):
    return next(card.card for card in page._cards if card.card is not None and card.card.name == name)


def test_imported_tables_show_on_the_dashboard(full):
    assert full.window.stack.current_id == "dashboard"
    page = full.window.stack.page
    # 60 customers came, 9 left (months 0 … 8, three months later): 51 × €100
    assert card_of(page, "mrr").card.value_text == "€5,100"
    assert full.window.frame.top._title.text() == "Overview"


def test_card_opens_its_kpi(full, qtbot):
    qtbot.mouseClick(card_of(full.window.stack.page, "mrr"), Qt.MouseButton.LeftButton)
    assert full.window.stack.current_id == "kpis"
    assert full.window.stack.page.title == "MRR"
    assert full.window.stack.page._detail.head._value.text() == "€5,100"


def test_rows_behind_a_number_name_file_and_row(full, qtbot):
    full.window.show_page("kpis", "customer_churn_rate")
    detail = full.window.stack.page._detail
    qtbot.mouseClick(detail.panel.definition._rows, Qt.MouseButton.LeftButton)
    table = detail._tile.list
    assert [column.title for column in table.table.table.columns][:2] == ["File", "Row"]
    rows = texts_of(table)
    assert {row[0] for row in rows} == {"subscriptions.csv"}
    assert rows[0][1] == "42"  # the customer who came in September: five lines a month below the header


def test_a_kpi_without_data_has_no_empty_table(full):
    full.window.show_page("kpis", "influencer_cpe")
    detail = full.window.stack.page._detail
    assert not detail._tile.isVisible()
    full.window.show_page("kpis", "mrr")
    assert detail._tile.isVisible()


def test_the_rows_behind_a_number_add_up_to_it(full):
    full.window.show_page("kpis", "mrr")
    detail = full.window.stack.page._detail
    detail.on_rows()
    table = detail._tile.list.table
    foot = [table.model().index(len(table.rows), column).data() for column in range(table.model().columnCount())]
    assert (foot[0], foot[-1]) == ("Total", f"{detail.head._value.text()}.00")


def test_list_of_kpis_opens_by_click_on_a_name_and_by_enter(full, qtbot):
    full.window.show_page("kpis")
    page = full.window.stack.page
    page.open_with("")
    browser = page._browser
    row = browser._shown.index("arpa")
    index = browser._table.model().index(row, 0)
    browser._table.scrollTo(index)
    where = browser._table.visualRect(index).center()
    qtbot.mouseClick(browser._table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.title == "ARPA"
    page.on_all()
    assert page.title == "KPIs"
    browser._table.setCurrentIndex(browser._table.model().index(browser._shown.index("mrr"), 1))
    qtbot.keyClick(browser._table, Qt.Key.Key_Return)
    assert page.title == "MRR"


@pytest.mark.parametrize("height", [700, 713])
def test_list_of_kpis_cuts_no_row_at_its_foot(full, qtbot, height):
    full.window.show_page("kpis")
    page = full.window.stack.page
    page.open_with("")
    full.window.resize(1024, height)
    table = page._browser._table
    qtbot.waitUntil(lambda: table.viewport().height() % table.rowHeight(0) == 0)


def test_header_buttons_follow_the_page(full):
    full.window.show_page("kpis")
    page, top = full.window.stack.page, full.window.frame.top
    shown = lambda: [button.accessibleName() or button.text() for button in top._own if button.isVisible()]  # noqa: E731
    page.open_with("")
    assert shown() == ["New KPI"]
    page.open_with("customer_churn_rate")
    assert [name for name in shown() if name != "Compare sources"] == ["All KPIs", "Halve it", "Add to board", "Export"]
    page.open_with("mrr")
    assert "Halve it" not in shown()


def test_a_kpi_goes_onto_the_board_that_is_open(full, qtbot):
    full.window.show_page("kpis", "revenue_churn_rate")
    full.window.stack.page.buttons.on_board("chart")
    board = full.window.stack.page
    tiles = lambda: board._editing.board.tiles if board._editing.board is not None else ()  # noqa: E731
    qtbot.waitUntil(lambda: any(tile.id == "chart-line-revenue_churn_rate-" for tile in tiles()), timeout=20_000)
    full.services.session.undo()


def test_halve_churn_doubles_ltv_to_cac(full, qtbot):
    full.window.show_page("kpis", "customer_churn_rate")
    qtbot.mouseClick(full.window.stack.page.buttons.halve, Qt.MouseButton.LeftButton)
    page = full.window.stack.page
    assert full.window.stack.current_id == "whatif"
    # at the start of December 47 customers, one leaves: LTV 100 ÷ (1/47) = 4,700; CAC 500 ÷ 5 = 100
    assert what_if_card(page, "ltv_cac").baseline_text.params == {"value": "47.0"}
    assert what_if_card(page, "ltv_cac").value_text == "94.0"
    assert what_if_card(page, "cac_payback_months").is_touched is False
    assert full.bar._scenario_chip.accessibleName().endswith("Halve churn")


def test_only_a_churn_that_is_known_can_be_halved_and_else_the_button_says_why(full, qtbot):
    full.window.show_page("kpis", "customer_churn_rate")
    page, name = full.window.stack.page, MetricName("customer_churn_rate")
    qtbot.waitUntil(lambda: full.services.results.answer("kpis") is not None)
    frame, button = full.services.results.answer("kpis"), page.buttons.halve
    series = frame.series[name]
    reason = Message(QT_TRANSLATE_NOOP("metrics", "no end dates"))
    unlike = {
        "no end dates": replace(series, values=series.values * np.nan, reason=reason),
        "It is 0": replace(series, values=series.values * 0),
        "Not known": replace(series, values=series.values * np.nan),
    }
    for said, other in unlike.items():
        page.buttons.show_halving(name, replace(frame, series={name: other}))
        assert not button.isEnabled()
        assert said in button.toolTip()
    page.buttons.show_halving(name, frame)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_kpi_without_numbers_cannot_be_exported_and_the_button_says_why(full, qtbot):
    full.window.show_page("kpis", "customer_churn_rate")
    page, name = full.window.stack.page, MetricName("customer_churn_rate")
    qtbot.waitUntil(lambda: full.services.results.answer("kpis") is not None)
    frame, button = full.services.results.answer("kpis"), page.buttons.export
    assert button.isEnabled()
    assert page.can_export()
    reason = Message(QT_TRANSLATE_NOOP("metrics", "no end dates"))
    lacking = replace(frame, series={name: replace(frame.series[name], reason=reason)})
    page.buttons.show_possible(name, lacking)
    assert not button.isEnabled()
    assert "no end dates" in button.toolTip()
    page._detail.room.show_kpi(full.services.catalogue.get(name), lacking)
    assert not page.can_export()
    page.buttons.show_possible(name, frame)
    page._detail.room.show_numbers()
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_baseline_returns_by_the_cross_on_the_chip_and_by_undo(full, qtbot):
    full.window.show_page("whatif", "halve_churn")
    before = full.services.session.document
    full.bar.on_baseline()
    assert full.context.scenario == ""
    qtbot.waitUntil(lambda: what_if_card(full.window.stack.page, "ltv_cac").state == "ok")  # at the next frame
    full.registry.run("edit.undo")
    assert full.services.session.document.query.scenario == before.query.scenario
    full.registry.run("edit.undo")
    assert full.services.session.document.scenarios == {}


def test_drag_is_one_undo_step(full):
    full.window.show_page("whatif")
    page, session = full.window.stack.page, full.services.session
    before = session.document
    row = page._panel.row("customer_churn_rate")
    for step in range(5):
        row._slider.setValue(row._slider.value() + 2 + step)
    row._slider.settled.emit()
    assert session.document is not before
    full.registry.run("edit.undo")
    assert session.document is before


def test_driver_without_the_path_kpi_beside_it(full):
    full.window.show_page("whatif")
    names = {driver.name for driver in full.window.stack.page._state.drivers}
    assert "new_customers" in names
    assert not {"arpa", "mrr"} <= names


def test_tornado_follows_the_target_of_goal_seek(full):
    full.window.show_page("whatif")
    page = full.window.stack.page
    page._goal.on_target("ltv")
    assert "LTV" in page._view.tornado.accessibleName()
    assert "CAC" not in page._view.tornado.accessibleName()


def test_goal_is_better_than_now_and_can_be_used(full, qtbot):
    full.window.show_page("whatif")
    page = full.window.stack.page
    now = page._state.frame.value("ltv_cac")
    assert page._goal._goal > now
    qtbot.mouseClick(page._goal._use, Qt.MouseButton.LeftButton)
    assert what_if_card(page, "ltv_cac").is_touched


def type_into(row, text, qtbot):
    row._box.setFocus()
    row._box.selectAll()
    qtbot.keyClicks(row._box, text)
    qtbot.keyClick(row._box, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["abc", "150%", "1,2,3", "+10 apples"])
def test_text_that_cannot_be_leaves_everything_as_it_was(full, qtbot, text):
    full.window.show_page("whatif")
    page, before = full.window.stack.page, full.services.session.document
    row = page._panel.row("customer_churn_rate")
    type_into(row, text, qtbot)
    assert full.services.session.document is before
    assert row._box.text() == text
    assert ("lies between 0% and 100%" if text == "150%" else f"“{text}” is no value") in row._reason.text()
    qtbot.keyClick(row._box, Qt.Key.Key_Escape)
    assert row._box.text() == page._state.show("customer_churn_rate", row._view.baseline)


def test_value_and_factor_typed_make_the_same_cards(full, qtbot):
    full.window.show_page("whatif")
    page = full.window.stack.page
    row, cac = page._panel.row("customer_churn_rate"), page._panel.row("cac")
    type_into(row, "x0.5", qtbot)
    half = what_if_card(page, "ltv_cac")
    full.registry.run("edit.undo")
    type_into(row, f"={row._view.baseline / 2!r}", qtbot)
    assert what_if_card(page, "ltv_cac") == half
    assert cac._view.follows == ""


def test_driver_that_follows_says_so_and_can_be_held(full, qtbot):
    full.window.show_page("whatif", "signups")
    page = full.window.stack.page
    row = page._panel.row("cac")
    assert row._was.text() == "follows new customers"
    assert row._view.value == pytest.approx(row._view.baseline / 2)
    page._supposing.slide("cac", row._view.baseline)
    page.on_frame()
    assert row._view.value == row._view.baseline
    assert [o.driver for o in page._supposing.scenario.overrides] == ["new_customers", "cac"]


def test_nothing_supposed_shows_the_baseline_only(full):
    full.window.show_page("whatif")
    page = full.window.stack.page
    assert {card.card.state for card in page._cards if card.card is not None} == {"ok"}
    inks = {getattr(mark, "ink", "") for mark in page._path.figure.marks}
    assert "scenario" not in inks
    assert "baseline" in inks


def test_goal_is_sought_from_the_scenario_on_show(full):
    full.window.show_page("whatif", "halve_churn")
    page = full.window.stack.page
    page._goal.ask_again()
    answer = page._goal._answer
    assert answer.baseline == pytest.approx(page._panel.row(answer.vary)._view.value)


@pytest.mark.parametrize("target", ["ltv_cac", "ltv", "cac_payback_months"])
def test_a_goal_is_proposed_from_the_scenario_on_show(full, target):
    full.window.show_page("whatif", "halve_churn")
    page = full.window.stack.page
    page._goal.on_target(target)
    supposed = page._state.answer(page._supposing.scenario, 12).comparison.scenario[target]
    goal = page._goal._goal
    if page._state.is_better_up(target):
        assert supposed < goal <= max(3.0, supposed * 1.11)
    else:
        assert goal == 12.0 < supposed or supposed * 0.89 <= goal < supposed


def test_a_goal_that_was_proposed_stays_until_the_scenario_reaches_it_and_one_of_the_users_own_for_good(full, qtbot):
    full.window.show_page("whatif")
    page = full.window.stack.page
    page._goal.on_target("ltv")
    proposed = page._goal._goal
    churn = page._panel.row("customer_churn_rate")
    type_into(churn, "x0.98", qtbot)
    page.on_frame()
    page._studies.draw()
    assert page._goal._goal == proposed
    type_into(churn, "x0.5", qtbot)
    page.on_frame()
    page._studies.draw()
    assert page._goal._goal > page._state.stands("ltv") > proposed
    page._goal._box.setFocus()
    page._goal._box.selectAll()
    qtbot.keyClicks(page._goal._box, "400")
    qtbot.keyClick(page._goal._box, Qt.Key.Key_Return)
    page._studies.draw()
    assert page._goal._goal == 400


@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_chart_leaves_as_a_file(full, tmp_path, monkeypatch, kind):
    target = tmp_path / f"mrr.{kind}"
    monkeypatch.setattr(WindowShell, "choose_export", lambda *_: target)
    tile = full.window.stack.page.charts[0]
    tile.on_chosen(kind)
    content = target.read_bytes()
    if kind == "png":
        assert QImage(str(target)).width() >= 1440
    elif kind == "svg":
        assert b"<svg" in content
        assert b"MRR" in content
    else:
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
        assert rows[-1][:2] == ["2025-12", "5100"]


def test_chart_is_copied_with_types(full):
    tile = full.window.stack.page.charts[0]
    tile.on_chosen("copy_table")
    content = QApplication.clipboard().mimeData()
    assert content.text().splitlines()[-1].split("\t")[:2] == ["2025-12", "5100"]
    assert 'x:num="5100"' in content.html()
    tile.on_chosen("copy_picture")
    assert QApplication.clipboard().mimeData().hasImage()


def test_board_leaves_as_slides(full, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "board.pptx"
    monkeypatch.setattr(WindowShell, "choose_export", lambda *_: target)
    qtbot.mouseClick(full.window.stack.page.buttons.export, Qt.MouseButton.LeftButton)
    assert target.read_bytes()[:2] == b"PK"


def test_file_names_of_charts_suit_every_system(full):
    figure = full.window.stack.page.charts[0].figure
    assert file_name(figure, "png") == "MRR.png"


def test_language_and_theme_switch_keep_the_page(full):
    full.window.show_page("kpis", "mrr")
    full.settings.set(LANGUAGE, "zh_Hans")
    page = full.window.stack.page
    assert full.window.stack.current_id == "kpis"
    assert page._detail.name == "mrr"
    assert page._detail.head._value.text() == "5,100欧元"
    full.settings.set(THEME, "dark")
    full.window.show_page("whatif", "halve_churn")
    full.settings.set(LANGUAGE, "en")
    assert what_if_card(full.window.stack.page, "ltv_cac").value_text == "94.0"


def test_empty_pages_lead_to_the_import(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(WindowShell, "choose_files", lambda _: asked.append(1) or ())
    for page in ("dashboard", "kpis", "whatif", "data"):
        desk.window.show_page(page)
        shown = desk.window.stack.page
        shown._empty.action_clicked.emit()
    assert len(asked) == 4


def test_menu_of_a_chart_shows_its_table(full, qtbot):
    tile = full.window.stack.page.charts[0]
    qtbot.mouseClick(tile._menu, Qt.MouseButton.LeftButton)
    assert full.window.findChildren(Popover)
    tile.on_chosen("table")
    assert tile.shows_table
    assert tile._table.table.rows


def test_key_t_turns_a_chart_into_its_table_and_back(full, qtbot):
    tile = full.window.stack.page.charts[0]
    was = tile.shows_table
    qtbot.keyClick(tile, Qt.Key.Key_T)
    assert tile.shows_table is not was
    qtbot.keyClick(tile, Qt.Key.Key_T)
    assert tile.shows_table is was


def test_pages_of_plain_numbers_do_not_wear_a_scenario(full):
    full.window.show_page("whatif", "halve_churn")
    assert full.bar._scenario_chip.isVisible()
    for page in ("dashboard", "kpis"):
        full.window.show_page(page)
        assert not full.bar._scenario_chip.isVisible()


def test_narrow_window_turns_the_definition_into_a_drawer(full):
    full.window.show_page("kpis", "mrr")
    full.window.resize(1024, 700)
    detail = full.window.stack.page._detail
    assert not detail.panel.isVisible()
    full.window.on_drawer()
    assert detail.panel.isVisible()
    full.window.resize(1440, 900)
    assert detail.panel.isVisible()
    assert detail.panel_home.indexOf(detail.panel) >= 0


def test_everything_to_press_has_a_name(full):
    for page in ("data", "dashboard", "kpis", "whatif"):
        full.window.show_page(page)
        shown = full.window.stack.page
        for button in (each for each in shown.findChildren(Button) if each.isVisibleTo(shown)):
            assert button.accessibleName() or button.text(), (page, button._icon)


def test_rules_hold_at_once_and_can_be_taken_back(bound):
    bound.window.show_page("settings")
    page, session = bound.window.stack.page, bound.services.session
    box = page.findChild(QLineEdit, "rule.gap_months")
    box.setText("3")
    box.editingFinished.emit()
    assert session.document.rules.gap_months == 3
    box.setText("often")
    box.editingFinished.emit()
    assert session.document.rules.gap_months == 3
    session.undo()
    assert session.document.rules.gap_months == 1
    assert box.text() == "1"
    switch = page.findChild(QAbstractButton, "rule.until_paid_period")
    switch.click()
    assert session.document.rules.until_paid_period
    page.findChild(QAbstractButton, "rule.business.business_hours.weekdays.5").click()
    assert session.document.rules.business.business_hours.weekdays == (0, 1, 2, 3, 4, 5)


def test_what_if_shows_what_the_path_goes_on_with(full, monkeypatch):
    studies = full.services.studies
    whole = studies.path

    def without(frame, scenario, months, **beside):
        path = whole(frame, scenario, months, **beside)
        return replace(path, baseline={}, scenario={})

    full.window.show_page("whatif")
    state = full.window.stack.page._state
    monkeypatch.setattr(type(studies), "path", lambda _, *rest, **beside: without(*rest, **beside))
    found = state.answer(full.window.stack.page._supposing.scenario, 12)
    assert found.ahead is None
    assert found.cards


def test_the_list_begins_with_the_kpis_that_have_a_value(full):
    full.window.show_page("kpis")
    page = full.window.stack.page
    page.open_with("")
    browser = page._browser
    states = {card.name: card.state for _, card in browser._cards}
    assert {states[name] for name in browser._shown if name}.isdisjoint({"needs_data"})
    lacking = next(definition for definition, card in browser._cards if card.state == "needs_data")
    browser._search.setText(lacking.label("en"))
    assert lacking.name not in browser._shown
    assert {states[name] for name in browser._shown if name}.isdisjoint({"needs_data"})
    assert "with a value, " in browser._tile._subtitle.text()
    browser._which.set_current("all")
    browser.on_which("all")
    assert lacking.name in browser._shown
    browser._search.clear()
    browser._which.set_current("all")
    browser.on_which("all")
    assert {name for name in browser._shown if name} == set(states)
    browser._which.set_current("known")
    browser.on_which("known")


def test_tiles_of_the_board_never_lie_over_one_another(full, qapp):
    window = full.window
    window.show_page("dashboard")
    page = window.stack.page
    size = window.size()
    for width, height in ((1024, 660), (1440, 900), (1100, 700), (1180, 660), (1179, 900), (1440, 660)):
        full.services.results.rebuild()  # tiles come and go while the window changes
        window.resize(width, height)
        qapp.processEvents()
        inside = page._scroll.widget()
        tiles = [*page.cards, *page.charts]
        places = [tile.rect().translated(tile.mapTo(inside, tile.rect().topLeft())) for tile in tiles]
        assert all(inside.rect().contains(place) for place in places)
        assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])
    window.resize(size)


def test_a_note_is_written_at_the_crosshair_and_taken_away(full, qtbot):
    full.window.show_page("kpis", "mrr")
    page, session = full.window.stack.page, full.services.session
    chart = page._detail.chart
    chart.view.point_at(3)
    period = chart.figure.table.rows[3][0]
    for text in ("Price rise", ""):
        qtbot.keyClick(chart, Qt.Key.Key_N)
        popover = next(p for p in full.window.findChildren(NotePopover) if p.isVisible())
        assert not _covers_row(popover, chart, 3)
        assert popover._box.text() == "".join(note.text for note in session.document.annotations)
        qtbot.keyClick(popover._box, Qt.Key.Key_Delete)  # what stands there already is chosen
        qtbot.keyClicks(popover._box, text)
        qtbot.keyClick(popover._box, Qt.Key.Key_Return)
        assert [(n.period, n.text) for n in session.document.annotations] == ([(period, text)] if text else [])


def _covers_row(popover: NotePopover, chart, row: int) -> bool:
    """Whether the plate lies over the point of a row."""
    view, plate = chart.view, popover.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    lines = [mark for mark in chart.figure.marks if isinstance(mark, Line)]
    y = next(y for line in lines for x, y in zip(line.xs, line.ys, strict=True) if x == row and y == y)
    place = QPoint(round(view.space.x(row)), round(view.space.y(y)))
    return plate.contains(popover.mapFrom(chart.window(), view.mapTo(chart.window(), place)))


def test_the_note_of_the_last_period_does_not_hide_it(full):
    """The menu, below which the box opened, stands over the end of a line that rises."""
    full.window.show_page("kpis", "mrr")
    chart = full.window.stack.page._detail.chart
    chart.view.point_at(-1)
    chart.ask_note()
    popover = next(p for p in full.window.findChildren(NotePopover) if p.isVisible())
    assert not _covers_row(popover, chart, len(chart.figure.table.rows) - 1)
    popover.dismiss()


def test_settings_end_with_their_last_card_and_share_a_right_edge(bound):
    bound.window.resize(1440, 900)
    bound.window.show_page("settings")
    page = bound.window.stack.page
    body = page.findChild(PageScroll).body
    inside = body.parentWidget()
    spare = inside.minimumHeight() - body.heightForWidth(inside.width())
    assert spare < 3 * GAP  # helps that are counted as wrapped word by word left hundreds of pixels
    ends = set()
    for name in ("setting.app.theme", "setting.app.reduced_motion", "rule.gap_months", "rule.until_paid_period"):
        control = page.findChild(QWidget, name)
        edge = control.mapTo(page, control.rect().topRight()).x()
        ends.add(edge - (RING if isinstance(control, Switch) else 0))
    assert len(ends) == 1


def test_the_panel_is_offered_only_where_it_is(full):
    full.window.resize(1024, 700)
    full.window.show_page("data", "tables")
    assert full.window.stack.page.drawer is not None
    full.window.on_drawer()
    assert full.window.frame.drawer.is_open
    full.window.show_page("data", "coverage")
    assert full.window.stack.page.drawer is None
    assert not full.window.frame.drawer.is_open
