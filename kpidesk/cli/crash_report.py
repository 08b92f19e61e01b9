"""The report of a bug: versions, kinds of error, lines of code; no message and no value, for they may quote a cell."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from kpidesk.core.version import version_text
from kpidesk.session.folders import Folders


def write_crash(error: BaseException) -> Path | None:
    """Write the report beside those of the window; None where even that cannot be done."""
    folder = Folders.default().crashes
    path = folder / f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report(error), encoding="utf-8")
    except OSError:
        return None
    return path


def report(error: BaseException) -> str:
    """The error and what led to it, newest first."""
    lines = [f"KPI Desk {version_text()}, Python {platform.python_version()}, {platform.system()} {platform.release()}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        for frame in traceback.extract_tb(seen.__traceback__):
            place = "/".join(Path(frame.filename).parts[-3:])
            lines.append(f"  {place}:{frame.lineno} {frame.name}: {frame.line or ''}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines) + "\n"
