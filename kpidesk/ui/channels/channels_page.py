"""Channels: a table of what each costs, brings and pays back, bubbles, and spend and CAC over time."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.channels import SPLITS, ChannelTable, channel_table
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Text
from kpidesk.charts.kinds.bubble import build_bubbles
from kpidesk.charts.labels import footnote
from kpidesk.charts.needs import need
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.errors import NoData
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import words
from kpidesk.session.services import Services
from kpidesk.ui.channels.channel_words import COST, bubbles_of, inks_of, split_label, table_of, title_of
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.window.study_page import StudyPage

_TRENDS = (
    (COST, "stacked_bar"),
    (MetricName("cac"), "line"),
    (MetricName("new_customers"), "stacked_bar"),
    (MetricName("sessions"), "stacked_bar"),
)
_MOST_TRENDS = 3
_SHOWN_PERIODS = 24


class ChannelsPage(StudyPage[ChannelTable]):
    """The channels page."""

    page_id = "channels"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._table = FigureTableTile(self)
        self._table.asked.connect(self.on_asked)
        self._table.head.insertWidget(2, self.split)
        self._bubbles = self.new_chart(336, study="channel_bubbles")
        self._trends = [self.new_chart() for _ in range(_MOST_TRENDS)]
        for tile in (self._bubbles, *self._trends):
            ChartPick(tile, services, segments_only=True)
        self.grid.add_tile(self._table, 12)
        self.grid.add_tile(self._bubbles, 5)
        for tile, columns in zip(self._trends, (7, 6, 6), strict=True):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def question(self) -> Query:
        query = super().question()
        is_short = query.grain in (Grain.DAY, Grain.WEEK)
        return replace(query, grain=Grain.MONTH, first=None, last=None) if is_short else query

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return tuple(name for name in SPLITS if name in engine.attributes)

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        return next(iter(attributes), None)

    def label_of(self, attribute: str) -> str:
        return split_label(attribute)

    def study(self, engine: Engine, query: Query, progress: Progress) -> ChannelTable:
        if query.by is None:
            raise NoData(Message(QT_TRANSLATE_NOOP("channels", "No table says by which channel customers came.")))
        results = self.services.results
        return channel_table(lambda asked: results.compute(asked, progress), engine.catalogue, query)

    def show_study(self, found: ChannelTable) -> None:
        catalogue, style = self.services.catalogue, self.style_of_numbers
        view, table = table_of(found, catalogue, style)
        definitions = [catalogue.get(name) for name in found.columns]
        foot: tuple[Text, ...] = (*self._lacking(found), *footnote(found.shown, definitions, style), *found.notes)
        self._table.set_table(
            view, table, title_of(found), format_period(found.period, style), foot_of(foot, has_axis=False)
        )
        bubbles = bubbles_of(found, catalogue, style)
        self._bubbles.setVisible(bubbles is not None)
        if bubbles is not None:
            period = format_period(found.period, style)
            options = replace(self.options(self._bubbles), segment_inks=inks_of(found))
            figure = build_bubbles(replace(bubbles, footnote=(period,)), style, options)
            self._bubbles.set_figure(replace(figure, segments=figure.segments.spelt(found.groups)))
        self._show_trends(found)
        self.set_title(self.title, format_period(found.period, style))

    def _lacking(self, found: ChannelTable) -> tuple[Text, ...]:
        """What would tell the cost, where nothing does."""
        cost = found.frame.series[COST]
        lacks = None if cost.is_computable else need(cost.missing, self.style_of_numbers.language)
        if lacks is None:
            return ()
        text = QT_TRANSLATE_NOOP("channels", "What they cost is not known. {needs}")
        return (Message(text, needs=words(lacks).rstrip(".。")),)

    def _show_trends(self, found: ChannelTable) -> None:
        shown = [each for each in _TRENDS if each[0] in found.columns and len(found.frame.periods) > 1]
        for place, tile in enumerate(self._trends):
            tile.setVisible(place < len(shown))
        for tile, (name, kind) in zip(self._trends, shown, strict=False):
            self._show_trend(tile, found, name, kind)

    def _show_trend(self, tile: ChartTile, found: ChannelTable, name: MetricName, kind: str) -> None:
        spec = ChartSpec(kind, (name,), found.by, periods=_SHOWN_PERIODS)
        options = replace(self.options(tile), segment_inks=inks_of(found))
        figure = build_figure(spec, found.frame, self.services.catalogue, self.style_of_numbers, options)
        tile.set_figure(replace(figure, segments=figure.segments.spelt(found.groups)))

    def can_export(self) -> bool:
        return self._table.figure is not None and self.found is not None

    def export(self) -> None:
        self.act.emit("chart.csv", (self._table.figure,))
