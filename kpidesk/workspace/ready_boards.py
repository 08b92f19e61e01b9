"""The boards that stand ready (resources/boards): of what each declares, as much as the data give."""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from kpidesk.charts.kinds.waterfall import MOVEMENTS
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId, MetricName, TileId
from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.metrics.frame import ResultFrame
from kpidesk.workspace.board_studies import STUDIES, BoardStudy
from kpidesk.workspace.dashboard import CARD, CHART, COLUMNS, TABLE, Dashboard, Placement, Tile

OVERVIEW = DashboardId("overview")
GROUPS = ("level", "stage")
_CARDS_A_ROW, _CARD_HEIGHT, _CHART_HEIGHT, _TABLE_HEIGHT = 6, 2, 4, 5
_FRAME, _LINE = 1.8, 0.42
"""How much of a row of the board the head and foot of a table take, and each of its lines."""
_MOST_CARDS, _MOST_CHARTS = 12, 6
_TABLE_PERIODS = 6
_ENOUGH = 6
"""With fewer cards a board is thin, and what it has in reserve fills it."""
_FIRST_CHARTS = 4
"""So many charts stand before the drawings of pages, the others after them."""


@dataclass(frozen=True, slots=True)
class ReadyChart:
    """A chart or table that a board may show: ``needs`` are the KPIs without which it says nothing."""

    spec: ChartSpec
    needs: tuple[MetricName, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Reserve:
    """What fills a board that would be thin otherwise, the most telling first."""

    cards: tuple[MetricName, ...] = ()
    charts: tuple[ReadyChart, ...] = ()
    studies: tuple[BoardStudy, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyBoard:
    """What a board wishes to show, the most wished first; see the head of resources/boards/boards.toml."""

    id: DashboardId
    group: str
    labels: Mapping[str, str]
    cards: tuple[MetricName, ...]
    wanted: tuple[MetricName, ...]
    charts: tuple[ReadyChart, ...]
    tables: tuple[ReadyChart, ...]
    studies: tuple[BoardStudy, ...] = ()
    most_cards: int = _MOST_CARDS
    most_charts: int = _MOST_CHARTS
    reserve: Reserve = Reserve()

    def label(self, language: str) -> str:
        """Its name in a language, else in English."""
        return self.labels.get(language, self.labels["en"])

    @property
    def metrics(self) -> tuple[MetricName, ...]:
        """All that it wishes to show: what to ask for first; the reserve comes with the answer to everything."""
        parts = (name for each in (*self.charts, *self.tables) for name in (*each.needs, *each.spec.metrics))
        bridges = MOVEMENTS if any(each.spec.kind == "waterfall" for each in self.charts) else ()
        names = (*self.cards, *self.wanted, *parts, *bridges, *(each.needs for each in self.studies))
        return tuple(MetricName(name) for name in dict.fromkeys(names))


@cache
def ready_boards() -> Mapping[DashboardId, ReadyBoard]:
    """All of them, in the order in which they are listed."""
    declared = read_toml(resource("boards", "boards.toml")).content["board"]
    return {DashboardId(name): _read(name, content) for name, content in declared.items()}


def _read(name: str, content: Mapping[str, Any]) -> ReadyBoard:
    return ReadyBoard(
        DashboardId(name),
        content["group"],
        content["label"],
        _names(content["cards"]),
        _names(content["wanted"]),
        tuple(_chart(each) for each in content["charts"]),
        tuple(_chart({"kind": TABLE, "periods": _TABLE_PERIODS, **each}) for each in content.get("tables", ())),
        tuple(STUDIES[name] for name in content.get("studies", ())),
        content.get("most_cards", _MOST_CARDS),
        content.get("most_charts", _MOST_CHARTS),
        _reserve(content.get("reserve", {})),
    )


def _reserve(content: Mapping[str, Any]) -> Reserve:
    return Reserve(
        _names(content.get("cards", ())),
        tuple(_chart(each) for each in content.get("charts", ())),
        tuple(STUDIES[name] for name in content.get("studies", ())),
    )


def _chart(content: Mapping[str, Any]) -> ReadyChart:
    spec = ChartSpec(
        content["kind"],
        _names(content["metrics"]),
        content.get("by"),
        content.get("comparison", ""),
        content.get("interval"),
        periods=content.get("periods", 0),
    )
    return ReadyChart(spec, _names(content.get("needs", content["metrics"])), content.get("width", 6))


def _names(names: Collection[str]) -> tuple[MetricName, ...]:
    return tuple(MetricName(name) for name in names)


def board_of(ready: ReadyBoard, frame: ResultFrame, language: str, attributes: Collection[str] = ()) -> Dashboard:
    """The board of the KPIs of the frame that have a value, and one card of what is nearly there.

    A value is one of now; where nothing has one, for the last rows are long past, it is one of any period.
    """
    told = _told_now if any(_told_now(name, frame) for name in ready.metrics) else _told_ever

    def has(metric: str) -> bool:
        return told(metric, frame)

    cards, charts, studies = ready.cards, ready.charts, ready.studies
    if is_thin(ready, frame):
        spare = ready.reserve
        cards = (*cards, *(name for name in spare.cards if _moves(name, frame) and name not in cards))
        charts = (*charts, *(each for each in spare.charts if all(_moves(name, frame) for name in each.needs)))
        studies = (*studies, *spare.studies)
    known = [metric for metric in cards if has(metric)][: ready.most_cards]
    lacking = _lacking(ready, frame, has_cards=bool(known))
    tiles = _cards([*known[: ready.most_cards - len(lacking)], *lacking])
    if len(frame.periods) > 1:
        wanted = [each for each in charts if _stands(each, has, attributes)][: ready.most_charts]
        tiles += _charts(wanted[:_FIRST_CHARTS], _below(tiles))
        tiles += _studies([each for each in studies if has(each.needs)], _below(tiles))
        tiles += _charts(wanted[_FIRST_CHARTS:], _below(tiles))
    tiles += _tables(ready, has, attributes, _below(tiles))
    return Dashboard(ready.id, ready.label(language), tuple(tiles))


def is_thin(ready: ReadyBoard, frame: ResultFrame) -> bool:
    """Whether the data give few of the figures that the board wishes for, so that its reserve is wanted."""
    known = sum(_told_now(name, frame) for name in ready.cards)
    return known < min(_ENOUGH, len(ready.cards)) and bool(ready.reserve.cards)


def _told_now(name: str, frame: ResultFrame) -> bool:
    """Whether a card of the KPI would show a number."""
    at = frame.told_column(name)
    return at is not None and frame.value(name, frame.periods[at]) is not None


def _told_ever(name: str, frame: ResultFrame) -> bool:
    series = frame.series.get(MetricName(name))
    return series is not None and bool(np.isfinite(series.values).any())


def _moves(name: str, frame: ResultFrame) -> bool:
    """Whether a KPI says anything: one that is nought in each period does not."""
    series = frame.series.get(MetricName(name))
    return series is not None and bool((np.isfinite(series.values) & (series.values != 0)).any())


def _lacking(ready: ReadyBoard, frame: ResultFrame, *, has_cards: bool) -> list[MetricName]:
    """The wished figure nearest to being known: what lacks one table, and more only on an empty board."""
    tables: dict[MetricName, int] = {}
    for name in ready.wanted:
        series = frame.series.get(name)
        if series is None:
            tables[name] = 0
        elif not series.is_computable and series.missing:
            tables[name] = len({column.partition(".")[0] for column in series.missing})
    nearest = sorted(tables, key=tables.__getitem__)[:1]
    return [name for name in nearest if tables[name] <= 1 or not has_cards]


def _below(tiles: list[Tile]) -> int:
    """The first row that is free in all columns."""
    return max((tile.placement.row + tile.placement.height for tile in tiles), default=0)


def _cards(names: list[MetricName]) -> list[Tile]:
    """Rows of about as many cards each, the fuller ones first, each row filled; wider cards stand last in their row."""
    rows = -(-len(names) // _CARDS_A_ROW)
    tiles: list[Tile] = []
    for row in range(rows):
        part = names[-(-len(names) * row // rows) : -(-len(names) * (row + 1) // rows)]
        width, wider = divmod(COLUMNS, len(part))
        left = 0
        for place, name in enumerate(part):
            room = width + (place >= len(part) - wider)
            at = Placement(left, row * _CARD_HEIGHT, room, _CARD_HEIGHT)
            tiles.append(Tile(TileId(f"card-{name}"), CARD, name, placement=at))
            left += room
    return tiles


def _charts(wanted: list[ReadyChart], row: int) -> list[Tile]:
    """Charts two by two, each row filled."""
    tiles: list[Tile] = []
    for i in range(0, len(wanted), 2):
        pair = wanted[i : i + 2]
        widths = [each.width for each in pair] if sum(each.width for each in pair) == COLUMNS else [6, 6]
        widths = widths if len(pair) == 2 else [COLUMNS]
        column = 0
        for each, width in zip(pair, widths, strict=True):
            tiles.append(_tile(CHART, each, Placement(column, row, width, _CHART_HEIGHT)))
            column += width
        row += _CHART_HEIGHT
    return tiles


def _studies(wanted: list[BoardStudy], row: int) -> list[Tile]:
    """Drawings of pages two by two, each row filled."""
    tiles: list[Tile] = []
    for i in range(0, len(wanted), 2):
        pair = wanted[i : i + 2]
        height = max(each.height for each in pair)
        left = COLUMNS if len(pair) == 1 else pair[0].width if pair[0].width < COLUMNS else COLUMNS // 2
        tiles.append(pair[0].tile(Placement(0, row, left, height)))
        if len(pair) == 2:
            tiles.append(pair[1].tile(Placement(left, row, COLUMNS - left, height)))
        row += height
    return tiles


def _tables(ready: ReadyBoard, has: Callable[[str], bool], attributes: Collection[str], row: int) -> list[Tile]:
    tiles = []
    for each in ready.tables:
        known = tuple(name for name in each.spec.metrics if has(name))
        if len(known) > 1 and (each.spec.by is None or each.spec.by in attributes):
            spec = ChartSpec(TABLE, known, each.spec.by, periods=each.spec.periods)
            height = _TABLE_HEIGHT if spec.by is not None else math.ceil(_FRAME + _LINE * len(known))
            tiles.append(_tile(TABLE, ReadyChart(spec, known, COLUMNS), Placement(0, row, each.width, height)))
            row += height
    return tiles


def _stands(chart: ReadyChart, has: Callable[[str], bool], attributes: Collection[str]) -> bool:
    return all(map(has, chart.needs)) and (chart.spec.by is None or chart.spec.by in attributes)


def _tile(kind: str, chart: ReadyChart, at: Placement) -> Tile:
    spec = chart.spec
    by = "" if spec.by is None else f"-{spec.by}"
    return Tile(TileId(f"{kind}-{spec.kind}-{spec.metrics[0]}{by}"), kind, chart=spec, placement=at)
