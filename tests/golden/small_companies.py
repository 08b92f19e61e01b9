"""Small companies whose figures can be computed by hand, one for each family of KPIs."""

from collections.abc import Mapping

import pandas as pd

Tables = Mapping[str, pd.DataFrame]


def table(header: str, *rows: tuple[object, ...]) -> pd.DataFrame:
    """Rows under blank-separated column names."""
    return pd.DataFrame(list(rows), columns=header.split())


def ledger() -> Tables:
    """Seven customers: one leaves, one upgrades, one downgrades, one joins, one comes and goes, one comes back."""
    subscriptions = table(
        "customer_id plan start_date cancel_date mrr",
        ("a", "Pro", "2024-01-01", None, 100.0),
        ("b", "Pro", "2024-01-01", "2024-02-10", 50.0),
        ("c", "Basic", "2024-01-01", "2024-02-15", 30.0),
        ("c", "Pro", "2024-02-15", None, 80.0),
        ("d", "Basic", "2024-01-01", "2024-03-10", 40.0),
        ("d", "Basic", "2024-03-10", None, 25.0),
        ("e", "Basic", "2024-02-05", None, 20.0),
        ("f", "Basic", "2024-01-03", "2024-01-20", 60.0),
        ("g", "Basic", "2023-12-01", "2024-01-15", 10.0),
        ("g", "Basic", "2024-03-05", None, 10.0),
    )
    customers = table(
        "customer_id channel",
        ("a", "Search"), ("b", "Social"), ("c", "Referral"), ("d", "Search"), ("e", "Search"), ("f", "Direct"),
        ("g", "Direct"),
    )  # fmt: skip
    spend = table(
        "date channel cost impressions clicks conversions conversion_value",
        ("2024-01-10", "Search", 400.0, 4000, 40, 4, 800.0),
        ("2024-02-10", "Search", 200.0, 1000, 50, 5, 500.0),
        ("2024-02-12", "Social", 100.0, 3000, 10, 0, 100.0),
    )
    sheet = table(
        "month metric value",
        ("2024-02-01", "capex", 1000.0), ("2024-01-01", "capex", 0.0),
    )  # fmt: skip
    return {"subscriptions": subscriptions, "customers": customers, "spend": spend, "monthly_metrics": sheet}


def contracts() -> Tables:
    """24 yearly contracts of which two, worth 20 of 200 a month, are not renewed; and one monthly one."""
    rows = [(f"k{i}", "2023-01-10", None, 8.0 if i < 20 else 10.0, "yearly") for i in range(22)]
    rows += [(f"x{i}", "2023-01-10", "2024-01-10", 10.0, "yearly") for i in range(2)]
    rows += [("n", "2023-02-20", "2024-02-20", 5.0, "yearly"), ("n", "2024-02-25", None, 6.0, "yearly")]
    return {"subscriptions": table("customer_id start_date cancel_date mrr billing_period", *rows)}


def site() -> Tables:
    """An export of a site by channel and page, and the leads and sign-ups that came of it."""
    web = table(
        "date channel page sessions users new_users bounce_rate avg_session_duration pageviews impressions clicks",
        ("2024-01-10", "Organic", "/", 60, 40, 30, 0.5, 30.0, 120, 1000, 50),
        ("2024-01-20", "Search", "/price", 40, 30, 20, 0.25, 60.0, 60, 500, 10),
        ("2024-02-10", "Organic", "/", 50, 50, 10, 0.2, 10.0, 50, 0, 0),
    )
    spend = table("date channel cost", ("2024-01-05", "Search", 10.0), ("2024-02-05", "Search", 10.0))
    return {"web_traffic": web, "spend": spend}


def product() -> Tables:
    """Three users: one uses three features on two days, one comes late, one never; visits end after 30 minutes."""
    customers = table(
        "customer_id signup_date", ("u", "2024-01-02"), ("v", "2024-01-05"), ("w", "2024-01-10"), ("x", "2024-02-01")
    )
    events = table(
        "user_id event_time event_name page",
        ("u", "2024-01-03 10:00", "report", "/a"),
        ("u", "2024-01-03 10:20", "export", "/b"),
        ("u", "2024-01-03 10:51", "whitepaper_download", "/b"),
        ("u", "2024-01-04 09:00", "share", "/c"),
        ("u", "2024-01-04 09:30", "purchase", "/d"),
        ("u", "2024-02-20 09:00", "report", "/a"),
        ("v", "2024-01-25 09:00", "report", "/a"),
        ("v", "2024-01-25 12:00", "purchase", "/d"),
        ("x", "2024-02-02 08:00", "login", "/a"),
    )
    referrals = table(
        "referrer_id invited_date invitee_id accepted_date",
        ("u", "2024-01-20", "i", "2024-01-22"), ("u", "2024-01-21", "j", None),
    )  # fmt: skip
    return {"customers": customers, "events": events, "referrals": referrals}


def pipeline() -> Tables:
    """Four leads of January at four stages, one of February; deals of three of them."""
    leads = table(
        "lead_id created_date status mql_date sql_date",
        ("1", "2024-01-02", "converted", "2024-01-05", "2024-01-10"),
        ("2", "2024-01-03", "SQL", "2024-01-09", "2024-01-20"),
        ("3", "2024-01-04", "chat qualified", "2024-02-03", None),
        ("4", "2024-01-05", "new", None, None),
        ("5", "2024-02-05", "opportunity", "2024-02-06", "2024-02-08"),
    )
    deals = table(
        "deal_id lead_id created_date closed_date stage amount lost_reason",
        ("d1", "1", "2024-01-12", "2024-01-22", "Closed Won", 1000.0, None),
        ("d2", "5", "2024-02-10", None, "proposal", 300.0, None),
        ("d3", "9", "2024-01-10", "2024-01-30", "closed_lost", 200.0, "price"),
        ("d4", "8", "2024-01-01", "2024-01-31", "won", 500.0, None),
    )
    return {"leads": leads, "deals": deals}


def voices() -> Tables:
    """Answers to surveys by version, and four tickets at a desk that is open from 7 to 18 on weekdays."""
    surveys = table(
        "response_date version nps_score csat_score ces_score ces_waiting "
        "cxi_effort cxi_empathy cxi_knowing cxi_efficiency",
        ("2024-01-05", "1.0", 10, 5, 2, 3, 5, 4, 3, 5),
        ("2024-01-06", "1.0", 9, 4, 4, 6, 4, 4, 4, 5),
        ("2024-01-07", "2.0", 6, 2, 6, None, 1, 2, 3, 4),
        ("2024-01-08", "2.0", 7, None, None, None, 2, 4, 5, 1),
        ("2024-01-09", "2.0", 11, None, None, None, None, None, None, None),
    )
    tickets = table(
        "ticket_id created_date first_response_date resolved_date category",
        ("t1", "2024-01-08 18:00", "2024-01-09 08:00", "2024-01-09 10:00", "bug"),
        ("t2", "2024-01-12 17:00", "2024-01-15 07:30", None, "question"),
        ("t3", "2024-01-16 09:00", "2024-01-16 09:30", "2024-01-16 19:00", "bug"),
        ("t4", "2024-01-17 09:00", None, None, "bug"),
        ("t5", "2024-02-01 09:00", "2024-02-01 10:00", "2024-02-01 11:00", "request"),
        ("t6", "2024-02-02 09:00", "2024-02-02 11:00", "2024-02-02 11:00", "request"),
    )
    return {"surveys": surveys, "tickets": tickets}


def shop() -> Tables:
    """Three customers of a shop: one buys three times, one twice on one day, one once."""
    orders = table(
        "order_id order_date customer_id category amount profit refund_amount",
        ("o1", "2024-01-01", "a", "tea", 100.0, 40.0, 0.0),
        ("o2", "2024-01-11", "a", "tea", 50.0, 20.0, 10.0),
        ("o3", "2024-01-31", "a", "pot", 150.0, 60.0, 0.0),
        ("o4", "2024-01-20", "b", "pot", 60.0, 30.0, 0.0),
        ("o5", "2024-01-20", "b", "tea", 40.0, 10.0, 0.0),
        ("o6", "2024-02-10", "c", "tea", 30.0, 15.0, 30.0),
        ("o7", "2024-02-11", "c", "tea", 20.0, 10.0, 0.0),
        ("o8", "2024-05-10", "a", "tea", 80.0, 40.0, 0.0),
    )
    return {"orders": orders}


def outreach() -> Tables:
    """Mails, posts of two brands and of an influencer."""
    email = table(
        "send_date recipients delivered unique_opens unique_clicks unsubscribes",
        ("2024-01-05", 110, 100, 40, 10, 1),
        ("2024-01-15", 100, 100, 20, 5, 0),
    )
    social = table(
        "date brand influencer_id impressions reach engagements likes comments shares followers influencer_cost",
        ("2024-01-05", "Ours", None, 1000, 800, 50, 30, 15, 5, 2000, None),
        ("2024-01-06", "Theirs", None, 3000, 2000, 60, 50, 5, 5, 9000, None),
        ("2024-01-07", "Ours", "kim", 500, 400, 40, 30, 6, 4, 800, 100.0),
    )
    return {"email": email, "social": social}
