"""Which figures of closed periods are not what they were, after a source was read again."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.facts.row_changes import RowChange
from kpidesk.metrics.frame import ResultFrame

_ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One KPI of one closed period: what was reported, and what holds now; None: no value.

    ``rows`` are rows that changed and that it was or is computed from, as far as they were looked for.
    """

    kpi: MetricName
    period: Period
    before: float | None
    after: float | None
    rows: tuple[RowChange, ...] = ()


def restated_figures(before: ResultFrame, after: ResultFrame, names: Iterable[MetricName]) -> tuple[FigureChange, ...]:
    """The totals of periods that had ended, where they differ; KPIs that are new or gone altogether are left out."""
    closed = [period for period, open_ in zip(before.periods, before.incomplete, strict=True) if not open_]
    changes: list[FigureChange] = []
    for name in names:
        old, new = before.series.get(name), after.series.get(name)
        if old is None or new is None or not (old.is_computable and new.is_computable):
            continue
        for period in closed:
            was, now = before.value(name, period), after.value(name, period)
            if not _alike(was, now):
                changes.append(FigureChange(name, period, was, now))
    return tuple(changes)


def _alike(was: float | None, now: float | None) -> bool:
    if was is None or now is None:
        return was is now
    return bool(np.isclose(was, now, rtol=_ALIKE, atol=_ALIKE))
