"""The ledger of a business without contracts: an order keeps its customer active for a time that the workspace sets."""

from collections.abc import Sequence

import ibis

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.codes import Codes
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import UNPRICED_CENTS
from kpidesk.facts.purchases import active_time
from kpidesk.facts.rows import RowPart, purchases, united


def ledger_of_orders(making: Making, codes: Codes, parts: Sequence[RowPart]) -> Ledger | None:
    """Customers active by their orders, without any price; None where orders name no customer."""
    named = [part for part in parts if "customer_id" in part.rows.columns]
    if not named:
        return None
    orders = united(named, codes)
    sold = purchases(orders.filter(orders.c.notnull() & orders.day.notnull()))
    window = making.rules.active_window_days
    lives = active_time(sold, window, making.as_of)
    rows = making.keep("order_lives", lives.mutate(cents=ibis.literal(UNPRICED_CENTS, "int64")))
    text = QT_TRANSLATE_NOOP("facts", "from orders: a customer is active until {n} days after the last order")
    making.notes["periods"] = (*making.notes.get("periods", ()), Message(text, n=window))
    kept = rows.select("c", "start", "end", "cents", "src", "row_no")
    return Ledger(kept, tuple(part.table for part in named), priced=False, gone_undated=0, is_of_orders=True)
