"""A change as a frame shows it: both ends of it, and what flowed in between."""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kpidesk.analysis.attribution import Attribution, Contribution, Ends, attribute_between
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.restated import restated


def explain_change(
    catalogue: Catalogue, frame: ResultFrame, kpi: MetricName, first: Period, last: Period, segment: str | None = None
) -> Attribution:
    """Why a KPI of the frame changed from one period to another, the movements in between included.

    Going back in time turns every sign. Raises UserError where the frame has no such period or KPI.
    """
    start, end = column_at(frame, first), column_at(frame, last)
    if kpi not in frame.series:
        raise UserError(Message(QT_TRANSLATE_NOOP("analysis", "{kpi} is not among the computed KPIs"), kpi=kpi))
    found = attribute_between(catalogue, ends_of(frame, min(start, end), max(start, end), segment), kpi)
    if reason := frame.series[kpi].reason:
        return replace(found, reason=reason)
    if start <= end:
        return found
    return replace(
        found,
        before=found.after,
        after=found.before,
        change=None if found.change is None else -found.change,
        drivers=tuple(_turned(part) for part in found.drivers),
    )


def telling(catalogue: Catalogue, found: Attribution, grain: Grain) -> tuple[Contribution, ...]:
    """The drivers that tell something, the largest first.

    One that is the figure itself, or that it only says again (of ARR, MRR), explains nothing: its parts stand for it.
    """
    same = {found.kpi, *restated(catalogue, found.kpi, grain)}
    ends, whole = (found.before, found.after), found.change or 0.0

    def opened(parts: tuple[Contribution, ...]) -> Iterator[Contribution]:
        for part in parts:
            is_all = part.id in same and math.isclose(part.contribution, whole)  # else a length moved, too
            if part.id == found.kpi or is_all or (part.before, part.after) == ends:
                yield from opened(part.parts)
            elif part.contribution:
                yield part

    return tuple(sorted(opened(found.drivers), key=lambda part: -abs(part.contribution)))


def ends_of(frame: ResultFrame, start: int, end: int, segment: str | None) -> Ends:
    """What the frame knows at two columns, and the sums of what flowed after the first up to the second."""
    row = frame.segments.index(segment)
    columns = {name: each.values[row] for name, each in frame.series.items() if each.is_computable}
    flows = {name: values[start + 1 : end + 1] for name, values in columns.items()}
    return Ends(
        {name: float(values[start]) for name, values in columns.items() if np.isfinite(values[start])},
        {name: float(values[end]) for name, values in columns.items() if np.isfinite(values[end])},
        frame.grain,
        {name: float(values.sum()) for name, values in flows.items() if np.isfinite(values).all()},
    )


def column_at(frame: ResultFrame, period: Period) -> int:
    """Where a period stands in the frame; UserError where it does not."""
    column = frame.column(period)
    if column is not None:
        return column
    outside = QT_TRANSLATE_NOOP("analysis", "{period} is not among the periods of the data")
    extent = QT_TRANSLATE_NOOP("analysis", "They reach from {first} to {last}.")
    periods = frame.periods
    hint = Message(extent, first=periods[0], last=periods[-1]) if periods else None
    raise UserError(Message(outside, period=period), hint)


def _turned(part: Contribution) -> Contribution:
    return Contribution(
        part.id, part.after, part.before, -part.contribution, tuple(_turned(each) for each in part.parts)
    )
