"""Every KPI against a figure computed by hand; the companies are in small_companies."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.schema.business_rules import BusinessHours, BusinessRules
from tests.golden import small_companies
from tests.golden.promised import PROMISED
from tests.metrics.real_facts import facts_of

DESK = FactRules(business=BusinessRules(business_hours=BusinessHours(7, 18), own_brands=("Ours",)))
LAST: dict[str, date] = {
    "ledger": date(2024, 3, 31),
    "contracts": date(2024, 3, 31),
    "site": date(2024, 2, 29),
    "product": date(2024, 2, 29),
    "pipeline": date(2024, 2, 29),
    "voices": date(2024, 2, 29),
    "shop": date(2024, 5, 31),
    "outreach": date(2024, 1, 31),
}

BY_HAND: dict[str, dict[str, dict[str, float | None]]] = {
    "ledger": {
        "2024-01": {
            "mrr": 220, "active_customers": 4, "new_customers": 4, "churned_customers": 1, "customer_churn_rate": 1,
            "churned_mrr": -10, "new_mrr": 220, "retention_rate": 0, "customer_lifetime_months": 1,
        },
        "2024-02": {
            "mrr": 240, "arr": 2880, "starting_mrr": 220, "new_mrr": 20, "expansion_mrr": 50, "contraction_mrr": 0,
            "churned_mrr": -50, "reactivation_mrr": 0, "transfer_mrr": 0, "net_new_mrr": 20, "active_customers": 4,
            "starting_customers": 4, "new_customers": 1, "churned_customers": 1, "reactivated_customers": 0,
            "transferred_customers": 0, "customer_churn_rate": 0.25, "retention_rate": 0.75, "loyalty": 0.75,
            "customer_lifetime_months": 4, "revenue_churn_rate": 50 / 220, "net_revenue_churn_rate": 0,
            "grr": 170 / 220, "nrr": 1, "quick_ratio": 70 / 50, "arpa": 60, "arpa_new": 20, "arpa_existing": 220 / 3,
            "recurring_revenue": 240, "arpu": 60, "gross_margin": 1, "ltv": 240, "ad_spend": 300,
            "marketing_cost": 300, "acquisition_cost": 300,  "cac": 300, "ltv_cac": 0.8,
            "cac_payback_months": 5, "capex": 1000, "clv_per_capex": 0.96, "ad_impressions": 4000, "ad_clicks": 60,
            "impressions": 4000, "clicks": 60, "ctr": 60 / 4000, "ad_ctr": 60 / 4000, "cpc": 5, "cpm": 75,
            "conversions": 5, "ad_conversion_rate": 5 / 60, "cost_per_conversion": 60, "conversion_value": 600,
            "roas": 2, "paid_customers": 1, "paid_channel_spend": 300, "cac_paid": 300, "referred_customers": 0,
            "referred_share": 0, "paid_channel_mrr": 160, "paid_channel_recurring_revenue": 160,
            "channel_roi": (160 - 300) / 300, "cohort_size": 1, "cohort_kept": 1, "cohort_retention": 1,
        },
        "2024-03": {
            "mrr": 235, "contraction_mrr": -15, "reactivation_mrr": 10, "reactivated_customers": 1,
            "customer_churn_rate": 0, "customer_lifetime_months": None, "ltv": None, "cac": None,
            "revenue_churn_rate": 15 / 240, "net_revenue_churn_rate": 5 / 240, "quick_ratio": 10 / 15,
            "new_customers": 0, "arpa_new": None,
        },
    },
    "contracts": {
        "2024-01": {
            "contracts_due": 24, "contracts_renewed": 22, "renewal_rate": 22 / 24, "mrr_due": 200,
            "mrr_renewed": 180, "renewal_rate_amount": 0.9,
        },
        "2024-02": {"contracts_due": 1, "contracts_renewed": 1, "mrr_due": 5, "mrr_renewed": 5, "renewal_rate": 1},
        "2024-03": {"contracts_due": 0, "renewal_rate": None, "renewal_rate_amount": None},
    },
    "site": {
        "2024-01": {
            "sessions": 100, "all_sessions": 100, "traffic_share": 1, "paid_sessions": 40, "paid_traffic_share": 0.4,
            "unique_visitors": 70, "new_visitors": 50, "new_visitor_share": 50 / 70,
            "returning_visitor_share": 20 / 70, "pageviews": 180, "pages_per_session": 1.8, "session_seconds": 4200,
            "avg_session_duration": 42, "avg_time_on_page": 4200 / 180, "avg_time_on_site_per_user": 60,
            "sessions_per_user": 100 / 70, "bounced_sessions": 40, "bounce_rate": 0.4, "search_impressions": 1500,
            "search_clicks": 60, "ctr": 0.04,
        },
        "2024-02": {"sessions": 50, "bounce_rate": 0.2, "avg_session_duration": 10, "paid_traffic_share": 0},
    },
    "product": {
        "2024-01": {
            "signups": 3, "activated_signups": 1, "activation_rate": 1 / 3, "time_to_active_days": (1 + 20) / 2,
            "median_time_to_active_days": 10.5, "pql_signups": 1, "pqls": 1, "signup_to_pql_rate": 1 / 3,
            "retained_signups": 1, "active_to_retained_rate": 1, "referring_signups": 1, "sessions": 5,
            "sessions_to_conversion": 2.5, "content_downloads": 1, "user_days": 3, "dau": 3 / 31, "mau": 2,
            "wau": 2 / 4, "stickiness": 3 / 31 / 2, "session_seconds": 1200 + 1800, "pageviews": 7,
            "avg_session_duration": 600, "avg_time_on_page": 3000 / 7, "bounced_sessions": 3, "bounce_rate": 3 / 5,
            "unique_visitors": 2, "new_visitors": 2, "new_visitor_share": 1, "visit_to_signup_rate": 3 / 5,
            "visitor_to_signup_rate": 3 / 2, "invites_sent": 2, "invites_accepted": 1, "invite_conversion_rate": 0.5,
            "viral_coefficient": 2 / 3 * 0.5, "amplification": 1.5, "users": 2,
        },
        "2024-02": {"signups": 1, "activation_rate": 1, "signup_to_pql_rate": 0, "mau": 2, "time_to_active_days": 1},
    },
    "pipeline": {
        "2024-01": {
            "contacts_created": 4, "leads_created": 4, "mqls": 2, "sqls": 2, "cqls": 1, "opportunities": 3,
            "funnel_mqls": 3, "funnel_sqls": 2, "funnel_opportunities": 1, "converted_leads": 1,
            "lead_to_mql_rate": 0.75, "mql_to_sql_rate": 2 / 3, "sql_to_opportunity_rate": 0.5,
            "opportunity_to_customer_rate": 1, "lead_to_customer_rate": 0.25, "funnel": 0.25,
            "days_lead_to_mql": 6, "days_mql_to_sql": 8, "days_sql_to_opportunity": 2, "days_lead_to_customer": 20,
            "deals_won": 2, "deals_lost": 1, "win_rate": 2 / 3, "won_amount": 1500, "avg_deal_size": 750,
            "avg_deal_cycle_days": 20, "median_deal_cycle_days": 20, "qualified_leads": 2,
        },
        "2024-02": {"mqls": 2, "lead_velocity_rate": 0, "funnel_opportunities": 1, "win_rate": None, "funnel": 0},
    },
    "voices": {
        "2024-01": {
            "nps_promoters": 2, "nps_passives": 1, "nps_detractors": 1, "nps_answers": 4, "nps": 25, "advocacy": 25,
            "csat_satisfied": 2, "csat_answers": 3, "csat": 2 / 3, "satisfaction": 2 / 3, "ces": 4, "ces_waiting": 4.5,
            "cxi_effort_share": 0.5, "cxi_empathy_share": 0.75, "cxi_knowing_share": 0.5,
            "cxi_efficiency_share": 0.75, "cxi": 0.625, "ticket_volume": 4, "tickets_answered": 3,
            "unanswered_tickets": 1, "unanswered_share": 0.25, "avg_first_response_hours": (14 + 62.5 + 0.5) / 3,
            "median_first_response_hours": 14, "p90_first_response_hours": 14 + 0.8 * 48.5,
            "avg_first_response_business_hours": (1 + 1.5 + 0.5) / 3, "median_first_response_business_hours": 1,
            "p90_first_response_business_hours": 1.4, "avg_resolution_hours": (16 + 10) / 2,
            "median_resolution_hours": 13, "p90_resolution_hours": 10 + 0.9 * 6,
            "avg_resolution_business_hours": (3 + 9) / 2, "median_resolution_business_hours": 6,
            "support_staff_needed": 4 * 0.5 / 120,
        },
        "2024-02": {"ticket_volume": 2, "feedback_growth_rate": -0.5, "nps": None, "csat": None, "ces": None},
    },
    "shop": {
        "2024-01": {
            "transactions": 5, "order_revenue": 390, "revenue": 390, "aov": 78, "customers_ordering": 2,
            "purchase_frequency": 2.5, "buyers": 2, "repeat_buyers": 2, "repeat_purchase_rate": 1,
            "days_between_purchases": 15, "refunded_amount": 10, "gross_amount": 400, "refund_rate": 0.025,
            "gross_profit": 160, "gross_margin": 160 / 390, "arppu": 195, "paying_users": 2, "active_customers": 2,
            "new_customers": 2, "order_revenue_to_date": 390, "purchases_to_date": 4, "relationship_days": 210,
            "avg_purchase": 97.5, "purchases_per_customer_year": 4 * 365.25 / 210,
            "mean_relationship_years": 105 / 365.25, "cltv": 195, "transaction_share": 1,
        },
        "2024-02": {
            "transactions": 1, "revenue": 20, "refund_rate": 0.6, "revenue_growth_mom": 20 / 390 - 1,
            "active_customers": 3, "churned_customers": 0, "days_between_purchases": None,
        },
        "2024-03": {"transactions": 0, "revenue": 0, "aov": None, "purchase_frequency": None, "refund_rate": None},
        "2024-04": {"churned_customers": 1, "active_customers": 2, "customer_churn_rate": 1 / 3},
        "2024-05": {"active_customers": 1, "reactivated_customers": 0, "churned_customers": 1},
    },
    "outreach": {
        "2024-01": {
            "emails_delivered": 200, "email_open_rate": 0.3, "email_ctr": 0.075, "email_click_to_open": 0.25,
            "email_unsubscribe_rate": 0.005, "social_likes": 110, "social_comments": 26, "social_shares": 14,
            "social_engagements": 150, "social_impressions": 4500, "impressions": 4500, "reach": 3200,
            "social_audience": 4500, "social_engagement_rate": 150 / 4500, "influencer_engagements": 40,
            "influencer_followers": 800, "influencer_engagement_rate": 0.05, "influencer_spend": 100,
            "influencer_cpe": 2.5, "own_voice": 1500, "all_voices": 4500, "influencer_share_of_voice": 1 / 3,
        },
    },
}  # fmt: skip

ELSEWHERE = {
    "visit_to_lead_rate", "lead_to_signup_rate", "revenue_growth_yoy", "clv_predicted", "survival",
}  # fmt: skip
"""Promised KPIs whose case by hand stands below or in another test."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ResultFrame]:
    """The answer to everything of a company, asked once."""
    known: dict[str, ResultFrame] = {}

    def answer(company: str) -> ResultFrame:
        if company not in known:
            tables = getattr(small_companies, company)()
            facts = facts_of(tmp_path_factory.mktemp(company), tables, as_of=LAST[company], rules=DESK)
            known[company] = Engine(load_catalogue(), facts).compute(Query())
        return known[company]

    return answer


CASES = [(company, month, name) for company, months in BY_HAND.items() for month, by in months.items() for name in by]


@pytest.mark.parametrize(("company", "month", "name"), CASES)
def test_kpi_is_what_the_hand_computes(answers, company, month, name):
    frame = answers(company)
    at = [str(period) for period in frame.periods].index(month)
    series = frame.series[name]
    assert series.is_computable, str(series.reason)
    found, expected = series.values[-1, at], BY_HAND[company][month][name]
    if expected is None:
        assert pd.isna(found), found
        assert str(series.gap(-1, at))
    else:
        assert found == pytest.approx(expected, abs=1e-9), str(series.gap(-1, at))
        if series.low is not None and not pd.isna(series.low[-1, at]):
            assert series.low[-1, at] <= found + 1e-9


def test_every_promised_kpi_has_a_case_by_hand():
    covered = {name for _, _, name in CASES}
    assert set(PROMISED) - covered == ELSEWHERE


def test_every_promised_kpi_is_computed_from_tables():
    catalogue = load_catalogue()
    never = [name for name in PROMISED if not catalogue.get(name).measures and catalogue.get(name).expr is None]
    assert never == []


def asked(tmp_path, as_of=None, rules=None, **tables) -> ResultFrame:
    return Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=as_of, rules=rules)).compute(Query())


def test_visits_leads_and_signups_meet(tmp_path):
    """10 visits, 4 leads, 2 sign-ups: 40%, 50%; three of four leads became customers: 30% from the top."""
    web = small_companies.table("date sessions", ("2024-01-10", 10))
    leads = small_companies.table(
        "lead_id created_date converted_flag", *((str(i), "2024-01-05", i < 3) for i in range(4))
    )
    customers = small_companies.table("customer_id signup_date", ("a", "2024-01-05"), ("b", "2024-01-06"))
    found = asked(tmp_path, date(2024, 1, 31), web_traffic=web, leads=leads, customers=customers)
    assert found.value("visit_to_lead_rate") == pytest.approx(0.4)
    assert found.value("lead_to_signup_rate") == pytest.approx(0.5)
    assert found.value("funnel") == pytest.approx(0.3)


def test_revenue_against_the_year_before(tmp_path):
    orders = small_companies.table("order_date amount", ("2023-01-10", 200.0), ("2024-01-10", 250.0))
    assert asked(tmp_path, date(2024, 1, 31), orders=orders).value("revenue_growth_yoy") == pytest.approx(0.25)


def test_survival_by_hand(tmp_path):
    """Of four who start in January 2023 one leaves in month 2 and one in month 5; the fifth is seen for 3 months.

    At risk in month 2: five, of whom one leaves: 4/5; in month 5: three, of whom one leaves: 4/5 × 2/3.
    """
    subscriptions = small_companies.table(
        "customer_id start_date cancel_date mrr",
        ("a", "2023-01-05", "2023-03-10", 1.0),
        ("b", "2023-01-05", "2023-06-10", 1.0),
        ("c", "2023-01-05", None, 1.0),
        ("d", "2023-01-05", None, 1.0),
        ("e", "2023-10-05", None, 1.0),
    )
    found = asked(tmp_path, date(2024, 1, 31), subscriptions=subscriptions)
    assert found.value("survival") == pytest.approx(4 / 5 * 2 / 3)
    assert found.series["survival"].n[-1, -1] == 2
    assert found.value("median_lifetime_months") is None
    assert asked(tmp_path / "b", date(2023, 12, 31), subscriptions=subscriptions).value("survival") is None


def test_cost_of_a_month_before_wins_the_customers_of_this(tmp_path):
    subscriptions = small_companies.table(
        "customer_id start_date cancel_date mrr",
        ("a", "2024-01-05", None, 1.0),
        ("b", "2024-02-05", None, 1.0),
        ("c", "2024-03-05", None, 1.0),
        ("d", "2024-03-06", None, 1.0),
    )
    spend = small_companies.table("date cost", ("2024-01-05", 100.0), ("2024-02-05", 200.0), ("2024-03-05", 400.0))
    rules = FactRules(business=BusinessRules(cac_lag_months=1))
    facts = facts_of(tmp_path, {"subscriptions": subscriptions, "spend": spend}, as_of=date(2024, 3, 31), rules=rules)
    engine = Engine(load_catalogue(), facts)
    monthly = engine.compute(Query())
    assert [None if pd.isna(v) else v for v in monthly.series["cac"].values[-1]] == [None, 100, 100]
    assert any("1 month before" in str(note) for note in monthly.series["cac"].notes)
    assert engine.compute(Query(grain=Grain.QUARTER)).value("cac") == pytest.approx(300 / 4)


EDGES = sorted(set(PROMISED) - {"gross_margin"})


def test_nothing_at_all_gives_reasons_and_no_numbers(tmp_path):
    other = small_companies.table("month metric value", ("2024-01-01", "capex", 1.0))
    found = asked(tmp_path, monthly_metrics=other)
    for name in EDGES:
        series = found.series[name]
        assert series.is_computable is False, name
        assert str(series.reason), name


@pytest.mark.parametrize("company", sorted(BY_HAND))
def test_one_row_of_each_table_is_no_trouble(tmp_path, company):
    tables = {name: table.head(1) for name, table in getattr(small_companies, company)().items()}
    found = Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=LAST[company], rules=DESK)).compute(Query())
    for name, series in found.series.items():
        values = series.values[~pd.isna(series.values)]
        assert not len(values) or abs(values).max() < 1e12, name


@pytest.mark.parametrize("company", sorted(BY_HAND))
def test_a_missing_value_always_has_its_reason(answers, company):
    found = answers(company)
    for name, series in found.series.items():
        if series.is_computable:
            for column in range(len(found.periods)):
                assert not pd.isna(series.values[-1, column]) or str(series.gap(-1, column)), name


def test_money_of_two_currencies_comes_to_one(tmp_path):
    """100 USD and 50 EUR at 1.10 are 155; the spend of 20 EUR is 22; an order of 10 EUR is 11."""
    both = {"currency": ["USD", "EUR"]}
    subscriptions = small_companies.table(
        "customer_id start_date cancel_date mrr", ("a", "2024-01-01", None, 100.0), ("b", "2024-01-01", None, 50.0)
    ).assign(**both)
    spend = small_companies.table("date cost", ("2024-01-01", 30.0), ("2024-01-01", 20.0)).assign(**both)
    orders = small_companies.table(
        "order_id order_date customer_id amount", ("1", "2024-01-01", "a", 40.0), ("2", "2024-01-01", "b", 10.0)
    ).assign(**both)
    rules = FactRules(currency="USD", rates={"EUR": 1.1})
    found = asked(tmp_path, date(2024, 1, 31), rules, subscriptions=subscriptions, spend=spend, orders=orders)
    assert found.value("mrr") == pytest.approx(155)
    assert found.value("new_mrr") == pytest.approx(155)
    assert found.value("arpa") == pytest.approx(77.5)
    assert found.value("cac") == pytest.approx(26)
    assert found.value("aov") == pytest.approx(25.5)
    assert found.value("revenue") == pytest.approx(51)


def test_visits_of_events_that_name_pages_by_words_and_last_as_they_say(tmp_path):
    events = small_companies.table(
        "user_id event_time event_name session_id duration",
        ("u", "2024-01-03 10:00", "page_view", "s1", 10),
        ("u", "2024-01-03 15:00", "Page View", "s1", 20),
        ("v", "2024-01-04 10:00", "page_view", "s2", 30),
    )
    found = asked(tmp_path, date(2024, 1, 31), events=events)
    assert [found.value(name) for name in ("sessions", "pageviews", "session_seconds")] == [2, 3, 60]
    assert found.value("bounce_rate") == 0.5


def test_satisfaction_said_in_words_of_three_languages(tmp_path):
    chinese = ("非常满意", "不滿意", "满意")
    words = ("Very satisfied", "satisfied", "Neutral", *chinese, "Very dissatisfied", "whatever", "4")
    surveys = small_companies.table("response_date csat_score", *(("2024-01-05", word) for word in words))
    found = asked(tmp_path, date(2024, 1, 31), surveys=surveys)
    assert found.value("csat_answers") == 8
    assert found.value("csat") == pytest.approx(5 / 8)
