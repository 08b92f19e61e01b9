"""Tables printed on several pages: each page says the header again, perhaps below a line with its number."""

import re
from collections.abc import Sequence

from kpidesk.ingest.blocks import Block
from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.header import Header
from kpidesk.ingest.raw_sheet import Row, SampledRow
from kpidesk.ingest.words import fold

_PAGE = re.compile(
    r"(?:page|seite|pagina|página|pág\.?|p\.|side|strona|第)?\s*\d{1,4}\s*(?:页|頁|ページ)?"
    r"(?:\s*(?:of|von|de|di|van|/|／|共)\s*\d{1,4}\s*(?:页|頁)?)?"
)


def is_next_page(head: Sequence[Row], names: Row, block: Block, header: Header) -> bool:
    """Whether a block below a table with these names is its next page: the same header, nothing said before it."""
    if not header.rows or len(names) != block.width:
        return False
    rows = block.rows(head)
    return rows[header.rows[-1]] == names and all(_is_page(row) for row in rows[: header.rows[-1]])


def repeated_headers(body: Sequence[SampledRow], names: Row) -> tuple[int, ...]:
    """The rows of a body that say the header again, with the page numbers right above them."""
    if sum(kind_of(cell) == "t" for cell in names) < 2:
        return ()
    found: list[int] = []
    for at, sample in enumerate(body):
        if sample.cells != names:
            continue
        above = at
        while above and (_is_page(body[above - 1].cells) or not any(body[above - 1].cells)):
            above -= 1
        found += [each.row for each in body[above : at + 1] if any(each.cells)]
    return tuple(found)


def _is_page(row: Row) -> bool:
    """Whether a row is blank or holds the number of a page alone."""
    filled = [cell for cell in row if cell.strip()]
    return not filled or (len(filled) == 1 and bool(_PAGE.fullmatch(fold(filled[0]))))
