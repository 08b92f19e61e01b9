"""Exchange rates that change from month to month, and paid time counted anew where they do.

What is paid in another currency is worth the rate of the month. Where a rate changes, what a customer had at the
month's start is valued anew first: that is the rate's own effect, ``fx``, and no movement of the customer. All
movements of the month are then at the month's rate.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period, period_index
from kpidesk.facts.expressions import cents
from kpidesk.facts.expressions import period_index as index_of
from kpidesk.facts.words import code_of

_EPOCH = date(1970, 1, 1)
_EPOCH_MONTH = period_index(_EPOCH, Grain.MONTH)
MONEY, MONEY_OF, FX = "money", "money_of", "fx"
"""Columns of paid time whose worth changes: what is paid, in which currency (0: none that moves), the rate's effect."""

Run = tuple[int, float]
"""The month from which a rate holds, and the rate."""


@dataclass(frozen=True)
class Rates:
    """What one unit of each currency is worth: its runs in order. Before its first month the first rate holds."""

    runs: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, stated: Mapping[str, float]) -> "Rates":
        """Rates as rules have them: ``EUR`` is fixed, ``EUR 2024-03`` holds from that month on."""
        found: dict[str, dict[int, float]] = {}
        for name, rate in stated.items():
            code, _, month = name.strip().partition(" ")
            found.setdefault(code_of(code), {})[_month(month) if month else 0] = rate
        return cls({code: _merged(runs) for code, runs in found.items()})

    @property
    def moving(self) -> tuple[str, ...]:
        """The currencies whose rate changes."""
        return tuple(sorted(code for code, runs in self.runs.items() if len(runs) > 1))

    def worth(self, code: str, day: ir.DateValue | None = None) -> ir.FloatingValue | None:
        """What one unit is worth on a day, or at last; None where that is not known."""
        runs = self.runs.get(code)
        if runs is None:
            return None
        if day is None or len(runs) == 1:
            return ibis.literal(runs[-1][1], "float64")
        return _by_month(runs, index_of(day, Grain.MONTH))

    def number(self, code: str) -> int:
        """What ``money_of`` says of a currency."""
        return self.moving.index(code) + 1 if code in self.moving else 0

    def revalued(self, periods: ir.Table, until: date) -> ir.Table:
        """Paid time in pieces of one rate, of which ``cents`` and ``fx`` are made anew; the others are one piece.

        A piece may be empty: who leaves on the first of a month leaves at its rate.
        """
        columns = [name for name in periods.columns if name not in (MONEY, MONEY_OF)]
        fixed = periods.filter(periods[MONEY_OF] == 0).select(*columns, fx=ibis.literal(0, "int64"))
        foreign = periods.filter(periods[MONEY_OF] > 0)
        last = index_of(foreign.end.fill_null(ibis.date(until)), Grain.MONTH)
        first = index_of(foreign.start, Grain.MONTH)
        each = foreign.mutate(first_=first, month_=ibis.range(first.cast("int64"), last.cast("int64") + 1).unnest())
        now, before = self._rate(each, each["month_"]), self._rate(each, each["month_"] - 1)
        following = self._next(each).nullif(_NEVER)
        each = each.mutate(now_=now, before_=before, next_=following)
        each = each.filter((each["month_"] == each["first_"]) | (each["now_"] != each["before_"]))
        is_first = each["month_"] == each["first_"]
        beyond = each["next_"].isnull() | (each["next_"] > period_index(until, Grain.MONTH))
        cut = ibis.ifelse(beyond, ibis.null("date"), _first_day(each["next_"]))
        worth = cents(each[MONEY] * each["now_"])
        pieces = each.mutate(
            start=ibis.ifelse(is_first, each.start, _first_day(each["month_"])),
            end=ibis.ifelse(cut.isnull() | (each.end < cut), each.end, cut),
            cents=worth,
            fx=ibis.ifelse(is_first, 0, worth - cents(each[MONEY] * each["before_"])).cast("int64"),
        )
        return ibis.union(fixed, pieces.select(*columns, FX), distinct=False)

    def _rate(self, rows: ir.Table, month: ir.IntegerValue) -> ir.FloatingValue:
        branches = [(rows[MONEY_OF] == self.number(code), _by_month(self.runs[code], month)) for code in self.moving]
        return ibis.cases(*branches, else_=ibis.literal(1.0, "float64"))

    def _next(self, rows: ir.Table) -> ir.IntegerValue:
        """The month in which the rate changes next."""
        month = rows["month_"]
        branches = [
            (
                rows[MONEY_OF] == self.number(code),
                ibis.cases(*((month < begins, begins) for begins, _ in self.runs[code][1:]), else_=_NEVER),
            )
            for code in self.moving
        ]
        return ibis.cases(*branches, else_=_NEVER).cast("int64")


_NEVER = 10**6


def _month(text: str) -> int:
    try:
        period = Period.parse(text)
    except ValueError:
        period = None
    if period is None or period.grain is not Grain.MONTH:
        wanted = QT_TRANSLATE_NOOP("rules", "{text} is no month: rates by month are given like EUR 2024-03 1.08")
        raise UserError(Message(wanted, text=text))
    return period.index


def _merged(runs: Mapping[int, float]) -> tuple[Run, ...]:
    """In order, without months that change nothing."""
    found: list[Run] = []
    for month, rate in sorted(runs.items()):
        if not found or found[-1][1] != rate:
            found.append((month if found else 0, rate))
    return tuple(found)


def _by_month(runs: tuple[Run, ...], month: ir.IntegerValue) -> ir.FloatingValue:
    latest_first = [(month >= begins, ibis.literal(rate, "float64")) for begins, rate in reversed(runs[1:])]
    return ibis.cases(*latest_first, else_=ibis.literal(runs[0][1], "float64"))


def _first_day(month: ir.IntegerValue) -> ir.DateValue:
    passed = (month - _EPOCH_MONTH).cast("int32").as_interval("M")
    return (ibis.date(_EPOCH) + passed).cast("timestamp").cast("date")
