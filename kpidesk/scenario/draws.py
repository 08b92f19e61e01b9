"""Draws: many outcomes of several drivers at once, each from its own range, correlated as a user or history says.

A Gaussian copula: correlated standard normal numbers, turned into shares, turned into values of each range. Spearman's
correlation ρ of the values is that of normal numbers with 2 sin(πρ ÷ 6) (Kruskal 1958).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.ranges import Range, Shape


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Factors on what each driver would be: ``paths`` (draws, months or 1), and ``levels`` (draws,) over all months."""

    paths: dict[MetricName, Array]
    levels: dict[MetricName, Array]


def draw(
    ranges: Sequence[Range],
    centres: Sequence[float],
    correlation: Array,
    size: tuple[int, int],
    random: np.random.Generator,
) -> Draws:
    """Factors of ``size`` (draws, months); ``centres`` is what each driver would be without its range."""
    draws, months = size
    normal = _correlated(correlation, random.standard_normal((draws, len(ranges))))
    paths: dict[MetricName, Array] = {}
    levels: dict[MetricName, Array] = {}
    for place, (each, centre) in enumerate(zip(ranges, centres, strict=True)):
        name = MetricName(each.driver)
        if each.shape is Shape.OWN and each.drift is not None:
            errors = random.standard_normal((draws, months))
            # The correlated number is the mean of a draw's errors, so that drivers drift together.
            errors += (normal[:, place] / np.sqrt(months) - errors.mean(axis=1))[:, None]
            paths[name] = each.drift.paths(errors)
            levels[name] = paths[name].mean(axis=1)
        else:
            levels[name] = each.values(_shares(normal[:, place])) / centre
            paths[name] = levels[name][:, None]
    return Draws(paths, levels)


def _correlated(correlation: Array, normal: Array) -> Array:
    """Independent standard normal numbers made to have these rank correlations, or the nearest possible."""
    if correlation.size == 0 or np.array_equal(correlation, np.eye(len(correlation))):
        return normal
    wanted = 2 * np.sin(np.pi * np.clip(correlation, -1.0, 1.0) / 6)
    sizes, vectors = np.linalg.eigh((wanted + wanted.T) / 2)
    root = vectors * np.sqrt(np.maximum(sizes, 0.0))
    lengths = np.sqrt((root**2).sum(axis=1, keepdims=True))
    return np.asarray(normal @ (root / np.where(lengths > 0, lengths, 1.0)).T)


def _shares(normal: Array) -> Array:
    from scipy.special import ndtr

    return np.asarray(np.clip(ndtr(normal), 1e-12, 1 - 1e-12))
