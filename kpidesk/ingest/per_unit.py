"""Subscriptions with a quantity and an amount: whether the amount is of one unit or of all.

The rows of a plan tell, where it is sold in several quantities. Else the header does: billing systems (Stripe,
Chargebee, Recurly) bill quantity × price, so a price is of one unit; an amount, a total, an MRR is of all. What is
assumed is said. A monthly price is of one unit or of all like any other, an MRR is of all.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_KEYS = ("plan", "billing_period", "currency")
_MOST = 0.9
"""So many of the plans that are sold in several quantities must say the same."""
_NEAR = 0.005
_OF_ONE = {"amount": "unit_price", "mrr": "unit_mrr"}
_OF_ALL = {one: every for every, one in _OF_ONE.items()}
_A_MONTH = frozenset({"month", "monthly", "per"})
_UNITS = frozenset({"unit", "user", "seat", "license", "licence", "member", "agent", "席", "单"})
_COUNTED = frozenset({"number", "of", "count", "paid", "billed", "total", "licensed"})
_PRICES = frozenset({"price", "pricing", "preis", "prix", "precio", "prezzo", "preco", "prij", "pret", "cena", "pris"})
_PRICES_WRITTEN = ("价格", "価格", "가격", "цена", "цены")
_BESIDE = frozenset({"plan", "product", "tier", "package", "current", "in", "usd", "eur", "gbp", "cny", "jpy", "cent"})
_BESIDE_WRITTEN = ("", "元", "套餐", "套餐元", "产品", "方案", "プラン")
"""What may stand beside it: the price of a plan is one price; that of a contract or a subscription may be all of it."""


def settle_per_unit(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> Mapping:
    """The mapping with an amount that stays the same whatever the quantity, or is a price, as the price of one unit.

    A price that grows with the quantity is the amount of all.
    """
    mapping = _with_units_counted(mapping, vocabulary)
    column = _beside_quantity(mapping, vocabulary)
    if column is None or column.role is None:
        return mapping
    is_price = _is_price(column, vocabulary)
    said = verdict(mapping, region, vocabulary)
    if column.role in _OF_ALL:
        is_of_all = is_price and said == "total"
        because = evidence.grows_with_quantity()
        return _with_role(mapping, column, _OF_ALL[column.role], because) if is_of_all else mapping
    if said == "unit":
        return _with_role(mapping, column, _OF_ONE[column.role], evidence.same_for_any_quantity())
    if is_price and not said:
        return _with_role(mapping, column, _OF_ONE[column.role], evidence.price_beside_quantity())
    return mapping


def assumption(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> tuple[ColumnMapping, Message] | None:
    """The amount beside a quantity where no row tells what it is of, and what it is taken for; None: it is told."""
    column = _beside_quantity(mapping, vocabulary)
    if column is None or verdict(mapping, region, vocabulary):
        return None
    if column.role == "amount":
        text = QT_TRANSLATE_NOOP(
            "checks",
            "“{column}” is taken for the amount of the whole quantity. If it is the price of one unit, give it the role"
            " unit price.",
        )
        return column, Message(text, column=column.header)
    quantity = mapping.column("quantity")
    if quantity is None or not _is_price(column, vocabulary):
        return None
    if column.role == "unit_mrr":
        text = QT_TRANSLATE_NOOP(
            "checks",
            "“{column}” is taken for the monthly price of one unit and multiplied by “{quantity}”. If it is that of the"
            " whole quantity, give it the role monthly price (MRR).",
        )
        return column, Message(text, column=column.header, quantity=quantity.header)
    text = QT_TRANSLATE_NOOP(
        "checks",
        "“{column}” is taken for the price of one unit and multiplied by “{quantity}”. If it is the amount of the whole"
        " quantity, give it the role amount per interval.",
    )
    return column, Message(text, column=column.header, quantity=quantity.header)


def _with_units_counted(mapping: Mapping, vocabulary: Vocabulary) -> Mapping:
    """The mapping with what is called like the unit of a price (users beside a price per user) as the quantity."""
    price = mapping.column("unit_mrr") or mapping.column("unit_price")
    if mapping.table != "subscriptions" or price is None or "quantity" in mapping.roles:
        return mapping
    if not _UNITS & set(vocabulary.tokens(price.header)):
        return mapping
    counts = [c for c in mapping.columns if c.role is None and c.type is ColumnType.NUMBER and not c.is_ignored]
    named = [c for c in counts if (rest := set(vocabulary.tokens(c.header)) - _COUNTED) and rest <= _UNITS]
    return _with_role(mapping, named[0], "quantity", evidence.goes_with(price.header)) if len(named) == 1 else mapping


def _beside_quantity(mapping: Mapping, vocabulary: Vocabulary) -> ColumnMapping | None:
    """The one amount or price of subscriptions that have a quantity; an MRR only where it is called a price."""
    if mapping.table != "subscriptions" or "quantity" not in mapping.roles:
        return None
    mrr, of_one = mapping.column("mrr"), mapping.column("unit_mrr")
    if mrr is not None or of_one is not None:
        monthly = mrr or of_one
        is_alone = monthly is not None and (mrr is None or of_one is None) and _is_price(monthly, vocabulary)
        return monthly if is_alone else None
    amount, price = mapping.column("amount"), mapping.column("unit_price")
    return None if amount is not None and price is not None else amount or price


def _is_price(column: ColumnMapping, vocabulary: Vocabulary) -> bool:
    """Whether a header calls it a price, and nothing that makes it one of all (total, contract) or of one (unit)."""
    words = vocabulary.tokens(column.header)
    # Of Chinese, Japanese and Korean words each character stands alone.
    written = "".join(word for word in words if not word.isascii())
    rest = {word for word in words if word.isascii()}
    for price in _PRICES_WRITTEN:
        written = written.replace(price, "", 1)
    is_named = len(written) < sum(not word.isascii() for word in words) or bool(rest & _PRICES)
    beside = _BESIDE | _A_MONTH if column.role in ("mrr", "unit_mrr") else _BESIDE
    return is_named and written in _BESIDE_WRITTEN and rest <= _PRICES | beside


def _with_role(mapping: Mapping, column: ColumnMapping, role: str, because: Message) -> Mapping:
    priced = mapping.with_role(column.index, role)
    columns = tuple(
        replace(
            c,
            confidence=column.confidence,
            evidence=(because, *column.evidence),
            is_attribute=column.is_attribute,
        )
        if c.index == column.index
        else c
        for c in priced.columns
    )
    return replace(priced, columns=columns)


def verdict(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> str:
    """What plans sold in several quantities show: "unit", "total", '' where they show neither, "one" where none is."""
    plans: defaultdict[tuple[str, ...], set[tuple[float, float]]] = defaultdict(set)
    many = False
    for key, quantity, amount in _rows(mapping, region, vocabulary):
        plans[key].add((quantity, amount))
        many = many or quantity != 1
    if not many:
        return "one"
    sold = [pairs for pairs in plans.values() if len({quantity for quantity, _ in pairs}) > 1]
    same = sum(_is_constant([amount for _, amount in pairs]) for pairs in sold)
    proportional = sum(_is_constant([amount / quantity for quantity, amount in pairs]) for pairs in sold)
    if sold and max(same, proportional) >= _MOST * len(sold) and same != proportional:
        return "unit" if same > proportional else "total"
    return ""


def _rows(mapping: Mapping, region: Region, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], float, float]]:
    """What is sold, how often and for how much, in each row that says all three."""
    keys = [column for role in _KEYS if (column := mapping.column(role)) is not None]
    quantities, amounts = mapping.column("quantity"), _beside_quantity(mapping, vocabulary)
    if quantities is None or amounts is None:
        return
    for _, cells in body_rows(region):
        quantity, amount = _number(quantities, cells), _number(amounts, cells)
        if quantity and amount and quantity > 0:
            yield tuple(cells[c.index].strip() if c.index < len(cells) else "" for c in keys), quantity, amount


def _number(column: ColumnMapping, cells: tuple[str, ...]) -> float | None:
    text = cells[column.index] if column.index < len(cells) else ""
    (value,) = read_cells((text,), column.format)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _is_constant(values: list[float]) -> bool:
    return max(values) - min(values) <= _NEAR * abs(max(values, key=abs))
