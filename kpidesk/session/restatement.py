"""Restatement: a source was read again; which past figures changed by that, and which rows did it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpidesk.core.findings import Finding, Level
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from kpidesk.analysis.restatement import FigureChange
    from kpidesk.facts.row_changes import TableChange

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Restatement:
    """The report: figures in order of KPI and period, tables whose rows differ, and the same as findings.

    ``trouble`` are findings of sources that could not be read again; their tables stay as they were.
    """

    figures: "tuple[FigureChange, ...]"
    tables: "tuple[TableChange, ...]"
    trouble: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where no past figure moved."""
        return not self.figures

    @property
    def kpis(self) -> tuple[MetricName, ...]:
        """The KPIs that changed in some closed period."""
        return tuple(dict.fromkeys(change.kpi for change in self.figures))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One finding for each KPI whose past moved, one for each table that did it, and the troubles."""
        return (*_of_figures(self.figures), *_of_tables(self.tables), *self.trouble)


def _of_figures(figures: "Sequence[FigureChange]") -> Iterator[Finding]:
    for kpi in dict.fromkeys(change.kpi for change in figures):
        own = [change for change in figures if change.kpi == kpi]
        text = QT_TRANSLATE_NOOP(
            "restatement", "{kpi} changed in {n} closed {n|period|periods}; in {period} from {before} to {after}."
        )
        last = own[-1]
        message = Message(
            text, kpi=kpi, n=len(own), period=last.period, before=_figure(last.before), after=_figure(last.after)
        )
        yield Finding(Level.WARNING, "restatement.figure", message, count=len(own))


def _of_tables(tables: "Sequence[TableChange]") -> Iterator[Finding]:
    for table in tables:
        if table.is_empty:
            continue
        text = QT_TRANSLATE_NOOP("restatement", "{table}: rows added {added}, removed {removed}, changed {changed}.")
        message = Message(text, table=table.name, added=table.added, removed=table.removed, changed=table.changed)
        places = tuple(row.where for row in table.rows[:_SHOWN])
        count = table.added + table.removed + table.changed
        where = places[0] if places else None
        yield Finding(Level.NOTE, "restatement.rows", message, where, count, samples=places)


def _figure(value: float | None) -> str:
    """A figure as it would stand in a sheet; a dash for none."""
    return "–" if value is None else f"{value:.6g}" if abs(value) < 1000 else f"{value:.2f}"
