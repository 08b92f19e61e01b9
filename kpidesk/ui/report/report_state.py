"""The state of the report page without its widgets: which sections, what they show, and the deck that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kpidesk.charts.figure import Figure
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.identifying import customer_names
from kpidesk.export.deck import Deck
from kpidesk.export.paper import Page, printed
from kpidesk.export.pseudonyms import with_names_hidden
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import translated
from kpidesk.session.report import Supposed
from kpidesk.session.report_deck import Sources, build_deck, default_sections
from kpidesk.workspace.board_studies import STUDIES, BoardStudy
from kpidesk.workspace.dashboard import STUDY
from kpidesk.workspace.document import Workspace
from kpidesk.workspace.sections import Section


@dataclass(frozen=True, eq=False)
class ReportState:
    """What is known at one moment: ``splits`` by attribute and ``figures`` of studies are those that have arrived."""

    document: Workspace
    catalogue: Catalogue
    frame: ResultFrame
    style: Style
    splits: Mapping[str, ResultFrame]
    supposed: Supposed | None = None
    attributes: Mapping[str, tuple[str, ...]] | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def ready(self) -> tuple[Section, ...]:
        """What the report is before anybody changed it."""
        return default_sections(self.frame, self.catalogue)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The user's sections, else those that the data give."""
        return self.document.report.sections or self.ready

    def deck(self, sections: tuple[Section, ...] | None = None, *, made: datetime | None = None) -> Deck:
        """All of it, or some sections; empty sections stay, so that they can be filled."""
        document = self.document
        options = FigureOptions(tuple(document.targets.values()), document.annotations)
        sources = Sources(
            self.frame,
            self.catalogue,
            self.style,
            self.splits.get,
            self.supposed,
            document.query.filters,
            options,
            self.figures,
        )
        title = document.report.title or document.name
        deck = build_deck(title, self.sections if sections is None else sections, sources, made=made)
        if document.report.has_pseudonyms and self.attributes:
            return with_names_hidden(deck, customer_names(self.attributes))
        return deck

    def pages(self, section: Section) -> tuple[Page, ...]:
        """What one section looks like on paper; none where it has nothing to show."""
        return printed(self.deck((section,)), translated, self.style.language).pages


def attributes_of(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """By what the sections are split."""
    return tuple(dict.fromkeys(s.chart.by for s in sections if s.chart is not None and s.chart.by is not None))


def study_shown(section: Section) -> BoardStudy | None:
    """The study that a page of the report shows; its id says which."""
    return STUDIES.get(section.id.removeprefix(f"{STUDY}-")) if section.kind == "figure" else None
