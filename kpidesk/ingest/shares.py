"""Which bare numbers of a share are points (12 for 12%) by their size, whether months run down or across."""

from collections.abc import Iterable
from statistics import median

_LARGEST = 1.5
_LARGEST_RETENTION = 3.0
_RETENTION = frozenset(("nrr", "grr"))
_UNBOUNDED = _RETENTION | {"renewal_rate_amount", "revenue_growth_yoy"}
"""Shares that may well be above one and a half: their usual size tells, not their largest."""
_STRAY = 20.0
"""So many times the usual size is a slip, not a sign of points."""


def are_points(role: str, numbers: Iterable[float]) -> bool:
    """Whether these are points.

    Of what is part of a whole two numbers above the limit tell it, or one that is no slip. Nothing tells of blanks and
    noughts.
    """
    sizes = [abs(number) for number in numbers if number]
    if not sizes:
        return False
    usual = median(sizes)
    limit = _LARGEST_RETENTION if role in _RETENTION else _LARGEST
    if role in _UNBOUNDED:
        return usual > limit
    above = [size for size in sizes if size > limit]
    return len(above) > 1 or (bool(above) and above[0] <= _STRAY * usual)
