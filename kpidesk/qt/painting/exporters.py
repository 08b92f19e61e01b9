"""Pictures of figures in files: PNG at any scale, SVG with its texts as text, PDF; always in the colours of print."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from kpidesk.charts.figure import Figure, text_of
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.paper import Printed
from kpidesk.export.pdf_outline import with_outline
from kpidesk.qt.fonts import latin_first
from kpidesk.qt.painting.figure_painter import paint_figure
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.one_page import paint_one_page
from kpidesk.qt.painting.page_painter import paint_page
from kpidesk.qt.theme import load_theme


def print_colours() -> Colours:
    """The colours of every export."""
    return load_theme("print").colours


def render_image(
    figure: Figure,
    size: tuple[int, int],
    scale: float = 2.0,
    colours: Colours | None = None,
    *,
    is_transparent: bool = False,
) -> QImage:
    """The figure as an image of ``size`` × ``scale`` pixels, on white or on nothing."""
    width, height = round(size[0] * scale), round(size[1] * scale)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(3780 * scale))
    image.setDotsPerMeterY(round(3780 * scale))
    image.fill(Qt.GlobalColor.transparent)
    inks = dict(colours or print_colours())
    if is_transparent:
        inks["surface"] = QColor(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, width, height), figure, inks, scale)
    painter.end()
    return image


def png_bytes(
    figure: Figure,
    size: tuple[int, int],
    scale: float = 2.0,
    colours: Colours | None = None,
    *,
    is_transparent: bool = False,
) -> bytes:
    """The figure as a PNG file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    render_image(figure, size, scale, colours, is_transparent=is_transparent).save(buffer, "PNG")
    buffer.close()
    return bytes(store.data())


def svg_bytes(figure: Figure, size: tuple[int, int], colours: Colours | None = None) -> bytes:
    """The figure as an SVG file; its summary is the description that screen readers find."""
    store = QByteArray()
    buffer = QBuffer(store)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setResolution(96)
    translate = QCoreApplication.translate
    generator.setTitle(text_of(figure.title, translate))
    generator.setDescription(text_of(figure.summary, translate))
    painter = QPainter(generator)
    paint_figure(painter, QRectF(0, 0, *size), figure, colours or print_colours())
    painter.end()
    return bytes(store.data())


def pdf_bytes(
    document: Printed, size: tuple[int, int], colours: Colours | None = None, progress: Progress | None = None
) -> bytes:
    """The document as a PDF: pages of exactly that size or one of A4, fonts embedded, texts to select, bookmarks.

    A step a page; raises Cancelled.
    """
    progress = progress or Progress()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    width, height = _A4 if document.is_one_page else size
    points = QSizeF(width * 0.75, height * 0.75)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(document.title)
    writer.setCreator("KPI Desk")
    painter = QPainter(writer)
    sheet = QRectF(0, 0, width, height)
    inks = colours or print_colours()
    try:
        with latin_first():
            if document.is_one_page:
                progress.step(0, 1)
                paint_one_page(painter, sheet, document.title, document.pages, inks)
            for number, page in enumerate(() if document.is_one_page else document.pages, start=1):
                progress.step(number - 1, len(document.pages))
                if number > 1:
                    writer.newPage()
                paint_page(painter, sheet, page, inks, number=f"{number} / {len(document.pages)}")
    finally:
        painter.end()  # or Qt would end the program with the writer
    buffer.close()
    titles = [document.title] if document.is_one_page else [page.title for page in document.pages]
    return with_outline(bytes(store.data()), titles, document.language)


_A4 = (794, 1123)
"""Pixels at 96 to the inch."""


def write_png(path: Path, figure: Figure, size: tuple[int, int], scale: float = 2.0) -> None:
    """Write a PNG, whole or not at all."""
    write_bytes(path, png_bytes(figure, size, scale))


def write_svg(path: Path, figure: Figure, size: tuple[int, int]) -> None:
    """Write an SVG, whole or not at all."""
    write_bytes(path, svg_bytes(figure, size))


class QtImageRenderer:
    """The ImageRenderer that export is given."""

    def png(self, figure: Figure, size: tuple[int, int], scale: float, *, is_transparent: bool = False) -> bytes:
        return png_bytes(figure, size, scale, is_transparent=is_transparent)

    def svg(self, figure: Figure, size: tuple[int, int]) -> bytes:
        return svg_bytes(figure, size)

    def pdf(self, document: Printed, size: tuple[int, int], progress: Progress) -> bytes:
        return pdf_bytes(document, size, progress=progress)
