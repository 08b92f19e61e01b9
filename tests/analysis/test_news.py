"""What changed: only what moved beyond its usual moves, the furthest first."""

import re
from dataclasses import replace

import numpy as np
from kpidesk.analysis.news import can_compare, furthest_usual, headline, is_any_signal, last_move, news_of, remarks
from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.qt.translation import words

from tests.charts.frames import a_catalogue, a_frame, a_series, months

EN = Style("en", currency="USD")
STEADY = [100, 102, 101, 103, 102, 104, 103, 105, 104, 106]


def a_year(**series):
    return a_frame([a_series(name, values) for name, values in series.items()], months("2025-01", 10))


def names(found):
    return [str(each.kpi) for each in found]


def test_usual_moves_are_no_news():
    assert news_of(a_year(mrr=STEADY), a_catalogue(), ["mrr"]) == ()


def test_it_is_not_said_that_nothing_moved_where_nothing_could_be_compared():
    nan = float("nan")
    frame = a_year(mrr=[*STEADY[:8], nan, 106], nps=STEADY)
    assert can_compare(frame, ["mrr", "nps"])
    assert not can_compare(frame, ["mrr", "win_rate"])
    assert can_compare(frame, ["mrr"], Period.parse("2025-08"))


def test_what_moved_beyond_its_usual_moves_is_told_with_its_side():
    # moves of +2 and −1 in turn: median 2, deviation 1.4826 × 0 or 3; a fall by 30 is far beyond
    found = news_of(a_year(mrr=[*STEADY[:9], 74]), a_catalogue(), ["mrr"])
    assert names(found) == ["mrr"]
    assert (found[0].before, found[0].after, found[0].is_good, found[0].record) == (104, 74, False, 10)


def test_the_furthest_stands_first():
    churn = [0.02, 0.021, 0.02, 0.022, 0.02, 0.021, 0.02, 0.022, 0.021, 0.09]
    frame = a_year(mrr=[*STEADY[:9], 96], customer_churn_rate=churn)
    found = news_of(frame, a_catalogue(), ["mrr", "customer_churn_rate"])
    assert names(found) == ["customer_churn_rate", "mrr"]
    assert found[0].is_good is False


def test_a_multiple_of_a_figure_is_not_told_twice():
    values = [*STEADY[:9], 74]
    frame = a_year(mrr=values, ltv=[12 * value for value in values])
    assert names(news_of(frame, a_catalogue(), ["mrr", "ltv"])) == ["mrr"]


def test_since_a_period_further_back():
    frame = a_year(mrr=[100, 102, 101, 103, 102, 104, 103, 105, 60, 58])
    found = news_of(frame, a_catalogue(), ["mrr"], Period.parse("2025-08"))
    assert [(each.before, each.after, str(each.first)) for each in found] == [(105, 58, "2025-08")]


def test_sentences_name_ends_record_and_no_driver_where_there_is_none():
    frame = a_year(mrr=[*STEADY[:9], 74])
    (found,) = news_of(frame, a_catalogue(), ["mrr"])
    assert words(headline(found, a_catalogue(), EN)) == "MRR fell from $104 to $74 in Oct 2025."
    assert [words(each) for each in remarks(found, frame, a_catalogue(), EN)] == ["The lowest in 10 periods."]


def test_a_driver_that_is_the_figure_itself_explains_nothing():
    """Monthly active users are the user months of a single month."""
    users = [float(value) for value in [*STEADY[:9], 74]]
    frame = a_year(mau=users, user_months=users, usage_months=[1.0] * 10)
    (found,) = news_of(frame, load_catalogue(), ["mau"])
    assert [words(each) for each in remarks(found, frame, load_catalogue(), EN)] == ["The lowest in 10 periods."]


def test_the_last_move_is_told_be_it_usual_or_not():
    move = last_move(a_year(mrr=STEADY), a_catalogue(), "mrr")
    assert (move.before, move.after, move.is_good) == (104, 106, True)
    assert last_move(a_year(mrr=[*STEADY[:9], 104]), a_catalogue(), "mrr") is None
    assert last_move(a_year(mrr=[*STEADY[:9], float("nan")]), a_catalogue(), "mrr") is None


def test_a_figure_that_reads_as_before_neither_rose_nor_fell():
    frame = a_year(mrr=[*STEADY[:8], 455.1, 454.7])
    found = last_move(frame, a_catalogue(), "mrr")
    assert words(headline(found, a_catalogue(), EN)) == "MRR is $455 in Oct 2025, nearly as before."


def test_a_loss_is_not_said_to_fall_when_it_grows():
    frame = a_year(churned_mrr=[-value for value in (*STEADY[:9], 174)])
    (found,) = news_of(frame, a_catalogue(), ["churned_mrr"])
    assert words(headline(found, a_catalogue(), EN)) == "Churned MRR went from −$104 to −$174 in Oct 2025."


def test_of_a_figure_too_young_to_judge_nobody_says_that_it_kept_its_usual_course():
    young = a_frame([a_series("mrr", [100, 120, 150])], months("2026-01", 3))
    assert news_of(young, a_catalogue(), ["mrr"]) == ()
    assert not can_compare(young, ["mrr"])


def test_what_intervals_judge_is_news_though_no_earlier_change_is_known():
    churn = a_series("customer_churn_rate", [0.023, 0.039], n=[5000, 5000], low=[0.02, 0.035], high=[0.026, 0.043])
    (found,) = news_of(a_frame([churn], months("2026-04", 2)), a_catalogue(), ["customer_churn_rate"])
    assert (found.is_good, found.before, found.after) == (False, 0.023, 0.039)


def test_what_cards_call_noise_or_cannot_judge_is_never_news():
    rng = np.random.default_rng(5)
    told = 0
    for length in (2, 4, 9, 20):
        for _ in range(50):
            frame = a_frame([a_series("mrr", rng.normal(2, 5, length).cumsum() + 100)], months("2024-01", length))
            news = news_of(frame, a_catalogue(), ["mrr"])
            told += len(news)
            side = build_card("mrr", frame, a_catalogue(), EN).delta_is_good
            assert all(each.is_good is side for each in news)
    assert told


def test_a_figure_that_only_says_another_again_is_explained_by_what_moved_that():
    """ARR is MRR times twelve: that MRR moved by a twelfth of it explains nothing."""
    mrr = [*(float(value) for value in STEADY[:9]), 74.0]
    frame = a_year(
        mrr=mrr,
        arr=[12 * value for value in mrr],
        new_mrr=[3.0] * 9 + [2.0],
        churned_mrr=[-1.0] * 9 + [-32.0],
        expansion_mrr=[0.0] * 10,
        contraction_mrr=[0.0] * 10,
        reactivation_mrr=[0.0] * 10,
        fx_mrr=[0.0] * 10,
    )
    (found,) = news_of(frame, load_catalogue(), ["arr"])
    said = [words(each) for each in remarks(found, frame, load_catalogue(), EN)]
    assert said[-1] == "Mostly, in MRR: Churned MRR −$32, New MRR +$2."  # as they stand on their own cards


def test_of_a_flow_it_is_said_that_movements_changed():
    """Of MRR, −32 of churn is how much was lost; of net new MRR it is how much more than before."""
    flows = {"new_mrr": [3.0] * 9 + [2.0], "churned_mrr": [-1.0] * 9 + [-33.0]}
    rest = ("expansion_mrr", "contraction_mrr", "reactivation_mrr", "transfer_mrr")
    frame = a_year(net_new_mrr=[2.0] * 9 + [-31.0], **flows, **{name: [0.0] * 10 for name in rest})
    move = last_move(frame, load_catalogue(), "net_new_mrr")
    said = [words(each) for each in remarks(move, frame, load_catalogue(), EN)]
    assert said[-1] == "Mostly from changes in: Churned MRR −$32, New MRR −$1."


def test_parts_side_by_side_have_as_many_decimals_and_none_is_nothing():
    # 10 of 1,000 are 1.000%; 12 of 1,001 are 1.199%: +0.2 points by sign-ups, −0.001 by visitors, which reads 0.00
    frame = a_year(
        visitor_to_signup_rate=[0.01] * 9 + [12 / 1001],
        signups=[10.0] * 9 + [12.0],
        unique_visitors=[1000.0] * 9 + [1001.0],
    )
    move = last_move(frame, load_catalogue(), "visitor_to_signup_rate")
    assert "Mostly from changes in: Sign-ups +0.20\u00a0pt." in [
        words(each) for each in remarks(move, frame, load_catalogue(), EN)
    ]
    other = a_year(
        channel_roi=[2.1] * 9 + [1.9],
        paid_channel_revenue=[310.0] * 9 + [292.0],
        paid_channel_spend=[100.0] * 9 + [100.7],
    )
    move = last_move(other, load_catalogue(), "channel_roi")
    (said,) = (
        text for each in remarks(move, other, load_catalogue(), EN) if (text := words(each)).startswith("Mostly")
    )
    assert len({len(number.rstrip(".").partition(".")[2]) for number in re.findall(r"[\d.]+", said)}) == 1


def test_a_large_move_within_its_usual_swings_is_named():
    """Changes of −25 to +23 with a median of 0: their deviation is 1.4826 × 17.5, so −32 is 1.23 of them away."""
    wide = [69, 60, 75, 58, 80, 55, 78, 60, 69, 37]
    frame = a_year(mrr=[*STEADY[:9], 104], opportunities=wide)
    assert news_of(frame, load_catalogue(), ["opportunities"]) == ()
    found = furthest_usual(frame, ["opportunities"])
    assert (found.kpi, found.before, found.after, round(found.z, 2)) == ("opportunities", 69, 37, -1.23)
    assert found.record == 10  # lower than all nine before
    assert furthest_usual(a_year(mrr=[*STEADY[:9], 74]), ["mrr"]) is None


def test_a_figure_that_lacks_a_part_of_its_period_colours_no_card():
    """From 410 to 205, known to a tenth, is more than chance; where the 205 are of a part of the month it is none."""
    values = np.array([400, 200, 420, 210, 410, 190, 430, 200, 410, 205], dtype=float)
    series = a_series("new_customers", values.tolist(), low=(0.9 * values).tolist(), high=(1.1 * values).tolist())
    partial = np.zeros((1, 10), dtype=bool)
    partial[0, -1] = True
    for one, is_coloured in ((series, True), (replace(series, partial=partial), False)):
        frame = a_frame([one], months("2025-01", 10))
        assert is_any_signal(frame, load_catalogue(), ["new_customers"]) is is_coloured
