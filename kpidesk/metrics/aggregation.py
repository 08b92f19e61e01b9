"""Measures as Ibis expressions: one GROUP BY per relation and attribute, in terms that every backend has.

Sums and counts are divided by nothing here; ratios are made in numpy from their parts (a division by zero differs
between backends).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.period import Grain, months_ahead
from kpidesk.facts.attribute_sets import OUTCOME_ATTRIBUTES
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE as NONE
from kpidesk.metrics.conditions import Condition
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.products import product_of, unit_products
from kpidesk.metrics.query import Filter

SPENDERS, OURS = "spent on", "ours"
"""Keys under which a scan is given the channels on which money was spent, and the brands that are our own."""

OUTCOMES = OUTCOME_ATTRIBUTES
"""Attributes that only an outcome has: a rate by the reason of leaving would be one hundred in a hundred."""

Lists = Mapping[str, Sequence[str]]
NO_LISTS: Lists = {}

_CLOCKS = {"day": 86400.0, "hour": 3600.0}


@dataclass(frozen=True, slots=True)
class Scan:
    """Several measures of one relation that share their date, read together.

    ``attribute`` is the one to group by, or None for the total. ``lists`` are the words that conditions name by group;
    ``starts`` is the first month of the fiscal year.
    """

    relation: str
    time: str
    measures: tuple[Measure, ...]
    grain: Grain
    attribute: str | None
    filters: tuple[Filter, ...]
    as_of: date | None
    lists: Lists = field(default_factory=dict, hash=False)
    starts: int = 1

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that the relation must bring along."""
        named = [self.attribute] if self.attribute is not None else []
        named += [each.attribute for each in self.filters]
        named += [attribute for measure in self.measures for attribute in attributes_of(measure)]
        return tuple(dict.fromkeys(named))

    def expression(self, table: ir.Table) -> ir.Table:
        """The query: ``t``, ``s`` (where grouped); by number ``v``, ``n``, ``q`` (variance), ``r`` (rows)."""
        rows = within(table, self.filters, self.time, self.as_of)
        if self.measures[0].pair == "week":
            rows = by_week(rows, self.time, self.as_of)
        if self.measures[0].aggregate == "nth_order":
            rows = _nth_orders(rows, self.measures[0], self.attribute)
        keys: dict[str, ir.Value] = {}
        if self.grain is not Grain.SNAPSHOT:
            keys["t"] = period_of(rows, self.time, self.grain, self.starts)
        if self.attribute is not None:
            keys["s"] = rows[f"a_{self.attribute}"]
        if self.measures[0].per:
            return unit_products(rows, keys, self.measures, passes)
        if all(_is_of_kinds(measure) for measure in self.measures):
            return _from_kinds(rows, keys, self.measures)
        columns: dict[str, ir.Value] = {}
        for number, measure in enumerate(self.measures):
            columns |= _columns(rows, measure, number, self.lists)
        return rows.group_by(**keys).aggregate(**columns) if keys else rows.aggregate(**columns)


def attributes_of(measure: Measure) -> tuple[str, ...]:
    """The attributes that the conditions of a measure look at."""
    return tuple(dict.fromkeys(c.column[2:] for c in (*measure.where, *measure.less) if c.column.startswith("a_")))


def within(table: ir.Table, filters: Sequence[Filter], time: str, as_of: date | None) -> ir.Table:
    """The rows that pass the filters, up to a day."""
    for each in filters:
        table = table.filter(table[f"a_{each.attribute}"].isin(list(each.values)))
    if as_of is not None and time and time != "t" and time in table.columns:
        table = table.filter(day_of(table[time]) <= ibis.literal(as_of))
    return table


def pooled(filters: Sequence[Filter], by: str | None) -> Mapping[str, tuple[str, ...]]:
    """The values that filters let through together, of attributes that nothing is split by: they are one segment."""
    found: dict[str, tuple[str, ...]] = {}
    for each in filters:
        among = found.get(each.attribute, each.values)
        found[each.attribute] = tuple(value for value in each.values if value in among)
    return {attribute: values for attribute, values in found.items() if len(values) > 1 and attribute != by}


def day_of(column: ir.Value) -> ir.Value:
    """A date, also of a time stamp."""
    return column.date() if column.type().is_timestamp() else column


def period_of(table: ir.Table, time: str, grain: Grain, starts: int = 1) -> ir.Value:
    """The index of the period as Period counts it; movements carry theirs."""
    if time == "t":
        return table["t"]
    day = day_of(table[time])
    match grain:
        case Grain.MONTH:
            return day.year() * 12 + day.month() - 1
        case Grain.QUARTER:
            return (day.year() * 12 + day.month() - 1 + months_ahead(starts)) // 3
        case Grain.YEAR:
            return (day.year() * 12 + day.month() - 1 + months_ahead(starts)) // 12
        case Grain.WEEK:
            return day.delta(ibis.date("0001-01-01"), unit="day") // 7
        case _:
            return day.delta(ibis.date("0001-01-01"), unit="day") + 1


def passes(table: ir.Table, conditions: Sequence[Condition], lists: Lists = NO_LISTS) -> ir.BooleanValue | None:
    """The conditions as one expression; None where every row passes."""
    result: ir.BooleanValue | None = None
    for condition in conditions:
        one = _condition(table, condition, lists)
        if one is not None:
            result = one if result is None else result & one
    return result


def _condition(table: ir.Table, condition: Condition, lists: Lists) -> ir.BooleanValue | None:
    if condition.column not in table.columns or condition.operator == "column":
        return None
    column = table[condition.column]
    if condition.operator == "known":
        return column.notnull()
    if condition.operator == SPENDERS:
        spenders = list(lists.get(SPENDERS, ()))
        return column.isin(spenders) if spenders else ibis.literal(False)
    if condition.operator == OURS:
        ours = list(lists.get(OURS, ()))
        return column.isin(ours) if ours else column != NONE
    if condition.operator == "says":
        meant = [word for group in condition.values for word in lists.get(str(group), ())]
        plain = column.strip().lower().replace("_", " ").replace("-", " ")
        return plain.isin(meant).fill_null(False) if meant else ibis.literal(False)
    values = list(condition.values)
    if column.type().is_string():
        column = column.strip().lower()
        values = [str(value).lower() for value in values]
    match condition.operator:
        case "in":
            return column.isin(values)
        case "not in":
            return column.notin(values).fill_null(ibis.literal(True))
        case "!=":
            return (column != values[0]).fill_null(ibis.literal(True))
        case "=":
            return column == values[0]
        case "<":
            return column < values[0]
        case "<=":
            return column <= values[0]
        case ">":
            return column > values[0]
        case _:
            return column >= values[0]


def value_of(table: ir.Table, measure: Measure) -> ir.Value:
    """What one row contributes, before it is aggregated."""
    column = table[measure.of]
    if measure.since:
        seconds = column.cast("timestamp").epoch_seconds() - table[measure.since].cast("timestamp").epoch_seconds()
        # Spark would divide whole numbers as decimals, to six places.
        return seconds.cast("float64") / _CLOCKS[measure.clock]
    if measure.weight:
        return column * table[measure.weight]
    if measure.pair:
        return column.cast("int64") * 10_000_000 + period_of(table, measure.time, Grain(measure.pair))
    return column.cast("float64") if column.type().is_boolean() else column


def _columns(table: ir.Table, measure: Measure, number: int, lists: Lists) -> Mapping[str, ir.Value]:
    where = passes(table, measure.where, lists)
    v, n, r = f"v{number}", f"n{number}", f"r{number}"
    if measure.aggregate in ("count", "nth_order"):
        count = _count(table, where)
        less = passes(table, measure.less, lists)
        count = count if less is None else count - _count(table, less)
        return {v: count, n: count}
    value = value_of(table, measure)
    columns: dict[str, ir.Value] = {n: value.count(where=where)}
    if measure.aggregate == "products":
        return {**columns, v: product_of(table, measure).sum(where=where)}
    if measure.aggregate == "sum":
        columns[r] = _count(table, where)
    match measure.aggregate:
        case "sum":
            columns[v] = value.sum(where=where)
        case "count_distinct":
            columns[v] = value.nunique(where=where)
        case "mean":
            columns |= {v: value.mean(where=where), f"q{number}": value.var(where=where, how="sample")}
        case "median":
            columns[v] = value.median(where=where)
        case _:
            columns[v] = value.quantile(0.9, where=where)
    return columns


def _count(table: ir.Table, where: ir.BooleanValue | None) -> ir.Value:
    return table.count() if where is None else table.count(where=where)


def _is_of_kinds(measure: Measure) -> bool:
    """Whether a measure of movements looks at nothing but their kind."""
    plain = not (measure.since or measure.weight or measure.pair)
    return (
        measure.relation == "moves"
        and measure.aggregate in ("count", "sum", "products")
        and plain
        and all(c.column == "kind" for c in (*measure.where, *measure.less))
    )


def _from_kinds(rows: ir.Table, keys: Mapping[str, ir.Value], measures: Sequence[Measure]) -> ir.Table:
    """The measures from the sums of each kind, which are few: each row is looked at once, not once for each measure."""
    summed = tuple(dict.fromkeys(measure.of for measure in measures if measure.aggregate == "sum"))
    products = {_product_name(m): product_of(rows, m).sum() for m in measures if m.aggregate == "products"}
    kinds = rows.group_by(**keys, kind=rows["kind"]).aggregate(
        rows_=rows.count(), **{name: rows[name].sum() for name in summed}, **products
    )
    columns: dict[str, ir.Value] = {}
    for number, measure in enumerate(measures):
        count = _sum(kinds, "rows_", measure.where)
        if measure.aggregate in ("sum", "products"):
            name = measure.of if measure.aggregate == "sum" else _product_name(measure)
            value = kinds[name].sum(where=passes(kinds, measure.where))
        else:
            value = count = count - _sum(kinds, "rows_", measure.less) if measure.less else count
        columns |= {f"v{number}": value, f"n{number}": count}
    return kinds.group_by(*keys).aggregate(**columns) if keys else kinds.aggregate(**columns)


def _product_name(measure: Measure) -> str:
    return f"{measure.of}_by_{measure.times or measure.of}"


def _sum(kinds: ir.Table, name: str, conditions: Sequence[Condition]) -> ir.Value:
    return kinds[name].sum(where=passes(kinds, conditions)).fill_null(0)


def by_week(table: ir.Table, time: str, as_of: date | None) -> ir.Table:
    """Rows dated by the Sunday of their week, so that each week lies in one period; unfinished weeks are left out."""
    day = day_of(table[time])
    sunday = day + (6 - day.day_of_week.index()).as_interval("D")
    dated = table.mutate(**{time: sunday.cast("date")})
    return dated if as_of is None else dated.filter(dated[time] <= ibis.literal(as_of))


def _nth_orders(table: ir.Table, measure: Measure, attribute: str | None) -> ir.Table:
    """One row for each customer that reached its n-th order, dated by it; within the segment where there is one."""
    keys = ["c"] if attribute is None else ["c", f"a_{attribute}"]
    known = table.filter(table["c"].notnull())
    if "amount" in table.columns:
        known = known.filter(known["amount"] >= 0)
    order = ["order_id"] if "order_id" in table.columns else []
    if order:
        orders = known.group_by([*keys, *order]).aggregate(**{measure.time: day_of(known[measure.time]).min()})
    else:
        orders = known.select(*keys, measure.time)
    window = ibis.window(group_by=keys, order_by=[measure.time, *order])
    return orders.mutate(nth=ibis.row_number().over(window)).filter(ibis._.nth == measure.nth - 1)
