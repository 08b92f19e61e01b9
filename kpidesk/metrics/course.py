"""How a KPI goes within its period: from its beginning to its end, so that one that goes on is judged by what it is.

Orders are counted day by day, and churn with them; MRR stands where it stands; growth sets a part beside a whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import CALENDAR, Definition
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.functions import FUNCTIONS, MONTH


class Way(Enum):
    """CONSTANT: a number. LEVEL: as good on any day of the period. BUILDS: day by day. OPEN: known at its end only."""

    CONSTANT = "constant"
    LEVEL = "level"
    BUILDS = "builds"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Course:
    """A way; ``start`` is the constant, or what a figure that builds up begins with: 1 for a share that is retained."""

    way: Way
    start: float = 0.0

    @property
    def is_from_nought(self) -> bool:
        """Whether it is in proportion to the days that have passed."""
        return self.way is Way.BUILDS and self.start == 0.0


_LEVEL, _OPEN, _FROM_NOUGHT = Course(Way.LEVEL), Course(Way.OPEN), Course(Way.BUILDS)
_ONE_OF = frozenset({"first", "default", "sum_known", "min", "max"})


def course_of(catalogue: Catalogue, name: MetricName, grain: Grain) -> Course:
    """How a KPI goes within a period of a grain, by its kind and formula.

    A flow builds up from 0; so does what divides it by a state of the start (churn), and 1 less such a share
    from 1 (retention). A quotient of two flows stands at any time. What mixes them, or looks at earlier periods, is
    told when the period has ended.
    """
    definition = catalogue.get(name)
    expr = formula_of(definition, grain)
    if definition.stage == CALENDAR:  # how many days are known, but all months of the period
        return _LEVEL if definition.unit.agrees_with(MONTH) else _FROM_NOUGHT
    if definition.kind == "stock":
        return _LEVEL
    if expr is None or definition.measures:
        return _of_rows(definition)
    told = _along(expr, catalogue, grain)
    is_mixed = told.way is Way.OPEN and definition.kind == "flow" and not _looks_back(expr)
    return _FROM_NOUGHT if is_mixed else told


def _of_rows(definition: Definition) -> Course:
    return _FROM_NOUGHT if definition.kind == "flow" else _LEVEL


def _looks_back(expr: Expr) -> bool:
    return isinstance(expr, Call) and FUNCTIONS[expr.function].is_lag


def _along(expr: Expr, catalogue: Catalogue, grain: Grain) -> Course:
    match expr:
        case Number(value=value):
            return Course(Way.CONSTANT, value)
        case Ref(name=name):
            return course_of(catalogue, name, grain) if name in catalogue else _OPEN
        case Negative(operand=operand):
            told = _along(operand, catalogue, grain)
            return replace(told, start=-told.start)
        case Binary(operator=operator, left=left, right=right):
            one, other = _along(left, catalogue, grain), _along(right, catalogue, grain)
            if operator in ("+", "-"):
                return _sum(one, other, 1.0 if operator == "+" else -1.0)
            return _product(one, other) if operator == "*" else _quotient(one, other)
        case Call(function=function, arguments=arguments):
            return _call(function, [_along(each, catalogue, grain) for each in arguments], grain)


def _call(function: str, parts: list[Course], grain: Grain) -> Course:
    if FUNCTIONS[function].is_lag:
        return _OPEN
    if function == "share":
        return _quotient(*parts)
    if function in _ONE_OF:
        return _alike(parts)
    if function in ("monthly", "yearly"):
        is_the_same = function == "monthly" and grain.months == 1.0
        return parts[0] if is_the_same or parts[0].way is not Way.BUILDS else _OPEN
    if function == "evenly_monthly":
        return replace(parts[0], start=parts[0].start / grain.months)
    return parts[0]


def _alike(parts: Iterable[Course]) -> Course:
    """Of several that may stand for each other, or are added up; a number among them is of no account."""
    found = {each for each in parts if each.way is not Way.CONSTANT}
    return found.pop() if len(found) == 1 else _OPEN


def _sum(one: Course, other: Course, sign: float) -> Course:
    start = one.start + sign * other.start
    ways = {one.way, other.way}
    if Way.OPEN in ways or ways == {Way.LEVEL, Way.BUILDS}:
        return _OPEN
    if Way.BUILDS in ways:
        return Course(Way.BUILDS, start)
    return _LEVEL if Way.LEVEL in ways else Course(Way.CONSTANT, start)


def _product(one: Course, other: Course) -> Course:
    for number, factor in ((one, other), (other, one)):
        if number.way is Way.CONSTANT:
            return replace(factor, start=factor.start * number.start)
    if one.way is Way.LEVEL and other.way is Way.LEVEL:
        return _LEVEL
    is_scaled = {one.way, other.way} == {Way.LEVEL, Way.BUILDS} and one.start == other.start == 0.0
    return _FROM_NOUGHT if is_scaled else _OPEN


def _quotient(one: Course, other: Course) -> Course:
    if other.way is Way.CONSTANT:
        return replace(one, start=one.start / other.start) if other.start else _OPEN
    if one.is_from_nought and other.is_from_nought:
        return _LEVEL
    if other.way is Way.LEVEL and one.way in (Way.LEVEL, Way.CONSTANT):
        return _LEVEL
    return _FROM_NOUGHT if other.way is Way.LEVEL and one.is_from_nought else _OPEN
