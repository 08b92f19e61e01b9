"""Questions in one click, and what a scenario is called that nobody named."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpidesk.core.ids import DriverName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.scenario.model import Kind, Override, Scenario


@dataclass(frozen=True, slots=True)
class Preset:
    """A question in one click: the first driver of ``drivers`` that is there, multiplied by ``factor``."""

    key: str
    label: Message
    drivers: tuple[str, ...]
    factor: float

    def override(self, available: Sequence[str]) -> Override | None:
        """What it does to the drivers that are there."""
        name = next((name for name in self.drivers if name in available), None)
        return None if name is None else Override(DriverName(name), Kind.FACTOR, self.factor)

    def is_all_of(self, scenario: Scenario) -> bool:
        """Whether the scenario supposes this and nothing else."""
        names = [override.driver for override in scenario.active]
        return len(names) == 1 and scenario.active == (self.override(names),)


PRESETS = (
    Preset(
        "halve_churn",
        Message(QT_TRANSLATE_NOOP("presets", "Halve churn")),
        ("customer_churn_rate", "revenue_churn_rate"),
        0.5,
    ),
    Preset("price", Message(QT_TRANSLATE_NOOP("presets", "Price +10%")), ("arpa", "arpu", "aov"), 1.1),
    Preset("cac", Message(QT_TRANSLATE_NOOP("presets", "CAC −20%")), ("cac",), 0.8),
    Preset("signups", Message(QT_TRANSLATE_NOOP("presets", "Double new customers")), ("new_customers",), 2.0),
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
