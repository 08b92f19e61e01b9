"""What one row of a region can be: how often its ids repeat, how its dates follow each other."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from kpidesk.ingest.cells import year_number
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType

Given = Mapping[str, ColumnProfile]
"""Role to the column that would play it."""


_TELLING: Mapping[str, frozenset[str]] = {
    "leads": frozenset(
        (
            "lead_id",
            "status",
            "channel",
            "converted_flag",
            "converted_date",
            "mql_date",
            "sql_date",
            "opportunity_date",
            "owner",
            "campaign",
        )
    ),
    "tickets": frozenset(
        (
            "ticket_id",
            "status",
            "priority",
            "category",
            "resolved_date",
            "resolution_hours",
            "first_response_date",
            "first_response_hours",
            "agent",
            "channel",
            "csat_score",
        )
    ),
    "email": frozenset(
        ("campaign", "recipients", "delivered", "opens", "unique_opens", "clicks", "unique_clicks", "bounces")
    ),
    "deals": frozenset(
        ("deal_id", "stage", "amount", "closed_date", "probability", "lost_reason", "deal_type", "customer_id")
    ),
}
"""Two of these beside a date say what the date is of; a date alone says nothing."""

_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_NUMBERED = re.compile(r"^(?:week|wk|w|month|m|day|d|period|p|周|第|月)[\s_.-]*(\d{1,3})(?:\s*(?:周|月|天))?$", re.I)


def is_cohort(columns: Sequence[ColumnProfile]) -> bool:
    """Whether three or more columns are numbered periods (Week_1, Week_2, …): a cohort table, which is an answer."""
    return sum(_NUMBERED.match(column.header.strip()) is not None for column in columns) >= 3


def grain_factor(table: str, given: Given, columns: Sequence[ColumnProfile]) -> float:
    """How well a region's rows suit a table: 1 where nothing speaks for or against it."""
    match table:
        case "customers":
            return _customers(given)
        case "subscriptions":
            return _subscriptions(given)
        case "monthly_metrics":
            return _monthly(given, columns)
        case "orders":
            return 1.0 if {"order_id", "order_date", "customer_id"} & given.keys() else 0.25
        case "invoices":
            return 1.0 if {"amount", "invoice_id"} & given.keys() else 0.4
        case "events":
            return _events(given)
        case "surveys":
            return _surveys(given)
        case "spend":
            return _spend(given)
        case "leads" | "tickets" | "deals" | "email":
            return (0.25, 0.5, 1.0)[min(2, len(_TELLING[table] & given.keys()))]
        case "web_traffic" | "social":
            return 0.25 if any(_is_persons(column) for column in columns) else 1.0
    return 1.0


def _uniqueness(column: ColumnProfile | None) -> float:
    """Distinct values to filled cells, 1 where each is different."""
    if column is None or column.filled <= 0 or column.rows == 0:
        return 0.0
    return min(1.0, column.distinct / (column.rows * column.filled))


def _customers(given: Given) -> float:
    """One row is one customer, so the id must not repeat."""
    key = given.get("customer_id")
    if key is None:
        return 0.5
    unique = _uniqueness(key)
    factor = 1.15 if unique > 0.985 else 0.9 if unique > 0.9 else 0.4
    return factor if given.keys() - {"customer_id", "customer_name", "email"} else 0.35 * factor


def _subscriptions(given: Given) -> float:
    """A price, a plan or an end says that a start is a contract's."""
    if not {"customer_id", "subscription_id"} & given.keys():
        return 0.05
    telling = {"cancel_date", "plan", "mrr", "unit_mrr", "billing_period", "unit_price", "status"}
    telling |= {"movement_type", "mrr_change"}
    return 1.0 if len(telling & given.keys()) >= 2 else 0.75 if telling & given.keys() else 0.3


def _monthly(given: Given, columns: Sequence[ColumnProfile]) -> float:
    """One row is one month: the month does not repeat, is a month, and nobody's id stands beside it."""
    month = given.get("month")
    if month is None or len(given) < 2:
        return 0.2
    factor = 1.15 if _uniqueness(month) > 0.95 else 0.3
    factor *= _monthliness(month)
    ids = [c for c in columns if c.type is ColumnType.ID and c is not month and c.filled > 0.3 and not c.is_integer]
    texts = [c for c in columns if c.type is ColumnType.TEXT and c is not month and c.filled > 0.3]
    return factor * (0.5 if ids else 1.0) * (0.8 if texts else 1.0)


def is_years(column: ColumnProfile) -> bool:
    """Whether a column's cells are years, as numbers (2024) or in words (2024年)."""
    if column.type is ColumnType.DATE:
        return bool(column.samples) and all(year_number(text) is not None for text in column.samples)
    low, high = column.low, column.high
    if not column.is_integer or not isinstance(low, float) or not isinstance(high, float):
        return False
    return _FIRST_YEAR <= low <= high <= _LAST_YEAR


def _monthliness(column: ColumnProfile) -> float:
    """1 for months, less for weeks, little for days."""
    if column.format.date_order in ("ym", "my", "month", "year") or is_years(column):
        return 1.0
    low, high = column.low, column.high
    if not isinstance(low, date) or not isinstance(high, date) or column.distinct < 2:
        return 0.8
    if isinstance(low, datetime) and isinstance(high, datetime):
        low, high = low.date(), high.date()
    step = (high - low).days / (column.distinct - 1)
    return 1.0 if step >= 26 else 0.75 if step >= 6 else 0.25


def _events(given: Given) -> float:
    """Users come again."""
    user = given.get("user_id")
    if user is None:
        return 0.3
    factor = 1.0 if "event_name" in given else 0.7
    return factor if _uniqueness(user) < 0.9 or user.rows <= 20 else 0.6 * factor


def _spend(given: Given) -> float:
    """Costs beside revenue and nothing of advertising are a profit and loss statement."""
    advertising = {"channel", "campaign", "ad_group", "keyword", "impressions", "clicks", "conversions", "cost_type"}
    return 0.4 if "conversion_value" in given and not advertising & given.keys() else 1.0


def _is_persons(column: ColumnProfile) -> bool:
    """Whether a column holds the ids of customers, users or subscriptions: such rows are no daily totals."""
    words = set(re.split(r"[^a-z]+", column.header.lower()))
    return (
        bool(words & {"customer", "customerid", "subscription", "subscriber"}) and "id" in words and column.distinct > 5
    )


def _surveys(given: Given) -> float:
    """Without a score it is no survey; a rating alone, that nobody's answer stands beside, is of anything."""
    if any(role.startswith(("nps_", "ces_", "cxi_")) for role in given):
        return 1.0
    beside = {"response_id", "response_date", "customer_id", "comment"}
    return (1.0 if beside & given.keys() else 0.5) if "csat_score" in given else 0.3
