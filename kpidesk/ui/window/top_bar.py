"""The top bar: title and subtitle of the page, search, undo and redo, the page's own buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import ElidedLabel
from kpidesk.qt.widgets.search_box import SearchBox
from kpidesk.ui.window.page import HIDDEN

HEIGHT = 56
SEARCH_WIDE, SEARCH_NARROW = 300, 220


class TopBar(QWidget):
    """``search_asked()``, ``undo_asked()``, ``redo_asked()``, ``drawer_asked()``."""

    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    drawer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._said, self._is_narrow = "", False
        self._words = "", ""
        self.setFixedHeight(HEIGHT)
        self._title = ElidedLabel("", Role.TITLE, "ink1", self)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._subtitle = ElidedLabel("", Role.LABEL, "ink2", self)
        self._search = SearchBox(self)
        self._undo = Button("", "ghost", "undo-2", parent=self)
        self._redo = Button("", "ghost", "redo-2", parent=self)
        self._drawer = Button("", "secondary", "panel-right", parent=self)
        self._own: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)
        self._row.addWidget(self._search)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._redo)
        self._row.addWidget(self._drawer)
        self._drawer.hide()
        self._search.opened.connect(self.search_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._drawer.clicked.connect(self.drawer_asked)

    def set_titles(self, title: str, subtitle: str) -> None:
        """What the page says of itself."""
        self._title.setText(title)
        self._said = subtitle
        self._subtitle.setText("" if self._is_narrow else subtitle)

    def set_search(self, placeholder: str, keys: str) -> None:
        """The words in the search field; a narrow one has room for the first of them."""
        self._words = placeholder, keys
        self._search.set_texts(self.tr("Search") if self._is_narrow else placeholder, keys)
        self._search.setAccessibleName(placeholder)

    def set_steps(self, undo: str, redo: str, *, can_undo: bool, can_redo: bool) -> None:
        """What undo and redo would do, as tooltips."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)
        self._undo.set_hint(undo)
        self._redo.set_hint(redo)

    def set_buttons(self, buttons: Sequence[Button], owner: QWidget | None) -> None:
        """Show the page's own buttons; those of the page before go back to it."""
        if list(buttons) != self._own:
            for button in self._own:
                self._row.removeWidget(button)
                button.hide()
            self._own = list(buttons)
            for button in self._own:
                self._row.addWidget(button)
        for button in self._own:
            button.setVisible(not button.property(HIDDEN))

    def set_drawer(self, tip: str, *, shown: bool) -> None:
        """The button for the right panel, in a narrow window."""
        self._drawer.set_hint(tip)
        self._drawer.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """No subtitle and a shorter search field."""
        margin = 16 if narrow else 24
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._is_narrow = narrow
        self._subtitle.setText("" if narrow else self._said)
        self._search.setFixedWidth(SEARCH_NARROW if narrow else SEARCH_WIDE)
        self.set_search(*self._words)
