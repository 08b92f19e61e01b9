"""Which rows are the sales that revenue is made of: invoices where there are any, else orders."""

from collections.abc import Mapping
from typing import NamedTuple

from kpidesk.facts.rows import RowPart

SALE_COLUMNS = ("day", "c", "amount", "gross", "refund_amount", "src", "row_no")
"""The columns of revenue and refunds beside attributes."""


class Sales(NamedTuple):
    """``name`` is the row table that tells of them; without ``parts`` nothing was sold."""

    name: str
    parts: tuple[RowPart, ...]

    @property
    def knows_refunds(self) -> bool:
        """Whether anything says what of it went back."""
        return any(
            part.has_returns or part.table.has("refund_amount") or part.table.has("status") for part in self.parts
        )


def sales(parts: Mapping[str, tuple[RowPart, ...]]) -> Sales:
    """The sales among all row tables."""
    name = "invoices" if parts.get("invoices") else "orders"
    return Sales(name, parts.get(name) or ())
