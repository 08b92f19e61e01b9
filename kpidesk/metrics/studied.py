"""What cohorts, survival, funnel and bridge share: the part of the business asked for, and who stands behind a row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period, months_ahead
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE, Facts
from kpidesk.metrics.aggregation import OUTCOMES, day_of, within
from kpidesk.metrics.attributes import check_attributes
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.months import MONTHS_OF
from kpidesk.metrics.movement_names import movements_of, relation_name
from kpidesk.metrics.query import Query
from kpidesk.metrics.trace import COUNTED, RowSet
from kpidesk.store.table_rows import TableRows

MOST_SEGMENTS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """A question made definite: the axis of its grain, and the indices of the first and last period in its range."""

    query: Query
    axis: Axis
    first: int
    last: int

    @classmethod
    def of(cls, facts: Facts, query: Query) -> "Scope":
        """UserError where the data have no such attribute or value, or no dates at all."""
        check_attributes(facts.attributes, query)
        if facts.extent is None or query.grain is Grain.SNAPSHOT:
            raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "The data have no dates.")))
        axis = Axis.over(query.grain, facts.extent, query.as_of or facts.as_of, facts.as_of, facts.starts)
        part = axis.part(query.first, query.last)
        return cls(query, axis, axis.first + part.start, axis.first + part.stop - 1)

    @property
    def now(self) -> int:
        """The index of the period that holds the last known day."""
        return self.axis.first + self.axis.size - 1

    @property
    def is_running(self) -> bool:
        """Whether that period has not ended."""
        return bool(self.axis.size and self.axis.incomplete[-1])

    def whole(self) -> "Scope":
        """The same without a split."""
        return replace(self, query=replace(self.query, by=None))

    @property
    def attributes(self) -> tuple[str, ...]:
        """What the relation has to bring along."""
        by = () if self.query.by is None else (self.query.by,)
        return tuple(dict.fromkeys((*(each.attribute for each in self.query.filters), *by)))

    def period(self, index: int) -> Period:
        """A period of the question's grain."""
        return Period(self.query.grain, index, self.axis.starts)

    def last_day(self, index: int) -> date:
        """The last known day of a period."""
        end = self.period(index).end
        return end if self.axis.as_of is None else min(end, self.axis.as_of)

    def monthly(self) -> tuple[str, Grain]:
        """The name of the movements that make the question's flows, and the grain in which they are dated."""
        return movements_of(self.axis)

    def place(self, t: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The indices of the question's periods in which such movements lie."""
        months = MONTHS_OF.get(self.query.grain)
        return t if months is None else np.asarray((t + months_ahead(self.axis.starts)) // months, dtype=np.int64)

    def moves(self) -> str:
        """The name of the movements at the question's grain, as known on its day."""
        return relation_name("moves", self.query.grain, self.axis.cut)


def asked_rows(facts: Facts, relation: str, query: Query, progress: Progress | None = None) -> ir.Table | None:
    """The rows of a table with a ``day`` in the question's filters and range; None where there is no such table.

    UserError where a filter does not tell its rows.
    """
    filtered = [each.attribute for each in query.filters]
    table = facts.relation(relation, filtered, progress)
    if table is None:
        return None
    demand_attributes(facts, filtered, relation)
    rows = within(table, query.filters, "day", query.as_of or facts.as_of)
    day = day_of(rows["day"])
    if query.first is not None and query.first.grain is not Grain.SNAPSHOT:
        rows = rows.filter(day >= ibis.literal(query.first.start))
    if query.last is not None and query.last.grain is not Grain.SNAPSHOT:
        rows = rows.filter(day_of(rows["day"]) <= ibis.literal(query.last.end))
    return rows


def demand_attributes(facts: Facts, names: Sequence[str], *relations: str) -> None:
    """UserError where none of these relations is told by an attribute that splits or filters."""
    there = _told_by(facts, *relations)
    for name in names:
        if name not in there:
            raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "These numbers are not told by {role}."), role=name))


def splits_of(facts: Facts, *relations: str) -> tuple[str, ...]:
    """The attributes worth splitting by, in the order of the facts: what only those who left have is none."""
    return tuple(name for name in _told_by(facts, *relations) if name not in OUTCOMES)


def _told_by(facts: Facts, *relations: str) -> tuple[str, ...]:
    there = {column for relation in relations for column in facts.columns(relation)}
    return tuple(name for name in facts.attributes if f"a_{name}" in there)


def segments_of(facts: Facts, by: str | None) -> tuple[str, ...]:
    """The largest values of an attribute, then that of rows without one; none without an attribute."""
    if by is None:
        return ()
    values = tuple(value for value in facts.attributes[by] if value != NO_ATTRIBUTE_VALUE)
    return (*values[:MOST_SEGMENTS], NO_ATTRIBUTE_VALUE)


def named(facts: Facts, rows: ir.Table) -> ir.Table:
    """Rows that have ``c`` with the customer's id and, where a sheet tells it, name in front."""
    customers = facts.relation("customers", ())
    if customers is None:
        return rows
    known = [name for name in ("customer_id", "customer_name") if name in customers.columns]
    said = customers.select("c", *known)
    joined = rows.left_join(said, rows.c == said.c).drop("c_right")
    return joined.select(*known, *rows.columns)


def with_first_row(rows: ir.Table, source: ir.Table, order: Sequence[str]) -> ir.Table:
    """Rows that have ``c`` with src and row_no of the customer's earliest row in ``source``."""
    nth = ibis.row_number().over(ibis.window(group_by="c", order_by=[*order, "src", "row_no"]))
    ranked = source.mutate(nth_=nth)
    first = ranked.filter(ranked.nth_ == 0).select("c", "src", "row_no")
    return rows.left_join(first, rows.c == first.c).drop("c_right")


def row_set(facts: Facts, name: str, rows: ir.Table, limit: int, sources: Sequence[str] = ()) -> RowSet:
    """Rows, the largest ``counted`` first; file and row in front, that column last."""
    place = [each for each in ("src", "row_no") if each in rows.columns]
    others = [each for each in rows.columns if each not in (*place, "c", "t", COUNTED)]
    columns = (*place, *others, COUNTED)
    chosen = rows.select(*columns)
    order = [ibis.desc(chosen[COUNTED].abs()), *(["customer_id"] if "customer_id" in columns else []), *place]
    found = TableRows(facts.arrow(chosen.order_by(order).limit(limit)))
    total = int(facts.run(rows.aggregate(total=rows.count()))["total"][0])
    return RowSet(MetricName(name), "sum", columns, found, total, tuple(sources))
