"""A line for a formula: what may stand at the cursor is offered while one types."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.completion import Completion, completions
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import style
from kpidesk.qt.widgets.search_box import TextBox

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_GAP = "   "
_ROWS = 8


class FormulaBox(TextBox):
    """A text box that completes names of KPIs and functions; arrows move, Enter or Tab takes, Escape closes.

    The list floats over the window as a child of it and never has the focus.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._offered: tuple[Completion, ...] = ()
        self._model = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.hide()
        self._list.clicked.connect(self.on_taken)
        self.textEdited.connect(self.on_edited)

    @property
    def offers(self) -> tuple[str, ...]:
        """What may be taken now."""
        return tuple(each.text for each in self._offered) if self._list.isVisible() else ()

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """What formulas may read."""
        self._catalogue = catalogue

    def on_edited(self) -> None:
        """Offer what may stand before the cursor, where a name is being typed."""
        text, cursor = self.text(), self.cursorPosition()
        is_name = bool(cursor) and (text[cursor - 1].isalnum() or text[cursor - 1] == "_")
        found = completions(self._catalogue, text, cursor, style().language) if self._catalogue and is_name else ()
        is_whole = len(found) == 1 and text[found[0].start : cursor] == found[0].text
        self._offered = () if is_whole else found
        if not self._offered:
            self._list.hide()
            return
        self._model.setStringList([f"{each.text}{_GAP}{each.label}" for each in self._offered])
        self._list.setCurrentIndex(self._model.index(0))
        self._open()

    def on_taken(self, index: QModelIndex) -> None:
        """Put the chosen one in the place of what was typed of it."""
        self._list.hide()
        if not 0 <= index.row() < len(self._offered):
            return
        chosen, text, cursor = self._offered[index.row()], self.text(), self.cursorPosition()
        self.setText(text[: chosen.start] + chosen.text + text[cursor:])
        self.setCursorPosition(chosen.start + len(chosen.text))

    def _open(self) -> None:
        window = self.window()
        self._list.setParent(window)
        self._list.setStyleSheet(_look())
        rows = min(_ROWS, len(self._offered))
        height = rows * max(24, self._list.sizeHintForRow(0)) + 10
        corner = self.mapTo(window, QPoint(self.cursorRect().left(), self.height() + 2))
        width = min(max(320, self._list.sizeHintForColumn(0) + 40), max(120, window.width() - corner.x() - 16))
        self._list.setGeometry(corner.x(), corner.y(), width, height)
        self._list.show()
        self._list.raise_()

    def event(self, event: QEvent) -> bool:
        """Tab moves the focus before any key press is seen, so it is caught here."""
        if event.type() == QEvent.Type.KeyPress and self._list.isVisible():
            if event.key() in _TAKES:
                self.on_taken(self._list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._list.hide()
                return True
            if event.key() in _STEPS:
                row = (self._list.currentIndex().row() + _STEPS[event.key()]) % len(self._offered)
                self._list.setCurrentIndex(self._model.index(row))
                return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        return super().event(event)


def _look() -> str:
    ground, ink, line, marked = (theme().colour(name).name() for name in ("surface", "ink1", "line", "accentSoft"))
    return (
        f"QListView {{ background: {ground}; color: {ink}; border: 1px solid {line}; padding: 4px; }}"
        f"QListView::item {{ padding: 4px 8px; color: {ink}; }}"
        f"QListView::item:selected {{ background: {marked}; color: {ink}; }}"
    )
