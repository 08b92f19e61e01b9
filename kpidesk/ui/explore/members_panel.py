"""The panel at the right: the customers behind a bar or a cell, with their amounts and the rows they come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpidesk.metrics.trace import RowSet
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.row_list import RowList
from kpidesk.session.jobs import JobRunner
from kpidesk.ui.metrics.row_listing import members_listing, only_file
from kpidesk.ui.metrics.row_words import RowWords

WIDTH, WIDTH_NARROW = 400, 336


class MembersPanel(Tile):
    """``closed()``: the user wants its room back. ``tools`` stand in its head."""

    closed = Signal()

    def __init__(self, runner: JobRunner, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.more = Button("", "secondary", height=28)
        self.more.set_menu_mark(True)
        self.more.hide()
        self.head.addWidget(self.more)
        self._close = Button("", "ghost", "x", height=28, tip=self.tr("Close"), parent=self)
        self.head.addWidget(self._close)
        self._close.clicked.connect(self.closed)
        self.list = RowList(runner, purpose, self, dense=True)
        self.content.addWidget(self.list, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Less room in a narrow window."""
        self.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

    def show_waiting(self, title: str) -> None:
        """The rows are being looked up."""
        self.set_texts(title, self.tr("looking them up"))
        self.list.hide()

    def show_rows(self, title: str, rows: RowSet, words: RowWords, amount: str = "") -> None:
        """``amount`` names what each brings into the number; "" where each is one."""
        self.set_texts(title, only_file(rows, words))
        self.list.show()
        self.list.show_rows(lambda: members_listing(rows, words, amount), title)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._close.set_hint(self.tr("Close"))
