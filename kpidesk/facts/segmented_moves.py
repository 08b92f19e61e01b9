"""Movements by an attribute that changes over a customer's life, such as the plan: what each segment gained and lost.

What the customer as a whole gained or lost stays what it was, new, expansion, churn …, and belongs to the segments that
grew or shrank with it. The rest of a segment's change came from, or went to, another segment of the same customer: a
transfer, in a row of its own, which is nothing in the total. So opening + Σ delta = closing in every segment, and the
segments add up to the whole.

Where credits take more from a segment than it pays, it has nothing, and the customer's other segments bear the rest by
what they pay. So no segment is worth less than nothing, and a credit for a plan that was left lowers the one after it.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.period import Grain
from kpidesk.facts.expressions import exact, period_index
from kpidesk.facts.movements import CHURN, FX, NEW, REACTIVATION, steps

MOVED_IN, MOVED_OUT, MOVED_WITHIN = 6, 7, 8
"""Transfers: the customer enters the segment, leaves it, or is in it before and after."""


def segmented_moves(
    periods: ir.Table, moves: ir.Table, by: Sequence[str], grain: Grain, *, has_credits: bool = False, starts: int = 1
) -> ir.Table:
    """Columns c, t, opening, delta, closing, kind and the attributes ``by``, which periods have.

    ``moves`` are those of whole customers at the grain. A segment in which a customer gains by a second plan is
    entered: a transfer of nothing says so.
    """
    run = _with_credits(periods, by, grain, starts) if has_credits else _changes(periods, by, grain, starts)
    moves = moves.filter(moves.kind != FX)
    whole = moves.select(c_=moves.c, t_=moves.t, whole=moves.delta, kind=moves.kind)
    joined = run.left_join(whole, [run.c == whole.c_, run.t == whole.t_]).drop("c_", "t_")
    shared = _with_share(joined.mutate(whole=joined.whole.fill_null(0), kind=joined.kind.fill_null(0)), by)
    own = shared.filter(shared.moved != 0).mutate(delta=_.moved, closing=_.opening + _.moved, kind=_.kind.cast("int8"))
    came = (shared.opening == 0) & (shared.closing > 0) & ~shared.kind.isin([NEW, REACTIVATION])
    went = (shared.opening > 0) & (shared.closing == 0) & (shared.kind != CHURN)
    transfer = ibis.cases((came, MOVED_IN), (went, MOVED_OUT), else_=MOVED_WITHIN).cast("int8")
    rest = shared.filter((shared.d != shared.moved) | came | went).mutate(
        delta=_.d - _.moved, opening=_.opening + _.moved, kind=transfer
    )
    parts = [own, rest]
    if "fx" in run.columns:
        valued = run.filter(run.fx != 0)
        before = valued.opening - valued.fx
        parts.append(
            valued.mutate(delta=valued.fx, closing=valued.opening, opening=before, kind=ibis.literal(FX, "int8"))
        )
    columns = ["c", "t", "opening", "delta", "closing", "kind", *by]
    return ibis.union(*(part.select(*columns) for part in parts), distinct=False)


def pooled(attribute: ir.StringColumn, values: Sequence[str]) -> ir.StringValue:
    """The attribute with these values as one, called by the first of them."""
    return ibis.ifelse(attribute.isin(values), values[0], attribute)


def newcomers(
    periods: ir.Table, moves: ir.Table, by: Sequence[str], grain: Grain, *, has_credits: bool = False, starts: int = 1
) -> ir.Table:
    """The same of new customers alone, whose ``moves`` these are: what they pay at the end of their first period.

    It asks nothing of what others paid before, so it costs a fraction.
    """
    begin, end = (period_index(day, grain, starts) for day in (periods.start, periods.end))
    told = periods.mutate(begin_=begin, end_=end)
    first = moves.filter(moves.kind == NEW).select(c_=moves.c, t=moves.t)
    there = told.inner_join(first, [told.c == first.c_, told["begin_"] <= first.t])
    there = there.filter(there["end_"].isnull() | (there["end_"] > there.t))
    paid = there.group_by("c", "t", *by).agg(delta=exact(_.cents.sum()))
    if has_credits:
        whole = moves.filter(moves.kind == NEW).select(c_=moves.c, whole=moves.delta)
        paid = paid.inner_join(whole, paid.c == whole.c_).drop("c_")
        paid = _divided(paid.mutate(same=ibis.greatest(paid.delta, 0)), by)
        paid = paid.filter(paid.moved != 0).select("c", "t", *by, delta=_.moved)
    nothing, kind = ibis.literal(0, "int64"), ibis.literal(NEW, "int8")
    return paid.select("c", "t", "delta", *by, opening=nothing, closing=paid.delta, kind=kind)


def _changes(periods: ir.Table, by: Sequence[str], grain: Grain, starts: int) -> ir.Table:
    """What each customer's amount in each segment is before and after every period in which it changes.

    What an exchange rate did to it (``fx``) came first: ``opening`` and ``d`` are after that.
    """
    net = _net(periods, by, grain, starts)
    before = ibis.cumulative_window(group_by=["c", *by], order_by="t")
    run = net.mutate(closing=exact(net.d.sum().over(before)))
    if "fx" in net.columns:
        run = run.mutate(fx=ibis.ifelse(run.closing == run.d, 0, run["fx"]).cast("int64"))
        run = run.mutate(d=run.d - run["fx"])
    return run.mutate(opening=run.closing - run.d)


def _net(periods: ir.Table, by: Sequence[str], grain: Grain, starts: int) -> ir.Table:
    """What each customer's amount in each segment changes by in each period (c, t, by, d, perhaps fx)."""
    changes = steps(periods, grain, starts, by)
    amounts = {name: exact(changes[name].sum()) for name in ("d", "fx") if name in changes.columns}
    net = changes.group_by("c", "t", *by).agg(**amounts)
    return net.filter((net.d != 0) | (net["fx"] != 0)) if "fx" in amounts else net.filter(net.d != 0)


def _with_credits(periods: ir.Table, by: Sequence[str], grain: Grain, starts: int) -> ir.Table:
    """The same where some cents are negative, which does not tell what rates did; few customers need the rule."""
    periods = periods.select("c", "start", "end", "cents", *by)
    few = periods.filter(periods.cents < 0).select("c").distinct()
    usual = _changes(periods.anti_join(few, "c"), by, grain, starts)
    owing = _without_debt(_net(periods.semi_join(few, "c"), by, grain, starts), by)
    return ibis.union(usual, owing.select(*usual.columns), distinct=False)


def _without_debt(net: ir.Table, by: Sequence[str]) -> ir.Table:
    """Of changes (c, t, by, d) what is left when segments that owe are worth nothing and the others bear their debt."""
    times, parts = net.select("c", "t").distinct(), net.select("c", *by).distinct()
    # What one segment owes moves the others, so each has a row where any of the customer's moves.
    still = times.inner_join(parts, "c").select("c", "t", *by, d=ibis.literal(0, "int64"))
    rows = ibis.union(net.select("c", "t", *by, "d"), still, distinct=False)
    rows = rows.group_by("c", "t", *by).agg(d=exact(_.d.sum()))
    before = ibis.cumulative_window(group_by=["c", *by], order_by="t")
    rows = rows.mutate(total=exact(rows.d.sum().over(before)))
    rows = rows.mutate(
        whole=ibis.greatest(exact(rows["total"].sum().over(ibis.window(group_by=["c", "t"]))), 0),
        same=ibis.greatest(rows["total"], 0),
    )
    run = _divided(rows, by).select("c", "t", *by, closing=_.moved)
    in_order = ibis.window(group_by=["c", *by], order_by="t")
    run = run.mutate(opening=run.closing.lag().over(in_order).fill_null(0))
    return run.mutate(d=run.closing - run.opening).filter(_.d != 0)


def _with_share(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """``moved``: the segment's part of what the whole customer gained or lost, of those that moved the same way."""
    same = ibis.ifelse(
        (rows.whole > 0) & (rows.d > 0), rows.d, ibis.ifelse((rows.whole < 0) & (rows.d < 0), -rows.d, 0)
    )
    return _divided(rows.mutate(same=same), by)


def _divided(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """``moved``: the segment's part of the ``whole`` of a customer and period, by ``same``; the parts add up to it."""
    among = ibis.window(group_by=["c", "t"])
    so_far = ibis.cumulative_window(group_by=["c", "t"], order_by=list(by))
    rows = rows.mutate(
        total=rows["same"].sum().over(among).cast("float64").nullif(0.0),
        upto=rows["same"].sum().over(so_far).cast("float64"),
    )
    size = rows.whole.cast("float64")
    share = (size * (rows.upto / rows.total)).round() - (size * ((rows.upto - rows["same"]) / rows.total)).round()
    return rows.mutate(moved=share.cast("int64").fill_null(0))
