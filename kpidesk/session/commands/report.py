"""Commands on the report: its sections, their order and their words."""

from abc import ABC, abstractmethod
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _OnSections(ABC):
    """What changes the pages of the report.

    ``ready`` are the sections that the report begins with where the user has changed none yet.
    """

    ready: tuple[Section, ...] = ()
    merge_key: str | None = None

    def apply(self, doc: Workspace) -> Workspace:
        changed = self._changed(doc.report.sections or self.ready)
        if not changed or changed == doc.report.sections:
            return doc
        return replace(doc, report=replace(doc.report, sections=changed))

    @abstractmethod
    def _changed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """The sections as they shall be; none where nothing is to change."""


@dataclass(frozen=True, slots=True)
class AddSection(_OnSections):
    """Put a section into the report, at a place or at its end."""

    section: Section
    at: int | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Add to the report"))

    def _changed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        if any(each.id == self.section.id for each in sections):
            return ()
        at = len(sections) if self.at is None else self.at
        return (*sections[:at], self.section, *sections[at:])


@dataclass(frozen=True, slots=True)
class RemoveSection(_OnSections):
    """Take a section out of the report; the last one stays."""

    id: str

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Take out of the report"))

    def _changed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(each for each in sections if each.id != self.id)


@dataclass(frozen=True, slots=True)
class MoveSection(_OnSections):
    """Put a section at another place; places are counted without it."""

    id: str
    to: int

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the order of the report"))

    def _changed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        moved = tuple(each for each in sections if each.id == self.id)
        others = [each for each in sections if each.id != self.id]
        at = max(0, self.to)
        return (*others[:at], *moved, *others[at:])


@dataclass(frozen=True, slots=True)
class EditSection(_OnSections):
    """Another title, text or content of a section; typing in one field is one step to undo."""

    section: Section

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change a section of the report"))

    def _changed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(self.section if each.id == self.section.id else each for each in sections)
