"""A save takes its time: what happens meanwhile neither loses it nor gives its file to another document."""

import threading
import zipfile

import pytest
from desks import FakeBackend, files, taken
from kpidesk.core.errors import UserError
from kpidesk.session import persistence
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.session.folders import Folders
from kpidesk.session.services import build_services
from kpidesk.workspace.replacing import replace_file
from later import LaterRunner, end, work


@pytest.fixture
def runner():
    return LaterRunner()


@pytest.fixture
def services(tmp_path, runner):
    services = build_services(runner, FakeBackend, Folders.below(tmp_path / "home"))
    taken(services, *files(tmp_path, "subs.csv"))
    yield services
    runner.waits = False
    services.close()


@pytest.fixture
def root(tmp_path):
    return tmp_path / "home" / "state" / "work"


def named(services, name):
    services.session.execute(RenameWorkspace(name))


def name_in(path):
    with zipfile.ZipFile(path) as file:
        return b"First" in file.read("workspace.json"), b"Second" in file.read("workspace.json")


def test_a_save_that_ends_after_new_leaves_the_new_document_without_a_file(services, runner, tmp_path, root):
    runner.waits = True
    named(services, "First")
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.new()
    runner.waits = False
    taken(services, *files(tmp_path, "more.csv"))
    services.persistence.autosave()
    runner.go()
    assert (tmp_path / "a.kpidesk").is_file()
    assert services.persistence.path is None
    assert not services.session.is_clean
    assert len(list(root.glob("*/document.json"))) == 1  # that of the new document, which was not saved
    with pytest.raises(UserError):
        services.persistence.save()


def test_what_a_save_wrote_after_all_is_not_kept_as_unsaved(services, runner, tmp_path, root):
    runner.waits = True
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.new()
    assert len(services.persistence.find_lost_work(root)) == 1
    runner.go()
    assert services.persistence.find_lost_work(root) == ()
    assert not services.notices.standing


def test_what_was_changed_during_a_save_stays_autosaved(services, runner, tmp_path, root):
    runner.waits = True
    services.persistence.save(tmp_path / "a.kpidesk")
    named(services, "Second")
    services.persistence.autosave()
    runner.go()
    assert services.persistence.path == tmp_path / "a.kpidesk"
    assert not services.session.is_clean
    (kept,) = root.glob("*/document.json")
    assert "Second" in kept.read_text()
    assert "a.kpidesk" in kept.read_text()


def test_a_workspace_that_is_being_opened_does_not_come_over_a_new_one(services, runner, tmp_path):
    services.persistence.save(tmp_path / "a.kpidesk")
    runner.waits = True
    services.persistence.open(tmp_path / "a.kpidesk")
    services.persistence.new()
    runner.go()
    assert services.session.document.is_empty
    assert services.persistence.path is None


def test_the_newer_of_two_saves_begins_when_the_older_has_ended(services, runner, tmp_path, monkeypatch):
    began, write = [], persistence.write_archive
    monkeypatch.setattr(persistence, "write_archive", lambda *given: began.append(given[1].name) or write(*given))
    runner.waits = True
    named(services, "First")
    older = services.persistence.save(tmp_path / "a.kpidesk")
    named(services, "Second")
    newer = services.persistence.save(tmp_path / "b.kpidesk")
    results = []
    thread = threading.Thread(target=lambda: results.append(work(newer)))
    thread.start()
    thread.join(0.3)
    assert began == []
    end(older, work(older))
    thread.join(10)
    end(newer, results[0])
    assert began == ["First", "Second"]
    assert services.persistence.path == tmp_path / "b.kpidesk"
    assert [name_in(tmp_path / name) for name in ("a.kpidesk", "b.kpidesk")] == [(True, False), (False, True)]


def test_a_save_of_another_document_does_not_stop_one_that_runs(services, runner, tmp_path):
    runner.waits = True
    named(services, "First")
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.new()
    services.persistence.save(tmp_path / "b.kpidesk")
    runner.go()
    assert (tmp_path / "a.kpidesk").is_file()
    assert services.persistence.path == tmp_path / "b.kpidesk"


def test_a_save_that_was_stopped_before_it_began_holds_no_other_up(services, runner, tmp_path):
    runner.waits = True
    for _ in range(3):
        services.persistence.save(tmp_path / "a.kpidesk")
    for handle in runner.waiting[:2]:
        handle.drop()
    del runner.waiting[:2]
    runner.go()
    assert services.session.is_clean


def test_two_writers_of_one_file_do_not_take_each_others_temporary(tmp_path):
    target = tmp_path / "a.kpidesk"

    def outer(file):
        file.write(b"outer")
        replace_file(target, lambda other: other.write(b"inner"))
        assert target.read_bytes() == b"inner"

    replace_file(target, outer)
    assert target.read_bytes() == b"outer"
    assert list(tmp_path.iterdir()) == [target]


def test_an_ending_in_capitals_is_the_ending(services, tmp_path):
    services.persistence.save(tmp_path / "APRIL.KPIDESK")
    assert services.persistence.path == tmp_path / "APRIL.KPIDESK"
