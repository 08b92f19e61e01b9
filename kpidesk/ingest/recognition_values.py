"""How well the cells of a column suit a role by type, range and words: from 0 (never) to 1 (nothing against it)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kpidesk.ingest.durations import HOURS_FIRST
from kpidesk.ingest.parsing import ColumnFormat, number_in
from kpidesk.ingest.price_parts import as_discount, as_money, says_points, says_share
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_grain import is_years
from kpidesk.ingest.shares import are_points
from kpidesk.ingest.units import POINTS, says_percent, unit_factor
from kpidesk.ingest.words import fold
from kpidesk.schema.intervals import interval_months
from kpidesk.schema.model import ColumnType, Role
from kpidesk.schema.vocabulary import Vocabulary

_T = ColumnType
_NUMERIC = (_T.MONEY, _T.NUMBER, _T.PERCENT, _T.ID, _T.FLAG)
_BLANK = 0.72
"""A column without a single value: only its header speaks, so a filled one of the same name wins."""

_TYPES: Mapping[ColumnType, Mapping[ColumnType, float]] = {
    _T.DATE: {_T.DATE: 1.0, _T.TEXT: 0.12, _T.NUMBER: 0.1, _T.ID: 0.1},
    _T.NUMBER: {
        _T.NUMBER: 1.0,
        _T.MONEY: 0.85,
        _T.ID: 0.6,
        _T.FLAG: 0.65,
        _T.PERCENT: 0.3,
        _T.TEXT: 0.06,
        _T.DATE: 0.02,
    },
    _T.MONEY: {_T.MONEY: 1.0, _T.NUMBER: 1.0, _T.FLAG: 0.3, _T.ID: 0.4, _T.PERCENT: 0.25, _T.TEXT: 0.05, _T.DATE: 0.02},
    _T.PERCENT: {_T.PERCENT: 1.0, _T.NUMBER: 0.9, _T.MONEY: 0.4, _T.FLAG: 0.5, _T.ID: 0.1, _T.TEXT: 0.05},
    _T.FLAG: {_T.FLAG: 1.0, _T.TEXT: 0.75, _T.NUMBER: 0.9, _T.ID: 0.6, _T.DATE: 0.08},
    _T.ID: {_T.ID: 1.0, _T.TEXT: 0.95, _T.NUMBER: 0.94, _T.FLAG: 0.15, _T.MONEY: 0.1, _T.PERCENT: 0.03, _T.DATE: 0.03},
    _T.TEXT: {_T.TEXT: 1.0, _T.ID: 0.88, _T.FLAG: 0.82, _T.NUMBER: 0.45, _T.MONEY: 0.1, _T.PERCENT: 0.1, _T.DATE: 0.04},
}

_COUNTED = re.compile(r"(?<!id)(?<![su])s\W*$", re.I)
"""A plural over numbers (Active users) is a count, not a key."""

_TELLING_ROWS = 8
"""So many answers show the whole of their scale."""

_KEY_NAME = re.compile(r"(?:id|nr|no|num|number|numero|nummer|code|key|#|号|编号|編號|番号|コード)\W*$", re.I)
"""A header that says itself that it holds keys: numbers suit it as well as words do."""

_ASKS = re.compile(r"[?？]\s*$")
"""Refunded? is answered by yes or no, not by an amount."""

_LIKE_MONTHS = 0.9
_LIKE_WORDS = 1.03
_LONG_NAME = 80

_FEW = frozenset([
    "channel", "plan", "status", "segment", "category", "priority", "stage", "industry", "company_size",
    "payment_method", "region", "country", "device", "billing_period", "movement_type", "currency", "deal_type",
    "lost_reason", "churn_reason", "cost_type",
])  # fmt: skip
"""Roles whose values repeat: as good as every row another value speaks against them."""


def suitability(role: Role, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """How well a column's cells suit a role."""
    if column.filled <= 0.0:
        return _BLANK
    is_worded = is_duration(column) and role.type is _T.TEXT
    suits = _TYPES[role.type].get(_T.TEXT if is_worded else column.type, 0.02)
    suits *= _shape(role, column)
    special = _SPECIAL.get(role.name)
    return min(1.0, special(suits, column, vocabulary) if special else suits)


def is_duration(column: ColumnProfile) -> bool:
    """Whether a column's numbers are lengths of time, written as such."""
    return column.format.date_order.startswith(HOURS_FIRST)


def format_for(role: Role, column: ColumnProfile, vocabulary: Vocabulary) -> ColumnFormat:
    """How a column's cells are read when it plays a role: as the role's type wherever its cells allow that."""
    found = column.format
    match role.type:
        case _T.ID | _T.TEXT:
            return found if column.type is role.type else ColumnFormat(role.type)
        case _T.MONEY | _T.NUMBER | _T.PERCENT if column.type in _NUMERIC:
            form = _numeric_format(role, column, vocabulary)
            unit = _seconds_in(role.name) if is_duration(column) else unit_factor(role.name, column.header)
            return form if unit == 1.0 else replace(form, multiplier=form.multiplier * unit)
        case _T.DATE if column.type is not _T.DATE and role.name == "month" and is_years(column):
            return ColumnFormat(_T.DATE, date_order="year")
        case _T.FLAG if column.type in (_T.TEXT, _T.NUMBER, _T.ID, _T.FLAG):
            return _flag_format(column, vocabulary)
    return found


def _numeric_format(role: Role, column: ColumnProfile, vocabulary: Vocabulary) -> ColumnFormat:
    """Shares printed as points become fractions, as a % in the header says; other numbers only change their name."""
    is_discount = role.name == "discount"
    is_share = role.type is _T.PERCENT or (is_discount and says_share(column, vocabulary))
    if not is_share or column.type is _T.PERCENT:
        kept = column.type if column.type is _T.PERCENT else role.type
        return replace(column.format, type=kept)
    is_said = says_points(column, vocabulary) if is_discount else says_percent(column.header)
    is_points = is_said or are_points(role.name, _numbers(column))
    return replace(column.format, type=_T.PERCENT, multiplier=POINTS if is_points else 1.0)


def _numbers(column: ColumnProfile) -> Iterator[float]:
    """The commonest numbers of a column and its extremes, but for those with a sign of percent of their own."""
    texts = (text for text in column.words if not says_percent(text))
    read = {number for text in texts if (number := number_in(text, column.format)) is not None}
    yield from read | {each for each in (column.low, column.high) if isinstance(each, int | float)}


def _seconds_in(role: str) -> float:
    """What turns seconds into the role's unit."""
    return 1 / 3600 if role.endswith("_hours") else 1 / _SECONDS_A_MONTH if role.endswith("_months") else 1.0


_SECONDS_A_MONTH = 86_400 * 365.2425 / 12


def _flag_format(column: ColumnProfile, vocabulary: Vocabulary) -> ColumnFormat:
    """Words such as Churned and Stayed say yes and no by what they mean."""
    meanings = {text: vocabulary.status.get(vocabulary.fold(text)) for text in column.words}
    yes = frozenset(fold(text) for text, meaning in meanings.items() if meaning == "canceled")
    no = frozenset(fold(text) for text, meaning in meanings.items() if meaning == "active")
    if column.type is _T.FLAG or not (yes or no):
        return replace(column.format, type=_T.FLAG)
    rest = frozenset(fold(text) for text in column.words) - yes - no
    return replace(column.format, type=_T.FLAG, true_words=yes or rest, false_words=no or rest)


def _shape(role: Role, column: ColumnProfile) -> float:
    if role.type is _T.MONEY and column.type in (_T.FLAG, _T.NUMBER) and _ASKS.search(column.header):
        return 0.3
    if role.type is _T.FLAG and column.type is not _T.FLAG:
        return 1.0 if column.distinct <= 2 else 0.5 if column.type is _T.TEXT and column.distinct == 3 else 0.08
    if role.type is _T.ID and column.type is _T.NUMBER and not column.is_integer:
        return 0.05
    if role.type is _T.ID and column.type is _T.NUMBER and _COUNTED.search(column.header):
        return 0.3
    if role.type is _T.ID and column.max_len > 80:
        return 0.4
    if role.type is _T.ID and column.type is _T.NUMBER and _KEY_NAME.search(column.header.strip()):
        return _LIKE_WORDS
    if role.type is _T.ID and column.type is _T.TEXT and column.is_unique:
        return 1.0 / _TYPES[_T.ID][_T.TEXT]
    if role.name in _FEW:
        if column.rows > 30 and column.distinct > 0.8 * column.rows * column.filled:
            return 0.42
        if column.max_len > 120:
            return 0.4
    return 1.0


def _within(low: float, high: float, otherwise: float) -> Callable[[float, ColumnProfile, Vocabulary], float]:
    """Suits as it does where the numbers lie within bounds, much less elsewhere."""

    def judge(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
        least, greatest = column.low, column.high
        if isinstance(least, int | float) and isinstance(greatest, int | float):
            return suits if low <= least and greatest <= high else suits * otherwise
        return suits

    return judge


def _score_of_five(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """A mark up to 10, or an answer in words."""
    if column.type in (_T.TEXT, _T.FLAG):
        share = _known(column, lambda text: vocabulary.fold(text) in vocabulary.satisfaction)
        return 0.95 if share >= 0.5 else 0.3
    if column.is_integer and isinstance(column.high, float) and column.high > 7 and column.rows >= _TELLING_ROWS:
        suits *= 0.8
    return _within(0, 10, 0.6)(suits, column, vocabulary)


def _score_of_ten(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """A mark from 0 to 10; many answers none of which is above 5 belong to another scale."""
    if column.rows >= _TELLING_ROWS and isinstance(column.high, float) and column.high <= 5:
        suits *= 0.6
    return _within(0, 12, 0.15)(suits, column, vocabulary)


def _known(column: ColumnProfile, is_known: Callable[[str], bool]) -> float:
    """The share of a column's commonest values that are known words."""
    texts = column.words or dict.fromkeys(column.samples, 1)
    total = sum(texts.values())
    return sum(count for text, count in texts.items() if is_known(text)) / total if total else 0.0


def _status(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(column, lambda text: vocabulary.fold(text) in vocabulary.status)
    share = max(share, _known(column, lambda text: vocabulary.fold(text) in vocabulary.stages))
    return suits * (0.8 + 0.2 * share if share > 0 else 0.6)


def _stage(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(
        column, lambda text: vocabulary.fold(text) in vocabulary.stages or vocabulary.fold(text) in vocabulary.status
    )
    return suits * (0.85 + 0.15 * share)


def _movement(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(column, lambda text: vocabulary.fold(text) in vocabulary.movements)
    return suits * (0.35 + 0.65 * min(1.0, 1.5 * share))


def _interval(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(column, lambda text: interval_months(text) is not None)
    if column.type in (_T.NUMBER, _T.DATE, _T.MONEY) and not is_duration(column):
        return 0.3 * suits
    return suits * (0.4 + 0.6 * min(1.0, 1.5 * share))


def _email(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(column, lambda text: "@" in text)
    if share > 0.5 and column.distinct == 1 and column.rows >= _TELLING_ROWS:
        return 0.5 * suits
    return suits if share > 0.5 else 0.75 * suits if column.max_len in (32, 40, 64) else 0.35 * suits


def _currency(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    share = _known(column, lambda text: len(text.strip()) <= 4 and not any(c.isdigit() for c in text))
    return suits if share > 0.8 else 0.15 * suits


def _country(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    return 0.3 * suits if column.type in (_T.NUMBER, _T.MONEY) else suits


def _name(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """Names are text; a number is a key, and what all rows say alike describes the file."""
    if column.rows >= _TELLING_ROWS and (column.distinct == 1 or _is_prose(column)):
        suits *= 0.5
    return 0.3 * suits if column.type in (_T.NUMBER, _T.MONEY, _T.FLAG) else suits


def _is_prose(column: ColumnProfile) -> bool:
    """Whether hardly a text comes twice and some are as long as sentences: nobody's name."""
    return column.max_len > _LONG_NAME and column.distinct > 0.95 * column.rows * column.filled


def _size(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """How many people work there is a band in words or a count."""
    return 0.9 if column.type is _T.NUMBER and column.is_integer else suits


def _event(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    return 0.4 * suits if column.rows > 50 and column.distinct > 0.6 * column.rows else suits


def _month_or_year(suits: float, column: ColumnProfile, vocabulary: Vocabulary) -> float:
    """Years are periods, too; months and quarters are better ones."""
    return _LIKE_MONTHS if is_years(column) else suits


_SPECIAL: Mapping[str, Callable[[float, ColumnProfile, Vocabulary], float]] = {
    "month": _month_or_year,
    "nps_score": _score_of_ten,
    "csat_score": _score_of_five,
    "ces_score": _score_of_five,
    "ces_channel": _score_of_five,
    "ces_waiting": _score_of_five,
    "ces_resolution": _score_of_five,
    "cxi_effort": _score_of_five,
    "cxi_empathy": _score_of_five,
    "cxi_knowing": _score_of_five,
    "cxi_efficiency": _score_of_five,
    "tenure_months": _within(0, 700, 0.3),
    "status": _status,
    "stage": _stage,
    "movement_type": _movement,
    "billing_period": _interval,
    "discount": as_discount,
    "tax": as_money,
    "fee": as_money,
    "email": _email,
    "currency": _currency,
    "country": _country,
    "company_size": _size,
    "customer_name": _name,
    "product_name": _name,
    "event_name": _event,
    "bounce_rate": _within(0, 100, 0.3),
    "engagement_rate": _within(0, 100, 0.4),
    "probability": _within(0, 100, 0.3),
}
