"""How sure a number is: 95% intervals of shares, scores and means, as definitions.md names them."""

import numpy as np

from kpidesk.metrics.frame import Array

Z = 1.959963984540054
"""The 97.5% point of the normal distribution."""

_T = (
    12.706204736, 4.30265273, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163,
    2.228138852, 2.20098516, 2.17881283, 2.160368656, 2.144786688, 2.131449546, 2.119905299, 2.109815578, 2.10092204,
    2.093024054, 2.085963447, 2.079613845, 2.073873068, 2.06865761, 2.063898562, 2.059538553, 2.055529439, 2.051830516,
    2.048407142, 2.045229642, 2.042272456,
)  # fmt: skip
"""The 97.5% points of Student's t for 1 … 30 degrees of freedom."""

LEAST_N = 30
"""With fewer observations a share or a mean says little; screens then show the interval beside it."""


def is_few(n: float) -> bool:
    """Whether a figure rests on fewer observations than tell much."""
    return bool(0 <= n < LEAST_N)


WIDE = 0.25
"""An interval that reaches further than this part of its value says that the value itself is uncertain."""


def is_wide(low: float, value: float, high: float) -> bool:
    """Whether a figure is known so roughly that it asks for care, not its last move alone."""
    return bool(max(high - value, value - low) > WIDE * abs(value))


def wilson(successes: Array, trials: Array) -> tuple[Array, Array]:
    """Wilson's score interval of a share (Newcombe 1998); NaN where it is no share of a count."""
    with np.errstate(all="ignore"):
        valid = (trials > 0) & (successes >= 0) & (successes <= trials)
        n = np.where(valid, trials, np.nan)
        p = successes / n
        centre = p + Z * Z / (2 * n)
        half = Z * np.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        scale = 1 + Z * Z / n
        low, high = (centre - half) / scale, (centre + half) / scale
    return np.where(p == 0, 0.0, low), np.where(p == 1, 1.0, high)


def net_promoter(promoters: Array, detractors: Array, answers: Array) -> tuple[Array, Array]:
    """Adjusted Wald interval of a net promoter score, −100 … 100: three answers more, ¾ on either side."""
    with np.errstate(all="ignore"):
        n = np.where(answers > 0, answers + 3, np.nan)
        up, down = (promoters + 0.75) / n, (detractors + 0.75) / n
        centre = up - down
        half = Z * np.sqrt((up + down - centre * centre) / n)
    return 100 * np.maximum(centre - half, -1.0), 100 * np.minimum(centre + half, 1.0)


def mean_interval(mean: Array, variance: Array, count: Array) -> tuple[Array, Array]:
    """Student's interval of a mean; NaN for fewer than two observations."""
    with np.errstate(all="ignore"):
        n = np.where(count >= 2, count, np.nan)
        half = student(n - 1) * np.sqrt(variance / n)
    return mean - half, mean + half


def difference(one: tuple[Array, Array, Array], other: tuple[Array, Array, Array]) -> tuple[Array, Array]:
    """The 95% interval of ``other − one``, each a value with its bounds (the square-and-add method: Newcombe 1998).

    Two intervals may overlap and yet their difference not hold 0.
    """
    (a, a_low, a_high), (b, b_low, b_high) = one, other
    return b - a - np.hypot(b - b_low, a_high - a), b - a + np.hypot(b_high - b, a - a_low)


def student(freedom: Array) -> Array:
    """The 97.5% point of Student's t; beyond 30 degrees by Abramowitz and Stegun 26.7.5 (right to 2e-6)."""
    table = np.array(_T)
    with np.errstate(all="ignore"):
        f = np.asarray(freedom, dtype=np.float64)
        z3, z5, z7 = Z**3, Z**5, Z**7
        far = Z + (z3 + Z) / (4 * f) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * f**2)
        far = far + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * f**3)
        near = table[np.clip(np.nan_to_num(f, nan=1.0), 1, 30).astype(np.int64) - 1]
    return np.where(np.isnan(f), np.nan, np.where(f > 30, far, near))


def per_count(value: Array, count: Array) -> tuple[Array, Array]:
    """An amount over a count of independent events, by inverting the score interval of the count (Rao 1948).

    The amount is known to the cent; how many customers or clicks it brought is what chance moves. Open above for 0.
    """
    with np.errstate(all="ignore"):
        n = np.where(count > 0, count, np.nan)
        half = Z * np.sqrt(n + Z * Z / 4)
        fewest, most = n + Z * Z / 2 - half, n + Z * Z / 2 + half
        return value * n / most, value * n / fewest


def growth(now: Array, before: Array) -> tuple[Array, Array]:
    """``now ÷ before − 1`` of two counts: given their sum, the later one is a share of it.

    Wilson's interval of that share, turned back into a quotient (after Przyborowski and Wilenski 1940).
    """
    low, high = wilson(now, now + before)
    with np.errstate(all="ignore"):
        known = before > 0
        return np.where(known, low / (1 - low) - 1, np.nan), np.where(known, high / (1 - high) - 1, np.nan)


def fieller(sums: tuple[Array, Array], products: tuple[Array, Array, Array], units: Array) -> tuple[Array, Array]:
    """Fieller's interval of Σa ÷ Σb over independent units (Fieller 1954); NaN for fewer than two, or none in sight.

    ``products`` are Σa², Σab and Σb². Where each b is 1 it is Student's interval of a mean; with many units it is that
    of the delta method. Unbounded, so NaN, where the divisor itself may be 0.
    """
    (a, b), (aa, ab, bb) = sums, products
    with np.errstate(all="ignore"):
        n = np.where(units >= 2, units, np.nan)
        t2 = student(n - 1) ** 2
        spread = [n / (n - 1) * (sum_ - part / n) for sum_, part in ((aa, a * a), (ab, a * b), (bb, b * b))]
        va, vab, vb = np.maximum(spread[0], 0.0), spread[1], np.maximum(spread[2], 0.0)
        square, middle, rest = b * b - t2 * vb, a * b - t2 * vab, a * a - t2 * va
        root = np.sqrt(np.maximum(middle * middle - square * rest, 0.0))
        valid = (square > 0) & (va > 0)
        ends = (middle - root) / square, (middle + root) / square
    return np.where(valid, ends[0], np.nan), np.where(valid, ends[1], np.nan)
