"""What counts as paid time, from which source, and what is said of the rest."""

import pytest
from kpidesk.core.findings import Level
from kpidesk.facts.inputs import FactRules
from kpidesk.schema.model import ColumnType

from tests.facts.companies import Company, active, bridge, codes, counts, found, frame, mrr


def test_nothing_imported_gives_no_relation(company: Company) -> None:
    facts = company.facts()
    assert facts.relation("moves_month") is None
    assert facts.extent is None
    assert facts.as_of is None
    assert facts.missing("moves_month")[0] == "subscriptions.customer_id"
    assert facts.attributes == {}


def test_one_row_is_a_ledger(company: Company) -> None:
    facts = company.add("subscriptions", "customer_id start_date mrr", ("a", "2024-01-31", 9.99)).facts()
    assert mrr(facts, "2024-01") == 9.99
    assert facts.missing("moves_month") == ()
    assert facts.sources["moves_month"] == ("subscriptions0.csv",)


def test_rows_that_cannot_count_are_counted_and_placed(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr status",
        ("a", "2024-01-01", None, 10, "active"),
        (None, "2024-01-01", None, 10, "active"),
        ("b", None, None, 10, "active"),
        ("c", "2024-03-01", "2024-02-01", 10, "active"),
        ("d", "2024-03-01", "2024-03-01", 10, "active"),
        ("e", "2024-01-01", None, None, "active"),
        ("f", "2024-01-01", None, 0, "active"),
        ("g", "2024-01-01", None, -5, "active"),
        ("h", "2024-01-01", None, 10, "Cancelled"),
        ("i", "2024-01-01", None, 10, "paused"),
        ("j", "2024-01-01", None, 10, "Trialing"),
        ("k", "2024-01-01", None, 10, "incomplete_expired"),
        ("l", "2024-01-01", None, 10, "已取消"),
    )
    facts = company.facts()
    assert mrr(facts, "2024-03") == 10
    expected = {
        "no_customer": 1, "no_start": 1, "reversed_period": 1, "empty_period": 1, "no_price": 1, "free": 1,
        "negative_price": 1, "cancelled_undated": 2, "paused_undated": 1, "trial": 1, "not_begun": 1,
    }  # fmt: skip
    assert {finding.code.removeprefix("facts."): finding.count for finding in facts.findings} == expected
    reversed_row = next(finding for finding in facts.findings if finding.code == "facts.reversed_period")
    assert str(reversed_row.where) == "subscriptions0.csv!4"
    assert "ends before it starts" in str(reversed_row.message)


def test_unknown_interval_is_named_and_never_monthly(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date amount billing_period",
        ("a", "2024-01-01", 10, "monthly"),
        ("b", "2024-01-01", 99, "per moon"),
        ("c", "2024-01-01", 500, "one-time"),
    ).facts()
    assert mrr(facts, "2024-01") == 10
    finding = next(finding for finding in facts.findings if finding.code == "facts.unknown_interval")
    assert finding.level is Level.BLOCKER
    assert "per moon" in str(finding.message)
    assert found(facts, "free") == 1


def test_amount_without_interval_gives_customers_but_no_price(company: Company) -> None:
    facts = company.add("subscriptions", "customer_id start_date amount", ("a", "2024-01-01", 10)).facts()
    assert not facts.priced
    assert active(facts, "2024-01") == 1
    assert "no_billing_period" in codes(facts)


def test_quantity_times_unit_price(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date quantity unit_price billing_period",
        ("a", "2024-01-01", 3, 120, "yearly"),
        ("b", "2024-01-01", None, 7, "monthly"),
    ).facts()
    assert mrr(facts, "2024-01") == 37


def test_recurring_discounts_are_deducted_from_amounts(company: Company) -> None:
    header = "customer_id start_date amount billing_period discount"
    company.add(
        "subscriptions", header, ("a", "2024-01-01", 100, "monthly", 20), ("b", "2024-01-01", 50, "monthly", None)
    )
    assert mrr(company.facts(), "2024-01") == 130


def test_discount_as_a_share(company: Company) -> None:
    header = "customer_id start_date amount billing_period discount"
    company.add(
        "subscriptions", header, ("a", "2024-01-01", 100, "monthly", 0.2), types={"discount": ColumnType.PERCENT}
    )
    assert mrr(company.facts(), "2024-01") == 80


def test_after_a_trial_paid_time_starts_at_its_end(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date cancel_date trial_end mrr",
        ("paid", "2024-01-20", None, "2024-02-03", 10),
        ("left", "2024-01-20", "2024-01-30", "2024-02-03", 10),
        ("other", "2024-01-01", None, None, 1),
        ("later", "2024-03-01", None, None, 1),
    ).facts()
    assert bridge(facts, "2024-01") == {"new": 1}
    assert bridge(facts, "2024-02") == {"new": 10}
    assert found(facts, "trial") == 1


def test_customers_with_a_price_are_a_ledger(company: Company) -> None:
    facts = company.add(
        "customers",
        "customer_id signup_date cancel_date mrr",
        ("a", "2024-01-10", None, 30),
        ("b", "2024-01-10", "2024-02-10", 20),
    ).facts()
    assert facts.priced
    assert mrr(facts, "2024-01") == 50
    assert bridge(facts, "2024-02") == {"churn": -20}


def test_priced_subscriptions_come_before_customers_with_a_price(company: Company) -> None:
    company.add("customers", "customer_id signup_date mrr", ("a", "2024-01-10", 999))
    company.add("subscriptions", "customer_id start_date mrr", ("a", "2024-01-10", 30))
    assert mrr(company.facts(), "2024-01") == 30


def test_sign_ups_alone_are_no_ledger(company: Company) -> None:
    facts = company.add("customers", "customer_id signup_date", ("a", "2024-01-10"), ("b", "2024-02-10")).facts()
    assert facts.relation("moves_month") is None
    assert not facts.is_snapshot


INVOICES = "invoice_id customer_id subscription_id invoice_date period_start period_end amount"


def test_invoices_with_inclusive_ends(company: Company) -> None:
    facts = company.add(
        "invoices",
        INVOICES,
        ("1", "a", "s", "2024-01-01", "2024-01-01", "2024-01-31", 31),
        ("2", "a", "s", "2024-02-01", "2024-02-01", "2024-02-29", 31),
        ("3", "b", "t", "2024-01-15", "2024-01-15", "2025-01-14", 1200),
        ("4", "c", "u", "2024-01-05", "2024-01-05", "2024-02-04", 10),
        ("5", "d", "v", "2024-03-20", "2024-03-20", "2024-04-19", 7),
    ).facts()
    assert mrr(facts, "2024-01") == 141
    assert mrr(facts, "2024-02") == 131
    assert bridge(facts, "2024-03") == {"new": 7, "churn": -31}


def test_invoices_with_exclusive_ends(company: Company) -> None:
    facts = company.add(
        "invoices",
        INVOICES,
        ("1", "a", "s", "2024-01-01", "2024-01-01", "2024-02-01", 31),
        ("2", "a", "s", "2024-02-01", "2024-02-01", "2024-03-01", 31),
        ("5", "d", "v", "2024-03-20", "2024-03-20", "2024-04-20", 7),
    ).facts()
    assert bridge(facts, "2024-03") == {"new": 7, "churn": -31}
    ends = frame(facts, "periods").sort_values("row_no").end
    assert [str(end.date()) for end in ends[:2]] == ["2024-02-01", "2024-03-01"]
    assert ends.isna().tolist() == [False, False, True]


def test_invoice_counts_no_longer_than_its_subscription(company: Company) -> None:
    company.add(
        "subscriptions",
        "subscription_id customer_id start_date cancel_date",
        ("s", "a", "2024-01-01", "2024-03-10"),
        ("t", "b", "2024-01-01", None),
    )
    company.add(
        "invoices",
        INVOICES,
        ("1", "a", "s", "2024-01-01", "2024-01-01", "2024-12-31", 120),
        ("2", "b", "t", "2024-01-01", "2024-01-01", "2024-12-31", 240),
        ("3", "c", "x", "2024-06-30", "2024-06-30", "2025-06-29", 12),
    )
    facts = company.facts()
    assert bridge(facts, "2024-03") == {"churn": -10}
    assert mrr(facts, "2024-06") == 21


def test_void_invoices_are_no_paid_time(company: Company) -> None:
    facts = company.add(
        "invoices",
        INVOICES + " status",
        ("1", "a", "s", "2024-01-01", "2024-01-01", "2024-01-31", 31, "paid"),
        ("2", "b", "t", "2024-01-01", "2024-01-01", "2024-01-31", 31, "void"),
    ).facts()
    assert mrr(facts, "2024-01") == 31


def test_changes_come_on_top_of_the_first_price(company: Company) -> None:
    company.add(
        "customers",
        "customer_id signup_date cancel_date mrr",
        ("a", "2024-01-10", "2024-05-10", 100),
        ("b", "2024-01-10", None, 50),
    )
    company.add(
        "subscriptions",
        "customer_id start_date movement_type mrr_change",
        ("a", "2024-02-10", "Upgrade", 30),
        ("a", "2024-03-10", "Downgrade", 10),
        ("b", "2024-03-10", "downgrade", -5),
        ("a", "2024-05-10", "Churn", 120),
        ("a", "2024-01-10", "New", 100),
        ("stranger", "2024-03-10", "Upgrade", 5),
    )
    facts = company.facts()
    assert mrr(facts, "2024-01") == 150
    assert bridge(facts, "2024-02") == {"expansion": 30}
    assert bridge(facts, "2024-03") == {"contraction": -15}
    assert bridge(facts, "2024-05") == {"churn": -120}
    assert found(facts, "unknown_customer") == 1
    assert found(facts, "said_already") == 2


def test_changes_alone_are_a_ledger(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date movement_type mrr_change",
        ("a", "2024-01-10", "new", 100),
        ("a", "2024-02-10", "expansion", 30),
        ("a", "2024-04-10", "churn", 130),
        ("b", "2024-04-11", "new", 10),
    ).facts()
    assert facts.priced
    assert bridge(facts, "2024-02") == {"expansion": 30}
    assert bridge(facts, "2024-04") == {"churn": -130, "new": 10}
    assert facts.churn_is_visible


def test_unpriced_subscriptions_count_customers(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date cancel_date plan",
        ("a", "2024-01-10", None, "Pro"),
        ("b", "2024-01-10", "2024-02-10", "Pro"),
    ).facts()
    assert not facts.priced
    assert counts(facts, "2024-01") == {"new": 2}
    assert counts(facts, "2024-02") == {"churn": 1}


def test_snapshot_with_flag_and_tenure(company: Company) -> None:
    facts = company.add(
        "customers",
        "customer_id churn_flag tenure_months mrr",
        ("a", True, 3, 10.5),
        ("b", False, 24, 20),
        ("c", None, 1, 30),
    ).facts()
    assert facts.is_snapshot
    assert facts.as_of is None
    assert facts.relation("periods") is None
    customers = frame(facts, "customers").sort_values("customer_id")
    assert customers.churn_flag.tolist() == [True, False, None]
    assert customers.tenure_months.sum() == 28
    assert customers.mrr.tolist() == [10.5, 20, 30]


@pytest.mark.parametrize(
    ("gap_months", "january", "february"),
    [(1, {}, {"expansion": 2}), (0, {"churn": -10}, {"reactivation": 12}), (2, {}, {"expansion": 2})],
)
def test_late_renewal_leaves_no_gap_and_counts_its_price_from_its_own_day(
    company: Company, gap_months: int, january: dict[str, float], february: dict[str, float]
) -> None:
    """Twelve days away over a month's end, at a new price."""
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("a", "2023-11-01", "2024-01-25", 10),
        ("a", "2024-02-06", None, 12),
    )
    facts = company.facts(FactRules(gap_months=gap_months))
    assert bridge(facts, "2024-01") == january
    assert bridge(facts, "2024-02") == february
    assert mrr(facts, "2024-02") == 12


def test_return_after_a_whole_month_is_a_reactivation(company: Company) -> None:
    facts = company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("a", "2023-11-01", "2024-01-25", 10),
        ("a", "2024-02-25", None, 12),
    ).facts()
    assert bridge(facts, "2024-01") == {"churn": -10}
    assert bridge(facts, "2024-02") == {"reactivation": 12}


def test_money_of_other_currencies_needs_a_rate(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date mrr currency",
        ("a", "2024-01-01", 10, "usd"),
        ("b", "2024-01-01", 20, "USD"),
        ("c", "2024-01-01", 30, "€"),
        ("d", "2024-01-01", 40, None),
    )
    plain = company.facts()
    assert plain.currency == "USD"
    assert mrr(plain, "2024-01") == 70
    assert found(plain, "other_currency") == 1
    converted = company.facts(FactRules(rates={"EUR": 1.1}))
    assert mrr(converted, "2024-01") == 103
    assert found(converted, "other_currency") == 0
    in_euro = company.facts(FactRules(currency="EUR", rates={"USD": 0.5}))
    assert in_euro.currency == "EUR"
    # A row without a currency is in the one that most rows of its sheet have.
    assert mrr(in_euro, "2024-01") == 65


def test_an_invoice_for_no_time_at_all_is_paid_once(company: Company) -> None:
    company.add(
        "invoices",
        "invoice_id customer_id invoice_date period_start period_end amount",
        ("1", "a", "2024-01-01", "2024-01-01", "2024-01-31", 100),
        ("2", "a", "2024-02-01", "2024-02-01", "2024-02-29", 100),
        ("3", "a", "2024-02-05", "2024-02-05", "2024-02-05", 75),
        ("4", "a", "2024-02-06", "2024-02-06", "2024-02-06", 75),
        ("5", "a", "2024-02-07", "2024-02-07", "2024-02-07", 75),
    )
    facts = company.facts(as_of="2024-02-29")
    assert [mrr(facts, "2024-01"), mrr(facts, "2024-02")] == [100, 100]
    assert found(facts, "one_off") == 3


PLANS = "customer_id plan start_date cancel_date mrr"


def test_ends_on_the_day_before_the_next_start_are_last_paid_days(company: Company) -> None:
    company.add(
        "subscriptions",
        PLANS,
        ("a", "Basic", "2024-01-01", "2024-03-31", 100),
        ("a", "Pro", "2024-04-01", None, 300),
        ("b", "Basic", "2024-01-01", "2024-02-29", 50),
        ("b", "Basic", "2024-06-01", None, 60),
    )
    facts = company.facts(as_of="2024-06-30")
    assert [mrr(facts, f"2024-0{month}") for month in range(1, 7)] == [150, 150, 100, 300, 300, 360]
    assert bridge(facts, "2024-04") == {"expansion": 200}
    assert bridge(facts, "2024-03") == {"churn": -50}


def test_a_late_renewal_does_not_bring_its_price_forward(company: Company) -> None:
    company.add(
        "subscriptions",
        PLANS,
        ("a", "Basic", "2024-01-01", "2024-03-20", 100),
        ("a", "Pro", "2024-04-10", None, 300),
        ("b", "Basic", "2024-01-01", "2024-02-20", 50),
        ("b", "Basic", "2024-02-20", None, 60),
    )
    facts = company.facts(as_of="2024-05-31")
    assert [mrr(facts, f"2024-0{month}") for month in range(1, 6)] == [150, 160, 160, 360, 360]
    assert bridge(facts, "2024-03") == {}
    assert bridge(facts, "2024-04") == {"expansion": 200}


def test_who_came_and_left_within_a_quarter_is_not_new_in_a_later_one(company: Company) -> None:
    company.add(
        "subscriptions",
        PLANS,
        ("a", "Basic", "2024-01-01", "2024-02-15", 100),
        ("a", "Basic", "2024-05-01", None, 120),
        ("b", "Basic", "2024-05-05", None, 10),
    )
    moves = frame(company.facts(as_of="2024-06-30"), "moves_quarter", ())
    assert sorted(zip(moves.delta, moves.kind, strict=True)) == [(10, 1), (120, 2)]


def test_a_list_of_the_same_rows_names_their_currency(company: Company) -> None:
    company.add(
        "invoices",
        "invoice_id customer_id invoice_date amount",
        ("1", "a", "2024-01-05", 10),
        ("2", "b", "2024-02-05", 20),
    )
    company.add("invoices", "invoice_id customer_id invoice_date amount currency", ("1", "a", "2024-01-06", 10, "EUR"))
    facts = company.facts()
    assert facts.currency == "EUR"
    assert len(frame(facts, "revenue", ())) == 2
