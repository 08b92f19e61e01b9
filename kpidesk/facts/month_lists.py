"""Lists with a row for each customer and month: the day up to which they are known is their own.

In such a list who is not in the next month has left. But after its last month there is no next: where another table is
known for longer, nobody is seen to leave there, and everybody stays what they were, as in any sheet that was exported
earlier than others. Several lists one after the other are one.
"""

from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.core.period import Grain, Period
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_LOOKED_AT = 1_000
_LEAST_MONTHS = 2


def until_known(making: Making, one: FactTable, end: ir.DateValue) -> ir.DateValue:
    """The ends of a table's rows, open where they are but the end of the list; a finding says so."""
    last = _end_of_list(making, one)
    if last is None or making.as_of is None or making.as_of < last:
        return end
    others = (_end_of_list(making, other) for other in making.of("subscriptions") if other is not one)
    if any(other > last for other in others if other is not None):
        return end
    text = QT_TRANSLATE_NOOP(
        "facts",
        "{table} ends with {month}, other tables are known until {day}: whoever is in its last month is taken to stay",
    )
    month = Period.of(last, Grain.MONTH).shifted(-1)
    message = Message(text, table=one.input.name, month=month, day=on_day(making.as_of))
    making.findings.append(Finding(Level.WARNING, "facts.list_ends_earlier", message, one.input.place()))
    return ibis.ifelse(end == ibis.date(last), ibis.null("date"), end)


def _end_of_list(making: Making, one: FactTable) -> date | None:
    """The first day after the list; None for a table whose rows are not each one calendar month."""
    if not one.has("customer_id", "start_date", "cancel_date"):
        return None
    rows = one.rows.select(start=day_of(one.rows["start_date"]), end=day_of(one.rows["cancel_date"]))
    for some in (rows.limit(_LOOKED_AT), rows):
        is_month = (some.start.day() == 1) & (some.end == later_by(some.start, months=1))
        told = making.ask(
            some.agg(others=(~is_month.fill_null(False)).any(), months=some.start.nunique(), last=some.end.max())
        )
        if told["others"][0] is None or told["others"][0]:
            return None
    last: date = told["last"].astype("datetime64[D]")[0].item()
    return last if told["months"][0] >= _LEAST_MONTHS else None
