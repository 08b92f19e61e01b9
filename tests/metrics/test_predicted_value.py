"""The predicted value of customers without contracts, from orders as a sheet has them."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.purchases import Buyers, fit_buying, fit_spending
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of
from tests.metrics.test_purchases import CUT, cdnow

AS_OF = date(2024, 6, 30)


def a_shop(buyers: int = 300, seed: int = 7) -> pd.DataFrame:
    """Orders of buyers who each go on for some time at some pace; every second one belongs to the north."""
    random = np.random.default_rng(seed)
    rows = []
    for number in range(buyers):
        day = date(2024, 1, 1) + timedelta(days=int(random.integers(0, 60)))
        pace, stops, worth = random.gamma(1.5, 0.5), random.beta(1.0, 3.0), random.gamma(6.0, 5.0)
        while day <= AS_OF:
            rows.append(
                (f"b{number}", day, round(random.gamma(6.0, worth / 6.0) + 1, 2), ("north", "south")[number % 2])
            )
            if random.random() < stops:
                break
            day += timedelta(days=1 + int(7 * random.exponential(1 / pace)))
    return pd.DataFrame(rows, columns=["customer_id", "order_date", "amount", "region"])


def by_hand(orders: pd.DataFrame) -> pd.Series:
    """The expected spending of each buyer in twelve months, with the buyers' numbers made here."""
    days = orders.groupby(["customer_id", "order_date"]).amount.sum().reset_index().sort_values("order_date")
    rows = {}
    for buyer, own in days.groupby("customer_id"):
        first, last, repeats = own.order_date.iloc[0], own.order_date.iloc[-1], len(own) - 1
        value = own.amount.iloc[1:].mean() if repeats else np.nan
        rows[buyer] = (repeats, (last - first).days / 7, (AS_OF - first).days / 7, value)
    buyers = Buyers(*np.array(list(rows.values()), dtype=np.float64).T)
    buying, spending = fit_buying(buyers), fit_spending(buyers)
    assert buying is not None
    assert spending is not None
    return pd.Series(buying.expected(buyers, 365.25 / 7) * spending.expected(buyers), index=list(rows))


def test_the_mean_of_what_the_models_expect_of_each_buyer(tmp_path):
    orders = a_shop()
    expected = by_hand(orders)
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"orders": orders}, as_of=AS_OF))
    frame = engine.compute(Query(("clv_predicted",)))
    assert frame.value("clv_predicted", Period.parse("2024-06")) == pytest.approx(expected.mean(), rel=1e-4)
    assert frame.series["clv_predicted"].n[-1, -1] == 300
    assert np.isnan(frame.series["clv_predicted"].values[-1, :-1]).all()
    assert "last known period" in str(frame.series["clv_predicted"].gap(-1, 0))

    split = engine.compute(Query(("clv_predicted",), by="region"))
    regions = orders.groupby("customer_id").region.first()
    for region in ("north", "south"):
        mean = expected[regions.index[regions == region]].mean()
        assert split.value("clv_predicted", Period.parse("2024-06"), region) == pytest.approx(mean, rel=1e-4)


def test_too_few_who_came_back_give_no_value_and_the_reason(tmp_path):
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"orders": a_shop(20)}, as_of=AS_OF))
    frame = engine.compute(Query(("clv_predicted",)))
    assert frame.value("clv_predicted") is None
    assert "30" in str(frame.series["clv_predicted"].gap(-1, -1))


@pytest.mark.realdata
def test_cdnow_from_its_orders(tmp_path: Path, real_data: Path) -> None:
    """What the published parameters expect of the sample's buyers, from the orders themselves."""
    file = real_data / "real" / "b-cdnow" / "CDNOW_sample.txt"
    lines = [line.split() for line in file.read_text(encoding="ascii").splitlines()]
    rows = [(b, date(int(d[:4]), int(d[4:6]), int(d[6:])), float(a)) for _, b, d, _, a in lines]
    orders = pd.DataFrame(rows, columns=["customer_id", "order_date", "amount"])
    found = Engine(load_catalogue(), facts_of(tmp_path, {"orders": orders}, as_of=CUT)).compute(
        Query(("clv_predicted",), as_of=CUT)
    )
    buyers = cdnow(file)
    buying, spending = fit_buying(buyers), fit_spending(buyers)
    assert buying is not None
    assert spending is not None
    expected = float(np.mean(buying.expected(buyers, 365.25 / 7) * spending.expected(buyers)))
    assert found.series["clv_predicted"].n[-1, -1] == 2357
    assert found.value("clv_predicted", Period.parse("1997-09")) == pytest.approx(expected, rel=1e-3)
