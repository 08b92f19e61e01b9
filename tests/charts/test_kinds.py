from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Area, Bar, Cell, Line, Point, Rule
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.kinds.path import build_path
from kpidesk.charts.kinds.tornado import build_tornado
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.labels import sentence
from kpidesk.charts.readout import readout
from kpidesk.charts.spec import Annotation, ChartSpec, FigureOptions
from kpidesk.charts.suggestion import suggest_chart
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import untranslated
from kpidesk.core.period import Grain, Period
from kpidesk.export.native import native_chart
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.pacing import Target

from tests.charts.frames import (
    MRR,
    a_catalogue,
    a_company,
    a_frame,
    a_path_view,
    a_series,
    a_tornado_view,
    by_plan,
    months,
    nan,
)
from tests.charts.gallery import cohorts, gallery

mrr, churn, new = MetricName("mrr"), MetricName("customer_churn_rate"), MetricName("new_customers")


def built(kind, metrics, frame=None, options=FigureOptions(), style=Style(), **rest):  # noqa: B008
    return build_figure(ChartSpec(kind, metrics, **rest), frame or a_company(), a_catalogue(), style, options)


def marks(figure, kind):
    return [mark for mark in figure.marks if isinstance(mark, kind)]


def test_running_period_is_a_dotted_tail_over_a_hatched_column():
    figure = built("line", (mrr,), periods=12)
    solid, tail = marks(figure, Line)
    (column,) = marks(figure, Bar)
    assert (solid.dash, len(solid.xs)) == ("solid", 11)
    assert (tail.dash, tail.xs) == ("dotted", (10.0, 11.0))
    assert (column.pattern, column.x0, column.x1) == ("hatch", 10.5, 11.5)
    assert [str(entry.name) for entry in figure.key] == ["Incomplete"]


def test_value_is_labelled_on_the_last_period_that_has_ended():
    (point,) = marks(built("line", (mrr,), periods=12), Point)
    assert (point.x, point.y, point.label) == (10.0, 238.1e3, "$238.1K")


def test_comparison_is_the_same_months_a_year_before():
    figure = built("line", (mrr,), comparison="year_ago", periods=12)
    grey = next(line for line in marks(figure, Line) if line.ink == "baseline")
    assert grey.ys == pytest.approx([v * 0.76 for v in MRR])
    assert grey.width < 2
    assert str(grey.label) == "year ago"


@pytest.mark.parametrize(("periods", "said"), [(12, "this year"), (24, "MRR")])
def test_this_year_is_said_of_no_more_than_a_year(periods, said):
    figure = built("line", (mrr,), comparison="year_ago", periods=periods)
    assert {str(line.label) for line in marks(figure, Line) if line.label} == {said, "year ago"}


def test_no_comparison_where_the_data_do_not_reach_back():
    figure = built("line", (mrr,), a_company(years=1), comparison="year_ago")
    assert all(line.ink != "baseline" for line in marks(figure, Line))


def test_target_is_a_dashed_rule_in_sight():
    figure = built("line", (mrr,), options=FigureOptions((Target(mrr, 400e3),)))
    (rule,) = marks(figure, Rule)
    assert (rule.axis, rule.at, rule.dash, str(rule.label)) == ("y", 400e3, "dashed", "Target $400K")
    assert figure.y.high >= 400e3


def test_interval_is_shown_by_default_only_for_few_observations():
    assert not marks(built("line", (churn,)), Area)
    assert marks(built("line", (churn,), interval=True), Area)
    few = a_series("customer_churn_rate", [0.1, 0.2, 0.1], n=[20] * 3, low=[0.0] * 3, high=[0.4] * 3)
    assert marks(built("line", (churn,), a_frame([few], months("2026-01", 3))), Area)


def test_two_points_are_dots_and_a_sentence():
    frame = a_frame([a_series("mrr", [100, 120])], months("2026-01", 2))
    figure = built("line", (mrr,), frame)
    assert not marks(figure, Line)
    assert len(marks(figure, Point)) == 3  # two dots and the labelled last one
    assert "Only 2 periods" in str(figure.footnote[0])


@pytest.mark.parametrize(("known", "first"), [(3, "2026-01"), (8, "2025-11"), (14, "2025-05"), (18, "2023-07")])
def test_an_axis_begins_about_where_values_do_if_most_of_it_were_empty(known, first):
    frame = a_frame([a_series("nps", [nan] * (36 - known) + [40.0] * known)], months("2023-07", 36))
    figure = built("line", (MetricName("nps"),), frame)
    shown = [row[0] for row in figure.table.rows]
    assert (shown[0], shown[-1]) == (Period.parse(first), Period.parse("2026-06"))


def test_an_axis_begins_with_the_range_where_a_year_before_reaches_back():
    frame = a_frame([a_series("nps", [40.0] * 18 + [nan] * 16 + [40.0] * 2)], months("2023-07", 36))
    assert len(built("line", (MetricName("nps"),), frame, periods=12, comparison="year_ago").table.rows) == 12


def test_gap_stays_a_gap_and_a_lone_point_is_a_dot():
    frame = a_frame([a_series("mrr", [100, nan, 120, nan, 130, 140])], months("2026-01", 6))
    figure = built("line", (mrr,), frame)
    (line,) = marks(figure, Line)
    assert np.isnan(line.ys[1])
    assert {point.x for point in marks(figure, Point)} == {0.0, 2.0, 5.0}


def test_up_to_four_lines_are_named_at_their_ends_and_more_by_a_key():
    four = built("line", (churn,), by_plan(), by="plan")
    assert [str(line.label) for line in marks(four, Line)] == ["Enterprise", "Business", "Team"]
    assert not four.key
    values = [[i + 1.0] * 3 for i in range(5)] + [[15.0] * 3]
    frame = a_frame(
        [a_series("customer_churn_rate", values)], months("2026-01", 3), segments=(*"ABCDE", None), by="plan"
    )
    five = built("line", (churn,), frame, by="plan")
    assert [entry.name for entry in five.key] == list("ABCDE")
    assert all(line.label == "" for line in marks(five, Line))


def test_more_than_eight_segments_fold_into_others_where_they_add_up():
    names = tuple("ABCDEFGHIJ")
    values = [[float(10 - i)] * 3 for i in range(10)] + [[55.0] * 3]
    periods = months("2026-01", 3)
    flow = a_frame([a_series("new_customers", values)], periods, segments=(*names, None), by="plan")
    figure = built("stacked_bar", (new,), flow, by="plan")
    assert len(figure.key) == 8
    assert figure.table.number(0, 8) == 1 + 2 + 3
    ratio = a_frame([a_series("customer_churn_rate", values)], periods, segments=(*names, None), by="plan")
    assert len(built("line", (churn,), ratio, by="plan").key) == 7


def test_a_segment_keeps_its_colour():
    options = FigureOptions(segment_inks=(("Enterprise", "series.1"),))
    figure = built("stacked_bar", (new,), by_plan(), options, by="plan")
    assert {str(e.name): e.ink for e in figure.key} == {
        "Team": "series.2",
        "Business": "series.3",
        "Enterprise": "series.1",
    }


def test_parts_of_nothing_leave_the_key_but_not_the_colours():
    values = [[0.0] * 3, [2.0] * 3, [1.0] * 3, [3.0] * 3]
    flow = a_frame([a_series("new_customers", values)], months("2026-01", 3), segments=("A", "B", "C", None), by="plan")
    key = built("stacked_bar", (new,), flow, by="plan").key
    assert {str(e.name): e.ink for e in key} == {"B": "series.2", "C": "series.3"}


def test_the_largest_parts_are_shown_wherever_they_stand():
    values = [[1.0] * 3] * 9 + [[50.0] * 3] + [[59.0] * 3]
    flow = a_frame([a_series("new_customers", values)], months("2026-01", 3), segments=(*"ABCDEFGHIJ", None), by="plan")
    assert "J" in [str(entry.name) for entry in built("stacked_bar", (new,), flow, by="plan").key]


def test_stack_reaches_the_total():
    figure = built("stacked_bar", (new,), by_plan(), by="plan")
    assert max(bar.y1 for bar in marks(figure, Bar) if bar.x0 < 0.5) == 68


def test_bars_start_at_zero_and_the_running_one_is_hatched():
    figure = built("bar", (mrr,), periods=12)
    bars = marks(figure, Bar)
    assert figure.y.low == 0
    assert all(bar.y0 == 0 for bar in bars)
    assert [bar.pattern for bar in bars] == ["solid"] * 11 + ["hatch"]


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        (Style(), ["$4.6M", "$5.0M", "$4.9M", "$10.5M"]),
        (Style("zh_Hans", "CNY"), ["¥461万", "¥502万", "¥490万", "¥1,048万"]),
    ],
)
def test_numbers_above_bars_have_one_unit_and_as_many_decimals(style, labels):
    """Invoices of four months of a company: 4,609,646.40, 5,024,149.50, 4,895,316 and 10,480,411.20."""
    frame = a_frame([a_series("mrr", [4_609_646.4, 5_024_149.5, 4_895_316.0, 10_480_411.2])], months("2024-01", 4))
    figure = built("bar", (mrr,), frame, style=style)
    assert [bar.label for bar in marks(figure, Bar)] == labels


def test_segments_of_one_period_lie_down_with_the_largest_on_top():
    figure = built("bar", (new,), by_plan(), by="plan")
    assert [str(tick.text) for tick in figure.y.ticks] == ["Team", "Business", "Enterprise"]
    assert figure.y.is_reversed
    assert [bar.label for bar in marks(figure, Bar)] == ["52", "30", "10"]


def test_bridge_of_may_adds_up_and_says_where_its_axis_starts():
    figure = built("waterfall", (mrr,))
    bars = marks(figure, Bar)
    assert [str(tick.text) for tick in figure.x.ticks] == [
        *("Opening", "New", "Expansion", "Reactivation", "Contraction", "Churn", "Closing"),
    ]
    assert [bar.ink for bar in bars[2:]] == ["good", "good", "good", "bad", "bad"]
    assert [bar.label for bar in bars] == [
        *("$230.8K", "$238.1K", "+$10.6K", "+$11.7K", "+$0.9K", "−$3.8K", "−$12.1K"),
    ]
    assert figure.table.number(6, 1) == pytest.approx(230.8e3 + 10.6e3 + 11.7e3 + 0.9e3 - 3.8e3 - 12.1e3)
    assert str(figure.footnote[0]) == "Axis starts at $220K"


@pytest.mark.parametrize(("expansion", "other"), [(20.0, 20.0), (nan, 40.0)])
def test_bridge_ends_at_what_is_known_and_names_what_the_movements_do_not_tell(expansion, other):
    moved = [a_series("new_mrr", [0, 90]), a_series("expansion_mrr", [0, expansion]), a_series("churned_mrr", [0, -60])]
    frame = a_frame([a_series("mrr", [1000, 1070]), *moved], months("2026-01", 2))
    figure = built("waterfall", (mrr,), frame)
    *_, rest, closing = figure.table.rows
    assert (str(rest[0]), rest[1], closing[1]) == ("Other", other, 1070)
    assert {bar.label: bar.ink for bar in marks(figure, Bar)}[f"+${other:.0f}"] == "baseline"
    assert "to $1,070 (+$70)" in str(figure.summary)
    assert sum(name == "Other" for name in native_chart(figure, untranslated).categories) == 1


def test_bridge_says_nothing_of_cents():
    frame = a_frame([a_series("mrr", [1e6, 1e6 + 90.02]), a_series("new_mrr", [0, 90])], months("2026-01", 2))
    assert [str(row[0]) for row in built("waterfall", (mrr,), frame).table.rows] == ["Opening", "New", "Closing"]


def test_a_step_of_nothing_among_millions_has_no_cents():
    steps = (Step("a", 2.5e6), Step("b", 0.0), Step("c", -1.2e6))
    figure = build_bridge(Bridge(9e6, steps, "money"), Style(), FigureOptions())
    assert [bar.label for bar in marks(figure, Bar)] == ["$9.00M", "$10.30M", "+$2.50M", "$0", "−$1.20M"]


def test_bridge_through_zero_is_not_cut():
    figure = build_bridge(Bridge(10, (Step("a", -25.0), Step("b", 5.0)), "money"), Style(), FigureOptions())
    assert figure.y.low < 0 < figure.y.high
    assert "axis_low" not in figure.facts
    assert figure.table.number(3, 1) == -10


def test_path_keeps_real_and_supposed_apart():
    figure = build_path(a_path_view(), Style(), FigureOptions())
    past, base, would = marks(figure, Line)
    assert (past.ink, base.ink, base.dash, would.ink) == ("ink2", "baseline", "dashed", "scenario")
    assert past.xs[-1] == base.xs[0] == would.xs[0] == 12
    assert would.width > base.width
    (rule,) = marks(figure, Rule)
    assert str(rule.label) == "what-if from Jul 2026"
    assert str(figure.footnote[0]) == "Scenario Halve churn: customer churn 3.9% → 1.95%"


def test_tornado_is_sorted_by_span_and_says_what_has_no_effect():
    figure = build_tornado(a_tornado_view(), Style(), FigureOptions())
    assert [t.text for t in figure.y.ticks][:2] == ["Customer churn", "CAC"]
    assert [t.text for t in figure.y.ticks][-1] == "New customers"
    assert [str(p.label) for p in marks(figure, Point)] == ["no effect"]
    lower, higher = (bar for bar in marks(figure, Bar) if bar.y0 < 0.5)
    assert (lower.ink, lower.x1, higher.ink, higher.x0) == ("baseline", 3.25, "scenario", 2.17)


def test_heat_map_writes_numbers_without_the_sign_the_subtitle_has():
    figure = cohorts(Style())
    cells = marks(figure, Cell)
    assert len(cells) == 78
    assert cells[0].text == "100"
    assert cells[0].ink == "sequential.7"
    assert str(figure.subtitle) == "in %"
    assert figure.y.ticks[0].note == "n 180"


def test_heat_map_of_shares_with_a_subtitle_says_at_its_foot_that_they_are_percents():
    view = HeatView(("a",), ("0",), np.array([[0.5]]), "share", subtitle="by month", footnote=("Who pays",))
    said = build_heatmap(view, Style(), FigureOptions()).footnote
    assert [str(part) for part in said] == ["in %", "Who pays"]
    counts = build_heatmap(replace(view, kind="count"), Style(), FigureOptions())
    assert counts.footnote == ("Who pays",)


def test_notes_of_one_month_share_a_rule():
    notes = tuple(Annotation(Period.parse("2026-03"), text) for text in ("a", "b"))
    (rule,) = marks(built("line", (mrr,), options=FigureOptions(annotations=notes)), Rule)
    assert str(rule.label) == "2 notes"


def test_kpi_without_data_says_why():
    figure = built("line", (MetricName("activation_rate"),))
    assert not figure.marks
    assert str(figure.empty) == "Needs a table of events: user, event, time."


def test_kpis_of_other_units_do_not_share_an_axis():
    figure = built("line", (mrr, churn))
    assert {column.kind for column in figure.table.columns if column.role == "series"} == {"money"}


def test_footnote_says_definition_profile_day_and_source():
    said = [str(part) for part in built("line", (mrr,)).footnote]
    assert said == ["Meaning of MRR", "Standard profile", "Data to 18 Jun 2026", "Source: subscriptions.csv"]


def test_chinese_axis_has_one_unit_and_the_foot_names_the_currency():
    figure = built("line", (mrr,), style=Style(language="zh_Hans"), periods=12)
    assert [tick.text for tick in figure.y.ticks] == ["0", "10万", "20万", "30万"]
    assert "Money in 美元" in [str(part) for part in figure.footnote]


@pytest.mark.parametrize("kind", list(gallery()))
def test_every_figure_has_a_sentence_and_a_table(kind):
    figure = gallery()[kind]
    assert str(figure.summary)
    assert figure.empty is not None or figure.table.rows
    assert len(figure.readout_xs) in (0, len(figure.table.rows))


def test_sentence_names_value_extremes_and_periods():
    assert str(built("line", (mrr,), periods=12).summary) == (
        "MRR: $238.1K in May 2026, the highest; lowest $181.0K in Jul 2025."
    )


def test_a_running_period_is_no_extreme():
    values = np.array([4.0, 5.0, 1.0, 9.0, 6.0, 0.0])
    running = np.arange(6) == 5
    said = sentence("MRR", months("2026-01", 6), values, 4, kind="ratio", style=Style(), running=running)
    assert str(said) == "MRR: 6.0 in May 2026; lowest 1.0 in Mar 2026, highest 9.0 in Apr 2026."


def test_a_chart_whose_last_period_has_no_value_tells_of_the_one_before():
    values = np.array([4.0, 5.0, 1.0, nan])
    said = sentence("MRR", months("2026-01", 4), values, 3, kind="ratio", style=Style())
    assert str(said) == "MRR: 1.0 in Mar 2026, the lowest; highest 5.0 in Feb 2026."


def test_an_interval_without_two_periods_beside_one_another_is_neither_drawn_nor_in_the_key():
    for gap, names in ([5, nan, 12], []), ([5, 9, 12], ["95% interval"]):
        low, high = np.array(gap) - 3, np.array(gap) + 3
        series = a_series("customer_churn_rate", np.array(gap) / 100, low=low / 100, high=high / 100, n=[9, 9, 9])
        figure = built("line", (churn,), a_frame([series], months("2026-01", 3)))
        assert [str(entry.name) for entry in figure.key] == names
        assert len(marks(figure, Area)) == len(names)


def test_a_chart_without_a_whole_period_tells_of_the_last_and_that_it_is_not_whole():
    values, running = np.array([12.0, nan, 16.0]), np.array([True, False, True])
    said = sentence("MRR", months("2026-01", 3), values, 2, kind="ratio", style=Style(), running=running)
    assert str(said) == "MRR: 16.0 in Mar 2026, which is incomplete."
    nothing = sentence("MRR", months("2026-01", 3), values * nan, 2, kind="ratio", style=Style(), running=running)
    assert str(nothing) == "MRR: no values in this range."


def test_readout_lists_series_by_value_with_change_interval_and_n():
    said = readout(built("line", (churn,)), 22)
    assert said.title == "May 2026"
    assert [(str(line.name), str(line.value), line.change) for line in said.lines] == [
        ("Customer churn", "3.9%", "+1.6 pt"),
        ("95% interval", "3.3–4.6%", ""),
        ("n", "2,431", ""),
    ]


def test_readout_of_a_period_that_has_not_ended_says_so_and_compares_with_nothing():
    """18 days of June beside the whole of May are no fall."""
    said = readout(built("line", (churn,)), 23)
    assert str(said.title) == "Jun 2026, not ended"
    assert [line.change for line in said.lines] == [""] * len(said.lines)


def test_readout_of_the_past_says_history_once():
    said = readout(build_path(a_path_view(), Style(), FigureOptions()), 12)
    assert [str(line.name) for line in said.lines] == ["History"]


@pytest.mark.parametrize(
    ("whole", "grey"),
    [
        ([100.0, 110.0, 166.3], [0.0, 0.0, 93.9]),  # cost that a monthly sheet gives and no channel has
        ([60.0, 50.0, 55.0], None),  # who is in two segments is counted in both
        ([100.2, 110.2, 72.4], None),  # a rounding
    ],
)
def test_what_no_segment_has_is_drawn_unless_segments_overlap(whole, grey):
    parts = [[60.0, 70.0, 40.4], [40.0, 40.0, 32.0]]
    flow = a_frame(
        [a_series("new_customers", [*parts, whole])], months("2026-01", 3), segments=("A", "B", None), by="plan"
    )
    figure = built("stacked_bar", (new,), flow, by="plan")
    names = [str(column.header) for column in figure.table.columns]
    assert ("Not assigned" in names) == (grey is not None)
    if grey is not None:
        at = names.index("Not assigned")
        assert [figure.table.number(row, at) for row in range(3)] == pytest.approx(grey)


@pytest.mark.parametrize(
    ("name", "by", "grain", "kind"),
    [
        ("mrr", None, Grain.MONTH, "line"),
        ("customer_churn_rate", "plan", Grain.MONTH, "line"),
        ("new_customers", None, Grain.MONTH, "bar"),
        ("new_customers", "plan", Grain.MONTH, "stacked_bar"),
        ("new_mrr", None, Grain.MONTH, "waterfall"),
        ("customer_churn_rate", None, Grain.SNAPSHOT, "bar"),
    ],
)
def test_chart_that_suits(name, by, grain, kind):
    assert suggest_chart(MetricName(name), a_catalogue(), grain=grain, by=by).kind == kind


def test_small_movements_of_a_large_business_keep_their_digits():
    steps = (Step("a", 121_300.0), Step("b", 4_200.0), Step("c", 0.0), Step("d", -190_000.0))
    figure = build_bridge(Bridge(3_041_000, steps, "money"), Style(), FigureOptions())
    assert [bar.label for bar in marks(figure, Bar)] == [
        "$3,041.0K",
        "$2,976.5K",
        "+$121.3K",
        "+$4.2K",
        "$0",
        "−$190.0K",
    ]


def test_value_of_a_falling_line_stands_below_its_dot():
    frame = a_frame([a_series("mrr", [100, 130, 90])], months("2026-01", 3))
    (point,) = marks(built("line", (mrr,), frame), Point)
    assert point.label_at == "below"


def test_bridge_is_written_in_the_unit_of_its_ends_where_no_movement_is_lost_in_it():
    bridge = Bridge(7_134_430.0, (Step("up", 152_200.0), Step("down", -310_300.0)), "money")
    marks = build_bridge(bridge, Style(), FigureOptions()).marks
    assert [mark.label for mark in marks if isinstance(mark, Bar)] == ["$7.13M", "$6.98M", "+$0.15M", "−$0.31M"]


def test_what_has_no_segment_is_said_in_words_and_grey():
    flow = a_frame(
        [a_series("new_customers", [[5, 6], [1, 2], [6, 8]])],
        months("2026-01", 2),
        segments=(NO_ATTRIBUTE_VALUE, "Ads", None),
        by="plan",
    )
    key = built("stacked_bar", ("new_customers",), flow, by="plan").key
    assert {str(entry.name): entry.ink for entry in key} == {"not said": "baseline", "Ads": "series.1"}


def test_what_no_segment_has_and_what_is_not_said_are_one_grey_part():
    flow = a_frame(
        [a_series("new_customers", [[5, 6], [1, 2], [10, 12]])],
        months("2026-01", 2),
        segments=(NO_ATTRIBUTE_VALUE, "Ads", None),
        by="plan",
    )
    figure = built("stacked_bar", ("new_customers",), flow, by="plan")
    assert {str(entry.name): entry.ink for entry in figure.key} == {"Ads": "series.1", "Not assigned": "baseline"}
    assert [column[1:] for column in figure.table.rows] == [(1.0, 9.0), (2.0, 10.0)]


def test_each_name_under_a_bridge_has_a_short_form_if_it_is_long():
    figure = built("waterfall", (mrr,), periods=1)
    assert all(tick.short for tick in figure.x.ticks if len(str(tick.text)) > len("Churn"))


def a_churn_by_plan(rows):
    names = tuple(f"Plan {at}" for at in range(len(rows)))
    return a_frame(
        [a_series("customer_churn_rate", [[0.05] * len(rows[0]), *rows])],
        months("2026-01", len(rows[0])),
        segments=(None, *names),
        by="plan",
    )


@pytest.mark.parametrize("row", [[0.01, 0.02, 0.03, nan], [nan, 0.02, 0.03, nan]])
def test_line_that_ends_early_has_its_name(row):
    frame = a_churn_by_plan([row, [0.01, 0.02, 0.03, 0.04]])
    figure = build_figure(
        ChartSpec("line", (MetricName("customer_churn_rate"),), "plan"), frame, a_catalogue(), Style()
    )

    assert [entry.name for entry in figure.key] == ["Plan 0", "Plan 1"]


def test_name_of_a_line_stands_behind_its_last_value():
    frame = a_churn_by_plan([[0.01, 0.02, 0.03, 0.04, nan], [0.02, 0.03, 0.04, 0.05, 0.06]])
    frame = replace(frame, incomplete=np.array([False] * 4 + [True]))
    figure = build_figure(
        ChartSpec("line", (MetricName("customer_churn_rate"),), "plan"), frame, a_catalogue(), Style()
    )
    named = {mark.label: mark.ys[-1] for mark in figure.marks if isinstance(mark, Line) and mark.label}

    assert named == {"Plan 0": 0.04, "Plan 1": 0.06}


@pytest.mark.parametrize("kind", ["line", "bar", "heatmap"])
def test_segments_of_a_ratio_that_are_not_drawn_are_said(kind):
    spec = ChartSpec(kind, (MetricName("customer_churn_rate"),), "plan")

    few, many = (
        build_figure(spec, a_churn_by_plan([[0.01 * at] * 3 for at in range(count)]), a_catalogue(), Style())
        for count in (8, 12)
    )

    assert str(many.footnote[0]) == "The 7 largest segments are drawn"
    assert "largest segments" not in " ".join(map(str, few.footnote))
