"""Numbers as people write them: grouping, decimal comma or point, money, percent, K and M, 万 and 亿."""

import re
from collections import Counter
from collections.abc import Iterable

from kpidesk.ingest.words import TEXT_MARKS, tidy

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD",
    "R$": "BRL", "MX$": "MXN", "NZ$": "NZD", "RM": "MYR", "Rp": "IDR", "Rs.": "INR", "Rs": "INR", "RMB": "CNY",
    "kr.": "", "kr": "", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "лв": "BGN", "руб.": "RUB", "руб": "RUB",
    "元": "CNY", "块": "CNY", "圓": "TWD", "円": "JPY", "원": "KRW",
    "$": "", "€": "EUR", "£": "GBP", "¥": "", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS",
    "฿": "THB", "₫": "VND", "₱": "PHP", "₦": "NGN", "₿": "BTC",
}  # fmt: skip
"""Signs of money to ISO codes; '' where several currencies share the sign."""

CODES = frozenset(
    """
    USD EUR GBP CHF JPY CNY CNH TWD HKD SGD AUD CAD NZD INR KRW BRL MXN SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH ILS
    AED SAR ZAR NGN KES EGP THB VND PHP IDR MYR ARS CLP COP PEN PKR BDT LKR
""".split()  # noqa: SIM905
)

_SCALES = {
    "k": 1e3, "tsd": 1e3, "tsd.": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mio.": 1e6, "mm": 1e6,
    "million": 1e6, "b": 1e9, "bn": 1e9, "mrd": 1e9, "mrd.": 1e9, "billion": 1e9, "t": 1e12,
    "lakh": 1e5, "crore": 1e7, "cr": 1e7,
    "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "百萬": 1e6, "千万": 1e7, "千萬": 1e7,
    "亿": 1e8, "億": 1e8, "万亿": 1e12,
}  # fmt: skip
_SIGN = "|".join(re.escape(s) for s in sorted([*SYMBOLS, *CODES], key=len, reverse=True))
_YEN = "\\"
"""The byte of the yen sign in Shift-JIS, which every reader since takes for a backslash: ``\\1,200``."""
_LEAD = re.compile(rf"(?:{_SIGN}|\\(?=\s*[\d.,-]))\s*", re.I)
_TAIL = re.compile(rf"\s*(?:{_SIGN})$", re.I)
_SCALE = re.compile(rf"(?<=[\d.,])\s*({'|'.join(re.escape(s) for s in sorted(_SCALES, key=len, reverse=True))})$", re.I)
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_SCIENTIFIC = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)[eE][+-]?\d{1,3}")
_GROUPED = {
    ".": re.compile(
        r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’_]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+"
    ),
    ",": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’_]\d{3})+)(?:,\d*)?|\d+(?:,\d*)?|,\d+"),
}
_SIDE = re.compile(r"(?<=\d)\s*(dr|Dr|DR|(?<=[.,]\d\d)CR|(?<=[.,]\d\d )CR)\.?$")
"""The side of an account: debits are taken off. CR without cents is a crore."""
_NO_CENTS = re.compile(r"(?<=\d)([.,])\s?[-–—]{1,2}(?!\d)")
"""A dash in the place of the cents: 20,- and 99.–"""
_SEPARATED = re.compile(r"\d[\d ,.'’]*")
_LONGEST = 60


def parse_number(text: str, decimal: str = ".", *, bare: float = 1.0) -> float:
    """The number a text shows; a percent sign makes it a fraction, else it is multiplied by ``bare``.

    ValueError where anything is left over, or where digits are grouped as the decimal sign does not allow:
    ``32,56`` with a point.
    """
    if decimal == "." and _PLAIN.fullmatch(text) and len(text) <= _LONGEST:
        return float(text) * bare
    if len(text) > _LONGEST:
        raise ValueError(text)
    core, sign, factor = _strip(tidy(text).lstrip(TEXT_MARKS), bare)
    if _SCIENTIFIC.fullmatch(core):
        return sign * float(core.replace(",", ".")) * factor
    if not _GROUPED[decimal].fullmatch(core):
        raise ValueError(text)
    for mark in " '’_" + (",." if decimal == "." else ".,")[0]:
        core = core.replace(mark, "")
    return sign * float(core.replace(",", ".")) * factor


def _strip(text: str, bare: float) -> tuple[str, float, float]:
    """Take sign, money, percent and scale off: the digits, the sign and what to multiply by."""
    sign = 1.0
    text = _NO_CENTS.sub("", text)
    if text.startswith("(") and text.endswith(")"):
        text, sign = text[1:-1].strip(), -1.0
    if side := _SIDE.search(text):
        text, sign = text[: side.start()].rstrip(), -sign if side[1].casefold() == "dr" else sign
    text, negative = _strip_sign(text)
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    if not negative:
        text, negative = _strip_sign(text)
    factor = bare
    if text.endswith(("%", "‰")) or text.startswith("%"):
        factor = 0.001 if text.endswith("‰") else 0.01
        text = text.strip("%‰").strip()
    text = _TAIL.sub("", text).rstrip()
    if scale := _SCALE.search(text):
        text, factor = text[: scale.start()].rstrip(), factor * _SCALES[scale.group(1).casefold()]
        text = _TAIL.sub("", text).rstrip()
    if text.endswith("-"):
        text, negative = text[:-1].rstrip(), not negative
    return text, -sign if negative else sign, factor


def _strip_sign(text: str) -> tuple[str, bool]:
    if text[:1] in ("-", "−", "–", "‒"):
        return text[1:].lstrip(), True
    return (text[1:].lstrip() if text[:1] == "+" else text), False


def currency_of(text: str) -> str | None:
    """The ISO code named beside a number, '' for a sign that several share (``$``, ``¥``), None where there is none."""
    text = tidy(text).strip("()-+−– ")
    found = _LEAD.match(text) or _TAIL.search(text)
    if found is None and (scale := _SCALE.search(text)):
        found = _TAIL.search(text[: scale.start()])
    if found is None:
        return None
    sign = found.group(0).strip()
    if sign == _YEN:
        return "JPY"
    return (
        sign.upper()
        if sign.upper() in CODES
        else next(c for s, c in SYMBOLS.items() if s.casefold() == sign.casefold())
    )


def is_numeric(text: str) -> bool:
    """Whether the text is a number in either convention."""
    return _reads(text, ".") or _reads(text, ",")


def _reads(text: str, decimal: str) -> bool:
    try:
        parse_number(text, decimal)
    except ValueError:
        return False
    return True


def could_be_thousands(texts: Iterable[str]) -> bool:
    """Whether all numbers with a sign have a single one with three digits behind: 1.500, thousands or decimals."""
    verdicts = {_verdict(text)[0] for text in texts} - {""}
    return bool(verdicts) and verdicts <= {"point+3", "comma+3"} and len(verdicts) == 1


def decimal_mark(texts: Iterable[str]) -> tuple[str, int]:
    """The decimal sign of a column, '.' or ',', and how many cells show it beyond doubt (0: nothing but the habit)."""
    seen: Counter[str] = Counter()
    grouped_money = 0
    for text in texts:
        verdict, is_money = _verdict(text)
        seen[verdict] += 1
        grouped_money += verdict == "point+3" and is_money
    if seen[","] != seen["."]:
        return max((",", "."), key=lambda mark: seen[mark]), max(seen[","], seen["."])
    if grouped_money and not seen["."] and not seen["comma+3"]:
        return ",", 0
    return ".", seen["."]


def _verdict(text: str) -> tuple[str, bool]:
    """What one text says: ',' or '.' is its decimal sign, or it could be either (one sign with three digits behind)."""
    tidied = tidy(text)
    if no_cents := _NO_CENTS.search(tidied):
        return no_cents[1], False
    match = _SEPARATED.search(tidied)
    if match is None:
        return "", False
    digits = match.group(0).rstrip(" ,.")
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return "", False
    mark = digits[last]
    other = "." if mark == "," else ","
    if other in digits[:last]:
        return mark, False
    if digits.count(mark) > 1:
        return other, False
    if len(digits) - last - 1 != 3 or last > 3 or last == 0 or digits[0] == "0":
        return mark, False
    return ("comma+3" if mark == "," else "point+3"), bool(_LEAD.match(tidied.lstrip("-(")) or _TAIL.search(tidied))
