"""Proofs: the figures under other definitions, from other sources, and the published examples run now."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.analysis.profile_comparison import Difference
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.profile_names import DEFAULT, profile_labels
from kpidesk.metrics.profiles import Profile, profile
from kpidesk.metrics.query import Query
from kpidesk.qt.fonts import Role
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.table_model import TableView
from kpidesk.session.change import Change
from kpidesk.session.jobs import Job, JobHandle, JobState, Lane
from kpidesk.session.profile_study import ProfileStudy
from kpidesk.session.reconciling import Reconciled, Source, sources_side_by_side
from kpidesk.session.results import ResultsState
from kpidesk.session.selfcheck import CASES, Check, run_selfcheck
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.metrics.table_tile import TableTile
from kpidesk.ui.proof.cause_block import CauseBlock
from kpidesk.ui.proof.check_table import check_table
from kpidesk.ui.proof.first_kpi import first_told
from kpidesk.ui.proof.profile_table import profile_table
from kpidesk.ui.proof.source_tables import cause_table, gap_table, way_name
from kpidesk.ui.window.page import CONTEXT_ALL, PROFILE, Page

PROFILES, SOURCES, CHECKS = "profiles", "sources", "checks"
_FIRST_OTHER = "chartmogul"
_JOB = "page:proof"
T = TypeVar("T")
_COMPARING = Message(QT_TRANSLATE_NOOP("proof", "Counting by other definitions"))
_RECONCILING = Message(QT_TRANSLATE_NOOP("proof", "Counting from each source"))
_CHECKING = Message(QT_TRANSLATE_NOOP("proof", "Running the published examples"))
_NOTHING = TableView((), ())

Compared = tuple[Period, tuple[Difference, ...]]


class ProofPage(Page):
    """``open_with`` takes ``profiles``, ``sources``, ``sources:<kpi>`` or ``checks``."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL & {PROFILE})
        self.setObjectName("page.proof")
        self._services = services
        self._other = _FIRST_OTHER
        self._chosen: MetricName | None = None
        self._checks: tuple[Check, ...] = ()
        self._handle: JobHandle[Any] | None = None  # of one of three kinds of answers
        self._tile = TableTile(self)
        self._tile.mode_chosen.connect(self.mark_stale)
        self._tile.split_asked.connect(self.on_choose)
        self._causes = CauseBlock(self)
        self._hint = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._tile.content.insertWidget(0, self._causes)
        self._tile.content.insertWidget(1, self._hint)
        for part in (self._causes, self._hint):
            part.hide()
        scroll = PageScroll(self)
        scroll.body.addWidget(self._tile)
        scroll.body.addStretch(1)
        self._empty = EmptyState(self)
        self._empty.action_clicked.connect(partial(self.act.emit, "import.files", ()))
        self._empty.link_clicked.connect(partial(self.act.emit, "import.sample", ()))
        self._stack = QStackedWidget(self)
        for widget in (scroll, self._empty):
            self._stack.addWidget(widget)
        self.set_content(self._stack)
        connect(services.results.rebuilt, self.mark_stale)
        connect(services.results.updated, self.on_answered)
        self.retranslate()
        self._tile.set_mode(PROFILES)

    @property
    def mode(self) -> str:
        """Which of the three proofs is shown."""
        return self._tile.mode

    def open_with(self, argument: str) -> None:
        mode, _, kpi = argument.partition(":")
        if mode in (PROFILES, SOURCES, CHECKS):
            self._tile.set_mode(mode)
        if kpi:
            self._chosen = MetricName(kpi)
        self.mark_stale()

    def forget(self) -> None:
        self._chosen = None
        self._give_up()

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers and self.mode != CHECKS

    def refresh(self) -> None:
        self._causes.hide()
        if self.mode == CHECKS:
            self._run_checks()
            return
        is_empty = self._services.results.state is ResultsState.EMPTY
        if is_empty or self._services.results.engine is None:
            said = entry("proof")
            self._empty.set_texts(said.icon, render(said.promise), render(said.need))
            self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), icon="upload")
            self._stack.setCurrentIndex(int(is_empty))
            return
        self._stack.setCurrentIndex(0)
        if self.mode == PROFILES:
            self._compare()
        else:
            self._reconcile()

    @property
    def _kpi(self) -> MetricName:
        """The one that was chosen, else one that has a value."""
        return self._chosen or first_told(self._services.catalogue, self._services.results.frame(self._question))

    @property
    def _question(self) -> Query:
        document = self._services.session.document
        return document.query.present.query(document.rules)

    def on_answered(self, keys: frozenset[str]) -> None:
        """It is known which KPIs have a value."""
        if _JOB in keys and self.mode == SOURCES and self._chosen is None:
            self.mark_stale()

    def on_choose(self) -> None:
        """Which profile to hold against, or the sources of which KPI."""
        if self.mode == PROFILES:
            ours, labels = self._services.session.document.rules.profile, profile_labels(self.style_of_numbers.language)
            choices = [Choice(name, label) for name, label in labels.items() if name != ours]
            choose(self._tile.split, choices, self.on_other, current=self._other)
            return
        catalogue, language = self._services.catalogue, self.style_of_numbers.language
        choices = [Choice(name, one.label(language)) for name, one in catalogue.definitions.items() if one.measures]
        choose(self._tile.split, choices, self.on_kpi, current=self._kpi, placeholder=self.tr("Find a KPI"))

    def on_other(self, name: str) -> None:
        """Another profile to hold against."""
        self._other = name
        self.mark_stale()

    def on_kpi(self, name: str) -> None:
        """Another KPI."""
        self._chosen = MetricName(name)
        self.mark_stale()

    def _compare(self) -> None:
        rules = self._services.session.document.rules
        if self._other == rules.profile:
            self._other = DEFAULT if rules.profile != DEFAULT else _FIRST_OTHER
        pair = profile(rules.profile), profile(self._other)
        labels = profile_labels(self.style_of_numbers.language)
        self._begin(
            labels[pair[1].name],
            say(self.tr("{ours} and {theirs}: computing"), ours=labels[pair[0].name], theirs=labels[pair[1].name]),
        )
        backend, datasets = self._services.backend, self._services.session.document.used

        def work(progress: Progress) -> tuple[tuple[Profile, Profile], Compared]:
            return pair, ProfileStudy(backend.get(), datasets, rules).compare(pair, (), None, progress)

        job = Job(_COMPARING, work)
        self._run(job, Lane.STORE, self.on_compared)

    def on_compared(self, answer: tuple[tuple[Profile, Profile], Compared]) -> None:
        """Both profiles are counted."""
        pair, (period, found) = answer
        catalogue, style = self._services.catalogue, self.style_of_numbers
        known, name = tuple(each for each in found if each.kpi in catalogue), format_period(period, style)
        if not known:
            same = say(self.tr("Both give the same figures in {period}"), period=name)
            self._show(_NOTHING, same, self.tr("Choose another profile to hold against it."))
            return
        text = self.tr("{n} {n|KPI differs|KPIs differ} in {period}; the reasons sum to the difference")
        self._show(profile_table(catalogue, pair, known, style), say(text, n=len(known), period=name))

    def _reconcile(self) -> None:
        results = self._services.results
        if self._chosen is None and results.frame(self._question) is None:
            results.request(_JOB, self._question)
        document, kpi = self._services.session.document, self._kpi
        self._begin(self._label(), self.tr("sources side by side: computing"))
        backend, datasets, rules = self._services.backend, document.used, document.rules
        style = self.style_of_numbers

        def work(progress: Progress) -> tuple[tuple[Source, ...], tuple[Reconciled, ...]]:
            return sources_side_by_side(backend.get(), datasets, rules, kpi, style, progress)

        job = Job(_RECONCILING, work)
        self._run(job, Lane.STORE, self.on_reconciled)

    def on_reconciled(self, answer: tuple[tuple[Source, ...], tuple[Reconciled, ...]]) -> None:
        """The KPI from each source alone: that which counts against the next."""
        sources, found = answer
        catalogue, style = self._services.catalogue, self.style_of_numbers
        if not found:
            alone = self.tr("Only “{source}” gives it: there is nothing to hold against")
            said = say(alone, source=way_name(sources[0].way)) if sources else self.tr("No table gives it by itself")
            self._show(_NOTHING, said, self.tr("Choose another KPI, or import a second table that tells the same."))
            return
        worst = max(found, key=lambda each: sum(gap.is_beyond for gap in each.gaps))
        apart = sum(gap.is_beyond for gap in worst.gaps)
        text = self.tr("“{source}” counts; {apart} of {n} {n|period is|periods are} more than 1% apart")
        said = say(text, source=way_name(worst.first.way), apart=apart, n=len(worst.gaps))
        if worst.is_shifted:
            said += " · " + self.tr("one tells each month what the other tells a month later")
        self._show(gap_table(worst, catalogue, style), said)
        self._causes.show_causes(cause_table(worst, catalogue, style))

    def _run_checks(self) -> None:
        self._stack.setCurrentIndex(0)
        if self._checks:
            self._give_up()
            self._show_checks(self._checks)
            return
        self._begin("", self.tr("running them now"))

        def work(progress: Progress) -> tuple[Check, ...]:
            found = []
            for check in run_selfcheck():
                found.append(check)
                progress.step(len(found), len(CASES), _CHECKING)
            return tuple(found)

        self._run(Job(_CHECKING, work), Lane.WORK, self.on_checked)

    def on_checked(self, checks: Sequence[Check]) -> None:
        """All examples are run; they need not be run again while the window is open."""
        self._checks = tuple(checks)
        if self.mode == CHECKS:
            self._show_checks(self._checks)

    def _show_checks(self, checks: Sequence[Check]) -> None:
        met = sum(check.ok for check in checks)
        self._tile.set_split("")
        text = self.tr("{met} of {n} published examples are met, on this computer, just now")
        self._show(check_table(checks), say(text, met=met, n=len(checks)))

    def on_refused(self, error: UserError) -> None:
        """It cannot be told; the reason stands in the place of the table."""
        self._show(_NOTHING, render(error.message))

    def _run(self, job: Job[T], lane: Lane, done: Callable[[T], None]) -> None:
        self._give_up()
        self._handle = handle = self._services.runner.submit(job, lane=lane, replaces=_JOB)
        handle.then(done, self.on_refused, self.on_over)

    def _give_up(self) -> None:
        """What runs is over without a word."""
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()

    def on_over(self) -> None:
        """A run that the user cancelled says so."""
        if self._handle is not None and self._handle.state is JobState.CANCELLED:
            self._show(_NOTHING, self.tr("cancelled"))

    def _label(self) -> str:
        catalogue = self._services.catalogue
        known = self._kpi in catalogue
        return catalogue.get(self._kpi).label(self.style_of_numbers.language) if known else str(self._kpi)

    def _begin(self, chosen: str, subtitle: str) -> None:
        """The head stands before the answer does."""
        self._tile.set_split(chosen)
        self._tile.split.setVisible(bool(chosen))
        self._show(_NOTHING, subtitle)

    def _show(self, table: TableView, subtitle: str, hint: str = "") -> None:
        profiles, sources, checks = self.tr("Two profiles"), self.tr("Two sources"), self.tr("Published examples")
        self._tile.set_texts({PROFILES: profiles, SOURCES: sources, CHECKS: checks}[self.mode], subtitle)
        self._tile.set_table(table)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._causes.retranslate()
        self.set_title(self.tr("Checks"), self.tr("other definitions, other sources, published examples"))
        self._tile.set_modes(
            [(PROFILES, self.tr("Profiles")), (SOURCES, self.tr("Sources")), (CHECKS, self.tr("Examples"))]
        )
