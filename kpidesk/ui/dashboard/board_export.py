"""The board as a file: slides with native charts, paper, a workbook with formulas, or the plain numbers."""

from collections.abc import Callable
from datetime import datetime

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.deck import Deck
from kpidesk.qt.translation import render
from kpidesk.session.report_deck import Sources, build_deck
from kpidesk.ui.charts.deck_file import DOCUMENTS
from kpidesk.workspace.dashboard import CARD, CHART, STUDY, TABLE, TEXT, Dashboard, Tile
from kpidesk.workspace.sections import Section

_KINDS = (
    Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)")),
    DOCUMENTS,
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    Message(QT_TRANSLATE_NOOP("export", "Tables (*.csv)")),
    Message(QT_TRANSLATE_NOOP("export", "Typed tables (*.parquet)")),
)
_SECTIONS = {CHART: "chart", TABLE: "table", TEXT: "text", STUDY: "figure"}
"""What a tile is called in a report."""


def kinds_of_board() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def sections_of(board: Dashboard) -> tuple[Section, ...]:
    """A page for each tile in the order of the board, all cards on one of them; the whole table at the end."""
    cards = tuple(tile.metric for tile in board.tiles if tile.kind == CARD and tile.metric is not None)
    sections = [_section(tile) for tile in board.tiles if tile.kind in _SECTIONS]
    if cards:
        sections.insert(0, Section("overview", "cards", metrics=cards))
    return (*sections, Section("table", "table", metrics=board.metrics))


def _section(tile: Tile) -> Section:
    return Section(tile.id, _SECTIONS[tile.kind], tile.title, tile.text, tile.metrics, tile.chart)


def board_deck(title: str, board: Dashboard, sources: Sources) -> Callable[[], Deck]:
    """The board as pages, made when somebody writes or prints them."""
    made = datetime.now().astimezone()
    return lambda: build_deck(title, sections_of(board), sources, made=made)
