"""The dashboard: what changed, then the tiles of a board, bound to live results of the context bar's question."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.ids import DashboardId
from kpidesk.export.deck import Deck
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.signals import connect
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.popover import choose
from kpidesk.qt.widgets.scroll import PageScroll, PanelRoom
from kpidesk.session.change import Change
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.deck_file import deck_job
from kpidesk.ui.dashboard.add_panel import AddPanel
from kpidesk.ui.dashboard.board_answers import KEY, BoardAnswers
from kpidesk.ui.dashboard.board_buttons import BoardButtons
from kpidesk.ui.dashboard.board_canvas import BoardCanvas
from kpidesk.ui.dashboard.board_choice import board_choices, board_now, board_summary, shown_id
from kpidesk.ui.dashboard.board_editing import BoardEditing
from kpidesk.ui.dashboard.board_export import board_deck, kinds_of_board
from kpidesk.ui.dashboard.board_filling import filling, spec_of
from kpidesk.ui.dashboard.board_tiles import BoardTiles
from kpidesk.ui.dashboard.last_seen import LastSeen, since_of
from kpidesk.ui.dashboard.news_strip import NewsStrip
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.window.page import CONTEXT_ALL, SCENARIO, Page
from kpidesk.ui.window.waiting_view import WaitingView
from kpidesk.workspace.ready_boards import OVERVIEW, ready_boards


class DashboardPage(Page):
    """The board that was chosen, else the first of the user's own, else the overview. ``filled()`` when it stands."""

    filled = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SCENARIO})
        self._services = services
        self._answer: ResultFrame | None = None
        self._chosen: DashboardId | None = None
        self._answers = BoardAnswers(services)
        self._editing = BoardEditing(services, self)
        self._editing.board_chosen.connect(self.on_board)
        self._seen = LastSeen(services)
        self._build_content()
        self._build_head()
        self._empty.action_clicked.connect(partial(self.act.emit, "import.files", ()))
        self._empty.link_clicked.connect(partial(self.act.emit, "import.sample", ()))
        connect(services.results.updated, self.on_answered)
        connect(services.results.rebuilt, self.mark_stale)
        connect(services.results.attributed, self.mark_stale)
        self.retranslate()

    def _build_content(self) -> None:
        self._scroll = PageScroll(self)
        self._news = NewsStrip(self)
        self._news.setObjectName("tour.news")
        self._news.asked.connect(partial(self.go.emit, "why"))
        self._tiles = BoardTiles(self._services, self)
        self._canvas = BoardCanvas(self)
        self._canvas.setObjectName("tour.board")
        for widget in (self._news, self._canvas):
            self._scroll.body.addWidget(widget)
        self._scroll.body.addStretch(1)
        self._panel = AddPanel(self)
        self._panel.hide()
        self._board_room = QWidget(self)
        row = QHBoxLayout(self._board_room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        self._panel_room = PanelRoom(self._scroll, self._panel, self._board_room)
        row.addWidget(self._panel_room)
        self._empty, self._waiting = EmptyState(self), WaitingView(self._services.results, self)
        both = QWidget(self)
        layers = QVBoxLayout(both)
        layers.setContentsMargins(0, 0, 0, 0)
        for other in (self._board_room, self._empty, self._waiting):
            layers.addWidget(other)
            other.hide()
        self.set_content(both)
        self._panel.chosen.connect(self._editing.on_added)
        self._panel.closed.connect(self.on_edit)
        self._canvas.moved.connect(self._editing.on_moved)
        self._canvas.removed.connect(self._editing.on_removed)
        self._canvas.menu_asked.connect(self.on_tile_menu)
        self._tiles.opened.connect(self.go)
        self._tiles.asked.connect(self.on_asked)
        self._tiles.noted.connect(self._editing.on_noted)

    def _build_head(self) -> None:
        self.buttons = BoardButtons(self)
        self.buttons.boards.clicked.connect(self.on_boards)
        self.buttons.edit.clicked.connect(self.on_edit)
        self.buttons.export.clicked.connect(self.export)

    @property
    def cards(self) -> tuple[KpiCard, ...]:
        """The cards of the board that is shown."""
        return tuple(self._tiles.cards.values())

    @property
    def charts(self) -> tuple[ChartTile, ...]:
        """Its charts."""
        return tuple(self._tiles.charts.values())

    @property
    def board_id(self) -> DashboardId:
        """The board that is shown."""
        return shown_id(self._services.session.document, self._chosen)

    @property
    def is_edited(self) -> bool:
        """Whether tiles can be moved, added and removed now."""
        return not self._panel.isHidden()

    needs_width = is_edited

    def open_with(self, argument: str) -> None:
        """A board by its id, or ``+`` and the id of a tile to put on the one that is shown."""
        if argument.startswith("+"):
            self._editing.add_named(argument[1:])
        elif argument:
            self.on_board(argument)

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.dashboards) or bool(change.settings & {"targets", "annotations"})

    def refresh(self) -> None:
        results = self._services.results
        has_data = results.state is not ResultsState.EMPTY
        self._show_part(has_data=has_data)
        self.buttons.show(has_data)
        if not has_data:
            self._seen.forget_unsaved()
            self._show_title()
            return
        if results.engine is not None:
            results.ask_attributes()
        self._tiles.set_loading()
        ready = ready_boards().get(self.board_id, ready_boards()[OVERVIEW])
        self._answers.ask(self._editing.metrics or ready.metrics)

    def _show_part(self, *, has_data: bool) -> None:
        """What the page shows: its empty state, that it waits for a first answer (or why in vain), or the board."""
        waits = has_data and self._answer is None
        if waits:
            self._waiting.show_state(KEY)
        self._waiting.setVisible(waits)
        self._board_room.setVisible(has_data and not waits)
        self._empty.setVisible(not has_data)

    def on_answered(self, keys: frozenset[str]) -> None:
        """Numbers, or the trouble with them, are there."""
        if not self._answers.concerns(keys):
            return
        frame = self._answers.whole(keys, ready_boards().get(self.board_id))
        if frame is None:
            if KEY in keys:
                self._show_part(has_data=True)
                self._tiles.set_failed()
            return
        self._answer = frame
        self._show_part(has_data=True)
        self._show(frame)

    def _show(self, frame: ResultFrame) -> None:
        """Fill the board tile by tile; a page that nobody sees waits until it is opened."""
        if self.isVisible():
            self._services.runner.in_turns("page:dashboard", self._steps(frame))
        else:
            self.is_stale = True

    def _steps(self, frame: ResultFrame) -> Iterator[None]:
        services, style = self._services, self.style_of_numbers
        document, attributes = services.session.document, services.results.attributes
        board = board_now(document, self.board_id, frame, style.language, attributes)
        self._editing.show_board(board)
        self._show_title()
        yield
        seen, then = self._seen.period(frame), frame.until(document.query.at)
        since = since_of(then, document.query.comparison, seen)
        self._news.show_moves(board.metrics, since, then, services.catalogue, style)
        yield
        if self.is_edited:
            labels = tuple((name, attribute_label(services.schema, name, style)) for name in attributes)
            self._panel.show_catalogue(services.catalogue, frame, style, labels)
        yield from filling(self._tiles, self._canvas, board.tiles, self._answers.frames(board, frame), style)
        fresh, self._editing.fresh = self._editing.fresh, None
        if fresh in self._tiles.widgets:
            self._scroll.ensureWidgetVisible(self._tiles.widgets[fresh])
        self.filled.emit()

    def _show_title(self) -> None:
        board = self._editing.board if self._services.results.state is not ResultsState.EMPTY else None
        name, counts = ("", "") if board is None else (board.name, board_summary(board, self._answer))
        self.set_title(name or self.tr("Dashboard"), counts)

    def on_boards(self) -> None:
        """Which board, or what to do with this one."""
        document, language = self._services.session.document, self.style_of_numbers.language
        choices = board_choices(document, self.board_id, language)
        choose(self.buttons.boards, choices, self.on_board, current=self.board_id, placeholder=self.tr("Search boards"))

    def on_board(self, key: object) -> None:
        """Another board, or something to do."""
        if str(key).startswith("!"):
            self._editing.carry_out(str(key)[1:], self.buttons.boards)
            return
        self._chosen = DashboardId(str(key)) if key else None
        self._scroll.verticalScrollBar().setValue(0)
        self.mark_stale()

    def on_edit(self) -> None:
        """Begin to arrange the board, or end it."""
        self._turn_edited(not self.is_edited)
        if self._answer is not None:
            self._show(self._answer)
        if self.is_edited:
            self._panel.focus_search()

    def forget(self) -> None:
        """Another workspace is looked at first."""
        self._services.runner.in_turns("page:dashboard", iter(()))  # what is left of a board that is being drawn
        self._answer = self._editing.board = self._chosen = None
        self._tiles.forget()
        self._news.hide()
        self._show_title()
        if self.is_edited:
            self._turn_edited(False)

    def _turn_edited(self, is_edited: bool) -> None:
        self._panel.setVisible(is_edited)
        self._canvas.set_edited(is_edited)
        self.buttons.set_edited(is_edited)
        self.head_changed.emit()

    def on_tile_menu(self, id_: str) -> None:
        """A tile was pressed while the board is edited."""
        cover = self._canvas.cover(id_)
        if cover is not None:
            self._editing.ask(cover.corner, id_)

    def on_asked(self, what: str, figure: object) -> None:
        """A tile's menu: the definition is a page, the rest are actions."""
        chart = spec_of(figure, self._tiles, self._editing.board)
        if what == "definition" and chart is not None:
            self.go.emit("kpis", str(chart.metrics[0]))
        else:
            self.act.emit("chart." + what, (figure,))

    def can_export(self) -> bool:
        return self._answer is not None and bool(self._editing.board and self._editing.board.tiles)

    def export(self) -> None:
        if (deck := self.paper()) is not None:
            said, act = (f"{self.title}.pptx", kinds_of_board()), self.act.emit
            self._services.discretion.leave(deck, lambda made: act("export.file", (*said, deck_job(lambda: made))))

    def paper(self) -> Callable[[], Deck] | None:
        board, answer = self._editing.board, self._answer
        if answer is None or board is None or not board.tiles:
            return None
        sources = self._tiles.sources(self._answers.frames(board, answer), answer, self.style_of_numbers)
        return board_deck(self.title, board, sources)

    def set_style(self, style_of_numbers: object) -> None:
        changed = style_of_numbers != self.style_of_numbers
        super().set_style(style_of_numbers)
        if changed and self._answer is not None:
            self._show(self._answer)

    def set_narrow(self, narrow: bool) -> None:
        self._scroll.set_narrow(narrow)
        self._canvas.set_narrow(narrow)
        self._news.set_narrow(narrow)
        self._panel.set_narrow(narrow)
        self._panel_room.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._show_title()
        self.buttons.retranslate(self.is_edited)
        need = self.tr(
            "Import spreadsheets of customers, subscriptions, orders or spend, or look at the sample company."
        )
        self._empty.set_texts("layout-dashboard", self.tr("Your key figures will stand here."), need)
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), icon="upload")
        self._panel.retranslate()
        self._news.retranslate()
        if self._answer is not None:
            self._show(self._answer)
