"""Measures that are no sums of rows: they follow each customer from the first day to the last known one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import ibis.expr.types as ir
import numpy as np

from kpidesk.core.courtesy import make_way
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import OUTCOMES, within
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.cells import Cells, View
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.predicted_value import buyers_of, predicted
from kpidesk.metrics.survival import Lives, lives_of, survival

Reader = Callable[[Facts, Measure, View, Axis, Sequence[str], Progress], Cells]


def _surviving(
    facts: Facts, measure: Measure, view: View, axis: Axis, segments: Sequence[str], progress: Progress
) -> Cells:
    found_of = np.full((4, len(segments) + 1, axis.size), np.nan)
    by = _split(facts, measure, view)
    rows = _rows(facts, measure, view, by, progress)
    for split in (None,) if by is None else (None, by):
        found = facts.run(lives_of(rows, split), progress)
        starts, ends = (np.asarray(found[name], dtype=np.int64) for name in ("start", "end"))
        counts = np.asarray(found["n"], dtype=np.float64)
        for row, segment in enumerate([*segments, None]):
            chosen = np.ones(len(starts), dtype=np.bool_) if split is None else np.asarray(found["s"]) == segment
            if (segment is None) == (split is None):
                make_way()
                lives = Lives(starts[chosen], ends[chosen], counts[chosen])
                found_of[:, row] = survival(lives, axis, measure.nth)
    hole = facts.holes.get("moves")
    if hole is not None and axis.grain is not Grain.SNAPSHOT:
        found_of[:, :, [period.end >= hole.first for period in axis.periods]] = np.nan  # nobody is seen leaving in it
    values, n, low, high = found_of
    return Cells(values, n, low=low, high=high)


def _predicted(
    facts: Facts, measure: Measure, view: View, axis: Axis, segments: Sequence[str], progress: Progress
) -> Cells:
    """Only of the last period, in which the data end: of any other one one knows what came of it.

    A part of the buyers is judged by the model of all, whether it is split off or filtered by one value.
    """
    if view.by is None and len(view.filters) == 1 and len(view.filters[0].values) == 1:
        (one,) = view.filters
        split = replace(view, by=one.attribute, filters=())
        if _split(facts, measure, split) is not None:
            return _predicted(facts, measure, split, axis, one.values, progress).row(0)
    values = np.full((len(segments) + 1, axis.size), np.nan)
    n = np.full_like(values, np.nan)
    if axis.as_of is None or not axis.size:
        return Cells(values, n)
    by = _split(facts, measure, view)
    rows = _rows(facts, measure, view, by, progress)
    found = predicted(facts.run(buyers_of(rows, measure.of, axis.as_of, by), progress), axis.as_of)
    values[-1, -1], n[-1, -1] = found.mean(None)
    for row, segment in enumerate(segments if by is not None else ()):
        values[row, -1], n[row, -1] = found.mean(segment)
    return Cells(values / 100.0 if measure.is_money else values, n)


FROM_LIVES: Mapping[str, Reader] = {"survival": _surviving, "predicted_value": _predicted}
"""How they are read, by the name of their aggregate."""


def _split(facts: Facts, measure: Measure, view: View) -> str | None:
    """The attribute that splits them, where the customers have it and it is no outcome of theirs."""
    return view.by if view.by not in OUTCOMES and f"a_{view.by}" in facts.columns(measure.relation) else None


def _rows(facts: Facts, measure: Measure, view: View, by: str | None, progress: Progress) -> ir.Table:
    named = [] if by is None else [by]
    table = facts.relation(measure.relation, [*named, *(each.attribute for each in view.filters)], progress)
    if table is None:
        raise LookupError(measure.relation)
    return within(table, view.filters, "", None)
