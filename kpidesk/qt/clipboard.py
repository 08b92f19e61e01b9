"""The clipboard: where texts of tables leave the window. Who knows what may leave guards it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from kpidesk.export.pasted import Pasted

T = TypeVar("T")


class Guard(Protocol):
    """Calls ``then`` with what may leave of what is shown, now, later or never."""

    def __call__(self, shown: Callable[[], T], then: Callable[[T], None]) -> None: ...


class _Gate:
    """Open, until somebody guards it."""

    def __init__(self) -> None:
        self.guard: Guard | None = None


_GATE = _Gate()


def guard_clipboard(guard: Guard) -> None:
    """From now on it is asked about each table."""
    _GATE.guard = guard


def leave(shown: Callable[[], T], then: Callable[[T], None]) -> None:
    """Call ``then`` with what may leave."""
    if _GATE.guard is None:
        then(shown())
    else:
        _GATE.guard(shown, then)


def put_on_clipboard(pasted: Pasted) -> None:
    """For programs that take texts and for those that take tables."""
    content = QMimeData()
    content.setText(pasted.text)
    content.setHtml(pasted.html)
    QApplication.clipboard().setMimeData(content)
