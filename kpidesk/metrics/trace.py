"""The rows behind a number, with the file and row they come from; what they carry recomputes the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period, months_ahead
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import NO_LISTS, OUTCOMES, Lists, by_week, passes, period_of, pooled, value_of, within
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.functions import lag_periods
from kpidesk.metrics.given import RELATION, counted_length
from kpidesk.metrics.months import MONTHS_OF, first_within, last_within
from kpidesk.metrics.movement_names import movements_of, relation_time
from kpidesk.metrics.planner import Origin, Plan
from kpidesk.metrics.query import Filter
from kpidesk.store.table_rows import Row, TableRows

Place = tuple[Period, tuple[Filter, ...], Axis]
"""The period, the filters (the segment among them) and the axis of a question."""

COUNTED = "counted"
"""The last column: what the row brings into the number (its amount, 1, −1, or the thing that is counted once)."""


@dataclass(frozen=True, slots=True)
class RowSet:
    """Rows of one relation; ``total`` counts all of them, ``rows`` may be fewer.

    ``aggregate`` says what is done with the column ``counted``: sum, count_distinct, mean, median, p90, first, last;
    or with the lives and orders that the rows tell: survival, median_life,
    predicted_value.
    ``parts`` are the lists behind the parts of a formula, which has no rows of its own. ``sources`` are the files.
    """

    name: MetricName
    aggregate: str = ""
    columns: tuple[str, ...] = ()
    rows: Sequence[Row] = ()
    total: int = 0
    sources: tuple[str, ...] = ()
    parts: tuple["RowSet", ...] = ()


def rows_behind(
    catalogue: Catalogue, facts: Facts, plan: Plan, name: MetricName, place: Place, limit: int, lists: Lists = NO_LISTS
) -> RowSet:
    """The rows of a measure, or the lists behind the parts of a formula; empty where nothing is computed.

    ``lists`` are the words that conditions name by group.
    """
    definition, source = catalogue.definitions[name], plan.sources[name]
    if source.origin is Origin.MEASURE and source.measure is not None:
        return _measured(facts, definition, source.measure, place, limit, lists)
    if source.origin is Origin.GIVEN:
        return _given(facts, definition, place, limit)
    grain = place[2].grain
    expr = formula_of(definition, grain)
    if source.origin is not Origin.FORMULA or expr is None:
        return RowSet(name)
    if lag_of(expr) is not None:
        place = (place[0].shifted(-lag_periods(expr, grain)), *place[1:])
    known = [part for part in catalogue.inputs(name, grain) if plan.sources[part].origin is not Origin.NOTHING]
    return RowSet(name, parts=tuple(rows_behind(catalogue, facts, plan, part, place, limit, lists) for part in known))


def _measured(facts: Facts, definition: Definition, measure: Measure, place: Place, limit: int, lists: Lists) -> RowSet:
    period, filters, axis = place
    if measure.relation == "moves":
        table = _running(facts, measure, place, lists) if measure.is_stock else _moved(facts, measure, place, lists)
        aggregate = "count_distinct" if measure.is_stock and measure.aggregate == "count" else "sum"
        return _collect(facts, definition, aggregate, table, "periods", limit)
    table = facts.relation(measure.relation, _attributes(measure, filters))
    if table is None:
        return RowSet(definition.name)
    time = relation_time(measure)
    rows = within(table, filters, time, axis.as_of)
    if measure.pair == "week":
        rows = by_week(rows, time, axis.as_of)
    reaches_back = measure.is_stock or measure.aggregate in ("nth_order", "survival", "predicted_value")
    if axis.grain is not Grain.SNAPSHOT and not reaches_back:
        rows = rows.filter(period_of(rows, time, axis.grain, axis.starts) == period.index)
    elif axis.grain is not Grain.SNAPSHOT:
        rows = rows.filter(period_of(rows, time, axis.grain, axis.starts) <= period.index)
    where = passes(rows, measure.where, lists)
    rows = rows if where is None else rows.filter(where)
    if measure.aggregate == "nth_order":
        return _collect(facts, definition, "count_distinct", _repeating(rows, measure), measure.relation, limit)
    less = passes(rows, measure.less, lists)
    rows = rows if less is None else rows.filter(~less.fill_null(False))
    if measure.aggregate in ("count", "survival", "predicted_value"):
        # Neither survival nor a prediction is a sum of its rows: these are the lives and orders that they tell of.
        lives = "survival" if measure.nth else "median_life"
        how = {"count": "sum", "survival": lives}.get(measure.aggregate, measure.aggregate)
        return _collect(
            facts, definition, how, rows.mutate(**{COUNTED: ibis.literal(1, "int64")}), measure.relation, limit
        )
    value = value_of(rows, measure)
    rows = rows.filter(value.notnull())
    value = value_of(rows, measure)
    rows = rows.mutate(**{COUNTED: value / 100.0 if measure.is_money else value})
    return _collect(facts, definition, measure.aggregate, rows, measure.relation, limit)


def _repeating(rows: ir.Table, measure: Measure) -> ir.Table:
    """All orders of the customers who reached their n-th; the customer is what is counted."""
    order = rows["order_id"] if "order_id" in rows.columns else rows["row_no"]
    known = rows.filter(rows["c"].notnull())
    many = known.group_by("c").having(order.nunique() >= measure.nth).aggregate(n=order.nunique())
    return rows.semi_join(many, "c").mutate(**{COUNTED: ibis._["c"]})


def _running(facts: Facts, measure: Measure, place: Place, lists: Lists) -> ir.Table:
    """The paid periods that run at the period's end: their amounts are its MRR, their customers its customers."""
    period, filters, axis = place
    table = facts.relation("periods", _attributes(measure, filters))
    if table is None:
        raise LookupError("periods")
    end = _last_day(period, axis)
    rows = within(table, filters, "start", axis.as_of)
    rows = rows.filter((rows["start"] <= end) & (rows["end"].isnull() | (rows["end"] > end)))
    where = passes(rows, measure.where, lists)  # what is asked of movements alone, their kind, is no matter here
    rows = rows if where is None else rows.filter(where)
    counted = rows["cents"] / 100.0 if measure.aggregate == "sum" else rows["c"]
    return _named(facts, rows.mutate(**{COUNTED: counted}))


def _moved(facts: Facts, measure: Measure, place: Place, lists: Lists) -> ir.Table:
    """The movements of the period, each with the row whose start or end brought it about."""
    period, filters, axis = place
    name, grain = movements_of(axis, netted=measure.is_netted)
    table = facts.relation(name, _attributes(measure, filters), None, pooled(filters, None))
    if table is None:
        raise LookupError("moves")
    rows = within(table, filters, "t", None)
    if axis.grain is not Grain.SNAPSHOT:
        rows = rows.filter(rows["t"].between(first_within(period, grain), last_within(period, grain)))
    where, less = passes(rows, measure.where, lists), passes(rows, measure.less, lists)
    counts = ibis.literal(True) if where is None else where.fill_null(False)
    lessens = ibis.literal(False) if less is None else less.fill_null(False)
    one = rows["delta"] / 100.0 if measure.aggregate == "sum" else counts.cast("int64") - lessens.cast("int64")
    rows = rows.mutate(**{COUNTED: one}).filter(counts | lessens)
    days = (date.min, _last_day(period, axis)) if axis.grain is Grain.SNAPSHOT else (period.start, period.end)
    return _named(facts, with_origin(facts, rows, filters, days, grain))


def with_origin(
    facts: Facts, moves: ir.Table, filters: Sequence[Filter], days: tuple[date, date], grain: Grain
) -> ir.Table:
    """Movements of a grain with ``src`` and ``row_no`` of a row of the ledger that began or ended in their period.

    Where a customer gained it is one that began, where one lost it is one that ended, if there is such a row. ``days``
    are the first and last of all movements.
    """
    told = tuple(each for each in filters if each.attribute not in OUTCOMES)
    periods = facts.relation("periods", [each.attribute for each in told])
    if periods is None:
        return moves
    periods = within(periods, told, "", None)
    places = []
    for day in ("start", "end"):
        near = periods.filter(periods[day].between(*days))
        near = near.mutate(t_=period_of(near, day, grain, facts.starts))
        nth = ibis.row_number().over(ibis.window(group_by=["c", "t_"], order_by=[day, "src", "row_no"]))
        first = near.mutate(nth_=nth).filter(ibis._["nth_"] == 0)
        names = {f"{day}_c": "c", f"{day}_t": "t_", f"{day}_s": "src", f"{day}_r": "row_no"}
        places.append(first.select(**{new: first[old] for new, old in names.items()}))
    began, ended = places
    rows = moves.left_join(began, [moves["c"] == began["start_c"], moves["t"] == began["start_t"]])
    rows = rows.left_join(ended, [rows["c"] == ended["end_c"], rows["t"] == ended["end_t"]])
    lost = (rows["delta"] < 0) & rows["end_c"].notnull() | rows["start_c"].isnull()
    found = rows.mutate(
        src=ibis.ifelse(lost, rows["end_s"], rows["start_s"]), row_no=ibis.ifelse(lost, rows["end_r"], rows["start_r"])
    )
    return found.drop(*(f"{day}_{part}" for day in ("start", "end") for part in "ctsr"))


def _last_day(period: Period, axis: Axis) -> date:
    if axis.as_of is None:
        return period.end
    return axis.as_of if axis.grain is Grain.SNAPSHOT else min(period.end, axis.as_of)


def _named(facts: Facts, rows: ir.Table) -> ir.Table:
    customers = facts.relation("customers", ())
    if customers is None or "customer_id" not in customers.columns:
        return rows
    return rows.left_join(customers.select("c", "customer_id"), "c").drop("c_right")


def _given(facts: Facts, definition: Definition, place: Place, limit: int) -> RowSet:
    period, filters, axis = place
    table = facts.relation(RELATION, [each.attribute for each in filters])
    if table is None:
        return RowSet(definition.name)
    rows = within(table, filters, "t", None)
    rows = rows.filter((rows["metric"] == definition.name) & rows["value"].notnull())
    size = MONTHS_OF.get(axis.grain, 1)
    if axis.grain is not Grain.SNAPSHOT:
        months = rows["t"] - rows["months"] + 1 if definition.is_opening else rows["t"]
        rows = rows.filter((months + months_ahead(axis.starts)) // size == period.index)
    if definition.kind == "flow":
        lengths = facts.run(rows.select("t", "months").distinct())["months"]
        rows = rows.filter(rows["months"] == counted_length([int(each) for each in lengths], size))
    aggregate = "sum" if definition.kind == "flow" else "first" if definition.is_opening else "last"
    return _collect(facts, definition, aggregate, rows.mutate(**{COUNTED: ibis._["value"]}), RELATION, limit)


def _collect(
    facts: Facts, definition: Definition, aggregate: str, table: ir.Table, relation: str, limit: int
) -> RowSet:
    first = [each for each in ("src", "row_no") if each in table.columns]
    others = [each for each in table.columns if each not in (*first, "c", "t", COUNTED)]
    columns = (*first, *others, COUNTED)
    ordered = table.select(*columns).order_by(first) if first else table.select(*columns)
    found = TableRows(facts.arrow(ordered.limit(limit)))
    total = int(facts.run(table.aggregate(total=table.count()))["total"][0])
    return RowSet(definition.name, aggregate, columns, found, total, tuple(facts.sources.get(relation, ())))


def _attributes(measure: Measure, filters: Sequence[Filter]) -> tuple[str, ...]:
    named = [each.attribute for each in filters]
    named += [each.column[2:] for each in (*measure.where, *measure.less) if each.column.startswith("a_")]
    return tuple(dict.fromkeys(named))
