"""The funnel: how many reach each stage, what share goes on, and how long it takes.

Two views. Of a cohort: of those who came in at the top in the range, how many have reached a stage since. Of activity:
how many reached each stage in the range, whenever they came in; only stages that have a date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.expressions import day_of
from kpidesk.facts.facts import Facts
from kpidesk.facts.signups import FOLLOWED, known_since
from kpidesk.metrics.aggregation import within
from kpidesk.metrics.frame import Array
from kpidesk.metrics.funnel_stages import Flow, Stage, flow_of, stage_rows
from kpidesk.metrics.intervals import wilson
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.studied import Scope, demand_attributes, named, row_set, segments_of
from kpidesk.metrics.trace import COUNTED, RowSet
from kpidesk.store.database import Columns


class View(Enum):
    """Which leads are counted."""

    COHORT = "cohort"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True, eq=False)
class FunnelStudy:
    """``reached``, and for each step from the stage before the median ``days`` and on how many it rests (``timed``).

    Shape (segments, stages); ``segments`` end with None, the whole; NaN is not known, as visits by segment may be.
    ``undated`` stages have no date, ``unrecorded`` ones were not written down for who came in before ``since``.
    ``files`` tell of the persons, ``visit_files`` of the visits before them.
    """

    view: View
    source: str
    by: str | None
    stages: tuple[str, ...]
    segments: tuple[str | None, ...]
    reached: Array
    days: Array
    timed: Array
    span: tuple[Period, Period]
    is_running: bool
    files: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    since: date | None = None
    visit_files: tuple[str, ...] = ()

    @property
    def steps(self) -> Array:
        """The share of the stage before; NaN at the top, where nobody was there, and where some passed it by."""
        return _ratio(self.reached, self._before)

    @property
    def from_top(self) -> Array:
        """The share of the first stage."""
        return _ratio(self.reached, np.broadcast_to(self.reached[:, :1], self.reached.shape))

    def step_bounds(self) -> tuple[Array, Array]:
        """Wilson's 95% interval of each step of a cohort; NaN in the view of activity, which divides unlike people."""
        before = self._before
        if self.view is View.ACTIVITY:
            return np.full_like(before, np.nan), np.full_like(before, np.nan)
        return wilson(self.reached, before)

    @property
    def passed_by(self) -> tuple[str, ...]:
        """Stages of a cohort that fewer reached than the next one: they are no condition of it."""
        whole = self.reached[-1]
        if self.view is View.ACTIVITY:
            return ()
        return tuple(name for name, here, there in zip(self.stages, whole, whole[1:], strict=False) if there > here)

    @property
    def _before(self) -> Array:
        """How many were at the stage before; NaN where they are not those of whom this stage is a part."""
        before = np.concatenate((np.full((len(self.segments), 1), np.nan), self.reached[:, :-1]), axis=1)
        is_part = (self.view is View.ACTIVITY) | ~(self.reached > before)
        return np.asarray(np.where(is_part, before, np.nan))


def funnel_study(facts: Facts, query: Query, view: View, progress: Progress | None = None) -> FunnelStudy:
    """The funnel of these facts over the question's range; UserError, with what is missing, where there is none."""
    scope, flow = Scope.of(facts, query), flow_of(facts)
    if flow is None or scope.last < scope.first:
        raise UserError(Message(_MISSING if flow is None else _NOTHING))
    stages = flow.stages if view is View.COHORT else tuple(stage for stage in flow.stages if stage.day)
    undated = tuple(stage.name for stage in flow.stages if stage not in stages)
    stages, unrecorded = _recorded(stages, facts, scope) if view is View.COHORT else (stages, ())
    rows = _people(facts, scope, flow)
    whole = facts.run(_counted(rows, scope, stages, view, None), progress)
    found: list[tuple[str | None, Columns, int]] = [(None, whole, 0)]
    if query.by is not None:
        split = facts.run(_counted(rows, scope, stages, view, query.by), progress)
        names = split["s"].tolist()
        shown = [each for each in segments_of(facts, query.by) if each in names]
        found = [*((each, split, names.index(each)) for each in shown), *found]
    segments = tuple(each for each, _, _ in found)
    reached, days, timed = (np.array([_cells(c, at, key, len(stages)) for _, c, at in found]) for key in "rdn")
    names_of = tuple(stage.name for stage in stages)
    if flow.has_visits:
        visits = _visits(facts, scope, segments, progress)
        reached = np.concatenate((visits[:, None], reached), axis=1)
        empty = np.full((len(segments), 1), np.nan)
        days, timed = np.concatenate((empty, days), axis=1), np.concatenate((empty, timed), axis=1)
        names_of = ("visit", *names_of)
    span = (scope.period(scope.first), scope.period(scope.last))
    columns = (f"{flow.relation}.{stage.reached}" for stage in stages)
    is_running = scope.is_running and scope.last == scope.now
    return FunnelStudy(
        view, flow.relation, query.by, names_of, segments, reached, days, timed, span, is_running,
        _files(facts, flow.relation, *columns), undated, unrecorded, facts.usage.late_since,
        _files(facts, "web_traffic") if flow.has_visits else (),
    )  # fmt: skip


def _files(facts: Facts, *names: str) -> tuple[str, ...]:
    """The files behind relations and columns, each once."""
    return tuple(dict.fromkeys(file for name in names for file in facts.sources.get(name, ())))


def _recorded(stages: tuple[Stage, ...], facts: Facts, scope: Scope) -> tuple[tuple[Stage, ...], tuple[str, ...]]:
    """The stages that were written down for all who came in over the range, and the names of the others."""
    begin, first = facts.usage.late_since, scope.period(scope.first).start
    if begin is None:
        return stages, ()
    followed = {each: each.reached for each in stages if each.reached is not None and each.reached in FOLLOWED}
    unknown = {each for each, column in followed.items() if first < known_since(column, begin)}
    return tuple(each for each in stages if each not in unknown), tuple(e.name for e in stages if e in unknown)


def funnel_rows(
    facts: Facts, query: Query, view: View, stage: str, segment: str | None = None, limit: int = 1000
) -> RowSet:
    """The leads, deals or users behind a bar, ``counted`` 1 each; none for visits, which are not told apart."""
    if segment is not None and query.by is not None:
        query = replace(query, by=None, filters=(*query.filters, Filter(query.by, (segment,))))
    scope, flow = Scope.of(facts, query), flow_of(facts)
    chosen = None if flow is None else next((each for each in flow.stages if each.name == stage), None)
    if flow is None or chosen is None:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("metrics", "Visits are counted by day: no row tells of one visitor."))
        )
    rows = _people(facts, scope, flow)
    rows = rows.filter(_is_there(rows, scope, chosen, view))
    columns = [name for name in flow.told if name in rows.columns]
    found = rows.select(*dict.fromkeys(("src", "row_no", *(["c"] if "c" in rows.columns else []), *columns)))
    found = found.mutate(**{COUNTED: ibis.literal(1)})
    found = named(facts, found) if "c" in found.columns and "customer_id" not in columns else found
    return row_set(facts, f"funnel.{stage}", found, limit, facts.sources.get(flow.relation, ()))


def _people(facts: Facts, scope: Scope, flow: Flow) -> ir.Table:
    """One row a lead, deal or user, up to the last known day, that passes the filters."""
    demand_attributes(facts, scope.attributes, flow.relation)
    rows = stage_rows(facts, flow, scope.attributes)
    return within(rows, scope.query.filters, "", None)


def _counted(rows: ir.Table, scope: Scope, stages: Sequence[Stage], view: View, by: str | None) -> ir.Table:
    """r<i>: how many reached stage i, d<i>: median days from the stage before, n<i>: of how many."""
    columns: dict[str, ir.Value] = {}
    for at, stage in enumerate(stages):
        there: ir.BooleanColumn = _is_there(rows, scope, stage, view)
        columns[f"r{at}"] = there.sum().fill_null(0)
        before = stages[at - 1] if at else None
        if before is not None and stage.day and before.day:
            waited = day_of(rows[stage.day]).delta(day_of(rows[before.day]), unit="day")
            timely = there & (waited >= 0).fill_null(False)
            columns[f"d{at}"] = waited.cast("float64").median(where=timely)
            columns[f"n{at}"] = timely.sum().fill_null(0)
    if by is None:
        return rows.aggregate(**columns)
    return rows.group_by(s=rows[f"a_{by}"]).aggregate(**columns)


def _is_there(rows: ir.Table, scope: Scope, stage: Stage, view: View) -> ir.BooleanValue:
    """Who counts at a stage: of the cohort by the day at the top, of activity by the stage's own day."""
    first, last = scope.period(scope.first).start, scope.last_day(scope.last)
    day = day_of(rows["day" if view is View.COHORT else stage.day])
    inside = day.between(ibis.literal(first), ibis.literal(last)).fill_null(False)
    if view is View.ACTIVITY or stage.reached is None:
        return inside
    return inside & rows[stage.reached].fill_null(False)


def _cells(found: Columns, at: int, key: str, size: int) -> list[float]:
    return [float(found[f"{key}{i}"][at]) if f"{key}{i}" in found else float("nan") for i in range(size)]


def _visits(
    facts: Facts, scope: Scope, segments: Sequence[str | None], progress: Progress | None
) -> npt.NDArray[np.float64]:
    """Sessions of the range by segment, where the traffic is told by that attribute."""
    by = scope.query.by
    known = facts.columns("web_traffic")
    if any(f"a_{each.attribute}" not in known for each in scope.query.filters):
        return np.full(len(segments), np.nan)
    is_split = by is not None and f"a_{by}" in known
    names = [each.attribute for each in scope.query.filters] + ([by] if is_split and by is not None else [])
    table = facts.relation("web_traffic", names, progress)
    if table is None:
        return np.full(len(segments), np.nan)
    rows = within(table, scope.query.filters, "day", scope.axis.as_of)
    first, last = scope.period(scope.first).start, scope.last_day(scope.last)
    rows = rows.filter(rows.day.between(ibis.literal(first), ibis.literal(last)))
    total = facts.run(rows.aggregate(v=rows.sessions.sum().cast("float64")), progress)["v"][0]
    result = np.full(len(segments), np.nan)
    result[-1] = float(total)
    if is_split:
        found = facts.run(rows.group_by(s=rows[f"a_{by}"]).aggregate(v=rows.sessions.sum().cast("float64")), progress)
        sums = dict(zip(found["s"].tolist(), found["v"].tolist(), strict=True))
        result[:-1] = [float(sums.get(str(each), 0.0)) for each in segments[:-1]]
    return result


def _ratio(above: Array, below: Array) -> Array:
    with np.errstate(all="ignore"):
        return np.asarray(np.where(below > 0, above / np.where(below > 0, below, 1.0), np.nan))


_MISSING = QT_TRANSLATE_NOOP("metrics", "Needs leads or deals with a date for each stage, or users with their sign-up.")
_NOTHING = QT_TRANSLATE_NOOP("metrics", "There is no period in that range.")
