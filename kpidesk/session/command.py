"""Commands: everything a user can do to the document, each a small function from the old root to the new one."""

from typing import Protocol

from kpidesk.core.messages import Message
from kpidesk.workspace.document import Workspace


class Command(Protocol):
    """One change of the document.

    ``label`` is what undo says ("Set ARPA to 42"). Consecutive commands with the same ``merge_key`` are one undo step
    until the session is sealed; None never merges. ``apply`` answers the same root where there is nothing to change
    and raises UserError where the change makes no sense.
    """

    @property
    def label(self) -> Message: ...

    @property
    def merge_key(self) -> str | None: ...

    def apply(self, doc: Workspace) -> Workspace: ...
