"""Another document takes no unsaved work with it: it is kept apart, said, and brought back."""

import pytest
from desks import a_desk, files, taken
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.session import unsaved
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.workspace import replacing


@pytest.fixture
def services(tmp_path):
    services = a_desk(tmp_path / "home")
    yield services
    services.close()


@pytest.fixture
def root(tmp_path):
    return tmp_path / "home" / "state" / "work"


@pytest.fixture
def other(tmp_path):
    """A saved workspace that is not the present one."""
    another = a_desk(tmp_path / "elsewhere")
    taken(another, *files(tmp_path, "other.csv"))
    path = another.persistence.save(tmp_path / "other.kpidesk").result
    another.close()
    return path


def worked_on(services, tmp_path, name="Worked on"):
    taken(services, *files(tmp_path, "subs.csv"))
    services.session.execute(RenameWorkspace(name))
    return services.session.document


def offered(services):
    """The notices that offer unsaved work."""
    return [notice for notice in services.notices.standing if notice.key.startswith("lost:")]


@pytest.mark.parametrize("way", ["new", "open", "restore"])
def test_unsaved_work_is_kept_and_brought_back_when_another_document_comes(services, tmp_path, root, other, way):
    document = worked_on(services, tmp_path)
    services.persistence.autosave()
    if way == "restore":
        services.persistence.new()
        document = worked_on(services, tmp_path, "A second one")
        services.persistence.recover(services.persistence.find_lost_work(root)[0])
    elif way == "open":
        services.persistence.open(other)
    else:
        services.persistence.new()
    assert services.session.document.name != document.name
    (notice,) = offered(services)
    assert document.name in str(notice.message)
    (lost,) = services.persistence.find_lost_work(root)
    assert {action.arguments for action in notice.actions} == {(str(lost.folder),)}
    services.persistence.recover(lost)
    assert services.session.document == document
    assert not services.session.is_clean
    for dataset in document.datasets:
        assert services.backend.get().table_path(dataset).read_bytes() == b"subs"


def test_work_that_was_kept_is_offered_by_the_next_start_and_goes_back_to_its_file(services, tmp_path, root):
    worked_on(services, tmp_path, "First")
    path = services.persistence.save(tmp_path / "first.kpidesk").result
    services.session.execute(RenameWorkspace("Second"))
    services.persistence.new()
    services.persistence.close()
    another = a_desk(tmp_path / "home")
    (lost,) = another.persistence.find_lost_work(root)
    assert (lost.name, lost.path) == ("Second", path)
    another.persistence.recover(lost)
    assert another.persistence.path == path
    assert another.results.engine.datasets == ("subs",)
    another.close()
    assert list(root.iterdir()) == []


def test_what_was_changed_while_another_was_being_opened_is_kept(services, tmp_path, root, other, monkeypatch):
    worked_on(services, tmp_path)
    services.persistence.save(tmp_path / "a.kpidesk")
    read = unsaved_edit(services, monkeypatch)
    services.persistence.open(other)
    assert read == ["read"]
    (lost,) = services.persistence.find_lost_work(root)
    assert lost.name == "While it opened"


def unsaved_edit(services, monkeypatch):
    """The document is changed while the next workspace is read."""
    from kpidesk.session import persistence

    seen, take_out = [], persistence.taken_out

    def slowly(*arguments):
        seen.append("read")
        services.session.execute(RenameWorkspace("While it opened"))
        return take_out(*arguments)

    monkeypatch.setattr(persistence, "taken_out", slowly)
    return seen


def test_saved_work_is_not_kept_twice_and_nothing_is_said(services, tmp_path, root, other):
    worked_on(services, tmp_path)
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.open(other)
    services.persistence.new()
    assert services.persistence.find_lost_work(root) == ()
    assert not offered(services)


def test_a_workspace_that_holds_nothing_is_not_kept(services, root, other):
    services.session.execute(RenameWorkspace("Nothing in it"))
    services.persistence.new()
    services.persistence.open(other)
    assert services.persistence.find_lost_work(root) == ()
    assert not offered(services)


def test_the_untouched_sample_is_not_kept_but_work_on_it_is(services, tmp_path, root, monkeypatch):
    monkeypatch.setattr(unsaved, "is_sample", lambda paths: all(path.parent == tmp_path for path in paths))
    taken(services, *files(tmp_path, "subs.csv"))
    services.persistence.new()
    assert services.persistence.find_lost_work(root) == ()
    taken(services, tmp_path / "subs.csv")
    services.session.execute(RenameWorkspace("My own name for it"))
    services.persistence.new()
    assert len(services.persistence.find_lost_work(root)) == 1


def test_the_rows_are_not_written_a_second_time(services, tmp_path, root):
    document = worked_on(services, tmp_path)
    (dataset,) = document.datasets
    before = services.backend.get().table_path(dataset).stat().st_ino
    services.persistence.new()
    (lost,) = services.persistence.find_lost_work(root)
    assert (lost.folder / "tables" / f"{dataset}.parquet").stat().st_ino == before


def test_where_file_systems_know_no_second_names_the_rows_move(services, tmp_path, root, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(1, "no links here")

    monkeypatch.setattr("kpidesk.session.work_folder.os.link", refused)
    document = worked_on(services, tmp_path)
    services.persistence.new()
    (lost,) = services.persistence.find_lost_work(root)
    services.persistence.recover(lost)
    assert services.session.document == document
    for dataset in document.datasets:
        assert services.backend.get().table_path(dataset).read_bytes() == b"subs"


@pytest.mark.parametrize("links", [True, False])
def test_work_that_cannot_be_kept_stays(services, tmp_path, root, other, monkeypatch, links):
    document = worked_on(services, tmp_path)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    if not links:
        monkeypatch.setattr("kpidesk.session.work_folder.os.link", full)
    monkeypatch.setattr(replacing, "put_in_place", full)
    with pytest.raises(UserError):
        services.persistence.new()
    services.persistence.open(other)
    assert services.session.document is document
    assert any(notice.level is Level.BLOCKER for notice in services.notices.standing)
    assert [services.backend.get().table_path(dataset).read_bytes() for dataset in document.datasets] == [b"subs"]
    assert len(list(root.iterdir())) == 1


def test_lost_work_stays_where_it_is_until_it_is_kept_again(services, tmp_path, root, monkeypatch):
    worked_on(services, tmp_path)
    services.persistence.new()
    (lost,) = services.persistence.find_lost_work(root)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, "put_in_place", full)
    services.persistence.recover(lost)
    assert services.persistence.find_lost_work(root) == (lost,)


def test_a_notice_of_work_that_was_given_up_goes(services, tmp_path, root):
    worked_on(services, tmp_path)
    services.persistence.new()
    (lost,) = services.persistence.find_lost_work(root)
    services.persistence.discard(lost)
    assert not offered(services)
    assert not lost.folder.exists()
