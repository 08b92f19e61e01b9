"""What can be computed from the facts, and for each KPI that cannot the smallest thing that is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.facts.usage import EVENT_TIME, finer_time
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.missing import Least, Missing, Present, sheet_words
from kpidesk.metrics.planner import Origin, Plan

STAGES = ("awareness", "acquisition", "activation", "revenue", "retention", "referral")
"""The stages of growth in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Computable:
    """A KPI that has a value: computed from rows, or read from a monthly sheet (``is_given``)."""

    kpi: MetricName
    stage: str
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """A KPI that cannot be computed, why, and the least that would have to be imported: () where nothing would help."""

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


def coverage_of(catalogue: Catalogue, plan: Plan, present: Present, grain: Grain = Grain.MONTH) -> Coverage:
    """Which KPIs of the catalogue the plan of a question for all of them gives, and what the others lack."""
    least = Least(catalogue, plan, present, grain)
    computable: list[Computable] = []
    lacking: list[Lacking] = []
    for name, definition in catalogue.definitions.items():
        source = plan.sources.get(name)
        if source is None or definition.stage == CALENDAR or definition.stage not in STAGES:
            continue
        if source.origin is not Origin.NOTHING:
            computable.append(Computable(name, definition.stage, source.origin is Origin.GIVEN))
        else:
            reason = source.reason or _UNKNOWN
            things = least.things(least.of(name) or least.as_said(source.missing))
            lacking.append(Lacking(name, definition.stage, reason, tuple(_as_there(each, reason) for each in things)))
    order = {stage: at for at, stage in enumerate(STAGES)}
    computable.sort(key=lambda one: order[one.stage])
    lacking.sort(key=lambda one: order[one.stage])
    return Coverage(tuple(computable), tuple(lacking), unlocks_of(lacking), present.survivor_reason)


def _as_there(missing: Missing, reason: Message) -> Missing:
    """A thing to bring, or events that are more exact than those that are there."""
    finer = None if missing.is_sheet else finer_time(reason, missing.columns)
    return missing if finer is None else Missing(missing.table, (EVENT_TIME,), False, finer, finer)


def unlocks_of(lacking: Sequence[Lacking]) -> tuple[Unlock, ...]:
    """The missing things in order of how many KPIs each alone would give, then of how many it helps.

    A sheet stands once, with all columns that some KPI asks of it; whoever brings several columns of a table that is
    there gets also what fewer of them give.
    """
    alone: dict[Missing, list[MetricName]] = {}
    helped: dict[Missing, list[MetricName]] = {}
    for one in lacking:
        for missing in one.missing:
            found = alone if len(one.missing) == 1 else helped
            found.setdefault(missing, []).append(one.kpi)
    every = tuple(dict.fromkeys((*alone, *helped)))
    sheets = {table: [m for m in every if m.is_sheet and m.table == table] for table in (m.table for m in every)}
    things = [_whole(listed) for listed in sheets.values() if listed] + [m for m in every if not m.is_sheet]
    unlocks = [
        Unlock(
            thing,
            tuple(kpi for other, listed in alone.items() if _holds(thing, other) for kpi in listed),
            tuple(kpi for other, listed in helped.items() if _holds(thing, other) for kpi in listed),
        )
        for thing in things
    ]
    unlocks.sort(key=lambda unlock: (-len(unlock.kpis), -len(unlock.helps), len(unlock.missing.columns)))
    return tuple(unlocks)


def _whole(sheets: Sequence[Missing]) -> Missing:
    """One sheet with all columns that are asked of it; the monthly one is said by those that most ask for."""
    columns = tuple(dict.fromkeys(column for sheet in sheets for column in sheet.columns))
    return replace(sheets[0], columns=columns, words=sheet_words(columns))


def _holds(missing: Missing, other: Missing) -> bool:
    """Whether whoever brings the one brings the other."""
    same = (missing.table, missing.is_sheet) == (other.table, other.is_sheet)
    return same and set(other.columns) <= set(missing.columns)


_UNKNOWN = Message(QT_TRANSLATE_NOOP("coverage", "The data do not give it."))
