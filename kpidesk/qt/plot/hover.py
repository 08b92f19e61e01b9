"""Crosshair, read-out plate, the band of a zoom being drawn, and the focus ring: what lies over a live chart."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kpidesk.charts.readout import Readout, ReadoutLine
from kpidesk.qt.fonts import Role, advance, font, line_height
from kpidesk.qt.painting.inks import Colours, ink, pen
from kpidesk.qt.painting.space import Say, Space

_PADDING = 10.0
_SWATCH = 10.0
_GAP = 8.0
_TINT = 0.07


def values_of(said: Readout) -> Readout:
    """What a chart says whose crosshair is led by that of another: its values, which hide little of it."""
    return Readout("", tuple(ReadoutLine(line.ink, "", line.value) for line in said.lines if line.ink))


class HoverItem(QGraphicsItem):
    """Painted above the figure; holds no numbers of its own."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._space = Space(QRectF(), 0, 1, 0, 1)
        self._area = QRectF()
        self._colours: Colours = {}
        self._has_columns, self._has_rows = False, False
        self._column, self._hint = -1, ""
        self._at: float | None = None
        self._readout: Readout | None = None
        self._is_led = False
        self._band: tuple[float, float] | None = None
        self._picked: float | None = None
        self._has_ring = False
        self._cell: QRectF | None = None
        self.setZValue(10)

    def place(
        self, space: Space, area: QRectF, colours: Colours, *, has_columns: bool = False, has_rows: bool = False
    ) -> None:
        """Follow the figure's geometry and theme; it ``has_columns`` if names stand along its x axis, not periods.

        It ``has_rows`` if what is read out stands along its y axis.
        """
        self._has_columns, self._has_rows = has_columns, has_rows
        if area != self._area:
            self.prepareGeometryChange()
        self._space, self._area, self._colours = space, area, colours
        self.update()

    def point_at(self, at: float | None, said: Readout | None, *, column: int = -1, is_led: bool = False) -> None:
        """Stand at an x of the data (a y, where it has rows) with a plate, or go away; led by another chart it says
        values only. One ``column`` of the table may be meant among them.
        """
        self._at, self._readout, self._column, self._is_led = at, said, column, is_led
        self.update()

    def show_hint(self, hint: str) -> None:
        """What a click does here, as the plate's last line."""
        self._hint = hint
        self.update()

    def show_band(self, band: tuple[float, float] | None) -> None:
        """Shade the range, in data, that a drag would zoom to."""
        self._band = band
        self.update()

    def show_picked(self, at: float | None) -> None:
        """Mark the period of the data that was picked, or none."""
        self._picked = at
        self.update()

    def show_cell(self, cell: QRectF | None) -> None:
        """Frame the cell of a heat map on which the keyboard stands."""
        self._cell = cell
        self.update()

    def show_ring(self, has_ring: bool) -> None:
        """Show that the chart has the keyboard."""
        self._has_ring = has_ring
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._colours:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._band is not None:
            left, right = sorted((self._space.x(self._band[0]), self._space.x(self._band[1])))
            rect = QRectF(left, self._space.rect.top(), right - left, self._space.rect.height())
            painter.fillRect(rect, ink(self._colours, "accent", 0.12))
        if self._picked is not None:
            self._mark(painter, self._picked)
        if self._at is not None:
            self._crosshair(painter, self._at)
            if self._readout is not None:
                self._plate(painter, self._at, values_of(self._readout) if self._is_led else self._readout)
        if self._cell is not None:
            painter.setPen(pen(self._colours, "ink1", 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._cell, 2, 2)
        if self._has_ring:
            painter.setPen(pen(self._colours, "accent", 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._area.adjusted(2, 2, -2, -2), 6, 6)

    def _mark(self, painter: QPainter, at: float) -> None:
        """A tinted column that stands on a thick foot: known without its colour, too."""
        left, right = sorted((self._space.x(at - 0.5), self._space.x(at + 0.5)))
        column = QRectF(left, self._space.rect.top(), right - left, self._space.rect.height())
        column = column.intersected(self._space.rect)
        painter.fillRect(column, ink(self._colours, "accent", 0.14))
        painter.fillRect(QRectF(column.left(), column.bottom(), column.width(), 3), self._colours["accent"])

    def _crosshair(self, painter: QPainter, at: float) -> None:
        """A line at a period; of named columns and rows the whole of it, whose value no line strikes through."""
        top, height = self._space.rect.top(), self._space.rect.height()
        if self._has_rows:
            painter.fillRect(self._row(at), ink(self._colours, "ink1", _TINT))
            return
        if not self._has_columns:
            painter.fillRect(QRectF(round(self._space.x(at)), top, 1, height), self._colours["lineStrong"])
            return
        left, right = self._space.x(at - 0.5), self._space.x(at + 0.5)
        painter.fillRect(QRectF(left, top, right - left, height), ink(self._colours, "ink1", _TINT))

    def _row(self, at: float) -> QRectF:
        """A row with its name."""
        top, bottom = sorted((self._space.y(at - 0.5), self._space.y(at + 0.5)))
        return QRectF(self._area.left(), top, self._space.rect.right() - self._area.left(), bottom - top)

    def _corner(self, at: float, width: float, height: float) -> QPointF:
        """Where a plate stands: on the side of the crosshair with room, inside the scene; of a row below or above."""
        if self._has_rows:
            row = self._row(at)
            below = row.bottom() + 4
            top = below if below + height <= self._area.bottom() else max(self._area.top(), row.top() - 4 - height)
            left = self._space.rect.center().x()
            return QPointF(max(self._area.left(), min(left, self._area.right() - width)), top)
        x = round(self._space.x(at))
        left = x + 12 if x + 12 + width < self._area.right() else max(self._area.left(), x - 12 - width)
        return QPointF(left, max(self._area.top(), min(self._space.rect.top() + 4, self._area.bottom() - height)))

    def _plate(self, painter: QPainter, at_data: float, said: Readout) -> None:
        """None where there is nothing to say."""
        title = self._say(said.title)
        if not (title or said.lines):
            return
        rows = len(said.lines) + bool(title)
        texts = [(line, self._say(line.name), self._say(line.value)) for line in said.lines]
        names = max((advance(name, Role.LABEL) for _, name, _ in texts), default=0.0)
        values = max((advance(value, Role.DELTA) for _, _, value in texts), default=0.0)
        changes = max((advance(line.change, Role.LABEL) for line, _, _ in texts), default=0.0)
        has_swatch = any(line.ink for line, _, _ in texts)
        inner = (_SWATCH + _GAP if has_swatch else 0.0) + names + 2 * _GAP + values + (_GAP + changes if changes else 0)
        width = max(inner, advance(title, Role.DELTA), advance(self._hint, Role.LABEL)) + 2 * _PADDING
        row = float(line_height(Role.LABEL))
        edge = 8.0 if title else 4.0
        height = row * (rows + bool(self._hint)) + 2 * edge
        plate = QRectF(self._corner(at_data, width, height), QSizeF(width, height))
        painter.setPen(pen(self._colours, "line", 1.0))
        painter.setBrush(self._colours["raised"])
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        at = QRectF(plate.left() + _PADDING, plate.top() + edge, width - 2 * _PADDING, row)
        if title:
            self._text(painter, at, title, Role.DELTA, "ink1", Qt.AlignmentFlag.AlignLeft)
            at = at.translated(0, row)
        indent = _SWATCH + _GAP if has_swatch else 0.0
        for line, name, value in texts:
            if line.column == self._column >= 0:
                painter.fillRect(at.adjusted(-_PADDING / 2, 0, _PADDING / 2, 0), self._colours["hover"])
            self._swatch(painter, QPointF(at.left(), at.center().y()), line)
            self._text(painter, at.adjusted(indent, 0, 0, 0), name, Role.LABEL, "ink2", Qt.AlignmentFlag.AlignLeft)
            right = at.adjusted(0, 0, -(_GAP + changes) if changes else 0, 0)
            self._text(painter, right, value, Role.DELTA, "ink1", Qt.AlignmentFlag.AlignRight)
            self._text(painter, at, line.change, Role.LABEL, "ink3", Qt.AlignmentFlag.AlignRight)
            at = at.translated(0, row)
        if self._hint:
            self._text(painter, at, self._hint, Role.LABEL, "ink3", Qt.AlignmentFlag.AlignLeft)

    def _swatch(self, painter: QPainter, middle: QPointF, line: ReadoutLine) -> None:
        if not line.ink:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._colours, line.ink, line.opacity))
        painter.drawRoundedRect(QRectF(middle.x(), middle.y() - _SWATCH / 2, _SWATCH, _SWATCH), 2, 2)

    def _text(self, painter: QPainter, rect: QRectF, text: str, role: Role, token: str, flag: Qt.AlignmentFlag) -> None:
        painter.setFont(font(role))
        painter.setPen(self._colours[token])
        painter.drawText(rect, flag | Qt.AlignmentFlag.AlignVCenter, text)
