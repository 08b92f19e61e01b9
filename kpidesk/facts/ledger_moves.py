"""The relations of a ledger: its periods, and the movements of any grain, day of view and changing attribute."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.period import Grain
from kpidesk.facts import movements
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.attribute_sets import OUTCOME_ATTRIBUTES, SET, Described, Lives
from kpidesk.facts.codes import Codes
from kpidesk.facts.exchange import MONEY_OF
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making
from kpidesk.facts.segmented_moves import newcomers, segmented_moves
from kpidesk.facts.tables import FactTable

_UNSAID, _BETWEEN = "\x1e", "\x1f"
"""Control characters: no cell that was typed says them."""
_NOBODY = -1
"""The code of all rows that name no customer."""


@dataclass(frozen=True)
class LedgerMoves:
    """Makes what a ledger says, each when it is asked for; the caller remembers it."""

    making: Making
    codes: Codes
    ledger: Ledger
    lives: Callable[[FactTable], Lives]
    _changing: dict[str, bool] = field(default_factory=dict)

    @property
    def gap(self) -> int:
        """The months within which a return is a late renewal; orders renew nothing."""
        return 0 if self.ledger.is_of_orders else self.making.rules.gap_months

    @property
    def tables(self) -> tuple[FactTable, ...]:
        """The tables whose rows are the periods of the ledger."""
        return () if self.ledger.is_of_orders else self.ledger.tables

    @cached_property
    def periods(self) -> ir.Table:
        """Paid time of one worth: that of ``contracts``, in pieces where an exchange rate changes."""
        return self.making.keep("pieces", self._revalued(self.contracts)) if self.is_revalued else self.contracts

    @property
    def is_revalued(self) -> bool:
        """Whether some of it is paid in a currency whose rate changes."""
        return MONEY_OF in self.ledger.rows.columns

    @cached_property
    def contracts(self) -> ir.Table:
        """The ledger, with late renewals counted from the day they were due; of months no movement needs it."""
        rows, gap = self.ledger.rows, self.gap
        if not gap:
            return rows
        late = self.making.keep("late", movements.perhaps_late(rows, gap))
        if not self._is_filled(late):
            return rows
        resumed = movements.resume_short_gaps(rows.semi_join(late, "c").select(*rows.columns), gap)
        resumed = self.making.keep("resumed", resumed.select(*rows.columns))
        return self.making.keep(
            "periods", ibis.union(rows.anti_join(late, "c").select(*rows.columns), resumed, distinct=False)
        )

    def periods_until(self, day: date) -> ir.Table:
        """The periods as they were known on a day."""
        rows = self.ledger.rows
        rows = rows.filter(rows.start <= day)
        rows = rows.mutate(end=ibis.ifelse(rows.end > day, ibis.null("date"), rows.end))
        rows = movements.resume_short_gaps(rows, self.gap).select(*self.ledger.rows.columns) if self.gap else rows
        return self._revalued(rows, day) if self.is_revalued else rows

    def _revalued(self, rows: ir.Table, until: date | None = None) -> ir.Table:
        known = until or self.making.as_of or date.max
        return self.making.currencies.rates.revalued(rows, known)

    def moves(self, grain: Grain) -> ir.Table:
        """The movements of a grain; few customers need the rule of short gaps, so months apply it to them apart."""
        rows = self.ledger.rows
        if grain is not Grain.MONTH or self.gap != 1 or self.is_revalued:
            return self.kept(f"moves_{grain.value}", self.periods, grain)
        moves = self.kept("moves_month", rows, Grain.MONTH)
        if self.ledger.is_positive:
            late = movements.seen_across_months(moves, rows)
        else:
            late = movements.late_across_months(rows)
        late = self.making.keep("late_month", late)
        if not self._is_filled(late):
            return moves
        few = self.making.keep("late_rows", rows.semi_join(late, "c").select("c", "start", "end", "cents"))
        again = self.kept("moves_late", movements.resume_short_gaps(few, 1), Grain.MONTH)
        # Written, for every query over movements would else look for the few once more.
        both = ibis.union(moves.anti_join(late, "c").select(*moves.columns), again, distinct=False)
        return _opened(self.making.keep("moves_settled", both.drop("opening")))

    def moves_until(self, grain: Grain, day: date) -> ir.Table:
        """The movements as they were known on a day within a period."""
        return self.kept(f"moves_{grain.value}_{day:%Y%m%d}", self.periods_until(day), grain)

    def kept(self, name: str, periods: ir.Table, grain: Grain) -> ir.Table:
        """Movements, written."""
        credits, starts = self.ledger.has_credits, self.making.rules.starts
        kept = self.making.keep(name, movements.movements(periods, grain, has_credits=credits, starts=starts))
        return _opened(kept)

    def segmented(self, kept_as: str, name: str, moves: ir.Table, periods: ir.Table, by: Sequence[str]) -> ir.Table:
        """Movements by attributes (columns of the periods) that change over a customer's life, written."""
        split = newcomers if name.endswith(movements.NEW_ONLY) else segmented_moves
        grain, _day = movements.grain_and_day(name)
        credits, starts = self.ledger.has_credits, self.making.rules.starts
        return self.making.keep(kept_as, split(periods, moves, by, grain, has_credits=credits, starts=starts))

    def numbered(self, name: str, moves: ir.Table, described: Described) -> ir.Table:
        """Movements with the number of what their customer is, written."""
        return _opened(self.making.keep(f"{name}_sets", described.with_set(moves.drop("opening"))))

    def changes(self, attribute: str) -> bool:
        """True where the ledger's own rows say different things of one customer at different times."""
        if attribute not in self._changing:
            self._changing.update(self._which_change(attribute))
        return self._changing[attribute]

    def values(self, attributes: Iterable[str]) -> Iterable[tuple[str, str]]:
        """Attributes and values that the ledger's rows have, where customers move between them."""
        for attribute in attributes:
            tables = self._telling(attribute)
            if tables and self.changes(attribute):
                for one in tables:
                    found = self.making.ask(one.rows.select(v=plain_text(one.rows[attribute])).distinct())
                    yield from ((attribute, str(value)) for value in found["v"] if value is not None)

    def _which_change(self, asked: str) -> dict[str, bool]:
        """Of this attribute, and of all that the same tables tell, whether they change: one look at the rows."""
        if not self.ledger.is_followed or asked in OUTCOME_ATTRIBUTES or not self._telling(asked):
            return {asked: False}
        tables = self._telling(asked)
        others = [name for name in tables[0].attributes if name not in OUTCOME_ATTRIBUTES]
        alike = [name for name in dict.fromkeys((asked, *others)) if self._telling(name) == tables]
        parts = []
        for one in tables:
            said = {f"said{number}": plain_text(one.rows[name]) for number, name in enumerate(alike)}
            parts.append(self.codes.coded(one.rows.select(customer_id=one.text("customer_id"), **said)))
        rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
        rows = rows.mutate(c=rows.c.fill_null(_NOBODY))
        if len(alike) > 1:
            movers = self._movers(tables, rows)
            if not self._is_filled(movers):
                return dict.fromkeys(alike, False)
            rows = rows.semi_join(movers, "c")
        rows = rows.select("c", **{name: rows[name].hash() for name in rows.columns if name != "c"})
        ends = {f"low{n}": rows[f"said{n}"].min() for n in range(len(alike))}
        ends |= {f"high{n}": rows[f"said{n}"].max() for n in range(len(alike))}
        lives = rows.group_by("c").agg(**ends)
        moved = {f"n{n}": (lives[f"low{n}"] != lives[f"high{n}"]).any().fill_null(False) for n in range(len(alike))}
        found = self.making.ask(lives.agg(**moved))
        return {name: bool(found[f"n{number}"][0]) for number, name in enumerate(alike)}

    def _movers(self, tables: tuple[FactTable, ...], rows: ir.Table) -> ir.Table:
        """The customers of whom not all of these rows say the same."""
        if len(tables) == 1:
            return self.lives(tables[0]).movers
        return self.making.keep(f"movers{len(self._changing)}", _movers(rows))

    def _telling(self, attribute: str) -> tuple[FactTable, ...]:
        """The tables whose rows have an attribute of their own; a customer's own row tells no history."""
        return tuple(one for one in self.tables if one.table != "customers" and attribute in one.attributes)

    def _is_filled(self, rows: ir.Table) -> bool:
        return bool(self.making.ask(rows.limit(1))["c"].size)


def _opened(kept: ir.Table) -> ir.Table:
    """Written movements with ``opening``, which follows from the rest."""
    numbered = [SET] if SET in kept.columns else []
    return kept.select(
        "c", "t", opening=kept.closing - kept.delta, **{n: n for n in ("delta", "closing", "kind", *numbered)}
    )


def _movers(rows: ir.Table) -> ir.Table:
    """The customers (c) of whom not all rows say the same in all other columns, which are texts.

    One look at all columns as one text costs less than one at each; most customers need no second.
    """
    said, *others = (rows[name].fill_null(_UNSAID) for name in rows.columns if name != "c")
    for other in others:
        said = said + _BETWEEN + other
    lives = rows.select("c", said=said.hash()).group_by("c").agg(low=_.said.min(), high=_.said.max())
    return lives.filter(lives.low != lives.high).select("c")
