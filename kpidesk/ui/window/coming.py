"""While something is being opened into an empty window, pages say so instead of asking for sheets."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.messages import Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.empty_state import centred
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.waiting import WIDTH, Skeleton, WaitBar
from kpidesk.session.jobs import JobHandle
from kpidesk.session.session import Session
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import WELCOME, PageStack

_OWN = frozenset(("data", "settings", WELCOME))
"""These say by themselves what is going on, or need no data."""


class _Cover(QWidget):
    """Over a whole page: what is being opened, and where things will be."""

    def __init__(self, page: Page, label: Message) -> None:
        super().__init__(page)
        self._label = label
        self._headline = plain_label(render(label), Role.HEADING, wrap=True, parent=self)
        card = Card(self, padding=(20, 16))
        card.setFixedWidth(WIDTH)
        card.body.addWidget(self._headline)
        card.body.addWidget(WaitBar(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(centred(card))
        column.addWidget(Skeleton(self), 1)
        self.setAccessibleName(render(label))
        page.installEventFilter(self)
        self.setGeometry(page.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._headline.setText(render(self._label))


class Coming(QObject):
    """``follow(job)`` covers the page that is shown, and each that is opened meanwhile, until it is over."""

    def __init__(self, stack: PageStack, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._session = stack, session
        self._handle: JobHandle[object] | None = None
        self._covers: dict[Page, _Cover] = {}
        stack.currentChanged.connect(self.on_shown)

    def follow(self, handle: JobHandle[object]) -> None:
        """Cover what would say that there is nothing."""
        if not self._session.document.is_empty or handle.state.is_over:
            return
        self._uncover()
        self._handle = handle
        self.on_shown()
        handle.then(lambda _: None, over=self.on_over)

    def on_shown(self) -> None:
        """A page comes to be seen: while something is on its way it says so."""
        page = self._stack.currentWidget()
        if self._handle is None or not isinstance(page, Page) or page in self._covers:
            return
        if page.property("page") not in _OWN:
            self._covers[page] = _Cover(page, self._handle.job.label)

    def on_over(self) -> None:
        """It came, or it did not; a later job may still be on its way."""
        if self._handle is not None and self._handle.state.is_over:
            self._handle = None
            self._uncover()

    def _uncover(self) -> None:
        for page, cover in self._covers.items():
            page.removeEventFilter(cover)
            cover.hide()
            cover.deleteLater()
        self._covers.clear()
