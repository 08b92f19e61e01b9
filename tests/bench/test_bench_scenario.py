"""Budgets of what-if: a slider moves at 16 ms a frame, and the numbers are to take the least of it."""

from collections.abc import Callable

import numpy as np
import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.evaluation import evaluate
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.goal_seek import seek_from
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.projection import Projection
from pytest_benchmark.fixture import BenchmarkFixture

from tests.scenario.small import a_frame, a_scenario

pytestmark = pytest.mark.bench

FIVE_CHANGES = {
    "customer_churn_rate": "x0.5", "arpa": "+10%", "cac": "-20%", "gross_margin": "x0.9", "new_customers": "x1.5",
}  # fmt: skip


def a_company_with_everything(catalogue: Catalogue, months: int = 36) -> ResultFrame:
    """A value in every month for every KPI that has one, so that each formula is evaluated."""
    rng = np.random.default_rng(7)
    leaves = {
        name: rng.uniform(0.4, 0.6, months) if definition.unit.kind == "share" else rng.uniform(900, 1100, months)
        for name, definition in catalogue.definitions.items()
        if definition.expr is None
    }
    for name in ("contraction_mrr", "churned_mrr"):
        leaves[MetricName(name)] = -leaves[MetricName(name)] / 50
    values = evaluate(catalogue, leaves | {MetricName("churned_customers"): np.full(months, 30.0)}, Grain.MONTH)
    return a_frame({str(name): each.tolist() for name, each in values.items()})


def timed(benchmark: BenchmarkFixture, work: Callable[[], object], most_ms: float) -> None:
    benchmark.pedantic(work, rounds=200, warmup_rounds=5)
    assert benchmark.stats is not None
    assert benchmark.stats["median"] * 1000 < most_ms


def test_sixty_months_of_all_formulas_with_five_changes(benchmark: BenchmarkFixture) -> None:
    catalogue = load_catalogue()
    projection = Projection(catalogue, a_company_with_everything(catalogue), None, 60)
    assert len(projection.baseline) > 150
    timed(benchmark, lambda: projection.under(a_scenario(**FIVE_CHANGES)), 5)


def test_building_the_baseline_path(benchmark: BenchmarkFixture) -> None:
    catalogue = load_catalogue()
    frame = a_company_with_everything(catalogue)
    timed(benchmark, lambda: Projection(catalogue, frame, None, 60), 50)


def test_steady_state_of_five_changes(benchmark: BenchmarkFixture) -> None:
    catalogue = load_catalogue()
    baseline = Baseline.of_frame(catalogue, a_company_with_everything(catalogue))
    timed(benchmark, lambda: baseline.under(a_scenario(**FIVE_CHANGES)), 3)


def test_goal_seek(benchmark: BenchmarkFixture) -> None:
    catalogue = load_catalogue()
    baseline = Baseline.of_frame(catalogue, a_company_with_everything(catalogue))
    timed(benchmark, lambda: seek_from(baseline, "ltv_cac", 3, "customer_churn_rate"), 100)
