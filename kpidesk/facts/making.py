"""What all makers of facts share: the store, the rules, what was found out before, and the group of their results."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.currency import Currencies
from kpidesk.facts.inputs import FactRules
from kpidesk.facts.left_out import beside_numbers
from kpidesk.facts.tables import FactTable
from kpidesk.facts.usage import Usage
from kpidesk.facts.words import in_conditions, normalised
from kpidesk.store.database import Database

_CELLS_KEPT = 5_000


@dataclass
class Making:
    """One run of making facts. ``as_of`` None: there are no dates; ``findings`` grows as makers notice things.

    ``notes`` are what belongs beside every number made of a relation.
    """

    store: Database
    group: str
    rules: FactRules
    tables: tuple[FactTable, ...]
    progress: Progress
    as_of: date | None = None
    currencies: Currencies = field(default_factory=Currencies)
    usage: Usage = field(default_factory=Usage)
    findings: list[Finding] = field(default_factory=list)
    notes: dict[str, tuple[Message, ...]] = field(default_factory=dict)
    _cells: dict[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)

    def of(self, *names: str) -> tuple[FactTable, ...]:
        """The tables of these kinds."""
        return tuple(one for one in self.tables if one.table in names)

    def keep(self, name: str, expr: ir.Table) -> ir.Table:
        """Compute a result once and go on with it."""
        return self.store.keep(self.group, name, expr, self.progress)

    def cells(self, one: FactTable, name: str) -> tuple[str, ...]:
        """The different texts of a column, as found, in order; a column of endless variety is cut off."""
        key = (one.number, name)
        if key not in self._cells:
            rows = one.source
            found = self.ask(rows.select(t=plain_text(rows[name])).distinct().order_by("t").limit(_CELLS_KEPT))["t"]
            self._cells[key] = tuple(str(text) for text in found if text is not None)
        return self._cells[key]

    def has_word(self, one: FactTable, name: str, plain: Collection[str]) -> bool:
        """Whether any cell is one of these words, as conditions compare them; True where nobody can tell."""
        cells = self.cells(one, name)
        return len(cells) >= _CELLS_KEPT or any(in_conditions(text) in plain for text in cells)

    def says(self, one: FactTable, name: str, listed: Collection[str]) -> ir.BooleanValue:
        """True where the cell is one of these normalised words, false where it is another or empty."""
        meant = [text for text in self.cells(one, name) if normalised(text) in listed]
        return one.text(name).isin(meant).fill_null(False) if meant else ibis.literal(False)

    def notice(self, relation: str, noticed: Iterable[Finding]) -> None:
        """Keep findings about the rows of a relation."""
        noticed = tuple(noticed)
        self.findings += noticed
        self.notes[relation] = (*self.notes.get(relation, ()), *beside_numbers(noticed))

    def notice_rows(self, one: FactTable, which: ir.BooleanValue, finding: Finding) -> None:
        """Keep a finding with how many rows it is about ({n} of {table}) and the first of them, if any is."""
        told = self.ask(one.rows.agg(n=which.sum().fill_null(0).cast("float64"), first=one.row_no.min(where=which)))
        n = int(told["n"][0])
        if n:
            message = Message(finding.message.template, n=n, table=one.input.name, **finding.message.params)
            place = one.input.place(int(told["first"][0]))
            self.notice(one.table, [replace(finding, message=message, where=place, count=n)])

    def discard(self) -> None:
        """Forget and remove all that was kept."""
        self.store.forget(self.group)

    def ask(self, expr: ir.Table) -> Mapping[str, npt.NDArray[np.generic]]:
        """The result of a query."""
        return self.store.run(expr, self.progress)
