"""Whether a discount, a tax or a fee is a share of the price or money: the header says so, or it is money and told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.units import says_percent
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_PERCENT = frozenset({"percent", "percentage", "pct", "perc", "prozent", "pourcentage", "porcentaje", "percentuale"})
_RATES = frozenset({"rate", "taux", "tasa", "tasso", "taxa", "satz"})
_WRITTEN = ("率", "比例", "百分比", "比率", "율")
_AMOUNTS = frozenset({"amount", "value", "total", "sum", "betrag", "montant", "importe", "importo", "valor", "bedrag"})
_AMOUNTS_WRITTEN = ("额", "額", "元", "액", "金")
_GIVEN = re.compile(r"\d+(?:[.,]\d+)?\s*[%\uff05]")
_WHOLE = 100
_PRICED = frozenset({"amount", "unit_price", "unit_mrr"})
"""What a discount is taken off; an MRR has it taken off already."""


def says_share(column: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether a header calls a discount a percentage or a rate and no number contradicts it: 250 is no percentage."""
    if says_percent(column.header):
        return True
    if column.type is not ColumnType.NUMBER or not _is_within(column, _WHOLE):
        return False
    words = set(vocabulary.tokens(column.header))
    return bool(words & (_PERCENT | _RATES)) or any(sign in column.header for sign in _WRITTEN)


def as_discount(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """Money or a share of the price: the role takes both."""
    return 1.0 if column.type is ColumnType.PERCENT else suits


def as_money(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """A tax or a fee is money, its rate is none: ``VAT %`` is a rate, ``VAT 20%`` and ``VAT`` may be money."""
    bare = replace(column, header=_GIVEN.sub("", column.header))
    is_rate = column.type is ColumnType.PERCENT or (says_share(bare, vocabulary) and _is_within(column, _WHOLE))
    return 0.0 if is_rate else suits


def says_points(column: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether a header says percent, by its sign or in words above whole numbers."""
    words = set(vocabulary.tokens(column.header))
    return says_percent(column.header) or (column.is_integer and bool(words & _PERCENT))


def discount_assumed(
    mapping: Mapping, profiles: Sequence[ColumnProfile], vocabulary: Vocabulary
) -> tuple[ColumnMapping, Message] | None:
    """A discount of whole numbers up to 100 that is taken for money; None where header or cells tell what it is."""
    column = mapping.column("discount")
    if column is None or not _counts(mapping) or column.type is ColumnType.PERCENT or column.format.currency:
        return None
    profile = next((each for each in profiles if each.index == column.index), None)
    if profile is None or not profile.is_integer or not _is_within(profile, _WHOLE) or _says_money(profile, vocabulary):
        return None
    text = QT_TRANSLATE_NOOP(
        "checks",
        "“{column}” is taken for money off the price. If it is percent of the price, read the column as percent.",
    )
    return column, Message(text, column=column.header)


def _counts(mapping: Mapping) -> bool:
    """Whether the table's amounts depend on the discount."""
    if mapping.table == "subscriptions":
        return "mrr" not in mapping.roles and bool(mapping.roles & _PRICED)
    return "amount" not in mapping.roles and {"quantity", "unit_price"} <= mapping.roles


def _is_within(column: ColumnProfile, most: float) -> bool:
    """Whether the numbers go from 0 to that and are not all 0."""
    low, high = column.low, column.high
    return isinstance(low, int | float) and isinstance(high, int | float) and low >= 0 and 0 < high <= most


def _says_money(column: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether the header names an amount, or cells are written with cents or a currency."""
    is_named = any(sign in column.header for sign in _AMOUNTS_WRITTEN) or bool(
        set(vocabulary.tokens(column.header)) & _AMOUNTS
    )
    return is_named or not all(text.strip().removesuffix(".0").isdigit() for text in column.words)
