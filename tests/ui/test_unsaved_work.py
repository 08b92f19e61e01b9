"""Unsaved work is not lost to another document: the notice leads back to it, and leads back again."""

from kpidesk.session.commands.view import RenameWorkspace


def pressed(desk, label):
    """Press the button of the one notice that offers unsaved work."""
    standing = desk.services.notices.standing
    (place,) = [n for n, notice in enumerate(standing) if notice.key.startswith("lost:")]
    (action,) = [n for n, each in enumerate(standing[place].actions) if str(each.label) == label]
    desk.notices.on_acted(place, action)


def test_a_new_workspace_leaves_a_way_back_to_the_one_before(imported):
    services = imported.services
    before = services.session.document
    assert not services.session.is_clean
    imported.registry.run("file.new")
    assert services.session.document.is_empty
    pressed(imported, "Go back to it")
    assert services.session.document == before
    assert services.results.engine is not None
    assert not [notice for notice in services.notices.standing if notice.key.startswith("lost:")]
    services.session.execute(RenameWorkspace("Worked on"))
    imported.registry.run("file.new")
    pressed(imported, "Discard")
    imported.registry.run("file.recover")
    assert services.session.document.is_empty
