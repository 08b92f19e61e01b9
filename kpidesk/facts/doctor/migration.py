"""The check for a migration of ids: on one day many customers end and as many begin, at the same prices."""

from typing import NamedTuple

import ibis
import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, on_day
from kpidesk.facts.doctor.exam import Exam, ExamTable, Findings, Words, number
from kpidesk.facts.tables import PRICES

_LEAST, _TIMES_USUAL, _SHARE = 10, 5.0, 0.1
_NUMBERS_ALIKE, _PRICES_ALIKE, _SAME_CUSTOMERS = 0.25, 0.15, 0.2
_DAYS_APART = 1

MIGRATION = Words(
    "id_migration",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "On {day} {n} customers end in {table} and {others} others begin, at similar prices."),
    QT_TRANSLATE_NOOP(
        "doctor", "Were ids or the billing system changed? Map the old ids to the new ones, or churn is wrong."
    ),
)


class _Days(NamedTuple):
    """Ends or starts by day: how many, and the sum of their prices."""

    day: npt.NDArray[np.int64]
    n: npt.NDArray[np.float64]
    price: npt.NDArray[np.float64]

    def near(self, day: int) -> tuple[float, float]:
        """Number and mean price within a day of one."""
        close = np.abs(self.day - day) <= _DAYS_APART
        n = float(self.n[close].sum())
        return n, float(self.price[close].sum()) / n if n else 0.0


def check_migration(exam: Exam) -> Findings:
    """Days on which far more end than usual, as many others begin, and hardly anybody is in both."""
    for one in exam.of("subscriptions", "customers"):
        start = "start_date" if one.table == "subscriptions" else "signup_date"
        if not (one.is_date(start) and one.is_date("cancel_date") and one.has("customer_id")):
            continue
        ends, starts = _days(exam, one, "cancel_date"), _days(exam, one, start)
        if not len(ends.day) or not len(starts.day):
            continue
        usual = float(np.median(ends.n))
        total = float(ends.n.sum())
        for day, n in zip(ends.day.tolist(), ends.n.tolist(), strict=True):
            if n >= max(_LEAST, _TIMES_USUAL * usual, _SHARE * total) and _is_like(ends, starts, day):
                yield from _told(exam, one, start, day)


def _is_like(ends: _Days, starts: _Days, day: int) -> bool:
    (gone, old), (come, new) = ends.near(day), starts.near(day)
    if not gone or not come or abs(come - gone) > _NUMBERS_ALIKE * gone:
        return False
    return not old or abs(new - old) <= _PRICES_ALIKE * old


def _days(exam: Exam, one: ExamTable, name: str) -> _Days:
    price = next((each for each in PRICES if one.is_number(each)), None)
    rows = one.rows.filter(one.rows[name].notnull())
    paid = ibis.literal(0.0) if price is None else rows[price].cast("float64").fill_null(0.0)
    found = exam.ask(
        rows.select(day=rows[name].cast("date"), p=paid)
        .group_by("day")
        .agg(n=lambda t: t.count(), p=lambda t: t.p.sum())
    )
    day = found["day"].astype("datetime64[D]").astype(np.int64)
    return _Days(day, found["n"].astype(np.float64), found["p"].astype(np.float64))


def _told(exam: Exam, one: ExamTable, start: str, day: int) -> Findings:
    """Tell of it unless those who end are those who begin: that is a renewal or a change of plans."""
    middle = np.datetime64(day, "D").item()
    gone = one.rows.filter(one.day("cancel_date") == ibis.literal(middle))
    near = [ibis.literal(np.datetime64(day + by, "D").item()) for by in range(-_DAYS_APART, _DAYS_APART + 1)]
    come = one.rows.filter(one.day(start).isin(near))
    left = gone.select(c=gone.customer_id).distinct()
    joined = come.select(c=come.customer_id).distinct()
    both = int(exam.ask(left.semi_join(joined, "c").agg(n=lambda t: t.count()))["n"][0])
    ended = int(exam.ask(left.agg(n=left.count()))["n"][0])
    begun = int(number(exam.ask(joined.agg(n=joined.count()))["n"][0]))
    if ended and both <= _SAME_CUSTOMERS * ended:
        yield MIGRATION.finding(one, exam.places(one, gone), ended, day=on_day(middle), others=begun)
