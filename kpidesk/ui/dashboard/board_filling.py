"""A board filled tile by tile: the window answers meanwhile, and what stands on top is there first; and read again."""

from collections.abc import Iterator

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import Style
from kpidesk.ui.dashboard.board_canvas import BoardCanvas
from kpidesk.ui.dashboard.board_tiles import BoardTiles, Frames
from kpidesk.workspace.dashboard import Dashboard, Tile


def filling(
    widgets: BoardTiles, canvas: BoardCanvas, tiles: tuple[Tile, ...], frames: Frames, style: Style
) -> Iterator[None]:
    """The steps, for JobRunner.in_turns."""
    widgets.set_tiles(tiles, style)
    canvas.set_tiles(tiles, widgets.widgets)
    yield
    for tile in tiles:
        widgets.fill(tile, frames, style)
        yield
        canvas.show_tile(tile)
        yield
    canvas.cover_tiles()


def spec_of(figure: object, widgets: BoardTiles, board: Dashboard | None) -> ChartSpec | None:
    """What the chart was asked to show that has this drawing."""
    tiles = () if board is None else board.tiles
    shown = {id_: chart.figure for id_, chart in widgets.charts.items()}
    return next((tile.chart for tile in tiles if tile.chart is not None and shown.get(tile.id) is figure), None)
