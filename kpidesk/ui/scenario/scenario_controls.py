"""The head of the driver panel at work: which scenario, its stack of changes, for whom and when they hold."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from kpidesk.charts.labels import segment_text
from kpidesk.core.formatting import format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.qt.translation import render, style, words
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.scenario.model import Kind, Override, Part
from kpidesk.scenario.presets import preset, scenario_label
from kpidesk.session.services import Services
from kpidesk.ui.scenario.change_list import ChangeRow
from kpidesk.ui.scenario.driver_panel import DriverPanel
from kpidesk.ui.scenario.supposing import Supposing
from kpidesk.ui.scenario.what_if import WhatIf

_MOST_VALUES = 30


class ScenarioControls(QObject):
    """Fills bar, timing and list of a panel and passes on what a user does there.

    ``turn(part)`` is called for another part of the business, None the whole; ``attributes`` are those to choose from.
    """

    def __init__(
        self, services: Services, panel: DriverPanel, supposing: Supposing, turn: Callable[[Part | None], None]
    ) -> None:
        super().__init__(panel)
        self._schema, self._panel, self._supposing, self._turn = services.schema, panel, supposing, turn
        self._parts: list[Part | None] = [None]
        self.attributes: Mapping[str, tuple[str, ...]] = {}
        bar, timing = panel.bar, panel.timing
        bar.shown.connect(supposing.show)
        bar.begun.connect(self.on_begun)
        bar.copied.connect(self.on_copied)
        bar.named.connect(supposing.name)
        bar.noted.connect(supposing.write)
        bar.removed.connect(supposing.forget)
        panel.changes.switched.connect(supposing.switch)
        panel.changes.removed.connect(supposing.remove)
        panel.part.clicked.connect(self.on_parts)
        timing.begun.connect(self.on_start)
        timing.ramped.connect(supposing.ramp)
        panel.elasticity_set.connect(supposing.set_elasticity)

    def show_state(self, state: WhatIf) -> None:
        """Bring them up to date with the scenario of now."""
        scenario, known = self._supposing.scenario, self._supposing.all
        is_known = any(each.id == scenario.id for each in known)
        names = [(str(each.id), words(scenario_label(each))) for each in known]
        self._panel.bar.set_scenarios(names, str(scenario.id) if is_known else "", scenario.name, scenario.note)
        self._panel.changes.set_changes([self._row(state, each) for each in scenario.overrides])
        self._panel.set_part("" if state.part is None else _named(state.part), has_parts=bool(self.attributes))
        months = self._months(state) if scenario.overrides else []
        start = 0 if scenario.start is None or not months else scenario.start.index - state.now.index - 1
        self._panel.timing.set_timing(months, max(0, min(start, len(months) - 1)), scenario.ramp)
        price = preset("price")
        is_price = price is not None and self._supposing.is_on(price)
        self._panel.set_elasticity(self._supposing.elasticity, is_asked=is_price)

    @staticmethod
    def _months(state: WhatIf) -> list[str]:
        """The months of the year ahead, in which changes may start."""
        if not state.has_months or state.now.grain is not Grain.MONTH:
            return []
        return [format_period(state.now.shifted(ahead), state.style) for ahead in range(1, 13)]

    def _row(self, state: WhatIf, override: Override) -> ChangeRow:
        parts = [_change(state, override)]
        if override.part is not None:
            parts.append(_named(override.part))
        if override.start is not None:
            template = QT_TRANSLATE_NOOP("whatif", "from {period}")
            parts.append(render(Message(template, period=format_period(override.start, state.style))))
        return ChangeRow(state.label(override.driver), " · ".join(parts), override.is_on)

    def on_begun(self) -> None:
        """A new scenario: the drivers are where they are until the first of them is moved."""
        self._supposing.begin_new()
        self._panel.bar.write("name")

    def on_copied(self) -> None:
        """A copy under a name of its own."""
        template = QT_TRANSLATE_NOOP("whatif", "Copy of {name}")
        name = words(scenario_label(self._supposing.scenario))
        self._supposing.duplicate(render(Message(template, name=name)))

    def on_start(self, place: int) -> None:
        """Changes start in that month ahead."""
        state = self._supposing.state
        if state is not None:
            self._supposing.begin(state.now.shifted(place + 1) if place else None)

    def on_parts(self) -> None:
        """For whom."""
        self._parts = [None]
        self._parts += [Part(name, value) for name, values in self.attributes.items() for value in values]
        everybody = render(Message(QT_TRANSLATE_NOOP("whatif", "Everybody")))
        language = style().language
        choices = [
            Choice(place, everybody)
            if part is None
            else Choice(place, _named(part), self._schema.label(part.attribute, language))
            for place, part in enumerate(self._parts)
        ]
        choose(self._panel.part, choices, self.on_part)

    def on_part(self, place: object) -> None:
        """For these."""
        self._turn(self._parts[int(str(place))])


def _named(part: Part) -> str:
    return words(segment_text(part.value))


def usable(attributes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Attributes with so few values that one would choose among them."""
    return {name: values for name, values in attributes.items() if 1 < len(values) <= _MOST_VALUES}


def _change(state: WhatIf, override: Override) -> str:
    """``×0.5``, ``−20%``, ``+2 pt``, ``→ 500``."""
    match override.kind:
        case Kind.FACTOR:
            return f"×{override.amount:.4g}"
        case Kind.PERCENT:
            return state.signed("", override.amount)
        case Kind.POINTS:
            return state.signed(override.driver, override.amount)
        case _:
            return "→ " + state.show(override.driver, override.amount)
