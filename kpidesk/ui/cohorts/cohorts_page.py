"""Cohorts: who is kept, as a heat map and as curves, and survival with the numbers at risk."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.charts.kinds.cohort import build_cohort_curves, build_cohort_map
from kpidesk.charts.kinds.survival import build_survival
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period, format_value
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.cohorts import CohortTable, Kept, cohort_rows, cohort_table, sources_of
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.lifetimes import SurvivalStudy, survival_study
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.explore.explore_page import ExplorePage
from kpidesk.ui.metrics.row_listing import SHOWN_ROWS

GRAINS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
AGES = ("12", "24")
MOST_COHORTS = 18
_STUDIES = {
    Kept.CUSTOMERS: "kept_customers",
    Kept.REVENUE: "kept_revenue",
    Kept.NET_REVENUE: "",
    Kept.USERS: "kept_users",
}
"""What of a board shows the same."""
CELL, AROUND = 26, 112
SURVIVAL_HEIGHT = 368


@dataclass(frozen=True, slots=True, eq=False)
class Cohorts:
    """A table and the survival curves, or why there are none; ``kinds`` are the tables there could be."""

    kinds: tuple[Kept, ...]
    table: CohortTable
    survival: SurvivalStudy | None
    reason: Message | None


class CohortsPage(ExplorePage[Cohorts]):
    """A click on a cell shows its customers."""

    page_id = "cohorts"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._wanted = Kept.CUSTOMERS
        self._cell: tuple[Period, int] | None = None
        self._kept, self._form, self._ages = Segmented(), Segmented(), Segmented(height=24)
        self._kept.chosen.connect(self.on_kept)
        self._form.chosen.connect(self.on_form)
        self._ages.chosen.connect(self.on_form)
        self._who = Button("", "secondary", height=28)
        self._who.set_menu_mark(True)
        self._who.clicked.connect(self.on_who)
        bar = QWidget(self)
        controls = QHBoxLayout(bar)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(GAP)
        for widget in (self._kept, self._form):
            controls.addWidget(widget)
        controls.addStretch(1)
        controls.addWidget(self._who)
        self.map = self.new_chart(400, study="kept_customers")
        self.map.tools.addWidget(self._ages)
        self.map.view.cell_clicked.connect(self.on_cell)
        self.curves = self.new_chart(400, study="kept_curves")
        self._side = QWidget(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.curves)
        column.addStretch(1)
        self.survival = self.new_chart(SURVIVAL_HEIGHT, study="survival")
        self.survival.tools.addWidget(self.split)
        for tile, columns in ((bar, 12), (self.map, 8), (self._side, 4), (self.survival, 12)):
            self.grid.add_tile(tile, columns)
        self.panel.more.show()
        self.panel.more.clicked.connect(self.on_age_menu)
        self.retranslate()

    def question(self) -> Query:
        document = self.services.session.document
        grain = document.query.grain if document.query.grain in GRAINS else Grain.MONTH
        return document.query.query(document.rules, grain=grain)

    def refresh(self) -> None:
        self._wanted = Kept(self._kept.current or Kept.CUSTOMERS.value)
        super().refresh()

    def study(self, engine: Engine, query: Query, progress: Progress) -> Cohorts:
        facts = engine.facts
        kinds = tuple(sources_of(facts))
        wanted = self._wanted if self._wanted in kinds or not kinds else kinds[0]
        table = cohort_table(facts, query, wanted, progress)
        try:
            survival = survival_study(facts, query, progress, is_revenue=table.kept.is_money)
        except UserError as error:
            return Cohorts(kinds, table, None, error.message)
        return Cohorts(kinds, table, survival, None)

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return splits_of(engine.facts, "customers")

    def main_chart(self) -> ChartTile:
        return self.map

    def show_study(self, found: Cohorts) -> None:
        self._show_kinds(found)
        self._show_map()
        self.survival.setVisible(found.survival is not None)
        if found.survival is not None:
            options = FigureOptions(size=(1080, SURVIVAL_HEIGHT - 80))
            self.survival.set_figure(build_survival(found.survival, self.style_of_numbers, options))
        count = format_value(float(found.table.sizes.sum()), "count", self.style_of_numbers.exact())
        text = self.tr("{n} in {cohorts} {cohorts|cohort|cohorts}")
        self.set_title(render(entry(self.page_id).title), say(text, n=count, cohorts=len(found.table.starts)))

    def _show_kinds(self, found: Cohorts) -> None:
        names = {
            Kept.CUSTOMERS: self.tr("Customers"),
            Kept.REVENUE: self.tr("Revenue"),
            Kept.NET_REVENUE: self.tr("Revenue, net") if Kept.REVENUE in found.kinds else self.tr("Revenue"),
            Kept.USERS: self.tr("Users"),
        }
        tips = {
            Kept.REVENUE: self.tr("Of each customer no more than at the start"),
            Kept.NET_REVENUE: self.tr("With expansion: may grow above the start"),
        }
        kinds = [kept for kept in Kept if kept in found.kinds]
        self._kept.set_choices([(kept.value, names[kept]) for kept in kinds], [tips.get(kept, "") for kept in kinds])
        self._kept.set_current(found.table.kept.value)
        self.map.study = _STUDIES[found.table.kept]
        self.curves.study = "kept_curves" if found.table.kept is Kept.CUSTOMERS else ""

    def _shown(self) -> CohortTable | None:
        """The last cohorts and their first ages, as many as were chosen."""
        if self.found is None:
            return None
        table, ages = self.found.table, int(self._ages.current or 0)
        return table.latest(max(ages, MOST_COHORTS), ages + 1) if ages else table

    def _show_map(self) -> None:
        table, style = self._shown(), self.style_of_numbers
        if table is None:
            return
        height = max(240, AROUND + CELL * len(table.starts))
        for tile in (self.map, self.curves):
            tile.setFixedHeight(height if tile is self.map else min(height, 600))
        options = FigureOptions(size=(760, height - 80))
        shares = self._form.current != "count"
        self.map.set_figure(build_cohort_map(table, style, options, shares=shares))
        self.curves.set_figure(build_cohort_curves(table, style, FigureOptions(size=(360, 320))))

    def on_kept(self, _: str) -> None:
        """Customers, revenue or users."""
        self.mark_stale()

    def on_form(self, _: str) -> None:
        """Shares or counts, more or fewer ages."""
        self._show_map()

    def on_cell(self, row: int, column: int) -> None:
        """The customers behind a cell."""
        table = self._shown()
        if table is not None and 0 <= row < len(table.starts):
            self.open_cell(table.starts[row], column)

    def open_cell(self, start: Period, age: int) -> None:
        """Show in the panel who of a cohort is there at an age."""
        if self.found is None:
            return
        kept, query = self.found.table.kept, self.question()
        self._cell = (start, age)
        title = say(self.tr("From {start}, age {age}"), start=format_period(start, self.style_of_numbers), age=age)
        self.panel.more.setText(say(self.tr("Age {age}"), age=age))
        amount = self.tr("MRR kept") if kept is Kept.REVENUE else self.tr("Revenue") if kept.is_money else ""
        self.ask_rows(title, lambda facts: cohort_rows(facts, query, kept, start, age, SHOWN_ROWS), amount)

    def on_who(self) -> None:
        """The customers of a cohort, by keyboard too."""
        if self.found is not None:
            style = self.style_of_numbers
            choices = [Choice(start, format_period(start, style)) for start in reversed(self.found.table.starts)]
            choose(self._who, choices, self.on_cohort, align_right=True)

    def on_cohort(self, start: object) -> None:
        """Those of it who are known to be there last."""
        if isinstance(start, Period) and (ages := self._ages_of(start)):
            self.open_cell(start, ages[-1])

    def _ages_of(self, start: Period) -> list[int]:
        """The ages of a cohort that are known."""
        if self.found is None or start not in self.found.table.starts:
            return []
        table = self.found.table
        return [age for age, value in enumerate(table.values[table.starts.index(start)]) if value == value]

    def on_age_menu(self) -> None:
        """Another age of the same cohort."""
        if self._cell is not None:
            choices = [Choice(age, say(self.tr("Age {age}"), age=age)) for age in self._ages_of(self._cell[0])]
            choose(self.panel.more, choices, self.on_age, current=self._cell[1])

    def on_age(self, age: object) -> None:
        """Another age was chosen."""
        if self._cell is not None:
            self.open_cell(self._cell[0], int(str(age)))

    def retranslate(self) -> None:
        super().retranslate()
        self._form.set_choices([("share", "%"), ("count", self.tr("Numbers"))])
        self._ages.set_choices([*((each, each) for each in AGES), ("0", self.tr("All"))])
        self._who.setText(self.tr("Who is in a cohort"))
