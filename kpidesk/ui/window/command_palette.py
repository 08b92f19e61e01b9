"""The palette: every KPI, page and action by name, in any of the three languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kpidesk.core.name_search import Answer, name_hit
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, plate, text
from kpidesk.qt.widgets.popover import SHADOW, Popover, lit_ground
from kpidesk.qt.widgets.search_box import TextBox

WIDTH = 640
TOP = 96
ROW = 36
MOST = 60
_UNSURE = 2 * Answer.LETTERS
"""From this rank on only scattered letters were found: no company for what is called so."""
_GROUPS = ("kpi", "page", "action", "recent", "board", "tile", "template")


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something that can be found: ``kind`` one of the groups; ``also`` are further names it answers to."""

    kind: str
    key: str
    name: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    also: tuple[str, ...] = ()


def matched(entry: PaletteEntry, typed: str) -> tuple[int, tuple[int, ...]] | None:
    """How well an entry answers what was typed (less is better) and which letters of its name; None if not at all."""
    if not typed.strip():
        return _GROUPS.index(entry.kind), ()
    hit = name_hit(typed, entry.name, entry.also)
    if (hit is None or not hit.is_sure) and typed.casefold().strip() in entry.detail.casefold():
        return 2 * Answer.SOUND + 1, () if hit is None else hit.places
    if hit is None:
        return None
    return hit.rank + (2 if entry.kind == "tile" and hit.is_sure else 0), hit.places


class _Found(QAbstractListModel):
    def __init__(self, entries: Sequence[PaletteEntry], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(entries)
        self._rows: list[tuple[PaletteEntry, tuple[int, ...]]] = []
        self.narrow("")

    def narrow(self, typed: str) -> None:
        scored = [(hit[0], i, e, hit[1]) for i, e in enumerate(self._all) if (hit := matched(e, typed)) is not None]
        scored.sort(key=lambda row: row[:2])
        if any(row[0] < _UNSURE for row in scored):
            scored = [row for row in scored if row[0] < _UNSURE]
        self.beginResetModel()
        self._rows = [(e, places) for _, _, e, places in scored[:MOST]]
        self.endResetModel()

    def row(self, at: int) -> tuple[PaletteEntry, tuple[int, ...]]:
        return self._rows[at]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][0].name if role == Qt.ItemDataRole.DisplayRole else None


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(WIDTH - 40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry, places = index.model().row(index.row())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            plate(painter, box, RADIUS_CONTROL, lit_ground(), "accent" if theme().is_high_contrast else None)
        paint_icon(painter, entry.icon or "arrow-right", "ink2", box.left() + 12, box.center().y() - 8)
        x, right = box.left() + 40, box.right() - 12
        if entry.keys:
            width = text_width(entry.keys, Role.LABEL)
            text(painter, QRectF(right - width, box.top(), width + 1, box.height()), entry.keys, Role.LABEL, "ink3")
            right -= width + 12
        for at, letter in _pieces(entry.name, places):
            role = Role.STRONG if at else Role.BODY
            room = QRectF(x, box.top(), max(0.0, right - x), box.height())
            x += text(painter, room, letter, role, "ink1")
        x += 12
        if entry.detail and right - x > 40:
            text(painter, QRectF(x, box.top(), right - x, box.height()), entry.detail, Role.LABEL, "ink3")
        painter.restore()


def _pieces(name: str, places: tuple[int, ...]) -> list[tuple[bool, str]]:
    """The name in runs of matched and unmatched letters."""
    runs: list[tuple[bool, str]] = []
    for i, letter in enumerate(name):
        strong = i in places
        if runs and runs[-1][0] == strong:
            runs[-1] = (strong, runs[-1][1] + letter)
        else:
            runs.append((strong, letter))
    return runs


class CommandPalette(Popover):
    """640 wide, 96 from the top. ``chosen(kind, key)``."""

    chosen = Signal(str, str)

    def __init__(self, owner: QWidget, entries: Sequence[PaletteEntry], placeholder: str) -> None:
        super().__init__(owner)
        self._found = _Found(entries, self)
        self._typed = TextBox(self, icon="search", height=40, role=Role.INPUT)
        self._typed.setPlaceholderText(placeholder)
        self._typed.setAccessibleName(placeholder)
        self._typed.textChanged.connect(self.on_typed)
        self._typed.installEventFilter(self)
        self._list = QListView(self)
        self._list.setAccessibleName(placeholder)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setModel(self._found)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self.on_picked)
        self.body.addWidget(self._typed)
        self._none = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._none.setContentsMargins(12, 8, 12, 12)
        self.body.addWidget(self._list)
        self.body.addWidget(self._none)
        self._fit()

    def open(self) -> None:
        """Show it over the window."""
        window = self.window()
        self.open_at(QPoint((window.width() - self.width()) // 2, TOP - SHADOW))
        self._typed.setFocus()

    def on_typed(self, typed: str) -> None:
        """Find again."""
        self._found.narrow(typed)
        self._fit()

    def _fit(self) -> None:
        rows = self._found.rowCount()
        self._list.setVisible(rows > 0)
        self._none.setVisible(not rows)
        self._none.setText(say(self.tr("Nothing is called “{typed}”."), typed=self._typed.text().strip()))
        self._list.setFixedHeight(ROW * max(1, min(12, rows)) + 2)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.adjustSize()
        if rows:
            self._list.setCurrentIndex(self._found.index(0))

    def on_picked(self, index: QModelIndex) -> None:
        """Something was chosen."""
        entry, _ = self._found.row(index.row())
        self.dismiss()
        self.chosen.emit(entry.kind, entry.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._typed and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                QApplication.sendEvent(self._list, event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._list.currentIndex().isValid():
                    self.on_picked(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)
