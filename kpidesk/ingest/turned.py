"""Tables that lie on their side, a record in each column: turned, so that everything after sees them upright."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.blocks import find_blocks
from kpidesk.ingest.cells import kind_of, month_columns
from kpidesk.ingest.raw_sheet import MergedRange, RawSheet, Row

_MOST_FIELDS = 60
_MOST_RECORDS = 1_000
_LEAST = 3
_ALIKE = 0.9


def turned(sheet: RawSheet) -> RawSheet:
    """The sheet, its rows and columns exchanged where its one table has names down the left and records across."""
    if not _lies_on_its_side(sheet):
        return sheet
    width = sheet.width
    rows = [(*row, *("",) * (width - len(row))) for row in sheet.head]
    head = tuple(zip(*rows, strict=True))
    table = pa.table({f"c{i}": pa.array([row[i] or None for row in head], pa.string()) for i in range(len(rows))})
    target = sheet.source.path.with_suffix(".turned.parquet")
    pq.write_table(table, target, compression="lz4", write_statistics=False)
    text = QT_TRANSLATE_NOOP("ingest", "The table lies on its side, a record in each column. It was turned.")
    finding = Finding(Level.NOTE, "ingest.turned", Message(text), Location(sheet.file.name, sheet.sheet))
    return replace(
        sheet,
        head=head,
        rows=width,
        width=len(rows),
        source=replace(sheet.source, path=target, width=len(rows)),
        merged=tuple(MergedRange(m[1], m[0], m[3], m[2]) for m in sheet.merged),
        findings=(*sheet.findings, finding),
        formats=(),
    )


def _lies_on_its_side(sheet: RawSheet) -> bool:
    """Whether each row is of one kind, rows differ in kind, and no column is: the names stand at the left."""
    if not _LEAST <= len(sheet.head) <= _MOST_FIELDS or not _LEAST < sheet.width <= _MOST_RECORDS:
        return False
    blocks = find_blocks(sheet.head)
    if sheet.rows > len(sheet.head) or len(blocks) != 1:
        return False
    rows = blocks[0].rows(sheet.head)
    names = [row[0] for row in rows]
    if month_columns(rows[0]) or any(kind_of(name) != "t" for name in names) or len(set(names)) < len(names):
        return False
    across = [_kind(row[1:]) for row in rows]
    columns = list(zip(*(row[1:] for row in rows), strict=True))
    mixed = sum(_kind(column) is None for column in columns)
    return None not in across and len(set(across[1:])) > 1 and mixed * 2 >= len(columns)


def _kind(cells: Sequence[str] | Row) -> str | None:
    """The one kind of nearly all filled cells; None where they differ, or fewer than two are filled."""
    kinds = Counter(kind for cell in cells if (kind := kind_of(cell)) not in ("", "x"))
    if kinds.total() < 2:
        return None
    kind, count = kinds.most_common(1)[0]
    return kind if count >= _ALIKE * kinds.total() else None
