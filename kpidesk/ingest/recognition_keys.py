"""Whose a doubtful key is: by what it goes with in the rows, and by how many there are."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.schema.model import ColumnType

_LEAST = 3
_MOST = 0.9
_HARDLY = 0.6
_COMPARED = 2_000
_FEW, _TIMES = 12, 4
_ALIKE = 1.3
"""So many names for each key, and keys for each name, at most: now and then a product is renamed."""


def key_of_customer(mapping: Mapping, region: Region, scores: Scores) -> Mapping:
    """A number that hardly says that it is the customer's, and goes with the order's, names no customer."""
    key, order = mapping.column("customer_id"), mapping.column("order_id")
    if key is None or order is None or key.confidence >= _HARDLY:
        return mapping
    rows = body_rows(region, _COMPARED)
    pairs = {(c[key.index].strip(), c[order.index].strip()) for _, c in rows if max(key.index, order.index) < len(c)}
    pairs = {(k, o) for k, o in pairs if k and o}
    if not all(k.isdecimal() for k, _ in pairs):
        return mapping
    if len(pairs) < _LEAST or not len(pairs) == len({k for k, _ in pairs}) == len({o for _, o in pairs}):
        return mapping
    free = {n: s for (n, role), s in scores.items() if role == "customer_id" and mapping.columns[n].role is None}
    other = max(free, key=lambda n: (free[n], -n), default=None)
    because = evidence.goes_with(order.header)
    given = {key.index: replace(key, role=None, evidence=(because, *key.evidence))}
    if other is not None:
        given[mapping.columns[other].index] = replace(
            mapping.columns[other], role="customer_id", confidence=free[other]
        )
    return replace(mapping, columns=tuple(given.get(c.index, c) for c in mapping.columns))


def key_of_names(mapping: Mapping, columns: Sequence[ColumnProfile], scores: Scores) -> Mapping:
    """A key of far fewer different values than there are customers by name (an account of the books) is none."""
    key = mapping.column("customer_id")
    if key is None:
        return mapping
    own = next(column.distinct for column in columns if column.index == key.index)
    named = {
        n: score
        for (n, role), score in scores.items()
        if role == "customer_id" and score >= _HARDLY and columns[n].filled >= _MOST
        if columns[n].type in (ColumnType.TEXT, ColumnType.ID) and columns[n].distinct > max(_FEW, _TIMES * own)
        if mapping.columns[n].role is None
    }
    if not named:
        return mapping
    chosen = mapping.columns[max(named, key=lambda n: (named[n], -n))]
    because = (evidence.fewer_than_customers(chosen.header), *key.evidence)
    given = {
        key.index: replace(key, role=None, is_attribute=True, evidence=because),
        chosen.index: replace(chosen, role="customer_id", confidence=min(0.9, named[mapping.columns.index(chosen)])),
    }
    return replace(mapping, columns=tuple(given.get(c.index, c) for c in mapping.columns))


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
