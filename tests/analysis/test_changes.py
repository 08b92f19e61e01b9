"""A change between two periods of a frame."""

from dataclasses import replace

import pytest
from kpidesk.analysis.changes import column_at, explain_change
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import verbatim
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue

from tests.scenario.small import a_frame

CATALOGUE = load_catalogue()
FRAME = a_frame(
    {
        "mrr": [1000, 1100, 1050, 1200],
        "new_mrr": [50, 120, 20, 200],
        "churned_mrr": [0, -20, -70, -50],
        "active_customers": [10, 11, 11, 12],
        "arpa": [100, 100, 1050 / 11, 100],
    }
)
FIRST, LAST = FRAME.periods[0], FRAME.periods[-1]


def contributions(kpi: str, first: Period, last: Period) -> dict[str, float]:
    found = explain_change(CATALOGUE, FRAME, MetricName(kpi), first, last)
    return {str(part.id): part.contribution for part in found.drivers}


def test_movements_in_between_are_summed() -> None:
    """1000 + 120 + 20 + 200 − 20 − 70 − 50 = 1200."""
    assert contributions("mrr", FIRST, LAST) == {"new_mrr": 340, "churned_mrr": -140}


def test_going_back_turns_every_sign() -> None:
    back = explain_change(CATALOGUE, FRAME, MetricName("mrr"), LAST, FIRST)
    assert (back.before, back.after, back.change) == (1200, 1000, -200)
    assert contributions("mrr", LAST, FIRST) == {"new_mrr": -340, "churned_mrr": 140}
    arpa = explain_change(CATALOGUE, FRAME, MetricName("arpa"), LAST, FRAME.periods[2])
    mrr = next(part for part in arpa.drivers if part.id == "mrr")
    assert sum(part.contribution for part in mrr.parts) == pytest.approx(mrr.contribution)


def test_no_change_from_a_period_to_itself() -> None:
    assert set(contributions("arpa", FIRST, FIRST).values()) == {0}
    assert set(contributions("mrr", FIRST, FIRST).values()) == {0}


def test_a_kpi_that_is_not_computable_says_why() -> None:
    refused = replace(FRAME.series[MetricName("arpa")], reason=verbatim("No cancelled rows."))
    frame = replace(FRAME, series={**FRAME.series, MetricName("arpa"): refused})
    found = explain_change(CATALOGUE, frame, MetricName("arpa"), FIRST, LAST)
    assert (str(found.reason), found.change) == ("No cancelled rows.", None)


def test_periods_and_kpis_outside_the_frame_are_refused() -> None:
    with pytest.raises(UserError, match="2030-01 is not among"):
        column_at(FRAME, Period.parse("2030-01"))
    with pytest.raises(UserError, match="nps is not among"):
        explain_change(CATALOGUE, FRAME, MetricName("nps"), FIRST, LAST)
    empty = replace(FRAME, periods=())
    with pytest.raises(UserError, match="2024-01 is not among"):
        column_at(empty, FIRST)
