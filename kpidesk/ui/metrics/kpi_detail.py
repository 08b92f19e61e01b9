"""One KPI: head, trend, table by period or segment or rows, and at the right its definition."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.charts.card import build_card, loading_card
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.metrics.explanation import NumberTree
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.table_model import TableView
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.metrics.kpi_head import KpiHead
from kpidesk.ui.metrics.kpi_lacking import NumbersOrLack
from kpidesk.ui.metrics.kpi_side import KpiSide
from kpidesk.ui.metrics.kpi_tables import period_table
from kpidesk.ui.metrics.row_listing import rows_listing
from kpidesk.ui.metrics.row_words import RowWords, attribute_label
from kpidesk.ui.metrics.rows_behind import LOOKING, RowsBehind, Spot
from kpidesk.ui.metrics.segment_pick import SegmentPick
from kpidesk.ui.metrics.table_tile import TableTile
from kpidesk.ui.metrics.trend import trend_figure
from kpidesk.ui.window.study_page import USUAL

PERIODS, SEGMENTS, ROWS = "periods", "segments", "rows"
RANGES = ("12", "36")


class KpiDetail(QWidget):
    """``opened(name)``: another KPI; ``asked(what)``: the chart's menu."""

    opened = Signal(str)
    asked = Signal(str)
    split_key = "kpi:split"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.numbers = Style()
        self._name: MetricName | None = None
        self._frame: ResultFrame | None = None
        self._whole: ResultFrame | None = None
        self._query: Query | None = None
        self._by: str | None = None
        self.rows = RowsBehind(services, self)
        self.rows.found.connect(self.on_found)
        self.head = KpiHead(services, self)
        self._build_chart()
        self._tile = TableTile(self, self._services.runner)
        self._tile.mode_chosen.connect(self.on_mode)
        self._tile.split_asked.connect(self.on_attribute_menu)
        self._tile.line_chosen.connect(self.on_line)
        self._pick = SegmentPick(self._tile.table, services)
        self.panel = KpiSide(self)
        self.panel.opened.connect(self.opened)
        self.panel.rows_asked.connect(self.on_rows)
        self._lay_out()
        self.retranslate()
        self._range.set_current("0")

    def _build_chart(self) -> None:
        self.chart = ChartTile(self, can_note=True)
        self.chart.setMinimumHeight(340)
        self.chart.asked.connect(self.asked)
        self.chart.view.activated.connect(self.on_point)
        ChartPick(self.chart, self._services)
        self._range = Segmented(height=24)
        self._range.chosen.connect(self.on_range)
        self.chart.tools.addWidget(self._range)

    def _lay_out(self) -> None:
        scroll = PageScroll(self)
        scroll.stand_beside("right")
        for widget in (self.head, self.chart, self._tile):
            scroll.body.addWidget(widget)
        scroll.body.addStretch(1)
        self.panel_home = QVBoxLayout()
        self.panel_home.addWidget(self.panel)
        row = QHBoxLayout(self, spacing=0)
        row.setContentsMargins(0, 0, 0, 0)
        self.room = NumbersOrLack(scroll)
        row.addWidget(self.room, 1)
        row.addLayout(self.panel_home)

    @property
    def name(self) -> MetricName | None:
        return self._name

    def open_kpi(self, name: MetricName) -> None:
        """Another KPI; its numbers follow with ``show_frame``."""
        self._name = name
        self.rows.forget()
        self._tile.set_mode(PERIODS)

    def show_waiting(self) -> None:
        """The name and what it means stand before its numbers do."""
        if self._name is None:
            return
        card = loading_card(self._name, self._services.catalogue, self.numbers)
        self._frame = None
        self.head.show_waiting(card, self.numbers.language)
        self.chart.set_waiting(card.label, words(card.state_text))
        self._tile.split.hide()
        self.room.show_numbers()
        self._tile.set_texts(self.tr("By period"), words(card.state_text))
        self._tile.set_table(TableView((), ()))
        self.panel.clear_numbers()
        self._services.runner.in_turns("kpi:detail", self._defining(self._name))

    def _defining(self, name: MetricName) -> Iterator[None]:
        yield
        catalogue, grain = self._services.catalogue, self._services.session.document.query.grain
        if self._name == name and name in catalogue:
            self.panel.show_definition(catalogue, catalogue.get(name), self.numbers, grain)

    def show_frame(self, frame: ResultFrame, query: Query) -> None:
        """The numbers of all KPIs; of a period that was picked only the trend shows what came after it."""
        self._whole, self._query = frame, query
        self._frame = then = frame.until(self._services.session.document.query.at)
        self._services.runner.in_turns("kpi:detail", self._filling(self._name, then))

    def _filling(self, name: MetricName | None, frame: ResultFrame) -> Iterator[None]:
        for show in (self._show_head, self._show_chart, self._show_panel, self._ask, self._show_table):
            if self._name != name or self._frame is not frame or name not in self._services.catalogue:
                return
            show()
            yield

    def _show_head(self) -> None:
        frame, name, services = self._frame, self._name, self._services
        if frame is not None and name is not None:
            document, definition = services.session.document, services.catalogue.get(name)
            target, comparison = document.targets.get(name), document.query.comparison
            card = build_card(name, frame, services.catalogue, self.numbers, comparison, target=target)
            self.head.show_kpi(card, definition, frame, self.numbers)
            self.room.show_kpi(definition, frame)

    def _show_panel(self) -> None:
        if self._frame is not None and self._name is not None:
            self.panel.show_frame(self._name, self._frame, self._services.catalogue, self.numbers)

    def _ask(self) -> None:
        frame, name, query, engine = self._frame, self._name, self._query, self._services.results.engine
        if frame is None or name is None or query is None or self.room.is_lacking:
            return
        period = frame.told_period(name)
        if engine and period and period.grain is query.grain:  # else the answer of another grain is on its way
            job = Job(LOOKING, lambda _: engine.explain(name, query, period), quiet=True)
            handle = self._services.runner.submit(job, lane=Lane.STORE, replaces="kpi:tree")
            handle.then(self.on_tree, self._services.notices.error)
        self._ask_split()

    def _show_chart(self) -> None:
        frame, name = self._whole, self._name
        if frame is None or name is None:
            return
        view, periods = self.chart.view, int(self._range.current or 0)
        size = max(320, view.width()), max(200, view.height())
        self.chart.set_figure(trend_figure(self._services, name, frame, self.numbers, periods, size))
        self._range.setVisible(len(frame.periods) > int(RANGES[0]))

    def on_range(self, _: str) -> None:
        """More or fewer periods."""
        self._show_chart()

    def set_style(self, style: Style) -> None:
        """How numbers are written."""
        self.numbers = style

    def _ask_split(self) -> None:
        if self._by not in (attributes := list(self._services.results.attributes)):
            self._by = next((a for a in USUAL if a in attributes), attributes[0] if attributes else None)
        if self._by is not None and self._name is not None and self._query is not None:
            asked = replace(self._query.split_by(self._by), metrics=(self._name,))
            self._services.results.request(self.split_key, asked)

    def on_tree(self, tree: NumberTree) -> None:
        """The numbers behind the value."""
        if tree.name == self._name:
            self.panel.show_tree(tree, self._whole, self._services.catalogue, self.numbers)

    def on_split(self) -> None:
        """The numbers by segment are there."""
        if self._tile.mode == SEGMENTS:
            self._show_table()

    def on_rows(self) -> None:
        """Show the rows behind the number of now."""
        self.open_rows(Spot())

    def open_rows(self, spot: Spot) -> None:
        """Show the rows behind the number at that place."""
        self.rows.turn_to(spot)
        self._tile.set_mode(ROWS)
        self._show_table()

    def on_point(self, row: int) -> None:
        """A point of the trend: a double click on it, or Enter at the crosshair."""
        if (period := self.chart.period_at(row)) is not None:
            self.open_rows(Spot(period))

    def on_line(self, place: int) -> None:
        """A line of a table: the rows of its period, or of its segment."""
        if self._tile.mode == PERIODS and self._frame is not None:
            self.open_rows(Spot(self._frame.periods[-1 - place]))
        elif self._tile.mode == SEGMENTS and place < len(self._pick.segments):
            self.open_rows(Spot(None, self._by, self._pick.segments[place]))

    def on_mode(self, mode: str) -> None:
        """By period, by segment, or rows."""
        if mode == ROWS:
            self.rows.turn_to(Spot())
        self._show_table()

    def on_found(self) -> None:
        """The rows behind the number are there."""
        if self._tile.mode == ROWS:
            self._show_table()

    def on_attribute_menu(self) -> None:
        """By which attribute, or the rows of which part."""
        if self._tile.mode == ROWS:
            choices = [Choice(i, label) for i, label in enumerate(self.rows.labels(self.numbers))]
            choose(self._tile.split, choices, self.on_list, current=self.rows.place)
        elif attributes := self._services.results.attributes:
            choices = [Choice(name, attribute_label(self._services.schema, name, self.numbers)) for name in attributes]
            choose(self._tile.split, choices, self.on_attribute, current=self._by)

    def on_attribute(self, name: object) -> None:
        """Split by another attribute."""
        self._by = str(name)
        self._ask_split()
        self._show_table()

    def on_list(self, place: object) -> None:
        """The rows of another part of the formula."""
        self.rows.place = int(str(place))
        self._show_table()

    def _show_table(self) -> None:
        frame, name = self._frame, self._name
        if frame is None or name is None:
            return
        definition, mode = self._services.catalogue.get(name), self._tile.mode
        has_lists = mode == ROWS and len(self.rows.lists) > 1
        self._tile.split.setVisible(has_lists or (mode == SEGMENTS and self._by is not None))
        self._pick.forget()
        if mode == PERIODS:
            self._tile.set_texts(self.tr("By period"))
            self._tile.set_table(period_table(frame, definition, self.numbers))
        elif mode == SEGMENTS:
            self._show_segments()
        elif self._query is not None and self._whole is not None:
            self._show_rows(name, self._query, frame if self.rows.spot.period is None else self._whole)

    def _show_segments(self) -> None:
        split, schema = self._services.results.answer(self.split_key), self._services.schema
        by = attribute_label(schema, self._by, self.numbers) if self._by is not None else ""
        self._tile.set_split(by)
        told = split if split is not None and self._name in split.series else None
        self._tile.set_texts(self.tr("By segment"), self._pick.lacks(self.split_key) if by and told is None else "")
        self._tile.set_table(self._pick.shown(told, self._services.catalogue.get(self._name), by, self.numbers))

    def _show_rows(self, name: MetricName, query: Query, frame: ResultFrame) -> None:
        self.rows.ask(name, query, frame)
        rows, said = self.rows.shown, " · ".join(self.rows.said(frame, self.numbers))
        if rows is None:
            self._tile.set_texts(self.tr("Rows behind it"), f"{said} · {self.tr('looking them up')}")
            return
        definition = self._services.catalogue.get(rows.name)
        self._tile.set_split(definition.label(self.numbers.language))
        self._tile.set_texts(self.tr("Rows behind it"), said)
        words, unit = RowWords.now(self._services, self.numbers), definition.unit.kind
        self._tile.show_list(lambda: rows_listing(rows, words, unit), said)

    def find(self) -> bool:
        """Open the filters of the rows, if rows are shown."""
        return self._tile.find()

    def set_narrow(self, narrow: bool) -> None:
        """The definition leaves its place in a narrow window: it becomes the page's drawer."""
        self.panel.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        choices = [(PERIODS, self.tr("By period")), (SEGMENTS, self.tr("By segment")), (ROWS, self.tr("Rows"))]
        self._tile.set_modes(choices)
        self._range.set_choices([*((n, n) for n in RANGES), ("0", self.tr("All"))])
