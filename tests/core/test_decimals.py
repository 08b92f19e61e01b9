"""Numbers that are read together: one precision for the parts of a change, as many decimals on each tick."""

import pytest
from kpidesk.core.decimals import (
    SHORT,
    column_texts,
    columns_texts,
    even_decimals,
    in_one_precision,
    rows_texts,
    to_one_sum,
)
from kpidesk.core.formatting import Style, format_change, format_range, format_value


@pytest.mark.parametrize(
    ("values", "kind", "written"),
    [
        ((-0.385, -0.062, 0.019, 2.49), "ratio", ("−0.39", "−0.06", "+0.02", "+2.49")),
        ((0.01, -0.0016, 0.25), "share", ("+1.0 pt", "−0.2 pt", "+25.0 pt")),
        ((1234.5, 0.019), "months", ("+1,234 mo", "0 mo")),
        ((12_400, -950), "money", ("+$12.4K", "−$950")),
        ((None, float("nan"), 0.0), "ratio", ("—", "—", "0.0")),
    ],
)
def test_parts_of_a_change_have_one_number_of_decimals(values, kind, written):
    style = in_one_precision(values, kind, Style())
    assert tuple(format_change(value, kind, style) for value in values) == written


def test_each_unit_is_evened_by_itself():
    assert even_decimals(("76.3%", "77%", "$268", "—")) == ("76.3%", "77.0%", "$268", "—")


def test_no_nought_is_made_up():
    """110,600 and 22,900: a hundredth of 万 is not known of the first."""
    texts = [format_value(value, "money", Style("zh_Hans", "CNY")) for value in (110_600, 22_900, 89_000, 240_040)]
    assert even_decimals(texts) == ("¥11.1万", "¥2.29万", "¥8.90万", "¥24.0万")
    assert even_decimals(["$10.5M", "$8.94M"]) == ("$10.5M", "$8.94M")
    assert even_decimals(["$10M", "$12.5M", "$7.5M"]) == ("$10.0M", "$12.5M", "$7.5M")


def test_what_is_nearly_nothing_does_not_lengthen_the_others():
    assert even_decimals(["+0.64 pt", "−2.5 pt", "+0.0031 pt"]) == ("+0.64 pt", "−2.50 pt", "+0.0031 pt")
    assert even_decimals(["0.0025", "0.005"]) == ("0.0025", "0.0050")


@pytest.mark.parametrize(
    ("low", "high", "kind", "text"),
    [
        (4.7, 39.2, "score", "5–39"),
        (4.7, 9.26, "score", "4.7–9.3"),
        (0.91, 0.955, "share", "91.0–95.5%"),
        (0.27, 0.54, "share", "27.0–54.0%"),
        (0.0088, 0.0123, "share", "0.88–1.2%"),
    ],
)
def test_both_ends_of_an_interval_have_as_many_decimals(low, high, kind, text):
    assert format_range(low, high, kind, Style()) == text


def test_short_figures_get_tenths_but_no_hundredths():
    assert even_decimals(["98.6%", "96%"], SHORT) == ("98.6%", "96.0%")
    assert even_decimals(["$4.23M", "$12.3M"], SHORT) == ("$4.23M", "$12.3M")


def test_short_amounts_have_three_digits_each():
    assert even_decimals(["2万", "1.92万", "19.02万", "490.8万"], SHORT) == ("2.00万", "1.92万", "19.0万", "490.8万")
    assert even_decimals(["$4M", "$4.23M", "$12.3M", "$982"], SHORT) == ("$4.00M", "$4.23M", "$12.3M", "$982")
    assert even_decimals(["$3.00", "$26.28"], SHORT) == ("$3.00", "$26.28")


@pytest.mark.parametrize(
    ("values", "kind", "style", "texts"),
    [
        ((260, 5498, 14_723.4), "money", Style("zh_Hans"), ("260美元", "5,498美元", "14,723美元")),
        ((982, 1290, 41_203), "count", Style(), ("982", "1,290", "41,203")),
        ((382_140, 56_251), "money", Style("zh_Hans", "CNY"), ("¥38.21万", "¥5.63万")),
        ((18_200, 11_500), "count", Style("zh_Hans"), ("18,200", "11,500")),
        ((238_100, 41_204), "money", Style(), ("$238.1K", "$41.2K")),
        ((4_230_000, 982_000), "money", Style(), ("$4.23M", "$0.98M")),
        ((4_573_677.2, 329_207.9, 544.0), "money", Style(), ("$4.57M", "$329.2K", "$544")),
        ((2_000_000, 1_400, 1_000), "money", Style(), ("$2M", "$1,400", "$1,000")),
        ((552.31, 79.56), "money", Style(), ("$552", "$80")),
        ((552.31, 1.37), "money", Style(), ("$552.31", "$1.37")),
        ((0.125, 1.238), "ratio", Style(), ("0.12", "1.24")),
        ((0.125, 0.5), "ratio", Style(), ("0.125", "0.500")),
        ((0.0088, 0.1234, 0.0), "share", Style(), ("0.88%", "12.34%", "0.00%")),
        ((4.7, 39.2), "score", Style(), ("5", "39")),
    ],
)
def test_a_column_has_one_unit_and_one_number_of_decimals(values, kind, style, texts):
    assert column_texts(values, kind, style) == texts


def test_nothing_of_a_column_becomes_nought_or_all():
    assert column_texts((0.00004, 1.0), "share", Style()) == ("0.004%", "100%")
    assert column_texts((0.9996, 0.5), "share", Style()) == ("99.96%", "50.00%")
    assert column_texts((12_300_000, 3), "count", Style()) == ("12.3M", "3")
    assert column_texts((None, float("nan")), "money", Style()) == ("—", "—")


@pytest.mark.parametrize(
    ("parts", "total", "rounded"),
    [
        ((2787.286, 1566.286), 4353.572, (2787.29, 1566.28)),
        ((1.006, -3.004, 2.0), 0.002, (1.0, -3.0, 2.0)),
        ((0.333, 0.333, 0.334), 1.0, (0.33, 0.33, 0.34)),
        ((5.0,), 9.0, (5.0,)),
    ],
)
def test_rounded_parts_sum_to_the_rounded_total(parts, total, rounded):
    assert to_one_sum(parts, total, 2) == rounded


def test_amounts_of_a_table_are_written_out_where_those_of_one_row_are():
    rows = ((-21_610.0, 9_800.0), "money"), ((20_200.0, 23_970.0), "money"), ((0.039, 0.041), "share")
    texts = rows_texts(rows, Style("zh_Hans", "CNY"))
    assert texts == (("−¥21,610", "¥9,800"), ("¥20,200", "¥23,970"), ("3.9%", "4.1%"))


def test_amounts_of_rows_are_written_out_in_every_table_that_has_no_millions():
    rows = ((238_100.0, 241_300.0), "money"), ((989.0, 1_092.0), "count")
    assert rows_texts(rows, Style()) == (("$238,100", "$241,300"), ("989", "1,092"))
    assert rows_texts(rows[:1], Style("zh_Hans", "CNY")) == (("¥238,100", "¥241,300"),)
    long = ((4_230_000.0, 4_310_000.0), "money"), ((238_100.0, 241_300.0), "money")
    assert rows_texts(long, Style()) == (("$4.23M", "$4.31M"), ("$238.1K", "$241.3K"))


def test_amounts_of_columns_side_by_side_are_written_out_where_those_of_one_are():
    columns = ((37_200.0, 438_000.0), "money"), ((5_498.0, 47_614.0), "money"), ((12_000.0, 57_000.0), "count")
    texts = columns_texts(columns, Style("zh_Hans", "CNY"))
    assert texts == (("¥37,200", "¥438,000"), ("¥5,498", "¥47,614"), ("1.20万", "5.70万"))
    assert columns_texts(columns[:1], Style()) == (("$37.2K", "$438.0K"),)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((0.989, 0.9996, 1.0), ("98.90%", "99.96%", "100.00%")),
        ((0.0004, 0.3, 1.0), ("0.04%", "30.00%", "100.00%")),
        ((0.5, 1.0), ("50.0%", "100.0%")),
    ],
)
def test_shares_beside_one_that_is_all_have_as_many_decimals(values, texts):
    assert column_texts(values, "share", Style()) == texts
    style = in_one_precision(values, "share", Style())
    assert tuple(format_value(value, "share", style) for value in values) == texts
