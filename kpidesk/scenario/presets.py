"""Questions in one click, and what a scenario is called that nobody named."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kpidesk.core.ids import DriverName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.scenario.model import Kind, Override, Scenario

_MRR, _CUSTOMERS = DriverName("mrr"), DriverName("active_customers")


@dataclass(frozen=True, slots=True)
class Largest:
    """The customer who pays most, and how much a month."""

    customer: str
    mrr: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What a preset is asked for: the drivers that are there, how buyers take prices, who pays most.

    ``elasticity`` is by how many percent fewer customers come for each percent of price.
    """

    available: Sequence[str]
    elasticity: float = 0.0
    largest: Largest | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A question in one click: the first driver of ``drivers`` that is there, multiplied by ``factor``.

    ``elastic`` is the driver that answers to a price. Without drivers it is the loss of the customer who pays most.
    """

    key: str
    label: Message
    drivers: tuple[str, ...] = ()
    factor: float = 1.0
    elastic: str = ""

    def overrides(self, terms: Terms) -> tuple[Override, ...]:
        """What it does to the drivers that are there; nothing where it cannot be asked."""
        if not self.drivers:
            return _loss(terms.largest)
        name = next((name for name in self.drivers if name in terms.available), None)
        if name is None:
            return ()
        first = Override(DriverName(name), Kind.FACTOR, self.factor)
        if not terms.elasticity or self.elastic not in terms.available:
            return (first,)
        return first, Override(DriverName(self.elastic), Kind.FACTOR, self.factor**-terms.elasticity)

    def elasticity_of(self, scenario: Scenario, usual: float) -> float:
        """The one at which the scenario asks this; ``usual`` where it does not ask it."""
        active = [each for each in scenario.active if each.part is None]
        first = next((each for each in active if each.driver in self.drivers and each.kind is Kind.FACTOR), None)
        if first is None or first.amount != self.factor:
            return usual
        answer = next((each.amount for each in active if self._answers(each) and each.amount > 0), 1.0)
        found = round(-math.log(answer) / math.log(self.factor), 6)
        return found if found > 0 and math.isclose(self.factor**-found, answer, rel_tol=1e-12) else 0.0

    def is_all_of(self, scenario: Scenario) -> bool:
        """Whether the scenario supposes this and nothing else, at whatever elasticity."""
        active = scenario.active
        if any(each.part is not None for each in active):
            return False
        if not self.drivers:
            lost = [each for each in active if each.kind is Kind.POINTS and each.amount < 0]
            return len(lost) == len(active) == 2 and {each.driver for each in lost} == {_MRR, _CUSTOMERS}
        first = self.overrides(Terms([each.driver for each in active]))
        return bool(first) and active[0] == first[0] and all(map(self._answers, active[1:]))

    def _answers(self, override: Override) -> bool:
        return override.driver == self.elastic and override.kind is Kind.FACTOR


PRESETS = (
    Preset(
        "halve_churn",
        Message(QT_TRANSLATE_NOOP("presets", "Halve churn")),
        ("customer_churn_rate", "revenue_churn_rate"),
        0.5,
    ),
    Preset("price", Message(QT_TRANSLATE_NOOP("presets", "Price +10%")), ("arpa", "arpu", "aov"), 1.1, "new_customers"),
    Preset("cac", Message(QT_TRANSLATE_NOOP("presets", "CAC −20%")), ("cac",), 0.8),
    Preset("signups", Message(QT_TRANSLATE_NOOP("presets", "Double new customers")), ("new_customers",), 2.0),
    Preset("largest", Message(QT_TRANSLATE_NOOP("presets", "Lose the largest customer"))),
)


def preset(key: str) -> Preset | None:
    """The preset of that key, None where there is none."""
    return next((each for each in PRESETS if each.key == key), None)


def scenario_label(scenario: Scenario) -> Message | str:
    """The name a user gave it, else the one question that it asks, else "What-if"."""
    if scenario.name:
        return scenario.name
    found = next((each.label for each in PRESETS if each.is_all_of(scenario)), None)
    return found or Message(QT_TRANSLATE_NOOP("presets", "What-if"))


def _loss(largest: Largest | None) -> tuple[Override, ...]:
    """One customer fewer, and what it pays."""
    if largest is None or largest.mrr <= 0:
        return ()
    return Override(_MRR, Kind.POINTS, -largest.mrr), Override(_CUSTOMERS, Kind.POINTS, -1.0)
