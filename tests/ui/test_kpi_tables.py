"""Tables of a KPI's page say which numbers are not those of a whole period."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from kpidesk.charts.pivot import build_pivot, last_columns
from kpidesk.core.formatting import NO_VALUE, Style
from kpidesk.core.ids import MetricName
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.ui.dashboard.board_tiles import pivot_view
from kpidesk.ui.metrics.kpi_tables import period_table, segment_table
from tests.charts.frames import a_catalogue, a_company, a_frame, a_series, months

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
    assert line[3][0].text.endswith(", incomplete")
    assert (line[3][2].text, line[4][2].text) == (NO_VALUE, NO_VALUE)
    assert line[5][2].text != NO_VALUE
    last = len(frame.periods) - 1
    assert line[last][0].text.endswith(", not ended")


def test_whole_periods_carry_no_mark(qapp):
    _, rows = table()
    assert not any("missing" in row[0].text for row in rows)


def test_changes_are_rounded_to_what_is_printed(qapp):
    """454.59 after 453.35 is +0.27%: no nought is put behind a figure that was rounded before."""
    values = [400.0, 453.35, 454.59, 454.60, 300.0]
    frame = a_frame([a_series("mrr", values)], months("2026-01", len(values)))
    texts = [row[2].text for row in period_table(frame, a_catalogue().get(MRR), Style()).rows]
    shares = [100 * (now / before - 1) for before, now in pairwise(values)]
    for text, share in zip(reversed(texts[:-1]), shares, strict=True):
        number = text.strip("+−%")
        decimals = len(number.partition(".")[2])
        assert float(number) == round(abs(share), decimals)
    assert len({len(text.partition(".")[2]) for text in texts[:-1]}) == 1


def test_like_changes_in_two_inks_say_what_each_was_held_against(qapp):
    """Twice a fall by 40: the first with an interval that leaves no doubt, the second among swings as large."""
    falls = [500.0, 460.0, 420.0]
    low, high = [499.0, 459.0, np.nan], [501.0, 461.0, np.nan]
    frame = a_frame([a_series("mrr", falls, low=low, high=high)], months("2026-01", 3))
    second, first = (row[2] for row in period_table(frame, a_catalogue().get(MRR), Style()).rows[:2])
    assert (first.tone, second.tone) == ("bad", "ink2")
    assert "95% interval does not hold 0" in first.tip
    assert "Too few earlier changes" in second.tip


def test_times_and_scores_have_two_decimals_in_value_change_and_interval(qapp):
    low, high = [0.0, 4.66], [30.0, 39.2]
    frame = a_frame([a_series("nps", [11.8421, 22.8916], low=low, high=high)], months("2026-04", 2))
    latest = period_table(frame, a_catalogue().get(MetricName("nps")), Style()).rows[0]
    assert [cell.text for cell in latest[1:4]] == ["22.89", "+11.05", "4.66–39.20"]


def test_the_column_of_a_board_that_has_not_ended_is_named_and_pale(qapp):
    frame = a_company()
    view = pivot_view(last_columns(build_pivot(frame, a_catalogue(), Style(), (MRR,)), 2))
    assert [column.title for column in view.columns] == ["", "May 2026", "Jun 2026, not ended"]
    assert [cell.tone for cell in view.rows[0]] == ["", "", "ink3"]


def test_those_of_whom_nobody_says_which_stand_last_and_only_where_there_are_any(qapp):
    segments, definition = (NO_ATTRIBUTE_VALUE, "Team", None), a_catalogue().get(MRR)
    for unsaid, names in ([0.0, 5.0], ["Team", "not said"]), ([0.0, 0.0], ["Team"]):
        series = a_series("mrr", [unsaid, [10.0, 12.0], [10.0, 17.0]])
        frame = a_frame([series], months("2026-01", 2), segments=segments, by="plan")
        found = segment_table(frame, definition, "Plan", Style())
        assert [row[0].text for row in found.rows] == names
        assert found.total is not None


def test_a_company_whose_last_whole_months_have_no_rows_is_told_by_the_running_one(qapp):
    frame = a_frame([a_series("mrr", [10.0, np.nan, 12.0])], months("2026-01", 3), running=1)
    assert segment_table(frame, a_catalogue().get(MRR), "Plan", Style()).total[1].text == "$12.00"


def test_a_total_that_is_less_than_its_segments_says_that_each_is_counted_once(qapp):
    """Customers on several plans: 253 and 211 of 552 make no wrong sum, 340 and 211 of 552 are all of them but one."""
    definition = a_catalogue().get(MRR)
    for counted, name in ([253.0, 400.0, 552.0], "Total, each counted once"), ([340.0, 211.0, 552.0], "Total"):
        series = a_series("mrr", [[10.0], [12.0], [22.0]], n=[[each] for each in counted])
        frame = a_frame([series], months("2026-01", 1), segments=("Pro", "Team", None), by="plan")
        assert segment_table(frame, definition, "Plan", Style()).total[0].text == name
