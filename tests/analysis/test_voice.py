"""Answers whose figures are known from the literature or computed by hand."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.analysis.voice import voice_of
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of


def answers():
    """Version 1 in January: 50 promoters, 30 passives, 20 detractors; version 2 in February: 7, 1 and 2."""
    scores = [10] * 30 + [9] * 20 + [8] * 18 + [7] * 12 + [6] * 10 + [0] * 10
    second = [9] * 7 + [7] * 1 + [3] * 2
    days = [date(2025, 1, 1 + i % 28) for i in range(100)] + [date(2025, 2, 1 + i) for i in range(10)]
    texts = [None] * 100 + ["slow", "  ", "love it"] + [None] * 7
    return pd.DataFrame(
        {
            "response_date": pd.to_datetime(days),
            "nps_score": [float(score) for score in scores + second],
            "version": ["v1"] * 100 + ["v2"] * 10,
            "comment": texts,
        }
    )


@pytest.fixture
def engine(tmp_path):
    return Engine(load_catalogue(), facts_of(tmp_path, {"surveys": answers()}, as_of=date(2025, 3, 30)))


@pytest.fixture
def voice(engine):
    return voice_of(engine, engine.compute, Query())


def test_spread_counts_every_score(voice):
    spread = voice.spreads["nps"]
    assert spread == {0: 10, 1: 0, 2: 0, 3: 2, 4: 0, 5: 0, 6: 10, 7: 13, 8: 18, 9: 27, 10: 30}


def test_score_by_release_with_its_published_interval(voice):
    # MeasuringU: 50 promoters, 30 passives, 20 detractors: 30, adjusted 14.05 to 44.20
    first, second, total = voice.groups["nps", "version"]
    assert (first.segment, first.value, first.n) == ("v1", 30, 100)
    assert (first.low, first.high) == (pytest.approx(14.05, abs=0.005), pytest.approx(44.20, abs=0.005))
    assert (second.segment, second.value, second.n) == ("v2", 50, 10)
    assert total.segment is None
    assert total.value == pytest.approx(100 * (57 - 22) / 110)


def test_comments_are_the_latest_first_without_blanks(voice):
    assert [each.text for each in voice.comments.latest] == ["love it", "slow"]
    assert voice.comments.total == 2
    assert voice.comments.latest[1].scores == {"nps": 9.0}
    assert voice.comments.latest[1].version == "v2"


def test_range_of_the_question_limits_single_answers(engine):
    january = Period.parse("2025-01")
    voice = voice_of(engine, engine.compute, Query(first=january, last=january))
    assert sum(voice.spreads["nps"].values()) == 100
    assert voice.comments.total == 0


def test_nothing_to_hear(tmp_path):
    spend = pd.DataFrame({"date": pd.to_datetime(["2025-01-02", "2025-02-02"]), "cost": [1.0, 2.0]})
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"spend": spend}))
    assert voice_of(engine, engine.compute, Query()).is_empty


def test_a_filter_that_does_not_tell_the_answers_is_said(tmp_path):
    days = pd.to_datetime(["2025-01-03", "2025-02-01"])
    spend = pd.DataFrame({"date": days, "channel": ["Search", "Fairs"], "amount": [500.0, 90.0]})
    facts = facts_of(tmp_path, {"surveys": answers(), "spend": spend}, as_of=date(2025, 3, 30))
    engine = Engine(load_catalogue(), facts)
    assert "channel" in facts.attributes
    with pytest.raises(UserError):
        voice_of(engine, engine.compute, Query(filters=(Filter("channel", ("Search",)),)))
