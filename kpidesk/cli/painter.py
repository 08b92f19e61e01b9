"""Pictures without Qt in this process: the figures go to ``kpidesk.app.paint`` in a child, the picture comes back.

The child is ``python -m kpidesk.app.paint KIND WIDTH HEIGHT SCALE``, in a package the program itself with ``--paint``.
The figures come as JSON on its standard input, the file's bytes leave on its standard output; it needs no display.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.charts.figure import EMPTY_TABLE, Figure
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.own_program import child_command
from kpidesk.core.progress import Progress
from kpidesk.export.paper import Printed
from kpidesk.workspace.codec import to_plain

_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class ChildPainter:
    """The ImageRenderer of a process that has no Qt; it paints in this language."""

    language: str = "en"

    def png(self, figure: Figure, size: tuple[int, int], scale: float, *, is_transparent: bool = False) -> bytes:
        kind = "clear" if is_transparent else "png"
        return _painted(kind, [_bare(figure)], size, self.language, scale)

    def svg(self, figure: Figure, size: tuple[int, int]) -> bytes:
        return _painted("svg", [_bare(figure)], size, self.language)

    def pdf(self, document: Printed, size: tuple[int, int], progress: Progress) -> bytes:
        progress.step(0, len(document.pages))
        return _painted("pdf", [document], size, self.language)


def _bare(figure: Figure) -> Figure:
    return replace(figure, table=EMPTY_TABLE)


def _painted(kind: str, things: Sequence[object], size: tuple[int, int], language: str, scale: float = 1.0) -> bytes:
    body = json.dumps([to_plain(thing) for thing in things], ensure_ascii=False)
    command = [*child_command("kpidesk.app.paint", "--paint"), kind, str(size[0]), str(size[1]), str(scale), language]
    try:
        done = subprocess.run(
            command,
            input=body.encode(),
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(type(error).__name__) from error
    if done.returncode or not done.stdout:
        last = done.stderr.decode(errors="replace").strip().splitlines()
        raise _failed(last[-1] if last else str(done.returncode))
    return done.stdout


def _failed(reason: str) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("cli", "The picture could not be painted: {reason}"), reason=reason),
        Message(QT_TRANSLATE_NOOP("cli", "Qt's libraries may be missing; .pptx, .xlsx and .csv need none of them.")),
    )
