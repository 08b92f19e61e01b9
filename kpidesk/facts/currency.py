"""Which currency the answers are in, and what money of others is worth in it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from kpidesk.facts.exchange import Rates
from kpidesk.facts.inputs import FactRules
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import code_of
from kpidesk.store.database import Database


@dataclass(frozen=True)
class Currencies:
    """``base`` is the currency of all answers, "" where no file names one.

    ``rates`` says what one unit of another is worth in it. By number of the input, ``texts`` maps the cells as found to
    currencies, and ``own`` is the currency of rows that name none.
    """

    base: str = ""
    rates: Rates = field(default_factory=Rates)
    texts: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)

    def is_plain(self, one: FactTable) -> bool:
        """True where all money of the table is already in the base currency."""
        return {*self.texts.get(one.number, {}).values(), self.own.get(one.number, self.base)} <= {self.base}

    def rate(self, one: FactTable, day: ir.DateValue | None = None) -> ir.FloatingValue:
        """What one unit of the row's currency is worth on a day, or at last; null where that is not known."""
        unknown = ibis.null("float64")
        return self._by_currency(one, lambda code: self._worth(code, day), unknown)

    def moving(self, one: FactTable) -> ir.IntegerValue:
        """Which of the currencies whose rate changes the row is in, by number; 0 for others."""
        return self._by_currency(one, lambda code: ibis.literal(self._moving(code), "int16"), ibis.literal(0, "int16"))

    @property
    def is_moving(self) -> bool:
        """Whether some row is in a currency whose rate changes."""
        found = {code for texts in self.texts.values() for code in texts.values()} | set(self.own.values())
        return any(self._moving(code) for code in found)

    def _moving(self, code: str) -> int:
        return 0 if code == self.base else self.rates.number(code)

    def _by_currency(
        self, one: FactTable, told: Callable[[str], ir.NumericValue | None], unknown: ir.NumericValue
    ) -> ir.NumericValue:
        """What is told of each row's currency."""
        own = told(self.own.get(one.number, self.base))
        default = unknown if own is None else own
        texts = self.texts.get(one.number, {})
        name = currency_column(one)
        if name is None or not texts:
            return default
        column = one.text(name)
        branches = [(column.isnull(), default)]
        for text, code in texts.items():
            said = told(code)
            branches.append((column == text, unknown if said is None else said))
        return ibis.cases(*branches, else_=unknown)

    def strangers(self, one: FactTable) -> tuple[str, ...]:
        """The currencies of a table that nobody gave a rate for."""
        found = {*self.texts.get(one.number, {}).values(), self.own.get(one.number, self.base)}
        return tuple(sorted(code for code in found if self._worth(code) is None))

    def _worth(self, code: str, day: ir.DateValue | None = None) -> ir.FloatingValue | None:
        return ibis.literal(1.0, "float64") if code == self.base else self.rates.worth(code, day)


def find_currencies(
    store: Database, tables: Sequence[FactTable], rules: FactRules, copies: Sequence[FactTable] = ()
) -> Currencies:
    """The rules' currency, else the most common one of all rows that name one.

    Where no table names one, another list of the same rows may (``copies``: payments of the invoices that count).
    """
    votes: Counter[str] = Counter()
    texts: dict[int, dict[str, str]] = {}
    own: dict[int, str] = {}
    for one in tables:
        if one.input.currency:
            own[one.number] = code_of(one.input.currency)
        column = currency_column(one)
        if column is not None:
            counted = store.run(one.rows.select(t=one.text(column)).group_by("t").agg(n=ibis._.count()))
            named = {str(text): int(n) for text, n in zip(counted["t"], counted["n"], strict=True) if text is not None}
            texts[one.number] = {text: code_of(text) for text in named}
            counts: Counter[str] = Counter()
            for text, n in named.items():
                counts[code_of(text)] += n
            if counts:
                own.setdefault(one.number, counts.most_common(1)[0][0])
            votes += counts
        elif one.number in own:
            votes[own[one.number]] += store.count(one.input.dataset)
    common = max(votes, key=lambda code: (votes[code], code)) if votes else ""
    if not common and len(copies) > len(tables):
        common = find_currencies(store, copies, rules).base
    base = code_of(rules.currency) if rules.currency else common
    return Currencies(base, Rates.of(rules.rates), texts, own)


def currency_column(one: FactTable) -> str | None:
    """The column that names the currency of the table's money."""
    if uses_converted(one):
        return "converted_currency"
    return "currency" if one.has("currency") else None


def uses_converted(one: FactTable) -> bool:
    """True where an export gives each amount also in the account's own currency: then that one counts."""
    return one.has("currency", "converted_amount", "converted_currency")
