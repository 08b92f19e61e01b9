"""Which files go into a measure."""

from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import SPENDERS
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.measure_columns import columns_read
from kpidesk.metrics.movement_names import relation_name


def files_behind(measure: Measure, facts: Facts, grain: Grain) -> tuple[str, ...]:
    """Those of its relation, of what it reads of other sheets, and of the spend that tells which channels are paid."""
    found = facts.files(relation_name(measure.relation, grain), columns_read(measure, grain))
    spends = any(condition.operator == SPENDERS for condition in (*measure.where, *measure.less))
    paid = facts.sources.get("spend", ()) if spends and SPENDERS not in facts.words else ()
    return tuple(dict.fromkeys((*found, *paid)))
