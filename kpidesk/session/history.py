"""Undo by remembering: whole documents on two stacks, which share all that did not change."""

from dataclasses import dataclass

from kpidesk.core.messages import Message
from kpidesk.workspace.document import Workspace

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """The document on the other side of a step, and what the step did."""

    document: Workspace
    label: Message
    merge_key: str | None


class History:
    """Two stacks of steps, the key under which the top one still merges, and the clean document."""

    def __init__(self) -> None:
        self._back: list[Step] = []
        self._forth: list[Step] = []
        self._open_key: str | None = None
        self._clean: Workspace | None = None

    def push(self, before: Workspace, after: Workspace, label: Message, merge_key: str | None) -> Workspace:
        """Remember the document before a step; a step of the open merge key keeps the older one.

        Answers the document that holds now: ``after``, or the older one where a drag came back to where it began, of
        which then no step remains.
        """
        self._forth.clear()
        if merge_key is None or merge_key != self._open_key or not self._back:
            self._back.append(Step(before, label, merge_key))
            del self._back[:-LIMIT]
            self._open_key = merge_key
            return after
        first = self._back[-1].document
        if is_same(first, after):
            self._back.pop()
            self._open_key = None
            return first
        self._back[-1] = Step(first, label, merge_key)
        return after

    def undo(self, present: Workspace) -> Workspace | None:
        """The document before the last step, None where there is none."""
        return self._move(self._back, self._forth, present)

    def redo(self, present: Workspace) -> Workspace | None:
        """The document after the step that was undone last, None where there is none."""
        return self._move(self._forth, self._back, present)

    def seal(self) -> None:
        """Merge nothing more into the last step."""
        self._open_key = None

    @property
    def undo_label(self) -> Message | None:
        return self._back[-1].label if self._back else None

    @property
    def redo_label(self) -> Message | None:
        return self._forth[-1].label if self._forth else None

    @property
    def documents(self) -> tuple[Workspace, ...]:
        """Every document that undo or redo could bring back: their tables must be kept."""
        return tuple(step.document for step in (*self._back, *self._forth))

    def mark_clean(self, document: Workspace) -> None:
        self._clean = document
        self._open_key = None

    def is_clean(self, document: Workspace) -> bool:
        return document is self._clean

    def _move(self, source: list[Step], target: list[Step], present: Workspace) -> Workspace | None:
        self._open_key = None
        if not source:
            return None
        step = source.pop()
        target.append(Step(present, step.label, step.merge_key))
        return step.document


def is_same(one: Workspace, other: Workspace) -> bool:
    """Whether two documents are equal, the order of their parts included."""
    if one is other:
        return True
    return one == other and all(
        [*getattr(one, part)] == [*getattr(other, part)] for part in ("datasets", "scenarios", "dashboards", "targets")
    )
