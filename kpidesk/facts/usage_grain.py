"""How finely event sheets tell of time: by the moment, by the day, or with one row for a whole month.

A visit needs moments, or events that name their session. A row that stands for a month is no event of its first day:
it tells who was active in the month and nothing of days, weeks or visits. Beside sheets that tell of days such a sheet
says nothing new, and is left out.

Events that begin long after the first sign-up were recorded from some day on: of who signed up before it is not known
what they did next. A company whose events begin with its customers has none of these.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import and_

import ibis.expr.types as ir
import numpy as np

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.codes import customer_column
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.usage import BY_DAY, BY_MONTH, Usage

_LEFT_OUT = QT_TRANSLATE_NOOP(
    "facts", "{n} {n|row|rows} of {table} left out: usage by the month, which other sheets tell by the day"
)
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
    )


def _late_since(making: Making, dated: Sequence[FactTable]) -> date | None:
    """The first day of the events where it is later than the time that the first sign-up had to become active."""
    described = [one for one in making.of("customers") if one.has("customer_id", "signup_date")]
    first = _first_day(making, [day_of(one.rows["event_time"]) for one in dated])
    signup = _first_day(making, [day_of(one.rows["signup_date"]) for one in described])
    if first is None or signup is None or (first - signup).days <= making.rules.business.activation_days:
        return None
    return first


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
