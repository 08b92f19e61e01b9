"""The tile of tables on a KPI's page: which of them is shown, split by what, and the table at its whole height."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.table_model import TableView


class TableTile(Tile):
    """``mode_chosen(key)``; ``split_asked()``: the button that says by what was pressed."""

    mode_chosen = Signal(str)
    split_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._mode = Segmented(height=24)
        self._mode.chosen.connect(self.mode_chosen)
        self.split = Button("", "secondary", height=28)
        self.split.set_menu_mark(True)
        self.split.clicked.connect(self.split_asked)
        self.split.hide()
        self._table = DataTable(self)
        self._table.horizontalScrollBar().rangeChanged.connect(self.on_range)
        self.head.addWidget(self.split)
        self.head.addWidget(self._mode)
        self.content.addWidget(self._table, 1)

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
        self._table.set_table(view)
        self.on_range()
        self.updateGeometry()

    def on_range(self) -> None:
        """A bar below the columns takes room of its own."""
        bar = self._table.horizontalScrollBar()
        height = self._table.full_height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0)
        self._table.setFixedHeight(height)
