"""Paints figures for the command line, which has no Qt: JSON in, bytes of a picture out. Needs no display.

``python -m kpidesk.app.paint png|svg|pdf WIDTH HEIGHT SCALE``; see kpidesk.cli.painter.
"""

import json
import os
import sys

from kpidesk.charts.figure import Figure
from kpidesk.qt.painting.exporters import pdf_bytes, png_bytes, svg_bytes
from kpidesk.workspace.codec import from_plain


def main(arguments: list[str]) -> int:
    """Read the figures from standard input, write the picture to standard output."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    kind, width, height, scale = arguments
    figures = [from_plain(Figure, one, "figure") for one in json.loads(sys.stdin.buffer.read())]
    application = QGuiApplication(["kpidesk"])
    size = int(width), int(height)
    match kind:
        case "png":
            picture = png_bytes(figures[0], size, float(scale))
        case "svg":
            picture = svg_bytes(figures[0], size)
        case _:
            picture = pdf_bytes(figures, size)
    sys.stdout.buffer.write(picture)
    sys.stdout.buffer.flush()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
