"""Dashboards: which cards, charts and tables stand where. Frozen; a change is a new one."""

from dataclasses import dataclass

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId, MetricName, TileId


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a tile stands on a grid of twelve columns; rows grow downward without end."""

    column: int = 0
    row: int = 0
    width: int = 3
    height: int = 2


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing on a dashboard: ``kind`` is card, chart or table.

    A card shows ``metric``; a chart and a table show ``chart``.
    """

    id: TileId
    kind: str
    metric: MetricName | None = None
    chart: ChartSpec | None = None
    placement: Placement = Placement()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A named page of tiles, in reading order."""

    id: DashboardId
    name: str
    tiles: tuple[Tile, ...] = ()

    def tile(self, tile: TileId) -> Tile | None:
        """The tile of that id, None where it is gone."""
        return next((t for t in self.tiles if t.id == tile), None)
