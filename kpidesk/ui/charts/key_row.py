"""The key of a chart: swatches with their names, painted on one line."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.charts.figure import KeyEntry
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RESTYLED, start, text

_SWATCH = 14
_GAP = 6
_BETWEEN = 14


class KeyRow(QWidget):
    """Entries of a Figure's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[KeyEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: tuple[KeyEntry, ...]) -> None:
        """Show these entries; none hides the row."""
        if entries == self._entries:
            return
        self._entries = entries
        self.setVisible(bool(entries))
        set_tip(self, " · ".join(words(entry.name) for entry in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = [_SWATCH + _GAP + text_width(words(entry.name), Role.LABEL) for entry in self._entries]
        return QSize(round(sum(widths) + _BETWEEN * max(0, len(widths) - 1)) + 2, 20)

    def minimumSizeHint(self) -> QSize:
        """It may shrink: what does not fit is counted."""
        return QSize(min(60, self.sizeHint().width()), 20)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        x = 0.0
        for at, entry in enumerate(self._entries):
            rest = len(self._entries) - at
            needed = _SWATCH + _GAP + text_width(words(entry.name), Role.LABEL)
            after = _BETWEEN + text_width(f"+{rest - 1}", Role.LABEL) if rest > 1 else 0
            if at and x + needed + after > self.width() + 1:
                text(painter, QRectF(x, 0, self.width() - x, self.height()), f"+{rest}", Role.LABEL, "ink3")
                break
            _paint_swatch(painter, entry, QRectF(x, self.height() / 2 - 5, _SWATCH, 10))
            x += _SWATCH + _GAP
            room = QRectF(x, 0, self.width() - x, self.height())
            x += text(painter, room, words(entry.name), Role.LABEL, "ink2") + _BETWEEN
        painter.end()


def _paint_swatch(painter: QPainter, entry: KeyEntry, box: QRectF) -> None:
    if entry.shape in ("line", "dash"):
        pen = QPen(theme().colour(entry.ink), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if entry.shape == "dash":
            pen.setDashPattern([2.0, 1.4])
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        return
    square = QRectF(box.left() + 2, box.top(), 10, 10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(entry.ink, entry.opacity))
    if entry.shape == "hatch":
        painter.save()
        painter.setClipRect(square)
        painter.setPen(QPen(theme().colour("lineStrong"), 1))
        for offset in range(-8, 12, 4):
            painter.drawLine(
                QPointF(square.left() + offset, square.bottom()), QPointF(square.left() + offset + 10, square.top())
            )
        painter.restore()
        return
    painter.drawRoundedRect(square, 2, 2)
