"""What a long list shows, as texts."""

from kpidesk.qt.widgets.row_list import RowList


def texts_of(shown: RowList) -> list[list[str]]:
    """The cells of all its rows, without the total."""
    model, count = shown.table.model(), len(shown.table.rows)
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(count)]
