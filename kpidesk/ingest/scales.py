"""The scale that a title, a line of units or a header names for amounts: 单位：万元, USD thousands, in Mio. €."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.numbers import CODES, SYMBOLS
from kpidesk.schema.model import ColumnType

_WORDS: Mapping[str, float] = {
    "k": 1e3, "'000": 1e3, "000": 1e3, "000s": 1e3, "thousand": 1e3, "thousands": 1e3, "tsd": 1e3, "t": 1e3,
    "miles": 1e3, "milliers": 1e3, "migliaia": 1e3, "milhares": 1e3, "тыс": 1e3, "млн": 1e6,
    "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
    "bn": 1e9, "mrd": 1e9, "billion": 1e9, "billions": 1e9,
    "千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "百萬": 1e6, "亿": 1e8, "億": 1e8,
}  # fmt: skip
_NAMED = {
    "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "新台币": "TWD", "新台幣": "TWD",
    "港元": "HKD", "港币": "HKD", "港幣": "HKD", "欧元": "EUR", "歐元": "EUR", "日元": "JPY", "日圓": "JPY",
}  # fmt: skip
_SIGNS = {s: c for s, c in SYMBOLS.items() if len(s) > 1 or not s.isalpha()}
_MONEY = "|".join(re.escape(s) for s in sorted((*_SIGNS, *CODES), key=len, reverse=True))
_NAMES = "|".join(_NAMED)
_LONG = r"thousands?|tsd|miles|milliers|migliaia|milhares|тыс|млн|millions?|mio|mn|mrd|billions?|bn"
_HAN = "百万|百萬|千|万|萬|亿|億"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:单位|單位)\s*[:\uff1a]?\s*(?P<money>{_NAMES}|{_MONEY})?\s*(?P<scale>{_HAN})\s*(?P<after>{_NAMES}|元|圆|圓)?",
        rf"[(\[（【]\s*(?P<money>{_NAMES})?\s*(?P<scale>{_HAN})\s*(?P<after>{_NAMES}|元|圆|圓)\s*[)\]）】]",
        rf"(?<![^\W_])(?P<money>{_MONEY})\s*,?\s*(?:in\s+)?(?P<scale>{_LONG}|k|mm?|['’]?000s?)(?![^\W_])\.?(?P<after>)",
        rf"(?<![^\W_])in\s+(?P<scale>{_LONG}|k|['’]?000s?)(?![^\W_])\.?(?:\s*(?:of\s+)?(?P<after>{_MONEY})(?![^\W_]))?(?P<money>)",
        rf"(?<![^\W_])(?P<scale>{_LONG}|k|m|t|['’]000s?)\.?\s*(?P<after>{_MONEY})(?![^\W_])(?P<money>)",
    )
)
_LINES_ABOVE = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """What amounts are multiplied by, their currency where it is named, and the text that says so."""

    factor: float
    currency: str
    text: str


def scale_in(text: str) -> Scale | None:
    """The scale that a text names for amounts of money; None where it names none."""
    for pattern in _PATTERNS:
        if (match := pattern.search(text)) is not None:
            word = match["scale"].casefold().replace("’", "'")
            named = (match["money"] or match["after"] or "").strip()
            return Scale(_WORDS.get(word, _WORDS.get(word.lstrip("'"), 1.0)), _code(named), text.strip())
    return None


def scale_above(region: Region) -> Scale | None:
    """The one scale that the lines above a table, or the corner of months across, name."""
    first = min(region.header_rows, default=max(region.header_row, 0))
    cells = [cell for row in region.sheet.head[max(0, first - _LINES_ABOVE) : first] for cell in row if cell]
    if region.orientation == "across" and region.headers:
        cells.append(region.headers[0])
    found = [scale for cell in dict.fromkeys(cells) if (scale := scale_in(cell)) is not None]
    return found[0] if len({scale.factor for scale in found}) == 1 else None


def with_scale(mapping: TableMapping, region: Region) -> TableMapping:
    """The mapping with amounts multiplied by what the title, or else their own header, says.

    Where months run across the columns hold the scale of the title; it counts for rows of money alone.
    """
    above = scale_above(region)
    columns = []
    for column in mapping.columns:
        is_across = column.index in mapping.month_columns
        scale = above if is_across else (scale_in(column.header) or above)
        if scale is not None and (is_across or _is_amount(column)) and column.format.multiplier == 1.0:
            form = column.format
            form = replace(form, multiplier=scale.factor, currency=form.currency or scale.currency)
            because = (evidence.in_scale(scale.text, scale.factor), *column.evidence)
            columns.append(replace(column, format=form, evidence=because))
        else:
            columns.append(column)
    return replace(mapping, columns=tuple(columns))


def _is_amount(column: ColumnMapping) -> bool:
    return column.role is not None and column.type is ColumnType.MONEY


def _code(named: str) -> str:
    """The ISO code of a sign or a name of money."""
    if named.upper() in CODES:
        return named.upper()
    return _NAMED.get(named, next((code for sign, code in _SIGNS.items() if sign.casefold() == named.casefold()), ""))
