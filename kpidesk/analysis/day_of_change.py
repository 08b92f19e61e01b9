"""On which day a series took a step, and between which days with 95% confidence, from what each day holds.

What happens is as much as the rate before or since times what it happens to (customers there, answers given, days). The
day is that whose two rates explain the days best; those nearly as good make the interval (inversion of the likelihood
ratio, Eo & Morley 2015). How much days vary is taken from days, weeks and four weeks of the series itself, whichever
varies most beyond counting (quasi-likelihood, McCullagh & Nelder 1989), the rhythm of the week apart. Days on which the
data hold nothing are equally good, so that dates that only know the month leave the whole month open.
"""

from dataclasses import dataclass

import numpy as np

from kpidesk.metrics.frame import Array

_CLEAR = 12.0
"""Twice the gain in likelihood, in variances, from which two rates are better than one beyond doubt (p < 0.01 over the
days of two months: Worsley 1986)."""
_INSIDE = 7.35
"""−2 ln(1 − √0.95): 95% of the gains that the true day lacks of the best one."""
_BLOCKS = (1, 7, 28)
_WEEK, _RHYTHM = 7, 22.5
"""22.5: 99.9% of the chi-squared distribution with six degrees of freedom."""
_LEAST_DAYS = 28
_MOST_OF_IT, _BEYOND = 0.9, 6.0
_LONGEST_JUMP = 7


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """The first day of the new level, and the earliest and latest that it may be; places in the series."""

    day: int
    low: int
    high: int


def day_of_step(
    happened: Array, out_of: Array, within: tuple[int, int], *, is_count: bool, sign: int = 0
) -> DayOfChange | None:
    """The day of a step in ``happened ÷ out_of``, first day to last of ``within``; None where days do not tell.

    ``is_count``: whole things happened, which vary by chance as much as they are. ``sign``: the way it must go.
    """
    low, high = within[0], min(within[1], len(happened) - 1)
    if low < _LEAST_DAYS or high < low or not out_of[:low].any() or not out_of[high:].any():
        return None
    is_positive = bool((happened >= 0).all())
    base = _with_rhythm(happened, out_of) if is_positive else out_of
    days = np.arange(low, high + 1)
    sums, bases = np.cumsum(happened), np.cumsum(base)
    before, after = sums[days - 1], sums[-1] - sums[days - 1]
    base_before, base_after = bases[days - 1], bases[-1] - bases[days - 1]
    score = _score(before, base_before, is_positive) + _score(after, base_after, is_positive)
    none = float(_score(sums[-1:], bases[-1:], is_positive)[0])
    known = np.flatnonzero((base_before > 0) & (base_after > 0))
    if not known.size:
        return None
    best = int(known[score[known].argmax()])
    rates = before[best] / base_before[best], after[best] / base_after[best]
    if sign and (rates[1] - rates[0]) * sign <= 0:
        return None
    expected = base * np.where(np.arange(len(base)) < days[best], *rates)
    spread = _spread(happened, expected, base, is_positive)
    if is_count:
        spread = max(1.0, spread)
    if spread <= 0 or (score[best] - none) / spread < _CLEAR:
        return None
    inside = days[known][(score[best] - score[known]) / spread <= _INSIDE]
    if inside[0] == low or inside[-1] == high:
        return None  # it may be earlier or later than was looked at
    return DayOfChange(_first_seen(score, days, known, best), int(inside[0]), int(inside[-1]))


def day_of_jump(level: Array, within: tuple[int, int]) -> DayOfChange | None:
    """The days in which most of what a level moved by in ``within`` lies, and the largest move of them.

    None where it took longer than a week, or moved as it always does.
    """
    moves = np.nan_to_num(np.diff(level, prepend=np.nan))
    low, high = max(1, within[0]), min(within[1], len(level) - 1)
    inside = moves[low : high + 1]
    whole = float(inside.sum())
    apart = np.r_[moves[:low], moves[high + 1 :]]
    usual = float(np.sqrt((apart**2).mean())) if apart.size >= _LEAST_DAYS else np.inf
    sums = np.r_[0.0, np.cumsum(inside)]
    for length in range(1, _LONGEST_JUMP + 1):
        parts = sums[length:] - sums[:-length]
        if not parts.size:
            return None
        at = int((parts * np.sign(whole)).argmax())
        part = float(parts[at])
        if abs(part - whole) <= (1 - _MOST_OF_IT) * abs(whole) and abs(part) > _BEYOND * usual * length**0.5:
            largest = low + at + int(np.abs(inside[at : at + length]).argmax())
            return DayOfChange(largest, low + at, low + at + length - 1)
    return None


def _score(sums: Array, bases: Array, is_positive: bool) -> Array:
    """Twice the likelihood of a stretch at its own rate, in units of the variance of one of what is counted."""
    with np.errstate(all="ignore"):
        if is_positive:
            return 2 * np.where(sums > 0, sums * np.log(sums / bases), 0.0)
        return sums**2 / bases


def _with_rhythm(happened: Array, out_of: Array) -> Array:
    """What it happens to, weighted by how much falls on each day of the week, where that is more than chance."""
    weekday = np.arange(len(happened)) % _WEEK
    found = np.bincount(weekday, happened, _WEEK)
    wanted = np.bincount(weekday, out_of, _WEEK)
    if not found.sum() or not wanted.all():
        return out_of
    wanted = wanted * found.sum() / wanted.sum()
    weeks = np.arange(len(happened)) // _WEEK
    sums, bases = np.bincount(weeks, happened), np.bincount(weeks, out_of)
    rate = happened.sum() / out_of.sum()
    spread = float(((sums - rate * bases) ** 2)[bases > 0].sum() / max(1e-300, rate * bases.sum()))
    if float(((found - wanted) ** 2 / wanted).sum()) <= _RHYTHM * max(spread, 1e-300):
        return out_of
    return np.asarray(out_of * (found / wanted)[weekday])


def _spread(happened: Array, expected: Array, base: Array, is_positive: bool) -> float:
    """The variance beside the rates, of one of what is expected (of one of the base, where signs are mixed)."""
    found = []
    for size in _BLOCKS:
        blocks = np.arange(len(happened)) // size
        left = np.bincount(blocks, happened - expected)
        weight = np.bincount(blocks, expected if is_positive else base)
        known = weight > 0
        if known.sum() > 3:
            found.append(float((left[known] ** 2 / weight[known]).sum()) / (int(known.sum()) - 2))
    return max(found, default=0.0)


def _first_seen(score: Array, days: np.ndarray, known: np.ndarray, best: int) -> int:
    """The last of equally good days: those before it hold nothing that could tell."""
    equal = known[score[known] >= score[best] - 1e-9 * max(1.0, abs(float(score[best])))]
    run = equal[equal >= best]
    stop = best
    for at in run:
        if at - stop > 1:
            break
        stop = int(at)
    return int(days[stop])
