"""Importing as a user meets it: loading, review and its corrections, what is in, pasting."""

from pathlib import Path

import pytest
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.recipe import IgnoreColumn, SetHeader, SetRole, SetTable
from kpidesk.metrics.query import Query
from kpidesk.qt.widgets.popover import ChoicePopover
from kpidesk.session.jobs import Job, JobHandle, Lane
from kpidesk.ui.importing.checkup_view import CheckupView
from kpidesk.ui.importing.column_table import BECOMES
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea
from shiboken6 import delete
from tests.ui.desk import a_company, a_window


@pytest.fixture
def desk(qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    yield binding
    binding.window.close()
    binding.services.close()
    delete(binding.window)  # a deferred deletion would wait for an event loop, and every test dress all windows


def data_page(desk):
    return desk.window.stack.get("data")


def review(desk):
    return data_page(desk)._review


def table_named(desk, name):
    return next(table for table in review(desk).proposal.tables if table.region.sheet.file.name == name)


def index_of(table, header):
    return next(column.index for column in table.mapping.columns if column.header == header)


def write(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def pick(window, text):
    """Choose a line of the list that is open."""
    popover = next(p for p in window.findChildren(ChoicePopover) if p.isVisible())
    model = popover._model
    row = next(row for row in range(model.rowCount()) if model.choice(row).text == text)
    popover.on_activated(model.index(row, 0))


def latest(desk, kpi):
    frame = desk.services.results.compute(Query((kpi,)))
    return dict(zip(map(str, frame.periods), frame.series[kpi].values[-1], strict=True))


def test_files_show_a_loading_view_from_the_start_and_end_in_the_review(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    assert desk.window.stack.current_id == "data"
    assert data_page(desk)._stack.currentWidget() is review(desk)
    assert desk.window.stack.page.title == "Import review"


def test_loading_view_follows_a_job_step_by_step_and_stops_it(desk, qtbot):
    page = data_page(desk)
    desk.window.show_page("data")
    handle = JobHandle(
        Job(Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name="a.csv"), int), Lane.WORK, Progress()
    )
    handle.begin()
    page.follow(handle, "read", (Path("a.csv"),))
    loading = page._loading
    assert page._stack.currentWidget() is loading
    assert loading._headline.text() == "Reading a.csv"
    handle.report(1, 4, Message(QT_TRANSLATE_NOOP("importing", "Loading {name}"), name="a"))
    assert loading._step.text() == "Loading a (2 of 4)"
    qtbot.mouseClick(loading._cancel, Qt.MouseButton.LeftButton)
    assert handle.progress.is_cancelled
    handle.drop()
    assert page._stack.currentWidget() is page._empty


def test_review_takes_a_correction_back(desk, tmp_path, qtbot):
    desk.files.take(a_company(tmp_path))
    view = review(desk)
    first = view.proposal
    view.on_step(IgnoreColumn(view.table.mapping.columns[1].header))
    assert view.table.mapping.columns[1].is_ignored
    qtbot.mouseClick(view._middle.undo, Qt.MouseButton.LeftButton)
    assert view.proposal is first
    qtbot.mouseClick(view._accept, Qt.MouseButton.LeftButton)
    assert len(desk.services.session.document.datasets) == 2


def test_role_given_by_keyboard_changes_a_kpi(desk, tmp_path, qtbot):
    """Two columns of money: what the view makes the amount is what revenue is computed from."""
    lines = (f"O{i},C{i},2025-01-{i:02},100,40" for i in range(1, 29))
    path = write(tmp_path, "orders.csv", "order_id,customer_id,order_date,amount,profit share", *lines)
    desk.files.take((path,))
    table = review(desk).table
    assert table.mapping.table == "orders"
    columns = review(desk)._middle.columns
    columns.go_to(index_of(table, "profit share"))
    columns.setFocus()
    qtbot.keyClick(columns, Qt.Key.Key_Return)
    pick(desk.window, "Amount")
    assert review(desk).table.mapping.column("amount").header == "profit share"
    assert columns.views[3].role is None
    review(desk).on_accept()
    assert latest(desk, "revenue")["2025-01"] == 28 * 40


def test_row_that_is_pressed_becomes_the_header(desk, tmp_path):
    lines = [f"C{i},2025-01-{i:02},{i}00" for i in range(1, 20)]
    path = write(tmp_path, "customers.csv", "customer_id,signup_date,mrr", "Kunde,Beginn,MRR", *lines)
    desk.files.take((path,))
    view = review(desk)
    view.on_step(SetHeader((1,)))
    assert view.table.region.header_row == 1
    assert view.table.region.headers == ("Kunde", "Beginn", "MRR")
    assert view._middle.grid.row_kind(1).value == "header"
    assert view._middle.grid.row_kind(0).value == "ignored"


def test_finding_leads_to_its_cell(desk, tmp_path, qtbot):
    rows = [f"C{i},2025-01-{i % 27 + 1:02},{'n.b.' if i == 7 else i}" for i in range(40)]
    desk.files.take((write(tmp_path, "customers.csv", "customer_id,signup_date,mrr", *rows),))
    view = review(desk)
    (finding,) = [f for f in view.table.findings if f.code == "ingest.unreadable"]
    assert str(finding.where) == "customers.csv!C9"
    link = next(b for b in view._findings.findChildren(QAbstractButton) if b.text() == "customers.csv!C9")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    grid = view._middle.grid
    assert (grid.current_row, grid.currentIndex().column()) == (8, 2)
    assert grid.map.is_unreadable(8, 2)
    view.on_place(Location("customers.csv", None, 30, 0))
    assert grid.current_row == 30


def test_table_that_is_left_out_does_not_come_in(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    view = review(desk)
    assert view._accept.text() == "Import 2 tables"
    view.on_toggle()
    assert view._accept.text() == "Import 1 table"
    view.on_accept()
    assert [d.name for d in desk.services.session.document.datasets.values()] == ["spend"]


def test_sheet_that_is_something_else_is_not_taken_in(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    view = review(desk)
    view.on_step(SetTable("other"))
    assert view.table.id not in view.review.taken
    view.on_undo()
    assert view.table.id in view.review.taken


def test_more_files_join_the_review_and_keep_its_corrections(desk, tmp_path):
    subscriptions, spend = a_company(tmp_path)
    desk.files.take((subscriptions,))
    header = review(desk).table.mapping.columns[2].header
    review(desk).on_step(SetRole(header, None))
    desk.files.take((spend,))
    assert len(review(desk).proposal.tables) == 2
    assert table_named(desk, "subscriptions.csv").mapping.columns[2].role is None


def test_only_what_is_seen_of_a_wide_sheet_is_asked_for(desk, tmp_path, monkeypatch, qtbot):
    wide = ",".join(f"f{i}" for i in range(800))
    rows = [",".join(str(i) for i in range(800)) for _ in range(50)]
    desk.files.take(
        (write(tmp_path, "wide.csv", "customer_id,signup_date," + wide, *("C,2025-01-01," + r for r in rows)),)
    )
    grid = review(desk)._middle.grid
    asked = set()
    text = type(grid.map).text
    monkeypatch.setattr(
        type(grid.map), "text", lambda self, row, column: asked.add((row, column)) or text(self, row, column)
    )
    qtbot.waitUntil(grid.updatesEnabled)  # a page that opened is painted a turn later
    grid.scrollTo(grid.model().index(20, 600), QAbstractItemView.ScrollHint.PositionAtCenter)
    grid.grab()
    assert 0 < len({column for _, column in asked}) < 60


def test_list_of_roles_can_keep_leave_out_and_name_every_role(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    middle = review(desk)._middle
    middle.on_asked(0, "role")
    popover = next(p for p in desk.window.findChildren(ChoicePopover) if p.isVisible())
    texts = [popover._model.choice(row).text for row in range(popover._model.rowCount())]
    assert texts[:2] == ["Segment by it", "Leave out"]
    assert texts[2:] == sorted(texts[2:], key=str.casefold)
    popover.dismiss()


def test_refused_file_says_what_to_do(desk, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook at all")
    desk.files.take((path,))
    (notice,) = desk.services.notices.standing
    assert notice.hint is not None
    assert desk.window.stack.current_id == "welcome"


def test_pasted_table_is_reviewed_like_a_file(desk):
    mime = QMimeData()
    mime.setText("customer_id\tsignup_date\tmrr\nC1\t2025-01-03\t10\nC2\t2025-02-03\t20\nC3\t2025-03-04\t30\n")
    desk.files.paste(mime)
    assert desk.window.stack.current_id == "data"
    assert review(desk).table.mapping.table == "customers"


def test_copied_files_are_pasted_as_files(desk, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in a_company(tmp_path)])
    desk.files.paste(mime)
    assert len(review(desk).proposal.files) == 2


def test_data_page_says_what_each_column_became_and_which_tables_want_a_look(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    review(desk).on_accept()
    desk.window.show_page("data")
    tables = data_page(desk)._tables._tables
    views = {view.header: view for view in tables._editor.views}
    assert views["Plan"].becomes == "Plan, to segment by"
    assert views["Plan"].state == "sure"
    assert views["MRR"].reads == "money"
    states = {item.view.name: item.view.state for item in tables._sheets._items.values()}
    assert set(states) == {"subscriptions.csv", "spend.csv"}


def test_months_across_are_corrected_row_by_row(desk, tmp_path):
    months = ",".join(f"2025-{month:02}" for month in range(1, 7))
    rows = ("MRR,1,2,3,4,5,6", "Something,9,9,9,9,9,9", "New customers,1,1,1,1,1,1")
    desk.files.take((write(tmp_path, "kpis.csv", f"KPI,{months}", *rows),))
    middle = review(desk)._middle
    views = {view.key: view for view in middle.columns.views}
    assert views["MRR"].role == "mrr"
    assert views["Something"].role is None
    middle.on_asked("Something", "role")
    pick(desk.window, "Revenue")
    assert review(desk).table.mapping.row_roles["Something"] == "revenue"


def test_chips_ask_and_plain_cells_do_not(desk, tmp_path, qtbot):
    desk.files.take(a_company(tmp_path))
    columns = review(desk)._middle.columns
    asked = []
    columns.asked.connect(lambda key, what: asked.append((key, what)))
    for column in (0, BECOMES, 3):
        where = columns.visualRect(columns.model().index(0, column)).center()
        qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [(0, "role")]


def test_changed_file_is_told_and_read_again_on_request(desk, tmp_path):
    subscriptions, spend = a_company(tmp_path)
    desk.files.take((subscriptions, spend))
    review(desk).on_accept()
    timer = desk.files.sources
    refreshing = desk.services.refreshing
    before = latest(desk, "mrr")["2025-12"]
    subscriptions.write_text(subscriptions.read_text().replace("€100", "€200"))
    refreshing.look(0.0)
    refreshing.look(10.0)
    (notice,) = [n for n in desk.services.notices.standing if n.key == "source.changed"]
    assert "subscriptions.csv" in str(notice.message)
    desk.registry.run(notice.actions[0].action, notice.actions[0].arguments)
    assert latest(desk, "mrr")["2025-12"] == 2 * before
    (told,) = [n for n in desk.services.notices.standing if n.key == "source.changed"]
    assert told.message.params["n"] > 0
    desk.registry.run("import.changes")
    assert desk.window.stack.page._tables._stack.currentWidget() is desk.window.stack.page._tables._restated
    timer.on_time()
    assert "watching 2 files" in desk.window.frame.status._facts.text()


def test_imported_table_is_read_otherwise_from_the_data_page(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    review(desk).on_accept()
    desk.window.show_page("data")
    page = data_page(desk)
    old = latest(desk, "mrr")["2025-12"]
    page._tables._tables.on_correct()
    assert review(desk)._accept.text() == "Read it like this"
    assert len(review(desk).proposal.tables) == 1
    review(desk).on_step(SetRole("MRR", None))
    review(desk).on_accept()
    assert len(desk.services.session.document.datasets) == 2
    desk.registry.run("edit.undo")
    assert latest(desk, "mrr")["2025-12"] == old


def test_coverage_names_the_one_thing_to_add(desk, tmp_path):
    desk.files.take(a_company(tmp_path)[:1])
    review(desk).on_accept()
    desk.window.show_page("data", "coverage")
    view = data_page(desk)._tables._coverage
    kpis = {kpi for kpi, cells in view._lines if kpi and cells[1].icon == "circle-check"}
    assert "mrr" in kpis
    assert "cac" not in kpis
    lacking = {kpi: cells[1].text for kpi, cells in view._lines if kpi and cells[1].icon == "lock"}
    assert "NPS" in lacking["nps"]


class LateHandle:
    """A correction that takes its time."""

    def __init__(self, table, step, take):
        self.go_on = lambda: (self.done(take(table, step)), self.over())

    def then(self, done, failed=None, over=None):
        self.done, self.over = done, over
        return self


def test_in_a_narrow_window_the_sheets_are_a_drop_down(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    view = review(desk)
    view.set_narrow(True)
    assert view._sheets._drop.isVisible()
    assert not view._sheets._scroll.isVisible()
    view._sheets.on_drop()
    popover = next(p for p in desk.window.findChildren(ChoicePopover) if p.isVisible())
    model = popover._model
    shown = [model.choice(row).key for row in range(model.rowCount())]
    assert shown == [table.id for table in view.proposal.tables]
    popover.chosen.emit(shown[-1])
    assert view.table.id == shown[-1]
    assert view._sheets._drop.text() == view._sheets._items[shown[-1]].view.name
    popover.dismiss()
    view.set_narrow(False)
    assert not view._sheets._drop.isVisible()
    assert view._sheets._scroll.isVisible()


def test_corrections_wait_for_each_other_and_the_import_for_them(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    view, started = review(desk), []
    view._sheets.choose(table_named(desk, "subscriptions.csv").id)

    def late(table, step):
        started.append(LateHandle(table, step, desk.services.importing.take_step))
        return started[-1]

    view._correct = late
    accepted = []
    view.accepted.connect(accepted.append)
    view.on_step(IgnoreColumn("Plan"))
    view.on_step(IgnoreColumn("MRR"))
    view.on_accept()
    assert len(started) == 1
    assert not accepted
    started[0].go_on()
    started[1].go_on()
    assert len(accepted) == 1
    table = next(t for t in accepted[0].tables if t.region.sheet.file.name == "subscriptions.csv")
    assert {c.header for c in table.mapping.columns if c.is_ignored} == {"Plan", "MRR"}


def a_long_file(tmp_path):
    lines = [f"S{i},C{i},2025-01-{i % 28 + 1:02d},10" for i in range(12_000)]
    return write(tmp_path, "long.csv", "Subscription ID,Customer ID,Start date,MRR", *lines)


def shown(view, row, column):
    """The text of a row of the sheet in the grid, and which row is the current one."""
    grid = view._middle.grid
    text = grid.model().index(grid.map.nearest(row), column).data()
    return text, grid.map.rows[grid.currentIndex().row()]


def test_every_row_of_a_long_file_can_be_gone_to(desk, tmp_path, qtbot):
    desk.files.take((a_long_file(tmp_path),))
    view = review(desk)
    assert view._middle.grid.model().rowCount() == 12_001
    for row in (6_000, 11_999, 2_345):
        view.on_place(Location("long.csv", row=row, column=0))
        qtbot.waitUntil(lambda row=row: shown(view, row, 0) == (f"S{row - 1}", row), timeout=30_000)
        assert "nearest" not in view._middle._place.text()


def test_a_row_of_a_page_that_cannot_be_read_stays_empty(desk, tmp_path, qtbot):
    path = a_long_file(tmp_path)
    desk.files.take((path,))
    view = review(desk)
    path.unlink()
    view.on_place(Location("long.csv", row=6_000, column=0))
    qtbot.waitUntil(lambda: shown(view, 6_000, 0) == ("", 6_000), timeout=30_000)


def test_a_row_that_is_not_shown_leads_to_the_nearest_in_words(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("kpidesk.ui.importing.sheet_map.MOST_ROWS", 10_000)
    desk.files.take((a_long_file(tmp_path),))
    view = review(desk)
    view.on_place(Location("long.csv", row=6_000, column=0))
    assert "6,001" in view._middle._place.text()
    assert "nearest" in view._middle._place.text()
    view.on_place(Location("long.csv", row=3, column=0))
    assert "nearest" not in view._middle._place.text()


def test_ways_to_read_a_column_say_what_they_cannot_read(desk, tmp_path):
    desk.files.take(a_company(tmp_path))
    view = review(desk)
    table = table_named(desk, "subscriptions.csv")
    view._sheets.choose(table.id)
    view._corrections.show_table(table, desk.services.schema)
    view._corrections.ask_format(view, index_of(table, "Plan"))
    popover = next(p for p in desk.window.findChildren(ChoicePopover) if p.isVisible())
    model = popover._model
    said = [model.choice(row).detail for row in range(model.rowCount())]
    assert said[0] == ""
    assert "60 of 60 unreadable" in said
    counts = [int(text.split()[0]) if text else 0 for text in said]
    assert counts == sorted(counts)


def test_checkup_that_fits_has_no_scroll_bar(qapp, qtbot):
    """Wrapped sentences are as high as at the width that they have: nine of one line each fit into 560 pixels."""
    view = CheckupView()
    qtbot.addWidget(view)
    text = "Each “customer_id” stands here once: it is joined to “invoices”, “payments”, “subscriptions”, not added"
    sentence = Message(QT_TRANSLATE_NOOP("facts", "{text}"), text=text)
    place = Location("customers.csv")
    view.show_findings([Finding(Level.NOTE, f"facts.{number}", sentence, place) for number in range(9)])
    view.resize(936, 560)
    view.show()
    scroll = view.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.widget().width() > 900)
    assert scroll.verticalScrollBar().maximum() == 0
    view.resize(936, 200)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
