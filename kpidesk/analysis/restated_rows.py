"""Which changed rows lie behind a past figure that changed: those among the rows that it is, or was, computed from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpidesk.analysis.restatement import FigureChange
from kpidesk.core.findings import Location
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.inputs import FactInput
from kpidesk.facts.row_changes import RowChange, TableChange
from kpidesk.metrics.catalogue import formula_of, lag_of
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.functions import lag_periods
from kpidesk.metrics.planner import Origin, Plan
from kpidesk.metrics.query import Query
from kpidesk.metrics.trace import RowSet

_MOST_TRACED = 12
"""Finding the rows of a figure costs a tenth of a second, and those of the first KPIs are those of most others."""

_MOST_ROWS = 20_000
"""Of figures with more rows behind them nobody asks which of them changed: it would take too long."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An engine, the tables that it counts in their order, and how it counts."""

    engine: Engine
    inputs: tuple[FactInput, ...]
    query: Query
    _known: dict[tuple[MetricName, Period], frozenset[Location]] = field(default_factory=dict)

    def places(self, kpi: MetricName, period: Period, plan: Plan) -> frozenset[Location]:
        """Where the rows behind a figure stand; those of a formula are those of its parts, which many share."""
        if (kpi, period) not in self._known:
            self._known[kpi, period] = frozenset()
            self._known[kpi, period] = self._found(kpi, period, plan)
        return self._known[kpi, period]

    def plan(self) -> Plan:
        """Where each KPI comes from."""
        return self.engine.plan(self.query)

    def _found(self, kpi: MetricName, period: Period, plan: Plan) -> frozenset[Location]:
        definition, source = self.engine.catalogue.definitions[kpi], plan.sources.get(kpi)
        expr = formula_of(definition, period.grain)
        if source is None or source.origin is not Origin.FORMULA or expr is None:
            return frozenset() if source is None or source.origin is Origin.NOTHING else self._measured(kpi, period)
        if lag_of(expr) is not None:
            period = period.shifted(-lag_periods(expr, period.grain))
        parts = self.engine.catalogue.inputs(kpi, period.grain)
        return frozenset().union(*(self.places(part, period, plan) for part in parts))

    def _measured(self, kpi: MetricName, period: Period) -> frozenset[Location]:
        try:
            rows = self.engine.rows(kpi, self.query, period, limit=_MOST_ROWS)
        except LookupError:
            return frozenset()
        return frozenset(self.inputs[source].place(row) for source, row in _numbers(rows))


def with_rows(
    figures: Sequence[FigureChange],
    tables: Sequence[TableChange],
    before: Reading,
    after: Reading,
    progress: Progress,
) -> tuple[FigureChange, ...]:
    """The figures, the last one of each KPI with those of the listed rows that changed it."""
    changed = [row for table in tables for row in table.rows]
    last = {change.kpi: change for change in figures}
    found: dict[FigureChange, tuple[RowChange, ...]] = {}
    plans = (before.plan(), after.plan()) if changed and last else None
    for done, change in enumerate([*last.values()][:_MOST_TRACED]):
        progress.step(done, min(len(last), _MOST_TRACED))
        if plans is None:
            break
        was = before.places(change.kpi, change.period, plans[0])
        now = after.places(change.kpi, change.period, plans[1])
        sides = {"removed": was, "added": now, "changed": was | now}
        found[change] = tuple(row for row in changed if row.where in sides[row.kind])
    return tuple(replace(change, rows=found.get(change, ())) for change in figures)


def _numbers(rows: RowSet) -> Iterator[tuple[int, int]]:
    """Source and row of all rows, those of the parts of a formula too; none of lists that are not whole."""
    if "row_no" in rows.columns and rows.total <= len(rows.rows):
        source, row = rows.columns.index("src"), rows.columns.index("row_no")
        for each in rows.rows:
            if _is_number(each[source]) and _is_number(each[row]):
                yield int(str(each[source])), int(str(each[row]))
    for part in rows.parts:
        yield from _numbers(part)


def _is_number(value: object) -> bool:
    return str(value).isdigit()
