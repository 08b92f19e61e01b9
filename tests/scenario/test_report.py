"""What scripts read of a what-if and of a goal."""

import json

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.scenario.report import goal_report, whatif_report
from kpidesk.scenario.setting import parse_setting

from tests.scenario.small import a_catalogue, a_frame, example_28
from tests.scenario.test_projection import CATALOGUE, steady_company

HALF = (parse_setting("customer_churn_rate=x0.5"),)


def test_what_if_has_the_shape_of_the_command_line() -> None:
    report = json.loads(json.dumps(whatif_report(steady_company(), CATALOGUE, HALF)))
    assert report["at"] == "2024-04"
    assert report["changes"] == {"customer_churn_rate": [0.05, 0.025]}
    assert (report["baseline"]["ltv"], report["scenario"]["ltv"]) == (1600, 3200)
    assert (report["baseline"]["cac_payback_months"], report["scenario"]["cac_payback_months"]) == (7.5, 7.5)
    assert [month["period"] for month in report["path"]][::11] == ["2024-05", "2025-04"]
    assert round(report["path"][-1]["baseline"]["active_customers"], 1) == 1000.0
    assert round(report["path"][-1]["scenario"]["active_customers"], 1) == 1262.0
    assert report["notes"]


def test_what_if_says_null_where_no_value_is_left() -> None:
    report = whatif_report(steady_company(), CATALOGUE, (parse_setting("customer_churn_rate=0"),), horizon=2)
    assert json.loads(json.dumps(report, allow_nan=False))["scenario"]["ltv"] is None


def test_what_if_at_another_period_and_without_a_path() -> None:
    frame = a_frame({str(name): [value, value * 2] for name, value in example_28().items()}, incomplete=1)
    assert whatif_report(frame, a_catalogue(), HALF, horizon=0)["path"] == []
    assert whatif_report(frame, a_catalogue(), (), horizon=0)["at"] == "2024-01"
    later = whatif_report(frame, a_catalogue(), (), Period.parse("2024-02"), horizon=0)
    assert later["at"] == "2024-02"
    with pytest.raises(UserError, match="2023-02"):
        whatif_report(frame, a_catalogue(), (), Period.parse("2023-02"))


def test_goal_has_the_shape_of_the_command_line() -> None:
    report = json.loads(json.dumps(goal_report(steady_company(), CATALOGUE, "ltv_cac", 3, "customer_churn_rate")))
    assert report["status"] == "solved"
    assert report["value"] == pytest.approx(0.0444444, abs=1e-6)
    assert report["nearest"] is None
    assert report["achieved"] == pytest.approx(3)
    none = goal_report(steady_company(), CATALOGUE, "cac_payback_months", 3, "customer_churn_rate")
    assert (none["status"], none["value"], none["achieved"]) == ("independent", None, 7.5)
