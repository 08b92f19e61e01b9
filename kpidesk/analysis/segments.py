"""Where a KPI moved: its change split over segments, with rate and mix apart."""

from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.attribution import Attribution, Contribution
from kpidesk.analysis.changes import column_at, explain_change
from kpidesk.analysis.weights import weights_of
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame


@dataclass(frozen=True, slots=True)
class SegmentPart:
    """One segment's part of a change: ``contribution`` = ``rate`` + ``mix``.

    ``rate`` is what its own value moved, ``mix`` what its share of the whole moved, against the mean of all segments;
    a KPI that adds up has no mix. The weights are its shares of the whole, None for a KPI that adds up.
    """

    segment: str
    before: float | None
    after: float | None
    rate: float
    mix: float = 0.0
    weight_before: float | None = None
    weight_after: float | None = None

    @property
    def contribution(self) -> float:
        return self.rate + self.mix


@dataclass(frozen=True, slots=True)
class SegmentSplit:
    """The change of one KPI by segment, largest part first; contributions plus ``rest`` sum to ``change`` to 1e-9.

    ``rest`` is what no segment tells: customers who changed segment, values that a segment lacks. ``reason`` is set
    where there is no split.
    """

    kpi: MetricName
    by: str
    change: float | None
    segments: tuple[SegmentPart, ...] = ()
    rest: float = 0.0
    reason: Message | None = None


def by_segment(catalogue: Catalogue, frame: ResultFrame, kpi: MetricName, first: Period, last: Period) -> SegmentSplit:
    """The change of a KPI of a frame with segments, from one period to another; UserError without segments.

    Flows and stocks add up. A ratio is the mean of its segments' ratios weighted by what it is divided by: its change
    is split into rates at mean weights and weights at mean rates. A derived KPI (LTV) is split over its drivers, and
    each driver's contribution over the segments.
    """
    if frame.by is None:
        raise UserError(Message(QT_TRANSLATE_NOOP("analysis", "The figures are not split by an attribute")))
    whole = explain_change(catalogue, frame, kpi, first, last)
    if whole.change is None:
        return SegmentSplit(kpi, frame.by, None, reason=whole.reason)
    columns = column_at(frame, first), column_at(frame, last)
    parts = _parts(catalogue, frame, whole, columns)
    if parts is None:
        unknown = QT_TRANSLATE_NOOP("analysis", "How the segments make up {kpi} is not known")
        return SegmentSplit(kpi, frame.by, whole.change, (), whole.change, Message(unknown, kpi=kpi))
    ranked = tuple(sorted(parts, key=lambda part: -abs(part.contribution)))
    return SegmentSplit(kpi, frame.by, whole.change, ranked, _rest(ranked, whole))


def driver_by_segment(
    catalogue: Catalogue, frame: ResultFrame, driver: Contribution, first: Period, last: Period
) -> tuple[SegmentPart, ...]:
    """One driver's contribution over the segments, in the proportions in which they moved the driver.

    Largest part first; they sum to the contribution less what no segment tells. None of them where that is not known.
    """
    if not driver.contribution or driver.before is None or driver.after is None or driver.before == driver.after:
        return ()
    change = driver.after - driver.before
    inner = Attribution(driver.id, driver.before, driver.after, change, driver.parts)
    parts = _parts(catalogue, frame, inner, (column_at(frame, first), column_at(frame, last)))
    factor = driver.contribution / change
    scaled = [replace(part, rate=part.rate * factor, mix=part.mix * factor) for part in parts or ()]
    return tuple(sorted(scaled, key=lambda part: -abs(part.contribution)))


def _rest(parts: tuple[SegmentPart, ...], whole: Attribution) -> float:
    """What the parts leave of the change; rounding is none."""
    rest = (whole.change or 0.0) - sum(part.contribution for part in parts)
    size = max(abs(whole.before or 0.0), abs(whole.after or 0.0), *(abs(part.contribution) for part in parts), 1e-300)
    return rest if abs(rest) > 1e-12 * size else 0.0


def _parts(
    catalogue: Catalogue, frame: ResultFrame, whole: Attribution, columns: tuple[int, int]
) -> list[SegmentPart] | None:
    if whole.kpi not in frame.series:
        return None
    definition = catalogue.definitions[whole.kpi]
    if definition.kind in ("flow", "stock"):
        return _additive(frame, whole.kpi, columns)
    weights = weights_of(catalogue, frame, definition)
    if definition.kind == "ratio" and weights is not None:
        parts = _weighted(frame, whole, weights, columns)
        if parts is not None:
            return parts
    if [driver.id for driver in whole.drivers] == [whole.kpi]:
        return None
    if definition.is_everywhere and _is_of_the_whole(frame, whole.kpi, columns):
        return None
    return _through_drivers(catalogue, frame, whole, columns)


def _additive(frame: ResultFrame, kpi: MetricName, columns: tuple[int, int]) -> list[SegmentPart]:
    """Each segment's own change; one that is not there at an end counts as nothing there."""
    values = frame.series[kpi].values[:, columns]
    change = np.nan_to_num(values[:, 1]) - np.nan_to_num(values[:, 0])
    return [
        SegmentPart(segment, _known(values[i, 0]), _known(values[i, 1]), float(change[i]))
        for i, segment in enumerate(frame.segments)
        if segment is not None
    ]


def _is_of_the_whole(frame: ResultFrame, kpi: MetricName, columns: tuple[int, int]) -> bool:
    """True where the segments have no value of their own but stand with that of the whole (margin by region).

    Which of them moved it is then not known: revenue that moved in one, beside a cost that no segment tells, is no
    margin of that one.
    """
    values = frame.series[kpi].values[:, columns]
    total = frame.segments.index(None)
    own = np.delete(values, total, axis=0)
    own = own[np.isfinite(own).all(axis=1)]
    return len(own) > 1 and bool((own == values[total]).all())


def _weighted(
    frame: ResultFrame, whole: Attribution, weights: Array, columns: tuple[int, int]
) -> list[SegmentPart] | None:
    """Rates at mean weights, weights at mean rates; None where the segments do not make the whole."""
    total = frame.segments.index(None)
    rows = [i for i in range(len(frame.segments)) if i != total]
    values = frame.series[whole.kpi].values[np.ix_(rows, columns)]
    share = np.nan_to_num(weights[np.ix_(rows, columns)])
    base = share.sum(axis=0)
    if not (base > 0).all():
        return None
    share = share / base
    filled = np.where(np.isnan(values), values[:, ::-1], values)
    filled = np.where(np.isnan(filled), 0.0, filled)
    made = (share * filled).sum(axis=0)
    ends = np.array([whole.before, whole.after], dtype=np.float64)
    if not np.allclose(made, ends, rtol=0.05, atol=1e-9):
        return None
    rate = (filled[:, 1] - filled[:, 0]) * share.mean(axis=1)
    mix = (share[:, 1] - share[:, 0]) * (filled.mean(axis=1) - ends.mean())
    return [
        SegmentPart(
            str(frame.segments[row]), _known(values[i, 0]), _known(values[i, 1]), float(rate[i]), float(mix[i]),
            float(share[i, 0]), float(share[i, 1]),
        )
        for i, row in enumerate(rows)
    ]  # fmt: skip


def _through_drivers(
    catalogue: Catalogue, frame: ResultFrame, whole: Attribution, columns: tuple[int, int]
) -> list[SegmentPart] | None:
    """Each driver's contribution in the proportions in which the segments moved the driver."""
    own = _additive(frame, whole.kpi, columns)
    found = {part.segment: replace(part, rate=0.0) for part in own}
    is_told = False
    for driver in whole.drivers:
        if not driver.contribution or driver.id == whole.kpi or driver.before is None or driver.after is None:
            continue
        change = driver.after - driver.before
        inner = Attribution(driver.id, driver.before, driver.after, change, driver.parts)
        parts = _parts(catalogue, frame, inner, columns)
        if parts is None or not change:
            continue
        is_told = True
        factor = driver.contribution / change
        for part in parts:
            sofar = found[part.segment]
            found[part.segment] = replace(
                sofar, rate=sofar.rate + part.rate * factor, mix=sofar.mix + part.mix * factor
            )
    return list(found.values()) if is_told or not whole.change else None


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
