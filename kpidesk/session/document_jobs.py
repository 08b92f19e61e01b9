"""Jobs whose outcome is meant for the present document: they stop when another one takes its place."""

from typing import TypeVar

from kpidesk.core.progress import Progress
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.session import Session

T = TypeVar("T")


class DocumentJobs:
    """A runner's lanes for one document at a time; a job of the one before is cancelled, also if it was done already.

    A cancelled job tells nobody, so nothing of it lands in a document that it was not begun for.
    """

    def __init__(self, session: Session, runner: JobRunner) -> None:
        self._runner = runner
        self._running: list[Progress] = []
        session.replaced.connect(self._on_replaced)

    def submit(self, job: Job[T], *, lane: Lane, replaces: str | None = None) -> JobHandle[T]:
        """Put the job in its lane; answers at once."""
        handle = self._runner.submit(job, lane=lane, replaces=replaces)
        if not handle.state.is_over:
            progress = handle.progress
            self._running.append(progress)
            handle.finished.connect(lambda _: self._running.remove(progress))
        return handle

    def _on_replaced(self) -> None:
        for progress in tuple(self._running):
            progress.cancel()
