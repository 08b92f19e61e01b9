"""n beside a figure: how many things its interval stands on, counted by hand."""

import math
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


def test_n_of_a_count_told_by_the_day_is_what_was_counted_not_its_rows(tmp_path):
    found = january(tmp_path, spend=ADS, web_traffic=SEARCH, social=POSTS)
    for name, counted in (("sessions", 120), ("ad_clicks", 40), ("conversions", 4), ("social_likes", 16)):
        assert (found[name].values[-1, 0], found[name].n[-1, 0]) == (counted, counted), name


def test_money_and_time_told_by_the_day_have_no_n(tmp_path):
    traffic = SEARCH.assign(avg_session_duration=[10.0, 20.0])
    found = january(tmp_path, spend=ADS, web_traffic=traffic)
    assert (found["ad_spend"].values[-1, 0], found["session_seconds"].values[-1, 0]) == (60, 70 * 10 + 50 * 20)
    assert math.isnan(found["ad_spend"].n[-1, 0])
    assert math.isnan(found["session_seconds"].n[-1, 0])
    assert found["avg_session_duration"].n[-1, 0] == 120


def test_n_of_orders_is_the_orders_not_their_lines_and_of_revenue_its_rows(tmp_path):
    orders = pd.DataFrame(
        {
            "order_date": ["2024-01-03", "2024-01-03", "2024-01-31"],
            "order_id": ["o1", "o1", "o2"],
            "customer_id": ["x", "x", "y"],
            "amount": [10.0, 5.0, 20.0],
        }
    )
    found = january(tmp_path, orders=orders)
    assert (found["transactions"].n[-1, 0], found["customers_ordering"].n[-1, 0]) == (2, 2)
    assert (found["order_revenue"].values[-1, 0], found["order_revenue"].n[-1, 0]) == (35, 3)


def test_clicks_count_into_the_rate_only_beside_impressions_of_their_table(tmp_path):
    clicks, shown = SEARCH.drop(columns="impressions"), SEARCH.drop(columns="clicks")
    for name, search in (("clicks", clicks), ("shown", shown)):
        found = january(tmp_path / name, spend=ADS, web_traffic=search)
        assert found["ctr"].values[-1, 0] == found["ad_ctr"].values[-1, 0] == pytest.approx(40 / 2000)
        assert found["ctr"].n[-1, 0] == 2000
    assert found["impressions"].values[-1, 0] == 3000
    apart = january(tmp_path / "apart", spend=ADS.drop(columns="impressions"), web_traffic=shown)
    assert not apart["ctr"].is_computable


def test_a_month_in_which_search_lacks_impressions_has_the_rate_of_ads(tmp_path):
    months = ["2024-01-31", "2024-02-29"]
    ads = pd.DataFrame({"date": months, "cost": [1.0, 1.0], "impressions": [1000, 1000], "clicks": [10, 10]})
    search = pd.DataFrame({"date": months, "impressions": [500, None], "clicks": [20, 80], "sessions": [70, 50]})
    facts = facts_of(tmp_path, {"spend": ads, "web_traffic": search}, as_of=date(2024, 2, 29))
    found = Engine(load_catalogue(), facts).compute(Query()).series
    assert found["ctr"].values[-1].tolist() == pytest.approx([30 / 1500, 10 / 1000])
    assert found["clicks"].values[-1].tolist() == [30, 90]
