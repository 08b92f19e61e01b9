"""Looking up what stands beside a what-if: figures by parts, at which ages customers leave, who pays most."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.cohorts import CohortTable, Kept, cohort_table, sources_of
from kpidesk.metrics.customer_moves import largest_moves
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.lifetimes import survival_study
from kpidesk.metrics.query import Query
from kpidesk.scenario.ages import Ages
from kpidesk.scenario.presets import Largest
from kpidesk.session.beside import Beside


def look_beside(
    engine: Engine,
    question: Query,
    frame: ResultFrame,
    attributes: Iterable[str] = (),
    at: Period | None = None,
    progress: Progress | None = None,
) -> Beside:
    """What there is beside a frame, the answer to a question by months; UserError for an unknown attribute."""
    column = frame.last_complete if at is None else frame.column(at)
    split = {each: engine.compute(replace(question, by=each), progress) for each in attributes}
    if column is None or frame.grain is not Grain.MONTH:
        return Beside(split)
    period = frame.periods[column]
    ages = ages_of(engine.facts, question, period, progress)
    return Beside(split, ages, _largest(engine.facts, question, frame.periods[0], period, progress))


def _largest(facts: Facts, query: Query, first: Period, at: Period, progress: Progress | None = None) -> Largest | None:
    """Who pays most a month at a period's end: all that has ever moved what it pays, added up."""
    try:
        found = largest_moves(facts, query, first.shifted(-1), at, 1, progress)
    except UserError:
        return None
    return Largest(found[0].customer, found[0].change) if found and found[0].change > 0 else None


def ages_of(facts: Facts, query: Query, at: Period, progress: Progress | None = None) -> Ages | None:
    """Customers and MRR by age at the end of a month; None where the data have no ledger that shows who left."""
    if at.grain is not Grain.MONTH or sources_of(facts).get(Kept.CUSTOMERS) != "subscriptions":
        return None
    question = replace(query, metrics=(), grain=Grain.MONTH, by=None, first=None, last=None)
    try:
        curve = survival_study(facts, question, progress).total
        customers = _by_age(cohort_table(facts, question, Kept.CUSTOMERS, progress), at)
        paid = cohort_table(facts, question, Kept.NET_REVENUE, progress) if facts.priced else None
    except UserError:
        return None
    return Ages.of(customers, customers if paid is None else _by_age(paid, at), curve.shares, curve.at_risk)


def _by_age(table: CohortTable, at: Period) -> Array:
    """What each cohort is at the end of a month, by how many months ago it began."""
    found = np.zeros(1)
    for row, start in enumerate(table.starts):
        age = at.index - start.index
        if 0 <= age < table.values.shape[1] and np.isfinite(table.values[row, age]):
            found = np.concatenate([found, np.zeros(max(0, age + 1 - found.size))])
            found[age] = max(0.0, float(table.values[row, age]))
    return found
