"""Whole columns of values as people write them, through the settling of the format and the reading of each cell."""

from collections import Counter
from datetime import date, datetime

import pytest
from kpidesk.ingest.column_format import settle_format
from kpidesk.ingest.durations import parse_duration
from kpidesk.ingest.parsing import read_cells
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import Unreadable


def read(header, *texts):
    form, _ = settle_format(header, Counter(texts))
    return form, read_cells(texts, form)


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("08/03/18", "28/03/18"), (date(2018, 3, 8), date(2018, 3, 28))),
        (("08/03/18", "03/28/18"), (date(2018, 8, 3), date(2018, 3, 28))),
        (("2024年3月5日", "2024年12月15日"), (date(2024, 3, 5), date(2024, 12, 15))),
        (("2024年3月", "2024年4月"), (date(2024, 3, 1), date(2024, 4, 1))),
        (("民國113年3月", "民國113年4月"), (date(2024, 3, 1), date(2024, 4, 1))),
        (("113/03/05", "113/3/16"), (date(2024, 3, 5), date(2024, 3, 16))),
        (("5. März 2024", "12. Dezember 2024"), (date(2024, 3, 5), date(2024, 12, 12))),
        (("1er mars 2024", "5 févr. 2024"), (date(2024, 3, 1), date(2024, 2, 5))),
        (("5 de enero de 2024", "10 ene 2024"), (date(2024, 1, 5), date(2024, 1, 10))),
        (("5 de março de 2024", "16 de maio de 2024"), (date(2024, 3, 5), date(2024, 5, 16))),
        (("5 maggio 2024", "16 gennaio 2024"), (date(2024, 5, 5), date(2024, 1, 16))),
        (("5 mei 2024", "3 mrt. 2024"), (date(2024, 5, 5), date(2024, 3, 3))),
        (("45292", "45300"), (date(2024, 1, 1), date(2024, 1, 9))),
        (("2024-W03", "2024W12"), (date(2024, 1, 15), date(2024, 3, 18))),
        (("KW 3 2024", "KW 12 2024"), (date(2024, 1, 15), date(2024, 3, 18))),
        (("2024年第3周", "2024年第12周"), (date(2024, 1, 15), date(2024, 3, 18))),
        (("Q1 2024", "2024Q2", "Q3'24"), (date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1))),
        (("2024年第一季度", "2024年Q2"), (date(2024, 1, 1), date(2024, 4, 1))),
        (("dec20", "jan21"), (date(2020, 12, 1), date(2021, 1, 1))),
        (("FY2010-Jan", "FY2010-Feb"), (date(2010, 1, 1), date(2010, 2, 1))),
        (("15 Apr, 2021", "3 May, 2021"), (date(2021, 4, 15), date(2021, 5, 3))),
        (("5.1.24", "16.1.24"), (date(2024, 1, 5), date(2024, 1, 16))),
        (("5 marca 2024", "16 grudnia 2024"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("5 марта 2024", "16 дек. 2024"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("5 Mart 2024", "16 Aralık 2024"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("1 maj 2024", "16 augusti 2024"), (date(2024, 5, 1), date(2024, 8, 16))),
        (("2024년 3월 5일", "2024년 12월 16일"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("2024. 3. 5.", "2024. 12. 16."), (date(2024, 3, 5), date(2024, 12, 16))),
        (("2024.01.03.", "2024.12.16."), (date(2024, 1, 3), date(2024, 12, 16))),
        (("令和6年3月5日", "平成31年4月30日"), (date(2024, 3, 5), date(2019, 4, 30))),
        (("令和元年5月1日", "令和2年1月16日"), (date(2019, 5, 1), date(2020, 1, 16))),
        (("2024年3月5日(火)", "2024年12月16日（月）"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("2024-03-05 星期二", "2024-12-16 周一"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("113.03.05", "113.12.16"), (date(2024, 3, 5), date(2024, 12, 16))),
        (("H1 2024", "2024 H2"), (date(2024, 1, 1), date(2024, 7, 1))),
        (("2024年上半年", "2024年下半年"), (date(2024, 1, 1), date(2024, 7, 1))),
        (("T1 2024", "T3 2024"), (date(2024, 1, 1), date(2024, 7, 1))),
        (("`2024-01-05", "`2024-01-16"), (date(2024, 1, 5), date(2024, 1, 16))),
    ],
)
def test_dates_of_a_column(texts, values):
    form, found = read("Date", *texts)
    assert form.type is ColumnType.DATE
    assert tuple(found) == values


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("2024-01-05T10:00:00+08:00", "2024-01-05 10:00 AEST"), (datetime(2024, 1, 5, 10),) * 2),
        (("1/5/2024 3:15 PM", "1/15/2024 12:05 AM"), (datetime(2024, 1, 5, 15, 15), datetime(2024, 1, 15, 0, 5))),
        (("2024/1/5 下午3:15", "2024/1/5 上午12:05"), (datetime(2024, 1, 5, 15, 15), datetime(2024, 1, 5, 0, 5))),
        (
            ("2024年3月5日 9时05分", "2024年3月5日 下午3点20分"),
            (datetime(2024, 3, 5, 9, 5), datetime(2024, 3, 5, 15, 20)),
        ),
        (("2024-03-05 오후 3:15", "2024-03-05 오전 12:05"), (datetime(2024, 3, 5, 15, 15), datetime(2024, 3, 5, 0, 5))),
    ],
)
def test_moments_of_a_column(texts, values):
    form, found = read("Created at", *texts)
    assert form.has_time
    assert tuple(found) == values


@pytest.mark.parametrize("texts", [("1月3日", "12月15日"), ("5 Jan", "15 Feb"), ("Jan 5", "Feb 15")])
def test_days_without_a_year_wait_for_one(texts):
    form, found = read("Date", *texts)
    assert (form.type, form.date_order, form.year) == (ColumnType.DATE, "day", None)
    assert set(found) == {Unreadable.UNREADABLE}


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("10 237,65", "32,56"), (10237.65, 32.56)),
        (("10\u202f237,65", "2\u00a0000,00"), (10237.65, 2000)),
        (("1.234,50 €", "12,00 €"), (1234.5, 12)),
        (("(1,200)", "50"), (-1200, 50)),
        (("1,200-", "50"), (-1200, 50)),
        (("1,200.00 CR", "50.00 DR"), (1200, -50)),
        (("$1,117.10K", "$2M"), (1_117_100, 2_000_000)),
        (("R$ 100.000", "R$ 5.000"), (100_000, 5_000)),
        (("1'234.50", "2’000.00"), (1234.5, 2000)),
        (("1.2万", "3亿"), (12_000, 300_000_000)),
        (("1,5 Mio. €", "2 Mio. €"), (1_500_000, 2_000_000)),
        (("￥１，２００", "￥３０"), (1200, 30)),
        (("₹1,00,000", "₹12,34,567.50"), (100_000, 1_234_567.5)),
        (("₹5.2 Cr", "₹3 Cr"), (52_000_000, 30_000_000)),
        (("12,5 %", "3 %"), (0.125, 0.03)),
        (("`108.55", "`0.18"), (108.55, 0.18)),
    ],
)
def test_numbers_of_a_column(texts, values):
    _, found = read("Value", *texts)
    assert found == pytest.approx(list(values))


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Yes", "No"),
        ("是", "否"),
        ("有", "无"),
        ("有", "無"),
        ("✓", "✗"),
        ("Ja", "Nein"),
        ("Oui", "Non"),
        ("Sí", "No"),
        ("Sim", "Não"),
        ("Vero", "Falso"),
        ("はい", "いいえ"),
        ("启用", "停用"),
        ("TRUE", "FALSE"),
        ("Sì", "No"),
        ("예", "아니오"),
        ("○", "×"),
    ],
)
def test_yes_and_no_of_a_column(yes, no):
    form, found = read("Aktiv", yes, no, "")
    assert form.type is ColumnType.FLAG
    assert found == [True, False, None]


def test_a_mark_alone_says_yes_and_blank_says_nothing():
    form, found = read("VIP", "✓", "")
    assert (form.type, found) == (ColumnType.FLAG, [True, None])


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1h 20m", 4 / 3), ("45m", 0.75), ("00:05:30", 5.5 / 60), ("120:15:00", 120.25), ("3天", 72),
        ("3天4小时", 76), ("2小时15分", 2.25), ("PT1H30M", 1.5), ("1.5 hours", 1.5), ("1,5 h", 1.5),
        ("2 Std. 30 Min.", 2.5), ("1 day, 2:00:00", 26), ("3 jours", 72), ("2 days and 3 hours", 51), ("-30 min", -0.5),
    ],
)  # fmt: skip
def test_length_of_time(text, hours):
    assert parse_duration(text) == pytest.approx(3600 * hours)


@pytest.mark.parametrize("text", ["", "soon", "1h later", "12 months", "10:75", "h"])
def test_length_of_time_in_doubt_is_refused(text):
    with pytest.raises(ValueError):
        parse_duration(text)


def test_lengths_of_time_make_a_column_and_times_of_day_do_not():
    assert read("Time to first response", "1h 20m", "45m")[0].date_order == "duration"
    assert read("Avg. session duration", "02:35", "00:45")[1] == [155, 45]
    assert read("Opening time", "08:30", "09:15")[0].type is ColumnType.TEXT
    assert read("Amount", "5m", "3m")[1] == [5e6, 3e6]


def test_ids_that_a_spreadsheet_shortened_stay_text_and_say_so():
    form, evidence = settle_format("Order ID", Counter(["1.23457E+11", "1.23458E+11"]))
    assert form.type is ColumnType.ID
    assert "digits are lost" in evidence[0].template.text
    assert read("Amount", "1.5e3", "2e2")[1] == [1500, 200]


def test_ids_and_numbers_side_by_side():
    form, found = read("Number", "0010", "00042", "INV-0007", "021000021")
    assert (form.type, found) == (ColumnType.ID, ["0010", "00042", "INV-0007", "021000021"])
    assert read("Number", "125.50", "3")[1] == [125.5, 3]
    assert read("Card", "9007199254740993", "1234567890123456")[1] == ["9007199254740993", "1234567890123456"]


def test_a_count_of_people_is_no_id():
    assert read("Number of employees", "12", "300")[0].type is ColumnType.NUMBER


@pytest.mark.parametrize("unit", ["", "000", "000000"])
def test_moments_counted_from_1970_in_seconds_or_less(unit):
    form, found = read("event_timestamp", f"1709600000{unit}", f"1709686400{unit}")
    assert (form.type, form.has_time) == (ColumnType.DATE, True)
    assert found == [datetime(2024, 3, 5, 0, 53, 20), datetime(2024, 3, 6, 0, 53, 20)]
