"""The day of a change is told where days tell it, with the true day in its interval, and is not where they do not."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from kpidesk.analysis.causes import Cause
from kpidesk.analysis.day_of_change import day_of_jump, day_of_step
from kpidesk.analysis.report import why_report
from kpidesk.analysis.why import why_of
from kpidesk.analysis.why_words import sentences
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

DAYS, WITHIN = 300, (110, 190)
FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)
PLANTED = date(2024, 3, 14)


def days(seed: int, rate: float, factor: float, at: int, uneven: float = 0.0) -> np.ndarray:
    """What happens a day, at another rate from a day on; months may be uneven."""
    random = np.random.default_rng(seed)
    rates = np.full(DAYS, rate)
    rates[at:] *= factor
    if uneven:
        rates *= np.repeat(random.gamma(1 / uneven**2, uneven**2, DAYS // 30), 30)
    return random.poisson(rates).astype(float)


@pytest.mark.parametrize(
    ("rate", "factor", "uneven"), [(1.0, 3.0, 0.0), (1.0, 3.0, 0.12), (10.0, 1.5, 0.0), (4.0, 0.4, 0.05)]
)
def test_the_interval_holds_the_true_day(rate: float, factor: float, uneven: float) -> None:
    found = [
        (at, day_of_step(days(at + rate_seed, rate, factor, at, uneven), np.ones(DAYS), WITHIN, is_count=True))
        for at in range(130, 170, 2)
        for rate_seed in (0, 1000, 2000)
    ]
    told = [(at, one) for at, one in found if one is not None]
    assert len(told) >= 0.9 * len(found)
    assert sum(one.low <= at <= one.high for at, one in told) >= 0.93 * len(told)


def test_steady_days_tell_no_day() -> None:
    found = [day_of_step(days(seed, 2.0, 1.0, 150), np.ones(DAYS), WITHIN, is_count=True) for seed in range(100)]
    assert sum(one is not None for one in found) <= 1


def test_dates_that_know_only_the_month_leave_the_month_open() -> None:
    by_month = np.zeros(DAYS)
    by_month[::30] = 100.0 + np.random.default_rng(1).normal(0, 3, 10)
    by_month[150:] *= 1.5
    found = day_of_step(by_month, np.ones(DAYS), WITHIN, is_count=True)
    assert found is None or found.high - found.low >= 29


def test_the_rhythm_of_the_week_hides_no_day() -> None:
    weekday = np.arange(DAYS) % 7
    rates = np.where(weekday < 5, 40.0, 2.0) * np.where(np.arange(DAYS) < 152, 1.0, 1.5)
    happened = np.random.default_rng(3).poisson(rates).astype(float)
    found = day_of_step(happened, np.ones(DAYS), WITHIN, is_count=True)
    assert found is not None
    assert found.low <= 152 <= found.high
    assert found.high - found.low <= 7


def test_a_change_the_other_way_is_no_day_of_this_one() -> None:
    assert day_of_step(days(1, 2.0, 3.0, 150), np.ones(DAYS), WITHIN, is_count=True, sign=-1) is None


def test_a_level_that_moved_in_a_day_has_that_day_and_one_that_drifted_none() -> None:
    level = 100 + np.random.default_rng(1).normal(0, 0.05, DAYS).cumsum()
    raised = level + np.where(np.arange(DAYS) >= 147, 8.0, 0.0)
    found = day_of_jump(raised, (140, 170))
    assert found is not None
    assert (found.low, found.day, found.high) == (147, 147, 147)
    drifted = level + np.clip((np.arange(DAYS) - 140) / 30, 0, 1) * 8
    assert day_of_jump(drifted, (140, 170)) is None
    assert day_of_jump(level, (140, 170)) is None


def company(*, knows_days: bool) -> pd.DataFrame:
    """900 customers in two segments; from a day on those of one leave four times as often. Those who left return never.

    Someone comes for each who leaves, so that the stock is steady.
    """
    random = np.random.default_rng(11)
    rows = []
    for segment, hazard, price in (("Enterprise", 0.0012, 300.0), ("Solo", 0.0012, 30.0)):
        for place in range(450):
            start, turn = FIRST, 0
            while start <= LAST:
                end = start + timedelta(days=1 + int(random.exponential(1 / hazard)))
                if segment == "Enterprise" and end > PLANTED:
                    since = max(start, PLANTED)
                    end = since + timedelta(days=1 + int(random.exponential(1 / (4 * hazard))))
                rows.append((f"{segment}{place}.{turn}", start, end if end <= LAST else None, price, segment))
                start, turn = end, turn + 1
    table = pd.DataFrame(rows, columns=["customer_id", "start_date", "cancel_date", "mrr", "segment"])
    for column in ("start_date", "cancel_date"):
        table[column] = pd.to_datetime(table[column])
        if not knows_days:
            table[column] = table[column].dt.to_period("M").dt.start_time
    return table


def causes(folder: Path, *, knows_days: bool) -> tuple[Cause, dict[str, object], str]:
    """The first cause that is told of lifetime value, as data and in words."""
    engine = Engine(load_catalogue(), facts_of(folder, {"subscriptions": company(knows_days=knows_days)}, as_of=LAST))
    why = why_of(engine, engine.compute, Query(), MetricName("ltv"))
    told = why_report(why, ())["causes"]
    assert isinstance(told, list)
    return why.causes[0], told[0], " ".join(str(each) for each in sentences(why, engine.catalogue, Style()))


def test_a_cause_has_its_day_in_data_and_words(tmp_path: Path) -> None:
    cause, plain, words = causes(tmp_path, knows_days=True)
    assert (cause.driver, cause.segment) == ("customer_churn_rate", "Enterprise")
    since = cause.since
    assert since is not None
    assert since.low <= PLANTED <= since.high
    assert plain["since"] == {
        "day": since.day.isoformat(), "low": since.low.isoformat(), "high": since.high.isoformat(), "confidence": 0.95
    }  # fmt: skip
    assert f"Since about {since.day.day} Mar 2024 (" in words


def test_months_alone_claim_no_day(tmp_path: Path) -> None:
    cause, plain, words = causes(tmp_path, knows_days=False)
    assert (cause.driver, cause.since, plain["since"]) == ("customer_churn_rate", None, None)
    assert "about" not in words
