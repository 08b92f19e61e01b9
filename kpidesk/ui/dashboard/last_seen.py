"""Up to which period the user has seen a workspace, and since when there is news for the strip of a board."""

from pathlib import Path

from kpidesk.charts.labels import YEAR
from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.session.services import Services
from kpidesk.session.settings import MAX_RECENT, SEEN

_MARK = "|"


def since_of(frame: ResultFrame, comparison: str, seen: Period | None = None) -> Period | None:
    """Since when there is news: where cards compare with a year ago, since then; else since a period that was seen.

    Cards of an answer that does not reach so far back compare with nothing, so that nothing contradicts them.
    """
    stop = frame.last_complete
    before = -1 if comparison != "year_ago" or stop is None else stop - YEAR[frame.grain]
    return seen if before < 0 else frame.periods[before]


class LastSeen:
    """Remembers the last ended period of each saved workspace; within one sitting what was new stays new.

    Where files are read again while the window is open, what they bring is new since the sitting began.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._since: dict[Path | None, tuple[Period | None, Period]] = {}

    def period(self, frame: ResultFrame) -> Period | None:
        """The last ended period at the last sitting, else at the first look of this one; None if none ended since."""
        path, at = self._services.persistence.path, frame.last_complete
        if at is None:
            return None
        now = frame.periods[at]
        if path not in self._since:
            self._since[path] = None if path is None else self._known(path), now
        if path is not None:
            self._keep(path, now)
        found = (each for each in self._since[path] if each is not None and each.grain is now.grain and each < now)
        return next(found, None)

    def forget_unsaved(self) -> None:
        """The window was emptied: what comes next is another company."""
        self._since.pop(None, None)

    def _known(self, path: Path) -> Period | None:
        for line in self._services.settings.get(SEEN):
            said, _, period = line.rpartition(_MARK)
            if said == str(path):
                try:
                    return Period.parse(period)
                except ValueError:
                    return None
        return None

    def _keep(self, path: Path, now: Period) -> None:
        if self._known(path) == now:
            return
        others = (line for line in self._services.settings.get(SEEN) if line.rpartition(_MARK)[0] != str(path))
        self._services.settings.set(SEEN, (f"{path}{_MARK}{now}", *others)[:MAX_RECENT])
