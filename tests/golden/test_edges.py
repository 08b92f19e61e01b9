"""What holds of every KPI whatever is missing, nought, in another currency, without a month or in another order."""

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType
from tests.golden import small_companies
from tests.golden.test_kpis import BY_HAND, DESK, LAST
from tests.metrics.real_facts import facts_of

pytestmark = pytest.mark.thorough
CATALOGUE, SCHEMA = load_catalogue(), load_schema()
Tables = Mapping[str, pd.DataFrame]
COMPANIES = sorted(BY_HAND)
SIGNED = {"customer", "order", "user"}
RATE = 1.25


def company(name: str) -> Tables:
    return getattr(small_companies, name)()


def computed(folder, name: str, tables: Tables, rules: FactRules = DESK, grain: Grain = Grain.MONTH) -> ResultFrame:
    return Engine(CATALOGUE, facts_of(folder, tables, as_of=LAST[name], rules=rules)).compute(Query(grain=grain))


def check_sane(frame: ResultFrame) -> None:
    """Every cell has a number that can be, or says why it has none."""
    for name, series in frame.series.items():
        definition = CATALOGUE.definitions[name]
        if not series.is_computable:
            assert str(series.reason), name
            continue
        for column in range(len(frame.periods)):
            value = series.values[-1, column]
            assert not np.isinf(value), name
            if np.isnan(value):
                assert str(series.gap(-1, column)), name
                continue
            if definition.is_bounded:
                assert -1e-9 <= value <= 1 + 1e-9, (name, value)
            if definition.measures and str(definition.unit) in SIGNED and "transfer" not in name:
                assert value >= 0, (name, value)
            for bound, sign in ((series.low, -1), (series.high, 1)):
                if bound is not None and not np.isnan(bound[-1, column]):
                    assert sign * (bound[-1, column] - value) >= -1e-9, (name, value, bound[-1, column])


def same(one: ResultFrame, other: ResultFrame) -> None:
    assert one.periods == other.periods
    for name, series in one.series.items():
        again = other.series[name]
        assert series.is_computable == again.is_computable, name
        assert np.allclose(series.values, again.values, rtol=1e-6, atol=2e-2, equal_nan=True), name


def mapped(tables: Tables, change: Callable[[str, pd.DataFrame], pd.DataFrame]) -> Tables:
    return {name: change(name, table.copy()) for name, table in tables.items()}


def money_of(table: str, frame: pd.DataFrame) -> list[str]:
    roles = SCHEMA.tables[table].roles
    return [name for name in frame.columns if name in roles and roles[name].type is ColumnType.MONEY]


def is_number(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and values.dtype != bool


@pytest.mark.parametrize("name", COMPANIES)
@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.QUARTER])
def test_where_every_number_is_nought(tmp_path, name, grain):
    def nought(table: str, frame: pd.DataFrame) -> pd.DataFrame:
        for column in frame.columns:
            if is_number(frame[column]) and not column.endswith(("score", "_id")):
                frame[column] = 0.0
        return frame

    check_sane(computed(tmp_path, name, mapped(company(name), nought), grain=grain))


@pytest.mark.parametrize("name", COMPANIES)
def test_where_a_month_is_missing(tmp_path, name):
    gone = pd.Period(LAST[name], freq="M") - (1 if LAST[name].month > 1 else 0)

    def without(table: str, frame: pd.DataFrame) -> pd.DataFrame:
        days = [c for c in frame.columns if c in ("date", "month") or c.endswith(("_date", "_time"))]
        if not days:
            return frame
        return frame[pd.to_datetime(frame[days[0]]).dt.to_period("M") != gone]

    tables = {table: frame for table, frame in mapped(company(name), without).items() if len(frame)}
    if tables:
        check_sane(computed(tmp_path, name, tables))


@pytest.mark.parametrize("name", COMPANIES)
def test_in_any_order_of_the_rows(tmp_path, name):
    whole = computed(tmp_path / "whole", name, company(name))
    check_sane(whole)
    shuffled = mapped(company(name), lambda _, frame: frame.sample(frac=1, random_state=3))
    same(whole, computed(tmp_path / "shuffled", name, shuffled))


@pytest.mark.parametrize("name", COMPANIES)
def test_half_in_another_currency_is_the_same_as_converted_before(tmp_path, name):
    """Sheets of money alone have a currency; a sheet by month and other figures are in that of the answers."""

    def abroad(table: str, frame: pd.DataFrame) -> pd.DataFrame:
        money = money_of(table, frame)
        if not money or table == "monthly_metrics" or "currency" in frame:
            return frame
        frame["currency"] = ["EUR" if i % 2 else "USD" for i in range(len(frame))]
        rate = np.where(frame["currency"] == "EUR", RATE, 1.0)
        for column in money:
            frame[column] = frame[column].astype(float) / rate
        return frame

    rules = FactRules(currency="USD", rates={"EUR": RATE}, business=DESK.business)
    home = computed(tmp_path / "home", name, company(name))
    same(home, computed(tmp_path / "abroad", name, mapped(company(name), abroad), rules))


@pytest.mark.parametrize("name", COMPANIES)
def test_without_one_of_its_tables_and_with_it_empty(tmp_path, name):
    for number, gone in enumerate(company(name)):
        rest = {table: frame for table, frame in company(name).items() if table != gone}
        emptied = {**company(name), gone: company(name)[gone].head(0)}
        without = computed(tmp_path / f"without{number}", name, rest) if rest else None
        if without is None:
            continue
        check_sane(without)
        same(without, computed(tmp_path / f"empty{number}", name, emptied))


def test_on_the_first_day_of_all(tmp_path):
    tables = {"subscriptions": small_companies.table("customer_id start_date mrr", ("a", "2024-01-01", 10.0))}
    frame = Engine(CATALOGUE, facts_of(tmp_path, tables, as_of=date(2024, 1, 1), rules=DESK)).compute(Query())
    check_sane(frame)
    assert frame.value("mrr") == 10
