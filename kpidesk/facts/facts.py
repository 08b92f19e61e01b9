"""The derived tables of one workspace, by name, as Ibis expressions over Parquet.

All money is int64 cents in the workspace currency; ``c`` is the int32 code of a customer; ``day`` is a date; ``src`` is
the number of the input and ``row_no`` the row in its sheet; ``a_<attribute>`` are texts without nulls (``(none)``): the
table's own column, else the customer's.

| relation | columns |
|---|---|
| ``periods`` | c, start, end (exclusive; null = open at as_of), cents (a month), src, row_no, a_* |
| ``moves_<grain>`` | c, t (``Period.index``), opening, delta, closing, kind, a_*; day, week, month, quarter, year |
| ``moves_<grain>:new`` | the same of new customers alone |
| ``turnover`` | those of days with ``day`` for t |
| ``customers`` | c, customer_id, customer_name, first_start, last_end, signup_day, churn_flag, tenure_months, mrr, \
| a_* |
| ``orders`` | day, c, amount (net of tax and refunds), gross, src, row_no, role columns, a_* |
| ``invoices`` | day, c, amount (net of tax and refunds), gross, src, row_no, role columns, a_* |
| ``revenue`` | day, c, amount, src, row_no, a_*; of invoices, else of orders |
| ``spend`` ``web_traffic`` ``social`` ``email`` ``leads`` ``deals`` ``surveys`` ``tickets`` ``events`` ``referrals`` \
| day, c where the table names a customer or user, src, row_no, role columns, a_* |
| ``refunds`` | day, c, gross, refund_amount, src, row_no, a_*; every sale and what of it went back |
| ``monthly`` | t (month index), metric (KPI id), value, src, row_no, a_* |

Kinds of movement: 1 new, 2 reactivation, 3 expansion, 4 contraction, 5 churn, 9 the effect of an exchange rate (a row
of its own); netted per customer and period of the grain; opening + delta = closing. Where ``priced`` is False each
running subscription counts 100 cents: customers can be counted, money cannot. Row tables leave out rows that do not
count (cancelled, unpaid, failed, after as_of) and keep every role column.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import ibis.expr.types as ir
import pyarrow as pa

from kpidesk.core.findings import Finding
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress
from kpidesk.facts import movements
from kpidesk.facts.attribute_values import NONE, PREFIX
from kpidesk.facts.beginnings import Beginning
from kpidesk.facts.expressions import day_numbered
from kpidesk.facts.holes import Hole
from kpidesk.facts.needs import needs
from kpidesk.facts.relations import NO_POOL, Relations
from kpidesk.facts.usage import Usage
from kpidesk.store.database import Columns

NO_ATTRIBUTE_VALUE = NONE
"""What stands where an attribute has no value."""

TURNOVER = "turnover"
"""The movements of days, each with its date: who came and left within a month shows in them."""

NEW, REACTIVATION = movements.NEW, movements.REACTIVATION
EXPANSION, CONTRACTION, CHURN = movements.EXPANSION, movements.CONTRACTION, movements.CHURN
FX = movements.FX


@dataclass(frozen=True)
class Facts:
    """All that is known of the business, ready to be aggregated.

    ``as_of`` is the day up to which it is known, None where nothing has a date. ``is_snapshot`` says that customers are
    known as they are now, with a flag or a tenure, but not since when. ``survivor_reason`` says why churn is not
    visible. ``sources`` maps relations to files (see ``files``), ``notes`` to what belongs beside every number that is
    made of them: rows that are missing in it because no rate is known for their currency. ``words`` are those of the
    workspace by group, ``assumptions`` its numbers by name; see business_rules. ``starts`` is the
    first month of the fiscal year: quarters and years are its. ``usage`` says how finely events tell of time,
    ``holes`` which relations have a long time without rows, of which nothing is known, ``begins`` where those with
    many rows begin.
    """

    as_of: date | None
    currency: str
    findings: tuple[Finding, ...]
    extent: tuple[date, date] | None
    is_snapshot: bool
    priced: bool
    churn_is_visible: bool
    survivor_reason: Message | None
    sources: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[Message, ...]]
    relations: Relations = field(repr=False)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assumptions: Mapping[str, float] = field(default_factory=dict)
    starts: int = 1
    usage: Usage = field(default_factory=Usage)
    holes: Mapping[str, Hole] = field(default_factory=dict)
    begins: Mapping[str, Beginning] = field(default_factory=dict)

    @property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """Each attribute that can segment, with its 2 to 200 values, most frequent first."""
        return self.relations.attributes

    def relation(
        self,
        name: str,
        attributes: Iterable[str] | None = None,
        progress: Progress | None = None,
        pooled: Mapping[str, Sequence[str]] = NO_POOL,
    ) -> ir.Table | None:
        """One derived table; None where no imported table gives it. It is written on first use.

        ``attributes`` limits the ``a_*`` columns to those needed: the customer's own cost a join, so pass ``()`` where
        none is. None means all. Movements take the ``pooled`` values of an attribute for one segment, so that who has
        two of them is one customer: name what a filter lets through.
        """
        if name == TURNOVER:
            moves = self.relations.relation("moves_day", attributes, progress, pooled)
            return None if moves is None else moves.mutate(day=day_numbered(moves["t"])).drop("t")
        return self.relations.relation(name, attributes, progress, pooled)

    def columns(self, name: str) -> frozenset[str]:
        """The columns of a relation, a_* included; empty where there is no such relation."""
        if name == TURNOVER:
            moves = self.relations.columns("moves_day")
            return moves - {"t"} | {"day"} if moves else moves
        return self.relations.columns(name)

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Columns:
        """The result of a query over relations; see Database.run."""
        return self.relations.store.run(expr, progress)

    def arrow(self, expr: ir.Table, progress: Progress | None = None) -> pa.Table:
        """The same for many rows; see Database.arrow."""
        return self.relations.store.arrow(expr, progress)

    def files(self, name: str, columns: Iterable[str]) -> tuple[str, ...]:
        """The files that these columns of a relation come from: its own, and those that tell more of its customers."""
        name = "periods" if name.startswith("moves_") else name
        own = {f"{PREFIX}{attribute}" for attribute in self.relations.own_attributes(name, borrowed=False)}
        found = list(self.sources.get(name, ()))
        for column in columns:
            key = f"customers.{column}" if column.startswith(PREFIX) else f"{name}.{column}"
            found += () if column in own else self.sources.get(key, ())
        return tuple(dict.fromkeys(found))

    def says_any(self, table: str, column: str, groups: Iterable[str]) -> bool:
        """Whether any cell of a column of a row table is a word of these groups; see ``words``."""
        meant = frozenset(word for group in groups for word in self.words.get(group, ()))
        sheets = (part.table for part in self.relations.parts.get(table, ()))
        return any(self.relations.making.has_word(one, column, meant) for one in sheets if one.has(column))

    def missing(self, name: str) -> tuple[str, ...]:
        """What would have to be imported to have the relation: ``("subscriptions.start_date", …)``."""
        return () if self.columns(name) else needs(name)

    def why_hole(self, name: str) -> Message | None:
        """Why a relation has no value between others; None where it has rows all the time."""
        return self.holes[name].why if name in self.holes else None

    def close(self) -> None:
        """Remove the files of these facts; the object must not be used any more."""
        self.relations.close()
