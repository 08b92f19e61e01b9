"""A table in a tile, with a menu that copies it or takes it away as CSV."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.figure import Figure, Table, Text
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.table_model import TableView
from kpidesk.ui.charts.chart_tile import COPY_TABLE, CSV
from kpidesk.ui.charts.figure_table import as_figure, table_view

Foot = str | tuple[str, ...]


class FigureTableTile(Tile):
    """Shows a table at its whole height, or, if it ``scrolls``, as much as fits.

    ``asked(what)``: copy_table or csv; ``activated(row)``; ``resized()``: it is wider or narrower than before;
    ``needs_changed()``: all its rows need another height than before.

    ``figure`` holds the numbers for those who take them away.
    """

    asked = Signal(str)
    activated = Signal(int)
    resized = Signal()
    needs_changed = Signal()
    _scrolls = False  # events come before anything is made

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        super().__init__("", parent)
        self._scrolls, self._needs = scrolls, 0
        self.figure: Figure | None = None
        self._menu = self.add_menu(self.tr("Copy, export"))
        self._menu.clicked.connect(self.on_menu)
        self.table = DataTable(self)
        self.table.row_activated.connect(self.activated)
        self.content.addWidget(self.table, 1 if scrolls else 0)
        self.content.addStretch(0 if scrolls else 1)

    def set_table(self, view: TableView, table: Table, title: Text, subtitle: Text = "", foot: Foot = "") -> None:
        """What is shown, and the same as numbers."""
        self.figure = as_figure(view, title, table, subtitle)
        self.set_texts(words(title), words(subtitle), foot)
        self.table.setAccessibleName(words(title))
        self.table.set_table(view)
        if self._scrolls:
            self.table.fill(self.content)
            self._tell_needs()
            return
        self.table.setFixedHeight(self._rows_height())

    def forget(self) -> None:
        """Nothing is known any more."""
        if self.figure is not None:
            self.figure = None
            self.set_texts("")
            self.table.set_table(TableView((), ()))

    def needed_height(self) -> int:
        """The height at which all its rows are in sight and nothing is left below them, in pixels."""
        edges = self.body.contentsMargins()
        below = self._foot.sizeHint().height() + self.body.spacing() if self._foot.isVisibleTo(self) else 0
        above = self.head.sizeHint().height() + self.body.spacing()
        return edges.top() + above + self._rows_height() + below + edges.bottom()

    def _rows_height(self) -> int:
        bar = self.table.horizontalScrollBar()
        return self.table.full_height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if self._scrolls and event.type() == QEvent.Type.LayoutRequest and self.figure is not None:
            self._tell_needs()
        return done

    def _tell_needs(self) -> None:
        needs = self.needed_height()
        if needs != self._needs:
            self._needs = needs
            self.needs_changed.emit()

    def show_numbers(
        self,
        table: Table,
        title: Text,
        subtitle: Text = "",
        foot: Foot = "",
        *,
        has_total: bool = False,
    ) -> None:
        """Numbers in short with the exact ones as tips; the last row may be the total, which stays at the foot."""
        self.set_table(table_view(table, has_total=has_total, is_short=True), table, title, subtitle, foot)

    def on_menu(self) -> None:
        """The ``…`` button was pressed."""
        choices = [
            Choice(COPY_TABLE, self.tr("Copy table"), icon="copy"),
            Choice(CSV, self.tr("Export as CSV…"), icon="share"),
        ]
        choose(self._menu, choices, self.on_chosen, align_right=True)

    def on_chosen(self, what: object) -> None:
        """A line of the menu was chosen."""
        self.asked.emit(str(what))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if self._scrolls:
            self.table.fill(self.content)
            self._tell_needs()
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_menu_hint(self.tr("Copy, export"))
