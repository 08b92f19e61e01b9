"""Channels of small tables whose figures are computed by hand."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.analysis.channels import channel_table, split_of
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of


def tables():
    """In March 4 customers by Google Ads (spelt in two ways), 2 by Partner, 1 of unknown origin; €600 + €100 + €50."""
    start = pd.Timestamp("2025-03-05")
    channels = ["Google Ads", "google-ads", "google-ads", "Google Ads", "Partner", "Partner", None]
    customers = pd.DataFrame({"customer_id": [f"C{i}" for i in range(7)], "channel": channels})
    ledger = pd.DataFrame(
        {
            "customer_id": customers["customer_id"],
            "start_date": [start] * 7,
            "end_date": [pd.NaT] * 7,
            "mrr": [100.0] * 7,
        }
    )
    spend = pd.DataFrame(
        {
            "date": [pd.Timestamp("2025-03-10")] * 3,
            "channel": ["Google Ads", "Partner", None],
            "cost": [600.0, 100.0, 50.0],
        }
    )
    return {"customers": customers, "subscriptions": ledger, "spend": spend}


@pytest.fixture
def engine(tmp_path):
    return Engine(load_catalogue(), facts_of(tmp_path, tables(), as_of=date(2025, 3, 31)))


def test_what_cost_nothing_is_paid_back_at_once_and_has_no_ltv_cac(tmp_path):
    """0 ÷ (ARPA × margin) is 0, as on the KPI's own page; by a cost of 0 nothing can be divided."""
    free = tables()
    free["spend"]["cost"] = [600.0, 0.0, 50.0]
    table = table_of(Engine(load_catalogue(), facts_of(tmp_path, free, as_of=date(2025, 3, 31))))
    partner = next(row for row in table.rows if row.name == "Partner").values
    assert (partner["acquisition_cost"], partner["cac"], partner["cac_payback_months"]) == (0, 0, 0)
    assert "ltv_cac" not in partner


def test_nobody_new_in_a_month_is_0_in_every_channel_not_unknown(tmp_path):
    """All of March's customers stay, and April has none that are new."""
    two = tables()
    two["spend"] = pd.concat([two["spend"], two["spend"].assign(date=pd.Timestamp("2025-04-10"))], ignore_index=True)
    engine = Engine(load_catalogue(), facts_of(tmp_path, two, as_of=date(2025, 4, 30)))
    table = channel_table(engine.compute, engine.catalogue, Query(by="channel"), Period.parse("2025-04"))
    assert "new_customers" in table.columns
    assert {row.values["new_customers"] for row in table.rows} == {0}


def table_of(engine):
    return channel_table(engine.compute, engine.catalogue, Query(by="channel"), Period.parse("2025-03"))


def test_spellings_of_one_channel_are_one_row_and_told(engine):
    table = table_of(engine)
    assert [row.name for row in table.rows] in (["google-ads", "Partner"], ["Google Ads", "Partner"])
    assert len(table.notes) == 1
    assert "Google Ads" in str(table.notes[0])
    assert "google-ads" in str(table.notes[0])
    google = table.rows[0].values
    assert google["new_customers"] == 4
    assert google["acquisition_cost"] == 600
    assert google["cac"] == pytest.approx(150)


def test_ratio_of_the_total_is_of_the_sums_not_the_sum_of_ratios(engine):
    total = table_of(engine).total.values
    assert total["new_customers"] == 7
    assert total["acquisition_cost"] == 750
    assert total["cac"] == pytest.approx(750 / 7)


def test_cost_and_customers_of_no_channel_are_a_row_of_their_own(engine):
    rest = table_of(engine).unassigned.values
    assert rest["acquisition_cost"] == pytest.approx(50)
    assert rest["new_customers"] == pytest.approx(1)
    assert "cac" not in rest


def test_a_sum_that_the_channels_explain_whole_leaves_0_and_not_no_value(tmp_path):
    found = tables()
    found["customers"] = found["customers"].fillna({"channel": "Partner"})
    engine = Engine(load_catalogue(), facts_of(tmp_path, found, as_of=date(2025, 3, 31)))
    rest = table_of(engine).unassigned.values
    assert rest["new_customers"] == 0
    assert rest["acquisition_cost"] == pytest.approx(50)


def test_sums_of_rows_and_rest_are_the_total(engine):
    table = table_of(engine)
    rows = (*table.rows, table.unassigned)
    for name in ("new_customers", "acquisition_cost"):
        assert sum(row.values.get(name, 0.0) for row in rows) == pytest.approx(table.total.values[name])


def test_return_counts_revenue_of_every_spelling_of_a_paid_channel(engine):
    # March: 4 customers × €100 of MRR against €600, 2 × €100 against €100; together (600 − 700) ÷ 700
    table = table_of(engine)
    assert table.rows[0].values["channel_roi"] == pytest.approx((400 - 600) / 600)
    assert table.rows[1].values["channel_roi"] == pytest.approx((200 - 100) / 100)
    assert table.total.values["channel_roi"] == pytest.approx((600 - 700) / 700)


def test_no_channel_no_table(tmp_path):
    found = tables()
    found = {name: table.drop(columns="channel", errors="ignore") for name, table in found.items()}
    engine = Engine(load_catalogue(), facts_of(tmp_path, found, as_of=date(2025, 3, 31)))
    assert split_of(engine.attributes) is None
    with pytest.raises(UserError):
        channel_table(engine.compute, engine.catalogue, Query(by="channel"))
