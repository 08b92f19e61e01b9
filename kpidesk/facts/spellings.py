"""Customers who are spelled in several ways: ``Acme``, ``ACME`` and ``acme `` are one.

Blanks never tell customers apart. Capitals do in codes, which have digits, and where a register of customers lists
both spellings in rows of their own.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, in_a_row
from kpidesk.facts.codes import customer_column
from kpidesk.facts.making import Making
from kpidesk.facts.priced_customers import has_end, has_price
from kpidesk.facts.tables import FactTable

_CODE, _LEAST_LETTERS, _SHOWN = r"^[^@\s]*[0-9][^@\s]*$", 3, 5


def with_one_spelling(making: Making) -> tuple[FactTable, ...]:
    """The tables with the first spelling of each customer in place of the others; which they are is a finding."""
    named = [(one, name) for one in making.tables if (name := customer_column(one)) is not None]
    named = [(one, name) for one, name in named if one.rows[name].type().is_string() and not _is_numbered(making, one)]
    if not named or not _perhaps_several(making, named):
        return making.tables
    spellings = making.keep("spellings", _spellings(named))
    found = making.ask(spellings.order_by("said").limit(_SHOWN).mutate(n=spellings.count().as_scalar()))
    if not found["n"].size:
        return making.tables
    n = int(found["n"][0])
    same = QT_TRANSLATE_NOOP("facts", "“{said}” = “{first}”")
    pairs = zip(found["said"], found["first"], strict=True)
    shown = in_a_row([Message(same, said=said, first=first) for said, first in pairs])
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|spelling|spellings} of customers taken for the same ones: {examples}")
    making.findings.append(Finding(Level.WARNING, "facts.spellings", Message(text, n=n, examples=shown), None, n))
    changed = {one.number: _respelled(one, name, spellings) for one, name in named}
    return tuple(changed.get(one.number, one) for one in making.tables)


def _is_numbered(making: Making, one: FactTable) -> bool:
    """Whether the ids are known to be numbers of one form, which have no spellings."""
    return bool(making.store.numbered_ids(one.input.dataset).get(customer_column(one) or ""))


def _perhaps_several(making: Making, named: Sequence[tuple[FactTable, str]]) -> bool:
    ids = _united([one.rows.select(said=one.rows[name]) for one, name in named])
    # Codes without blanks are spelled in one way; to see that all are such costs a fraction of counting them.
    if not making.ask(ids.agg(other=(~_.said.re_search(_CODE)).any().fill_null(False)))["other"][0]:
        return False
    found = making.ask(ids.agg(n=_.said.nunique(), keys=_key(_.said).nunique()))
    return bool(found["n"][0] > found["keys"][0])


def _spellings(named: Sequence[tuple[FactTable, str]]) -> ir.Table:
    """Columns said and first: each spelling that is not the first of its customer."""
    met = _united(
        [
            one.rows.select(said=one.rows[name], src=ibis.literal(one.number, "int32"), at=one.row_no)
            for one, name in named
        ]
    ).filter(_.said.notnull())
    keyed = met.group_by("said").agg(src=_.src.min(), at=_.at.min()).mutate(plain=_plain(_.said), key=_key(_.said))
    listed = [one.rows.select(said=one.rows[name]) for one, name in named if _is_register(one)]
    if listed:
        distinct = _united(listed).filter(_.said.notnull()).mutate(plain=_plain(_.said), key=_key(_.said))
        apart = distinct.group_by(apart=_.key).agg(n=_.plain.nunique()).filter(_.n > 1).select("apart")
        joined = keyed.left_join(apart, keyed.key == apart.apart)
        keyed = joined.mutate(key=ibis.ifelse(joined.apart.notnull(), joined.plain, joined.key)).drop("apart")
    in_order = ibis.window(group_by="key", order_by=["src", "at", "said"])
    told = keyed.mutate(
        first=keyed.plain.first().over(in_order), n=keyed.said.count().over(ibis.window(group_by="key"))
    )
    return told.filter((told.n > 1) & (told.said != told["first"])).select("said", "first")


def _is_register(one: FactTable) -> bool:
    """Whether a table lists each customer once: those that tell of paid time may have several rows of one."""
    return one.table == "customers" and not has_price(one) and not has_end(one)


def _respelled(one: FactTable, name: str, spellings: ir.Table) -> FactTable:
    joined = one.rows.left_join(spellings, one.rows[name] == spellings.said)
    rows = joined.mutate(**{name: joined["first"].coalesce(joined[name])}).drop("said", "first")
    return one.over(rows)


def _plain(said: ir.StringValue) -> ir.StringValue:
    return said.strip().re_replace(r"\s+", " ")


def _key(said: ir.StringValue) -> ir.StringValue:
    """What the spellings of one customer share."""
    plain = _plain(said)
    is_code = plain.re_search(_CODE) | (plain.length() < _LEAST_LETTERS)
    return ibis.ifelse(is_code, plain, plain.lower())


def _united(parts: Sequence[ir.Table]) -> ir.Table:
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
