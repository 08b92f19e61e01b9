"""Support: how much is asked and when, how fast it is answered and resolved, how many people it takes."""

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.support import VOLUME, Support, support_of
from kpidesk.charts.labels import extent
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import words
from kpidesk.session.services import Services
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.explore.card_page import CardPage
from kpidesk.ui.support.figures_table import figures_table
from kpidesk.ui.support.support_figures import (
    build_staffing,
    build_ticket_hours,
    build_volume,
    tags_table,
    volume_words,
    within_table,
)

_RESPONSE, _RESOLUTION = MetricName("median_first_response_hours"), MetricName("median_resolution_hours")


class SupportPage(CardPage[Support]):
    """The page of tickets, a view of the voice of the customer."""

    page_id = "support"
    card_kpis = (VOLUME, _RESPONSE, _RESOLUTION, MetricName("unanswered_share"), MetricName("support_staff_needed"))
    trend_kpis = (_RESPONSE, _RESOLUTION)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.main = self._volume = self.new_chart(study="ticket_volume")
        self._tags, self._within, self._figures = (self.new_table() for _ in range(3))
        self._hours = self.new_chart(320, study="ticket_hours")
        self._staffing = self.new_chart(study="staffing")
        for tile, columns in (
            (self.cards, 12),
            (self._volume, 8),
            (self._tags, 4),
            *((tile, 6) for tile in self.trends.values()),
            (self._hours, 12),
            (self._staffing, 7),
            (self._within, 5),
            (self._figures, 12),
        ):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def study(self, engine: Engine, query: Query, progress: Progress) -> Support:
        return support_of(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)

    def show_tiles(self, found: Support) -> None:
        self._show_volume(found)
        self._show_speed(found)
        self._show_hours(found)

    def _show_volume(self, found: Support) -> None:
        style = self.style_of_numbers
        figure = build_volume(found.volume, self.services.catalogue, style, self.options(self._volume))
        self._volume.set_figure(figure)
        calm = self.tr("No surge: nothing far above what is usual.")
        said = volume_words(found.volume, style, calm)
        self._volume.set_texts(words(figure.title), said, foot_of(figure.footnote))
        self._tags.setVisible(bool(found.tags))
        if found.tags:
            span = extent(found.frame.periods, style)
            self._tags.show_numbers(tags_table(found.tags, style), self.tr("Tickets by tag"), span, has_total=True)

    def _show_speed(self, found: Support) -> None:
        catalogue, style, frame = self.services.catalogue, self.style_of_numbers, found.frame
        self._within.setVisible(bool(found.within))
        if found.within:
            foot = self.tr("By calendar; tickets that do not yet wait that long are left out")
            title = self.tr("Answered and resolved in time")
            self._within.show_numbers(within_table(found.within, style), title, extent(frame.periods, style), foot)
        figures, at = figures_table(found, catalogue, style), frame.last_complete
        self._figures.setVisible(figures is not None and at is not None)
        if figures is not None and at is not None:
            title = self.tr("How tickets are answered")
            self._figures.set_table(*figures, title, format_period(frame.periods[at], style))

    def _show_hours(self, found: Support) -> None:
        style = self.style_of_numbers
        self._hours.setVisible(found.hours is not None)
        if found.hours is not None:
            self._hours.set_figure(build_ticket_hours(found.hours, style, self.options(self._hours)))
        self._staffing.setVisible(found.staffing is not None)
        if found.staffing is not None:
            self._staffing.set_figure(build_staffing(found.staffing, style, self.options(self._staffing)))
