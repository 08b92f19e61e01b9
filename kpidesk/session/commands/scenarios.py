"""Commands on what-if scenarios. None of them touches a baseline number."""

from dataclasses import dataclass, replace

from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.scenario.correlations import Correlation, check_together
from kpidesk.scenario.model import Override, Scenario
from kpidesk.scenario.ranges import Range
from kpidesk.workspace.document import Workspace


@dataclass(frozen=True, slots=True)
class SetDriver:
    """Suppose a driver different; on a scenario that is not there yet, it is made under the name given.

    ``shown`` is the new value as the user reads it ("2.5%"), for the label.
    """

    scenario: ScenarioId
    override: Override
    shown: str = ""
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(
            QT_TRANSLATE_NOOP("commands", "Set {driver} to {value}"),
            driver=self.override.driver,
            value=self.shown or str(self.override),
        )

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario) or Scenario(self.scenario, "")
        stack = tuple(o for o in old.overrides if o.driver == self.override.driver)
        return doc if stack == (self.override,) else _put(doc, old.with_override(self.override))


@dataclass(frozen=True, slots=True)
class SetOverrides:
    """Put a whole stack of overrides on a scenario: reset all, halve churn, apply a goal."""

    scenario: ScenarioId
    overrides: tuple[Override, ...]
    label: Message
    merge_key: str | None = None

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario) or Scenario(self.scenario, "")
        return doc if old.overrides == self.overrides else _put(doc, replace(old, overrides=self.overrides))


@dataclass(frozen=True, slots=True)
class Correlate:
    """Say how two drivers move together, in whatever scenario; one that said it before gives way.

    Without a ``strength`` their histories tell again. UserError where it cannot be together with what is stated of
    others.
    """

    one: DriverName
    other: DriverName
    strength: float | None
    label: Message
    merge_key: str | None = None

    def apply(self, doc: Workspace) -> Workspace:
        pair = frozenset((self.one, self.other))
        kept = tuple(each for each in doc.correlations if each.pair != pair)
        if self.strength is not None:
            kept = (*kept, Correlation(self.one, self.other, self.strength))
            check_together(kept)
        return doc if kept == doc.correlations else replace(doc, correlations=kept)


@dataclass(frozen=True, slots=True)
class StateRange:
    """Say how a driver may turn out, in whatever scenario is drawn; without a ``range`` its own history tells again."""

    driver: DriverName
    range: Range | None
    label: Message
    merge_key: str | None = None

    def apply(self, doc: Workspace) -> Workspace:
        kept = tuple(each for each in doc.ranges if each.driver != self.driver)
        if self.range is not None:
            kept = (*kept, self.range)
        return doc if kept == doc.ranges else replace(doc, ranges=kept)


@dataclass(frozen=True, slots=True)
class ResetDriver:
    """Let a driver be what the data say again."""

    scenario: ScenarioId
    driver: DriverName
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Reset {driver}"), driver=self.driver)

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario)
        if old is None or all(o.driver != self.driver for o in old.overrides):
            return doc
        return _put(doc, old.without(self.driver))


@dataclass(frozen=True, slots=True)
class ToggleOverride:
    """Switch one override off without forgetting it, or on again."""

    scenario: ScenarioId
    driver: DriverName
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Switch {driver} on or off"), driver=self.driver)

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario)
        if old is None or all(o.driver != self.driver for o in old.overrides):
            return doc
        turned = tuple(replace(o, is_on=not o.is_on) if o.driver == self.driver else o for o in old.overrides)
        return _put(doc, replace(old, overrides=turned))


@dataclass(frozen=True, slots=True)
class Suppose:
    """Let a scenario be so and show it; without name and overrides it is forgotten, and the baseline is shown."""

    scenario: Scenario
    label: Message
    merge_key: str | None = None

    def apply(self, doc: Workspace) -> Workspace:
        scenario = self.scenario
        if not (scenario.overrides or scenario.name):
            return _shown(RemoveScenario(scenario.id).apply(doc), None)
        old = doc.scenarios.get(scenario.id)
        return _shown(doc if old == scenario else _put(doc, scenario), scenario.id)


@dataclass(frozen=True, slots=True)
class ShowScenario:
    """Show a scenario beside the baseline; None shows the baseline alone."""

    scenario: ScenarioId | None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Show another scenario"))

    def apply(self, doc: Workspace) -> Workspace:
        return _shown(doc, self.scenario)


@dataclass(frozen=True, slots=True)
class AddScenario:
    """Take a scenario in: a new one, or a duplicate under a new id."""

    scenario: Scenario
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Add scenario {name}"), name=self.scenario.name)

    def apply(self, doc: Workspace) -> Workspace:
        return _put(doc, self.scenario)


@dataclass(frozen=True, slots=True)
class RemoveScenario:
    """Forget a scenario."""

    scenario: ScenarioId
    name: str = ""
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Remove scenario {name}"), name=self.name)

    def apply(self, doc: Workspace) -> Workspace:
        if self.scenario not in doc.scenarios:
            return doc
        return replace(doc, scenarios={k: v for k, v in doc.scenarios.items() if k != self.scenario})


@dataclass(frozen=True, slots=True)
class RenameScenario:
    """Give a scenario another name."""

    scenario: ScenarioId
    name: str
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Rename scenario to {name}"), name=self.name)

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario)
        if old is None or old.name == self.name:
            return doc
        return _put(doc, replace(old, name=self.name))


@dataclass(frozen=True, slots=True)
class StartScenario:
    """Let a scenario's suppositions hold from a later month on."""

    scenario: ScenarioId
    start: Period | None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Move the scenario's start"))

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.scenarios.get(self.scenario)
        if old is None or old.start == self.start:
            return doc
        return _put(doc, replace(old, start=self.start))


def _shown(doc: Workspace, scenario: ScenarioId | None) -> Workspace:
    known = scenario if scenario in doc.scenarios else None
    return doc if doc.query.scenario == known else replace(doc, query=replace(doc.query, scenario=known))


def _put(doc: Workspace, scenario: Scenario) -> Workspace:
    return replace(doc, scenarios={**doc.scenarios, scenario.id: scenario})
