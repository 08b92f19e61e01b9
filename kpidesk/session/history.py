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

    def push(self, before: Workspace, label: Message, merge_key: str | None) -> None:
        """Remember the document before a step; a step of the open merge key keeps the older one."""
        self._forth.clear()
        if merge_key is not None and merge_key == self._open_key and self._back:
            self._back[-1] = Step(self._back[-1].document, label, merge_key)
        else:
            self._back.append(Step(before, label, merge_key))
            del self._back[:-LIMIT]
        self._open_key = merge_key

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
