"""Two readings of one table: which rows came, went or changed, with their places in the user's file."""

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Location
from kpidesk.core.progress import Progress
from kpidesk.facts.inputs import FactInput
from kpidesk.schema.expectations import UNIQUE
from kpidesk.store.database import Columns, Database

SHOWN = 50
_ROW, _KEYS = "row_no", {**UNIQUE, "monthly_metrics": "month,metric"}


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of a row that changed, as texts; '' where it was empty."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was "added", "removed" or "changed": its key, where it stands or stood, what changed in it."""

    kind: str
    key: str
    where: Location
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TableChange:
    """What differs between two readings of one table: how many rows, and the first of them.

    ``key`` are the columns that name a row; () where none does and rows were compared whole.
    """

    name: str
    added: int
    removed: int
    changed: int
    rows: tuple[RowChange, ...]
    key: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


def compare_readings(store: Database, old: FactInput, new: FactInput, progress: Progress) -> TableChange:
    """The difference of two tables that the store knows; by the table's own id where every row has one of its own."""
    pair = _Pair(store, old, new, progress)
    key = pair.key()
    return pair.by_key(key) if key else pair.whole()


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    store: Database
    old: FactInput
    new: FactInput
    progress: Progress

    def key(self) -> tuple[str, ...]:
        """The columns that name the rows of both readings; () where there are none or they repeat."""
        names = tuple(filter(None, _KEYS.get(self.new.table, "").split(",")))
        if not names or not set(names) <= set(self._columns()):
            return ()
        for one in (self.old, self.new):
            rows = self._texts(one, names)
            times = rows.group_by(names).agg(n=rows.count())
            odd = times.filter((times.n > 1) | times[names[0]].isnull())
            if self._count(odd):
                return ()
        return names

    def by_key(self, key: tuple[str, ...]) -> TableChange:
        columns = self._columns()
        old, new = self._texts(self.old, columns), self._texts(self.new, columns)
        gone, come = old.anti_join(new, key), new.anti_join(old, key)
        others = [name for name in columns if name not in key]
        both = new.join(old, key, rname="old_{name}")
        differs = ibis.literal(False)
        for name in others:
            differs = differs | ~both[name].identical_to(both[f"old_{name}"])
        moved = both.filter(differs)
        counts = [self._count(rows) for rows in (come, gone, moved)]
        rows = [
            *self._rows("added", come, key, self.new),
            *self._rows("removed", gone, key, self.old),
            *self._rows("changed", moved, key, self.new, others),
        ]
        return TableChange(self.new.name, counts[0], counts[1], counts[2], tuple(rows), key)

    def whole(self) -> TableChange:
        """Equal rows cancel out; what is left over came or went."""
        columns = self._columns()
        signed = [
            self._texts(one, columns).mutate(s=ibis.literal(sign)) for one, sign in ((self.old, -1), (self.new, 1))
        ]
        rows = ibis.union(*signed, distinct=False)
        left = rows.group_by(columns).agg(s=rows.s.sum().cast("int64"), row_no=rows[_ROW].max())
        come, gone = left.filter(left.s > 0), left.filter(left.s < 0)
        found = [self._ask(part.agg(n=part.s.sum().cast("int64").fill_null(0)))["n"][0] for part in (come, gone)]
        listed = [
            *self._rows("added", come, columns[:3], self.new),
            *self._rows("removed", gone, columns[:3], self.old),
        ]
        return TableChange(self.new.name, int(found[0]), -int(found[1]), 0, tuple(listed))

    def _columns(self) -> tuple[str, ...]:
        there = set(self.store.table(self.old.dataset).columns)
        return tuple(name for name in self.store.table(self.new.dataset).columns if name in there and name != _ROW)

    def _texts(self, one: FactInput, columns: Sequence[str]) -> ir.Table:
        """Columns as texts, for one may have been read as another type than before."""
        rows = self.store.table(one.dataset)
        texts = {name: rows[name].cast("string") for name in columns}
        return rows.select(**texts, row_no=rows[_ROW].cast("int64"))

    def _rows(
        self, kind: str, rows: ir.Table, key: Sequence[str], source: FactInput, others: Sequence[str] = ()
    ) -> list[RowChange]:
        found = self._ask(rows.order_by(_ROW).limit(SHOWN))
        return [
            RowChange(
                kind,
                ", ".join(_shown(found[name][i]) for name in key),
                source.place(int(str(found[_ROW][i]))),
                tuple(_cells(found, others, i)),
            )
            for i in range(len(found[_ROW]))
        ]

    def _count(self, rows: ir.Table) -> int:
        return int(str(self._ask(rows.agg(n=rows.count()))["n"][0]))

    def _ask(self, expr: ir.Table) -> Columns:
        return self.store.run(expr, self.progress)


def _cells(found: Columns, names: Sequence[str], row: int) -> list[CellChange]:
    pairs = [(name, _shown(found[f"old_{name}"][row]), _shown(found[name][row])) for name in names]
    return [CellChange(name, before, after) for name, before, after in pairs if before != after]


def _shown(value: object) -> str:
    return "" if value is None else str(value)
