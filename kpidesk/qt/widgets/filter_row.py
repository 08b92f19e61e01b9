"""A row of boxes under the heads of a table: what is typed in one narrows its column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.charts.lists.filters import is_readable
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.collation import alphabet
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox

HEIGHT = 32
_BOX = 24
_PAUSE_MS = 200
_EXAMPLES = {
    Kind.TEXT: Message(QT_TRANSLATE_NOOP("lists", "contains")),
    Kind.NUMBER: Message(QT_TRANSLATE_NOOP("lists", ">100")),
    Kind.MOMENT: Message(QT_TRANSLATE_NOOP("lists", "2025-03")),
}
_HINTS = {
    Kind.TEXT: Message(
        QT_TRANSLATE_NOOP("lists", "Words in it; =a; b for these alone; - for none. The arrow down lists what occurs.")
    ),
    Kind.NUMBER: Message(QT_TRANSLATE_NOOP("lists", "An amount, >100, <=1.2K, 10..20; - for none.")),
    Kind.MOMENT: Message(QT_TRANSLATE_NOOP("lists", "A year, month or day, >2025-03, 2025-01..2025-03; - for none.")),
}
_NAME = QT_TRANSLATE_NOOP("lists", "Filter {column}")


class FilterRow(QObject):
    """Boxes that keep their places under the heads.

    ``changed()`` a moment after typing, at once on Enter; ``left()`` on Escape in an empty box.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, head: QHeaderView) -> None:
        super().__init__(head)
        self._head = head
        self._boxes: tuple[TextBox, ...] = ()
        self._columns: tuple[ListColumn, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._listed: TextBox | None = None
        self.listed: tuple[Choice, ...] = ()
        self.is_open = False

    @property
    def typed(self) -> Mapping[int, str]:
        """What is typed and can be read, by column."""
        pairs = enumerate(zip(self._boxes, self._columns, strict=False))
        found = {place: box.text().strip() for place, (box, column) in pairs if is_readable(column, box.text())}
        return {place: text for place, text in found.items() if text}

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Other columns: other boxes, unless they are called the same."""
        alike = [(each.title, each.kind) for each in columns] == [(each.title, each.kind) for each in self._columns]
        self._columns = tuple(columns)
        if not alike:
            self._pause.stop()
            for box in self._boxes:
                box.hide()
                box.deleteLater()
            self._boxes = tuple(self._box(each) for each in columns)
        self.place(0)

    def set_open(self, is_open: bool) -> None:
        """Show the boxes, or hide and empty them."""
        self.is_open = is_open
        if not is_open:
            self.clear()
        self.place(0)

    def focus(self, column: int) -> None:
        """Into the box of a column."""
        if self._boxes:
            self._boxes[max(0, min(column, len(self._boxes) - 1))].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Nothing is typed any more."""
        if any(box.text() for box in self._boxes):
            for box in self._boxes:
                box.clear()
            self._now()

    def place(self, frozen: int) -> None:
        """Put each box under its head; ``frozen`` pixels at the left belong to the first."""
        top = self._head.height() - HEIGHT + (HEIGHT - _BOX) // 2 - 1
        for column in reversed(range(len(self._boxes))):
            box = self._boxes[column]
            x = 0 if column == 0 and frozen else self._head.sectionViewportPosition(column)
            left = max(x, frozen if column else 0)
            width = x + self._head.sectionSize(column) - left - 8
            box.setVisible(self.is_open and width > 16)
            box.setGeometry(left + 4, top, max(16, width), _BOX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, TextBox):
            if event.key() == Qt.Key.Key_Escape:
                if watched.text():
                    watched.clear()
                    self._now()
                else:
                    self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._list(watched)
                return True
        return False

    def _box(self, column: ListColumn) -> TextBox:
        box = TextBox(self._head.viewport(), height=_BOX, role=Role.LABEL)
        box.setPlaceholderText(render(_EXAMPLES[column.kind]))
        box.setAccessibleName(render(Message(_NAME, column=column.title)))
        set_tip(box, render(_HINTS[column.kind]))
        box.textChanged.connect(self.on_typed)
        box.returnPressed.connect(self.on_entered)
        box.installEventFilter(self)
        return box

    def on_typed(self) -> None:
        """Something is typed; the list follows when the typing pauses."""
        for box, column in zip(self._boxes, self._columns, strict=False):
            box.set_tone("" if is_readable(column, box.text()) else "bad")
        self._pause.start()

    def on_entered(self) -> None:
        """Enter: the list follows at once."""
        self._now()

    def _now(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _list(self, box: TextBox) -> None:
        """What occurs in a column of few texts, to choose from; with none of these, back to the rows."""
        found = self._columns[self._boxes.index(box)].choices()
        if not found:
            self.left.emit()
            return

        self._listed = box
        self.listed = tuple(Choice(word, word) for word in alphabet(found))
        choose(box, self.listed, self.on_word, placeholder=box.accessibleName())

    def on_word(self, word: object) -> None:
        """One of the texts that occur was chosen."""
        if self._listed is not None:
            self._listed.setText(f"={word}")
            self._now()
