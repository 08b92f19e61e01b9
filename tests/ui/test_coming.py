"""What pages say while something is being opened into an empty window."""

import pytest
from kpidesk.core.messages import verbatim
from kpidesk.core.progress import Progress
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.session.jobs import Job, JobHandle, Lane
from kpidesk.ui.window.coming import Coming, _Cover


@pytest.fixture
def handle():
    return JobHandle(Job(verbatim("Opening tideline"), lambda _: None), Lane.WORK, Progress())


def covered(window):
    return {cover.parent().property("page"): cover.accessibleName() for cover in window.findChildren(_Cover)}


def test_pages_say_what_is_being_opened_until_it_is_over(bound, handle):
    window = bound.window
    window.show_page("movements")
    coming = Coming(window.stack, bound.services.session, window)
    coming.follow(handle)
    window.show_page("cohorts")  # built meanwhile
    window.show_page("settings")
    assert covered(window) == {"movements": "Opening tideline", "cohorts": "Opening tideline"}
    window.show_page("movements")
    cover = next(each for each in window.findChildren(_Cover) if each.isVisible())
    assert cover.geometry() == window.stack.page.rect()
    handle.begin()
    handle.succeed(None)
    assert not any(each.isVisible() for each in window.findChildren(_Cover))
    window.show_page("funnel")
    assert "funnel" not in covered(window)


def test_a_page_that_nobody_sees_is_covered_when_it_is_opened(bound, handle):
    window = bound.window
    window.show_page("movements")
    window.show_page("settings")
    Coming(window.stack, bound.services.session, window).follow(handle)
    assert covered(window) == {}
    window.show_page("movements")
    assert covered(window) == {"movements": "Opening tideline"}


def test_a_page_that_has_numbers_keeps_them_while_another_file_is_opened(bound, handle, monkeypatch):
    window, session = bound.window, bound.services.session
    session.execute(RenameWorkspace("Kept"))
    monkeypatch.setattr(type(session.document), "is_empty", False)
    window.show_page("movements")
    Coming(window.stack, session, window).follow(handle)
    assert covered(window) == {}
