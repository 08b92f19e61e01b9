"""Scenarios side by side: what is written adds up."""

from types import SimpleNamespace

import pytest
from kpidesk.core.formatting import Style
from kpidesk.ui.scenario.compare_table import _pair


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        (19.0, 9.5, ("9.5", "−9.5")),  # a half of 19, not 10 by −10
        (30.0, 15.0, ("15", "−15")),
        (1_105.0, 1_690.6, ("1,691", "+586")),
    ],
)
def test_half_a_customer_is_told_where_there_are_few(before, after, written):
    state = SimpleNamespace(
        style=Style(), kind=lambda _: "count", is_better_up=lambda _: False, has_direction=lambda _: True
    )
    assert tuple(cell.text for cell in _pair(state, "churned_customers", before, after)) == written
