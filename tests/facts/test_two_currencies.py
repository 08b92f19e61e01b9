"""Money of another currency without a rate: left out, counted, and said beside the numbers; from files to answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kpidesk.core.period import Period
from kpidesk.metrics.query import Query
from kpidesk.session.desk import Desk, open_desk
from kpidesk.workspace.document import Rules

FILES = {
    "subscriptions.csv": "customer_id,start_date,cancel_date,plan,amount,billing_period,currency\n"
    "a,2024-01-05,,Pro,100,monthly,USD\nb,2024-01-06,,Pro,90,monthly,EUR\nc,2024-02-06,2024-04-01,Pro,80,monthly,USD\n"
    "d,2024-02-07,,Pro,70,monthly,EUR\ne,2024-03-07,,Pro,60,monthly,USD\n",
    "orders.csv": "order_id,customer_id,order_date,amount,currency\n1,a,2024-01-05,10,USD\n2,b,2024-02-06,20,EUR\n"
    "3,c,2024-03-06,30,USD\n4,d,2024-04-01,40,USD\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    with open_desk([tmp_path]) as desk:
        yield desk


def test_without_a_rate_rows_are_left_out_counted_and_noted(desk: Desk) -> None:
    frame = desk.compute(Query())
    march = Period.parse("2024-03")
    assert frame.currency == "USD"
    assert [frame.value(kpi, march) for kpi in ("mrr", "active_customers", "revenue")] == [240, 3, 30]
    told = {(finding.count, str(finding.where)) for finding in frame.findings if finding.code == "facts.other_currency"}
    assert told == {(2, "subscriptions.csv!3"), (1, "orders.csv!3")}
    facts = desk.engine.facts
    assert [str(note) for note in facts.notes["moves_month"]] == [
        "2 rows of subscriptions in EUR left out: no rate to USD is set"
    ]
    assert [str(note) for note in facts.notes["revenue"]] == ["1 row of orders in EUR left out: no rate to USD is set"]
    assert "spend" not in facts.notes


def test_with_a_rate_all_of_them_count(desk: Desk) -> None:
    desk.set_rules(Rules(currency="USD", rates={"EUR": 2.0}))
    frame = desk.compute(Query())
    assert frame.value("mrr", Period.parse("2024-03")) == 240 + 180 + 140
    assert frame.value("revenue", Period.parse("2024-02")) == 40
    assert desk.engine.facts.notes == {}
