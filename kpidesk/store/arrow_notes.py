"""What the loading of a big file notices of its ids by the way, so that nobody has to look at all rows for it again."""

import json
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from kpidesk.store.text_rows import DIFFERENT, NUMBERED

_MOST_DIGITS = 9


def _no_bytes() -> npt.NDArray[np.uint8]:
    return np.zeros(0, np.uint8)


@dataclass(slots=True)
class _InOrder:
    """Whether the cells of a column always rise, or always fall, as those of ids often do: then all are different."""

    holds: bool = True
    _rises: bool | None = None
    _last: pa.Scalar | None = None

    def see(self, cells: pa.Array) -> None:
        """Look at further cells."""
        before = cells if self._last is None else pa.concat_arrays([pa.array([self._last], cells.type), cells])
        if self.holds and len(before) > 1:
            self.holds = cells.null_count == 0 and self._is_one_way(before[:-1], before[1:])
        self._last = cells[-1] if len(cells) else self._last

    def _is_one_way(self, earlier: pa.Array, later: pa.Array) -> bool:
        if self._rises is None:
            self._rises = bool(pc.less(earlier[0], later[0]).as_py())
        return bool(pc.all(pc.less(earlier, later) if self._rises else pc.greater(earlier, later)).as_py())


@dataclass(slots=True)
class _Numbers:
    """Whether each cell is one text and a number of as many digits as all others, as in ``CUS-0001234``."""

    holds: bool = True
    prefix: str | None = None
    digits: int = 0
    last: str = ""
    _least: npt.NDArray[np.uint8] = field(default_factory=_no_bytes)
    _more: npt.NDArray[np.uint8] = field(default_factory=_no_bytes)

    def see(self, cells: pa.Array) -> None:
        """Look at further cells."""
        if len(cells):
            self.holds = cells.null_count == 0 and self._are_alike(cells)

    def _are_alike(self, cells: pa.Array) -> bool:
        if self.prefix is None:
            first = cells[0].as_py()
            self.prefix = first.rstrip("0123456789")
            self.digits = len(first) - len(self.prefix)
        start = self.prefix.encode()
        if not 0 < self.digits <= _MOST_DIGITS or not self.prefix.isascii():
            return False
        _validity, offset_buffer, byte_buffer = cells.buffers()
        offsets = np.frombuffer(offset_buffer, np.int32)[cells.offset : cells.offset + len(cells) + 1]
        width = len(start) + self.digits
        if (np.diff(offsets) != width).any():
            return False
        # Byte by byte over all cells at once: what stands there less what may stand there first, of so many in a row.
        text = np.frombuffer(byte_buffer, np.uint8)[offsets[0] : offsets[-1]]
        if len(self._least) < len(text):
            self._least = np.tile(np.frombuffer(start + b"0" * self.digits, np.uint8), len(cells))
            self._more = np.tile(np.repeat(np.array([0, 9], np.uint8), [len(start), self.digits]), len(cells))
        if (text - self._least[: len(text)] > self._more[: len(text)]).any():
            return False
        self.last = max(self.last, pc.max(cells).as_py())
        return True


@dataclass(slots=True)
class IdNotes:
    """Notes on columns of texts, kept while their rows are written; one by one they are given up."""

    columns: tuple[str, ...]
    _orders: dict[str, _InOrder] = field(init=False)
    _numbers: dict[str, _Numbers] = field(init=False)

    def __post_init__(self) -> None:
        self._orders = {name: _InOrder() for name in self.columns}
        self._numbers = {name: _Numbers() for name in self.columns}

    def see(self, rows: pa.Table) -> None:
        """Look at further rows."""
        for name in self.columns:
            for note in (self._orders[name], self._numbers[name]):
                for cells in rows.column(name).chunks if note.holds else ():
                    if note.holds:
                        note.see(cells)

    @property
    def written(self) -> dict[str, str]:
        """The notes as the Parquet keeps them; see text_rows."""
        numbers = {name: (one.prefix, one.last) for name, one in self._numbers.items() if one.holds and one.last}
        different = [name for name, one in self._orders.items() if one.holds]
        return {DIFFERENT: json.dumps(different), NUMBERED: json.dumps(numbers)}
