"""Numbers that are read together: one precision for the parts of a change, as many decimals on each tick."""

import pytest
from kpidesk.core.decimals import SHORT, even_decimals, in_one_precision
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
