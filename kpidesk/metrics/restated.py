"""Figures that only say another one in another way: ARR is MRR times twelve, retention what churn leaves."""

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import CALENDAR


def restated(catalogue: Catalogue, kpi: MetricName, grain: Grain = Grain.MONTH) -> tuple[MetricName, ...]:
    """The figures that it says again, the nearest first: each the only one that the formula before it reads.

    The length of a period is no figure beside it. Empty for what is measured, or made from several.
    """
    found = [kpi]
    while True:
        read = [name for name in catalogue.inputs(found[-1], grain) if catalogue.get(name).stage != CALENDAR]
        if len(read) != 1 or read[0] in found:
            return tuple(found[1:])
        found.append(read[0])


def source_of(catalogue: Catalogue, kpi: MetricName, grain: Grain = Grain.MONTH) -> MetricName:
    """The figure that it says again in the end; itself where it says none again."""
    return next(reversed(restated(catalogue, kpi, grain)), kpi)
