"""Unsaved work that is not the present document: what an earlier session left, and what another took the place of.

Each lies in a work folder of its own, its document written last and deleted first: at every moment a crash leaves it
whole in at least one place, and the next start offers it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.core.system_reasons import system_reason
from kpidesk.session.commands.datasets import AddDatasets
from kpidesk.session.ready_sample import is_sample
from kpidesk.session.work_folder import WorkFolder, left_behind
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.document import Workspace
from kpidesk.workspace.migrations import FORMAT, migrated
from kpidesk.workspace.replacing import replace_bytes


@dataclass(frozen=True, slots=True)
class Recovered:
    """Unsaved work that is kept: what it is called, which file it belongs to, and where its folder lies."""

    name: str
    path: Path | None
    folder: Path

    @property
    def label(self) -> Message:
        """Its own name, that of its file, or a word for none."""
        name = self.name or (self.path.stem if self.path is not None else "")
        unnamed = Message(QT_TRANSLATE_NOOP("persistence", "a workspace without a name"))
        return verbatim(name) if name else unnamed

    @property
    def key(self) -> str:
        """The key of the notice that offers it."""
        return f"lost:{self.folder}"


class UnsavedWork:
    """The folders of unsaved work, held until they are taken up or given up; beside the session's own."""

    def __init__(self, work: WorkFolder) -> None:
        self._work = work
        self._held: dict[Path, WorkFolder] = {}
        self._kept: dict[Path, tuple[Workspace, Recovered]] = {}

    def keep(self, document: Workspace, path: Path | None) -> Recovered:
        """Put a document of the session's own folder aside; raises UserError, with everything where it was.

        Its tables get a second name in the new folder: they may be large, and this is no job.
        """
        folder: WorkFolder | None = None
        try:
            folder = WorkFolder.new(self._work.path.parent)
            for dataset in document.datasets:
                folder.take_table(dataset, self._work)
            write_unsaved(folder, document, path)
        except (OSError, UserError) as error:
            if folder is not None:
                self._bring_tables(folder, [each for each in document.datasets if folder.table(each).exists()])
                folder.remove()
            raise _not_kept(error) from error
        kept = Recovered(document.name, path, folder.path)
        self._held[folder.path] = folder
        self._kept[folder.path] = document, kept
        return kept

    def kept_of(self, document: Workspace) -> tuple[Recovered, ...]:
        """Where this very document was put aside in this session."""
        return tuple(kept for known, kept in self._kept.values() if known is document)

    def find(self, root: Path) -> tuple[Recovered, ...]:
        """All that can be taken up, what earlier sessions left included."""
        for folder in left_behind(root):
            if folder.path != self._work.path:
                self._held[folder.path] = folder
        read = ((folder, read_unsaved(folder)) for folder in self._held.values())
        return tuple(Recovered(found[1].name, found[0], folder.path) for folder, found in read if found)

    def bring(self, lost: Recovered) -> tuple[Path | None, Workspace]:
        """The path and the document, its tables in the session's own folder; raises UserError.

        The folder stays until it is given up: it is the only copy until the document is autosaved anew.
        """
        folder = self._held[lost.folder]
        read = read_unsaved(folder)
        if read is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("persistence", "The unsaved work cannot be read any more")))
        try:
            self._bring_tables(folder, read[1].datasets)
        except OSError as error:
            raise _not_kept(error) from error
        return read

    def give_up(self, lost: Recovered) -> None:
        """Delete it."""
        self._kept.pop(lost.folder, None)
        self._held.pop(lost.folder).remove()

    def release(self) -> None:
        """Leave all that is still kept to the next start."""
        for folder in self._held.values():
            folder.release()

    def _bring_tables(self, folder: WorkFolder, datasets: Iterable[DatasetId]) -> None:
        for dataset in datasets:
            self._work.take_table(dataset, folder)


def holds_work(document: Workspace) -> bool:
    """Whether a user would miss it: not an empty one, whatever its name, and not the sample company as it comes."""
    plain = replace(document, query=Workspace().query)
    if document.is_empty:
        return replace(plain, name="") != Workspace()
    datasets = tuple(document.datasets.values())
    as_it_comes = replace(AddDatasets(datasets).apply(Workspace()), query=plain.query)
    is_touched = plain != as_it_comes or any(each.recipe or not each.is_used for each in datasets)
    return is_touched or not is_sample([Path(each.source.path) for each in datasets])


def write_unsaved(folder: WorkFolder, document: Workspace, path: Path | None) -> None:
    """Write the document, which makes the folder one with unsaved work; raises UserError."""
    plain = {"format": FORMAT, "path": None if path is None else str(path), "document": to_plain(document)}
    replace_bytes(folder.document, json.dumps(plain).encode())


def read_unsaved(folder: WorkFolder) -> tuple[Path | None, Workspace] | None:
    """The path and the document that were written, None where they cannot be used."""
    try:
        plain = json.loads(folder.document.read_text(encoding="utf-8"))
        document = from_plain(Workspace, migrated(plain["document"], plain["format"]))
        path = None if plain["path"] is None else Path(plain["path"])
    except (OSError, ValueError, KeyError, TypeError, UserError, CodecError):
        return None
    return (path, document) if all(folder.table(id).is_file() for id in document.datasets) else None


def _not_kept(error: OSError | UserError) -> UserError:
    reason = system_reason(error) if isinstance(error, OSError) else error.message
    return UserError(
        Message(QT_TRANSLATE_NOOP("persistence", "The unsaved work could not be kept: {reason}"), reason=reason),
        Message(QT_TRANSLATE_NOOP("persistence", "Nothing was changed. Save the workspace first, then try again.")),
    )
