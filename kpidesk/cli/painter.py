"""Pictures without Qt in this process: the figures go to ``kpidesk.app.paint`` in a child, the picture comes back.

The child is started as ``python -m kpidesk.app.paint KIND WIDTH HEIGHT SCALE`` with the figures as JSON on its standard
input and the file's bytes on its standard output; it needs no display.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.charts.figure import EMPTY_TABLE, Figure
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.codec import to_plain

_TIMEOUT_S = 120


class ChildPainter:
    """The ImageRenderer of a process that has no Qt."""

    def png(self, figure: Figure, size: tuple[int, int], scale: float) -> bytes:
        return _painted("png", [figure], size, scale)

    def svg(self, figure: Figure, size: tuple[int, int]) -> bytes:
        return _painted("svg", [figure], size, 1.0)

    def pdf(self, figures: Sequence[Figure], size: tuple[int, int]) -> bytes:
        return _painted("pdf", figures, size, 1.0)


def _painted(kind: str, figures: Sequence[Figure], size: tuple[int, int], scale: float) -> bytes:
    body = json.dumps([to_plain(replace(figure, table=EMPTY_TABLE)) for figure in figures], ensure_ascii=False)
    command = [sys.executable, "-m", "kpidesk.app.paint", kind, str(size[0]), str(size[1]), str(scale)]
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
