"""What to do about a KPI that is not where it should be: looked up beside the page, shown at its right."""

from PySide6.QtCore import QObject, Signal

from kpidesk.analysis.why import last_change
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.session.ways_back import Goal, WayBack, goal_of, ways_back
from kpidesk.ui.metrics.trying import suppose_way
from kpidesk.ui.metrics.ways_panel import WaysPanel

_LOOKING = Message(QT_TRANSLATE_NOOP("kpis", "Looking for what to do"))


class KpiWays(QObject):
    """Fills the panel; ``tried()``: one of the ways is a scenario now."""

    tried = Signal()

    def __init__(self, services: Services, panel: WaysPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._panel = services, panel
        self._style = Style()
        self._asked: tuple[MetricName, Goal] | None = None
        self._ways: tuple[WayBack, ...] = ()
        panel.tried.connect(self.on_tried)

    def ask(self, name: str, frame: ResultFrame | None, style: Style) -> None:
        """For this KPI, if any, and the numbers of all, as of the period that was picked."""
        self._style, self._asked, kpi = style, None, MetricName(name)
        frame = None if frame is None else frame.until(self._services.session.document.query.at)
        found = self._goal(kpi, frame) if frame is not None and kpi in frame.series else None
        if frame is None or found is None:
            self._panel.hide()
            return
        self._asked = (kpi, found)
        studies, shown = self._services.studies, frame
        job = Job(_LOOKING, lambda _: (kpi, ways_back(studies, shown, kpi, found.value)), quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.WORK, replaces="kpi:ways")
        handle.then(self.on_found, self._services.notices.error)

    def _goal(self, kpi: MetricName, frame: ResultFrame) -> Goal | None:
        ends = last_change(frame, kpi) if frame.series[kpi].is_computable else None
        if ends is None:
            return None
        before, value = (frame.value(kpi, period) for period in ends)
        if value is None:
            return None
        target = self._services.session.document.targets.get(kpi)
        definition, wanted = self._services.catalogue.get(kpi), None if target is None else target.value
        return goal_of(definition, value, before, wanted, grain=frame.grain)

    def on_found(self, answer: tuple[MetricName, tuple[WayBack, ...]]) -> None:
        """The ways of a KPI that is still shown."""
        kpi, ways = answer
        if self._asked is None or self._asked[0] != kpi:
            return
        self._ways = ways[: self._panel.most]
        self._panel.setVisible(bool(self._ways))
        if self._ways:
            self._panel.show_found(kpi, self._asked[1], self._ways, self._services.catalogue, self._style)

    def on_tried(self, driver: str) -> None:
        """Suppose it, and show what follows."""
        way = next((each for each in self._ways if each.driver == driver), None)
        if way is not None:
            suppose_way(self._services, way, self._style)
            self.tried.emit()
