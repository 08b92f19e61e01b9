"""The shipped schema keeps its rules and holds every table and role of the product's data model."""

import pytest
from kpidesk.schema.intervals import interval_months
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType, Role, Schema, TableSchema
from kpidesk.schema.rules import check
from kpidesk.schema.vocabulary import load_vocabulary

ROLES = {
    "customers": """
        customer_id signup_date cancel_date churn_flag tenure_months mrr plan channel country region
        segment industry company_size total_revenue churn_reason customer_name email
    """,
    "subscriptions": """
        customer_id start_date cancel_date subscription_id plan status mrr billing_period quantity
        unit_price currency discount trial_flag trial_start trial_end auto_renew movement_type
        mrr_change churn_flag
    """,
    "invoices": """
        invoice_date paid_date amount invoice_id customer_id subscription_id due_date currency
        status tax fee discount refund_amount period_start period_end plan
    """,
    "orders": """
        order_date amount order_id customer_id product_id product_name category quantity unit_price
        discount tax shipping profit refund_amount status currency country region segment channel
        payment_method
    """,
    "spend": """
        date cost channel campaign ad_group keyword impressions clicks conversions conversion_value
        device cost_type currency
    """,
    "web_traffic": """
        date page channel sessions users pageviews clicks impressions new_users returning_users
        engaged_sessions engagement_rate bounce_rate avg_session_duration pages_per_session
        transactions revenue device country query position
    """,
    "leads": """
        created_date lead_id channel status mql_date sql_date converted_date converted_flag score
        owner campaign country industry company_size
    """,
    "deals": """
        closed_date created_date stage deal_id customer_id lead_id amount currency owner channel deal_type
        probability lost_reason
    """,
    "surveys": """
        nps_score csat_score ces_score response_date response_id customer_id comment channel version
    """,
    "tickets": """
        created_date ticket_id first_response_date first_response_hours resolved_date
        resolution_hours status priority category channel agent csat_score customer_id
    """,
    "events": """
        user_id event_time event_name event_id session_id page duration device channel
    """,
    "social": """
        date impressions reach engagements likes followers post_id comments shares saves clicks
        new_followers influencer_id influencer_cost brand
    """,
    "email": """
        send_date recipients opens clicks campaign delivered bounces unique_opens unique_clicks
        unsubscribes complaints
    """,
    "referrals": """
        referrer_id invited_date invitee_id accepted_date
    """,
    "monthly_metrics": """
        month mrr arr new_mrr churned_mrr revenue cac ltv cost_of_revenue capex sales_cost
        marketing_cost starting_customers
    """,
}


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema()


def test_shipped_schema_breaks_no_rule(schema):
    assert [str(finding.message) for finding in check(schema)] == []


@pytest.mark.parametrize("table", ROLES)
def test_table_has_every_role_of_the_data_model(schema, table):
    assert set(ROLES[table].split()) <= set(schema.tables[table].roles)


def test_rules_name_what_is_wrong():
    role = Role("x", ColumnType.TEXT, {"en": "X", "zh_Hans": "X"})
    table = TableSchema("t", {"en": "T", "zh_Hans": "T", "zh_Hant": "T"}, {}, {"x": role}, (("y",),))
    codes = [finding.code for finding in check(Schema({"t": table}))]
    assert codes.count("schema.needs") == 1
    assert codes.count("schema.headers") == 1
    assert codes.count("schema.label") == 4  # row_is in three languages, one label of x


@pytest.mark.parametrize(
    ("table", "roles", "usable"),
    [
        ("orders", {"order_date", "amount"}, True),
        ("orders", {"order_date", "quantity", "unit_price"}, True),
        ("orders", {"order_date", "quantity"}, False),
        ("invoices", {"paid_date", "amount"}, True),
        ("spend", {"cost"}, False),
        ("surveys", {"nps_score"}, True),
    ],
)
def test_table_is_usable_with_one_alternative_of_its_needs(schema, table, roles, usable):
    assert schema.tables[table].is_usable(frozenset(roles)) is usable


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("customerID", ("customer", "id")),
        ("CUSTOMER_IDS", ("customer", "id")),
        ("cust-id", ("customer", "id")),
        ("Order Qty", ("order", "quantity")),
        ("Cancelled At", ("canceled", "at")),
        ("Kündigungsdatum", ("kundigungsdatum",)),
        ("客戶編號", ("客", "户", "编", "号")),
        ("Companies", ("company",)),
        ("address_line1", ("address", "line")),
        ("Churn %", ("churn", "percent")),
    ],
)
def test_spellings_of_a_header_fold_to_the_same_words(text, tokens):
    assert load_vocabulary().tokens(text) == tokens


@pytest.mark.parametrize(
    ("word", "months"),
    [
        ("Monthly", 1),
        ("month-to-month", 1),
        ("One year", 12),
        ("Two year", 24),
        ("annual", 12),
        ("Semi-Annual", 6),
        ("quarterly", 3),
        ("every 3 months", 3),
        ("2 years", 24),
        ("24个月", 24),
        ("年付", 12),
        ("按月", 1),
        ("jährlich", 12),
        ("3 Monate", 3),
        ("P1Y", 12),
        ("billed annually", 12),
        ("perpetual", 0),
        ("one-time", 0),
        ("weekly", 12 / 365.25 * 7),
        ("daily", 12 / 365.25),
    ],
)
def test_billing_interval_is_known_in_months(word, months):
    assert interval_months(word) == pytest.approx(months)


@pytest.mark.parametrize("word", ["fortnight-ish", "custom", "net 30", "", "P-7"])
def test_unknown_billing_interval_is_never_monthly(word):
    assert interval_months(word) is None
