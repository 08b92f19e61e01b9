"""Each check finds what was planted, says where, and nothing else is told of a healthy company."""

import math
from datetime import date, datetime
from pathlib import Path

import pytest
from kpidesk.core.errors import Cancelled
from kpidesk.core.messages import on_day
from kpidesk.core.progress import Progress
from kpidesk.core.resources import resource
from kpidesk.facts.doctor.registry import CHECKS, examine, open_exam
from kpidesk.session.desk import open_desk
from kpidesk.session.local_backend import fact_inputs

from tests.facts.doctor.exams import TODAY, codes, days, findings_of, subscriptions, the


def test_a_healthy_ledger_is_healthy(tmp_path):
    assert findings_of(tmp_path, subscriptions=subscriptions()) == ()


def test_nothing_is_said_of_the_sample_company():
    with open_desk([Path(resource("samples", "tideline"))]) as desk:
        exam = open_exam(desk.services.store, fact_inputs(desk.document.used), date(2026, 12, 31))
        assert [str(f.message) for check in CHECKS for f in examine(exam, check, Progress())] == []


def test_dates_that_cannot_be_are_found_with_their_rows(tmp_path):
    ledger = subscriptions()
    ledger["start_date"][4] = date(2031, 5, 1)
    ledger["start_date"][7] = date(1970, 1, 1)
    ledger["cancel_date"][10] = date(2023, 1, 1)
    ledger["cancel_date"][11] = date(9999, 12, 31)
    found = findings_of(tmp_path, subscriptions=ledger)
    assert the("future_date", found).where.row == 5
    assert the("old_date", found).where.row == 8
    ends = the("end_before_start", found)
    assert (ends.count, str(ends.samples[0])) == (1, "Sheet1!12") or ends.where.row == 11
    assert codes(found) == {"future_date", "old_date", "end_before_start"}


def test_prices_below_nought_and_of_nought_are_found(tmp_path):
    ledger = subscriptions()
    ledger["mrr"][3], ledger["mrr"][8] = -5.0, 0.0
    found = findings_of(tmp_path, subscriptions=ledger)
    assert the("negative", found).where.row == 4
    assert the("zero_subscription", found).where.row == 9
    assert codes(found) == {"negative", "zero_subscription"}


def test_test_customers_are_found_and_contests_are_not(tmp_path):
    names = [f"Company {i}" for i in range(20)]
    names[3], names[4], names[5], names[6] = "Test GmbH", "Contest Ltd", "测试公司", "Democracy Inc"
    mails = [f"a{i}@firm{i}.com" for i in range(20)]
    mails[9] = "test@firm.com"
    ids = [f"C{i}" for i in range(20)]
    found = findings_of(tmp_path, customers={"customer_id": ids, "customer_name": names, "email": mails})
    by_role = {str(f.message.params["role"]): (f.count, [p.row for p in f.samples]) for f in found}
    assert by_role == {"email": (1, [10]), "customer_name": (2, [4, 6])}


def test_rows_that_are_the_same_and_ids_that_repeat_are_told_apart(tmp_path):
    ledger = subscriptions()
    for values in ledger.values():
        values.append(values[2])
        values.append(values[5])
    ledger["mrr"][-1] = 999.0
    found = findings_of(tmp_path, subscriptions=ledger)
    assert the("duplicate_rows", found).count == 1
    assert the("duplicate_rows", found).where.row == 101
    assert (the("repeated_id", found).count, the("repeated_id", found).where.row) == (1, 102)


def test_rows_without_an_id_are_compared_whole(tmp_path):
    orders = {
        "order_date": days("2024-01-01", 60),
        "customer_id": [f"C{i % 9}" for i in range(60)],
        "amount": [float(10 + i % 7) for i in range(60)],
    }
    assert codes(findings_of(tmp_path, orders=orders)) == set()
    for values in orders.values():
        values.append(values[0])
    assert the("duplicate_rows", findings_of(tmp_path, orders=orders)).count == 1


def test_a_customer_under_two_ids_is_found_by_mail_and_by_the_spelling_of_the_name(tmp_path):
    found = findings_of(
        tmp_path,
        customers={
            "customer_id": ["C1", "C2", "C3", "C4", "c 1"],
            "customer_name": ["Acme", "ACME ", "Beta", "Beta", "Gamma"],
            "email": ["a@x.com", "b@x.com", "c@x.com", "C@x.com ", "d@x.com"],
        },
    )
    twice = {f.message.params["role"]: f.count for f in found if f.code == "doctor.customer_twice"}
    assert twice == {"email": 1, "customer_name": 1}
    assert the("customer_spelling", found).count == 1


def test_orphans_are_listed_and_counted(tmp_path):
    ledger = subscriptions()
    customers = {"customer_id": [f"C{i}" for i in range(97)]}
    found = findings_of(tmp_path, customers=customers, subscriptions=ledger)
    orphans = the("orphans", found)
    assert (orphans.count, [place.row for place in orphans.samples]) == (3, [98, 99, 100])
    assert "“C97”, “C98”, “C99”" in str(orphans.message)


def test_tables_without_a_common_key_are_said_to_be_strangers(tmp_path):
    found = findings_of(tmp_path, customers={"customer_id": ["A", "B"]}, subscriptions=subscriptions())
    assert the("no_common_keys", found).count == 100


@pytest.mark.parametrize(("step", "missing"), [(1, "2024-01-11, 2024-01-12"), (7, "2024-W06, 2024-W07")])
def test_days_and_weeks_that_are_missing_are_named(tmp_path, step, missing):
    dates = days("2024-01-01", 60, step)
    first = 10 if step == 1 else 5
    del dates[first : first + 2]
    spend = {"date": dates, "cost": [float(10 + i % 5) for i in range(len(dates))]}
    gap = the("gap", findings_of(tmp_path, spend=spend))
    assert (gap.count, gap.message.params["periods"], gap.where.row) == (2, missing, first + 1)


def test_months_that_are_missing_are_named(tmp_path):
    months = [date(2024, month, 1) for month in (1, 2, 3, 5, 6, 8)]
    sheet = {"month": months, "metric": ["mrr"] * 6, "value": [100.0, 104.0, 103.0, 110.0, 111.0, 115.0]}
    assert the("gap", findings_of(tmp_path, monthly_metrics=sheet)).message.params["periods"] == "2024-04, 2024-07"


def test_months_between_quarters_are_not_missing_and_a_quarter_is(tmp_path):
    months = [date(2023 + n // 4, n % 4 * 3 + 3, 1) for n in range(8)]
    sheet = {"month": months, "metric": ["mrr"] * 8, "value": [100.0 + n for n in range(8)], "months": [3.0] * 8}
    assert "gap" not in codes(findings_of(tmp_path / "whole", monthly_metrics=sheet))
    lacking = {name: values[:2] + values[3:] for name, values in sheet.items()}
    gap = the("gap", findings_of(tmp_path / "lacking", monthly_metrics=lacking))
    assert gap.message.params["periods"] == "2023-Q3"


def test_a_month_without_orders_between_busy_ones_is_a_gap(tmp_path):
    dates = [day for day in days("2024-01-01", 300) if day.month != 4]
    orders = {"order_date": dates, "amount": [float(10 + i % 7) for i in range(len(dates))]}
    assert the("gap", findings_of(tmp_path, orders=orders)).message.params["periods"] == "2024-04"


def test_irregular_dates_have_no_gaps(tmp_path):
    dates = [day for i, day in enumerate(days("2024-01-01", 90)) if (i * i) % 7 in (1, 2)]
    assert (
        codes(findings_of(tmp_path, spend={"date": dates, "cost": [1.0 + i % 3 for i in range(len(dates))]})) == set()
    )


def test_currencies_are_counted(tmp_path):
    ledger = subscriptions() | {"currency": ["USD"] * 95 + ["eur"] * 4 + ["GBP"]}
    found = the("mixed_currencies", findings_of(tmp_path, subscriptions=ledger))
    assert (found.count, found.where.row) == (3, 96)
    assert found.message.params["values"] == "USD (95), EUR (4), GBP (1)"


def test_a_slipped_decimal_point_is_an_outlier_and_a_large_customer_is_not(tmp_path):
    ledger = subscriptions()
    ledger["mrr"][50] = 400.0
    assert findings_of(tmp_path, subscriptions=ledger) == ()
    ledger["mrr"][60] = 5_000_000.0
    found = the("outlier", findings_of(tmp_path, subscriptions=ledger))
    assert (found.count, found.where.row, found.message.params["most"]) == (1, 61, "5000000")


@pytest.mark.parametrize("factor", [100.0, 1000.0, 0.01])
def test_cents_instead_of_units_are_a_change_of_scale(tmp_path, factor):
    ledger = subscriptions()
    ledger["mrr"] = [
        v * factor if day >= date(2024, 1, 1) else v for v, day in zip(ledger["mrr"], ledger["start_date"], strict=True)
    ]
    found = the("change_of_scale", findings_of(tmp_path, subscriptions=ledger))
    assert str(found.message.params["period"]) == "2024-01"
    assert math.isclose(float(found.message.params["factor"]), factor)


def test_a_monthly_sheet_that_goes_over_to_thousands_changes_its_scale(tmp_path):
    months = [date(2024, month, 1) for month in range(1, 9)]
    values = [50_000.0, 51_000.0, 52_500.0, 53_000.0, 54.0, 55.0, 55.5, 57.0]
    found = the(
        "change_of_scale",
        findings_of(tmp_path, monthly_metrics={"month": months, "metric": ["mrr"] * 8, "value": values}),
    )
    assert (str(found.message.params["period"]), found.where.row) == ("2024-05", 5)


def test_growth_by_two_a_month_is_no_change_of_scale(tmp_path):
    ledger = subscriptions()
    months = [day.year * 12 + day.month for day in ledger["start_date"]]
    ledger["mrr"] = [v * 2 ** (m - months[0]) for v, m in zip(ledger["mrr"], months, strict=True)]
    assert "change_of_scale" not in codes(findings_of(tmp_path, subscriptions=ledger))


def test_one_date_in_all_rows_is_told(tmp_path):
    ledger = subscriptions()
    ledger["start_date"] = [date(2024, 5, 1)] * 100
    ledger["cancel_date"] = [None] * 99 + [date(2024, 9, 1)]
    found = the("constant", findings_of(tmp_path, subscriptions=ledger))
    assert (found.count, found.message.params["value"]) == (100, "2024-05-01")


def _moved(*, same_customers: bool):
    """Forty of a hundred end on one day and forty begin on the next."""
    ledger = subscriptions()
    for i in range(40):
        ledger["cancel_date"][i] = date(2024, 6, 1)
        ledger["subscription_id"].append(f"N{i}")
        ledger["customer_id"].append(ledger["customer_id"][i] if same_customers else f"NEW-{i}")
        ledger["start_date"].append(date(2024, 6, 2))
        ledger["cancel_date"].append(None)
        ledger["mrr"].append(ledger["mrr"][i])
    return ledger


def test_many_who_end_as_many_begin_are_a_migration_of_ids(tmp_path):
    found = the("id_migration", findings_of(tmp_path, subscriptions=_moved(same_customers=False)))
    assert (found.count, found.message.params["others"], found.message.params["day"]) == (
        40,
        40,
        on_day(date(2024, 6, 1)),
    )


def test_renewals_on_one_day_are_none(tmp_path):
    assert "id_migration" not in codes(findings_of(tmp_path, subscriptions=_moved(same_customers=True)))


def test_empty_tables_and_moments_are_borne(tmp_path):
    events = {"user_id": ["U1", "U2"], "event_time": [datetime(2024, 1, 1, 5), datetime(2024, 3, 1, 6)]}
    assert findings_of(tmp_path, events=events) == ()


def test_a_check_that_is_cancelled_stops(tmp_path):
    with open_desk([Path(resource("samples", "tideline", "subscriptions.csv"))]) as desk:
        exam = open_exam(desk.services.store, fact_inputs(desk.document.used), TODAY)
        progress = Progress()
        progress.cancel()
        with pytest.raises(Cancelled):
            examine(exam, CHECKS[0], progress)
