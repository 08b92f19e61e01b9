"""What the what-if page does to the scenario on show: one undo step for each thing that a user does."""

import math
from collections.abc import Container
from dataclasses import replace
from itertools import count

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.qt.translation import render
from kpidesk.scenario.model import Kind, Override, Part, Scenario
from kpidesk.scenario.presets import PRESETS, Preset, Terms, preset
from kpidesk.session.commands.scenarios import ShowScenario, Suppose
from kpidesk.session.services import Services
from kpidesk.ui.scenario.what_if import WhatIf

_REFUSED = QT_TRANSLATE_NOOP("commands", "“{question}” is no question for these data.")
_UNKNOWN = Message(QT_TRANSLATE_NOOP("commands", "There is no such figure, or it is 0."))


class Supposing:
    """Turns moves, entries and presets into suppositions; ``state`` is what the page shows, None before the numbers."""

    def __init__(self, services: Services) -> None:
        self._session = services.session
        self._notices = services.notices
        self.state: WhatIf | None = None
        self._elasticity = 0.0
        self._resting: Scenario | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown, else a new one without a name, which the first change takes in.

        While a drag passes the baseline it is the one that began it, with its start and its note.
        """
        document, resting = self._session.document, self._resting
        shown = document.query.scenario
        found = document.scenarios.get(shown) if shown is not None else None
        if found is None and resting is not None and resting.id not in document.scenarios:
            return resting
        return found or Scenario(_free_id(document.scenarios), "")

    @property
    def elasticity(self) -> float:
        """How buyers take prices as the scenario has it, else as it was said last."""
        price = preset("price")
        return self._elasticity if price is None else price.elasticity_of(self.scenario, self._elasticity)

    def slide(self, driver: str, value: float) -> None:
        """A slider; a drag is one undo step. What a part of the business cannot suppose is told and not done."""
        state = self.state
        if state is None:
            return
        override = Override(DriverName(driver), Kind.ABSOLUTE, value, part=state.part)
        known = {(each.driver, each.part) for each in self.scenario.overrides}
        if override.part is not None and (override.driver, override.part) not in known:
            try:
                state.check(self.scenario.with_override(override))
            except UserError as error:
                self._notices.error(error)
                return
        self._move(state, override, f"drag:{driver}")

    def enter(self, driver: str, text: str) -> None:
        """What was typed: "/2" stays a half, as a preset's is. UserError for what cannot be; then nothing changes."""
        state = self.state
        if state is None:
            return
        override = replace(state.override(driver, text), part=state.part)
        state.check(self.scenario.with_override(override))
        self._move(state, override, None)

    def end_step(self) -> None:
        """The end of a drag: what follows is a step of its own."""
        self._resting = None
        self._session.seal()

    def use(self, driver: str, value: float) -> None:
        """Take an answer of goal seek over; it is sought for the whole business, whichever part the drivers are of."""
        if self.state is not None:
            self._move(self.state, Override(DriverName(driver), Kind.ABSOLUTE, value), None)
            self.end_step()

    def reset(self, driver: str) -> None:
        """Let a driver be what the data say, or what others make of it: a step of its own."""
        self._drop(driver, None if self.state is None else self.state.part)
        self.end_step()

    def _drop(self, driver: str, part: Part | None) -> None:
        without = self.scenario.without(DriverName(driver), part)
        if without == self.scenario:
            return
        name = driver if self.state is None else self.state.label(driver)
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset {driver}"), driver=name)
        self._suppose(without, label, f"drag:{driver}")
        self._resting = without

    def reset_all(self) -> None:
        """Let all drivers be what the data say."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset all drivers"))
        self._suppose(replace(self.scenario, overrides=()), label)

    def toggle(self, key: str) -> None:
        """Switch a question in one click on, or off again."""
        asked, scenario = preset(key), self.scenario
        if asked is None:
            return
        overrides, is_on = asked.overrides(self._terms()), self.is_on(asked)
        for override in overrides:
            scenario = scenario.without(override.driver) if is_on else scenario.with_override(override)
        if overrides:
            label = Message(QT_TRANSLATE_NOOP("commands", "What-if: {question}"), question=asked.label)
            self._suppose(scenario, label)

    def refusal(self, asked: Preset) -> tuple[Message, Message] | None:
        """That a question in one click cannot be asked of these data, and why; None where it can."""
        if self.state is None or asked.overrides(self._terms()):
            return None
        series = [self.state.frame.series.get(MetricName(name)) for name in asked.drivers]
        reason = next((each.reason for each in series if each is not None and each.reason is not None), None)
        return Message(_REFUSED, question=asked.label), reason or _UNKNOWN

    def switch(self, place: int, is_on: bool) -> None:
        """Take a change of the stack out of the reckoning without forgetting it, or in again."""
        stack = list(self.scenario.overrides)
        if place >= len(stack):
            return  # it went a moment ago, with all others; its row goes with the next drawing
        stack[place] = replace(stack[place], is_on=is_on)
        label = Message(QT_TRANSLATE_NOOP("commands", "Switch {driver} on or off"), driver=self._name(stack[place]))
        self._suppose(replace(self.scenario, overrides=tuple(stack)), label)

    def remove(self, place: int) -> None:
        """Forget a change of the stack."""
        stack = list(self.scenario.overrides)
        if place >= len(stack):
            return  # as above
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset {driver}"), driver=self._name(stack.pop(place)))
        self._suppose(replace(self.scenario, overrides=tuple(stack)), label)

    def begin(self, start: Period | None) -> None:
        """From which month on all changes hold."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Move the scenario's start"))
        self._suppose(replace(self.scenario, start=start), label)

    def ramp(self, months: int) -> None:
        """Over how many months changes come into full force."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Ramp changes over {n} {n|month|months}"), n=months)
        self._suppose(replace(self.scenario, ramp=months), label)

    def name(self, name: str) -> None:
        """Call the scenario so."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Rename scenario to {name}"), name=name)
        self._suppose(replace(self.scenario, name=name), label)

    def write(self, note: str) -> None:
        """Note something on the scenario."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Note on a scenario"))
        self._suppose(replace(self.scenario, note=note), label)

    def duplicate(self, name: str) -> None:
        """Show a copy of the scenario, under another name."""
        known = self._session.document.scenarios
        label = Message(QT_TRANSLATE_NOOP("commands", "Duplicate the scenario"))
        self._session.execute(Suppose(replace(self.scenario, id=_free_id(known), name=name), label))

    def forget(self) -> None:
        """Let the scenario go; the baseline is shown."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Remove scenario {name}"), name=self.scenario.name)
        self._suppose(Scenario(self.scenario.id, ""), label)

    def begin_new(self) -> None:
        """Show a new scenario, which is kept under its name even before anything is changed."""
        known = self._session.document.scenarios
        name = Message(QT_TRANSLATE_NOOP("commands", "Scenario {n}"), n=len(known) + 1)
        label = Message(QT_TRANSLATE_NOOP("commands", "Add scenario {name}"), name=name)
        self._session.execute(Suppose(Scenario(_free_id(known), render(name)), label))

    def set_elasticity(self, elasticity: float) -> None:
        """Buyers take prices so; a question on prices that is asked is asked anew."""
        price, asked = preset("price"), None
        if elasticity == self.elasticity:
            return  # the box was left as it stood
        if price is not None and self.is_on(price):
            asked = price
        stack = self.scenario
        if asked is not None:
            for override in asked.overrides(self._terms()):
                stack = stack.without(override.driver)
        self._elasticity = elasticity
        if asked is not None:
            for override in asked.overrides(replace(self._terms(), elasticity=elasticity)):
                stack = stack.with_override(override)
            self._suppose(stack, Message(QT_TRANSLATE_NOOP("commands", "What-if: {question}"), question=asked.label))

    def show(self, scenario: str) -> None:
        """Show another scenario, '' the baseline."""
        self._session.execute(ShowScenario(ScenarioId(scenario) if scenario else None))

    @property
    def all(self) -> tuple[Scenario, ...]:
        """Every scenario of the workspace."""
        return tuple(self._session.document.scenarios.values())

    def _name(self, override: Override) -> str:
        return override.driver if self.state is None else self.state.label(override.driver)

    def is_on(self, preset: Preset) -> bool:
        """Whether the scenario asks that question, alone or with others."""
        overrides = preset.overrides(self._terms())
        return bool(overrides) and all(override in self.scenario.active for override in overrides)

    def presets(self) -> tuple[list[str], list[str]]:
        """The keys of those that can be asked, and of those that are."""
        offered = [each.key for each in PRESETS if each.overrides(self._terms())]
        return offered, [each.key for each in PRESETS if self.is_on(each)]

    def _terms(self) -> Terms:
        if self.state is None:
            return Terms(())
        names = [driver.name for driver in self.state.whole_drivers if driver.baseline]  # half of nothing is nothing
        return Terms(names, self.elasticity, self.state.beside.largest)

    def _move(self, state: WhatIf, override: Override, merge_key: str | None) -> None:
        """Suppose a driver different; what it would be anyway is no supposition."""
        driver, scenario = override.driver, self.scenario
        try:
            values = state.values(scenario.without(driver, override.part), override.part)
            rest = values.get(MetricName(driver), math.nan)
        except UserError:  # another supposition finds nothing to change here: the page says so with its answer
            rest = math.nan
        value = override.applied(rest)
        if abs(value - rest) <= 1e-12 * max(1.0, abs(rest)):
            self._drop(driver, override.part)
            return
        words = {"driver": state.label(driver), "value": state.show(driver, value)}
        label = Message(QT_TRANSLATE_NOOP("commands", "Set {driver} to {value}"), **words)
        if override.part is not None:
            said = QT_TRANSLATE_NOOP("commands", "Set {driver} of {part} to {value}")
            label = Message(said, part=override.part.value, **words)
        self._suppose(scenario.with_override(override), label, merge_key)

    def _suppose(self, scenario: Scenario, label: Message, merge_key: str | None = None) -> None:
        """The scenario as it becomes, shown in the whole window; one that says the same is taken up."""
        known = self._session.document.scenarios
        same = (s for s in known.values() if s.overrides == scenario.overrides and s.name == scenario.name)
        if scenario.id not in known and scenario.overrides:
            scenario = next(same, scenario)
        self._session.execute(Suppose(scenario, label, merge_key))


def _free_id(taken: Container[ScenarioId]) -> ScenarioId:
    """An id that no scenario has."""
    names = (ScenarioId("what-if" if n == 1 else f"what-if-{n}") for n in count(1))
    return next(name for name in names if name not in taken)
