"""What may be typed into the box of a driver: ``5.2``, ``/2``, ``x0.5``, ``+10%``, ``-20%``, ``$1.2K``, ``3万``."""

import math
import re

_FACTOR = re.compile(r"^(?:[x*×]\s*(?P<times>[\d.]+)|/\s*(?P<by>[\d.]+)|(?P<percent>[+-][\d.]+)\s*%)$", re.IGNORECASE)
_POINTS = re.compile(r"^(?P<points>[+-][\d.]+)\s*(?:pt|pts|points|个百分点|個百分點)$", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?P<sign>[+-]?)[^\d.+-]{0,4}(?P<number>\d*\.?\d+)\s*(?P<unit>[kmb万亿萬億%]?)[^\d]{0,4}$", re.IGNORECASE
)
_UNITS = {"k": 1e3, "m": 1e6, "b": 1e9, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_LONGEST = 40


def read_entry(typed: str, baseline: float, *, is_share: bool = False) -> float | None:
    """The value meant, None where it cannot be read; a bare number for a share is in percent.

    >>> read_entry("/2", 0.039), read_entry("5.2", 0.039, is_share=True)
    (0.0195, 0.052)
    """
    if len(typed) > _LONGEST:
        return None
    cleaned = typed.strip().replace("−", "-").replace("，", ",").replace(",", "").replace("％", "%")
    try:
        value = _read(cleaned, baseline, is_share=is_share)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return value if value is not None and math.isfinite(value) else None


def _read(cleaned: str, baseline: float, *, is_share: bool) -> float | None:
    if match := _FACTOR.match(cleaned):
        if match["times"]:
            return baseline * float(match["times"])
        if match["by"]:
            return baseline / float(match["by"])
        return baseline * (1 + float(match["percent"]) / 100)
    if match := _POINTS.match(cleaned):
        return baseline + float(match["points"]) / 100
    if match := _NUMBER.match(cleaned):
        unit = match["unit"].lower()
        value = float(match["number"]) * _UNITS.get(unit, 1)
        value = -value if match["sign"] == "-" else value
        return value / 100 if unit == "%" or is_share else value
    return None
