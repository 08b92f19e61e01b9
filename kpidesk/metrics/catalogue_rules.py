"""What must hold of a catalogue, each rule one class; findings name the file and the line of the entry."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError
from pathlib import Path
from typing import Protocol

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.facts.derived import SOURCE_OF
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import read_definitions
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.expr import Call, Ref, references, walk
from kpidesk.metrics.formula import FormulaError
from kpidesk.metrics.functions import CONSTANTS, FUNCTIONS
from kpidesk.metrics.unit_inference import infer_unit
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.schema.model import Schema

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_GIVEN_BY_FACTS = frozenset({"moves", "turnover", "revenue", "refunds", *SOURCE_OF})


class Rule(Protocol):
    """One law of the catalogue."""

    code: str

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        """A finding for each entry that breaks it."""
        ...


class NamesAreUnique:
    """Measures, metrics and inputs share one namespace, and no KPI is called like a function or constant."""

    code = "catalogue.name_taken"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        counts = Counter(definition.name for definition in definitions)
        for definition in definitions:
            if counts[definition.name] > 1 or definition.name in FUNCTIONS or definition.name in CONSTANTS:
                yield _broken(self.code, definition, QT_TRANSLATE_NOOP("catalogue", "The name {name} is taken."))


class ReferencesResolve:
    """Whatever a formula, an interval or ``n`` names is a KPI of the catalogue."""

    code = "catalogue.unknown_name"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        known = {definition.name for definition in definitions}
        for definition in definitions:
            named = {ref for expr in definition.exprs for ref in references(expr)}
            named |= set(definition.interval_of) | ({definition.n} if definition.n is not None else set())
            for ref in sorted(named - known):
                text = QT_TRANSLATE_NOOP("catalogue", "{name} reads {ref}, which is not in the catalogue.")
                yield _broken(self.code, definition, text, ref=ref)


class RulesAreKnown:
    """What an entry leaves to the rules of the workspace is one of their numbers."""

    code = "catalogue.unknown_name"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        known = BusinessRules().assumptions
        for definition in definitions:
            for rule in {definition.lag_rule, definition.ripens} - {""} - known.keys():
                text = QT_TRANSLATE_NOOP("catalogue", "{name} waits for {ref}, which is no rule of the workspace.")
                yield _broken(self.code, definition, text, ref=rule)


class NoCircles:
    """No KPI is computed from itself."""

    code = "catalogue.circle"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        by_name = {definition.name: definition for definition in definitions}
        try:
            Catalogue.of(definitions)
        except CycleError as error:
            circle = error.args[1]
            text = QT_TRANSLATE_NOOP("catalogue", "{name} is computed from itself: {circle}.")
            yield _broken(self.code, by_name[circle[0]], text, circle=" → ".join(circle))


class UnitsAgree:
    """The unit that a formula has is the one that is declared; money plus customers is refused."""

    code = "catalogue.unit"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        units = {definition.name: definition.unit for definition in definitions}
        for definition in definitions:
            for expr in definition.exprs:
                if not set(references(expr)) <= set(units):
                    continue
                try:
                    found = infer_unit(expr, units)
                except FormulaError as error:
                    text = QT_TRANSLATE_NOOP("catalogue", "{name}: {problem}")
                    yield _broken(self.code, definition, text, problem=error.message)
                    continue
                if not found.may_be_declared(definition.unit):
                    text = QT_TRANSLATE_NOOP(
                        "catalogue", "{name} is declared as {declared} but its formula is {found}."
                    )
                    yield _broken(self.code, definition, text, declared=str(definition.unit), found=str(found))


class TablesAndColumnsExist:
    """Needs and measures name tables and roles that the schema has."""

    code = "catalogue.unknown_column"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        if schema is None:
            return
        for definition in definitions:
            for need in definition.needs:
                table, _, role = need.partition(".")
                if table == "monthly_metrics":
                    continue
                if table not in schema.tables or role not in schema.tables[table].roles:
                    text = QT_TRANSLATE_NOOP("catalogue", "{name} needs {need}, which the schema does not have.")
                    yield _broken(self.code, definition, text, need=need)
            for measure in definition.measures:
                if measure.relation not in schema.tables and measure.relation not in _GIVEN_BY_FACTS:
                    text = QT_TRANSLATE_NOOP("catalogue", "{name} aggregates {table}, which does not exist.")
                    yield _broken(self.code, definition, text, table=measure.relation)


class RatiosAreNotAveraged:
    """A mean is taken of rows only: never of a ratio, and a stock is never a plain sum."""

    code = "catalogue.average_of_ratio"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        for definition in definitions:
            if any(_adds_up_wrongly(definition, measure) for measure in definition.measures):
                text = QT_TRANSLATE_NOOP("catalogue", "{name} sums or averages what has to be computed from its parts.")
                yield _broken(self.code, definition, text)


class LagStandsAlone:
    """``previous(x)`` and ``year_ago(x)`` are a KPI of their own, so that a what-if can hold the past still."""

    code = "catalogue.lag"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        for definition in definitions:
            for expr in definition.exprs:
                lags = [node for node in walk(expr) if isinstance(node, Call) and FUNCTIONS[node.function].is_lag]
                if lags and not (lags == [expr] and isinstance(lags[0].arguments[0], Ref)):
                    text = QT_TRANSLATE_NOOP(
                        "catalogue", "{name} mixes an earlier period with this one; name it apart."
                    )
                    yield _broken(self.code, definition, text)


class TextsAreComplete:
    """Names and help in three languages, a help sentence that ends, intervals that say what they are made from."""

    code = "catalogue.text"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        for definition in definitions:
            texts = [definition.labels, definition.help, *(band.label for band in definition.bands)]
            optional = (definition.gap_note, definition.fallback_note, definition.snapshot_note)
            texts += [text for text in (*optional, *(each.note for each in definition.measures)) if text]
            if not all(text.get(language) for text in texts for language in LANGUAGES):
                text = QT_TRANSLATE_NOOP("catalogue", "{name} lacks a text in one of the languages.")
                yield _broken(self.code, definition, text)


class MeansAreThere:
    """A KPI has a way to be known, and an interval has what it is made from."""

    code = "catalogue.incomplete"

    def check(self, definitions: Sequence[Definition], schema: Schema | None) -> Iterator[Finding]:
        wanted = {"": 0, "wilson": 0, "mean": 0, "nps": 3, "survival": 0, "per_count": 0, "growth": 0, "ratio": 0}
        for definition in definitions:
            parts = len(definition.interval_of)
            is_whole = parts > 0 if definition.interval == "quotient" else parts == wanted.get(definition.interval, -1)
            if not is_whole or (definition.interval == "ratio") != bool(definition.spreads):
                text = QT_TRANSLATE_NOOP("catalogue", "{name} has an interval without its parts.")
                yield _broken(self.code, definition, text)


RULES: tuple[Rule, ...] = (
    NamesAreUnique(),
    ReferencesResolve(),
    RulesAreKnown(),
    NoCircles(),
    UnitsAgree(),
    TablesAndColumnsExist(),
    RatiosAreNotAveraged(),
    LagStandsAlone(),
    TextsAreComplete(),
    MeansAreThere(),
)


def check(catalogue: Catalogue | Iterable[Definition], schema: Schema | None = None) -> tuple[Finding, ...]:
    """All findings of all rules; without a schema, names of tables and columns are not checked."""
    definitions = tuple(catalogue.definitions.values() if isinstance(catalogue, Catalogue) else catalogue)
    return tuple(finding for rule in RULES for finding in rule.check(definitions, schema))


def check_folder(folder: Path | None = None, schema: Schema | None = None) -> tuple[Finding, ...]:
    """The same on the files themselves, before a catalogue can be made of them."""
    return check(read_definitions(folder), schema)


def _adds_up_wrongly(definition: Definition, measure: Measure) -> bool:
    if definition.kind == "ratio":
        return measure.aggregate not in ("mean", "median", "p90", "survival", "predicted_value")
    if measure.aggregate in ("mean", "median", "p90"):
        return True
    counts_states = measure.is_stock or measure.is_snapshot or measure.aggregate == "count_distinct"
    return definition.kind == "stock" and not counts_states


def _broken(code: str, definition: Definition, template: Template, **params: object) -> Finding:
    where = Location(file=definition.file, line=definition.line)
    return Finding(Level.BLOCKER, code, Message(template, name=definition.name, **params), where)
