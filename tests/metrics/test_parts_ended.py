"""A sum of which one part ends before another is marked as incomplete, with all that rests on it."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.schema.business_rules import BusinessRules

from tests.metrics.real_facts import facts_of

MONTHS = [f"2024-0{month}" for month in range(1, 7)]
SUBSCRIPTIONS = pd.DataFrame(
    [(f"c{i}", f"{month}-05", None, 100.0) for i, month in enumerate(MONTHS)],
    columns=["customer_id", "start_date", "cancel_date", "mrr"],
)


def spend(months):
    channels = ["Search" if at % 2 else "Social" for at in range(len(months))]
    return pd.DataFrame({"date": [f"{month}-10" for month in months], "cost": 2800.0, "channel": channels})


def sales(months, cost=5000.0):
    rows = [(f"{month}-01", "sales_cost", cost) for month in months]
    return pd.DataFrame(rows, columns=["month", "metric", "value"])


def asked(tmp_path, spent, sold, grain=Grain.MONTH, lag=0, **more):
    tables = {"subscriptions": SUBSCRIPTIONS, "spend": spend(spent), "monthly_metrics": sales(sold)}
    rules = FactRules(business=BusinessRules(cac_lag_months=lag))
    facts = facts_of(tmp_path, tables, as_of=date(2024, 6, 30), rules=rules)
    return Engine(load_catalogue(), facts).compute(Query(grain=grain, **more))


def marked(frame, name, row=-1):
    """The periods whose figure is there and said to be incomplete."""
    found = [at for at in range(len(frame.periods)) if frame.is_incomplete(name, row, at)]
    return [str(frame.periods[at])[-2:] for at in found]


@pytest.mark.parametrize(("spent", "sold"), [(MONTHS[:5], MONTHS), (MONTHS, MONTHS[:5])])
def test_cost_of_which_one_sheet_ends_earlier_is_incomplete_and_what_rests_on_it(tmp_path, spent, sold):
    frame = asked(tmp_path, spent, sold)
    assert frame.series["acquisition_cost"].values[-1, 4] == 7800
    assert marked(frame, "acquisition_cost") == marked(frame, "cac") == ["06"]
    assert marked(frame, "cac_payback_months") == ["06"]
    assert marked(frame, "new_customers") == []
    assert any("one of several parts" in str(note) for note in frame.series["cac"].notes)


def test_a_month_between_that_lacks_a_part_is_incomplete(tmp_path):
    frame = asked(tmp_path, MONTHS, [month for month in MONTHS if month != "2024-03"])
    assert marked(frame, "acquisition_cost") == ["03"]


def test_what_was_not_told_before_its_first_month_is_not_missed(tmp_path):
    frame = asked(tmp_path, MONTHS, MONTHS[3:])
    assert frame.series["acquisition_cost"].values[-1].tolist() == [2800] * 3 + [7800] * 3
    assert marked(frame, "acquisition_cost") == []
    assert frame.series["acquisition_cost"].notes == asked(tmp_path / "all", MONTHS, MONTHS).series["cac"].notes


def test_a_quarter_whose_month_lacks_a_part_is_incomplete(tmp_path):
    assert marked(asked(tmp_path, MONTHS[:5], MONTHS, Grain.QUARTER), "acquisition_cost") == ["Q2"]
    assert marked(asked(tmp_path / "none", MONTHS[:3], MONTHS, Grain.QUARTER), "acquisition_cost") == ["Q2"]


def test_a_cost_of_the_month_before_is_marked_where_it_is_used(tmp_path):
    frame = asked(tmp_path, MONTHS, [month for month in MONTHS if month != "2024-03"], lag=1)
    assert marked(frame, "acquisition_cost") == ["03"]
    assert marked(frame, "cac") == ["04"]
    lags = {name: frame.series[name].lag for name in ("acquisition_cost", "cac", "cac_payback_months")}
    assert lags == {"acquisition_cost": 0, "cac": 1, "cac_payback_months": 1}


def test_segments_that_never_had_a_part_do_not_miss_it(tmp_path):
    frame = asked(tmp_path, MONTHS, MONTHS[:5], by="channel")
    assert marked(frame, "acquisition_cost", frame.segments.index("Search")) == []
    assert marked(frame, "acquisition_cost") == ["06"]


def test_a_part_that_is_silent_for_long_is_over_and_not_missed(tmp_path):
    months = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)][:18]
    frame = asked(tmp_path, months[:11], months)
    assert frame.series["acquisition_cost"].values[-1, 10:].tolist() == [7800] + [5000] * 7
    assert marked(frame, "acquisition_cost") == marked(frame, "cac") == []
    lately = asked(tmp_path / "lately", months[:12], months)
    assert marked(lately, "acquisition_cost") == ["01", "02", "03", "04", "05", "06"]
