"""Tiles of one span are of one width, whatever stands in the other rows."""

import pytest
from kpidesk.qt.widgets.tile_grid import TileGrid
from PySide6.QtWidgets import QApplication, QLabel, QWidget


@pytest.mark.parametrize("narrow", [False, True])
def test_tiles_of_one_span_are_of_one_width(qtbot, narrow):
    window = QWidget()
    qtbot.addWidget(window)
    grid = TileGrid()
    window.setLayout(grid)
    spans = (7, 5, 4, 4, 4, 6, 6, 12)
    tiles = [QLabel(window) for _ in spans]
    for tile, columns in zip(tiles, spans, strict=True):
        grid.add_tile(tile, columns)
    window.resize(1184, 800)
    window.show()
    grid.set_narrow(narrow)
    QApplication.processEvents()
    widths = [tile.width() for tile in tiles]
    # Nothing stands above the first, or below the last.
    assert (tiles[0].y(), tiles[-1].geometry().bottom()) == (0, 799)
    if narrow:
        assert set(widths) == {1184}
    else:
        assert max(widths[2:5]) - min(widths[2:5]) <= 1
        assert abs(widths[5] - widths[6]) <= 1
        assert widths[0] + 16 + widths[1] == widths[-1] == 1184
