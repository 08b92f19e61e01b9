"""What the tints of a sheet mean: a row of small swatches with their words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RADIUS_BADGE, plate, start, text
from kpidesk.ui.importing.sheet_map import CellKind
from kpidesk.ui.importing.sheet_tints import tint

_SWATCH = 12


class SheetKey(QWidget):
    """Swatches for the kinds of cells that a sheet shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[CellKind | None, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[tuple[CellKind | None, str]]) -> None:
        """Kinds with their words; None stands for cells that cannot be read."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(words for _, words in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(_SWATCH + 6 + text_width(words, Role.MICRO) + 14 for _, words in self._entries)
        return QSize(width, line_height(Role.MICRO))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, line_height(Role.MICRO))

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        x = 0.0
        for kind, words in self._entries:
            box = QRectF(x, (self.height() - _SWATCH) / 2, _SWATCH, _SWATCH)
            plate(painter, box, RADIUS_BADGE, "surface" if kind is not None else "badSoft")
            if kind is not None and (colour := tint(kind)) is not None:
                painter.setBrush(colour)
                painter.drawRoundedRect(box, RADIUS_BADGE, RADIUS_BADGE)
            plate(painter, box, RADIUS_BADGE, None, "bad" if kind is None else "line")
            if kind is None:
                painter.setBrush(theme().colour("bad"))
                corner = box.topRight()
                painter.drawPolygon(QPolygonF([corner, corner - QPointF(6, 0), corner + QPointF(0, 6)]))
            width = text_width(words, Role.MICRO)
            text(
                painter, QRectF(x + _SWATCH + 6, 0, width + 2, self.height()), words, Role.MICRO, theme().colour("ink3")
            )
            x += _SWATCH + 6 + width + 14
        painter.end()
