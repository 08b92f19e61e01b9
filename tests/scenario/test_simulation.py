"""Monte Carlo: what is drawn has the distribution that was asked for, and the same seed gives the same numbers."""

import math
import warnings

import numpy as np
import pytest
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import Array
from kpidesk.scenario.draws import draw
from kpidesk.scenario.forecast import Drift, drift_of
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.projection import Projection
from kpidesk.scenario.ranges import Range, Shape, parse_range, rank_correlation
from kpidesk.scenario.simulation import Asked, Outcomes, simulate
from statsmodels.tsa.api import SimpleExpSmoothing

from tests.scenario.small import CHURN, a_scenario
from tests.scenario.test_projection import CATALOGUE, steady_company

CAC, ARPA = DriverName("cac"), DriverName("arpa")


def outcomes(*ranges: Range, target: str = "ltv_cac", seed: int = 1, draws: int = 10_000, **changes: str) -> Outcomes:
    frame = steady_company()
    baseline, projection = Baseline.of_frame(CATALOGUE, frame), Projection(CATALOGUE, frame, None, 24)
    asked = Asked(target, ("mrr", "active_customers", "ltv_cac"), draws, seed)
    return simulate(baseline, projection, a_scenario(**changes), ranges, asked)


def drawn(each: Range, centre: float = 1.0) -> Array:
    random = np.random.default_rng(7)
    return draw([each], [centre], np.eye(1), (200_000, 12), random).levels[MetricName(each.driver)] * centre


def test_product_of_lognormals_has_its_analytic_mean() -> None:
    """LTV/CAC is ARPA ÷ CAC times a constant: the mean of a lognormal quotient is median × e^((s² + t²) ÷ 2)."""
    found = outcomes(Range(ARPA, Shape.LOGNORMAL, 100, 0.2), Range(CAC, Shape.LOGNORMAL, 600, 0.3), draws=200_000)
    assert found.centre == pytest.approx(1600 / 600)
    assert found.values.mean() == pytest.approx(1600 / 600 * math.exp((0.2**2 + 0.3**2) / 2), rel=5e-3)
    # P(LTV/CAC ≥ 3) = Φ(ln(2.667 ÷ 3) ÷ √(0.2² + 0.3²)) = Φ(−0.3267) = 0.3720.
    assert found.chance(3.0) == pytest.approx(0.3720, abs=0.005)
    assert found.chance(3.0, is_at_least=False) == pytest.approx(1 - 0.3720, abs=0.005)
    assert found.percentile(50) == pytest.approx(1600 / 600, rel=0.01)


def test_same_seed_gives_the_same_numbers_and_another_others() -> None:
    some = (Range(CHURN, Shape.TRIANGULAR, 0.03, 0.08, 0.05), Range(CAC, Shape.OWN, drift=Drift(0.4, 0.1)))
    one, same, other = outcomes(*some), outcomes(*some), outcomes(*some, seed=2)
    assert np.array_equal(one.values, same.values)
    assert all(np.array_equal(one.fan[name], same.fan[name]) for name in one.fan)
    assert not np.array_equal(one.values, other.values)


@pytest.mark.parametrize(
    ("each", "mean", "deviation"),
    [
        (Range(CHURN, Shape.TRIANGULAR, 0.0, 1.0, 0.25), 1.25 / 3, math.sqrt((1 + 0.0625 - 0.25) / 18)),
        (Range(CHURN, Shape.NORMAL, 5.0, 2.0), 5.0, 2.0),
        (
            Range(CHURN, Shape.LOGNORMAL, 5.0, 0.1),
            5 * math.exp(0.005),
            5 * math.exp(0.005) * math.sqrt(math.expm1(0.01)),
        ),
        # PERT: mean (least + 4 likely + most) ÷ 6, variance (mean − least)(most − mean) ÷ 7.
        (Range(CHURN, Shape.PERT, 1.0, 7.0, 2.0), 16 / 6, math.sqrt((16 / 6 - 1) * (7 - 16 / 6) / 7)),
    ],
)
def test_draws_have_mean_and_deviation_of_their_shape(each: Range, mean: float, deviation: float) -> None:
    values = drawn(each)
    assert values.mean() == pytest.approx(mean, rel=5e-3)
    assert values.std() == pytest.approx(deviation, rel=1e-2)
    if each.shape in (Shape.TRIANGULAR, Shape.PERT):
        assert each.first <= values.min() <= values.max() <= each.second


@pytest.mark.parametrize("wanted", [-0.7, 0.3, 0.9])
def test_draws_have_the_rank_correlation_asked_for(wanted: float) -> None:
    ranges = [Range(CHURN, Shape.TRIANGULAR, 0.0, 1.0, 0.2), Range(CAC, Shape.LOGNORMAL, 600, 0.4)]
    correlation = np.array([[1, wanted], [wanted, 1]])
    levels = draw(ranges, [1, 1], correlation, (50_000, 12), np.random.default_rng(3)).levels
    ranks = [np.argsort(np.argsort(levels[MetricName(each.driver)])) for each in ranges]
    assert np.corrcoef(*ranks)[0, 1] == pytest.approx(wanted, abs=0.015)


def test_impossible_correlations_become_the_nearest_possible() -> None:
    """Three drivers cannot all run against one another."""
    ranges = [Range(DriverName(name), Shape.NORMAL, 1.0, 0.1) for name in ("a", "b", "c")]
    against = np.full((3, 3), -0.9) + 1.9 * np.eye(3)
    levels = draw(ranges, [1, 1, 1], against, (20_000, 12), np.random.default_rng(3)).levels
    assert all(np.isfinite(each).all() and each.std() == pytest.approx(0.1, rel=0.05) for each in levels.values())


def test_own_history_widens_as_the_model_says() -> None:
    drift = Drift(0.5, 0.1)
    paths = drift.paths(np.random.default_rng(5).standard_normal((100_000, 12)))
    assert np.allclose(np.log(paths).std(axis=0), drift.spread(12), rtol=0.02)
    assert drift.spread(3).tolist() == pytest.approx([0.1, 0.1 * math.sqrt(1.25), 0.1 * math.sqrt(1.5)])
    low, high = drift.band(100.0, 12)
    assert float((100 * paths[:, 11] > high[11]).mean()) == pytest.approx(0.1, abs=0.005)
    assert float((100 * paths[:, 11] < low[11]).mean()) == pytest.approx(0.1, abs=0.005)


def test_drift_of_a_history_is_found_again() -> None:
    random = np.random.default_rng(11)
    shocks = random.standard_normal(36) * 0.05
    history = 100 * np.exp(shocks + 0.6 * (np.cumsum(shocks) - shocks))
    found = drift_of(history.tolist())
    assert found is not None
    assert found.alpha == pytest.approx(0.6, abs=0.35)
    assert found.sigma == pytest.approx(0.05, rel=0.3)
    assert drift_of([5.0] * 20) == Drift(0.0, 0.0)
    assert drift_of([1.0, 2.0, 3.0]) is None
    assert drift_of([0.0, *[1.0] * 12]) is None


@pytest.mark.parametrize("seed", range(12))
def test_smoothing_is_that_of_statsmodels_or_fits_better(seed: int) -> None:
    """statsmodels walks downhill from one start; where two valleys are, it may stay in the higher one."""
    random = np.random.default_rng(seed)
    size, kept = int(random.integers(8, 37)), float(random.uniform())
    shocks = random.standard_normal(size) * 0.1
    logs = 3 + shocks + kept * (np.cumsum(shocks) - shocks)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says when it did not converge
        theirs = SimpleExpSmoothing(logs, initialization_method="estimated").fit(optimized=True)
    ours = drift_of(np.exp(logs).tolist())
    assert ours is not None
    squares = ours.sigma**2 * (size - 2)
    assert squares <= theirs.sse * (1 + 1e-6)
    if squares >= theirs.sse * (1 - 1e-6):
        assert ours.alpha == pytest.approx(theirs.params["smoothing_level"], abs=0.01)


def test_fan_has_its_middle_on_the_path_and_is_ordered() -> None:
    found = outcomes(Range(CHURN, Shape.LOGNORMAL, 0.025, 0.2), customer_churn_rate="x0.5")
    mrr = found.fan[MetricName("mrr")]
    assert (np.diff(mrr, axis=0) >= 0).all()
    path = Projection(CATALOGUE, steady_company(), None, 24).under(a_scenario(customer_churn_rate="x0.5"))
    assert np.allclose(mrr[2], path.scenario[MetricName("mrr")], rtol=5e-3)
    assert (np.diff(mrr[4] - mrr[0]) > 0).all()


def test_drawn_paths_are_the_paths_of_their_values() -> None:
    """One draw at twice the churn is the scenario of twice the churn."""
    twice = outcomes(Range(CHURN, Shape.NORMAL, 0.1, 0.0), Range(CAC, Shape.NORMAL, 300, 0.0), draws=3)
    path = Projection(CATALOGUE, steady_company(), None, 24).under(a_scenario(customer_churn_rate="10%", cac="300"))
    for name, fan in twice.fan.items():
        assert np.allclose(fan, path.scenario[name], rtol=1e-12)
    assert twice.values.tolist() == pytest.approx([800 / 300] * 3)


def test_cancel_stops_it() -> None:
    frame, progress = steady_company(), Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        simulate(Baseline.of_frame(CATALOGUE, frame), None, a_scenario(), [], Asked("ltv_cac"), progress=progress)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("triangular:2%,5%,9%", Range(CHURN, Shape.TRIANGULAR, 0.02, 0.09, 0.05)),
        ("PERT: 1, 2, 3", Range(CHURN, Shape.PERT, 1, 3, 2)),
        ("normal:500,40", Range(CHURN, Shape.NORMAL, 500, 40)),
        ("lognormal:500,0.1", Range(CHURN, Shape.LOGNORMAL, 500, 0.1)),
        ("own", Range(CHURN, Shape.OWN)),
    ],
)
def test_range_is_read(text: str, expected: Range) -> None:
    assert parse_range(CHURN, text) == expected


@pytest.mark.parametrize("text", ["", "uniform:1,2", "normal:1", "triangular:3,2,1", "lognormal:-1,1", "pert:a,b,c"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is not a range"):
        parse_range(CHURN, text)


def test_correlation_of_histories_is_that_of_their_moves() -> None:
    up = [1.0, 3, 2, 5, 4, 7, 9, 8, 12, 10, 15, 13, 18]
    found = rank_correlation([up, [2 * each for each in up], [-each for each in up], [1.0, 2.0]])
    assert found.tolist() == np.eye(4).tolist()  # the shortest history decides how many months are compared
    found = rank_correlation([up, [2 * each for each in up], [-each for each in up]], fewest=5)
    assert found[0].tolist() == pytest.approx([1, 1, -1])


def test_what_moves_by_the_same_step_each_month_goes_with_nothing() -> None:
    straight = [float(month) for month in range(20)]
    wavy = [float(month % 3) for month in range(20)]
    assert rank_correlation([straight, wavy]).tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_around_is_about_what_the_scenario_makes_of_the_driver() -> None:
    assert parse_range("cac", "around:20%") == Range(CAC, Shape.AROUND, 0.2)
    found = outcomes(Range(CAC, Shape.AROUND, 0.2), target="cac", cac="x0.5")
    assert found.ranges == (Range(CAC, Shape.PERT, 240.0, 360.0, 300.0),)
    assert 240 <= found.values.min() <= found.values.max() <= 360
    fixed = outcomes(Range(CAC, Shape.AROUND, 0.0), target="cac", cac="x0.5")
    assert fixed.values == pytest.approx(np.full(10_000, 300.0))


@pytest.mark.parametrize("text", ["around:", "around:-1", "around:1,2", "around:inf"])
def test_what_is_no_share_around_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_range("cac", text)
