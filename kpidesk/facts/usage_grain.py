"""How finely event sheets tell of time: by the moment, by the day, or with one row for a whole month.

A visit needs moments, or events that name their session. A row that stands for a month is no event of its first day:
it tells who was active in the month and nothing of days, weeks or visits. Beside sheets that tell of days such a sheet
says nothing new, and is left out.

Events that begin long after the first sign-up were recorded from some day on: of who signed up before it is not known
what they did next. A company whose events begin with its customers has none of these.

A few rows of months before do not make a record: who signs up leaves an event, so that where events are far fewer than
later, and fewer than sign-ups, nobody wrote them down. The record begins with the first month that has as many.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import and_

import ibis.expr.types as ir
import numpy as np

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.core.period import Grain, Period
from kpidesk.facts.codes import customer_column
from kpidesk.facts.expressions import day_of, later_by, period_index
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.usage import BY_DAY, BY_MONTH, Usage

_LEFT_OUT = QT_TRANSLATE_NOOP(
    "facts", "{n} {n|row|rows} of {table} left out: usage by the month, which other sheets tell by the day"
)
_STRAY = QT_TRANSLATE_NOOP(
    "facts",
    "{n} {n|row|rows} of {table} before {day}, in months with more sign-ups than events: what was done then was mostly"
    " not recorded, and is not known.",
)
_FEW, _AFTER = 0.05, 3
"""Events of a month are strays below this part of those of a month, over so many months, once they are recorded."""
_LEAST_DAYS = 2
"""So many rows at least, for a single one says nothing of how the others would be."""


def usage_of(making: Making) -> Usage:
    """What the event sheets tell; findings for what they do not."""
    sheets = [one for one in making.of("events") if customer_column(one) is not None and one.has("event_time")]
    monthly = [one for one in sheets if _is_by_month(making, one)]
    dated = [one for one in sheets if one not in monthly]
    visited = [one for one in dated if one.has("session_id") or _has_times(making, one)]
    for one in monthly:
        if dated:
            n = int(making.ask(one.rows.agg(n=one.rows.count()))["n"][0])
            _note(making, one, "usage_left_out", Message(_LEFT_OUT, n=n, table=one.input.name), n)
        else:
            _note(making, one, "usage_by_month", Message(BY_MONTH))
    for one in dated:
        if one not in visited:
            _note(making, one, "usage_by_day", Message(BY_DAY))
    counted = dated or monthly
    return Usage(
        frozenset(one.number for one in counted),
        frozenset(one.number for one in visited),
        is_by_month=bool(monthly) and not dated,
        late_since=_late_since(making, dated),
        counts_users=bool(counted) and all(one.has("active_users") for one in counted),
    )


def _late_since(making: Making, dated: Sequence[FactTable]) -> date | None:
    """The first day of the events where it is later than the time that the first sign-up had to become active."""
    described = [one for one in making.of("customers") if one.has("customer_id", "signup_date")]
    used, came = (
        [day_of(one.rows["event_time"]) for one in dated],
        [day_of(one.rows["signup_date"]) for one in described],
    )
    first, signup = _first_day(making, used), _first_day(making, came)
    if first is None or signup is None:
        return None
    events = _by_month(making, used)
    begin, strays = _recorded(events, _by_month(making, came))
    patience = making.rules.business.activation_days
    if strays and (begin.start - signup).days > patience:
        message = Message(_STRAY, n=strays, table=dated[0].input.name, day=on_day(begin.start))
        _note(making, dated[0], "usage_strays", message, strays)
        return begin.start
    return first if (first - signup).days > patience else None


def _recorded(events: Counter[int], came: Counter[int]) -> tuple[Period, int]:
    """The month from which on events are recorded, and how many lie before it: 0 where those are more than strays."""
    months = range(min(events), max(events) + 1)
    begin = next((month for month in months if events[month] >= came[month]), months[0])
    strays = sum(events[month] for month in months if month < begin)
    usual = sum(events[month] for month in range(begin, begin + _AFTER)) / _AFTER
    is_few = strays < _FEW * usual * (begin - months[0])
    return Period(Grain.MONTH, begin), strays if is_few else 0


def _by_month(making: Making, days: Iterable[ir.DateValue]) -> Counter[int]:
    """How many rows each month has, by its index."""
    counts: Counter[int] = Counter()
    for day in days:
        months = period_index(day, Grain.MONTH).name("month").as_table()
        known = months.filter(months.month.notnull())
        found = making.ask(known.group_by("month").agg(n=known.count()))
        counts.update(dict(zip(found["month"].tolist(), found["n"].tolist(), strict=True)))
    return counts


def _first_day(making: Making, days: Iterable[ir.DateValue]) -> date | None:
    """The earliest of these columns of several tables."""
    found = [making.ask(day.min().name("low").as_table())["low"][0] for day in days]
    known = [low.astype("datetime64[D]").item() for low in found if not np.isnat(low)]
    return min(known, default=None)


def _note(making: Making, one: FactTable, code: str, message: Message, n: int = 1) -> None:
    making.findings.append(Finding(Level.NOTE, f"facts.{code}", message, one.input.place(None), n))


def _is_by_month(making: Making, one: FactTable) -> bool:
    """True where all rows are of the first, or all of the last day of a month, and none has a time of day."""
    day = day_of(one.rows["event_time"])
    first, last = day.day() == 1, later_by(day, days=1).day() == 1
    found = making.ask(one.rows.agg(n=day.count(), first=first.all(), last=last.all()))
    return bool(found["n"][0] >= _LEAST_DAYS and (found["first"][0] or found["last"][0])) and not _has_times(
        making, one
    )


def _has_times(making: Making, one: FactTable) -> bool:
    moment = one.rows["event_time"]
    if not moment.type().is_timestamp():
        return False
    clock: list[ir.BooleanValue] = [moment.hour() == 0, moment.minute() == 0, moment.second() == 0]
    return not making.ask(one.rows.agg(midnight=reduce(and_, clock).all().fill_null(True)))["midnight"][0]
