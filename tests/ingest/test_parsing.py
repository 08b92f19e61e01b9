from datetime import date, datetime

import pytest
from kpidesk.ingest.numbers import currency_of, decimal_mark
from kpidesk.ingest.parsing import ColumnFormat, parse_cell, read_cells
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import Unreadable

MONEY = ColumnType.MONEY


def number(text, decimal=".", type=ColumnType.NUMBER, multiplier=1.0):
    return parse_cell(text, ColumnFormat(type=type, decimal=decimal, multiplier=multiplier))


def day(text, order, **more):
    return parse_cell(text, ColumnFormat(type=ColumnType.DATE, date_order=order, **more))


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("10 237,65", ",", 10237.65),
        ("10\u202f237,65", ",", 10237.65),
        ("1.234,50 €", ",", 1234.5),
        ("(1,200)", ".", -1200),
        ("125.50", ".", 125.5),
        ("$1,117.10K", ".", 1_117_100),
        ("R$ 100.000", ",", 100_000),
        ("32,56", ",", 32.56),
        ("1,23,456.70", ".", 123456.7),
        ("1'234.50", ".", 1234.5),
        ("CHF 1’234.50", ".", 1234.5),
        ("-$5.20", ".", -5.2),
        ("$-5.20", ".", -5.2),
        ("($1,234.50)", ".", -1234.5),
        ("−12", ".", -12),
        ("1200-", ".", -1200),
        ("3.5万", ".", 35_000),
        ("１２３．５", ".", 123.5),
        ("￥1,299.00", ".", 1299),
        ("2.1亿元", ".", 210_000_000),
        ("€ 2.5M", ".", 2_500_000),
        ("1,2 Mio. €", ",", 1_200_000),
        ("6.49E+17", ".", 6.49e17),
        ("  62,649 ", ".", 62649),
        ("12 USD", ".", 12),
        ("USD 12.50", ".", 12.5),
        ("NT$1,200", ".", 1200),
        (".5", ".", 0.5),
        ("'123", ".", 123),
        ("99.-", ".", 99),
        ("CHF 1'200.–", ".", 1200),
        ("1.200,-- €", ",", 1200),
        ("-20,-", ",", -20),
        ("20,00-", ",", -20),
    ],
)
def test_number_is_read_as_its_reader_would(text, decimal, value):
    assert number(text, decimal, MONEY) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("32,56", "."),
        ("6806*", "."),
        ("1.234,50", "."),
        ("1,234.50", ","),
        ("12.34.56", "."),
        ("abc", "."),
        ("1_0", "."),
        ("0x1F", "."),
        ("#DIV/0!", "."),
        ("1 2", "."),
        ("10:30", "."),
        ("2024-01-05", "."),
        ("inf", "."),
        ("1" * 500, "."),
        ("12 apples", "."),
    ],
)
def test_number_in_doubt_is_refused(text, decimal):
    with pytest.raises(ValueError):
        number(text, decimal)


@pytest.mark.parametrize(
    "text", ["", "  ", "--", "-", " --", "n/a", "N/A", "null", "None", "#N/A", "NaN", "\u00a0", "Select", "无"]
)
def test_markers_of_missing_values_are_blank_where_numbers_are_expected(text):
    assert number(text) is None


def test_percent_is_a_fraction():
    assert number("12,5 %", ",", ColumnType.PERCENT) == pytest.approx(0.125)
    assert number("77.77%", ".", ColumnType.PERCENT) == pytest.approx(0.7777)
    assert number("16", ".", ColumnType.PERCENT, 0.01) == pytest.approx(0.16)
    assert number("50%", ".", ColumnType.PERCENT, 0.01) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("08/03/18", "dmy", date(2018, 3, 8)),
        ("28/03/18", "dmy", date(2018, 3, 28)),
        ("03/28/2018", "mdy", date(2018, 3, 28)),
        ("2024-01-05", "dmy", date(2024, 1, 5)),
        ("2024-1-5", "ymd", date(2024, 1, 5)),
        ("2016/11/14", "ymd", date(2016, 11, 14)),
        ("19970118", "ymd", date(1997, 1, 18)),
        ("15 Apr, 2021", "dmy", date(2021, 4, 15)),
        ("Apr 15, 2021", "dmy", date(2021, 4, 15)),
        ("15-Apr-21", "dmy", date(2021, 4, 15)),
        ("15. April 2021", "dmy", date(2021, 4, 15)),
        ("15th April 2021", "dmy", date(2021, 4, 15)),
        ("dec20", "my", date(2020, 12, 1)),
        ("Dec-20", "my", date(2020, 12, 1)),
        ("Jan 2024", "my", date(2024, 1, 1)),
        ("FY2010-Jan", "ym", date(2010, 1, 1)),
        ("2024-03", "ym", date(2024, 3, 1)),
        ("03/2024", "my", date(2024, 3, 1)),
        ("202403", "ym", date(2024, 3, 1)),
        ("2024年3月", "ym", date(2024, 3, 1)),
        ("2024年3月5日", "ymd", date(2024, 3, 5)),
        ("民國113年3月", "ym", date(2024, 3, 1)),
        ("民國113年3月5日", "ymd", date(2024, 3, 5)),
        ("2024 Q2", "ym", date(2024, 4, 1)),
        ("Q2 2024", "ym", date(2024, 4, 1)),
        ("44927", "serial", date(2023, 1, 1)),
        ("44927.5", "serial", date(2023, 1, 1)),
        ("60", "serial", date(1900, 2, 28)),
        ("1704067200", "epoch", date(2024, 1, 1)),
        ("01.02.2024", "dmy", date(2024, 2, 1)),
        ("Sat, 15 Apr 2021", "dmy", date(2021, 4, 15)),
        ("5 de marzo de 2024", "dmy", date(2024, 3, 5)),
        ("12. März 2024", "dmy", date(2024, 3, 12)),
        ("10/2/2017 10:56", "mdy", date(2017, 10, 2)),
        ("5/4/2021 9:05:12PM", "mdy", date(2021, 5, 4)),
    ],
)
def test_date_is_read_in_the_order_of_its_column(text, order, value):
    assert day(text, order) == value


def test_month_without_year_takes_the_columns_year():
    assert day("Jan", "month", year=2023) == date(2023, 1, 1)
    assert day("September", "month", year=2023) == date(2023, 9, 1)
    assert day("3月", "month", year=2023) == date(2023, 3, 1)
    with pytest.raises(ValueError):
        day("Jan", "month")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-01-05T10:30:00Z", datetime(2024, 1, 5, 10, 30)),
        ("2024-01-05 10:30:00+08:00", datetime(2024, 1, 5, 10, 30)),
        ("2024-01-05T10:30:00.123456", datetime(2024, 1, 5, 10, 30, 0, 123456)),
        ("2016-11-23 03:59 +0000", datetime(2016, 11, 23, 3, 59)),
        ("5/4/2021 9:05:12 PM", datetime(2021, 4, 5, 21, 5, 12)),
        ("2024/1/5 下午 3:20:00", datetime(2024, 1, 5, 15, 20)),
        ("2024-01-05", datetime(2024, 1, 5)),
        ("5/4/2021 12:00:00AM", datetime(2021, 4, 5)),
    ],
)
def test_time_of_day_is_kept_as_printed(text, value):
    assert day(text, "dmy", has_time=True) == value


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("03/28/18", "dmy"),
        ("28/03/18", "mdy"),
        ("inca nu", "ymd"),
        ("not yet", "dmy"),
        ("2024-13-01", "ymd"),
        ("99999999", "ymd"),
        ("10:30:00", "dmy"),
        ("30/02/2024", "dmy"),
        ("44927", "dmy"),
        ("#REF!", "ymd"),
        ("1e99", "serial"),
        ("nan1", "serial"),
    ],
)
def test_date_in_doubt_is_refused(text, order):
    assert read_cells([text], ColumnFormat(type=ColumnType.DATE, date_order=order)) == [Unreadable.UNREADABLE]


@pytest.mark.parametrize("text", ["0010", "00042", "INV-0007", "021000021", "1234567890123456", "9007199254740993"])
def test_id_stays_text(text):
    assert parse_cell(text, ColumnFormat(type=ColumnType.ID)) == text


def test_id_of_a_float_table_loses_its_point():
    assert parse_cell("13085.0", ColumnFormat(type=ColumnType.ID)) == "13085"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes", True),
        ("no", False),
        ("是", True),
        ("否", False),
        ("ja", True),
        ("nein", False),
        ("TRUE", True),
        ("0", False),
        ("", None),
    ],
)
def test_flag_words_of_several_languages(text, value):
    assert parse_cell(text, ColumnFormat(type=ColumnType.FLAG)) is value


def test_found_flag_words_come_first():
    form = ColumnFormat(type=ColumnType.FLAG, true_words=frozenset({"churned"}), false_words=frozenset({"active"}))
    assert [parse_cell(t, form) for t in ("Churned", "active")] == [True, False]


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1.234,50", "12"], ","),
        (["10 237,65"], ","),
        (["32,56", "1.200"], ","),
        (["1,234", "999"], "."),
        (["1,234.5"], "."),
        (["0.125", "0.333"], "."),
        (["R$ 100.000", "R$ 90.000"], ","),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["12", "13"], "."),
        (["$1,117.10K"], "."),
    ],
)
def test_decimal_mark_is_settled_by_the_column(texts, mark):
    assert decimal_mark(texts)[0] == mark


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("€ 5", "EUR"),
        ("5 EUR", "EUR"),
        ("R$ 100", "BRL"),
        ("$5", ""),
        ("5", None),
        ("NT$5", "TWD"),
        ("100元", "CNY"),
        ("$1,117.10K", ""),
    ],
)
def test_currency_beside_a_number(text, code):
    assert currency_of(text) == code
