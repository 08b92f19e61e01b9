"""Things that float over the window and go away: a plate under its anchor, a list of choices with a search.

They are children of the window, not windows of their own: they look alike on every system, and pictures show them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kpidesk.core.pinyin import sounding_places
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RADIUS_CARD, RADIUS_CONTROL, plate, start, text
from kpidesk.qt.widgets.search_box import TextBox

SHADOW, GAP = 12, 4
ROW = 32
_SEARCH_FROM, _MOST_ROWS = 8, 16
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)  # the second of two quick ones is another


class Popover(QWidget):
    """A raised plate; closes on Escape and on a click elsewhere. Put the content into ``body``. ``closed()``.

    ``owner`` is what it belongs to: the button it hangs on, or the page that it asks about.
    """

    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self.owner = owner
        self._before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SHADOW + 6, SHADOW + 6, SHADOW + 6, SHADOW + 6)
        self.body.setSpacing(4)
        self.hide()

    def open_below(self, anchor: QWidget, *, align_right: bool = False) -> None:
        """Show it under a widget, kept inside the window; above it where only there is room."""
        self.adjustSize()
        corner = anchor.mapTo(self.window(), QPoint(0, 0))
        x = corner.x() + (anchor.width() - self.width() + SHADOW if align_right else -SHADOW)
        below = corner.y() + anchor.height() + GAP - SHADOW
        above = corner.y() - GAP - self.height() + SHADOW
        is_over = below + self.height() - SHADOW > self.window().height() and above >= -SHADOW
        self.open_at(QPoint(x, above if is_over else below))

    def open_at(self, position: QPoint) -> None:
        """Show it at a point of the window."""
        room = self.window().size()
        x = max(-SHADOW, min(position.x(), room.width() - self.width() + SHADOW))
        y = max(-SHADOW, min(position.y(), room.height() - self.height() + SHADOW))
        self.move(x, y)
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden():
            return
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        self.hide()
        self.closed.emit()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.dismiss()
        elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if isinstance(watched, QWidget) and watched.window() is self.window() and not _is_floating(watched):
                self.dismiss()  # the keyboard has left it
                return True
        elif event.type() == QEvent.Type.Resize and watched is self.window():
            self.dismiss()
        return False

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, box, RADIUS_CARD)
        plate(painter, box, RADIUS_CARD, "raised", "line")
        painter.end()


def _is_floating(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, Popover):
        widget = widget.parentWidget()
    return widget is not None


def paint_shadow(painter: QPainter, box: QRectF, radius: float) -> None:
    """A soft shadow in rings; only floating things have one."""
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.055 if theme().is_dark else 0.009
    for grow in range(SHADOW - 1, 0, -1):
        painter.setBrush(theme().colour("shadow", strength))
        painter.drawRoundedRect(box.adjusted(-grow, -grow + 3, grow, grow + 1), radius + grow, radius + grow)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list: what it stands for, its text, and what is said at its right in ink3."""

    key: object
    text: str
    detail: str = ""
    icon: str = ""


class _Choices(QAbstractListModel):
    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._all, self._shown = tuple(choices), tuple(choices)

    def narrow(self, typed: str) -> None:
        """Keep what contains all typed words, or sounds so."""
        parts = typed.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            c
            for c in self._all
            if all(p in f"{c.text} {c.detail}".casefold() for p in parts) or sounding_places(c.text, typed) is not None
        )
        self.endResetModel()

    def choice(self, row: int) -> Choice:
        return self._shown[row]

    def row_of(self, key: object) -> int:
        return next((i for i, c in enumerate(self._shown) if c.key == key), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._shown[index.row()].text if role == Qt.ItemDataRole.DisplayRole else None


def lit_ground() -> str:
    """The fill of the line that a floating list stands on: on the raised ground of dark themes a hover is not seen."""
    return "pressed" if theme().is_dark else "hover"


class _Rows(QStyledItemDelegate):
    def __init__(self, current: object, parent: QObject, *, has_icons: bool, has_mark: bool) -> None:
        super().__init__(parent)
        self._current, self._has_icons, self._has_mark = current, has_icons, has_mark

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        choice = index.model().choice(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        lit = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if lit:
            plate(painter, box, RADIUS_CONTROL, lit_ground(), "line" if theme().is_high_contrast else None)
        x = box.left() + 10
        if choice.icon:
            paint_icon(painter, choice.icon, "ink2", x, box.top() + 8)
        if self._has_icons:  # those without one begin where the others do
            x += 26
        chosen = choice.key == self._current
        right = box.right() - (30 if self._has_mark else 10)  # details end below one another, marked or not
        if chosen:
            paint_icon(painter, "check", "accent", box.right() - 26, box.top() + 8)
        role = Role.STRONG if chosen else Role.BODY
        left_over = max((right - x) / 2, right - x - 8 - text_width(choice.text, role))
        detail = min(text_width(choice.detail, Role.LABEL), left_over)
        row = QRectF(x, box.top(), right - x - detail - 8, box.height())
        text(painter, row, choice.text, role, "ink1")
        if choice.detail:
            text(painter, QRectF(right - detail, box.top(), detail, box.height()), choice.detail, Role.LABEL, "ink3")
        painter.restore()


class ChoicePopover(Popover):
    """A list to choose from; a search appears from eight lines on, unless it is a menu. ``chosen(key)`` then closes."""

    chosen = Signal(object)

    def __init__(
        self, owner: QWidget, choices: Sequence[Choice], current: object, placeholder: str, *, has_search: bool = True
    ) -> None:
        super().__init__(owner)
        self._model = _Choices(choices, self)
        self._search = TextBox(self, icon="search")
        placeholder = placeholder or self.tr("Search")
        self._search.setPlaceholderText(placeholder)
        self._search.setAccessibleName(placeholder)
        self._search.setVisible(has_search and len(choices) >= _SEARCH_FROM)
        self._search.textChanged.connect(self.on_typed)
        self._search.installEventFilter(self)
        self._list = QListView(self)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName(placeholder)
        self._list.setModel(self._model)
        has_icons, has_mark = any(choice.icon for choice in choices), any(choice.key == current for choice in choices)
        self._list.setItemDelegate(_Rows(current, self._list, has_icons=has_icons, has_mark=has_mark))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self.on_activated)
        self._list.activated.connect(self.on_activated)
        widest = max((text_width(c.text, Role.STRONG) + text_width(c.detail, Role.LABEL) for c in choices), default=0)
        self._list.setFixedSize(
            max(180, min(420, widest + 96)), ROW * min(10 if has_search else _MOST_ROWS, max(1, len(choices))) + 2
        )
        self.body.addWidget(self._search)
        self.body.addWidget(self._list)
        row = self._model.row_of(current)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    def open_at(self, position: QPoint) -> None:
        super().open_at(position)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """What is typed goes to its search, or moves in its list."""
        (self._list if self._search.isHidden() else self._search).setFocus()

    def on_typed(self, typed: str) -> None:
        """Narrow the list."""
        self._model.narrow(typed)
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    def on_activated(self, index: QModelIndex) -> None:
        """One was chosen."""
        key = self._model.choice(index.row()).key
        self.dismiss()
        self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                QApplication.sendEvent(self._list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentIndex().isValid():
                self.on_activated(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)


def choose(
    anchor: QWidget,
    choices: Sequence[Choice],
    chosen: Callable[[object], None],
    *,
    current: object = None,
    placeholder: str = "",
    align_right: bool = False,
    has_search: bool = True,
) -> ChoicePopover:
    """Open a list under a widget; ``chosen`` should be a bound method of a QObject; a menu has no search."""
    popover = ChoicePopover(anchor, choices, current, placeholder, has_search=has_search)
    popover.chosen.connect(chosen)
    popover.open_below(anchor, align_right=align_right)
    return popover
