"""The key of a chart: swatches with their names."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.charts.figure import KeyEntry
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.painting.inks import block_swatch, line_swatch
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RESTYLED, start, text

_LINE = 20
_SWATCH = 14
_GAP = 6
_BETWEEN = 14


class KeyRow(QWidget):
    """Entries of a Figure's key: on one line, what does not fit is counted; or on as many as needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[KeyEntry, ...] = ()
        self._wraps = False
        self.set_wraps(False)
        self.setFixedHeight(_LINE)

    def set_entries(self, entries: tuple[KeyEntry, ...]) -> None:
        """Show these entries; none hides the row."""
        if entries == self._entries:
            return
        self._entries = entries
        self.setVisible(bool(entries))
        self._name()
        self._fit()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        set_tip(self, " · ".join(words(entry.name) for entry in self._entries))

    def set_wraps(self, wraps: bool) -> None:
        """Whether it has the width of the tile for itself, and may go on in the next line."""
        self._wraps = wraps
        across = QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(_LINE * len(self._lines()) if self._wraps else _LINE)

    def _widths(self) -> list[float]:
        return [_SWATCH + _GAP + text_width(words(entry.name), Role.LABEL) for entry in self._entries]

    def _lines(self) -> list[list[KeyEntry]]:
        """What stands on which line at the width of now; at least one line, and an entry on each."""
        lines: list[list[KeyEntry]] = [[]]
        x = 0.0
        for entry, wide in zip(self._entries, self._widths(), strict=True):
            if lines[-1] and self._wraps and x + wide > self.width():
                lines.append([])
                x = 0.0
            lines[-1].append(entry)
            x += wide + _BETWEEN
        return lines

    def sizeHint(self) -> QSize:
        widths = self._widths()
        return QSize(round(sum(widths) + _BETWEEN * max(0, len(widths) - 1)) + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        """It may shrink: what does not fit is counted, or goes on below."""
        return QSize(min(60, self.sizeHint().width()), self.height())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._name()
            self._fit()
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        for at, line in enumerate(self._lines()):
            self._paint_line(painter, line, at * _LINE)
        painter.end()

    def _paint_line(self, painter: QPainter, entries: list[KeyEntry], top: float) -> None:
        x = 0.0
        for at, entry in enumerate(entries):
            rest = len(entries) - at
            needed = _SWATCH + _GAP + text_width(words(entry.name), Role.LABEL)
            after = _BETWEEN + text_width(f"+{rest - 1}", Role.LABEL) if rest > 1 else 0
            if at and not self._wraps and x + needed + after > self.width() + 1:
                text(painter, QRectF(x, top, self.width() - x, _LINE), f"+{rest}", Role.LABEL, "ink3")
                return
            _paint_swatch(painter, entry, QRectF(x, top + _LINE / 2 - 5, _SWATCH, 10))
            x += _SWATCH + _GAP
            room = QRectF(x, top, self.width() - x, _LINE)
            x += text(painter, room, words(entry.name), Role.LABEL, "ink2") + _BETWEEN


def _paint_swatch(painter: QPainter, entry: KeyEntry, box: QRectF) -> None:
    if entry.shape == "line":
        line_swatch(painter, box, entry, theme().colours)
        return
    square = QRectF(box.left() + 2, box.top(), 10, 10)
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
    block_swatch(painter, square, entry, theme().colours)
