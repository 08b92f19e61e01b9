"""What would have to be imported for a relation to exist."""

_LEDGER = ("subscriptions.customer_id", "subscriptions.start_date", "subscriptions.cancel_date", "subscriptions.mrr")

_NEEDS = {
    "periods": _LEDGER,
    "customers": ("customers.customer_id",),
    "orders": ("orders.order_date", "orders.amount"),
    "invoices": ("invoices.invoice_date", "invoices.amount"),
    "revenue": ("invoices.invoice_date", "invoices.amount"),
    "refunds": ("invoices.refund_amount",),
    "spend": ("spend.date", "spend.cost"),
    "web_traffic": ("web_traffic.date", "web_traffic.sessions"),
    "leads": ("leads.created_date",),
    "deals": ("deals.closed_date", "deals.stage"),
    "surveys": ("surveys.nps_score",),
    "tickets": ("tickets.created_date",),
    "events": ("events.user_id", "events.event_time"),
    "social": ("social.date", "social.impressions"),
    "email": ("email.send_date", "email.recipients"),
    "referrals": ("referrals.referrer_id", "referrals.invited_date"),
    "monthly": ("monthly_metrics.month",),
    "visits": ("events.user_id", "events.event_time"),
    "active_events": ("events.user_id", "events.event_time"),
    "signups": ("customers.customer_id", "customers.signup_date"),
    "order_gaps": ("orders.customer_id", "orders.order_date"),
    "renewals": ("subscriptions.start_date", "subscriptions.billing_period"),
}


def needs(name: str) -> tuple[str, ...]:
    """Table and column names as the schema has them; empty for a name that is no relation."""
    return _LEDGER if name.startswith("moves_") or name == "turnover" else _NEEDS.get(name, ())
