"""Pens and brushes from tokens."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from kpidesk.charts.figure import KeyEntry

Colours = Mapping[str, QColor]
"""Colours by token; see kpidesk.qt.theme."""

_DASHES = {"dashed": (4.0, 3.0), "target": (4.0, 4.0), "dotted": (0.01, 4.0)}
_PITCH = sum(_DASHES["dotted"])
_LINE = 2.25

_FAINT, _STRONGER = 0.4, 2.5
"""What is laid on as thinly as a band would not be seen in high contrast, where all else is black and white."""
_PALE, _ON_DARK = 0.3, 1.5
"""Bands paler than this are so much stronger in the dark."""


def ink(colours: Colours, token: str, opacity: float = 1.0) -> QColor:
    """The colour of a token, thinned."""
    colour = QColor(colours[token])
    if opacity < _FAINT and colours["hair"] == colours["line"]:
        opacity = min(_FAINT, _STRONGER * opacity)
    if opacity < 1:
        colour.setAlphaF(opacity)
    return colour


def band_ink(colours: Colours, token: str, opacity: float) -> QColor:
    """The colour of a band; a pale one is laid on thicker on a dark surface, where the eye sees less of it."""
    is_dark = colours["surface"].lightnessF() < 0.5
    if opacity < _PALE and is_dark and colours["hair"] != colours["line"]:
        opacity *= _ON_DARK
    return ink(colours, token, opacity)


def pen(colours: Colours, token: str, width: float, dash: str = "solid") -> QPen:
    """A round pen; dashes are in pixels, whatever the width."""
    made = QPen(
        QBrush(colours[token]), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if dash in _DASHES:
        if dash != "dotted":
            made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([length / width for length in _DASHES[dash]])
    return made


def block_swatch(painter: QPainter, box: QRectF, entry: KeyEntry, colours: Colours) -> None:
    """The colour of bars, or of a band over those below it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for opacity in (entry.under, entry.opacity):
        if opacity:
            painter.setBrush(band_ink(colours, entry.ink, opacity))
            painter.drawRoundedRect(box, 2, 2)


def line_swatch(painter: QPainter, box: QRectF, entry: KeyEntry, colours: Colours) -> None:
    """A piece of the line that an entry of a key names, as the plot draws it; dots stand whole, in the middle."""
    made = pen(colours, entry.ink, _LINE, entry.dash)
    painter.setPen(made)
    end = _LINE / 2 if made.capStyle() is Qt.PenCapStyle.RoundCap else 0.0
    left, right, y = box.left() + end, box.right() - end, box.center().y()
    if entry.dash == "dotted":
        rest = (right - left) % _PITCH
        left, right = left + rest / 2, right - rest / 2 + _DASHES["dotted"][0]
    painter.drawLine(QPointF(left, y), QPointF(right, y))
