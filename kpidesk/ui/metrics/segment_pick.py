"""A click on a segment's name in the table of a KPI narrows the desk to it, as in a chart; and the way back."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kpidesk.charts.labels import segment_text
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Filter
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.table_model import Cell, TableView
from kpidesk.session.commands.view import NarrowTo
from kpidesk.session.services import Services
from kpidesk.ui.metrics.kpi_tables import segment_table, segments_told

_COMPUTING = Message(QT_TRANSLATE_NOOP("results", "Computing"))


class SegmentPick(QObject):
    """A double click or Enter opens the rows of a line; a click on its name, or Space, is what is done here.

    ``segments`` are those of the lines in the order of the table, before anybody sorts it.
    """

    def __init__(self, table: DataTable, services: Services) -> None:
        super().__init__(table)
        self._table, self._services = table, services
        self._by = ""
        self.segments: tuple[str, ...] = ()
        self._meant: NarrowTo | None = None
        self._soon = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._soon.timeout.connect(self.on_meant)
        table.clicked.connect(self.on_clicked)
        table.row_activated.connect(self._soon.stop)
        table.installEventFilter(self)

    def lacks(self, key: str) -> str:
        """What stands beside the title while there is no table: that it is computed, or why it cannot be."""
        trouble = self._services.results.trouble(key)
        return words(_COMPUTING if trouble is None else trouble.message)

    def shown(self, frame: ResultFrame | None, definition: Definition, label: str, style: Style) -> TableView:
        """The table by the attribute that the frame is split by: these are its lines; none without an answer."""
        self.forget()
        if frame is None:
            return TableView((), ())
        self._by, self.segments = frame.by or "", segments_told(frame, definition)
        view = segment_table(frame, definition, label, style)
        lines = zip(self.segments, view.rows, strict=True)
        return replace(view, rows=tuple(self._line(segment, cells) for segment, cells in lines))

    def _line(self, segment: str, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Names that can be clicked are links; where the desk is narrowed, what it leaves out is pale."""
        kept = {v for each in self._filters if each.attribute == self._by for v in each.values}
        name, *numbers = cells
        if hint := self._hint(segment):
            name = replace(name, tone="accent", tip=hint)
        if not kept:
            return name, *numbers
        if segment in kept:
            return replace(name, is_strong=True), *numbers
        return name, *(replace(cell, tone="ink3") for cell in numbers)

    def forget(self) -> None:
        """The table shows something else."""
        self._by, self.segments = "", ()
        self._soon.stop()

    def _hint(self, segment: str) -> str:
        """What a click on a name does, for its tip; "" where it does nothing."""
        found = self._narrowing(segment)
        if found is None:
            return ""
        if not found.values:
            return self.tr("Click: all segments again")
        return say(self.tr("Click: only {segment}"), segment=words(segment_text(segment)))

    @property
    def _filters(self) -> tuple[Filter, ...]:
        return self._services.session.document.query.filters

    def _narrowing(self, segment: str) -> NarrowTo | None:
        """To a segment that the context bar could be asked for, too: there, or back from it."""
        if segment not in self._services.results.attributes.get(self._by, ()):
            return None
        is_on = Filter(self._by, (segment,)) in self._filters
        return NarrowTo(self._by, () if is_on else (segment,))

    def _at(self, index: QModelIndex) -> NarrowTo | None:
        place = self._table.place_at(index)
        return self._narrowing(self.segments[place]) if place is not None and place < len(self.segments) else None

    def on_clicked(self, index: QModelIndex) -> None:
        """It may become a double click yet."""
        self._meant = self._at(index) if index.column() == 0 else None
        if self._meant is not None:
            self._soon.start()

    def on_meant(self) -> None:
        """It did not."""
        if self._meant is not None:
            self._pick(self._meant)

    def _pick(self, what: NarrowTo) -> None:
        self._services.session.execute(what)
        self._services.session.seal()

    def _back(self) -> NarrowTo | None:
        is_narrowed = any(each.attribute == self._by for each in self._filters)
        return NarrowTo(self._by) if is_narrowed and self.segments else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and not event.modifiers():
            found = {Qt.Key.Key_Space: lambda: self._at(self._table.currentIndex()), Qt.Key.Key_Escape: self._back}
            what = found.get(event.key(), lambda: None)()
            if what is not None:
                self._pick(what)
                return True
        return super().eventFilter(watched, event)
