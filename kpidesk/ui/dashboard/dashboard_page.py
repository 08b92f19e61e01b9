"""The dashboard: cards first, then charts, bound to live results of the context bar's question."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kpidesk.charts.builder import build_figure
from kpidesk.charts.card import build_card, failed_card, loading_card
from kpidesk.charts.spec import Annotation, FigureOptions
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import COLUMNS, GAP, PageScroll
from kpidesk.session.change import Change
from kpidesk.session.commands.view import Annotate
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.dashboard.board_export import board_job, kinds_of_board
from kpidesk.ui.window.page import CONTEXT_ALL, SCENARIO, Page
from kpidesk.ui.window.waiting_view import WaitingView
from kpidesk.workspace.dashboard import Dashboard
from kpidesk.workspace.dashboard import Tile as TileSpec
from kpidesk.workspace.starter import starter_board, starter_metrics

_KEY = "dashboard"
_FIRST = "dashboard:first"
"""What the starter board shows is asked for before all other KPIs, which exports need."""

CARD_COLUMNS, CARD_COLUMNS_NARROW = 6, 3
CHART_HEIGHT = 296


class DashboardPage(Page):
    """The first board of the workspace, or the starter board where the user has made none."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SCENARIO})
        self._services = services
        self._answer: ResultFrame | None = None
        self._board: Dashboard | None = None
        self._cards: dict[str, KpiCard] = {}
        self._charts: dict[str, ChartTile] = {}
        self._narrow = False
        self._scroll = PageScroll(self)
        self._card_grid = QGridLayout()
        self._card_grid.setSpacing(GAP)
        self._chart_grid = QGridLayout()
        self._chart_grid.setSpacing(GAP)
        for column in range(COLUMNS):
            self._chart_grid.setColumnStretch(column, 1)
        self._scroll.body.addLayout(self._card_grid)
        self._scroll.body.addLayout(self._chart_grid)
        self._scroll.body.addStretch(1)
        self._empty = EmptyState(self)
        both = QWidget(self)
        layers = QVBoxLayout(both)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self._scroll)
        self._waiting = WaitingView(services.results, self)
        for other in (self._empty, self._waiting):
            layers.addWidget(other)
            other.hide()
        self.set_content(both)
        self._export = Button("", "primary", "share")
        self._export.clicked.connect(self.on_export)
        self.add_header_button(self._export)
        self._empty.action_clicked.connect(self.on_import)
        self._empty.link_clicked.connect(self.on_sample)
        connect(services.results.updated, self.on_answered)
        connect(services.results.rebuilt, self.mark_stale)
        self.retranslate()

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.dashboards) or bool(change.settings & {"targets", "annotations"})

    def refresh(self) -> None:
        results, document = self._services.results, self._services.session.document
        has_data = results.state is not ResultsState.EMPTY
        self._show_part(has_data=has_data)
        self.show_header_button(self._export, has_data)
        if has_data:
            for card in self._cards.values():
                card.set_loading()
            question = document.query.query(document.rules)
            if not document.dashboards and results.frame(question) is None:
                results.request(_FIRST, document.query.query(document.rules, starter_metrics()))
            results.request(_KEY, question)

    def _show_part(self, *, has_data: bool) -> None:
        """What the page shows: its empty state, that it waits for a first answer (or why in vain), or the board."""
        waits = has_data and self._board is None
        if waits:
            self._waiting.show_state(_KEY)
        self._waiting.setVisible(waits)
        self._scroll.setVisible(has_data and not waits)
        self._empty.setVisible(not has_data)

    def on_answered(self, keys: frozenset[str]) -> None:
        """Numbers, or the trouble with them, are there."""
        results = self._services.results
        if keys.isdisjoint((_FIRST, _KEY)):
            return
        frame = results.answer(_KEY) or results.answer(_FIRST)
        if _KEY in keys:
            results.release(_FIRST)
        if frame is None:
            self._show_part(has_data=True)
            for widget in self._cards.values():
                if widget.card is not None:
                    widget.set_card(failed_card(widget.card))
            return
        self._answer = frame
        self._lay_out(frame)
        self._show_part(has_data=True)
        self._show(frame)

    def _lay_out(self, frame: ResultFrame) -> None:
        document = self._services.session.document
        board = next(iter(document.dashboards.values()), None) or starter_board(frame)
        if self._board is not None and board.tiles == self._board.tiles:
            return
        self._board = board
        for widget in (*self._cards.values(), *self._charts.values()):
            widget.hide()
            widget.deleteLater()
        self._cards = {tile.id: self._new_card(tile) for tile in board.tiles if tile.kind == "card"}
        self._charts = {tile.id: self._new_chart() for tile in board.tiles if tile.kind == "chart"}
        self._place()

    def _new_card(self, tile: TileSpec) -> KpiCard:
        card = KpiCard(self)
        card.setProperty("metric", tile.metric)
        card.clicked.connect(self.on_card)
        card.link_clicked.connect(self.on_link)
        if tile.metric is not None:
            card.set_card(loading_card(tile.metric, self._services.catalogue, self.style_of_numbers))
        return card

    def _new_chart(self) -> ChartTile:
        tile = ChartTile(self, has_definition=True, can_note=True)
        tile.setFixedHeight(CHART_HEIGHT)
        tile.asked.connect(self.on_asked)
        tile.noted.connect(self.on_noted)
        return tile

    def _place(self) -> None:
        board = self._board
        if board is None:
            return
        across = CARD_COLUMNS_NARROW if self._narrow else CARD_COLUMNS
        for column in range(CARD_COLUMNS):
            self._card_grid.setColumnStretch(column, 1 if column < across else 0)
        for place, card in enumerate(self._cards.values()):
            self._card_grid.addWidget(card, place // across, place % across)
        for place, tile in enumerate(tile for tile in board.tiles if tile.kind == "chart"):
            at = tile.placement
            row, column, width = (place, 0, COLUMNS) if self._narrow else (at.row, at.column, at.width)
            self._chart_grid.addWidget(self._charts[tile.id], row, column, 1, width)

    def _show(self, frame: ResultFrame) -> None:
        services, board = self._services, self._board
        document, catalogue, style = services.session.document, services.catalogue, self.style_of_numbers
        if board is None:
            return
        options = FigureOptions(tuple(document.targets.values()), document.annotations)
        for tile in board.tiles:
            if tile.kind == "card" and tile.metric is not None:
                target = document.targets.get(tile.metric)
                comparison = document.query.comparison
                value = None if target is None else target.value
                card = build_card(tile.metric, frame, catalogue, style, comparison, target=value)
                self._cards[tile.id].set_card(card)
            elif tile.kind == "chart" and tile.chart is not None:
                self._charts[tile.id].set_figure(build_figure(tile.chart, frame, catalogue, style, options))
        text = self.tr("{cards} {cards|card|cards}, {charts} {charts|chart|charts}")
        name = board.name or self.tr("Dashboard")
        self.set_title(name, say(text, cards=len(self._cards), charts=len(self._charts)))

    def on_card(self) -> None:
        """A card opens its KPI."""
        self.go.emit("kpis", str(self.sender().property("metric")))

    def on_link(self) -> None:
        """A card that needs data leads to where data come in."""
        self.go.emit("data", "")

    def on_asked(self, what: str) -> None:
        """A chart's menu: the definition is a page, the rest are actions of the window."""
        tile = self.sender()
        found = next((t for t in self._board.tiles if self._charts.get(t.id) is tile), None) if self._board else None
        if what == "definition" and found is not None and found.chart is not None:
            self.go.emit("kpis", str(found.chart.metrics[0]))
        else:
            self.act.emit("chart." + what, (tile.figure,))

    def on_noted(self, period: Period, text: str) -> None:
        """A note was written at a period, or taken away."""
        self._services.session.execute(Annotate(Annotation(period, text)))

    def on_export(self) -> None:
        """The board as a deck, a workbook or a table."""
        self.export()

    def can_export(self) -> bool:
        return self._answer is not None and bool(self.metrics())

    def export(self) -> None:
        if self._answer is not None:
            name = self.title or self.tr("Dashboard")
            catalogue, style = self._services.catalogue, self.style_of_numbers
            job = board_job(name, self._answer, catalogue, self.metrics(), style)
            self.act.emit("export.file", (f"{name}.pptx", kinds_of_board(), job))

    def on_import(self) -> None:
        """The empty board's way out."""
        self.act.emit("import.files", ())

    def on_sample(self) -> None:
        """Or the sample company."""
        self.act.emit("import.sample", ())

    def metrics(self) -> tuple[MetricName, ...]:
        """The KPIs on the board, cards first."""
        tiles = self._board.tiles if self._board is not None else ()
        return tuple(tile.metric for tile in tiles if tile.metric is not None)

    def set_style(self, style_of_numbers: object) -> None:
        changed = style_of_numbers != self.style_of_numbers
        super().set_style(style_of_numbers)
        if changed and self._answer is not None and self._board is not None:
            self._show(self._answer)

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._scroll.set_narrow(narrow)
            self._place()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_title(self.tr("Dashboard"), self.subtitle)
        self._export.setText(self.tr("Export"))
        sentence = self.tr("Your key figures will stand here.")
        need = self.tr(
            "Import spreadsheets of customers, subscriptions, orders or spend, or look at the sample company."
        )
        self._empty.set_texts("layout-dashboard", sentence, need)
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), icon="upload")
        if self._answer is not None:
            self._show(self._answer)
