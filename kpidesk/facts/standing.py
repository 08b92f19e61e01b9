"""Subscriptions that are past due or paused: until when they count.

Past due counts for some days (30 by default) after the paid time; where no date says until when that is, it counts on.
Paused is worth nothing from the day on which the pause began, and that is a churn. Where no column says when, the pause
begins on the last known day: what was paid before is not unsaid.
"""

from typing import NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words

_PAUSE_COLUMNS = ("paused_at", "paused_on", "paused_since", "paused_date", "pause_date", "pause_start")


_Told = tuple[int, int | None]


class Standing(NamedTuple):
    """When rows end by their status, and how many are paused nobody knows since when."""

    end: ir.DateValue
    paused_undated: int = 0


def standing(making: Making, one: FactTable, end: ir.DateValue) -> Standing:
    """The ends of subscriptions, as their status has them."""
    if not one.has("status") or making.as_of is None:
        return Standing(end)
    past_due = making.says(one, "status", words().of("subscription", "past_due"))
    paused = making.says(one, "status", words().of("subscription", "paused"))
    begun = _pause_days(one)
    stopped = end.isnull() if begun is None else end.isnull() & begun.isnull()
    still_due, undated = _counted(making, one, past_due & end.isnull()), _counted(making, one, paused & stopped)
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} past due count in full: no date says since when")
    _note(making, one, Level.NOTE, "facts.past_due_undated", text, still_due)
    text = QT_TRANSLATE_NOOP(
        "facts",
        "{n} {n|row|rows} of {table} {n|is|are} paused, no date says since when: taken to end now",
    )
    _note(making, one, Level.WARNING, "facts.paused_undated", text, undated)
    days = making.rules.past_due_days
    ended = ibis.ifelse(past_due & end.notnull(), later_by(end, days=days), end) if days else end
    if begun is not None:
        ended = ibis.ifelse(paused & (ended.isnull() | (begun < ended)) & begun.notnull(), begun, ended)
    if undated[0]:
        ended = ibis.ifelse(paused & ended.isnull(), ibis.date(making.as_of), ended)
    return Standing(ended, undated[0])


def _pause_days(one: FactTable) -> ir.DateValue | None:
    """The day on which a pause began, where the sheet has a column for it."""
    for name in _PAUSE_COLUMNS:
        if one.has(name):
            kind = one.rows[name].type()
            if kind.is_date() or kind.is_timestamp():
                return day_of(one.rows[name])
    return None


def _counted(making: Making, one: FactTable, which: ir.BooleanValue) -> _Told:
    """How many rows, and the first of them."""
    rows = one.rows.select(which=which, row_no=one.row_no)
    told = making.ask(rows.filter(rows.which).agg(n=_.count(), row=_.row_no.min()))
    n = int(told["n"][0])
    return n, int(told["row"][0]) if n else None


def _note(making: Making, one: FactTable, level: Level, code: str, text: Template, told: _Told) -> None:
    n, row = told
    if n:
        message = Message(text, n=n, table=one.input.name)
        making.findings.append(Finding(level, code, message, one.input.place(row), n))
