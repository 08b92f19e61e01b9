"""The sheets of an import, or the tables that are in: name, what it is, how many rows, whether it is ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role, metrics, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.chip import Badge
from kpidesk.qt.widgets.labels import ElidedLabel, set_tip
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, KeyFocus, focus_ring, plate, start, text
from kpidesk.qt.widgets.popover import Choice, choose

ITEM, _LINE = 56, 18
WIDTH, WIDTH_ALONE = 256, 284
"""Beside a review, which needs the room; else so wide that the longest kind of table has room for its rows, too."""
_LONGEST = 320
"""Pixels of a name on the drop-down; the middle of a longer one goes."""
STATES = {"ready": ("circle-check", "good"), "look": ("triangle-alert", "warn"), "left_out": ("minus", "ink3")}


@dataclass(frozen=True, slots=True)
class SheetView:
    """One line: ``state`` is ready, look or left_out, told by shape as well as colour; ``source`` is its tooltip.

    Lines of the same ``group`` (a workbook with several sheets) stand under its name.
    """

    key: str
    name: str
    detail: str
    state: str = "ready"
    state_text: str = ""
    source: str = ""
    group: str = ""


class _Item(KeyFocus, QAbstractButton):
    def __init__(self, view: SheetView, parent: "SheetList") -> None:
        super().__init__(parent)
        self.view, self._list = view, parent
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_view(view)

    def set_view(self, view: SheetView) -> None:
        self.view = view
        self.setText(view.name)
        self.updateGeometry()
        self.setAccessibleName(". ".join(part for part in (view.name, view.detail, view.state_text) if part))
        set_tip(self, ". ".join(part for part in (view.detail, view.source) if part))
        self.update()

    @property
    def _is_tall(self) -> bool:
        """Whether what the sheet is and how many rows it has need a line each."""
        kind, mark, count = self.view.detail.rpartition(" · ")
        room = self._detail_room().width()
        return bool(mark) and text_width(f"{kind}{mark}{count.partition(' ')[0]}", Role.LABEL) > room

    def _detail_room(self) -> QRectF:
        return QRectF(34, 29, self.width() - 38, 18)

    def sizeHint(self) -> QSize:
        return QSize(160, ITEM + (_LINE if self._is_tall else 0))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        if self.isChecked():
            edge = "accent" if theme().is_high_contrast else None  # there the fill is no different from the ground
            plate(painter, self.rect(), RADIUS_CONTROL, "accentSoft", edge, width=2)
        elif self.underMouse():
            plate(painter, self.rect(), RADIUS_CONTROL, "hover")
        paint_icon(painter, "file-spreadsheet", "accent" if self.isChecked() else "ink2", 10, 10)
        room = self.width() - 34 - 34
        middle = Qt.TextElideMode.ElideMiddle  # the beginning and the ending of a file's name tell it apart
        text(painter, QRectF(34, 8, room, 20), self.view.name, Role.STRONG, "ink1", elide=middle)
        self._paint_detail(painter, self._detail_room())
        icon, ink = STATES[self.view.state]
        paint_icon(painter, icon, ink, self.width() - 26, 10)
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CONTROL)
        painter.end()

    def _paint_detail(self, painter: QPainter, room: QRectF) -> None:
        """Nothing is cut: one that does not fit costs all the word for rows, then its rows have a line of their own."""
        kind, mark, count = self.view.detail.rpartition(" · ")
        if self._is_tall:
            text(painter, room, kind, Role.LABEL, "ink2")
            text(painter, room.translated(0, _LINE), count, Role.LABEL, "ink2")
            return
        if mark and self._list.is_short_of(room.width()):
            count = count.partition(" ")[0]
        text(painter, room, f"{kind}{mark}{count}", Role.LABEL, "ink2")


class SheetList(Tile):
    """``chosen(key)`` follows a choice by the user; ``add_asked()`` the button at the foot.

    ``folds``: where room is short it is one line with a drop-down of the same lines.
    """

    chosen = Signal(str)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, folds: bool = False) -> None:
        super().__init__("", parent)
        self._folds, self._widest = folds, self.maximumWidth()
        self._drop = Button("", "secondary", "file-spreadsheet", height=28, parent=self)
        self._drop.set_menu_mark(True)
        self._drop.clicked.connect(self.on_drop)
        self._drop.hide()
        self.head.insertWidget(0, self._drop)
        self._items: dict[str, _Item] = {}
        self._groups: list[QWidget] = []
        self._badge = Badge("", "warn")
        self._badge.hide()
        self.head.addWidget(self._badge)
        self._add = Button("", "ghost", "plus", height=28)
        self._add.clicked.connect(self.add_asked)
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(scroll)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.content.addWidget(scroll, 1)
        self.content.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(WIDTH if folds else WIDTH_ALONE)

    def set_add_text(self, label: str) -> None:
        """The words of the button at the foot."""
        self._add.setText(label)

    def set_badge(self, words: str) -> None:
        """How many lines want a look, '' for none."""
        self._badge.set_badge(words, "warn")
        self._badge.setVisible(bool(words))

    def choose(self, key: str) -> None:
        """Make a line the chosen one."""
        if key in self._items:
            self._items[key].setChecked(True)
            self._say_chosen()
            QTimer.singleShot(0, self, self._show_chosen)  # new lines have no place before they were laid out

    def _show_chosen(self) -> None:
        if (chosen := self._items.get(self.current)) is not None:
            self._scroll.ensureWidgetVisible(chosen, 0, ITEM)

    def set_narrow(self, narrow: bool) -> None:
        """Less room: its drop-down, where it folds."""
        if not self._folds:
            return
        self._drop.setVisible(narrow)
        self._scroll.setHidden(narrow)
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(self._widest if narrow else WIDTH)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed if narrow else QSizePolicy.Policy.Preferred
        )
        home = self.head if narrow else self.content
        if home.indexOf(self._add) < 0:
            self.head.removeWidget(self._add)
            self.content.removeWidget(self._add)
            home.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def on_drop(self) -> None:
        """The drop-down: what the list shows, with its signs."""
        views = [item.view for item in self._items.values()]
        choices = [
            Choice(
                view.key, f"{view.group} › {view.name}" if view.group else view.name, view.detail, STATES[view.state][0]
            )
            for view in views
        ]
        choose(self._drop, choices, self.on_dropped, current=self.current)

    def on_dropped(self, key: object) -> None:
        """Another line, from the drop-down."""
        self.choose(str(key))
        self.chosen.emit(str(key))

    def _say_chosen(self) -> None:
        item = self._items.get(self.current)
        name = item.view.name if item is not None else ""
        self._drop.setText(metrics(Role.STRONG).elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST))
        self._drop.setAccessibleName(say(self.tr("Sheet {name}"), name=name))
        set_tip(self._drop, name)
        self._drop.updateGeometry()

    def is_short_of(self, room: float) -> bool:
        """Whether what stands below a name does not fit for one of the lines."""
        return any(text_width(item.view.detail, Role.LABEL) > room for item in self._items.values())

    @property
    def current(self) -> str:
        """The key of the chosen line, '' where there is none."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_sheets(self, views: Sequence[SheetView]) -> None:
        """Show these lines; the chosen one stays where it still is, else the first becomes it."""
        kept = self.current
        if [view.key for view in views] != list(self._items):
            for widget in (*self._items.values(), *self._groups):
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            self._items, self._groups = {}, []
            self._build(views)
        for view in views:
            self._items[view.key].set_view(view)
        chosen = kept if kept in self._items else next(iter(self._items), "")
        if chosen:
            self._items[chosen].setChecked(True)
        self._say_chosen()

    def _build(self, views: Sequence[SheetView]) -> None:
        group, place = "", 0
        for view in views:
            if view.group and view.group != group:
                head = ElidedLabel(view.group, Role.LABEL, "ink3", self)
                head.setContentsMargins(10, 6, 4, 2)
                self._column.insertWidget(place, head)
                self._groups.append(head)
                place += 1
            group = view.group
            self._items[view.key] = self._new_item(view, place)
            place += 1

    def _new_item(self, view: SheetView, place: int) -> _Item:
        item = _Item(view, self)
        item.clicked.connect(self.on_clicked)
        self._column.insertWidget(place, item)
        return item

    def on_clicked(self) -> None:
        """A line was chosen."""
        self._say_chosen()
        self.chosen.emit(self.sender().view.key)
