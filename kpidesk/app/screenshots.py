"""Pictures of every page in the real window, for the README and for looking at."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kpidesk.qt.job_runner import ThreadRunner
from kpidesk.session.results import ResultsState
from kpidesk.session.settings import LANGUAGE, THEME
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.window.binding import WindowBinding

_STEP_MS = 400
_PATIENCE = 300
SHOTS = (("light", "en"), ("dark", "en"), ("light", "zh_Hans"))


class Photographer(QObject):
    """Waits until the numbers stand, then visits all pages in two themes and two languages. ``done()``."""

    done = Signal()

    def __init__(self, binding: WindowBinding, folder: Path, *, wait_for_data: bool) -> None:
        super().__init__(binding)
        self._binding, self._folder = binding, folder
        self._wait = wait_for_data
        self._ticks = 0
        self._shots = self._visits()
        folder.mkdir(parents=True, exist_ok=True)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self.on_tick)
        self._timer.start()

    def on_tick(self) -> None:
        """Take the next picture, once there is something to see."""
        self._ticks += 1
        services = self._binding.services
        ready = not self._wait or services.results.state in (ResultsState.READY, ResultsState.FAILED)
        busy = isinstance(services.runner, ThreadRunner) and services.runner.is_busy
        if (busy or not ready) and self._ticks < _PATIENCE:
            return
        if next(self._shots, None) is None:
            self._timer.stop()
            self.done.emit()

    def _visits(self) -> Iterator[str]:
        window, settings = self._binding.window, self._binding.settings
        for theme, language in SHOTS:
            settings.set(THEME, theme)
            settings.set(LANGUAGE, language)
            pages = [page.id for page in PAGES]
            for page in pages if self._wait else ["welcome", *pages]:
                window.show_page(page)
                yield page
                yield page
                window.grab().save(str(self._folder / f"{page}-{theme}-{language}.png"))
