"""Funnel: where leads are lost and how long each step takes, of a cohort or by activity, whole and by segment."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.charts.kinds.funnel import STAGES, build_funnel, build_funnel_segments, funnel_table
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.funnel import FunnelStudy, View, funnel_rows, funnel_study
from kpidesk.metrics.funnel_stages import flow_of
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.explore.explore_page import ExplorePage
from kpidesk.ui.explore.whole_table import WholeTable
from kpidesk.ui.metrics.row_listing import SHOWN_ROWS

HEIGHT = 368


class FunnelPage(ExplorePage[FunnelStudy]):
    """A click on a bar shows the leads behind it."""

    page_id = "funnel"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._wanted = View.COHORT
        self._view = Segmented()
        self._view.chosen.connect(self.on_view)
        bar = QWidget(self)
        controls = QHBoxLayout(bar)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(GAP)
        controls.addWidget(self._view)
        controls.addWidget(self.split)
        controls.addStretch(1)
        self.bars = self.new_chart(HEIGHT, study="funnel")
        self.bars.view.clicked.connect(self.on_bar)
        self.bars.view.activated.connect(self.on_bar)
        self.by_segment = self.new_chart(HEIGHT, study="funnel_segments")
        ChartPick(self.by_segment, services, segments_only=True)
        self.table = WholeTable(self)
        for tile, columns in ((bar, 12), (self.bars, 8), (self.by_segment, 4), (self.table, 12)):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    @property
    def view(self) -> View:
        """Which leads are counted."""
        return View(self._view.current or View.COHORT.value)

    def study(self, engine: Engine, query: Query, progress: Progress) -> FunnelStudy:
        return funnel_study(engine.facts, query, self._wanted, progress)

    def splits(self, engine: Engine) -> tuple[str, ...]:
        flow = flow_of(engine.facts)
        return () if flow is None else splits_of(engine.facts, flow.relation)

    def refresh(self) -> None:
        self._wanted = self.view
        super().refresh()

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        return "channel" if "channel" in attributes else super().usual(attributes)

    def main_chart(self) -> ChartTile:
        return self.bars

    def show_study(self, found: FunnelStudy) -> None:
        style = self.style_of_numbers
        self.bars.study = "funnel" if found.view is View.COHORT else "funnel_activity"
        self.bars.set_figure(build_funnel(found, style, FigureOptions(size=(760, HEIGHT - 80))))
        is_split = len(found.segments) > 1
        self.by_segment.setVisible(is_split)
        if is_split:
            options = FigureOptions(size=(360, HEIGHT - 80))
            self.by_segment.set_figure(build_funnel_segments(found, self.label_of(found.by), style, options))
        self.table.set_texts(self.tr("Step by step"))
        self.table.show_table(funnel_table(found, style))

    def on_view(self, _: str) -> None:
        """Of a cohort, or by activity."""
        self.mark_stale()

    def on_bar(self, row: int) -> None:
        """The leads behind one bar."""
        found = self.found
        if found is None or not 0 <= row < len(found.stages):
            return
        stage, query, view = found.stages[row], self.question(), found.view
        title = words(STAGES[stage])
        self.ask_rows(title, lambda facts: funnel_rows(facts, query, view, stage, limit=SHOWN_ROWS))

    def retranslate(self) -> None:
        super().retranslate()
        choices = [(View.COHORT.value, self.tr("Cohort")), (View.ACTIVITY.value, self.tr("Activity"))]
        tips = [
            self.tr("Those who came in during the period, and where they are now"),
            self.tr("What happened during the period, whenever they came in"),
        ]
        self._view.set_choices(choices, tips)
