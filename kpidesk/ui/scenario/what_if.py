"""The state of the what-if page without its widgets: which scenario, which drivers and targets, what they come to."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.tornado import TornadoBar, TornadoView, build_tornado
from kpidesk.charts.scenario_card import build_baseline_card, build_scenario_card
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import listed, render
from kpidesk.qt.widgets.driver_entry import plain_entry
from kpidesk.qt.widgets.slider_row import DriverView
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.goal_seek import GoalResult
from kpidesk.scenario.model import Override, Scenario, parse_override
from kpidesk.scenario.presets import scenario_label
from kpidesk.scenario.projection import MonthPath
from kpidesk.session.beside import ALONE, Beside
from kpidesk.session.studies import Comparison, Studies

TARGETS = ("ltv_cac", "ltv", "cac_payback_months")
FALLBACKS = ("customer_lifetime_months", "nrr", "arpa", "revenue", "aov", "roas", "cac")
VOLUMES = ("new_customers",)
PATH_KPIS = ("mrr", "active_customers", "revenue")
HISTORY = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page shows for one state of the drivers."""

    comparison: Comparison
    path: MonthPath | None
    cards: tuple[Card, ...]
    figure: Figure | None


class WhatIf:
    """Everything that follows from one frame; built anew when the data or the question change."""

    def __init__(
        self, studies: Studies, catalogue: Catalogue, frame: ResultFrame, style: Style, beside: Beside = ALONE
    ) -> None:
        self._studies = studies
        self.beside = beside
        self._catalogue = catalogue
        self.frame = frame
        self.style = style
        self.targets = self._known((*TARGETS, *FALLBACKS))[:3]
        self._has_path = bool(self._known(PATH_KPIS))
        wanted = (*self.targets, *self._known(VOLUMES)) or self._known(PATH_KPIS)
        found = studies.drivers(frame, wanted) if wanted else ()
        self.drivers = tuple(driver for driver in found if not driver.is_part)
        self.writes = {driver.name: partial(self.show, driver.name) for driver in self.drivers}

    def _known(self, names: Iterable[str]) -> tuple[MetricName, ...]:
        return tuple(MetricName(name) for name in names if self.frame.value(name) is not None)

    def label(self, name: str) -> str:
        """The name of a KPI in the reader's language."""
        return self._catalogue.get(name).label(self.style.language)

    def show(self, name: str, value: float | None) -> str:
        """A value of a KPI as a card writes it."""
        return format_value(value, self._catalogue.get(name).unit.kind, self.style)

    def is_share(self, name: str) -> bool:
        """Whether its values are typed in percent."""
        return self._catalogue.get(name).unit.kind == "share"

    def is_better_up(self, name: str) -> bool:
        """Whether more of it is good."""
        return self._catalogue.get(name).good != "down"

    def driver(self, name: str) -> Driver | None:
        """One of the drivers, None where the name is not among them."""
        return next((driver for driver in self.drivers if driver.name == name), None)

    def override(self, driver: str, text: str) -> Override:
        """What was typed into the box of a driver; UserError for what is no change of it."""
        definition = self._catalogue.get(driver)
        plain = plain_entry(text, is_share=definition.unit.kind == "share")
        return parse_override(driver, plain, definition.unit)

    def values(self, scenario: Scenario) -> Mapping[MetricName, float]:
        """Every KPI under a scenario."""
        return self._studies.compare(self.frame, scenario, beside=self.beside).scenario

    def check(self, scenario: Scenario) -> None:
        """UserError where a driver cannot be as the scenario supposes."""
        self._studies.compare(self.frame, scenario, beside=self.beside)

    def seek(self, target: str, goal: float, driver: str, scenario: Scenario) -> GoalResult:
        """The value of a driver that brings a target to a goal, the scenario's other drivers as they are."""
        return self._studies.seek(self.frame, target, goal, driver, scenario=scenario)

    def leaders(self, driver: str, changed: Iterable[str]) -> str:
        """The names of the changed drivers that move this one."""
        return listed([self.label(name) for name in self._studies.leaders(driver, changed)])

    def answer(self, scenario: Scenario, months: int, size: tuple[int, int]) -> Answer:
        """Cards and month path under a scenario; of the baseline alone where it supposes nothing."""
        comparison = self._studies.compare(self.frame, scenario, beside=self.beside)
        has_dates = self._has_path and bool(self.frame.periods) and self.frame.as_of is not None
        path = self._studies.path(self.frame, scenario, months, beside=self.beside) if has_dates else None
        changed = listed([self.label(name) for name in comparison.changes]) if scenario.active else None
        now = format_period(comparison.at, self.style)
        cards = [
            self._card(name, comparison.baseline.get(name), comparison.scenario.get(name), changed, foot=now)
            for name in self.targets
        ]
        figure = None
        ahead = self._ahead(path)
        if path is not None and ahead is not None:
            cards.append(self._card_ahead(path, ahead, months, changed, now))
            figure = self._figure(path, ahead, scenario, comparison, size)
        return Answer(comparison, path, tuple(cards), figure)

    def _ahead(self, path: MonthPath | None) -> MetricName | None:
        """The KPI that is shown month by month: the first that is known now and that the path can go on with."""
        names = () if path is None else (n for n in self._known(PATH_KPIS) if n in path.baseline and n in path.scenario)
        return next(iter(names), None)

    def _card(
        self,
        name: MetricName,
        before: float | None,
        after: float | None,
        changed: str | None,
        *,
        label: str = "",
        foot: Text = "",
    ) -> Card:
        if changed is None:
            return build_baseline_card(name, before, self._catalogue, self.style, label=label, foot=foot)
        return build_scenario_card(name, before, after, self._catalogue, self.style, label=label, drivers=changed)

    def _card_ahead(self, path: MonthPath, name: MetricName, months: int, changed: str | None, now: str) -> Card:
        words = Message(QT_TRANSLATE_NOOP("whatif", "{kpi} in {n} {n|month|months}"), kpi=self.label(name), n=months)
        foot = Message(QT_TRANSLATE_NOOP("whatif", "if months are like {period}"), period=now)
        before, after = float(path.baseline[name][-1]), float(path.scenario[name][-1])
        return self._card(name, before, after, changed, label=render(words), foot=foot)

    def _figure(
        self, path: MonthPath, name: MetricName, scenario: Scenario, comparison: Comparison, size: tuple[int, int]
    ) -> Figure:
        frame = self.frame
        last = frame.column(path.at)
        stop = len(frame.periods) if last is None else last + 1
        first = max(0, stop - HISTORY - 1)
        past = frame.series[name].values[frame.segments.index(None), first:stop]
        view = PathView(
            self.label(name),
            self._catalogue.get(name).unit.kind,
            frame.periods[first:stop],
            np.asarray(past, dtype=float),
            path.periods,
            path.baseline[name],
            path.scenario[name] if scenario.active else None,
            scenario_label(scenario),
            self.changes(comparison),
            profile=frame.profile,
            notes=tuple(_with_periods(note, self.style) for note in path.notes),
        )
        return build_path(view, self.style, FigureOptions(size=size))

    def changes(self, comparison: Comparison) -> Text:
        """``Customer churn 3.9% → 1.95%``, for foots and exports."""
        parts = [
            f"{self.label(name)} {self.show(name, before)} → {self.show(name, after)}"
            for name, (before, after) in comparison.changes.items()
        ]
        return listed(parts)

    def tornado(self, target: MetricName, scenario: Scenario, size: tuple[int, int]) -> Figure | None:
        """What moves a target most from the scenario on, each driver ±20%; None where the target has no value."""
        found = self._studies.tornado(self.frame, target, scenario=scenario)
        if found is None:
            return None
        shown = {driver.name for driver in self.drivers}
        bars = tuple(
            TornadoBar(self.label(swing.driver), swing.low, swing.high)
            for swing in found.swings
            if swing.driver in shown
        )
        view = TornadoView(self.label(target), self._catalogue.get(target).unit.kind, found.baseline, bars[:6])
        return build_tornado(view, self.style, FigureOptions(size=size))


def _with_periods(note: Message, style: Style) -> Message:
    """The note with its periods as the reader writes them."""
    said = {name: format_period(value, style) for name, value in note.params.items() if isinstance(value, Period)}
    return Message(note.template, **{**note.params, **said})


def driver_view(state: WhatIf, driver: Driver, comparison: Comparison) -> DriverView:
    """A driver as its row shows it: set, following what is set, or as it was.

    Bounds widen where a value was typed beyond them.
    """
    name = MetricName(driver.name)
    is_set = name in comparison.changes
    value = comparison.scenario.get(name, driver.baseline)
    value = value if math.isfinite(value) else driver.baseline
    follows = ""
    if not is_set and abs(value - driver.baseline) > 1e-9 * max(1.0, abs(driver.baseline)):
        leaders = state.leaders(name, comparison.changes)
        follows = render(Message(QT_TRANSLATE_NOOP("whatif", "follows {leaders}"), leaders=leaders))
    return DriverView(
        state.label(name),
        value,
        driver.baseline,
        min(driver.low, value),
        max(driver.high, value),
        driver.step,
        state.writes[driver.name],
        follows,
        _baseline_words(state, driver, comparison),
    )


def _baseline_words(state: WhatIf, driver: Driver, comparison: Comparison) -> str:
    """``3.94% in May 2026; 3.1% on average over 12 months.``, which tells an unusual month."""
    kind = driver.unit.kind
    exact = format_value(driver.baseline, kind, state.style.exact())
    of_late = [value for value in driver.history[-HISTORY:] if math.isfinite(value)]
    words = Message(
        QT_TRANSLATE_NOOP("whatif", "Baseline: {value} in {period}; {mean} on average over the last {n}."),
        value=exact,
        period=format_period(comparison.at, state.style),
        mean=format_value(sum(of_late) / max(1, len(of_late)), kind, state.style),
        n=len(of_late),
    )
    return render(words)


def reason_of(error: UserError, typed: str) -> Message:
    """Why an entry is refused, in the few words that stand beside its box, which says whose it is."""
    said = error.message.params
    if "low" in said and "high" in said:
        return Message(QT_TRANSLATE_NOOP("whatif", "lies between {low} and {high}"), low=said["low"], high=said["high"])
    if "text" in said:
        return Message(QT_TRANSLATE_NOOP("whatif", "“{text}” is no value, factor or percent"), text=typed)
    return error.message
