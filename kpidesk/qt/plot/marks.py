"""The figure as one item of the plot's scene: it paints in pixels, with the routines that also paint pictures.

One item a figure instead of one a mark: an update is a repaint, nothing is created or thrown away while a slider moves,
and pens, hatches and hairlines are as thick and as sharp as in an export, at every device ratio.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kpidesk.charts.figure import Figure
from kpidesk.qt.painting.figure_painter import paint_empty
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.label_painter import paint_labels
from kpidesk.qt.painting.plot_painter import paint_marks
from kpidesk.qt.painting.space import Say, Space


class FigureItem(QGraphicsItem):
    """Marks, axes and texts of a figure in a given space."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._figure: Figure | None = None
        self._space = Space(QRectF(), 0, 1, 0, 1)
        self._area = QRectF()
        self._colours: Colours = {}
        self.texts: tuple[str, ...] = ()

    def show_figure(self, figure: Figure, space: Space, area: QRectF, colours: Colours) -> None:
        """Take over what to paint and where; ``area`` is the whole scene."""
        if area != self._area:
            self.prepareGeometryChange()
        self._figure, self._space, self._area, self._colours = figure, space, area, colours
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._figure is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._figure.empty is not None:
            self.texts = paint_empty(painter, self._area, self._say(self._figure.empty), self._colours)
            return
        painter.save()
        painter.setClipRect(self._space.rect.adjusted(-6, -6, 6, 6))
        paint_marks(painter, self._figure, self._space, self._colours)
        painter.restore()
        self.texts = paint_labels(painter, self._figure, self._space, self._colours, self._say)
