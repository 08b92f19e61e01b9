"""Customers known by their orders alone: days between purchases, and how long an order keeps its customer active."""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.expressions import FAR, later_by


def order_gaps(orders: ir.Table) -> ir.Table:
    """One row for each day on which a customer ordered again: c, day, gap (days since the one before), src, row_no."""
    known = orders.filter(orders.c.notnull() & orders.day.notnull())
    days = known.group_by("c", "day").agg(src=_.src.min(), row_no=_.row_no.min())
    before = days.day.lag().over(ibis.window(group_by="c", order_by="day"))
    gaps = days.mutate(gap=days.day.delta(before, unit="day").cast("float64"))
    return gaps.filter(gaps.gap.notnull())


def active_time(orders: ir.Table, window: int, as_of: date | None) -> ir.Table:
    """Periods in which a customer is active, each from an order to the last of ``window`` days after the last one.

    Columns c, start, end (exclusive; null: still active on the last known day), src, row_no.
    """
    days = orders.group_by("c", "day").agg(src=_.src.min(), row_no=_.row_no.min())
    before = days.day.lag().over(ibis.window(group_by="c", order_by="day"))
    begins = before.isnull() | (days.day > later_by(before, days=window))
    marked = days.mutate(begins=begins.cast("int64"))
    run = marked.mutate(run=marked.begins.sum().over(ibis.cumulative_window(group_by="c", order_by="day")))
    lives = run.group_by("c", "run").agg(
        start=run.day.min(), last=run.day.max(), src=run.src.min(), row_no=run.row_no.min()
    )
    end = later_by(lives["last"], days=window + 1)
    limit = FAR if as_of is None else as_of
    open_end = ibis.ifelse(end > limit, ibis.null("date"), end)
    return lives.select("c", "start", end=open_end, src=lives.src, row_no=lives.row_no)
