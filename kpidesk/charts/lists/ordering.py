"""The order of a long list: numbers by size, moments by time, texts as a reader's dictionary has them.

All of it runs in Arrow and numpy, which leave Python to the window meanwhile. Digits within texts count by their value,
capitals do not matter, letters follow the alphabet that the caller gives; rows that are equal keep their order.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.core.progress import Progress

Alphabet = Callable[[Iterable[str]], Sequence[str]]
"""Puts letters into the order of the reader's language."""

Rows = npt.NDArray[np.int64]
_PART = 50_000
_ZEROS = "0" * 24
_FIRST_RANK = 0x20
"""Ranks are written as signs from here on, in the order of which texts are sorted."""


def ranks(column: ListColumn, alphabet: Alphabet, progress: Progress) -> npt.NDArray[np.float64]:
    """By what each row is sorted; NaN where there is no value."""
    if column.kind is Kind.NUMBER:
        return column.numbers()
    if column.kind is Kind.MOMENT:
        moments = column.moments()
        return np.where(np.isnat(moments), np.nan, moments.astype(np.int64).astype(np.float64))
    words, codes = column.words(), column.codes()
    placed = np.append(word_ranks(words, alphabet, progress), np.nan)
    if len(words):
        placed[:-1][np.asarray(pc.equal(words, "").fill_null(True))] = np.nan
    return placed[codes]


def sorted_rows(keys: npt.NDArray[np.float64], *, falling: bool) -> Rows:
    """The rows in the order of their keys; what has no value stands last in both directions."""
    known = np.flatnonzero(~np.isnan(keys))
    unknown = np.flatnonzero(np.isnan(keys))
    chosen = keys[known]
    order = np.argsort(-chosen if falling else chosen, kind="stable")
    return np.concatenate((known[order], unknown))


def word_ranks(words: pa.Array, alphabet: Alphabet, progress: Progress) -> npt.NDArray[np.float64]:
    """The place of each text in the order of the language; texts that differ in capitals alone share one."""
    if not len(words):
        return np.empty(0)
    lower = pc.utf8_lower(words.fill_null(""))
    numbered = _numbered(lower)
    if numbered is not None:
        return numbered
    progress.raise_if_cancelled()
    keys = _keys(lower, alphabet, progress)
    progress.raise_if_cancelled()
    order = np.asarray(pc.sort_indices(keys))
    progress.raise_if_cancelled()
    in_order = keys.take(pa.array(order))
    steps = np.asarray(pc.not_equal(in_order.slice(1), in_order.slice(0, len(in_order) - 1)).fill_null(True))
    placed = np.empty(len(words))
    placed[order] = np.concatenate(([0], np.cumsum(steps)))
    return placed


def _numbered(lower: pa.Array) -> npt.NDArray[np.float64] | None:
    """The numbers of ids that are all called the same before them, which is quick; None for other texts."""
    prefixes = pc.unique(pc.replace_substring_regex(lower, r"\d{1,15}$", ""))
    if len(prefixes) != 1:
        return None
    digits = pc.utf8_slice_codeunits(lower, len(prefixes[0].as_py()))
    if pc.any(pc.equal(digits, "")).as_py():
        return None
    return np.asarray(digits.cast(pa.int64()), dtype=np.float64)


def _keys(lower: pa.Array, alphabet: Alphabet, progress: Progress) -> pa.Array:
    """Texts whose order by code is that of the language."""
    padded = pc.replace_substring_regex(lower, r"(\d+)", _ZEROS + r"\1")
    keys = pc.replace_substring_regex(padded, rf"0*(\d{{{len(_ZEROS)},}})", r"\1")
    if pc.all(pc.string_is_ascii(keys)).as_py():
        return keys
    flat = pc.replace_substring_regex(keys, r"[\n\x00]", " ")
    parts = [flat.slice(start, _PART) for start in range(0, len(flat), _PART)]
    letters: set[str] = set()
    for part in parts:
        progress.raise_if_cancelled()
        letters.update(_joined(part))
    letters.discard("\n")
    placed = {sign: place for place, sign in enumerate(alphabet(sorted(letters)), _FIRST_RANK)}
    signs = {ord(sign): _sign(place) for sign, place in placed.items()}
    found = []
    for part in parts:
        progress.raise_if_cancelled()
        found.append(pa.array(_joined(part).translate(signs).split("\n"), pa.string()))
    return pa.chunked_array(found).combine_chunks()


def _joined(part: pa.Array) -> str:
    """The texts in one, a line each."""
    whole = pa.ListArray.from_arrays(pa.array([0, len(part)], pa.int32()), part)
    return str(pc.binary_join(whole, "\n")[0].as_py())


def _sign(place: int) -> str:
    """A sign for a place in the alphabet; half of a pair is none."""
    return chr(place if place < 0xD800 else place + 0x800)
