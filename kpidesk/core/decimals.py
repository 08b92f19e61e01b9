"""Numbers that are read together carry the same number of decimals: 2.0 beside 2.2."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def even_decimals(texts: Sequence[str]) -> tuple[str, ...]:
    """Formatted figures with as many decimals as that of them that has most, each unit by itself."""
    most: dict[str, int] = {}
    for text in texts:
        unit = _unit(text)
        places = max((len(decimals) for decimals in _NUMBER.findall(text)), default=0)
        most[unit] = max(most.get(unit, 0), places)
    return tuple(_padded(text, most[_unit(text)]) for text in texts)


def _unit(text: str) -> str:
    """What is left of a text without its numbers and signs."""
    return _NUMBER.sub("", text).strip("+−- ")


def _padded(text: str, places: int) -> str:
    if not places:
        return text
    return _NUMBER.sub(lambda found: _with_places(found[0], places), text)


def _with_places(number: str, places: int) -> str:
    whole, _, decimals = number.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}"
