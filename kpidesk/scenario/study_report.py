"""Sensitivities, simulations, parts and cohorts as plain data, in the shapes that the command line prints."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array
from kpidesk.metrics.report import is_kpi
from kpidesk.scenario.ranges import Range
from kpidesk.scenario.report import plain_number
from kpidesk.scenario.segments import PartSupposed
from kpidesk.scenario.sensitivity import Tornado
from kpidesk.scenario.simulation import SHARES, Outcomes
from kpidesk.scenario.two_drivers import Grid, Line

Plain = dict[str, object]


def parts_as_plain(parts: Iterable[PartSupposed]) -> list[Plain]:
    """Each part of the business before and under the scenario."""
    return [
        {
            "attribute": each.part.attribute,
            "segment": each.part.value,
            "changes": {
                str(name): [plain_number(move.before), plain_number(move.after)] for name, move in each.alone.items()
            },
            "baseline": {str(name): plain_number(value) for name, value in each.baseline.items() if is_kpi(name)},
            "scenario": {str(name): plain_number(value) for name, value in each.scenario.items() if is_kpi(name)},
        }
        for each in parts
    ]


def simulation_as_plain(found: Outcomes, goal: float | None, *, is_at_least: bool = True) -> Plain:
    """Percentiles of the target and of the path, and how likely the goal is."""
    known = found.values[np.isfinite(found.values)]
    plain: Plain = {
        "target": str(found.target),
        "draws": int(found.values.size),
        "without_value": int(found.values.size - known.size),
        "seed": found.seed,
        "centre": plain_number(found.centre),
        "mean": plain_number(float(known.mean()) if known.size else math.nan),
        "percentiles": {f"{share:g}": plain_number(found.percentile(share)) for share in SHARES},
        "ranges": [_range(each) for each in found.ranges],
        "correlations": [
            {"drivers": [str(found.ranges[b].driver), str(found.ranges[a].driver)], "strength": float(each)}
            for (a, b), each in np.ndenumerate(found.correlation)
            if b < a and each
        ],
        "fan": [
            {
                "period": str(period),
                **{
                    str(name): [plain_number(float(value)) for value in fan[:, month]]
                    for name, fan in found.fan.items()
                },
            }
            for month, period in enumerate(found.periods)
        ],
    }
    if goal is not None:
        plain |= {"goal": goal, "chance": found.chance(goal, is_at_least=is_at_least)}
    return plain


def _range(each: Range) -> Plain:
    plain: Plain = {"driver": str(each.driver), "shape": each.shape.value}
    if each.drift is not None:
        return plain | {"alpha": plain_number(each.drift.alpha), "sigma": plain_number(each.drift.sigma)}
    return plain | {"first": each.first, "likely": each.likely, "second": each.second}


def tornado_as_plain(found: Tornado) -> Plain:
    """How far each driver moves the target, widest first."""
    return {
        "target": str(found.target),
        "value": plain_number(found.baseline),
        "drivers": [
            {
                "id": str(swing.driver),
                "low": plain_number(swing.driver_low),
                "high": plain_number(swing.driver_high),
                "at_low": plain_number(swing.low),
                "at_high": plain_number(swing.high),
                "elasticity": plain_number(swing.elasticity),
            }
            for swing in found.swings
        ],
    }


def grid_as_plain(grid: Grid, goal: float | None, lines: Sequence[Line]) -> Plain:
    """A KPI over two drivers, rows by the second, and the line on which it is the goal."""
    return {
        "target": str(grid.target),
        "x": str(grid.x),
        "y": str(grid.y),
        "xs": [float(value) for value in grid.xs],
        "ys": [float(value) for value in grid.ys],
        "values": [[plain_number(float(value)) for value in row] for row in grid.values],
        "goal": goal,
        "lines": [[list(point) for point in line] for line in lines],
    }


def ages_as_plain(periods: Sequence[Period], customers: Array, mrr: Array) -> list[Plain]:
    """Customers and MRR by age in months at each month's end; ages at the end that nobody has are left out."""
    return [
        {"period": str(period), "customers": _trimmed(customers[month]), "mrr": _trimmed(mrr[month])}
        for month, period in enumerate(periods)
    ]


def _trimmed(row: Array) -> list[float]:
    there = np.flatnonzero(row)
    return [float(value) for value in row[: int(there[-1]) + 1 if there.size else 0]]
