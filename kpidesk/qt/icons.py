"""Icons in the theme's ink: Lucide shapes from resources/icons, rendered for the screen's own pixels."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kpidesk.core.resources import resource
from kpidesk.qt.theme import theme

STROKE = "1.75"


def pixmap(name: str, token: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon in the colour of a token, ``size`` logical pixels wide."""
    return _rendered(name, theme().hex(token), size, ratio)


def paint_icon(painter: QPainter, name: str, token: str, x: float, y: float, size: int = 16) -> None:
    """Draw an icon with its upper left corner at a point."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(QRectF(x, y, size, size).topLeft(), pixmap(name, token, size, ratio))


def icon(name: str, token: str = "ink2", size: int = 16) -> QIcon:
    """The same as a QIcon, for menus and windows of the system."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, token, size, ratio))
    return result


def app_icon() -> QIcon:
    """The mark of the application."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_mark(size, 1.0))
    return result


def mark(size: int, ratio: float = 1.0) -> QPixmap:
    """The mark of the application at a size."""
    return _mark(size, ratio)


def forget_icons() -> None:
    """Drop what was rendered, after a change of theme."""
    _rendered.cache_clear()


@cache
def _shape(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _rendered(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    text = _shape(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    return _painted(text, size, ratio)


@cache
def _mark(size: int, ratio: float) -> QPixmap:
    return _painted(resource("icons", "kpidesk.svg").read_text(encoding="utf-8"), size, ratio)


def _painted(svg: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    result = QPixmap(pixels, pixels)
    result.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
