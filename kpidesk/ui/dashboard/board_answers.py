"""What a board asks: all KPIs, its own ones first, and once more by each attribute that splits one of its tiles."""

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.session.services import Services
from kpidesk.ui.dashboard.board_tiles import Frames
from kpidesk.ui.dashboard.splits import split_key
from kpidesk.workspace.dashboard import Dashboard
from kpidesk.workspace.ready_boards import ReadyBoard, is_thin

KEY = "dashboard"
_FIRST = "dashboard:first"
"""What the board shows is asked for before all other KPIs, which exports need."""


class BoardAnswers:
    """Keeps the standing questions of one board."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._split: frozenset[str] = frozenset()

    def _question(self, metrics: tuple[MetricName, ...] = (), by: str | None = None) -> Query:
        document = self._services.session.document
        return document.query.present.query(document.rules, metrics, by=by)

    def ask(self, first: tuple[MetricName, ...]) -> None:
        """Ask for everything, for these before the others."""
        results = self._services.results
        if results.frame(self._question()) is None:
            results.release(KEY)  # else its answer to another question would stand there until this one's
            results.request(_FIRST, self._question(first))
        results.request(KEY, self._question())

    def concerns(self, keys: frozenset[str]) -> bool:
        """Whether one of these answers is the board's."""
        return not keys.isdisjoint({_FIRST, KEY} | self._split)

    def whole(self, keys: frozenset[str], ready: ReadyBoard | None) -> ResultFrame | None:
        """The answer so far; the first one is done with when that to everything is there.

        A ready board that would be thin waits for everything: what fills it is not among what is asked first.
        """
        results = self._services.results
        found = results.answer(KEY)
        if KEY in keys:
            results.release(_FIRST)
        if found is None and (first := results.answer(_FIRST)) is not None:
            found = None if ready is not None and is_thin(ready, first) else first
        return found

    def frames(self, board: Dashboard, whole: ResultFrame) -> Frames:
        """The answers that stand; what another board was split by is given up, what is missing is asked for."""
        results = self._services.results
        wanted: dict[str, dict[MetricName, None]] = {}
        for tile in board.tiles:
            if tile.chart is not None and tile.chart.by is not None:
                wanted.setdefault(tile.chart.by, {}).update(dict.fromkeys(tile.chart.metrics))
        keys = frozenset(split_key(by) for by in wanted)
        for key in self._split - keys:
            results.release(key)
        self._split = keys
        found: dict[str | None, ResultFrame] = {None: whole}
        for by, names in wanted.items():
            question = self._question(tuple(names), by)
            frame = results.frame(question)
            if frame is not None:
                found[by] = frame
            else:
                results.request(split_key(by), question)
        return found
