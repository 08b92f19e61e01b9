"""The keyboard in a heat map: which cell it stands on."""

from PySide6.QtCore import Qt

from kpidesk.charts.figure import Cell, Figure
from kpidesk.qt.translation import words

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CellCursor:
    """``cell`` is None until an arrow is pressed."""

    def __init__(self) -> None:
        self.cell: Cell | None = None

    def show_figure(self, figure: Figure) -> None:
        """Stay on a cell that is still there."""
        if self.cell is not None and self.cell not in figure.marks:
            self.cell = None

    def take_key(self, key: Qt.Key, figure: Figure) -> bool:
        """Arrows go to the neighbour that there is, Escape leaves; False for other keys and figures without cells."""
        cells = {(mark.column, mark.row): mark for mark in figure.marks if isinstance(mark, Cell)}
        if not cells or figure.readout_xs:
            return False
        if key is Qt.Key.Key_Escape and self.cell is not None:
            self.cell = None
            return True
        if key not in _ARROWS:
            return False
        if self.cell is None:
            self.cell = cells[min(cells, key=lambda at: (at[1], at[0]))]
        else:
            across, down = _ARROWS[key]
            self.cell = cells.get((self.cell.column + across, self.cell.row + down), self.cell)
        return True

    def said(self, figure: Figure) -> str:
        """The row, the column and the value, for those who do not see them."""
        if self.cell is None:
            return words(figure.summary)
        rows = {tick.at: tick.text for tick in figure.y.ticks}
        columns = {tick.at: tick.text for tick in figure.x.ticks}
        parts = (rows.get(self.cell.row, ""), columns.get(self.cell.column, ""), self.cell.text)
        return "; ".join(words(part) for part in parts if part)
