"""Unsaved work is not lost to another document: the notice leads back to it, and leads back again."""

import pytest
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.session.restatement import Restatement
from kpidesk.ui.window.source_timer import CHANGED
from tests.ui.desk import a_company, take_in_all


@pytest.fixture
def filled(imported, tmp_path):
    """The small company, and nothing that the test before left."""
    persistence = imported.services.persistence
    persistence.new()
    for lost in persistence.find_lost_work(imported.services.folders.work):
        persistence.discard(lost)
    take_in_all(imported, a_company(tmp_path))
    return imported


def pressed(desk, label):
    """Press the button of the one notice that offers unsaved work."""
    standing = desk.services.notices.standing
    (place,) = [n for n, notice in enumerate(standing) if notice.key.startswith("lost:")]
    (action,) = [n for n, each in enumerate(standing[place].actions) if str(each.label) == label]
    desk.notices.on_acted(place, action)


def test_a_new_workspace_leaves_a_way_back_to_the_one_before(filled):
    services = filled.services
    before = services.session.document
    assert not services.session.is_clean
    filled.registry.run("file.new")
    assert services.session.document.is_empty
    pressed(filled, "Go back to it")
    assert services.session.document == before
    assert services.results.engine is not None
    assert not [notice for notice in services.notices.standing if notice.key.startswith("lost:")]
    services.session.execute(RenameWorkspace("Worked on"))
    filled.registry.run("file.new")
    pressed(filled, "Discard")
    filled.registry.run("file.recover")
    assert services.session.document.is_empty


def test_what_was_begun_for_one_workspace_is_gone_from_the_next(filled, tmp_path):
    services, page = filled.services, filled.window.stack.get("data")
    saved = services.persistence.save(tmp_path / "kept.kpidesk").result
    assert "saved" in filled.window.frame.status._facts.text()
    more = tmp_path / "more.csv"
    more.write_text((tmp_path / "subscriptions.csv").read_text().replace("€100", "€200"))
    filled.files.take((more,))
    assert page.is_reviewing
    services.refreshing.changed_on_disk.emit((more,))
    assert [notice for notice in services.notices.standing if notice.key == CHANGED]
    services.refreshing.restated.emit(Restatement((), (), ()))
    assert not page._tables._restated.is_empty
    services.refreshing.changed_on_disk.emit((more,))
    services.persistence.open(saved)
    assert page._tables._restated.is_empty
    assert not page.is_reviewing
    assert not [notice for notice in services.notices.standing if notice.key == CHANGED]
    assert "saved" not in filled.window.frame.status._facts.text()
