"""The least that would have to be imported for a KPI, found along its measures and formulas."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.facts.needs import needs
from kpidesk.metrics.aggregation import SPENDERS
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Ref
from kpidesk.metrics.functions import FUNCTIONS
from kpidesk.metrics.movement_names import relation_name
from kpidesk.metrics.planner import Origin, Plan
from kpidesk.metrics.sheet_columns import column_text
from kpidesk.schema.model import Schema

MONTHLY = "monthly_metrics"
_SHEET, _COLUMN = 1.0, 0.3
_PART = 0.01
"""What it costs a user to bring a sheet, a column of one that is there; and each further column of a sheet."""

_SHOWN = 5

Columns = frozenset[str]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to import: columns of a table that is there, or a sheet of its own with at least these columns.

    ``columns`` read ``subscriptions.cancel_date``; ``words`` say it: "one column: cancel date in subscriptions".
    ``finer``: the column is there, but tells too little; what it would have to tell.
    """

    table: str
    columns: tuple[str, ...]
    is_sheet: bool
    words: Message = field(compare=False)
    finer: Message | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Present:
    """What there is: the tables that were imported, the columns of facts by relation, and the schema of all tables."""

    schema: Schema
    tables: frozenset[str]
    columns: Callable[[str], frozenset[str]]
    survivor_reason: Message | None = None


def sheet_words(columns: Sequence[str]) -> Message:
    """A sheet that is missing, by its columns."""
    shown = ", ".join(columns[:_SHOWN])
    if len(columns) > _SHOWN:
        text = QT_TRANSLATE_NOOP("coverage", "one sheet: {columns} and {n} more")
        return Message(text, columns=shown, n=len(columns) - _SHOWN)
    return Message(QT_TRANSLATE_NOOP("coverage", "one sheet: {columns}"), columns=shown)


@dataclass(frozen=True, slots=True)
class Least:
    """Finds the cheapest set of columns that would give a KPI, along measures and formulas."""

    catalogue: Catalogue
    plan: Plan
    present: Present
    grain: Grain
    _known: dict[MetricName, Columns | None] = field(default_factory=dict)

    def of(self, name: MetricName) -> Columns | None:
        """The columns to bring; None where no import would give it. What stands in a circle gives nothing."""
        if name not in self._known:
            self._known[name] = None
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: MetricName) -> Columns | None:
        source = self.plan.sources.get(name)
        definition = self.catalogue.definitions[name]
        if source is not None and source.origin is not Origin.NOTHING:
            return frozenset()
        if self.present.survivor_reason is not None and definition.shows_churn:
            return frozenset({"subscriptions.cancel_date"})
        options = [*self._measured(definition)]
        expr = formula_of(definition, self.grain)
        if expr is not None and (formula := self._along(expr)) is not None:
            options.append(formula)
        options = [option for option in options if option]
        if not options and name in self.present.schema.tables[MONTHLY].roles:
            options = [frozenset({f"{MONTHLY}.{name}"})]
        return min(options, key=self._cost, default=None)

    def _measured(self, definition: Definition) -> Iterable[Columns]:
        for measure in definition.measures:
            if not measure.is_snapshot:
                lacking = self.plan.lacking(measure)
                columns = [self._role(text) for text in lacking]
                if all(column is not None for column in columns):
                    tables = {text.partition(".")[0] for text in lacking} - self.present.tables
                    yield frozenset(c for c in (*columns, *self._read(measure, tables)) if c is not None)

    def _read(self, measure: Measure, tables: Iterable[str]) -> Iterable[str]:
        """What a measure reads beside what the planner names first: it stops at a sheet that is not there."""
        conditions = [each for each in (*measure.where, *measure.less) if each.operator not in ("!=", "not in")]
        names = [measure.of, measure.since, measure.weight, *(each.column for each in conditions)]
        for table in tables:
            plain = (name.removeprefix("a_") for name in names)
            yield from (f"{table}.{name}" for name in plain if name in self.present.schema.tables[table].roles)
        if any(each.operator == SPENDERS for each in conditions) and "spend" not in self.present.tables:
            yield "spend.channel"
        known = self.present.columns(relation_name(measure.relation, self.grain))
        for name in names:
            if known and name.startswith("a_") and name not in known:
                yield from filter(None, [self._role(column_text(measure, name))])

    def as_said(self, missing: Iterable[str]) -> Columns:
        """What the planner names, where the schema has such tables: a figure for the monthly sheet, most often."""
        tables = self.present.schema.tables
        return frozenset(text for text in missing if text.partition(".")[0] in tables)

    def _along(self, expr: Expr) -> Columns | None:
        """What a formula needs: all of its parts, or the cheapest where one is enough."""
        match expr:
            case Ref(name=name):
                return self.of(name)
            case Negative(operand=operand):
                return self._along(operand)
            case Binary(left=left, right=right):
                return _both([self._along(left), self._along(right)])
            case Call(function=function, arguments=arguments):
                parts = [self._along(argument) for argument in arguments]
                if not FUNCTIONS[function].needs_any:
                    return _both(parts)
                return min((part for part in parts if part), key=self._cost, default=None)
        return frozenset()

    def _role(self, text: str) -> str | None:
        """``table.column`` as the schema has it; None for what no sheet could hold."""
        table, _, column = text.partition(".")
        known = self.present.schema.tables.get(table)
        if known is None:
            return None
        if column in known.roles:
            return text
        if column in ("date", "day"):
            dated = [each for each in needs(table) if known.roles[each.partition(".")[2]].type.value == "date"]
            return dated[0] if dated else None
        return {"gross": f"{table}.amount", "outcome": f"{table}.status"}.get(column)

    def _cost(self, columns: Columns) -> float:
        cost = 0.0
        for table, listed in _by_table(columns).items():
            cost += _COLUMN * len(listed) if table in self.present.tables else _SHEET + _PART * len(listed)
        return cost

    def things(self, columns: Columns) -> tuple[Missing, ...]:
        """The columns as things to bring: those of a table that is there, each sheet that is not."""
        return tuple(self._thing(table, listed) for table, listed in sorted(_by_table(columns).items()))

    def _thing(self, table: str, listed: Sequence[str]) -> Missing:
        is_sheet = table not in self.present.tables
        if is_sheet:
            listed = tuple(dict.fromkeys((*self._needed(table), *listed)))
            return Missing(table, listed, is_sheet, sheet_words(listed))
        there = self.present.columns(table)
        listed = tuple(each for each in listed if each.partition(".")[2] not in there) or tuple(listed)
        if len(listed) == 1:
            text = QT_TRANSLATE_NOOP("coverage", "one column: {columns}")
        else:
            text = QT_TRANSLATE_NOOP("coverage", "columns: {columns}")
        return Missing(table, tuple(listed), is_sheet, Message(text, columns=", ".join(listed)))

    def _needed(self, table: str) -> Iterable[str]:
        """The columns without which a sheet is not usable as that table."""
        alternatives = self.present.schema.tables[table].needs
        return (f"{table}.{role}" for role in (alternatives[0] if alternatives and len(alternatives) == 1 else ()))


def _both(parts: Sequence[Columns | None]) -> Columns | None:
    whole: set[str] = set()
    for part in parts:
        if part is None:
            return None
        whole |= part
    return frozenset(whole)


def _by_table(columns: Columns) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for column in sorted(columns):
        found.setdefault(column.partition(".")[0], []).append(column)
    return found
