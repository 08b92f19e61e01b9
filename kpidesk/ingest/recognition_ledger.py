"""Bank statements and accounts: rows of money in and money out, which are neither sales nor costs of one kind."""

from collections.abc import Sequence

from kpidesk.ingest.layout import Region
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.profile import ColumnProfile, body_rows
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_NUMERIC = (ColumnType.MONEY, ColumnType.NUMBER)
_EITHER = 0.9
"""In so many rows exactly one of a ledger's two columns is filled."""
_SIGNED = 0.2
"""So many amounts of either sign are more than refunds."""


def ledger_columns(region: Region, columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The headers that show money going both ways; none where the table is no bank statement or account."""
    named = {
        side: [c for c in columns if vocabulary.tokens(c.header) in words] for side, words in vocabulary.ledger.items()
    }
    pairs = [(credit, debit) for credit in named["in"] for debit in named["out"] if credit is not debit]
    for credit, debit in pairs:
        if credit.filled < 1.0 and debit.filled < 1.0 and (named["bank"] or _are_two_sides(region, credit, debit)):
            return credit.header, debit.header
    bank = [c for c in named["bank"] if c.filled > 0]
    signed = [c for c in columns if c.type in _NUMERIC and c not in bank and _is_signed(region, c)]
    if bank and len(signed) == 1:
        return signed[0].header, bank[0].header
    return ()


def _are_two_sides(region: Region, one: ColumnProfile, other: ColumnProfile) -> bool:
    """Whether each row fills one of the two columns and leaves the other blank or nought."""
    pairs = list(zip(_amounts(region, one), _amounts(region, other), strict=True))
    filled = [(a, b) for a, b in pairs if a or b]
    sides = {bool(a) for a, _ in filled}
    return len(sides) == 2 and sum(bool(a) != bool(b) for a, b in filled) >= _EITHER * len(filled)


def _is_signed(region: Region, column: ColumnProfile) -> bool:
    values = [value for value in _amounts(region, column) if value]
    below = sum(value < 0 for value in values)
    return bool(values) and _SIGNED <= below / len(values) <= 1 - _SIGNED / 2


def _amounts(region: Region, column: ColumnProfile) -> list[float]:
    texts = [row[column.index] if column.index < len(row) else "" for row in body_rows(region)]
    read = read_cells(texts, column.format)
    return [float(v) if isinstance(v, int | float) and not isinstance(v, bool) else 0.0 for v in read]
