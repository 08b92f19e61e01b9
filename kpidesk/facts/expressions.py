"""Small pieces of queries that mean the same on every backend; see the walls of the data engine.

THE ONE ROUNDING PLACE. Money becomes cents in ``cents``, once per row, half away from zero, after it was normalised to
a month and converted; everything after that is integer arithmetic. So a yearly 1,000.00 is 83.33 a month for good.
"""

from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.period import Grain, months_ahead

_EPOCH = date(1970, 1, 1)
_EPOCH_ORDINAL = _EPOCH.toordinal()
_MOST_CENTS = 1e16
FAR = date(9999, 12, 1)
"""Later than any date of a file: where an open end has to be compared."""


def cents(money: ir.FloatingColumn) -> ir.IntegerColumn:
    """Money as int64 cents; null for what is no amount: infinite, not a number, or beyond a hundred trillions."""
    hundredfold = money * 100
    within = ibis.ifelse(hundredfold.abs() < _MOST_CENTS, hundredfold, ibis.null("float64"))
    # Statistics of a file may hide a NaN, and then DuckDB drops the comparison: so the cast must not fail.
    return _rounded(within).try_cast("int64")


@ibis.udf.scalar.builtin(name="round")  # type: ignore[untyped-decorator]  # Ibis types none of its decorators
def _rounded(number: float) -> float:
    """Half away from zero; Ibis' own is an integer, so that it fails on what is none."""
    raise NotImplementedError  # a name for Ibis; the engine's own function runs


def later_by(day: ir.DateValue, *, days: int = 0, months: int = 0) -> ir.DateValue:
    """The day so much later; the cast goes by way of a time, for DuckDB makes one and Ibis would not believe it."""
    return (day + ibis.interval(days=days) + ibis.interval(months=months)).cast("timestamp").cast("date")


def exact(total: ir.NumericColumn) -> ir.IntegerColumn:
    """A sum of integers as int64: DuckDB sums to HUGEINT, and a plain cast is dropped by Ibis."""
    return total.cast("decimal(18,0)").cast("int64")


def day_of(column: ir.Value) -> ir.DateColumn:
    """The day of a date or a point in time."""
    return column if column.type().is_date() else column.cast("date")


def ordinal(day: ir.DateColumn) -> ir.IntegerColumn:
    """date.toordinal of the day."""
    return day.delta(ibis.date(_EPOCH), unit="day") + _EPOCH_ORDINAL


def day_numbered(number: ir.IntegerColumn) -> ir.DateColumn:
    """The day of an ordinal."""
    passed = (number - _EPOCH_ORDINAL).cast("int32").as_interval("D")
    return (ibis.date(_EPOCH) + passed).cast("timestamp").cast("date")


def period_index(day: ir.DateColumn, grain: Grain, starts: int = 1) -> ir.IntegerColumn:
    """core.period.period_index of the day, as int32."""
    match grain:
        case Grain.DAY:
            index = ordinal(day)
        case Grain.WEEK:
            index = (ordinal(day) - 1) // 7
        case Grain.MONTH:
            index = day.year() * 12 + day.month() - 1
        case Grain.QUARTER:
            index = (day.year() * 12 + day.month() - 1 + months_ahead(starts)) // 3
        case Grain.YEAR:
            index = (day.year() * 12 + day.month() - 1 + months_ahead(starts)) // 12
        case _:
            raise ValueError(grain)
    return index.cast("int32")
