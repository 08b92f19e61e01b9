"""Numbers that are read together carry the same number of decimals: 2.0 beside 2.2."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kpidesk.core.formatting import Style, format_change

_TINY = re.compile(r"(?<![\d,.])0\.00")
_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_STEPPED = re.compile(r"\d[\d,]*(?:\.\d+)?(?=[KMBT万亿萬億])")

SHORT = 1
"""Figures as on cards that have no more decimals than this are rounded alike, and may have as many."""
_MOST_DECIMALS, _MOST_DIGITS = 2, 4
_AMOUNTS = ("money", "count")
"""These are read by their unit: thousands beside millions, not tenths beside hundredths."""


def in_one_precision(values: Iterable[float | None], kind: str, style: Style) -> Style:
    """The style that writes all these parts with as many decimals as the finest wants and the largest bears."""
    known = [value for value in values if value is not None and math.isfinite(value) and value]
    largest = max((abs(value) for value in known), default=0.0)
    if not known or kind in _AMOUNTS:
        return style
    wanted = max(_places(format_change(value, kind, style)) for value in known)
    whole = len(str(int(largest * (100 if kind == "share" else 1))))
    return replace(style, decimals=max(0, min(wanted, _MOST_DECIMALS, _MOST_DIGITS - whole)))


def even_decimals(texts: Sequence[str], most_of_all: int = 9) -> tuple[str, ...]:
    """Formatted figures with as many decimals as that of them that has most, each unit by itself.

    One that is nearly nothing among others has more of them than the rest need. A unit of which one has more than
    ``most_of_all`` stays as it is: short figures of different size are as exact as each other without. Thousands,
    millions, 万 and 亿 among them have three digits each.
    """
    most: dict[str, int] = {}
    for text in [text for text in texts if not _TINY.search(text)] or texts:
        unit = _unit(text)
        most[unit] = max(most.get(unit, 0), _places(text))
    longer = {unit for unit, places in most.items() if places > most_of_all}
    return tuple(
        _STEPPED.sub(_three_digits, text) if _unit(text) in longer else _padded(text, most.get(_unit(text), 0))
        for text in texts
    )


def _three_digits(found: re.Match[str]) -> str:
    """2.00万 beside 1.92万, and 19.0万 beside 17.2万."""
    number = found[0].replace(",", "")
    return f"{float(number):,.{_known(number)}f}"


def _known(number: str) -> int:
    """The decimals that a figure in K, M, 万 or 亿 was rounded to."""
    return 2 if len(number.partition(".")[0]) < 2 else 1


def _places(text: str) -> int:
    """The decimals that it has."""
    return max((len(decimals) for decimals in _NUMBER.findall(text)), default=0)


def _unit(text: str) -> str:
    """What is left of a text without its numbers and signs."""
    return _NUMBER.sub("", text).strip("+−- ")


def _padded(text: str, places: int) -> str:
    """With noughts at its end, but none that would be made up: 110,600 is 11.1万, not 11.10万."""
    if not places:
        return text
    if _STEPPED.search(text):
        return _STEPPED.sub(lambda found: _with_places(found[0], min(places, _known(found[0]))), text)
    return _NUMBER.sub(lambda found: _with_places(found[0], places), text)


def _with_places(number: str, places: int) -> str:
    whole, _, decimals = number.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}"
