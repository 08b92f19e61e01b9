"""Commands on dashboards and their tiles.

A board that stands ready is not in the document until it is changed: ``ready`` is what the first change begins with.
"""

from dataclasses import dataclass, replace

from kpidesk.core.ids import DashboardId, TileId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile, arranged
from kpidesk.workspace.document import Workspace


@dataclass(frozen=True, slots=True)
class SetDashboard:
    """Put a dashboard in: a new one, or another arrangement of a known one."""

    dashboard: Dashboard
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change dashboard {name}"), name=self.dashboard.name)

    def apply(self, doc: Workspace) -> Workspace:
        if doc.dashboards.get(self.dashboard.id) == self.dashboard:
            return doc
        return replace(doc, dashboards={**doc.dashboards, self.dashboard.id: self.dashboard})


@dataclass(frozen=True, slots=True)
class RemoveDashboard:
    """Forget a dashboard."""

    dashboard: DashboardId
    name: str = ""
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Remove dashboard {name}"), name=self.name)

    def apply(self, doc: Workspace) -> Workspace:
        if self.dashboard not in doc.dashboards:
            return doc
        return replace(doc, dashboards={k: v for k, v in doc.dashboards.items() if k != self.dashboard})


@dataclass(frozen=True, slots=True)
class AddTile:
    """Put a card, chart, table or text on a dashboard."""

    dashboard: DashboardId
    tile: Tile
    ready: Dashboard | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Add to the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard, self.ready)
        if board is None or board.tile(self.tile.id) is not None:
            return doc
        return _put(doc, replace(board, tiles=arranged((*board.tiles, self.tile))))


@dataclass(frozen=True, slots=True)
class RemoveTile:
    """Take a tile off a dashboard."""

    dashboard: DashboardId
    tile: TileId
    ready: Dashboard | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Take off the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard, self.ready)
        if board is None or board.tile(self.tile) is None:
            return doc
        return _put(doc, replace(board, tiles=arranged(t for t in board.tiles if t.id != self.tile)))


@dataclass(frozen=True, slots=True)
class MoveTile:
    """Move or resize a tile, the others make room; a drag gives a merge key."""

    dashboard: DashboardId
    tile: TileId
    placement: Placement
    ready: Dashboard | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Arrange the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard, self.ready)
        old = board.tile(self.tile) if board is not None else None
        if board is None or old is None:
            return doc
        return _with(doc, board, replace(old, placement=self.placement), left=old.placement)


@dataclass(frozen=True, slots=True)
class EditTile:
    """Show something else in a tile, or draw it differently; its place stays."""

    dashboard: DashboardId
    tile: Tile
    ready: Dashboard | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the tile"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard, self.ready)
        old = board.tile(self.tile.id) if board is not None else None
        if board is None or old is None:
            return doc
        return _with(doc, board, replace(self.tile, placement=old.placement))


def _with(doc: Workspace, board: Dashboard, tile: Tile, left: Placement | None = None) -> Workspace:
    """The board with another version of a tile; where it moved, the rest makes room."""
    tiles = tuple(tile if each.id == tile.id else each for each in board.tiles)
    tiles = tiles if left is None else arranged(tiles, tile.id, left)
    return doc if tiles == board.tiles else _put(doc, replace(board, tiles=tiles))


def _put(doc: Workspace, board: Dashboard) -> Workspace:
    return replace(doc, dashboards={**doc.dashboards, board.id: board})
