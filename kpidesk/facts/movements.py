"""Movements of each customer's monthly amount, for any grain, from paid periods.

Each period adds its cents on its first day and takes them away on its end; the changes of a customer within one period
of the grain are netted, and a running sum over them gives opening and closing. So opening + Σ delta = closing, to the
cent. Where paid time says what of its worth comes from an exchange rate (``fx``), that is a row of its own.
"""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.period import Grain, months_ahead
from kpidesk.facts.expressions import FAR, exact, period_index

NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURN, FX = 1, 2, 3, 4, 5, 9
NEW_ONLY = ":new"
"""Behind the name of a relation of movements: only those of new customers; cheaper where an attribute changes."""

_MONTHS = {Grain.QUARTER: 3, Grain.YEAR: 12}


def grain_and_day(name: str) -> tuple[Grain, date | None]:
    """What the name of a relation of movements says: the grain, and the day of the view where it is within a period."""
    grain, _at, day = name.removeprefix("moves_").removesuffix(NEW_ONLY).partition("@")
    return Grain(grain), date.fromisoformat(day) if day else None


def movements(periods: ir.Table, grain: Grain, *, has_credits: bool = False, starts: int = 1) -> ir.Table:
    """Columns c, t, delta, closing, kind; one row per customer and period of the grain in which anything changed.

    What a change of an exchange rate did to what a customer had at the start comes first, in a row of its own.
    ``starts`` is the first month of the fiscal year. ``has_credits``: some cents are negative. Nobody pays less
    than nothing, so what a credit takes beyond that is lost.
    """
    net = _net_changes(periods, grain, has_credits, starts)
    run = net.mutate(
        closing=exact(net.d.sum().over(ibis.cumulative_window(group_by="c", order_by="t"))),
        nth=ibis.row_number().over(ibis.window(group_by="c", order_by="t")),
    )
    if grain in _MONTHS:
        # Who came and left within an earlier quarter moved nothing in it, and is still not new when he returns.
        months = _net_changes(periods, Grain.MONTH, has_credits, starts)
        since = months.group_by(c_=months.c).agg(since=(months.t.min() + months_ahead(starts)) // _MONTHS[grain])
        run = run.left_join(since, run.c == since.c_).drop("c_").mutate(nth=_.nth + (_.since < _.t).cast("int64"))
    if "fx" not in run.columns:
        return run.select("c", "t", delta=run.d, closing=run.closing, kind=_kind(run))
    run = run.mutate(fx=ibis.ifelse(run.closing == run.d, 0, run.fx).cast("int64"))
    own = run.mutate(d=run.d - run.fx).filter(_.d != 0)
    rate = run.filter(run.fx != 0)
    valued = rate.select(
        "c", "t", delta=rate.fx, closing=rate.closing - rate.d + rate.fx, kind=ibis.literal(FX, "int8")
    )
    return ibis.union(own.select("c", "t", delta=own.d, closing=own.closing, kind=_kind(own)), valued, distinct=False)


def _kind(run: ir.Table) -> ir.IntegerColumn:
    """The kind of what a customer gained or lost by ``d``."""
    kind = ibis.cases(
        (run.nth == 0, NEW),
        (run.closing == run.d, REACTIVATION),
        (run.closing == 0, CHURN),
        (run.d > 0, EXPANSION),
        else_=CONTRACTION,
    )
    return kind.cast("int8")


def _net_changes(periods: ir.Table, grain: Grain, has_credits: bool, starts: int) -> ir.Table:
    """What each customer's amount changes by in each period (c, t, d, perhaps fx), where that is not nothing."""
    changes = steps(periods, grain, starts)
    amounts = {name: exact(changes[name].sum()) for name in ("d", "fx") if name in changes.columns}
    net = changes.group_by("c", "t").agg(**amounts)
    if "fx" in amounts and not has_credits:
        return net.filter((net.d != 0) | (net.fx != 0))
    net = net.filter(net.d != 0)
    return _without_debt(net) if has_credits else net


def steps(periods: ir.Table, grain: Grain, starts: int, by: Sequence[str] = ()) -> ir.Table:
    """What each piece of paid time adds when it starts and takes away when it ends: c, t, d, perhaps fx, and ``by``."""
    ended = periods.filter(periods.end.notnull())
    has_fx = "fx" in periods.columns
    on = {"d": periods.cents} | ({"fx": periods["fx"]} if has_fx else {})
    off = {"d": -ended.cents} | ({"fx": ibis.literal(0, "int64")} if has_fx else {})
    began = periods.select("c", *by, t=period_index(periods.start, grain, starts), **on)
    left = ended.select("c", *by, t=period_index(ended.end, grain, starts), **off)
    return ibis.union(began, left, distinct=False)


def _without_debt(net: ir.Table) -> ir.Table:
    """The changes (c, t, d), less what would bring a running sum below nothing."""
    in_order = ibis.window(group_by="c", order_by="t")
    run = net.mutate(total=exact(net.d.sum().over(ibis.cumulative_window(group_by="c", order_by="t"))))
    run = run.mutate(total=ibis.greatest(run.total, 0))
    change = run.mutate(d=run.total - run.total.lag().over(in_order).fill_null(0))
    return change.filter(change.d != 0).select("c", "t", "d")


def resume_short_gaps(periods: ir.Table, months: int) -> ir.Table:
    """Periods that last until the renewal, where that came less than ``months`` late.

    The gap is filled with what was paid before it: the new price counts from its own day. So each gap that still shows
    is at least that long, and a return after it is a reactivation. It restates: a churn at the last month's end may
    disappear when the renewal arrives.
    """
    until = periods.mutate(until=periods.end.fill_null(ibis.date(FAR)))
    before = ibis.window(group_by="c", order_by="start", preceding=(None, 1))
    paid = until.mutate(paid_to=until.until.max().over(before))
    # Plans that return on one day return together.
    paid = paid.mutate(paid_to=paid.paid_to.min().over(ibis.window(group_by=["c", "start"])))
    late = paid.filter((paid.start > paid.paid_to) & (paid.start < paid.paid_to + ibis.interval(months=months)))
    back = late.group_by(c_=late.c, due=late.paid_to).agg(back=late.start.min())
    joined = periods.left_join(back, [periods.c == back.c_, periods.end == back.due])
    return joined.mutate(end=joined.back.coalesce(joined.end)).drop("c_", "due", "back")


def perhaps_late(periods: ir.Table, months: int) -> ir.Table:
    """The customers (column c) who may have come back within ``months``: few, so that only they need be looked at."""
    lives = periods.group_by("c").agg(
        n=_.count(), latest=_.start.max(), earliest_end=_.end.fill_null(ibis.date(FAR)).min()
    )
    within = lives.latest < lives.earliest_end + ibis.interval(months=months)
    return lives.filter((lives.latest > lives.earliest_end) & ((lives.n > 2) | within)).select("c")


def late_across_months(periods: ir.Table) -> ir.Table:
    """The customers (column c) who may have come back within a month, and in the month after they left.

    Only for them can the rule of short gaps change a movement of months.
    """
    ended = periods.filter(periods.end.notnull())
    ends = ended.select("c", t=period_index(ended.end, Grain.MONTH) + 1, due=ended.end)
    starts = periods.select("c", t=period_index(periods.start, Grain.MONTH), start=periods.start)
    pairs = starts.join(ends, ["c", "t"])
    return pairs.filter(pairs.start < pairs.due + ibis.interval(months=1)).select("c").distinct()


def seen_across_months(moves: ir.Table, periods: ir.Table) -> ir.Table:
    """The same at a third of the cost, where all cents are positive, from the months' ``moves`` without the rule.

    Who is away over a month's end is then seen to leave and to return, but for time that began and ended in one month.
    """
    left = moves.filter(moves.kind == CHURN).select("c", t=moves.t + 1)
    back = moves.filter(moves.kind == REACTIVATION).select("c", "t")
    start, end = (period_index(day, Grain.MONTH) for day in (periods.start, periods.end))
    brief = periods.filter(start == end).select("c")
    return ibis.union(back.semi_join(left, ["c", "t"]).select("c"), brief, distinct=False)
