"""From when on a measure is written down, where that is later than the rows that it counts, and why not before."""

from datetime import date

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.facts.facts import Facts
from kpidesk.facts.signups import FOLLOWED, known_since
from kpidesk.metrics.definitions import Measure

_LATE = QT_TRANSLATE_NOOP("metrics", "not known of sign-ups before {first}: events begin on {events}")
_BEGINS = QT_TRANSLATE_NOOP("metrics", "most of the period is not recorded: events begin on {events}")
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


def why_unrecorded(measure: Measure, facts: Facts) -> Message | None:
    """Why whole periods have no value though the table spans them; None where there are none."""
    first, begin = recorded_since(measure, facts), facts.usage.late_since
    if first is not None and begin is not None:
        if measure.relation == SIGNUPS:
            return Message(_LATE, first=on_day(first), events=on_day(begin))
        return Message(_BEGINS, events=on_day(begin))
    return facts.why_hole(measure.relation)
