"""Where a change came from: segments, with what they did apart from how large they are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.analysis.segments import SegmentSplit, by_segment
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.frame import ResultFrame

from tests.scenario.small import a_catalogue, a_frame, a_series

CATALOGUE = load_catalogue()
NAN = float("nan")


def split_frame(
    columns: Mapping[str, Sequence[Sequence[float]]], segments: tuple[str, ...] = ("EU", "US")
) -> ResultFrame:
    """Rows are the segments, then the whole."""
    frame = a_frame({name: rows[0] for name, rows in columns.items()})
    series = {MetricName(name): a_series(name, rows) for name, rows in columns.items()}
    return replace(frame, by="region", segments=(*segments, None), series=series)


def split(frame: ResultFrame, kpi: str) -> SegmentSplit:
    return by_segment(CATALOGUE, frame, MetricName(kpi), frame.periods[0], frame.periods[-1])


def parts(found: SegmentSplit) -> dict[str, tuple[float, float]]:
    return {part.segment: (part.rate, part.mix) for part in found.segments}


def test_flows_add_up() -> None:
    found = split(split_frame({"new_customers": [[10, 14], [5, 3], [15, 17]]}), "new_customers")
    assert parts(found) == {"EU": (4, 0), "US": (-2, 0)}
    assert (found.change, found.rest) == (2, 0)


def test_churn_by_rate_and_by_mix() -> None:
    """EU 100 at 10%, US 100 at 2%; then EU 50 at 10%, US 150 at 4%: 6% → 5.5%.

    Rates: EU 0, US +2 pt at a mean weight of 62.5%. Weights: EU −25 pt at 10% − 5.75%, US +25 pt at 3% − 5.75%.
    """
    frame = split_frame({
        "customer_churn_rate": [[0.10, 0.10], [0.02, 0.04], [0.06, 0.055]],
        "churned_customers": [[10, 5], [2, 6], [12, 11]],
        "starting_customers": [[100, 50], [100, 150], [200, 200]],
    })  # fmt: skip
    found = split(frame, "customer_churn_rate")
    assert parts(found)["EU"] == pytest.approx((0, -0.25 * (0.10 - 0.0575)))
    assert parts(found)["US"] == pytest.approx((0.02 * 0.625, 0.25 * (0.03 - 0.0575)))
    assert sum(part.contribution for part in found.segments) == pytest.approx(-0.005, abs=1e-12)
    assert (found.rest, found.segments[0].weight_before, found.by) == (0, 0.5, "region")
    same = split(frame_with(frame, retention_rate=[[0.9, 0.9], [0.98, 0.96], [0.94, 0.945]]), "retention_rate")
    assert parts(same)["US"] == pytest.approx(tuple(-x for x in parts(found)["US"]))


def frame_with(frame: ResultFrame, **columns: Sequence[Sequence[float]]) -> ResultFrame:
    return replace(frame, series={**frame.series, **{MetricName(n): a_series(n, rows) for n, rows in columns.items()}})


counts = st.integers(1, 500)


@given(st.lists(st.tuples(counts, counts, counts, counts), min_size=2, max_size=5))
def test_segments_of_a_ratio_sum_to_its_change(rows: list[tuple[int, int, int, int]]) -> None:
    mrr = np.array([[r[0], r[1]] for r in rows], dtype=float)
    customers = np.array([[r[2], r[3]] for r in rows], dtype=float)
    mrr, customers = np.vstack([mrr, mrr.sum(axis=0)]), np.vstack([customers, customers.sum(axis=0)])
    frame = split_frame(
        {"mrr": mrr.tolist(), "active_customers": customers.tolist(), "arpa": (mrr / customers).tolist()},
        tuple("abcde"[: len(rows)]),
    )
    found = split(frame, "arpa")
    assert found.change is not None
    assert sum(part.contribution for part in found.segments) == pytest.approx(found.change, abs=1e-9)


def test_a_segment_that_is_new_moves_the_mix_only() -> None:
    frame = split_frame({
        "mrr": [[1000, 1000], [NAN, 500], [1000, 1500]],
        "active_customers": [[10, 10], [0, 10], [10, 20]],
        "arpa": [[100, 100], [NAN, 50], [100, 75]],
    })  # fmt: skip
    found = split(frame, "arpa")
    assert parts(found)["US"][0] == 0
    assert sum(part.contribution for part in found.segments) == pytest.approx(-25)
    assert next(part for part in found.segments if part.segment == "US").before is None


def test_ltv_is_split_over_drivers_and_then_segments() -> None:
    """Churn doubled in the US alone; nothing else moved: all of the change of LTV is the US's rate."""
    frame = split_frame({
        "arpa": [[100, 100], [100, 100], [100, 100]],
        "mrr": [[10_000, 10_000], [10_000, 10_000], [20_000, 20_000]],
        "active_customers": [[100, 100], [100, 100], [200, 200]],
        "gross_margin": [[0.8, 0.8], [0.8, 0.8], [0.8, 0.8]],
        "customer_churn_rate": [[0.05, 0.05], [0.05, 0.1], [0.05, 0.075]],
        "starting_customers": [[100, 100], [100, 100], [200, 200]],
        "churned_customers": [[5, 5], [5, 10], [10, 15]],
        "ltv": [[1600, 1600], [1600, 800], [1600, 80 / 0.075]],
    })  # fmt: skip
    found = split(frame, "ltv")
    assert parts(found)["US"] == pytest.approx((80 / 0.075 - 1600, 0))
    assert parts(found)["EU"] == pytest.approx((0, 0))
    assert found.rest == 0
    assert found.segments[0].segment == "US"


def test_a_driver_that_no_segment_has_of_its_own_is_the_rest() -> None:
    """The margin rose as a whole; only revenue is known by region, and moved to the EU, which raised no margin."""
    frame = split_frame({
        "gross_margin": [[0.76, 0.77], [0.76, 0.77], [0.76, 0.77]],
        "revenue": [[1000, 700], [1000, 1400], [2000, 2100]],
        "cost_of_revenue": [[NAN, NAN], [NAN, NAN], [480, 483]],
        "customer_churn_rate": [[0.05, 0.05], [0.05, 0.1], [0.05, 0.075]],
        "starting_customers": [[100, 100], [100, 100], [200, 200]],
        "churned_customers": [[5, 5], [5, 10], [10, 15]],
        "arpa": [[100, 100], [100, 100], [100, 100]],
        "mrr": [[10_000, 10_000], [10_000, 10_000], [20_000, 20_000]],
        "active_customers": [[100, 100], [100, 100], [200, 200]],
        "ltv": [[NAN, NAN], [NAN, NAN], [1520, 77 / 0.075]],
    })  # fmt: skip
    margin = split(frame, "gross_margin")
    assert margin.segments == ()
    assert margin.rest == pytest.approx(0.01)
    ltv = split(frame, "ltv")
    assert parts(ltv)["EU"] == pytest.approx((0, 0))
    assert parts(ltv)["US"][0] < -400
    assert ltv.rest > 0  # what the margin added


def test_what_segments_do_not_know_is_the_rest() -> None:
    """Spend is not known by region, so the part of CAC that spend moved is nobody's."""
    frame = split_frame({
        "acquisition_cost": [[NAN, NAN], [NAN, NAN], [1000, 2000]],
        "new_customers": [[5, 5], [5, 5], [10, 10]],
        "cac": [[NAN, NAN], [NAN, NAN], [100, 200]],
    })  # fmt: skip
    found = split(frame, "cac")
    assert sum(part.contribution for part in found.segments) + found.rest == pytest.approx(100)
    assert found.rest == pytest.approx(100)


def test_an_unknown_make_up_is_said() -> None:
    frame = split_frame({"avg_first_response_hours": [[1, 2], [3, 4], [2, 3]]})
    found = split(frame, "avg_first_response_hours")
    assert (found.segments, found.rest) == ((), 1)
    assert "not known" in str(found.reason)


def test_missing_ends_and_missing_segments_are_said() -> None:
    frame = split_frame({"arpa": [[1, 2], [3, 4], [NAN, 3]]})
    assert split(frame, "arpa").change is None
    with pytest.raises(UserError, match="not split by an attribute"):
        by_segment(CATALOGUE, replace(frame, by=None), MetricName("arpa"), *frame.periods)
    with pytest.raises(UserError, match="2023-01 is not among"):
        by_segment(CATALOGUE, frame, MetricName("arpa"), Period.parse("2023-01"), frame.periods[0])


def test_a_ratio_of_two_ratios_of_one_base_is_weighted_by_it() -> None:
    """NRR is 1 − losses + expansion, both over what was there at the start."""
    frame = split_frame({
        "nrr": [[0.9, 1.1], [1.0, 1.0], [0.95, 1.05]],
        "starting_mrr": [[100, 100], [100, 100], [200, 200]],
    })  # fmt: skip
    assert parts(split(frame, "nrr")) == {"EU": (pytest.approx(0.1), 0), "US": (0, 0)}


def test_without_a_formula_the_count_of_observations_weighs() -> None:
    frame = split_frame({
        "churned_share": [[0.2, 0.4], [0.4, 0.4], [0.3, 0.4]],
        "customers_listed": [[10, 10], [10, 10], [20, 20]],
    })  # fmt: skip
    assert parts(split(frame, "churned_share"))["EU"] == (pytest.approx(0.1), 0)


def test_weights_are_found_below_signs_and_in_shares() -> None:
    formulas = (("lost", "-(revenue / cac)"), ("part", "share(revenue, cac)"), ("both", "revenue / cac + 1"))
    catalogue = a_catalogue(*((name, text, "share", "ratio", "up") for name, text in formulas))
    for name, sign in (("lost", -1), ("part", 1), ("both", 1)):
        frame = split_frame({
            name: [[sign * 0.1, sign * 0.2], [sign * 0.3, sign * 0.3], [sign * 0.2, sign * 0.25]],
            "revenue": [[1, 2], [3, 3], [4, 5]],
            "cac": [[10, 10], [10, 10], [20, 20]],
        })  # fmt: skip
        found = by_segment(catalogue, frame, MetricName(name), *frame.periods)
        assert parts(found)["EU"] == (pytest.approx(sign * 0.05), 0)


def test_segments_that_do_not_make_the_whole_are_not_split() -> None:
    off = split_frame({"nps_answers": [[1, 1], [1, 1], [2, 2]], "nps": [[10, 20], [10, 20], [50, 60]]})
    found = split(off, "nps")
    assert (found.segments, found.rest) == ((), 10)
    nobody = split_frame({"nps_answers": [[0, 0], [0, 0], [0, 2]], "nps": [[10, 20], [10, 20], [50, 60]]})
    assert split(nobody, "nps").rest == 10
