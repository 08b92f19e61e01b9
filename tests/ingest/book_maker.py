"""Workbooks that no writer would make, byte by byte: compound files, BIFF records, odd zips."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR = 512
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of streams, each filled up to the size from which streams have sectors of their own."""
    sectors: list[bytes] = [b""]
    chain = [FAT]
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(4096, b"\0")
        pieces = [padded[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(padded), SECTOR)]
        first = len(sectors)
        sectors += pieces
        chain += [*range(first + 1, first + len(pieces)), END]
        entries.append(_entry(name, 2, first, len(padded), right=number + 1 if number < len(streams) else FREE))
    directory = len(sectors)
    entries += [bytes(128)] * (-len(entries) % 4)
    block = b"".join(entries)
    pieces = [block[at : at + SECTOR] for at in range(0, len(block), SECTOR)]
    sectors += pieces
    chain += [*range(directory + 1, directory + len(pieces)), END]
    chain += [FREE] * (SECTOR // 4 - len(chain))
    sectors[0] = struct.pack(f"<{SECTOR // 4}I", *chain)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return head + b"".join(sectors)


def _entry(name: str, kind: int, first: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    text = name.encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text) + 2, kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def record(kind: int, body: bytes) -> bytes:
    """One record of a BIFF stream."""
    return struct.pack("<HH", kind, len(body)) + body


def xls(*cells: bytes, extra: bytes = b"", hidden: bool = False) -> bytes:
    """An xls workbook of one sheet with these cell records; ``extra`` stands after the first record."""
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    part = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + b"".join(cells) + record(0x0A, b"")
    name = b"\x01\x00S"
    start = len(begin) + len(extra) + 4 + 6 + len(name) + 4
    bound = record(0x85, struct.pack("<IBB", start, int(hidden), 0) + name)
    return compound({"Workbook": begin + extra + bound + record(0x0A, b"") + part})


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, 7, 1))


def formula(row: int, column: int, result: bytes) -> bytes:
    """A formula cell with the eight bytes of its result."""
    return record(0x06, struct.pack("<HHH", row, column, 0) + result + bytes(6) + b"\x03\x00\x1e\x01\x00")


def xlsx(folder: Path, rows: str, *, name: str = "book.xlsx", parts: Mapping[str, str] | None = None) -> Path:
    """An xlsx of one sheet S whose rows are given as XML; ``parts`` are added, or replace those made here."""
    made = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations([("worksheet", "worksheets/sheet1.xml")]),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    return zipped(folder / name, {**made, **(parts or {})})


def _types() -> str:
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}.worksheet+xml"/></Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    tags = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{tags}</Relationships>'


def ods(folder: Path, rows: str, *, name: str = "book.ods") -> Path:
    """An ods of one sheet S whose rows are given as XML."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} xmlns:calcext="urn:org:documentfoundation:names">'
        f'<office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(folder / name, {"mimetype": kind, "content.xml": content})


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
