"""Cohorts: of those who came in one period, how many are there in the next ones, and how much of what they paid.

Customers and revenue come from the ledger: who pays at the end of a period, and of each no more than what they paid in
the first, so that nothing kept is ever above what was there. Without a ledger they come from orders: who bought in a
period, and for how much. Users are those who were active in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
from ibis import _

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.expressions import exact
from kpidesk.facts.facts import Facts
from kpidesk.facts.holes import Hole
from kpidesk.facts.rows import is_purchase
from kpidesk.metrics.aggregation import period_of, within
from kpidesk.metrics.frame import Array
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import Scope, demand_attributes, named, row_set, with_first_row
from kpidesk.metrics.trace import COUNTED, RowSet


class Kept(Enum):
    """What is followed; ``NET_REVENUE`` counts expansion too and may grow above what was there."""

    CUSTOMERS = "customers"
    REVENUE = "revenue"
    NET_REVENUE = "net_revenue"
    USERS = "users"

    @property
    def is_money(self) -> bool:
        return self in (Kept.REVENUE, Kept.NET_REVENUE)


_FIRST = QT_TRANSLATE_NOOP("metrics", "the first cohort holds everybody who was there before the data begin")
_LATEST = QT_TRANSLATE_NOOP("metrics", "the latest {count} of {every} cohorts")


@dataclass(frozen=True, slots=True, eq=False)
class CohortTable:
    """What is kept, of shape (cohorts, ages): age 0 is the period of the start; NaN is not known yet.

    ``sizes`` are the customers or users of each cohort; ``running`` marks cells of the period that has not ended.
    ``source`` is subscriptions, orders or events.
    """

    kept: Kept
    grain: Grain
    source: str
    starts: tuple[Period, ...]
    sizes: Array
    values: Array
    running: npt.NDArray[np.bool_]
    files: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def shares(self) -> Array:
        """Each cell as a share of its cohort's first; NaN where that is nothing."""
        base = self.values[:, :1] if self.values.size else self.values
        with np.errstate(all="ignore"):
            return np.asarray(np.where(base > 0, self.values / np.where(base > 0, base, 1.0), np.nan))

    def latest(self, rows: int, ages: int) -> "CohortTable":
        """The last cohorts and their first ages, at most so many of each."""
        part, columns = slice(max(0, len(self.starts) - rows), None), slice(0, ages)
        notes = self.notes
        if part.start:  # the first is not among them: what is to be known of it is left out
            told = Message(_LATEST, count=len(self.starts) - part.start, every=len(self.starts))
            notes = (told, *(note for note in notes if note.template.text != _FIRST.text))
        return replace(
            self,
            notes=notes,
            starts=self.starts[part],
            sizes=self.sizes[part],
            values=self.values[part, columns],
            running=self.running[part, columns],
        )

    def average(self) -> tuple[Array, Array]:
        """For each age the share kept of all cohorts whose period of that age has ended, and how many these began with.

        Cohorts count by their size: Σ kept ÷ Σ at the start.
        """
        known = ~np.isnan(self.values) & ~self.running
        base = np.where(known, self.values[:, :1], 0.0).sum(axis=0)
        total = np.where(known, self.values, 0.0).sum(axis=0)
        n = np.where(known, self.sizes[:, None], 0.0).sum(axis=0)
        with np.errstate(all="ignore"):
            return np.asarray(np.where(base > 0, total / np.where(base > 0, base, 1.0), np.nan)), n


def sources_of(facts: Facts) -> Mapping[Kept, str]:
    """What these facts can follow, and from which source."""
    found: dict[Kept, str] = {}
    orders = {"day", "c"} <= facts.columns("orders")
    of_orders = not facts.priced and orders and facts.sources.get("periods") == facts.sources.get("orders")
    if facts.columns("periods") and not of_orders:
        found[Kept.CUSTOMERS] = "subscriptions"
        if facts.priced:
            found |= {Kept.REVENUE: "subscriptions", Kept.NET_REVENUE: "subscriptions"}
    if orders:
        found.setdefault(Kept.CUSTOMERS, "orders")
        if Kept.REVENUE not in found and "amount" in facts.columns("orders"):
            found[Kept.NET_REVENUE] = "orders"
    if {"c", "event_time"} <= facts.columns("active_events"):
        found[Kept.USERS] = "events"
    return found


def cohort_table(facts: Facts, query: Query, kept: Kept, progress: Progress | None = None) -> CohortTable:
    """The cohorts that start in the question's range; UserError, with what is missing, where there are none to follow.

    The question's ``by`` plays no part.
    """
    scope, source = Scope.of(facts, replace(query, by=None)), _source(facts, kept)
    rows = _states(facts, scope, source)
    if source == "subscriptions":
        changes = rows.group_by("t0", "t").agg(
            n=exact(_.came.sum()), kept=exact(_.kept.sum()), net=exact(_.d.sum()), there=exact(_.there.sum())
        )
        found = facts.run(changes, progress)
        values = {Kept.CUSTOMERS: found["there"], Kept.REVENUE: found["kept"]}.get(kept, found["net"])
    else:
        seen = rows.group_by("t0", "t").agg(n=_.c.nunique(where=_.bought), cents=exact(_.cents.sum()))
        found = facts.run(seen, progress)
        values = found["cents"] if kept.is_money else found["n"]
    money = 100.0 if kept.is_money else 1.0
    numbers = (found["t0"].astype(np.int64), found["t"].astype(np.int64), values.astype(np.float64) / money)
    sizes = np.where(found["t"] == found["t0"], found["n"], 0).astype(np.float64)
    return _table(facts, scope, kept, source, numbers, sizes)


def cohort_rows(facts: Facts, query: Query, kept: Kept, start: Period, age: int, limit: int = 1000) -> RowSet:
    """The customers or users behind one cell: ``counted`` adds up to it. Money is in units."""
    scope, source = Scope.of(facts, replace(query, by=None)), _source(facts, kept)
    rows = _states(facts, scope, source).filter(_.t0 == start.index)
    if source == "subscriptions":
        until = rows.filter(rows.t <= start.index + age)
        lives = until.group_by("c").agg(
            opening=exact(_.d.sum(where=_.t == _.t0)), closing=exact(_.d.sum()), kept=exact(_.kept.sum())
        )
        lives = lives.filter(lives.closing > 0)
        counted = {Kept.CUSTOMERS: ibis.literal(1), Kept.REVENUE: lives.kept / 100.0}.get(kept, lives.closing / 100.0)
        found = lives.mutate(**{COUNTED: counted}).drop("kept")
        found = found if facts.priced else found.drop("opening", "closing")
        origin, order = facts.relation("periods", ()), ["start"]
    else:
        rows = rows if kept.is_money else rows.filter(rows.bought)
        there = rows.filter(rows.t == start.index + age).group_by("c").agg(cents=exact(_.cents.sum()))
        found = there.select("c", **{COUNTED: there.cents / 100.0 if kept.is_money else ibis.literal(1)})
        relation, time = _SEEN[source]
        origin, order = facts.relation(relation, ()), [time]
    if origin is not None:
        found = with_first_row(found, origin.filter(origin.c.notnull()), order)
    return row_set(facts, f"cohort.{kept.value}", named(facts, found), limit, facts.sources.get(source, ()))


_SEEN = {"orders": ("orders", "day"), "events": ("active_events", "event_time")}


def _source(facts: Facts, kept: Kept) -> str:
    source = sources_of(facts).get(kept)
    if source is None:
        raise UserError(Message(_MISSING[kept]))
    if source == "subscriptions" and not facts.churn_is_visible:
        raise UserError(facts.survivor_reason or Message(_MISSING[kept]))
    return source


def _states(facts: Facts, scope: Scope, source: str) -> ir.Table:
    """Who was there when. Of the ledger c, t0, t, d and its changes there, kept, came; else c, t0, t, cents, bought.

    Who only returned something bought it before the data begin, and started in none of its periods.
    """
    filtered = tuple(each.attribute for each in scope.query.filters)
    if source == "subscriptions":
        demand_attributes(facts, filtered, scope.moves(), "periods")
        return _ledger(facts, scope)
    name, time = _SEEN[source]
    demand_attributes(facts, filtered, name)
    table = facts.relation(name, scope.attributes)
    if table is None:
        raise LookupError(name)
    rows = within(table, scope.query.filters, time, scope.axis.as_of)
    rows = rows.filter(rows.c.notnull() & rows[time].notnull())
    cents = rows["amount"] if "amount" in rows.columns else ibis.literal(0)
    bought = is_purchase(rows) if source == "orders" else ibis.literal(True)
    seen = rows.select("c", t=period_of(rows, time, scope.query.grain, scope.axis.starts), cents=cents, bought=bought)
    seen = seen.group_by("c", "t").agg(cents=exact(_.cents.sum()), bought=_.bought.any())
    seen = seen.mutate(t0=_.t.min(where=_.bought).over(ibis.window(group_by="c")))
    return seen.filter(seen.t >= seen.t0)


def _ledger(facts: Facts, scope: Scope) -> ir.Table:
    table = facts.relation(scope.moves(), scope.attributes)
    if table is None:
        raise LookupError(scope.moves())
    rows = within(table, scope.query.filters, "t", None)
    rows = rows.filter(rows.t <= scope.now)
    net = rows.group_by("c", "t").agg(d=exact(_.delta.sum())).filter(_.d != 0)
    order = ibis.cumulative_window(group_by="c", order_by="t")
    run = net.mutate(closing=exact(net.d.sum().over(order)), t0=net.t.min().over(ibis.window(group_by="c")))
    run = run.mutate(before=run.closing - run.d, base=exact(ibis.ifelse(run.t == run.t0, run.d, 0).sum().over(order)))
    return run.select(
        "c",
        "t0",
        "t",
        "d",
        came=(run.t == run.t0).cast("int64"),
        there=(run.closing > 0).cast("int64") - (run.before > 0).cast("int64"),
        kept=ibis.least(run.closing, run.base) - ibis.least(run.before, run.base),
    )


def _table(
    facts: Facts,
    scope: Scope,
    kept: Kept,
    source: str,
    numbers: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Array],
    sizes: Array,
) -> CohortTable:
    """Sparse cells as a matrix; those of the ledger are changes and are summed up along the ages."""
    t0, t, cells = numbers
    inside = (t0 >= scope.first) & (t0 <= scope.last) & (t <= scope.now)
    t0, t, cells, sizes = t0[inside], t[inside], cells[inside], sizes[inside]
    starts = np.unique(t0)
    if not starts.size:
        raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "Nobody started in this range.")))
    ages = int(scope.now - starts.min()) + 1 if starts.size else 0
    values: Array = np.zeros((starts.size, ages))
    size: Array = np.zeros(starts.size)
    rows = np.searchsorted(starts, t0)
    np.add.at(values, (rows, t - t0), cells)
    np.add.at(size, rows, sizes)
    if source == "subscriptions":
        # Cents are summed as whole numbers, so that what is gone leaves nothing behind.
        values = np.asarray(np.cumsum(np.round(values * 100.0), axis=1) / 100.0)
    at = starts[:, None] + np.arange(ages)[None, :]
    relation = {"subscriptions": "periods"}.get(source, _SEEN.get(source, (source,))[0])
    hole = facts.holes.get(relation)
    dark = np.zeros(scope.axis.size, np.bool_) if hole is None else scope.axis.within((hole.first, hole.last))
    unknown = (at > scope.now) | dark[np.minimum(at, scope.now) - scope.axis.first]
    values = np.where(unknown, np.nan, values)
    running = (at == scope.now) & scope.is_running
    files = tuple(facts.sources.get(relation, facts.sources.get(source, ())))
    periods = tuple(scope.period(int(each)) for each in starts)
    notes = _notes(facts, source, hole)
    return CohortTable(kept, scope.query.grain, source, periods, size, values, running, files, notes)


def _notes(facts: Facts, source: str, hole: Hole | None) -> tuple[Message, ...]:
    if source != "subscriptions":
        return (Message(_FIRST), *(() if hole is None else (hole.why,)))
    return tuple(facts.notes.get("periods", ()))


_MISSING = {
    Kept.CUSTOMERS: QT_TRANSLATE_NOOP("metrics", "Needs customers with a start and an end, or orders by customer."),
    Kept.REVENUE: QT_TRANSLATE_NOOP("metrics", "Needs subscriptions or invoices with amounts."),
    Kept.NET_REVENUE: QT_TRANSLATE_NOOP("metrics", "Needs subscriptions, invoices or orders with amounts."),
    Kept.USERS: QT_TRANSLATE_NOOP("metrics", "Needs events: user and time."),
}
