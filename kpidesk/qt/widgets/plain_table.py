"""What all tables of the application have in common before they have a model."""

from PySide6.QtWidgets import QAbstractItemView, QTableView


def make_plain(table: QTableView) -> None:
    """No grid, frame, wrapping or editor; scrolled by pixels; a rectangle is chosen; Tab leads out of it."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
