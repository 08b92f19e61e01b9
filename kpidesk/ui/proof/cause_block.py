"""Above the gaps of all periods: why those differ that are furthest apart."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.table_model import TableView


class CauseBlock(QWidget):
    """A table of causes at its whole height between its caption and that of the table that follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = DataTable(self)
        self.table.setObjectName("proof.causes")
        self._first, self._second = (plain_label("", Role.LABEL, "ink2", parent=self) for _ in range(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._first)
        column.addWidget(self.table)
        column.addSpacing(16)
        column.addWidget(self._second)

    def show_causes(self, view: TableView) -> None:
        """The causes, or nothing at all."""
        self.table.set_table(view)
        self.table.setFixedHeight(self.table.full_height())
        self.setVisible(bool(view.rows))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._first.setText(self.tr("The periods that are furthest apart, and why"))
        self._second.setText(self.tr("All periods"))
        self.table.setAccessibleName(self._first.text())
