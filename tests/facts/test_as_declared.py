"""Columns whose cells are not of the kind that their role is: read where that can be, else null and counted."""

from datetime import date, datetime

import pyarrow as pa

from tests.facts.companies import Company, T, codes, found, frame, mrr

START = pa.array([datetime(2024, 1, 5, 8), datetime(2024, 1, 6), None])


def test_term_of_days_and_times_makes_periods_of_days(company: Company) -> None:
    """A late renewal is counted from the day it was due: that day came back as a point in time."""
    company.add(
        "invoices",
        "invoice_id customer_id invoice_date amount period_start period_end",
        ("i1", "a", "2024-01-01", 10, "2024-01-01", "2024-01-31"),
        ("i2", "a", "2024-02-05", 10, "2024-02-05", "2024-03-05"),
        ("i3", "b", "2024-02-01", 10, "2024-02-01", "2024-02-29"),
        ("i4", "c", "2024-03-01", 10, "2024-03-01", "2024-03-31"),
    )
    periods = company.facts().relation("periods")
    assert periods is not None
    kinds = {name: str(periods.schema()[name]).removeprefix("!") for name in ("start", "end")}
    assert kinds == {"start": "date", "end": "date"}


def test_table_without_rows_is_as_if_it_were_not_there(company: Company) -> None:
    rows = pa.table({name: pa.array([], pa.string()) for name in ("order_date", "amount", "category")})
    company.add_arrow("orders", rows, {"order_date": T.TEXT, "amount": T.TEXT, "category": T.TEXT})
    facts = company.add("spend", "date cost", ("2024-01-01", 5)).facts()
    assert facts.relation("orders") is None
    assert facts.missing("orders")
    assert frame(facts, "spend").cost.sum() == 5


def test_amounts_and_dates_typed_as_text_are_read_and_the_rest_is_counted(company: Company) -> None:
    rows = {
        "order_date": pa.array(["2024-01-05", "2024-01-06 10:30", "yesterday", "2024-02-30", None, "2024-01-09"]),
        "amount": pa.array(["10", "1,234.50", "3", "4", "5", "a lot"]),
        "order_id": pa.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
        "row_no": pa.array(range(1, 7), pa.int64()),
    }
    company.add_arrow("orders", pa.table(rows), {"order_date": T.TEXT, "amount": T.TEXT, "order_id": T.NUMBER})
    facts = company.facts()
    orders = frame(facts, "orders")
    assert sorted(orders.amount) == [10, 1234.5]
    assert set(orders.order_id) == {"1", "2"}
    assert found(facts, "unreadable") == 3
    places = {str(finding.where) for finding in facts.findings if finding.code == "facts.unreadable"}
    assert places == {"orders0.csv!4", "orders0.csv!7"}


def test_flag_written_as_number_or_word(company: Company) -> None:
    company.add(
        "customers", "customer_id churn_flag tenure_months", ("a", "Yes", 1), ("b", "no", 2), ("c", "?", 3),
        types={"churn_flag": T.TEXT},
    )  # fmt: skip
    facts = company.facts()
    assert list(frame(facts, "customers").sort_values("customer_id").churn_flag) == [True, False, None]
    company.inputs.clear()
    company.add("customers", "customer_id churn_flag", ("a", 1), ("b", 0), types={"churn_flag": T.NUMBER})
    assert list(frame(company.facts(), "customers").sort_values("customer_id").churn_flag) == [True, False]


def test_column_that_cannot_be_read_at_all_is_as_if_it_were_not_there(company: Company) -> None:
    company.add(
        "subscriptions", "customer_id start_date mrr", ("a", "2024-01-01", True), ("b", "2024-01-01", None),
        types={"mrr": T.TEXT},
    )  # fmt: skip
    facts = company.facts()
    assert not facts.priced
    assert "unreadable" in codes(facts)


def test_counts_typed_as_money_stay_counts(company: Company) -> None:
    company.add("spend", "date cost clicks", ("2024-01-01", 5, 7), types={"clicks": T.MONEY, "cost": T.NUMBER})
    spend = frame(company.facts(), "spend")
    assert (spend.clicks.sum(), spend.cost.sum()) == (7, 5)


def test_money_beyond_all_measure_is_left_out(company: Company) -> None:
    rows = [("a", "2024-01-01", float("inf")), ("b", "2024-01-01", float("nan")), ("c", "2024-01-01", 1e300)]
    facts = company.add("subscriptions", "customer_id start_date mrr", *rows, ("d", "2024-01-01", 5)).facts()
    assert mrr(facts, "2024-01") == 5
    assert found(facts, "no_price") == 3


def test_times_of_day_do_not_matter_to_periods(company: Company) -> None:
    rows = {"customer_id": pa.array(["a", "b", "c"]), "start_date": START, "mrr": pa.array([1.0, 2.0, 3.0])}
    company.add_arrow("subscriptions", pa.table(rows), {"customer_id": T.ID, "start_date": T.DATE, "mrr": T.MONEY})
    facts = company.facts()
    assert facts.extent is not None
    assert facts.extent[0] == date(2024, 1, 5)
    assert mrr(facts, "2024-01") == 3
