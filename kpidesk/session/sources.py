"""The paths that a user names: are they there, and is one of them a workspace."""

from collections.abc import Sequence
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.archive import SUFFIX


def existing(paths: Sequence[Path]) -> Sequence[Path]:
    """The same paths, if all of them are there; else a UserError that names the one that is not."""
    for path in paths:
        if not path.exists():
            raise UserError(Message(QT_TRANSLATE_NOOP("desk", "{path}: no such file or folder"), path=str(path)))
    return paths


def is_workspace(path: Path) -> bool:
    """Whether a path is that of a workspace by its ending; a folder of such a name is a folder."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def only_workspace(paths: Sequence[Path]) -> Path | None:
    """The workspace that is named, None where none is; UserError where other paths stand beside it."""
    if not any(is_workspace(path) for path in paths):
        return None
    if len(paths) > 1:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("desk", "A workspace is opened alone, without other files beside it"))
        )
    return paths[0]
