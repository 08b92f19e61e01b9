import pytest
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.messages import Message, Template
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import InlineRunner, Job, JobHandle, JobState, Lane

LABEL = Message(Template("", "Work"))


def test_a_job_runs_at_once_and_then_is_told_even_when_asked_late():
    heard = []
    handle = InlineRunner().submit(Job(LABEL, lambda progress: 42), lane=Lane.WORK)
    handle.then(heard.append, over=lambda: heard.append("over"))
    assert heard == [42, "over"]
    assert handle.result == 42
    assert handle.state is JobState.DONE


def test_expected_trouble_goes_to_failed():
    def run(progress: Progress) -> int:
        raise UserError(LABEL)

    heard = []
    handle = InlineRunner().submit(Job(LABEL, run), lane=Lane.STORE)
    handle.then(heard.append, lambda error: heard.append(error.message))
    assert heard == [LABEL]
    assert handle.state is JobState.FAILED


def test_a_cancelled_job_tells_neither_result_nor_trouble():
    def run(progress: Progress) -> int:
        raise Cancelled

    heard = []
    handle = InlineRunner().submit(Job(LABEL, run), lane=Lane.STORE)
    handle.then(heard.append, heard.append, lambda: heard.append("over"))
    assert heard == ["over"]


def test_anything_else_rises():
    with pytest.raises(ZeroDivisionError):
        InlineRunner().submit(Job(LABEL, lambda progress: 1 / 0), lane=Lane.WORK)


def test_steps_reach_listeners_until_the_job_is_over():
    steps = []

    class Watching(InlineRunner):
        pass

    runner = Watching()
    handles: list[JobHandle] = []

    def started(handle: JobHandle) -> None:
        handles.append(handle)
        handle.progressed.connect(lambda done, of, message: steps.append((done, of)))

    runner.job_started.connect(started)

    def run(progress: Progress) -> None:
        progress.step(1, 2)
        progress.step(2, 2)

    runner.submit(Job(LABEL, run), lane=Lane.WORK)
    runner.submit(Job(LABEL, run, quiet=True), lane=Lane.WORK)
    assert steps == [(1, 2), (2, 2)]
    handles[0].report(3, 3, None)
    assert len(steps) == 2


def test_a_result_after_a_cancel_is_dropped():
    handle = JobHandle(Job(LABEL, lambda progress: 1), Lane.WORK, Progress())
    heard = []
    handle.then(heard.append)
    handle.begin()
    handle.cancel()
    handle.succeed(1)
    assert heard == []
    assert handle.state is JobState.CANCELLED
