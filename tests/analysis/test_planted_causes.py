"""Changes planted in synthetic companies are found: the driver, the segment and the month; steady companies stay quiet.

The companies vary at random, with growth, season, uneven months and a first month that takes over all customers; see
``ledgers``. A planted change stands four deviations of a month's noise out of its own series, or more.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from kpidesk.analysis.why import Why, why_of
from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.analysis.ledgers import Ledger, a_ledger
from tests.metrics.real_facts import facts_of

CASES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "churn": (("mrr", "churned_mrr"), ("ltv", "customer_churn_rate"), ("ltv_cac", "customer_churn_rate")),
    "acquisition": (("mrr", "new_mrr"), ("ltv_cac", "new_customers"), ("cac", "new_customers")),
    "expansion": (("mrr", "expansion_mrr"), ("nrr", "expansion_mrr")),
    "contraction": (("mrr", "contraction_mrr"), ("net_new_mrr", "contraction_mrr")),
    "price": (("ltv", "arpa"), ("ltv_cac", "arpa")),
    "spend": (("cac", "acquisition_cost"), ("ltv_cac", "acquisition_cost")),
}
"""What is asked about for each kind of change, and the driver that must be named first."""

STEADY = ("mrr", "ltv_cac", "ltv", "cac", "nrr", "net_new_mrr")


def explained(folder: Path, ledger: Ledger, kpi: str) -> Why:
    facts = facts_of(folder, ledger.tables, as_of=date(2024, 12, 31))
    engine = Engine(load_catalogue(), facts)
    return why_of(engine, engine.compute, Query(), MetricName(kpi))


def answers(folder: Path, seed: int, least: float = 4.0) -> tuple[str, bool, bool, str]:
    """Kind of change; whether driver and segment are named first; whether the month is right; what was said."""
    ledger = a_ledger(seed, least=least)
    planted = ledger.planted
    assert planted is not None
    cases = CASES[planted.kind]
    kpi, driver = cases[seed % len(cases)]
    why = explained(folder, ledger, kpi)
    first = why.causes[0] if why.causes else None
    is_named = first is not None and (first.driver, first.segment) == (driver, planted.segment)
    is_dated = first is not None and first.period == why.frame.periods[planted.month]
    said = "nothing" if first is None else f"{first.driver} {first.segment} {first.period}"
    return planted.kind, is_named, is_dated, f"seed {seed}, {kpi}: {planted} → {said}"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_planted_cause_is_named_first_and_dated(tmp_path: Path) -> None:
    found = [answers(tmp_path / str(seed), seed) for seed in range(6)]
    assert sum(is_named for _, is_named, _, _ in found) >= 5, found
    assert sum(is_dated for _, _, is_dated, _ in found) >= 5, found


@pytest.mark.thorough
@pytest.mark.timeout(3600)
def test_causes_of_two_hundred_companies(tmp_path: Path) -> None:
    found = [answers(tmp_path / str(seed), seed) for seed in range(200)]
    kinds = Counter(kind for kind, *_ in found)
    named, dated = (Counter(each[0] for each in found if each[i]) for i in (1, 2))
    figures = {kind: f"{named[kind]} named, {dated[kind]} dated of {kinds[kind]}" for kind in sorted(kinds)}
    missed = [said for _, is_named, is_dated, said in found if not (is_named and is_dated)]
    assert named.total() >= 190, (figures, missed)
    assert dated.total() >= 180, (figures, missed)


@pytest.mark.thorough
@pytest.mark.timeout(3600)
def test_steady_companies_raise_no_alarm(tmp_path: Path) -> None:
    alarms = []
    for seed in range(5000, 5200):
        kpi = STEADY[seed % len(STEADY)]
        why = explained(tmp_path / str(seed), a_ledger(seed, planted=False), kpi)
        alarms += [f"{seed} {kpi}: {each.driver} {each.segment} {each.period}" for each in why.causes[:1]]
    assert len(alarms) <= 10, alarms


def test_parts_of_the_regimes_add_up(tmp_path: Path) -> None:
    why = explained(tmp_path, a_ledger(3), "mrr")
    for cause in why.causes:
        assert np.isfinite(cause.contribution)
        assert cause.step.low <= cause.step.at <= cause.step.high
