"""Numbers that are read together carry the same number of decimals: 2.0 beside 2.2."""

import math
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from kpidesk.core.formatting import Precision, Style, axis_scale, format_change, format_value

_TINY = re.compile(r"(?<![\d,.])0\.00")
_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_STEPPED = re.compile(r"\d[\d,]*(?:\.\d+)?(?=[KMBT万亿萬億])")

SHORT = 1
"""Figures as on cards that have no more decimals than this are rounded alike, and may have as many."""
_MOST_DECIMALS, _MOST_DIGITS = 2, 4
_FULL_SCORE, _HUNDRED, _THOUSAND = 10, 100, 1000
_FIRST_STEP, _LONGEST = 1e4, 1e6
"""From here on a figure alone is said in K or 万; what is smaller than the other can be written out."""
_MOST_OFF = 0.05
"""No amount is written further from what it is, as a part of it, for the sake of one unit."""
_SAYS = re.compile(r"[1-9]")
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
    found = replace(style, decimals=max(0, min(wanted, _MOST_DECIMALS, _MOST_DIGITS - whole)))
    is_all = kind == "share" and 0 < largest <= 1 and not _is_true((abs(value) for value in known), kind, found)
    return replace(found, decimals=_MOST_DECIMALS) if is_all else found


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


def column_texts(values: Sequence[float | None], kind: str, style: Style) -> tuple[str, ...]:
    """Short figures that stand below each other, in one unit and with as many decimals where that keeps each true.

    >>> column_texts((982.0, 41_203.4, None), "money", Style())
    ('$982', '$41,203', '—')
    """
    found = in_one_column(values, kind, style)
    texts = tuple(format_value(value, kind, found) for value in values)
    return even_decimals(texts, SHORT) if found is style else texts


def rows_texts(rows: Sequence[tuple[Sequence[float | None], str]], style: Style) -> tuple[tuple[str, ...], ...]:
    """Rows of short figures, each of its kind, below each other: amounts are written out unless one of them is long.

    >>> rows_texts((((21_610.0, 9_800.0), "money"), ((20_200.0, 23_970.0), "money")), Style())
    (('$21,610', '$9,800'), ('$20,200', '$23,970'))
    """
    found = [(values, kind, in_one_column(values, kind, style)) for values, kind in rows]
    if style.precision is Precision.EXACT:
        written_out = set[str]()
    else:
        written_out = {kind for kind in _AMOUNTS if _largest(v for row, k in rows if k == kind for v in row) < _LONGEST}
    return _written(found, written_out, style)


def columns_texts(columns: Sequence[tuple[Sequence[float | None], str]], style: Style) -> tuple[tuple[str, ...], ...]:
    """Columns of short figures side by side, each of its kind: amounts are written out where one column's have to be.

    >>> columns_texts((((37_200.0, 108_600.0), "money"), ((5_498.0, 14_675.0), "money")), Style())
    (('$37,200', '$108,600'), ('$5,498', '$14,675'))
    """
    found = [(values, kind, in_one_column(values, kind, style)) for values, kind in columns]
    every = {kind: [v for values, k in columns if k == kind for v in values] for kind in _AMOUNTS}
    together = {kind: in_one_column(values, kind, style) for kind, values in every.items()}
    written_out = {kind for _, kind, own in found if own.scale == 1 and together.get(kind, style).scale == 1}
    return _written(found, written_out, style)


def _written(
    found: Iterable[tuple[Sequence[float | None], str, Style]], written_out: Container[str], style: Style
) -> tuple[tuple[str, ...], ...]:
    return tuple(
        column_texts(values, kind, style) if kind not in written_out else _written_out(values, kind, own)
        for values, kind, own in found
    )


def _written_out(values: Sequence[float | None], kind: str, own: Style) -> tuple[str, ...]:
    """A row of amounts without thousands or 万; small ones have their decimals."""
    largest = _largest(values)
    style = own if largest < _FIRST_STEP or own.scale == 1 else replace(own, scale=1.0, decimals=0)
    return tuple(format_value(value, kind, style) for value in values)


def _largest(values: Iterable[float | None]) -> float:
    return max((abs(value) for value in values if value is not None and math.isfinite(value)), default=0.0)


def in_one_column(values: Iterable[float | None], kind: str, style: Style) -> Style:
    """The style that writes short figures of one column (or row) in one unit and with one number of decimals.

    None of them may become nothing by that, nor may one that falls short of all become all: then each keeps its own.
    """
    sizes = sorted(abs(value) for value in values if value is not None and math.isfinite(value) and value)
    if not sizes or style.precision is Precision.EXACT:
        return style
    if kind in _AMOUNTS:
        return _of_amounts(sizes, kind, style)
    if kind == "score":
        found = replace(style, decimals=0 if sizes[-1] >= _FULL_SCORE else 1)
    elif kind == "share" or (kind == "ratio" and sizes[-1] < _THOUSAND):
        whole = len(str(int(sizes[-1] * (100 if kind == "share" else 1))))
        wanted = max(_places(format_value(size, kind, style)) for size in sizes)
        most = _MOST_DECIMALS + (kind == "ratio" and sizes[-1] < 1)
        found = replace(style, decimals=max(0, min(wanted, most, _MOST_DIGITS - whole)))
    else:
        return style
    finer = replace(found, decimals=_MOST_DECIMALS)  # 99.96% beside 100.00%
    tried = (found, finer) if kind == "share" else (found,)
    return next((each for each in tried if _is_true(sizes, kind, each)), style)


def _is_true(sizes: Iterable[float], kind: str, style: Style) -> bool:
    """Whether none of them is written as nothing, and no share that falls short of all as all."""
    texts = ((size, format_value(size, kind, style)) for size in sizes)
    return all(_SAYS.search(text) and (kind != "share" or size >= 1 or text[:3] != "100") for size, text in texts)


def _of_amounts(sizes: Sequence[float], kind: str, style: Style) -> Style:
    """Thousands beside hundreds are written out; millions beside thousands in the one step that suits all, if any."""
    least, most = sizes[0], sizes[-1]
    step = axis_scale(most, style)
    if most < _LONGEST and (least < _FIRST_STEP or step == 1):
        places = 0 if kind == "count" or (most >= _HUNDRED and least >= _FULL_SCORE) else 2
        return replace(style, scale=1.0 if most >= _FIRST_STEP else 0.0, decimals=places)
    while least < step / 10 and step > 1:
        step = axis_scale(step / 10, style) if step > 1e3 else 1.0
    if step == 1 or most >= _LONGEST * step:
        return style
    large = most / step
    places = 0 if large >= _THOUSAND else 1 if large >= _HUNDRED or least >= 10 * step else 2
    if any(abs(round(size / step, places) * step - size) > _MOST_OFF * size for size in sizes):
        return style  # $544 beside millions is not $1K
    return replace(style, scale=step, decimals=places)


def to_one_sum(parts: Sequence[float], total: float, places: int) -> tuple[float, ...]:
    """Parts rounded so that they sum to the rounded total, each off by less than a digit: the largest remainders first.

    Parts that do not sum to the total beforehand are rounded each by itself.

    >>> to_one_sum((2787.286, 1566.286), 4353.572, 2)
    (2787.29, 1566.28)
    """
    unit = 10.0**-places
    missing = round(round(total, places) / unit) - sum(math.floor(part / unit) for part in parts)
    if not 0 <= missing <= len(parts) or abs(sum(parts) - total) > unit * len(parts):
        return tuple(round(part, places) for part in parts)
    left = [round(part / unit - math.floor(part / unit), 6) for part in parts]
    raised = set(sorted(range(len(parts)), key=lambda at: (-left[at], -abs(parts[at])))[:missing])
    return tuple(round((math.floor(part / unit) + (at in raised)) * unit, places) for at, part in enumerate(parts))
