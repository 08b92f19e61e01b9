from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.card import build_card, failed_card, loading_card
from kpidesk.charts.pivot import build_pivot, build_segment_pivot, overlap_note
from kpidesk.charts.scenario_card import build_scenario_card
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message, Template
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.gaps import catalogue_message
from kpidesk.metrics.pacing import Target

from tests.charts.frames import a_catalogue, a_company, a_frame, a_series, by_plan, months, nan


def card(name, frame=None, style=Style(), comparison="previous", **rest):  # noqa: B008
    return build_card(MetricName(name), frame or a_company(), a_catalogue(), style, comparison, **rest)


def test_value_is_of_the_last_period_that_has_ended():
    found = card("mrr")
    assert (found.value_text, found.exact_text, str(found.foot)) == ("$238.1K", "$238,100.00", "May · based on 2,431")
    assert found.state == "ok"
    assert "Jun 2026 has not ended; the value is of May 2026" in [str(note) for note in found.notes]


def test_value_of_days_so_far_is_marked_where_no_period_has_ended():
    frame = a_company()
    running = replace(frame, incomplete=np.ones(len(frame.periods), dtype=bool))
    found = card("mrr", running)
    assert (found.state, str(found.foot)) == ("incomplete", "Jun 2026, not ended yet")
    assert str(found.state_text) == "Jun 2026 has not ended: the value is that of the days so far"


def test_value_of_days_so_far_misses_no_target_and_breaks_no_limit():
    frame = a_company()
    running = replace(frame, incomplete=np.ones(len(frame.periods), dtype=bool))
    for target in (Target(MetricName("mrr"), 1e9), Target(MetricName("mrr"), None, 1e9)):
        assert card("mrr", frame, target=target).state == "off_target"
        assert card("mrr", running, target=target).state == "incomplete"


def test_after_a_hole_the_running_period_is_shown_and_before_one_the_reason():
    hole = Message(Template("facts", "no rows from {first} to {last}"), first="a", last="b")
    after, before = a_series("mrr", [5, nan, nan, 7], gaps=hole), a_series("nps", [5, nan, nan, nan], gaps=hole)
    frame = a_frame([after, before], months("2010-03", 4), running=1)
    shown = card("mrr", frame)
    assert (shown.state, shown.value_text, str(shown.foot)) == ("incomplete", "$7", "Jun 2010, not ended yet")
    assert not shown.delta_text
    lacking = card("nps", frame)
    assert (lacking.state, str(lacking.foot)) == ("needs_data", "no rows from a to b")


def lacking(frame, name, *columns):
    """The frame with months missing in some of a KPI's periods."""
    series = frame.series[name]
    partial = np.zeros_like(series.values, dtype=bool)
    partial[:, list(columns)] = True
    return replace(frame, series={**frame.series, name: replace(series, partial=partial)})


def test_a_sum_that_lacks_months_says_so_before_anything_else():
    frame = a_company()
    at = frame.last_complete
    found = card("mrr", lacking(frame, "mrr", at), target=Target(MetricName("mrr"), 1e9))
    assert (found.state, str(found.foot), found.delta_is_good) == ("incomplete", "incomplete", None)
    assert str(found.state_text) == "May 2026 is incomplete: the value is of what is known so far"
    assert card("ltv_cac", lacking(frame, "mrr", at)).state == card("ltv_cac", frame).state


def test_a_change_from_a_sum_that_lacks_months_is_neither_good_nor_bad():
    frame = a_company()
    found = card("mrr", lacking(frame, "mrr", frame.last_complete - 1))
    assert (found.state, found.delta_is_good) == ("ok", None)


def test_change_of_an_amount_is_relative_and_of_a_share_in_points():
    found = card("mrr")
    assert (found.delta_text, str(found.comparison_text), found.direction, found.delta_is_good) == (
        "+3.2%",
        "vs Apr",
        1,
        True,
    )
    assert card("customer_churn_rate").delta_text == "+1.6 pt"
    assert card("ltv_cac").delta_text == "−0.8"


def test_year_before_carries_its_year():
    found = card("mrr", comparison="year_ago")
    assert str(found.comparison_text) == "vs May 2025"
    assert found.delta_text == "+31.6%"


def test_more_churn_is_bad_though_it_rose():
    narrow = a_series("customer_churn_rate", [0.023, 0.039], n=[5000, 5000], low=[0.02, 0.035], high=[0.026, 0.043])
    found = card("customer_churn_rate", a_frame([narrow], months("2026-04", 2)))
    assert (found.state, found.direction, found.delta_is_good) == ("ok", 1, False)


def test_a_figure_of_few_says_its_interval_and_on_a_narrow_card_no_more():
    few = a_series("customer_churn_rate", [0.0], n=[7], low=[0.0], high=[0.354])
    found = card("customer_churn_rate", a_frame([few], months("2026-04", 1)))
    assert (str(found.foot), found.short_foot) == ("Apr · 0–35.4%, based on 7", "Apr · 0–35.4%")
    missed = card(
        "customer_churn_rate", a_frame([few], months("2026-04", 1)), target=Target("customer_churn_rate", -0.1)
    )
    assert (str(missed.foot), missed.short_foot) == (str(missed.state_text), "")


def test_overlapping_intervals_are_noise_neither_good_nor_bad():
    found = card("nps")
    assert (found.state, found.delta_is_good) == ("noisy", None)
    assert str(found.foot) == "noisy: 27–54, based on 86"
    assert str(found.short_foot) == "noisy: 27–54"


@pytest.mark.parametrize(
    ("low", "high", "n", "uncertain"),
    [(0.91, 0.955, 1500, False), (0.91, 0.955, 29, True), (0.5, 1.3, 1500, True)],
)
def test_a_move_within_noise_is_told_apart_from_a_figure_that_is_hardly_known(low, high, n, uncertain):
    retention = a_series("customer_churn_rate", [0.94, 0.932], n=[n, n], low=[low, low], high=[high, high])
    found = card("customer_churn_rate", a_frame([retention], months("2026-04", 2)))
    assert (found.state, found.is_uncertain) == ("noisy", uncertain)


def test_noise_of_a_figure_without_a_number_of_cases_says_no_dash():
    wide = a_series("ltv_cac", [2.0, 2.5], low=[1.0, 1.0], high=[4.0, 4.0])
    assert str(card("ltv_cac", a_frame([wide], months("2026-04", 2))).foot) == "noisy: 1.0–4.0"


@pytest.mark.parametrize(
    ("name", "target", "state", "foot"),
    [
        ("customer_churn_rate", 0.025, "off_target", "off target: at most 2.5%"),
        ("ltv_cac", 3, "off_target", "off target: at least 3.0"),
        ("ltv_cac", 2.5, "ok", "May 2026"),
    ],
)
def test_target_is_missed_on_the_side_that_is_not_good(name, target, state, foot):
    found = card(name, target=Target(MetricName(name), target))
    assert (found.state, str(found.foot), found.target) == (state, foot, target)


def test_sparkline_ends_with_the_running_period_and_its_dot_before():
    found = card("mrr")
    assert len(found.spark) == 12
    assert found.spark[found.spark_complete_until] == 238.1e3
    assert found.spark[-1] == 229e3


def test_kpi_without_data_says_what_it_needs():
    found = card("activation_rate")
    assert (found.state, found.value_text) == ("needs_data", "")
    assert str(found.foot) == "Needs a table of events: user, event, time."
    assert found.missing == ("events.user", "events.time")
    assert str(found.link_text) == "Add data"


def test_month_without_a_value_is_not_zero():
    found = card("ltv_cac", a_frame([a_series("ltv_cac", [3, nan])], months("2026-01", 2)))
    assert (found.state, found.value_text) == ("needs_data", "")


def test_first_month_of_all_has_no_change():
    found = card("mrr", a_frame([a_series("mrr", [100])], months("2026-01", 1)))
    assert (found.state, found.value_text, found.delta_text) == ("ok", "$100", "")


def test_gap_before_the_last_month_gives_no_change():
    found = card("mrr", a_frame([a_series("mrr", [100, nan, 120])], months("2026-01", 3)))
    assert (found.value_text, found.delta_text) == ("$120", "")


def test_kpi_without_a_good_side_is_never_good_or_bad():
    found = card("tickets", a_frame([a_series("tickets", [100, 200])], months("2026-01", 2)))
    assert (found.delta_text, found.direction, found.delta_is_good) == ("+100%", 1, None)


def test_card_of_a_segment_shows_the_segment():
    found = card("new_customers", by_plan(), segment="Enterprise")
    assert found.value_text == "10"


def test_chinese_card_writes_wan_and_points_in_words():
    style = Style(language="zh_Hans")
    assert card("mrr", style=style).value_text == "23.8万美元"
    assert card("customer_churn_rate", style=style).delta_text == "+1.6 个百分点"


@pytest.mark.parametrize(
    ("value", "said"),
    [(239_700, "23.97万"), (238_100, "23.8万"), (240_000, "24万"), (409_000, "40.9万"), (1_234_567, "123.5万")],
)
def test_figures_in_wan_keep_three_or_four_digits(value, said):
    assert format_value(value, "count", Style(language="zh_Hans")) == said


def test_loading_and_failed_cards_keep_what_is_known():
    assert loading_card(MetricName("mrr"), a_catalogue(), Style()).label == "MRR"
    failed = failed_card(card("mrr"))
    assert (failed.state, failed.value_text, str(failed.foot)) == ("failed", "$238.1K", "could not be computed")


def scenario(name, baseline, value, **rest):
    return build_scenario_card(MetricName(name), baseline, value, a_catalogue(), Style(), **rest)


def test_scenario_shows_baseline_difference_and_factor():
    found = scenario("ltv", 1600, 3200)  # acceptance 28: churn 5% → 2.5%
    assert (found.value_text, str(found.baseline_text)) == ("$3,200", "baseline $1,600")
    assert (found.delta_text, found.factor_text, found.delta_is_good) == ("+$1,600", "×2.0", True)


def test_small_move_is_said_in_percent():
    assert scenario("mrr", 308e3, 351e3, label="MRR in 12 months").factor_text == "+14.0%"


def test_untouched_kpi_says_that_it_does_not_depend():
    found = scenario("ltv_cac", 7.5, 7.5, drivers="churn")
    assert not found.is_touched
    assert str(found.foot) == "does not depend on churn"
    assert found.delta_text == ""


def test_of_several_that_it_depends_on_a_narrow_card_names_none():
    found = scenario("ltv_cac", 7.5, 7.5, drivers="customer churn", mover="gross margin, ARPA", is_one=False)
    assert str(found.state_text) == "does not depend on customer churn, but on gross margin, ARPA"
    assert str(found.short_foot) == "does not depend on it"


def test_customers_in_the_place_of_users_are_said_under_revenue_per_user():
    note = catalogue_message({"en": "paying customers taken as users"})
    frame = a_frame([replace(a_series("arpu", [250.0, 268.0]), notes=(note,))], months("2026-04", 2))
    found = build_card(MetricName("arpu"), frame, load_catalogue(), Style())
    assert str(found.foot) == "May · paying customers taken as users"
    assert str(found.short_foot) == "May · partly assumed"


def test_untouched_kpi_names_what_it_does_depend_on():
    found = scenario("ltv_cac", 7.5, 7.5, drivers="customer churn", mover="revenue churn")
    assert str(found.state_text) == "does not depend on customer churn, but on revenue churn"
    assert str(found.short_foot) == "depends on revenue churn"


def test_kpi_that_stays_where_it_is_by_its_own_driver_is_not_said_to_be_independent():
    found = scenario("ltv", 1600, 1600, drivers="", mover="gross margin")
    assert {str(each) for each in (found.foot, found.short_foot, found.state_text)} == {"not changed by this scenario"}


def test_scenario_without_a_value_says_so():
    assert scenario("ltv", 1600, nan).state == "needs_data"
    assert scenario("ltv", None, 1600).delta_text == ""


def test_pivot_by_segment_has_the_total_at_its_foot():
    pivot = build_pivot(by_plan(), a_catalogue(), Style(), (MetricName("new_customers"),))
    assert [str(row.label) for row in pivot.rows] == ["Team", "Business", "Enterprise", "Total"]
    assert pivot.rows[-1].is_total
    assert pivot.rows[-1].values[0] == 68


def test_total_of_a_ratio_is_that_of_the_frame_never_a_sum():
    pivot = build_pivot(by_plan(), a_catalogue(), Style(), (MetricName("customer_churn_rate"),))
    assert pivot.rows[-1].values[0] == 0.039


def test_total_over_periods_comes_from_the_longer_grain():
    whole = a_frame(
        [a_series("customer_churn_rate", [[0.17], [0.2], [0.5], [0.21]])],
        months("2026-01", 1),
        segments=("Team", "Business", "Enterprise", None),
        by="plan",
    )
    pivot = build_pivot(by_plan(), a_catalogue(), Style(), (MetricName("customer_churn_rate"),), whole=whole)
    assert str(pivot.headers[-1]) == "Total"
    assert [row.values[-1] for row in pivot.rows] == [0.17, 0.2, 0.5, 0.21]


def test_periods_down_keep_the_kind_of_each_column():
    frame = a_company(years=1)
    names = (MetricName("mrr"), MetricName("customer_churn_rate"))
    pivot = build_pivot(frame, a_catalogue(), Style(), names, across=False)
    assert [pivot.text(10, column) for column in (0, 1)] == ["$238,100.00", "3.9%"]
    assert pivot.running[-1]
    assert [column.kind for column in pivot.table().columns] == ["text", "money", "share"]


def test_no_value_in_a_pivot_is_a_dash():
    frame = a_frame([a_series("mrr", [100, nan])], months("2026-01", 2))
    assert build_pivot(frame, a_catalogue(), Style()).text(0, 1) == "—"


def test_a_limit_that_is_broken_and_a_running_month_that_is_behind_stand_on_the_card():
    frame = a_company()
    at = frame.last_complete
    value = frame.value("mrr")
    broken = card("mrr", frame, target=Target(MetricName("mrr"), None, value + 1))
    assert (broken.state, str(broken.foot)[:13]) == ("off_target", "alert: below ")
    assert card("mrr", frame, target=Target(MetricName("mrr"), None, value - 1, value + 1)).state == "ok"
    assert at is not None
    assert frame.incomplete[at + 1]
    running = frame.value("mrr", frame.periods[-1])
    on_track = card("mrr", frame, target=Target(MetricName("mrr"), min(value, running) - 1))
    assert (on_track.state, "on track" in str(on_track.pace_text)) == ("ok", True)
    behind = card("mrr", frame, target=Target(MetricName("mrr"), running + 1))
    assert str(behind.pace_text).endswith("behind")


@pytest.mark.parametrize(
    ("name", "target", "said", "is_good"),
    [
        ("mrr", 250_000.0, ("−4.8%", "vs target $250K", -1), False),
        ("mrr", 200_000.0, ("+19.1%", "vs target $200K", 1), True),
        ("customer_churn_rate", 0.05, ("−1.1 pt", "vs target 5.0%", -1), True),
    ],
)
def test_beside_its_target_a_figure_is_good_on_the_right_side_of_it(name, target, said, is_good):
    found = card(name, comparison="target", target=Target(MetricName(name), target))
    assert (found.delta_text, str(found.comparison_text), found.direction) == said
    assert found.delta_is_good is is_good


def test_without_a_target_a_figure_is_compared_with_the_period_before():
    for target in (None, Target(MetricName("mrr"), None, 1.0)):
        assert str(card("mrr", comparison="target", target=target).comparison_text) == "vs Apr"


def test_segments_and_what_none_of_them_has_add_up_to_the_total():
    """20 of 30 have a plan, of 4 the table says nothing: 10 are not assigned."""
    names = (MetricName("new_customers"), MetricName("customer_churn_rate"))
    series = [
        a_series("new_customers", [[12.0], [8.0], [4.0], [30.0]]),
        a_series("customer_churn_rate", [[0.1], [0.2], [0.3], [0.4]]),
    ]
    frame = a_frame(series, months("2026-05", 1), segments=("Team", "Solo", NO_ATTRIBUTE_VALUE, None), by="plan")
    rows = build_segment_pivot(frame, a_catalogue(), Style(), names, "Plan").rows
    said = [(str(row.label), row.values) for row in rows]
    assert said == [
        ("Team", (12.0, 0.1)),
        ("Solo", (8.0, 0.2)),
        ("Not assigned", (10.0, None)),
        ("Total", (30.0, 0.4)),
    ]


@pytest.mark.parametrize(("whole", "is_said"), [(30.0, False), (25.0, True)])
def test_segments_that_share_customers_say_that_they_add_up_to_more(whole, is_said):
    series = [a_series("new_customers", [[20.0], [10.0], [whole]])]
    frame = a_frame(series, months("2026-05", 1), segments=("Team", "Solo", None), by="plan")
    pivot = build_segment_pivot(frame, a_catalogue(), Style(), (MetricName("new_customers"),), "Plan")
    assert bool(overlap_note(pivot)) is is_said


def test_a_change_that_nothing_can_judge_is_neither_good_nor_bad_and_says_so():
    found = card("mrr", a_frame([a_series("mrr", [100, 120, 150])], months("2026-01", 3)))
    assert (found.delta_text, found.direction, found.delta_is_good, found.is_noise) == ("+25.0%", 1, None, False)
    assert "Too few earlier changes to say whether the move is more than chance" in map(str, found.notes)
    known = card("mrr", a_frame([a_series("mrr", [100, 102, 101, 103, 102, 104, 103, 105, 150])], months("2026-01", 9)))
    assert known.delta_is_good is True
    assert not [note for note in known.notes if "Too few" in str(note)]


def test_a_year_of_two_is_judged_by_its_months():
    # months of +1 and +3 in turn: median 2, deviation 1.4826, so a year is 24 ± 2 × √12 × 1.4826; it fell by 40
    values = [100 + 2 * month + month % 2 for month in range(23)]
    frame = a_frame([a_series("mrr", [*values, values[11] - 40])], months("2024-01", 24))
    assert card("mrr", frame, comparison="year_ago").delta_is_good is False


def test_one_snapshot_is_not_compared_with_itself():
    card = build_card(
        MetricName("mrr"), a_frame([a_series("mrr", [5.0])], months("snapshot", 1)), a_catalogue(), Style(), "year_ago"
    )

    assert (card.delta_text, card.comparison_text) == ("", "")
