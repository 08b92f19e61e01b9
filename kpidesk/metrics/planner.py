"""Where each KPI of a question comes from: ledger facts, before a monthly sheet, before a formula of given parts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.facts.signups import FOLLOWED
from kpidesk.metrics.aggregation import OUTCOMES, SPENDERS
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import CALENDAR, Definition, Measure
from kpidesk.metrics.evaluation import is_satisfied
from kpidesk.metrics.expr import references
from kpidesk.metrics.given import Lengths, is_told_at, said_at_ends, said_by_longer
from kpidesk.metrics.measure_columns import columns_read
from kpidesk.metrics.missing_parts import missing_parts
from kpidesk.metrics.movement_names import relation_name, relation_time
from kpidesk.metrics.named_events import why_unnamed
from kpidesk.metrics.query import Filter
from kpidesk.metrics.recorded import why_unrecorded
from kpidesk.metrics.sheet_columns import column_text, is_there, of_absent, with_their_sheets

MOVES_MONEY = ("delta", "opening", "closing")
OUTCOME_RELATIONS = frozenset({"moves", "turnover", "customers", "deals"})
_CHURN_DATE = ("subscriptions.cancel_date",)
_FINER = {Grain.DAY: (), Grain.WEEK: (Grain.DAY,), Grain.MONTH: (Grain.DAY, Grain.WEEK)}
"""The grains at which users of a day, week or month cannot be counted."""

_GRAINS_OF_A_SHEET = (Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.SNAPSHOT)


class Origin(Enum):
    """How a value is come by."""

    MEASURE = "measure"
    FORMULA = "formula"
    GIVEN = "given"
    CALENDAR = "calendar"
    FALLBACK = "fallback"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one KPI comes from, or why it cannot be computed and what would have to be imported.

    ``is_ledger``: no monthly sheet is involved. ``reason`` of what is there: why periods in between have no value.
    """

    origin: Origin
    measure: Measure | None = None
    is_ledger: bool = True
    reason: Message | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The sources of all names that an answer needs, in evaluation order.

    ``lacking`` says which ``table.column`` a measure would need that the facts do not have.
    """

    sources: Mapping[MetricName, Source]
    lacking: Callable[[Measure], tuple[str, ...]] = lambda _: ()

    def of(self, *origins: Origin) -> tuple[MetricName, ...]:
        """The names that come from there."""
        return tuple(name for name, source in self.sources.items() if source.origin in origins)

    def widened(self, other: "Plan") -> "Plan":
        """The plan with the sources of another one for what it has none of."""
        more = {name: source for name, source in other.sources.items() if source.origin is not Origin.NOTHING}
        lacking = {name for name, source in self.sources.items() if source.origin is Origin.NOTHING}
        return Plan({**self.sources, **{name: more[name] for name in lacking & more.keys()}}, self.lacking)


@dataclass(frozen=True, slots=True)
class Slice:
    """What sources are chosen for. ``is_dated`` tells whether any row of a relation has a date in a column."""

    grain: Grain
    filters: tuple[Filter, ...]
    is_dated: Callable[[str, str], bool]


def plan(
    catalogue: Catalogue,
    facts: Facts,
    given: Lengths,
    names: Iterable[MetricName],
    view: "Slice",
) -> Plan:
    """Choose a source for the names and whatever they are computed from."""
    planner = _Planner(catalogue, facts, given, view.grain, view.filters, view.is_dated, {})
    for name in catalogue.closure(names):
        planner.decide(name)
    return Plan(planner.found, planner.lacking)


@dataclass(frozen=True, slots=True)
class _Planner:
    catalogue: Catalogue
    facts: Facts
    given: Lengths
    grain: Grain
    filters: tuple[Filter, ...]
    is_dated: Callable[[str, str], bool]
    found: dict[MetricName, Source]

    def decide(self, name: MetricName) -> None:
        """Called in evaluation order, so what a formula reads is decided before it."""
        definition = self.catalogue.definitions[name]
        self.found[name] = self._choose(definition)

    def _choose(self, definition: Definition) -> Source:
        if definition.stage == CALENDAR:
            return Source(Origin.CALENDAR)
        hidden = definition.shows_churn and not self.facts.churn_is_visible
        measured, missing = self._measured(definition)
        if measured is not None and not hidden:
            return measured
        formula = self._formula(definition)
        if formula is not None and formula.is_ledger and not hidden:
            return formula
        if self._is_given(definition):
            return Source(Origin.GIVEN, is_ledger=False, reason=said_at_ends(self.given[definition.name], self.grain))
        if formula is not None and not (hidden and formula.is_ledger):
            return formula
        if definition.name in self.facts.assumptions and self._has_tables(definition.needs):
            return Source(Origin.FALLBACK)
        if (
            definition.fallback is not None
            and definition.name not in self.facts.assumptions
            and (self.facts.priced or self.facts.is_snapshot or self.given)
        ):
            return Source(Origin.FALLBACK)
        return self._nothing(definition, missing, hidden=hidden and (measured is not None or formula is not None))

    def _has_tables(self, needs: Iterable[str]) -> bool:
        """Whether what a rule of the workspace is about was imported at all."""
        return any(self.facts.columns(need.partition(".")[0]) for need in needs)

    def _measured(self, definition: Definition) -> tuple[Source | None, tuple[str, ...]]:
        missing: list[tuple[str, ...]] = []
        nobody: Source | None = None
        for measure in definition.measures:
            lacking = self.lacking(measure)
            if not lacking:
                source = Source(Origin.MEASURE, measure, reason=why_unrecorded(measure, self.facts))
                if self._has_any(measure):
                    return source, ()
                # That nobody was found is an answer, but the last one: other rows may tell of somebody.
                nobody = nobody or source
            elif not measure.is_snapshot or self.facts.is_snapshot:
                missing.append(lacking)
        return nobody, () if nobody is not None else min(missing, key=self._far, default=())

    def _has_any(self, measure: Measure) -> bool:
        """False where all rows lack the day on which events would have told of them."""
        time = relation_time(measure)
        return time not in FOLLOWED or self.is_dated(relation_name(measure.relation, self.grain), time)

    def _far(self, lacking: tuple[str, ...]) -> int:
        """How many sheets would have to be brought: one of several ways is enough, and the nearest is named."""
        return sum(not is_there(table, self.facts) for table in {column.partition(".")[0] for column in lacking})

    def lacking(self, measure: Measure) -> tuple[str, ...]:
        """What the facts lack for a measure; nothing where it can be computed."""
        table, _dot, rival = measure.unless.partition(".")
        if rival and rival in self.facts.columns(table):
            return (measure.unless,)
        if measure.is_snapshot and self.grain is not Grain.SNAPSHOT:
            return ("customers.customer_id",)
        if measure.pair and self.grain in _FINER[Grain(measure.pair)]:
            return (f"{measure.relation}.{measure.pair}",)
        if coarse := self.facts.usage.lacking(measure.pair):
            return coarse
        name = relation_name(measure.relation, self.grain)
        columns = self.facts.columns(name)
        if not columns:
            return of_absent(measure, self.facts.missing(name) or (f"{measure.relation}.date",))
        if measure.relation == "moves" and measure.of in MOVES_MONEY and not self.facts.priced:
            return ("subscriptions.mrr",)
        conditions = (*measure.where, *measure.less)
        wanted = [*columns_read(measure, self.grain)]
        wanted += [f"a_{each.attribute}" for each in self.filters]
        if not measure.is_outcome and measure.relation in OUTCOME_RELATIONS and self._filtered_by_outcome():
            return (f"{measure.relation}.outcome",)
        spends = any(c.operator == SPENDERS for c in conditions) and SPENDERS not in self.facts.words
        if spends and "a_channel" not in self.facts.columns("spend"):
            return ("spend.channel",)
        lacking = [column for column in dict.fromkeys(wanted) if column not in columns]
        time = relation_time(measure)
        needs_dates = self.grain is not Grain.SNAPSHOT or measure.time != "day"
        if not lacking and needs_dates and time != "t" and not measure.is_snapshot and not self._is_told(name, time):
            lacking = [time]
        if not lacking and why_unnamed(measure, self.facts) is not None:
            lacking = ["event_name"]
        return tuple(column_text(measure, column) for column in lacking)

    def _is_told(self, relation: str, time: str) -> bool:
        """Whether rows are dated by a column, or nobody was found of whom events would have told the date."""
        return self.is_dated(relation, time) or (time in FOLLOWED and self.is_dated(relation, "day"))

    def _filtered_by_outcome(self) -> bool:
        return any(each.attribute in OUTCOMES for each in self.filters)

    def _formula(self, definition: Definition) -> Source | None:
        expr = formula_of(definition, self.grain)
        if expr is None or (self.grain is Grain.SNAPSHOT and lag_of(expr) is not None):
            return None
        known = frozenset(name for name, source in self.found.items() if source.origin is not Origin.NOTHING)
        if not is_satisfied(expr, known):
            return None
        used = [self.found[name] for name in references(expr) if name in known]
        return Source(Origin.FORMULA, is_ledger=all(source.is_ledger for source in used))

    def _is_given(self, definition: Definition) -> bool:
        if definition.name not in self.given or self.grain not in _GRAINS_OF_A_SHEET:
            return False
        if not {f"a_{each.attribute}" for each in self.filters} <= self.facts.columns("monthly"):
            return False
        return is_told_at(definition, self.given[definition.name], self.grain)

    def _nothing(self, definition: Definition, missing: tuple[str, ...], *, hidden: bool) -> Source:
        if hidden:
            reason = self.facts.survivor_reason or Message(
                QT_TRANSLATE_NOOP(
                    "metrics", "The data hold only customers who stayed, so churn cannot be seen in them."
                )
            )
            return Source(Origin.NOTHING, reason=reason, missing=_CHURN_DATE)
        lacking = {
            name: self.found[name]
            for name in self.catalogue.inputs(definition.name, self.grain)
            if name in self.found and self.found[name].origin is Origin.NOTHING
        }
        for source in lacking.values():
            if source.missing in (_CHURN_DATE, ()):
                return source
        special = self._special_reason(definition)
        if special is not None:
            return Source(Origin.NOTHING, reason=special)
        expr, parts = formula_of(definition, self.grain), {name: each.missing for name, each in lacking.items()}
        everything = dict.fromkeys((*missing, *missing_parts(expr, parts, self.catalogue)))
        of_rows = tuple(each for each in everything if not each.startswith("monthly_metrics."))
        missing = with_their_sheets(of_rows or tuple(everything) or definition.needs, self.facts, definition.needs)
        needs = QT_TRANSLATE_NOOP("metrics", "The data do not hold {columns}.")
        reason = self.facts.usage.why_lacking(missing) or Message(needs, columns=", ".join(missing))
        return Source(Origin.NOTHING, reason=reason, missing=missing)

    def _special_reason(self, definition: Definition) -> Message | None:
        """Why it cannot be had at this grain, though no column is missing."""
        if any(measure.pair and self.grain in _FINER[Grain(measure.pair)] for measure in definition.measures):
            return Message(QT_TRANSLATE_NOOP("metrics", "It is a figure of longer periods than the one asked for."))
        if self._filtered_by_outcome():
            text = QT_TRANSLATE_NOOP(
                "metrics", "Only those who left, or were lost, have a reason: it says nothing here."
            )
            return Message(text)
        for measure in definition.measures:
            if (unnamed := why_unnamed(measure, self.facts)) is not None:
                return unnamed
        if self.facts.extent is not None and self.grain is Grain.SNAPSHOT and lag_of(definition.expr) is not None:
            return Message(QT_TRANSLATE_NOOP("metrics", "A single point in time has no earlier one to compare with."))
        if definition.name in self.given:
            if (longer := said_by_longer(self.given[definition.name], self.grain)) is not None:
                return longer
            text = QT_TRANSLATE_NOOP("metrics", "It is given by the month and cannot be computed for what was asked.")
            return Message(text)
        return None
