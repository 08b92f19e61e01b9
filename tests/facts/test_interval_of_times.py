"""Nothing takes less than no time and no order is worth less than nothing: such intervals end at 0."""

import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company


def test_the_interval_of_a_mean_time_does_not_fall_below_nought(company: Company) -> None:
    """1, 1 and 31 days: 11 ± 4.303 · 17.32 / √3, which is −32 to 54."""
    company.add("customers", "customer_id signup_date", *((who, "2024-01-01") for who in "abc"))
    company.add("events", "user_id event_time", ("a", "2024-01-02"), ("b", "2024-01-02"), ("c", "2024-02-01"))
    name = "time_to_active_days"
    told = Engine(load_catalogue(), company.facts()).compute(Query(metrics=(name,), grain=Grain.MONTH)).series[name]
    assert told.values[-1][0] == pytest.approx(11)
    assert told.low is not None
    assert told.high is not None
    assert told.low[-1][0] == 0
    assert told.high[-1][0] == pytest.approx(54.03, abs=0.01)


def test_the_interval_of_an_order_value_does_not_fall_below_nought(company: Company) -> None:
    """1, 1 and 100: 34 ± 4.3027 · 57.158 / √3, which is −108 to 175.99."""
    company.add("orders", "order_id order_date amount", *((n, "2024-01-05", x) for n, x in enumerate((1, 1, 100))))
    told = Engine(load_catalogue(), company.facts()).compute(Query(metrics=("aov",), grain=Grain.MONTH)).series["aov"]
    assert told.low is not None
    assert told.high is not None
    assert told.low[0][0] == 0
    assert told.high[0][0] == pytest.approx(175.99, abs=0.01)
