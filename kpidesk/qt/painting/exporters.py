"""Pictures of figures in files: PNG at any scale, SVG with its texts as text, PDF; always in the colours of print."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from kpidesk.charts.figure import Figure, text_of
from kpidesk.export.atomic import write_bytes
from kpidesk.qt.painting.figure_painter import paint_figure
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.theme import load_theme


def print_colours() -> Colours:
    """The colours of every export."""
    return load_theme("print").colours


def render_image(figure: Figure, size: tuple[int, int], scale: float = 2.0, colours: Colours | None = None) -> QImage:
    """The figure as an image of ``size`` × ``scale`` pixels."""
    width, height = round(size[0] * scale), round(size[1] * scale)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(3780 * scale))
    image.setDotsPerMeterY(round(3780 * scale))
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, width, height), figure, colours or print_colours(), scale)
    painter.end()
    return image


def png_bytes(figure: Figure, size: tuple[int, int], scale: float = 2.0, colours: Colours | None = None) -> bytes:
    """The figure as a PNG file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    render_image(figure, size, scale, colours).save(buffer, "PNG")
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


def pdf_bytes(figures: Sequence[Figure], size: tuple[int, int], colours: Colours | None = None) -> bytes:
    """The figures as a PDF, each a page of exactly its size, fonts embedded."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    points = QSizeF(size[0] * 0.75, size[1] * 0.75)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(text_of(figures[0].title, QCoreApplication.translate))
    painter = QPainter(writer)
    for number, figure in enumerate(figures):
        if number:
            writer.newPage()
        paint_figure(painter, QRectF(0, 0, *size), figure, colours or print_colours())
    painter.end()
    buffer.close()
    return bytes(store.data())


def write_png(path: Path, figure: Figure, size: tuple[int, int], scale: float = 2.0) -> None:
    """Write a PNG, whole or not at all."""
    write_bytes(path, png_bytes(figure, size, scale))


def write_svg(path: Path, figure: Figure, size: tuple[int, int]) -> None:
    """Write an SVG, whole or not at all."""
    write_bytes(path, svg_bytes(figure, size))


def write_pdf(path: Path, figure: Figure, size: tuple[int, int]) -> None:
    """Write a PDF, whole or not at all."""
    write_bytes(path, pdf_bytes([figure], size))


class QtImageRenderer:
    """The ImageRenderer that export is given: figures as PNG bytes."""

    def png(self, figure: Figure, size: tuple[int, int], scale: float) -> bytes:
        return png_bytes(figure, size, scale)

    def svg(self, figure: Figure, size: tuple[int, int]) -> bytes:
        return svg_bytes(figure, size)

    def pdf(self, figures: Sequence[Figure], size: tuple[int, int]) -> bytes:
        return pdf_bytes(figures, size)
