"""The state of the what-if page without its widgets: which scenario, which drivers and targets, what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Text
from kpidesk.charts.scenario_card import build_baseline_card, build_scenario_card
from kpidesk.core.formatting import Style, format_change, format_period, format_value, in_a_sentence
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.qt.translation import listed, render
from kpidesk.qt.widgets.driver_entry import plain_entry
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.goal_seek import GoalResult
from kpidesk.scenario.model import Override, Part, Scenario, parse_override
from kpidesk.scenario.projection import MonthPath
from kpidesk.scenario.segments import frame_of
from kpidesk.scenario.sensitivity import Tornado
from kpidesk.session.beside import ALONE, Beside
from kpidesk.session.studies import Comparison, Studies

TARGETS = ("ltv_cac", "ltv", "cac_payback_months")
FALLBACKS = ("customer_lifetime_months", "nrr", "arpa", "revenue", "aov", "roas", "cac")
VOLUMES = ("new_customers",)
PATH_KPIS = ("mrr", "active_customers", "revenue")
MORE_ON_PATH = ("new_customers", "churned_customers", "arpa", "nrr")
HISTORY = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows from one state of the drivers; ``ahead`` is the KPI that is shown month by month."""

    comparison: Comparison
    path: MonthPath | None
    cards: tuple[Card, ...]
    ahead: MetricName | None


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
        self.part: Part | None = None
        self.targets = self._known((*TARGETS, *FALLBACKS))[:3]
        self.ahead_names = self._known((*PATH_KPIS, *MORE_ON_PATH, *self.targets))
        self.chosen: MetricName | None = None
        self.supposed: Mapping[MetricName, float] = {}
        self._has_path = bool(self._known(PATH_KPIS))
        self.whole_drivers = self._drivers_of(frame)
        self.drivers = self.whole_drivers
        self.writes = {driver.name: partial(self.show, driver.name) for driver in self.drivers}

    def _drivers_of(self, frame: ResultFrame) -> tuple[Driver, ...]:
        """What may be moved to move the targets and who comes."""
        names = (*self.targets, *self._known(VOLUMES)) or self._known(PATH_KPIS)
        wanted = [name for name in names if name in frame.series]
        found = self._studies.drivers(frame, wanted) if wanted else ()
        return tuple(driver for driver in found if not driver.is_part)

    def turn_to(self, part: Part | None, beside: Beside) -> None:
        """The drivers are those of a part of the business from now on, None: of the whole."""
        self.beside, self.part = beside, part
        self.drivers = self.whole_drivers if part is None else self._of_part(part)

    def _of_part(self, part: Part) -> tuple[Driver, ...]:
        """The drivers of the whole that a part has too, with its own values and bounds."""
        found = {driver.name: driver for driver in self._drivers_of(frame_of(part, self.beside.split))}
        return tuple(found[driver.name] for driver in self.whole_drivers if driver.name in found)

    def sides(self, scenario: Scenario, whole: Comparison | None = None) -> Comparison:
        """Before and after, of the part that the drivers are of."""
        if self.part is None:
            return whole or self._studies.compare(self.frame, scenario, beside=self.beside)
        return self._studies.part(self.frame, scenario, self.part, self.beside)

    def _known(self, names: Iterable[str]) -> tuple[MetricName, ...]:
        return tuple(MetricName(name) for name in names if self.frame.value(name) is not None)

    def label(self, name: str) -> str:
        """The name of a KPI in the reader's language; its id where it was one's own and is no more."""
        return self._catalogue.get(name).label(self.style.language) if name in self._catalogue else name

    def inline(self, name: str) -> str:
        """Its name after other words."""
        return in_a_sentence(self.label(name))

    def show(self, name: str, value: float | None) -> str:
        """A value of a KPI as a card writes it."""
        return format_value(value, self.kind(name), self.style)

    def signed(self, name: str, amount: float) -> str:
        """A change of a KPI as a card writes it, "" a relative one."""
        if not name:
            return format_value(amount, "share", self.style.with_sign().exact())  # +10%, as it was typed
        return format_change(amount, self.kind(name), self.style)

    @property
    def now(self) -> Period:
        """The period that sliders start from."""
        at = self.frame.last_complete
        return Period(Grain.SNAPSHOT, 0) if at is None else self.frame.periods[at]

    def is_share(self, name: str) -> bool:
        """Whether its values are typed in percent."""
        return self._catalogue.get(name).unit.kind == "share"

    def is_better_up(self, name: str) -> bool:
        """Whether more of it is good."""
        return self._catalogue.get(name).good != "down"

    def has_direction(self, name: str) -> bool:
        """Whether more of it is good or bad at all."""
        return self._catalogue.get(name).good != "none"

    @property
    def has_months(self) -> bool:
        """Whether there is anything to follow month by month."""
        return self._has_path and bool(self.frame.periods) and self.frame.as_of is not None

    def whole_driver(self, name: str) -> Driver | None:
        """One of the drivers of the whole business."""
        return next((driver for driver in self.whole_drivers if driver.name == name), None)

    def override(self, driver: str, text: str) -> Override:
        """What was typed into the box of a driver; UserError for what is no change of it."""
        definition = self._catalogue.get(driver)
        plain = plain_entry(text, is_share=definition.unit.kind == "share")
        return parse_override(driver, plain, definition.unit)

    def values(self, scenario: Scenario, part: Part | None) -> Mapping[MetricName, float]:
        """Every KPI under a scenario, of the part that the drivers are of or of the whole business."""
        whole = None if part is not None else self._studies.compare(self.frame, scenario, beside=self.beside)
        return (whole or self.sides(scenario)).scenario

    def stands(self, name: str) -> float | None:
        """What a KPI is under the scenario on show, once that was answered; else what it is."""
        return self.supposed.get(MetricName(name), self.frame.value(name))

    def kind(self, name: str) -> str:
        """How its values are written."""
        return self._catalogue.get(name).unit.kind if name in self._catalogue else "number"

    def check(self, scenario: Scenario) -> None:
        """UserError where a driver cannot be as the scenario supposes."""
        self._studies.compare(self.frame, scenario, beside=self.beside)

    def seek(self, target: str, goal: float, driver: str, scenario: Scenario) -> GoalResult:
        """The value of a driver that brings a target to a goal, the scenario's other drivers as they are."""
        return self._studies.seek(self.frame, target, goal, driver, scenario=scenario, beside=self.beside)

    def leaders(self, driver: str, changed: Iterable[str]) -> str:
        """The names of the changed drivers that move this one."""
        return listed([self.inline(name) for name in self._studies.leaders(driver, changed)])

    def answer(self, scenario: Scenario, months: int) -> Answer:
        """Cards and month path under a scenario; of the baseline alone where it supposes nothing."""
        comparison = self._studies.compare(self.frame, scenario, beside=self.beside)
        path = self.path(scenario, months)
        changed = None
        if scenario.active:
            changed = tuple(dict.fromkeys((*comparison.changes, *(name for name, _ in comparison.in_parts))))
        now = format_period(comparison.at, self.style)
        cards = [
            self._card(name, comparison.baseline.get(name), comparison.scenario.get(name), changed, foot=now)
            for name in self.targets
        ]
        ahead = self.ahead(path)
        if path is not None and ahead is not None:
            cards.append(self._card_ahead(path, ahead, months, changed, now))
        return Answer(comparison, path, tuple(cards), ahead)

    def path(self, scenario: Scenario, months: int, beside: Beside | None = None) -> MonthPath | None:
        """What may be followed month by month; None where there are no months."""
        if not self.has_months:
            return None
        beside, names = beside or self.beside, frozenset(self.ahead_names)
        return self._studies.path(self.frame, scenario, months, beside=beside, names=names)

    def ahead(self, path: MonthPath | None) -> MetricName | None:
        """The KPI that is shown month by month: the one that was chosen, else the first."""
        names = self.followed(path)
        return self.chosen if self.chosen in names else next(iter(names), None)

    def followed(self, path: MonthPath | None) -> tuple[MetricName, ...]:
        """Every KPI that can be shown month by month: known now, and the path can go on with it."""
        if path is None:
            return ()
        return tuple(
            name
            for name in self.ahead_names
            if name in path.baseline and name in path.scenario and np.isfinite(path.baseline[name]).all()
        )

    def _card(
        self,
        name: MetricName,
        before: float | None,
        after: float | None,
        changed: tuple[MetricName, ...] | None,
        *,
        label: str = "",
        foot: Text = "",
    ) -> Card:
        if changed is None:
            return build_baseline_card(name, before, self._catalogue, self.style, label=label, foot=foot)
        movers = [driver.name for driver in self.whole_drivers if name in driver.affects]
        said = listed([self.inline(each) for each in changed])
        if not set(movers).isdisjoint(changed):  # it depends on what was changed, and yet stays where it is
            said = ""
        mover = listed([self.inline(each) for each in movers])
        build = partial(build_scenario_card, catalogue=self._catalogue, style=self.style, label=label)
        return build(name, before, after, drivers=said, mover=mover, is_one=len(movers) == 1)

    def _card_ahead(
        self, path: MonthPath, name: MetricName, months: int, changed: tuple[MetricName, ...] | None, now: str
    ) -> Card:
        words = Message(QT_TRANSLATE_NOOP("whatif", "{kpi} in {n} {n|month|months}"), kpi=self.label(name), n=months)
        foot = Message(QT_TRANSLATE_NOOP("whatif", "if months are like {period}"), period=now)
        before, after = float(path.baseline[name][-1]), float(path.scenario[name][-1])
        return self._card(name, before, after, changed, label=render(words), foot=foot)

    def past(self, name: MetricName, at: Period) -> tuple[tuple[Period, ...], Array]:
        """The last year of a KPI up to a month."""
        frame = self.frame
        last = frame.column(at)
        stop = len(frame.periods) if last is None else last + 1
        first = max(0, stop - HISTORY - 1)
        values = frame.series[name].values[frame.segments.index(None), first:stop]
        return frame.periods[first:stop], np.asarray(values, dtype=float)

    def said_of(self, scenario: Scenario) -> Text:
        """What a scenario changes, for foots of charts and heads of tables."""
        return self.changes(self._studies.compare(self.frame, scenario, beside=self.beside))

    def changes(self, comparison: Comparison) -> Text:
        """``Customer churn 3.9% → 1.95%``, for foots and exports."""
        parts = [
            f"{self.label(name)} {self.show(name, before)} → {self.show(name, after)}"
            for name, (before, after) in comparison.changes.items()
        ]
        parts += [
            f"{self.label(name)} ({part.value}) {self.show(name, before)} → {self.show(name, after)}"
            for (name, part), (before, after) in comparison.in_parts.items()
        ]
        return listed(parts)

    def tornado(
        self, target: MetricName, scenario: Scenario | None = None, *, by_history: bool = False
    ) -> Tornado | None:
        """How far each driver moves a target from the scenario on, each ±20% or as far as it was of late by itself.

        None where the target has no value, or no driver bears on it.
        """
        found = self._studies.tornado(self.frame, target, scenario=scenario, beside=self.beside, by_history=by_history)
        if found is None:
            return None
        shown = {driver.name for driver in self.whole_drivers}
        swings = tuple(swing for swing in found.swings if swing.driver in shown)
        return replace(found, swings=swings) if swings else None


def pair_of(name: str, value: str) -> str:
    """``CAC: own history``."""
    return render(Message(QT_TRANSLATE_NOOP("whatif", "{name}: {value}"), name=name, value=value))


def usual_goal(state: WhatIf, target: str) -> float:
    """A goal worth asking for: 3 for LTV/CAC, 12 months for payback; where that is reached, a tenth more than now."""
    now = state.stands(target)
    if now is None:
        return 0.0
    usual = {"ltv_cac": 3.0, "cac_payback_months": 12.0}.get(target)
    is_up = state.is_better_up(target)
    if usual is not None and (usual > now * 1.02 if is_up else usual < now * 0.98):
        return usual
    better = 1.1 if is_up else 0.9
    return float(f"{now * better:.2g}")  # no more digits than stand in the field: what is shown is what is sought
