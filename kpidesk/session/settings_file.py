"""Settings on disk: one JSON object with a version, replaced as a whole."""

import contextlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.session.damaged import kept_aside
from kpidesk.workspace.replacing import replace_bytes

VERSION = 1
STEPS: Mapping[int, Callable[[dict[str, object]], dict[str, object]]] = {}
"""From each older version of the values to the next one."""


def read_settings(path: Path) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """The values by key, lists as tuples; nothing and a note where the file is not sound."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        version, values = plain["version"], dict(plain["values"])
        for number in range(version, VERSION):
            values = STEPS[number](values)
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        text = QT_TRANSLATE_NOOP("settings", "The settings could not be read and are back to their defaults")
        return {}, (kept_aside(path, "settings.file", text),)
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}, ()


def write_settings(path: Path, values: Mapping[str, object]) -> None:
    """Replace the file. Settings that cannot be written hold until the application ends; that is no reason to stop."""
    body = json.dumps({"version": VERSION, "values": dict(values)}, ensure_ascii=False, indent=1).encode()
    with contextlib.suppress(UserError):
        replace_bytes(path, body)
