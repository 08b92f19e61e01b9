"""Commands on dashboards and their tiles."""

from dataclasses import dataclass, replace

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId, TileId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile
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
    """Put a card, chart or table on a dashboard."""

    dashboard: DashboardId
    tile: Tile
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Add to the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard)
        if board is None or board.tile(self.tile.id) is not None:
            return doc
        return _put(doc, replace(board, tiles=(*board.tiles, self.tile)))


@dataclass(frozen=True, slots=True)
class RemoveTile:
    """Take a tile off a dashboard."""

    dashboard: DashboardId
    tile: TileId
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Take off the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        board = doc.dashboards.get(self.dashboard)
        if board is None or board.tile(self.tile) is None:
            return doc
        return _put(doc, replace(board, tiles=tuple(t for t in board.tiles if t.id != self.tile)))


@dataclass(frozen=True, slots=True)
class MoveTile:
    """Move or resize a tile; a drag gives a merge key."""

    dashboard: DashboardId
    tile: TileId
    placement: Placement
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Arrange the dashboard"))

    def apply(self, doc: Workspace) -> Workspace:
        return _changed_tile(doc, self.dashboard, self.tile, placement=self.placement)


@dataclass(frozen=True, slots=True)
class EditChart:
    """Draw a tile's chart differently."""

    dashboard: DashboardId
    tile: TileId
    chart: ChartSpec
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the chart"))

    def apply(self, doc: Workspace) -> Workspace:
        return _changed_tile(doc, self.dashboard, self.tile, chart=self.chart)


def _changed_tile(
    doc: Workspace,
    dashboard: DashboardId,
    tile: TileId,
    *,
    placement: Placement | None = None,
    chart: ChartSpec | None = None,
) -> Workspace:
    board = doc.dashboards.get(dashboard)
    old = board.tile(tile) if board is not None else None
    if board is None or old is None:
        return doc
    new = replace(old, placement=placement or old.placement, chart=chart or old.chart)
    if new == old:
        return doc
    return _put(doc, replace(board, tiles=tuple(new if t.id == tile else t for t in board.tiles)))


def _put(doc: Workspace, board: Dashboard) -> Workspace:
    return replace(doc, dashboards={**doc.dashboards, board.id: board})
