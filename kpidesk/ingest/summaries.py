"""Tables that only repeat or sum up others of the same import: copies cell for cell, pivots, cards of a dashboard."""

import re
from collections.abc import Iterator, Sequence

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.blocks import Block, cut_row
from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.checks import place
from kpidesk.ingest.layout import Region
from kpidesk.ingest.raw_sheet import Row
from kpidesk.ingest.words import fold, is_total

_PIVOT_LABELS = frozenset(
    """
    row labels|column labels|行标签|列标签|行標籤|欄標籤|列標籤|zeilenbeschriftungen|spaltenbeschriftungen
    étiquettes de lignes|étiquettes de colonnes|etiquetas de fila|etiquetas de columna|rótulos de linha
    rótulos de coluna|etichette di riga|etichette di colonna
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {""}
_PIVOT_VALUE = re.compile(
    r"(?:sum|count|average|max|min) of .+|(?:sum|count|average) - .+|(?:summe|anzahl|mittelwert) von .+"
    r"|(?:somme|nombre|moyenne) de .+|(?:suma|cuenta|promedio) de .+"
    r"|(?:求和项|计数项|平均值项|加總|計數)\s*[:：\-–]\s*.+",
)
_MOST_CARD_ROWS = 2
_LEAST_RAW_ROWS = 10
_LOOKED_ABOVE = 3


def is_pivot(region: Region) -> bool:
    """Whether a table is what a pivot shows: labelled as one, or sums by name with a total at its end."""
    if region.header_row < 0:
        return False
    top = max(0, region.header_rows[0] - _LOOKED_ABOVE)
    shown = [cell for row in region.sheet.head[top : region.header_row] for cell in _cut(region, row)]
    words = [fold(cell) for cell in (*shown, *_cut(region, region.sheet.head[region.header_row])) if cell]
    if _PIVOT_LABELS & set(words):
        return True
    values = sum(bool(_PIVOT_VALUE.fullmatch(word)) for word in words)
    return values > 0 and (values > 1 or bool(region.total_rows) or any(is_total(word) for word in words))


def is_cards(region: Region) -> bool:
    """Whether a table is a row of figures below their names, as a dashboard shows them: no list of anything."""
    last = len(region.sheet.head) - 1 if region.last_body is None else region.last_body
    rows = [_cut(region, row) for row in region.sheet.head[region.first_body : last + 1]]
    rows = [row for row in rows if any(row)]
    if not 0 < len(rows) <= _MOST_CARD_ROWS or region.header_row < 0:
        return False
    cells = [kind for row in rows for cell in row if (kind := kind_of(cell)) not in ("", "x")]
    return bool(cells) and all(kind == "n" for kind in cells)


def left_out(regions: Sequence[Region]) -> Iterator[tuple[int, int | None, Finding]]:
    """What of one workbook repeats or sums up the rest: its place, what it repeats (None: no one table), and why.

    Pivots and cards are left out only where the workbook has rows that they can be made from.
    """
    copies = dict(_copies(regions))
    for at, original in copies.items():
        text = QT_TRANSLATE_NOOP("checks", "It repeats “{table}” cell for cell and is left out unless you want it.")
        message = Message(text, table=regions[original].sheet.name)
        yield at, original, Finding(Level.NOTE, "ingest.same_rows", message, place(regions[at]))
    sums = {at for at, region in enumerate(regions) if at not in copies and (is_pivot(region) or is_cards(region))}
    raw = max((_rows(region) for at, region in enumerate(regions) if at not in sums), default=0)
    if raw < _LEAST_RAW_ROWS:
        return
    for at in sorted(sums):
        if is_pivot(regions[at]):
            text = QT_TRANSLATE_NOOP("checks", "It is a pivot of other rows of this workbook and is left out.")
            yield at, None, Finding(Level.NOTE, "ingest.pivot", Message(text), place(regions[at]))
        else:
            text = QT_TRANSLATE_NOOP(
                "checks", "It shows single figures, as dashboards do, and no rows: it is left out."
            )
            yield at, None, Finding(Level.NOTE, "ingest.dashboard", Message(text), place(regions[at]))


def _copies(regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Each table that has the header and every cell of an earlier one on another sheet."""
    known: dict[tuple[object, ...], int] = {}
    for at, region in enumerate(regions):
        if _rows(region) < _MOST_CARD_ROWS:
            continue
        content = (*_content(region),)
        first = known.setdefault(content, at)
        if first != at and regions[first].sheet is not region.sheet:
            yield at, first


def _content(region: Region) -> Iterator[object]:
    """Everything that was read of a table."""
    last = region.sheet.rows if region.last_body is None else region.last_body
    yield tuple(map(fold, region.headers))
    yield _rows(region)
    for row in region.sheet.head[region.first_body : last + 1]:
        yield _cut(region, row)
    for sample in region.sheet.further:
        if sample.row <= last:
            yield _cut(region, sample.cells)


def _cut(region: Region, row: Row) -> Row:
    return cut_row(row, Block(0, 0, region.first_column, region.last_column))


def _rows(region: Region) -> int:
    last = region.sheet.rows - 1 if region.last_body is None else region.last_body
    return max(0, last - region.first_body + 1 - len(region.total_rows))
