"""A page with nothing to show yet: what will be here, what it needs, and the way there."""

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
        self._empty.action_clicked.connect(self.on_import)
        self._empty.link_clicked.connect(self.on_sample)
        self.set_content(self._empty)
        self.retranslate()

    def on_import(self) -> None:
        """The way there."""
        self.act.emit("import.files", ())

    def on_sample(self) -> None:
        """See it with somebody else's numbers."""
        self.act.emit("import.sample", ())

    def retranslate(self) -> None:
        self.set_title(render(self._entry.title))
        self._empty.set_texts(self._entry.icon, render(self._entry.promise), render(self._entry.need))
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), "upload")
