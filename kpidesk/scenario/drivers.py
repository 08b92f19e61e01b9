"""Drivers: what may be moved to move the KPIs in view, each with sensible bounds and what hangs on it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.period import Period
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.calibration import causal
from kpidesk.scenario.overrides import column_of, known_metric, limits_of
from kpidesk.scenario.parts import reach_of

_NICE = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_STEPS = (1.0, 2.0, 5.0, 10.0)


class Role(Enum):
    """What kind of lever a driver is; the groups of the what-if page, in their order."""

    RATE = "rate"
    PRICE = "price"
    COST = "cost"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class Driver:
    """One lever at one period.

    ``low`` ≤ ``baseline`` ≤ ``high`` are round numbers in the driver's unit, ``step`` divides the way between them;
    ``affects`` lists the KPIs that move with it, in evaluation order; ``history`` its values up to the period, NaN
    where there was none. ``is_part``: another driver of the list stands for it (MRR, below ARPA).
    """

    name: DriverName
    baseline: float
    unit: Unit
    low: float
    high: float
    step: float
    role: Role
    good: str
    affects: tuple[MetricName, ...]
    history: tuple[float, ...] = ()
    is_part: bool = False


def find_drivers(
    catalogue: Catalogue, frame: ResultFrame, at: Period | None = None, targets: Iterable[str] = ()
) -> tuple[Driver, ...]:
    """The levers of the targets (of every KPI of the frame by default), parts last, by role, widest effect first.

    A lever is what the catalogue declares as one, or a leaf of the formula tree that no declared one stands for; it
    must have a value at the period, which is the last complete one by default. UserError for an unknown target.
    """
    column = column_of(frame, at)
    catalogue = causal(catalogue)
    wanted = [known_metric(catalogue, name) for name in targets] or list(frame.series)
    found = [
        _driver(catalogue, frame, name, column, is_part)
        for name, is_part in _levers(catalogue, frame, wanted, column).items()
        if reach_of(catalogue, name, frame.grain)
    ]
    roles = list(Role)
    return tuple(sorted(found, key=lambda driver: (driver.is_part, roles.index(driver.role), -len(driver.affects))))


def _levers(
    catalogue: Catalogue, frame: ResultFrame, targets: Iterable[MetricName], column: int
) -> dict[MetricName, bool]:
    """Names as the walk down from the targets meets them, and whether each stands below another lever only."""
    levers: dict[MetricName, bool] = {}
    seen: set[tuple[MetricName, bool]] = set()

    def visit(name: MetricName, is_covered: bool) -> None:
        if (name, is_covered) in seen or name not in catalogue:
            return
        seen.add((name, is_covered))
        definition = catalogue.definitions[name]
        has_value = math.isfinite(_value(frame, name, column))
        expr = formula_of(definition, frame.grain)
        is_declared = definition.driver is not None and has_value
        is_leaf = expr is None and not definition.is_opening
        if is_declared or (is_leaf and has_value and not is_covered):
            levers[name] = levers.get(name, True) and is_covered
        if expr is not None and lag_of(expr) is None:
            for below in catalogue.inputs(name, frame.grain):
                visit(below, is_covered or is_declared)

    for target in targets:
        visit(target, False)
    return levers


def _driver(catalogue: Catalogue, frame: ResultFrame, name: MetricName, column: int, is_part: bool) -> Driver:
    definition = catalogue.definitions[name]
    history = frame.series[name].values[frame.segments.index(None), : column + 1]
    baseline = float(history[-1])
    low, high = _bounds(definition, baseline, history[np.isfinite(history)].tolist())
    return Driver(
        name=DriverName(name),
        baseline=baseline,
        unit=definition.unit,
        low=low,
        high=high,
        step=_step(definition, high - low),
        role=role_of(definition),
        good=definition.good,
        affects=reach_of(catalogue, name, frame.grain),
        history=tuple(float(value) for value in history),
        is_part=is_part,
    )


def role_of(definition: Definition) -> Role:
    """The group of a driver, from its unit and from which way is good."""
    if definition.unit.kind in ("share", "score"):
        return Role.RATE
    if definition.unit.exponents.get("money", 0) > 0:
        is_per_head = any(power < 0 for noun, power in definition.unit.dimensions if noun not in ("money", "month"))
        if definition.good == "down":
            return Role.COST
        return Role.PRICE if is_per_head else Role.VOLUME
    return Role.VOLUME if definition.unit.kind == "count" else Role.RATE


def _bounds(definition: Definition, baseline: float, history: list[float]) -> tuple[float, float]:
    """Round numbers around the baseline, twice as far as it and a quarter beyond its own history."""
    least, most = min([*history, 0.0]), max([*history, 0.0])
    low = -round_up(max(-2 * baseline, -1.25 * least)) if least < 0 else 0.0
    high = round_up(max(2 * baseline, 1.25 * most)) if most > 0 else 0.0
    least, most = limits_of(definition)
    low, high = min(max(low, least), baseline), max(min(high, most), baseline)
    if low == high:
        return (low - 1, high) if high >= most else (low, high + 1)
    return low, high


def _step(definition: Definition, span: float) -> float:
    """The declared step, else a round two-hundredth of the way; whole for what is counted."""
    if definition.driver is not None and definition.driver.step is not None:
        return definition.driver.step
    step = _rounded(span / 200, _STEPS) if span > 0 else 1.0
    return max(1.0, step) if definition.unit.kind == "count" else step


def round_up(value: float) -> float:
    """The next round number that is not below a positive one.

    >>> round_up(0.087), round_up(1234), round_up(200)
    (0.1, 1500.0, 200.0)
    """
    return _rounded(value, _NICE)


def _rounded(value: float, ladder: tuple[float, ...]) -> float:
    power = math.floor(math.log10(value))
    rung = next(rung for rung in (*ladder, 10.0) if rung * 10.0**power >= value * (1 - 1e-12))
    return float(f"{rung * 10.0**power:.6g}")


def _value(frame: ResultFrame, name: MetricName, column: int) -> float:
    series = frame.series.get(name)
    if series is None or not series.is_computable:
        return math.nan
    return float(series.values[frame.segments.index(None), column])
