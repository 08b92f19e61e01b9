"""A table in a narrow place: a row whose words do not fit has two lines."""

from kpidesk.qt.fonts import Role, line_height
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.table_cells import PAD, room_of
from kpidesk.qt.widgets.table_model import CELL, Cell


class WrappingTable(DataTable):
    """Words in two lines where one cuts them; figures stay in one. For tables of some hundred rows."""

    def _spread(self) -> None:
        super()._spread()
        rows, columns = self.verticalHeader(), self._texts.view.columns
        words = [at for at, column in enumerate(columns) if not column.is_number]
        tall = self._row + line_height(Role.BODY)
        for row in range(self._texts.rowCount()):
            cut = any(self._is_cut(row, column) for column in words)
            if rows.sectionSize(row) != (height := tall if cut else self._row):
                rows.resizeSection(row, height)

    def _is_cut(self, row: int, column: int) -> bool:
        cell = self._texts.index(row, column).data(CELL)
        return isinstance(cell, Cell) and room_of(cell, strong=cell.is_strong) > self.columnWidth(column) - 2 * PAD
