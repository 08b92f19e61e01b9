"""Which columns of its relation a measure reads."""

from collections.abc import Sequence

from kpidesk.core.period import Grain
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.movement_names import relation_time


def columns_read(measure: Measure, grain: Grain) -> Sequence[str]:
    """Those without which it cannot be computed; what is only left out by a condition may be missing."""
    conditions = (*measure.where, *measure.less)
    wanted = [each for each in (measure.of, measure.since, measure.weight, measure.times, measure.per) if each]
    wanted += ["first_start", "last_end"] if measure.aggregate == "survival" else []
    wanted += ["c"] if measure.aggregate in ("nth_order", "predicted_value") else []
    if grain is not Grain.SNAPSHOT:
        wanted.append(relation_time(measure))
    return [*wanted, *(c.column for c in conditions if c.operator not in ("!=", "not in"))]
