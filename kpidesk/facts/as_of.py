"""The day up to which the data are known, and the first day they speak of.

It is the last day on which anything happened in any table that facts are made of. A row happened on its own day; that
an invoice of December was paid in January does not make January known. What was decided did happen: a deal that was won
or lost is known up to its closing, a lead up to the last stage that it reached, a subscription up to the beginning of
what it has paid; the expected closing of an open deal is a plan. An end that lies later than all that happened is a
plan, not an event, unless nothing but starts and ends is known: then ends count as events as long as some rows are
still open and no gap opens that is longer than usual. If what is left of the month is within the usual gap between
dates (99 of 100 are shorter), the month counts as complete: a sheet with one row a month is up to date at its end,
unless its rows tell the time of day.

A few rows far away from all others do not say how far the data reach, be it a slip of the pen (2099), a stand-in for
"never" (9999-12-31, 1900-01-01) or a plan. What is far is told by the data, for the clock is not read here: one row in
a hundred, behind a gap of more than four weeks and of more than five usual ones; or one row in five, behind a gap that
is longer than two years and than all the time that the others span. They are reported, with the first of them. At the
beginning only the second rule holds, for a business may well begin with few. Never far is where half of a table lies:
that is no slip, however few its rows are beside those of others; unless its kind may speak of months to come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
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
    "leads": ("created_date",),
    "deals": ("created_date", "closed_date"),
    "surveys": ("response_date",),
    "tickets": ("created_date",),
    "events": ("event_time",),
    "social": ("date",),
    "email": ("send_date",),
    "referrals": ("invited_date",),
    "monthly_metrics": ("month",),
}
"""The columns that say when a row happened: the first that is filled."""
OUTCOME_COLUMNS: dict[str, tuple[str, ...]] = {
    "leads": ("mql_date", "sql_date", "opportunity_date", "converted_date"),
    "subscriptions": ("period_start",),
}
"""The columns that say when something became of a row: each that is filled."""
_MONTH_DAYS = 31
_EPOCH = date(1970, 1, 1)
_POSSIBLE = (date(1900, 1, 2), date(9000, 1, 1))
"""No row is of a day before or after; 1900-01-01 and 9999-12-31 stand for none."""
_PLANNED = ("monthly_metrics", "spend")
_FEW, _SOME = 0.01, 0.2
_LEAST_ROWS = 3
_MOST_DAYS_AFTER_MOMENTS = 7
"""Rows with times of day stand for that day, and not for a month."""
_FAR_DAYS, _FAR_GAPS, _VERY_FAR_DAYS = 28, 5, 730


@dataclass(frozen=True)
class _Calendar:
    """Distinct days since 1970 in order, how many rows each has, and up to where at least they are believed."""

    days: Days
    rows: Days
    least: int | None = None
    most: int | None = None

    def of(self, first: int, last: int) -> "_Calendar":
        """The days from one place to before another."""
        return replace(self, days=self.days[first:last], rows=self.rows[first:last])

    def mirrored(self) -> "_Calendar":
        """The same, back to front."""
        least, most = (None if day is None else -day for day in (self.most, self.least))
        return _Calendar(-self.days[::-1], self.rows[::-1], least, most)


def find_extent(making: Making, as_of: date | None) -> tuple[date, date] | None:
    """First and last known day; ``as_of`` overrides the last. None where no table has a date."""
    ledger = [*making.of("subscriptions", "customers")]
    own = [(one, day) for one in making.tables for day in _days(making, one)]
    every = _calendar(making, own)
    known = _reliable(every)
    if not known.days.size:
        return None
    first = _date(known.days[0])
    if as_of is not None:
        return first, as_of
    _note_far(making, own, known)
    days = known.days
    if all(one in ledger for one, _day in own):
        days = np.union1d(days, _ends_that_happened(making, ledger, days))
    return first, _whole_month(days, _MOST_DAYS_AFTER_MOMENTS if _has_moment(making, days[-1]) else _MONTH_DAYS)


def _days(making: Making, one: FactTable) -> Iterable[ir.DateValue]:
    """The day on which a row happened, and those on which something became of it."""
    own = [day_of(one.rows[name]) for name in EVENT_COLUMNS.get(one.table, ()) if one.has(name)]
    if own:
        yield own[0] if len(own) == 1 else ibis.coalesce(*own)
    for name in OUTCOME_COLUMNS.get(one.table, ()):
        if one.has(name):
            yield day_of(one.rows[name])
    if one.table == "deals" and one.has("created_date", "closed_date", "stage"):
        words = making.rules.business.words
        decided = making.says(one, "stage", (*words["won"], *words["lost"]))
        yield ibis.ifelse(decided, day_of(one.rows["closed_date"]), ibis.null("date"))
    elif one.table == "deals" and one.has("created_date", "closed_date", "is_won"):
        yield ibis.ifelse(one.rows["is_won"], day_of(one.rows["closed_date"]), ibis.null("date"))


def _reliable(every: _Calendar) -> _Calendar:
    """The days without the few that lie far from all others."""
    usual = _usual_gap(every.days)
    first, last = 0, every.days.size
    while first < last:
        kept = every.of(first, last)
        gaps = np.diff(kept.days)
        if not gaps.size:
            break
        behind, ahead = _far_end(kept, gaps, usual), _far_end(kept.mirrored(), gaps[::-1], None)
        if not behind and not ahead:
            break
        first, last = first + ahead, last - behind
    return every.of(first, last)


def _far_end(kept: _Calendar, gaps: Days, usual: int | None) -> int:
    """How many of the last days lie far behind the others; ``usual`` None: only what is very far counts as far."""
    after = np.cumsum(kept.rows[::-1])[::-1][1:] / kept.rows.sum()
    before = kept.days[:-1] - kept.days[0]
    far = (after <= _SOME) & (gaps > np.maximum(_VERY_FAR_DAYS, before))
    if usual is not None:
        far |= (after <= _FEW) & (gaps > max(_FAR_DAYS, _FAR_GAPS * usual))
    if kept.most is not None:
        far &= kept.days[:-1] >= kept.most
    places = np.flatnonzero(far)
    return int(kept.days.size - 1 - places[0]) if places.size else 0


def _note_far(making: Making, own: Sequence[tuple[FactTable, ir.DateValue]], known: _Calendar) -> None:
    """Findings for rows whose day does not say how far the data reach."""
    first, last = _date(known.days[0]), _date(known.days[-1])
    for one, day in own:
        rows = one.rows.select(day=day, row_no=one.row_no).filter((day < first) | (day > last))
        told = making.ask(rows.agg(n=rows.count(), row=rows.row_no.min(), low=rows.day.min(), high=rows.day.max()))
        n = int(told["n"][0])
        if n:
            texts = (
                QT_TRANSLATE_NOOP(
                    "facts", "{n} {n|row|rows} of {table} far after all others, at {day}: a slip, or a plan"
                ),
                QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} far before all others, at {day}: a slip?"),
            )
            high = told["high"].astype("datetime64[D]")[0].item()
            low = told["low"].astype("datetime64[D]")[0].item()
            message = Message(
                texts[0] if high > last else texts[1],
                n=n,
                table=one.input.name,
                day=on_day(high if high > last else low),
            )
            making.findings.append(
                Finding(Level.WARNING, "facts.far_date", message, one.input.place(int(told["row"][0])), n)
            )


def _ends_that_happened(making: Making, ledger: Sequence[FactTable], starts: Days) -> Days:
    dated = [one for one in ledger if one.has("cancel_date")]
    if not dated or not any(_has_open_rows(making, one) for one in dated):
        return starts[:0]
    ends = _calendar(making, [(one, day_of(one.rows["cancel_date"])) for one in dated]).days
    # In a ledger of few rows all gaps are wide, those between its ends too; in one of many a far end is a plan.
    usual = max(_usual_gap(np.union1d(starts, ends)), _MONTH_DAYS)
    later = ends[ends > starts[-1]]
    broken = np.flatnonzero(np.diff(np.concatenate([starts[-1:], later])) > usual)
    happened: Days = later[: broken[0]] if broken.size else later
    return happened


def _has_open_rows(making: Making, one: FactTable) -> bool:
    return bool(making.ask(one.rows.agg(n=one.rows["cancel_date"].isnull().any()))["n"][0])


def _has_moment(making: Making, day: np.int64) -> bool:
    """Whether any row of the day says at what time of the day it happened."""
    for one in making.tables:
        for name in EVENT_COLUMNS.get(one.table, ()):
            if one.has(name) and one.rows[name].type().is_timestamp():
                moment = one.rows[name]
                late = (day_of(moment) == ibis.date(_date(day))) & (moment.hour() * 60 + moment.minute() > 0)
                if making.ask(one.rows.agg(n=late.any().fill_null(False)))["n"][0]:
                    return True
    return False


def _whole_month(known: Days, most: int) -> date:
    """The last day, or the end of its month where what is left is a usual gap, and no longer than most are."""
    last = _date(known[-1])
    end = Period.of(last, Grain.MONTH).end
    return end if (end - last).days <= min(_usual_gap(known), most) else last


def _usual_gap(days: Days) -> int:
    """The gap that 99 of 100 gaps do not exceed, but at most three usual ones; a month where there is but one day."""
    gaps = np.diff(days)
    if not gaps.size:
        return _MONTH_DAYS
    return int(min(np.quantile(gaps, 0.99, method="inverted_cdf"), 3 * np.median(gaps)))


def _calendar(making: Making, columns: Iterable[tuple[FactTable, ir.DateValue]]) -> _Calendar:
    """The days of these columns."""
    columns = list(columns)
    parts = [
        one.rows.group_by(day=day).agg(n=_.count().cast("float64")).mutate(src=ibis.literal(one.number, "int32"))
        for one, day in columns
    ]
    if not parts:
        return _Calendar(np.empty(0, np.int64), np.empty(0, np.int64))
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    found = making.ask(rows.filter(rows.day.between(*map(ibis.date, _POSSIBLE))).order_by("day"))
    each, n = found["day"].astype("datetime64[D]").astype(np.int64), found["n"].astype(np.int64)
    days, place = np.unique(each, return_inverse=True)
    middles = [
        _middle(each[found["src"] == one.number], n[found["src"] == one.number])
        for one, _day in columns
        if one.table not in _PLANNED
    ]
    known = [pair for pair in middles if pair is not None]
    counts = np.bincount(place, weights=n, minlength=days.size).astype(np.int64)
    return _Calendar(
        days,
        counts,
        min((low for low, _high in known), default=None),
        max((high for _low, high in known), default=None),
    )


def _middle(days: Days, rows: Days) -> tuple[int, int] | None:
    """Days in the middle: half of the rows are not before the first, half not after the second; None of too few."""
    total = np.cumsum(rows)
    if not total.size or total[-1] < _LEAST_ROWS:
        return None
    half = total[-1] / 2
    after, until = np.searchsorted(total, half, side="right"), np.searchsorted(total, half, side="left")
    return int(days[min(after, days.size - 1)]), int(days[until])


def _date(day: np.int64) -> date:
    return _EPOCH + timedelta(days=int(day))
