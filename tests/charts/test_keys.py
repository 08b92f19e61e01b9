"""A key shows marks as the plot draws them."""

import pytest
from kpidesk.charts.figure import Area, Figure, Line
from kpidesk.charts.kinds.paths import INKS

from tests.charts.frames import EN
from tests.charts.gallery import gallery
from tests.charts.studies import STUDIES


def figure_of(name: str) -> Figure:
    return STUDIES[name](EN) if name in STUDIES else gallery()[name]


@pytest.mark.parametrize("name", [*gallery(), *STUDIES])
def test_a_key_has_the_dashes_of_its_lines_and_the_depth_of_its_bands(name):
    figure = figure_of(name)
    lines = [mark for mark in figure.marks if isinstance(mark, Line)]
    bands = [mark for mark in figure.marks if isinstance(mark, Area)]
    for entry in figure.key:
        dashes = {line.dash for line in lines if line.ink == entry.ink}
        depths = {band.opacity for band in bands if band.ink == entry.ink}
        assert entry.shape != "line" or not dashes or entry.dash in dashes
        assert entry.shape != "block" or not depths or entry.opacity in depths


def test_scenarios_side_by_side_are_dashed_and_dotted_in_the_key_too():
    entries = STUDIES["paths"](EN).key
    scenarios = entries[1:]
    assert entries[0].dash == "dashed"
    assert [entry.dash for entry in scenarios] == [dash for _, dash in INKS[: len(scenarios)]]


def test_a_band_within_another_is_as_deep_as_both():
    inner, outer = (entry for entry in STUDIES["fan"](EN).key if entry.shape == "block")
    assert (inner.under, outer.under) == (outer.opacity, 0.0)
