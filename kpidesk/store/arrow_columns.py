"""How Arrow's reader takes the cells of a column, and the proof that it took each as the one definition would.

A typed column (numbers, ISO days and moments) is refused by Arrow itself where a cell is not plain. A mapped column
comes as a dictionary whose few texts go through the definition. A text column of many texts is looked at byte by byte.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_format import CellFormat
from kpidesk.store.missing import MISSING

Read = Callable[[Sequence[str], CellFormat], Sequence[object]]
"""Reads texts in a format, one answer for each: ingest.parsing.read_cells."""

_MOST_TEXTS = 20_000
_LONGEST_MARK = 8
_FEW, _MANY = 100, 0.2
_FIRST_DAY = datetime(1, 1, 1)
_TEXTS = (ColumnType.TEXT, ColumnType.ID)
_DICTIONARY = pa.dictionary(pa.int32(), pa.string())

NO_VALUE = sorted({case(word) for word in MISSING for case in (str, str.upper, str.title)} | {""})
"""Cells without a value in a column of any type, in their usual spellings."""


class NotPlainError(Exception):
    """A cell that only the slow way of reading understands."""


@dataclass(slots=True)
class ArrowColumn:
    """One column: ``index`` in the file, ``name`` in the table; the first rows settle ``is_mapped``, ``is_filled``."""

    index: int
    name: str
    format: CellFormat
    read: Read
    is_mapped: bool = False
    is_filled: bool = False
    _known: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, index: int, name: str, form: CellFormat, read: Read) -> "ArrowColumn":
        """The column before anything is known of its cells."""
        return cls(index, name, form, read, is_mapped=_plain_type(form) is None)

    @property
    def read_as(self) -> pa.DataType:
        """The type that Arrow's reader is asked for."""
        return _DICTIONARY if self.is_mapped else _plain_type(self.format) or pa.string()

    @property
    def written_as(self) -> pa.DataType:
        """The type of the finished column."""
        return _DICTIONARY if self.is_mapped and self.format.type in _TEXTS else arrow_type(self.format)

    def settle(self, cells: pa.Array) -> None:
        """Decide by the first rows whether texts are worth a dictionary, and see whether there are any values."""
        self.is_filled = cells.null_count < len(cells)
        if self.is_mapped and self.format.type in _TEXTS:
            self.is_mapped = len(cells.dictionary) <= max(_FEW, _MANY * len(cells))

    def finished(self, cells: pa.Array) -> pa.Array:
        """The cells as the definition has them; NotPlainError where that is not certain."""
        if self.is_mapped:
            return self._mapped(cells)
        if self.format.type in _TEXTS:
            self._prove(cells)
            return cells
        if self.format.type is ColumnType.DATE:
            _prove_days(cells)
            return cells
        return self._number(cells)

    def _mapped(self, cells: pa.Array) -> pa.Array:
        """Each text of the dictionary read once."""
        texts = cells.dictionary.to_pylist()
        values = self._read(texts)
        if self.format.type in _TEXTS and values == texts:
            return cells
        taken = pa.array(values, arrow_type(self.format)).take(cells.indices)
        return taken.dictionary_encode() if self.format.type in _TEXTS else taken

    def _read(self, texts: Sequence[str]) -> list[object]:
        new = [text for text in texts if text not in self._known]
        if len(new) > _MOST_TEXTS:
            raise NotPlainError(self.name)
        for text, value in zip(new, self.read(new, self.format), strict=True):
            if isinstance(value, Enum):  # said not to be readable
                raise NotPlainError(self.name)
            self._known[text] = value
        return [self._known[text] for text in texts]

    def _number(self, cells: pa.Array) -> pa.Array:
        """Numbers times what the printed one stands for; Arrow also reads ``inf`` and ``nan``, which are none."""
        if not pc.all(pc.is_finite(cells), min_count=0).as_py():
            raise NotPlainError(self.name)
        return cells if self.format.multiplier == 1.0 else pc.multiply(cells, self.format.multiplier)

    def _prove(self, cells: pa.Array) -> None:
        """Texts that are not beyond doubt are read by the definition, and have to stay as they are."""
        texts = cells.filter(_is_doubtful(cells, is_id=self.format.type is ColumnType.ID)).unique().to_pylist()
        if len(texts) > _MOST_TEXTS or list(self.read(texts, self.format)) != texts:
            raise NotPlainError(self.name)


def arrow_type(form: CellFormat) -> pa.DataType:
    """The type of a column of this format."""
    match form.type:
        case ColumnType.TEXT | ColumnType.ID:
            return pa.string()
        case ColumnType.FLAG:
            return pa.bool_()
        case ColumnType.DATE:
            return pa.timestamp("us") if form.has_time else pa.date32()
    return pa.float64()


def _plain_type(form: CellFormat) -> pa.DataType | None:
    """What Arrow reads just as the definition does, None where only the definition can."""
    match form.type:
        case ColumnType.TEXT | ColumnType.FLAG:
            return None
        case ColumnType.ID:
            return pa.string()
        case ColumnType.DATE if form.date_order in ("ymd", "dmy", "mdy"):
            return pa.timestamp("us") if form.has_time else pa.date32()
        case ColumnType.DATE:
            return None
    return pa.float64() if form.decimal == "." else None


def _prove_days(cells: pa.Array) -> None:
    """Arrow knows a year nought; nobody else does."""
    if pc.any(pc.less(cells, pa.scalar(_FIRST_DAY, cells.type))).as_py():
        raise NotPlainError


def _is_doubtful(cells: pa.Array, *, is_id: bool) -> pa.Array:
    """Which texts might be blank, a marker of a missing value, or not tidy; no marker is long or ends in a digit."""
    _validity, offset_buffer, byte_buffer = cells.buffers()
    offsets = np.frombuffer(offset_buffer, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    is_empty = (np.diff(offsets) == 0) & cells.is_valid().to_numpy(zero_copy_only=False)
    if byte_buffer is None or offsets[0] == offsets[-1]:
        return pa.array(is_empty)
    text = np.frombuffer(byte_buffer, np.uint8)
    first, last, length = text[_within(offsets[:-1], text)], text[_within(offsets[1:] - 1, text)], np.diff(offsets)
    doubtful = (length <= _LONGEST_MARK) & ~_is_digit(last)
    doubtful |= ~(_is_seen(first) & _is_seen(last))
    odd = np.flatnonzero(~_is_seen(text[offsets[0] : offsets[-1]]) if is_id else text[offsets[0] : offsets[-1]] > 126)
    doubtful[np.searchsorted(offsets, odd + offsets[0], side="right") - 1] = True
    if is_id:
        doubtful |= (last == ord("0")) & (text[_within(offsets[1:] - 2, text)] == ord("."))
    doubtful &= length > 0
    return pa.array(doubtful | is_empty)


def _within(places: npt.NDArray[np.int32], text: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    """Places of bytes; those of empty texts at either end moved inside."""
    return np.clip(places, 0, text.size - 1)


def _is_seen(byte: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Whether a byte is a character of ASCII that can be seen."""
    return (byte - np.uint8(33)) <= 126 - 33


def _is_digit(byte: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (byte - np.uint8(48)) <= 9
