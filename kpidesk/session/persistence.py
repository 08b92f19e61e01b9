"""The saved file of the document: new, open, save; and the unsaved work that a crash must not take.

Autosave writes the document, not the tables, which are immutable and lie in the session's own folder already; whoever
owns a timer calls ``autosave`` (the window does, after each 20 commands or 60 idle seconds). What a crash left is
offered at the next start and opens as modified.
"""

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.ids import DatasetId, new_id
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.notices import Notices
from kpidesk.session.session import Session
from kpidesk.session.settings import Settings
from kpidesk.session.work_folder import WorkFolder, left_behind
from kpidesk.workspace.archive import SUFFIX, read_archive, write_archive
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.document import Workspace
from kpidesk.workspace.migrations import FORMAT, migrated
from kpidesk.workspace.replacing import replace_bytes


@dataclass(frozen=True, slots=True)
class Recovered:
    """Unsaved work of an earlier session: what it is and where its folder lies."""

    name: str
    path: Path | None
    folder: Path


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
        self._found: dict[Path, WorkFolder] = {}
        self.path: Path | None = None

    def new(self) -> None:
        """Begin an empty workspace; the caller has asked about unsaved work."""
        self._settle(None)
        self._session.replace(Workspace())

    def open(self, path: Path) -> JobHandle[Workspace]:
        """Open a saved workspace in the place of the present one."""
        job = Job(
            Message(QT_TRANSLATE_NOOP("persistence", "Opening {name}"), name=path.name),
            lambda progress: taken_out(path, self._work, progress),
        )

        def take(document: Workspace) -> None:
            self._settle(path)
            self._session.replace(document)
            self._settings.remember(path)
            self.opened.emit(path)

        return self._runner.submit(job, lane=Lane.WORK, replaces="persistence:open").then(take, self._notices.error)

    def save(self, path: Path | None = None) -> JobHandle[Path]:
        """Write the document to its file, or to another one that is its file from then on."""
        target = path or self.path
        if target is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("persistence", "The workspace has no file yet")))
        if target.suffix != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        final, document = target, self._session.document
        job = Job(
            Message(QT_TRANSLATE_NOOP("persistence", "Saving {name}"), name=final.name),
            lambda progress: self._write(final, document, progress),
        )

        def done(_: Path) -> None:
            self._settle(final)
            if self._session.document is document:
                self._session.mark_clean()
            self._settings.remember(final)
            self.saved.emit(final)

        return self._runner.submit(job, lane=Lane.WORK, replaces="persistence:save").then(done, self._notices.error)

    def autosave(self) -> None:
        """Keep the unsaved document where a crash cannot take it; nothing happens where nothing is new."""
        document = self._session.document
        if self._session.is_clean:
            self._work.document.unlink(missing_ok=True)
            self._autosaved = None
            return
        if document is self._autosaved:
            return
        body = json.dumps(
            {"format": FORMAT, "path": None if self.path is None else str(self.path), "document": to_plain(document)}
        ).encode()
        try:
            replace_bytes(self._work.document, body)
        except UserError as error:
            self._notices.tell(Level.WARNING, error.message, error.hint, key="persistence.autosave")
        else:
            self._autosaved = document
            self._notices.clear("persistence.autosave")

    def find_lost_work(self, root: Path) -> tuple[Recovered, ...]:
        """Unsaved work that earlier sessions left; it stays until recovered and saved, or discarded."""
        for folder in left_behind(root):
            if folder.path != self._work.path:
                self._found[folder.path] = folder
        found = ((folder, _read_autosave(folder)) for folder in self._found.values())
        return tuple(
            Recovered(document.name, path, folder.path) for folder, read in found if read for path, document in (read,)
        )

    def recover(self, lost: Recovered) -> None:
        """Take lost work up again, as modified; its folder goes once its tables are here."""
        folder = self._found.pop(lost.folder)
        read = _read_autosave(folder)
        if read is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("persistence", "The unsaved work cannot be read any more")))
        path, document = read
        for dataset in document.datasets:
            folder.table(dataset).replace(self._work.table(dataset))
        self._settle(path)
        self._session.replace(document, is_clean=False)
        self.autosave()
        folder.remove()

    def discard(self, lost: Recovered) -> None:
        """Give lost work up."""
        self._found.pop(lost.folder).remove()

    def close(self, *, keep: bool = False) -> None:
        """The session ends in order: its folder goes, unless unsaved work is to be offered again."""
        if keep:
            self.autosave()
            self._work.release()
        else:
            self._work.remove()
        for folder in self._found.values():
            folder.release()

    def _write(self, target: Path, document: Workspace, progress: Progress) -> Path:
        write_archive(target, document, {id: self._work.table(id) for id in document.datasets}, progress)
        return target

    def _settle(self, path: Path | None) -> None:
        self._work.document.unlink(missing_ok=True)
        self._autosaved = None
        if path != self.path:
            self.path = path
            self.path_changed.emit()


def taken_out(path: Path, work: WorkFolder, progress: Progress) -> Workspace:
    """The opened document under dataset ids of its own, so that its tables never meet those of the one before.

    They come by way of a folder of their own: the present document may be the very one that is opened again.
    """
    aside = work.tables / f"opening-{new_id()}"
    aside.mkdir()
    try:
        document = read_archive(path, aside, progress)
        names = {id: DatasetId(new_id()) for id in document.datasets}
        for old, new in names.items():
            (aside / work.table(old).name).replace(work.table(new))
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    datasets = {names[id]: replace(dataset, id=names[id]) for id, dataset in document.datasets.items()}
    return replace(document, datasets=datasets)


def _read_autosave(folder: WorkFolder) -> tuple[Path | None, Workspace] | None:
    """What an earlier session autosaved, None where it cannot be used."""
    try:
        plain = json.loads(folder.document.read_text(encoding="utf-8"))
        document = from_plain(Workspace, migrated(plain["document"], plain["format"]))
        path = None if plain["path"] is None else Path(plain["path"])
    except (OSError, ValueError, KeyError, TypeError, UserError, CodecError):
        return None
    return (path, document) if all(folder.table(id).is_file() for id in document.datasets) else None
