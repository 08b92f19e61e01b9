"""The published worked examples on MRR and movements, by their number."""

import pytest
from kpidesk.facts.inputs import FactRules

from tests.facts.companies import Company, active, bridge, codes, counts, found, frame, mrr


def test_1_five_customers_then_two_more(company: Company) -> None:
    rows = [(f"c{i}", "2024-01-05", 5) for i in range(5)] + [(f"d{i}", "2024-02-05", 30) for i in range(2)]
    facts = company.add("subscriptions", "customer_id start_date mrr", *rows).facts()
    assert mrr(facts, "2024-01") == 25
    assert mrr(facts, "2024-02") == 85


def a_gold_and_silver(company: Company, silver_ends: str | None = None) -> Company:
    return company.add(
        "subscriptions",
        "customer_id start_date cancel_date amount quantity billing_period plan",
        ("acme", "2024-01-10", None, 2000, 4, "yearly", "Gold"),
        ("acme", "2024-03-10", silver_ends, 60, 2, "monthly", "Silver"),
        ("other", "2024-01-10", "2024-05-20", 10, 1, "monthly", "Silver"),
    )


def test_2_four_seats_at_2000_a_year_in_total(company: Company) -> None:
    assert bridge(a_gold_and_silver(company).facts(), "2024-01") == {"new": 176.67}
    assert mrr(company.facts(), "2024-02") == 176.67


def test_3_a_second_plan_is_expansion(company: Company) -> None:
    assert bridge(a_gold_and_silver(company).facts(), "2024-03") == {"expansion": 60}


def test_4_losing_one_of_two_plans_is_contraction(company: Company) -> None:
    assert bridge(a_gold_and_silver(company, "2024-04-10").facts(), "2024-04") == {"contraction": -60}


def test_6_plan_change_in_mid_month(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("a", "2024-01-01", "2024-02-15", 100),
        ("a", "2024-02-15", None, 250),
    ).facts()
    assert mrr(facts, "2024-02") == 250
    assert bridge(facts, "2024-02") == {"expansion": 150}


def test_7_90_for_3_months(company: Company) -> None:
    facts = company.add(
        "subscriptions", "customer_id start_date amount billing_period", ("a", "2024-01-01", 90, "3 months")
    ).facts()
    assert mrr(facts, "2024-01") == 30


def test_8_1200_a_year(company: Company) -> None:
    facts = company.add(
        "subscriptions", "customer_id start_date amount billing_period", ("a", "2024-01-01", 1200, "annual")
    ).facts()
    assert mrr(facts, "2024-01") == 100


INTERVALS = (("a", 10, "daily"), ("b", 20, "weekly"), ("c", 30, "monthly"), ("d", 120, "yearly"))


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (FactRules(days_per_month=30.437, weeks_per_month=4.345), (304.37, 86.90, 30, 10)),
        (FactRules(days_per_month=30, weeks_per_month=4.33), (300, 86.60, 30, 10)),
        (FactRules(), (304.38, 86.96, 30, 10)),
    ],
)
def test_11_days_and_weeks(company: Company, rules: FactRules, expected: tuple[float, ...]) -> None:
    rows = [(customer, "2024-01-01", amount, interval) for customer, amount, interval in INTERVALS]
    facts = company.add("subscriptions", "customer_id start_date amount billing_period", *rows).facts(rules)
    assert tuple(frame(facts, "periods", ()).sort_values("row_no").cents) == expected


def test_13_a_term_of_24_months(company: Company) -> None:
    facts = company.add(
        "subscriptions", "customer_id start_date amount billing_period", ("a", "2024-01-01", 2400, "24 months")
    ).facts()
    assert mrr(facts, "2024-01") == 100


@pytest.mark.parametrize(
    ("discounts", "expected"), [("recurring", 1155), ("forever", 1155), ("none", 1155), ("all", 77)]
)
def test_14_discount_off_the_first_month_only(company: Company, discounts: str, expected: float) -> None:
    rows = [(f"c{i}", "2024-01-01", 15, "monthly", 14, "once") for i in range(77)]
    company.add("subscriptions", "customer_id start_date amount billing_period discount discount_duration", *rows)
    assert mrr(company.facts(FactRules(discounts=discounts)), "2024-01") == expected


def test_15_lost_of_those_at_the_start(company: Company) -> None:
    """100 at the start, 20 new, 11 cancel, one of whom joined in the month: the joiner-leaver shows in neither."""
    rows = [(f"c{i}", "2024-01-03", "2024-02-11" if i < 10 else None, 10) for i in range(100)]
    rows += [(f"n{i}", "2024-02-02", "2024-02-20" if i < 1 else None, 10) for i in range(20)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts(as_of="2024-02-29")
    assert counts(facts, "2024-02") == {"new": 19, "churn": 10}
    assert active(facts, "2024-02") == 109
    assert facts.churn_is_visible


def test_16_churn_and_contraction(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("a", "2024-01-01", "2024-02-10", 10),
        ("b", "2024-01-01", "2024-02-10", 30),
        ("b", "2024-02-10", None, 20),
        ("c", "2024-01-01", None, 60),
    ).facts()
    assert mrr(facts, "2024-01") == 100
    assert bridge(facts, "2024-02") == {"churn": -10, "contraction": -10}


def test_20d_twelve_months_of_active_rows_only(company: Company) -> None:
    rows = [(f"c{i}", f"2024-{i + 1:02}-10", None, "active", 10) for i in range(12)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date status mrr", *rows).facts()
    assert not facts.churn_is_visible
    assert "no cancelled row" in str(facts.survivor_reason)


def test_cancelled_rows_without_a_date_hide_churn_too(company: Company) -> None:
    rows = [(f"c{i}", f"2024-{i + 1:02}-10", "cancelled" if i == 3 else "active", 10) for i in range(12)]
    facts = company.add("subscriptions", "customer_id start_date status mrr", *rows).facts()
    assert not facts.churn_is_visible
    assert found(facts, "cancelled_undated") == 1


def test_founding_document_mrr_580(company: Company) -> None:
    rows = [(f"m{i}", "2024-01-01", 100, "monthly") for i in range(3)]
    rows += [("n", "2024-01-01", 200, "monthly"), ("y", "2024-01-01", 960, "yearly")]
    facts = company.add("subscriptions", "customer_id start_date amount billing_period", *rows).facts()
    assert mrr(facts, "2024-01") == 580
    assert codes(facts) == set()


INVOICE = "invoice_id customer_id invoice_date period_start period_end amount"
PRORATED = (
    ("i1", "a", "2024-03-01", "2024-03-01", "2024-04-01", 100),
    ("i2", "a", "2024-04-01", "2024-04-01", "2024-05-01", 100),
    ("i3", "a", "2024-04-16", "2024-04-16", "2024-05-01", -50),
    ("i4", "a", "2024-04-16", "2024-04-16", "2024-05-01", 125),
    ("i5", "a", "2024-05-01", "2024-05-01", "2024-06-01", 250),
)


def test_6_plan_change_with_proration_lines(company: Company) -> None:
    facts = company.add("invoices", INVOICE, *PRORATED).facts(as_of="2024-05-31")
    assert mrr(facts, "2024-03") == 100
    assert mrr(facts, "2024-04") == 250
    assert bridge(facts, "2024-04") == {"expansion": 150}
    assert bridge(facts, "2024-05") == {}


def test_6_the_same_in_the_running_month_and_on_another_day_of_billing(company: Company) -> None:
    company.add(
        "invoices", INVOICE,
        ("i1", "a", "2024-03-10", "2024-03-10", "2024-04-10", 100),
        ("i2", "a", "2024-04-10", "2024-04-10", "2024-05-10", 100),
        ("i3", "a", "2024-04-12", "2024-04-12", "2024-05-10", -93.33),
        ("i4", "a", "2024-04-12", "2024-04-12", "2024-05-10", 233.33),
    )  # fmt: skip
    facts = company.facts(as_of="2024-04-30")
    assert mrr(facts, "2024-04") == pytest.approx(250, abs=0.02)
    assert bridge(facts, "2024-04") == {"expansion": pytest.approx(150, abs=0.02)}


def test_part_of_a_month_counts_by_the_days_of_that_month(company: Company) -> None:
    rows = [
        ("i1", "a", "2024-02-15", "2024-02-15", "2024-03-01", 15),
        ("i2", "b", "2024-01-17", "2024-01-17", "2024-02-01", 15),
    ]
    facts = company.add("invoices", INVOICE, *rows).facts(as_of="2024-03-31")
    assert sorted(frame(facts, "periods", ()).cents) == [29, 31]


def test_credit_beyond_what_was_billed_leaves_nothing_not_less(company: Company) -> None:
    company.add(
        "invoices", INVOICE,
        ("i1", "a", "2024-01-01", "2024-01-01", "2024-02-01", 100),
        ("i2", "a", "2024-02-01", "2024-02-01", "2024-03-01", -40),
        ("i3", "a", "2024-03-01", "2024-03-01", "2024-04-01", 100),
    )  # fmt: skip
    facts = company.facts(as_of="2024-03-31")
    assert [mrr(facts, month) for month in ("2024-01", "2024-02", "2024-03")] == [100, 0, 100]
    assert bridge(facts, "2024-02") == {"churn": -100}
    assert bridge(facts, "2024-03") == {"reactivation": 100}


def test_terms_that_end_and_are_renewed_show_nobody_leaving(company: Company) -> None:
    rows = [
        (f"c{i}", f"2024-{month:02}-01", f"2024-{month + 1:02}-01", 10 + month)
        for i in range(3)
        for month in range(1, 10)
    ]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts(as_of="2024-09-30")
    assert not facts.churn_is_visible
    facts = company.add(
        "subscriptions", "customer_id start_date cancel_date mrr", ("x", "2024-01-01", "2024-03-01", 1)
    ).facts()
    assert facts.churn_is_visible


def test_a_plan_that_is_cancelled_within_its_month_shows_that_ends_are_told(company: Company) -> None:
    rows = (("a", "2024-01-01", "2024-02-10", 100), ("a", "2024-02-10", None, 150), ("b", "2024-01-01", None, 10))
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts(as_of="2024-04-30")
    assert facts.churn_is_visible


def test_second_plan_that_ends_shows_that_ends_are_told(company: Company) -> None:
    assert a_gold_and_silver(company, "2024-04-10").facts(as_of="2024-05-10").churn_is_visible


def test_end_of_another_source_is_no_evidence(company: Company) -> None:
    rows = [(f"c{i}", f"2024-{i + 1:02}-10", 10) for i in range(12)]
    company.add("subscriptions", "customer_id start_date mrr", *rows)
    company.add("customers", "customer_id signup_date cancel_date", ("c1", "2024-02-10", "2024-05-01"))
    assert not company.facts().churn_is_visible


def test_past_due_counts_for_30_days(company: Company) -> None:
    rows = [("a", "2024-01-01", "2024-03-20", "past_due", 10), ("b", "2024-01-01", None, "Overdue", 7),
            ("c", "2024-01-01", None, "active", 1)]  # fmt: skip
    company.add("subscriptions", "customer_id start_date cancel_date status mrr", *rows)
    facts = company.facts(as_of="2024-05-31")
    assert [mrr(facts, month) for month in ("2024-02", "2024-03", "2024-04")] == [18, 18, 8]
    assert found(facts, "past_due_undated") == 1
    assert mrr(company.facts(FactRules(past_due_days=0), "2024-05-31"), "2024-03") == 8


def test_paused_is_worth_nothing_and_that_is_a_movement(company: Company) -> None:
    company.add(
        "subscriptions", "customer_id start_date paused_date status mrr",
        ("a", "2024-01-01", "2024-03-05", "paused", 10), ("b", "2024-01-01", None, "paused", 5),
        ("c", "2024-01-01", None, "active", 1),
    )  # fmt: skip
    facts = company.facts(as_of="2024-04-30")
    assert bridge(facts, "2024-03") == {"churn": -10}
    assert bridge(facts, "2024-04") == {"churn": -5}
    assert found(facts, "paused_undated") == 1


def test_pause_without_a_date_is_no_evidence_of_people_leaving(company: Company) -> None:
    rows = [(f"c{i}", f"2024-{i + 1:02}-10", "paused" if i == 3 else "active", 10) for i in range(12)]
    assert not company.add("subscriptions", "customer_id start_date status mrr", *rows).facts().churn_is_visible


def test_a_second_plan_stands_beside_the_first(company: Company) -> None:
    rows = [("a", "2024-01-01", 10, "Basic"), ("a", "2024-03-01", 10, "Pro"), ("b", "2024-01-01", 1, "Basic")]
    facts = company.add("subscriptions", "customer_id start_date mrr plan", *rows).facts()
    assert found(facts, "latest_plan") == 0
    moves = frame(facts, "moves_month", ("plan",))
    assert list(moves[moves.delta == 10].sort_values("t").a_plan) == ["Basic", "Pro"]
    assert moves.delta.sum() == 21
