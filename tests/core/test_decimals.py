"""Numbers that are read together: one precision for the parts of a change, as many decimals on each tick."""

import pytest
from kpidesk.core.decimals import even_decimals, in_one_precision
from kpidesk.core.formatting import Style, format_change


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
