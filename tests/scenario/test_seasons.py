"""Seasons of new customers: told from what was planted, none in noise, and the identities of the path with them."""

import numpy as np
import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.carry import carry_customers
from kpidesk.scenario.projection import Projection
from kpidesk.scenario.seasons import FEWEST, seasonal_indices, seasons_of

from tests.scenario.small import a_frame, a_scenario
from tests.scenario.test_projection import CATALOGUE

PLANTED = np.array([1.5, 0.8, 1.0, 1.1, 0.9, 0.7, 0.6, 0.8, 1.3, 1.2, 1.4, 1.0])
PLANTED = PLANTED / np.exp(np.log(PLANTED).mean())


def seasonal_company(months: int = 36, growth: float = 1.0) -> ResultFrame:
    """1,000 customers, some 50 new ones a month by season, 5% churn."""
    start = Period.parse("2021-01").index
    joined = 50 * PLANTED[(start + np.arange(months)) % 12] * growth ** np.arange(months)
    flat = {"active_customers": 1000, "starting_customers": 1000, "churned_customers": 50, "customer_churn_rate": 0.05,
            "mrr": 100_000, "starting_mrr": 100_000, "arpa": 100, "gross_margin": 0.8, "churned_mrr": -5000,
            "expansion_mrr": 0, "contraction_mrr": 0, "reactivation_mrr": 0, "arpa_new": 100}  # fmt: skip
    columns = {name: [value] * months for name, value in flat.items()}
    cost = {"new_customers": joined, "new_mrr": joined * 100, "acquisition_cost": joined * 600, "cac": [600] * months}
    return a_frame(columns | {name: list(values) for name, values in cost.items()})


def test_planted_indices_come_back_whatever_the_growth() -> None:
    values = 40 * 1.03 ** np.arange(48) * np.tile(PLANTED, 4)
    found = seasonal_indices(values, 0)
    assert found is not None
    np.testing.assert_allclose(found, PLANTED, rtol=1e-9)


def test_indices_begin_with_january_wherever_history_begins() -> None:
    values = 40 * PLANTED[(5 + np.arange(30)) % 12]
    found = seasonal_indices(values, 5)
    assert found is not None
    np.testing.assert_allclose(found, PLANTED, rtol=1e-9)


def test_noise_is_rarely_taken_for_seasons_and_noisy_seasons_are_shrunk() -> None:
    random = np.random.default_rng(7)
    noise = [seasonal_indices(np.exp(random.normal(4, 0.2, 36)), 0) for _ in range(400)]
    assert sum(found is not None for found in noise) <= 10  # 1% is 4; 10 is its 99.7th percentile
    found = seasonal_indices(np.tile(PLANTED, 3) * np.exp(random.normal(0, 0.2, 36)), 0)
    assert found is not None
    assert np.log(found).std() < 1.1 * np.log(PLANTED).std()
    assert np.isclose(np.prod(found), 1)


def test_none_with_less_than_two_years_or_a_gap() -> None:
    assert seasons_of(seasonal_company(FEWEST), FEWEST - 1) is not None
    assert seasons_of(seasonal_company(FEWEST), FEWEST - 2) is None
    frame = seasonal_company(36)
    frame.series[MetricName("new_customers")].values[0, 20] = 0
    assert seasons_of(frame, 35) is None


def test_nothing_changed_is_the_baseline_to_the_last_bit() -> None:
    path = Projection(CATALOGUE, seasonal_company(), None, 24).under(a_scenario())
    for name, values in path.baseline.items():
        assert np.array_equal(values, path.scenario[name], equal_nan=True), name


def test_customers_won_are_the_last_month_by_season() -> None:
    frame = seasonal_company()
    projection = Projection(CATALOGUE, frame, None, 24)
    joined = projection.baseline[MetricName("new_customers")]
    column = frame.last_complete
    assert column is not None
    last = float(frame.series[MetricName("new_customers")].values[0, column])
    months = [period.start.month - 1 for period in projection.periods]
    at = frame.periods[column].start.month - 1
    np.testing.assert_allclose(joined, last * PLANTED[months] / PLANTED[at], rtol=1e-9)
    flow = carry_customers(1000.0, np.full(24, 0.05), joined, np.zeros(24))
    np.testing.assert_allclose(projection.baseline[MetricName("active_customers")], flow.active, rtol=1e-12)
    np.testing.assert_allclose(projection.baseline[MetricName("cac")], 600, rtol=1e-9)


@pytest.mark.parametrize("text", ["x1.2", "+20%"])
def test_a_change_of_new_customers_is_in_proportion_in_every_month(text: str) -> None:
    path = Projection(CATALOGUE, seasonal_company(), None, 24).under(a_scenario(new_customers=text))
    name = MetricName("new_customers")
    np.testing.assert_allclose(path.scenario[name], path.baseline[name] * 1.2, rtol=1e-12)


def test_the_path_says_which_seasons() -> None:
    path = Projection(CATALOGUE, seasonal_company(), None, 24).under(a_scenario())
    said = [str(note) for note in path.notes]
    assert any("36 months of history" in note and "-01 ×1.5" in note and "-07 ×0.6" in note for note in said), said


def test_a_part_goes_with_the_seasons_of_the_whole() -> None:
    whole = Projection(CATALOGUE, seasonal_company(), None, 12)
    part = Projection(CATALOGUE, seasonal_company(12), None, 12, whole=whole)
    assert part.seasons is whole.seasons
