"""``kpidesk-cli compute --engine URL table…``: tables of a database instead of files."""

import json

import pytest
from kpidesk.cli.main import main

pytestmark = pytest.mark.engines

FIVE = """
CREATE SCHEMA IF NOT EXISTS crm;
CREATE TABLE crm.subscriptions (customer_id text, plan text, mrr numeric(10, 2), start_date date, cancel_date date);
INSERT INTO crm.subscriptions VALUES
  ('c1', 'basic', 100, '2024-01-01', NULL), ('c2', 'basic', 100, '2024-01-01', '2024-03-15'),
  ('c3', 'basic', 100, '2024-01-01', NULL), ('c4', 'pro', 200, '2024-01-01', NULL),
  ('c5', 'pro', 80, '2024-01-01', NULL);
"""


def test_mrr_of_a_table_in_postgres(postgres: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The five customers of the founding documents: 580, and 480 after one of them left in March."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(FIVE)

    status = main(["compute", "crm.subscriptions", "--engine", postgres, "--kpi", "mrr,churned_customers", "--json"])

    said = json.loads(capsys.readouterr().out)
    values = {v["period"]: v["value"] for v in said["kpis"]["mrr"]["values"]}
    assert status == 0
    assert (values["2024-01"], values["2024-02"], values["2024-03"]) == (580.0, 580.0, 480.0)
    assert {v["period"]: v["value"] for v in said["kpis"]["churned_customers"]["values"]}["2024-03"] == 1


def test_a_table_that_is_not_there_is_one_sentence(postgres: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["compute", "crm.nothing", "--engine", postgres, "--json"])

    said = capsys.readouterr()
    assert status == 2
    assert said.err.count("\n") == 1
    assert "crm.nothing" in said.err
