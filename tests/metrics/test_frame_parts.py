"""A stretch of an answer: the same numbers, and no more work than what is looked at."""

import numpy as np
import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import verbatim
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import ResultFrame, Series

MONTHS = tuple(Period.parse("2024-01").shifted(at) for at in range(4))
NOBODY, NO_CHURN = verbatim("nobody at the start"), verbatim("no churn")


@pytest.fixture
def frame():
    values = np.array([[np.nan, 2.0, 3.0, np.nan]])
    codes = np.array([[1, 0, 0, 2]], dtype=np.int8)
    series = {
        MetricName(name): Series(
            MetricName(name),
            values,
            values,
            gaps=NO_CHURN,
            notes=(NOBODY, NO_CHURN),
            gap_texts=(NOBODY, NO_CHURN),
            gap_codes=codes,
        )
        for name in ("mrr", "ltv")
    }
    return ResultFrame(Grain.MONTH, MONTHS, (None,), series, np.zeros(4, dtype=bool), None, "EUR")


def test_a_stretch_tells_of_itself_alone(frame):
    part = frame.until(MONTHS[2])
    assert part.periods == MONTHS[:3]
    assert part.series["mrr"].notes == (NOBODY,)
    assert part.series["mrr"].gaps == NOBODY
    assert frame.spanning(MONTHS[1:3]).series["ltv"].notes == ()
    assert frame.spanning(MONTHS[1:3]).value("ltv") == 3.0


def test_a_stretch_has_the_same_kpis_in_the_same_order(frame):
    part = frame.spanning(MONTHS[1:3])
    assert list(part.series) == ["mrr", "ltv"]
    assert len(part.series) == 2
    assert "arpu" not in part.series
    assert part.series.get(MetricName("arpu")) is None
    assert part.series["mrr"] is part.series["mrr"]
    assert part.spanning(MONTHS[2:3]).series["mrr"].values.tolist() == [[3.0]]


def test_a_stretch_cuts_only_what_is_looked_at(frame, monkeypatch):
    cut, whole = [], Series.cut
    monkeypatch.setattr(Series, "cut", lambda series, *part: cut.append(series.name) or whole(series, *part))
    part = frame.spanning(MONTHS[1:3])
    assert "mrr" in part.series
    assert part.value("ltv") == 3.0
    assert cut == ["ltv"]
