"""Customers and attributes: one row each, merged from all sheets, own words first."""

from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.schema.model import ColumnType

from tests.facts.companies import Company, bridge, found, frame


def test_several_sheets_describe_one_customer(company: Company) -> None:
    company.add("customers", "customer_id signup_date country", ("a", "2024-01-01", "RO"), ("b", "2024-01-02", None))
    company.add("customers", "customer_id country segment", ("b", "US", "SMB"), ("a", "DE", None), ("x", "UK", "SMB"))
    customers = frame(company.facts(), "customers").set_index("customer_id")
    assert customers.a_country.to_dict() == {"a": "RO", "b": "US", "x": "UK"}
    assert customers.a_segment.to_dict() == {"a": NO_ATTRIBUTE_VALUE, "b": "SMB", "x": "SMB"}


def test_customer_named_twice_in_one_sheet_is_one(company: Company) -> None:
    company.add("customers", "customer_id signup_date country", ("a", "2024-01-01", "RO"), ("a", "2024-03-01", "US"))
    customers = frame(company.facts(), "customers")
    assert len(customers) == 1
    assert customers.a_country[0] == "RO"


def test_attribute_of_the_latest_subscription_where_no_sheet_describes_customers(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr plan",
        ("a", "2024-03-01", None, 20, "Pro"),
        ("a", "2024-01-01", "2024-03-01", 10, "Basic"),
        ("b", "2024-01-01", None, 10, "Basic"),
    )
    facts = company.facts()
    moves = frame(facts, "moves_month", ("plan",))
    assert set(moves.a_plan) == {"Pro", "Basic"}
    assert moves.groupby("a_plan").delta.sum().to_dict() == {"Basic": 10, "Pro": 20}
    # A period keeps the plan that it was paid for.
    assert sorted(frame(facts, "periods").a_plan) == ["Basic", "Basic", "Pro"]


def test_latest_row_counts_and_why_somebody_left_is_no_change_of_theirs(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr plan churn_reason n",
        ("a", "2024-01-01", "2024-03-01", 10, "Basic", "price", "x"),
        ("a", "2024-05-01", None, 20, "Basic", None, "x"),
        ("b", "2024-01-01", None, 10, "Pro", None, None),
        ("b", "2024-04-01", None, 10, "Pro", None, "y"),
        ("c", "2024-01-01", "2024-02-01", 5, None, "moved", "x"),
    )
    facts = company.facts()
    customers = frame(facts, "customers").set_index("customer_id")
    assert customers.a_churn_reason.to_dict() == {"a": NO_ATTRIBUTE_VALUE, "b": NO_ATTRIBUTE_VALUE, "c": "moved"}
    assert customers.a_plan.to_dict() == {"a": "Basic", "b": "Pro", "c": NO_ATTRIBUTE_VALUE}
    assert facts.attributes["n"] == ("x", "y")
    moves = frame(facts, "moves_month", ("plan", "churn_reason"))
    assert moves.groupby("a_plan").delta.sum().to_dict() == {"Basic": 20, "Pro": 20, NO_ATTRIBUTE_VALUE: 0}
    assert set(moves[moves.kind == 5].a_churn_reason) == {NO_ATTRIBUTE_VALUE, "moved"}


def test_attributes_reach_other_tables_through_the_customer(company: Company) -> None:
    company.add("customers", "customer_id signup_date country", ("a", "2024-01-01", "RO"), ("b", "2024-01-02", "US"))
    company.add("surveys", "customer_id response_date nps_score", ("b", "2024-02-01", 9), ("z", "2024-02-02", 3))
    surveys = frame(company.facts(), "surveys").set_index("nps_score")
    assert surveys.a_country.to_dict() == {9: "US", 3: NO_ATTRIBUTE_VALUE}


def test_own_column_comes_before_the_customers(company: Company) -> None:
    company.add("customers", "customer_id signup_date channel", ("a", "2024-01-01", "web"), ("b", "2024-01-01", "ads"))
    company.add("orders", "customer_id order_date amount channel", ("a", "2024-02-01", 5, "shop"))
    assert list(frame(company.facts(), "orders").a_channel) == ["shop"]


def test_values_are_ordered_by_size_and_limited(company: Company) -> None:
    rows = [(f"c{i}", "2024-01-01", "US" if i < 3 else "RO", f"name {i}", "one") for i in range(210)]
    company.add("customers", "customer_id signup_date country nickname only", *rows)
    facts = company.facts()
    assert facts.attributes == {"country": ("RO", "US")}


def test_attributes_stand_as_the_columns_of_the_sheet_do(company: Company) -> None:
    named = [f"n{i}" for i in range(12, 0, -1)]  # an answer of many parts comes in any order
    rows = [(f"c{i}", "2024-01-01", *[str(i % (2 + n % 3)) for n in range(len(named))]) for i in range(60)]
    company.add("customers", f"customer_id signup_date {' '.join(named)}", *rows)
    assert list(company.facts().attributes) == named


def test_numbers_and_flags_may_segment(company: Company) -> None:
    company.add_columns(
        "customers",
        {"customer_id": ["a", "b"], "signup_date": ["2024-01-01"] * 2, "seats": [1.0, 2.5], "vip": [True, None]},
        types={"seats": ColumnType.NUMBER, "vip": ColumnType.FLAG},
    )
    assert company.facts().attributes == {"seats": ("1", "2.5"), "vip": (NO_ATTRIBUTE_VALUE, "true")}


def test_an_amount_that_is_called_a_number_is_no_segment(company: Company) -> None:
    company.add_columns(
        "orders",
        {"customer_id": ["a", "b"], "order_date": ["2024-01-01"] * 2, "amount": [10.0, 12.5], "seats": [1.0, 2.0]},
        types={"amount": ColumnType.NUMBER, "seats": ColumnType.NUMBER},
    )
    facts = company.facts()
    assert facts.attributes == {"seats": ("1", "2")}
    assert sorted(frame(facts, "orders").amount) == [10, 12.5]


def test_only_attributes_asked_for_are_joined(company: Company) -> None:
    company.add("customers", "customer_id signup_date country", ("a", "2024-01-01", "RO"), ("b", "2024-01-01", "US"))
    company.add("subscriptions", "customer_id start_date mrr", ("a", "2024-01-01", 5))
    facts = company.facts()
    assert set(facts.relation("moves_month", ()).columns) == {"c", "t", "opening", "delta", "closing", "kind"}
    assert "a_country" in facts.columns("moves_month")


def test_first_and_last_day_of_paid_time(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("a", "2024-01-05", "2024-02-05", 5),
        ("a", "2024-05-05", "2024-06-05", 5),
        ("b", "2024-01-05", None, 5),
    )
    customers = frame(company.facts(), "customers").set_index("customer_id")
    assert str(customers.first_start["a"].date()) == "2024-01-05"
    assert str(customers.last_end["a"].date()) == "2024-06-05"
    assert customers.last_end.isna()["b"]


def test_money_that_no_sheet_gives_is_no_column(company: Company) -> None:
    facts = company.add("customers", "customer_id churn_flag tenure_months", ("a", True, 3)).facts()
    assert not {"mrr", "total_revenue"} & facts.columns("customers")
    company.add("customers", "customer_id mrr", ("a", 5))
    assert "mrr" in company.facts().columns("customers")


def test_a_customer_in_other_capitals_and_blanks_is_the_same(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date cancel_date mrr",
        ("Acme Corp", "2024-01-01", "2024-02-10", 100),
        ("ACME  corp ", "2024-02-10", None, 150),
        ("Bob", "2024-01-01", None, 10),
    )
    facts = company.facts(as_of="2024-03-31")
    assert bridge(facts, "2024-02") == {"expansion": 50}
    assert sorted(frame(facts, "customers").customer_id) == ["Acme Corp", "Bob"]
    said = [str(finding.message) for finding in facts.findings if finding.code == "facts.spellings"]
    assert len(said) == 1
    assert "“ACME  corp ” = “Acme Corp”" in said[0]


def test_capitals_tell_codes_apart_and_customers_that_are_listed_both_ways(company: Company) -> None:
    company.add(
        "subscriptions",
        "customer_id start_date mrr",
        ("cus_aB3", "2024-01-01", 1),
        ("cus_AB3", "2024-01-01", 2),
        ("Acme", "2024-01-01", 3),
        ("ACME", "2024-01-01", 4),
    )
    company.add("customers", "customer_id country", ("Acme", "DE"), ("ACME", "US"))
    assert frame(company.facts(as_of="2024-03-31"), "customers").customer_id.nunique() == 4


def test_customers_whose_status_says_that_they_are_gone_are_gone(company: Company) -> None:
    facts = company.add(
        "customers",
        "customer_id signup_date mrr status",
        ("a", "2024-01-10", 30, "Active"),
        ("b", "2024-01-12", 20, "退会"),
    ).facts()
    assert found(facts, "cancelled_undated") == 1
