"""The frame of the window: its bars around the pages, in their places, in wide and in narrow form."""

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.widgets.notice_bar import NoticeBar
from kpidesk.qt.widgets.painting import drawer_edge, rule, start
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import PageStack
from kpidesk.ui.window.sidebar import Sidebar
from kpidesk.ui.window.status_strip import StatusStrip
from kpidesk.ui.window.top_bar import TopBar

NARROW = 1180
_PLACING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)
DRAWER = 344


class Frame(QWidget):
    """Sidebar at the left; top bar, context bar, notices and pages beside it; status bar below all.

    Notices push the page down: what they would cover is what was just asked for.
    """

    def __init__(self, stack: PageStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar(self)
        self.top = TopBar(self)
        self.context: QWidget | None = None
        self.notices = NoticeBar(self)
        self.stack = stack
        self.status = StatusStrip(self)
        self.drawer = Drawer(self, stack)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        for bar in (self.top, HairRule(self), self.notices):
            self._right.addWidget(bar)
        self._right.addWidget(stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.sidebar)
        upper.addLayout(self._right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(upper, 1)
        outer.addWidget(self.status)
        stack.installEventFilter(self)

    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        context = (self.context,) if self.context is not None else ()
        notices = (self.notices,) if self.notices.isVisible() else ()
        return (self.sidebar, self.top, *context, *notices, self.stack, self.status)

    def insert_context(self, bar: QWidget) -> None:
        """The context bar comes with the services, under the top bar."""
        self.context = bar
        self._right.insertWidget(1, bar)

    def set_narrow(self, narrow: bool) -> None:
        """The bars in their narrow form."""
        for bar in (self.top, self.notices, self.status):
            bar.set_narrow(narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACING:
            self.drawer.place()
        return super().eventFilter(watched, event)


class HairRule(QWidget):
    """A hairline over the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self.rect()), "hair")
        painter.end()


class Drawer(QWidget):
    """Shows a page's right panel over a narrow window. ``closed()``."""

    closed = Signal()

    def __init__(self, frame: QWidget, pages: QWidget) -> None:
        super().__init__(frame)
        self._frame, self._pages = frame, pages
        self._page: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self.hide()

    def open_for(self, page: Page) -> None:
        """Take the panel of a page and show it."""
        panel = page.drawer
        if panel is None:
            return
        self._page = page
        self._column.addWidget(panel)
        panel.show()
        self.place()
        self.show()
        self.raise_()
        panel.setFocus()

    def dismiss(self) -> None:
        """Give the panel back."""
        page, self._page = self._page, None
        if page is not None:
            self.hide()
            page.take_drawer_back(narrow=True)
            self.closed.emit()

    @property
    def is_open(self) -> bool:
        return self._page is not None

    def place(self) -> None:
        """Along the right edge of the page, as high as it."""
        pages = self._pages
        corner = pages.mapTo(self._frame, pages.rect().topRight())
        self.setGeometry(corner.x() + 1 - DRAWER, corner.y(), DRAWER, pages.height())

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self.rect()), "canvas")
        drawer_edge(painter, self.height())
        painter.end()
