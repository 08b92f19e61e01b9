"""The report: its pages at the left, the chosen one in the middle as it will be printed, its words at the right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.export.deck import Deck
from kpidesk.export.paper import Page as PrintedPage
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.popover import choose
from kpidesk.qt.widgets.scroll import GAP, MARGIN, MARGIN_NARROW
from kpidesk.session.change import Change
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.report.page_preview import NARROW, WIDE, PagePreview, page_image
from kpidesk.ui.report.report_answers import KEY, ReportAnswers
from kpidesk.ui.report.report_editing import ReportEditing
from kpidesk.ui.report.report_export import kinds_of_report, picture_job, report_job
from kpidesk.ui.report.report_panel import ReportPanel
from kpidesk.ui.report.report_state import ReportState
from kpidesk.ui.report.section_list import SectionList, Thumb
from kpidesk.ui.window.page import CONTEXT_ALL, SEGMENT, Page
from kpidesk.ui.window.waiting_view import WaitingView
from kpidesk.workspace.sections import Section

_THUMB = 160
_SOON_MS = 120


class ReportPage(Page):
    """Sections of the document, else those that the data give by themselves."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SEGMENT})
        self._services = services
        self._answers = ReportAnswers(services, self)
        self._state: ReportState | None = None
        self._is_asking = False
        self._editing = ReportEditing(services, self)
        self._list, self._preview, self._panel = SectionList(self), PagePreview(self), ReportPanel(self)
        self._empty, self._waiting = EmptyState(self), WaitingView(services.results, self)
        self._add, self._more = Button("", "secondary", "plus"), Button("", "secondary", "refresh-cw")
        self._export = Button("", "primary", "share")
        self._export.setObjectName("tour.export")
        self._thumbs: dict[str, tuple[tuple[PrintedPage, ...], tuple[int, int], Thumb]] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        room = QWidget(self)
        row = QHBoxLayout(room)
        self._row = row
        self.set_narrow(False)
        row.setSpacing(GAP)
        row.addWidget(self._list)
        row.addWidget(self._preview, 1)
        home = QVBoxLayout()
        row.addLayout(home)
        home.addWidget(self._panel)
        self.set_drawer(self._panel, home)
        self._room = room
        stack = QWidget(self)
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (room, self._empty, self._waiting):
            column.addWidget(each)
            each.hide()
        self.set_content(stack)
        for button in (self._add, self._more, self._export):
            self.add_header_button(button)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.on_soon)
        self._list.chosen.connect(self.on_chosen)
        self._list.moved.connect(self._editing.move)
        self._list.removed.connect(self._editing.remove)
        self._panel.titled.connect(self._editing.title)
        self._panel.written.connect(self._editing.write)
        self._panel.report_titled.connect(self._editing.title_report)
        self._panel.left.connect(self._services.session.seal)
        self._panel.asked.connect(self.on_asked)
        self._add.clicked.connect(self.on_add)
        self._more.clicked.connect(self.on_more)
        self._export.clicked.connect(self.export)
        self._empty.action_clicked.connect(partial(self.act.emit, "import.files", ()))
        self._empty.link_clicked.connect(partial(self.act.emit, "import.sample", ()))
        self._answers.studies.answered.connect(self.on_studied)
        connect(self._services.results.updated, self.on_answered)
        connect(self._services.results.rebuilt, self.mark_stale)
        connect(self._services.results.attributed, self.mark_stale)

    @property
    def state(self) -> ReportState | None:
        """What the page knows; None while that is computed."""
        return self._state

    @property
    def section_list(self) -> SectionList:
        """The pages at the left."""
        return self._list

    @property
    def preview(self) -> PagePreview:
        """The page in the middle."""
        return self._preview

    @property
    def panel(self) -> ReportPanel:
        """The words at the right."""
        return self._panel

    @property
    def drawer(self) -> QWidget | None:
        return None if self._room.isHidden() else super().drawer

    def concerns(self, change: Change) -> bool:
        parts = {"report", "targets", "annotations", "scenario"}
        return change.moves_numbers or bool(change.drivers or change.scenarios or change.settings & parts)

    def refresh(self) -> None:
        results = self._services.results
        if (is_empty := results.state is ResultsState.EMPTY) or results.state is ResultsState.FAILED:
            self.forget()
            self._waiting.show_state(KEY)
            self._show(self._empty if is_empty else self._waiting)
            return
        if results.engine is not None:
            self._is_asking = True
            self._answers.ask()
            self._is_asking = False
        self._state = self._answers.state(self.style_of_numbers) if results.engine is not None else None
        self._editing.state = self._state
        if self._state is None:
            self._waiting.show_state(KEY)
            self._show(self._waiting)
            return
        self._show(self._room)
        self._fill(self._state)

    def forget(self) -> None:
        self._state = self._editing.state = None
        self._answers.studies.forget()

    def _show(self, shown: QWidget) -> None:
        for each in (self._room, self._empty, self._waiting):
            each.setVisible(each is shown)
        for button in (self._add, self._more, self._export):
            self.show_header_button(button, shown is self._room)

    def _fill(self, state: ReportState) -> None:
        """Thumbs, preview and panel; what is drawn already is not drawn again."""
        sections = state.sections
        ids = [section.id for section in sections]
        if self._editing.current not in ids:
            self._editing.current = self._first(state, sections)
        paper = self._paper(state)
        thumbs = [self._thumb(state, section, paper) for section in sections]
        self._list.set_thumbs(thumbs, paper, self._editing.current)
        self._show_current(state)
        plan = state.document.report
        template = plan.template.replace("\\", "/").rpartition("/")[2]
        self._panel.show_report(plan, state.document.name or self.tr("Report"), template)

    def _first(self, state: ReportState, sections: tuple[Section, ...]) -> str:
        """The first section that shows something."""
        return next((section.id for section in sections if state.pages(section)), sections[0].id if sections else "")

    def _thumb(self, state: ReportState, section: Section, paper: tuple[int, int]) -> Thumb:
        pages = state.pages(section)
        known = self._thumbs.get(section.id)
        if known is not None and known[:2] == (pages, paper):
            return known[2]
        image = page_image(pages[0], paper, _THUMB, self.devicePixelRatioF()) if pages else None
        name = pages[0].title if pages else section.title or self._kind_name(section.kind)
        thumb = Thumb(section.id, name, image, "" if pages else self._reason(section))
        if pages:
            self._thumbs[section.id] = (pages, paper, thumb)
        return thumb

    def _show_current(self, state: ReportState) -> None:
        section = next((each for each in state.sections if each.id == self._editing.current), None)
        pages = state.pages(section) if section is not None else ()
        reason = self._reason(section) if section is not None and not pages else ""
        self._preview.set_page(pages[0] if pages else None, self._paper(state), reason)
        if section is None:
            self._panel.show_section(None, "", "")
            return
        plain = state.deck((replace(section, title="", text=""),)).slides
        title = words(plain[0].title) if plain else self._kind_name(section.kind)
        text = "\n".join(words(line) for line in plain[0].text) or words(plain[0].said) if plain else ""
        self._panel.show_section(section, title, text)

    def _reason(self, section: Section) -> str:
        """Why a page shows nothing."""
        if section.kind == "scenario":
            return self.tr("Shown with a scenario")
        if section.kind == "figure" and not self._answers.is_answered(section):
            return self.tr("Computing")
        return self.tr("The data do not tell this")

    def _paper(self, state: ReportState) -> tuple[int, int]:
        return NARROW if state.document.report.ratio == "4:3" else WIDE

    def on_answered(self, keys: frozenset[str]) -> None:
        """Some of what was asked is there; what comes together is shown together. What is known is told at once."""
        if not self._is_asking and any(key.startswith(KEY) for key in keys) and self.isVisible():
            self._soon.start()

    def on_studied(self, _: str) -> None:
        """A study of one of the pages is there."""
        if self.isVisible():
            self._soon.start()

    def on_soon(self) -> None:
        """Show what came."""
        self.mark_stale()

    def on_chosen(self, id: str) -> None:
        """Another page."""
        self._editing.current = id
        if self._state is not None:
            self._show_current(self._state)

    def on_asked(self, what: str) -> None:
        """What the panel asks for."""
        panel = self._panel
        anchors = {"kpis": panel.kpis_button, "chart": panel.chart_button, "template": panel.template_button}
        self._editing.ask(what, anchors.get(what, panel))

    def on_add(self) -> None:
        """Another page."""
        choose(self._add, self._editing.kinds(), self._editing.add, align_right=True)

    def on_more(self) -> None:
        """An old deck with new numbers, or the recipe for next month."""
        choose(self._more, self._editing.others(), self.on_other, align_right=True)

    def on_other(self, what: object) -> None:
        """What was chosen there."""
        state = self._state
        if state is None:
            return
        if what == "recipe":
            self._editing.save_recipe(state)
        elif what == "one page":
            self._editing.save_one_page(state)
        else:
            self._editing.refresh_deck(state)

    def can_export(self) -> bool:
        return self._state is not None

    def export(self) -> None:
        """The report as a file."""
        if self._state is not None:
            name = self._state.document.report.title or self._state.document.name or self.tr("Report")
            deck, plan = self._editing.made(self._state), self._state.document.report

            def export(hidden: Deck) -> None:
                jobs = report_job(hidden, plan), picture_job(hidden, plan)
                self.act.emit("export.file", (f"{name}.pptx", kinds_of_report(), *jobs))

            self._services.discretion.leave(lambda: deck, export)

    def paper(self) -> Callable[[], Deck] | None:
        if self._state is None:
            return None
        deck = self._editing.made(self._state)
        return lambda: deck

    def _kind_name(self, kind: str) -> str:
        return next((choice.text for choice in self._editing.kinds() if choice.key == kind), kind)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        margin = MARGIN_NARROW if narrow else MARGIN
        self._row.setContentsMargins(margin, GAP, margin, GAP)
        self._panel.set_narrow(narrow)

    def retranslate(self) -> None:
        self.set_title(self.tr("Report"), self.tr("the pages of your deck"))
        self._add.setText(self.tr("Add a page"))
        self._more.setText(self.tr("Every month"))
        self._export.setText(self.tr("Export"))
        self._list.setAccessibleName(self.tr("Pages of the report"))
        self._empty.set_texts(
            "presentation",
            self.tr("Slides and workbooks made of your charts, with native tables and formulas."),
            self.tr("Needs a chart or a card to put on a slide."),
        )
        self._empty.set_actions(self.tr("Import files"), self.tr("Try the sample company"), "upload")
        self._thumbs.clear()
