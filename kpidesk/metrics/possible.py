"""Which KPIs the columns of some sheets will give, before anything is loaded: by the columns that each measure reads.

What the rows hold (dates that cannot be read, exports of survivors only) is known after loading: see metrics.coverage.
"""

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.aggregation import SPENDERS
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.coverage import STAGES
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.evaluation import is_satisfied
from kpidesk.metrics.measure_columns import columns_read
from kpidesk.metrics.movement_names import relation_name
from kpidesk.metrics.planner import MOVES_MONEY
from kpidesk.metrics.role_facts import RoleFacts, Roles

_MONTHLY = "monthly_metrics"


def possible_kpis(catalogue: Catalogue, roles: Roles) -> frozenset[MetricName]:
    """The KPIs that sheets with these roles, by business table, should give by the month."""
    facts = RoleFacts(roles)
    known = {MetricName(name) for name in roles.get(_MONTHLY, ()) if name in catalogue}
    is_priced = facts.priced or bool(known)
    for name in catalogue.closure(catalogue.definitions):
        definition = catalogue.get(name)
        if definition.stage not in STAGES or _is_possible(definition, facts, frozenset(known), is_priced=is_priced):
            known.add(name)
    return frozenset(name for name in known if catalogue.get(name).stage in STAGES)


def _is_possible(definition: Definition, facts: RoleFacts, known: frozenset[MetricName], *, is_priced: bool) -> bool:
    if definition.expr is not None and is_satisfied(definition.expr, known):
        return True
    if definition.fallback is not None:
        needed = (facts.columns(need.partition(".")[0]) for need in definition.needs)
        return any(needed) if definition.name in facts.assumptions else is_priced
    return any(_is_measurable(measure, facts) for measure in definition.measures)


def _is_measurable(measure: Measure, facts: RoleFacts) -> bool:
    """Whether the relation will have what the measure reads."""
    table, _dot, rival = measure.unless.partition(".")
    columns = facts.columns(relation_name(measure.relation, Grain.MONTH))
    if measure.is_snapshot or not columns or (rival and rival in facts.columns(table)):
        return False
    if measure.relation == "moves" and measure.of in MOVES_MONEY and not facts.priced:
        return False
    spends = any(each.operator == SPENDERS for each in (*measure.where, *measure.less))
    if spends and "a_channel" not in facts.columns("spend"):
        return False
    return columns.issuperset(columns_read(measure, Grain.MONTH))
