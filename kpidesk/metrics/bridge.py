"""The bridge of recurring revenue over a range of periods, exact to the cent, by segment too, and who is behind a bar.

A range is the sum of its periods, and a quarter or year that of its months: opening of the first + everything that
moved = closing of the last. A customer who went from one segment to another is in a row of its own there, which is
nothing in the whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
from ibis import _

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.expressions import exact
from kpidesk.facts.facts import CHURN, CONTRACTION, EXPANSION, FX, NEW, REACTIVATION, Facts
from kpidesk.facts.segmented_moves import MOVED_IN, MOVED_OUT, MOVED_WITHIN
from kpidesk.metrics.aggregation import pooled, within
from kpidesk.metrics.months import first_within, last_within
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.studied import Scope, demand_attributes, named, row_set, segments_of
from kpidesk.metrics.trace import COUNTED, RowSet, with_origin
from kpidesk.store.database import Columns

TRANSFER, RATES = "transfer", "fx"
KINDS: Mapping[str, tuple[int, ...]] = {
    "new": (NEW,),
    "expansion": (EXPANSION,),
    "reactivation": (REACTIVATION,),
    TRANSFER: (MOVED_IN, MOVED_OUT, MOVED_WITHIN),
    "contraction": (CONTRACTION,),
    "churn": (CHURN,),
    RATES: (FX,),
}
"""The rows of a bridge in their order, and the kinds of movement in each."""

Cents = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class BridgeStudy:
    """``cents`` and ``customers`` of shape (segments, kinds, periods), ``opening`` (segments, periods), in cents.

    ``segments`` end with None, the whole. ``customers`` are those who moved in each period.
    """

    grain: Grain
    by: str | None
    periods: tuple[Period, ...]
    segments: tuple[str | None, ...]
    kinds: tuple[str, ...]
    opening: Cents
    cents: Cents
    customers: Cents
    is_running: bool
    files: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def closing(self) -> Cents:
        """What each segment has at the end of each period."""
        return self.opening + np.asarray(self.cents.sum(axis=1), dtype=np.int64)

    @property
    def last_ended(self) -> int:
        """The column of the last period that has ended; the only one where there is no other."""
        size = len(self.periods)
        return max(0, size - 2 if self.is_running and size > 1 else size - 1)

    def over(self, first: int, last: int, segment: int = -1) -> "Span":
        """The bridge over columns ``first`` … ``last``."""
        part = slice(first, last + 1)
        moved = {kind: int(self.cents[segment, i, part].sum()) for i, kind in enumerate(self.kinds)}
        count = {kind: int(self.customers[segment, i, part].sum()) for i, kind in enumerate(self.kinds)}
        return Span(int(self.opening[segment, first]), moved, count, int(self.closing[segment, last]))


@dataclass(frozen=True, slots=True)
class Span:
    """Cents at the start, by kind of movement, and at the end; ``counts`` are movements, by customer and period."""

    opening: int
    moved: Mapping[str, int]
    counts: Mapping[str, int]
    closing: int


def bridge_study(facts: Facts, query: Query, progress: Progress | None = None) -> BridgeStudy:
    """The bridge of every period in the question's range; UserError where no table tells of recurring amounts."""
    scope = Scope.of(facts, query)
    if scope.last < scope.first:
        raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "There is no period in that range.")))
    rows = _moves(facts, scope, progress)
    split = _cells(facts, rows, query.by, progress)
    there = set(split["s"].tolist()) if query.by is not None else set()
    segments = [each for each in segments_of(facts, query.by) if each in there]
    whole = split if query.by is None else _cells(facts, _moves(facts, scope.whole(), progress), None, progress)
    parts = [_of(split, split["s"] == each) for each in segments]
    parts.append(whole)
    size = max(0, scope.last - scope.first + 1)
    shape = (len(parts), len(KINDS), size)
    opening, cents = np.zeros((len(parts), size), np.int64), np.zeros(shape, np.int64)
    customers = np.zeros(shape, np.int64)
    for row, part in enumerate(parts):
        _fill(part, scope, opening[row], cents[row], customers[row])
    rare = (TRANSFER, RATES)
    kept = [i for i, kind in enumerate(KINDS) if kind not in rare or cents[:, i].any() or customers[:, i].any()]
    names = tuple(KINDS)
    return BridgeStudy(
        query.grain,
        query.by,
        tuple(scope.period(scope.first + i) for i in range(size)),
        (*segments, None),
        tuple(names[i] for i in kept),
        opening,
        cents[:, kept],
        customers[:, kept],
        scope.is_running and scope.last == scope.now,
        tuple(facts.sources.get("periods", ())),
        tuple(facts.notes.get("periods", ())),
    )


def bridge_rows(
    facts: Facts, query: Query, kind: str, span: tuple[Period, Period], segment: str | None = None, limit: int = 1000
) -> RowSet:
    """The movements behind a bar, by customer and month or shorter period, the largest first.

    ``counted`` adds up to it. Each comes with the row of the ledger whose start or end brought it about.
    """
    if segment is not None and query.by is not None:
        query = replace(query, by=None, filters=(*query.filters, Filter(query.by, (segment,))))
    scope = Scope.of(facts, replace(query, by=None))
    first, last = (scope.period(period.index) for period in span)
    _name, grain = scope.monthly()
    rows = _moves(facts, scope, None)
    rows = rows.filter(rows.t.between(first_within(first, grain), last_within(last, grain)))
    rows = rows.filter(rows.kind.isin(list(KINDS[kind])))
    rows = rows.select("c", "t", "opening", "delta", "closing", **{COUNTED: rows.delta / 100.0})
    rows = with_origin(facts, rows, query.filters, (first.start, last.end), grain).drop("delta")
    return row_set(facts, f"bridge.{kind}", named(facts, rows), limit, facts.sources.get("periods", ()))


def _moves(facts: Facts, scope: Scope, progress: Progress | None) -> ir.Table:
    name, grain = scope.monthly()
    if facts.columns(name):
        demand_attributes(facts, scope.attributes, name, "periods")
    table = facts.relation(name, scope.attributes, progress, pooled(scope.query.filters, scope.query.by))
    if table is None or not facts.priced:
        raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "Needs subscriptions or invoices with amounts.")))
    rows = within(table, scope.query.filters, "t", None)
    return rows.filter(rows.t <= last_within(scope.period(scope.now), grain))


def _cells(facts: Facts, rows: ir.Table, by: str | None, progress: Progress | None) -> Columns:
    """Sums and customers by period, kind and, where split, segment ``s``."""
    keys: dict[str, ir.Value] = {"t": rows.t, "kind": rows.kind}
    if by is not None:
        keys["s"] = rows[f"a_{by}"]
    return facts.run(rows.group_by(**keys).agg(cents=exact(_.delta.sum()), n=_.c.nunique()), progress)


def _of(cells: Columns, rows: npt.NDArray[np.bool_]) -> Columns:
    return {name: values[rows] for name, values in cells.items()}


def _fill(cells: Columns, scope: Scope, opening: Cents, cents: Cents, customers: Cents) -> None:
    """What came before the range is the opening of its first period."""
    t, amount = scope.place(cells["t"].astype(np.int64)), cells["cents"].astype(np.int64)
    n, kind = cells["n"].astype(np.int64), cells["kind"].astype(np.int64)
    before = int(amount[t < scope.first].sum())
    inside = (t >= scope.first) & (t <= scope.last)
    for at, kinds in enumerate(KINDS.values()):
        chosen = inside & np.isin(kind, kinds)
        np.add.at(cents[at], t[chosen] - scope.first, amount[chosen])
        np.add.at(customers[at], t[chosen] - scope.first, n[chosen])
    if opening.size:
        opening[:] = before + np.concatenate(([0], np.cumsum(cents.sum(axis=0))[:-1]))
