"""Restatement: a source was read again; which past figures changed by that, and which rows did it."""

from dataclasses import dataclass

from kpidesk.core.findings import Finding, Location
from kpidesk.core.ids import DatasetId, MetricName
from kpidesk.core.period import Period


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One KPI of one closed period: what was reported, and what holds now; None: no value."""

    kpi: MetricName
    period: Period
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of a row that changed, as texts."""

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
    """What differs between two readings of one table: how many rows, and some of them.

    ``key`` are the columns that name a row; () where none does and rows were compared whole.
    """

    old: DatasetId
    new: DatasetId
    name: str
    added: int
    removed: int
    changed: int
    rows: tuple[RowChange, ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restatement:
    """The report: figures in order of KPI and period, tables, and the same as findings."""

    figures: tuple[FigureChange, ...]
    tables: tuple[TableChange, ...]
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """True where no past figure moved."""
        return not self.figures
