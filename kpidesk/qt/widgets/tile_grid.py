"""Tiles on twelve columns that close up where one of them has nothing to show."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem, QWidget

COLUMNS = 12
_LEAST_COLUMN = 40


class TileGrid(QGridLayout):
    """Add tiles with their number of columns; ``arrange`` puts those that are not hidden into rows.

    The last tile of a row takes what is left of it. In a narrow window each tile has a row of its own, but for those
    that were added with ``narrow`` columns.
    """

    def __init__(self, gap: int = 16) -> None:
        super().__init__()
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for column in range(COLUMNS):
            self.setColumnStretch(column, 1)
            self.setColumnMinimumWidth(column, 0)
            # Rows of unlike spans alone would make columns unlike: each has one thing that is in it alone.
            self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed), 0, column)
        self._tiles: list[tuple[QWidget, int, int]] = []
        self._narrow = False

    def add_tile(self, tile: QWidget, columns: int, *, narrow: int = COLUMNS) -> None:
        """One more tile, in the order of reading."""
        self._tiles.append((tile, columns, narrow))

    def set_narrow(self, narrow: bool) -> None:
        """The window fell below, or rose above, the width at which tiles stand side by side."""
        self._narrow = narrow
        self.arrange()

    def arrange(self) -> None:
        """Put the shown tiles into rows."""
        shown = [(t, small if self._narrow else wide) for t, wide, small in self._tiles if not t.isHidden()]
        for tile, _, _ in self._tiles:
            self.removeWidget(tile)
        row, at = 1, 0  # below what keeps the columns alike
        for place, (tile, columns) in enumerate(shown):
            if at + columns > COLUMNS:
                row, at = row + 1, 0
            after = shown[place + 1][1] if place + 1 < len(shown) else COLUMNS
            span = columns if at + columns + after <= COLUMNS else COLUMNS - at
            tile.setMinimumWidth(columns * _LEAST_COLUMN)  # else a long head would push the page wider than the window
            self.addWidget(tile, row, at, 1, span)
            at += span
