"""What is kept of the rows of a sheet that is too long to keep: the first ones, an even sample, totals, the last."""

from collections import deque
from collections.abc import Iterable, Sequence

from kpidesk.ingest.raw_sheet import FURTHER_ROWS, HEAD_ROWS, Row, SampledRow
from kpidesk.ingest.words import is_total, may_be_total

_LAST_ROWS = 200


class RowSample:
    """Takes the rows one after another; ``expected`` is about how many there will be."""

    def __init__(self, expected: int) -> None:
        self._stride = max(1, (expected - HEAD_ROWS) // FURTHER_ROWS)
        self._head: list[Row] = []
        self._further: list[SampledRow] = []
        self._last: deque[SampledRow] = deque(maxlen=_LAST_ROWS)
        self.rows = 0
        self.width = 1

    def add(self, row: Row) -> None:
        """The next row of the sheet."""
        at = self.rows
        self.rows += 1
        self.width = max(self.width, len(row))
        if at < HEAD_ROWS:
            self._head.append(row)
            return
        sample = SampledRow(at, row)
        self._last.append(sample)
        if (at - HEAD_ROWS) % self._stride == 0 or is_total_row(row):
            self._further.append(sample)

    @property
    def head(self) -> tuple[Row, ...]:
        return tuple(self._head)

    @property
    def further(self) -> tuple[SampledRow, ...]:
        """In order, each once."""
        known = {sample.row for sample in self._further}
        last = (sample for sample in self._last if sample.row not in known)
        return tuple(sorted((*self._further, *last), key=lambda sample: sample.row))


def further_rows(rows: Sequence[Row]) -> tuple[SampledRow, ...]:
    """What RawSheet keeps of rows that are all there, below its head."""
    total = len(rows)
    if total <= HEAD_ROWS:
        return ()
    stride = max(1, (total - HEAD_ROWS) // FURTHER_ROWS)
    chosen = set(range(HEAD_ROWS, total, stride)) | set(range(max(HEAD_ROWS, total - _LAST_ROWS), total))
    chosen.update(at for at in range(HEAD_ROWS, total) if is_total_row(rows[at]))
    return tuple(SampledRow(at, rows[at]) for at in sorted(chosen))


def is_total_row(row: Row) -> bool:
    """Whether a row begins with a word for *total*."""
    label = _first_text(row[:6])
    return bool(label) and may_be_total(label) and is_total(label)


def _first_text(cells: Iterable[str]) -> str:
    return next((cell for cell in cells if cell and not cell.isspace()), "")
