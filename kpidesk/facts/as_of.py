"""The day up to which the data are known, and the first day they speak of.

It is the last day on which anything happened in any table. An end that lies later than all that happened is a plan, not
an event, unless nothing but starts and ends is known: then ends count as events as long as some rows are still open and
no gap opens that is longer than usual. If what is left of the month is within the usual gap between dates (99 of 100
are shorter), the month counts as complete: a sheet with one row a month is up to date at its end.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import ibis
import numpy as np
import numpy.typing as npt

from kpidesk.core.period import Grain, Period
from kpidesk.facts.expressions import day_of
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

Days = npt.NDArray[np.int64]

EVENT_COLUMNS: dict[str, tuple[str, ...]] = {
    "subscriptions": ("start_date",),
    "customers": ("signup_date",),
    "invoices": ("invoice_date", "paid_date"),
    "orders": ("order_date",),
    "spend": ("date",),
    "web_traffic": ("date",),
    "leads": ("created_date", "mql_date", "sql_date", "converted_date"),
    "deals": ("created_date", "closed_date"),
    "surveys": ("response_date",),
    "tickets": ("created_date",),
    "events": ("event_time",),
    "social": ("date",),
    "email": ("send_date",),
    "referrals": ("invited_date", "accepted_date"),
    "monthly_metrics": ("month",),
}
_FALLBACKS = {"closed_date": "created_date"}
"""Days that may lie in the future: taken only where the other column is not there."""
_MONTH_DAYS = 31
_EPOCH = date(1970, 1, 1)


def find_extent(making: Making, as_of: date | None) -> tuple[date, date] | None:
    """First and last known day; ``as_of`` overrides the last. None where no table has a date."""
    ledger = [*making.of("subscriptions", "customers")]
    starts = _days(making, [(one, name) for one in ledger for name in EVENT_COLUMNS[one.table]])
    others = _days(
        making,
        [(one, name) for one in making.tables if one not in ledger for name in EVENT_COLUMNS.get(one.table, ())],
    )
    known = np.union1d(starts, others)
    if not known.size:
        return None
    if as_of is not None:
        return _date(known[0]), as_of
    if not others.size:
        known = np.union1d(known, _ends_that_happened(making, ledger, starts))
    return _date(known[0]), _whole_month(known)


def _ends_that_happened(making: Making, ledger: Sequence[FactTable], starts: Days) -> Days:
    dated = [one for one in ledger if one.has("cancel_date")]
    if not dated or not any(_has_open_rows(making, one) for one in dated):
        return starts[:0]
    ends = _days(making, [(one, "cancel_date") for one in dated])
    earlier = np.union1d(starts, ends[ends <= starts[-1]])
    usual = max(_usual_gap(earlier), _MONTH_DAYS)
    later = ends[ends > starts[-1]]
    broken = np.flatnonzero(np.diff(np.concatenate([starts[-1:], later])) > usual)
    happened: Days = later[: broken[0]] if broken.size else later
    return happened


def _has_open_rows(making: Making, one: FactTable) -> bool:
    return bool(making.ask(one.rows.agg(n=one.rows["cancel_date"].isnull().any()))["n"][0])


def _whole_month(known: Days) -> date:
    last = _date(known[-1])
    end = Period.of(last, Grain.MONTH).end
    return end if (end - last).days <= _usual_gap(known) else last


def _usual_gap(days: Days) -> int:
    """The gap that 99 of 100 gaps do not exceed, but at most three usual ones; a month where there is but one day."""
    gaps = np.diff(days)
    if not gaps.size:
        return _MONTH_DAYS
    return int(min(np.quantile(gaps, 0.99, method="inverted_cdf"), 3 * np.median(gaps)))


def _days(making: Making, columns: Iterable[tuple[FactTable, str]]) -> Days:
    """The distinct days of these columns as days since 1970, in order."""
    parts = [
        one.rows.select(day=day_of(one.rows[name])).distinct()
        for one, name in columns
        if one.has(name) and not one.has(_FALLBACKS.get(name, "-"))
    ]
    if not parts:
        return np.empty(0, np.int64)
    rows = ibis.union(*parts, distinct=True) if len(parts) > 1 else parts[0]
    found = making.ask(rows.filter(rows.day.notnull()).order_by("day"))["day"]
    return found.astype("datetime64[D]").astype(np.int64)


def _date(day: np.int64) -> date:
    return _EPOCH + timedelta(days=int(day))
