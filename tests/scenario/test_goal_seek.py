"""Goal seek: solved, unreachable, independent, several; never a made-up answer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import DriverBounds
from kpidesk.scenario.goal_seek import Status, natural_bounds, seek
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.root_search import closest, roots, search_grid

from tests.scenario.small import a_catalogue, example_28, values

CATALOGUE = a_catalogue()


def test_ltv_to_cac_of_three_by_churn() -> None:
    """acceptance 29: 80 ÷ c ÷ 600 = 3 at c = 4.444…%."""
    result = seek(CATALOGUE, example_28(), "ltv_cac", 3, "customer_churn_rate")
    assert result.status is Status.SOLVED
    assert result.value == pytest.approx(80 / 1800, rel=1e-12)
    assert result.achieved == pytest.approx(3, rel=1e-12)
    assert (result.nearest, result.others, result.baseline) == (None, (), 0.05)


def test_by_a_part_that_has_no_upper_limit() -> None:
    result = seek(CATALOGUE, example_28(), "ltv_cac", 3, "acquisition_cost")
    assert result.value == pytest.approx(1600 / 3 * 50, rel=1e-12)


def test_goal_out_of_reach_gives_the_nearest() -> None:
    """A margin of 100% makes an LTV of 2,000: 3.33, not 5."""
    result = seek(CATALOGUE, example_28(), "ltv_cac", 5, "gross_margin")
    assert (result.status, result.value, result.nearest) == (Status.UNREACHABLE, None, 1.0)
    assert result.achieved == pytest.approx(2000 / 600)


def test_bounds_of_the_user_hold() -> None:
    result = seek(CATALOGUE, example_28(), "ltv_cac", 5.5, "customer_churn_rate", bounds=(0.04, 0.03))
    assert (result.status, result.nearest, result.low, result.high) == (Status.UNREACHABLE, 0.03, 0.03, 0.04)
    assert result.achieved == pytest.approx(80 / 0.03 / 600)


def test_payback_does_not_depend_on_churn() -> None:
    result = seek(CATALOGUE, example_28(), "cac_payback_months", 5, "customer_churn_rate")
    assert (result.status, result.value, result.nearest, result.achieved) == (Status.INDEPENDENT, None, None, 7.5)


def test_a_formula_that_reads_the_driver_and_cancels_it_is_independent() -> None:
    catalogue = a_catalogue(("same", "revenue * cac / cac", "money", "flow", "up"))
    result = seek(catalogue, {**example_28(), **values(same=100_000)}, "same", 5, "cac")
    assert (result.status, result.achieved) == (Status.INDEPENDENT, 100_000)


def test_several_answers_nearest_first() -> None:
    """cac × (1000 − cac) = 160,000 at 200 and at 800; 600 is nearer to 800."""
    catalogue = a_catalogue(("hill", "cac * (1000 - cac)", "money", "derived", "up"))
    result = seek(catalogue, {**example_28(), **values(hill=240_000)}, "hill", 160_000, "cac")
    assert result.status is Status.SEVERAL
    assert result.value == pytest.approx(800, rel=1e-12)
    assert result.others == pytest.approx((200,), rel=1e-12)


def test_a_goal_that_is_only_touched_is_found() -> None:
    catalogue = a_catalogue(("hill", "cac * (1000 - cac)", "money", "derived", "up"))
    result = seek(catalogue, {**example_28(), **values(hill=240_000)}, "hill", 250_000, "cac")
    assert result.status is Status.SOLVED
    assert result.value == pytest.approx(500, rel=1e-4)
    over = seek(catalogue, {**example_28(), **values(hill=240_000)}, "hill", 251_000, "cac")
    assert over.status is Status.UNREACHABLE
    assert over.nearest == pytest.approx(500, rel=1e-4)
    assert over.achieved == pytest.approx(250_000)


def test_a_pole_is_no_answer() -> None:
    """1 ÷ (cac − 500) jumps from −∞ to +∞ at 500 and is never 0."""
    catalogue = a_catalogue(("pole", "1 / (cac - 500)", "ratio", "derived", "up"))
    result = seek(catalogue, {**example_28(), **values(pole=0.01)}, "pole", 0, "cac")
    assert result.status is Status.UNREACHABLE


def test_the_driver_itself_as_target() -> None:
    assert seek(CATALOGUE, example_28(), "cac", 400, "cac").value == 400
    too_far = seek(CATALOGUE, example_28(), "gross_margin", 1.2, "gross_margin")
    assert (too_far.status, too_far.nearest) == (Status.UNREACHABLE, 1.0)


def test_a_target_without_value_is_refused() -> None:
    with pytest.raises(UserError, match="ltv_cac has no value, whatever cac is"):
        seek(CATALOGUE, values(cac=600, ltv=float("nan")), "ltv_cac", 3, "cac")
    assert seek(CATALOGUE, values(cac=600), "ltv", 3, "cac").achieved is None
    with pytest.raises(UserError, match="no KPI called"):
        seek(CATALOGUE, example_28(), "ltvcac", 3, "cac")


def test_a_driver_without_value_can_still_be_sought() -> None:
    result = seek(CATALOGUE, values(ltv=1600), "ltv_cac", 4, "cac")
    assert result.value == pytest.approx(400)


@given(st.floats(0.5, 40), st.sampled_from(["customer_churn_rate", "arpa", "cac", "mrr", "new_customers"]))
def test_what_is_found_meets_the_goal(goal: float, vary: str) -> None:
    result = seek(CATALOGUE, example_28(), "ltv_cac", goal, vary)
    assert result.status is Status.SOLVED
    assert result.value is not None
    check = Baseline.of(CATALOGUE, example_28()).respond(result.vary, np.array([result.value]), result.target)
    assert check[0] == pytest.approx(goal, rel=1e-9)


def test_a_loss_is_sought_below_nothing() -> None:
    lost = replace(CATALOGUE.get("revenue"), sign=-1)
    baseline = Baseline.of(Catalogue.of([lost]), values(revenue=-5))
    assert natural_bounds(baseline, lost.name) == (-5000, 0)


def test_natural_bounds_follow_the_kind_of_driver() -> None:
    catalogue = a_catalogue(("net_new_mrr", "", "money", "flow", "up"), ("nrr", "", "share", "ratio", "up"))
    baseline = Baseline.of(catalogue, values(cac=600, nrr=1.1, net_new_mrr=-5, gross_margin=0.8))
    assert natural_bounds(baseline, baseline.catalogue.get("gross_margin").name) == (0, 1)
    assert natural_bounds(baseline, baseline.catalogue.get("cac").name) == (0, 600_000)
    assert natural_bounds(baseline, baseline.catalogue.get("nrr").name) == (-1, 11)
    assert natural_bounds(baseline, baseline.catalogue.get("net_new_mrr").name) == (-5000, 5000)
    assert natural_bounds(baseline, baseline.catalogue.get("mrr").name) == (0, 1e6)


def test_a_stretch_of_zeros_counts_once() -> None:
    grid = search_grid(0, 10, None)

    def clipped(x: np.ndarray) -> np.ndarray:
        return np.clip(x, 3, 5) - 3

    assert len(roots(clipped, grid, clipped(grid), 1e-9)) == 1
    assert closest(lambda x: x + 1, grid, grid + 1) == 0


def test_declared_limits_are_kept() -> None:
    cac = replace(CATALOGUE.get("cac"), driver=DriverBounds(low=10, high=100))
    catalogue = Catalogue.of([cac])
    assert natural_bounds(Baseline.of(catalogue, values(cac=600)), cac.name) == (10, 100)
