"""Followers: what is not carried month by month stays as it was, or moves with what is carried."""

from collections.abc import Collection, Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array
from kpidesk.scenario.carry import quotient
from kpidesk.scenario.pace import Usual

MRR, CUSTOMERS = MetricName("mrr"), MetricName("active_customers")

_BY_RELATION: Mapping[str, tuple[MetricName, ...]] = {
    "revenue": (MRR, CUSTOMERS),
    "invoices": (MRR, CUSTOMERS),
    "orders": (MRR, CUSTOMERS),
    "tickets": (CUSTOMERS,),
    "events": (CUSTOMERS,),
}
_BY_NAME: Mapping[str, tuple[MetricName, ...]] = {
    "cost_of_revenue": (MRR, CUSTOMERS),
}

Paths = Mapping[MetricName, Array]


class Followers:
    """How much of everything there is on a path whose customers and MRR are already carried.

    Sales and their costs go with MRR, tickets and use with the customers there are. What is spent on winning customers,
    ratios and all else stay as they were: who supposes more customers for it supposes a lower CAC, as on the cards.
    """

    def __init__(self, catalogue: Catalogue, usual: Usual, carried: Paths) -> None:
        self._catalogue = catalogue
        self._usual = usual
        self._carried = carried

    def names(self, known: Collection[MetricName]) -> tuple[MetricName, ...]:
        """The known KPIs that no formula gives and that are not carried; a stock of customers or MRR only carries."""
        return tuple(
            name
            for name in known
            if self._catalogue.definitions[name].expr is None
            and name not in self._carried
            and name not in (MRR, CUSTOMERS)
        )

    def path(self, name: MetricName, months: int) -> Array:
        """One KPI on the baseline path."""
        definition = self._catalogue.definitions[name]
        level = self._usual.last(name) if definition.kind == "stock" else self._usual.now(name)
        leader = self._leader(definition)
        if leader is None:
            return np.full(months, level)
        usual = self._usual.now(leader)
        path = self._carried[leader]
        return level * quotient(path, np.full(months, usual if usual > 0 else path[0]), 1.0)

    def moved(self, baseline: Paths, changed: Paths) -> dict[MetricName, Array]:
        """The followers of what has changed, in proportion."""
        found: dict[MetricName, Array] = {}
        for name in self.names(tuple(baseline)):
            leader = self._leader(self._catalogue.definitions[name])
            if leader is not None and leader in changed:
                found[name] = baseline[name] * quotient(changed[leader], baseline[leader], 1.0)
        return found

    def _leader(self, definition: Definition) -> MetricName | None:
        if definition.kind in ("ratio", "derived"):
            return None
        leaders = _BY_NAME.get(definition.name, ())
        for measure in definition.measures[:1]:
            leaders = leaders or _BY_RELATION.get(measure.relation, ())
        return next((leader for leader in leaders if leader in self._carried), None)
