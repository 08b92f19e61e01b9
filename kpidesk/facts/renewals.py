"""When contracts are due for renewal, and whether they were renewed."""

from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.period import Grain
from kpidesk.facts.expressions import period_index

_NEAR_DAYS = 31
"""How long before a contract's end, or after it was due, one may begin that takes its place."""


def renewals(periods: ir.Table, terms: ir.Table, as_of: date) -> ir.Table:
    """One row for each contract and end of a term up to ``as_of``: c, day, cents, renewed_cents, renewed, src, row_no.

    ``periods`` are those of the ledger; ``terms`` has src_, row_ and months, the whole months of each row's term. A
    contract is renewed that runs on, or whose customer has one in its place: begun near its end, at most a month late.
    One that ran beside it all along renews nothing: an add-on that is cancelled is lost, though the plan runs on. One
    that was cancelled within a term is due at its end. Amounts are those before the renewal, so that a raise is none.
    """
    rows = periods.inner_join(terms, [periods.src == terms.src_, periods.row_no == terms.row_]).drop("src_", "row_")
    last = ibis.ifelse(rows.end.isnull(), ibis.date(as_of), rows.end)
    most = (period_index(last, Grain.MONTH) - period_index(rows.start, Grain.MONTH)) // rows.months + 1
    each = rows.mutate(nth=ibis.range(1, most.cast("int64") + 1).unnest())
    due = (each.start + (each.nth * each.months).cast("int32").as_interval("M")).cast("timestamp").cast("date")
    before = each.start + ((each.nth - 1) * each.months).cast("int32").as_interval("M")
    each = each.mutate(day=due, before=before.cast("timestamp").cast("date"))
    each = each.filter((each.day <= as_of) & (each.end.isnull() | (each.before < each.end)))
    runs_on = each.end.isnull() | (each.end > each.day)
    own = each.mutate(runs_on=runs_on)
    ended = own.filter(~own.runs_on)
    others = periods.select(
        o_c=periods.c, o_start=periods.start, o_end=periods.end, o_src=periods.src, o_row=periods.row_no
    )
    near = ibis.interval(days=_NEAR_DAYS)
    another = ended.inner_join(
        others,
        [
            ended.c == others.o_c,
            others.o_start >= (ended.end - near).cast("timestamp").cast("date"),
            others.o_start <= (ended.day + near).cast("timestamp").cast("date"),
            others.o_end.isnull() | (others.o_end > ended.day),
            (others.o_src != ended.src) | (others.o_row != ended.row_no),
        ],
    )
    replaced = another.select(r_src=another.src, r_row=another.row_no, r_day=another.day).distinct()
    joined = own.left_join(
        replaced, [own.src == replaced.r_src, own.row_no == replaced.r_row, own.day == replaced.r_day]
    )
    renewed = joined.runs_on | joined.r_src.notnull()
    return joined.select(
        "c", "day", "cents", "src", "row_no", renewed=renewed, renewed_cents=ibis.ifelse(renewed, joined.cents, 0)
    )
