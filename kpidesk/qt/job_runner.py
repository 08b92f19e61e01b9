"""The runner of jobs on threads. Workers are plain functions; all that follows is told on the thread of the window."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from psygnal import Signal as ModelSignal

from kpidesk.core.courtesy import be_courteous
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress
from kpidesk.qt.courtesy import Courtesy
from kpidesk.qt.turns import Turns
from kpidesk.session.jobs import Job, JobHandle, Lane

T = TypeVar("T")

POOL = 3
_STEP_S = 0.05
"""Steps of a job are told at most this often."""


@dataclass
class _Running:
    handle: JobHandle[Any]
    future: Future[None]


class ThreadRunner:
    """session.jobs.JobRunner for the window: one STORE thread, a pool for WORK; build it on the window's thread.

    Signals: ``job_started(JobHandle)``.
    """

    job_started = ModelSignal(object)

    def __init__(self) -> None:
        self._turns = Turns()
        self._courtesy = Courtesy()
        self._lanes = {
            Lane.STORE: ThreadPoolExecutor(1, "store", self._begin_thread),
            Lane.WORK: ThreadPoolExecutor(POOL, "work", self._begin_thread),
        }
        self._running: list[_Running] = []
        self._named: dict[str, JobHandle[Any]] = {}
        self._home = threading.get_ident()
        self._is_closed = False

    @property
    def running(self) -> tuple[JobHandle[Any], ...]:
        """What waits or runs, oldest first."""
        return tuple(r.handle for r in self._running)

    @property
    def is_busy(self) -> bool:
        """Whether a job waits or runs, or steps of a page are still to be taken."""
        return bool(self._running) or self._turns.is_waiting

    def submit(self, job: Job[T], *, lane: Lane, replaces: str | None = None) -> JobHandle[T]:
        """Put the job in its lane; an older one of the same name is asked to stop."""
        listener = _Listener(self._turns)
        progress = Progress(listener.step)
        handle: JobHandle[T] = JobHandle(job, lane, progress)
        listener.handle = handle
        if self._is_closed:
            handle.drop()
            return handle
        if replaces is not None:
            older = self._named.get(replaces)
            if older is not None:
                older.cancel()
            self._named[replaces] = handle
        future = self._lanes[lane].submit(self._work, job, handle)
        self._running.append(_Running(handle, future))
        if not job.quiet:
            self.job_started.emit(handle)
        return handle

    def in_turns(self, name: str, steps: Iterator[object]) -> None:
        """Take the steps on the window's thread, as many in each turn as it does not notice."""
        if not self._is_closed:
            self._turns.spread(name, steps)

    def cancel_all(self) -> None:
        """Ask everything that waits or runs to stop."""
        for running in tuple(self._running):
            running.handle.cancel()

    def close(self) -> None:
        """Cancel, wait for the threads to end, refuse further jobs."""
        self._is_closed = True
        self.cancel_all()
        self._courtesy.close()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._turns.forget()
        for running in tuple(self._running):
            self._settle(running.handle, running.handle.drop)

    def _begin_thread(self) -> None:
        """On a thread of a lane, before its first job."""
        be_courteous(self._courtesy.guest())

    def _work(self, job: Job[Any], handle: JobHandle[Any]) -> None:
        """On a thread of the lane."""
        progress = handle.progress
        try:
            progress.raise_if_cancelled()
            self._turns.call(handle.begin)
            result = job.run(progress)
        except Cancelled:
            end: Callable[[], None] = handle.drop
        except UserError as error:
            end = _bound(handle.fail, error)
        except BaseException as error:  # a panic of a native reader is no Exception
            end = _bound(self._crash, handle, error)
        else:
            end = _bound(handle.succeed, result)
        self._turns.call(_bound(self._settle, handle, end))

    def _settle(self, handle: JobHandle[Any], end: Callable[[], None]) -> None:
        """On the window's thread: the job is over."""
        self._running = [r for r in self._running if r.handle is not handle]
        for name in [n for n, h in self._named.items() if h is handle]:
            del self._named[name]
        end()

    def _crash(self, handle: JobHandle[Any], error: BaseException) -> None:
        handle.drop()
        sys.excepthook(type(error), error, error.__traceback__)


class _Listener:
    """Tells steps of a job, not more often than anybody can see."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._last = 0.0
        self.handle: JobHandle[Any] | None = None

    def step(self, done: int, of: int, message: Message | None) -> None:
        """On the worker's thread."""
        now = time.monotonic()
        if self.handle is not None and (now - self._last >= _STEP_S or done >= of):
            self._last = now
            self._turns.call(_bound(self.handle.report, done, of, message))


def _bound(function: Callable[..., None], *args: object) -> Callable[[], None]:
    return lambda: function(*args)
