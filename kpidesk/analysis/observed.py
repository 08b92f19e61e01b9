"""A KPI's series on the scale on which its noise is even, with the least noise that so many observations leave."""

from collections.abc import Mapping

import numpy as np

from kpidesk.analysis.steps import Observed
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array, ResultFrame

SEASONS = {Grain.DAY: 7, Grain.MONTH: 12, Grain.QUARTER: 4}
"""After how many periods the season comes round; a week of the year is too fine to be seen in a few years."""

_OUT_OF: Mapping[str, str] = {
    "churned_mrr": "starting_mrr",
    "contraction_mrr": "starting_mrr",
    "expansion_mrr": "starting_mrr",
    "churned_customers": "starting_customers",
}
"""Flows that grow with what they come from; only what they are of it tells a change."""

_ROOTS = 3.0 / 8.0


def observed(catalogue: Catalogue, frame: ResultFrame, name: MetricName, row: int) -> Observed:
    """One segment's series; incomplete periods have no value.

    Shares are turned by the arcsine of their root, counts by their root (Anscombe 1948), prices, costs and other
    positive figures by their logarithm.
    """
    definition, series = catalogue.get(name), frame.series[name]
    values = np.where(_open(frame, name, row), np.nan, series.values[row])
    season = SEASONS.get(frame.grain, 0)
    with np.errstate(all="ignore"):
        if keeps_level(catalogue, name, frame.grain):
            return Observed(_evened(values), None, season, keeps=True)
        if name in _OUT_OF and MetricName(_OUT_OF[name]) in frame.series:
            return _share_of(definition, np.abs(values), frame.series[MetricName(_OUT_OF[name])].values[row], season)
        if definition.interval == "wilson":
            return _share(values, series.n[row], season)
        if definition.interval in ("nps", "mean") and series.low is not None and series.high is not None:
            return Observed(values, ((series.high[row] - series.low[row]) / 3.92) ** 2, season)
        if definition.kind == "flow" and definition.unit.kind == "count":
            return Observed(np.sqrt(np.maximum(values, 0) + _ROOTS), np.full(values.shape, 0.25), season)
        return Observed(_evened(values), None, season)


def _open(frame: ResultFrame, name: MetricName, row: int) -> np.ndarray:
    partial = frame.series[name].partial
    return frame.incomplete if partial is None else frame.incomplete | partial[row]


def _share(values: Array, n: Array, season: int) -> Observed:
    n = np.where(n > 0, n, np.nan)
    share = (values * n + _ROOTS) / (n + 2 * _ROOTS)
    return Observed(np.arcsin(np.sqrt(np.clip(share, 0, 1))), 0.25 / (n + 0.5), season)


def _share_of(definition: Definition, values: Array, whole: Array, season: int) -> Observed:
    whole = np.where(whole > 0, whole, np.nan)
    if definition.unit.kind == "count":
        return _share(values / whole, whole, season)
    return Observed(np.sqrt(values / whole), None, season)


def keeps_level(catalogue: Catalogue, name: MetricName, grain: Grain) -> bool:
    """True for a state, and a quotient of states such as MRR by customers: what it was it mostly still is."""
    definition, names = catalogue.get(name), catalogue.inputs(name, grain)
    if definition.kind == "stock":
        return True
    return definition.kind == "ratio" and bool(names) and all(catalogue.get(name).kind == "stock" for name in names)


def _evened(values: Array) -> Array:
    known = values[np.isfinite(values)]
    if known.size and (known > 0).all():
        return np.log(values)
    if known.size and (known >= 0).all():
        return np.sqrt(values)
    return values
