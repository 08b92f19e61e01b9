"""Which relation of the facts a measure reads: movements have one for each grain, and for each day of the view."""

from datetime import date

from kpidesk.core.period import Grain
from kpidesk.facts.movements import NEW
from kpidesk.metrics.aggregation import attributes_of
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.months import MONTHS_OF


def relation_name(relation: str, grain: Grain, cut: date | None = None) -> str:
    """The relation of the facts that a measure reads at a grain, as it is known on the day of the cut."""
    if relation != "moves":
        return relation
    until = "" if cut is None else f"@{cut.isoformat()}"
    return f"moves_{(Grain.MONTH if grain is Grain.SNAPSHOT else grain).value}{until}"


def movements_of(axis: Axis, *, netted: bool = False) -> tuple[str, Grain]:
    """The movements that make the figures of an axis, and how they are dated.

    Quarters and years are sums of months, but for what is ``netted`` over them.
    """
    by_month = axis.grain is Grain.SNAPSHOT or (axis.grain in MONTHS_OF and not netted)
    grain = Grain.MONTH if by_month else axis.grain
    return relation_name("moves", grain, axis.cut_for(grain)), grain


def of_new_alone(measure: Measure) -> bool:
    """Whether a measure of movements looks at new customers alone, and at an attribute of what they pay."""
    return (
        measure.relation == "moves"
        and bool(attributes_of(measure))
        and any(c.column == "kind" and c.operator == "=" and c.values == (NEW,) for c in measure.where)
    )


def relation_time(measure: Measure) -> str:
    """The column that dates its rows; movements carry the index of their period."""
    return "t" if measure.relation == "moves" else measure.time
