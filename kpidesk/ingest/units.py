"""The units that headers name: what turns a column's bare numbers into the role's unit."""

import re

POINTS = 0.01
"""What turns a share printed as points into a fraction."""

_HOURS = (
    (frozenset(("minutes", "minute", "min", "mins", "minuten", "minutos", "minuti", "分钟", "分鐘")), 1 / 60),
    (frozenset(("seconds", "second", "sec", "secs", "sekunden", "秒")), 1 / 3600),
    (frozenset(("days", "day", "tage", "jours", "dias", "天")), 24.0),
)
_SECONDS = (
    (frozenset(("minutes", "minute", "min", "mins", "minuten", "分钟", "分鐘")), 60.0),
    (frozenset(("hours", "hour", "hrs", "stunden", "小时", "小時")), 3600.0),
    (frozenset(("ms", "milliseconds", "millis", "毫秒")), 0.001),
)
_MONEY = (
    (frozenset(("micros",)), 1e-6),
    (frozenset(("cents", "cent", "分")), 0.01),
    (frozenset(("thousands", "thousand", "千元")), 1000.0),
    (frozenset(("万元", "萬元", "万")), 10_000.0),
    (frozenset(("millions", "million", "百万元")), 1_000_000.0),
)


def says_percent(header: str) -> bool:
    """Whether a header has the sign of percent, so that its bare numbers are points: Churn (%)."""
    return "%" in header or "\uff05" in header


def is_percent(unit: str) -> bool:
    """Whether a unit is percent."""
    return unit.strip().strip("()[]（）").casefold() in ("%", "\uff05", "percent", "pct", "prozent", "百分比")


def unit_factor(role: str, header: str) -> float:
    """What turns a column's numbers into the role's unit, by the unit that the header names: minutes into hours."""
    words = frozenset(re.findall(r"[a-z]+|[\u4e00-\u9fff]+", header.lower()))
    units = _HOURS if role.endswith("_hours") else _SECONDS if "duration" in role else _MONEY
    return next((factor for names, factor in units if words & names), 1.0)
