"""What if: drivers left, answers right; every slider move redraws cards and charts at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.slider_row import DriverView
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.session.change import Change
from kpidesk.session.commands.scenarios import ResetDriver, SetDriver, SetOverrides
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.driver_panel import PRESETS, WIDTH, WIDTH_NARROW, DriverPanel, Preset
from kpidesk.ui.scenario.goal_panel import GoalPanel
from kpidesk.ui.scenario.what_if import DEFAULT_SCENARIO, WhatIf
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
        self._panel = DriverPanel(self)
        self._cards = [KpiCard(self) for _ in range(4)]
        self._path = ChartTile(self)
        self._horizon = Segmented([(str(months), str(months)) for months in HORIZONS], height=24)
        self._path.tools.addWidget(self._horizon)
        self._tornado = ChartTile(self)
        self._goal = GoalPanel(self)
        self._empty = EmptyState(self)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._soon.timeout.connect(self.on_frame)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 16, 0, 16)
        row.setSpacing(0)
        row.addWidget(self._panel)
        scroll = PageScroll(content)
        scroll.body.setContentsMargins(16, 0, 24, 0)
        scroll.add_row(*((card, 3) for card in self._cards))
        self._path.setMinimumHeight(312)
        scroll.body.addWidget(self._path, 3)
        for tile in (self._tornado, self._goal):
            tile.setMinimumHeight(280)
        scroll.add_row((self._tornado, 7), (self._goal, 5))
        scroll.body.setStretch(2, 2)
        row.addWidget(scroll, 1)
        self._content = content
        stack = QWidget(self)
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
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

    # What moved

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.drivers or change.scenarios)

    def apply_change(self, change: Change) -> None:
        if change.moves_numbers or self._state is None:
            super().apply_change(change)
        elif self.concerns(change):
            self._soon.start() if self.isVisible() and not self._soon.isActive() else None
            self.is_stale = not self.isVisible()

    def refresh(self) -> None:
        results = self._services.results
        has_data = results.state is not ResultsState.EMPTY
        self._content.setVisible(has_data)
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
            self._show_tornado(self._state)
        self.on_frame()
        wish, self._wish = self._wish, ""
        if wish:
            self.open_with(wish)

    # What is shown

    @property
    def scenario(self) -> Scenario:
        """The scenario on this page: the one of the context bar, else the page's own."""
        document = self._services.session.document
        scenario_id = document.query.scenario or DEFAULT_SCENARIO
        return document.scenarios.get(scenario_id) or Scenario(ScenarioId(scenario_id), "")

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
        self._panel.set_drivers({d.name: _driver_view(state, d, changed) for d in state.drivers})
        on = [preset.key for preset in PRESETS if self._is_on(state, preset)]
        self._panel.set_presets([driver.name for driver in state.drivers], on)
        count = len(changed)
        text = self.tr("{n} {n|driver|drivers} changed") if count else self.tr("nothing changed yet")
        self.set_title(self.tr("What-if"), say(text, n=count))

    def _is_on(self, state: WhatIf, preset: Preset) -> bool:
        override = preset.override([driver.name for driver in state.drivers])
        return override is not None and override in self.scenario.active

    def _show_tornado(self, state: WhatIf) -> None:
        figure = state.tornado(state.targets[0], self._size_of(self._tornado)) if state.targets else None
        self._tornado.setVisible(figure is not None)
        if figure is not None:
            self._tornado.set_figure(figure)

    @staticmethod
    def _size_of(tile: ChartTile) -> tuple[int, int]:
        return max(320, tile.view.width()), max(160, tile.view.height())

    # What the user does

    def on_driver_moved(self, driver: str, value: float) -> None:
        """A slider or a box; a drag is one undo step."""
        state = self._state
        found = state.driver(driver) if state is not None else None
        if state is None or found is None:
            return
        if abs(value - found.baseline) <= 1e-12 * max(1.0, abs(found.baseline)):
            self.on_reset(driver)
            return
        override = Override(DriverName(driver), Kind.ABSOLUTE, value)
        shown = state.show(driver, value)
        command = SetDriver(self.scenario.id, override, shown, merge_key=f"drag:{driver}")
        self._services.session.execute(command)

    def on_settled(self) -> None:
        """The end of a drag: what follows is a step of its own."""
        self._services.session.seal()

    def on_reset(self, driver: str) -> None:
        """Let a driver be what the data say."""
        self._services.session.execute(ResetDriver(self.scenario.id, DriverName(driver), merge_key=f"drag:{driver}"))

    def on_reset_all(self) -> None:
        """Let all drivers be what the data say."""
        label = Message(QT_TRANSLATE_NOOP("commands", "Reset all drivers"))
        self._services.session.execute(SetOverrides(self.scenario.id, (), label))

    def on_preset(self, key: str) -> None:
        """Switch a question in one click on, or off again."""
        state = self._state
        preset = next((each for each in PRESETS if each.key == key), None)
        override = preset.override([driver.name for driver in state.drivers]) if state and preset else None
        if state is None or preset is None or override is None:
            return
        scenario = self.scenario
        is_on = self._is_on(state, preset)
        changed = scenario.without(override.driver) if is_on else scenario.with_override(override)
        label = Message(QT_TRANSLATE_NOOP("commands", "What-if: {driver}"), driver=state.label(override.driver))
        self._services.session.execute(SetOverrides(scenario.id, changed.overrides, label))

    def open_with(self, argument: str) -> None:
        """Another page asks for a question in one click, by the key of its preset; it waits for the numbers."""
        state = self._state
        preset = next((each for each in PRESETS if each.key == argument), None)
        if preset is None:
            return
        if state is None:
            self._wish = argument
        elif not self._is_on(state, preset):
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
        self.act.emit("file.import", ())

    def on_asked(self, what: str) -> None:
        """A chart's menu: copies and exports are actions of the window."""
        self.act.emit("chart." + what, (self.sender().figure,))

    def set_narrow(self, narrow: bool) -> None:
        self._panel.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

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


def _driver_view(state: WhatIf, driver: Driver, changed: Mapping[MetricName, tuple[float | None, float]]) -> DriverView:
    """A driver as its row shows it; bounds widen where a value was typed beyond them."""
    _, value = changed.get(MetricName(driver.name), (None, driver.baseline))
    low, high = min(driver.low, value), max(driver.high, value)
    label, is_share = state.label(driver.name), state.is_share(driver.name)
    return DriverView(label, value, driver.baseline, low, high, driver.step, partial(state.show, driver.name), is_share)
