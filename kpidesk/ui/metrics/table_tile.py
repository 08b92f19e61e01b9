"""The tile of tables on a KPI page: which is shown, split by what, at its whole height; many rows scroll in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.figure import Figure
from kpidesk.charts.lists.listing import Listing
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.row_list import RowList
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.table_model import TableView
from kpidesk.session.jobs import JobRunner
from kpidesk.ui.charts.figure_table import as_figure

_LIST_HEIGHT, _LEAST_LIST, _AROUND_LIST = 608, 320, 260


class TableTile(Tile):
    """``mode_chosen(key)``; ``split_asked()``: the button that says by what; ``line_chosen(place)`` of a table."""

    mode_chosen = Signal(str)
    split_asked = Signal()
    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, runner: JobRunner | None = None) -> None:
        super().__init__("", parent)
        self._runner = runner
        self._list: RowList | None = None
        self._mode = Segmented(height=24)
        self._mode.chosen.connect(self.mode_chosen)
        self.split = Button("", "secondary", height=28)
        self.split.set_menu_mark(True)
        self.split.clicked.connect(self.split_asked)
        self.split.hide()
        self._table = DataTable(self)
        self._table.row_activated.connect(self.line_chosen)
        self._table.horizontalScrollBar().rangeChanged.connect(self.on_range)
        self.head.addWidget(self.split)
        self.head.addWidget(self._mode)
        self.head.addStrut(self.split.sizeHint().height())  # as high with the button as without: nothing jumps
        self.content.addWidget(self._table, 1)

    @property
    def table(self) -> DataTable:
        """The table, where no list of rows stands in its place."""
        return self._table

    @property
    def list(self) -> RowList | None:
        """The list of rows, once there was one."""
        return self._list

    @property
    def figure(self) -> Figure | None:
        """The table that is shown, for whoever takes it away; None while there is a list of rows."""
        view = self._table.table
        return None if self._table.isHidden() or not view.rows else as_figure(view, self.accessibleName())

    @property
    def mode(self) -> str:
        """The key of the table that is chosen."""
        return self._mode.current

    def set_mode(self, mode: str) -> None:
        """Choose another; nothing is emitted."""
        self._mode.set_current(mode)

    def set_modes(self, choices: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from."""
        self._mode.set_choices(choices)

    def set_split(self, label: str) -> None:
        """By what the table is split."""
        self.split.setText(label)
        self.split.updateGeometry()
        if not label:
            self.split.hide()

    def set_table(self, view: TableView) -> None:
        """A table at its whole height: the page scrolls it, with no second scroll bar in it."""
        if self._list is not None:
            self._list.hide()
        self._table.setVisible(bool(view.columns))
        self._table.set_table(view)
        self.on_range()
        self.updateGeometry()

    def forget(self) -> None:
        """Nothing is known any more."""
        self.set_table(TableView((), ()))

    def show_list(self, build: Callable[[], Listing], name: str) -> None:
        """Rows that may be many: they scroll in the tile."""
        if self._list is None and self._runner is not None:
            self._list = RowList(self._runner, "kpi:list", self)
            self._list.shown.connect(self.on_list)
            self.content.addWidget(self._list, 1)
        if self._list is not None:
            self._table.hide()
            self._list.show()
            self._list.show_rows(build, name)

    def find(self) -> bool:
        """Open the filters of the rows, if rows are shown."""
        if self._list is None or self._list.isHidden():
            return False
        self._list.find()
        return True

    def on_list(self) -> None:
        """Few rows at their whole height; of many, heads and total stand in the window at once."""
        if self._list is not None:
            room = max(_LEAST_LIST, min(_LIST_HEIGHT, self.window().height() - _AROUND_LIST))
            self._list.setFixedHeight(min(self._list.full_height(), room))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.on_list()

    def on_range(self) -> None:
        """A bar below the columns takes room of its own."""
        bar = self._table.horizontalScrollBar()
        height = self._table.full_height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0)
        self._table.setFixedHeight(height)
