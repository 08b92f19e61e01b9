"""A click on a period of a chart tells the desk as of it, one on a segment narrows the desk to it; and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kpidesk.core.formatting import format_period
from kpidesk.core.period import Period
from kpidesk.metrics.query import Filter
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.popover import Choice
from kpidesk.session.change import Change
from kpidesk.session.commands.view import NarrowTo, ShowAsOf
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.note_popover import notes_of

Pick = ShowAsOf | NarrowTo


class ChartPick(QObject):
    """For one chart. A drag zooms and a double click opens rows: neither picks anything.

    Where the period runs still there is nothing to go back to: a click on it comes back to the present. Of a chart
    that shows ``segments_only`` a double click opens nothing: a click need not wait for it, and Enter picks, too.
    """

    def __init__(self, tile: ChartTile, services: Services, *, segments_only: bool = False) -> None:
        super().__init__(tile)
        self._tile, self._services, self._segments_only = tile, services, segments_only
        self._meant: Pick | None = None
        self._soon = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._soon.timeout.connect(self.on_meant)
        tile.picks, tile.note_at = self.choices, notes_of(services)
        tile.view.clicked.connect(self.on_clicked)
        tile.view.cell_clicked.connect(self.on_cell)
        tile.view.activated.connect(self.on_opened)
        tile.view.pointed.connect(self.on_pointed)
        tile.view.let_go.connect(self.on_let_go)
        tile.picked.connect(self.pick)
        connect(services.session.changed, self.on_changed)
        self._show()

    def pick(self, what: Pick) -> None:
        """Tell everything as of that period, or of that segment."""
        self._services.session.execute(what)
        self._services.session.seal()

    def _offered(self, row: int) -> Pick | None:
        """What a click does at a row of the table, and the series that is pointed at there."""
        return self._narrowing(self._tile.view.segment) or (None if self._segments_only else self._as_of(row))

    def _as_of(self, row: int) -> ShowAsOf | None:
        """By a period of a row, if the desk counts by such ones: there, or back from it."""
        period, query = self._tile.period_at(row), self._services.session.document.query
        if period is None or period.grain is not query.grain:
            return None
        return ShowAsOf(None if period == query.at or not self._has_ended(period) else period)

    def _has_ended(self, period: Period) -> bool:
        engine = self._services.results.engine
        as_of = engine.facts.as_of if engine is not None else None
        return as_of is None or period.end <= as_of

    def _narrowing(self, values: tuple[str, ...]) -> NarrowTo | None:
        """To a segment that the context bar could be asked for, too: there, or back from it."""
        figure, known = self._tile.figure, self._services.results.attributes
        attribute = figure.segments.attribute if figure is not None else ""
        if not values or not set(values) <= set(known.get(attribute, ())):
            return None
        is_on = Filter(attribute, values) in self._services.session.document.query.filters
        return NarrowTo(attribute, () if is_on else values)

    def choices(self) -> Sequence[Choice]:
        """What the chart's menu offers: what a click at the crosshair would do, and the way back."""
        row = self._tile.view.row
        there = [self._narrowing(self._tile.view.segment), None if self._segments_only else self._as_of(row)]
        back = self._back()
        found = [each for each in there if each is not None]
        return [self._choice(each) for each in (*found, *([back] if back is not None and back not in found else []))]

    def _choice(self, what: Pick) -> Choice:
        is_back = what in (NarrowTo(self._attribute), ShowAsOf(None))
        return Choice(what, self._said(what), "Esc" if is_back else self.tr("Space"), self._icon(what))

    @staticmethod
    def _icon(what: Pick) -> str:
        if isinstance(what, NarrowTo):
            return "list-tree" if what.values else "rotate-ccw"
        return "calendar" if what.period is not None else "rotate-ccw"

    def _said(self, what: Pick) -> str:
        """What it does, in words."""
        if isinstance(what, NarrowTo):
            if not what.values:
                return self.tr("All segments again")
            return say(self.tr("Only {segment}"), segment=self._name(what.values))
        if what.period is None or self._tile.figure is None:
            return self.tr("Back to the present")
        return say(self.tr("Show as of {period}"), period=format_period(what.period, self._tile.figure.table.style))

    def _name(self, values: tuple[str, ...]) -> str:
        """What the chart calls a segment."""
        figure = self._tile.figure
        if figure is not None and values in figure.segments.rows:
            return words(figure.table.text(figure.segments.rows.index(values), 0))
        if figure is not None and values in figure.segments.columns:
            return words(figure.table.columns[figure.segments.columns.index(values)].header)
        return ", ".join(values)

    @property
    def _attribute(self) -> str:
        return self._tile.figure.segments.attribute if self._tile.figure is not None else ""

    def _back(self) -> Pick | None:
        """From the segment of this chart first, then from the period; None where all is shown."""
        query = self._services.session.document.query
        if any(kept.attribute == self._attribute for kept in query.filters):
            return NarrowTo(self._attribute)
        return ShowAsOf(None) if query.at is not None and not self._segments_only else None

    def on_clicked(self, row: int) -> None:
        """It may become a double click yet, where that opens something."""
        self._meant = self._offered(row)
        if self._meant is None:
            return
        self._soon.start()
        if self._segments_only:
            self.pick(self._meant)
            self._meant = None

    def on_cell(self, row: int, _: int) -> None:
        """A cell of a map by segment."""
        figure = self._tile.figure
        what = self._narrowing(figure.segments.at(row, -1)) if figure is not None else None
        if what is not None:
            self.pick(what)

    def on_meant(self) -> None:
        """It did not."""
        if self._meant is not None:
            self.pick(self._meant)

    def on_opened(self, row: int) -> None:
        """It did: the rows open. Where there are none it was meant once; or it is Enter."""
        is_double = self._soon.isActive()
        self._soon.stop()
        if self._segments_only and not is_double:
            self.on_clicked(row)

    def on_let_go(self) -> None:
        """Escape."""
        if (back := self._back()) is not None:
            self.pick(back)

    def on_pointed(self, row: int) -> None:
        """What a click would do something with is pointed at with a hand; of a segment the plate says what."""
        view, what = self._tile.view, self._offered(row)
        if what is not None:
            view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            view.viewport().unsetCursor()
        view.show_hint(self._hint(what) if isinstance(what, NarrowTo) else "")

    def _hint(self, what: NarrowTo) -> str:
        if not what.values:
            return self.tr("Click: all segments again")
        return say(self.tr("Click: only {segment}"), segment=self._name(what.values))

    def on_changed(self, _: Change) -> None:
        """The period or the segments may be others."""
        self._show()
        if self._tile.view.row >= 0:
            self.on_pointed(self._tile.view.row)

    def _show(self) -> None:
        query = self._services.session.document.query
        self._tile.show_picked(query.at, query.filters)
