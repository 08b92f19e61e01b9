"""The typed tables as facts see them: rows, what each column is, which columns can segment."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding
from kpidesk.facts.as_declared import as_declared, plain_text
from kpidesk.facts.inputs import FactColumn, FactInput
from kpidesk.schema.model import ColumnType
from kpidesk.store.database import Database

ATTRIBUTE_ROLES = frozenset(
  {
    "plan", "channel", "country", "region", "segment", "industry", "company_size", "churn_reason", "product_name",
    "category", "payment_method", "campaign", "ad_group", "device", "cost_type", "billing_period", "owner",
    "priority", "deal_type", "lost_reason", "event_name", "brand", "agent", "version", "page",
  }
)  # fmt: skip
_OTHER_ROLES = frozenset(
  {
    "row_no", "customer_id", "user_id", "subscription_id", "invoice_id", "order_id", "product_id", "lead_id",
    "deal_id", "response_id", "ticket_id", "event_id", "session_id", "post_id", "influencer_id", "referrer_id",
    "invitee_id", "customer_name", "email", "comment", "keyword", "query", "status", "stage", "currency",
    "movement_type", "churn_flag", "trial_flag", "converted_flag", "auto_renew", "tenure_months", "quantity",
    "converted_amount", "converted_currency", "discount_duration", "coupon_duration", "month", "months", "metric",
    "value", "interval_count", "active_users", "is_fiscal",
    "score", "probability", "position", "impressions", "clicks", "conversions", "sessions", "users", "pageviews",
    "new_users", "returning_users", "engaged_sessions", "engagement_rate", "bounce_rate", "avg_session_duration",
    "pages_per_session", "transactions", "reach", "engagements", "likes", "comments", "shares", "saves",
    "followers", "new_followers", "recipients", "opens", "delivered", "bounces", "unique_opens", "unique_clicks",
    "unsubscribes", "complaints", "nps_score", "csat_score", "ces_score", "first_response_hours",
    "ces_channel", "ces_waiting", "ces_resolution", "resolution_hours", "duration", "cxi_effort", "cxi_empathy",
    "cxi_knowing", "cxi_efficiency", "is_won",
  }
)  # fmt: skip
MONEY_ROLES = frozenset(
  {
    "amount", "gross_amount", "cost", "conversion_value", "revenue", "profit", "tax", "fee", "shipping", "mrr",
    "refund_amount", "unit_price", "unit_mrr", "promotion", "influencer_cost", "total_revenue",
  }
)  # fmt: skip
"""Amounts, even where a sheet or a user calls them plain numbers."""

MONTHLY_PRICES = ("mrr", "unit_mrr")
PRICES = (*MONTHLY_PRICES, "amount", "unit_price")
"""What a subscription is worth, a month or a bill: the first that a sheet has is asked."""
_SAMPLE = 20_000
MAX_VALUES = 200


@dataclass(frozen=True)
class FactTable:
    """One input: ``number`` is what ``src`` says, ``attributes`` can segment.

    ``rows`` stands for its Parquet, perhaps joined with others; ``source`` is the Parquet alone. Columns of both are as
    their roles declare them; see as_declared. In columns that are ``different`` no cell repeats another. What is
    ``borrowed`` is no column of the sheet: these attributes are of the subscription that a row names.
    """

    number: int
    input: FactInput
    source: ir.Table
    rows: ir.Table
    attributes: tuple[str, ...] = ()
    typed: dict[str, FactColumn] = field(default_factory=dict)
    different: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()

    @property
    def table(self) -> str:
        return self.input.table

    def has(self, *names: str) -> bool:
        return all(name in self.typed for name in names)

    def over(self, rows: ir.Table) -> "FactTable":
        """The same table with more columns in its rows."""
        return replace(self, rows=rows)

    def text(self, name: str) -> ir.StringColumn:
        """A column as text."""
        return plain_text(self.rows[name])

    @property
    def row_no(self) -> ir.IntegerColumn:
        """The row in the sheet; some number of its own where the file was typed without it."""
        if "row_no" in self.rows.columns:
            return self.rows["row_no"].cast("int64")
        return ibis.row_number().cast("int64")


def open_tables(store: Database, inputs: Sequence[FactInput]) -> tuple[tuple[FactTable, ...], tuple[Finding, ...]]:
    """The tables of these inputs that have rows, and what of them could not be read.

    A column that the Parquet lacks, or that is empty throughout, is as if undeclared.
    """
    opened: list[FactTable] = []
    findings: list[Finding] = []
    for number, one in enumerate(inputs):
        if not store.count(one.dataset):
            continue
        rows = store.table(one.dataset)
        empty = store.empty_columns(one.dataset)
        filled = {name: column for name, column in one.typed.items() if name in rows.columns and name not in empty}
        rows, typed, unread = as_declared(store, one, rows, filled)
        findings += unread
        attributes = _segmenting(store, rows, [name for name, column in typed.items() if may_segment(column)])
        ids = {name for name, column in typed.items() if column.type is ColumnType.ID}
        different = store.different_columns(one.dataset) & ids
        opened.append(FactTable(number, one, rows, rows, attributes, typed, different))
    return tuple(opened), tuple(findings)


def may_segment(column: FactColumn) -> bool:
    """True where a column is by its nature an attribute; how many values it has is another question."""
    if column.name in ATTRIBUTE_ROLES:
        return True
    if column.name in _OTHER_ROLES | MONEY_ROLES:
        return False
    if column.type in (ColumnType.DATE, ColumnType.MONEY, ColumnType.PERCENT):
        return False
    return column.is_attribute is not False


def _segmenting(store: Database, rows: ir.Table, names: list[str]) -> tuple[str, ...]:
    """Those columns that have few enough values in their first rows; one that has not has too many in all."""
    if not names:
        return ()
    head = rows.select(*names).limit(_SAMPLE)
    distinct = store.run(head.agg(**{name: head[name].nunique() for name in names}))
    return tuple(name for name in names if distinct[name][0] <= MAX_VALUES)
