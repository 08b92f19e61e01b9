"""What a reader types to narrow a column: words, amounts and dates, or a range of them.

| column | typed | keeps |
|---|---|---|
| text | ``abc`` | texts that contain it, whatever the capitals |
| text | ``=abc; def`` | these texts and no others |
| number | ``120``, ``>120``, ``<=1.2k``, ``10..20`` | that amount, larger, not larger, from one to the other |
| moment | ``2025``, ``2025-03``, ``>2025-03-05``, ``2025-01..2025-03`` | within it, after it, from one to the other |
| any | ``-`` | what has no value |
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.core.typed_numbers import typed_number

Mask = npt.NDArray[np.bool_]
EMPTY = ("-", "−", "—")
_RANGE = re.compile(r"\s*(.*?)\s*(?:\.\.+|…|–|~|～|至|到)\s*(.*?)\s*")
_COMPARED = re.compile(r"\s*(<=|>=|<|>|≤|≥|=)?\s*(.*?)\s*")
_SAME = {"≤": "<=", "≥": ">="}
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?")
_WIDE = str.maketrans("＝＞＜；～－．", "=><;~-.")
"""Signs as a Chinese keyboard writes them."""
_THESE, _APART = ("=", "＝"), re.compile("[;；]")

_NEAR = 0.005
"""A typed amount means what is shown so: to the cent."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From ``low`` up to, without, ``high``."""

    low: float = -np.inf
    high: float = np.inf


def is_readable(column: ListColumn, typed: str) -> bool:
    """Whether something typed narrows a column of that kind."""
    text = _plain(typed)
    return not text or text in EMPTY or column.kind is Kind.TEXT or _bounds(column, text) is not None


def passing(column: ListColumn, typed: str) -> Mask | None:
    """The rows that pass; None where nothing is typed, or nothing that can be read, and all do."""
    text = _plain(typed)
    if not text:
        return None
    if column.kind is Kind.TEXT:
        return _texts(column, typed)
    values = column.numbers() if column.kind is Kind.NUMBER else _days(column)
    if text in EMPTY:
        return np.isnan(values)
    bounds = _bounds(column, text)
    return None if bounds is None else (values >= bounds.low) & (values < bounds.high)


def _plain(typed: str) -> str:
    return typed.translate(_WIDE).strip()


def _texts(column: ListColumn, typed: str) -> Mask:
    """Signs within words stay as they are written: ``10～50`` is a text of the data, not a range."""
    words, text = column.words(), typed.strip()
    if _plain(typed) in EMPTY:
        kept = np.asarray(pc.equal(words, ""), dtype=bool)
        return np.append(kept, True)[column.codes()]
    if text.startswith(_THESE):
        whole = typed.lstrip()[1:]  # as it is chosen from the list of what occurs, whatever signs are in it
        chosen = [whole, *(each.strip() for each in _APART.split(whole))]
        has_whole = pc.any(pc.equal(words, whole)).as_py()
        kept = np.asarray(pc.is_in(words, pa.array(chosen[:1] if has_whole else chosen[1:], pa.string())))
    else:
        kept = np.asarray(pc.match_substring(words, text, ignore_case=True).fill_null(False))
    return np.append(kept, False)[column.codes()]


def _days(column: ListColumn) -> npt.NDArray[np.float64]:
    moments = column.moments()
    return np.where(np.isnat(moments), np.nan, moments.astype(np.int64).astype(np.float64))


def _bounds(column: ListColumn, text: str) -> Bounds | None:
    read = _amount(column.unit) if column.kind is Kind.NUMBER else _period
    if (both := _RANGE.fullmatch(text)) is not None and any(both.groups()):
        ends = [read(part) if part else Bounds() for part in both.groups()]
        return None if ends[0] is None or ends[1] is None else Bounds(ends[0].low, ends[1].high)
    found = _COMPARED.fullmatch(text)
    at = read(found[2]) if found is not None else None
    if found is None or at is None:
        return None
    match _SAME.get(found[1], found[1]):
        case "<":
            return Bounds(high=at.low)
        case "<=":
            return Bounds(high=at.high)
        case ">":
            return Bounds(low=at.high)
        case ">=":
            return Bounds(low=at.low)
    return at


def _amount(unit: str) -> Callable[[str], Bounds | None]:
    def read(text: str) -> Bounds | None:
        value = typed_number(re.sub(r"^([-−]?)[^\d.\-−]+", r"\1", text), unit)
        return None if value is None else Bounds(value - _NEAR, value + _NEAR)

    return read


def _period(text: str) -> Bounds | None:
    """A year, month or day, as microseconds."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        if day:
            after = first + timedelta(days=1)
        else:
            after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    except (ValueError, OverflowError):
        return None
    return Bounds(_moment(first), _moment(after))


def _moment(day: date) -> float:
    return float(np.datetime64(day, "us").astype(np.int64))
