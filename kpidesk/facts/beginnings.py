"""Where tables begin: one that starts in the midst of a month tells too little of that month.

Nobody says from which day on an export was taken; the rows do, where they come thick and fast: a time before the
first that is longer than any pause after it is no pause. What begins with its company begins small: then all of it is
told. Customers and subscriptions are not looked at, for they do.

Visits are special. Who signs up has been to the site, so sign-ups long before the first visit say that nobody counted
them: then they are unknown and not none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.core.period import Grain, Period
from kpidesk.facts.expressions import day_of
from kpidesk.facts.holes import Hole
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.told_days import ToldDays, as_date

TABLES = ("orders", "invoices", "spend", "web_traffic", "leads", "tickets", "events", "social", "email")
"""Those whose rows are of their day; deals close long after they are opened, surveys come in waves."""
MUCH = 0.1
"""Of the days of a period: one or two without rows at its edge may be a weekend."""
_LEAST_DAYS = 20
"""With so many days a pause before the first row that is longer than all others is hardly chance."""
_FIRST_DAYS, _NEXT_DAYS, _SMALL = 28, 84, 0.5
"""Weeks that are small beside those that follow are the first of all; it leaves room for growth by a third a month."""
_FEW_DAYS, _SOME = 7, 0.05
"""Visits begin late where more than a few sign-ups were a week or more before."""
_PATIENT = 30
"""The pause that is taken for usual where a single row tells of none."""


@dataclass(frozen=True)
class Beginning:
    """The first day with rows and the longest time without any after it; see ``is_told_from``.

    ``is_late``: what lies before is not none but was not recorded, as other sheets show.
    """

    first: date
    pause: int
    is_late: bool = False

    def is_told_from(self, start: date) -> bool:
        """Whether a period that starts on a day and holds ``first`` is told from its start on."""
        return (self.first - start).days <= self.pause


def find_beginnings(making: Making, told: Mapping[str, ToldDays], holes: Mapping[str, Hole]) -> Mapping[str, Beginning]:
    """Where each table begins whose rows tell it; with a finding for those that begin in the midst of a month."""
    found = {}
    for name in TABLES:
        if name not in told:
            continue
        one = _beginning(told[name], holes.get(name))
        if name == "web_traffic" and _is_late(making, one):
            one = Beginning(one.first, one.pause, is_late=True)
        if one.is_late or (told[name].day.size >= _LEAST_DAYS and not _begins_small(told[name])):
            found[name] = one
            if name != "events" or making.usage.late_since is None:  # else it is said beside each figure of use
                _note(making, told[name], one)
    return found


def _beginning(told: ToldDays, hole: Hole | None) -> Beginning:
    gaps = [int(gap) for day, gap in zip(told.day, told.gaps, strict=False) if not _is_hole(hole, int(day))]
    return Beginning(as_date(int(told.day[0])), max(gaps, default=_PATIENT + 1) - 1)


def _begins_small(told: ToldDays) -> bool:
    """Whether rows come at less than half the pace in the first weeks of that in the weeks after."""
    since = told.day - told.day[0]
    later = (since >= _FIRST_DAYS) & (since < _FIRST_DAYS + _NEXT_DAYS)
    days = min(int(since[-1]) + 1 - _FIRST_DAYS, _NEXT_DAYS)
    if days < _FIRST_DAYS:
        return False
    first = float(told.rows[since < _FIRST_DAYS].sum()) / _FIRST_DAYS
    return first < _SMALL * float(told.rows[later].sum()) / days


def _is_hole(hole: Hole | None, before: int) -> bool:
    return hole is not None and as_date(before + 1) == hole.first


def _is_late(making: Making, visits: Beginning) -> bool:
    """Whether some of those who signed up, or became leads, did so long before the first visit."""
    until = ibis.literal(visits.first - timedelta(days=max(visits.pause, _FEW_DAYS)))
    came = [day for one in making.of("customers", "leads") for day in _came(one)]
    counts = [making.ask(_counted(day, until)) for day in came]
    early, every = (sum(int(one[name][0]) for one in counts) for name in ("early", "n"))
    return every > 0 and early >= _SOME * every


def _counted(day: ir.DateValue, until: ir.DateValue) -> ir.Table:
    rows = day.name("day").as_table()
    return rows.agg(n=rows.day.count(), early=(rows.day < until).cast("int64").sum().fill_null(0))


def _came(one: FactTable) -> list[ir.DateValue]:
    return [day_of(one.rows[name]) for name in ("signup_date", "created_date") if one.has(name)]


def _note(making: Making, told: ToldDays, one: Beginning) -> None:
    month = Period.of(one.first, Grain.MONTH)
    lead = (one.first - month.start).days
    if one.is_told_from(month.start) or lead < MUCH * ((month.end - month.start).days + 1):
        return
    text = QT_TRANSLATE_NOOP(
        "facts",
        "{table} begins on {first}, in the midst of a month: figures of that month are too small, and marked as"
        " incomplete.",
    )
    message = Message(text, table=told.sheet.input.name, first=on_day(one.first))
    making.findings.append(Finding(Level.NOTE, "facts.begins_midway", message, told.sheet.input.place(), 1))
