"""Net, tax and total beside each other; gross, fee and payout; what is paid, what is open and the whole invoice.

Which of them a sale came to.
"""

from collections.abc import Sequence
from itertools import combinations

from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.recognition_months import body_rows

_LOOKED_AT = 200
_HOLDS = 0.9
_NEAR = 0.011


def paid_amount(mapping: Mapping, region: Region, candidates: Sequence[int]) -> dict[int, str | None]:
    """Roles by column where one candidate is another one with the tax added, or another one before a fee was kept."""
    for role in ("tax", "fee"):
        part = mapping.column(role)
        if part is None:
            continue
        parts = _amounts(region, part)
        values = {n: _amounts(region, mapping.columns[n]) for n in candidates if mapping.columns[n] is not part}
        for less, smaller in values.items():
            for more, greater in values.items():
                if more != less and _adds_up(smaller, parts, greater):
                    return {less: "subtotal" if role == "tax" else None, more: "amount"}
    return {}


def invoiced_amount(mapping: Mapping, region: Region, candidates: Sequence[int]) -> dict[int, str | None]:
    """Roles by column where one candidate is what another has of it already and a third has not: paid, open, whole."""
    values = {n: _amounts(region, mapping.columns[n]) for n in candidates}
    for paid, unpaid in combinations(values, 2):
        for whole in values.keys() - {paid, unpaid}:
            if _splits(values[paid], values[unpaid], values[whole]):
                return {paid: None, unpaid: None, whole: "amount"}
    return {}


def _splits(paid: Sequence[float | None], unpaid: Sequence[float | None], whole: Sequence[float | None]) -> bool:
    """Whether nearly all rows are paid or open, some the one and some the other, and both make the whole."""
    known = [
        (a, b, c)
        for a, b, c in zip(paid, unpaid, whole, strict=True)
        if a is not None and b is not None and c is not None and c
    ]
    fits = [(a, b) for a, b, c in known if abs(a + b - c) <= _NEAR]
    settled, still_open = sum(b == 0 and a != 0 for a, b in fits), sum(a == 0 and b != 0 for a, b in fits)
    enough = _HOLDS * len(known)
    return len(known) >= 3 and settled + still_open >= enough and min(settled, still_open) > 0


def _adds_up(smaller: Sequence[float | None], parts: Sequence[float | None], greater: Sequence[float | None]) -> bool:
    """Whether the part makes the smaller amount the greater one in nearly all rows in which there is a part."""
    whole = [
        (a, abs(part), b)
        for a, part, b in zip(smaller, parts, greater, strict=True)
        if a is not None and part and b is not None
    ]
    fits = sum(abs(abs(a) + part - abs(b)) <= _NEAR for a, part, b in whole)
    return len(whole) >= 3 and fits >= _HOLDS * len(whole)


def _amounts(region: Region, column: ColumnMapping) -> list[float | None]:
    texts = [row[column.index] if column.index < len(row) else "" for _, row in body_rows(region, _LOOKED_AT)]
    read = read_cells(texts, column.format)
    return [float(v) if isinstance(v, int | float) and not isinstance(v, bool) else None for v in read]
