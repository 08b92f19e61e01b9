"""Commands on the report: its sections, their order and their words."""

from dataclasses import dataclass, replace

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.document import Workspace
from kpidesk.workspace.sections import ReportPlan, Section


@dataclass(frozen=True, slots=True)
class SetReport:
    """Another title, shape or template, or all of it at once; typing in one field is one step to undo."""

    report: ReportPlan
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the report"))

    def apply(self, doc: Workspace) -> Workspace:
        return doc if doc.report == self.report else replace(doc, report=self.report)


@dataclass(frozen=True, slots=True)
class AddSection:
    """Put a section into the report, at a place or at its end.

    ``ready`` are the sections that the report begins with where the user has changed none yet.
    """

    section: Section
    at: int | None = None
    ready: tuple[Section, ...] = ()
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Add to the report"))

    def apply(self, doc: Workspace) -> Workspace:
        sections = list(doc.report.sections or self.ready)
        if any(each.id == self.section.id for each in sections):
            return doc
        sections.insert(len(sections) if self.at is None else self.at, self.section)
        return _with(doc, sections)


@dataclass(frozen=True, slots=True)
class RemoveSection:
    """Take a section out of the report."""

    id: str
    ready: tuple[Section, ...] = ()
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Take out of the report"))

    def apply(self, doc: Workspace) -> Workspace:
        sections = [each for each in doc.report.sections or self.ready if each.id != self.id]
        return _with(doc, sections) if sections else doc


@dataclass(frozen=True, slots=True)
class MoveSection:
    """Put a section at another place; places are counted without it."""

    id: str
    to: int
    ready: tuple[Section, ...] = ()
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the order of the report"))

    def apply(self, doc: Workspace) -> Workspace:
        sections = list(doc.report.sections or self.ready)
        moved = next((each for each in sections if each.id == self.id), None)
        if moved is None:
            return doc
        sections.remove(moved)
        sections.insert(min(max(0, self.to), len(sections)), moved)
        return _with(doc, sections)


@dataclass(frozen=True, slots=True)
class EditSection:
    """Another title, text or content of a section; typing in one field is one step to undo."""

    section: Section
    ready: tuple[Section, ...] = ()
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change a section of the report"))

    def apply(self, doc: Workspace) -> Workspace:
        sections = [self.section if e.id == self.section.id else e for e in doc.report.sections or self.ready]
        return _with(doc, sections)


def _with(doc: Workspace, sections: "list[Section]") -> Workspace:
    found = tuple(sections)
    return doc if found == doc.report.sections else replace(doc, report=replace(doc.report, sections=found))
