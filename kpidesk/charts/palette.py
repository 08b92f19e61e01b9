"""Which token a series, a segment or a cell takes. Colours themselves belong to the theme."""

import math
from collections.abc import Mapping, Sequence

SERIES = 8
CURVES = 6
_DASHES = ("solid", "solid", "solid", "solid", "dashed", "dashed", "dotted", "dotted")


def series_ink(index: int) -> str:
    """The token of the series at ``index``; beyond the eighth the grey of "Others"."""
    return f"series.{index + 1}" if index < SERIES else "baseline"


def series_dash(index: int) -> str:
    """Series beyond the fourth are told apart by more than hue."""
    return _DASHES[index] if index < SERIES else "solid"


def segment_inks(segments: Sequence[str], kept: Mapping[str, str]) -> tuple[str, ...]:
    """Inks by segment: those already given stay, the others take the free ones in order."""
    taken = {kept[s] for s in segments if s in kept}
    free = [series_ink(i) for i in range(SERIES) if series_ink(i) not in taken]
    return tuple(kept.get(s) or (free.pop(0) if free else "baseline") for s in segments)


def sequential_ink(value: float, low: float, high: float) -> str:
    """One of seven steps, much is step 7."""
    if not math.isfinite(value) or high <= low:
        return "sequential.1"
    step = math.floor((value - low) / (high - low) * 7) + 1
    return f"sequential.{min(7, max(1, step))}"


def curve_ink(index: int, count: int) -> str:
    """The token of one of ``count`` curves in their order: the last stands out most, and the first can be seen."""
    return f"curve.{1 + round(index / max(1, count - 1) * (CURVES - 1))}"


def diverging_ink(value: float, reach: float) -> str:
    """One of seven steps from bad (1) through even (4) to good (7); ``reach`` is the largest magnitude."""
    if not math.isfinite(value) or reach <= 0:
        return "diverging.4"
    return f"diverging.{4 + round(max(-1.0, min(1.0, value / reach)) * 3)}"
