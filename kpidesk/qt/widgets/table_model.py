"""What a table widget shows: columns, cells, a total; and the Qt model of them, sorted by a column if wanted."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kpidesk.core.currencies import MONEY_NAMES
from kpidesk.core.decimals import even_decimals
from kpidesk.core.formatting import NO_VALUE
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.labels import plain_tip
from kpidesk.qt.widgets.sparkline import Spark

CELL = Qt.ItemDataRole.UserRole
RISING, FALLING = "▴", "▾"
_MEASURED = 400
_DIGITS = re.compile(r"(\d+)")
_MONEY_IN = QT_TRANSLATE_NOOP("charts", "Money in {currency}")


@dataclass(frozen=True, slots=True)
class Column:
    """A head: its words (with the unit), whether it holds numbers, the most room it needs, its share of spare room."""

    title: str
    is_number: bool = False
    widest: int = 280
    tip: str = ""
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``text``; ``tone`` good, bad, warn or a token of ink; ``direction`` ±1 draws the triangle of a change.

    ``order`` is what its column is sorted by; without it, the text. ``spark`` is drawn in the place of words.
    """

    text: str
    tone: str = ""
    direction: int = 0
    icon: str = ""
    tip: str = ""
    is_strong: bool = False
    order: float | str | None = None
    spark: Spark | None = None


@dataclass(frozen=True, slots=True)
class TableView:
    """Everything a table shows. ``total`` stands at the foot in 600; ``is_sortable`` False for lines in groups."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    no_value_tip: str = ""
    is_sortable: bool = True


class TableModel(QAbstractTableModel):
    """The texts of a TableView, in its order or that of a column; the total is its last row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = TableView((), ())
        self.sorted_by: int | None = None
        self.is_falling = False
        self._rows: tuple[int, ...] = ()

    def show_table(self, view: TableView) -> Collection[int]:
        """Replace everything; the order is kept where the columns are the same. Answers the columns that are others.

        A table of the same shape that is not sorted is changed in place, cell by cell: selection and scrolling stay.
        """
        if self._is_alike(view):
            return self._change_to(view)
        self.beginResetModel()
        if view.columns != self.view.columns or not view.is_sortable:
            self.sorted_by = None
        self.view = view
        self._sort()
        self.endResetModel()
        return range(len(view.columns))

    def _is_alike(self, view: TableView) -> bool:
        old = self.view
        has_same_total = (view.total is None) == (old.total is None)
        same = view.columns == old.columns and len(view.rows) == len(old.rows) and has_same_total
        return same and bool(view.rows) and self.sorted_by is None

    def _change_to(self, view: TableView) -> list[int]:
        """Tell of each column from which row to which its cells are others."""
        old, self.view = self._lines, view
        columns = []
        for column in range(len(view.columns)):
            pairs = enumerate(zip(old, self._lines, strict=True))
            moved = [row for row, (was, now) in pairs if was[column : column + 1] != now[column : column + 1]]
            if moved:
                columns.append(column)
                self.dataChanged.emit(self.index(moved[0], column), self.index(moved[-1], column))
        return columns

    @property
    def _lines(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as they came, with the total."""
        return self.view.rows if self.view.total is None else (*self.view.rows, self.view.total)

    def sort_by(self, column: int | None, *, falling: bool = False) -> None:
        """Order the rows by a column; None is the order in which they came. What has no value stands last."""
        self.beginResetModel()
        self.sorted_by, self.is_falling = column, falling
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        places, column = range(len(self.view.rows)), self.sorted_by
        if column is None:
            self._rows = tuple(places)
            return
        found = {place: order_of(row[column]) for place, row in enumerate(self.view.rows) if column < len(row)}
        keys = {place: key for place, key in found.items() if key is not None}
        known = sorted(keys, key=keys.__getitem__, reverse=self.is_falling)
        self._rows = (*known, *(place for place in places if place not in keys))

    def place_of(self, row: int) -> int:
        """The place in the view of a row on the screen."""
        return self._rows[row]

    def is_total(self, row: int) -> bool:
        """Whether that row is the total."""
        return self.view.total is not None and row == len(self.view.rows)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; a missing one is no value."""
        cells = self.view.total if self.is_total(row) else self.view.rows[self._rows[row]]
        return cells[column] if cells is not None and column < len(cells) else Cell(NO_VALUE)

    def sample(self, column: int) -> Iterator[tuple[Cell, bool]]:
        """Cells from which the room that a column needs is measured, and whether each stands in 600."""
        lines = ((row, False) for row in self.view.rows[:_MEASURED])
        for row, is_total in (*lines, (self.view.total or (), True)):
            if column < len(row):
                yield row[column], is_total or row[column].is_strong

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self.view.rows) + (self.view.total is not None)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.view.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = cell.tip or (self.view.no_value_tip if cell.text == NO_VALUE else "")
            return plain_tip(tip) if tip else None
        return None

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if direction is not Qt.Orientation.Horizontal or section >= len(self.view.columns):
            return None
        column = self.view.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                f"{column.title} {FALLING if self.is_falling else RISING}"
                if section == self.sorted_by
                else column.title
            )
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return plain_tip(column.tip)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def order_of(cell: Cell) -> tuple[int, float, tuple[str | tuple[int, str], ...]] | None:
    """What a cell is sorted by: numbers before words, digits within words by their value; None for no value."""
    if isinstance(cell.order, float) and cell.order != cell.order:
        return None
    if cell.order is not None:
        return (0, cell.order, ()) if isinstance(cell.order, int | float) else (1, 0.0, _natural(cell.order))
    return None if cell.text in ("", NO_VALUE) else (1, 0.0, _natural(cell.text))


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    parts = _DIGITS.split(text.casefold())
    return tuple((int(part), "") if place % 2 else (0, part) for place, part in enumerate(parts))


def with_even_decimals(view: TableView) -> TableView:
    """The numbers of a column with as many decimals as that of them that has most, each unit by itself."""
    lines = [list(line) for line in (*view.rows, *(() if view.total is None else (view.total,)))]
    for at, column in enumerate(view.columns):
        filled = [line for line in lines if column.is_number and at < len(line)]
        for line, text in zip(filled, even_decimals([line[at].text for line in filled]), strict=True):
            line[at] = replace(line[at], text=text)
    rows = tuple(tuple(line) for line in lines)
    return replace(view, rows=rows[: len(view.rows)], total=None if view.total is None else rows[-1])


def with_units_in_heads(view: TableView) -> TableView:
    """The Chinese name of a currency behind every amount of a column is said in its head.

    It is said once, in the head of the names, where amounts stand in several columns; among other units only where a
    row repeats it: in one column of all kinds of figures each must say what it is.
    """
    lines = (*view.rows, *(() if view.total is None else (view.total,)))
    numbers = [at for at, column in enumerate(view.columns) if column.is_number]
    amounts = {
        (row, at): unit
        for row, line in enumerate(lines)
        for at in numbers
        if at < len(line) and (unit := _currency(line[at].text))
    }
    units = {at: unit for at in numbers if (unit := _unit(lines, at))}
    if not amounts:
        return view
    columns = list(view.columns)
    is_mixed = any(at not in units for _, at in amounts)
    said, (name, *others) = units, {*amounts.values()}
    is_often = len(amounts) >= 2 * len({row for row, _ in amounts}) if is_mixed else len(units) > 1
    if is_often and not others and not columns[0].is_number:
        said, units = {0: render(Message(_MONEY_IN, currency=name))}, dict.fromkeys(numbers, name)
    for at, unit in said.items():
        title = columns[at].title
        columns[at] = replace(columns[at], title=f"{title}（{unit}）" if title else unit)
    rows = tuple(tuple(_bare(cell, units.get(at, "")) for at, cell in enumerate(line)) for line in lines)
    return replace(
        view,
        columns=tuple(columns),
        rows=rows[: len(view.rows)],
        total=None if view.total is None else rows[-1],
    )


def _currency(text: str) -> str:
    """The name of a currency behind an amount, "" where there is none."""
    return next((name for name in MONEY_NAMES if text.endswith(name)), "")


def _unit(lines: Sequence[tuple[Cell, ...]], column: int) -> str:
    """The currency that stands behind each number of a column; none where one has another unit."""
    texts = [line[column].text for line in lines if column < len(line) and line[column].text not in ("", NO_VALUE)]
    unit = _currency(texts[0]) if texts else ""
    return unit if all(text.endswith(unit) for text in texts) else ""


def _bare(cell: Cell, unit: str) -> Cell:
    return replace(cell, text=cell.text.removesuffix(unit)) if unit else cell
