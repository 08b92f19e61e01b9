"""Aggregated measures as arrays over segment × period, read once for each grain, attribute and filter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.beginnings import MUCH
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE, Facts
from kpidesk.facts.movements import NEW_ONLY, grain_and_day
from kpidesk.metrics.aggregation import OUTCOMES, SPENDERS, Lists, Scan, attributes_of, day_of, pooled
from kpidesk.metrics.axis import Axis, Span
from kpidesk.metrics.cells import Cells, View
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.filling import Columns, fill, finish, places
from kpidesk.metrics.frame import Array
from kpidesk.metrics.lives import FROM_LIVES
from kpidesk.metrics.months import MONTHS_OF, Flags, added_up, adds_up
from kpidesk.metrics.movement_names import of_new_alone, relation_name, relation_time
from kpidesk.metrics.planner import OUTCOME_RELATIONS
from kpidesk.metrics.recorded import SIGNUPS, begins_late, lead, recorded_since
from kpidesk.metrics.spellings import spelling_key


@dataclass(slots=True)
class MeasureCache:
    """The measures of one set of facts; a second question about the same view reads nothing again."""

    facts: Facts
    _cells: dict[tuple[View, Measure], Cells] = field(default_factory=dict)
    _spans: dict[tuple[str, str], Span | None] = field(default_factory=dict)
    _spenders: tuple[str, ...] | None = None
    _orders: dict[str, dict[str, int]] = field(default_factory=dict)

    def read(
        self, measures: Iterable[Measure], view: View, axis: Axis, segments: Sequence[str], progress: Progress
    ) -> Mapping[Measure, Cells]:
        """The cells of all measures; ``segments`` are the values of the attribute, the total not among them."""
        wanted = tuple(dict.fromkeys(measures))
        self._cut_from_cube(wanted, view, axis, progress)
        self._add_up_months([m for m in wanted if (view, m) not in self._cells], view, axis, segments, progress)
        for measure in wanted:
            if measure.aggregate in FROM_LIVES and (view, measure) not in self._cells:
                self._cells[view, measure] = FROM_LIVES[measure.aggregate](
                    self.facts, measure, view, axis, segments, progress
                )
        if view.by is not None:
            self._orders[view.by] = {segment: row for row, segment in enumerate(segments)}
        waiting: dict[tuple[str, str, int, bool, tuple[str, ...]], list[Measure]] = defaultdict(list)
        for measure in wanted:
            if (view, measure) not in self._cells:
                week = -1 if measure.pair == "week" else measure.nth
                # Attributes cost a join, so who needs none does not wait for those who do.
                key = (
                    self._relation(measure, view, axis),
                    relation_time(measure),
                    week,
                    measure.is_outcome,
                    (*attributes_of(measure), measure.per),
                )
                waiting[key].append(measure)
        for done, ((relation, time, *_), group) in enumerate(waiting.items()):
            progress.step(done, len(waiting))
            self._scan(relation, time, tuple(group), view, axis, segments, progress)
        return {measure: self._cells[view, measure] for measure in wanted}

    def _cut_from_cube(self, measures: Iterable[Measure], view: View, axis: Axis, progress: Progress) -> None:
        """One value of an attribute by which all is split already is a segment of that split.

        What the split has not needed so far (a filter may take a figure from another table) is split now as well.
        """
        if view.by is not None or len(view.filters) != 1 or len(view.filters[0].values) != 1:
            return
        (one,) = view.filters
        order = self._orders.get(one.attribute, {})
        row = order.get(one.values[0])
        missing = [measure for measure in measures if (view, measure) not in self._cells]
        if row is None or not missing:
            return
        # What every segment shows of all is, among some of them, the figure of these.
        own = {measure: replace(measure, is_overall=False) for measure in missing}
        split = self.read(own.values(), replace(view, by=one.attribute, filters=()), axis, tuple(order), progress)
        for measure, plain in own.items():
            self._cells[view, measure] = split[plain].row(row)

    def _add_up_months(
        self, measures: Sequence[Measure], view: View, axis: Axis, segments: Sequence[str], progress: Progress
    ) -> None:
        """Sums and counts over quarters and years from those of months, so that a month that is missing shows."""
        if view.grain not in MONTHS_OF:
            return
        # A month that is not known for the days before the first row would be lost to a quarter that is mostly told.
        adding = [measure for measure in measures if adds_up(measure) and not begins_late(measure, self.facts)]
        months = Axis.over(Grain.MONTH, self.facts.extent, view.as_of, self.facts.as_of)
        monthly = self.read(adding, replace(view, grain=Grain.MONTH), months, segments, progress) if adding else {}
        for measure, cells in monthly.items():
            values, partial = added_up(cells.values, months, axis)
            n, _ = added_up(cells.n, months, axis)
            if cells.partial is not None:
                partial |= added_up(cells.partial.astype(np.float64), months, axis)[0] > 0
            time = relation_time(measure)
            lacking = self._unrecorded(self._relation(measure, view, axis), time, measure, axis, progress) >= 1.0
            values[:, lacking], n[:, lacking] = np.nan, np.nan
            # Before the first customer no movement is missing: there was none.
            short = None if measure.relation == "moves" else partial
            self._cells[view, measure] = Cells(values, n, partial=short, unrecorded=lacking)

    def _relation(self, measure: Measure, view: View, axis: Axis) -> str:
        name = relation_name(measure.relation, view.grain, axis.cut)
        return f"{name}{NEW_ONLY}" if of_new_alone(measure) and self.facts.columns(f"{name}{NEW_ONLY}") else name

    def span(self, relation: str, progress: Progress | None = None, time: str = "day") -> Span | None:
        """First and last day of a relation, whatever the filters; None where it has no dates."""
        key = (relation, time)
        if key not in self._spans:
            self._spans[key] = self._read_span(relation, time, progress)
        return self._spans[key]

    def _scan(
        self,
        relation: str,
        time: str,
        measures: tuple[Measure, ...],
        view: View,
        axis: Axis,
        segments: Sequence[str],
        progress: Progress,
    ) -> None:
        whole = replace(view, by=None)
        totals = {m: self._cells.get((whole, m)) for m in measures} if view.by is not None else {}
        is_known = bool(totals) and all(cells is not None for cells in totals.values())
        splits: list[str | None] = [] if is_known else [None]
        circular = view.by in OUTCOMES and not measures[0].is_outcome and _is_of_outcomes(relation)
        if view.by is not None and not circular and f"a_{view.by}" in self.facts.columns(relation):
            splits.append(view.by)
        shape = (len(segments) + 1, axis.size)
        arrays = {m: (np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, np.nan)) for m in measures}
        for split in splits:
            found = self._run(relation, time, measures, view, split, progress)
            rows, columns, inside = places(found, split, axis, segments)
            part = slice(-1, None) if split is None else slice(0, -1)
            for number, measure in enumerate(measures):
                fill(arrays[measure], measure, number, found, (rows, columns, inside), part)
        covered = self._coverage(relation, time, measures[0], axis, progress)
        for measure, (values, n, variance) in arrays.items():
            unrecorded = self._unrecorded(relation, time, measure, axis, progress)
            known = covered & (unrecorded < 1.0)
            cells = finish(measure, values, n, variance, known, totals.get(measure))
            self._cells[view, measure] = replace(cells, unrecorded=covered & ~known)
            before = lead(self.facts.begins.get(measure.relation), axis)
            self._mark_lacking(np.maximum(unrecorded, before), measure, view)
        self._mark_partial(relation, time, measures, view, axis, progress)

    def _unrecorded(self, relation: str, time: str, measure: Measure, axis: Axis, progress: Progress) -> Array:
        """Which part of each period's days lies in a time of which the sheets tell nothing."""
        result = np.zeros(axis.size)
        if axis.grain is Grain.SNAPSHOT:
            return result
        hole = self.facts.holes.get(measure.relation)
        if hole is not None and time in ("day", "t", "first_start"):
            result = axis.shares((hole.first, hole.last))
        begin = recorded_since(measure, self.facts)
        if begin is not None and (span := self.span(relation, progress)) is not None:
            before = begin - timedelta(days=1)
            short = axis.shares((span[0] if measure.relation == SIGNUPS else date.min, before))
            # What a few days tell beside the sign-ups of a whole month would pass for the month.
            result = np.maximum(result, np.where(axis.within((date.min, before)) | (short > 0.5), 1.0, short))
        starts = self.facts.begins.get(measure.relation)
        if starts is not None and starts.is_late:
            result = np.maximum(result, np.where(lead(starts, axis) > 0.5, 1.0, 0.0))
        return result

    def _mark_partial(
        self, relation: str, time: str, measures: Sequence[Measure], view: View, axis: Axis, progress: Progress
    ) -> None:
        """Means and distinct counts of quarters and years that the table does not cover whole."""
        if view.grain not in MONTHS_OF or relation.startswith("moves"):
            return
        months = Axis.over(Grain.MONTH, self.facts.extent, view.as_of)
        covered = months.covered(self.span(relation, progress, time))
        _, partial = added_up(np.where(covered, 1.0, np.nan)[np.newaxis], months, axis)
        for measure in measures:
            if not measure.is_stock:
                self._add_partial(view, measure, partial)

    def _mark_lacking(self, unrecorded: Array, measure: Measure, view: View) -> None:
        """Flows of periods of which a time without rows, or before the first, took more than a day or two."""
        short = unrecorded >= MUCH
        if not measure.is_stock and short.any():
            self._add_partial(view, measure, short)

    def _add_partial(self, view: View, measure: Measure, short: Flags) -> None:
        """Mark these periods of a measure, (periods,) or (1, periods), besides those that are marked."""
        cells = self._cells[view, measure]
        known = np.zeros(cells.values.shape, dtype=np.bool_) if cells.partial is None else cells.partial
        self._cells[view, measure] = replace(cells, partial=known | short)

    def _run(
        self,
        relation: str,
        time: str,
        measures: tuple[Measure, ...],
        view: View,
        split: str | None,
        progress: Progress,
    ) -> Columns:
        lists, starts = self.lists(measures, progress), self.facts.starts
        scan = Scan(relation, time, measures, view.grain, split, view.filters, view.as_of, lists, starts)
        table = self.facts.relation(relation, scan.attributes, progress, pooled(view.filters, split))
        if table is None:
            raise LookupError(relation)
        return self.facts.run(scan.expression(table), progress)

    def _coverage(
        self, relation: str, time: str, measure: Measure, axis: Axis, progress: Progress
    ) -> npt.NDArray[np.bool_]:
        if relation.startswith("moves"):
            # Who came and left within one period moved nothing, but was there; periods cost more, and begin no earlier.
            began = self.span("ledger", progress, "start") or self.span(relation, progress, "t")
            return axis.covered(began, to_the_end=True)
        if relation in ("renewals", "turnover"):
            return axis.covered(self.span(relation, progress), to_the_end=True)
        if measure.is_stock or time not in ("day", "t"):
            main = "day" if "day" in self.facts.columns(relation) else time
            return axis.covered(self.span(relation, progress, main), to_the_end=True)
        return axis.covered(self.span(relation, progress, time))

    def _read_span(self, relation: str, time: str, progress: Progress | None) -> Span | None:
        table = self.facts.relation(relation, (), progress)
        if table is None or time not in table.columns:
            return None
        day = day_of(table[time])
        found = self.facts.run(table.aggregate(low=day.min(), high=day.max()), progress)
        low, high = found["low"][0], found["high"][0]
        if time == "t":
            starts = self.facts.starts
            grain, _day = grain_and_day(relation)
            return (
                None if np.isnan(low) else (Period(grain, int(low), starts).start, Period(grain, int(high), starts).end)
            )
        if np.isnat(low):
            return None
        return low.astype("datetime64[D]").item(), high.astype("datetime64[D]").item()

    def lists(self, measures: Iterable[Measure], progress: Progress) -> Lists:
        """The words that the conditions of these measures name by group."""
        spends = any(c.operator == SPENDERS for m in measures for c in (*m.where, *m.less))
        if not spends or SPENDERS in self.facts.words:
            return self.facts.words
        return {**self.facts.words, SPENDERS: self._channels(progress)}

    def _channels(self, progress: Progress) -> tuple[str, ...]:
        if self._spenders is None:
            table = self.facts.relation("spend", ("channel",), progress)
            if table is None or "a_channel" not in table.columns:
                self._spenders = ()
            else:
                paid = table.filter(table["cost"] > 0)
                found = self.facts.run(paid.select("a_channel").distinct(), progress)
                paid_for = {str(each) for each in found["a_channel"] if each != NO_ATTRIBUTE_VALUE}
                keys = {spelling_key(name) for name in paid_for}
                others = self.facts.attributes.get("channel", ())
                alike = {name for name in others if spelling_key(name) in keys and name != NO_ATTRIBUTE_VALUE}
                self._spenders = tuple(sorted(paid_for | alike))
        return self._spenders


def _is_of_outcomes(relation: str) -> bool:
    return relation.partition("_")[0] in OUTCOME_RELATIONS
