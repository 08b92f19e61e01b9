"""Which segments a driver moved in: each driver's part of a change, split over the values of an attribute."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.analysis.attribution import MOVEMENTS, Attribution, Contribution
from kpidesk.analysis.changes import column_at
from kpidesk.analysis.segments import SegmentPart, driver_by_segment
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame


@dataclass(frozen=True, slots=True)
class Drill:
    """One driver by one attribute, largest part first; the parts and ``rest`` sum to the driver's contribution."""

    driver: MetricName
    by: str
    parts: tuple[SegmentPart, ...]
    rest: float


def drill(
    catalogue: Catalogue, frame: ResultFrame, found: Attribution, driver: Contribution, first: Period, last: Period
) -> Drill | None:
    """A driver of a change over the segments of the frame; None where they tell nothing of it."""
    if not driver.contribution or frame.by is None:
        return None
    if driver.id in MOVEMENTS.get(found.kpi, {}):
        parts = _flowed(frame, driver.id, MOVEMENTS[found.kpi][driver.id], first, last)
    else:
        parts = driver_by_segment(catalogue, frame, driver, first, last)
    if sum(bool(part.contribution) for part in parts) < 2:
        return None
    return Drill(driver.id, frame.by, parts, driver.contribution - sum(part.contribution for part in parts))


def drills(
    catalogue: Catalogue, frames: Sequence[ResultFrame], found: Attribution, first: Period, last: Period
) -> tuple[Drill, ...]:
    """For each driver, and each driver below it, the attribute whose first segment stands out most.

    One that is unknown of most of what moved comes last.
    """
    told = []
    for driver in _all(found.drivers, found.kpi):
        options = [drill(catalogue, frame, found, driver, first, last) for frame in frames]
        best = max((each for each in options if each is not None), key=_standing_out, default=None)
        if best is not None:
            told.append(best)
    return tuple(told)


def _all(parts: Sequence[Contribution], kpi: MetricName) -> list[Contribution]:
    found: dict[MetricName, Contribution] = {}
    for part in parts:
        for each in (part, *_all(part.parts, kpi)):
            if each.id != kpi:
                found.setdefault(each.id, each)
    return list(found.values())


def _standing_out(found: Drill) -> float:
    sizes = [abs(part.contribution) for part in found.parts]
    if found.parts[0].segment == NO_ATTRIBUTE_VALUE:
        return -1.0
    return max(sizes) / (sum(sizes) + abs(found.rest)) - 1 / len(sizes)


def _flowed(frame: ResultFrame, name: MetricName, sign: int, first: Period, last: Period) -> tuple[SegmentPart, ...]:
    """What flowed in each segment after the first period up to the second; going back turns every sign."""
    start, stop = column_at(frame, first), column_at(frame, last)
    if start > stop:
        start, stop, sign = stop, start, -sign
    series = frame.series.get(name)
    if series is None or not series.is_computable:
        return ()
    sums = sign * np.nansum(series.values[:, start + 1 : stop + 1], axis=1)
    parts = [
        SegmentPart(segment, None, None, float(amount))
        for segment, amount in zip(frame.segments, sums, strict=True)
        if segment is not None
    ]
    return tuple(sorted(parts, key=lambda part: -abs(part.contribution)))
