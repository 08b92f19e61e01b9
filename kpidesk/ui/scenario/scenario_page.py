"""What if: drivers left, answers right; every slider move redraws cards and charts at once."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.pace import Pace
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.scenario.model import Part, Scenario
from kpidesk.scenario.presets import preset
from kpidesk.session.beside import Beside
from kpidesk.session.change import Change
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.scenario.beside_looker import BesideLooker
from kpidesk.ui.scenario.driver_views import driver_view, reason_of
from kpidesk.ui.scenario.path_choice import PathChoice
from kpidesk.ui.scenario.scenario_controls import ScenarioControls, usable
from kpidesk.ui.scenario.scenario_view import COMPARE, PATH, ScenarioView
from kpidesk.ui.scenario.state_making import StateMaking, answered, foresee
from kpidesk.ui.scenario.still_views import StillViews
from kpidesk.ui.scenario.supposing import Supposing
from kpidesk.ui.scenario.what_if import Answer, WhatIf
from kpidesk.ui.window.page import GRAIN, PERIOD, PROFILE, SCENARIO, SEGMENT, Page
from kpidesk.ui.window.waiting_view import WaitingView

STILL_MS = 120
"""Goal and tornado follow when a slider has stood still that long."""
HORIZONS = (12, 24, 36, 60)
_KEY = "whatif"
_OURS = frozenset({"scenario", "correlations", "ranges"})


class ScenarioPage(Page):
    """The what-if page."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=frozenset({PERIOD, GRAIN, SEGMENT, PROFILE, SCENARIO}))
        self._services = services
        self._state: WhatIf | None = None
        self._supposing = Supposing(services)
        self._months, self._wish = HORIZONS[0], ""
        self._view = ScenarioView(services, self)
        self._panel, self._goal = self._view.panel, self._view.goal
        self._cards, self._path = self._view.cards, self._view.path
        self._horizon = Segmented([(str(months), str(months)) for months in HORIZONS], height=24)
        self._choice = PathChoice(services, self._path, self.on_frame)
        self._path.tools.addWidget(self._horizon)
        self._studies = StillViews(services, self._view, self._supposing)
        self._controls = ScenarioControls(services, self._panel, self._supposing, self.on_part)
        self._beside = BesideLooker(services, self.on_beside)
        self._making = StateMaking(services, self.on_state)
        self._empty = EmptyState(self)
        self._build()
        self._pace = Pace(self.on_frame, self)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self._studies.draw)
        self._still.timeout.connect(self._choice.ask_band)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        stack = QWidget(self)
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._waiting = WaitingView(self._services.results, self)
        for other in (self._empty, self._waiting):
            column.addWidget(other)
            other.hide()
        self.set_content(stack)

    def _connect(self) -> None:
        self._panel.moved.connect(self._supposing.slide)
        self._panel.typed.connect(self.on_driver_typed)
        self._panel.settled.connect(self._supposing.end_step)
        self._panel.reset_asked.connect(self._supposing.reset)
        self._panel.reset_all_asked.connect(self._supposing.reset_all)
        self._panel.preset_asked.connect(self._supposing.toggle)
        self._horizon.chosen.connect(self.on_horizon)
        self._goal.used.connect(self._supposing.use)
        self._empty.action_clicked.connect(partial(self.act.emit, "import.files", ()))
        self._empty.link_clicked.connect(partial(self.act.emit, "import.sample", ()))
        for tile in self._view.charts:
            tile.asked.connect(self.on_asked)
        for card in self._cards:
            card.clicked.connect(self.on_card)
        self._view.turned.connect(self.on_frame)
        connect(self._services.results.updated, self.on_answered)
        connect(self._services.results.rebuilt, self.mark_stale)
        connect(self._services.results.attributed, self.on_attributed)

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.drivers or change.scenarios) or bool(_OURS & change.settings)

    def apply_change(self, change: Change) -> None:
        if change.moves_numbers or self._state is None:
            super().apply_change(change)
        elif self.concerns(change):
            self.is_stale = not self.isVisible()
            if self.isVisible():
                self._pace.ask()

    def refresh(self) -> None:
        results = self._services.results
        self._show_part(has_data=(has_data := results.state is not ResultsState.EMPTY))
        if has_data:
            document = self._services.session.document
            results.request(_KEY, self._services.studies.question(document.query.query(document.rules)))

    def forget(self) -> None:
        self._state = self._supposing.state = self._studies.state = None
        self.set_title(self.title)

    def _show_part(self, *, has_data: bool) -> None:
        """What the page shows: its empty state, that it waits (or why in vain), or the drivers and what they do."""
        state, has_failed = self._state, self._services.results.state is ResultsState.FAILED
        waits = has_data and (has_failed or state is None or not self._beside.knows(state.frame))
        if waits:
            self._waiting.show_state(_KEY)
        lacks = not has_data or (state is not None and not state.whole_drivers)
        self._waiting.setVisible(waits)
        self._view.setVisible(not waits and not lacks)
        self._empty.setVisible(not waits and lacks)

    def on_answered(self, keys: frozenset[str]) -> None:
        """The numbers of the baseline are there; a page that nobody sees waits until it is opened."""
        if _KEY not in keys or not self.isVisible():
            self.is_stale = self.is_stale or _KEY in keys
            return
        frame, style, state = self._services.results.answer(_KEY), self.style_of_numbers, self._state
        if frame is None:
            self._state = None
            self._show_part(has_data=True)
        elif state is None or state.frame is not frame or state.style != style:
            self._making.make(frame, style)
        else:
            self.on_state(state)

    def on_state(self, state: WhatIf) -> None:
        """What can be moved is known; that of other numbers is of no use."""
        frame = state.frame
        if frame is not self._services.results.answer(_KEY):
            return
        if state is not self._state:
            self._beside.hand_on(self._state, state)
            self._state = self._supposing.state = self._studies.state = state
            self._choice.take(state)
            self._look()
            self._goal.set_state(state)
            if not state.targets:
                self._studies.show_no_tornado()
            at = frame.last_complete
            self._panel.set_baseline("" if at is None else format_period(frame.periods[at], state.style))
        self._show_part(has_data=True)
        wish, self._wish = self._wish, ""
        if wish:
            self.open_with(wish)
        self.on_frame()

    def on_frame(self, _: str = "") -> None:
        """Bring cards, the view on show and sliders up to date with the scenario of now."""
        if (state := self._state) is None or self._look():
            return
        scenario, answer = answered(state, self._supposing.scenario, self._months, self._services.notices)
        state.supposed = answer.comparison.scenario
        self._services.runner.in_turns("whatif:frame", self._drawing(state, scenario, answer))

    def _drawing(self, state: WhatIf, scenario: Scenario, answer: Answer) -> Iterator[None]:
        self._view.set_cards(answer.cards)
        if self._view.views.current == PATH:
            self._view.set_path(self._choice.show_answer(state, scenario, answer, self._months))
        elif self._view.views.current == COMPARE:
            self._studies.draw()
        yield
        sides = self._beside.sides(state, scenario, answer.comparison)
        yield from self._panel.showing({d.name: driver_view(state, d, sides) for d in state.drivers})
        yield
        self._panel.set_presets(*self._supposing.presets())
        self._controls.attributes = usable(self._services.results.attributes)
        self._controls.show_state(state)
        changed = [*answer.comparison.changes, *answer.comparison.in_parts]
        text = self.tr("{n} {n|driver|drivers} changed") if changed else self.tr("nothing changed yet")
        self.set_title(self.tr("What-if"), say(text, n=len(changed)))
        self._still.start()

    def _look(self) -> bool:
        """Look up what stands beside the figures; whether something that the scenarios need is not there yet."""
        if (state := self._state) is None:
            return False
        parts = {each.part for scenario in self._supposing.all for each in scenario.overrides if each.part is not None}
        if state.part is not None:
            parts.add(state.part)
        document = self._services.session.document
        studies = self._services.studies
        question = studies.question(document.query.query(document.rules))

        def prepare(beside: Beside) -> None:
            foresee(studies, state, beside, self._supposing.scenario, self._months)

        return self._beside.look(question, state.frame, {part.attribute for part in parts}, prepare)

    def on_beside(self, frame: ResultFrame, beside: Beside) -> None:
        """It is there."""
        if (state := self._state) is not None and state.frame is frame:
            self._beside.turn(state, state.part, beside)
            self._show_part(has_data=True)
            self.on_frame()
            self._studies.draw()

    def on_attributed(self) -> None:
        """It is known what can split the data."""
        if self.isVisible():
            self._pace.ask()

    def on_part(self, part: Part | None) -> None:
        """The drivers shall be those of a part of the business."""
        if (state := self._state) is None:
            return
        if part is None or part.attribute in state.beside.split:
            self._beside.turn(state, part, state.beside)
            self.on_frame()
        else:
            state.part = part
            self._look()

    def on_driver_typed(self, driver: str, text: str) -> None:
        """A box: what cannot be is refused with the reason."""
        try:
            self._supposing.enter(driver, text)
        except UserError as error:
            self._panel.refuse(driver, render(reason_of(error, text)))
            return
        self._panel.accept(driver)
        self._supposing.end_step()

    def ahead(self) -> Iterator[None]:
        yield from self._panel.ahead()

    def open_with(self, argument: str) -> None:
        """Another page asks a preset's question, or for a KPI to be brought somewhere; it waits for the numbers."""
        state, asked = self._state, preset(argument)
        if state is None:
            self._wish = argument
        elif asked is None:
            if argument in state.targets:
                self._goal.on_target(argument)
        elif (refusal := self._supposing.refusal(asked)) is not None:
            self._services.notices.tell(Level.WARNING, *refusal, key=_KEY)
        elif not self._supposing.is_on(asked):
            self._supposing.toggle(argument)

    def on_horizon(self, months: str) -> None:
        """Another number of months ahead."""
        self._months = self._studies.months = int(months)
        self.on_frame()

    def on_card(self) -> None:
        """A card opens its KPI."""
        if (card := self.sender().card) is not None:
            self.go.emit("kpis", str(card.name))

    def on_asked(self, what: str) -> None:
        """A chart's menu: copies and exports are actions of the window."""
        self.act.emit("chart." + what, (self.sender().figure,))

    def set_scenario(self, scenario: ScenarioId) -> None:
        self.active_scenario = scenario  # what is drawn follows the document, of which ``apply_change`` hears

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._view.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_title(self.tr("What-if"), self.subtitle)
        sentence = self.tr("Move churn, price or cost and see what LTV/CAC becomes.")
        need = self.tr("Needs subscriptions, or a sheet of monthly figures.")
        self._empty.set_texts("sliders-horizontal", sentence, need)
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), icon="upload")
        self._studies.retranslate()
        self._horizon.set_choices(
            [(str(m), str(m)) for m in HORIZONS],
            [render(Message(QT_TRANSLATE_NOOP("whatif", "{n} {n|month|months}"), n=m)) for m in HORIZONS],
        )
