"""The day of a cause, where the data know days: looked for in the days around the period from which it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from kpidesk.analysis.causes import WITNESSES, Cause, Since
from kpidesk.analysis.day_of_change import DayOfChange, day_of_jump, day_of_step
from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.observed import keeps_level
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, references
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.query import Query

_AROUND = 120
"""So many days before and after what may be the day tell the two levels."""
_WIDEST = 21
"""An interval of more days says no more than the month does."""
_MOST = 4
_MEANS = ("mean", "nps")


def dated(
    catalogue: Catalogue, compute: Compute, query: Query, frame: ResultFrame, causes: Sequence[Cause],
    progress: Progress | None = None,
) -> tuple[Cause, ...]:  # fmt: skip
    """The causes of the frame, the first few of them with their day where days tell it."""
    found: list[Cause] = []
    for cause in causes[:_MOST]:
        (progress or Progress()).raise_if_cancelled()
        names = [cause.driver, *(MetricName(name) for name in WITNESSES.get(cause.driver, ()))]
        parts = _parts(catalogue, [name for name in names if name in catalogue])
        days = compute(replace(query, metrics=parts, grain=Grain.DAY, by=cause.by, first=None, last=None))
        told = [_day_of(catalogue, days, frame, cause, name) for name in names if name in days.series]
        narrowest = min((each for each in told if each is not None), key=lambda s: s.high - s.low, default=None)
        found.append(replace(cause, since=narrowest))
    return (*found, *causes[_MOST:])


def _parts(catalogue: Catalogue, names: Iterable[MetricName]) -> tuple[MetricName, ...]:
    """The drivers, and above and below of those that are quotients."""
    found: list[MetricName] = []
    for name in names:
        expr = formula_of(catalogue.get(name), Grain.DAY)
        found += [name, *(references(expr) if isinstance(expr, Binary) else ())]
    return tuple(name for name in dict.fromkeys(found) if name in catalogue)


def _day_of(
    catalogue: Catalogue, days: ResultFrame, frame: ResultFrame, cause: Cause, name: MetricName
) -> Since | None:
    """The day by one driver or witness."""
    if not days.series[name].is_computable or cause.segment not in days.segments or not days.periods:
        return None
    row, first = days.segments.index(cause.segment), days.periods[0].index
    step, stop = cause.step, _stop(days, frame)
    level = keeps_level(catalogue, name, days.grain)
    earliest = step.at if level else max(0, step.low - 1)
    low = Period.of(frame.periods[earliest].start, Grain.DAY).index - first
    high = Period.of(frame.periods[step.at if level else step.high].end, Grain.DAY).index - first
    start, end = max(0, low - _AROUND), min(stop, high + _AROUND + 1)
    window, within = slice(start, end), (low - start, high - start)
    if level:
        found = day_of_jump(days.series[name].values[row, window], within)
        return _since(days, start, found, is_jump=True)
    before, after = cause.before or 0.0, cause.after or 0.0
    is_lost = catalogue.get(cause.driver).sign < 0  # written negative, counted here as what happens
    sign = int(np.sign(abs(after) - abs(before) if is_lost else after - before))
    pair = _counted(catalogue, days, name, row)
    if pair is None:
        return None
    happened, out_of = (each[window] for each in pair)
    is_count = catalogue.get(name).unit.kind == "count" and catalogue.get(name).kind == "flow"
    return _since(days, start, day_of_step(happened, out_of, within, is_count=is_count, sign=sign), is_jump=False)


def _counted(catalogue: Catalogue, days: ResultFrame, name: MetricName, row: int) -> tuple[Array, Array] | None:
    """What happened on each day, and out of what; None for what is neither a flow, a quotient of one, nor a mean."""
    definition, series = catalogue.get(name), days.series[name]
    values = {each: np.nan_to_num(one.values[row]) for each, one in days.series.items() if one.is_computable}
    if definition.kind == "flow":
        happened = np.abs(values[name]) if definition.sign < 0 else values[name]
        return happened, np.ones(len(happened))
    if definition.interval in _MEANS:
        return np.nan_to_num(series.values[row] * series.n[row]), np.nan_to_num(series.n[row])
    expr = formula_of(definition, Grain.DAY)
    if definition.kind != "ratio" or not isinstance(expr, Binary) or expr.operator != "/":
        return None
    above = references(expr.left)
    if not all(ref in values for ref in references(expr)) or any(catalogue.get(ref).kind != "flow" for ref in above):
        return None
    size = len(days.periods)
    happened, out_of = (np.broadcast_to(evaluate_expr(e, values, Grain.DAY), size) for e in (expr.left, expr.right))
    return np.nan_to_num(happened), np.nan_to_num(out_of)


def _stop(days: ResultFrame, frame: ResultFrame) -> int:
    """After the last day of the last period that has ended."""
    at = frame.last_complete
    last = frame.periods[len(frame.periods) - 1 if at is None else at].end
    return min(len(days.periods), Period.of(last, Grain.DAY).index - days.periods[0].index + 1)


def _since(days: ResultFrame, start: int, found: DayOfChange | None, *, is_jump: bool) -> Since | None:
    if found is None or found.high - found.low >= _WIDEST:
        return None
    day, low, high = (days.periods[start + at].start for at in (found.day, found.low, found.high))
    return Since(day, low, high, is_jump)
