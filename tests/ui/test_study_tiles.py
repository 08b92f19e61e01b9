"""Studies on a board and in the report: each asks for itself, and a job that is given up is not waited for."""

from types import SimpleNamespace

import pytest
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import JobHandle, Lane
from kpidesk.ui.dashboard.study_tiles import StudyTiles
from kpidesk.workspace.board_studies import STUDIES
from PySide6.QtCore import QObject

STUDY = next(iter(STUDIES.values()))


class HeldRunner:
    """Keeps jobs back until they are answered; a newer one of a name has the older one stop."""

    def __init__(self):
        self.waiting, self._named = [], {}

    def submit(self, job, *, lane, replaces=None):
        handle = JobHandle(job, lane, Progress())
        if replaces in self._named:
            self._named[replaces].drop()
        self._named[replaces] = handle
        self.waiting.append(handle)
        return handle

    def answer(self):
        for handle in self.waiting:
            handle.succeed("found")


@pytest.fixture
def services():
    query = SimpleNamespace(query=lambda rules: "question")
    document = SimpleNamespace(query=query, rules=None)
    return SimpleNamespace(
        results=SimpleNamespace(engine=object()), session=SimpleNamespace(document=document), runner=HeldRunner()
    )


def test_the_board_and_the_report_wait_for_the_same_study_side_by_side(services, qapp):
    owner = QObject()
    board, report = StudyTiles(services, owner), StudyTiles(services, owner)
    board.ask_studies([STUDY])
    report.ask_studies([STUDY])
    services.runner.answer()
    assert board.has_answer(STUDY)
    assert report.has_answer(STUDY)


def test_a_study_whose_job_was_given_up_is_asked_for_again(services, qapp):
    owner = QObject()
    board = StudyTiles(services, owner)
    board.ask_studies([STUDY])
    services.runner.waiting.pop().drop()
    board.ask_studies([STUDY])
    assert [handle.lane for handle in services.runner.waiting] == [Lane.STORE]
    board.ask_studies([STUDY])
    assert len(services.runner.waiting) == 1
    services.runner.answer()
    assert board.has_answer(STUDY)
