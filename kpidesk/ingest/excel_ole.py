"""Streams of the old compound files (xls, and workbooks with a password): found by name, read up to a limit."""

import mmap
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE = 0xFFFFFFFA
"""From here on a sector number is a mark: end of chain, free, part of the table itself."""

_ENTRY = 128
_MOST_SECTORS = 4_000_000


def ole_names(path: Path) -> frozenset[str]:
    """The names of all streams and folders, without case; ValueError where the file is damaged."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return frozenset(name for name, _, _ in _Compound(data).entries())


def ole_stream(path: Path, names: Sequence[str], limit: int) -> bytes | None:
    """The first bytes of the first stream with one of the names (lower case); None where there is none of them.

    ValueError where the file is damaged.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        compound = _Compound(data)
        found = {name: (first, size) for name, first, size in compound.entries()}
        wanted = next((found[name] for name in names if name in found), None)
        return None if wanted is None else compound.read(*wanted, limit)


class _Compound:
    """The sector tables of one compound file."""

    def __init__(self, data: mmap.mmap) -> None:
        if len(data) < 512 or data[:8] != SIGNATURE:
            raise ValueError("no compound file")
        self._data = data
        sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if sector_shift not in (9, 12) or mini_shift != 6:
            raise ValueError("odd sectors")
        self._size, self._mini_size = 1 << sector_shift, 1 << mini_shift
        _, directory, _, self._cutoff, first_mini, _, first_difat, _ = struct.unpack_from("<8I", data, 44)
        self._table = self._allocation(first_difat)
        self._directory = self._chained(directory, 1 << 26)
        self._first_mini = first_mini
        self._mini_table: tuple[int, ...] | None = None
        self._root = (0, 0)

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """Name, first sector and size of each stream."""
        for at in range(0, len(self._directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", self._directory, at + 64)
            first, size = struct.unpack_from("<II", self._directory, at + 116)
            if kind == 5:
                self._root = (first, size)
            if kind and 2 <= length <= 64:
                name = self._directory[at : at + length - 2].decode("utf-16-le", "replace")
                yield name.casefold(), first, size

    def read(self, first: int, size: int, limit: int) -> bytes:
        """The bytes of a stream, small ones from the stream of small ones."""
        wanted = min(size, limit)
        if size >= self._cutoff:
            return self._chained(first, wanted)[:wanted]
        small = self._chained(*self._root)
        if self._mini_table is None:
            self._mini_table = _numbers(self._chained(self._first_mini, 1 << 26))
        parts = [
            small[sector * self._mini_size : (sector + 1) * self._mini_size]
            for sector in _chain(self._mini_table, first, wanted // self._mini_size + 1)
        ]
        return b"".join(parts)[:wanted]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chained(self, first: int, limit: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._table, first, limit // self._size + 1)))

    def _allocation(self, first_difat: int) -> tuple[int, ...]:
        """The table that says for each sector which one follows."""
        places = list(struct.unpack_from("<109I", self._data, 76))
        seen = 0
        while first_difat < _FREE and seen < _MOST_SECTORS // self._size:
            numbers = _numbers(self._sector(first_difat))
            if not numbers:
                break
            places += numbers[:-1]
            first_difat = numbers[-1]
            seen += 1
        table: list[int] = []
        for place in places:
            if place < _FREE:
                table += _numbers(self._sector(place))
        return tuple(table)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: Sequence[int], first: int, most: int) -> Iterator[int]:
    """The sectors of a chain, at most so many; a chain that leaves the table or turns in a circle ends."""
    seen: set[int] = set()
    while first < len(table) and first not in seen and len(seen) < min(most, _MOST_SECTORS):
        seen.add(first)
        yield first
        first = table[first]
