"""Tables of a KPI's page say which numbers are not those of a whole period."""

from dataclasses import replace

import numpy as np
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.ui.metrics.kpi_tables import period_table
from tests.charts.frames import a_catalogue, a_company

MRR = MetricName("mrr")


def table(*lacking: int):
    frame = a_company()
    series = frame.series[MRR]
    partial = np.zeros_like(series.values, dtype=bool)
    partial[:, list(lacking)] = True
    frame = replace(frame, series={**frame.series, MRR: replace(series, partial=partial)})
    return frame, period_table(frame, a_catalogue().get(MRR), Style()).rows


def test_a_period_that_lacks_months_says_so_and_is_compared_with_nothing(qapp):
    frame, rows = table(3)
    line = {int(row[0].order): row for row in rows}
    assert line[3][0].text.endswith(", months missing")
    assert (line[3][2].text, line[4][2].text) == ("", "")
    assert line[5][2].text
    last = len(frame.periods) - 1
    assert line[last][0].text.endswith(", not ended")


def test_whole_periods_carry_no_mark(qapp):
    _, rows = table()
    assert not any("missing" in row[0].text for row in rows)
