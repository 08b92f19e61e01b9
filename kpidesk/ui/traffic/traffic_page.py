"""Traffic: visits over time, their sources and pages with those first that lose most visitors, and who converts."""

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.traffic import BOUNCE, CONVERSIONS, SESSIONS, TrafficStudy, traffic_splits, traffic_study
from kpidesk.charts.builder import build_figure
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.explore.card_row import CardRow
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.traffic.traffic_figures import build_bounces, traffic_table
from kpidesk.ui.window.study_page import StudyPage

_CARDS = (SESSIONS, MetricName("unique_visitors"), BOUNCE, MetricName("avg_session_duration"), CONVERSIONS[0])
_PERIODS = 24


class TrafficPage(StudyPage[TrafficStudy]):
    """The page of visits, a view of the channels."""

    page_id = "traffic"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._cards = CardRow(_CARDS, self)
        self._cards.opened.connect(self.on_card)
        self._visits = self.new_chart(336)
        self._bounces = self.new_chart(336)
        self._table = FigureTableTile(self)
        self._table.head.insertWidget(2, self.split)
        self._table.asked.connect(self.on_asked)
        self._trends = {name: self.new_chart() for name in (BOUNCE, *CONVERSIONS)}
        for tile, columns in (
            (self._cards, 12),
            (self._visits, 7),
            (self._bounces, 5),
            (self._table, 12),
            *((tile, 4) for tile in self._trends.values()),
        ):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return traffic_splits(engine)

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        return next(iter(attributes), None)

    def label_of(self, attribute: str) -> str:
        return attribute_label(self.services.schema, attribute, self.style_of_numbers)

    def study(self, engine: Engine, query: Query, progress: Progress) -> TrafficStudy:
        return traffic_study(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)

    def show_study(self, found: TrafficStudy) -> None:
        self._cards.show_frame(found.frame, self.services, self.style_of_numbers)
        self._show_parts(found)
        for name, tile in self._trends.items():
            tile.setVisible(found.frame.series[name].is_computable and len(found.frame.periods) > 2)
            if not tile.isHidden():
                self._draw(tile, ChartSpec("line", (name,), periods=_PERIODS), found)
        at = found.frame.last_complete
        self.set_title(self.title, "" if at is None else format_period(found.frame.periods[at], self.style_of_numbers))

    def _draw(self, tile: ChartTile, spec: ChartSpec, found: TrafficStudy) -> None:
        frame = found.parts if spec.by is not None and found.parts is not None else found.frame
        catalogue, style = self.services.catalogue, self.style_of_numbers
        tile.set_figure(build_figure(spec, frame, catalogue, style, self.options(tile)))

    def _show_parts(self, found: TrafficStudy) -> None:
        catalogue, style = self.services.catalogue, self.style_of_numbers
        by = None if found.parts is None else found.by
        self._visits.setVisible(found.frame.series[SESSIONS].is_computable)
        if not self._visits.isHidden():
            self._draw(self._visits, ChartSpec("stacked_bar", (SESSIONS,), by, periods=_PERIODS), found)
        bounces = build_bounces(found, catalogue, style, self.options(self._bounces))
        self._bounces.setVisible(bounces is not None)
        if bounces is not None:
            self._bounces.set_figure(bounces)
        self._table.setVisible(found.by is not None and bool(found.rows))
        if found.by is not None and found.rows:
            table = traffic_table(found, self.label_of(found.by), catalogue, style)
            said = self.tr("Worst bounce first; fewer than 30 sessions last")
            self._table.show_numbers(table, self.tr("Where visits begin and end"), said, has_total=True)

    def on_card(self, kpi: str) -> None:
        """A card opens its KPI."""
        self.go.emit("kpis", kpi)

    def can_export(self) -> bool:
        return self.found is not None and self._table.figure is not None

    def export(self) -> None:
        self.act.emit("chart.csv", (self._table.figure,))
