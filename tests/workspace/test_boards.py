"""Boards: how tiles make room for each other, and those that stand ready."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.charts.builder import build_figure
from kpidesk.core.formatting import Style
from kpidesk.core.ids import TileId
from kpidesk.core.messages import verbatim
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.workspace.dashboard import COLUMNS, LEAST, Placement, Tile, arranged, free_place
from kpidesk.workspace.ready_boards import GROUPS, board_of, ready_boards
from tests.charts.frames import a_frame, a_series, months

placements = st.builds(Placement, st.integers(-2, 14), st.integers(0, 20), st.integers(0, 14), st.integers(0, 9))
boards = st.lists(st.tuples(st.sampled_from(sorted(LEAST)), placements), max_size=9).map(
    lambda found: tuple(Tile(TileId(str(i)), kind, placement=at) for i, (kind, at) in enumerate(found))
)


def rows_above(at, others):
    """Whether a tile could stand one row higher."""
    higher = Placement(at.column, at.row - 1, at.width, at.height)
    return at.row > 0 and not any(higher.overlaps(other) for other in others)


@given(boards, st.integers(0, 8))
def test_tiles_neither_overlap_nor_float_nor_stand_outside(tiles, first):
    found = arranged(tiles, TileId(str(first)))
    assert {tile.id for tile in found} == {tile.id for tile in tiles}
    places = [tile.placement for tile in found]
    for i, at in enumerate(places):
        others = places[:i] + places[i + 1 :]
        assert 0 <= at.column <= COLUMNS - at.width
        assert not any(at.overlaps(other) for other in others)
        assert not rows_above(at, others)


@given(boards)
def test_what_is_arranged_stays(tiles):
    found = arranged(tiles)
    assert arranged(found) == found


def test_a_tile_that_is_moved_onto_another_takes_its_place():
    left, right = (Tile(TileId(name), "card", placement=Placement(at, 0, 2, 2)) for name, at in (("a", 0), ("b", 2)))
    moved = Tile(TileId("b"), "card", placement=Placement(0, 0, 2, 2))
    found = {tile.id: tile.placement for tile in arranged((left, moved), right.id)}
    assert found == {"b": Placement(0, 0, 2, 2), "a": Placement(0, 2, 2, 2)}


@given(boards, st.integers(0, 8), placements)
def test_what_is_moved_and_what_makes_way_neither_overlap_nor_float(tiles, first, to):
    settled = arranged(tiles)
    left = next((tile.placement for tile in settled if tile.id == str(first)), None)
    wanted = tuple(replace(tile, placement=to) if tile.id == str(first) else tile for tile in settled)
    places = [tile.placement for tile in arranged(wanted, TileId(str(first)), left)]
    assert len(places) == len(tiles)
    for i, at in enumerate(places):
        others = places[:i] + places[i + 1 :]
        assert not any(at.overlaps(other) for other in others)
        assert not rows_above(at, others)


@pytest.mark.parametrize(
    ("name", "to", "found"),
    [
        ("a", (1, 0), {"b": (0, 0), "a": (2, 0)}),  # two cards of one size change places
        ("c", (0, 0), {"c": (0, 0), "a": (4, 0)}),
        ("x", (4, 2), {"y": (0, 2), "x": (5, 2)}),  # of two widths within the same edges
        ("y", (2, 2), {"y": (0, 2), "x": (5, 2)}),
        ("x", (0, 6), {}),  # below it is nothing: it rises again
    ],
)
def test_a_tile_changes_places_with_the_one_that_it_covers(name, to, found):
    sizes = {
        "a": (0, 0, 2, 2),
        "b": (2, 0, 2, 2),
        "c": (4, 0, 2, 2),
        "d": (6, 0, 6, 2),
        "x": (0, 2, 7, 4),
        "y": (7, 2, 5, 4),
    }
    tiles = {each: Tile(TileId(each), "card", placement=Placement(*at)) for each, at in sizes.items()}
    left = tiles[name].placement
    tiles[name] = replace(tiles[name], placement=replace(left, column=to[0], row=to[1]))
    places = {tile.id: tile.placement for tile in arranged(tiles.values(), TileId(name), left)}
    moved = {each: (at.column, at.row) for each, at in places.items() if (at.column, at.row) != sizes[each][:2]}
    assert moved == {each: at for each, at in found.items() if at != sizes[each][:2]}


def test_a_tile_drawn_down_by_half_of_the_next_changes_places_with_it():
    upper, lower = (
        Tile(TileId(name), "chart", placement=Placement(0, row, 12, 4)) for name, row in (("a", 0), ("b", 4))
    )
    drawn = replace(upper, placement=Placement(0, 2, 12, 4))
    found = {tile.id: tile.placement.row for tile in arranged((drawn, lower), upper.id, upper.placement)}
    assert found == {"b": 0, "a": 4}


def test_a_new_tile_goes_where_there_is_room():
    tiles = (Tile(TileId("a"), "card", placement=Placement(0, 0, 2, 2)),)
    assert free_place(tiles, "card") == Placement(2, 0, 2, 2)
    wide = (*tiles, Tile(TileId("b"), "chart", placement=Placement(2, 0, 10, 4)))
    assert free_place(wide, "chart") == Placement(0, 4, 6, 4)


@pytest.mark.parametrize("ready", ready_boards().values(), ids=lambda ready: ready.id)
def test_ready_boards_name_what_the_catalogue_has(ready):
    catalogue = load_catalogue()
    assert [name for name in ready.metrics if name not in catalogue.definitions] == []
    assert ready.group in GROUPS
    assert set(ready.labels) == {"en", "zh_Hans", "zh_Hant"}


@pytest.mark.parametrize("ready", ready_boards().values(), ids=lambda ready: ready.id)
def test_a_board_of_whole_data_has_no_gap_and_every_chart_draws(ready):
    catalogue = load_catalogue()
    frame = a_frame([a_series(name, np.linspace(1.0, 2.0, 14)) for name in ready.metrics], months("2025-01", 14))
    board = board_of(ready, frame, "en", ())
    assert arranged(board.tiles) == board.tiles
    assert len({tile.id for tile in board.tiles}) == len(board.tiles)
    for tile in board.tiles:
        if tile.kind == "chart":
            assert build_figure(tile.chart, frame, catalogue, Style("en")).empty is None


def test_a_board_without_data_says_what_one_figure_needs():
    board = board_of(ready_boards()["sales"], a_frame([], months("2025-01", 3)), "en")
    assert [tile.metric for tile in board.tiles] == ["win_rate"]


def a_lack(name, *missing):
    return a_series(name, np.full(6, np.nan), reason=verbatim("no"), missing=missing)


def test_a_thin_overview_fills_itself_from_its_reserve_by_importance():
    course = np.linspace(3.0, 9.0, 6)
    given = ["win_rate", "won_amount", "deals_won", "ticket_volume", "median_resolution_hours", "opportunities"]
    series = [*(a_series(name, course) for name in given), a_series("mqls", np.zeros(6))]
    lacks = [a_lack("ltv_cac", "subscriptions.mrr", "spend.cost"), a_lack("nps", "surveys.nps_score")]
    lacks.append(a_lack("customer_churn_rate", "subscriptions.mrr", "customers.tenure_months"))
    overview = ready_boards()["overview"]
    board = board_of(overview, a_frame([*series, *lacks], months("2026-01", 6)), "en", ())
    shown = [tile.metric for tile in board.tiles if tile.kind == "card"]
    wanted = ["win_rate", "won_amount", "deals_won", "opportunities", "ticket_volume", "median_resolution_hours"]
    assert shown == [*wanted, "nps"]  # what lacks one table stands last, a figure that is always nought nowhere
    drawn = [tile.chart.metrics[0] for tile in board.tiles if tile.kind == "chart"]
    assert drawn[:3] == ["won_amount", "win_rate", "opportunities"]
    assert arranged(board.tiles) == board.tiles


def test_a_full_overview_takes_nothing_from_its_reserve():
    overview = ready_boards()["overview"]
    names = [*overview.cards[:6], *overview.reserve.cards]
    frame = a_frame([a_series(name, np.linspace(1.0, 2.0, 6)) for name in names], months("2026-01", 6))
    board = board_of(overview, frame, "en", ())
    assert [tile.metric for tile in board.tiles if tile.kind == "card"] == list(overview.cards[:6])


def test_the_reserve_names_what_the_catalogue_has():
    catalogue = load_catalogue()
    reserve = ready_boards()["overview"].reserve
    names = [*reserve.cards, *(name for chart in reserve.charts for name in chart.needs)]
    assert [name for name in names if name not in catalogue.definitions] == []
    assert len(set(reserve.cards)) == len(reserve.cards)


def test_a_board_of_data_with_a_hole_shows_what_came_after_it_else_what_was_before():
    nan, overview = np.nan, ready_boards()["overview"]
    after = [
        a_series("revenue", [5, nan, nan, 7]),
        a_series("aov", [5, nan, nan, 7]),
        a_series("arpu", [5, 6, nan, nan]),
    ]
    found = board_of(overview, a_frame(after, months("2010-03", 4), running=1), "en")
    assert {tile.id for tile in found.tiles} >= {"card-revenue", "card-aov", "chart-bar-revenue"}
    before = a_frame([a_series("revenue", [5, nan, nan, nan])], months("2010-03", 4), running=1)
    assert {tile.id for tile in board_of(overview, before, "en").tiles} >= {"card-revenue", "chart-bar-revenue"}


@pytest.mark.parametrize(("count", "widths"), [(6, [2] * 6), (5, [2, 2, 2, 3, 3]), (11, [2] * 6 + [2, 2, 2, 3, 3])])
def test_rows_of_cards_share_their_edges_with_the_row_above_as_far_as_they_can(count, widths):
    overview = ready_boards()["overview"]
    names = dict.fromkeys([*overview.cards, *overview.reserve.cards])
    ready = replace(overview, cards=tuple(names)[:count], wanted=())
    frame = a_frame([a_series(name, np.linspace(1.0, 2.0, 6)) for name in ready.cards], months("2026-01", 6))
    cards = [tile.placement for tile in board_of(ready, frame, "en", ()).tiles if tile.kind == "card"]
    assert [at.width for at in cards] == widths
