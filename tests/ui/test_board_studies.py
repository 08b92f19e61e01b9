"""Drawings of the pages on a board: every one is drawn or says why not, is found by name, and leaves with the board."""

from pathlib import Path

import pytest
from kpidesk.charts.figure import Point
from kpidesk.core.progress import Progress
from kpidesk.core.resources import resource
from kpidesk.ui.charts.chart_tile import BOARD, ChartTile
from kpidesk.ui.charts.deck_file import deck_job
from kpidesk.ui.dashboard.board_choice import NEW
from kpidesk.ui.dashboard.board_export import board_deck, sections_of
from kpidesk.ui.dashboard.study_figures import _DRAWERS
from kpidesk.ui.dashboard.study_questions import QUESTIONS
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.palette_entries import palette_entries
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import STUDY
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.desk import a_window, close, take_in

WHOLE = ("customers", "subscriptions", "spend", "monthly_metrics", "invoices", "orders")
"""A channel is worth something only where its customers are seen to stay, and what they cost is known."""
SHEETS = (*WHOLE, "leads", "surveys", "web_traffic", "tickets", "events")
ROWS = 400


def a_small_sample(folder: Path) -> tuple[Path, ...]:
    """The sample company has something of everything; of most sheets the first rows will do."""
    for sheet in SHEETS:
        lines = resource("samples", "tideline", f"{sheet}.csv").read_text(encoding="utf-8").splitlines()
        (folder / f"{sheet}.csv").write_text(
            "\n".join(lines if sheet in WHOLE else lines[: ROWS + 1]) + "\n", encoding="utf-8"
        )
    return tuple(folder / f"{sheet}.csv" for sheet in SHEETS)


@pytest.fixture(scope="module")
def sample(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> WindowBinding:
    folder = tmp_path_factory.mktemp("desk")
    binding = a_window(qapp, folder)
    binding.files.take(a_small_sample(folder))
    binding.window.stack.page._review.on_accept()
    yield binding
    close(binding)


@pytest.fixture
def board(sample: WindowBinding):
    """An empty board of one's own."""
    document = sample.services.session.document
    sample.window.show_page("dashboard", "overview")
    page = sample.window.stack.get("dashboard")
    page._editing.carry_out(NEW, page.buttons.boards)
    yield page
    if page.is_edited:
        page.on_edit()
    sample.services.session.replace(document)


def drawn(page, study: str):
    """The figure of a study that was put on the board."""
    page.open_with(f"+{STUDY}-{study}")
    return page._tiles.widgets[f"{STUDY}-{study}"].figure


def test_the_table_of_channels_has_what_they_pay_back_in_any_window_and_more_where_there_is_room(board, sample) -> None:
    drawn(board, "channels")
    tile = board._tiles.widgets[f"{STUDY}-channels"]
    heads = {}
    for width in (1440, 1024):
        sample.window.resize(width, 900)
        sample.window.grab()
        QApplication.processEvents()
        heads[width] = [column.title for column in tile.table.table.columns]
        assert "CAC payback" in heads[width]
        assert tile.table.horizontalScrollBar().maximum() == 0
    assert len(heads[1024]) > len(heads[1440])
    order = ["Cost", "New customers", "CAC", "LTV/CAC", "CAC payback"]
    assert [head for head in heads[1024] if head in order] == order


def test_what_is_offered_can_be_asked_and_drawn() -> None:
    assert set(_DRAWERS) == set(STUDIES)
    assert {study.question for study in STUDIES.values()} == set(QUESTIONS)


@pytest.mark.parametrize("study", STUDIES)
def test_every_study_of_the_sample_is_drawn_on_a_board(board, study: str) -> None:
    figure = drawn(board, study)
    assert figure.empty is None
    assert figure.marks or figure.table.rows


def test_a_cohort_map_on_a_board_has_the_numbers_of_its_page(sample: WindowBinding, board) -> None:
    figure = drawn(board, "kept_customers")
    sample.window.show_page("cohorts")
    page = sample.window.stack.page
    whole = {row[0]: row[1:] for row in page.map.figure.table.rows}
    for row in figure.table.rows:
        assert row[1:] == pytest.approx(whole[row[0]][: len(row) - 1], nan_ok=True)


def test_the_definition_of_a_study_is_its_page(sample: WindowBinding, board) -> None:
    drawn(board, "funnel")
    board._tiles.widgets[f"{STUDY}-funnel"].asked.emit("definition")
    assert sample.window.stack.current_id == "funnel"


def test_a_study_is_added_from_the_panel_and_undone(sample: WindowBinding, board, qtbot) -> None:
    board.on_edit()
    kinds = board._panel._kind
    kinds.set_current(STUDY)
    board._panel.on_kind(STUDY)
    assert board._panel._search.placeholderText() == "Search studies" == board._panel._search.accessibleName()
    qtbot.keyClicks(board._panel._search, "survival")
    qtbot.keyClick(board._panel._search, Qt.Key.Key_Return)
    assert [tile.study for tile in board._editing.board.tiles] == ["survival"]
    sample.registry.run("edit.undo")
    assert board._editing.board.tiles == ()


def test_boards_and_tiles_are_in_the_palette(sample: WindowBinding, board) -> None:
    entries = {(e.kind, e.key): e for e in palette_entries(sample.services, sample.registry)}
    assert entries["board", "retention"].name == "Open board: Retention"
    assert entries["tile", "study-bridge"].name == "Add tile: MRR bridge, 12 periods"
    sample.on_found("tile", "card-mrr")
    assert [tile.metric for tile in board._editing.board.tiles] == ["mrr"]
    sample.on_found("board", "retention")
    assert board.board_id == "retention"


@pytest.mark.parametrize("page", sorted({study.page for study in STUDIES.values()}))
def test_the_charts_of_a_page_are_put_on_the_board_from_their_menus(sample: WindowBinding, board, page: str) -> None:
    sample.window.show_page(page)
    offered = [tile for tile in sample.window.stack.page.findChildren(ChartTile) if tile.study and tile.isVisible()]
    assert offered
    for tile in offered:
        sample.window.show_page(page)
        tile.on_chosen(BOARD)
        assert sample.window.stack.current_id == "dashboard"
        assert tile.study in [each.study for each in board._editing.board.tiles]


def test_a_tile_waits_for_a_board_that_is_not_there_yet(qapp: QApplication, tmp_path: Path, qtbot) -> None:
    binding = a_window(qapp, tmp_path)
    try:
        take_in(binding, tmp_path)
        binding.on_found("tile", "card-arr")
        page = binding.window.stack.get("dashboard")
        qtbot.waitUntil(lambda: page._editing.board is not None and page._editing.board.tile("card-arr") is not None)
    finally:
        close(binding)


@pytest.mark.parametrize("suffix", ["pptx", "pdf", "xlsx"])
def test_a_board_leaves_with_its_studies(board, tmp_path: Path, suffix: str) -> None:
    for study in ("kept_customers", "channels", "spread_nps", "funnel", "channel_bubbles", "bridge"):
        drawn(board, study)
    answer, style = board._answer, board.style_of_numbers
    shown = board._editing.board
    sources = board._tiles.sources(board._answers.frames(shown, answer), answer, style)
    assert [section.kind for section in sections_of(shown)] == ["figure"] * 6 + ["table"]
    target = tmp_path / f"board.{suffix}"
    deck_job(board_deck("Board", shown, sources))(target).run(Progress())
    assert target.stat().st_size > 10_000
    if suffix == "pptx":
        slides = Presentation(str(target)).slides
        charts = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
        tables = [shape for slide in slides for shape in slide.shapes if shape.has_table]
        assert len(charts) >= 3
        assert len(tables) >= 2


def test_a_channel_has_one_colour_in_all_charts_of_a_board(board, sample):
    """Bubbles leave out channels without customers, and so would hand out the colours otherwise."""
    bubbles = {mark.label: mark.ink for mark in drawn(board, "channel_bubbles").marks if isinstance(mark, Point)}
    board.open_with("marketing")
    spent = next(t.figure for t in board._tiles.charts.values() if t.figure and t.figure.kind == "stacked_bar")
    inks = {str(column.header): column.ink for column in spent.table.columns if column.ink}
    both = [name for name in inks if name in bubbles]
    assert len(both) >= 3
    assert [bubbles[name] for name in both] == [inks[name] for name in both]
