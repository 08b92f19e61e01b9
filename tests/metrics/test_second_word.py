"""A figure that the user's own sheet gives otherwise says so beside it; one that it gives alike does not."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of

MONTHS = ("2024-01-01", "2024-02-01", "2024-03-01")


def engine(tmp_path, *said, as_of=date(2024, 3, 31)):
    """Two customers at 50 from January, one of 100 more in February: MRR 100, 200, 200."""
    rows = [
        ("a", "s", "2024-01-03", None, 50.0),
        ("b", "s", "2024-01-05", None, 50.0),
        ("c", "l", "2024-02-02", None, 100.0),
    ]
    table = pd.DataFrame(rows, columns=["customer_id", "plan", "start_date", "cancel_date", "mrr"])
    sheet = pd.DataFrame({"month": MONTHS[: len(said)], "metric": "mrr", "value": said})
    return Engine(load_catalogue(), facts_of(tmp_path, {"subscriptions": table, "monthly_metrics": sheet}, as_of=as_of))


def notes(frame, name="mrr"):
    return [str(note) for note in frame.series[name].notes if "Your own sheet" in str(note)]


def test_a_sheet_that_says_otherwise_is_told_with_how_far(tmp_path):
    frame = engine(tmp_path, 100.0, 200.0, 150.0).compute(Query())
    assert frame.series["mrr"].values[-1].tolist() == [100, 200, 200]
    assert notes(frame) == ["Your own sheet says 150.00 for 2024-03 (−25.0%): compare the sources."]
    assert notes(frame, "arpa") == []


@pytest.mark.parametrize("said", [(100.0, 200.0, 200.0), (100.0, 200.0, 201.5), (7.0, 7.0, 200.0)])
def test_a_sheet_that_agrees_in_the_last_month_says_nothing(tmp_path, said):
    assert notes(engine(tmp_path, *said).compute(Query())) == []


def test_only_whole_months_of_which_both_speak_are_compared(tmp_path):
    frame = engine(tmp_path, 100.0, 190.0, 20.0, as_of=date(2024, 3, 9)).compute(Query())
    assert notes(frame) == ["Your own sheet says 190.00 for 2024-02 (−5.0%): compare the sources."]


def test_a_part_of_the_business_is_not_held_against_the_sheet_of_the_whole(tmp_path):
    desk = engine(tmp_path, 100.0, 200.0, 150.0)
    assert notes(desk.compute(Query(filters=(Filter("plan", ("s",)),)))) == []
    assert notes(desk.compute(Query(grain=Grain.SNAPSHOT))) == []
