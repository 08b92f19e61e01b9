"""Relations: what is told of them before they are written is what they are."""

import pytest
from kpidesk.core.errors import Cancelled
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.inputs import FactRules
from kpidesk.facts.rows import DAY_COLUMNS

from tests.facts.companies import Company

NAMES = (
    "periods",
    "customers",
    "revenue",
    "refunds",
    "monthly",
    "moves_day",
    "moves_month",
    "moves_year",
    *DAY_COLUMNS,
)


def a_business(company: Company) -> Company:
    company.add("customers", "customer_id signup_date country", ("a", "2024-01-01", "RO"), ("b", "2024-01-02", "US"))
    company.add("subscriptions", "customer_id start_date mrr plan", ("a", "2024-01-01", 10, "Pro"))
    company.add("orders", "order_id customer_id order_date amount status", ("o", "b", "2024-01-03", 5, "paid"))
    company.add("spend", "date cost channel", ("2024-01-03", 5, "ads"))
    company.add("surveys", "customer_id response_date nps_score", ("b", "2024-02-01", 9))
    return company.add("monthly_metrics", "month metric value region", ("2024-01-01", "mrr", 10, "EU"))


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_told_without_writing(company: Company, name: str) -> None:
    facts = a_business(company).facts()
    told = facts.columns(name)
    missing = facts.missing(name)
    relation = facts.relation(name)
    assert told == (frozenset() if relation is None else frozenset(relation.columns))
    assert bool(missing) == (relation is None)
    if relation is not None:
        facts.run(relation)


def test_asking_for_columns_writes_nothing(company: Company) -> None:
    facts = a_business(company).facts()
    before = set(company.store.folder.rglob("*.parquet"))
    for name in NAMES:
        facts.columns(name)
    assert set(company.store.folder.rglob("*.parquet")) == before


def test_closed_facts_leave_no_files(company: Company) -> None:
    facts = a_business(company).facts()
    facts.relation("moves_day")
    facts.close()
    assert list(company.store.folder.glob("facts-*")) == []
    assert len(company.facts().columns("moves_month")) > 0


def test_cancelled_making_leaves_nothing_behind(company: Company) -> None:
    a_business(company)
    progress = Progress(lambda done, _of, _message: progress.cancel() if done == 3 else None)
    with pytest.raises(Cancelled):
        build_facts(company.store, company.inputs, FactRules(), None, progress)
    assert list(company.store.folder.glob("facts-*")) == []
