"""What is expected of the tables of a kind: values that do not repeat, ends after starts, nothing below nought."""

from collections.abc import Mapping

UNIQUE: Mapping[str, str] = {
    "customers": "customer_id",
    "subscriptions": "subscription_id",
    "invoices": "invoice_id",
    "leads": "lead_id",
    "deals": "deal_id",
    "tickets": "ticket_id",
    "events": "event_id",
    "surveys": "response_id",
    "social": "post_id",
}
"""The role whose values should not repeat; an order's number may, once for each of its lines."""

SPANS: Mapping[str, tuple[str, str]] = {
    "customers": ("signup_date", "cancel_date"),
    "subscriptions": ("start_date", "cancel_date"),
    "invoices": ("period_start", "period_end"),
    "deals": ("created_date", "closed_date"),
    "tickets": ("created_date", "resolved_date"),
    "leads": ("created_date", "converted_date"),
    "referrals": ("invited_date", "accepted_date"),
}
"""The first day of something and its last."""

NOT_BELOW_NOUGHT: Mapping[str, tuple[str, ...]] = {
    "customers": ("mrr",),
    "subscriptions": ("mrr", "unit_mrr", "unit_price", "quantity"),
    "orders": ("unit_price",),
    "spend": ("cost", "impressions", "clicks"),
    "web_traffic": ("sessions", "users", "pageviews"),
    "email": ("recipients", "opens", "clicks"),
    "social": ("impressions", "reach"),
}
"""Prices, costs and counts; amounts may be credits."""

CREDITED: Mapping[str, tuple[str, ...]] = {"invoices": ("amount",), "orders": ("amount", "quantity")}
"""What is below nought in credits and returns: to be told, but no mistake by itself."""
