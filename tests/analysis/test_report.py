"""What scripts read of an explanation."""

import json

import pytest
from kpidesk.analysis.report import explain_report

from tests.analysis.test_changes import CATALOGUE, FIRST, FRAME, LAST
from tests.analysis.test_segments import NAN, split_frame
from tests.scenario.small import a_frame


def test_explanation_has_the_shape_of_the_command_line() -> None:
    report = json.loads(json.dumps(explain_report(FRAME, CATALOGUE, "arpa", FRAME.periods[1], FRAME.periods[2])))
    assert (report["kpi"], report["from"], report["change"]) == ("arpa", 100, pytest.approx(1050 / 11 - 100))
    assert report["drivers"][0]["id"] == "mrr"
    assert sum(each["contribution"] for each in report["drivers"]) == pytest.approx(report["change"], abs=1e-9)
    assert {part["id"] for part in report["drivers"][0]["parts"]} == {"new_mrr", "churned_mrr"}
    assert report["segments"] == []
    assert "reason" not in report


def test_segments_and_what_they_do_not_tell_sum_to_the_change() -> None:
    frame = split_frame({"new_customers": [[10, 14], [5, 3], [16, 20]]})
    report = json.loads(json.dumps(explain_report(frame, CATALOGUE, "new_customers", *frame.periods)))
    assert report["by"] == "region"
    assert [(each["segment"], each["contribution"]) for each in report["segments"]] == [
        ("EU", 4),
        ("US", -2),
        (None, 2),
    ]


def test_a_change_that_cannot_be_told_says_why() -> None:
    frame = a_frame({"ltv": [NAN, 5]})
    report = json.loads(json.dumps(explain_report(frame, CATALOGUE, "ltv", *frame.periods), allow_nan=False))
    assert (report["from"], report["to"], report["change"], report["drivers"]) == (None, 5, None, [])
    assert report["reason"]
    unknown = split_frame({"avg_first_response_hours": [[1, 2], [3, 4], [2, 3]]})
    made_up = explain_report(unknown, CATALOGUE, "avg_first_response_hours", *unknown.periods)
    assert "not known" in str(made_up["reason"])


def test_fixture_covers_four_months() -> None:
    assert (str(FIRST), str(LAST)) == ("2024-01", "2024-04")
