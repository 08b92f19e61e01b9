"""A chart in a tile: heading, key, the live figure, its foot, and a menu with its table, copies and exports."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from kpidesk.charts.figure import Figure, Line
from kpidesk.core.formatting import format_period
from kpidesk.core.period import Period
from kpidesk.metrics.query import Filter
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.plot.pointing import places
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.waiting import ChartSkeleton
from kpidesk.ui.charts.figure_table import table_view
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.charts.key_row import KeyRow
from kpidesk.ui.charts.note_popover import NotePopover

NOTE, BOARD, PRINT = "note", "board", "print"
TABLE, COPY_PICTURE, COPY_TABLE, PNG, PICTURE, OFFICE, SVG, CSV, DEFINITION, DRAG = (
    "table",
    "copy_picture",
    "copy_table",
    "png",
    "picture",
    "office",
    "svg",
    "csv",
    "definition",
    "drag",
)


_IN_HEAD = 4
"""So many entries of a key stand beside the title."""


class ChartTile(Tile):
    """Shows one Figure, or its table twin.

    ``asked(what)`` is what the menu was asked for: copy_picture, copy_table, png, picture, office, svg, csv, print,
    definition, drag; whoever owns the tile passes it to ``kpidesk.ui.actions.chart_actions``. ``noted(Period, text)``:
    a note was written, "" for none. ``picks`` says what else the menu offers, and ``picked`` which was taken; see
    ChartPick. A chart that is a ``study`` of workspace.board_studies asks for ``board``, too.
    """

    asked = Signal(str)
    noted = Signal(object, str)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, has_definition: bool = False, can_note: bool = False) -> None:
        super().__init__("", parent)
        self.figure: Figure | None = None
        self.study = ""
        self._held: QPoint | None = None
        self.picks: Callable[[], Sequence[Choice]] = tuple
        self.note_at: Callable[[Period], str] = lambda _: ""
        self._picked: Period | None = None
        self._filters: tuple[Filter, ...] = ()
        self._has_definition, self._can_note = has_definition, can_note
        self._texts: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self._key = KeyRow(self)
        self.head.addWidget(self._key)
        self.tools = QHBoxLayout()
        self.head.addLayout(self.tools)
        self._menu = self.add_menu(self.tr("Table, copies, exports"))
        self._menu.clicked.connect(self.on_menu)
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        room.setMinimumHeight(96)
        self._pair = QStackedLayout(room)
        self.view = FigureView(room)
        self._table: DataTable | None = None
        self._pair.addWidget(self.view)
        self._skeleton = ChartSkeleton(room)
        self._pair.addWidget(self._skeleton)
        self.content.addWidget(room, 1)

    @property
    def shows_table(self) -> bool:
        """Whether the table twin stands in the chart's place."""
        return self._table is not None and self._pair.currentWidget() is self._table

    def set_figure(self, figure: Figure) -> None:
        """Show a figure at once; the table follows only where it is looked at."""
        self.figure = figure
        texts = (words(figure.title), words(figure.subtitle), foot_of(figure.footnote, has_axis=not self.shows_table))
        if texts != self._texts:
            self._texts = texts
            self.set_texts(*texts)
        self._key.set_entries(figure.key)
        self._place_key()
        if self._pair.currentWidget() is self._skeleton:
            self._pair.setCurrentWidget(self.view)
        self.view.set_figure(figure)
        self.show_picked(self._picked, self._filters)
        if self._table is not None and self.shows_table:
            self._table.set_table(table_view(figure.table))

    def period_at(self, row: int) -> Period | None:
        """The period of a row of the figure; None where there is none."""
        rows = self.figure.table.rows if self.figure is not None else ()
        found = rows[row][0] if 0 <= row < len(rows) else None
        return found if isinstance(found, Period) else None

    def show_picked(self, period: Period | None, filters: tuple[Filter, ...] = ()) -> None:
        """Mark the period as of which the desk is shown, None for the present; Escape leads back from a segment."""
        self._picked, self._filters = period, filters
        by = self.figure.segments.attribute if self.figure is not None else ""
        self.view.is_narrowed = any(kept.attribute == by for kept in filters)
        rows = self.figure.table.rows if self.figure is not None and period is not None else ()
        self.view.pick(next((at for at, row in enumerate(rows) if row[0] == period), -1))

    def set_waiting(self, title: str, said: str) -> None:
        """No figure yet: its name, what is done, and where lines will be."""
        self.figure = None
        self._texts = (title, said, ())
        self.set_texts(*self._texts)
        self._key.set_entries(())
        self._pair.setCurrentWidget(self._skeleton)

    def _place_key(self) -> None:
        """A short key stands in the head; a long one, or one that would cut the words beside it, below."""
        entries = len(self.figure.key) if self.figure is not None else 0
        has_own_line = entries > _IN_HEAD or (entries > 1 and self._key_width() > self.width())
        if has_own_line != (self.head.indexOf(self._key) < 0):
            self.head.removeWidget(self._key)
            self.body.removeWidget(self._key)
            self._key.set_wraps(has_own_line)
            if has_own_line:
                self.body.insertWidget(1, self._key)
            else:
                self.head.insertWidget(2, self._key)

    def _key_width(self) -> float:
        """What the head with the key in it needs."""
        title, subtitle, _ = self._texts
        said = text_width(title, Role.HEADING) + text_width(subtitle, Role.LABEL)
        tools = self.tools.sizeHint().width()
        edges = self.body.contentsMargins().left() + self.body.contentsMargins().right()
        return said + self._key.sizeHint().width() + tools + self._menu.width() + edges + 5 * self.head.spacing()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def show_table(self, shows: bool) -> None:
        """Put the table twin, or the chart, in front; the keyboard goes along."""
        has_keyboard = self.view.hasFocus() or (self._table is not None and self._table.hasFocus())
        front = self._twin() if shows else self.view
        if shows and self.figure is not None:
            self._twin().set_table(table_view(self.figure.table))
        self._pair.setCurrentWidget(front)
        if self.figure is not None:
            self.set_foot(foot_of(self.figure.footnote, has_axis=not self.shows_table))
        if has_keyboard:
            front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _twin(self) -> DataTable:
        """The table, made when it is first looked at: a page of charts opens in half the time without."""
        if self._table is None:
            self._table = DataTable(self._pair.parentWidget(), dense=True)
            self._table.setAccessibleName(self.accessibleName())
            self._table.installEventFilter(self)
            self._pair.addWidget(self._table)
        return self._table

    def on_menu(self) -> None:
        """The ``…`` button was pressed."""
        twin = self.tr("Show as chart") if self.shows_table else self.tr("Show as table")
        choices = [
            Choice(TABLE, twin, "T", "table-2"),
            Choice(COPY_PICTURE, self.tr("Copy picture"), icon="copy"),
            Choice(COPY_TABLE, self.tr("Copy table"), icon="copy"),
            *self._exports(),
        ]
        if self._period() is not None:
            choices.insert(1, Choice(NOTE, self.tr("Write a note…"), "N", "square-pen"))
        choices[1:1] = self.picks()
        if self.study:
            choices.append(Choice(BOARD, self.tr("Put on the board"), icon="layout-dashboard"))
        if self._has_definition:
            choices.append(Choice(DEFINITION, self.tr("Definition"), icon="info"))
        choose(self._menu, choices, self.on_chosen, align_right=True, has_search=False)

    def _exports(self) -> tuple[Choice, ...]:
        """How the chart leaves the desk."""
        return (
            Choice(PNG, self.tr("Export as PNG…"), icon="share"),
            Choice(SVG, self.tr("Export as SVG…"), icon="share"),
            Choice(CSV, self.tr("Export as CSV…"), icon="share"),
            Choice(PICTURE, self.tr("Picture for a slide…"), icon="presentation"),
            Choice(OFFICE, self.tr("Slide, workbook, document…"), icon="presentation"),
            Choice(PRINT, self.tr("Print…"), icon="printer"),
        )

    def choose_export(self, anchor: QWidget) -> None:
        """Only these, below a button of the page."""
        choose(anchor, self._exports(), self.on_chosen, align_right=True, has_search=False)

    def on_chosen(self, what: object) -> None:
        """A line of the menu was chosen."""
        if what == TABLE:
            self.show_table(not self.shows_table)
        elif what == NOTE:
            self.ask_note()
        elif isinstance(what, str):
            self.asked.emit(what)
        else:
            self.picked.emit(what)

    def _period(self) -> Period | None:
        """The period under the crosshair, else the last one; None where the chart is not one over periods."""
        rows = self.figure.table.rows if self.figure is not None and self._can_note else ()
        return self.period_at(self.view.row if 0 <= self.view.row < len(rows) else len(rows) - 1) if rows else None

    def ask_note(self) -> None:
        """Write a note at the crosshair, or take one away."""
        period = self._period()
        if period is None or self.figure is None:
            return
        name = format_period(period, self.figure.table.style)
        hint = say(self.tr("What happened in {period}?"), period=name)
        title = say(self.tr("Note at {period}"), period=name)
        popover = NotePopover(self, title, hint, self.note_at(period))
        popover.written.connect(partial(self.noted.emit, period))
        place = self._place_of_note()
        if place is None:
            popover.ask_below(self._menu)
        else:
            popover.ask_beside(place)

    def _place_of_note(self) -> QRect | None:
        """The column of the point, in the half of the plot in which its line does not run; None where none is seen."""
        figure, view = self.figure, self.view
        known = places(figure) if figure is not None and not view.isHidden() else ()
        if figure is None or not known:
            return None
        at, space = known[view.row if 0 <= view.row < len(known) else -1], view.space
        heights = [
            space.y(y)
            for line in figure.marks
            if isinstance(line, Line)
            for x, y in zip(line.xs, line.ys, strict=True)
            if x == at and y == y
        ]
        middle = space.rect.center().y()
        top = space.rect.top() if heights and heights[0] > middle else middle
        corner = view.mapTo(self.window(), QPoint(round(space.x(at)), round(top)))
        return QRect(corner, QSize(1, 1))

    def keyPressEvent(self, event: QEvent) -> None:
        meant = self._meant()
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            meant.ask_note()
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            meant.show_table(not meant.shows_table)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table would look for a row that begins with the letter.
        is_key = watched is self._table and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_T and not event.modifiers():
            self.show_table(False)
            return True
        return super().eventFilter(watched, event)

    def _meant(self) -> "ChartTile":
        """The chart under the pointer, if its crosshair stands there, else the one that has the keyboard."""
        tiles = self.window().findChildren(ChartTile)
        return next((tile for tile in tiles if tile.isVisible() and tile.underMouse() and tile.view.row >= 0), self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_menu_hint(self.tr("Table, copies, exports"))

    def mousePressEvent(self, event: QEvent) -> None:
        """By its head a chart can be carried into another program; the plot itself is for looking closer."""
        is_head = event.position().y() < self.content.geometry().top()
        self._held = event.position().toPoint() if is_head and event.button() == Qt.MouseButton.LeftButton else None
        event.setAccepted(self._held is not None)

    def mouseMoveEvent(self, event: QEvent) -> None:
        far = QApplication.startDragDistance()
        if self._held is None or self.figure is None or self.figure.empty is not None:
            event.ignore()
        elif (event.position().toPoint() - self._held).manhattanLength() >= far:
            self._held = None
            self.asked.emit(DRAG)
