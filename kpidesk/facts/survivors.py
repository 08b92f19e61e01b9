"""Exports often hold only the customers who stayed; then churn is not nought but unknown."""

from datetime import date

from ibis import _

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, period_index
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making


def why_churn_is_hidden(making: Making, ledger: Ledger, as_of: date) -> Message | None:
    """The reason why nobody is seen to leave, None where somebody is or the data are too short to tell."""
    seen = making.ask(ledger.rows.agg(first=_.start.min(), ended=_.end.count(), least=_.cents.min(), n=_.count()))
    # A change that takes away is somebody seen to leave, too.
    if not seen["n"][0] or seen["ended"][0] or seen["least"][0] < 0:
        return None
    first: date = seen["first"].astype("datetime64[D]")[0].item()
    if period_index(as_of, Grain.MONTH) - period_index(first, Grain.MONTH) < 1:
        return None
    if ledger.gone_undated:
        text = QT_TRANSLATE_NOOP(
            "facts", "{n} cancelled {n|row|rows} in {table} have no date: when they left is unknown"
        )
        return Message(text, n=ledger.gone_undated, table=_names(ledger))
    text = QT_TRANSLATE_NOOP(
        "facts", "{table} holds no cancelled row in all its months: only those who stayed, it seems"
    )
    return Message(text, table=_names(ledger))


def _names(ledger: Ledger) -> str:
    return ", ".join(dict.fromkeys(one.input.name for one in ledger.tables))
