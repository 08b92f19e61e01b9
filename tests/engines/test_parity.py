"""The same facts and measures on this computer and in an engine elsewhere: every figure is equal."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.metrics.cohorts import Kept
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import Series
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.study_report import study_report
from kpidesk.session.desk import Desk
from kpidesk.session.local_backend import fact_inputs, fact_rules
from kpidesk.store.engines import open_engine
from kpidesk.store.remote import RemoteStore

from tests.engines.places import created, parquet_of, table_name

pytestmark = [
    pytest.mark.engines,
    pytest.mark.timeout(900),
    # Spark's bridge leaves a socket behind for each result that it brings.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

VIEWS = (
    Query(metrics=(), grain=Grain.MONTH),
    Query(metrics=(), grain=Grain.MONTH, by="plan"),
    Query(metrics=(), grain=Grain.QUARTER, filters=(Filter("segment", ("Team",)),)),
)


STUDIED = (
    ("cohorts", Query(), Kept.CUSTOMERS),
    ("cohorts", Query(grain=Grain.QUARTER), Kept.NET_REVENUE),
    ("cohorts", Query(), Kept.USERS),
    ("survival", Query(by="plan"), Kept.CUSTOMERS),
    ("funnel", Query(), Kept.CUSTOMERS),
    ("bridge", Query(by="plan"), Kept.CUSTOMERS),
    ("bridge", Query(grain=Grain.QUARTER), Kept.CUSTOMERS),
)


@pytest.fixture(scope="module")
def on_postgres(company: Desk, postgres: str) -> Iterator[Engine]:
    yield from in_postgres(postgres, company)


@pytest.fixture(scope="module")
def on_spark(company: Desk) -> Iterator[Engine]:
    yield from in_spark(company)


@pytest.fixture(scope="module")
def abroad_on_postgres(abroad: Desk, postgres: str) -> Iterator[Engine]:
    yield from in_postgres(postgres, abroad)


@pytest.fixture(scope="module")
def abroad_on_spark(abroad: Desk) -> Iterator[Engine]:
    yield from in_spark(abroad)


def in_postgres(address: str, company: Desk) -> Iterator[Engine]:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(address, autocommit=True) as connection, connection.cursor() as cursor:
        for dataset in company.document.datasets.values():
            statement, rows = created(company, dataset)
            cursor.execute(statement)
            with cursor.copy(f"COPY {table_name(dataset)} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    store = RemoteStore(open_engine(address))
    yield engine_over(store, company)
    store.close()


def in_spark(company: Desk) -> Iterator[Engine]:
    sql = pytest.importorskip("pyspark.sql", reason="the extra spark is not installed")
    driver = open_engine("spark://local")
    session = sql.SparkSession.getActiveSession()
    for dataset in company.document.datasets.values():
        session.read.parquet(str(parquet_of(company, dataset))).createOrReplaceTempView(table_name(dataset))
    store = RemoteStore(driver)
    yield engine_over(store, company)
    store.close()


def engine_over(store: RemoteStore, company: Desk) -> Engine:
    """The company's tables known to the store, its facts made there."""
    listed = list(company.document.datasets.values())
    for dataset in listed:
        store.register(dataset.id, table_name(dataset), {column.name: column.name for column in dataset.columns})
    rules = company.document.rules
    facts = build_facts(store, fact_inputs(listed), fact_rules(rules), rules.as_of, Progress())
    return Engine(company.catalogue, facts)


@pytest.mark.parametrize("query", VIEWS, ids=["months", "by plan", "quarters of a segment"])
@pytest.mark.parametrize("place", ["on_postgres", "on_spark"])
def test_every_kpi_is_equal(
    company: Desk, place: str, query: Query, request: pytest.FixtureRequest, record_property: Callable[..., None]
) -> None:
    far = request.getfixturevalue(place).compute(query)
    near = company.engine.compute(query)

    different = [name for name in near.series if not same(near.series[name], far.series[name])]

    record_property("compared", len(near.series))
    assert far.segments == near.segments
    assert far.periods == near.periods
    assert not different


@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.QUARTER])
@pytest.mark.parametrize("place", ["abroad_on_postgres", "abroad_on_spark"])
def test_exchange_rates_by_month_are_equal(
    abroad: Desk, place: str, grain: Grain, request: pytest.FixtureRequest
) -> None:
    far = request.getfixturevalue(place)
    for query in (Query(grain=grain), Query(grain=grain, by="plan")):
        one, other = abroad.engine.compute(query), far.compute(query)
        assert np.nansum(np.abs(one.series[MetricName("fx_mrr")].values)) > 0
        assert not [name for name in one.series if not same(one.series[name], other.series[name])]


@pytest.mark.parametrize(("name", "query", "kept"), STUDIED, ids=[f"{s[0]} {s[1].grain.value}" for s in STUDIED])
@pytest.mark.parametrize("place", ["on_postgres", "on_spark"])
def test_every_study_is_equal(
    company: Desk, place: str, name: str, query: Query, kept: Kept, request: pytest.FixtureRequest
) -> None:
    far, near = request.getfixturevalue(place).facts, company.engine.facts
    one, other = (study_report(facts, name, query, kept) for facts in (near, far))
    assert one.head == other.head
    assert len(one.rows) == len(other.rows) > 0
    for a, b in zip(one.rows, other.rows, strict=True):
        for x, y in zip(a, b, strict=True):
            assert x == (pytest.approx(y, rel=1e-9, abs=1e-9) if isinstance(y, float) else y)


def same(near: Series, far: Series) -> bool:
    """Both refused, or equal in value, observations and interval."""
    if near.is_computable != far.is_computable:
        return False
    if not near.is_computable:
        return True
    pairs = [(near.values, far.values), (near.n, far.n)]
    for one, other in ((near.low, far.low), (near.high, far.high)):
        if (one is None) != (other is None):
            return False
        if one is not None and other is not None:
            pairs.append((one, other))
    return all(np.allclose(a, b, rtol=1e-9, atol=1e-9, equal_nan=True) for a, b in pairs)


def test_the_company_computes_most_of_the_catalogue(company: Desk) -> None:
    """So that parity says something: a comparison of refusals would be none."""
    frame = company.engine.compute(Query(metrics=(), grain=Grain.MONTH))
    assert sum(series.is_computable for series in frame.series.values()) > 0.75 * len(frame.series)
