"""Lines of orders: quantity times price is amount; where it holds all three are sure, and it says which is which."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import number_in
from kpidesk.ingest.recognition_months import body_rows

_LOOKED_AT = 200
_LEAST = 3
_HOLDS = 0.6
_MOST = 0.9
_SURE = 0.97
_COMPARED = 2_000


def confirm_product(mapping: Mapping, region: Region) -> Mapping:
    """The mapping with quantity × unit price = amount as evidence; price and amount change places where that holds."""
    quantity, price, amount = (mapping.column(role) for role in ("quantity", "unit_price", "amount"))
    if quantity is None or price is None or amount is None:
        return mapping
    rows = [
        tuple(_number(cells, column) for column in (quantity, price, amount))
        for _, cells in body_rows(region, _LOOKED_AT)
    ]
    whole = [(q, p, a) for q, p, a in rows if q is not None and p is not None and a is not None]
    if len(whole) < _LEAST:
        return mapping
    if _share([(q, a, p) for q, p, a in whole if q != 1]) > _HOLDS > _share(whole):
        mapping, price, amount = _exchanged(mapping, price, amount), amount, price
        whole = [(q, a, p) for q, p, a in whole]
    share = _share(whole)
    if share < _HOLDS:
        return mapping
    because = evidence.product_of(quantity.header, price.header, share)
    columns = tuple(
        replace(c, confidence=max(c.confidence, _SURE), evidence=(*c.evidence, because)) if c.role == "amount" else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def price_of_line(mapping: Mapping, region: Region) -> Mapping:
    """The mapping with a price that grows with the quantity of a product as the amount of the line."""
    quantity, price = mapping.column("quantity"), mapping.column("unit_price")
    product = mapping.column("product_id") or mapping.column("product_name")
    if quantity is None or price is None or product is None or mapping.column("amount") is not None:
        return mapping
    sold: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for _, cells in body_rows(region, _COMPARED):
        q, p = _number(cells, quantity), _number(cells, price)
        if q and p and q > 0 and p > 0 and product.index < len(cells):
            sold[cells[product.index].strip()].add((q, p))
    varied = [pairs for pairs in sold.values() if len({q for q, _ in pairs}) > 1]
    grows = sum(_spread([p / q for q, p in pairs]) < _spread([p for _, p in pairs]) for pairs in varied)
    if not varied or grows < _MOST * len(varied):
        return mapping
    because = evidence.grows_with_quantity()
    columns = tuple(
        replace(c, role="amount", evidence=(because, *c.evidence)) if c is price else c for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def _spread(values: Sequence[float]) -> float:
    return max(values) / min(values)


def _share(rows: Sequence[tuple[float, float, float]]) -> float:
    """In how many of the rows the first two make the third."""
    return sum(abs(q * p - a) <= 0.01 * max(1.0, abs(a)) for q, p, a in rows) / max(len(rows), 1)


def _exchanged(mapping: Mapping, price: ColumnMapping, amount: ColumnMapping) -> Mapping:
    """The price as the amount and the other way round."""
    given = {
        price.index: replace(price, role="amount", confidence=amount.confidence),
        amount.index: replace(amount, role="unit_price", confidence=price.confidence),
    }
    return replace(mapping, columns=tuple(given.get(c.index, c) for c in mapping.columns))


def _number(cells: Sequence[str], column: ColumnMapping) -> float | None:
    return number_in(cells[column.index], column.format) if column.index < len(cells) else None
