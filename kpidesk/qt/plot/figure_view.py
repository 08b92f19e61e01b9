"""A live chart: shows a Figure, follows theme and language, answers mouse and keyboard. It holds no numbers itself."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from kpidesk.charts.figure import Axis, Figure
from kpidesk.charts.readout import readout
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.plot_painter import cell_rect
from kpidesk.qt.painting.space import Margins, Space, cell_at, margins_of
from kpidesk.qt.plot.axes import PlotBox, whole_rows, widened, zoomed
from kpidesk.qt.plot.cell_cursor import CellCursor
from kpidesk.qt.plot.hover import HoverItem
from kpidesk.qt.plot.marks import FigureItem
from kpidesk.qt.plot.pointing import moved_row, moved_series, places, row_under, series_under
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import words

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_LEAST_DRAG = 6.0
_NOTHING = Figure("line", (), Axis(0, 1, ()), Axis(0, 1, ()))


class FigureView(pg.GraphicsView):
    """The plot of a figure, without title, key and foot, which belong to the tile around it.

    Signals: ``pointed`` (the row under the crosshair, −1 for none; or its series is another), ``clicked`` (a row, also
    by Space), ``activated`` (double click or Enter on a row), ``let_go`` (Escape where something is picked),
    ``cell_clicked`` (row and column of a heat map), ``zoomed`` (the range of rows in sight, as two floats, or None for
    all).
    """

    accessible_role = QAccessible.Role.Chart
    pointed = Signal(int)
    clicked = Signal(int)
    activated = Signal(int)
    let_go = Signal()
    cell_clicked = Signal(int, int)
    zoomed = Signal(object)
    _figure = _NOTHING  # Qt tells of changes before the constructor is through

    def __init__(self, parent: QWidget | None = None, colours: Colours | None = None) -> None:
        super().__init__(parent=parent, background=None)
        self._colours = colours
        self._zoom: tuple[float, float] | None = None
        self._row, self._column, self._is_led, self._picked = -1, -1, False, -1
        self.is_narrowed = False
        self._cursor = CellCursor()
        self._pressed: QPointF | None = None
        self.space = Space(QRectF(0, 0, 10, 10), 0, 1, 0, 1)
        self._box = PlotBox()
        self._marks, self._hover = FigureItem(words), HoverItem(words)
        self.addItem(self._box)
        self.scene().addItem(self._marks)
        self.scene().addItem(self._hover)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    @property
    def row(self) -> int:
        """The row of the figure's table under the crosshair, −1 for none."""
        return self._row

    @property
    def segment(self) -> tuple[str, ...]:
        """The values of the segment under the crosshair, none where it is not at one."""
        return self._figure.segments.at(self._row, self._column)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text painted last, in order."""
        return self._marks.texts

    def set_figure(self, figure: Figure) -> None:
        """Show another figure in place; zoom and crosshair stay where the x axis stays."""
        if places(figure) != places(self._figure):
            self._zoom, self._row = None, -1
            self.pick(-1)
        if figure.segments != self._figure.segments:
            self._column = -1
            self._hover.show_hint("")
        self._cursor.show_figure(figure)
        self._figure = figure
        self.setAccessibleName(" · ".join(filter(None, (words(figure.title), words(figure.subtitle)))))
        self.setAccessibleDescription(words(figure.summary))
        self._lay_out()

    def set_colours(self, colours: Colours | None) -> None:
        """Paint in these colours; None follows the theme."""
        self._colours = colours
        self._lay_out()

    def point_at(self, row: int, column: int = -1) -> None:
        """Move the crosshair to a row of the table, and a series there; −1 takes it away. Tells ``pointed``."""
        if self._go_to(row, column, is_led=False):
            self.pointed.emit(self._row)

    def follow(self, row: int) -> None:
        """The crosshair of another chart over the same x has moved: go along and say the values only."""
        self._go_to(row, -1, is_led=True)

    def _go_to(self, row: int, column: int, *, is_led: bool) -> bool:
        """Whether the crosshair, or who leads it, is another."""
        row = row if 0 <= row < len(places(self._figure)) else -1
        if (row, column, is_led) == (self._row, self._column, self._is_led) or (row < 0 and self._row < 0):
            return False
        self._row, self._column, self._is_led = row, column, is_led
        self._hover.show_hint("")
        self._say_row()
        return True

    def show_hint(self, hint: str) -> None:
        """Say below the values what a click does there; until the crosshair moves on."""
        self._hover.show_hint(hint)
        self.setAccessibleDescription(f"{self.accessibleDescription()}; {hint}" if hint else self._said())

    def pick(self, row: int) -> None:
        """Mark a row of the table as the one that is shown elsewhere; −1 for none."""
        self._picked = row if 0 <= row < len(self._figure.readout_xs) else -1
        self._hover.show_picked(self._figure.readout_xs[self._picked] if self._picked >= 0 else None)

    def zoom_to(self, span: tuple[float, float] | None) -> None:
        """Show a range of the x axis; None shows all."""
        self._zoom = span
        self._lay_out()
        self.zoomed.emit(span)

    def _lay_out(self) -> None:
        colours = self._colours if self._colours is not None else theme().colours
        area = QRectF(0, 0, self.width(), self.height())
        figure = zoomed(self._figure, area.width(), self._zoom)
        found = margins_of(figure, words, area.width())
        margins = Margins(found.left + 4.0, found.top, found.right, found.bottom, found.room)  # off the focus ring
        self.space = self._box.lay_out(figure, area, margins, self._zoom)
        self._marks.show_figure(figure, self.space, area, colours)
        columns, rows = figure.x.kind == "category", bool(figure.readout_ys)
        self._hover.place(self.space, area, colours, has_columns=columns, has_rows=rows)
        self._show_cell()
        self._say_row()

    def _show_cell(self) -> None:
        cell = self._cursor.cell
        self._hover.show_cell(None if cell is None else cell_rect(cell, self.space))

    def _say_row(self) -> None:
        if self._row < 0 or self._row >= len(self._figure.table.rows):
            self._hover.point_at(None, None)
            return
        said = readout(self._figure, self._row)
        self._hover.point_at(places(self._figure)[self._row], said, column=self._column, is_led=self._is_led)
        self.setAccessibleDescription(self._said())

    def _said(self) -> str:
        """The values at the crosshair, the chosen series alone where one is."""
        if self._row < 0:
            return words(self._figure.summary)
        said = readout(self._figure, self._row)
        shown = [line for line in said.lines if self._column in (-1, line.column)]
        lines = (f"{words(line.name)} {words(line.value)} {line.change}".strip() for line in shown)
        return "; ".join((words(said.title), *lines))

    def _point_under(self, position: QPointF) -> None:
        """The crosshair goes where the pointer is."""
        row = row_under(self._figure, self.space, position)
        self.point_at(row, series_under(self._figure, self.space, row, position))

    def _drag_to(self, position: QPointF) -> tuple[float, float] | None:
        """The range of x between the press and here; None while it may still become a click."""
        if self._pressed is None or not self._box.can_zoom or abs(position.x() - self._pressed.x()) < _LEAST_DRAG:
            return None
        low, high = sorted((self._box.data_x(self._pressed.x()), self._box.data_x(position.x())))
        return low, high

    def _zoom_by(self, factor: float) -> None:
        if not self._box.can_zoom:
            return
        low, high = self.space.x_low, self.space.x_high
        middle = self._figure.readout_xs[self._row] if self._row >= 0 else (low + high) / 2
        span = widened((middle - (middle - low) * factor, middle + (high - middle) * factor))
        axis = self._figure.x
        is_whole = span[0] <= axis.low and span[1] >= axis.high
        self.zoom_to(None if is_whole else (max(span[0], axis.low), min(span[1], axis.high)))

    def close(self) -> bool:
        # pyqtgraph's own close() takes the viewport away and crashes the interpreter with PySide6 6.11.
        return QGraphicsView.close(self)

    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and self._figure is not _NOTHING:
            self.set_figure(self._figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._figure is not _NOTHING:
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._pressed is None:
            self._point_under(event.position())
        elif (span := self._drag_to(event.position())) is not None:
            self.point_at(-1)
            self._hover.show_band(span)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        span, row = self._drag_to(event.position()), row_under(self._figure, self.space, event.position())
        self._pressed = None
        self._hover.show_band(None)
        event.accept()
        if span is not None:
            self.zoom_to(widened(whole_rows(span, self._figure.x)))
        elif row >= 0:
            self._point_under(event.position())
            self.clicked.emit(row)
        elif (cell := cell_at(self._figure, self.space, event.position())) is not None:
            self.cell_clicked.emit(cell.row, cell.column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        row = row_under(self._figure, self.space, event.position())
        if row >= 0:
            self.activated.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.point_at(-1)  # the page scrolls away under the pointer
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._cursor.take_key(Qt.Key(event.key()), self._figure):
            self._show_cell()
            self.setAccessibleDescription(self._cursor.said(self._figure))
            return
        step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        key = Qt.Key(event.key())
        if (row := moved_row(self._figure, self._row, key, step)) is not None:
            self.point_at(row, self._column)
        elif (column := moved_series(self._figure, self._row, self._column, key)) is not None:
            self.point_at(self._row, column)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row >= 0:
            self.activated.emit(self._row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor.cell is not None:
            self.cell_clicked.emit(self._cursor.cell.row, self._cursor.cell.column)
        elif key is Qt.Key.Key_Space and self._row >= 0:
            self.clicked.emit(self._row)
        elif key is Qt.Key.Key_Escape and (self._picked >= 0 or self.is_narrowed) and self._zoom is None:
            self.let_go.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom_by(2.0 if key is Qt.Key.Key_Minus else 0.5)
        elif key is Qt.Key.Key_Escape and (self._zoom is not None or self._row >= 0):
            self.point_at(-1)
            self.zoom_to(None)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._hover.show_ring(event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover.show_ring(False)
