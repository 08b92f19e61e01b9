"""Pages built before they are opened, one after the other while the user does nothing: opening them costs little."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kpidesk.ui.window.page_stack import PageStack

PAUSE_MS = 40
"""Between two pieces of the work whoever comes in is served."""
_BUDGET_S = 0.008


class PagesAhead(QObject):
    """Builds the pages of a stack that nobody opened yet, in the order of their names, and dresses their widgets."""

    def __init__(self, stack: PageStack, names: tuple[str, ...]) -> None:
        super().__init__(stack)
        self._steps = _building(stack, names)
        self._pause = QTimer(self, interval=PAUSE_MS)
        self._pause.timeout.connect(self.on_pause)
        self._pause.start()

    @property
    def is_done(self) -> bool:
        """Whether all of them stand."""
        return not self._pause.isActive()

    def on_pause(self) -> None:
        """The next piece, unless the user is at something."""
        is_busy = QApplication.mouseButtons() != Qt.MouseButton.NoButton or QApplication.activePopupWidget() is not None
        if not is_busy and next(self._steps, self) is self:
            self._pause.stop()


def _building(stack: PageStack, names: tuple[str, ...]) -> Iterator[None]:
    for name in names:
        if not stack.is_built(name):
            page = stack.get(name)
            yield
            yield from _dressing(page)


def _dressing(page: QWidget) -> Iterator[None]:
    """The style sheet of the application given to each widget, the innermost first: the first showing would pay."""
    end = time.perf_counter() + _BUDGET_S
    for widget in reversed(page.findChildren(QWidget)):
        widget.ensurePolished()
        if time.perf_counter() >= end:
            yield
            end = time.perf_counter() + _BUDGET_S
