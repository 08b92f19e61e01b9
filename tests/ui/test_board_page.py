"""Boards as a user meets them: chosen, arranged by mouse and keyboard, filled from the catalogue, undone, saved."""

from dataclasses import replace

import pytest
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.ui.dashboard.board_tiles import TextTile
from kpidesk.ui.dashboard.text_popover import TextPopover
from kpidesk.ui.dashboard.tile_cover import TileCover
from kpidesk.workspace.dashboard import CHART, COLUMNS, TABLE, Dashboard, Placement, Tile
from kpidesk.workspace.document import Workspace
from PySide6.QtCore import QPoint, Qt


@pytest.fixture
def desk(imported):
    document = imported.services.session.document
    imported.window.show_page("dashboard", "overview")
    yield imported
    page = imported.window.stack.get("dashboard")
    if page.is_edited:
        page.on_edit()
    imported.services.session.replace(document)


def page_of(desk):
    return desk.window.stack.get("dashboard")


def boards(desk):
    return desk.services.session.document.dashboards


def cover_of(page, metric):
    tile = next(tile for tile in page._editing.board.tiles if tile.metric == metric)
    return page._canvas.cover(tile.id)


def test_every_ready_board_opens(desk):
    page = page_of(desk)
    for board in ("board_pack", "marketing", "retention", "referral"):
        page.open_with(board)
        assert page.board_id == board
        assert page.cards
    assert boards(desk) == {}


def test_a_kpi_is_added_from_the_catalogue_and_taken_off_again(desk, qtbot):
    page = page_of(desk)
    qtbot.mouseClick(page.buttons.edit, Qt.MouseButton.LeftButton)
    before = len(page.cards)
    qtbot.keyClicks(page._panel._search, "ARR")
    row = next(i for i, name in enumerate(page._panel._shown) if name == "arr")
    index = page._panel._table.model().index(row, 0)
    qtbot.mouseClick(
        page._panel._table.viewport(), Qt.MouseButton.LeftButton, pos=page._panel._table.visualRect(index).center()
    )
    assert len(page.cards) == before + 1
    assert boards(desk)["overview"].tile("card-arr") is not None
    qtbot.keyClick(cover_of(page, "arr"), Qt.Key.Key_Delete)
    assert len(page.cards) == before
    desk.registry.run("edit.undo")
    assert len(page.cards) == before + 1
    desk.registry.run("edit.undo")
    assert boards(desk) == {}


def test_another_workspace_is_looked_at_not_edited(desk, qtbot):
    page, document = page_of(desk), desk.services.session.document
    qtbot.mouseClick(page.buttons.edit, Qt.MouseButton.LeftButton)
    assert page.is_edited
    desk.services.session.replace(Workspace())
    assert not page.is_edited
    desk.services.session.replace(document)
    assert not page.is_edited
    qtbot.waitUntil(lambda: not page._canvas.findChildren(TileCover))


def test_tiles_move_by_arrows_and_grow_with_shift(desk, qtbot):
    page = page_of(desk)
    page.on_edit()
    at = page._editing.board.tile("card-mrr").placement
    qtbot.keyClick(cover_of(page, "mrr"), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page._editing.board.tile("card-mrr").placement.width == at.width + 1
    qtbot.keyClick(cover_of(page, "mrr"), Qt.Key.Key_Right)
    assert page._editing.board.tile("card-mrr").placement.column == at.column + 1
    desk.registry.run("edit.undo")
    desk.registry.run("edit.undo")
    assert page._editing.board.tile("card-mrr").placement == at


def test_a_tile_is_dragged_onto_the_place_of_another(desk, qtbot):
    page = page_of(desk)
    page.on_edit()
    tiles = page._editing.board.tiles
    first, second = tiles[0], tiles[1]
    cover, target = page._canvas.cover(second.id), page._canvas.cover(first.id)
    here = QPoint(20, 40)
    there = cover.mapFromGlobal(target.mapToGlobal(here))
    qtbot.mousePress(cover, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(cover, there)
    qtbot.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=there)
    assert page._editing.board.tile(second.id).placement.column == first.placement.column
    assert page._editing.board.tile(second.id).placement.row == 0


def test_in_a_narrow_window_a_tile_is_dragged_and_its_height_pulled(desk, qtbot):
    page = page_of(desk)
    desk.window.resize(1024, 700)
    page.on_edit()
    desk.window.grab()
    first, *_, last = (tile for tile in page._editing.board.tiles if tile.kind == "card")
    cover, target = page._canvas.cover(last.id), page._canvas.cover(first.id)
    here = QPoint(20, 40)
    there = cover.mapFromGlobal(target.mapToGlobal(here))
    qtbot.mousePress(cover, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(cover, there)
    qtbot.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=there)
    assert page._editing.board.tiles[0].id == last.id
    chart = next(tile for tile in page._editing.board.tiles if tile.kind == "chart")
    cover = page._canvas.cover(chart.id)
    corner = cover.rect().bottomRight() - QPoint(4, 4)
    qtbot.mousePress(cover, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(cover, corner + QPoint(-200, page._canvas.row_height))
    qtbot.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=corner + QPoint(-200, page._canvas.row_height))
    at = page._editing.board.tile(chart.id).placement
    assert (at.width, at.height) == (chart.placement.width, chart.placement.height + 1)
    page.on_edit()
    desk.window.resize(1440, 900)


def test_another_board_is_shown_from_its_beginning(desk):
    page = page_of(desk)
    desk.window.resize(1440, 500)
    desk.window.grab()
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value()
    page.on_board("marketing")
    assert bar.value() == 0
    desk.window.resize(1440, 900)


def test_words_are_written_on_a_board(desk, qtbot):
    page = page_of(desk)
    page.on_edit()
    qtbot.mouseClick(page._panel._text, Qt.MouseButton.LeftButton)
    tile = next(tile for tile in page._editing.board.tiles if tile.kind == "text")
    qtbot.keyClick(page._canvas.cover(tile.id), Qt.Key.Key_Return)
    popover = next(p for p in desk.window.findChildren(TextPopover) if p.isVisible())
    popover._text.setPlainText("Prices rose in May.")
    qtbot.keyClick(popover._text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    text = next(widget for widget in page._tiles.widgets.values() if isinstance(widget, TextTile))
    assert text._text.text() == "Prices rose in May."


def test_boards_are_made_renamed_duplicated_and_removed(desk, qtbot):
    page = page_of(desk)
    page.on_board("!new")
    made = page.board_id
    assert page.title == "New board"
    page.on_board("!rename")
    popover = next(p for p in desk.window.findChildren(TextPopover) if p.isVisible())
    popover._heading.setText("Monday")
    qtbot.keyClick(popover._heading, Qt.Key.Key_Return)
    assert page.title == "Monday"
    page.on_board("!duplicate")
    assert page.title == "Monday, copy"
    page.on_board("!remove")
    assert list(boards(desk)) == [made]


def test_a_changed_ready_board_goes_back(desk):
    page = page_of(desk)
    tiles = page._editing.board.tiles
    page._editing.on_removed(tiles[0].id)
    assert len(page._editing.board.tiles) == len(tiles) - 1
    page.on_board("!reset")
    assert page._editing.board.tiles == tiles


def test_chart_of_a_tile_is_drawn_otherwise(desk):
    page = page_of(desk)
    tile = next(tile for tile in page._editing.board.tiles if tile.chart is not None and tile.chart.kind == "bar")
    page._editing._edit(type(tile)(tile.id, tile.kind, chart=type(tile.chart)("line", tile.chart.metrics)))
    assert page._tiles.charts[tile.id].figure.kind == "line"


def test_a_table_by_segment_has_a_total_that_is_no_sum(desk):
    page = page_of(desk)
    page.open_with("success")
    table = next(w for t, w in page._tiles.widgets.items() if t.startswith("table"))
    heads = [column.title for column in table.table.table.columns]
    view = table.table.table
    churn = heads.index("Customer churn")
    # November: 47 at its start, one of them leaves: 2.1%, not the sum of Team's and Business's
    assert view.total[churn].text == "2.1%"
    assert {row[0].text for row in view.rows} == {"Team", "Business"}


def test_narrow_window_keeps_cards_three_a_row(desk):
    page = page_of(desk)
    desk.window.resize(1024, 700)
    desk.window.grab()
    tops = [card.y() for card in page.cards[:4]]
    assert tops[0] == tops[2] < tops[3]
    desk.window.resize(1440, 900)
    assert all(isinstance(card, KpiCard) for card in page.cards)


def test_tiles_split_by_a_column_that_the_data_lack_say_so_instead_of_waiting(desk, qtbot):
    spec = ChartSpec("bar", ("mrr",), by="nowhere")
    tiles = tuple(
        Tile(kind, kind, chart=spec, placement=Placement(6 * i, 0, 6, 4)) for i, kind in enumerate((CHART, TABLE))
    )
    document, page = desk.services.session.document, page_of(desk)
    desk.services.session.replace(replace(document, dashboards={"overview": Dashboard("overview", "Mine", tiles)}))
    page.open_with("overview")
    chart, table = (page._tiles.widgets[kind] for kind in (CHART, TABLE))
    qtbot.waitUntil(lambda: chart.figure is not None and chart.figure.empty is not None)
    for said in (chart.figure.empty, table.figure.subtitle):
        assert str(said) == "No column called nowhere can split the data."


def test_a_tile_from_elsewhere_joins_the_board_of_now(desk, qapp):
    """What was undone while another page is shown does not come back with it."""
    page = page_of(desk)
    page.open_with("+card-arr")
    qapp.processEvents()
    assert boards(desk)["overview"].tile("card-arr") is not None
    desk.window.show_page("movements")
    desk.registry.run("edit.undo")
    assert boards(desk) == {}
    desk.window.show_page("dashboard", "+study-bridge")
    qapp.processEvents()
    assert boards(desk)["overview"].tile("card-arr") is None
    assert boards(desk)["overview"].tile("study-bridge") is not None


def test_escape_gives_a_drag_up(desk, qtbot):
    page = page_of(desk)
    page.on_edit()
    first, second = page._editing.board.tiles[:2]
    cover, place = page._canvas.cover(second.id), page._tiles.widgets[second.id].geometry()
    there = cover.mapFromGlobal(page._canvas.cover(first.id).mapToGlobal(QPoint(20, 40)))
    qtbot.mousePress(cover, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    qtbot.mouseMove(cover, there)
    assert page._tiles.widgets[second.id].geometry() != place
    qtbot.keyClick(cover, Qt.Key.Key_Escape)
    assert page._tiles.widgets[second.id].geometry() == place
    qtbot.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=there)
    assert boards(desk) == {}


def test_a_tile_at_the_edge_does_not_grow_over_its_neighbour(desk, qtbot):
    page = page_of(desk)
    page.on_edit()
    tile = next(t for t in page._editing.board.tiles if t.placement.column + t.placement.width == COLUMNS)
    assert tile.placement.column > 0
    qtbot.keyClick(page._canvas.cover(tile.id), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page._editing.board.tile(tile.id).placement == tile.placement
    assert boards(desk) == {}


def test_another_workspace_begins_with_its_own_board(desk):
    page = page_of(desk)
    page.open_with("marketing")
    own = Dashboard(DashboardId("own"), "Own", page._editing.board.tiles)
    document = desk.services.session.document
    desk.services.session.replace(replace(document, name="Another", dashboards={own.id: own}))
    assert page.board_id == "own"
