"""Voice of the customer: scores with their spread and by release, comments; tickets, surges and who answers them."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.analysis.voice import RELEASE, SCORES, Voice, voice_of
from kpidesk.charts.builder import build_figure
from kpidesk.charts.card import build_card
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.voice.comments_tile import CommentsTile
from kpidesk.ui.voice.voice_figures import groups_figure, support_table, surge_words, tags_table, volume_figure
from kpidesk.ui.window.study_page import StudyPage

_CARDS = (*SCORES, MetricName("ticket_volume"), MetricName("median_first_response_hours"))
_TREND_PERIODS = 24
_LEAST_CARDS = 4
"""Fewer cards leave the rest of their line free."""
_BY = {RELEASE: Message(QT_TRANSLATE_NOOP("voice", "Release"))}


class VoicePage(StudyPage[Voice]):
    """The page of answers and tickets."""

    page_id = "voice"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._by = ""
        self._build_cards()
        self._score = Segmented()
        self._score.chosen.connect(self.on_score)
        self._score_bar = QWidget(self)
        bar = QHBoxLayout(self._score_bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._score)
        bar.addStretch(1)
        self._spread = self.new_chart()
        self._groups = self.new_chart()
        self._group_by = Segmented(height=24)
        self._group_by.chosen.connect(self.on_group)
        self._groups.tools.addWidget(self._group_by)
        self._trend = self.new_chart()
        self._comments = CommentsTile(self)
        self._comments.setMinimumHeight(368)
        self._tags = self._new_table()
        self._volume = self.new_chart()
        self._support = self._new_table()
        self._lay_out()
        self.retranslate()

    def _build_cards(self) -> None:
        self._cards = [KpiCard(self) for _ in _CARDS]
        self._card_row = QWidget(self)
        row = QHBoxLayout(self._card_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for card in self._cards:
            card.clicked.connect(self.on_card)
            row.addWidget(card, 1)
        row.addStretch(0)
        self._card_line = row

    def _new_table(self) -> FigureTableTile:
        tile = FigureTableTile(self)
        tile.asked.connect(self.on_asked)
        return tile

    def _lay_out(self) -> None:
        self.grid.add_tile(self._card_row, 12)
        self.grid.add_tile(self._score_bar, 12)
        for tile, columns in (
            (self._spread, 6),
            (self._groups, 6),
            (self._trend, 12),
            (self._comments, 12),
            (self._volume, 8),
            (self._tags, 4),
            (self._support, 12),
        ):
            self.grid.add_tile(tile, columns)

    def study(self, engine: Engine, query: Query, progress: Progress) -> Voice:
        found = voice_of(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)
        if found.is_empty:
            missing = QT_TRANSLATE_NOOP("voice", "There are neither answers of surveys nor tickets here")
            raise UserError(Message(missing))
        return found

    def show_study(self, found: Voice) -> None:
        self._show_cards(found)
        spread = [name for name in found.scores if name in found.spreads]
        labels = [(str(n), self.services.catalogue.get(n).label(self.style_of_numbers.language)) for n in spread]
        self._score.set_choices(labels)
        self._score_bar.setVisible(len(labels) > 1)
        self._show_score(found)
        self._show_support(found)
        self._comments.setVisible(bool(found.comments.latest))
        self._comments.show_comments(found.comments, self.style_of_numbers)
        at = found.frame.last_complete
        self.set_title(self.title, "" if at is None else format_period(found.frame.periods[at], self.style_of_numbers))

    def _show_cards(self, found: Voice) -> None:
        document, frame = self.services.session.document, found.frame
        shown = [name for name in _CARDS if frame.series[name].is_computable]
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
        self._card_line.setStretch(len(self._cards), max(0, _LEAST_CARDS - len(shown)))
        for card, name in zip(self._cards, shown, strict=False):
            target = document.targets.get(name)
            value = None if target is None else target.value
            style, comparison = self.style_of_numbers, document.query.comparison
            card.set_card(build_card(name, frame, self.services.catalogue, style, comparison, target=value))

    def _show_score(self, found: Voice) -> None:
        """Spread, groups and trend of the chosen score."""
        catalogue, style = self.services.catalogue, self.style_of_numbers
        chosen = MetricName(self._score.current) if self._score.current else next(iter(found.scores), None)
        counts = found.spreads.get(chosen) if chosen is not None else None
        self._spread.setVisible(counts is not None)
        if chosen is not None and counts is not None:
            title = catalogue.get(chosen).label(style.language)
            self._spread.set_figure(build_spread(chosen, title, counts, style, self.options(self._spread)))
        by = [each for kpi, each in found.groups if kpi == chosen]
        self._groups.setVisible(bool(by))
        if chosen is not None and by:
            self._group_by.set_choices([(each, self._group_label(each)) for each in by[:3]])
            self._group_by.setVisible(len(by) > 1)
            attribute = self._group_by.current if self._group_by.current in by else by[0]
            options = self.options(self._groups)
            self._groups.set_figure(groups_figure(found, chosen, attribute, catalogue, style, options))
        has_trend = chosen is not None and len(found.frame.periods) > 2
        self._trend.setVisible(has_trend)
        if chosen is not None and has_trend:
            spec = ChartSpec("line", (chosen,), interval=True, periods=_TREND_PERIODS, starts_at_zero=False)
            self._trend.set_figure(build_figure(spec, found.frame, catalogue, style, self.options(self._trend)))

    def _group_label(self, attribute: str) -> str:
        return (
            render(_BY[attribute])
            if attribute in _BY
            else attribute_label(self.services.schema, attribute, self.style_of_numbers)
        )

    def _show_support(self, found: Voice) -> None:
        catalogue, style = self.services.catalogue, self.style_of_numbers
        figure = volume_figure(found, catalogue, style, self.options(self._volume))
        self._volume.setVisible(figure is not None)
        if figure is not None:
            self._volume.set_figure(figure)
            surges = surge_words(found, style)
            calm = self.tr("No surge: nothing far above what is usual.")
            said = " ".join(words(each) for each in surges[:3]) or calm
            self._volume.set_texts(words(figure.title), said, " · ".join(words(part) for part in figure.footnote))
        self._tags.setVisible(bool(found.tags))
        if found.tags:
            self._tags.set_table(*tags_table(found.tags, style), self.tr("Tickets by tag"))
        support = support_table(found, catalogue, style)
        self._support.setVisible(support is not None)
        if support is not None:
            at = found.frame.last_complete or 0
            period = format_period(found.frame.periods[at], style)
            self._support.set_table(*support, self.tr("How tickets are answered"), period)

    def on_score(self, _: str) -> None:
        """Another score."""
        self.draw()

    def on_group(self, _: str) -> None:
        """By something else."""
        self.draw()

    def on_card(self) -> None:
        """A card opens its KPI."""
        card = self.sender().card
        if card is not None:
            self.go.emit("kpis", str(card.name))

    def find(self) -> None:
        self._comments.focus_search()

    def can_export(self) -> bool:
        return self.found is not None and self._spread.figure is not None

    def export(self) -> None:
        self.act.emit("chart.png", (self._spread.figure,))
