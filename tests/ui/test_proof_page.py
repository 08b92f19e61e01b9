"""Checks: two profiles, two sources, published examples; reached from the context bar and a KPI's page."""

import pytest
from kpidesk.core.progress import Progress
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.session.jobs import Job, JobHandle, Lane
from kpidesk.session.selfcheck import Check
from kpidesk.session.settings import LANGUAGE
from kpidesk.ui.proof import proof_page
from tests.ui.desk import a_company, a_window, close, months


def sheet(folder):
    """A monthly sheet that tells €50 more than the subscriptions each month."""
    path = folder / "monthly.csv"
    rows, running = [], 0
    for number, day in enumerate(months(0, 11)):
        running += 500 if number < 3 else 400
        rows.append(f"{day:%Y-%m},{running + 50}")
    path.write_text("\n".join(("Month,MRR", *rows)) + "\n")
    return path


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("company")
    binding = a_window(qapp, folder)
    binding.files.take((*a_company(folder), sheet(folder)))
    binding.window.stack.page._review.on_accept()
    yield binding
    close(binding)


def texts(page, name=""):
    """All cells of a table of the page, line by line."""
    tables = [each for each in page.findChildren(DataTable) if (each.objectName() == "proof.causes") == bool(name)]
    view = tables[0].model().view
    return [[cell.text for cell in row] for row in view.rows]


def subtitle(page):
    return page._tile._subtitle.text()


def test_the_profile_s_list_leads_to_the_comparison(desk):
    desk.bar.on_profile("compare profiles")
    page = desk.window.stack.page
    assert page.objectName() == "page.proof"
    assert page.mode == "profiles"
    page.on_other(proof_page._FIRST_OTHER)  # another test may have chosen another one
    rows = texts(page)
    assert any(row[0] == "LTV" for row in rows)
    assert any("six months before" in row[-1] for row in rows)
    assert "the reasons sum to the difference" in subtitle(page)


def test_another_profile_may_be_chosen(desk):
    desk.window.show_page("proof", "profiles")
    page = desk.window.stack.page
    page.on_other("stripe")
    assert page._tile.split.text() == "Stripe-like"
    assert any(row[0] == "Customer churn" for row in texts(page))
    page.on_other("kaching")
    assert texts(page) == []
    assert subtitle(page).startswith("Both give the same figures")


def test_a_kpi_s_page_leads_to_its_sources(desk):
    desk.window.show_page("kpis", "mrr")
    desk.window.stack.page.on_sources()
    page = desk.window.stack.page
    assert page.mode == "sources"
    assert "“Subscriptions” counts; 1" in subtitle(page)
    assert texts(page)[-1][1:4] == ["€500.00", "€550.00", "+€50.00"]


def test_what_only_one_table_gives_is_said(desk):
    desk.window.show_page("proof", "sources:ad_spend")
    page = desk.window.stack.page
    assert texts(page) == []
    assert subtitle(page) == "No table gives it by itself"


def test_examples_that_are_not_met_stand_first(desk, monkeypatch):
    checks = (Check("acceptance-1", "a page", 5.0, 5.0, True), Check("acceptance-2", "a book", 7.0, None, False))
    monkeypatch.setattr(proof_page, "run_selfcheck", lambda: iter(checks))
    desk.window.show_page("proof", "checks")
    page = desk.window.stack.page
    page._checks = ()  # another test may have run the real ones, which do not change while the window is open
    page.refresh()
    assert texts(page) == [["a book", "7", "no value", "acceptance-2"], ["a page", "5", "5", "acceptance-1"]]
    assert subtitle(page).startswith("1 of 2 published examples are met")


def test_in_chinese_it_says_the_same(desk):
    desk.settings.set(LANGUAGE, "zh_Hans")
    desk.window.show_page("proof", "profiles")
    page = desk.window.stack.page
    page.on_other("chartmogul")
    said, reasons = subtitle(page), [row[-1] for row in texts(page)]
    desk.settings.set(LANGUAGE, "en")
    assert "个指标不同" in said
    assert not any(text.isascii() for text in (said, *reasons))


def test_a_cancelled_comparison_says_so(desk):
    desk.bar.on_profile("compare profiles")
    page = desk.window.stack.page
    handle = JobHandle(Job(proof_page._COMPARING, lambda _: None), Lane.STORE, Progress())
    page._begin("", "Standard and Stripe-like")
    page._handle = handle
    handle.then(page.on_compared, page.on_refused, page.on_over)
    handle.drop()
    assert subtitle(page) == "cancelled"


def test_another_workspace_is_told_nothing_of_a_comparison_of_the_one_before(desk):
    desk.window.show_page("proof", "sources:arpa")
    page = desk.window.stack.page
    running = JobHandle(Job(proof_page._RECONCILING, lambda _: None), Lane.STORE, Progress())
    page._handle = running
    running.then(page.on_reconciled, page.on_refused, page.on_over)
    before = subtitle(page)
    page.forget()
    assert running.progress.is_cancelled
    running.drop()
    assert subtitle(page) == before
    assert page._chosen is None


def test_the_head_of_the_table_stands_still_from_one_part_to_the_next(desk):
    heads = []
    for part in ("profiles", "sources", "checks"):
        desk.window.show_page("proof", part)
        desk.window.grab()
        tile = desk.window.stack.page._tile
        heads.append((tile._title.geometry().center().y(), tile.split.isHidden(), tile.head.geometry().bottom()))
    assert heads[-1][1]
    assert not heads[0][1]
    assert len({(title, foot) for title, _, foot in heads}) == 1
