"""A page of one study under a row of KPI cards, with the trends of some KPIs among its tiles."""

from dataclasses import replace
from functools import partial
from typing import ClassVar, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from kpidesk.charts.builder import build_figure
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import ResultFrame
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.explore.card_row import CardRow
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.window.study_page import StudyPage

_PERIODS = 24


class CardStudy(Protocol):
    """An answer that holds the frame of its KPIs."""

    @property
    def frame(self) -> ResultFrame: ...


T = TypeVar("T", bound=CardStudy)


class CardPage(StudyPage[T]):
    """Base of pages with cards: name ``card_kpis`` and ``trend_kpis``, lay out ``cards`` and ``trends``, and write
    ``show_tiles`` for all the rest. ``main`` is the tile that the window's export takes, as ``export_as``.
    """

    card_kpis: ClassVar[tuple[MetricName, ...]]
    trend_kpis: ClassVar[tuple[MetricName, ...]]
    export_as: ClassVar[str] = "chart.png"
    main: ChartTile | FigureTableTile

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._leading: dict[ChartTile, MetricName] = {}
        self.cards = CardRow(self.card_kpis, self)
        self.cards.opened.connect(self.on_card)
        self.trends = {name: self.new_chart() for name in self.trend_kpis}

    def show_tiles(self, found: T) -> None:
        """Fill what is not a card and not a trend."""
        raise NotImplementedError  # each page has its own; Qt's metaclass leaves none for abc

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        return next(iter(attributes), None)

    def label_of(self, attribute: str) -> str:
        return attribute_label(self.services.schema, attribute, self.style_of_numbers)

    def new_table(self, *, scrolls: bool = False) -> FigureTableTile:
        """A table whose menu copies and exports it."""
        tile = FigureTableTile(self, scrolls=scrolls)
        tile.asked.connect(self.on_asked)
        return tile

    def show_study(self, found: T) -> None:
        frame = found.frame
        self.cards.show_frame(frame, self.services, self.style_of_numbers)
        self.show_tiles(found)
        for name, tile in self.trends.items():
            tile.setVisible(frame.series[name].is_computable and len(frame.periods) > 2)
            if not tile.isHidden():
                self.draw_chart(tile, "line", name, frame)
        at = self.cards.told_column(frame)
        self.set_title(self.title, "" if at is None else format_period(frame.periods[at], self.style_of_numbers))

    def draw_chart(
        self,
        tile: ChartTile,
        kind: str,
        kpi: MetricName,
        frame: ResultFrame,
        by: str | None = None,
        *,
        groups: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        """One KPI over its last two years, perhaps split by names of which groups are spellings of one."""
        spec, catalogue = ChartSpec(kind, (kpi,), by, periods=_PERIODS), self.services.catalogue
        self.lead_to_rows(tile, kpi)
        figure = build_figure(spec, frame, catalogue, self.style_of_numbers, self.options(tile))
        tile.set_figure(replace(figure, segments=figure.segments.spelt(groups)))

    def lead_to_rows(self, tile: ChartTile, kpi: MetricName) -> None:
        """A double click on a period of this chart, or Enter at the crosshair, opens the rows behind it."""
        if tile not in self._leading:
            tile.view.activated.connect(partial(self.on_point, tile))
            ChartPick(tile, self.services)
        self._leading[tile] = kpi

    def on_point(self, tile: ChartTile, row: int) -> None:
        """A period of a chart was opened."""
        period = tile.period_at(row)
        if period is not None:
            self.go.emit("kpis", f"{self._leading[tile]}:{period}")

    def on_card(self, kpi: str) -> None:
        """A card opens its KPI."""
        self.go.emit("kpis", kpi)

    def can_export(self) -> bool:
        return self.found is not None and self.main.figure is not None

    def export(self) -> None:
        self.act.emit(self.export_as, (self.main.figure,))
