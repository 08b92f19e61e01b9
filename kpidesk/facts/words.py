"""The words by which real files say that a row does not count, or how often a price is due.

They are declared in resources/schema/status_words.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.facts.inputs import FactRules
from kpidesk.schema.intervals import interval_months


@dataclass(frozen=True, slots=True)
class Words:
    """Groups of normalised words by family; see the TOML file for their meaning."""

    groups: Mapping[str, Mapping[str, tuple[str, ...]]]
    currencies: Mapping[str, str]

    def of(self, family: str, *groups: str) -> tuple[str, ...]:
        """All words of these groups."""
        return tuple(word for group in groups for word in self.groups[family][group])

    def months(self, text: str, rules: FactRules) -> float | None:
        """How many months a price covers: 12 for "annual", 0 for what never recurs, None for what we do not know."""
        return interval_months(text, rules.days_per_month, rules.weeks_per_month)


@cache
def words() -> Words:
    """The declared words."""
    content = read_toml(resource("schema", "status_words.toml")).content
    groups = {
        family: {group: tuple(normalised(word) for word in listed) for group, listed in content[family].items()}
        for family in content
        if family != "currency"
    }
    return Words(groups, {symbol.upper(): code for symbol, code in content["currency"].items()})


def normalised(text: str) -> str:
    """A word as it is compared: lower case, single blanks for ``_`` and ``-``."""
    return " ".join(text.lower().replace("_", " ").replace("-", " ").split())


def in_conditions(text: str) -> str:
    """A word as the engine's conditions compare cells: blanks within it stay as they are."""
    return text.strip().lower().replace("_", " ").replace("-", " ")


def code_of(text: str) -> str:
    """A currency as found (``usd``, ``€``, ``US$``) as its three letters where known, else as it is, upper case."""
    text = text.strip().upper()
    return words().currencies.get(text, text)
