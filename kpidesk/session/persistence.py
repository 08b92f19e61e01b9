"""The saved file of the document: new, open, save; and the unsaved work that a crash must not take.

Autosave writes the document, not the tables, which are immutable and lie in the session's own folder already; whoever
owns a timer calls ``autosave`` (the window does, after each 20 commands or 60 idle seconds). What a crash left is
offered at the next start and opens as modified.
"""

from pathlib import Path
from threading import Event

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.notices import Notice, NoticeAction, Notices
from kpidesk.session.session import Session
from kpidesk.session.settings import Settings
from kpidesk.session.taken_out import taken_out
from kpidesk.session.unsaved import Recovered, UnsavedWork, holds_work, write_unsaved
from kpidesk.session.work_folder import WorkFolder
from kpidesk.workspace.archive import SUFFIX, write_archive
from kpidesk.workspace.document import Workspace

_LOOK_S = 0.05
"""So often a save that waits for another hears whether it is still wanted."""


class Persistence:
    """Which file the document belongs to. Signals: ``path_changed()``; ``saved(path)``; ``opened(path)``."""

    path_changed = Signal()
    saved = Signal(object)
    opened = Signal(object)

    def __init__(
        self, session: Session, runner: JobRunner, work: WorkFolder, settings: Settings, notices: Notices
    ) -> None:
        self._session = session
        self._runner = runner
        self._work = work
        self._settings = settings
        self._notices = notices
        self._autosaved: Workspace | None = None
        self._unsaved = UnsavedWork(work)
        self._opening: JobHandle[Workspace] | None = None
        self._written = Event()
        self._written.set()
        self.path: Path | None = None

    def new(self) -> None:
        """Begin an empty workspace; unsaved work is kept apart. UserError where it cannot be, and nothing happens."""
        self._replace(Workspace(), None)

    def open(self, path: Path) -> JobHandle[Workspace]:
        """Open a saved workspace in the place of the present one, whose unsaved work is kept apart."""
        job = Job(
            Message(QT_TRANSLATE_NOOP("persistence", "Opening {name}"), name=path.name),
            lambda progress: taken_out(path, self._work, progress),
        )

        def take(document: Workspace) -> None:
            try:
                self._replace(document, path)
            except UserError as error:
                self._notices.error(error)
                return
            self._settings.remember(path)
            self.opened.emit(path)

        self._opening = self._runner.submit(job, lane=Lane.WORK, replaces="persistence:open")
        return self._opening.then(take, self._notices.error)

    def save(self, path: Path | None = None) -> JobHandle[Path]:
        """Write the document to its file, or to another one that is its file from then on.

        One save begins when the one before has ended; a newer one of the same document to the same file replaces it.
        """
        target = path or self.path
        if target is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("persistence", "The workspace has no file yet")))
        if target.suffix.casefold() != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        final, document, generation = target, self._session.document, self._session.generation
        older, written = self._written, Event()

        def write(progress: Progress) -> Path:
            try:
                while not older.wait(_LOOK_S):
                    progress.raise_if_cancelled()
                return self._write(final, document, progress)
            finally:
                written.set()

        def done(_: Path) -> None:
            for kept in self._unsaved.kept_of(document):
                self.discard(kept)
            self._settings.remember(final)
            if self._session.generation == generation:
                self._saved_as(final, document)

        job = Job(Message(QT_TRANSLATE_NOOP("persistence", "Saving {name}"), name=final.name), write)
        handle = self._runner.submit(job, lane=Lane.WORK, replaces=f"persistence:save:{generation}:{final}")
        self._written = written
        return handle.then(done, self._notices.error, written.set)

    def autosave(self) -> None:
        """Keep the unsaved document where a crash cannot take it; nothing happens where nothing is new."""
        document = self._session.document
        if self._session.is_clean:
            self._work.document.unlink(missing_ok=True)
            self._autosaved = None
            return
        if document is self._autosaved:
            return
        try:
            write_unsaved(self._work, document, self.path)
        except UserError as error:
            self._notices.tell(Level.WARNING, error.message, error.hint, key="persistence.autosave")
        else:
            self._autosaved = document
            self._notices.clear("persistence.autosave")

    @property
    def has_unsaved_work(self) -> bool:
        """Whether something would be lost that a user would miss."""
        return not self._session.is_clean and holds_work(self._session.document)

    def find_lost_work(self, root: Path) -> tuple[Recovered, ...]:
        """Unsaved work that earlier sessions left, or this one kept; it stays until recovered or discarded."""
        return self._unsaved.find(root)

    def recover(self, lost: Recovered) -> None:
        """Take lost work up again, as modified; its folder goes once it is kept here. Raises UserError."""
        path, document = self._unsaved.bring(lost)
        self._replace(document, path, is_clean=False)
        self.autosave()
        if self._autosaved is document:
            self.discard(lost)

    def discard(self, lost: Recovered) -> None:
        """Give lost work up."""
        self._unsaved.give_up(lost)
        self._notices.clear(lost.key)

    def close(self, *, keep: bool = False) -> None:
        """The session ends in order: its folder goes, unless unsaved work is to be offered again."""
        if keep:
            self.autosave()
            self._work.release()
        else:
            self._work.remove()
        self._unsaved.release()

    def _write(self, target: Path, document: Workspace, progress: Progress) -> Path:
        write_archive(target, document, {id: self._work.table(id) for id in document.datasets}, progress)
        return target

    def _replace(self, document: Workspace, path: Path | None, *, is_clean: bool = True) -> None:
        """Another document in the place of the present one, whose unsaved work is put aside first."""
        present, kept = self._session.document, None
        if self.has_unsaved_work:
            kept = self._unsaved.keep(present, self.path)
        if self._opening is not None:
            self._opening.cancel()  # whatever is asked for later holds
        self._settle(path)
        self._session.replace(document, is_clean=is_clean)
        if kept is not None:
            self._tell_kept(kept)

    def _tell_kept(self, kept: Recovered) -> None:
        text = QT_TRANSLATE_NOOP("persistence", "The unsaved work of {name} is kept.")
        folder = (str(kept.folder),)
        back = NoticeAction(Message(QT_TRANSLATE_NOOP("persistence", "Go back to it")), "file.recover", folder)
        away = NoticeAction(Message(QT_TRANSLATE_NOOP("persistence", "Discard")), "file.discard", folder)
        self._notices.post(Notice(Level.WARNING, Message(text, name=kept.label), actions=(back, away), key=kept.key))

    def _saved_as(self, path: Path, document: Workspace) -> None:
        """The document was written as it was then; what was changed meanwhile is unsaved work of that file."""
        if self._session.document is document:
            self._session.mark_clean()
        self._settle(path)
        self.autosave()
        self.saved.emit(path)

    def _settle(self, path: Path | None) -> None:
        self._work.document.unlink(missing_ok=True)
        self._autosaved = None
        if path != self.path:
            self.path = path
            self.path_changed.emit()
