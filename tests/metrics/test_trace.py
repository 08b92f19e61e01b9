"""The rows behind a number recompute it; the tree of numbers closes."""

from datetime import date

import numpy as np
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.planner import Origin
from kpidesk.metrics.query import Filter, Query

from tests.metrics.fake_facts import FakeFacts, ledger, monthly, rows_table


def facts():
    plans = {f"c{i}": "Pro" if i % 3 else "Basic" for i in range(30)}
    rows = [(f"c{i}", f"2024-0{1 + i % 3}-05", f"2024-0{4 + i % 3}-10" if i % 2 else None, 10 + i) for i in range(30)]
    rows += [(f"c{i}", "2024-05-02", None, 5) for i in range(0, 30, 4)]
    spend = rows_table(
        day=["2024-04-01", "2024-05-03", "2024-05-09"],
        cost=[50_00, 10_00, 20_00],
        clicks=[5, 7, 1],
        impressions=[9, 9, 9],
    )
    orders = rows_table(
        day=["2024-04-01", "2024-05-01", "2024-05-02", "2024-05-02"],
        c=np.array([1, 1, 2, 2], dtype=np.int32),
        order_id=["a", "b", "c", "c"],
        amount=[100, 200, 300, 400],
    )
    surveys = rows_table(day=["2024-05-02"] * 4, nps_score=[10.0, 9.0, 3.0, 8.0], ces_score=[1.0, 2.0, 3.0, 6.0])
    return ledger(
        rows, plans, as_of=date(2024, 6, 30), spend=spend, orders=orders, revenue=orders.copy(), surveys=surveys
    )


def recomputed(rows):
    counted = [row[-1] for row in rows.rows]
    match rows.aggregate:
        case "sum":
            return float(sum(counted))
        case "count_distinct":
            return float(len(set(counted)))
        case "mean":
            return float(np.mean(counted))
        case "last":
            return float(counted[-1])
        case _:
            raise AssertionError(rows.aggregate)


def measured(engine, grain):
    frame = engine.compute(Query(grain=grain))
    definitions = engine.catalogue.definitions
    return [n for n, s in frame.series.items() if s.is_computable and definitions[n].measures and not s.given]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("period", "filters"),
    [("2024-05", (Filter("plan", ("Pro",)),)), ("2024-Q2", ()), ("snapshot", ()), ("2024-05-02", ())],
)
def test_the_rows_behind_every_measure_recompute_it(period, filters):
    at = Period.parse(period)
    query = Query(grain=at.grain, filters=filters)
    engine = Engine(load_catalogue(), facts())
    frame = engine.compute(query)
    checked = 0
    for name in measured(engine, at.grain):
        value = frame.value(name, at)
        if value is not None:
            rows = engine.rows(name, query, at)
            assert recomputed(rows) == pytest.approx(value), name
            assert rows.total == len(rows.rows)
            checked += 1
    assert checked >= (10 if filters else 20)


def test_the_rows_of_a_segment_are_those_of_its_filter():
    engine = Engine(load_catalogue(), facts())
    at = Period.parse("2024-05")
    split = Query(by="plan", metrics=("mrr",))
    assert recomputed(engine.rows("mrr", split, at, "Basic")) == engine.compute(split).value("mrr", at, "Basic")


def test_a_ratio_has_a_list_for_each_part_with_file_and_row():
    engine = Engine(load_catalogue(), facts())
    rows = engine.rows("cpc", Query(), Period.parse("2024-05"))
    assert [part.name for part in rows.parts] == ["ad_spend", "ad_clicks"]
    assert rows.parts[0].columns[:2] == ("src", "row_no")
    assert [row[1] for row in rows.parts[0].rows] == [1, 2]
    assert rows.parts[0].sources == ("book.xlsx",)


def test_rows_may_be_limited_and_say_how_many_there_are():
    rows = Engine(load_catalogue(), facts()).rows("mrr", Query(), Period.parse("2024-03"), limit=5)
    assert len(rows.rows) == 5
    assert rows.total == 30


def test_rows_of_a_kpi_that_a_sheet_gives():
    given = FakeFacts({"monthly": monthly(capex={"2024-01": 5, "2024-02": 6})}, as_of=date(2024, 2, 29))
    engine = Engine(load_catalogue(), given)
    assert recomputed(engine.rows("capex", Query(), Period.parse("2024-02"))) == 6
    assert recomputed(engine.rows("capex", Query(grain=Grain.QUARTER), Period.parse("2024-Q1"))) == 11
    assert engine.rows("ltv", Query(), Period.parse("2024-02")).rows == ()


def test_the_tree_of_ltv_holds_the_numbers_of_its_formula():
    engine = Engine(load_catalogue(), facts())
    tree = engine.explain("ltv", Query(), Period.parse("2024-05"))
    parts = {part.name: part for part in tree.parts}
    assert tree.formula == "arpa * gross_margin / monthly(customer_churn_rate)"
    assert tree.value == pytest.approx(
        parts["arpa"].value * parts["gross_margin"].value / parts["customer_churn_rate"].value
    )
    assert parts["gross_margin"].origin is Origin.FALLBACK
    lost, start = parts["customer_churn_rate"].parts
    assert lost.origin is Origin.MEASURE
    assert start.parts[0].value == start.value
    assert tree.low < tree.value < tree.high


def test_the_tree_says_why_there_is_no_value():
    engine = Engine(load_catalogue(), facts())
    tree = engine.explain("cac", Query(), Period.parse("2024-06"))
    assert tree.value is None
    assert "reach" in str(tree.why) or "new customers" in str(tree.why)


def test_a_period_outside_is_refused():
    engine = Engine(load_catalogue(), facts())
    with pytest.raises(LookupError):
        engine.explain("mrr", Query(), Period.parse("2030-01"))
