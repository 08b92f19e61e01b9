"""A list of customers by month that ends before another table: nobody is seen to leave at its end."""

import json
from pathlib import Path

import pytest
from kpidesk.cli.main import main

LIST = """customer_id,month,mrr
a,2024-01,100
b,2024-01,40
c,2024-01,10
d,2024-01,5
a,2024-02,100
b,2024-02,40
c,2024-02,10
d,2024-02,5
a,2024-03,120
b,2024-03,40
d,2024-03,5
"""
FURTHER = """customer_id,month,mrr
a,2024-04,120
d,2024-04,5
a,2024-05,120
d,2024-05,5
e,2024-04,7
e,2024-05,7
"""
ORDERS = """order_id,customer_id,order_date,amount
1,a,2024-01-10,10
2,b,2024-02-11,10
3,x,2024-03-20,10
4,a,2024-04-05,10
5,x,2024-05-20,10
6,a,2024-06-28,10
"""


def figures(folder: Path, capsys: pytest.CaptureFixture[str], **sheets: str) -> tuple[dict[str, dict[str, float]], str]:
    """MRR and churned customers by month, and what was found."""
    paths = []
    for name, text in sheets.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    assert main(["compute", *map(str, paths), "--kpi", "mrr,churned_customers", "--json"]) in (0, 1)
    said = json.loads(capsys.readouterr().out)
    values = {name: {v["period"]: v["value"] for v in kpi["values"]} for name, kpi in said["kpis"].items()}
    return values, json.dumps(said)


def test_customers_of_the_last_month_stay_while_orders_go_on(tmp_path, capsys) -> None:
    values, said = figures(tmp_path, capsys, mrr_by_month=LIST, orders=ORDERS)
    months = [f"2024-0{month}" for month in range(1, 7)]
    assert [values["mrr"][month] for month in months] == [155, 155, 165, 165, 165, 165]
    assert [values["churned_customers"][month] for month in months] == [0, 0, 1, 0, 0, 0]
    assert "facts.list_ends_earlier" in said


def test_lists_one_after_the_other_are_one(tmp_path, capsys) -> None:
    values, said = figures(tmp_path, capsys, mrr_first=LIST, mrr_second=FURTHER, orders=ORDERS)
    months = [f"2024-0{month}" for month in range(1, 7)]
    assert [values["mrr"][month] for month in months] == [155, 155, 165, 132, 132, 132]
    assert [values["churned_customers"][month] for month in months] == [0, 0, 1, 1, 0, 0]
    assert said.count("facts.list_ends_earlier") == 1


def test_a_list_that_is_known_the_longest_ends_as_it_did(tmp_path, capsys) -> None:
    values, said = figures(tmp_path, capsys, mrr_by_month=LIST)
    assert values["mrr"] == {"2024-01": 155, "2024-02": 155, "2024-03": 165}
    assert "facts.list_ends_earlier" not in said
