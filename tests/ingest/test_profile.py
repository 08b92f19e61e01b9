from datetime import date

import pytest
from kpidesk.ingest.profile import profile_texts
from kpidesk.schema.model import ColumnType


def profile(header, *texts):
    return profile_texts(0, header, texts)


def test_one_cell_settles_the_order_of_the_whole_column():
    found = profile("Date", "08/03/18", "28/03/18", "01/02/18")
    assert (found.type, found.format.date_order) == (ColumnType.DATE, "dmy")
    assert (found.low, found.high) == (date(2018, 2, 1), date(2018, 3, 28))
    assert [str(message) for message in found.evidence] == ["day first: 1 row shows it"]


def test_month_first_is_settled_likewise():
    assert profile("Date", "08/03/18", "03/28/18").format.date_order == "mdy"


def test_a_sorted_column_tells_its_order_by_small_steps():
    days = [f"{day:02}/{month:02}/2024" for month in range(1, 13) for day in range(1, 13)]
    assert profile("Date", *days).format.date_order == "dmy"
    assert profile("Date", *[f"{t[3:5]}/{t[:2]}/2024" for t in days]).format.date_order == "mdy"


def test_a_list_by_month_is_no_list_of_one_months_days():
    months = [f"01/{month:02}/2024" for month in range(1, 13) for _ in "ab"]
    assert profile("Month", *months).format.date_order == "dmy"
    assert profile("Month", *[f"{t[3:5]}/01/2024" for t in months]).format.date_order == "mdy"
    renewals = [f"05/{month:02}/{year}" for year in (2023, 2024) for month in range(1, 13)]
    assert profile("Renewed", *renewals).format.date_order == "dmy"


@pytest.mark.parametrize(
    ("header", "texts", "order"),
    [
        ("month", ("2024-01", "2024-02"), "my"),
        ("Month", ("dec20", "jan21"), "my"),
        ("Month", ("Jan", "Feb", "March"), "month"),
        ("month", ("202401", "202402"), "ym"),
        ("day", ("19970101", "19970118"), "ymd"),
        ("Order Date", ("44927", "44928"), "serial"),
        ("created", ("1704067200", "1704067300"), "epoch"),
        ("日期", ("2024年3月5日", "2024年3月6日"), "dmy"),
        ("paid", ("15 Apr, 2021", "2 May, 2021"), "dmy"),
    ],
)
def test_dates_in_other_dress_are_seen(header, texts, order):
    assert (profile(header, *texts).type, profile(header, *texts).format.date_order) == (ColumnType.DATE, order)


def test_times_of_day_are_noticed():
    assert profile("at", "2024-01-05 10:00:00", "2024-01-06").format.has_time
    assert not profile("at", "2024-01-05 00:00:00", "2024-01-06").format.has_time


@pytest.mark.parametrize(
    "never", ["0000-00-00 00:00:00", "0000-00-00", "00/00/0000", "0001-01-01T00:00:00", "1/1/0001 12:00:00 AM"]
)
def test_days_that_never_were_are_blank(never):
    found = profile("cancelled_at", never, "2024-03-05", never, never, never)
    assert (found.type, found.unreadable) == (ColumnType.DATE, 0)
    assert (found.low, found.high) == (date(2024, 3, 5), date(2024, 3, 5))


def test_words_in_a_date_column_are_counted_not_dropped():
    found = profile("canceled_at", "2024-01-05", "2024-01-06", "not yet", "", "2024-02-01")
    assert (found.type, found.unreadable) == (ColumnType.DATE, 1)


@pytest.mark.parametrize(
    ("texts", "type"),
    [
        (("0010", "00042", "021000021"), ColumnType.ID),
        (("1234567890123456", "1234567890123457"), ColumnType.ID),
        (("489434", "489435", "C489449", "489450"), ColumnType.ID),
        (("$5", "$1,200"), ColumnType.MONEY),
        (("12.5", "3"), ColumnType.NUMBER),
        (("77.77%", "3%"), ColumnType.PERCENT),
        (("yes", "no"), ColumnType.FLAG),
        (("是", "否"), ColumnType.FLAG),
        (("0", "1"), ColumnType.NUMBER),
        (("Pro", "Basic"), ColumnType.TEXT),
        (("6806*", "12", "13", "14"), ColumnType.NUMBER),
        ((), ColumnType.TEXT),
    ],
)
def test_the_type_follows_from_the_cells(texts, type):
    assert profile("x", *texts).type is type


def test_decimal_comma_is_settled_for_the_column():
    found = profile("x", "1.234,50 €", "32,56 €", "7 €")
    assert (found.format.decimal, found.format.currency, found.high) == (",", "EUR", 1234.5)


def test_two_currencies_name_none():
    assert profile("amount", "5 EUR", "6 USD").format.currency == ""


def test_shares_and_counts():
    found = profile("plan", "Pro", "", "Pro", "Basic")
    assert (found.filled, found.distinct, dict(found.words), found.is_unique) == (
        0.75,
        2,
        {"Pro": 2, "Basic": 1},
        False,
    )
    assert (found.rows, found.max_len) == (4, 5)


def test_a_column_name_that_says_id_keeps_digits_as_text():
    assert profile("Customer ID", "13085", "13078").type is ColumnType.ID
