"""What moved a figure, and from when on: steps of its drivers, in all and by segment, with what each explains.

Each driver is looked at in the whole company and in each segment; the chance of a false alarm is that of all these
series together (Holm 1979), so that a company in which nothing happened stays without a cause.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from kpidesk.analysis.attribution import MOVEMENTS, Attribution, Contribution
from kpidesk.analysis.changes import explain_change
from kpidesk.analysis.observed import observed
from kpidesk.analysis.regimes import Regimes, regime_frame
from kpidesk.analysis.segments import SegmentPart, driver_by_segment
from kpidesk.analysis.steps import Step, find_steps
from kpidesk.analysis.suspects import drivers_of
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

LEVEL = 0.04
_SURE = 0.01
_NEAR = 2
_EVERYWHERE = 0.6
_LEAST_SEEN = 6
_MUCH = 0.4
"""So much of the largest part is much of the change."""
_LEAST_PART = 0.05
_LEAST_SHARE = 0.02
WITNESSES: Mapping[str, tuple[str, ...]] = {
    "churned_mrr": ("churned_customers",),
    "new_mrr": ("new_customers",),
}
"""Counts behind amounts: fewer of them are noise, so they tell the month better."""


@dataclass(frozen=True, slots=True)
class Since:
    """The first day on another level, which lies from ``low`` to ``high`` with 95% confidence.

    ``is_jump``: these are the days in which a level (a price, a stock) moved, seen as they were.
    """

    day: date
    low: date
    high: date
    is_jump: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """From ``period`` on a driver (of a segment, None: of all) runs on another level; ``since`` where days tell it.

    ``before`` and ``after`` are its means up to a year on each side, ``contribution`` what that explains of the
    figure's ``change`` between the two. ``p`` is the chance of such a step anywhere without any change.
    """

    driver: MetricName
    by: str | None
    segment: str | None
    step: Step
    period: Period
    before: float | None
    after: float | None
    contribution: float
    change: float
    p: float
    regimes: Regimes
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A step of one series: which, and how likely by chance among all."""

    driver: MetricName
    by: str | None
    segment: str | None
    step: Step


def find_causes(
    catalogue: Catalogue, frame: ResultFrame, splits: Mapping[str, ResultFrame], kpi: MetricName, level: float = LEVEL,
    progress: Progress | None = None,
) -> tuple[Cause, ...]:  # fmt: skip
    """The causes, what is sure before what may be, the largest part first.

    ``frame`` holds the figures of all, ``splits`` the same by attribute.
    """
    drivers = drivers_of(catalogue, frame, kpi)
    seen = _surely(list(_steps(catalogue, frame, splits, drivers, progress or Progress())), level)
    found = []
    for driver in drivers:
        for group in _together([each for each in seen if each.driver == driver]):
            cause = _cause(catalogue, frame, splits, kpi, group, _beside(group[0], seen))
            if cause is not None:
                found.append(cause)
    least = _LEAST_PART * max((abs(cause.contribution) for cause in found), default=0.0)
    telling = [cause for cause in found if abs(cause.contribution) >= least]
    return tuple(sorted(telling, key=lambda cause: (cause.p > _SURE, -abs(cause.contribution))))


def _within(parts: Sequence[Contribution], name: MetricName) -> Contribution | None:
    """A driver anywhere in the tree."""
    for part in parts:
        found = part if part.id == name else _within(part.parts, name)
        if found is not None:
            return found
    return None


def _steps(
    catalogue: Catalogue, frame: ResultFrame, splits: Mapping[str, ResultFrame], drivers: Iterable[MetricName],
    progress: Progress,
) -> Iterable[_Seen | None]:  # fmt: skip
    """The clearest step of every series, None for those without one: they count among those looked at."""
    for driver in drivers:
        names = [driver, *(MetricName(n) for n in WITNESSES.get(driver, ()) if n in frame.series)]
        rows: list[tuple[str | None, ResultFrame, int]] = [(None, frame, frame.segments.index(None))]
        for by, split in splits.items():
            if driver in split.series and split.series[driver].is_computable:
                rows += [(by, split, i) for i in _telling(split, driver)]
        for attribute, of, row in rows:
            progress.raise_if_cancelled()
            for name in names:
                found = find_steps(observed(catalogue, of, name, row))
                if not found.steps:
                    yield None
                for step in found.steps:
                    yield _Seen(driver, attribute, of.segments[row], step)


def _telling(split: ResultFrame, driver: MetricName) -> list[int]:
    """The segments that matter and of which enough is seen; none where one holds everything.

    What moves now and then only (an order a year from a far country) has no level that could take a step.
    """
    series = split.series[driver]
    values, sizes = (np.abs(np.nan_to_num(each)) for each in (series.values, series.n))
    if not sizes.any():
        sizes = values
    named = [i for i, segment in enumerate(split.segments) if segment not in (None, NO_ATTRIBUTE_VALUE)]
    least = _LEAST_SHARE * float(sizes[named].sum())
    rows = [i for i in named if sizes[i].sum() >= least and (values[i] > 0).sum() >= _LEAST_SEEN]
    return rows if len(named) > 1 else []


def _surely(looked: Sequence[_Seen | None], level: float) -> list[_Seen]:
    """Those that hold among so many looked at, their chance raised by that; without any change one in 1/level alarms.

    Benjamini & Hochberg 1995: of what is told as a cause, no more than that share is chance.
    """
    ranked = sorted((each for each in looked if each is not None), key=lambda each: each.step.p)
    kept: list[_Seen] = []
    least = 1.0
    for place in range(len(ranked), 0, -1):
        each = ranked[place - 1]
        least = min(least, each.step.p * len(looked) / place)
        if least <= level:
            kept.append(replace(each, step=replace(each.step, p=least)))
    return kept[::-1]


def _together(seen: Sequence[_Seen]) -> list[list[_Seen]]:
    """Steps of one driver at about the same time: one change, seen in several series."""
    groups: list[list[_Seen]] = []
    for each in sorted(seen, key=lambda each: -abs(each.step.z)):
        for group in groups:
            if abs(group[0].step.at - each.step.at) <= _NEAR:
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _beside(one: _Seen, seen: Sequence[_Seen]) -> tuple[int, int]:
    """From the step before of the same series up to the one after: in between it is on one level, then on another."""
    same = [
        each.step.at
        for each in seen
        if (each.driver, each.by, each.segment) == (one.driver, one.by, one.segment)
        and abs(each.step.at - one.step.at) > _NEAR
    ]
    before = max((at for at in same if at < one.step.at), default=0)
    return before, min((at for at in same if at > one.step.at), default=sys.maxsize)


def _cause(
    catalogue: Catalogue, frame: ResultFrame, splits: Mapping[str, ResultFrame], kpi: MetricName, group: list[_Seen],
    bounds: tuple[int, int],
) -> Cause | None:  # fmt: skip
    clearest = group[0]
    regimes = Regimes.around(clearest.step.at, min(_stop(frame), bounds[1]), bounds[0])
    whole = between(catalogue, frame, kpi, regimes)
    if whole.change is None:
        return None
    own = Contribution(kpi, whole.before, whole.after, whole.change)
    driver = own if clearest.driver == kpi else _within(whole.drivers, clearest.driver)
    if driver is None:
        return None
    named, part = _where(catalogue, splits, driver, group, regimes)
    if part is not None:
        return Cause(
            driver.id, named.by, named.segment, named.step, frame.periods[named.step.at], part.before, part.after,
            part.contribution, whole.change, named.step.p, regimes,
        )  # fmt: skip
    return Cause(
        driver.id, None, None, named.step, frame.periods[named.step.at], driver.before, driver.after,
        driver.contribution, whole.change, named.step.p, regimes,
    )  # fmt: skip


def between(catalogue: Catalogue, frame: ResultFrame, kpi: MetricName, regimes: Regimes) -> Attribution:
    """The change from the mean month before to the mean month after; of a stock, of what it moves by a month."""
    two = regime_frame(catalogue, frame, regimes)
    if kpi not in MOVEMENTS:
        return explain_change(catalogue, two, kpi, two.periods[0], two.periods[1])
    row = two.segments.index(None)
    parts = []
    for name, sign in MOVEMENTS[kpi].items():
        series = two.series.get(MetricName(name))
        if series is not None:
            before, after = (float(each) for each in np.nan_to_num(series.values[row]))
            parts.append(Contribution(MetricName(name), before, after, sign * (after - before)))
    before, after = (
        sum(
            sign * float(np.nan_to_num(two.series[MetricName(name)].values[row, i]))
            for name, sign in MOVEMENTS[kpi].items()
            if name in two.series
        )
        for i in (0, 1)
    )
    ranked = tuple(sorted(parts, key=lambda part: -abs(part.contribution)))
    return Attribution(kpi, before, after, after - before, ranked)


def _where(
    catalogue: Catalogue, splits: Mapping[str, ResultFrame], driver: Contribution, group: list[_Seen], regimes: Regimes
) -> tuple[_Seen, SegmentPart | None]:
    """The segment that took the step most clearly among those with much of it; all, where most of them did.

    A coarse attribute (three regions) has large parts of everything; where the cause sits the step stands out most.
    """
    found: list[tuple[_Seen, SegmentPart]] = []
    for by in dict.fromkeys(each.by for each in group if each.by is not None):
        two = regime_frame(catalogue, splits[by], regimes)
        parts = {
            part.segment: part for part in driver_by_segment(catalogue, two, driver, two.periods[0], two.periods[1])
        }
        stepped = {each.segment: each for each in reversed(group) if each.by == by and each.segment in parts}
        if len(stepped) > 1 and len(stepped) >= _EVERYWHERE * len(parts):
            continue
        found += [(each, parts[str(segment)]) for segment, each in stepped.items()]
    if not found:
        return next((each for each in group if each.by is None), group[0]), None
    least = _MUCH * max(abs(part.contribution) for _, part in found)
    return max((one for one in found if abs(one[1].contribution) >= least), key=lambda one: abs(one[0].step.z))


def _stop(frame: ResultFrame) -> int:
    """After the last period that has ended."""
    at = frame.last_complete
    return len(frame.periods) if at is None else at + 1
