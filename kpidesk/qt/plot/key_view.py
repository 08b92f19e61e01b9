"""The key of a chart as a small widget for the head of its tile."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.charts.figure import Figure, KeyEntry
from kpidesk.qt.fonts import Role, line_height
from kpidesk.qt.painting.figure_painter import key_width, paint_key
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import words


class KeyView(QWidget):
    """Swatches with names on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[KeyEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_figure(self, figure: Figure) -> None:
        """Show the key of a figure; nothing where it needs none."""
        if figure.key == self._entries:
            return
        self._entries = figure.key
        self.setVisible(bool(self._entries))
        self.setAccessibleName(", ".join(words(entry.name) for entry in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(key_width(self._entries, words)) + 2, line_height(Role.HEADING))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, line_height(Role.HEADING))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_key(painter, QRectF(self.rect()), self._entries, theme().colours, words)
        painter.end()
