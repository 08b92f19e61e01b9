"""Sources that change are noticed when they have come to rest, read again, and the past is compared."""

import os
from pathlib import Path

import pytest
from kpidesk.core.period import Period
from kpidesk.session.commands.datasets import RemoveDataset
from kpidesk.session.commands.view import SetRules
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.services import build_services
from kpidesk.session.watching import FileState, SourceWatch, state_of
from kpidesk.workspace.document import Rules
from later import LaterRunner

LEDGER = "Subscription ID,Customer ID,Plan,Start Date,End Date,MRR\n"
ROWS = [
    f"S{i},C{i},Pro,2024-{1 + i % 9:02}-05,{'2024-10-20' if i % 5 == 0 else ''},{40 + i}" for i in range(30)
]  # fmt: skip


def written(path, rows):
    path.write_text(LEDGER + "".join(f"{row}\n" for row in rows))
    return path


@pytest.fixture
def watched(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("one")
    watch = SourceWatch()
    watch.watch({path: state_of(path)})
    return watch, path


def changed(path, text, at):
    path.write_text(text)
    os.utime(path, (at, at))


def test_a_file_that_is_written_on_is_told_of_once_it_rests(watched):
    watch, path = watched
    assert watch.look(0.0) == ()
    changed(path, "two lines", 1000)
    assert watch.look(1.0) == ()
    assert watch.is_restless
    changed(path, "two lines and a half", 1001)
    assert watch.look(1.4) == ()
    assert watch.look(1.6) == ()
    assert watch.look(2.0) == (path,)
    assert watch.look(9.0) == ()
    assert not watch.is_restless


def test_an_atomic_replace_is_a_change_and_does_not_end_the_watch(watched):
    watch, path = watched
    for at in (1, 5):
        other = path.with_name("other.tmp")
        changed(other, f"text {at}", 2000 + at)
        other.replace(path)
        assert watch.look(float(at)) == ()
        assert watch.look(at + 1.0) == (path,)


def test_a_file_that_is_away_for_a_while_is_no_change_and_no_error(watched):
    watch, path = watched
    state = state_of(path)
    path.unlink()
    assert watch.look(1.0) == watch.look(3.0) == ()
    path.write_text("one")
    os.utime(path, (state.modified, state.modified))
    assert watch.look(4.0) == watch.look(6.0) == ()


def test_lock_files_are_not_watched(tmp_path):
    lock = tmp_path / "~$book.xlsx"
    lock.write_text("x")
    watch = SourceWatch()
    watch.watch({lock: state_of(lock)})
    assert watch.paths == ()


@pytest.fixture
def services(tmp_path):
    services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"))
    yield services
    services.close()


def imported(services, path):
    services.importing.accept(services.importing.start([path]).result)


def test_a_source_with_other_contents_is_told_and_a_touched_one_is_not(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    told = []
    services.refreshing.changed_on_disk.connect(told.append)
    os.utime(path, (3000, 3000))
    for now in (0.0, 1.0, 2.0):
        services.refreshing.look(now)
    assert told == []
    changed(path, LEDGER + "\n".join(ROWS[1:]), 4000)
    for now in (3.0, 4.0, 5.0):
        services.refreshing.look(now)
    assert told == [(path,)]


def test_what_changed_while_it_was_watched_is_fresh_and_what_had_changed_before_is_not(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    written(path, ROWS[1:])
    os.utime(path, (6000, 6000))
    for now in (0.0, 1.0):
        assert services.refreshing.look(now) == ((path,), now == 0.0)
    assert services.refreshing.fresh([path]) == ()
    services.refreshing.refresh([path])
    services.refreshing.look(2.0)
    written(path, ROWS[2:])
    os.utime(path, (7000, 7000))
    services.refreshing.look(3.0)
    assert services.refreshing.fresh([path]) == (path,)


def test_a_path_on_another_machine_is_not_touched():
    watch = SourceWatch()
    watch.watch({Path("//server/share/a.csv"): FileState(1, 1.0)})
    assert watch.paths == ()


def test_a_correction_of_the_past_is_reported_by_figure_and_row(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    reports = []
    services.refreshing.restated.connect(reports.append)
    before = services.session.document
    rows = [row.replace("S3,C3,Pro,2024-04-05,,43", "S3,C3,Pro,2024-04-05,,143") for row in ROWS[:-1]]
    written(path, [*rows, "S99,C99,Pro,2024-10-01,,70"])
    services.refreshing.refresh([path])
    (report,) = reports
    mrr = {str(c.period): (c.before, c.after) for c in report.figures if c.kpi == "mrr"}
    assert "2024-02" not in mrr
    assert mrr["2024-04"][1] - mrr["2024-04"][0] == pytest.approx(100 if rows[-1] else 0, abs=70)
    (table,) = report.tables
    assert (table.added, table.removed, table.changed, table.key) == (1, 1, 1, ("subscription_id",))
    by_kind = {row.kind: row for row in table.rows}
    assert (by_kind["changed"].key, by_kind["changed"].where.row) == ("S3", 4)
    assert [(c.column, c.before, c.after) for c in by_kind["changed"].cells] == [("mrr", "43.0", "143.0")]
    assert by_kind["removed"].key == "S29"
    assert by_kind["added"].key == "S99"
    assert {finding.code for finding in report.findings} == {"restatement.figure", "restatement.rows"}
    last = {change.kpi: change for change in report.figures}
    assert ("changed", "S3") in {(row.kind, row.key) for row in last["mrr"].rows}
    assert "S99" not in {row.key for change in report.figures if str(change.period) < "2024-10" for row in change.rows}
    services.session.undo()
    assert services.session.document is before


def test_the_figures_of_the_report_are_those_of_the_engine(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    reports = []
    services.refreshing.restated.connect(reports.append)
    written(path, [row.replace(",43", ",143") for row in ROWS])
    services.refreshing.refresh()
    changes = {c.period: (c.before, c.after) for c in reports[0].figures if c.kpi == "mrr"}
    first = min(changes, key=lambda period: period.index)
    assert first == Period.parse("2024-04")
    assert all(after - was == pytest.approx(100) for was, after in changes.values())


def test_new_rows_of_a_new_month_restate_nothing(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    reports = []
    services.refreshing.restated.connect(reports.append)
    written(path, [*ROWS, "S40,C40,Pro,2024-11-05,,70"])
    services.refreshing.refresh([path])
    money = [c for c in reports[0].figures if c.kpi in ("mrr", "active_customers", "new_mrr")]
    assert money == []
    assert reports[0].tables[0].added == 1


def test_a_source_without_its_table_stays_as_it_was_and_is_told(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    before = services.session.document
    reports = []
    services.refreshing.restated.connect(reports.append)
    path.unlink()
    services.refreshing.refresh([path])
    assert [finding.code for finding in reports[0].findings] == ["refreshing.gone"]
    assert services.session.document is before


def test_other_numbers_after_a_source_was_not_found_are_no_restatement(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    path.unlink()
    services.refreshing.refresh()
    reports = []
    services.refreshing.restated.connect(reports.append)
    services.session.execute(SetRules(Rules(currency="EUR", gap_months=3)))
    assert reports == []


@pytest.fixture
def runner():
    return LaterRunner()


@pytest.fixture
def slow(tmp_path, runner):
    """Services whose jobs wait when they are told to."""
    services = build_services(runner, LocalBackend, Folders.below(tmp_path / "home"))
    yield services
    runner.waits = False
    services.close()


def test_a_table_that_went_while_it_was_read_again_restates_nothing(slow, runner, tmp_path):
    imported(slow, written(tmp_path / "subs.csv", ROWS))
    runner.waits = True
    slow.refreshing.refresh()
    (dataset,) = slow.session.document.datasets
    slow.session.execute(RemoveDataset(dataset))
    reports = []
    slow.refreshing.restated.connect(reports.append)
    runner.go()
    runner.waits = False
    imported(slow, written(tmp_path / "other.csv", ROWS[3:]))
    assert [report for report in reports if not report.is_empty] == []


@pytest.mark.parametrize("steps", range(5))
def test_what_was_read_again_is_not_told_of_another_workspace(slow, runner, tmp_path, steps):
    other = written(tmp_path / "other.csv", ROWS[3:])
    imported(slow, other)
    saved = slow.persistence.save(tmp_path / "other.kpidesk").result
    slow.persistence.new()
    path = written(tmp_path / "subs.csv", ROWS)
    imported(slow, path)
    reports = []
    slow.refreshing.restated.connect(reports.append)
    written(path, [row.replace(",43", ",143") for row in ROWS])
    runner.waits = True
    slow.refreshing.refresh()
    for _ in range(steps):
        runner.go_one()
    told = len(reports)
    runner.waits = False
    slow.persistence.open(saved)
    runner.go()
    assert len(reports) == told
    assert [dataset.name for dataset in slow.session.document.datasets.values()] == ["other"]


def test_a_source_that_changed_is_noticed_again_in_a_workspace_that_was_opened_again(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    saved = services.persistence.save(tmp_path / "a.kpidesk").result
    told = []
    services.refreshing.changed_on_disk.connect(told.append)
    services.refreshing.look(0.0)
    changed(path, LEDGER + "\n".join(ROWS[1:]), 4000)
    for now in (3.0, 4.0):
        services.refreshing.look(now)
    services.refreshing.refresh()
    assert told == [(path,)]
    services.persistence.open(saved)
    for now in (5.0, 6.0):
        services.refreshing.look(now)
    assert told == [(path,)] * 2
    assert services.refreshing.fresh([path]) == ()


def test_undo_of_reading_again_tells_of_the_same_change_once(services, tmp_path):
    path = written(tmp_path / "subs.csv", ROWS)
    imported(services, path)
    services.refreshing.look(0.0)
    changed(path, LEDGER + "\n".join(ROWS[1:]), 4000)
    services.refreshing.refresh()
    told = []
    services.refreshing.changed_on_disk.connect(told.append)
    services.session.undo()
    for now in (5.0, 6.0):
        services.refreshing.look(now)
    assert told == []
    assert services.refreshing.fresh([path]) == (path,)
