"""n beside a figure: how many things its interval stands on, counted by hand."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

JANUARY = date(2024, 1, 31)
ADS = pd.DataFrame(
    {
        "date": ["2024-01-01", "2024-01-31"],
        "cost": [30.0, 30.0],
        "impressions": [1200, 800],
        "clicks": [30, 10],
        "conversions": [3, 1],
    }
)
SEARCH = pd.DataFrame(
    {"date": ["2024-01-01", "2024-01-31"], "impressions": [600, 400], "clicks": [15, 5], "sessions": [70, 50]}
)
POSTS = pd.DataFrame({"date": ["2024-01-01", "2024-01-31"], "impressions": [3000, 2000], "likes": [7, 9]})


def january(tmp_path, grain=Grain.MONTH, **tables):
    facts = facts_of(tmp_path, tables, as_of=JANUARY)
    return Engine(load_catalogue(), facts).compute(Query(grain=grain)).series


def test_n_of_the_click_through_rate_is_what_it_divides_by_without_posts(tmp_path):
    found = january(tmp_path, spend=ADS, web_traffic=SEARCH, social=POSTS)["ctr"]
    assert found.values[-1, 0] == pytest.approx(60 / 3000)
    assert found.n[-1, 0] == 3000
    # Wilson by hand: centre .0206140, half .0050441.
    assert (found.low[-1, 0], found.high[-1, 0]) == pytest.approx((0.015570, 0.025658), abs=1e-6)


def test_n_of_a_win_rate_is_the_deals_that_closed(tmp_path):
    deals = pd.DataFrame(
        {
            "deal_id": ["a", "b", "c", "d"],
            "created_date": ["2024-01-02"] * 4,
            "closed_date": ["2024-01-05", "2024-01-08", "2024-01-31", None],
            "stage": ["Closed Won", "Closed Lost", "Closed Lost", "Proposal"],
        }
    )
    found = january(tmp_path, deals=deals)["win_rate"]
    assert (found.values[-1, 0], found.n[-1, 0]) == (pytest.approx(1 / 3), 3)
