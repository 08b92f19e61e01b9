"""Quantity times price is amount: where it holds all three are sure, and it says which of two amounts is the price."""

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
_SURE = 0.97
_HARDLY = 0.6
_COMPARED = 2_000
_ALIKE = 1.3
"""So many names for each key, and keys for each name, at most: now and then a product is renamed."""


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


def key_of_product(mapping: Mapping, region: Region) -> Mapping:
    """A number that hardly says that it is the customer's, and goes with the product's name, is the product's."""
    key, name = mapping.column("customer_id"), mapping.column("product_name")
    if key is None or name is None or key.confidence >= _HARDLY or mapping.column("product_id") is not None:
        return mapping
    rows = body_rows(region, _COMPARED)
    pairs = {(cells[key.index], cells[name.index]) for _, cells in rows if max(key.index, name.index) < len(cells)}
    keys = {number for number, _ in pairs}
    if len(keys) < _LEAST or len(pairs) > _ALIKE * len(keys) or len({text for _, text in pairs}) < len(keys) / _ALIKE:
        return mapping
    because = evidence.goes_with(name.header)
    columns = tuple(
        replace(c, role="product_id", evidence=(because, *c.evidence)) if c is key else c for c in mapping.columns
    )
    return replace(mapping, columns=columns)


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
