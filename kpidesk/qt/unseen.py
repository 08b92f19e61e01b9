"""What is hidden while theme or language change takes the change later, a little at a time or when it is shown."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kpidesk.qt.while_idle import PIECE_S

_MARKS = ((Qt.WidgetAttribute.WA_WState_Polished, False), (Qt.WidgetAttribute.WA_SetStyle, True))
"""Qt passes by what is not polished yet when it polishes, and what has a style of its own when it tells of another."""


@contextmanager
def passed_by(widgets: Iterable[QWidget]) -> Iterator[None]:
    """While the block runs Qt neither takes these out of the application's style nor gives them another."""
    marked = [(widget, mark, to) for widget in widgets for mark, to in _MARKS if widget.testAttribute(mark) is not to]
    for widget, mark, to in marked:
        widget.setAttribute(mark, to)
    try:
        yield
    finally:
        for widget, mark, to in marked:
            widget.setAttribute(mark, not to)


@dataclass
class _Missed:
    widgets: list[QWidget]
    language: bool = False


class Unseen(QObject):
    """Hidden widgets, with all that is in them, that wear the look of before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._missed: dict[QWidget, _Missed] = {}

    @property
    def is_empty(self) -> bool:
        """Whether all of them took the change."""
        return not self._missed

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What takes the change later."""
        return tuple(widget for missed in self._missed.values() for widget in missed.widgets if isValid(widget))

    def put_off(self, hidden: Iterable[QWidget]) -> None:
        """These, with all that is in them, will take the change that comes now later."""
        for root in hidden:
            root.installEventFilter(self)
            self._missed.setdefault(root, _Missed([])).widgets = [root, *root.findChildren(QWidget)]

    def dressing(self) -> Iterator[None]:
        """Dress all of them, in steps of half a frame."""
        while self._missed:
            yield from self._dressing(next(iter(self._missed)))

    def dress(self, root: QWidget) -> None:
        """Dress one at once, because it is about to be shown."""
        for _ in self._dressing(root):
            pass

    def _dressing(self, root: QWidget) -> Iterator[None]:
        end = time.perf_counter() + PIECE_S
        while (missed := self._missed.get(root)) is not None:
            if time.perf_counter() >= end:
                yield
                end = time.perf_counter() + PIECE_S
            elif missed.widgets:
                _dress(missed.widgets.pop())
            else:
                del self._missed[root]
                root.removeEventFilter(self)
                if missed.language:
                    QCoreApplication.sendEvent(root, QEvent(QEvent.Type.LanguageChange))

    def eventFilter(self, root: QObject, event: QEvent) -> bool:
        """Another language is told later."""
        if event.type() != QEvent.Type.LanguageChange or root not in self._missed:
            return False
        self._missed[root].language = True
        return True


def _dress(widget: QWidget) -> None:
    if isValid(widget):
        widget.ensurePolished()
        widget.style().polish(widget)
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
