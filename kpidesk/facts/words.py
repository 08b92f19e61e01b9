"""The words by which real files say that a row does not count, or how often a price is due.

They are declared in resources/schema/status_words.toml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.facts.inputs import FactRules

_PER_MONTH = {"month": 1.0, "quarter": 3.0, "half_year": 6.0, "year": 12.0, "two_years": 24.0, "three_years": 36.0}
_COUNTED = re.compile(r"(?:p\s*)?(\d+(?:[.,]\d+)?|an?|one|two|three|six|twelve)?\s*[x×]?\s*(.*)")
_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "six": 6.0, "twelve": 12.0}


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
        text = self._bare(text)
        units = self._units(rules)
        if text in units:
            return units[text]
        match = _COUNTED.fullmatch(text)
        if match is None or match[1] is None:
            return None
        unit = units.get(match[2].strip())
        count = _NUMBERS.get(match[1]) or float(match[1].replace(",", "."))
        return None if unit is None else count * unit

    def _bare(self, text: str) -> str:
        text = normalised(text).strip("().,;:")
        groups = self.groups["interval"]
        for prefix in groups["prefixes"]:
            text = text.removeprefix(prefix).strip() or text
        for suffix in groups["suffixes"]:
            text = text.removesuffix(suffix).strip() or text
        return text

    def _units(self, rules: FactRules) -> Mapping[str, float]:
        lengths = _PER_MONTH | {
            "day": 1 / rules.days_per_month,
            "week": 1 / rules.weeks_per_month,
            "fortnight": 2 / rules.weeks_per_month,
            "never": 0.0,
        }
        return {word: months for group, months in lengths.items() for word in self.groups["interval"][group]}


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
