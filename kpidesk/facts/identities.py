"""Who is named where: words that are the id, the name or the address of a customer, looked up among all of them."""

from collections.abc import Collection, Iterator

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from kpidesk.core.identifying import is_identifying
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.facts.tables import ATTRIBUTE_ROLES, MONEY_ROLES, FactTable
from kpidesk.schema.model import ColumnType

_WHO = frozenset({"customer_id", "user_id", "referrer_id", "invitee_id", "customer_name", "email"})
_SAID = (ColumnType.TEXT, ColumnType.ID)
_EDGES = r"^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$"
"""What a word of a sentence does not begin or end with."""


def names_among(facts: Facts, words: Collection[str], progress: Progress | None = None) -> frozenset[str]:
    """Those names of customers that are among the words, but for signs around them: ``Acme Inc.`` for ``Acme Inc``.

    Ids, names and addresses by the role of their column, and columns of the user's own that identify by their name. All
    are gone through where they lie, for there may be a million of them.
    """
    found: set[str] = set()
    wanted = pa.array(sorted(words), pa.string())
    for rows in _columns(facts) if words else ():
        names = facts.arrow(rows, progress)["name"].cast(pa.string())
        bare = pc.replace_substring_regex(names, pattern=_EDGES, replacement="")
        found.update(names.filter(pc.is_in(bare, value_set=wanted)).to_pylist())
    return frozenset(name for name in found if name)


def _columns(facts: Facts) -> Iterator[ir.Table]:
    """Every column that says who a customer is, each of its names once."""
    for one in facts.relations.making.tables:
        for name in one.typed:
            if _says_who(one, name):
                rows = one.rows.select(name=one.text(name))
                yield rows.filter(rows["name"].notnull()).distinct()


def _says_who(one: FactTable, name: str) -> bool:
    if name in _WHO:
        return True
    if name in ATTRIBUTE_ROLES | MONEY_ROLES or one.typed[name].type not in _SAID:
        return False
    return is_identifying(name)
