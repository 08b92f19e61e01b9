"""A page that is not built yet: what will be here, and that it is not there."""

from PySide6.QtWidgets import QWidget

from kpidesk.qt.translation import render
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.ui.actions.pages import PageEntry
from kpidesk.ui.window.page import CONTEXT_NONE, Page


class UnbuiltPage(Page):
    """The empty state of a page, in the words of its entry."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_NONE)
        self.setObjectName(f"page.{entry.id}")
        self._entry = entry
        self._empty = EmptyState(self)
        self.set_content(self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(render(self._entry.title))
        self._empty.set_texts(self._entry.icon, render(self._entry.promise), self.tr("Not in this version yet."))
        self._empty.set_actions()
