"""Tables on paper: no head is cut, no word and no date is broken, every number has its room."""

import pytest
from kpidesk.export.grid import Grid
from kpidesk.qt.fonts import Role, advance
from kpidesk.qt.painting.grid_painter import _heads, _widths

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH = 888.0
MONTHS = {
    "en": [f"{month} 2025" for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep")],
    "zh": [f"2025年{month}月" for month in range(4, 13)],
}


def a_grid(heads, number="$300.8K", name="Reactivation"):
    return Grid(("", *heads), ((name, *(number for _ in heads)),) * 3)


@pytest.mark.parametrize("language", MONTHS)
@pytest.mark.parametrize("width", [WIDTH, 540.0])
def test_months_stand_whole_above_their_columns(language, width):
    months = MONTHS[language]
    grid = a_grid(months)
    widths = _widths(grid, width)
    heads = _heads(grid, widths)[1:]
    assert sum(widths) == pytest.approx(width)
    for month, lines, room in zip(months, heads, widths[1:], strict=True):
        assert all(advance(line, Role.MICRO_STRONG) <= room for line in lines)
        assert "".join(lines).replace(" ", "") == month.replace(" ", "")
        assert all(line.isdigit() or line.isalpha() or line[-1] in "年月" or line == month for line in lines)
    assert len({len(lines) for lines in heads}) == 1  # alike
    assert (len(heads[0]) == 2) == (width < WIDTH)


def test_a_long_word_takes_its_column_wider_and_is_not_broken():
    grid = a_grid(["Sessions", "New customers", "CAC", "LTV/CAC", "Payback", "Leads", "ROI", "Won", "Cost", "Deals"])
    widths = _widths(grid, 640.0)
    heads = _heads(grid, widths)
    assert heads[2] == ("New", "customers")
    assert [lines for lines in heads if len(lines) == 1] == [(head,) for head in grid.heads if head != "New customers"]


def test_few_columns_stay_alike():
    grid = a_grid(["MRR", "Change", "95% interval", "n"])
    widths = _widths(grid, WIDTH)
    assert len(set(widths[1:])) == 1
