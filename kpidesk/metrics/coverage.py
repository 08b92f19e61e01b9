"""What can be computed from the facts, and for each KPI that cannot the smallest thing that is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.metrics.catalogue import Catalogue

STAGES = ("awareness", "acquisition", "activation", "revenue", "retention", "referral")
"""The stages of growth in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to import: columns of a table that is there, or a sheet of its own with at least these columns.

    ``columns`` read ``subscriptions.cancel_date``; ``words`` say it: "one column: cancel date in subscriptions".
    """

    table: str
    columns: tuple[str, ...]
    is_sheet: bool
    words: Message


@dataclass(frozen=True, slots=True)
class Computable:
    """A KPI that has a value: computed from rows, or read from a monthly sheet (``is_given``)."""

    kpi: MetricName
    stage: str
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """A KPI that cannot be computed, why, and the least that would have to be imported."""

    kpi: MetricName
    stage: str
    reason: Message
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Unlock:
    """One missing thing, and the KPIs that it alone would give; ``helps`` are those that need something else, too."""

    missing: Missing
    kpis: tuple[MetricName, ...]
    helps: tuple[MetricName, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer to "what can I compute from this?".

    ``unlocks`` come in order of how many KPIs each gives. ``survivor_reason`` says why nobody is seen to leave.
    """

    computable: tuple[Computable, ...]
    lacking: tuple[Lacking, ...]
    unlocks: tuple[Unlock, ...]
    survivor_reason: Message | None = None

    def at(self, stage: str) -> tuple[tuple[Computable, ...], tuple[Lacking, ...]]:
        """What can and cannot be computed at one stage of growth."""
        return (
            tuple(one for one in self.computable if one.stage == stage),
            tuple(one for one in self.lacking if one.stage == stage),
        )


def coverage_of(catalogue: Catalogue, facts: Facts, given: frozenset[MetricName], grain: Grain) -> Coverage:
    """Which KPIs of the catalogue the facts give at a grain. Reads no rows beyond the dates of tables."""
    raise NotImplementedError


def unlocks_of(lacking: Sequence[Lacking]) -> tuple[Unlock, ...]:
    """The missing things in order of how many KPIs each alone would give."""
    raise NotImplementedError
