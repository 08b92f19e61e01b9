"""Which drivers of a figure are looked at for a step of their own."""

from collections.abc import Sequence

from kpidesk.analysis.attribution import MOVEMENTS
from kpidesk.analysis.players import opened, players_of
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

_OF_UNITS = ("wilson", "nps", "mean")


def drivers_of(catalogue: Catalogue, frame: ResultFrame, kpi: MetricName) -> tuple[MetricName, ...]:
    """The movements of a stock, the drivers of a formula, else the figure itself.

    A quotient of flows of different kinds (CAC) is opened: either may have moved. A share of one in another (margin) is
    looked at whole, as both grow together, and so are means.
    """
    known = [name for name, each in frame.series.items() if each.is_computable]
    if is_whole(catalogue, kpi, frame.grain):
        return (kpi,)
    if kpi in MOVEMENTS:
        found = tuple(MetricName(name) for name in MOVEMENTS[kpi] if name in known)
    else:
        found = players_of(catalogue, kpi, known, frame.grain)
        found = tuple(inner for name in found for inner in (_of_flows(catalogue, name, known, frame.grain) or (name,)))
    return tuple(dict.fromkeys(name for name in found if not catalogue.get(name).is_opening)) or (kpi,)


def is_whole(catalogue: Catalogue, kpi: MetricName, grain: Grain) -> bool:
    """True for a share of counts and a mean of amounts (CSAT, AOV, ARPA): above and below grow together.

    What is lost or won of those at the start is no such: that it is out of does not move by it.
    """
    definition = catalogue.get(kpi)
    is_mean = definition.interval == "ratio" and definition.unit.kind != "ratio"
    inputs = catalogue.inputs(kpi, grain)
    return (
        definition.kind == "ratio"
        and (is_mean or definition.interval in _OF_UNITS)
        and not any(catalogue.get(name).is_opening for name in inputs)
    )


def _of_flows(
    catalogue: Catalogue, name: MetricName, known: Sequence[MetricName], grain: Grain
) -> tuple[MetricName, ...]:
    definition = catalogue.get(name)
    if definition.kind != "ratio" or definition.unit.kind in ("share", "ratio"):
        return ()
    inputs = opened(catalogue, name, known, grain)
    return inputs if all(catalogue.get(each).kind == "flow" for each in inputs) else ()
