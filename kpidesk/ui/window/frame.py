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
_PLACING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest)
DRAWER = 344


class Frame(QWidget):
    """Sidebar at the left; top bar, context bar and pages, notices over them, beside it; status bar below all."""

    def __init__(self, stack: PageStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar(self)
        self.top = TopBar(self)
        self.context: QWidget | None = None
        self.notices = NoticeBar(self)
        self.stack = stack
        self.status = StatusStrip(self)
        self.drawer = Drawer(self)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        for bar in (self.top, HairRule(self)):
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
        self.notices.raise_()
        for watched in (stack, self.notices):
            watched.installEventFilter(self)

    def _place_notices(self) -> None:
        """Over the top of the page, which does not move for them."""
        stack = self.stack
        top = stack.mapTo(self, stack.rect().topLeft())
        self.notices.setGeometry(top.x(), top.y(), stack.width(), self.notices.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACING:
            self._place_notices()
        return super().eventFilter(watched, event)

    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        context = (self.context,) if self.context is not None else ()
        return (self.sidebar, self.top, *context, self.stack, self.status)

    def insert_context(self, bar: QWidget) -> None:
        """The context bar comes with the services, under the top bar."""
        self.context = bar
        self._right.insertWidget(1, bar)

    def set_narrow(self, narrow: bool) -> None:
        """The top bar in its narrow form."""
        self.top.set_narrow(narrow)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.drawer.place()


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

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
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
        """Along the right edge, between the bars."""
        self.setGeometry(self._frame.width() - DRAWER, 100, DRAWER, self._frame.height() - 128)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self.rect()), "canvas")
        drawer_edge(painter, self.height())
        painter.end()
