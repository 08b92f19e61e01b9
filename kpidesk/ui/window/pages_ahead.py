"""Pages built before they are opened, one after the other while the user does nothing: opening them costs little."""

import time
from collections.abc import Iterator

from PySide6.QtWidgets import QFileDialog, QWidget

from kpidesk.qt.while_idle import PIECE_S, WhileIdle
from kpidesk.ui.window.page_stack import PageStack


class PagesAhead(WhileIdle):
    """Builds the pages of a stack that nobody opened yet, in the order of their names, and dresses their widgets."""

    def __init__(self, stack: PageStack, names: tuple[str, ...]) -> None:
        super().__init__(_building(stack, names), stack)


def _building(stack: PageStack, names: tuple[str, ...]) -> Iterator[None]:
    for name in names:
        if not stack.is_built(name):
            stack.make(name)
            yield
            page = stack.get(name)
            yield
            yield from page.ahead()
            yield from _dressing(page)
    yield
    QFileDialog(stack.window()).deleteLater()  # the first of a program takes five times as long as the next


def _dressing(page: QWidget) -> Iterator[None]:
    """The style sheet of the application given to each widget, the innermost first: the first showing would pay."""
    end = time.perf_counter() + PIECE_S
    for widget in reversed(page.findChildren(QWidget)):
        widget.ensurePolished()
        if time.perf_counter() >= end:
            yield
            end = time.perf_counter() + PIECE_S
