"""Background work: what a job is, and the contract that every runner of jobs keeps.

Threads are bought in one shop. A job is a plain function of a Progress; it runs on a lane, and whatever it leads to
(its steps, its result, its failure) is told on the thread that submitted it. Tests and the command line use
InlineRunner, the window uses ``kpidesk.qt.job_runner``; nothing else may know which of the two it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

from psygnal import Signal, SignalInstance

from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress

T = TypeVar("T")


class Lane(Enum):
    """Where a job runs: ``STORE`` is one thread that owns the database; ``WORK`` is a pool for everything else."""

    STORE = "store"
    WORK = "work"


class JobState(Enum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """A function to run away from the window, and the words that the job area shows for it.

    ``quiet`` jobs (a chart's numbers) are not listed among the running ones.
    """

    label: Message
    run: Callable[[Progress], T]
    quiet: bool = False


class JobHandle(Generic[T]):
    """One submitted job. Its methods and signals are used on the submitting thread only, except ``progress``.

    Signals: ``progressed(done, of, Message | None)`` and ``finished(JobHandle)`` (done, failed or cancelled).
    Runners call ``begin``, ``report``, ``succeed``, ``fail`` and ``drop``; everybody else ``then`` and ``cancel``.
    """

    progressed = Signal(int, int, object)
    finished = Signal(object)

    def __init__(self, job: Job[T], lane: Lane, progress: Progress) -> None:
        self.job = job
        self.lane = lane
        self.progress = progress
        self.state = JobState.WAITING
        self.error: UserError | None = None
        self._result: list[T] = []
        self._done: list[Callable[[T], None]] = []
        self._failed: list[Callable[[UserError], None]] = []
        self._over: list[Callable[[], None]] = []

    @property
    def result(self) -> T:
        """What the job returned; IndexError before it is done."""
        return self._result[0]

    def then(
        self,
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        over: Callable[[], None] | None = None,
    ) -> "JobHandle[T]":
        """Call ``done`` with the result, or ``failed``; ``over`` follows in any case, a cancel included.

        Called at once where the job is already over. A cancelled job calls neither ``done`` nor ``failed``.
        """
        self._done.append(done)
        if failed is not None:
            self._failed.append(failed)
        if over is not None:
            self._over.append(over)
        if self.state.is_over:
            self._settle()
        return self

    def cancel(self) -> None:
        """Ask the job to stop; it ends as cancelled unless it was faster."""
        self.progress.cancel()

    def begin(self) -> None:
        """For runners: the job's function starts to run."""
        self.state = JobState.RUNNING

    def report(self, done: int, of: int, message: Message | None) -> None:
        """For runners: a step of the job, delivered on the submitting thread."""
        if not self.state.is_over:
            self.progressed.emit(done, of, message)

    def succeed(self, result: T) -> None:
        """For runners: the job returned. A result that arrives after a cancel is dropped."""
        if self.progress.is_cancelled:
            self.drop()
            return
        self._result.append(result)
        self._end(JobState.DONE)

    def fail(self, error: UserError) -> None:
        """For runners: the job ended in expected trouble. Anything else goes to the crash report instead."""
        self.error = error
        self._end(JobState.FAILED)

    def drop(self) -> None:
        """For runners: the job was cancelled, replaced, or broke off in a crash report."""
        self._end(JobState.CANCELLED)

    def _end(self, state: JobState) -> None:
        if self.state.is_over:
            return
        self.state = state
        self._settle()
        self.finished.emit(self)

    def _settle(self) -> None:
        done, self._done = self._done, []
        failed, self._failed = self._failed, []
        over, self._over = self._over, []
        if self.state is JobState.DONE:
            for call in done:
                call(self.result)
        if self.error is not None:
            for tell in failed:
                tell(self.error)
        for last in over:
            last()


class JobRunner(Protocol):
    """Runs jobs: at most one at a time on the STORE lane, in order of submission.

    ``replaces`` names a purpose ("results:tile-7"): a newer job of the same name cancels the older one, waiting or
    running. ``job_started`` carries each JobHandle whose job is not quiet.
    """

    @property
    def job_started(self) -> SignalInstance: ...

    def submit(self, job: Job[T], *, lane: Lane, replaces: str | None = None) -> JobHandle[T]:
        """Put the job in its lane; answers at once."""
        ...

    def in_turns(self, name: str, steps: Iterator[object]) -> None:
        """Take the steps on this thread, a few at a time, so that a window is not held up; for what only it can do.

        Newer steps of a name take the place of what is left of the older ones.
        """
        ...

    def cancel_all(self) -> None:
        """Ask everything that waits or runs to stop."""
        ...

    def close(self) -> None:
        """Cancel, wait for the threads to end, refuse further jobs."""
        ...


class InlineRunner:
    """Runs each job at once on the calling thread, with the same contract; for tests and the command line.

    Raises whatever is neither UserError nor Cancelled.
    """

    job_started = Signal(object)

    def submit(self, job: Job[T], *, lane: Lane, replaces: str | None = None) -> JobHandle[T]:
        """Run the job now; the handle is over when this returns."""
        del replaces
        handle: JobHandle[T]
        progress = Progress(lambda done, of, message: handle.report(done, of, message))
        handle = JobHandle(job, lane, progress)
        handle.begin()
        if not job.quiet:
            self.job_started.emit(handle)
        try:
            result = job.run(progress)
        except Cancelled:
            handle.drop()
        except UserError as error:
            handle.fail(error)
        else:
            handle.succeed(result)
        return handle

    def in_turns(self, name: str, steps: Iterator[object]) -> None:
        """Take them all now."""
        del name
        for _ in steps:
            pass

    def cancel_all(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Nothing to close."""
