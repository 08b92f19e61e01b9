"""What lies behind the cells of a sheet, by what they were taken for: a tint, in high contrast a pattern."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush

from kpidesk.qt.theme import theme
from kpidesk.ui.importing.sheet_map import CellKind

_TINTS: Mapping[CellKind, tuple[str, float]] = {
    CellKind.HEADER: ("accentSoft", 1.0),
    CellKind.TOTAL: ("series.2", 0.16),
    CellKind.OTHER: ("series.3", 0.14),
    CellKind.IGNORED: ("sunken", 1.0),
}
"""Cells of the body have none."""
_PATTERNS = {
    CellKind.HEADER: Qt.BrushStyle.SolidPattern,
    CellKind.TOTAL: Qt.BrushStyle.HorPattern,
    CellKind.OTHER: Qt.BrushStyle.VerPattern,
    CellKind.IGNORED: Qt.BrushStyle.BDiagPattern,
}
_PALE = 0.22
"""How strong a pattern is under a text."""


def tint(kind: CellKind) -> QBrush | None:
    """What lies behind a cell of that kind."""
    if kind not in _TINTS:
        return None
    if theme().is_high_contrast:
        return QBrush(theme().colour("ink1", _PALE), _PATTERNS[kind])
    return QBrush(theme().colour(*_TINTS[kind]))
