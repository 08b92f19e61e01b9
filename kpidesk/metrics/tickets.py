"""Single tickets: at which hour of the week they come in, and how many are answered and resolved within a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import ibis
import ibis.expr.types as ir
import numpy as np

from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.frame import Array
from kpidesk.metrics.intervals import wilson
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import asked_rows

LIMITS = (1.0, 4.0, 8.0, 24.0, 72.0, 168.0)
"""Hours within which a ticket may be answered or resolved."""
RESPONSE, RESOLUTION = "first_response", "resolution"
_STEPS = {RESPONSE: "first_response_date", RESOLUTION: "resolved_date"}
_TIMES = {RESPONSE: "first_response_hours", RESOLUTION: "resolution_hours"}
_HOUR = 3600.0


@dataclass(frozen=True, slots=True, eq=False)
class TicketHours:
    """Tickets by weekday (Monday first) and hour of the day, and how many such days there were."""

    counts: Array
    days: Array

    @property
    def rates(self) -> Array:
        """Tickets in one such hour, on average; NaN for a weekday that never was."""
        with np.errstate(all="ignore"):
            return np.asarray(self.counts / np.where(self.days > 0, self.days, np.nan)[:, None], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Within:
    """How many of the tickets whose outcome is known were answered (or resolved) within so many hours.

    A ticket that still waits, but not yet for so long, is neither: ``n`` leaves it out.
    """

    step: str
    hours: float
    done: int
    n: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.done / self.n if self.n else float("nan")


def ticket_hours(facts: Facts, query: Query, progress: Progress | None = None) -> TicketHours | None:
    """When tickets come in; None where only their days are known."""
    rows = asked_rows(facts, "tickets", query, progress)
    if rows is None or "created_date" not in rows.columns or not rows["created_date"].type().is_timestamp():
        return None
    made = rows.filter(rows["created_date"].notnull())["created_date"].name("at").as_table()
    keys = {"day": made["at"].date(), "hour": made["at"].hour()}
    found = facts.run(made.group_by(**keys).aggregate(n=made.count()), progress)
    days = np.asarray(found["day"]).astype("datetime64[D]").astype(np.int64)
    if not days.size:
        return None
    counts = np.zeros((7, 24))
    np.add.at(counts, ((days + 3) % 7, np.asarray(found["hour"], dtype=np.int64)), found["n"])
    span = np.arange(days.min(), days.max() + 1)
    return TicketHours(counts, np.bincount((span + 3) % 7, minlength=7).astype(np.float64))


def answered_within(facts: Facts, query: Query, progress: Progress | None = None) -> tuple[Within, ...]:
    """For each limit, of first responses and of resolutions; by calendar. None of a step that the data do not tell."""
    rows, as_of = asked_rows(facts, "tickets", query, progress), query.as_of or facts.as_of
    if rows is None or as_of is None:
        return ()
    until = datetime.combine(as_of, datetime.min.time()) + timedelta(days=1)
    found: list[Within] = []
    for step in _STEPS:
        taken, waited = _hours(rows, step, until)
        if taken is None:
            continue
        columns: dict[str, ir.Value] = {}
        for number, limit in enumerate(LIMITS):
            done = taken <= limit
            columns[f"d{number}"] = done.fill_null(False).sum()
            columns[f"n{number}"] = (taken.notnull() | (waited >= limit)).fill_null(False).sum()
        told = facts.run(rows.aggregate(**columns), progress)
        for number, limit in enumerate(LIMITS):
            done_n, n = (int(np.nan_to_num(float(told[f"{key}{number}"][0]))) for key in ("d", "n"))
            low, high = wilson(np.array([float(done_n)]), np.array([float(n)]))
            found.append(Within(step, limit, done_n, n, float(low[0]), float(high[0])))
    return tuple(found) if any(each.done for each in found) else ()


def _hours(rows: ir.Table, step: str, until: datetime) -> tuple[ir.NumericValue | None, ir.NumericValue]:
    """Hours that a ticket took, null while it waits, and how long it has been there."""
    created, made = rows["created_date"], rows["created_date"].cast("timestamp")
    waited = (ibis.timestamp(until).epoch_seconds() - made.epoch_seconds()).cast("float64") / _HOUR
    if _TIMES[step] in rows.columns:
        return rows[_TIMES[step]].cast("float64"), waited
    end = _STEPS[step]
    if end not in rows.columns or not (created.type().is_timestamp() and rows[end].type().is_timestamp()):
        return None, waited
    taken = (rows[end].epoch_seconds() - created.epoch_seconds()).cast("float64") / _HOUR
    return ibis.ifelse(taken >= 0, taken, ibis.null("float64")), waited
