"""Terms of 30 days beside calendar months: what a subscription pays at a month end is one price, worked out by hand."""

from tests.facts.companies import Company, bridge, mrr

LINES = "invoice_id customer_id subscription_id invoice_date period_start period_end amount"
UNNAMED = "invoice_id customer_id invoice_date period_start period_end amount"


def line(number: int, subscription: str, first: str, last: str, amount: float) -> tuple[object, ...]:
    return str(number), "a", subscription, first, first, last, amount


def test_a_term_that_ends_before_the_last_day_is_not_open_beside_its_successor(company: Company) -> None:
    company.add(
        "invoices",
        LINES,
        line(1, "s", "2024-12-01", "2024-12-30", 100),
        line(2, "s", "2024-12-31", "2025-01-29", 100),
        line(3, "t", "2024-12-02", "2024-12-31", 7),
    )
    assert mrr(company.facts(), "2024-12") == 107


def test_terms_that_overlap_by_days_count_once(company: Company) -> None:
    company.add(
        "invoices",
        LINES,
        line(1, "s", "2024-01-31", "2024-02-29", 100),
        line(2, "s", "2024-02-29", "2024-03-29", 120),
        line(3, "s", "2024-03-30", "2024-04-28", 120),
    )
    facts = company.facts(as_of="2024-04-28")
    assert [mrr(facts, f"2024-0{n}") for n in (1, 2, 3)] == [100, 120, 120]
    assert bridge(facts, "2024-02") == {"expansion": 20}
    assert bridge(facts, "2024-03") == {}


def test_a_gap_of_a_day_is_no_pause(company: Company) -> None:
    company.add(
        "invoices",
        LINES,
        line(1, "s", "2024-03-01", "2024-03-30", 100),
        line(2, "s", "2024-04-01", "2024-04-30", 100),
        line(3, "t", "2024-03-15", "2024-04-13", 7),
        line(4, "t", "2024-04-14", "2024-05-13", 7),
    )
    facts = company.facts(as_of="2024-04-30")
    assert [mrr(facts, "2024-03"), mrr(facts, "2024-04")] == [107, 107]
    assert bridge(facts, "2024-04") == {}


def test_a_plan_overtaken_without_a_credit_counts_once(company: Company) -> None:
    company.add(
        "invoices",
        LINES,
        line(1, "s", "2024-01-10", "2024-02-09", 100),
        line(2, "s", "2024-01-25", "2024-02-24", 250),
        line(3, "s", "2024-02-25", "2024-03-24", 250),
    )
    facts = company.facts(as_of="2024-02-29")
    assert [mrr(facts, "2024-01"), mrr(facts, "2024-02")] == [250, 250]


def test_what_is_billed_beside_a_plan_that_goes_on_comes_on_top(company: Company) -> None:
    company.add(
        "invoices",
        LINES,
        line(1, "s", "2024-01-10", "2024-02-09", 100),
        line(2, "s", "2024-01-25", "2024-02-24", 20),
        line(3, "s", "2024-02-10", "2024-03-09", 100),
        line(4, "s", "2024-02-25", "2024-03-24", 20),
    )
    facts = company.facts(as_of="2024-02-29")
    assert [mrr(facts, "2024-01"), mrr(facts, "2024-02")] == [120, 120]


def test_a_void_invoice_follows_nothing(company: Company) -> None:
    company.add(
        "invoices",
        f"{LINES} status",
        (*line(1, "s", "2024-01-10", "2024-02-09", 100), "paid"),
        (*line(2, "s", "2024-01-20", "2024-03-19", 900), "void"),
    )
    assert mrr(company.facts(as_of="2024-01-31"), "2024-01") == 100


def test_two_subscriptions_of_one_customer_that_are_not_named_both_count(company: Company) -> None:
    company.add(
        "invoices",
        UNNAMED,
        ("1", "a", "2024-01-01", "2024-01-01", "2024-01-31", 100),
        ("2", "a", "2024-01-30", "2024-01-30", "2024-02-27", 20),
        ("3", "a", "2024-02-01", "2024-02-01", "2024-02-29", 100),
        ("4", "a", "2024-02-28", "2024-02-28", "2024-03-29", 20),
    )
    facts = company.facts(as_of="2024-02-29")
    assert [mrr(facts, "2024-01"), mrr(facts, "2024-02")] == [120, 120]
