"""A frame by an attribute in which several spellings of one value are one segment, each figure of it recomputed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.frame import Array, ResultFrame, Series
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.spellings import spellings

Compute = Callable[[Query], ResultFrame]
"""The engine's answer to a question."""


@dataclass(frozen=True, slots=True)
class Joined:
    """``frame`` has one segment a name, the most frequent spelling; ``groups`` are those with several.

    ``names`` are all there are, those of which the question keeps nothing, too.
    """

    frame: ResultFrame
    groups: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]


def joined_by(compute: Compute, query: Query) -> Joined:
    """The answer by ``query.by``; segments in which nothing ever was are left out, the rest keeps its order.

    A name with several spellings is asked for with all of them as a filter: its ratios are made of its parts.
    """
    frame = compute(query)
    by = query.by or ""
    named = [s for s in frame.segments if s is not None and s != NO_ATTRIBUTE_VALUE and _has_anything(frame, s)]
    groups = spellings(named)
    wholes = {
        group[0]: compute(replace(query, by=None, filters=(*query.filters, Filter(by, group))))
        for group in groups
        if len(group) > 1
    }
    kept = [group[0] for group in groups]
    kept += [NO_ATTRIBUTE_VALUE] if NO_ATTRIBUTE_VALUE in frame.segments else []
    series = {name: _joined(each, name, frame, kept, wholes) for name, each in frame.series.items()}
    joined = replace(frame, segments=(*kept, None), series=series)
    others = {name for group in groups for name in group[1:]}
    names = tuple(s for s in frame.segments if s is not None and s != NO_ATTRIBUTE_VALUE and s not in others)
    return Joined(joined, tuple(group for group in groups if len(group) > 1), names)


def with_segments(frame: ResultFrame, segments: Sequence[str | None]) -> ResultFrame:
    """The frame with these of its segments only."""
    rows = np.array([frame.segments.index(each) for each in segments], dtype=np.intp)
    cut = {name: each.cut(rows, slice(None)) for name, each in frame.series.items()}
    return replace(frame, segments=tuple(segments), series=cut)


def _has_anything(frame: ResultFrame, segment: str) -> bool:
    row = frame.segments.index(segment)
    return any(
        bool(np.any(np.nan_to_num(each.values[row]) != 0)) for each in frame.series.values() if each.is_computable
    )


def _joined(series: Series, name: str, frame: ResultFrame, kept: list[str], wholes: dict[str, ResultFrame]) -> Series:
    """The rows of the segments that are kept, those of several spellings taken from the answer for all of them."""
    rows = [frame.segments.index(each) for each in (*kept, None)]
    if not series.is_computable:
        return series.cut(np.array(rows, dtype=np.intp), slice(None))
    fresh = {at: wholes[each].series[series.name] for at, each in enumerate(kept) if each in wholes}

    def stacked(own: Array | None, of: str) -> Array | None:
        if own is None:
            return None
        found = own[rows].copy()
        for at, one in fresh.items():
            known = getattr(one, of)
            if one.is_computable and known is not None:
                found[at] = known[-1]
        return found

    values, n = stacked(series.values, "values"), stacked(series.n, "n")
    if values is None or n is None:
        raise LookupError(name)
    low, high = stacked(series.low, "low"), stacked(series.high, "high")
    cut = series.cut(np.array(rows, dtype=np.intp), slice(None))
    codes = cut.gap_codes
    if codes is not None and fresh:
        codes = np.where(np.isnan(values), np.maximum(codes, 1), 0).astype(np.int8) if cut.gap_texts else None
    return replace(cut, values=values, n=n, low=low, high=high, gap_codes=codes)
