"""Paints figures for the command line, which has no Qt: JSON in, bytes of a picture out. Needs no display.

``python -m kpidesk.app.paint png|clear|svg|pdf WIDTH HEIGHT SCALE LANGUAGE``; see kpidesk.cli.painter.
"""

import json
import os
import sys

from kpidesk.charts.figure import Figure
from kpidesk.export.paper import Printed
from kpidesk.qt.painting.exporters import pdf_bytes, png_bytes, svg_bytes
from kpidesk.qt.translation import use_language
from kpidesk.workspace.codec import from_plain


def main(arguments: list[str]) -> int:
    """Read the figures from standard input, write the picture to standard output."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    kind, width, height, scale, language = arguments
    (content,) = json.loads(sys.stdin.buffer.read())
    application = QGuiApplication(["kpidesk"])
    use_language(language)
    size = int(width), int(height)
    match kind:
        case "svg":
            picture = svg_bytes(from_plain(Figure, content, "figure"), size)
        case "pdf":
            picture = pdf_bytes(from_plain(Printed, content, "document"), size)
        case _:
            figure = from_plain(Figure, content, "figure")
            picture = png_bytes(figure, size, float(scale), is_transparent=kind == "clear")
    sys.stdout.buffer.write(picture)
    sys.stdout.buffer.flush()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
