"""How many months a price covers, by the words of its interval: the one definition, declared in status_words.toml."""

import re
from collections.abc import Mapping
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.schema.vocabulary import unaccented

DAYS_PER_MONTH = 365.25 / 12
WEEKS_PER_MONTH = DAYS_PER_MONTH / 7

_PER_MONTH = {
    "month": 1.0,
    "two_months": 2.0,
    "quarter": 3.0,
    "half_year": 6.0,
    "year": 12.0,
    "two_years": 24.0,
    "three_years": 36.0,
    "never": 0.0,
}
_COUNTED = re.compile(r"(?:p\s*)?(\d+(?:[.,]\d+)?|an?|one|two|three|six|twelve)?\s*[x×]?\s*(.*)")
_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "six": 6.0, "twelve": 12.0}


def interval_months(
    text: str, days_per_month: float = DAYS_PER_MONTH, weeks_per_month: float = WEEKS_PER_MONTH
) -> float | None:
    """12 for "annual", 0 for what never recurs, None for what nobody declared: such a price is not counted as MRR."""
    bare = _bare(text)
    if (found := _months_in(bare, days_per_month, weeks_per_month)) is not None:
        return found
    match = _COUNTED.fullmatch(bare)
    if match is None or match[1] is None:
        return None
    unit = _months_in(match[2].strip(), days_per_month, weeks_per_month)
    count = _NUMBERS.get(match[1]) or float(match[1].replace(",", "."))
    return None if unit is None else count * unit


@cache
def interval_words() -> Mapping[str, tuple[str, ...]]:
    """The declared words, folded, by group."""
    declared = read_toml(resource("schema", "status_words.toml")).content["interval"]
    return {group: tuple(_folded(word) for word in listed) for group, listed in declared.items()}


def declared_intervals() -> Mapping[str, str]:
    """Every word for an interval, folded, with the name of its length."""
    return _groups()


@cache
def _groups() -> Mapping[str, str]:
    words = interval_words()
    units = (*_PER_MONTH, "day", "week", "fortnight")
    return {word: group for group in units for word in words[group]}


def _months_in(word: str, days_per_month: float, weeks_per_month: float) -> float | None:
    match _groups().get(word):
        case None:
            return None
        case "day":
            return 1 / days_per_month
        case "week":
            return 1 / weeks_per_month
        case "fortnight":
            return 2 / weeks_per_month
        case group:
            return _PER_MONTH[group]


def _bare(text: str) -> str:
    bare, words = _folded(text).strip("().,;:"), interval_words()
    if bare in _groups():
        return bare
    for prefix in words["prefixes"]:
        bare = bare.removeprefix(prefix).strip() or bare
    for suffix in words["suffixes"]:
        bare = bare.removesuffix(suffix).strip() or bare
    return bare


def _folded(text: str) -> str:
    return " ".join(unaccented(text[:200]).replace("_", " ").replace("-", " ").split())
