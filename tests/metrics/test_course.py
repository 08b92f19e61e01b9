"""How KPIs go within their period, by kind and formula: what may be judged before it has ended, and against what."""

import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.course import Course, Way, course_of

CATALOGUE = load_catalogue()
LEVEL, OPEN, FROM_NOUGHT, FROM_ALL = Course(Way.LEVEL), Course(Way.OPEN), Course(Way.BUILDS), Course(Way.BUILDS, 1.0)


@pytest.mark.parametrize(
    ("names", "course"),
    [
        ("new_customers churned_mrr acquisition_cost net_new_mrr revenue", FROM_NOUGHT),
        ("customer_churn_rate revenue_churn_rate net_revenue_churn_rate support_staff_needed", FROM_NOUGHT),
        ("retention_rate loyalty grr nrr", FROM_ALL),
        ("mrr arr active_customers arpa recurring_revenue", LEVEL),
        ("ctr cac cpm win_rate nps dau avg_first_response_hours quick_ratio", LEVEL),
        ("revenue_growth_mom revenue_growth_yoy previous_revenue lead_velocity_rate", OPEN),
        ("ltv ltv_cac customer_lifetime_months annualised_churn_rate stickiness", OPEN),
    ],
)
def test_course_of_the_catalogue(names, course):
    found = {name: course_of(CATALOGUE, MetricName(name), Grain.MONTH) for name in names.split()}
    assert found == dict.fromkeys(names.split(), course)


@pytest.mark.parametrize("grain", list(Grain))
def test_every_kpi_has_a_course_at_every_grain(grain):
    for name in CATALOGUE.definitions:
        assert course_of(CATALOGUE, name, grain).way in Way
