"""The same export again is known by what stays the same, and read as it was accepted."""

from dataclasses import replace
from pathlib import Path

from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.signature import recalled, signature_of
from kpidesk.schema.loader import load_schema

MARCH = "id,customer_id,start_date,fee,net\n1,a,03/04/2024,10,8\n2,b,05/06/2024,20,16\n"
APRIL = "customer_id,id,net,fee,start_date\nc,3,9,12,07/08/2024\nd,4,7,10,09/10/2024\n"


def a_table(folder: Path, name: str, text: str) -> TableProposal:
    path = folder / name
    path.write_text(text)
    (table,) = propose([path], load_schema(), Progress()).tables
    return table


def test_columns_in_another_order_have_the_same_signature(tmp_path):
    assert signature_of(a_table(tmp_path, "a.csv", MARCH)) == signature_of(a_table(tmp_path, "b.csv", APRIL))


def test_another_column_makes_another_signature(tmp_path):
    other = APRIL.replace("net", "gross")
    assert signature_of(a_table(tmp_path, "a.csv", MARCH)) != signature_of(a_table(tmp_path, "b.csv", other))


def test_months_across_keep_their_signature_next_month(tmp_path):
    march = a_table(tmp_path, "a.csv", "KPI,2024-01,2024-02,2024-03\nMRR,1,2,3\nARR,12,24,36\n")
    april = a_table(tmp_path, "b.csv", "KPI,2024-01,2024-02,2024-03,2024-04\nMRR,1,2,3,4\nARR,12,24,36,48\n")
    assert signature_of(march) == signature_of(april)


def test_a_corrected_row_keeps_the_signature(tmp_path):
    march = a_table(tmp_path, "a.csv", "KPI,2024-01,2024-02\nMRR,1,2\nOddity,12,24\n")
    corrected = march.with_mapping(march.mapping.with_row_role("Oddity", "arr"))
    assert signature_of(corrected) == signature_of(march)
    april = a_table(tmp_path, "b.csv", "KPI,2024-02,2024-03,2024-04\nMRR,2,3,4\nOddity,24,36,48\n")
    assert recalled(april, corrected.mapping).mapping.row_roles == {"MRR": "mrr", "Oddity": "arr"}
    assert recalled(april, corrected.mapping).mapping.month_columns == (1, 2, 3)


def test_a_role_found_beside_other_tables_stands_where_nobody_had_said_no(tmp_path):
    march = a_table(tmp_path, "a.csv", MARCH)
    unsaid = march.mapping.with_role(1, None)
    columns = tuple(replace(c, confidence=0.5) if c.index == 1 else c for c in unsaid.columns)
    april = a_table(tmp_path, "b.csv", APRIL)
    assert recalled(april, replace(unsaid, columns=columns)).mapping.column("customer_id") is not None
    assert recalled(april, unsaid).mapping.column("customer_id") is None


def test_accepted_mapping_is_worked_into_the_new_export(tmp_path):
    march = a_table(tmp_path, "a.csv", MARCH)
    corrected = march.mapping.with_role(4, "tax")
    date = next(c for c in corrected.columns if c.header == "start_date")
    corrected = corrected.with_format(date.index, replace(date.format, date_order="dmy"))
    april = recalled(a_table(tmp_path, "b.csv", APRIL), corrected)
    by_header = {c.header: c for c in april.mapping.columns}
    assert by_header["net"].role == "tax"
    assert by_header["net"].index == 2
    assert by_header["fee"].role == "fee"
    assert by_header["start_date"].format.date_order == "dmy"
    assert april.mapping.confidence == 1.0


def test_remembered_format_that_does_not_read_the_cells_is_not_used(tmp_path):
    march = a_table(tmp_path, "a.csv", MARCH)
    date = next(c for c in march.mapping.columns if c.header == "start_date")
    remembered = march.mapping.with_format(date.index, replace(date.format, date_order="dmy"))
    april = recalled(a_table(tmp_path, "b.csv", APRIL.replace("07/08/2024", "12/31/2024")), remembered)
    assert next(c for c in april.mapping.columns if c.header == "start_date").format.date_order == "mdy"
