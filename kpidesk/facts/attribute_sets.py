"""Attributes as one small number: each set of attribute values that occurs, numbered, and who has which.

Companies have few sets of values beside their many customers. So a row carries a number instead of a dozen texts, and
who changed, or what is latest, is found in one group of whole numbers. It is what warehouses call a mini-dimension.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.codes import Codes
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

OUTCOME_ATTRIBUTES = frozenset({"churn_reason", "lost_reason"})
"""What is known only of those that left or were lost."""
SET = "attribute_set"
SIZE = "attribute_set_size"
_UNSAID = "\x1e"
"""A control character: no cell that was typed says it. Engines join by it where they could not by null."""
_NO_SET = -1
_PLAIN = "plain_set"


@dataclass(frozen=True)
class Described:
    """``customers``: c, and the number of the set; ``sets``: the number, and a text or null for each attribute."""

    customers: ir.Table
    sets: ir.Table

    def with_set(self, rows: ir.Table) -> ir.Table:
        """The rows, which have c, with the number of the customer's set; null where nothing describes the customer."""
        if SET in rows.columns:
            return rows
        known = self.customers.select(of_=self.customers.c, **{SET: self.customers[SET]})
        return rows.left_join(known, rows.c == known.of_).drop("of_")

    def told(self, rows: ir.Table, names: Mapping[str, str]) -> ir.Table:
        """The rows with these attributes of the customer, each under the name given; null where unknown."""
        said = self.sets.select(set_=self.sets[SET], **{name: self.sets[one] for one, name in names.items()})
        numbered = self.with_set(rows)
        return numbered.left_join(said, numbered[SET] == said.set_).drop("set_", SET)

    def counted(self, names: Sequence[str]) -> ir.Table:
        """These attributes of each set that any customer has, and ``SIZE``, how many customers have it."""
        sizes = self.customers.group_by(set_=self.customers[SET]).agg(**{SIZE: _.count()})
        joined = sizes.join(self.sets, sizes.set_ == self.sets[SET])
        return joined.select(SIZE, *names)


@dataclass(frozen=True)
class Lives:
    """What the rows of one table say of its customers.

    ``customers``: c, and the set of the first row by ``at``. ``sets``: as in Described. ``movers``: the customers (c)
    of whom not all rows say the same of all but outcomes.
    """

    customers: ir.Table
    sets: ir.Table
    movers: ir.Table


def make_lives(making: Making, codes: Codes, one: FactTable, at: ir.IntegerValue) -> Lives:
    """Of each customer the row with the least ``at``, which no two rows share, and whether others differ."""
    names = one.attributes
    texts = {f"said{number}": plain_text(one.rows[name]).fill_null(_UNSAID) for number, name in enumerate(names)}
    told = one.rows.select(customer_id=one.text("customer_id"), at=at, **texts)
    kept = making.keep(f"sets{one.number}", _numbered(told.select(*texts).distinct(), tuple(texts), names))
    rows = codes.coded(told.join(kept, list(texts)).drop(*texts))
    rows = rows.filter(rows.c.notnull())
    numbers = [SET, _PLAIN] if _PLAIN in kept.columns else [SET]
    ends = {f"{low}{name}": end for name in numbers for low, end in (("low_", _[name].min()), ("high_", _[name].max()))}
    lives = making.keep(f"lives{one.number}", rows.group_by("c").agg(**ends))
    sets = kept.select(SET, **{name: kept[said].nullif(_UNSAID) for said, name in zip(texts, names, strict=True)})
    return Lives(_firsts(making, one, lives, rows), sets, _differing(lives, numbers[-1]))


def _firsts(making: Making, one: FactTable, lives: ir.Table, rows: ir.Table) -> ir.Table:
    """Columns c and the set of the first row; only of the few whose rows differ need it be looked for."""
    alike = lives.filter(lives[f"low_{SET}"] == lives[f"high_{SET}"]).select("c", **{SET: lives[f"low_{SET}"]})
    several = _differing(lives, SET)
    if not making.ask(several.limit(1))["c"].size:
        return alike
    differing = first_of_each(rows.semi_join(several, "c").select("c", "at", SET))
    return making.keep(f"firsts{one.number}", ibis.union(alike, differing, distinct=False))


def _differing(lives: ir.Table, number: str) -> ir.Table:
    return lives.filter(lives[f"low_{number}"] != lives[f"high_{number}"]).select("c")


def first_of_each(rows: ir.Table) -> ir.Table:
    """Of each customer (c) the row with the least ``at``, which no two rows share."""
    coded = rows.filter(rows.c.notnull())
    least = coded.group_by(of=coded.c).agg(least=_.at.min())
    return coded.semi_join(least, [coded.c == least.of, coded["at"] == least.least]).drop("at")


def _numbered(sets: ir.Table, texts: Sequence[str], names: Sequence[str]) -> ir.Table:
    """Sets with their number; where some attributes are outcomes also with one that tells all others apart."""
    numbered = sets.mutate(**{SET: ibis.row_number().over(ibis.window(order_by=list(texts))).cast("int32")})
    plain = [said for said, name in zip(texts, names, strict=True) if name not in OUTCOME_ATTRIBUTES]
    if len(plain) == len(texts):
        return numbered
    return numbered.mutate(**{_PLAIN: numbered[SET].min().over(ibis.window(group_by=plain)).cast("int32")})


def merged(making: Making, sources: Sequence[tuple[Lives, Sequence[str]]]) -> Described:
    """What several tables say of customers; each attribute is that of the first that says something of it."""
    if len(sources) == 1:
        lives, _names = sources[0]
        return Described(lives.customers.select("c", SET), lives.sets)
    known = ibis.union(*(lives.customers.select("c") for lives, _names in sources), distinct=True)
    numbers = [f"set{number}" for number in range(len(sources))]
    for (lives, _names), number in zip(sources, numbers, strict=True):
        said = lives.customers.select(of_=lives.customers.c, **{number: lives.customers[SET]})
        known = known.left_join(said, known.c == said.of_).drop("of_").mutate(**{number: _[number].fill_null(_NO_SET)})
    known = making.keep("lives", known)
    pairs = known.select(*numbers).distinct()
    order = ibis.window(order_by=numbers)
    pairs = making.keep("sets", pairs.mutate(**{SET: ibis.row_number().over(order).cast("int32")}))
    customers = making.keep("described", known.join(pairs, numbers).select("c", SET))
    return Described(customers, making.keep("described_sets", _first_said(pairs, sources, numbers)))


def _first_said(pairs: ir.Table, sources: Sequence[tuple[Lives, Sequence[str]]], numbers: Sequence[str]) -> ir.Table:
    """Merged sets with their attributes."""
    offers: dict[str, list[str]] = {}
    rows = pairs
    for (lives, names), number in zip(sources, numbers, strict=True):
        said = lives.sets.select(of_=lives.sets[SET], **{f"{name}__{number}": lives.sets[name] for name in names})
        rows = rows.left_join(said, rows[number] == said.of_).drop("of_")
        for name in names:
            offers.setdefault(name, []).append(f"{name}__{number}")
    return rows.select(SET, **{name: ibis.coalesce(*(rows[one] for one in offer)) for name, offer in offers.items()})
