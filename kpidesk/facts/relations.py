"""The relations by name: written as Parquet on first use, then joined with what is asked for of the customer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import ibis.expr.types as ir

from kpidesk.core.progress import Progress
from kpidesk.facts.attribute_sets import SET, Described
from kpidesk.facts.attribute_values import NONE, PREFIX, as_columns, attribute_values
from kpidesk.facts.codes import Codes
from kpidesk.facts.customers import customer_columns, make_customers
from kpidesk.facts.derived import OWN_OF, SOURCE_OF, Sources, derived
from kpidesk.facts.descriptions import Descriptions, customer_attributes
from kpidesk.facts.dressing import dressed
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.ledger_moves import LedgerMoves
from kpidesk.facts.making import Making
from kpidesk.facts.monthly import GIVEN_COLUMNS, given_tables, given_values
from kpidesk.facts.movements import NEW, NEW_ONLY, grain_and_day
from kpidesk.facts.rows import DAY_COLUMNS, RowPart, is_whole_refund, united
from kpidesk.facts.sales import SALE_COLUMNS, Sales, sales
from kpidesk.facts.segmented_moves import pooled
from kpidesk.facts.told_periods import or_of_customers, told_periods
from kpidesk.store.database import Database

Pool = frozenset[tuple[str, tuple[str, ...]]]
NO_POOL: Mapping[str, Sequence[str]] = {}
_MOVE = ("c", "t", "opening", "delta", "closing", "kind")


@dataclass
class Relations:
    """Makes and remembers relations. ``parts`` are the judged rows of the row tables by name."""

    making: Making
    codes: Codes | None
    ledger: Ledger | None
    parts: Mapping[str, tuple[RowPart, ...]]
    _kept: dict[str, ir.Table | None] = field(default_factory=dict)
    _bare: dict[str, frozenset[str]] = field(default_factory=dict)
    _columns: dict[tuple[str, frozenset[str] | None, Pool], ir.Table | None] = field(default_factory=dict)

    @cached_property
    def _moved(self) -> LedgerMoves | None:
        if self.ledger is None or self.codes is None or self._descriptions is None:
            return None
        return LedgerMoves(self.making, self.codes, self.ledger, self._descriptions.lives)

    @cached_property
    def _descriptions(self) -> Descriptions | None:
        return None if self.codes is None else Descriptions(self.making, self.codes)

    @property
    def _described(self) -> Described | None:
        """The attributes of customers, where anything names and describes them."""
        return None if self._descriptions is None else self._descriptions.described

    @property
    def _sales(self) -> Sales:
        return sales(self.parts)

    @property
    def store(self) -> Database:
        return self.making.store

    def relation(
        self,
        name: str,
        attributes: Iterable[str] | None,
        progress: Progress | None = None,
        pooled: Mapping[str, Sequence[str]] = NO_POOL,
    ) -> ir.Table | None:
        """The relation with these attributes of its own or of its customers; None means all.

        Movements take the ``pooled`` values of an attribute for one segment, which is called by the first of them.
        """
        self.making.progress = progress or Progress()
        wanted = None if attributes is None else frozenset(attributes)
        pool: Pool = frozenset((each, tuple(values)) for each, values in pooled.items())
        key = (name, wanted, pool if name.startswith("moves_") else frozenset())
        if key not in self._columns:
            raw = self._raw(name)
            self._columns[key] = None if raw is None else self._with_attributes(name, raw, wanted, pool)
        return self._columns[key]

    def columns(self, name: str) -> frozenset[str]:
        """The columns that the relation has, found without writing it; empty where there is none."""
        if name not in self._bare:
            self._bare[name] = self._all_columns(name)
        return self._bare[name]

    def _all_columns(self, name: str) -> frozenset[str]:
        bare = frozenset(self._bare_columns(name))
        if not bare:
            return bare
        own = frozenset(self.own_attributes(name))
        named = own | (frozenset(customer_attributes(self.making)) if "c" in bare else frozenset())
        kept = bare if name in DAY_COLUMNS else bare - own
        return kept | {f"{PREFIX}{attribute}" for attribute in named}

    def close(self) -> None:
        """Forget and remove all that was written."""
        self._kept.clear()
        self._columns.clear()
        self.making.discard()

    def own_attributes(self, name: str, *, borrowed: bool = True) -> tuple[str, ...]:
        """The attributes that a relation's own rows have; those ``borrowed`` of named subscriptions too."""
        match name:
            case "periods":
                tables = () if self._moved is None else self._moved.tables
            case "monthly":
                tables = given_tables(self.making)
            case "revenue" | "refunds":
                tables = tuple(part.table for part in self._sales.parts)
            case _:
                tables = tuple(part.table for part in self.parts.get(OWN_OF.get(name, name), ()))
        named = (each for one in tables for each in one.attributes if borrowed or each not in one.borrowed)
        return tuple(dict.fromkeys(named))

    @cached_property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """Each attribute with its values, most frequent first; only those that can segment."""
        followed = () if self._moved is None else self._moved.values(self.own_attributes("periods"))
        asked = {name: self.own_attributes(name) for name in ("monthly", *self.parts)}
        sheets = {name: self.own_attributes(name, borrowed=False) for name in asked}
        rows = ((self.relation(name, own), own, sheets[name]) for name, own in asked.items() if own)
        described = None if self._described is None else self._described.counted(customer_attributes(self.making))
        return attribute_values(self.making, described, rows, followed)

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
            sold = self._sales.parts if name == "revenue" or self._sales.knows_refunds else ()
            return set(SALE_COLUMNS) & set(united(sold, self.codes).columns) if sold else ()
        if name in SOURCE_OF:
            found = derived(name, self._sources(self._unwritten))
            return () if found is None else found.columns
        rows = self._unwritten(name)
        return () if rows is None else rows.columns

    def _sources(self, rows: Callable[[str], ir.Table | None]) -> Sources:
        """What derived relations are made from: of written tables, or only to see which columns there would be."""
        unwritten = rows == self._unwritten
        ledger = self.ledger

        def periods() -> ir.Table | None:
            if unwritten or self._moved is None:
                return None if ledger is None else ledger.rows
            return self._moved.contracts

        return Sources(self.making, self.codes, ledger, rows, periods, self.own_attributes)

    def _unwritten(self, name: str) -> ir.Table | None:
        parts = self.parts.get(name, ())
        return self._dressed(name, united(parts, self.codes), self._unwritten) if parts else None

    def _dressed(self, name: str, rows: ir.Table, others: Callable[[str], ir.Table | None]) -> ir.Table:
        tables = tuple(part.table for part in self.parts.get(name, ()))
        return dressed(self.making, tables, rows, others)

    def _raw(self, name: str) -> ir.Table | None:
        """The relation without attributes of others."""
        if name not in self._kept:
            self._kept[name] = self._make(name)
        return self._kept[name]

    def _make(self, name: str) -> ir.Table | None:
        makers: Mapping[str, Callable[[], ir.Table | None]] = {
            "periods": lambda: None if self._moved is None else self._moved.periods,
            "ledger": lambda: None if self.ledger is None else self.ledger.rows,
            "customers": self._customers,
            "revenue": lambda: self._sold(self._sales.name) if self._sales.parts else None,
            "refunds": lambda: self._rows(self._sales.name) if self._sales.knows_refunds else None,
            "monthly": self._monthly,
        }
        if name in makers:
            return makers[name]()
        if name.startswith("moves_"):
            return self._moves(name)
        if name in DAY_COLUMNS and self.parts.get(name):
            return self._sold(name) if name in ("orders", "invoices") else self._rows(name)
        if name in SOURCE_OF:
            found = derived(name, self._sources(self._raw))
            return None if found is None else self.making.keep(name, found)
        return None

    def _moves(self, name: str) -> ir.Table | None:
        """Movements by the name of their relation: the grain, and perhaps the day of the view."""
        if self._moved is None:
            return None
        whole = name.removesuffix(NEW_ONLY)
        if whole != name:
            moves = self._raw(whole)
            return None if moves is None else moves.filter(moves.kind == NEW)
        grain, day = grain_and_day(name)
        return self._moved.moves(grain) if day is None else self._moved.moves_until(grain, day)

    def _segmented(self, name: str, by: tuple[str, ...], pool: Pool) -> ir.Table:
        """Movements by attributes that change over a customer's life; kept, for they cost as much as the others."""
        among = sorted((f"{PREFIX}{each}", values) for each, values in pool if each in by)
        columns = [f"{PREFIX}{one}" for one in by]
        key = f"{name}|{columns}|{among}"
        known = self._kept.get(key)
        if known is None:
            moves, periods = self._raw(name), self._raw("periods")
            if self._moved is None or moves is None or periods is None:
                raise LookupError(name)
            day = grain_and_day(name)[1]
            periods = periods if day is None else self._moved.periods_until(day)
            told = self._with_attributes("periods", periods, frozenset(by))
            told = told.mutate(**{each: pooled(told[each], values) for each, values in among})
            known = self._moved.segmented(f"{_plain(name)}_by{len(self._kept)}", name, moves, told, columns)
            self._kept[key] = known
        return known

    def _customers(self) -> ir.Table | None:
        made = None if self.codes is None else make_customers(self.making, self.codes, self._raw("periods"))
        return None if made is None else self.making.keep("customers", made)

    def _numbered(self, name: str, described: Described) -> ir.Table:
        """Movements with the number of what their customer is; kept, for each split asks for it."""
        whole = name.removesuffix(NEW_ONLY)
        key = f"{whole}|{SET}"
        moves, known = self._raw(whole), self._kept.get(key)
        if known is None:
            if self._moved is None or moves is None:
                raise LookupError(name)
            known = self._kept[key] = self._moved.numbered(_plain(whole), moves, described)
        return known.filter(known.kind == NEW) if name != whole else known

    def _rows(self, name: str) -> ir.Table:
        kept = self._kept.get(f"rows_{name}")
        if kept is None:
            rows = self._dressed(name, united(self.parts[name], self.codes), self._raw)
            kept = self.making.keep(f"rows_{name}", rows)
            self._kept[f"rows_{name}"] = kept
        return kept

    def _sold(self, name: str) -> ir.Table:
        rows = self._rows(name)
        return rows.filter(~is_whole_refund(rows))

    def _monthly(self) -> ir.Table | None:
        tables = given_tables(self.making)
        return self.making.keep("monthly", given_values(tables, self.own_attributes("monthly"))) if tables else None

    def _with_attributes(
        self, name: str, raw: ir.Table, wanted: frozenset[str] | None, pool: Pool = frozenset()
    ) -> ir.Table:
        """Own attributes first, else those of the customer; texts without nulls."""
        all_own = frozenset(self.own_attributes(name))
        theirs = frozenset(customer_attributes(self.making)) - all_own if "c" in raw.columns else frozenset()
        own, theirs = (all_own, theirs) if wanted is None else (all_own & wanted, theirs & wanted)
        moving: tuple[str, ...] = ()
        if name.startswith("moves_") and self._moved is not None:
            moving = tuple(sorted(one for one in self._asked_of_ledger(wanted) if self._moved.changes(one)))
            if moving:
                raw, theirs = self._segmented(name, moving, pool), theirs - frozenset(moving)
        rows = self._telling(name, raw, own)
        if name in ("revenue", "refunds"):
            rows = rows.select(*(column for column in SALE_COLUMNS if column in rows.columns), *own)
        if name in DAY_COLUMNS:
            rows = rows.mutate(as_columns(rows, own))
        else:
            rows = rows.select(*(column for column in rows.columns if column not in all_own), **as_columns(rows, own))
        described = self._described if theirs else None
        if described is None:
            return rows
        numbered = self._numbered(name, described) if name.startswith("moves_") and not moving else rows
        told = described.told(numbered, {one: f"{PREFIX}{one}" for one in sorted(theirs)})
        return told.mutate(**{f"{PREFIX}{one}": told[f"{PREFIX}{one}"].fill_null(NONE) for one in sorted(theirs)})

    def _asked_of_ledger(self, wanted: frozenset[str] | None) -> frozenset[str]:
        own = frozenset(self.own_attributes("periods"))
        return own if wanted is None else own & wanted

    def _telling(self, name: str, raw: ir.Table, own: frozenset[str]) -> ir.Table:
        """Periods with the attributes of the rows that they come from; what is borrowed is else the customer's."""
        if own and name == "periods" and self.ledger is not None:
            return told_periods(raw, self.ledger.tables, own, self._described)
        borrowed = own - frozenset(self.own_attributes(name, borrowed=False))
        return or_of_customers(raw, borrowed, self._described) if borrowed and name != "periods" else raw


def _plain(name: str) -> str:
    """The name of a relation as one that a file may have."""
    return name.replace("@", "_").replace(":", "_").replace("-", "")
