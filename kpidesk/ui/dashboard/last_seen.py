"""Up to which period the user has seen a workspace: "since last time" begins there."""

from pathlib import Path

from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.session.services import Services
from kpidesk.session.settings import MAX_RECENT, SEEN

_MARK = "|"


class LastSeen:
    """Remembers the last ended period of each saved workspace; within one sitting what was new stays new."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._since: dict[Path, Period | None] = {}

    def period(self, frame: ResultFrame) -> Period | None:
        """The last ended period at the last sitting; None where it is not known, or nothing has ended since."""
        path, at = self._services.persistence.path, frame.last_complete
        if path is None or at is None:
            return None
        now = frame.periods[at]
        if path not in self._since:
            self._since[path] = self._known(path)
            self._keep(path, now)
        since = self._since[path]
        return since if since is not None and since.grain is now.grain and since < now else None

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
        others = (line for line in self._services.settings.get(SEEN) if line.rpartition(_MARK)[0] != str(path))
        self._services.settings.set(SEEN, (f"{path}{_MARK}{now}", *others)[:MAX_RECENT])
