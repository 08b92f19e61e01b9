"""Which KPIs the columns of some sheets will give, before anything is loaded: an estimate by what each KPI needs.

What the rows hold (dates that cannot be read, exports of survivors only) is known after loading: see metrics.coverage.
"""

from collections.abc import Mapping

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import CALENDAR, Definition
from kpidesk.metrics.evaluation import is_satisfied

Roles = Mapping[str, frozenset[str]]

_LEDGER, _EITHER = "subscriptions", "revenue"
"""The ledger can be made from other tables, too; revenue is of any table that holds some."""
_STANDS_FOR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "customers": {
        "start_date": ("signup_date",),
        "cancel_date": ("cancel_date", "churn_flag", "status"),
        "mrr": ("mrr",),
    },
    "invoices": {"start_date": ("invoice_date",), "cancel_date": ("invoice_date",), "mrr": ("amount",)},
}
"""Tables that a ledger of subscriptions can be made from, with what stands for its columns."""
_OWN: Mapping[str, tuple[str, ...]] = {
    "mrr": ("mrr", "amount", "unit_price", "mrr_change"),
    "cancel_date": ("cancel_date", "churn_flag", "status"),
}


def possible_kpis(catalogue: Catalogue, roles: Roles) -> frozenset[MetricName]:
    """The KPIs that sheets with these roles, by business table, should give by the month."""
    known = {MetricName(name) for name in roles.get("monthly_metrics", ()) if name in catalogue}
    for name in catalogue.closure(catalogue.definitions):
        definition = catalogue.get(name)
        if definition.stage == CALENDAR or (name not in known and _is_possible(definition, roles, frozenset(known))):
            known.add(name)
    return frozenset(name for name in known if catalogue.get(name).stage != CALENDAR)


def _is_possible(definition: Definition, roles: Roles, known: frozenset[MetricName]) -> bool:
    if definition.expr is not None and is_satisfied(definition.expr, known):
        return True
    if definition.fallback is not None and roles:
        return True
    if not definition.measures:
        return False
    tables: dict[str, set[str]] = {}
    for need in definition.needs:
        table, _, column = need.partition(".")
        tables.setdefault(table, set()).add(column)
    given = [_has(table, columns, roles) for table, columns in tables.items()]
    either = any(measure.relation == _EITHER for measure in definition.measures)
    return bool(given) and (any(given) if either else all(given))


def _has(table: str, columns: set[str], roles: Roles) -> bool:
    """Whether a table, or one that can stand for it, has the columns."""
    present = roles.get(table, frozenset())
    if present and all(not present.isdisjoint(_OWN.get(column, (column,))) for column in columns):
        return True
    if table != _LEDGER:
        return False
    return any(
        all(not roles.get(other, frozenset()).isdisjoint(names.get(column, (column,))) for column in columns)
        for other, names in _STANDS_FOR.items()
    )
