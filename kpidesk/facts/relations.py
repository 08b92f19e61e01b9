"""The relations by name: written as Parquet on first use, then joined with what is asked for of the customer."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts import movements
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.codes import Codes
from kpidesk.facts.customers import customer_attributes, customer_columns, make_attributes, make_customers
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making
from kpidesk.facts.monthly import GIVEN_COLUMNS, given_tables, given_values
from kpidesk.facts.rows import DAY_COLUMNS, RowPart, is_whole_refund, united
from kpidesk.facts.segmented_moves import segmented_moves
from kpidesk.facts.tables import MAX_VALUES, FactTable
from kpidesk.store.database import Database

NONE = "(none)"
_PREFIX = "a_"
OUTCOME_ATTRIBUTES = frozenset({"churn_reason", "lost_reason"})
"""What is known only of those that left or were lost."""
_MOVE = ("c", "t", "opening", "delta", "closing", "kind")
_SALE = ("day", "c", "amount", "gross", "refund_amount", "src", "row_no")


@dataclass
class Relations:
    """Makes and remembers relations. ``parts`` are the judged rows of the row tables by name."""

    making: Making
    codes: Codes | None
    ledger: Ledger | None
    parts: Mapping[str, tuple[RowPart, ...]]
    _kept: dict[str, ir.Table | None] = field(default_factory=dict)
    _changing: dict[str, bool] = field(default_factory=dict)
    _columns: dict[tuple[str, frozenset[str] | None], ir.Table | None] = field(default_factory=dict)

    @property
    def store(self) -> Database:
        return self.making.store

    def relation(
        self, name: str, attributes: Iterable[str] | None, progress: Progress | None = None
    ) -> ir.Table | None:
        """The relation with these attributes of its own or of its customers; None means all."""
        self.making.progress = progress or Progress()
        wanted = None if attributes is None else frozenset(attributes)
        key = (name, wanted)
        if key not in self._columns:
            raw = self._raw(name)
            self._columns[key] = None if raw is None else self._with_attributes(name, raw, wanted)
        return self._columns[key]

    def columns(self, name: str) -> frozenset[str]:
        """The columns that the relation has, found without writing it; empty where there is none."""
        bare = frozenset(self._bare_columns(name))
        if not bare:
            return bare
        own = frozenset(self.own_attributes(name))
        named = own | (frozenset(customer_attributes(self.making)) if "c" in bare else frozenset())
        kept = bare if name in DAY_COLUMNS else bare - own
        return kept | {f"{_PREFIX}{attribute}" for attribute in named}

    def close(self) -> None:
        """Forget and remove all that was written."""
        self._kept.clear()
        self._columns.clear()
        self.making.discard()

    def own_attributes(self, name: str) -> tuple[str, ...]:
        """The attributes that a relation's own rows have."""
        match name:
            case "periods":
                tables = self.ledger.tables if self.ledger is not None else ()
            case "monthly":
                tables = given_tables(self.making)
            case "revenue" | "refunds":
                tables = tuple(part.table for part in self._sales())
            case _:
                tables = tuple(part.table for part in self.parts.get(name, ()))
        return tuple(dict.fromkeys(attribute for one in tables for attribute in one.attributes))

    @cached_property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """Each attribute with its values, most frequent first; only those that can segment."""
        counts: dict[str, Counter[str]] = {}
        for attribute, value in self._values_of_ledger():
            counts.setdefault(attribute, Counter())[value] += 0
        asked = {name: self.own_attributes(name) for name in ("monthly", *self.parts)}
        for name, own in {"described": customer_attributes(self.making), **asked}.items():
            rows = self.relation(name, own) if own else None
            if rows is not None:
                for attribute, value, n in _value_counts(self.making, rows, own):
                    counts.setdefault(attribute, Counter())[value] += n
        return {
            attribute: tuple(sorted(values, key=lambda value: (-values[value], value)))
            for attribute, values in counts.items()
            if 2 <= len(values) <= MAX_VALUES
        }

    def _bare_columns(self, name: str) -> Iterable[str]:
        if name == "periods":
            return self.ledger.rows.columns if self.ledger is not None else ()
        if name.startswith("moves_"):
            return _MOVE if self.ledger is not None else ()
        if name == "customers":
            return customer_columns(self.making) if self.codes is not None else ()
        if name == "monthly":
            return GIVEN_COLUMNS if given_tables(self.making) else ()
        if name in ("revenue", "refunds"):
            sold = self._sales() if name == "revenue" or self._knows_refunds() else ()
            return set(_SALE) & set(united(sold, self.codes).columns) if sold else ()
        parts = self.parts.get(name, ())
        return united(parts, self.codes).columns if parts else ()

    def _raw(self, name: str) -> ir.Table | None:
        """The relation without attributes of others."""
        if name not in self._kept:
            self._kept[name] = self._make(name)
        return self._kept[name]

    def _make(self, name: str) -> ir.Table | None:
        makers: Mapping[str, Callable[[], ir.Table | None]] = {
            "periods": self._periods,
            "customers": self._customers,
            "described": self._described,
            "revenue": self._revenue,
            "refunds": self._refunds,
            "monthly": self._monthly,
        }
        if name in makers:
            return makers[name]()
        if name.startswith("moves_"):
            grain, _at, until = name.removeprefix("moves_").partition("@")
            return self._moves_until(Grain(grain), date.fromisoformat(until)) if until else self._moves(Grain(grain))
        if name in DAY_COLUMNS and self.parts.get(name):
            return self._sold(name) if name in ("orders", "invoices") else self._rows(name)
        return None

    def _periods(self) -> ir.Table | None:
        """The ledger, with late renewals counted from the day they were due."""
        if self.ledger is None:
            return None
        rows, gap = self.ledger.rows, self.making.rules.gap_months
        if not gap:
            return rows
        late = self.making.keep("late", movements.perhaps_late(rows, gap))
        if not self.store.run(late.limit(1))["c"].size:
            return rows
        resumed = movements.resume_short_gaps(rows.semi_join(late, "c").select(*rows.columns), gap)
        resumed = self.making.keep("resumed", resumed.select(*rows.columns))
        return self.making.keep(
            "periods", ibis.union(rows.anti_join(late, "c").select(*rows.columns), resumed, distinct=False)
        )

    def _moves(self, grain: Grain) -> ir.Table | None:
        if self.ledger is None:
            return None
        if grain is not Grain.MONTH or self.making.rules.gap_months != 1:
            periods = self._raw("periods")
            return None if periods is None else self._kept_moves(f"moves_{grain.value}", periods, grain)
        return self._moves_of_months(self.ledger.rows)

    def _moves_of_months(self, rows: ir.Table) -> ir.Table:
        """As for any grain; but only few customers need the rule of short gaps, so it is applied to them apart."""
        moves = self._kept_moves("moves_month", rows, Grain.MONTH)
        late = self.making.keep("late_month", movements.late_across_months(rows))
        if not self.store.run(late.limit(1))["c"].size:
            return moves
        resumed = movements.resume_short_gaps(rows.semi_join(late, "c").select(*rows.columns), 1)
        again = self._kept_moves("moves_late", resumed, Grain.MONTH)
        return ibis.union(moves.anti_join(late, "c").select(*moves.columns), again, distinct=False)

    def _moves_until(self, grain: Grain, day: date) -> ir.Table | None:
        """The movements as they were known on a day within a period."""
        periods = self._periods_until(day)
        return None if periods is None else self._kept_moves(f"moves_{grain.value}_{day:%Y%m%d}", periods, grain)

    def _periods_until(self, day: date) -> ir.Table | None:
        if self.ledger is None:
            return None
        rows = self.ledger.rows
        rows = rows.filter(rows.start <= day)
        rows = rows.mutate(end=ibis.ifelse(rows.end > day, ibis.null("date"), rows.end))
        gap = self.making.rules.gap_months
        return movements.resume_short_gaps(rows, gap).select(*self.ledger.rows.columns) if gap else rows

    def _segmented(self, name: str, by: tuple[str, ...]) -> ir.Table:
        """Movements by attributes that change over a customer's life; kept, for they cost as much as the others."""
        key = f"{name}|{'|'.join(by)}"
        known = self._kept.get(key)
        if known is None:
            grain, _at, until = name.removeprefix("moves_").partition("@")
            periods = self._periods_until(date.fromisoformat(until)) if until else self._raw("periods")
            moves = self._raw(name)
            if periods is None or moves is None:
                raise LookupError(name)
            columns = [f"{_PREFIX}{one}" for one in by]
            dressed = self._with_attributes("periods", periods, frozenset(by))
            expr = segmented_moves(dressed, moves, columns, Grain(grain))
            safe = name.replace("@", "_").replace("-", "")
            number = sum(one.startswith(f"{name}|") for one in self._kept)
            known = self._kept[key] = self.making.keep(f"{safe}_by{number}", expr)
        return known

    def changes(self, attribute: str) -> bool:
        """True where the ledger's own rows say different things of one customer at different times."""
        if attribute not in self._changing:
            self._changing[attribute] = self._is_changing(attribute)
        return self._changing[attribute]

    def _is_changing(self, attribute: str) -> bool:
        if self.ledger is None or self.codes is None or self.ledger.has_credits or attribute in OUTCOME_ATTRIBUTES:
            return False
        parts = [
            self.codes.coded(
                one.rows.select(customer_id=one.text("customer_id"), said=plain_text(one.rows[attribute]).hash())
            )
            for one in self._telling(attribute)
        ]
        if not parts:
            return False
        rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
        lives = rows.group_by("c").agg(low=rows.said.min(), high=rows.said.max())
        return bool(self.making.ask(lives.agg(n=(lives.low != lives.high).any().fill_null(False)))["n"][0])

    def _telling(self, attribute: str) -> tuple[FactTable, ...]:
        """The tables of the ledger whose rows have an attribute of their own; a customer's own row tells no history."""
        tables = self.ledger.tables if self.ledger is not None else ()
        return tuple(one for one in tables if one.table != "customers" and attribute in one.attributes)

    def _values_of_ledger(self) -> Iterable[tuple[str, str]]:
        """Attributes and values that the ledger's rows have, where customers move between them."""
        for attribute in self.own_attributes("periods"):
            tables = self._telling(attribute)
            if tables and self.changes(attribute):
                for one in tables:
                    found = self.making.ask(one.rows.select(v=plain_text(one.rows[attribute])).distinct())
                    yield from ((attribute, str(value)) for value in found["v"] if value is not None)

    def _kept_moves(self, name: str, periods: ir.Table, grain: Grain) -> ir.Table:
        has_credits = self.ledger is not None and self.ledger.has_credits
        kept = self.making.keep(name, movements.movements(periods, grain, has_credits=has_credits))
        return kept.select("c", "t", opening=kept.closing - kept.delta, delta="delta", closing="closing", kind="kind")

    def _customers(self) -> ir.Table | None:
        if self.codes is None:
            return None
        return self.making.keep("customers", make_customers(self.making, self.codes, self._raw("periods")))

    def _described(self) -> ir.Table | None:
        """The attributes of customers: c and a column for each."""
        rows = None if self.codes is None else make_attributes(self.making, self.codes)
        return None if rows is None else self.making.keep("described", rows)

    def _rows(self, name: str) -> ir.Table:
        kept = self._kept.get(f"rows_{name}")
        if kept is None:
            kept = self.making.keep(f"rows_{name}", united(self.parts[name], self.codes))
            self._kept[f"rows_{name}"] = kept
        return kept

    def _sold(self, name: str) -> ir.Table:
        rows = self._rows(name)
        return rows.filter(~is_whole_refund(rows))

    def _sales(self) -> tuple[RowPart, ...]:
        return self.parts.get("invoices") or self.parts.get("orders") or ()

    def _revenue(self) -> ir.Table | None:
        name = "invoices" if self.parts.get("invoices") else "orders"
        return self._sold(name) if self.parts.get(name) else None

    def _refunds(self) -> ir.Table | None:
        name = "invoices" if self.parts.get("invoices") else "orders"
        return self._rows(name) if self._knows_refunds() else None

    def _knows_refunds(self) -> bool:
        return any(part.table.has("refund_amount") or part.table.has("status") for part in self._sales())

    def _monthly(self) -> ir.Table | None:
        tables = given_tables(self.making)
        return self.making.keep("monthly", given_values(tables, self.own_attributes("monthly"))) if tables else None

    def _with_attributes(self, name: str, raw: ir.Table, wanted: frozenset[str] | None) -> ir.Table:
        """Own attributes first, else those of the customer; texts without nulls."""
        all_own = frozenset(self.own_attributes(name) if name != "described" else customer_attributes(self.making))
        theirs = frozenset(customer_attributes(self.making)) - all_own if "c" in raw.columns else frozenset()
        own, theirs = (all_own, theirs) if wanted is None else (all_own & wanted, theirs & wanted)
        if name.startswith("moves_"):
            moving = tuple(sorted(one for one in self._asked_of_ledger(wanted) if self.changes(one)))
            if moving:
                raw, theirs = self._segmented(name, moving), theirs - frozenset(moving)
        rows = self._with_source(raw, own) if name == "periods" else raw
        if name in ("revenue", "refunds"):
            rows = rows.select(*(column for column in _SALE if column in rows.columns), *own)
        if name in DAY_COLUMNS:
            rows = rows.mutate(_named(rows, own))
        else:
            rows = rows.select(*(column for column in rows.columns if column not in all_own), **_named(rows, own))
        described = self._raw("described") if theirs else None
        if described is None:
            return rows
        said = described.select(of_=described.c, **{one: described[one] for one in sorted(theirs)})
        joined = rows.left_join(said, rows.c == said.of_)
        return joined.select(*rows.columns, **_named(joined, theirs))

    def _asked_of_ledger(self, wanted: frozenset[str] | None) -> frozenset[str]:
        own = frozenset(self.own_attributes("periods"))
        return own if wanted is None else own & wanted

    def _with_source(self, periods: ir.Table, own: frozenset[str]) -> ir.Table:
        """Periods with the attributes of the rows that they come from."""
        if not own or self.ledger is None:
            return periods
        parts = [
            one.rows.select(
                src_=ibis.literal(one.number, "int32"),
                row_=one.row_no,
                **{
                    name: plain_text(one.rows[name]) if name in one.attributes else ibis.null("string")
                    for name in sorted(own)
                },
            )
            for one in self.ledger.tables
        ]
        rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
        joined = periods.left_join(rows, [periods.src == rows.src_, periods.row_no == rows.row_]).drop("src_", "row_")
        described = self._raw("described")
        both = [] if described is None else sorted(own & frozenset(described.columns))
        if described is None or not both:
            return joined
        # Where the row itself is silent, what is known of its customer.
        said = described.select(of_=described.c, **{f"{name}_": described[name] for name in both})
        wide = joined.left_join(said, joined.c == said.of_)
        return wide.mutate(**{name: wide[name].coalesce(wide[f"{name}_"]) for name in both}).drop(
            "of_", *(f"{name}_" for name in both)
        )


def _named(rows: ir.Table, attributes: Iterable[str]) -> dict[str, ir.StringValue]:
    """The ``a_*`` columns of these attributes."""
    return {f"{_PREFIX}{name}": rows[name].fill_null(NONE) for name in sorted(attributes)}


def _value_counts(making: Making, rows: ir.Table, names: Iterable[str]) -> Iterable[tuple[str, str, int]]:
    """How often each value of each attribute occurs."""
    parts = [
        rows.group_by(value=rows[f"{_PREFIX}{name}"]).agg(n=_.count()).mutate(attribute=ibis.literal(name))
        for name in names
    ]
    found = making.ask(ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0])
    for attribute, value, n in zip(found["attribute"], found["value"], found["n"], strict=True):
        yield str(attribute), str(value), int(n)
