"""A company before and after a month, each as the mean of its months: two columns that any split can be made of."""

from dataclasses import dataclass, replace

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.evaluation import evaluate
from kpidesk.metrics.frame import Array, ResultFrame

LONGEST = 12
"""A year on each side holds every season once."""


@dataclass(frozen=True, slots=True)
class Regimes:
    """Columns of a frame: those before the change, and those from it on; the later ends exclusive."""

    before: tuple[int, int]
    after: tuple[int, int]

    @classmethod
    def around(cls, at: int, stop: int, start: int = 0) -> "Regimes":
        """Up to a year on each side of ``at``, from ``start`` up to before ``stop``."""
        return cls((max(start, at - LONGEST), at), (at, min(stop, at + LONGEST)))

    def periods(self, frame: ResultFrame) -> tuple[Period, Period, Period, Period]:
        """First and last period before, first and last after."""
        (a, b), (c, d) = self.before, self.after
        return frame.periods[a], frame.periods[b - 1], frame.periods[c], frame.periods[d - 1]


def regime_frame(catalogue: Catalogue, frame: ResultFrame, regimes: Regimes) -> ResultFrame:
    """The frame with two columns: what flows a month and what stands are means, ratios are those of the means.

    What is neither (a median) is the mean of its months. The columns carry the names of the last period before and the
    first one after.
    """
    windows = (slice(*regimes.before), slice(*regimes.after))
    known = {name: each for name, each in frame.series.items() if each.is_computable}
    means = {name: np.stack([_mean(each.values[:, w]) for w in windows], axis=1) for name, each in known.items()}
    made = [name for name in known if _is_made(catalogue, name, frame)]
    leaves = {name: values for name, values in means.items() if name not in made}
    found = evaluate(catalogue, leaves, frame.grain, made)
    series = {}
    for name, each in known.items():
        n = np.stack([np.nansum(each.n[:, w], axis=1) for w in windows], axis=1)
        values = found.get(name, means[name])
        series[name] = replace(
            each, values=values, n=n, low=None, high=None, gap_codes=None, gap_texts=(), partial=None
        )
    periods = (frame.periods[regimes.after[0] - 1], frame.periods[regimes.after[0]])
    return replace(frame, periods=periods, series=series, incomplete=np.zeros(2, dtype=np.bool_))


def _is_made(catalogue: Catalogue, name: MetricName, frame: ResultFrame) -> bool:
    definition = catalogue.get(name)
    expr = formula_of(definition, frame.grain)
    return (
        definition.kind in ("ratio", "derived")
        and expr is not None
        and lag_of(expr) is None
        and not definition.measures
    )


def _mean(values: Array) -> Array:
    count = np.isfinite(values).sum(axis=1)
    return np.where(count > 0, np.nansum(values, axis=1) / np.maximum(count, 1), np.nan)
