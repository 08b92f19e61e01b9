"""The sample company as it was imported once: a workspace of its tables, so that opening it reads no sheet again.

It stands for the sheets beside it: each table names its file, sheet and range as an import does, can be traced to them
and reviewed again. It is named by the bytes of the sheets and the build of the program; one that does not fit or is
damaged is as good as none, and the sheets are imported.
"""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.progress import Progress
from kpidesk.core.resources import resource
from kpidesk.core.version import build_stamp
from kpidesk.session.datasets import ImportOutcome
from kpidesk.session.taken_out import taken_out
from kpidesk.session.watching import hash_of, state_of
from kpidesk.session.work_folder import WorkFolder
from kpidesk.workspace.archive import SUFFIX, write_archive
from kpidesk.workspace.document import Dataset, Workspace

READY = ("samples", "ready")
"""Where the package has what was made of its sample company."""


class ReadySample:
    """Looks beside the program and into ``folder`` for the imported sample; for jobs of the WORK lane."""

    def __init__(self, work: WorkFolder, folder: Path, shipped: Path | None = None) -> None:
        self._work = work
        self._folders = tuple(each for each in (shipped, folder) if each is not None)
        self._own = folder

    def find(self, paths: Sequence[Path], progress: Progress) -> ImportOutcome | None:
        """What an import of these sheets brings, its tables in the private folder; None where it is not known."""
        key = _key(paths, progress)
        for folder in self._folders:
            path = folder / f"{key}{SUFFIX}"
            if path.is_file():
                try:
                    document = taken_out(path, self._work, progress)
                    datasets = tuple(_beside(dataset, paths) for dataset in document.datasets.values())
                except (UserError, OSError, KeyError):
                    continue
                return ImportOutcome(datasets, _noticed(datasets))
        return None

    def keep(self, paths: Sequence[Path], outcome: ImportOutcome, progress: Progress) -> None:
        """Keep what an import brought for the next time; where that fails, the next time takes longer."""
        if not outcome.datasets or outcome.findings != _noticed(outcome.datasets):
            return  # what was noticed of files as a whole would be lost
        tables = {dataset.id: self._work.table(dataset.id) for dataset in outcome.datasets}
        document = Workspace(datasets={dataset.id: dataset for dataset in outcome.datasets})
        with suppress(UserError, OSError):
            self._own.mkdir(parents=True, exist_ok=True, mode=0o700)
            for old in self._own.glob(f"*{SUFFIX}*"):
                old.unlink(missing_ok=True)
            write_archive(self._own / f"{_key(paths, progress)}{SUFFIX}", document, tables, progress)


def is_sample(paths: Sequence[Path]) -> bool:
    """Whether these are files or folders of the sample company, and nothing else."""
    samples = resource("samples").resolve()
    return bool(paths) and all(samples in path.resolve().parents for path in paths)


def _sheets_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """All files of the sample's folder, or the ones that are named."""
    return tuple(file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else (path,)))


def _key(paths: Sequence[Path], progress: Progress) -> str:
    files = sorted((path.name, hash_of(path, progress)) for path in _sheets_in(paths))
    return hashlib.sha256(json.dumps([build_stamp(), files]).encode()).hexdigest()


def _noticed(datasets: Sequence[Dataset]) -> tuple[Finding, ...]:
    return tuple(finding for dataset in datasets for finding in dataset.findings)


def _beside(dataset: Dataset, paths: Sequence[Path]) -> Dataset:
    """The dataset with its source where it lies on this computer; KeyError where it does not."""
    path = {file.name: file for file in _sheets_in(paths)}[PurePath(dataset.source.path).name]
    state = state_of(path)
    if state is None:
        raise KeyError(path.name)
    source = replace(dataset.source, path=str(path.absolute()), size=state.size, modified=state.modified)
    return replace(dataset, source=source)
