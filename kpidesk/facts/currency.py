"""Which currency the answers are in, and what money of others is worth in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

from kpidesk.facts.inputs import FactRules
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words
from kpidesk.store.database import Database


@dataclass(frozen=True)
class Currencies:
    """``base`` is the currency of all answers, "" where no file names one.

    ``rates`` maps other currencies to what one unit is worth in it. By number of the input, ``texts`` maps the cells as
    found to currencies, and ``own`` is the currency of rows that name none.
    """

    base: str = ""
    rates: Mapping[str, float] = field(default_factory=dict)
    texts: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)

    def is_plain(self, one: FactTable) -> bool:
        """True where all money of the table is already in the base currency."""
        return {*self.texts.get(one.number, {}).values(), self.own.get(one.number, self.base)} <= {self.base}

    def rate(self, one: FactTable) -> ir.FloatingValue:
        """What one unit of the row's currency is worth; null where that is not known."""
        default = self._worth(self.own.get(one.number, self.base))
        texts = self.texts.get(one.number, {})
        name = currency_column(one)
        if name is None or not texts:
            return ibis.literal(default, "float64")
        column = one.text(name)
        branches = [(column.isnull(), ibis.literal(default, "float64"))]
        branches += [(column == text, ibis.literal(self._worth(code), "float64")) for text, code in texts.items()]
        return ibis.cases(*branches, else_=ibis.null("float64"))

    def strangers(self, one: FactTable) -> tuple[str, ...]:
        """The currencies of a table that nobody gave a rate for."""
        found = {*self.texts.get(one.number, {}).values(), self.own.get(one.number, self.base)}
        return tuple(sorted(code for code in found if self._worth(code) is None))

    def _worth(self, code: str) -> float | None:
        return 1.0 if code == self.base else self.rates.get(code)


def find_currencies(store: Database, tables: Iterable[FactTable], rules: FactRules) -> Currencies:
    """The rules' currency, else the most common one of all rows that name one."""
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
    base = code_of(rules.currency) if rules.currency else common
    rates = {code_of(code): rate for code, rate in rules.rates.items()}
    return Currencies(base, rates, texts, own)


def currency_column(one: FactTable) -> str | None:
    """The column that names the currency of the table's money."""
    if uses_converted(one):
        return "converted_currency"
    return "currency" if one.has("currency") else None


def uses_converted(one: FactTable) -> bool:
    """True where an export gives each amount also in the account's own currency: then that one counts."""
    return one.has("currency", "converted_amount", "converted_currency")


def code_of(text: str) -> str:
    """A currency as found (``usd``, ``€``, ``US$``) as its three letters where known, else as it is, upper case."""
    text = text.strip().upper()
    return words().currencies.get(text, text)
