"""What a review promises is what the page Data says afterwards, as far as columns can tell."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from kpidesk.metrics.possible import possible_kpis
from kpidesk.session.desk import Desk

DAYS = [date(2024, 1, 1) + timedelta(days=3 * n) for n in range(60)]
SHEETS = {
    "orders.csv": ["order_id,customer_id,order_date,quantity,unit_price,product"]
    + [f"O{n},C{n // 4},{day},{n % 5 - 1 or 1},9.5,Cup" for n, day in enumerate(DAYS)],
    "subscriptions.csv": ["customer_id,plan,start_date,cancel_date,mrr"]
    + [f"C{n},Basic,{day},{day + timedelta(days=62) if n % 4 == 0 else ''},20" for n, day in enumerate(DAYS)],
    "spend.csv": ["date,channel,cost"] + [f"{day},search,{100 + n}" for n, day in enumerate(DAYS)],
    "users.csv": ["customer_id,signup_date,channel,country"] + [f"C{n},{day},search,DE" for n, day in enumerate(DAYS)],
}


@pytest.mark.parametrize(
    "names", [("orders.csv",), ("subscriptions.csv", "spend.csv"), ("orders.csv", "users.csv"), tuple(SHEETS)]
)
def test_as_many_kpis_can_be_computed_as_were_promised(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text("\n".join(SHEETS[name]), encoding="utf-8")
    with Desk() as desk:
        proposal = desk.look([tmp_path])
        roles = {table.mapping.table: table.mapping.roles for table in proposal.tables}
        desk.services.importing.accept(proposal)
        desk.services.doctor.start()
        coverage = desk.services.doctor.coverage
        assert coverage is not None
        assert possible_kpis(desk.catalogue, roles) == {one.kpi for one in coverage.computable}
