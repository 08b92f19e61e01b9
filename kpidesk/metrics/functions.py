"""The functions that formulas may call: how many arguments, which unit comes out, and what is computed, in numpy.

All take and give arrays whose last axis is time; NaN is *no value*.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.core.period import Grain
from kpidesk.core.units import SHARE, Unit
from kpidesk.metrics.expr import Call, Expr
from kpidesk.metrics.frame import Array

MONTH = Unit.parse("month")
CONSTANTS: Mapping[str, tuple[float, Unit]] = {
    "months_per_year": (12.0, Unit.parse("month / year")),
    "days_per_year": (365.25, Unit.parse("day / year")),
}
"""Numbers with a unit that a formula may name; no KPI may be called so."""

_YEAR: Mapping[Grain, int] = {Grain.DAY: 365, Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}


class UnitMismatch(ValueError):
    """Units that do not go together; the text says which."""


UnitRule = Callable[[Sequence[Unit]], Unit]
Apply = Callable[[Sequence[Array], Grain], Array]


@dataclass(frozen=True, slots=True)
class Function:
    """One declared function. ``is_lag``: it reads earlier periods; ``needs_any``: one known argument is enough."""

    name: str
    fewest: int
    most: int
    unit: UnitRule
    apply: Apply
    is_lag: bool = False
    needs_any: bool = False


def divide(above: Array, below: Array) -> Array:
    """The quotient; a zero divisor gives no value, never ∞ and never 0."""
    result: Array = above / np.where(below == 0.0, np.nan, below)
    return result


def lagged(values: Array, by: int) -> Array:
    """The values of ``by`` periods before; those that reach before the first period are unknown."""
    if values.ndim == 0 or by >= values.shape[-1]:
        return np.full_like(values, np.nan)
    result = np.empty_like(values)
    result[..., :by] = np.nan
    result[..., by:] = values[..., :-by]
    return result


def _monthly(arguments: Sequence[Array], grain: Grain) -> Array:
    (share,) = arguments
    months = grain.months
    if months == 1.0:
        return share
    result: Array = 1.0 - np.power(np.where(share > 1.0, np.nan, 1.0 - share), 1.0 / months)
    return result


def _yearly(arguments: Sequence[Array], grain: Grain) -> Array:
    """The share of a period compounded over a year."""
    (share,) = arguments
    times = 12.0 / grain.months
    result: Array = 1.0 - np.power(np.where(share > 1.0, np.nan, 1.0 - share), times)
    return result


def _evenly(arguments: Sequence[Array], grain: Grain) -> Array:
    """A share of the period over its months: 25% a year, one in four leaving each year, is a lifetime of 4 years."""
    return arguments[0] / grain.months


def lag_periods(expr: Expr, grain: Grain) -> int:
    """How many periods a function of earlier ones reaches back, a mean of several 1; 0 for any other formula."""
    if isinstance(expr, Call) and FUNCTIONS[expr.function].is_lag:
        return _YEAR.get(grain, 0) if expr.function == "year_ago" else 1
    return 0


def _previous(arguments: Sequence[Array], grain: Grain) -> Array:
    return lagged(arguments[0], 1)


def _year_ago(arguments: Sequence[Array], grain: Grain) -> Array:
    return lagged(arguments[0], _YEAR[grain]) if grain in _YEAR else np.full_like(arguments[0], np.nan)


def half_year_of(grain: Grain) -> range:
    """How far back each period of the half year before lies; none for years, which are longer."""
    return range(1, round(6 / grain.months) + 1 if grain.months <= 3 else 1)


def _mean_of_half_year(arguments: Sequence[Array], grain: Grain) -> Array:
    """The mean of what is known of the six months before; nothing for years, which are longer."""
    values = arguments[0]
    earlier = [lagged(values, by) for by in half_year_of(grain)]
    if not earlier:
        return np.full_like(values, np.nan)
    known = sum((~np.isnan(each) for each in earlier), np.zeros(values.shape, dtype=np.int64))
    return divide(sum((np.nan_to_num(each) for each in earlier), np.zeros(values.shape)), known.astype(np.float64))


def _default(arguments: Sequence[Array], grain: Grain) -> Array:
    value, otherwise = arguments
    return np.where(np.isnan(value), otherwise, value)


def _first(arguments: Sequence[Array], grain: Grain) -> Array:
    """The first that is known in any period: one series is never patched together from two definitions."""
    result = arguments[0]
    for other in arguments[1:]:
        unknown = np.isnan(result)
        nowhere = unknown.all(axis=-1, keepdims=True) if result.ndim else unknown
        if nowhere.any():
            result = np.where(nowhere, other, result)
    return result


def _sum_known(arguments: Sequence[Array], grain: Grain) -> Array:
    total = np.asarray(0.0)
    unknown = np.asarray(True)
    for argument in arguments:
        missing = np.isnan(argument)
        total = total + np.where(missing, 0.0, argument)
        unknown = unknown & missing
    return np.where(unknown, np.nan, total)


def _where_known(arguments: Sequence[Array], grain: Grain) -> Array:
    """The first where the second has a value, too: of a pair whose halves are added up, neither counts alone."""
    value, other = arguments
    return np.where(np.isnan(other), np.nan, value)


def _min(arguments: Sequence[Array], grain: Grain) -> Array:
    return _fold(np.minimum, arguments)


def _max(arguments: Sequence[Array], grain: Grain) -> Array:
    return _fold(np.maximum, arguments)


def _fold(operation: np.ufunc, arguments: Sequence[Array]) -> Array:
    result = arguments[0]
    for other in arguments[1:]:
        result = operation(result, other)
    return result


def _share(arguments: Sequence[Array], grain: Grain) -> Array:
    return divide(arguments[0], arguments[1])


def _unless_negative(arguments: Sequence[Array], grain: Grain) -> Array:
    """The value; none where it is below 0, which for a count means that something it rests on is not known."""
    result: Array = np.where(arguments[0] < 0.0, np.nan, arguments[0])
    return result


def _same(units: Sequence[Unit]) -> Unit:
    first = units[0]
    for unit in units[1:]:
        if not first.agrees_with(unit):
            raise UnitMismatch(f"{first} ≠ {unit}")
    return first


def _first_unit(units: Sequence[Unit]) -> Unit:
    return units[0]


def _share_unit(units: Sequence[Unit]) -> Unit:
    _same(units)
    return SHARE


def _per_month(units: Sequence[Unit]) -> Unit:
    if not units[0].is_plain:
        raise UnitMismatch(f"{units[0]} ≠ share")
    return units[0] / MONTH


FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for function in (
        Function("monthly", 1, 1, _per_month, _monthly),
        Function("yearly", 1, 1, _same, _yearly),
        Function("evenly_monthly", 1, 1, _per_month, _evenly),
        Function("previous", 1, 1, _same, _previous, is_lag=True),
        Function("year_ago", 1, 1, _same, _year_ago, is_lag=True),
        Function("mean_of_half_year", 1, 1, _same, _mean_of_half_year, is_lag=True),
        Function("first", 2, 8, _same, _first, needs_any=True),
        Function("sum_known", 1, 8, _same, _sum_known, needs_any=True),
        Function("default", 2, 2, _same, _default, needs_any=True),
        Function("unless_negative", 1, 1, _same, _unless_negative),
        Function("where_known", 2, 2, _first_unit, _where_known),
        Function("min", 2, 8, _same, _min),
        Function("max", 2, 8, _same, _max),
        Function("share", 2, 2, _share_unit, _share),
    )
}
