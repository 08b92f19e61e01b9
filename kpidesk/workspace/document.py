"""The document: everything a user would miss, as one tree of frozen values.

Rows of data are not in it, only the names of datasets; the rows lie in immutable Parquet files beside it. So a change
is a new root that shares all untouched parts with the old one, undo is remembering, and what a change moved is found by
comparing identities.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from kpidesk.charts.spec import Annotation
from kpidesk.core.findings import Finding
from kpidesk.core.ids import DashboardId, DatasetId, MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.custom import CustomKpi
from kpidesk.metrics.pacing import Target
from kpidesk.metrics.query import Filter, Query
from kpidesk.scenario.correlations import Correlation
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.ranges import Range
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.schema.model import ColumnType
from kpidesk.workspace.dashboard import Dashboard
from kpidesk.workspace.sections import ReportPlan


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a dataset was read: file, sheet and range, and what the file was at that time.

    ``path`` is absolute while in memory; the saved file holds it relative to itself.
    """

    path: str
    sheet: str | None = None
    range: str = ""
    sha256: str = ""
    size: int = 0
    modified: float = 0.0

    def __str__(self) -> str:
        """``file › sheet``, as places in the user's own files are written."""
        file = PurePath(self.path).name
        return f"{file} › {self.sheet}" if self.sheet else file


@dataclass(frozen=True, slots=True)
class DatasetColumn:
    """A column of the stored table: ``name`` is its role, or the attribute's own name."""

    name: str
    type: ColumnType
    header: str = ""
    is_attribute: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """One imported table. ``table`` names the business table that it is read as ("other": kept, not counted).

    ``mapping`` is the accepted mapping and ``recipe`` the user's corrections (ingest.recipe.Recipe), both as plain JSON
    values, so that next month's file is read the same way.
    ``currency`` is the one that the cells themselves show, '' where they show none or several.
    """

    id: DatasetId
    name: str
    table: str
    columns: tuple[DatasetColumn, ...]
    rows: int
    source: SourceRef
    mapping: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    is_used: bool = True
    currency: str = ""
    recipe: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the data are to be read, for every KPI at once; printed on every export.

    ``rates`` are units of the workspace currency per unit of another, ``EUR`` always, ``EUR 2024-03`` from that month
    on; ``as_of`` None means found from the data.
    ``until_paid_period`` takes cancel dates for the day of the request; ``business`` says who is active, what stages
    are called, when the desk is open. ``custom`` are KPIs of the user's own.
    """

    currency: str | None = None
    rates: Mapping[str, float] = field(default_factory=dict)
    as_of: date | None = None
    profile: str = "kpidesk"
    active_window_days: int = 90
    gap_months: int = 1
    past_due_days: int = 30
    fiscal_year_starts: int = 1
    until_paid_period: bool = False
    business: BusinessRules = field(default_factory=BusinessRules)
    custom: tuple[CustomKpi, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewQuery:
    """What the context bar says: grain, range, filters, comparison, split and scenario of all pages.

    ``comparison`` is ``previous``, ``year_ago`` or ``target``; ``by`` the attribute that pages split by; ``scenario``
    the one that is shown beside the baseline. ``at`` is a period that was picked in a chart: everything is told as of
    its end, within the range, which stays.
    """

    grain: Grain = Grain.MONTH
    first: Period | None = None
    last: Period | None = None
    filters: tuple[Filter, ...] = ()
    comparison: str = "previous"
    by: str | None = None
    scenario: ScenarioId | None = None
    at: Period | None = None

    @property
    def present(self) -> "ViewQuery":
        """The same without the period that was picked, for charts that stay whole around it."""
        return self if self.at is None else replace(self, at=None)

    def narrowed(self, attribute: str, values: tuple[str, ...] = ()) -> "ViewQuery":
        """Of these values of an attribute alone, in the place of others of it; without values of all of them."""
        kept = tuple(each for each in self.filters if each.attribute != attribute)
        return replace(self, filters=(*kept, Filter(attribute, values)) if values else kept)

    def query(
        self, rules: Rules, metrics: tuple[MetricName, ...] = (), by: str | None = None, grain: Grain | None = None
    ) -> Query:
        """The question for these KPIs under the rules; another grain drops the range, which has this one's."""
        same = grain is None or grain is self.grain
        return Query(
            metrics,
            self.grain if grain is None else grain,
            self.first if same else None,
            (self.at or self.last) if same else None,
            by,
            self.filters,
            rules.as_of,
            rules.profile,
        )


@dataclass(frozen=True, slots=True)
class Workspace:
    """The root of all user work."""

    name: str = ""
    datasets: Mapping[DatasetId, Dataset] = field(default_factory=dict)
    scenarios: Mapping[ScenarioId, Scenario] = field(default_factory=dict)
    dashboards: Mapping[DashboardId, Dashboard] = field(default_factory=dict)
    rules: Rules = Rules()
    query: ViewQuery = ViewQuery()
    annotations: tuple[Annotation, ...] = ()
    targets: Mapping[MetricName, Target] = field(default_factory=dict)
    report: ReportPlan = field(default_factory=ReportPlan)
    correlations: tuple[Correlation, ...] = ()
    ranges: tuple[Range, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where nothing was imported yet."""
        return not self.datasets

    @property
    def used(self) -> tuple[Dataset, ...]:
        """The datasets that count, in order of import."""
        return tuple(d for d in self.datasets.values() if d.is_used and d.table != "other")
