"""Channels, voice of the customer and why, as a user meets them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.survey_answers import Comments
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import WIDEST
from kpidesk.session.commands.scenarios import RenameScenario
from kpidesk.session.commands.view import SetQuery
from kpidesk.session.settings import LANGUAGE
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.metrics.kpi_detail import KpiDetail
from kpidesk.ui.metrics.table_tile import TableTile
from PySide6.QtCore import Qt
from tests.ui.desk import a_company, a_window, close, months
from tests.ui.lists import texts_of


def spend(folder):
    """€500 for Search and €100 for Partner each month."""
    lines = ["Date,Channel,Ad spend"]
    lines += [f"{day},{name},€{cost}" for day in months(0, 11) for name, cost in (("Search", 500), ("Partner", 100))]
    path = folder / "marketing.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def surveys(folder):
    """66 answers over three months, every score six times; a comment on each fifth."""
    lines = ["Response ID,Response Date,NPS Score,Version,Comment"]
    for n in range(66):
        text = ("Slow export", "Great help")[n % 2] if n % 5 == 0 else ""
        lines.append(f"R{n},2025-{n % 3 + 1:02}-10,{n % 11},v{n % 2 + 1},{text}")
    path = folder / "surveys.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def tickets(folder):
    """Five a week for ten weeks, 40 in the tenth."""
    days = [date(2025, 1, 6) + timedelta(days=7 * week + day) for week in range(10) for day in range(5)]
    days += [date(2025, 3, 11)] * 35
    kinds = ("bug", "question")
    lines = ["Ticket ID,Created,Category", *(f"T{i},{day},{kinds[i % 2]}" for i, day in enumerate(days))]
    path = folder / "tickets.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture(scope="module")
def imported(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("company")
    binding = a_window(qapp, folder)
    binding.files.take((a_company(folder)[0], spend(folder), surveys(folder), tickets(folder)))
    binding.window.stack.page._review.on_accept()
    yield binding
    close(binding)


@pytest.fixture
def desk(imported):
    document = imported.services.session.document
    yield imported
    imported.services.session.replace(document)
    imported.settings.set(LANGUAGE, "en")
    imported.window.resize(1440, 900)


def page_of(desk, name, argument=""):
    desk.window.show_page(name, argument)
    return desk.window.stack.page


def test_channels_show_their_cost_and_its_sum(desk):
    page = page_of(desk, "channels")
    view = page._table.table.table
    assert view.columns[0].title == "Channel"
    assert [row[0].text for row in view.rows] == ["Search", "Partner"]
    heads = [column.title for column in view.columns]
    assert view.rows[0][heads.index("Cost")].text == "€500"
    assert view.total[heads.index("Cost")].text == "€600"


def test_channels_without_cost_promise_none(qapp, tmp_path):
    rows = [
        f"C{month}-{i},{day},{('Search', 'Partner')[i % 2]}"
        for month, day in enumerate(months(0, 11))
        for i in range(5)
    ]
    customers = tmp_path / "customers.csv"
    customers.write_text("\n".join(["Customer ID,Signup date,Channel", *rows]) + "\n")
    binding = a_window(qapp, tmp_path)
    binding.files.take((a_company(tmp_path)[0], customers))
    binding.window.stack.page._review.on_accept()
    page = page_of(binding, "channels")
    assert render(page._table.figure.title) == "What they bring"
    assert "What they cost is not known. Needs a table of advertising" in page._table._foot.text()
    close(binding)


def test_voice_shows_spread_releases_and_comments(desk):
    page = page_of(desk, "voice")
    assert str(page._spread.figure.summary).startswith("NPS: 66 answers")
    assert [str(tick.text) for tick in page._groups.figure.y.ticks] == ["v2", "v1"]
    assert len(page._comments._found()) == 14


def test_comments_without_zones_are_not_narrowed_by_one(desk):
    tile = page_of(desk, "voice")._comments
    known, style = tile._comments, tile._style
    tile._zone.set_current("promoters")
    tile.show_comments(Comments(tuple(replace(each, scores={}) for each in known.latest), known.total), style)
    assert tile._zone.isHidden()
    assert len(tile._found()) == len(known.latest)
    tile._zone.set_current("all")
    tile.show_comments(known, style)


def test_comments_are_narrowed_by_word_and_zone(desk):
    page = page_of(desk, "voice")
    page._comments._word.setText("slow")
    assert {each.text for each in page._comments._found()} == {"Slow export"}
    page._comments._word.setText("")
    page._comments._zone.set_current("promoters")
    assert all(each.scores["nps"] >= 9 for each in page._comments._found())
    page._comments._zone.set_current("all")


def test_a_period_of_a_trend_opens_the_rows_behind_it(desk):
    page = page_of(desk, "voice")
    page.on_point(page._trend, 0)
    assert desk.window.stack.current_id == "kpis"
    detail = desk.window.stack.page.findChild(KpiDetail)
    assert detail.findChild(TableTile).mode == "rows"
    assert detail.name == "nps"


def test_surge_of_tickets_is_told_with_its_week(desk):
    page = page_of(desk, "support")
    assert "Surge: 40 tickets on W11 2025, usually 5." in page._volume._subtitle.text()
    assert page._volume._subtitle.text().startswith("by week · ")  # the page is by month


def test_views_share_an_entry_of_the_sidebar(desk):
    page = page_of(desk, "voice")
    page.views.on_chosen("support")
    assert desk.window.stack.current_id == "support"
    assert desk.window.frame.sidebar.item("voice").isChecked()
    assert page.views._pieces.current == "voice"
    assert page_of(desk, "funnel").views.isHidden()


def test_without_orders_the_view_says_what_it_needs(desk):
    page = page_of(desk, "orders")
    assert page._empty.isVisible()
    assert page.views.isVisible()
    assert page._empty._need.text() == "There are no orders here. " + render(entry("orders").need)
    assert page._empty._sentence.width() < WIDEST


def test_why_explains_the_last_change_in_words(desk):
    page = page_of(desk, "why", "mrr")
    # November: five come, one leaves: +€400; December has not ended
    assert page._words.first.text() == "MRR rose from €4,300 in Oct 2025 to €4,700 in Nov 2025: +€400."
    assert "New MRR explains +€500 of +€400." in page._words.text.text()


def test_why_of_two_chosen_periods(desk):
    page = page_of(desk, "why", "mrr:2025-01:2025-03")
    assert page._words.first.text() == "MRR rose from €500 in Jan 2025 to €1,500 in Mar 2025: +€1,000."


def test_why_follows_the_grain_of_the_bar(desk):
    page = page_of(desk, "why", "mrr:2025-01:2025-03")
    desk.bar.on_grain("quarter")
    assert (page.found.why.first, page.found.why.last) == (Period.parse("2025-Q2"), Period.parse("2025-Q3"))
    desk.bar.on_grain("month")
    assert page.found.why.last == Period.parse("2025-03")


def test_a_way_that_is_tried_leaves_a_scenario_that_was_named_alone(desk):
    session = desk.services.session
    page = page_of(desk, "why", "customer_churn_rate:2025-03:2025-04")
    first = page.found.ways[0]
    page.on_tried(first.driver)
    (tried,) = session.document.scenarios.values()
    session.execute(RenameScenario(tried.id, "Plan A"))
    page.on_tried(first.driver)
    assert [each.name for each in session.document.scenarios.values()] == ["Plan A", ""]
    page.on_tried(first.driver)
    assert len(session.document.scenarios) == 2
    for _ in range(3):
        session.undo()
    assert session.document.scenarios == {}


def test_a_way_back_opens_what_if_with_its_scenario(desk):
    session = desk.services.session
    page = page_of(desk, "why", "customer_churn_rate:2025-03:2025-04")
    assert page.found.goal is not None
    buttons = [each for each in page._ways.findChildren(Button) if each.property("driver") and not each.isHidden()]
    driver = buttons[0].property("driver")
    buttons[0].click()
    assert desk.window.stack.current_id == "whatif"
    shown = session.document.scenarios[session.document.query.scenario]
    assert [override.driver for override in shown.overrides] == [driver]
    session.undo()
    assert session.document.scenarios == {}


@pytest.mark.parametrize("name", ["channels", "voice", "why"])
def test_pages_follow_language_and_width(desk, name):
    page = page_of(desk, name)
    title = page.title
    desk.window.resize(1024, 700)
    desk.settings.set(LANGUAGE, "zh_Hans")
    assert page.title != title
    assert page.found is not None


@pytest.mark.parametrize("name", ["channels", "voice", "why"])
def test_empty_desk_says_what_is_missing(qapp, tmp_path, name):
    binding = a_window(qapp, tmp_path)
    page = page_of(binding, name)
    assert page._empty.isVisible()
    assert not page.room.isVisible()
    close(binding)


def test_customer_and_segment_of_an_explanation_lead_to_their_rows(desk, qtbot):
    page = page_of(desk, "why", "mrr")
    customer = page.found.why.customers[0]
    assert page._customers.table.table.rows[0][0].text == customer.said
    page._customers.table.setCurrentIndex(page._customers.table.model().index(0, 0))
    qtbot.keyClick(page._customers.table, Qt.Key.Key_Return)
    assert not page.panel.isHidden()
    row = texts_of(page.panel.list)[0]
    assert row[0] == customer.said
    assert "subscriptions.csv" in page.panel._subtitle.text()
    page.panel.closed.emit()
    assert page.panel.isHidden()
    tree = page._tree
    at = next(place for place, (_, node) in enumerate(tree._lines) if node.by)
    tree.table.clicked.emit(tree.table.model().index(at, 0))
    assert not page.panel.isHidden()
    assert page.panel._title.text() == tree._lines[at][1].label


def test_why_says_that_changes_are_dated_by_month_where_days_are_asked_for(desk):
    page = page_of(desk, "why", "mrr")
    assert page._grain_words() == ""
    session = desk.services.session
    session.execute(SetQuery(replace(session.document.query, grain=Grain.WEEK)))
    assert "by month" in page._grain_words()
    assert page.found.why.first.grain is Grain.MONTH
