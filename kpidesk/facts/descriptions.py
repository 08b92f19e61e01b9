"""What describes customers: the tables that say their attributes, and which of them is believed.

An attribute is what a customers sheet says of the customer; where none knows it, what the latest row of their
subscriptions, invoices or orders says. So it is fixed, and a customer's past is shown under what they are now, but for
what the rows of the ledger themselves say: a change of plan is followed; see segmented_moves. Rows that name a
subscription have what describes it; see named_subscriptions.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.attribute_sets import Described, Lives, make_lives, merged
from kpidesk.facts.codes import Codes, customer_column
from kpidesk.facts.expressions import day_of, ordinal
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_DESCRIBING: Mapping[str, str] = {"subscriptions": "start_date", "invoices": "invoice_date", "orders": "order_date"}
"""Tables whose latest row describes a customer, and the day of a row."""
_ROWS_A_DAY = 2**32


def attribute_sources(making: Making) -> Sequence[tuple[FactTable, tuple[str, ...]]]:
    """The tables that describe customers, and which attributes each is asked for; the best come first.

    Several customers sheets may each know a part of the customers; of other tables only the first one that has an
    attribute is asked.
    """
    sources = [(one, one.attributes) for one in making.of("customers") if customer_column(one) is not None]
    known = {name for one, names in sources for name in names}
    for table in _DESCRIBING:
        for one in making.of(table):
            more = tuple(name for name in one.attributes if name not in known)
            if more and customer_column(one) is not None:
                sources.append((one, more))
                known |= set(more)
    return tuple((one, names) for one, names in sources if names)


def customer_attributes(making: Making) -> tuple[str, ...]:
    """The names of attributes that customers have."""
    return tuple(dict.fromkeys(name for _one, names in attribute_sources(making) for name in names))


@dataclass(frozen=True)
class Descriptions:
    """What describes the customers, made when it is asked for."""

    making: Making
    codes: Codes
    _lives: dict[int, Lives] = field(default_factory=dict)

    @cached_property
    def described(self) -> Described | None:
        """The attributes of customers; None where there is none."""
        sources = attribute_sources(self.making)
        return merged(self.making, [(self.lives(one), names) for one, names in sources]) if sources else None

    def lives(self, one: FactTable) -> Lives:
        """What a table says of its customers: of a customers sheet the first row, else the latest."""
        if one.number not in self._lives:
            at: ir.IntegerValue = one.row_no
            day = _DESCRIBING.get(one.table)
            if day is not None and one.has(day):
                at = -(ordinal(day_of(one.rows[day])).fill_null(0) * _ROWS_A_DAY + one.row_no)
            self._lives[one.number] = make_lives(self.making, self.codes, one, at)
        return self._lives[one.number]


def note_changes(making: Making, codes: Codes, followed: Sequence[FactTable]) -> None:
    """A finding where customers changed their plan and only the latest is kept; that of ``followed`` tables is not."""
    numbers = frozenset(one.number for one in followed)
    for one, names in attribute_sources(making):
        if one.table not in ("subscriptions", "invoices") or "plan" not in names or one.number in numbers:
            continue
        rows = codes.coded(
            one.rows.select(customer_id=one.text("customer_id"), plan=plain_text(one.rows["plan"]).hash())
        )
        lives = rows.group_by("c").agg(low=rows.plan.min(), high=rows.plan.max())
        n = int(making.ask(lives.agg(n=(lives.low != lives.high).sum().fill_null(0).cast("float64")))["n"][0])
        if n:
            making.findings.append(_several_plans(making, one, n, numbers))


def _several_plans(making: Making, one: FactTable, n: int, followed: Collection[int]) -> Finding:
    """What became of the plans of the n customers that a table knows several of."""
    telling = [other for other in making.tables if "plan" in other.borrowed]
    code = "facts.latest_plan"
    text = QT_TRANSLATE_NOOP(
        "facts",
        "{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts throughout",
    )
    if any(other.number in followed for other in telling):
        code = "facts.plan_of_subscription"
        text = QT_TRANSLATE_NOOP(
            "facts",
            "{n} {n|customer|customers} of {table} had more than one plan: each row of {tables} counts under the plan"
            " of the subscription that it names, all else under that of the customer's latest one",
        )
    elif telling:
        text = QT_TRANSLATE_NOOP(
            "facts",
            "{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts"
            " throughout, but for the amounts of {tables}, whose rows name their subscription",
        )
    tables = quoted(other.input.name for other in telling)
    message = Message(text, n=n, table=one.input.name, tables=tables)
    return Finding(Level.NOTE, code, message, one.input.place(), n)
