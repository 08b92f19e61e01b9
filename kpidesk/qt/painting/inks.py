"""Pens and brushes from tokens."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

Colours = Mapping[str, QColor]
"""Colours by token; see kpidesk.qt.theme."""

_DASHES = {"dashed": (4.0, 3.0), "target": (4.0, 4.0), "dotted": (0.01, 4.0)}


_FAINT, _STRONGER = 0.4, 2.5
"""What is laid on as thinly as a band would not be seen in high contrast, where all else is black and white."""


def ink(colours: Colours, token: str, opacity: float = 1.0) -> QColor:
    """The colour of a token, thinned."""
    colour = QColor(colours[token])
    if opacity < _FAINT and colours["hair"] == colours["line"]:
        opacity = min(_FAINT, _STRONGER * opacity)
    if opacity < 1:
        colour.setAlphaF(opacity)
    return colour


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
