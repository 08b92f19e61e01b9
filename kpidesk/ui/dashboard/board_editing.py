"""What a user does to a board: every change is a command, so that each can be undone."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.spec import Annotation, ChartSpec
from kpidesk.core.findings import Level
from kpidesk.core.ids import DashboardId, MetricName, TileId, new_id
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.session.commands.dashboards import AddTile, EditTile, MoveTile, RemoveDashboard, RemoveTile, SetDashboard
from kpidesk.session.commands.view import Annotate
from kpidesk.session.services import Services
from kpidesk.ui.dashboard.board_choice import DUPLICATE, NEW, REMOVE, RENAME
from kpidesk.ui.dashboard.text_popover import TextPopover
from kpidesk.ui.window.page import Page
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import (
    CARD,
    CHART,
    STUDY,
    TEXT,
    Dashboard,
    Placement,
    Tile,
    card_tile,
    free_place,
    line_tile,
)

_KINDS = {
    "line": Message(QT_TRANSLATE_NOOP("boards", "As a line")),
    "bar": Message(QT_TRANSLATE_NOOP("boards", "As bars")),
    "stacked_bar": Message(QT_TRANSLATE_NOOP("boards", "As stacked bars")),
    "heatmap": Message(QT_TRANSLATE_NOOP("boards", "As a heat map")),
}
_SPLIT_KINDS = ("stacked_bar", "heatmap")
_COMPARED = {
    "": Message(QT_TRANSLATE_NOOP("boards", "Without a comparison")),
    "previous": Message(QT_TRANSLATE_NOOP("boards", "Beside the period before")),
    "year_ago": Message(QT_TRANSLATE_NOOP("boards", "Beside a year ago")),
}
_SPANS = {
    0: Message(QT_TRANSLATE_NOOP("boards", "All periods")),
    12: Message(QT_TRANSLATE_NOOP("boards", "The last 12 periods")),
    24: Message(QT_TRANSLATE_NOOP("boards", "The last 24 periods")),
}
_FIT = Message(QT_TRANSLATE_NOOP("boards", "Axis from the lowest value"))
_ZERO = Message(QT_TRANSLATE_NOOP("boards", "Axis from zero"))
_WRITE = Message(QT_TRANSLATE_NOOP("boards", "Write"))
_REMOVE = Message(QT_TRANSLATE_NOOP("boards", "Take off the board"))


class BoardEditing(QObject):
    """Works on ``board``, which the page shows; ``board_chosen(id)``: another is to be shown.

    ``fresh`` is a tile that was just added, to be brought into sight.
    """

    board_chosen = Signal(str)

    def __init__(self, services: Services, parent: Page) -> None:
        super().__init__(parent)
        self._services, self._page = services, parent
        self.board: Dashboard | None = None
        self._wanted = ""
        self.fresh: TileId | None = None

    @property
    def metrics(self) -> tuple[MetricName, ...]:
        """The KPIs of the board; none before it is there."""
        return () if self.board is None else self.board.metrics

    def on_added(self, tile: Tile) -> None:
        """A KPI of the panel, or a text."""
        board = self.board
        if board is None:
            return
        if board.tile(tile.id) is not None:
            there = Message(QT_TRANSLATE_NOOP("boards", "It stands on this board already."))
            self._services.notices.tell(Level.NOTE, there, key="board.there")
            return
        size = (tile.placement.width, tile.placement.height) if tile.kind == STUDY else None
        placed = replace(tile, placement=free_place(board.tiles, tile.kind, size))
        self.fresh = tile.id
        self._services.session.execute(AddTile(board.id, placed, board))

    def add_named(self, name: str) -> None:
        """The card or chart of a KPI, or a study, by the id of its tile; waits for the board till that of now is there.

        What a page that was left last showed may be undone since.
        """
        if self.board is None or self._page.is_stale:
            self._wanted = name
            return
        kind, _, id_ = name.partition("-")
        if kind == STUDY and id_ in STUDIES:
            self.on_added(STUDIES[id_].tile())
        elif kind == CARD:
            self.on_added(card_tile(MetricName(id_)))
        elif kind == CHART:
            self.on_added(line_tile(MetricName(id_)))

    def on_noted(self, period: Period, text: str) -> None:
        """A note was written at a period, or taken away."""
        self._services.session.execute(Annotate(Annotation(period, text)))

    def show_board(self, board: Dashboard) -> None:
        """Work on this board from now on."""
        self.board = board
        wanted, self._wanted = self._wanted, ""
        if wanted:  # not while the board is being drawn
            QTimer.singleShot(0, self, partial(self.add_named, wanted))

    def on_moved(self, id_: str, at: Placement) -> None:
        """A tile was dragged, resized or stepped."""
        if self.board is not None:
            self._services.session.execute(MoveTile(self.board.id, TileId(id_), at, self.board))

    def on_removed(self, id_: str) -> None:
        """A tile was taken off."""
        if self.board is not None:
            self._services.session.execute(RemoveTile(self.board.id, TileId(id_), self.board))

    def ask(self, anchor: QWidget, id_: str) -> None:
        """What can be done with one tile, at a corner of it."""
        tile = None if self.board is None else self.board.tile(TileId(id_))
        if tile is None:
            return
        if tile.kind == TEXT:
            popover = TextPopover(anchor, tile.title, tile.text)
            popover.written.connect(lambda title, text: self._edit(replace(tile, title=title, text=text)))
            popover.ask_below(anchor)
            return
        choices = _chart_choices(tile.chart) if tile.kind == CHART and tile.chart is not None else []
        choices.append(Choice(None, render(_REMOVE), "Del", "trash-2"))

        def chosen(spec: object) -> None:
            if isinstance(spec, ChartSpec):
                self._edit(replace(tile, chart=spec))
            else:
                self.on_removed(id_)

        choose(anchor, choices, chosen, current=tile.chart, has_search=False, align_right=True)

    def _edit(self, tile: Tile) -> None:
        if self.board is not None:
            self._services.session.execute(EditTile(self.board.id, tile, self.board))

    def carry_out(self, what: str, anchor: QWidget) -> None:
        """What was chosen below the list of boards."""
        board = self.board
        if board is None:
            return
        execute = self._services.session.execute
        if what == NEW:
            made = Dashboard(DashboardId(new_id()), self.tr("New board"))
            execute(SetDashboard(made))
            self.board_chosen.emit(made.id)
        elif what == DUPLICATE:
            made = replace(board, id=DashboardId(new_id()), name=say(self.tr("{name}, copy"), name=board.name))
            execute(SetDashboard(made))
            self.board_chosen.emit(made.id)
        elif what == RENAME:
            popover = TextPopover(anchor, board.name, None)
            popover.written.connect(lambda name, _: execute(SetDashboard(replace(board, name=name or board.name))))
            popover.ask_below(anchor)
        else:
            execute(RemoveDashboard(board.id, board.name))
            if what == REMOVE:
                self.board_chosen.emit("")


def _chart_choices(spec: ChartSpec) -> list[Choice]:
    """The ways to draw it; each stands for the whole spec."""
    choices = [
        Choice(replace(spec, kind=kind), render(text))
        for kind, text in _KINDS.items()
        if spec.kind in _KINDS and (kind not in _SPLIT_KINDS or spec.by is not None)
    ]
    if spec.kind == "line" and spec.by is None:
        choices += [Choice(replace(spec, comparison=which), render(text)) for which, text in _COMPARED.items()]
        choices.append(
            Choice(
                replace(spec, starts_at_zero=not spec.starts_at_zero), render(_FIT if spec.starts_at_zero else _ZERO)
            )
        )
    if spec.kind != "waterfall":
        choices += [Choice(replace(spec, periods=n), render(text)) for n, text in _SPANS.items()]
    return choices
