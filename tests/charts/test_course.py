"""Charts that look ahead, of a KPI that has a history and of one that has none yet."""

import math

import numpy as np
import pytest
from kpidesk.charts.figure import Line, Rule
from kpidesk.charts.kinds.course import Course
from kpidesk.charts.kinds.fan import FanView, build_fan
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.paths import PathsView, ScenarioPath, build_paths
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style

from tests.charts.frames import months

STYLE, OPTIONS = Style(currency="USD"), FigureOptions()
AHEAD, NOTHING = months("2026-02", 3), np.array([])
FLAT = np.array([100.0, 101, 102])


def test_lines_ahead_begin_at_the_last_value_of_the_history():
    course = Course("MRR", "money", months("2025-11", 3), np.array([80.0, 90, 100]), AHEAD)
    assert course.now == 2
    assert course.xs == (2, 3, 4, 5)
    assert course.ahead(FLAT) == (100, 100, 101, 102)
    assert course.rows((FLAT,))[2:4] == ((course.history[2], 100.0, None), (AHEAD[0], None, 100.0))
    assert course.rows((FLAT,), joins=True)[2] == (course.history[2], 100.0, 100.0)


@pytest.mark.parametrize(
    "figure",
    [
        build_fan(FanView("MRR", "money", (), NOTHING, AHEAD, np.tile(FLAT, (5, 1))), STYLE, OPTIONS),
        build_path(PathView("MRR", "money", (), NOTHING, AHEAD, FLAT, FLAT + 5), STYLE, OPTIONS),
        build_paths(
            PathsView("MRR", "money", (), NOTHING, AHEAD, FLAT, (ScenarioPath("B", FLAT + 5),)), STYLE, OPTIONS
        ),
    ],
    ids=lambda figure: figure.kind,
)
def test_kpi_without_a_history_begins_with_the_first_month_ahead(figure):
    assert len(figure.table.rows) == len(figure.readout_xs) == 3
    (rule,) = (mark for mark in figure.marks if isinstance(mark, Rule))
    assert rule.at == figure.x.low
    for line in (mark for mark in figure.marks if isinstance(mark, Line)):
        assert math.isnan(line.ys[0])
        assert line.xs[1:] == (0, 1, 2)
