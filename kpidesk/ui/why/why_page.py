"""Why: a figure and two periods, what made the difference, in words, charts and tables, and the ways back."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from kpidesk.analysis.behind import is_told_by_moves, rows_of_segment
from kpidesk.analysis.segments import SegmentSplit
from kpidesk.analysis.why import Why, last_change, notes_of, usual_kpi, why_of
from kpidesk.analysis.why_words import sentences
from kpidesk.charts.spec import Annotation
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.customer_moves import rows_of_moves
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.change import Change
from kpidesk.session.commands.view import Annotate
from kpidesk.session.services import Services
from kpidesk.session.ways_back import Goal, WayBack, goal_of, ways_back
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.explore.explore_page import ExplorePage
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.metrics.trying import suppose_way
from kpidesk.ui.metrics.ways_panel import WaysPanel
from kpidesk.ui.why.driver_tree import DriverTree
from kpidesk.ui.why.when_figures import Event, events_of, events_table, trend_figure
from kpidesk.ui.why.why_figures import bridge_figure, customers_table, segments_table, shown_parts
from kpidesk.ui.why.why_head import WhyHead

_FINER = (Grain.DAY, Grain.WEEK)


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation and what would bring the figure where it should be."""

    why: Why
    goal: Goal | None
    ways: tuple[WayBack, ...]


class WhyPage(ExplorePage[Explained]):
    """Opened with ``kpi`` or ``kpi:2026-04:2026-05`` it explains that; else the last change of a usual figure."""

    page_id = "why"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._kpi: MetricName | None = None
        self._ends: tuple[Period, Period] | None = None
        self._words = WhyHead(self)
        self._words.setObjectName("tour.words")
        self._words.asked.connect(self.on_asked_for)
        self._bridge = self.new_chart()
        self._bridge.setObjectName("tour.why")
        self._by = Segmented(height=24)
        self._by.chosen.connect(self.on_by)
        self._segments = self._new_table()
        self._segments.setObjectName("tour.segments")
        self._split: SegmentSplit | None = None
        self._segments.activated.connect(self.on_segment)
        self._segments.head.insertWidget(2, self._by)
        self._trend = self.new_chart(can_note=True)
        self._trend.noted.connect(self.on_noted)
        self._when = self._new_table()
        self._when.activated.connect(self.on_event)
        self._events: list[Event] = []
        self._tree = DriverTree(self)
        self._tree.asked.connect(self.on_asked)
        self._tree.segment_asked.connect(self.on_segment_asked)
        self._customers = self._new_table()
        self._customers.activated.connect(self.on_customer)
        for table in (self._segments.table, self._customers.table):
            table.clicked.connect(self.on_clicked)
        self._ways = WaysPanel(self)
        self._ways.tried.connect(self.on_tried)
        self.grid.add_tile(self._words, 12)
        tiles: tuple[tuple[QWidget, int], ...] = (
            (self._bridge, 7),
            (self._segments, 5),
            (self._trend, 5),
            (self._when, 7),
            (self._ways, 12),
            (self._tree, 8),
            (self._customers, 4),
        )
        for tile, columns in tiles:
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def _new_table(self) -> FigureTableTile:
        tile = FigureTableTile(self)
        tile.asked.connect(self.on_asked)
        return tile

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.settings & {"targets", "annotations"})

    @property
    def subject(self) -> str:
        return "" if self.found is None else str(self.found.why.kpi)

    def open_with(self, argument: str) -> None:
        """A figure, and perhaps two periods."""
        kpi, _, ends = argument.partition(":")
        if kpi not in self.services.catalogue:
            return
        self._kpi, self._ends = MetricName(kpi), None
        first, _, last = ends.partition(":")
        if first and last:
            self._ends = (Period.parse(first), Period.parse(last))
        self.mark_stale()

    def forget(self) -> None:
        super().forget()
        self._kpi = self._ends = None

    def question(self) -> Query:
        document = self.services.session.document
        grain = Grain.MONTH if document.query.grain in _FINER else document.query.grain
        return document.query.query(document.rules, grain=grain)

    def study(self, engine: Engine, query: Query, progress: Progress) -> Explained:
        results, studies = self.services.results, self.services.studies
        frame = results.compute(replace(query, metrics=(), by=None, first=None, last=None), progress)
        kpi = self._kpi if self._kpi in frame.series else usual_kpi(frame)  # one's own may be no more
        asked = self._ends if set(self._ends or ()) <= set(frame.periods) else None  # of another grain
        ends = None if kpi is None else (asked or last_change(frame, kpi))
        if kpi is None or ends is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("why", "No figure has values in two periods that have ended")))
        why = why_of(engine, lambda asked: results.compute(asked, progress), query, kpi, ends, progress)
        value, target = why.attribution.after, self.services.session.document.targets.get(kpi)
        definition = engine.catalogue.get(kpi)
        wanted = None if target is None else target.value
        before, grain = why.attribution.before, why.frame.grain
        goal = None if value is None else goal_of(definition, value, before, wanted, grain=grain)
        ways = () if goal is None else ways_back(studies, why.frame, kpi, goal.value, max(ends))
        return Explained(why, goal, ways)

    def show_study(self, found: Explained) -> None:
        why, catalogue, style = found.why, self.services.catalogue, self.style_of_numbers
        label = catalogue.get(why.kpi).label(style.language)
        ends = (format_period(why.first, style), format_period(why.last, style))
        noted = tuple((note.period, note.text) for note in self.services.session.document.annotations)
        notes = notes_of(why, noted)
        said = [words(each) for each in sentences(why, catalogue, style, notes)]
        self._words.show_words((label, *ends), said, "" if style.is_chinese else " ")
        figure = bridge_figure(why, catalogue, style, self.options(self._bridge))
        self._bridge.setVisible(figure is not None)
        if figure is not None:
            self._bridge.set_figure(figure)
        self._show_segments(why)
        self._tree.setVisible(figure is not None)
        self._tree.show_drivers(why, catalogue, self.services.schema, style)
        self._trend.set_figure(trend_figure(why, catalogue, style, self.options(self._trend)))
        self._events = events_of(why, noted, catalogue, style)
        self._when.setVisible(bool(self._events))
        self._when.set_table(
            *events_table(self._events, why, catalogue, style),
            self.tr("When: changes beyond chance, and notes"),
            foot=self._grain_words(),
        )
        self._customers.setVisible(bool(why.customers))
        if why.customers:
            self._customers.set_table(*customers_table(why, style), self.tr("Largest customers that moved"))
        self._show_ways(found)
        self.set_title(self.title, f"{label} · {ends[0]} – {ends[1]}")

    def _grain_words(self) -> str:
        """That changes are dated by the month, where the bar above asks for less."""
        is_finer = self.services.session.document.query.grain in _FINER
        return self.tr("Dated by month: changes are not looked for by day or week") if is_finer else ""

    def _show_segments(self, why: Why) -> None:
        splits = {split.by: split for split in why.splits}
        self._segments.setVisible(bool(splits))
        if not splits:
            return
        self._by.set_choices(
            [(by, attribute_label(self.services.schema, by, self.style_of_numbers)) for by in list(splits)[:3]]
        )
        self._by.setVisible(len(splits) > 1)
        self._split = split = splits.get(self._by.current) or next(iter(splits.values()))
        view, table = segments_table(why, split, self.services.catalogue, self.style_of_numbers)
        foot = self.tr("The change, split by what the figure was in each segment")
        self._segments.set_table(view, table, self.tr("By segment"), foot=foot)

    def _show_ways(self, found: Explained) -> None:
        goal, style = found.goal, self.style_of_numbers
        self._ways.setVisible(bool(found.ways))
        if goal is None or not found.ways:
            return
        self._ways.show_found(found.why.kpi, goal, found.ways, self.services.catalogue, style)

    def on_tried(self, driver: str) -> None:
        """Open What-if with that supposition: one step, which can be undone."""
        way = next((each for each in self.found.ways if each.driver == driver), None) if self.found else None
        if way is None:
            return
        suppose_way(self.services, way, self.style_of_numbers)
        self.go.emit("whatif", "")

    def on_noted(self, period: Period, text: str) -> None:
        """A note was written at a period, or taken away."""
        self.services.session.execute(Annotate(Annotation(period, text)))

    def on_event(self, row: int) -> None:
        """A cause in the list: the change around it is explained."""
        cause = self._events[row].cause
        if cause is not None:
            self._ends = (Period(cause.period.grain, cause.period.index - 1, cause.period.starts), cause.period)
            self.mark_stale()

    def on_clicked(self, index: QModelIndex) -> None:
        """A single click on a name."""
        if index.column() == 0:
            self.sender().on_activated(index)

    def on_customer(self, row: int) -> None:
        """A customer: the rows that brought its changes about."""
        if self.found is None:
            return
        why, query, who = self.found.why, self.question(), self.found.why.customers[row]
        self.ask_rows(
            who.said, lambda facts: rows_of_moves(facts, query, (why.first, why.last), who.customer), self._amount()
        )

    def on_segment(self, row: int) -> None:
        """A segment: what moved in it."""
        parts = [] if self._split is None else shown_parts(self._split)
        if self._split is not None and row < len(parts):
            self.on_segment_asked(self._split.by, parts[row].segment)

    def on_segment_asked(self, by: str, segment: str) -> None:
        """What moved in a segment; of a figure that recurring revenue does not make, the rows behind it there."""
        engine = self.services.results.engine
        if self.found is None or engine is None:
            return
        why, query = self.found.why, self.question()
        amount = self._amount() if is_told_by_moves(engine, why.kpi, by) else ""
        ends = (why.first, why.last)
        self.ask_rows(segment, lambda _: rows_of_segment(engine, query, why.kpi, ends, by, segment), amount)

    def _amount(self) -> str:
        """What a row brings into the change of recurring revenue."""
        return self.tr("Change of MRR")

    def on_by(self, _: str) -> None:
        """By another attribute."""
        self.draw()

    def on_asked_for(self, place: int) -> None:
        """Another figure, or another end."""
        if self.found is None:
            return
        if place:
            self._choose_period(self.found.why, self._words.buttons[place], place - 1)
        else:
            self._choose_kpi(self.found.why, self._words.buttons[0])

    def _choose_kpi(self, why: Why, button: Button) -> None:
        catalogue, frame = self.services.catalogue, why.frame
        told = [name for name, series in frame.series.items() if series.is_computable and last_change(frame, name)]
        known = [name for name in told if catalogue.get(name).stage != CALENDAR]
        choices = [Choice(str(name), catalogue.get(name).label(self.style_of_numbers.language)) for name in known]
        choose(button, choices, self.on_named, current=str(why.kpi))

    def on_named(self, name: object) -> None:
        """Another figure."""
        self._kpi = MetricName(str(name))
        self.mark_stale()

    def _choose_period(self, why: Why, button: Button, end: int) -> None:
        style = self.style_of_numbers
        ended = [p for p, open_ in zip(why.frame.periods, why.frame.incomplete, strict=True) if not open_]
        choices = [Choice(str(period), format_period(period, style)) for period in reversed(ended)]

        def chosen(period: object) -> None:
            ends = [why.first, why.last]
            ends[end] = Period.parse(str(period))
            if ends[0] != ends[1]:
                self._ends = (ends[0], ends[1])
                self.mark_stale()

        choose(button, choices, chosen, current=str((why.first, why.last)[end]))

    def main_chart(self) -> ChartTile:
        return self._bridge
