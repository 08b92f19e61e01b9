"""From when on a measure is written down, where that is later than the rows that it counts, and why not before."""

from datetime import date, timedelta

import numpy as np

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.core.period import Grain
from kpidesk.facts.beginnings import Beginning
from kpidesk.facts.facts import Facts
from kpidesk.facts.signups import FOLLOWED, known_since
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.frame import Array

_LATE = QT_TRANSLATE_NOOP("metrics", "not known of sign-ups before {first}: events begin on {events}")
_BEGINS = QT_TRANSLATE_NOOP("metrics", "events begin on {events}: a period that lies mostly before is not known")
_VISITS = QT_TRANSLATE_NOOP("metrics", "visits begin on {first}: a period that lies mostly before is not known")
SIGNUPS = "signups"
_USE = frozenset({"events", "active_events", "visits"})
"""What is made of events: before the first there was use that nobody recorded."""


def recorded_since(measure: Measure, facts: Facts) -> date | None:
    """The first day of sign-ups of whom a measure knows what they did, or of use; None for what is known throughout."""
    begin = facts.usage.late_since
    if begin is None or measure.relation in _USE:
        return begin
    if measure.relation != SIGNUPS:
        return None
    read = {measure.of, measure.time, *(each.column for each in (*measure.where, *measure.less))}
    return max((known_since(name, begin) for name in FOLLOWED if name in read), default=None)


def begins_late(measure: Measure, facts: Facts) -> bool:
    """Whether nothing of use, or of visits, was recorded before some day, so that what was before is not none."""
    starts = facts.begins.get(measure.relation)
    is_use = facts.usage.late_since is not None and measure.relation in _USE
    return is_use or (starts is not None and starts.is_late)


def lead(starts: Beginning | None, axis: Axis) -> Array:
    """Which part of each period's days lies before a table begins: none where a usual pause explains it."""
    if starts is None or axis.grain is Grain.SNAPSHOT:
        return np.zeros(axis.size)
    result = axis.shares((date.min, starts.first - timedelta(days=1)))
    for at, period in enumerate(axis.periods):
        if period.start <= starts.first <= period.end and starts.is_told_from(period.start):
            result[at] = 0.0
    return result


def why_unrecorded(measure: Measure, facts: Facts) -> Message | None:
    """Why whole periods have no value though the table spans them; None where there are none."""
    first, begin = recorded_since(measure, facts), facts.usage.late_since
    if first is not None and begin is not None:
        if measure.relation == SIGNUPS:
            return Message(_LATE, first=on_day(first), events=on_day(begin))
        return Message(_BEGINS, events=on_day(begin))
    starts = facts.begins.get(measure.relation)
    if starts is not None and starts.is_late:
        return Message(_VISITS, first=on_day(starts.first))
    return facts.why_hole(measure.relation)
