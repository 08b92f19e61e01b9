"""What event sheets tell of usage; see usage_grain, which finds it out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

BY_DAY = QT_TRANSLATE_NOOP(
    "facts",
    "Usage is told by the day: visits cannot be counted without times of day, or events that name their session.",
)
BY_COUNT = QT_TRANSLATE_NOOP(
    "facts",
    "Active users are told as counts of each day: how many different ones they were in a week or a month no sum of days"
    " tells.",
)
BY_MONTH = QT_TRANSLATE_NOOP(
    "facts",
    "Usage is told by the month: it gives active users of a month, but no activation, no active users of a day or week"
    " and no visits.",
)
_FINER = {
    BY_DAY.text: Message(QT_TRANSLATE_NOOP("facts", "events with their time of day, or the name of their session")),
    BY_COUNT.text: Message(QT_TRANSLATE_NOOP("facts", "events that name their user, or active users of each month")),
    BY_MONTH.text: Message(QT_TRANSLATE_NOOP("facts", "events with their time, not sums of a month")),
}
EVENT_TIME, _USER = "events.event_time", "events.user_id"


def finer_time(reason: Message | None, missing: Collection[str]) -> Message | None:
    """What to bring where usage is there and its time too coarse; None where a figure lacks something else, too."""
    return None if reason is None or not {EVENT_TIME, _USER}.issuperset(missing) else _FINER.get(reason.template.text)


@dataclass(frozen=True)
class Usage:
    """Which event sheets count as usage, which of these tell of visits, and whether they know months alone.

    ``counts_users``: rows say how many users of an account were active, not which. ``late_since`` is their first day
    where customers had signed up long before: what those did next nobody recorded.
    """

    counted: frozenset[int] = frozenset()
    with_visits: frozenset[int] = frozenset()
    is_by_month: bool = False
    late_since: date | None = None
    counts_users: bool = False

    @property
    def counts_as(self) -> str:
        """The column in which active events hold how many users were active; "" where each row is of one user."""
        if not self.counts_users:
            return ""
        return "users_of_month" if self.is_by_month else "users_of_day"

    def lacking(self, pair: str) -> tuple[str, ...]:
        """The column that is too coarse to count users of a day or week, or to tell users apart at all."""
        is_coarse = (self.counts_users and pair) or (self.is_by_month and pair in ("day", "week"))
        return (EVENT_TIME,) if is_coarse else ()

    def why_lacking(self, columns: Collection[str]) -> Message | None:
        """Why the time of usage is lacking though there are event sheets; None where it is not what is lacking."""
        if EVENT_TIME not in columns or not self.counted or (self.with_visits and not self.counts_users):
            return None
        if self.is_by_month:
            return Message(BY_MONTH)
        if self.counts_users and _USER not in columns:
            return Message(BY_COUNT)
        return Message(BY_DAY) if _USER in columns else None  # together they stand for visits
