"""Hours in which the desk was open, between two points in time.

The open hours since a fixed Monday are a plain formula of days and hours, so the time between two points is their
difference: no calendar is walked, whatever the backend.
"""

import ibis
import ibis.expr.types as ir

from kpidesk.facts.expressions import ordinal
from kpidesk.schema.business_rules import BusinessHours

_MIDNIGHT = 3600.0


def open_hours(start: ir.TimestampValue, end: ir.TimestampValue, hours: BusinessHours) -> ir.FloatingValue:
    """A ticket from 18:00 to 08:00 at a desk that opens at 07:00 has one."""
    return _until(end, hours) - _until(start, hours)


def _until(moment: ir.TimestampValue, hours: BusinessHours) -> ir.FloatingValue:
    """Open hours since the beginning of our calendar, a Monday."""
    day = moment.cast("date")
    length = max(0.0, hours.closes - hours.opens)
    since = ordinal(day) - 1
    weeks, rest = since // 7, since % 7
    before = ibis.cases(*((rest == n, sum(one < n for one in hours.weekdays)) for n in range(7)), else_=0)
    is_open = rest.isin(list(hours.weekdays)) if hours.weekdays else ibis.literal(False)
    passed = weeks * len(set(hours.weekdays)) + before
    for holiday in sorted({one for one in hours.holidays if one.weekday() in hours.weekdays}):
        passed = passed - (day > ibis.date(holiday)).cast("int64")
        is_open = is_open & (day != ibis.date(holiday))
    clock = (moment.hour() * 3600 + moment.minute() * 60 + moment.second()).cast("float64") / _MIDNIGHT
    today = ibis.least(ibis.greatest(clock - hours.opens, 0.0), length)
    return passed.cast("float64") * length + ibis.ifelse(is_open, today, 0.0)
