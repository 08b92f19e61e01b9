"""1.500: thousands or decimals, as the rest of the file shows; where nothing does, a finding says so."""

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.parsing import ColumnFormat, parse_cell
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recipe import SetFormat
from kpidesk.ingest.recipe_table import take_step
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType


def read(tmp_path, text: str) -> TableProposal:
    path = tmp_path / "data.csv"
    path.write_text(text, encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    return table


def value(table: TableProposal, role: str, text: str) -> object:
    column = table.mapping.column(role)
    assert column is not None
    return parse_cell(text, column.format)


def codes(table: TableProposal) -> list[str]:
    return [finding.code for finding in table.findings]


@pytest.mark.parametrize("last", ["7.250", "880"])
def test_semicolons_and_days_with_points_say_decimal_comma(tmp_path, last):
    rows = "1;Kern;05.02.2023;3.100\n2;Lang;17.02.2023;4.000\n3;Vogt;28.03.2023;"
    table = read(tmp_path, f"Bestellnr;Kunde;Bestelldatum;Betrag\n{rows}{last}\n")
    assert value(table, "amount", "3.100") == 3100.0
    assert "ingest.ambiguous_number" not in codes(table)


def test_another_columns_comma_says_how_points_are_meant(tmp_path):
    rows = '2023-04-01,Brand,"2.345,60",40,"31.000"\n2023-04-02,Brand,"1.000,00",60,"27.500"\n'
    table = read(tmp_path, "Date,Campaign,Cost,Clicks,Impressions\n" + rows)
    assert value(table, "impressions", "31.000") == 31_000.0
    assert value(table, "cost", "2.345,60") == 2345.6


def test_another_columns_point_leaves_decimals(tmp_path):
    table = read(tmp_path, "order_id,order_date,quantity,amount\n1,2023-04-01,1.250,20.5\n2,2023-04-02,2.750,11.25\n")
    assert value(table, "quantity", "1.250") == 1.25
    assert "ingest.ambiguous_number" not in codes(table)


def test_without_evidence_it_is_told_until_the_user_says_so(tmp_path):
    table = read(tmp_path, "order_id,order_date,customer_id,amount\n1,2023-04-01,a,1.250\n2,2023-04-02,b,2.750\n")
    assert "ingest.ambiguous_number" in codes(table)
    step = SetFormat("amount", ColumnFormat(ColumnType.MONEY, decimal=","))
    assert "ingest.ambiguous_number" not in codes(take_step(table, step, load_schema()).table)


@pytest.mark.parametrize("day", ["Jan {}, 2023", "2023-1-{}", "{}. Feb 2023", "03/03/2023"])
def test_days_that_read_the_same_either_way_are_not_ambiguous(tmp_path, day):
    rows = "".join(f'{n},"{day.format(n)}",c{n},5\n' for n in (2, 3, 4, 9))
    table = read(tmp_path, "order_id,order_date,customer_id,amount\n" + rows)
    assert "ingest.ambiguous_date" not in codes(table)


def test_a_year_first_with_short_months_and_days_is_no_day_first(tmp_path):
    table = read(tmp_path, "order_id,order_date,customer_id,amount\n1,2023-1-2,a,5\n2,2023-3-4,b,6\n3,2023-5-6,b,6\n")
    column = table.mapping.column("order_date")
    assert column is not None
    assert column.format.date_order == "ymd"
    assert not any("first: " in str(message) for message in column.evidence)
