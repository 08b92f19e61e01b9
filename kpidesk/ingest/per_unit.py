"""Subscriptions with a quantity and an amount: whether the amount is of one unit or of all, by the rows of a plan."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.recognition_months import body_rows

_KEYS = ("plan", "billing_period", "currency")
_MOST = 0.9
"""So many of the plans that are sold in several quantities must say the same."""
_NEAR = 0.005


def settle_per_unit(mapping: Mapping, region: Region) -> Mapping:
    """The mapping with an amount that stays the same whatever the quantity as the price of one unit."""
    column = mapping.column("amount")
    if column is None or not is_open(mapping) or verdict(mapping, region) != "unit":
        return mapping
    because = (evidence.same_for_any_quantity(), *column.evidence)
    priced = mapping.with_role(column.index, "unit_price")
    columns = tuple(
        replace(c, confidence=column.confidence, evidence=because, is_attribute=column.is_attribute)
        if c.index == column.index
        else c
        for c in priced.columns
    )
    return replace(priced, columns=columns)


def is_open(mapping: Mapping) -> bool:
    """Whether a table of subscriptions has a quantity and an amount, and nothing that says what one unit costs."""
    return (
        mapping.table == "subscriptions"
        and {"amount", "quantity"} <= mapping.roles
        and not mapping.roles
        & {
            "mrr",
            "unit_price",
        }
    )


def verdict(mapping: Mapping, region: Region) -> str:
    """What plans sold in several quantities show: "unit", "total", '' where they show neither, "one" where none is."""
    plans: defaultdict[tuple[str, ...], set[tuple[float, float]]] = defaultdict(set)
    many = False
    for key, quantity, amount in _rows(mapping, region):
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


def _rows(mapping: Mapping, region: Region) -> Iterator[tuple[tuple[str, ...], float, float]]:
    """What is sold, how often and for how much, in each row that says all three."""
    keys = [column for role in _KEYS if (column := mapping.column(role)) is not None]
    quantities, amounts = mapping.column("quantity"), mapping.column("amount")
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
