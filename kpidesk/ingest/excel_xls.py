"""What an xls workbook tells beside its values: error cells, formulas never calculated, hidden rows and columns."""

import struct
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kpidesk.ingest.excel_facts import SheetFacts, format_code
from kpidesk.ingest.excel_ole import ole_stream

STREAMS = ("workbook", "book")
_MOST_BYTES = 1 << 30
_BOF = frozenset({0x009, 0x209, 0x409, 0x809})
_EOF, _FORMULA, _FORMAT, _OLD_FORMAT, _XF, _BOUND, _CODEPAGE = 0x0A, 0x06, 0x41E, 0x1E, 0xE0, 0x85, 0x42
_PASSWORD = 0x2F
_ROW, _COLUMNS, _BOOL_OR_ERROR, _NUMBER, _RK, _RKS = 0x208, 0x7D, 0x205, 0x203, 0x27E, 0xBD
_EXCEL_97 = b"\x00\x06"
_NOT_A_NUMBER = b"\xff\xff"
_STYLED = 20_000
_CODEPAGES = {1200: "utf-16-le", 10000: "mac_roman", 0x8000: "mac_roman", 0x8001: "cp1252", 367: "ascii"}


def xls_facts(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; ValueError where the file is damaged."""
    data = ole_stream(path, STREAMS, _MOST_BYTES)
    if data is None:
        return {}
    sheets: list[tuple[str, int, bool]] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    codec = "cp1252"
    width = 2 if data[4:6] == _EXCEL_97 else 1
    for kind, body in _records(data, 0):
        if kind == _CODEPAGE and len(body) >= 2:
            page = struct.unpack_from("<H", body)[0]
            codec = _CODEPAGES.get(page, f"cp{page}")
        elif kind == _BOUND and len(body) >= 8:
            start, state = struct.unpack_from("<IB", body)
            sheets.append((_text(body[6:], codec, width=1), start, bool(state & 3)))
        elif kind in (_FORMAT, _OLD_FORMAT) and len(body) >= 4:
            formats[struct.unpack_from("<H", body)[0]] = _text(body[2:], codec, width=width)
        elif kind == _XF and len(body) >= 4:
            styles.append(struct.unpack_from("<H", body, 2)[0])
    codes = {n: format_code(number, formats) for n, number in enumerate(styles)}
    return {name: _sheet(data, start, SheetFacts(is_hidden=hidden), codes) for name, start, hidden in sheets}


def is_encrypted(start: bytes) -> bool:
    """Whether the first bytes of a workbook's stream say that the rest is encrypted."""
    return any(kind == _PASSWORD for kind, _ in _records(start, 0))


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place on to the end of that part; those of charts inside are passed over."""
    depth = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        body = data[at + 4 : at + 4 + length]
        at += 4 + length
        if kind in _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, body


def _sheet(data: bytes, start: int, facts: SheetFacts, codes: dict[int, str]) -> SheetFacts:
    styles: defaultdict[int, Counter[int]] = defaultdict(Counter)
    blank: list[tuple[int, int]] = []
    calculated = cells = 0
    for kind, body in _records(data, start):
        if kind in (_NUMBER, _RK) and len(body) >= 6 and cells < _STYLED:
            cells += 1
            _, column, style = struct.unpack_from("<HHH", body)
            styles[column][style] += 1
        elif kind == _RKS and len(body) >= 6 and cells < _STYLED:
            column = struct.unpack_from("<H", body, 2)[0]
            for place in range(4, len(body) - 5, 6):
                cells += 1
                styles[column + (place - 4) // 6][struct.unpack_from("<H", body, place)[0]] += 1
        elif kind & 0xFF == _FORMULA and kind <= 0x406 and len(body) >= 14:
            row, column, style = struct.unpack_from("<HHH", body)
            is_number = body[12:14] != _NOT_A_NUMBER
            calculated += is_number or body[6] != 3
            if is_number:
                styles[column][style] += 1
            elif body[6] == 2:
                facts.error(row, column)
            elif body[6] == 3:
                blank.append((row, column))
        elif kind == _BOOL_OR_ERROR and len(body) >= 8 and body[7] == 1:
            facts.error(*struct.unpack_from("<HH", body))
        elif kind == _ROW and len(body) >= 14:
            facts.hidden_rows += body[12] >> 5 & 1
        elif kind == _COLUMNS and len(body) >= 10 and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            facts.hidden_columns += _columns(first, last)
    if blank and not calculated:  # Excel stores a blank text the same way, but then other formulas have results
        for row, column in blank:
            facts.missing_value(row, column)
    facts.settle_formats(styles, codes)
    return facts


def _columns(first: int, last: int) -> int:
    """How many columns are hidden; none where all to the sheet's end are, which only hides the empty part."""
    return 0 if last >= 255 else max(0, last - first + 1)


def _text(body: bytes, codec: str, *, width: int) -> str:
    """A text led by its length: of 16-bit or 8-bit characters, as the flag after the length says; none in old files."""
    if len(body) <= width:
        return ""
    count = int.from_bytes(body[:width], "little")
    rest = body[width:]
    try:
        if rest[0] == 1 and len(rest) >= 1 + 2 * count:
            return rest[1 : 1 + 2 * count].decode("utf-16-le", "replace")
        if rest[0] == 0:
            return rest[1 : 1 + count].decode("latin-1")
        return rest[:count].decode(codec, "replace")
    except LookupError:
        return rest[:count].decode("latin-1")
