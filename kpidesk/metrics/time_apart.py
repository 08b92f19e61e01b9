"""Figures that reach beyond their period: their cost lies months before it, or who came in it is judged days after."""

from collections.abc import Iterable, Mapping

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.months import Flags

Assumptions = Mapping[str, float]
_LAGS = QT_TRANSLATE_NOOP("metrics", "cost of {n} {n|month|months} before the customers were won")


def lag_months(definition: Definition, assumptions: Assumptions) -> int:
    """From how many months before its dividend is."""
    return int(assumptions.get(definition.lag_rule, 0)) if definition.lag_rule else 0


def lags(catalogue: Catalogue, assumptions: Assumptions) -> Mapping[MetricName, int]:
    """The same of all that have one."""
    found = {name: lag_months(each, assumptions) for name, each in catalogue.definitions.items()}
    return {name: lag for name, lag in found.items() if lag}


def lag_notes(catalogue: Catalogue, assumptions: Assumptions) -> Mapping[str, tuple[Message, ...]]:
    """What belongs beside figures whose dividend is of an earlier time."""
    return {f"kpi.{name}": (Message(_LAGS, n=lag),) for name, lag in lags(catalogue, assumptions).items()}


def unripe(
    catalogue: Catalogue, names: Iterable[MetricName], assumptions: Assumptions, axis: Axis
) -> Mapping[MetricName, Flags]:
    """Of the figures that need days after their period to be final: the periods (size,) that did not have them yet."""
    result = {}
    for name in names:
        rule = catalogue.definitions[name].ripens
        if rule and (days := int(assumptions.get(rule, 0))):
            result[name] = axis.unripe(days)
    return result
