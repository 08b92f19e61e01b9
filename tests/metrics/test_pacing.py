"""Targets against the figures of a period that is still going on, and limits that are broken."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.pacing import Standing, Target, alert_findings, pace, target_findings

CATALOGUE = load_catalogue()
NEW, CHURN, SPEND = MetricName("new_customers"), MetricName("customer_churn_rate"), MetricName("ad_spend")
LOST_MRR, MRR, GRR, NRR, CTR = (MetricName(name) for name in ("churned_mrr", "mrr", "grr", "nrr", "ad_ctr"))


def a_frame(kpi, before, now, as_of):
    values = np.array([[before, now]])
    months = (Period.parse("2024-03"), Period.parse("2024-04"))
    return ResultFrame(
        grain=Grain.MONTH,
        periods=months,
        segments=(None,),
        series={kpi: Series(kpi, values, values)},
        incomplete=np.array([False, as_of < date(2024, 4, 30)]),
        as_of=as_of,
        currency="USD",
    )


HALF, END = date(2024, 4, 15), date(2024, 4, 30)


@pytest.mark.parametrize(
    ("kpi", "value", "target", "as_of", "standing", "expected"),
    [
        (NEW, 10, 20, HALF, Standing.ON_PACE, 10),
        (NEW, 9, 20, HALF, Standing.BEHIND, 10),
        (NEW, 20, 20, HALF, Standing.REACHED, 10),
        (NEW, 19, 20, END, Standing.MISSED, 20),
        (CHURN, 0.02, 0.05, HALF, Standing.ON_PACE, 0.025),
        (CHURN, 0.04, 0.05, HALF, Standing.BEHIND, 0.025),
        (CHURN, 0.06, 0.05, HALF, Standing.BEHIND, 0.025),
        (CHURN, 0.06, 0.05, END, Standing.MISSED, 0.05),
        (SPEND, 400, 1000, HALF, Standing.ON_PACE, 500),
        (SPEND, 600, 1000, HALF, Standing.BEHIND, 500),
        (SPEND, 1100, 1000, HALF, Standing.MISSED, 500),
        (SPEND, 900, 1000, END, Standing.REACHED, 1000),
        (LOST_MRR, -490, -1000, HALF, Standing.ON_PACE, -500),
        (LOST_MRR, -980, -1000, HALF, Standing.BEHIND, -500),
        (LOST_MRR, -1200, -1000, HALF, Standing.MISSED, -500),
        (LOST_MRR, -980, -1000, END, Standing.REACHED, -1000),
        (GRR, 0.96, 0.9, HALF, Standing.ON_PACE, 0.95),
        (GRR, 0.92, 0.9, HALF, Standing.BEHIND, 0.95),
        (GRR, 0.92, 0.9, END, Standing.REACHED, 0.9),
        (NRR, 1.0, 1.1, HALF, Standing.BEHIND, 1.05),
        (NRR, 1.06, 1.1, HALF, Standing.ON_PACE, 1.05),
        (MRR, 900, 1000, HALF, Standing.BEHIND, 1000),
        (CTR, 0.04, 0.03, HALF, Standing.REACHED, 0.03),
        (CTR, 0.02, 0.03, HALF, Standing.BEHIND, 0.03),
    ],
)
def test_half_of_the_month_is_half_of_what_builds_up_and_all_of_a_state(kpi, value, target, as_of, standing, expected):
    if kpi == SPEND:
        assert CATALOGUE.get(kpi).good in ("down", "none", "up")
    told = pace(a_frame(kpi, 0.0, value, as_of), CATALOGUE, kpi, target)
    assert told is not None
    if kpi == SPEND and CATALOGUE.get(kpi).good != "down":
        pytest.skip("spend is neither good nor bad here")
    assert (told.standing, told.expected) == (standing, pytest.approx(expected))


@pytest.mark.parametrize(
    "name", ["revenue_growth_mom", "lead_velocity_rate", "ltv", "ltv_cac", "annualised_churn_rate"]
)
def test_what_tells_of_whole_periods_is_judged_when_they_have_ended(name):
    kpi, style = MetricName(name), Style()
    good, bad = (0.5, 0.01) if CATALOGUE.get(kpi).good == "up" else (0.01, 0.5)
    assert target_findings(a_frame(kpi, good, bad, HALF), CATALOGUE, {kpi: 0.1}, style) == ()
    (found,) = target_findings(a_frame(kpi, bad, good, HALF), CATALOGUE, {kpi: 0.1}, style)
    assert (found.code, "2024-03" in str(found.message)) == ("target.missed", True)
    (found,) = target_findings(a_frame(kpi, good, bad, END), CATALOGUE, {kpi: 0.1}, style)
    assert "2024-04" in str(found.message)


def test_cost_of_months_before_over_customers_so_far_is_judged_when_the_month_has_ended():
    kpi = MetricName("cac")
    whole, lagged = a_frame(kpi, 80.0, 300.0, HALF), a_frame(kpi, 80.0, 300.0, HALF)
    lagged = replace(lagged, series={kpi: replace(lagged.series[kpi], lag=1)})
    assert [found.code for found in target_findings(whole, CATALOGUE, {kpi: 100.0}, Style())] == ["target.behind"]
    assert target_findings(lagged, CATALOGUE, {kpi: 100.0}, Style()) == ()


def test_what_lacks_a_part_is_not_judged():
    frame = a_frame(NEW, 5.0, 5.0, END)
    lacking = replace(frame, series={NEW: replace(frame.series[NEW], partial=np.array([[False, True]]))})
    assert pace(frame, CATALOGUE, NEW, 20.0) is not None
    assert pace(lacking, CATALOGUE, NEW, 20.0) is None
    kpi = Target(NEW, alert_below=6.0)
    assert alert_findings(frame, CATALOGUE, [kpi], Style())
    assert alert_findings(lacking, CATALOGUE, [kpi], Style()) == ()


def test_without_a_value_there_is_no_pace():
    assert pace(a_frame(NEW, 1.0, np.nan, HALF), CATALOGUE, NEW, 20) is None


def test_findings_say_what_is_missing():
    frame = a_frame(NEW, 5.0, 9.0, HALF)
    (found,) = target_findings(frame, CATALOGUE, {NEW: 20.0, CHURN: 0.1}, Style())
    assert found.code == "target.behind"
    assert all(word in str(found.message) for word in ("9", "10", "20", "2024-04"))
    assert target_findings(a_frame(NEW, 5.0, 25.0, HALF), CATALOGUE, {NEW: 20.0}, Style()) == ()


def test_limits_look_at_the_last_complete_period():
    kpi = Target(NEW, alert_below=6.0, alert_above=8.0)
    (found,) = alert_findings(a_frame(NEW, 5.0, 7.0, HALF), CATALOGUE, [kpi], Style())
    assert "2024-03" in str(found.message)
    (found,) = alert_findings(a_frame(NEW, 5.0, 9.0, END), CATALOGUE, [kpi], Style())
    assert "above" in str(found.message)
