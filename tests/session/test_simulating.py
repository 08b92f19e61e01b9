"""Simulations on live numbers: a driver without a history that tells varies about what the scenario makes of it."""

import pytest
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.metrics.query import Query
from kpidesk.scenario.forecast import has_drift
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.scenario.simulation import Asked
from kpidesk.session.desk import open_desk
from kpidesk.session.simulating import simulated
from tests.ui.desk import a_company

CHURN = DriverName("customer_churn_rate")


def test_a_driver_without_a_history_varies_about_the_scenario(tmp_path):
    with open_desk(a_company(tmp_path)) as desk:
        frame, studies = desk.compute(Query()), desk.services.studies
        (driver,) = [each for each in studies.drivers(frame, ("ltv",)) if each.name == CHURN]
        assert not has_drift(driver.history)
        halved = Scenario(ScenarioId("halved"), "Halved", (Override(CHURN, Kind.FACTOR, 0.5),))
        found = simulated(studies, frame, halved, Asked("ltv", draws=200), 0)
        (churn,) = [each for each in found.ranges if each.driver == CHURN]
        half = driver.baseline / 2
        assert (churn.first, churn.likely, churn.second) == pytest.approx((0.8 * half, half, 1.2 * half))
