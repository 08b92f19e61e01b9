"""The rows behind one number of a KPI: of the last ended period, or of the period or segment that was pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpidesk.charts.labels import segment_text
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.trace import RowSet
from kpidesk.qt.translation import words
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.ui.metrics.kpi_tables import flat
from kpidesk.ui.metrics.row_listing import SHOWN_ROWS

LOOKING = Message(QT_TRANSLATE_NOOP("kpis", "Looking up the rows"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands: its period (None: the last ended one), and its segment of an attribute, if any."""

    period: Period | None = None
    by: str | None = None
    segment: str | None = None


class RowsBehind(QObject):
    """``found()``: the lists that were asked for are there."""

    found = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.lists: tuple[RowSet, ...] = ()
        self.spot = Spot()
        self.place = 0
        self._asked: tuple[MetricName, Query, Spot] | None = None
        self._frame: ResultFrame | None = None

    @property
    def shown(self) -> RowSet | None:
        """The list that is looked at; None until it is there."""
        return self.lists[min(self.place, len(self.lists) - 1)] if self.lists else None

    def forget(self) -> None:
        """Another KPI: its last ended period."""
        self.spot, self.place, self.lists, self._asked = Spot(), 0, (), None

    def turn_to(self, spot: Spot) -> None:
        """The number at another place."""
        self.spot, self.place = spot, 0

    def ask(self, name: MetricName, query: Query, frame: ResultFrame) -> None:
        """Look them up, unless those of this number of these data are there, or under way."""
        engine, period = self._services.results.engine, self._period(frame, name)
        if engine is None or period is None or (self._asked == (name, query, self.spot) and self._frame is frame):
            return
        asked = self._asked = (name, query, self.spot)
        self._frame, self.lists, spot = frame, (), self.spot
        told = query if spot.by is None else query.split_by(spot.by)  # of each line of a table that shows all of them
        job = Job(LOOKING, lambda _: engine.rows(name, told, period, spot.segment, limit=SHOWN_ROWS), quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.STORE, replaces="kpi:rows")
        handle.then(partial(self._take, asked, frame), self._refuse)

    def _period(self, frame: ResultFrame, name: MetricName) -> Period | None:
        if self.spot.period is not None:
            return next((each for each in frame.periods if each == self.spot.period), None)
        return frame.told_period(name)

    def _take(self, asked: tuple[MetricName, Query, Spot], frame: ResultFrame, rows: RowSet) -> None:
        if asked == self._asked and frame is self._frame:
            self.lists = flat(rows)
            self.found.emit()

    def _refuse(self, error: UserError) -> None:
        self._asked = None
        self._services.notices.error(error)

    def labels(self, style: Style) -> tuple[str, ...]:
        """The names of the lists: a formula has one for each of its parts."""
        return tuple(self._services.catalogue.get(each.name).label(style.language) for each in self.lists)

    def said(self, frame: ResultFrame, style: Style) -> Iterator[str]:
        """Of which list, period and segment they are."""
        if self.shown is not None:
            yield self._services.catalogue.get(self.shown.name).label(style.language)
        period = None if self._asked is None else self._period(frame, self._asked[0])
        if period is not None:
            yield format_period(period, style)
        if self.spot.by is not None:
            yield words(segment_text(self.spot.segment))
