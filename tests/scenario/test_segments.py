"""Changes in a part of the business: the whole is what its parts come to."""

from dataclasses import replace

import numpy as np
import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.model import Part, Scenario
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.projection import Projection
from kpidesk.scenario.segments import Segmented
from kpidesk.scenario.setting import parse_setting

from tests.scenario.small import a_catalogue, a_frame, a_series

CATALOGUE = a_catalogue()
BIG, SMALL = Part("plan", "Big"), Part("plan", "Small")
_COUNTED = ("mrr", "active_customers", "churned_customers", "new_customers", "acquisition_cost")


def by_plan() -> ResultFrame:
    """Two plans of 100 and 900 customers; together acceptance 28: 1,000 customers of 100, churn 5%, CAC 600."""
    big = _a_plan(mrr=40_000, active_customers=100, churned_customers=20, new_customers=20, acquisition_cost=12_000)
    small = _a_plan(mrr=60_000, active_customers=900, churned_customers=30, new_customers=30, acquisition_cost=18_000)
    whole = _a_plan(**{name: big[name] + small[name] for name in _COUNTED})
    frame = a_frame({name: [value] * 4 for name, value in whole.items()})
    series = {MetricName(name): a_series(name, [[each[name]] * 4 for each in (small, big, whole)]) for name in whole}
    return replace(frame, segments=("Small", "Big", None), series=series, by="plan")


def _a_plan(**counted: float) -> dict[str, float]:
    churn, arpa = (
        counted["churned_customers"] / counted["active_customers"],
        counted["mrr"] / counted["active_customers"],
    )
    cac, margin = counted["acquisition_cost"] / counted["new_customers"], 0.8
    ltv = arpa * margin / churn
    return counted | {
        "starting_customers": counted["active_customers"], "customer_churn_rate": churn, "retention_rate": 1 - churn,
        "arpa": arpa, "gross_margin": margin, "ltv": ltv, "cac": cac, "ltv_cac": ltv / cac,
        "cac_payback_months": cac / (arpa * margin),
    }  # fmt: skip


def whole() -> ResultFrame:
    frame = by_plan()
    series = {name: a_series(name, [each.values[-1].tolist()]) for name, each in frame.series.items()}
    return replace(frame, segments=(None,), series=series, by=None)


def segmented() -> Segmented:
    return Segmented(CATALOGUE, Baseline.of_frame(CATALOGUE, whole()), {"plan": by_plan()})


def a_scenario(*settings: str) -> Scenario:
    return Scenario(ScenarioId("s"), "", tuple(parse_setting(text) for text in settings))


def test_halved_churn_of_one_plan_is_its_customers_fewer_in_the_whole() -> None:
    found = segmented().supposed(a_scenario("customer_churn_rate[plan=Big]=x0.5").active).values
    assert found[MetricName("churned_customers")] == 40  # 10 + 30
    assert found[MetricName("customer_churn_rate")] == pytest.approx(0.04)
    assert found[MetricName("ltv")] == pytest.approx(100 * 0.8 / 0.04)
    assert found[MetricName("ltv_cac")] == pytest.approx(2000 / 600)
    assert found[MetricName("cac_payback_months")] == pytest.approx(7.5)


@pytest.mark.parametrize(
    "settings",
    [
        ("customer_churn_rate[plan=Big]=x0.5",),
        ("arpa[plan=Small]=+10%", "cac[plan=Big]=-20%"),
        ("customer_churn_rate=x0.5", "arpa[plan=Small]=+10%"),
        ("customer_churn_rate=2.5%", "new_customers[plan=Big]=x2", "customer_churn_rate[plan=Big]=10%"),
    ],
)
def test_parts_add_up_to_the_whole(settings: tuple[str, ...]) -> None:
    scenario = a_scenario(*settings)
    total = segmented().supposed(scenario.active).values
    parts = segmented().every_part("plan", scenario.active)
    assert [each.part for each in parts] == [SMALL, BIG]
    for name in map(MetricName, _COUNTED):
        assert sum(each.scenario[name] for each in parts) == pytest.approx(total[name], rel=1e-12), name
        assert sum(each.baseline[name] for each in parts) == pytest.approx(whole().value(name), rel=1e-12), name


def test_a_change_in_every_part_is_the_change_of_the_whole() -> None:
    each = segmented().supposed(a_scenario("arpa[plan=Big]=+10%", "arpa[plan=Small]=+10%").active).values
    everywhere = segmented().supposed(a_scenario("arpa=+10%").active).values
    for name, value in everywhere.items():
        assert each[name] == pytest.approx(value, rel=1e-12), name


def test_customers_of_several_plans_count_once_in_the_whole() -> None:
    """Two thirds of what the plans count together: the same change in all plans is that of the whole."""
    frame = by_plan()
    doubled = [[900 * 1.5] * 4, [100 * 1.5] * 4, [1000] * 4]
    series = {**frame.series, MetricName("active_customers"): a_series("active_customers", doubled)}
    shared = Segmented(
        CATALOGUE, Baseline.of_frame(CATALOGUE, whole()), {"plan": replace(frame, series=series)}
    ).supposed(a_scenario("active_customers[plan=Big]=x2", "active_customers[plan=Small]=x2").active)
    assert shared.values[MetricName("active_customers")] == pytest.approx(2000)


def test_order_of_changes_in_parts_does_not_matter() -> None:
    texts = ("customer_churn_rate[plan=Big]=x0.5", "arpa[plan=Small]=+10%", "cac=-20%")
    one, other = (segmented().supposed(a_scenario(*order).active).values for order in (texts, texts[::-1]))
    assert {name: pytest.approx(value, rel=1e-12) for name, value in one.items()} == other


def test_path_moves_by_what_the_part_comes_to() -> None:
    projection = Projection(CATALOGUE, whole(), None, 12)
    path = segmented().path(projection, a_scenario("customer_churn_rate[plan=Big]=x0.5"))
    customers = MetricName("active_customers")
    # Alone, 100 customers with 20 new ones stay 100 at 20% and go towards 200 at 10%.
    expected = [100 * 0.9**t + 20 * (1 - 0.9**t) / 0.1 - 100 for t in range(1, 13)]
    assert (path.scenario[customers] - path.baseline[customers]).tolist() == pytest.approx(expected)
    for name, values in projection.under(a_scenario()).scenario.items():
        assert np.array_equal(values, path.baseline[name], equal_nan=True)


def test_nothing_changed_in_a_part_is_the_baseline() -> None:
    found = segmented().supposed(a_scenario("customer_churn_rate[plan=Big]=x1").active).values
    assert found == segmented().supposed(()).values


def test_part_or_driver_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="There is no part plan = Huge"):
        segmented().supposed(a_scenario("arpa[plan=Huge]=+10%").active)
    with pytest.raises(UserError, match="There is no part country = DE"):
        segmented().supposed(a_scenario("arpa[country=DE]=+10%").active)
    with pytest.raises(UserError, match="moves nothing that parts add up to"):
        segmented().supposed(a_scenario("gross_margin[plan=Big]=90%").active)


def test_each_change_starts_and_grows_by_itself() -> None:
    projection = Projection(CATALOGUE, whole(), None, 6)
    path = projection.under(a_scenario("gross_margin=x0.5@2024-07", "cac=x0.5~2")).scenario
    assert path[MetricName("gross_margin")].tolist() == pytest.approx([0.8, 0.8, 0.4, 0.4, 0.4, 0.4])
    assert path[MetricName("cac")].tolist() == pytest.approx([450, 300, 300, 300, 300, 300])
    twice = projection.under(a_scenario("cac=x0.5", "cac=+100@2024-08")).scenario
    assert twice[MetricName("cac")].tolist() == pytest.approx([300, 300, 300, 400, 400, 400])
