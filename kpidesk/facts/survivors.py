"""Exports often hold only the customers who stayed; then churn is not nought but unknown."""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, period_index
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making
from kpidesk.facts.movements import CHURN
from kpidesk.facts.subscriptions import is_log


def why_churn_is_hidden(making: Making, ledger: Ledger, moves: ir.Table, as_of: date) -> Message | None:
    """The reason why nobody is seen to leave, None where somebody is or the data are too short to tell.

    An end alone is not enough: terms end and are renewed. Something has to end and nothing begin after it, a customer
    be gone for a time, or a subscription be cancelled within its term. ``moves`` are the movements of months.
    """
    today = period_index(as_of, Grain.MONTH)
    churned = moves.filter((moves.kind == CHURN) & (moves.t < today if ledger.paused_undated else moves.t <= today))
    if making.ask(churned.agg(n=_.count()))["n"][0]:
        return None
    lives = ledger.rows.mutate(cut=_within_term(ledger)).group_by("c")
    lives = lives.agg(first=_.start.min(), latest=_.start.max(), ended=_.end.max(), cut=_.cut.any())
    # Who is paused nobody knows since when was taken to stop today, which is no evidence.
    known = lives.ended < as_of if ledger.paused_undated else lives.ended.notnull()
    over = (known & ((lives.ended > lives.latest) | lives.cut)).any().fill_null(False)
    seen = making.ask(lives.agg(first=_.first.min(), over=over, n=_.count()))
    # A log of changes that tells of less tells of people leaving, too.
    tells_of_less = ledger.has_credits and any(is_log(one) for one in ledger.tables)
    if not seen["n"][0] or seen["over"][0] or tells_of_less:
        return None
    first: date = seen["first"].astype("datetime64[D]")[0].item()
    if period_index(as_of, Grain.MONTH) - period_index(first, Grain.MONTH) < 1:
        return None
    if ledger.gone_undated:
        text = QT_TRANSLATE_NOOP(
            "facts", "{n} cancelled {n|row|rows} in {table} have no date: when they left is unknown"
        )
        return Message(text, n=ledger.gone_undated, table=_names(ledger))
    if ledger.gone_left_out:
        text = QT_TRANSLATE_NOOP(
            "facts",
            "{n} cancelled {n|row|rows} in {table} cannot be counted, and no other row ends: the data page says why",
        )
        return Message(text, n=ledger.gone_left_out, table=_names(ledger))
    text = QT_TRANSLATE_NOOP(
        "facts", "{table} holds no cancelled row in all its months: only those who stayed, it seems"
    )
    return Message(text, table=_names(ledger))


def _within_term(ledger: Ledger) -> ir.BooleanValue:
    """Rows that were cancelled within a term of whole months; what invoices are for may end on any day."""
    if any(one.table == "invoices" for one in ledger.tables):
        return ibis.literal(False)
    start, end = ledger.rows.start, ledger.rows.end
    months_edge = end.day().isin([1, 28, 29, 30, 31])
    of_whole_months = (end.day() == start.day()) | (end.day() + 1 == start.day())
    return (~months_edge & ~of_whole_months).fill_null(False)


def _names(ledger: Ledger) -> str:
    return ", ".join(dict.fromkeys(one.input.name for one in ledger.tables))
