"""Running jobs in the status bar."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from kpidesk.core.messages import Message
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.job_area import JobArea, JobView
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.session.jobs import JobHandle, JobRunner
from kpidesk.session.results import Results


class JobsPresenter(QObject):
    """Follows every job that is not quiet from its start to its end, and the computing of answers."""

    def __init__(self, runner: JobRunner, results: Results, area: JobArea) -> None:
        super().__init__(area)
        self._area = area
        self._jobs: dict[int, tuple[JobHandle[object], JobView]] = {}
        area.cancel_asked.connect(self.on_cancel)
        area.list_asked.connect(self.on_list)
        connect(runner.job_started, self.on_started)
        connect(results.asked, self.on_asked)

    def on_started(self, handle: JobHandle[object]) -> None:
        """A job that the user should know of."""
        self._follow(handle, can_stop=True)

    def on_asked(self, handle: JobHandle[object]) -> None:
        """Numbers are being computed: not everything is up to date."""
        self._follow(handle, can_stop=False)

    def _follow(self, handle: JobHandle[object], *, can_stop: bool) -> None:
        if handle.state.is_over:
            return
        view = JobView(id(handle), render(handle.job.label), can_stop=can_stop)
        self._jobs[id(handle)] = (handle, view)
        handle.progressed.connect(partial(self.on_step, id(handle)))
        handle.finished.connect(self.on_finished)
        self._show()

    def on_step(self, key: int, done: int, of: int, message: Message | None) -> None:
        """It is so far."""
        if key in self._jobs:
            handle, view = self._jobs[key]
            text = render(message) if message is not None else view.text
            self._jobs[key] = (handle, replace(view, text=text, share=done / of if of > 0 else None))
            self._show()

    def on_finished(self, handle: JobHandle[object]) -> None:
        """It is over, one way or another."""
        self._jobs.pop(id(handle), None)
        self._show()

    def on_cancel(self, key: object) -> None:
        """Ask one to stop."""
        for handle, view in tuple(self._jobs.values()):
            if view.key == key:
                handle.cancel()

    def on_list(self) -> None:
        """Several run: choose which to stop."""
        views = [view for _, view in self._jobs.values() if view.can_stop]
        choose(self._area, [Choice(v.key, v.text, icon="x") for v in views], self.on_cancel)

    def cancel_shown(self) -> None:
        """Stop the newest."""
        self._area.on_cancel()

    def _show(self) -> None:
        views = sorted((view for _, view in self._jobs.values()), key=lambda view: view.can_stop)
        self._area.set_jobs(tuple(views))
