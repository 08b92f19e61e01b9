"""Long lines as pixels can show them: of each column of pixels the lowest and the highest value, so no peak is lost."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LONG = 4000
"""Lines of fewer points are drawn point by point."""
_KEPT = 16
_arrays: OrderedDict[int, tuple[tuple[float, ...], Array]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a line without a gap: where its columns stand, and what lies between the bounds in each."""

    xs: Array
    lows: Array
    highs: Array


def thinned(
    xs: tuple[float, ...], ys: tuple[float, ...], span: tuple[float, float], columns: int
) -> tuple[Stretch, ...]:
    """What is in sight of a line over rising ``xs``, NaN being a gap, in so many columns from end to end of the span.

    A column without a point has none here; points just outside the span are kept, for the line goes on there.
    """
    x, y = _array(xs), _array(ys)
    low, high = span
    first = max(0, int(np.searchsorted(x, low, "left")) - 1)
    last = min(len(x), int(np.searchsorted(x, high, "right")) + 1)
    x, y = x[first:last], y[first:last]
    if not len(x):
        return ()
    edges = np.linspace(low, high, columns + 1)
    starts = np.unique(np.concatenate(([0], np.searchsorted(x, edges, "left"), np.searchsorted(x, [high], "right"))))
    starts = starts[starts < len(x)]
    if np.isnan(y.sum()):
        lows, highs = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    else:  # twice as fast, but a gap would swallow its column
        lows, highs = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    ends = np.append(starts[1:], len(x)) - 1
    return _without_gaps((x[starts] + x[ends]) / 2, lows, highs)


def _without_gaps(xs: Array, lows: Array, highs: Array) -> tuple[Stretch, ...]:
    known = np.isfinite(lows) & np.isfinite(highs)
    cuts = np.flatnonzero(np.diff(known)) + 1
    found = (each for each in np.split(np.arange(len(xs)), cuts) if len(each) and known[each[0]])
    return tuple(Stretch(xs[each], lows[each], highs[each]) for each in found)


def _array(values: tuple[float, ...]) -> Array:
    """The values as an array, kept while they are drawn again and again."""
    kept = _arrays.get(id(values))
    if kept is None or kept[0] is not values:
        kept = (values, np.asarray(values, dtype=np.float64))
        _arrays[id(values)] = kept
        while len(_arrays) > _KEPT:
            _arrays.popitem(last=False)
    return kept[1]
