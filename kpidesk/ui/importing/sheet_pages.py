"""The rows of a sheet beyond those that were looked at, as far as they were read: a page at a time; no screen in it."""

from collections import OrderedDict
from collections.abc import Sequence

from kpidesk.ingest.raw_sheet import Row

PAGE = 500
_KEPT = 60


class SheetPages:
    """The pages of one sheet that were read, the latest of them; ``is_open``: others can be read."""

    def __init__(self, *, is_open: bool = False) -> None:
        self.is_open = is_open
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def row(self, number: int) -> Row | None:
        """The cells of a row, None where its page was not read."""
        page = self._pages.get(number // PAGE)
        if page is None:
            return None
        at = number % PAGE
        return page[at] if at < len(page) else ()

    def put(self, page: int, rows: Sequence[Row]) -> None:
        """Keep a page, and let go of the oldest."""
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
