"""A click on a period of a chart tells the whole desk as of it; a second click, or Escape, comes back to now."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kpidesk.core.period import Period
from kpidesk.qt.signals import connect
from kpidesk.session.change import Change
from kpidesk.session.commands.view import ShowAsOf
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile


class PeriodPick(QObject):
    """For one chart over periods. A drag zooms and a double click opens rows: neither picks anything.

    Where the period runs still there is nothing to go back to: a click on it comes back to the present.
    """

    def __init__(self, tile: ChartTile, services: Services) -> None:
        super().__init__(tile)
        self._tile, self._services = tile, services
        self._meant: Period | None = None
        self._soon = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._soon.timeout.connect(self.on_meant)
        tile.can_pick = True
        tile.view.clicked.connect(self.on_clicked)
        tile.view.activated.connect(self.on_opened)
        tile.view.pointed.connect(self.on_pointed)
        tile.view.let_go.connect(self.on_let_go)
        tile.picked.connect(self.pick)
        connect(services.session.changed, self.on_changed)
        tile.show_picked(services.session.document.query.at)

    def pick(self, period: Period | None) -> None:
        """Tell everything as of this period; of the one that is shown, of one that runs, or None: of the present."""
        session = self._services.session
        is_back = period is None or period == session.document.query.at or not self._has_ended(period)
        session.execute(ShowAsOf(None if is_back else period))
        session.seal()

    def _has_ended(self, period: Period) -> bool:
        engine = self._services.results.engine
        as_of = engine.facts.as_of if engine is not None else None
        return as_of is None or period.end <= as_of

    def _offered(self, row: int) -> Period | None:
        """The period of a row, if the desk counts by such ones."""
        found = self._tile.period_at(row)
        return found if found is not None and found.grain is self._services.session.document.query.grain else None

    def on_clicked(self, row: int) -> None:
        """It may become a double click yet."""
        self._meant = self._offered(row)
        if self._meant is not None:
            self._soon.start()

    def on_meant(self) -> None:
        """It did not."""
        if self._meant is not None:
            self.pick(self._meant)

    def on_opened(self, _: int) -> None:
        """It did: the rows open."""
        self._soon.stop()

    def on_let_go(self) -> None:
        """Escape."""
        self.pick(None)

    def on_pointed(self, row: int) -> None:
        """What a click would do something with is pointed at with a hand."""
        view = self._tile.view.viewport()
        if self._offered(row) is not None:
            view.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            view.unsetCursor()

    def on_changed(self, _: Change) -> None:
        """The period may be another."""
        self._tile.show_picked(self._services.session.document.query.at)
