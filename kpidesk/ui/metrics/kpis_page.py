"""KPIs: the catalogue with its values; one of them opened."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.charts.spec import Annotation
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.custom import CustomKpi
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.session.change import Change
from kpidesk.session.commands.view import Annotate
from kpidesk.session.custom_kpis import DefineKpi, DropKpi, aimed, catalogue_of
from kpidesk.session.reconciling import WAYS
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.metrics.custom_editor import CustomEditor
from kpidesk.ui.metrics.kpi_buttons import KpiButtons
from kpidesk.ui.metrics.kpi_detail import KpiDetail
from kpidesk.ui.metrics.kpi_ways import KpiWays
from kpidesk.ui.metrics.metric_browser import STAGES, MetricBrowser
from kpidesk.ui.metrics.rows_behind import Spot
from kpidesk.ui.window.page import CONTEXT_ALL, SCENARIO, Page
from kpidesk.ui.window.waiting_view import WaitingView
from kpidesk.workspace.ready_boards import OVERVIEW, ready_boards

_KEY, _FIRST = "kpis", "kpis:first"
"""All KPIs; before them those of the starter board, or the one that is opened, which come sooner."""
SLOW_MS = 150


class KpisPage(Page):
    """Opened without an argument it lists all KPIs, with one it shows that KPI."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SCENARIO})
        self._services = services
        self._has_shown = False
        self._waits_for = MetricName("")
        self._stack = QStackedWidget(self)
        self._browser = MetricBrowser(self)
        self._detail = KpiDetail(services, self)
        self._detail.set_style(self.style_of_numbers)
        self._empty = EmptyState(self)
        self._waiting = WaitingView(services.results, self)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self.on_slow)
        self._editor = CustomEditor(self)
        for widget in (self._browser, self._detail, self._empty, self._waiting, self._editor):
            self._stack.addWidget(widget)
        self.set_content(self._stack)
        self.set_drawer(self._detail.panel, self._detail.panel_home)
        self._detail.panel.why_asked.connect(partial(self.go.emit, "why"))
        self._ways = KpiWays(services, self._detail.panel.ways, self)
        self._ways.tried.connect(partial(self.go.emit, "whatif", ""))
        self.buttons = KpiButtons(self)
        self.buttons.all.clicked.connect(self.on_all)
        self.buttons.sources.clicked.connect(self.on_sources)
        self.buttons.new.clicked.connect(self.on_new)
        self.buttons.edit.clicked.connect(self.on_edit)
        self.buttons.export.clicked.connect(self.on_export_menu)
        self._editor.saved.connect(self.on_saved)
        self._editor.removed.connect(self.on_removed)
        self._editor.left.connect(self.on_all)
        self._browser.opened.connect(self.open_with)
        self._detail.opened.connect(self.open_with)
        self._detail.asked.connect(self.on_asked)
        self._detail.room.act.connect(self.act)
        self._detail.chart.noted.connect(self.on_noted)
        self._empty.action_clicked.connect(partial(self.act.emit, "import.files", ()))
        self._empty.link_clicked.connect(partial(self.act.emit, "import.sample", ()))
        connect(services.results.updated, self.on_answered)
        connect(services.results.rebuilt, self.mark_stale)
        connect(services.results.attributed, self.mark_stale)
        self.retranslate()

    @property
    def drawer(self) -> QWidget | None:
        return super().drawer if self._stack.currentWidget() is self._detail else None

    def open_with(self, argument: str) -> None:
        """The list, one KPI, or the rows behind one in a period (``mrr:2026-05``)."""
        kpi, _, period = argument.partition(":")
        name = MetricName(kpi)
        if kpi and name in self._services.catalogue:
            self._detail.open_kpi(name)
            if period:
                self._detail.open_rows(Spot(Period.parse(period)))
            self._stack.setCurrentWidget(self._detail)
        else:
            self._stack.setCurrentWidget(self._browser)
        self._waits_for = MetricName("")
        self._show_title()
        self.head_changed.emit()
        self.mark_stale()

    @property
    def subject(self) -> str:
        return str(self._detail.name or "") if self._stack.currentWidget() is self._detail else ""

    def show_start(self) -> None:
        if self._stack.currentWidget() is self._detail:
            self.open_with("")

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.settings & {"targets", "annotations"})

    def forget(self) -> None:
        self._detail.rows.forget()
        self._ways.ask("", None, self.style_of_numbers)
        if self._stack.currentWidget() is self._editor:
            self._stack.setCurrentWidget(self._browser)

    def refresh(self) -> None:
        results, document = self._services.results, self._services.session.document
        if results.state is ResultsState.EMPTY:
            self._stack.setCurrentWidget(self._empty)
            self._show_title()
            return
        if self._waits_for and self._waits_for in self._services.catalogue:
            self.open_with(self._waits_for)
        if self._stack.currentWidget() in (self._empty, self._waiting):
            self._stack.setCurrentWidget(self._detail if self._detail.name else self._browser)
        if self.subject and self.subject not in self._services.catalogue:
            self.open_with("")  # one of the user's own, which this workspace does not have, or no more
        question = document.query.present.query(document.rules)
        if results.frame(question) is None:
            results.release(_KEY)  # else its answer to another question would stand there until this one's
            first = (MetricName(self.subject),) if self.subject else ready_boards()[OVERVIEW].metrics
            results.request(_FIRST, replace(question, metrics=first))
            if results.answer(_FIRST) is None:
                self._wait()
        results.request(_KEY, question)
        self._show_title()

    def _wait(self) -> None:
        """Nothing is known yet: say so at once where nothing else would stand there, else after a blink."""
        results = self._services.results
        if results.state is ResultsState.FAILED:
            self._show_trouble()
        elif results.state is ResultsState.BUILDING or not self._has_shown:
            self.on_slow()
        else:
            self._slow.start()

    def on_slow(self) -> None:
        """The answer takes longer than a blink: names and definitions stand before it."""
        self._has_shown = False
        if self._stack.currentWidget() is self._detail:
            self._detail.show_waiting()
        else:
            services = self._services
            self._browser.show_values(services.catalogue, None, self.style_of_numbers, services.session.document)

    def _show_trouble(self) -> None:
        self._slow.stop()
        self._has_shown = False
        self._waiting.show_state(_KEY)
        self._stack.setCurrentWidget(self._waiting)

    def on_answered(self, keys: frozenset[str]) -> None:
        """Numbers, or the trouble with them, are there."""
        if self._detail.split_key in keys:
            self._detail.on_split()
        if keys.isdisjoint((_KEY, _FIRST)) or self.is_stale:  # the answer to what was asked before the page was left
            return
        results = self._services.results
        frame = results.answer(_KEY) or results.answer(_FIRST)
        if frame is not None:
            self._show(frame)
        elif _KEY in keys:
            self._show_trouble()
        if _KEY in keys:
            results.release(_FIRST)
            self._ways.ask(self.subject, results.answer(_KEY), self.style_of_numbers)

    def _show(self, frame: ResultFrame) -> None:
        self._slow.stop()
        self._has_shown = True
        document = self._services.session.document
        if self._stack.currentWidget() is self._detail and (name := self._detail.name) is not None:
            self._detail.show_frame(frame, document.query.query(document.rules))
            self.buttons.show_possible(name, frame)
        else:
            then = frame.until(document.query.at)
            self._browser.show_values(self._services.catalogue, then, self.style_of_numbers, document)

    def _show_title(self) -> None:
        name = self._detail.name
        is_one = self._stack.currentWidget() is self._detail and name is not None
        if is_one and name is not None:
            self.buttons.show_one(name, has_sources=self._has_sources(name), is_own=self._own(name) is not None)
            definition = self._services.catalogue.get(name)
            stage = STAGES.get(definition.stage)
            self.set_title(definition.label(self.style_of_numbers.language), render(stage) if stage else "")
        else:
            has_data = self._services.results.state is not ResultsState.EMPTY
            self.buttons.show_list(can_add=has_data and self._stack.currentWidget() is self._browser)
            self.set_title(self.tr("KPIs"))

    def on_all(self) -> None:
        """Back to the list."""
        self.open_with("")

    def on_new(self) -> None:
        """A KPI of the user's own."""
        self._open_editor(None)

    def on_edit(self) -> None:
        """Change the user's own KPI that is open."""
        self._open_editor(self._own(self._detail.name))

    def on_saved(self, kpi: CustomKpi) -> None:
        """Keep it, and show it as soon as it is computed."""
        session = self._services.session
        session.execute(DefineKpi(kpi))
        session.seal()
        self.open_with("")
        self._waits_for = kpi.name
        self.mark_stale()

    def on_removed(self, name: str) -> None:
        """Take one of the user's own away."""
        self.open_with("")
        session = self._services.session
        session.execute(DropKpi(MetricName(name)))
        session.seal()

    def _own(self, name: MetricName | None) -> CustomKpi | None:
        return next((kpi for kpi in self._services.session.document.rules.custom if kpi.name == name), None)

    def _open_editor(self, kpi: CustomKpi | None) -> None:
        document = self._services.session.document
        others = replace(document.rules, custom=tuple(each for each in document.rules.custom if each is not kpi))
        self._editor.edit(catalogue_of(others), None if kpi is None else aimed(kpi, document))
        self._stack.setCurrentWidget(self._editor)
        self._show_title()
        self.head_changed.emit()

    def _has_sources(self, name: MetricName | None) -> bool:
        """Whether several tables may give it."""
        tables = {dataset.table for dataset in self._services.session.document.used}
        return name in self._services.catalogue and len(tables & set(WAYS)) > 1

    def on_sources(self) -> None:
        """The same KPI from each table that gives it."""
        self.go.emit("proof", f"sources:{self.subject}")

    def on_export_menu(self) -> None:
        """The ways in which the chart leaves the desk."""
        self._detail.chart.choose_export(self.buttons.export)

    def on_asked(self, what: str) -> None:
        """The chart's menu."""
        self.act.emit("chart." + what, (self._detail.chart.figure,))

    def on_noted(self, period: Period, text: str) -> None:
        """A note was written at a period, or taken away."""
        self._services.session.execute(Annotate(Annotation(period, text)))

    def set_style(self, style_of_numbers: Style) -> None:
        self._detail.set_style(style_of_numbers)
        super().set_style(style_of_numbers)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.buttons.set_narrow(narrow)
        self._detail.set_narrow(narrow)
        self._browser.set_narrow(narrow)
        self._editor.set_narrow(narrow)

    def find(self) -> None:
        if self._stack.currentWidget() is self._detail and self._detail.find():
            return
        self.open_with("")
        self._browser.focus_search()

    def can_export(self) -> bool:
        detail = self._detail
        return self._stack.currentWidget() is detail and detail.chart.figure is not None and not detail.room.is_lacking

    def export(self) -> None:
        self.on_asked("png")

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.buttons.retranslate()
        self._detail.retranslate()
        said = entry("kpis")
        self._empty.set_texts(said.icon, render(said.promise), render(said.need))
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), icon="upload")
        self._show_title()
