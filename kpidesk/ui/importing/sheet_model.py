"""The cells of a sheet for a view: only those that are visible are asked for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from kpidesk.core.findings import cell_name, column_letters
from kpidesk.qt.widgets.labels import plain_tip
from kpidesk.store.cell_value import Unreadable
from kpidesk.ui.importing.sheet_map import GAP, CellKind, SheetMap, reads_plainly
from kpidesk.ui.importing.value_words import value_text

KIND = Qt.ItemDataRole.UserRole
IS_UNREADABLE = Qt.ItemDataRole.UserRole + 1
_LONGEST = 300


class SheetModel(QAbstractTableModel):
    """Texts, kinds and readings of a SheetMap; row and column numbers as a spreadsheet shows them.

    ``wanted(row of the sheet)``: it came into view, and its cells are still to be read.
    """

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map: SheetMap | None = None

    def show_map(self, new: SheetMap) -> None:
        """Show another sheet, or the same one read in another way: then the view stays where it is."""
        old = self.map
        same = old is not None and old.table.region.sheet is new.table.region.sheet and old.rows == new.rows
        if same and old is not None and old.width == new.width:
            self.map = new
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            return
        self.beginResetModel()
        self.map = new
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        is_inner = parent is not None and parent.isValid()
        return 0 if is_inner or self.map is None else len(self.map.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        is_inner = parent is not None and parent.isValid()
        return 0 if is_inner or self.map is None else self.map.width

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.map is None:
            return None
        row, column = self.map.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and row != GAP and self.map.is_missing(row):
            self.wanted.emit(row)
            return "…"
        if role == Qt.ItemDataRole.DisplayRole:
            return self.map.text(row, column)[:_LONGEST] if row != GAP else ("…" if column == 0 else "")
        if role == KIND:
            return self.map.kind(row, column) if row != GAP else CellKind.IGNORED
        if role == IS_UNREADABLE:
            return row != GAP and self.map.is_unreadable(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.says(row, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.says(row, column)
        return None

    def says(self, row: int, column: int) -> str:
        """Place, text and value of a cell in words, '' for an empty one."""
        if self.map is None:
            return ""
        if row == GAP:
            return self.tr("Rows that were not looked at are not shown here; they are loaded all the same.")
        text = self.map.text(row, column)
        if not text:
            return ""
        place = cell_name(row, column)
        known, value = self.map.column(column), self.map.value(row, column)
        if value is Unreadable.UNREADABLE:
            fate = self.tr("cannot be read, stays empty")
            return f"{place} · {text} → {fate}"
        if known is None or value is None or reads_plainly(known):
            return f"{place} · {text}"
        return f"{place} · {text} → {value_text(value, known)}"

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.map is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if direction is Qt.Orientation.Horizontal:
                return column_letters(section)
            row = self.map.rows[section] if section < len(self.map.rows) else GAP
            return "" if row == GAP else str(row + 1)
        return None
