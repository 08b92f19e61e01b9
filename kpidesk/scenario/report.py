"""What-if and goal answers as plain data, in the shapes that the command line prints and scripts read."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame
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
    after = baseline.under(scenario)
    report: Plain = {
        "at": str(baseline.at),
        "changes": {
            str(name): [_number(baseline.values.get(name, math.nan)), _number(value)]
            for name, value in baseline.changed(scenario.active).items()
        },
        "baseline": {str(name): _number(value) for name, value in baseline.values.items()},
        "scenario": {str(name): _number(value) for name, value in after.items()},
        "path": [],
    }
    if frame.grain is Grain.MONTH and horizon:
        path = Projection(catalogue, frame, baseline.at, horizon).under(scenario)
        report |= {"path": _path(path), "notes": [str(note) for note in path.notes]}
    return report


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
        "value": found.value,
        "nearest": found.nearest,
        "achieved": found.achieved,
        "others": list(found.others),
        "target": str(found.target),
        "goal": found.goal,
        "vary": str(found.vary),
        "baseline": found.baseline,
        "bounds": [found.low, found.high],
    }


def _path(path: MonthPath) -> list[Plain]:
    names = [name for name, values in path.baseline.items() if np.isfinite(values).any()]
    names += [name for name in path.scenario if name not in path.baseline]
    return [
        {
            "period": str(period),
            "baseline": _month(path.baseline, names, month),
            "scenario": _month(path.scenario, names, month),
        }
        for month, period in enumerate(path.periods)
    ]


def _month(side: Mapping[MetricName, Array], names: Iterable[MetricName], month: int) -> Plain:
    return {str(name): _number(float(side[name][month])) for name in names if name in side}


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
