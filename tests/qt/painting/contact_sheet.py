"""Every kind of chart in each look and format, for looking at: ``python tests/qt/painting/contact_sheet.py FOLDER``.

Sheets of PNG in the colours of light, dark and print, of SVG and of PDF as other programs draw them (LibreOffice,
pdftoppm), and of PNG at 480 × 270; ``--only NAME`` takes one kind, ``--language`` its texts.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from kpidesk.charts.figure import Figure
from kpidesk.core.formatting import Style
from kpidesk.export.paper import Page, Printed
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.qt.painting.exporters import pdf_bytes, png_bytes, svg_bytes
from kpidesk.qt.theme import load_theme
from kpidesk.qt.translation import words
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.charts.gallery import gallery
from tests.charts.studies import STUDIES

SIZE, SMALL = (720, 405), (480, 270)
ACROSS = 3


def figures(style: Style) -> dict[str, Figure]:
    return {**gallery(style), **{name: build(style) for name, build in STUDIES.items()}}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--language", default="en")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    prepare(app)
    apply_look(app, Look("light", asked.language))
    style = Style(language=asked.language, currency="USD" if asked.language == "en" else "CNY")
    found = {name: figure for name, figure in figures(style).items() if name.startswith(asked.only)}
    for theme in ("light", "dark", "print"):
        colours = load_theme(theme).colours
        sheet(asked.folder, theme, {name: png_bytes(f, SIZE, 1.0, colours) for name, f in found.items()})
    sheet(asked.folder, "small", {name: png_bytes(f, SMALL, 1.0) for name, f in found.items()})
    sheet(asked.folder, "svg", from_svgs(asked.folder, found))
    sheet(asked.folder, "pdf", {name: from_pdf(asked.folder, name, f) for name, f in found.items()})


def from_svgs(folder: Path, found: dict[str, Figure]) -> dict[str, bytes]:
    """As LibreOffice draws them: a reader of SVG that is not Qt's own."""
    paths = {name: folder / f"{name}.svg" for name in found}
    for name, figure in found.items():
        paths[name].write_bytes(svg_bytes(figure, SIZE))
    profile = f"-env:UserInstallation=file://{folder.absolute()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "png", "--outdir", folder, *paths.values()]
    subprocess.run(command, check=True, timeout=600, capture_output=True)
    return {name: path.with_suffix(".png").read_bytes() for name, path in paths.items()}


def from_pdf(folder: Path, name: str, figure: Figure) -> bytes:
    path = folder / f"{name}.pdf"
    page = Page(words(figure.title), figure=figure, said=words(figure.summary))
    path.write_bytes(pdf_bytes(Printed(name, (page,)), (960, 540)))
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", path, path.with_suffix("")], check=True, timeout=60)
    return path.with_suffix(".png").read_bytes()


def sheet(folder: Path, name: str, pictures: dict[str, bytes]) -> None:
    """Nine to a sheet, side by side."""
    images = [QImage.fromData(picture) for picture in pictures.values()]
    wide, tall = max(i.width() for i in images), max(i.height() for i in images)
    for first in range(0, len(images), 3 * ACROSS):
        part = images[first : first + 3 * ACROSS]
        rows = -(-len(part) // ACROSS)
        whole = QImage(ACROSS * wide, rows * tall, QImage.Format.Format_RGB32)
        whole.fill(Qt.GlobalColor.lightGray)
        painter = QPainter(whole)
        for at, image in enumerate(part):
            painter.drawImage(at % ACROSS * wide, at // ACROSS * tall, image)
        painter.end()
        whole.save(str(folder / f"sheet-{name}-{first // (3 * ACROSS)}.png"))


if __name__ == "__main__":
    main()
