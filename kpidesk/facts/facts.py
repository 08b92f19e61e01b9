"""The derived tables of one workspace, by name, as Ibis expressions over Parquet.

All money is int64 cents in the workspace currency; ``c`` is the int32 code of a customer; ``day`` is a date; ``src`` is the
number of the input and ``row_no`` the row in its sheet; ``a_<attribute>`` are texts without nulls (``(none)``): the
table's own column, else the customer's.

| relation | columns |
|---|---|
| ``periods`` | c, start, end (exclusive; null = open at as_of), cents (a month), src, row_no, a_* |
| ``moves_day`` ``_week`` ``_month`` ``_quarter`` ``_year`` | c, t (``Period.index``), opening, delta, closing, kind, a_* |
| ``customers`` | c, customer_id, first_start, last_end, signup_day, churn_flag, tenure_months, mrr, a_* |
| ``orders`` | day, c, order_id, product_id, quantity, amount (net), gross, refund_amount, profit …, a_* |
| ``invoices`` | day, c, invoice_id, amount (net, paid), gross, refund_amount …, a_* |
| ``revenue`` | day, c, amount, a_* (of invoices, else of orders) |
| ``spend`` | day, cost, impressions, clicks, conversions, conversion_value, a_* |
| ``web_traffic`` ``social`` ``email`` ``leads`` ``deals`` ``surveys`` ``tickets`` ``events`` ``referrals`` | day, c where \
the table names a customer or user, its role columns, a_* |
| ``monthly`` | t (month index), metric (KPI id), value, a_* |

Kinds of movement: 1 new, 2 reactivation, 3 expansion, 4 contraction, 5 churn; netted per customer and period of the grain;
opening + delta = closing. Where ``priced`` is False each running subscription counts 100 cents: customers can be counted,
money cannot. Row tables leave out rows that do not count (cancelled, unpaid, failed, after as_of) and keep every role column.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress

NONE = "(none)"
"""What stands where an attribute has no value."""

NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURN = 1, 2, 3, 4, 5


class Facts:
    """All that is known of the business, ready to be aggregated."""

    as_of: date | None
    currency: str
    findings: tuple[Finding, ...]
    extent: tuple[date, date] | None
    is_snapshot: bool
    priced: bool
    churn_is_visible: bool
    survivor_reason: Message | None
    sources: Mapping[str, tuple[str, ...]]

    @property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """Each attribute that can segment, with its 2 to 200 values, most frequent first."""
        raise NotImplementedError

    def relation(self, name: str, attributes: Iterable[str] | None = None) -> ir.Table | None:
        """One derived table; None where no imported table gives it.

        ``attributes`` limits the ``a_*`` columns to those needed: each one that is the customer's costs a join, so
        pass ``()`` where none is. None means all.
        """
        raise NotImplementedError

    def columns(self, name: str) -> frozenset[str]:
        """The columns of a relation, a_* included; empty where there is no such relation."""
        raise NotImplementedError

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Mapping[str, npt.NDArray[np.generic]]:
        """The result of a query over relations; see Store.run."""
        raise NotImplementedError

    def missing(self, name: str) -> tuple[str, ...]:
        """What would have to be imported to have the relation: ``("subscriptions.start_date", …)``."""
        raise NotImplementedError
