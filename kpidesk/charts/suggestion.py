"""The chart that suits a KPI when nobody has said which."""

from kpidesk.charts.kinds.waterfall import MOVEMENTS
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue

_MRR = MetricName("mrr")


def suggest_chart(
    name: MetricName, catalogue: Catalogue, *, grain: Grain = Grain.MONTH, by: str | None = None
) -> ChartSpec:
    """States and ratios as lines, flows as bars, split flows stacked; a snapshot as bars by segment; movements bridged.

    Parts of a whole may be stacked only where they add up, so split ratios are lines.
    """
    definition = catalogue.get(name)
    if grain is Grain.SNAPSHOT:
        return ChartSpec("bar", (name,), by)
    if name in MOVEMENTS and by is None:
        return ChartSpec("waterfall", (_MRR, *MOVEMENTS))
    if by is not None:
        return ChartSpec("stacked_bar" if definition.kind == "flow" else "line", (name,), by)
    if definition.kind == "flow":
        return ChartSpec("bar", (name,))
    comparison = "year_ago" if definition.kind == "stock" else ""
    return ChartSpec("line", (name,), comparison=comparison)
