"""The tables and the document of a saved workspace, brought into the session's own folder."""

import shutil
from dataclasses import replace
from pathlib import Path

from kpidesk.core.ids import DatasetId, new_id
from kpidesk.core.progress import Progress
from kpidesk.session.work_folder import WorkFolder
from kpidesk.workspace.archive import read_archive
from kpidesk.workspace.document import Workspace


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
