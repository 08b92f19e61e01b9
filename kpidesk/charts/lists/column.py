"""A column of a long list: its values in Arrow's memory, how one of them is written, and what its total may be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from kpidesk.store.table_rows import plain_column

Array = npt.NDArray[np.generic]
_FEW = 64


class Kind(Enum):
    """What the values of a column are: texts, numbers (float64) or moments."""

    TEXT = "text"
    NUMBER = "number"
    MOMENT = "moment"


class Total(Enum):
    """How the values of a column become one: never by adding up what does not add up."""

    NONE = "none"
    SUM = "sum"
    DISTINCT = "distinct"
    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, eq=False)
class ListColumn:
    """``values`` hold the kind's type. ``write`` makes the text of one value; ``note`` says why there is no total.

    ``unit`` is the kind of unit in which a typed number is meant. ``is_quiet`` columns stand in softer ink,
    ``is_signed`` ones show what is below zero as bad.
    """

    title: str
    kind: Kind
    values: pa.ChunkedArray
    write: Callable[[object], str]
    total: Total = Total.NONE
    note: str = ""
    unit: str = "count"
    is_quiet: bool = False
    is_signed: bool = False

    def at(self, row: int) -> object:
        """The value in a row; None where there is none."""
        value: object = self.values[row].as_py()
        return None if isinstance(value, float) and value != value else value

    def numbers(self) -> npt.NDArray[np.float64]:
        """The values of a column of numbers, NaN where there is none."""
        return plain_column(self.values).astype(np.float64, copy=False)

    def moments(self) -> npt.NDArray[np.datetime64]:
        """The values of a column of moments, NaT where there is none."""
        return plain_column(self.values).astype("datetime64[us]", copy=False)

    def codes(self) -> npt.NDArray[np.int32]:
        """The place of each text among ``words``, −1 where there is none."""
        codes = self._encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return np.asarray(codes, dtype=np.int32)

    def words(self) -> pa.Array:
        """The texts that occur, each once."""
        return self._encoded.dictionary

    def choices(self) -> tuple[str, ...]:
        """The texts that occur where they are few, in no order; nothing where they are many."""
        if self.kind is not Kind.TEXT or len(words := self.words()) > _FEW:
            return ()
        return tuple(word for word in words.to_pylist() if word)

    @cached_property
    def _encoded(self) -> pa.DictionaryArray:
        """Each text once, and their places: made when the column is sorted or filtered for the first time."""
        texts = self.values
        if not pa.types.is_dictionary(texts.type):
            texts = texts.cast(pa.string()).dictionary_encode()
        whole = texts.unify_dictionaries().combine_chunks()
        return whole.combine_chunks() if isinstance(whole, pa.ChunkedArray) else whole


def named_column(places: npt.NDArray[np.integer], names: Sequence[str]) -> pa.ChunkedArray:
    """Texts told by their places among names; a place out of them has no text."""
    known = (places >= 0) & (places < len(names))
    codes = pa.array(np.where(known, places, 0).astype(np.int32), mask=~known)
    return pa.chunked_array([pa.DictionaryArray.from_arrays(codes, pa.array(names, pa.string()))])
