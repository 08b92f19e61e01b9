"""Dashboards: which cards, charts, tables and texts stand where. Frozen; a change is a new one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId, MetricName, TileId

COLUMNS = 12
CARD, CHART, TABLE, TEXT, STUDY = "card", "chart", "table", "text", "study"
LEAST = {CARD: (2, 2), CHART: (3, 3), TABLE: (3, 3), TEXT: (2, 1), STUDY: (3, 3)}
"""Width and height below which a tile of a kind cannot be read."""
USUAL = {CARD: (2, 2), CHART: (6, 4), TABLE: (6, 4), TEXT: (6, 1), STUDY: (6, 4)}
HIGHEST = 12


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a tile stands on a grid of twelve columns; rows grow downward without end."""

    column: int = 0
    row: int = 0
    width: int = 3
    height: int = 2

    def overlaps(self, other: "Placement") -> bool:
        """Whether two places share a cell."""
        return (
            self.column < other.column + other.width
            and other.column < self.column + self.width
            and self.row < other.row + other.height
            and other.row < self.row + self.height
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing on a dashboard: ``kind`` is card, chart, table, text or study.

    A card shows ``metric``; a chart and a table show ``chart``, the table its KPIs by period or by the attribute that
    splits it; a text shows ``text``; a study is a drawing of a page, see board_studies.
    """

    id: TileId
    kind: str
    metric: MetricName | None = None
    chart: ChartSpec | None = None
    placement: Placement = Placement()
    title: str = ""
    text: str = ""
    study: str = ""

    @property
    def metrics(self) -> tuple[MetricName, ...]:
        """The KPIs that it shows."""
        if self.chart is not None:
            return self.chart.metrics
        return () if self.metric is None else (self.metric,)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A named page of tiles, in reading order."""

    id: DashboardId
    name: str
    tiles: tuple[Tile, ...] = ()

    def tile(self, tile: TileId) -> Tile | None:
        """The tile of that id, None where it is gone."""
        return next((t for t in self.tiles if t.id == tile), None)

    @property
    def metrics(self) -> tuple[MetricName, ...]:
        """The KPIs on it, in the order of its tiles."""
        return tuple(dict.fromkeys(name for tile in self.tiles for name in tile.metrics))

    @property
    def height(self) -> int:
        """The first row that is free in all columns."""
        return max((t.placement.row + t.placement.height for t in self.tiles), default=0)


def card_tile(metric: MetricName) -> Tile:
    """The card of a KPI, not placed yet."""
    return Tile(TileId(f"{CARD}-{metric}"), CARD, metric)


def line_tile(metric: MetricName) -> Tile:
    """The course of a KPI as a line, not placed yet."""
    return Tile(TileId(f"{CHART}-line-{metric}-"), CHART, chart=ChartSpec("line", (metric,)))


def free_place(tiles: Iterable[Tile], kind: str, size: tuple[int, int] | None = None) -> Placement:
    """The first place from the top where a tile of a kind fits in its usual size, or in the given one."""
    width, height = size or USUAL[kind]
    taken = [tile.placement for tile in tiles]
    row = 0
    while True:
        for column in range(COLUMNS - width + 1):
            at = Placement(column, row, width, height)
            if not any(at.overlaps(other) for other in taken):
                return at
        row += 1


def arranged(tiles: Iterable[Tile], first: TileId | None = None, left: Placement | None = None) -> tuple[Tile, ...]:
    """The tiles without overlaps or gaps above them, in reading order.

    The ``first`` one keeps its columns and comes before those that it covers, which make room downward; then each rises
    until it meets another. Whom it covers for the most part goes where it comes from, ``left``, if there is room.
    """
    waiting = [replace(tile, placement=_fitting(tile)) for tile in tiles]
    moved = next((tile for tile in waiting if tile.id == first), None)
    if moved is not None and left is not None and (left.width, left.height) == _size(moved.placement):
        waiting = _exchanged(waiting, moved, left)
    waiting.sort(key=lambda tile: (tile.id != first, tile.placement.row, tile.placement.column))
    placed: list[Tile] = []
    for tile in waiting:
        placed.append(_moved(tile, _sunk(tile.placement, placed)))
    placed.sort(key=lambda tile: (tile.placement.row, tile.placement.column))
    settled: list[Tile] = []
    for tile in placed:
        settled.append(_moved(tile, _risen(tile.placement, settled)))
    return tuple(sorted(settled, key=lambda tile: (tile.placement.row, tile.placement.column)))


def _exchanged(tiles: list[Tile], moved: Tile, left: Placement) -> list[Tile]:
    """The two change places where one is covered for the most part and both fit among the rest."""
    covered = [tile for tile in tiles if tile is not moved and _is_most(moved.placement, tile.placement)]
    if not covered:
        return tiles
    other = max(covered, key=lambda tile: _shared(moved.placement, tile.placement))
    rest = [tile.placement for tile in tiles if tile is not moved and tile is not other]
    for here, there in _exchanges(left, other.placement):
        if not here.overlaps(there) and not any(at.overlaps(each) for each in rest for at in (here, there)):
            places = {moved.id: here, other.id: there}
            return [_moved(tile, places.get(tile.id, tile.placement)) for tile in tiles]
    return tiles


def _exchanges(left: Placement, other: Placement) -> Iterator[tuple[Placement, Placement]]:
    """Where the moved one and the other could stand then: each in the other's place, else within the same edges."""
    if _size(left) == _size(other):
        yield other, left
    if (left.row, left.height) == (other.row, other.height):
        if left.column < other.column:
            yield replace(left, column=other.column + other.width - left.width), replace(other, column=left.column)
        else:
            yield replace(left, column=other.column), replace(other, column=left.column + left.width - other.width)
    elif left.row < other.row:
        yield replace(left, row=other.row + other.height - left.height), replace(other, row=left.row)
    else:
        yield replace(left, row=other.row), replace(other, row=left.row + left.height - other.height)


def _shared(at: Placement, other: Placement) -> int:
    """The cells of both."""
    across = min(at.column + at.width, other.column + other.width) - max(at.column, other.column)
    down = min(at.row + at.height, other.row + other.height) - max(at.row, other.row)
    return max(0, across) * max(0, down)


def _is_most(at: Placement, other: Placement) -> bool:
    """Whether half of the smaller of two places is in the other."""
    return 2 * _shared(at, other) >= min(at.width * at.height, other.width * other.height)


def _size(at: Placement) -> tuple[int, int]:
    return at.width, at.height


def _fitting(tile: Tile) -> Placement:
    at, (least_width, least_height) = tile.placement, LEAST.get(tile.kind, (1, 1))
    width = max(least_width, min(COLUMNS, at.width))
    height = max(least_height, min(HIGHEST, at.height))
    return Placement(max(0, min(COLUMNS - width, at.column)), max(0, at.row), width, height)


def _sunk(at: Placement, others: Iterable[Tile]) -> Placement:
    known = [other.placement for other in others]
    while met := [other for other in known if at.overlaps(other)]:
        at = replace(at, row=max(other.row + other.height for other in met))
    return at


def _risen(at: Placement, others: Iterable[Tile]) -> Placement:
    known = [other.placement for other in others]
    while at.row and not any(replace(at, row=at.row - 1).overlaps(other) for other in known):
        at = replace(at, row=at.row - 1)
    return at


def _moved(tile: Tile, at: Placement) -> Tile:
    return tile if tile.placement == at else replace(tile, placement=at)
