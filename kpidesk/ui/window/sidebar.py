"""The sidebar: the workspace's name, the pages in their groups, settings at the foot."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.icons import mark, paint_icon
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, KeyFocus, focus_ring, plate, rule, start, text
from kpidesk.qt.widgets.sidebar_item import SidebarItem
from kpidesk.ui.actions.pages import GROUPS, PAGES, home_of

WIDE = 208
COMPACT = 56


class WorkspaceButton(KeyFocus, QAbstractButton):
    """The mark, the name of the workspace and of its file; opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._compact = "", False
        self.setFixedHeight(56)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_names(self, workspace: str, file: str) -> None:
        """The name of the workspace, and that of its file."""
        self._file = file
        self.setText(workspace)
        self.setAccessibleName(self.tr("Workspace menu"))
        self.setAccessibleDescription(workspace)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """The mark alone."""
        self._compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COMPACT if self._compact else WIDE, 56)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        box = QRectF(self.rect()).adjusted(8, 6, -8, -6)
        if self.underMouse() or self.isDown():
            plate(painter, box, RADIUS_CONTROL, "hover")
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPointF(16, 16), mark(24, ratio))
        if not self._compact:
            room = self.width() - 48 - 34
            has_file = bool(self._file)
            top = 9 if has_file else 18
            text(painter, QRectF(48, top, room, 20), self.text(), Role.STRONG, "ink1")
            if has_file:
                text(painter, QRectF(48, 28, room, 18), self._file, Role.LABEL, "ink2")
            paint_icon(painter, "chevron-down", "ink3", self.width() - 30, 20)
        if self.shows_focus:
            focus_ring(painter, box, RADIUS_CONTROL)
        painter.end()


class _Rule(QWidget):
    def __init__(self, parent: QWidget, *, margin: int = 20) -> None:
        super().__init__(parent)
        self._margin = margin
        self.setFixedHeight(1)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self._margin, 0, self.width() - 2 * self._margin, 1), "hair")
        painter.end()


class Sidebar(QWidget):
    """``page_asked(id)``; ``menu_asked()`` of the workspace's name."""

    page_asked = Signal(str)
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.workspace = WorkspaceButton(self)
        self.workspace.clicked.connect(self.menu_asked)
        self._items: dict[str, SidebarItem] = {}
        self._heads: dict[str, QWidget] = {}
        self._rules: list[QWidget] = []
        self._is_compact: bool | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 8)
        outer.setSpacing(0)
        outer.addWidget(self.workspace)
        inside = QWidget(self)
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for group, title in GROUPS.items():
            if group != "foot":
                self._add_group(column, group, titled=title is not None)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer.addWidget(scroll, 1)
        outer.addWidget(_Rule(self, margin=8))
        outer.addSpacing(8)
        self._add_items(outer, "foot")
        self.set_compact(False)
        self.retranslate()

    def _add_group(self, column: QVBoxLayout, group: str, *, titled: bool) -> None:
        if titled:
            line = _Rule(self)
            self._rules.append(line)
            column.addWidget(line)
            head = plain_label("", Role.LABEL, "ink2")
            head.setContentsMargins(20, 0, 8, 0)
            head.setFixedHeight(32)
            self._heads[group] = head
            column.addWidget(head)
        self._add_items(column, group)
        column.addSpacing(4)

    def _add_items(self, column: QVBoxLayout, group: str) -> None:
        for page in PAGES:
            if page.group == group:
                item = SidebarItem(render(page.title), page.icon, self)
                item.setObjectName(f"sidebar.{page.id}")
                item.clicked.connect(self.on_clicked)
                self._items[page.id] = item
                column.addWidget(item)

    def on_clicked(self) -> None:
        """An entry was chosen."""
        sender = self.sender()
        if sender is not None:
            self.page_asked.emit(sender.objectName().removeprefix("sidebar."))

    def item(self, page: str) -> SidebarItem:
        """The entry of a page, for its badge."""
        return self._items[page]

    def set_current(self, page: str) -> None:
        """Mark the page that is shown, or the one that it is a view of."""
        page = home_of(page)
        for id, item in self._items.items():
            item.setChecked(id == page)

    def set_compact(self, compact: bool) -> None:
        """Icons alone, with tooltips."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        self.setFixedWidth(COMPACT if compact else WIDE)
        self.workspace.set_compact(compact)
        for item in self._items.values():
            item.set_compact(compact)
        for head in self._heads.values():
            head.setVisible(not compact)
        for line in self._rules:
            line.setVisible(compact)

    def retranslate(self) -> None:
        """Set all names."""
        for page in PAGES:
            if page.id in self._items:
                self._items[page.id].set_label(render(page.title))
        for group, head in self._heads.items():
            title = GROUPS[group]
            if title is not None:
                head.setText(render(title))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self.rect()), "sidebar")
        rule(painter, QRectF(self.width() - 1, 0, 1, self.height()), "hair")
        painter.end()
