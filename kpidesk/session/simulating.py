"""Simulations on the live numbers: ranges that drivers have of themselves, and a scenario drawn from them many times.

Fitting histories loads a library of its own and drawing takes a while, so this is work for a job.
"""

from collections.abc import Iterable, Mapping

from kpidesk.core.ids import DriverName
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.correlations import Correlation, with_stated
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.forecast import drift_of
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.ranges import WITHOUT_HISTORY, Range, Shape, rank_correlation
from kpidesk.scenario.simulation import Asked, Outcomes, simulate
from kpidesk.session.beside import ALONE, Beside
from kpidesk.session.studies import Studies

_VOLUMES = ("new_customers",)
_MOST = 8


def simulated(
    studies: Studies,
    frame: ResultFrame,
    scenario: Scenario,
    asked: Asked,
    months: int,
    stated: Mapping[str, Range] | None = None,
    *,
    correlations: Iterable[Correlation] = (),
    at: Period | None = None,
    beside: Beside = ALONE,
    progress: Progress | None = None,
) -> Outcomes:
    """A scenario drawn many times: drivers with a stated range from that, the others as their own history drifts.

    Drivers move together as is stated, the others as their histories did. UserError for a driver without a value, and
    for correlations that cannot be.
    """
    ranges, histories = _ranges(studies, frame, asked, stated or {}, at)
    whole = studies.whole(frame, scenario, at, beside)
    has_months = bool(frame.periods) and frame.as_of is not None and months > 0
    projection = studies.projection(frame, months, at, beside) if has_months else None
    baseline = studies.baseline(frame, at)
    together = with_stated([each.driver for each in ranges], rank_correlation(histories), correlations)
    return simulate(baseline, projection, whole, ranges, asked, together, progress)


def _ranges(
    studies: Studies, frame: ResultFrame, asked: Asked, stated: Mapping[str, Range], at: Period | None
) -> tuple[list[Range], list[tuple[float, ...]]]:
    """The ranges of what moves the target and who comes, those stated first, each with its driver's history."""
    wanted = [name for name in (asked.target, *_VOLUMES) if frame.value(name, at) is not None]
    drivers = {driver.name: driver for driver in studies.drivers(frame, wanted, at) if not driver.is_part}
    every = {driver.name: driver for driver in studies.drivers(frame, (), at)} if stated.keys() - drivers else {}
    names = [*(DriverName(name) for name in stated), *(name for name in drivers if name not in stated)]
    found = []
    for name in names[: max(_MOST, len(stated))]:
        driver = drivers.get(name) or every.get(name)
        each = _fitted(driver, stated.get(name)) if driver is not None else stated[name]
        if each is not None:
            found.append((each, () if driver is None else driver.history))
    return [each for each, _ in found], [history for _, history in found]


def _fitted(driver: Driver, stated: Range | None) -> Range | None:
    """The stated range, else as the driver drifts of itself, else a fifth around what it would be; None at 0."""
    if stated is not None and stated.shape is not Shape.OWN:
        return stated
    drift = drift_of(driver.history)
    if drift is not None:
        return Range(driver.name, Shape.OWN, drift=drift)
    return Range(driver.name, Shape.AROUND, WITHOUT_HISTORY) if driver.baseline else None
