"""Builders and strategies of documents for the tests of this folder."""

from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from kpidesk.charts.spec import Annotation, ChartSpec
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.ids import DashboardId, DatasetId, DriverName, MetricName, ScenarioId, TileId
from kpidesk.core.messages import Message, Template
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.pacing import Target
from kpidesk.metrics.query import Filter
from kpidesk.scenario.correlations import Correlation
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.scenario.ranges import Range, Shape
from kpidesk.schema.model import ColumnType
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile
from kpidesk.workspace.document import Dataset, DatasetColumn, Rules, SourceRef, ViewQuery, Workspace


def a_dataset(name: str = "subs", folder: Path = Path("/data")) -> Dataset:
    finding = Finding(
        Level.WARNING,
        "ingest.unreadable",
        Message(Template("findings", "{rows|row|rows} of {column}"), rows=3, column="Plan"),
        Location("subs.csv", None, 4, 2),
        3,
    )
    return Dataset(
        DatasetId(f"{name}1"),
        name,
        "subscriptions",
        (
            DatasetColumn("customer_id", ColumnType.ID, "Customer"),
            DatasetColumn("region", ColumnType.TEXT, "地区", True),
        ),
        37,
        SourceRef(str(folder / f"{name}.csv"), None, "A1:C38", "ab12", 1200, 12.5),
        {"table": "subscriptions", "columns": [{"header": "Customer", "role": "customer_id"}]},
        (finding,),
    )


def a_workspace(*datasets: Dataset) -> Workspace:
    override = Override(DriverName("customer_churn_rate"), Kind.FACTOR, 0.5)
    chart = ChartSpec("line", (MetricName("mrr"),))
    tiles = (
        Tile(TileId("t1"), "card", MetricName("mrr")),
        Tile(TileId("t2"), "chart", chart=chart, placement=Placement(3, 0, 6, 4)),
    )
    return Workspace(
        "Acme",
        {d.id: d for d in datasets},
        {ScenarioId("s1"): Scenario(ScenarioId("s1"), "Halve churn", (override,), Period.parse("2024-06"))},
        {DashboardId("d1"): Dashboard(DashboardId("d1"), "Overview", tiles)},
        Rules("EUR", {"USD": 0.9}, date(2024, 12, 31)),
        ViewQuery(Grain.QUARTER, Period.parse("2023-Q1"), None, (Filter("region", ("北", "south")),), "year_ago"),
        (Annotation(Period.parse("2024-02"), "Price rise"),),
        {MetricName("mrr"): Target(MetricName("mrr"), 1e6, 5e5, None)},
        correlations=(Correlation(DriverName("arpa"), DriverName("cac"), -0.4),),
        ranges=(Range(DriverName("cac"), Shape.AROUND, 0.2), Range(DriverName("arpa"), Shape.PERT, 80.0, 120.0, 90.0)),
    )


names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
numbers = st.floats(allow_nan=False)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
grains = st.sampled_from(Grain)
periods = st.builds(Period.of, days, grains)
overrides = st.builds(Override, names.map(DriverName), st.sampled_from(Kind), numbers, st.booleans())
scenarios = st.builds(
    Scenario, names.map(ScenarioId), names, st.lists(overrides, max_size=3).map(tuple), st.none() | periods
)
rules = st.builds(
    Rules, st.none() | names, st.dictionaries(names, numbers, max_size=2), st.none() | days, names, st.integers(1, 400)
)
queries = st.builds(
    ViewQuery,
    grains,
    st.none() | periods,
    st.none() | periods,
    st.lists(st.builds(Filter, names, st.lists(names, max_size=3).map(tuple)), max_size=2).map(tuple),
    st.sampled_from(["previous", "year_ago"]),
)
workspaces = st.builds(
    Workspace,
    names,
    st.just({}),
    st.lists(scenarios, max_size=3).map(lambda found: {s.id: s for s in found}),
    st.just({}),
    rules,
    queries,
    st.lists(st.builds(Annotation, periods, names), max_size=2).map(tuple),
)
