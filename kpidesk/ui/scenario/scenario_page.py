"""What if: drivers left, answers right; every slider move redraws cards and charts at once."""

from collections.abc import Container
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.scenario.model import Kind, Override, Scenario, parse_override
from kpidesk.scenario.presets import PRESETS, Preset, preset
from kpidesk.session.change import Change
from kpidesk.session.commands.scenarios import Suppose
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.scenario_view import ScenarioView
from kpidesk.ui.scenario.what_if import WhatIf, driver_view
from kpidesk.ui.window.page import GRAIN, PERIOD, PROFILE, SCENARIO, SEGMENT, Page

FRAME_MS = 16
HORIZONS = (12, 24, 36, 60)
_KEY = "whatif"


class ScenarioPage(Page):
    """The what-if page."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=frozenset({PERIOD, GRAIN, SEGMENT, PROFILE, SCENARIO}))
        self._services = services
        self._state: WhatIf | None = None
        self._months = HORIZONS[0]
        self._wish = ""
        self._view = ScenarioView(self)
        self._panel, self._goal = self._view.panel, self._view.goal
        self._cards, self._path, self._tornado = self._view.cards, self._view.path, self._view.tornado
        self._horizon = Segmented([(str(months), str(months)) for months in HORIZONS], height=24)
        self._path.tools.addWidget(self._horizon)
        self._empty = EmptyState(self)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._soon.timeout.connect(self.on_frame_over)
        self._is_behind = False
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        stack = QWidget(self)
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._empty)
        self._empty.hide()
        self.set_content(stack)

    def _connect(self) -> None:
        self._panel.moved.connect(self.on_driver_moved)
        self._panel.settled.connect(self.on_settled)
        self._panel.reset_asked.connect(self.on_reset)
        self._panel.reset_all_asked.connect(self.on_reset_all)
        self._panel.preset_asked.connect(self.on_preset)
        self._horizon.chosen.connect(self.on_horizon)
        self._goal.wanted.connect(self.on_goal_wanted)
        self._goal.used.connect(self.on_goal_used)
        self._empty.action_clicked.connect(self.on_import)
        for tile in (self._path, self._tornado):
            tile.asked.connect(self.on_asked)
        for card in self._cards:
            card.clicked.connect(self.on_card)
        connect(self._services.results.updated, self.on_answered)
        connect(self._services.results.rebuilt, self.mark_stale)

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.drivers or change.scenarios) or "scenario" in change.settings

    def apply_change(self, change: Change) -> None:
        if change.moves_numbers or self._state is None:
            super().apply_change(change)
        elif self.concerns(change):
            self.is_stale = not self.isVisible()
            if self.isVisible():
                self._draw_soon()

    def _draw_soon(self) -> None:
        """Draw at once, but not twice within a frame: what comes in between is drawn together at its end."""
        self._is_behind = self._soon.isActive()
        if not self._is_behind:
            self._soon.start()
            self.on_frame()

    def on_frame_over(self) -> None:
        """A frame has passed since the last drawing."""
        if self._is_behind:
            self._draw_soon()

    def refresh(self) -> None:
        results = self._services.results
        has_data = results.state is not ResultsState.EMPTY
        self._view.setVisible(has_data)
        self._empty.setVisible(not has_data)
        if has_data:
            document = self._services.session.document
            results.request(_KEY, self._services.studies.question(document.query.query(document.rules)))

    def on_answered(self, keys: frozenset[str]) -> None:
        """The numbers of the baseline are there."""
        frame = self._services.results.answer(_KEY)
        if _KEY not in keys or frame is None:
            return
        style = self.style_of_numbers
        if self._state is None or self._state.frame is not frame or self._state.style != style:
            self._state = WhatIf(self._services.studies, self._services.catalogue, frame, style)
            self._goal.set_state(self._state)
            if not self._state.targets:
                self._show_tornado(self._state, "")
        self.on_frame()
        wish, self._wish = self._wish, ""
        if wish:
            self.open_with(wish)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown, else a new one without a name, which the first change takes in."""
        document = self._services.session.document
        shown = document.query.scenario
        found = document.scenarios.get(shown) if shown is not None else None
        return found or Scenario(_free_id(document.scenarios), "")

    def _suppose(self, scenario: Scenario, label: Message, merge_key: str | None = None) -> None:
        """One undo step: the scenario as it becomes, shown in the whole window; one that says the same is taken up."""
        known = self._services.session.document.scenarios
        same = (s for s in known.values() if s.overrides == scenario.overrides and s.name == scenario.name)
        if scenario.id not in known and scenario.overrides:
            scenario = next(same, scenario)
        self._services.session.execute(Suppose(scenario, label, merge_key))

    def on_frame(self) -> None:
        """Bring cards, path and sliders up to date with the scenario of now."""
        state = self._state
        if state is None:
            return
        try:
            answer = state.answer(self.scenario, self._months, self._size_of(self._path))
        except UserError as error:
            self._services.notices.error(error)
            return
        for widget, card in zip(self._cards, answer.cards, strict=False):
            widget.set_card(card)
        for widget in self._cards[len(answer.cards) :]:
            widget.hide()
        self._path.setVisible(answer.figure is not None)
        if answer.figure is not None:
            self._path.set_figure(answer.figure)
        changed = answer.comparison.changes
        self._panel.set_drivers({d.name: driver_view(state, d, changed) for d in state.drivers})
        on = [each.key for each in PRESETS if self._is_on(state, each)]
        self._panel.set_presets([driver.name for driver in state.drivers], on)
        text = self.tr("{n} {n|driver|drivers} changed") if changed else self.tr("nothing changed yet")
        self.set_title(self.tr("What-if"), say(text, n=len(changed)))

    def _is_on(self, state: WhatIf, preset: Preset) -> bool:
        override = preset.override([driver.name for driver in state.drivers])
        return override is not None and override in self.scenario.active

    def _show_tornado(self, state: WhatIf, target: str) -> None:
        figure = state.tornado(MetricName(target), self._size_of(self._tornado)) if target else None
        self._tornado.setVisible(figure is not None)
        if figure is not None:
            self._tornado.set_figure(figure)

    @staticmethod
    def _size_of(tile: ChartTile) -> tuple[int, int]:
        return max(320, tile.view.width()), max(160, tile.view.height())

    def on_driver_moved(self, driver: str, value: float, typed: str = "") -> None:
        """A slider or a box; a drag is one undo step, and "/2" typed stays a half, as a preset's is."""
        state = self._state
        found = state.driver(driver) if state is not None else None
        if state is None or found is None:
            return
        if abs(value - found.baseline) <= 1e-12 * max(1.0, abs(found.baseline)):
            self.on_reset(driver)
            return
        override = parse_override(driver, typed) if typed else Override(DriverName(driver), Kind.ABSOLUTE, value)
        words = {"driver": state.label(driver), "value": state.show(driver, value)}
        label = Message(QT_TRANSLATE_NOOP("commands", "Set {driver} to {value}"), **words)
        self._suppose(self.scenario.with_override(override), label, f"drag:{driver}")

    def on_settled(self) -> None:
        """The end of a drag: what follows is a step of its own."""
        self._services.session.seal()

    def on_reset(self, driver: str) -> None:
        """Let a driver be what the data say."""
        name = driver if self._state is None else self._state.label(driver)
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset {driver}"), driver=name)
        self._suppose(self.scenario.without(DriverName(driver)), label, f"drag:{driver}")

    def on_reset_all(self) -> None:
        """Let all drivers be what the data say."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset all drivers"))
        self._suppose(replace(self.scenario, overrides=()), label)

    def on_preset(self, key: str) -> None:
        """Switch a question in one click on, or off again."""
        state = self._state
        asked = preset(key)
        override = asked.override([driver.name for driver in state.drivers]) if state and asked else None
        if state is None or asked is None or override is None:
            return
        scenario = self.scenario
        is_on = self._is_on(state, asked)
        changed = scenario.without(override.driver) if is_on else scenario.with_override(override)
        label = Message(QT_TRANSLATE_NOOP("commands", "What-if: {question}"), question=asked.label)
        self._suppose(changed, label)

    def open_with(self, argument: str) -> None:
        """Another page asks for a question in one click, by the key of its preset; it waits for the numbers."""
        state = self._state
        asked = preset(argument)
        if asked is None:
            return
        if state is None:
            self._wish = argument
        elif not self._is_on(state, asked):
            self.on_preset(argument)

    def on_horizon(self, months: str) -> None:
        """Another number of months ahead."""
        self._months = int(months)
        self.on_frame()

    def on_goal_wanted(self, target: str, goal: float, vary: str) -> None:
        """The question of goal seek moved: the chosen driver first, then two others."""
        state = self._state
        if state is None:
            return
        self._show_tornado(state, target)
        others = [d.name for d in state.drivers if d.name != vary and target in d.affects][:2]
        results = []
        for driver in (vary, *others):
            try:
                results.append(self._services.studies.seek(state.frame, target, goal, driver))
            except UserError as error:
                self._services.notices.error(error)
        self._goal.show_answers(results)

    def on_goal_used(self, driver: str, value: float) -> None:
        """Take the answer of goal seek over."""
        self.on_driver_moved(driver, value)
        self._services.session.seal()

    def on_card(self) -> None:
        """A card opens its KPI."""
        card = self.sender().card
        if card is not None:
            self.go.emit("kpis", str(card.name))

    def on_import(self) -> None:
        """The empty page's way out."""
        self.act.emit("import.files", ())

    def on_asked(self, what: str) -> None:
        """A chart's menu: copies and exports are actions of the window."""
        self.act.emit("chart." + what, (self.sender().figure,))

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._view.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_title(self.tr("What-if"), self.subtitle)
        sentence = self.tr("Move churn, price or cost and see what LTV/CAC becomes.")
        need = self.tr("Needs subscriptions, or a sheet of monthly figures.")
        self._empty.set_texts("sliders-horizontal", sentence, need)
        self._empty.set_actions(self.tr("Import files"), icon="upload")
        self._horizon.set_choices(
            [(str(m), str(m)) for m in HORIZONS],
            [render(Message(QT_TRANSLATE_NOOP("whatif", "{n} {n|month|months}"), n=m)) for m in HORIZONS],
        )


def _free_id(taken: Container[ScenarioId]) -> ScenarioId:
    """An id that no scenario has."""
    names = (ScenarioId("what-if" if n == 1 else f"what-if-{n}") for n in count(1))
    return next(name for name in names if name not in taken)
