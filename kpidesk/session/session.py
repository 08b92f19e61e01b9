"""The session: the one document of the running application, and the only way to change it."""

from psygnal import Signal

from kpidesk.core.messages import Message
from kpidesk.session.change import Change
from kpidesk.session.command import Command
from kpidesk.session.history import History, is_same
from kpidesk.workspace.document import Workspace


class Session:
    """Holds the document and its history.

    Signals: ``changed(Change)`` after the document became another one (execute, undo, redo, replace);
    ``history_changed()`` where what undo and redo would do, or the clean mark, moved; ``replaced()`` after another
    document was taken in. ``generation`` counts those: what began under another one is not meant for this document.
    """

    changed = Signal(Change)
    history_changed = Signal()
    replaced = Signal()

    def __init__(self, document: Workspace | None = None) -> None:
        self._document = Workspace() if document is None else document
        self._history = History()
        self._history.mark_clean(self._document)
        self.generation = 0

    @property
    def document(self) -> Workspace:
        return self._document

    def execute(self, command: Command, origin: object | None = None) -> None:
        """Apply the command as one undo step, or as part of the last one; UserError leaves everything as it was.

        A command that changes nothing leaves no step, and so does a drag that ends where it began.
        """
        new = command.apply(self._document)
        if is_same(new, self._document):
            return
        self._become(self._history.push(self._document, new, command.label, command.merge_key), origin)

    def undo(self) -> None:
        """Go back one step; nothing happens where there is none."""
        old = self._history.undo(self._document)
        if old is not None:
            self._become(old, None)

    def redo(self) -> None:
        """Go forward one step again; nothing happens where there is none."""
        new = self._history.redo(self._document)
        if new is not None:
            self._become(new, None)

    def seal(self) -> None:
        """End the present step: what follows is a step of its own even under the same merge key."""
        self._history.seal()

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, None where there is nothing."""
        return self._history.undo_label

    @property
    def redo_label(self) -> Message | None:
        """What redo would bring back, None where there is nothing."""
        return self._history.redo_label

    @property
    def is_clean(self) -> bool:
        """True where the document is the very one that was last saved or opened."""
        return self._history.is_clean(self._document)

    def mark_clean(self) -> None:
        """The document as it stands was saved."""
        self._history.mark_clean(self._document)
        self.history_changed.emit()

    def replace(self, document: Workspace, *, is_clean: bool = True) -> None:
        """Take another document in: opened, recovered or new. The history starts anew."""
        old, self._document = self._document, document
        self._history = History()
        self.generation += 1
        if is_clean:
            self._history.mark_clean(document)
        self.changed.emit(Change.between(old, document))
        self.history_changed.emit()
        self.replaced.emit()

    def _become(self, document: Workspace, origin: object | None) -> None:
        old, self._document = self._document, document
        self.changed.emit(Change.between(old, document, origin))
        self.history_changed.emit()
