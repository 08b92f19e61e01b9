"""A runner that is told when a job works and when it is over, for what happens in between."""

from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import InlineRunner, Job, JobHandle, Lane, T


class LaterRunner(InlineRunner):
    """Runs jobs at once until ``waits`` is set; those that wait are run, oldest first, by ``go``."""

    def __init__(self) -> None:
        self.waits = False
        self.waiting: list[JobHandle] = []
        self._named: dict[str, JobHandle] = {}

    def submit(self, job: Job[T], *, lane: Lane, replaces: str | None = None) -> JobHandle[T]:
        if not self.waits:
            return super().submit(job, lane=lane, replaces=replaces)
        handle = JobHandle(job, lane, Progress())
        self.waiting.append(handle)
        if replaces is not None:
            if replaces in self._named:
                self._named[replaces].cancel()
            self._named[replaces] = handle
        return handle

    def go(self) -> None:
        """Run all that waits, and what follows from it, to the end."""
        while self.waiting:
            self.go_one()

    def go_one(self) -> None:
        """Run what has waited longest, if anything waits."""
        if self.waiting:
            handle = self.waiting.pop(0)
            end(handle, work(handle))


def work(handle: JobHandle) -> object:
    """What a thread does: the job's function; its result, or what stopped it."""
    try:
        handle.progress.raise_if_cancelled()
        return handle.job.run(handle.progress)
    except (Cancelled, UserError) as error:
        return error


def end(handle: JobHandle, result: object) -> None:
    """What the window's thread does when a job is over."""
    if isinstance(result, Cancelled):
        handle.drop()
    elif isinstance(result, UserError):
        handle.fail(result)
    else:
        handle.succeed(result)
