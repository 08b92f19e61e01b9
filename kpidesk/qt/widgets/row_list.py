"""A long table with what stands around it: how many of its rows are shown, in which order, filters, copies."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.charts.lists.column import Kind
from kpidesk.charts.lists.listing import Arranged, Asked, Listing
from kpidesk.charts.lists.ordering import Rows
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.list_clipboard import Copied, copied_rows
from kpidesk.export.pasted import Pasted
from kpidesk.qt.clipboard import leave, put_on_clipboard
from kpidesk.qt.collation import alphabet
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import ElidedLabel
from kpidesk.qt.widgets.long_table import LongTable
from kpidesk.session.jobs import Job, JobRunner, Lane

_ARRANGING = Message(QT_TRANSLATE_NOOP("lists", "Arranging the rows"))
_COPYING = Message(QT_TRANSLATE_NOOP("lists", "Copying rows"))
_MANY = 50_000
"""From so many rows on the status bar tells of the work."""


class RowList(QWidget):
    """``show_rows`` shows others; sorting, filtering and copying run as jobs, the latest wins.

    ``row_activated(place)``: double click or Enter on a row, by its place in the listing. ``shown()``: other rows, or
    as many as are left of them, stand in it.
    """

    row_activated = Signal(int)
    shown = Signal()

    def __init__(self, runner: JobRunner, purpose: str, parent: QWidget | None = None, *, dense: bool = False) -> None:
        super().__init__(parent)
        self._runner, self._purpose = runner, purpose
        self._said = ""
        self.table = LongTable(self, dense=dense)
        self.table.asked.connect(self.on_asked)
        self.table.copy_asked.connect(self.on_copy)
        self.table.row_activated.connect(self.row_activated)
        self._state = ElidedLabel("", Role.LABEL, "ink2", self)
        self._clear = Button("", "ghost", "x", height=24, parent=self)
        self._clear.clicked.connect(self.on_clear)
        self._filter = Button("", "ghost", "funnel", height=24, parent=self)
        self._filter.clicked.connect(self.on_filter)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(4)
        line.addWidget(self._state, 1)
        line.addWidget(self._clear)
        line.addWidget(self._filter)
        content = QVBoxLayout(self)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addLayout(line)
        content.addWidget(self.table, 1)
        self.table.filters.left.connect(self.on_left)
        self._retranslate()

    @property
    def said(self) -> str:
        """The state of the list in words."""
        return self._said

    def show_rows(self, build: Callable[[], Listing], name: str) -> None:
        """Other rows, put together behind the window; ``name`` is what they are called."""
        self.table.setAccessibleName(name)
        job = Job(_ARRANGING, lambda _: build(), quiet=True)
        self._runner.submit(job, lane=Lane.WORK, replaces=f"{self._purpose}:list").then(self.on_built)

    def on_built(self, listing: Listing) -> None:
        """The columns are there."""
        self.table.show_listing(listing)
        self.shown.emit()

    def full_height(self) -> int:
        """The height at which nothing scrolls."""
        return self.table.full_height() + self._filter.height() + 4

    def find(self) -> None:
        """Open the filters, or go to them."""
        self.table.open_filters(True)
        self._show_buttons()

    def on_filter(self) -> None:
        """The funnel: filters are shown, or put away and emptied."""
        self.table.open_filters(not self.table.filters.is_open)
        self._show_buttons()

    def on_clear(self) -> None:
        """All rows again, as they came."""
        self.table.filters.clear()
        self.table.sort_by(None)

    def on_left(self) -> None:
        """Escape in an empty filter: without any, the row of them goes, too."""
        if not self.table.filters.typed and self.table.filters.is_open:
            self.on_filter()

    def on_asked(self, asked: Asked) -> None:
        """Other rows, or another order."""
        listing = self.table.listing
        job = Job(_ARRANGING, lambda progress: listing.arrange(asked, alphabet, progress), quiet=len(listing) < _MANY)
        self._runner.submit(job, lane=Lane.WORK, replaces=f"{self._purpose}:rows").then(self.on_arranged)

    def on_arranged(self, arranged: Arranged) -> None:
        """The rows are there."""
        if arranged.asked != self.table.wanted or len(arranged.totals) != len(self.table.listing.columns):
            return
        n, text = len(arranged.rows), self.tr("Total")
        if arranged.asked.is_narrowed:
            text = say(self.tr("Total of {shown} {n|row|rows}"), n=n, shown=_count(n))
        self.table.show_arranged(arranged, text)
        self._tell(self._words(arranged))
        self._show_buttons()
        self.shown.emit()

    def on_copy(self, rows: Rows, places: tuple[int, ...]) -> None:
        """Selected cells are wanted on the clipboard."""
        columns = [self.table.listing.columns[place] for place in places]
        quiet = len(rows) * len(columns) < _MANY
        job = Job(_COPYING, lambda progress: copied_rows(columns, rows, progress, _COPYING), quiet=quiet)
        handle = self._runner.submit(job, lane=Lane.WORK, replaces=f"{self._purpose}:copy")
        heads = tuple(column.title if column.kind is Kind.TEXT else "" for column in columns)

        def left(copied: Copied) -> None:
            lines = Pasted(copied.text, copied.html, heads)
            leave(lambda: lines, lambda pasted: self.on_copied(copied, pasted))

        handle.then(left, self.on_refused)

    def on_copied(self, copied: Copied, pasted: Pasted) -> None:
        """The cells are ready."""
        put_on_clipboard(pasted)
        text = self.tr("Copied {shown} {n|row|rows}")
        if copied.rows < copied.of:
            text = self.tr("Copied the first {shown} of {total} rows: more at once is too much for the clipboard")
        self._tell(say(text, n=copied.rows, shown=_count(copied.rows), total=_count(copied.of)))

    def on_refused(self, error: UserError) -> None:
        """It cannot be copied."""
        self._tell(render(error.message))

    def _words(self, arranged: Arranged) -> str:
        listing, asked = self.table.listing, arranged.asked
        shown, total = _count(len(arranged.rows)), _count(len(listing))
        text = self.tr("{shown} of {total} rows") if asked.is_narrowed else self.tr("{total} {n|row|rows}")
        said = say(text, shown=shown, total=total, n=len(listing))
        if asked.sorted_by is not None:
            order = self.tr("by {column}, falling") if asked.is_falling else self.tr("by {column}, rising")
            said += " · " + say(order, column=listing.columns[asked.sorted_by].title)
        if not listing.is_whole:
            said += " · " + self.tr("not all rows are here, so nothing is totalled")
        return said

    def _tell(self, said: str) -> None:
        """Say it on the line above the table, and to screen readers."""
        if said != self._said:
            self._said = said
            self._state.setText(said)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.table, said))

    def _show_buttons(self) -> None:
        wanted = self.table.wanted
        self._clear.setVisible(wanted.is_narrowed or wanted.sorted_by is not None)

    def _retranslate(self) -> None:
        self._filter.set_hint(self.tr("Filter the rows"))
        self._clear.set_hint(self.tr("All rows, in their first order"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_F:
            self.find()
        else:
            super().keyPressEvent(event)


def _count(n: int) -> str:
    return format_value(float(n), "count", style().exact())
