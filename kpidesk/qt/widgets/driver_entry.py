"""What may be typed into the box of a driver, brought to the form that ``scenario.model.parse_override`` reads."""

import math
import re

from kpidesk.core.currencies import MONEY_NAMES
from kpidesk.core.errors import UserError
from kpidesk.scenario.model import parse_override

_LONGEST = 40
_MAGNITUDE = re.compile(r"(?P<number>\d[\d,.]*)\s*(?P<unit>[kmb万萬亿億])$", re.IGNORECASE)
_UNITS = {"k": 1e3, "m": 1e6, "b": 1e9, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_BARE = re.compile(r"[\d.,]+")
_SIGNED = re.compile(r"[+\-−＋][\d.,]+")
_POINTS = re.compile(r"(个百分点|個百分點)$")
_WORDS = re.compile(rf"(?<=\d)\s*(mo|months?|个月|個月|天|d|h|小时|小時|s|秒|{'|'.join(MONEY_NAMES)})$", re.IGNORECASE)


def plain_entry(typed: str, *, is_share: bool = False) -> str:
    """The typed text without units of time, magnitudes and full-width signs; a bare share is in percent or points.

    >>> plain_entry("5.2", is_share=True), plain_entry("+2", is_share=True), plain_entry("$1.2K"), plain_entry("3万")
    ('5.2%', '+2pt', '$1200', '30000')
    """
    text = _WORDS.sub("", _POINTS.sub("pt", typed.strip()))
    if match := _MAGNITUDE.search(text):
        try:
            number = float(match["number"].replace(",", "")) * _UNITS[match["unit"].lower()]
        except ValueError:
            return text
        text = f"{text[: match.start()]}{number:.15g}"
    if is_share and _BARE.fullmatch(text):
        text += "%"
    elif is_share and _SIGNED.fullmatch(text):
        text += "pt"
    return text


def read_entry(typed: str, baseline: float, *, is_share: bool = False) -> float | None:
    """The value meant, None where it cannot be read.

    >>> read_entry("/2", 0.039), read_entry("50", 0.039, is_share=True)
    (0.0195, 0.5)
    """
    if len(typed) > _LONGEST:
        return None
    try:
        value = parse_override("driver", plain_entry(typed, is_share=is_share)).applied(baseline)
    except (UserError, ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None
