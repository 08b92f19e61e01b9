"""The views that share one entry of the sidebar, above the page: which of them is shown, and the way to the others."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.theme import theme
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.scroll import GAP, MARGIN, MARGIN_NARROW
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.ui.actions.pages import views_of

BELOW = 8
"""Room under the views, above what scrolls."""


class ViewBar(QWidget):
    """``chosen(page id)``: another view is asked for; hidden for a page that has its entry to itself."""

    chosen = Signal(str)

    def __init__(self, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._views = page_id, views_of(page_id)
        self._pieces = Segmented(parent=self)
        self._pieces.chosen.connect(self.on_chosen)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._pieces)
        self._row.addStretch(1)
        self._is_over = False
        self.setVisible(bool(self._views))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """In line with the tiles below."""
        margin = MARGIN_NARROW if narrow else MARGIN
        self._row.setContentsMargins(margin, GAP, margin, BELOW)

    def on_scrolled(self, value: int) -> None:
        """What goes under the bar ends at a line, not in the air."""
        if self._is_over != (value > 0):
            self._is_over = value > 0
            self.update()

    def paintEvent(self, event: QEvent) -> None:
        if self._is_over:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("hair"))
            painter.end()

    def on_chosen(self, page: str) -> None:
        """The window opens another page; this one goes on showing what it is."""
        self._pieces.set_current(self._page)
        if page != self._page:
            self.chosen.emit(page)

    def retranslate(self) -> None:
        """Names in the language of now."""
        if self._views:
            self._pieces.set_choices([(each.id, render(each.view or each.title)) for each in self._views])
            self._pieces.set_current(self._page)
