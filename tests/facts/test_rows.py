"""Rows of orders, invoices and other tables: what counts, net of what, in whose name."""

import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.metrics.survey_answers import score_counts

from tests.facts.companies import Company, T, codes, found, frame


def test_orders_that_do_not_count_by_their_status(company: Company) -> None:
    words = ["paid", "Cancelled", "payment-failed", "未付款", "anulată", "shipped", "Refunded", None]
    rows = [(f"o{i}", "c", "2024-01-05", 10, word) for i, word in enumerate(words)]
    facts = company.add("orders", "order_id customer_id order_date amount status", *rows).facts()
    assert frame(facts, "orders").amount.sum() == 30
    assert sorted(frame(facts, "orders").order_id) == ["o0", "o5", "o7"]
    assert found(facts, "not_counted") == 4
    refunds = frame(facts, "refunds")
    assert refunds.gross.sum() == 40
    assert refunds.refund_amount.sum() == 10


def test_payouts_and_fees_in_the_history_of_an_account_are_no_returns(company: Company) -> None:
    rows = [
        ("1", 20, "charge"),
        ("2", 30, "charge"),
        ("3", -20, "refund"),
        ("4", -25, "payout"),
        ("5", -3, "stripe_fee"),
    ]
    history = [(number, "c", "2024-01-05", amount, kind) for number, amount, kind in rows]
    facts = company.add("invoices", "invoice_id customer_id invoice_date amount status", *history).facts()
    assert found(facts, "moved") == 2
    assert (frame(facts, "invoices").amount.sum(), frame(facts, "refunds").refund_amount.sum()) == (30, 20)


def test_withdrawals_are_told_by_the_kind_of_entry_beside_a_status(company: Company) -> None:
    kinds = ["Express Checkout Payment", "General Withdrawal - Bank Account", "Payment Refund"]
    rows = [(str(n), "2024-01-05", (50, -40, -5)[n], kind, "Completed") for n, kind in enumerate(kinds)]
    facts = company.add("invoices", "invoice_id invoice_date amount entry_type status", *rows).facts()
    assert (found(facts, "moved"), frame(facts, "invoices").amount.sum()) == (1, 45)


def test_amounts_are_net_of_tax_and_refunds_which_include_their_part_of_it(company: Company) -> None:
    facts = company.add(
        "orders",
        "order_id order_date amount tax refund_amount",
        ("1", "2024-01-05", 120, 20, 0),
        ("2", "2024-01-06", 60, 10, 24),
        ("3", "2024-01-07", 120, 20, 119),
        ("4", "2024-01-08", 120, 20, 120),
    ).facts()
    assert frame(facts, "orders").sort_values("order_id").amount.tolist() == [100, 30, 0.83]
    assert frame(facts, "refunds").gross.sum() == 420
    assert frame(facts, "refunds").refund_amount.sum() == 263
    frames = Engine(load_catalogue(), facts).compute(Query(("revenue", "transactions"), Grain.MONTH))
    assert (frames.value("revenue"), frames.value("transactions")) == (pytest.approx(130.83), 3)


def test_refunds_that_do_not_include_tax_are_taken_off_as_they_are(company: Company) -> None:
    facts = company.add(
        "orders",
        "order_id order_date amount tax refund_amount",
        ("1", "2024-01-05", 120, 20, 100),
        ("2", "2024-01-06", 60, 10, 25),
    ).facts()
    assert frame(facts, "orders").sort_values("order_id").amount.tolist() == [0, 25]


def test_tax_that_amounts_do_not_include_is_not_taken_off(company: Company) -> None:
    header = "order_id order_date quantity unit_price amount tax"
    company.add("orders", header, ("1", "2024-01-05", 2, 50, 100, 20), ("2", "2024-01-05", 1, 60, 60, 12))
    assert frame(company.facts(), "orders").amount.sum() == 160


def test_quantity_times_price_where_no_amount_is_given(company: Company) -> None:
    header = "order_id order_date quantity unit_price discount"
    facts = company.add(
        "orders", header, ("1", "2024-01-05", 3, 9.99, 0.97), ("2", "2024-01-05", 1, None, None)
    ).facts()
    assert frame(facts, "orders").amount.tolist() == [29]
    assert found(facts, "no_amount") == 1


def test_rows_after_the_last_known_day_do_not_count(company: Company) -> None:
    facts = company.add("orders", "order_date amount", ("2024-01-05", 1), ("2024-02-05", 2)).facts(as_of="2024-01-31")
    assert frame(facts, "orders").amount.tolist() == [1]
    assert found(facts, "later") == 1


def test_revenue_is_that_of_invoices_before_orders(company: Company) -> None:
    company.add("orders", "order_id customer_id order_date amount", ("1", "a", "2024-01-05", 7))
    assert frame(company.facts(), "revenue").amount.tolist() == [7]
    company.add(
        "invoices",
        "invoice_id customer_id invoice_date amount status",
        ("1", "a", "2024-01-05", 9, "overdue"),
        ("2", "a", "2024-01-06", 5, "void"),
    )
    facts = company.facts()
    assert frame(facts, "revenue").amount.tolist() == [9]
    assert facts.sources["revenue"] == ("invoices1.csv",)


def test_day_of_an_invoice_is_its_date_else_its_payment(company: Company) -> None:
    facts = company.add(
        "invoices",
        "invoice_date paid_date amount",
        ("2024-01-05", "2024-02-01", 1),
        (None, "2024-02-02", 2),
        (None, None, 3),
    ).facts()
    assert [str(day.date()) for day in frame(facts, "invoices").sort_values("amount").day] == [
        "2024-01-05",
        "2024-02-02",
    ]
    assert found(facts, "no_date") == 1


def test_amounts_in_the_accounts_own_currency_count_where_an_export_has_them(company: Company) -> None:
    facts = company.add(
        "invoices",
        "invoice_date amount currency converted_amount converted_currency",
        ("2024-01-05", 15, "usd", 534.80, "thb"),
        ("2024-01-06", 9, "eur", 350.06, "thb"),
    ).facts()
    assert facts.currency == "THB"
    assert frame(facts, "revenue").amount.sum() == pytest.approx(884.86)


def test_two_currencies_without_a_rate(company: Company) -> None:
    rows = [("2024-01-05", 10, "EUR"), ("2024-01-06", 20, "EUR"), ("2024-01-07", 99, "USD")]
    company.add("orders", "order_date amount currency", *rows)
    assert frame(company.facts(), "orders").amount.sum() == 30
    assert codes(company.facts()) == {"other_currency"}
    assert frame(company.facts(FactRules(rates={"USD": 0.9})), "orders").amount.sum() == pytest.approx(119.1)


def test_users_of_events_are_customers(company: Company) -> None:
    company.add("customers", "customer_id signup_date country", ("7", "2024-01-01", "RO"), ("8", "2024-01-01", "US"))
    company.add("events", "user_id event_time event_name", ("8", "2024-01-03", "login"), ("9", "2024-01-04", "login"))
    events = frame(company.facts(), "events").sort_values("row_no")
    assert events.a_country.tolist() == ["US", "(none)"]
    assert events.c.nunique() == 2


def test_tables_of_one_kind_are_appended_with_the_columns_of_both(company: Company) -> None:
    company.add("spend", "date cost channel", ("2024-01-01", 5, "ads"))
    company.add("spend", "date cost clicks", ("2024-01-02", 7, 3))
    spend = frame(company.facts(), "spend").sort_values("day")
    assert spend.cost.tolist() == [5, 7]
    assert spend.a_channel.tolist() == ["ads", "(none)"]
    assert spend.clicks.isna().tolist() == [True, False]
    assert spend.src.tolist() == [0, 1]


def test_copy_of_a_table_is_left_out(company: Company) -> None:
    header = "subscription_id customer_id start_date mrr"
    rows = [("s1", "a", "2024-01-01", 10), ("s2", "b", "2024-01-01", 20)]
    company.add("subscriptions", header + " country", *[(*row, "RO") for row in rows], name="Subscription+Users")
    company.add("subscriptions", header, *rows, name="Subscription")
    company.add("subscriptions", header + " charge", *[(*row, "x") for row in rows * 3], name="Subscription+Charges")
    facts = company.facts()
    assert frame(facts, "periods", ()).cents.sum() == 30
    left_out = [str(finding.message) for finding in facts.findings if finding.code == "facts.same_rows_twice"]
    assert len(left_out) == 2
    assert all("rows" in text for text in left_out)


def test_same_file_twice_without_ids(company: Company) -> None:
    for _ in range(2):
        company.add("spend", "date cost channel", ("2024-01-01", 5, "ads"), ("2024-01-02", 6, "ads"))
    assert frame(company.facts(), "spend").cost.sum() == 11


def test_next_months_file_is_no_copy(company: Company) -> None:
    company.add("spend", "date cost channel", ("2024-01-01", 5, "ads"))
    company.add("spend", "date cost channel", ("2024-02-01", 5, "ads"))
    assert frame(company.facts(), "spend").cost.sum() == 10


def test_repeated_rows_count_once(company: Company) -> None:
    rows = [("o1", "2024-01-01", 5), ("o2", "2024-01-01", 5), ("o1", "2024-01-01", 5), ("o1", "2024-01-01", 7)]
    company.add("orders", "order_id order_date amount", *rows)
    facts = company.facts()
    assert frame(facts, "orders").amount.sum() == 17
    assert found(facts, "duplicate_rows") == 1


def test_repeated_subscriptions_count_once(company: Company) -> None:
    rows = [("a", "2024-01-01", 5, "Pro"), ("a", "2024-01-01", 5, "Pro"), ("a", "2024-01-01", 5, "Add-on")]
    facts = company.add("subscriptions", "customer_id start_date mrr plan", *rows).facts()
    assert frame(facts, "periods", ()).cents.sum() == 10
    assert found(facts, "duplicate_rows") == 1


def test_monthly_values_are_told_once(company: Company) -> None:
    company.add("monthly_metrics", "month metric value", ("2024-01-01", "mrr", 100), ("2024-02-01", "mrr", 110))
    company.add("monthly_metrics", "month metric value", ("2024-01-01", "mrr", 999), ("2024-01-01", "arr", 1200))
    monthly = frame(company.facts(), "monthly").sort_values(["metric", "t"])
    assert monthly.t.tolist() == [24288, 24288, 24289]
    assert monthly.value.tolist() == [1200, 100, 110]


def test_ids_of_any_form_are_told_apart(company: Company) -> None:
    ids = ["0010", "10", "00042", "INV-0007", "021000021", "1e3", "1000", "a b"]
    company.add("orders", "customer_id order_date amount", *[(one, "2024-01-01", 1) for one in ids])
    orders = frame(company.facts(), "orders")
    assert orders.c.nunique() == len(ids)
    assert sorted(frame(company.facts(), "customers").customer_id) == sorted(ids)


@pytest.mark.parametrize(
    "ids", [["CUS-001", "CUS-002", "CUS-010"], ["7", "70", "700"], ["C-7", "C-70", "D-7"], ["9999999999"]]
)
def test_codes_are_one_to_one_with_ids(company: Company, ids: list[str]) -> None:
    company.add("orders", "customer_id order_date amount", *[(one, "2024-01-01", 1) for one in [*ids, *ids, None]])
    facts = company.facts()
    customers = frame(facts, "customers")
    assert sorted(customers.customer_id) == sorted(ids)
    assert customers.c.nunique() == len(ids)
    assert frame(facts, "orders").c.isna().sum() == 1


def test_an_amount_on_one_line_of_an_order_is_that_of_all_its_lines(company: Company) -> None:
    company.add(
        "orders",
        "order_id order_date amount quantity unit_price",
        ("1", "2024-01-05", 90, 1, 40),
        ("1", "2024-01-05", None, 1, 50),
        ("2", "2024-01-06", None, 2, 10),
        ("2", "2024-01-06", None, 1, 5),
        (None, "2024-01-06", None, 1, 3),
    )
    facts = company.facts()
    assert frame(facts, "orders").groupby("order_id", dropna=False).amount.sum().tolist() == [90, 25, 3]
    assert found(facts, "further_lines") == 1
    assert found(facts, "no_amount") == 0


def test_a_negative_row_takes_back_whatever_its_status(company: Company) -> None:
    header = "order_id order_date amount status"
    sales = [("1", "2024-01-05", 100, "paid"), ("2", "2024-01-06", 300, "paid")]
    company.add("orders", header, *sales, ("3", "2024-01-09", -300, "Refunded"), ("4", "2024-01-09", -20, "paid"))
    facts = company.facts()
    assert frame(facts, "revenue").amount.sum() == 80
    assert frame(facts, "refunds").gross.sum() == 400
    assert frame(facts, "refunds").refund_amount.sum() == 320


def test_an_order_marked_as_refunded_with_its_negative_line_is_taken_back_once(company: Company) -> None:
    header = "order_id order_date amount status"
    company.add("orders", header, ("1", "2024-01-05", 100, "Refunded"), ("1", "2024-01-09", -100, "Refunded"))
    facts = company.facts()
    assert frame(facts, "revenue").amount.sum() == 0
    assert frame(facts, "refunds").gross.sum() == 100
    assert frame(facts, "refunds").refund_amount.sum() == 100


def test_a_negative_line_of_an_order_is_a_discount(company: Company) -> None:
    header = "order_id order_date amount"
    company.add("orders", header, ("1", "2024-01-05", 100), ("1", "2024-01-05", -10), ("2", "2024-01-05", -5))
    facts = company.facts()
    assert frame(facts, "revenue").amount.sum() == 85
    assert frame(facts, "refunds").gross.sum() == 90
    assert frame(facts, "refunds").refund_amount.sum() == 5


def test_scores_beyond_the_scale_and_blank_ones_are_named(company: Company) -> None:
    days = ["2024-01-03", "2024-01-04", "2024-01-05", "2024-01-06", "2024-01-07"]
    scores = [10, 11, None, -1, 0]
    company.add("surveys", "response_date nps_score", *zip(days, scores, strict=True))
    facts = company.facts()
    assert [found(facts, "score_beyond"), found(facts, "score_blank")] == [2, 1]
    places = {finding.code: str(finding.where) for finding in facts.findings}
    assert places["facts.score_beyond"] == "surveys0.csv!2"


def answered(company: Company, scores: list[int | None], table: str = "tickets") -> Facts:
    day = "response_date" if table == "surveys" else "created_date"
    rows = [(f"2024-01-{n % 28 + 1:02}", score) for n, score in enumerate(scores)]
    return company.add(table, f"{day} csat_score", *rows, types={"csat_score": T.NUMBER}).facts(as_of="2024-01-31")


@pytest.mark.parametrize("table", ["surveys", "tickets"])
@pytest.mark.parametrize(
    ("scores", "share", "n", "scale", "beyond"),
    [
        ([5, 4, 4, 3, 1, None], 3 / 5, 5, 0, 0),
        ([5, 4, 4, 3, 1, 9, 0], 3 / 5, 5, 0, 2),
        ([10] * 6 + [9] * 4 + [8] * 6 + [5, 4, 2, 0], 0.5, 20, 1, 0),
        ([7] * 3 + [6] * 2 + [5] * 3 + [1, 2, 9, 0], 0.5, 10, 1, 2),
        ([10, 9, 100, 9, 7], 3 / 4, 4, 1, 1),
    ],
)
def test_satisfied_are_the_two_best_answers_of_the_scale(
    company: Company, table: str, scores: list[int | None], share: float, n: int, scale: int, beyond: int
) -> None:
    facts = answered(company, scores, table)
    frame = Engine(load_catalogue(), facts).compute(Query(("csat",), Grain.MONTH))
    assert frame.value("csat") == pytest.approx(share)
    assert frame.series["csat"].n[-1, -1] == n
    assert [found(facts, "csat_scale"), found(facts, "score_beyond")] == [scale, beyond]


def test_answers_of_ten_points_are_spread_over_their_own_scale(company: Company) -> None:
    facts = answered(company, [10, 10, 9, 9, 8, 0])
    spread = score_counts(facts, MetricName("csat"), Query())
    assert spread is not None
    assert (list(spread), spread[9], spread[10], spread[0]) == ([*range(11)], 2, 2, 1)


def test_orders_without_amounts_are_counted_and_give_no_revenue(company: Company) -> None:
    facts = company.add(
        "orders", "order_id order_date status", ("1", "2024-01-05", "paid"), ("2", "2024-01-06", "cancelled")
    ).facts()
    assert frame(facts, "orders").order_id.tolist() == ["1"]
    assert "amount" not in frame(facts, "orders").columns
    assert found(facts, "no_amount") == 0


def test_orders_without_any_date_are_those_of_one_snapshot(company: Company) -> None:
    facts = company.add("orders", "order_id amount", ("1", 10), ("2", 20)).facts()
    assert frame(facts, "orders").amount.sum() == 30
    assert found(facts, "no_date") == 0


def test_an_amount_on_each_line_of_an_invoice_counts_once(company: Company) -> None:
    header = "invoice_id customer_id invoice_date amount tax quantity"
    rows = [(f"i{n}", "c", "2024-01-05", 60 + n, 10, lines) for n in range(6) for lines in (1, 2, 5)]
    facts = company.add("invoices", header, *rows).facts()
    # 60 + 61 + … + 65 with 6 × 10 of tax in them.
    assert frame(facts, "invoices").amount.sum() == 375 - 60
    assert found(facts, "further_lines") == 12


def test_quantities_in_words_tell_nothing_of_lines(company: Company) -> None:
    rows = [(f"i{n}", "2024-01-05", 60 + n, lines) for n in range(6) for lines in ("one", "two pieces")]
    facts = company.add(
        "invoices", "invoice_id invoice_date amount quantity", *rows, types={"quantity": T.TEXT}
    ).facts()
    assert frame(facts, "invoices").amount.sum() == 2 * 375
