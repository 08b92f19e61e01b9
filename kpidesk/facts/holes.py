"""Long times without a row between rows that come thick and fast: nobody knows what happened then.

A quiet month of a small shop is a month of nought. A hole is told by what lies around it: it is five times as long as
any other pause of the table and longer than six weeks, and at the pace of the sparser side thirty rows would have come
in it, so that chance does not explain it. Only the longest pause of a table can be one, for others recur; and no
season is one: rows of weeks that begin again at the same time of another year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.told_days import Days, ToldDays, as_date

TABLES = ("orders", "invoices", "events", "tickets", "leads", "deals", "surveys")
"""Those whose rows are things that happen one by one."""
_LEAST_DAYS, _TIMES_OTHERS = 45, 5
_LEAST_ROWS, _LEAST_EXPECTED = 20, 30
_SEASON_DAYS, _YEAR_DAYS = 28, 365


@dataclass(frozen=True)
class Hole:
    """The first and the last day without rows."""

    first: date
    last: date

    @property
    def why(self) -> Message:
        """Why there is no value in it."""
        return Message(
            QT_TRANSLATE_NOOP("facts", "no rows from {first} to {last}"),
            first=on_day(self.first),
            last=on_day(self.last),
        )


def find_holes(making: Making, told: Mapping[str, ToldDays]) -> Mapping[str, Hole]:
    """The hole of each table that has one, by the days of its rows; with findings."""
    found = {}
    for name in TABLES:
        hole = _longest(told[name].day, told[name].rows) if name in told else None
        if hole is not None:
            found[name] = hole
            _note(making, told[name].sheet, hole)
    return found


def _longest(day: Days, n: npt.NDArray[np.float64]) -> Hole | None:
    gaps = np.diff(day)
    if not gaps.size:
        return None
    at = int(np.argmax(gaps))
    others = int(np.delete(gaps, at).max(initial=1))
    if gaps[at] < _LEAST_DAYS or gaps[at] <= _TIMES_OTHERS * others:
        return None
    sides = ((day[: at + 1], n[: at + 1]), (day[at + 1 :], n[at + 1 :]))
    if min(float(counts.sum()) for _each, counts in sides) < _LEAST_ROWS:
        return None
    if _is_season(*(each for each, _counts in sides)):
        return None
    pace = min(float(counts.sum()) / (int(each[-1] - each[0]) + 1) for each, counts in sides)
    if pace * int(gaps[at]) < _LEAST_EXPECTED:
        return None
    return Hole(as_date(int(day[at]) + 1), as_date(int(day[at + 1]) - 1))


def _is_season(before: Days, after: Days) -> bool:
    """Whether both sides last for weeks and begin at the same time of the year."""
    lasting = min(int(each[-1] - each[0]) for each in (before, after)) >= _SEASON_DAYS
    apart = int(after[0] - before[0]) % _YEAR_DAYS
    return lasting and min(apart, _YEAR_DAYS - apart) <= _SEASON_DAYS


def _note(making: Making, one: FactTable, hole: Hole) -> None:
    text = QT_TRANSLATE_NOOP(
        "facts",
        "{table} has no rows from {first} to {last}, and many before and after: figures of that time are not known.",
    )
    message = Message(text, table=one.input.name, first=on_day(hole.first), last=on_day(hole.last))
    making.findings.append(Finding(Level.WARNING, "facts.hole", message, one.input.place(), 1))
