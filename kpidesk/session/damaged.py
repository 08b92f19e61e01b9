"""A file of the user's own that cannot be read any more: it is kept beside, told of, and written anew."""

import contextlib
import logging
import shutil
from pathlib import Path

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.messages import Template as Text

SUFFIX = ".damaged"
_log = logging.getLogger("kpidesk")


def kept_aside(path: Path, code: str, text: Text) -> Finding:
    """Copy the file before anything replaces it, and say where; the log says it too."""
    copy = path.with_name(path.name + SUFFIX)
    with contextlib.suppress(OSError):
        shutil.copy2(path, copy)
    hint = Message(QT_TRANSLATE_NOOP("settings", "The file as it was is kept as {name}."), name=copy.name)
    _log.warning("%s cannot be read; a copy is kept as %s", path, copy.name)
    return Finding(Level.WARNING, code, Message(text), Location(path.name), hint=hint)
