"""A board filled tile by tile: the window answers meanwhile, and what stands on top is there first."""

from collections.abc import Iterator

from kpidesk.core.formatting import Style
from kpidesk.ui.dashboard.board_canvas import BoardCanvas
from kpidesk.ui.dashboard.board_tiles import BoardTiles, Frames
from kpidesk.workspace.dashboard import Tile


def filling(
    widgets: BoardTiles, canvas: BoardCanvas, tiles: tuple[Tile, ...], frames: Frames, style: Style
) -> Iterator[None]:
    """The steps, for JobRunner.in_turns."""
    widgets.set_tiles(tiles, style)
    canvas.set_tiles(tiles, widgets.widgets)
    yield
    for tile in tiles:
        widgets.fill(tile, frames, style)
        canvas.show_tile(tile)
        yield
    canvas.cover_tiles()
