"""Order reports of Amazon: ``item-price`` is of the whole quantity, and ``item-tax`` in it or on top by the country.

Amazon's field definitions say "all amounts are aggregates of the quantity, not unit prices". In the United States and
Canada prices are shown without sales tax, which ``item-tax`` adds; elsewhere they include it. A promotion is no part of
the price: what is sold for nothing stands at its full price, with a discount as large beside it.
"""

from dataclasses import replace

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_PRICE, _TAX = ("item", "price"), ("item", "tax")
_PROMOTIONS = (("item", "promotion", "discount"), ("item", "promotional", "discount"))
_ON_TOP = frozenset({"USD", "CAD", "AMAZON.COM", "AMAZON.CA"})
"""Currencies and shops whose prices are without tax."""
_LOOKED_AT = 2_000


def settle_item_prices(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> Mapping:
    """The mapping with an item's price as what its line came to, without a tax or a promotion that is no part of it."""
    return _with_promotion(_of_lines(mapping, region, vocabulary), vocabulary)


def _of_lines(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> Mapping:
    found = _pair(mapping, vocabulary)
    if found is None:
        return mapping
    price, tax = found
    if price.role == "unit_price" and mapping.column("amount") is None:
        mapping = _with(mapping, replace(price, role="amount", evidence=(evidence.of_whole_line(), *price.evidence)))
    if tax.role == "tax" and _is_on_top(mapping, region):
        because = evidence.net_already(price.header)
        mapping = _with(mapping, replace(tax, role=None, is_attribute=True, evidence=(because, *tax.evidence)))
    return mapping


def item_tax(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> tuple[Message, bool] | None:
    """What the tax beside item prices is taken for, and whether the rows leave it open; None where there is none."""
    found = _pair(mapping, vocabulary)
    if found is None:
        return None
    price, tax = found
    if tax.role is None:
        text = QT_TRANSLATE_NOOP(
            "checks",
            "“{tax}” is not taken off “{price}”: in the United States and Canada it comes on top. If the prices include"
            " it, give it the role tax.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "checks",
            "“{tax}” is taken off “{price}”: outside the United States and Canada prices include it. If it comes on"
            " top, take the role from it.",
        )
    return Message(text, tax=tax.header, price=price.header), _is_on_top(mapping, region) is None


def _pair(mapping: Mapping, vocabulary: Vocabulary) -> tuple[ColumnMapping, ColumnMapping] | None:
    """The price and the tax of items in a table of orders that has a quantity."""
    if mapping.table != "orders" or "quantity" not in mapping.roles:
        return None
    named = {vocabulary.tokens(column.header): column for column in mapping.columns}
    return (named[_PRICE], named[_TAX]) if _PRICE in named and _TAX in named else None


def _with_promotion(mapping: Mapping, vocabulary: Vocabulary) -> Mapping:
    """The mapping with the discount of a promotion as what is still to come off the price of its item."""
    if mapping.table != "orders":
        return mapping
    named = {vocabulary.tokens(column.header): column for column in mapping.columns}
    discount = next((named[words] for words in _PROMOTIONS if words in named), None)
    price = named.get(_PRICE)
    if discount is None or price is None or price.role != "amount":
        return mapping
    if discount.type not in (ColumnType.MONEY, ColumnType.NUMBER):
        return mapping
    because = evidence.goes_with(price.header)
    told = replace(discount, role="promotion", is_attribute=False, evidence=(because, *discount.evidence))
    return _with(mapping, told)


def _is_on_top(mapping: Mapping, region: Region) -> bool | None:
    """Whether all rows are of countries whose prices are without tax; None where some are, or none says where it is."""
    for column in (mapping.column("currency"), mapping.column("channel")):
        if column is None:
            continue
        rows = (cells for _, cells in body_rows(region, _LOOKED_AT) if column.index < len(cells))
        said = {cells[column.index].strip().upper() for cells in rows} - {""}
        if said:
            return True if said <= _ON_TOP else None if said & _ON_TOP else False
    return None


def _with(mapping: Mapping, column: ColumnMapping) -> Mapping:
    return replace(mapping, columns=tuple(column if c.index == column.index else c for c in mapping.columns))
