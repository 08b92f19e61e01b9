import json

import pytest
from desks import a_desk, files, taken
from kpidesk.core.errors import UserError
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.session.work_folder import WorkFolder, left_behind


@pytest.fixture
def services(tmp_path):
    services = a_desk(tmp_path / "home")
    taken(services, *files(tmp_path, "subs.csv"))
    yield services
    services.close()


def plain(document):
    """The document but for the ids of its datasets, which opening makes anew."""
    return (document.name, [d.name for d in document.datasets.values()], document.rules, document.query)


def test_a_saved_workspace_opens_as_it_was_and_clean(services, tmp_path):
    handle = services.persistence.save(tmp_path / "acme")
    assert handle.result == tmp_path / "acme.kpidesk"
    assert services.session.is_clean
    assert services.persistence.path == tmp_path / "acme.kpidesk"
    another = a_desk(tmp_path / "other")
    another.persistence.open(tmp_path / "acme.kpidesk")
    assert plain(another.session.document) == plain(services.session.document)
    assert another.session.is_clean
    assert another.results.engine.datasets == ("subs",)
    (dataset,) = another.session.document.datasets.values()
    assert another.backend.get().table_path(dataset.id).read_bytes() == b"subs"
    assert another.settings.recent == (tmp_path / "acme.kpidesk",)
    another.close()


def test_trouble_with_saving_leaves_the_document_modified(services, tmp_path):
    handle = services.persistence.save(tmp_path / "no" / "such" / "folder.kpidesk")
    assert handle.error is not None
    assert not services.session.is_clean
    assert services.persistence.path is None
    assert services.notices.standing


def test_saving_without_a_file_is_refused(services):
    with pytest.raises(UserError, match="no file yet"):
        services.persistence.save()


def test_trouble_with_opening_leaves_the_present_document(services, tmp_path):
    before = services.session.document
    (tmp_path / "bad.kpidesk").write_bytes(b"PK nonsense")
    assert services.persistence.open(tmp_path / "bad.kpidesk").error is not None
    assert services.session.document is before


def test_opening_the_present_file_again_leaves_its_tables_in_place(services, tmp_path):
    services.persistence.save(tmp_path / "a.kpidesk")
    (dataset,) = services.session.document.datasets
    table = services.backend.get().table_path(dataset)
    services.persistence.open(tmp_path / "a.kpidesk")
    assert table.read_bytes() == b"subs"
    (again,) = services.session.document.datasets
    assert again != dataset
    assert services.backend.get().table_path(again).read_bytes() == b"subs"
    assert all(path.is_file() for path in table.parent.iterdir())


def test_undo_of_an_import_after_a_save_can_be_redone_and_saved(services, tmp_path):
    services.persistence.save(tmp_path / "a.kpidesk")
    services.session.undo()
    services.persistence.save()
    services.session.redo()
    assert services.persistence.save().error is None


def test_lost_work_is_offered_and_taken_up_as_modified(services, tmp_path):
    services.session.execute(RenameWorkspace("Unsaved"))
    services.persistence.autosave()
    services.persistence.close(keep=True)  # as a crash leaves it
    root = tmp_path / "home" / "state" / "work"
    another = a_desk(tmp_path / "home")
    (lost,) = another.persistence.find_lost_work(root)
    assert (lost.name, lost.path) == ("Unsaved", None)
    another.persistence.recover(lost)
    assert another.session.document == services.session.document
    assert not another.session.is_clean
    assert another.results.engine.datasets == ("subs",)
    assert another.persistence.find_lost_work(root) == ()
    another.close()
    assert list(root.iterdir()) == []


def test_the_work_of_a_running_session_is_not_offered(services, tmp_path):
    services.persistence.autosave()
    another = a_desk(tmp_path / "home")
    assert another.persistence.find_lost_work(tmp_path / "home" / "state" / "work") == ()
    another.close()


def test_saved_work_is_not_offered(services, tmp_path):
    services.persistence.autosave()
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.close(keep=True)
    assert list(left_behind(tmp_path / "home" / "state" / "work")) == []


@pytest.mark.parametrize("body", ["", "{}", '{"format": 1, "path": null, "document": {"name": 3}}', '{"format": 99}'])
def test_autosaves_that_cannot_be_read_are_not_offered(services, tmp_path, body):
    root = tmp_path / "home" / "state" / "work"
    folder = WorkFolder.new(root)
    folder.document.write_text(body)
    folder.release()
    assert services.persistence.find_lost_work(root) == ()


def test_lost_work_can_be_given_up(services, tmp_path):
    root = tmp_path / "home" / "state" / "work"
    folder = WorkFolder.new(root)
    folder.document.write_text(json.dumps({"format": 1, "path": "/x.kpidesk", "document": {"name": "Old"}}))
    folder.release()
    (lost,) = services.persistence.find_lost_work(root)
    services.persistence.discard(lost)
    assert not lost.folder.exists()


def test_closing_in_order_leaves_no_folder(tmp_path):
    services = a_desk(tmp_path / "home")
    services.close()
    assert list((tmp_path / "home" / "state" / "work").iterdir()) == []


def test_a_new_workspace_has_no_file_and_no_data(services, tmp_path):
    services.persistence.save(tmp_path / "a.kpidesk")
    services.persistence.new()
    assert services.persistence.path is None
    assert services.session.document.is_empty
    assert services.session.is_clean
    assert services.results.engine is None
