"""Sheets whose labels speak of the fiscal year (FY2025 Q1): which months their figures are of.

The import counts such labels from January, for only the workspace knows when its fiscal year starts, and may change
its mind. The year is named after the one in which it ends; see core.period.
"""

from collections.abc import Sequence

import ibis

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import months_ahead
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.tables import FactTable

_TOLD = "is_fiscal"


def in_calendar_months(tables: Sequence[FactTable], starts: int) -> tuple[tuple[FactTable, ...], tuple[Finding, ...]]:
    """The tables with the calendar's months; findings where such a sheet meets a fiscal year that is the calendar's.

    ``starts`` is the first month of the fiscal year.
    """
    fiscal = [one for one in tables if one.table == "monthly_metrics" and one.has("month", _TOLD)]
    if months_ahead(starts) == 0:
        return tuple(tables), tuple(map(_of_the_calendar, fiscal))
    return tuple(_shifted(one, starts) if one in fiscal else one for one in tables), ()


def _shifted(one: FactTable, starts: int) -> FactTable:
    month = day_of(one.rows["month"])
    told = one.rows[_TOLD].fill_null(False)
    return one.over(one.rows.mutate(month=ibis.ifelse(told, later_by(month, months=-months_ahead(starts)), month)))


def _of_the_calendar(one: FactTable) -> Finding:
    text = QT_TRANSLATE_NOOP(
        "facts", "The periods of {table} are those of a fiscal year: it is taken to start in January"
    )
    hint = QT_TRANSLATE_NOOP("facts", "If it starts in another month, say so in the workspace's rules.")
    where = one.input.place()
    return Finding(Level.NOTE, "facts.fiscal_calendar", Message(text, table=one.input.name), where, hint=Message(hint))
