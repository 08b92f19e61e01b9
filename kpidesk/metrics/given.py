"""KPIs that a monthly sheet gives directly: read, put into our conventions, and carried to quarters and years."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.core.period import Grain, months_ahead, period_index
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array
from kpidesk.metrics.months import MONTHS_OF, Flags
from kpidesk.metrics.query import Filter

RELATION = "monthly"
_BY_LONGER = {
    3: QT_TRANSLATE_NOOP("metrics", "The data give it by the quarter: it can be shown by quarters and years."),
    12: QT_TRANSLATE_NOOP("metrics", "The data give it by the year: it can be shown by years."),
}
_AT_ENDS = {
    3: QT_TRANSLATE_NOOP("metrics", "the data give it at the end of each quarter"),
    12: QT_TRANSLATE_NOOP("metrics", "the data give it at the end of each year"),
}
Columns = Mapping[str, npt.NDArray[np.generic]]
Lengths = Mapping[MetricName, frozenset[int]]
"""Of how many months the periods are for which sheets give a KPI."""


@dataclass(frozen=True, slots=True)
class Given:
    """One KPI of a sheet over segment × period, the total last; ``notes`` say what was changed about it.

    ``partial``: of the period some months are not known, or not the one that counts.
    """

    values: Array
    notes: tuple[Message, ...] = ()
    partial: Flags | None = None


class _Told(NamedTuple):
    """One figure of a sheet: its first and last month, and how many rows it is the sum of."""

    first: int
    last: int
    value: float
    rows: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def given_lengths(facts: Facts) -> Lengths:
    """The KPIs that monthly sheets give, each with the lengths of the periods that it is given for."""
    table = facts.relation(RELATION, ())
    if table is None:
        return {}
    found = facts.run(table.filter(table["value"].notnull()).select("metric", "months").distinct())
    lengths: defaultdict[MetricName, set[int]] = defaultdict(set)
    for name, months in zip(found["metric"], found["months"], strict=True):
        if name is not None:
            lengths[MetricName(str(name))].add(int(months))
    return {name: frozenset(months) for name, months in lengths.items()}


def longer_grains(lengths: Lengths) -> tuple[Grain, ...]:
    """The grains of quarters and years that sheets give some KPI for."""
    found = frozenset[int]().union(*lengths.values())
    return tuple(grain for grain, size in MONTHS_OF.items() if size in found)


def is_told_at(definition: Definition, lengths: frozenset[int], grain: Grain) -> bool:
    """Whether figures of such lengths tell a KPI at a grain: a state at their ends, a sum or a share of as long a time.

    A quarter's sum says nothing of its months; a month's share says nothing of its quarter.
    """
    if grain is Grain.SNAPSHOT or definition.kind == "stock":
        return True
    size = MONTHS_OF.get(grain, 1)
    return min(lengths) <= size if definition.kind == "flow" else size in lengths


def said_by_longer(lengths: frozenset[int], grain: Grain) -> Message | None:
    """Why a figure that sheets give for longer periods alone is none of those asked for."""
    return _said(_BY_LONGER, lengths, grain)


def said_at_ends(lengths: frozenset[int], grain: Grain) -> Message | None:
    """Why a state that sheets tell at the ends of longer periods has no value in between."""
    return _said(_AT_ENDS, lengths, grain)


def _said(texts: Mapping[int, Template], lengths: frozenset[int], grain: Grain) -> Message | None:
    length = min(lengths)
    is_longer = grain is not Grain.SNAPSHOT and length > MONTHS_OF.get(grain, 1)
    return Message(texts[length]) if is_longer and length in texts else None


def counted_length(lengths: Sequence[int], size: int) -> int:
    """Where a flow is given by the month and by the quarter: the length that covers more, else the shorter; 0: none.

    What is longer than ``size``, the period asked for, counts for none.
    """
    count = Counter(length for length in lengths if length <= size)
    return max(count, key=lambda length: (length * count[length], -length), default=0)


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
    names = np.array([str(each) for each in found["metric"]])
    number = {segment: row for row, segment in enumerate(segments)}
    parts = [-1] * len(names) if split is None else [number.get(str(each), -2) for each in found[f"a_{split}"]]
    result: dict[MetricName, Given] = {}
    for definition in definitions:
        cells = np.full((len(segments) + 1, axis.size), np.nan)
        partial = np.zeros(cells.shape, dtype=np.bool_)
        own = np.flatnonzero(names == definition.name)
        for place, told in _by_cell(found, own, parts, definition, axis).items():
            if chosen := _chosen(told, definition, axis.grain):
                cells[place] = sum(each.value for each in chosen)
                partial[place] = _is_partial(chosen, definition, place[1], axis)
        if split is not None:
            cells[-1] = _total(cells[:-1], definition)
            partial[-1] |= partial[:-1].any(axis=0)
        result[definition.name] = replace(_in_our_terms(definition, cells), partial=partial)
    return result


def _by_cell(
    found: Columns, own: npt.NDArray[np.intp], parts: Sequence[int], definition: Definition, axis: Axis
) -> Mapping[tuple[int, int], list[_Told]]:
    """The figures of one KPI by segment and period: a state at the beginning of a time in the period of that."""
    last = np.asarray(found["t"], dtype=np.int64)[own]
    first = last - np.asarray(found["months"], dtype=np.int64)[own] + 1
    columns = _columns_of(first if definition.is_opening else last, axis)
    values, rows = found["value"][own], found["rows"][own]
    result: defaultdict[tuple[int, int], list[_Told]] = defaultdict(list)
    for at in np.argsort(last, kind="stable"):
        part = parts[own[at]]
        if part > -2 and 0 <= columns[at] < axis.size:
            told = _Told(int(first[at]), int(last[at]), float(values[at]), int(rows[at]))
            result[part, int(columns[at])].append(told)
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
    keys = ["t", "metric", "months", *([f"a_{split}"] if split is not None else [])]
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


def _chosen(told: Sequence[_Told], definition: Definition, grain: Grain) -> Sequence[_Told]:
    """What counts of one cell: of a flow figures of one length, of a stock the last, of an opening one the first."""
    size = MONTHS_OF.get(grain, 1)
    if definition.kind == "flow":
        length = counted_length([each.length for each in told], size)
        return [each for each in told if each.length == length]
    if definition.kind == "stock":
        first = min(told, key=lambda each: (each.first, each.length))
        return [first if definition.is_opening else max(told, key=lambda each: (each.last, -each.length))]
    return [each for each in told if each.rows == 1 and (each.length == size or grain is Grain.SNAPSHOT)][-1:]


def _is_partial(chosen: Sequence[_Told], definition: Definition, column: int, axis: Axis) -> bool:
    """Whether a quarter or year lacks a month that the sheet should tell: any of a flow or share, a stock's end."""
    size = MONTHS_OF.get(axis.grain)
    if size is None or axis.as_of is None:
        return False
    first = (axis.first + column) * size - months_ahead(axis.starts)
    last = min(first + size - 1, period_index(axis.as_of, Grain.MONTH))
    if definition.kind == "stock":
        return (chosen[0].first != first) if definition.is_opening else (chosen[0].last != last)
    known = {month for each in chosen for month in range(each.first, each.last + 1)}
    return not known.issuperset(range(first, last + 1))


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
