"""What-if and goal answers as plain data, in the shapes that the command line prints and scripts read."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.report import is_kpi
from kpidesk.scenario.goal_seek import GoalResult, seek_from
from kpidesk.scenario.model import Override, Scenario
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.projection import MonthPath, Projection

Plain = dict[str, object]


def whatif_report(
    frame: ResultFrame,
    catalogue: Catalogue,
    overrides: Sequence[Override],
    at: Period | None = None,
    *,
    horizon: int = 12,
    start: Period | None = None,
) -> Mapping[str, object]:
    """Steady state and month path of a set of overrides, at the last complete period by default.

    ``baseline`` and ``scenario`` hold every KPI that has a value, null where the scenario leaves none; ``changes`` the
    two values of each driver. ``path`` is empty for figures that are not by month, or with a horizon of 0. Raises
    UserError for a driver that is unknown or cannot be changed so.
    """
    baseline = Baseline.of_frame(catalogue, frame, at)
    scenario = Scenario(ScenarioId("whatif"), "", tuple(overrides), start)
    changed = baseline.changed(scenario.active)
    changes = {name: (baseline.values.get(name), value) for name, value in changed.items()}
    path = None
    if frame.grain is Grain.MONTH and horizon:
        path = Projection(catalogue, frame, baseline.at, horizon).under(scenario)
    return whatif_as_plain(baseline.at, changes, baseline.values, baseline.under(scenario), path)


def whatif_as_plain(
    at: Period | None,
    changes: Mapping[MetricName, tuple[float | None, float]],
    baseline: Mapping[MetricName, float],
    scenario: Mapping[MetricName, float],
    path: MonthPath | None,
) -> Plain:
    """A comparison and its months as the command line prints them."""
    return {
        "at": str(at),
        "changes": {
            str(name): [plain_number(before), plain_number(after)] for name, (before, after) in changes.items()
        },
        "baseline": {str(name): plain_number(value) for name, value in baseline.items() if is_kpi(name)},
        "scenario": {str(name): plain_number(value) for name, value in scenario.items() if is_kpi(name)},
        "path": [] if path is None else _path(path),
        "notes": [] if path is None else [str(note) for note in path.notes],
    }


def goal_report(
    frame: ResultFrame,
    catalogue: Catalogue,
    target: str,
    goal: float,
    vary: str,
    at: Period | None = None,
    *,
    bounds: tuple[float, float] | None = None,
) -> Mapping[str, object]:
    """The value of one driver that brings a target to a goal, at the last complete period by default.

    Raises UserError for an unknown KPI and for a target without any value.
    """
    baseline = Baseline.of_frame(catalogue, frame, at)
    return goal_as_plain(seek_from(baseline, target, goal, vary, bounds=bounds)) | {"at": str(baseline.at)}


def goal_as_plain(found: GoalResult) -> Plain:
    """A goal result as the command line prints it."""
    return {
        "status": found.status.value,
        "value": plain_number(found.value),
        "nearest": plain_number(found.nearest),
        "achieved": plain_number(found.achieved),
        "others": [plain_number(other) for other in found.others],
        "target": str(found.target),
        "goal": plain_number(found.goal),
        "vary": str(found.vary),
        "baseline": plain_number(found.baseline),
        "bounds": [plain_number(found.low), plain_number(found.high)],
    }


def _path(path: MonthPath) -> list[Plain]:
    names = [name for name, values in path.baseline.items() if is_kpi(name) and np.isfinite(values).any()]
    names += [name for name in path.scenario if is_kpi(name) and name not in path.baseline]
    return [
        {
            "period": str(period),
            "baseline": _month(path.baseline, names, month),
            "scenario": _month(path.scenario, names, month),
        }
        for month, period in enumerate(path.periods)
    ]


def _month(side: Mapping[MetricName, Array], names: Iterable[MetricName], month: int) -> Plain:
    return {str(name): plain_number(float(side[name][month])) for name in names if name in side}


def plain_number(value: float | None) -> float | None:
    """The number, None for no value."""
    return value if value is not None and math.isfinite(value) else None
