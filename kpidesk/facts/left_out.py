"""Rows that do not count: why, how many, and where the first of them stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import Message, Template
from kpidesk.facts.inputs import FactInput

COUNTS = 0
"""What the column ``why`` says of a row that counts; else it is the number of the first rule that speaks, from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One reason to leave a row out: a template with {n} for the number of rows and {table} for the sheet."""

    code: str
    level: Level
    text: Template
    condition: ir.BooleanValue
    params: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a rule took, and the first of them."""

    count: int
    first_row: int | None


NO_RATE = "other_currency"
"""The rule that takes rows which do belong to the answer: what they are worth in its currency is not known."""


def why(rules: Sequence[Rule]) -> ir.IntegerValue:
    """The number of the first rule that is true of the row, 0 where none is; an unknown condition is not true."""
    if not rules:
        return ibis.literal(COUNTS, "int8")
    branches = [(rule.condition, number) for number, rule in enumerate(rules, start=1)]
    return ibis.cases(*branches, else_=COUNTS).cast("int8")


def findings(source: FactInput, rules: Sequence[Rule], tallies: Mapping[int, Tally]) -> Iterable[Finding]:
    """One finding for each rule that took rows."""
    for number, rule in enumerate(rules, start=1):
        tally = tallies.get(number)
        if tally is not None and tally.count:
            message = Message(rule.text, n=tally.count, table=source.name, **(rule.params or {}))
            yield Finding(rule.level, f"facts.{rule.code}", message, source.place(tally.first_row), tally.count)


def beside_numbers(noticed: Iterable[Finding]) -> tuple[Message, ...]:
    """What has to be said beside every number that is made of such rows, not only in the list of findings."""
    return tuple(finding.message for finding in noticed if finding.code == f"facts.{NO_RATE}")
