"""Voice of the customer: scores with their spread and by release, and comments."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.analysis.voice import RELEASE, SCORES, Voice, voice_of
from kpidesk.charts.builder import build_figure
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.labels import extent
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.errors import NoData
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.explore.card_page import CardPage
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.voice.comments_tile import CommentsTile
from kpidesk.ui.voice.voice_figures import groups_figure

_TREND_PERIODS, _SPREAD = 24, 328
_SPREADS = ("nps", "csat", "ces")
"""Scores whose distribution a board can show."""
_BY = {RELEASE: Message(QT_TRANSLATE_NOOP("voice", "Release"))}


class VoicePage(CardPage[Voice]):
    """The page of answers."""

    page_id = "voice"
    card_kpis, trend_kpis = SCORES, ()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._by = ""
        self._score = Segmented()
        self._score.chosen.connect(self.on_score)
        self._score_bar = QWidget(self)
        bar = QHBoxLayout(self._score_bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._score)
        bar.addStretch(1)
        self.main = self._spread = self.new_chart(_SPREAD, study="spread_nps")
        self._groups = self.new_chart(_SPREAD, study="nps_groups")
        self._group_by = Segmented(height=24)
        self._group_by.chosen.connect(self.on_group)
        self._groups.tools.addWidget(self._group_by)
        self._trend = self.new_chart()
        self._comments = CommentsTile(self)
        self._comments.setMinimumHeight(384)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.grid.add_tile(self.cards, 12)
        self.grid.add_tile(self._score_bar, 12)
        for tile, columns in (
            (self._spread, 6),
            (self._groups, 6),
            (self._trend, 12),
            (self._comments, 12),
        ):
            self.grid.add_tile(tile, columns)

    def study(self, engine: Engine, query: Query, progress: Progress) -> Voice:
        found = voice_of(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)
        if found.is_empty:
            missing = QT_TRANSLATE_NOOP("voice", "There are no survey answers here.")
            raise NoData(Message(missing))
        return found

    def show_tiles(self, found: Voice) -> None:
        spread = [name for name in found.scores if name in found.spreads]
        labels = [(str(n), self.services.catalogue.get(n).label(self.style_of_numbers.language)) for n in spread]
        self._score.set_choices(labels)
        self._score_bar.setVisible(len(labels) > 1)
        self._show_score(found)
        self._comments.setVisible(bool(found.comments.latest))
        self._comments.show_comments(found.comments, self.style_of_numbers)

    def _show_score(self, found: Voice) -> None:
        """Spread, groups and trend of the chosen score."""
        catalogue, style = self.services.catalogue, self.style_of_numbers
        chosen = MetricName(self._score.current) if self._score.current else next(iter(found.scores), None)
        counts = found.spreads.get(chosen) if chosen is not None else None
        self._spread.setVisible(counts is not None)
        self._spread.study = f"spread_{chosen}" if chosen in _SPREADS else ""
        self._groups.study = "nps_groups" if chosen == "nps" else ""
        if chosen is not None and counts is not None:
            title = catalogue.get(chosen).label(style.language)
            foot, options = (extent(found.frame.periods, style),), self.options(self._spread)
            self._spread.set_figure(build_spread(chosen, title, counts, style, options, foot))
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
            self.lead_to_rows(self._trend, chosen)
            spec = ChartSpec("line", (chosen,), interval=True, periods=_TREND_PERIODS, starts_at_zero=False)
            self._trend.set_figure(build_figure(spec, found.frame, catalogue, style, self.options(self._trend)))

    def _group_label(self, attribute: str) -> str:
        return (
            render(_BY[attribute])
            if attribute in _BY
            else attribute_label(self.services.schema, attribute, self.style_of_numbers)
        )

    def on_score(self, _: str) -> None:
        """Another score."""
        self.draw()

    def on_group(self, _: str) -> None:
        """By something else."""
        self.draw()

    def find(self) -> None:
        self._comments.focus_search()
