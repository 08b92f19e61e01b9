"""Amounts as people type them, and back."""

import re
from math import isfinite

_AMOUNT = re.compile(r"([-−]?)(\d[\d,\s]*\.?\d*|\.\d+)\s*([%kKmM万萬亿億]?)")
_TIMES = {"": 1.0, "%": 0.01, "k": 1e3, "m": 1e6, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}


def typed_number(text: str, kind: str) -> float | None:
    """``1200``, ``1,200``, ``5%``, ``1.2M`` or ``120万``; a share alone is in percent; None for anything else."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    sign, digits, unit = found.groups()
    plain = float(re.sub(r"[,\s]", "", digits))
    # 5 ÷ 100 is the nearest number to 5%, 5 × 0.01 is not always
    value = plain / 100 if unit == "%" or (kind == "share" and not unit) else plain * _TIMES[unit.lower()]
    return (-value if sign else value) if isfinite(value) else None


def number_to_type(value: float | None, kind: str) -> str:
    """A number as it would be typed: a share as a percentage; '' for none."""
    if value is None:
        return ""
    return f"{value * 100:.10g}%" if kind == "share" else f"{value:.12g}"
