"""What a user does to a report, as commands: each can be undone, typing in one field is one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import in_a_sentence
from kpidesk.core.ids import MetricName, new_id
from kpidesk.export.deck import Deck
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.session.command import Command
from kpidesk.session.commands.report import AddSection, EditSection, MoveSection, RemoveSection, SetReport
from kpidesk.session.jobs import Job
from kpidesk.session.recipe_text import write_recipe
from kpidesk.session.report import headline
from kpidesk.session.services import Services
from kpidesk.ui.charts.deck_file import DOCUMENTS
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.report.report_export import DECKS, RECIPES, exporting, report_job
from kpidesk.ui.report.report_state import ReportState
from kpidesk.ui.window.page import Page
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import STUDY
from kpidesk.workspace.sections import Section


class ReportEditing(QObject):
    """Knows which section is chosen; ``state`` is what the page shows."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self.current = ""
        self.state: ReportState | None = None

    @property
    def section(self) -> Section | None:
        """The section that is chosen."""
        found = self.state.sections if self.state is not None else ()
        return next((each for each in found if each.id == self.current), None)

    @property
    def _ready(self) -> tuple[Section, ...]:
        return self.state.ready if self.state is not None else ()

    def _execute(self, command: Command) -> None:
        self._services.session.execute(command)

    def _edit(self, field: str = "", **parts: object) -> None:
        section = self.section
        if section is not None:
            key = f"report:{section.id}:{field}" if field else None
            self._execute(EditSection(replace(section, **parts), ready=self._ready, merge_key=key))

    def title(self, text: str) -> None:
        """Another title of the page."""
        self._edit("title", title=text)

    def write(self, text: str) -> None:
        """Other words on it."""
        self._edit("text", text=text)

    def title_report(self, text: str) -> None:
        """Another title of the whole."""
        self._plan("report:title", title=text)

    def _plan(self, merge_key: str | None = None, **parts: object) -> None:
        plan = self._services.session.document.report
        self._execute(SetReport(replace(plan, **parts), merge_key))

    def move(self, id: str, to: int) -> None:
        """To another place."""
        self.current = id
        self._execute(MoveSection(id, to, ready=self._ready))

    def remove(self, id: str) -> None:
        """Out of the report."""
        ids = [each.id for each in self.state.sections] if self.state is not None else []
        if id in ids and len(ids) > 1:
            at = ids.index(id)
            self.current = ids[at + 1] if at + 1 < len(ids) else ids[at - 1]
            self._execute(RemoveSection(id, ready=self._ready))

    def add(self, kind: object) -> None:
        """A page of a kind, behind the one that is chosen."""
        state = self.state
        if state is None:
            return
        if str(kind) in [each.id for each in state.sections]:
            self.current = str(kind)
            self._page.mark_stale()
            return
        names = headline(state.frame, state.catalogue)
        section = Section(f"{kind} {new_id()[:8]}", str(kind), metrics=names)
        if kind == "chart":
            section = replace(section, metrics=names[:1], chart=ChartSpec("line", names[:1]))
        if str(kind).startswith(f"{STUDY}-"):
            section = Section(str(kind), "figure")
        if kind == "text":
            section = replace(section, title=self.tr("New page"), metrics=(), text=self.tr("Click to write."))
        ids = [each.id for each in state.sections]
        at = ids.index(self.current) + 1 if self.current in ids else None
        self.current = section.id
        self._execute(AddSection(section, at, ready=state.ready))

    def kinds(self) -> list[Choice]:
        """What can be added."""
        return [
            Choice("headline", self.tr("In short"), self.tr("a sentence for each KPI")),
            Choice("cards", self.tr("Cards")),
            Choice("chart", self.tr("Chart")),
            Choice("table", self.tr("Table")),
            Choice("scenario", self.tr("Scenario"), self.tr("shown while one is on")),
            Choice("text", self.tr("Text")),
            *self._studies(),
        ]

    def _studies(self) -> tuple[Choice, ...]:
        """Drawings of other pages that these data can make."""
        frame = self.state.frame if self.state is not None else None
        if frame is None:
            return ()
        known = [each for each in STUDIES.values() if frame.value(each.needs) is not None]
        return tuple(Choice(f"{STUDY}-{each.id}", render(each.label)) for each in known)

    def others(self) -> list[Choice]:
        """What can be done for next month."""
        return [
            Choice("deck", self.tr("Refresh slides…"), self.tr("new numbers, your edits stay")),
            Choice("one page", self.tr("All on one page…"), self.tr("a sheet of A4 to print")),
            Choice("recipe", self.tr("Save a recipe…"), self.tr("next month in one line")),
        ]

    def ask(self, what: str, anchor: QWidget) -> None:
        """What the panel asks for."""
        if what == "remove":
            self.remove(self.current)
        elif what == "pseudonyms":
            self._plan(has_pseudonyms=not self._services.session.document.report.has_pseudonyms)
        elif what.startswith("ratio "):
            self._plan(ratio=what.removeprefix("ratio "))
        elif what == "template":
            self._choose_template()
        elif what == "kpis":
            self._choose_kpis(anchor)
        elif what == "chart":
            choose(anchor, self._charts(), self.on_chart, current=self._drawn())

    def _choose_template(self) -> None:
        """Slides of the user's own; a second press takes them away."""
        if self._services.session.document.report.template:
            self._plan(template="")
            return
        kinds = self.tr("Slides (*.pptx *.potx)")
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Choose a template"), "", kinds)
        if name:
            self._plan(template=name)

    def _choose_kpis(self, anchor: QWidget) -> None:
        section, state = self.section, self.state
        if section is None or state is None:
            return
        shown = section.chart.metrics if section.chart is not None else section.metrics
        choices = [
            Choice(d.name, d.label(state.style.language), "✓" if d.name in shown else "")
            for d in state.catalogue.definitions.values()
            if d.stage != CALENDAR and d.name in state.frame.series and state.frame.series[d.name].is_computable
        ]
        choices.sort(key=lambda choice: choice.detail != "✓")
        choose(anchor, choices, self.on_kpi, placeholder=self.tr("Find a KPI"))

    def on_kpi(self, name: object) -> None:
        """On the page if it was not, else off it; a chart shows the one that was chosen last."""
        section, metric = self.section, MetricName(str(name))
        if section is None:
            return
        if section.kind == "chart" and section.chart is not None:
            spec = replace(section.chart, metrics=(metric,), kind=_plain(section.chart.kind))
            self._edit(metrics=(metric,), chart=spec)
            return
        there = section.metrics
        kept = tuple(n for n in there if n != metric) if metric in there else (*there, metric)
        if kept:
            self._edit(metrics=kept)

    def _charts(self) -> list[Choice]:
        """Kinds and splits of a chart."""
        kinds = (("line", self.tr("Line")), ("bar", self.tr("Bars")), ("waterfall", self.tr("MRR movements")))
        attributes = self.state.attributes if self.state is not None and self.state.attributes else {}
        split = [
            Choice(f"by {name}", say(self.tr("by {attribute}"), attribute=in_a_sentence(self._named(name))))
            for name, values in attributes.items()
            if 1 < len(values) <= 12
        ]
        return [*(Choice(key, text) for key, text in kinds), *split]

    def _named(self, attribute: str) -> str:
        style = self.state.style if self.state is not None else self._page.style_of_numbers
        return attribute_label(self._services.schema, attribute, style)

    def _drawn(self) -> str:
        section = self.section
        spec = section.chart if section is not None else None
        return "" if spec is None else f"by {spec.by}" if spec.by is not None else spec.kind

    def on_chart(self, drawn: object) -> None:
        """Another kind of chart, or another split."""
        section = self.section
        if section is None or section.chart is None:
            return
        if str(drawn).startswith("by "):
            is_flow = self.state is not None and self.state.catalogue.get(section.chart.metrics[0]).kind == "flow"
            kind = "stacked_bar" if is_flow else "line"
            self._edit(chart=replace(section.chart, kind=kind, by=str(drawn).removeprefix("by ")))
        else:
            self._edit(chart=replace(section.chart, kind=str(drawn), by=None))

    def made(self, state: ReportState) -> Deck:
        """The deck as of now."""
        return state.deck(made=datetime.now().astimezone())

    def refresh_deck(self, state: ReportState) -> None:
        """An exported deck that is there, with new numbers."""
        kinds = render(DECKS)
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Refresh slides"), "", kinds)
        if name:
            self._leave(state, lambda deck: self._refresh(deck, state, Path(name)))

    def _refresh(self, deck: Deck, state: ReportState, path: Path) -> None:
        self._page.act.emit("export.now", (report_job(deck, state.document.report, is_refresh=True)(path),))

    def _leave(self, state: ReportState, then: Callable[[Deck], None]) -> None:
        """With the deck as of now, as it may leave."""
        deck = self.made(state)
        self._services.discretion.leave(lambda: deck, then)

    def save_one_page(self, state: ReportState) -> None:
        """What fits on one sheet of paper."""
        name = state.document.report.title or state.document.name or self.tr("Report")

        def save(deck: Deck) -> None:
            job = report_job(deck, state.document.report, is_one_page=True)
            self._page.act.emit("export.file", (f"{name}.pdf", render(DOCUMENTS), job))

        self._leave(state, save)

    def save_recipe(self, state: ReportState) -> None:
        """What makes these documents of next month's files."""
        document = state.document
        sections = tuple(each for each in state.sections if each.kind != "figure")  # they are drawn by the window
        language = state.style.language

        def job(path: Path) -> Job[Path]:
            def write(_: object) -> Path:
                write_recipe(path, document, sections, language)
                return path

            return Job(exporting(path), write)

        self._page.act.emit("export.file", ("monthly.toml", render(RECIPES), job))


def _plain(kind: str) -> str:
    """A bridge is of MRR only; another KPI is a line."""
    return "line" if kind == "waterfall" else kind
