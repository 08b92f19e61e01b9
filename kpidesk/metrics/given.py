"""KPIs that a monthly sheet gives directly: read, put into our conventions, and carried to quarters and years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, months_ahead, period_index
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array
from kpidesk.metrics.months import MONTHS_OF, Flags
from kpidesk.metrics.query import Filter

RELATION = "monthly"
Columns = Mapping[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Given:
    """One KPI of a sheet over segment × period, the total last; ``notes`` say what was changed about it.

    ``partial``: of the period some months are not known, or not the one that counts.
    """

    values: Array
    notes: tuple[Message, ...] = ()
    partial: Flags | None = None


def given_names(facts: Facts) -> frozenset[MetricName]:
    """The KPIs that monthly sheets give."""
    table = facts.relation(RELATION, ())
    if table is None:
        return frozenset()
    found = facts.run(table.filter(table["value"].notnull()).select("metric").distinct())
    return frozenset(MetricName(str(name)) for name in found["metric"] if name is not None)


def read_given(
    facts: Facts,
    definitions: Sequence[Definition],
    axis: Axis,
    by: str | None,
    filters: tuple[Filter, ...],
    segments: Sequence[str],
    progress: Progress,
) -> Mapping[MetricName, Given]:
    """Their values; a sheet that knows no segments gives the total alone."""
    split = by if by is not None and f"a_{by}" in facts.columns(RELATION) else None
    found = _read(facts, definitions, split, filters, progress)
    if found is None:
        return {}
    months = np.asarray(found["t"], dtype=np.int64)
    columns = _columns_of(months, axis)
    names = np.array([str(each) for each in found["metric"]])
    values, counts = np.asarray(found["value"], dtype=np.float64), np.asarray(found["rows"], dtype=np.int64)
    number = {segment: row for row, segment in enumerate(segments)}
    parts = [-1] * len(names) if split is None else [number.get(str(each), -2) for each in found[f"a_{split}"]]
    order = np.argsort(months, kind="stable")
    order = order[(columns[order] >= 0) & (columns[order] < axis.size)]
    result: dict[MetricName, Given] = {}
    for definition in definitions:
        cells = np.full((len(segments) + 1, axis.size), np.nan)
        seen: dict[tuple[int, int], list[int]] = {}
        for at in order[names[order] == definition.name]:
            if parts[at] > -2:
                seen.setdefault((parts[at], int(columns[at])), []).append(int(months[at]))
                _put(cells, definition, (parts[at], int(columns[at])), float(values[at]), int(counts[at]))
        if split is not None:
            cells[-1] = _total(cells[:-1], definition)
        partial = _partial(definition, cells.shape, seen, axis)
        if split is not None:
            partial[-1] |= partial[:-1].any(axis=0)
        result[definition.name] = replace(_in_our_terms(definition, cells), partial=partial)
    return result


def _read(
    facts: Facts, definitions: Sequence[Definition], split: str | None, filters: tuple[Filter, ...], progress: Progress
) -> Columns | None:
    """Month, KPI, value and number of rows of what is wanted; None where there is no sheet or nothing is wanted."""
    named = ([split] if split is not None else []) + [each.attribute for each in filters]
    table = facts.relation(RELATION, tuple(dict.fromkeys(named)))
    if table is None or not definitions:
        return None
    wanted = table.filter(table["metric"].isin([d.name for d in definitions]) & table["value"].notnull())
    for each in filters:
        wanted = wanted.filter(wanted[f"a_{each.attribute}"].isin(list(each.values)))
    keys = ["t", "metric", *([f"a_{split}"] if split is not None else [])]
    rows = wanted.group_by(keys).aggregate(value=wanted["value"].sum(), rows=wanted["value"].count())
    return facts.run(rows, progress)


def _columns_of(months: npt.NDArray[np.int64], axis: Axis) -> npt.NDArray[np.int64]:
    match axis.grain:
        case Grain.MONTH:
            return months - axis.first
        case Grain.QUARTER:
            return (months + months_ahead(axis.starts)) // 3 - axis.first
        case Grain.YEAR:
            return (months + months_ahead(axis.starts)) // 12 - axis.first
        case _:
            return np.zeros_like(months)


def _put(cells: Array, definition: Definition, at: tuple[int, int], value: float, rows: int) -> None:
    """One month's value: flows add up, a stock is that of the last month, of the first if it is an opening one."""
    if definition.kind in ("flow", "stock"):
        if definition.kind == "flow":
            cells[at] = value + (0.0 if np.isnan(cells[at]) else cells[at])
        elif not definition.is_opening or np.isnan(cells[at]):
            cells[at] = value
    elif rows == 1:
        cells[at] = value


def _partial(
    definition: Definition, shape: tuple[int, int], seen: Mapping[tuple[int, int], list[int]], axis: Axis
) -> Flags:
    """Cells of quarters and years for which the sheet lacks a month: any of a flow, the last of a stock."""
    result = np.zeros(shape, dtype=np.bool_)
    size = MONTHS_OF.get(axis.grain)
    if size is None or axis.as_of is None:
        return result
    known = period_index(axis.as_of, Grain.MONTH)
    for (row, column), months in seen.items():
        first = (axis.first + column) * size - months_ahead(axis.starts)
        last = min(first + size - 1, known)
        if definition.kind == "flow":
            result[row, column] = len(set(months)) < last - first + 1
        else:
            result[row, column] = (first if definition.is_opening else last) not in months
    return result


def _total(cells: Array, definition: Definition) -> Array:
    if definition.kind not in ("flow", "stock"):
        return np.full(cells.shape[1], np.nan)
    known = ~np.isnan(cells)
    return np.where(known.any(axis=0), np.where(known, cells, 0.0).sum(axis=0), np.nan)


def _in_our_terms(definition: Definition, cells: Array) -> Given:
    known = cells[~np.isnan(cells)]
    if definition.sign < 0 and known.size and (known >= 0).all() and (known > 0).any():
        turned = QT_TRANSLATE_NOOP("metrics", "The sheet writes losses as positive numbers; here they are negative.")
        return Given(-cells, (Message(turned),))
    if definition.is_bounded and known.size and (known > 1.0).any():
        percent = QT_TRANSLATE_NOOP("metrics", "The sheet writes percent as whole numbers; they were divided by 100.")
        return Given(cells / 100.0, (Message(percent),))
    return Given(cells)
