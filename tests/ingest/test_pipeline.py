"""From files to proposals and typed tables, on small sheets written here."""

import csv
import datetime
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import check_together, load, propose, propose_table
from kpidesk.ingest.proposal import ImportProposal, LoadedTable, TableProposal
from kpidesk.ingest.recipe import SetRowRole, SetTable
from kpidesk.ingest.recipe_table import take_step
from kpidesk.ingest.report import inspect_report
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType
from kpidesk.store.store import Store

SUBSCRIPTIONS = """
    Subscription ID,Customer ID,Plan,MRR,Start Date,End Date,Status
    S1,C1,Pro,100,2024-01-03,,active
    S2,C2,Basic,20,2024-02-14,2024-05-01,canceled
    S3,C3,Pro,100,2024-02-20,,active
    S4,C1,Basic,20,2024-03-01,2024-06-30,canceled
"""


def a_sheet(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
    return path


def proposed(*paths: Path) -> ImportProposal:
    return propose(paths, load_schema(), Progress())


def only_table(path: Path) -> TableProposal:
    (table,) = proposed(path).tables
    return table


def roles(table: TableProposal) -> dict[str, str]:
    return {column.header: column.role for column in table.mapping.columns if column.role is not None}


def codes(table: TableProposal | LoadedTable) -> list[str]:
    return [finding.code for finding in table.findings]


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "store")
    yield store
    store.close()


def loaded(table: TableProposal, store: Store) -> LoadedTable:
    return load(table, store, store.folder / "tables" / f"{table.id}.parquet", Progress())


@pytest.mark.parametrize(
    ("name", "text", "table", "expected"),
    [
        (
            "export.csv",
            SUBSCRIPTIONS,
            "subscriptions",
            "subscription_id customer_id plan mrr start_date cancel_date status",
        ),
        (
            "kunden.csv",
            """
            Kundennummer;Registriert am;Land;Kundengruppe;Monatsbeitrag
            K-1;03.01.2024;DE;KMU;19,90
            K-2;14.02.2024;AT;KMU;49,00
            K-3;28.02.2024;DE;Konzern;199,00
            """,
            "customers",
            "customer_id signup_date country segment mrr",
        ),
        (
            "明细.csv",
            """
            订单编号,下单时间,会员编号,商品名称,数量,单价,实付金额
            1001,2024-01-05 10:00:00,U1,茶叶,2,30,60
            1002,2024-01-06 11:30:00,U2,咖啡,1,45,45
            1003,2024-01-07 09:15:00,U1,咖啡,3,45,135
            """,
            "orders",
            "order_id order_date customer_id product_name quantity unit_price amount",
        ),
        (
            "report.csv",
            """
            Day,Campaign name,Amount spent (USD),Impressions,Link clicks,CTR
            2024-01-01,Spring,120.50,10000,150,1.5%
            2024-01-02,Spring,98.10,9000,120,1.33%
            2024-01-03,Brand,40.00,3000,31,1.03%
            """,
            "spend",
            "date campaign cost impressions clicks",
        ),
        (
            "report.csv",
            """
            Start Date,Campaign Name,Total Spent,Impressions,Clicks,Average CPC,Reactions,Comments,Shares,Follows
            01/05/2024,Spring,120.50,10000,150,0.80,5,1,0,2
            01/16/2024,Spring,98.10,9000,120,0.82,4,0,1,0
            01/27/2024,Brand,40.00,3000,31,1.29,1,0,0,1
            """,
            "spend",
            "date campaign cost impressions clicks",
        ),
        (
            "opps.csv",
            """
            Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Created Date,Opportunity Owner
            O1,Acme,Closed Won,1000,2024-03-01,2024-01-10,Ann
            O2,Beta,Closed Lost,500,2024-03-09,2024-01-12,Bob
            O3,Gamma,Negotiation,800,2024-05-01,2024-02-01,Ann
            """,
            "deals",
            "deal_id stage amount closed_date created_date owner",
        ),
        (
            "cases.csv",
            """
            Case Number,Opened At,Closed At,Priority,Case Origin,Case Owner
            1,2024-01-01 09:00:00,2024-01-01 15:00:00,High,Email,Ann
            2,2024-01-02 10:00:00,2024-01-03 11:00:00,Low,Phone,Bob
            3,2024-01-03 12:00:00,,Medium,Email,Ann
            """,
            "tickets",
            "ticket_id created_date resolved_date priority channel agent",
        ),
        (
            "form.csv",
            """
            Timestamp,How likely are you to recommend us to a friend?,What could we do better in your opinion?
            2024-01-01 09:00:00,10,Nothing at all
            2024-01-02 09:00:00,7,Faster delivery would be nice to have in winter
            2024-01-03 09:00:00,0,Everything
            """,
            "surveys",
            "response_date nps_score comment",
        ),
        (
            "log.csv",
            """
            user_id,event_name,timestamp
            u1,login,2024-01-01 09:00:00
            u2,login,2024-01-01 10:00:00
            u1,export,2024-01-01 11:00:00
            u1,login,2024-01-02 09:30:00
            """,
            "events",
            "user_id event_name event_time",
        ),
        (
            "newsletter.csv",
            """
            Title,Send Date,Total Recipients,Unique Opens,Unique Clicks,Unsubscribes,Open Rate
            Winter news,2024-01-15,1000,300,50,4,30%
            Spring news,2024-02-15,1100,310,48,6,28.2%
            """,
            "email",
            "campaign send_date recipients unique_opens unique_clicks unsubscribes",
        ),
        (
            "figures.csv",
            """
            Month,MRR,New customers,Churn rate
            2024-01,1000,10,5%
            2024-02,1100,12,4%
            2024-03,1180,9,4.5%
            """,
            "monthly_metrics",
            "month mrr new_customers customer_churn_rate",
        ),
    ],
)
def test_sheet_is_recognised_with_its_columns(tmp_path, name, text, table, expected):
    found = only_table(a_sheet(tmp_path, name, text))
    assert found.mapping.table == table
    assert set(roles(found).values()) == set(expected.split())
    assert found.mapping.evidence
    assert found.mapping.confidence >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Row Labels,Sum of MRR\nJan,10\nFeb,20\nMar,30",
        "cohort_start,Subscribers,Week_1,Week_2,Week_3\n2024-01-01,100,50,40,30\n2024-02-01,90,45,33,20",
        "colour,weight,height\nred,1.5,2\nblue,2.5,3\ngreen,9.1,4",
    ],
)
def test_sheet_that_is_no_business_table_is_other(tmp_path, text):
    found = only_table(a_sheet(tmp_path, "x.csv", text))
    assert found.mapping.table == "other"
    assert not found.is_loaded_by_default


def test_of_several_amounts_the_final_one_is_taken(tmp_path):
    text = """
        invoice_id,customer_id,invoice_date,amount,discount_amount,final_amount,status
        i1,c1,2024-01-01,100,10,90,paid
        i2,c2,2024-01-05,200,0,200,paid
        i3,c1,2024-02-01,100,10,90,paid
    """
    found = roles(only_table(a_sheet(tmp_path, "invoices.csv", text)))
    assert found["final_amount"] == "amount"
    assert found["amount"] == "gross_amount"
    assert found["discount_amount"] == "discount"


def test_converted_amount_in_one_currency_is_taken(tmp_path):
    text = """
        id,Created (UTC),Amount,Currency,Converted Amount,Converted Currency,Customer ID,Status
        ch_1,2024-01-01 10:00,10,usd,350,thb,cus_1,Paid
        ch_2,2024-01-02 10:00,20,eur,760,thb,cus_2,Paid
        ch_3,2024-01-03 10:00,10,usd,351,thb,cus_1,Paid
    """
    found = roles(only_table(a_sheet(tmp_path, "charges.csv", text)))
    assert found["Converted Amount"] == "amount"
    assert found["Converted Currency"] == "currency"


def test_flag_that_echoes_the_end_date_stays_an_attribute(tmp_path):
    text = """
        customer_id,signup_date,churn_date,churned,plan
        1,2024-01-01,2024-03-01,1,Pro
        2,2024-01-02,,0,Pro
        3,2024-01-03,,0,Basic
    """
    found = only_table(a_sheet(tmp_path, "customers.csv", text))
    assert "churned" not in roles(found)


def test_only_date_is_the_tables_date_whatever_its_name(tmp_path):
    text = "customer_id,nps_score,data_recvd\n1,9,2024-01-02\n2,3,2024-01-03\n3,10,2024-01-09"
    assert roles(only_table(a_sheet(tmp_path, "nps.csv", text)))["data_recvd"] == "response_date"


def test_typed_table_has_a_column_for_each_role_and_attribute(tmp_path, store):
    text = SUBSCRIPTIONS.replace("Status\n", "Status,Company Size\n").replace("active\n", "active,11-50\n")
    result = loaded(only_table(a_sheet(tmp_path, "subs.csv", text.replace("canceled\n", "canceled,1-10\n"))), store)
    rows = pq.read_table(result.path).to_pylist()
    assert result.rows == 4
    assert rows[1] == {
        "subscription_id": "S2",
        "customer_id": "C2",
        "plan": "Basic",
        "mrr": 20.0,
        "start_date": datetime.date(2024, 2, 14),
        "cancel_date": datetime.date(2024, 5, 1),
        "status": "canceled",
        "company_size": "1-10",
        "row_no": 2,
    }
    assert {c.name for c in result.columns if c.is_attribute} == {"plan", "status", "company_size"}


def test_ids_keep_leading_zeros_and_all_their_digits(tmp_path, store):
    text = "order_id,order_date,amount\n0010,2024-01-01,1\n00042,2024-01-02,2\n4111111111111111,2024-01-03,3"
    result = loaded(only_table(a_sheet(tmp_path, "orders.csv", text)), store)
    assert pq.read_table(result.path).column("order_id").to_pylist() == ["0010", "00042", "4111111111111111"]


def test_monthly_figures_down_become_long(tmp_path, store):
    text = "Month,MRR,Churn rate,Remark\n2024-01,1000,5%,slow\n2024-02,1100,4%,\n2024-03,,3%,good"
    result = loaded(only_table(a_sheet(tmp_path, "kpis.csv", text)), store)
    rows = {(r["month"].isoformat(), r["metric"]): r["value"] for r in pq.read_table(result.path).to_pylist()}
    assert rows == {
        ("2024-01-01", "mrr"): 1000.0,
        ("2024-02-01", "mrr"): 1100.0,
        ("2024-01-01", "customer_churn_rate"): pytest.approx(0.05),
        ("2024-02-01", "customer_churn_rate"): pytest.approx(0.04),
        ("2024-03-01", "customer_churn_rate"): pytest.approx(0.03),
    }


def test_monthly_figures_across_become_long(tmp_path, store):
    text = "KPI,2024-01,2024-02,2024-03\nMRR,1000,1100,1200\nNew customers,10,11,12\nOur mood,1,2,3"
    found = only_table(a_sheet(tmp_path, "board.csv", text))
    assert found.mapping.orientation == "across"
    assert dict(found.mapping.row_roles) == {"MRR": "mrr", "New customers": "new_customers"}
    rows = pq.read_table(loaded(found, store).path).to_pylist()
    assert [(r["month"].month, r["metric"], r["value"], r["row_no"]) for r in rows] == [
        (1, "mrr", 1000.0, 1),
        (2, "mrr", 1100.0, 1),
        (3, "mrr", 1200.0, 1),
        (1, "new_customers", 10.0, 2),
        (2, "new_customers", 11.0, 2),
        (3, "new_customers", 12.0, 2),
    ]


def test_satisfaction_in_words_becomes_marks(tmp_path, store):
    text = "customer_id,overall_satisfaction\n1,Satisfied\n2,Very satisfied\n3,Dis Satisfied\n4,Neutral"
    result = loaded(only_table(a_sheet(tmp_path, "survey.csv", text)), store)
    assert pq.read_table(result.path).column("csat_score").to_pylist() == [4.0, 5.0, 2.0, 3.0]


def test_words_for_churned_and_stayed_become_a_flag(tmp_path, store):
    text = "customer_id,tenure,monthly_charges,churn\n1,3,10,Churned\n2,9,20,Active\n3,4,10,Active\n4,1,10,Churned"
    result = loaded(only_table(a_sheet(tmp_path, "c.csv", text)), store)
    assert pq.read_table(result.path).column("churn_flag").to_pylist() == [True, False, False, True]


def test_net_amount_keeps_its_tax_from_being_taken_off_again(tmp_path):
    text = """
        Rechnungsnummer;Kundennummer;Rechnungsdatum;Nettobetrag;MwSt
        R1;K1;03.01.2024;100,00;19,00
        R2;K2;14.01.2024;200,00;38,00
        R3;K1;20.02.2024;100,00;19,00
    """
    found = roles(only_table(a_sheet(tmp_path, "rechnungen.csv", text)))
    assert found["Nettobetrag"] == "amount"
    assert "MwSt" not in found


def test_minutes_become_hours(tmp_path, store):
    text = "ticket_id,created_at,status,First reply time (min)\n1,2024-01-01,open,90\n2,2024-01-02,open,30"
    result = loaded(only_table(a_sheet(tmp_path, "tickets.csv", text)), store)
    assert pq.read_table(result.path).column("first_response_hours").to_pylist() == pytest.approx([1.5, 0.5])


def test_price_without_quantity_is_the_amount(tmp_path):
    text = "order_id,product_id,order_date,price\n1,p1,2024-01-01,5.5\n1,p2,2024-01-01,6.5\n2,p1,2024-01-03,5.5"
    assert roles(only_table(a_sheet(tmp_path, "order_items.csv", text)))["price"] == "amount"


def test_mapping_corrected_by_a_user_is_loaded(tmp_path, store):
    text = "customer_id,start_date,plan,fee,net_fee\n1,2024-01-01,Pro,10,9\n2,2024-01-02,Pro,20,18\n3,2024-02-01,A,5,4"
    found = only_table(a_sheet(tmp_path, "subs.csv", text))
    result = loaded(found.with_mapping(found.mapping.with_role(4, "mrr")), store)
    assert pq.read_table(result.path).column("mrr").to_pylist() == [9.0, 18.0, 4.0]


def test_table_named_by_a_user_gets_its_roles_guessed(tmp_path):
    found = only_table(a_sheet(tmp_path, "x.csv", SUBSCRIPTIONS))
    as_customers = propose_table(found, "customers", load_schema())
    assert as_customers.mapping.table == "customers"
    assert roles(as_customers)["Customer ID"] == "customer_id"
    assert as_customers.mapping.confidence == 1.0


def test_cells_that_cannot_be_read_lead_to_the_first_of_them_before_loading(tmp_path):
    rows = ["a,10", "b,20", "c,oops", "d,30", "e,n.b.", *(f"f{i},{i}" for i in range(20))]
    (table,) = proposed(a_sheet(tmp_path, "orders.csv", "\n".join(["order_id,amount", *rows]))).tables
    table = propose_table(table, "orders", load_schema())
    (finding,) = [finding for finding in table.findings if finding.code == "ingest.unreadable"]
    assert (str(finding.where), finding.count) == ("orders.csv!B4", 2)
    assert "“oops”, “n.b.”" in str(finding.message)


def test_column_that_is_left_out_is_not_loaded(tmp_path, store):
    table = only_table(a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS))
    plan = next(column.index for column in table.mapping.columns if column.header == "Plan")
    result = loaded(table.with_mapping(table.mapping.with_ignored(plan)), store)
    assert "Plan" not in {column.header for column in result.columns}
    assert "plan" not in pq.read_schema(result.path).names


def test_unreadable_cells_are_counted_with_place_and_example(tmp_path, store):
    text = SUBSCRIPTIONS.replace("2024-01-03,,", "2024-01-03,not yet,")
    result = loaded(only_table(a_sheet(tmp_path, "subs.csv", text)), store)
    (finding,) = [f for f in result.findings if f.code == "ingest.unreadable"]
    assert finding.count == 1
    assert "not yet" in str(finding.message)
    assert str(finding.where) == "subs.csv!F2"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("order_id,order_date,amount\n1,03/04/2024,5\n2,05/06/2024,6\n3,07/08/2024,7", "ingest.ambiguous_date"),
        ("order_id,order_date,amount,currency\n1,2024-01-01,5,USD\n2,2024-01-02,6,EUR", "ingest.mixed_currencies"),
        (
            "customer_id,start_date,price,billing_period\n1,2024-01-01,5,monthly\n2,2024-01-02,6,monthly\n"
            "3,2024-01-02,6,monthly\n4,2024-01-03,6,whenever",
            "ingest.unknown_interval",
        ),
        ("order_id,order_date\n1,2024-01-01\n2,2024-01-02\n3,2024-01-03", "ingest.missing_roles"),
        (
            "customer_id,plan,start_date,mrr\n1,A,2024-01-01,5\n2,A,2024-03-02,5\n3,B,2024-06-03,9",
            "ingest.survivors_only",
        ),
    ],
)
def test_proposal_tells_what_to_know(tmp_path, text, code):
    assert code in codes(only_table(a_sheet(tmp_path, "subscriptions orders.csv", text)))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("S1,C9,Pro,100,2024-01-03,,active", "ingest.repeated_id"),
        ("S9,C9,Pro,100,2024-05-03,2024-01-01,canceled", "ingest.end_before_start"),
        ("S9,C9,Pro,-100,2024-05-03,,active", "ingest.negative"),
        ("S4,C1,Basic,20,2024-03-01,2024-06-30,canceled", "ingest.duplicate_rows"),
    ],
)
def test_loaded_rows_are_checked(tmp_path, store, line, code):
    assert code in codes(loaded(only_table(a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS + line)), store))


def test_orphans_across_tables_are_counted(tmp_path, store):
    people = a_sheet(tmp_path, "customers.csv", "customer_id,signup_date,country\nC1,2024-01-01,DE\nC2,2024-01-02,FR")
    tables = proposed(people, a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS)).tables
    customers, subscriptions = check_together([(table, loaded(table, store)) for table in tables])
    assert "ingest.orphan_customer" not in codes(customers)
    finding = next(f for f in subscriptions.findings if f.code == "ingest.orphan_customer")
    assert (finding.count, str(finding.where)) == (1, "subs.csv")


def test_a_list_of_customers_without_their_ids_says_nothing_of_who_is_lacking(tmp_path, store):
    """Somebody takes the column of ids out of the list."""
    people = a_sheet(tmp_path, "customers.csv", "customer_id,signup_date,country\nC1,2024-01-01,DE\nC2,2024-01-02,FR")
    tables = proposed(people, a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS)).tables
    named, others = tables[0], tables[1]
    nameless = named.with_mapping(named.mapping.with_role(0, None))
    for each in check_together([(one, loaded(one, store)) for one in (nameless, others)]):
        assert "ingest.orphan_customer" not in codes(each)


def test_joined_copy_in_one_import_is_left_out(tmp_path):
    lines = [f"S{i},C{i},Pro,10,2024-01-{i % 28 + 1:02},,active" for i in range(40)]
    head = "Subscription ID,Customer ID,Plan,MRR,Start Date,End Date,Status"
    first = a_sheet(tmp_path, "subs.csv", "\n".join([head, *lines]))
    second = a_sheet(
        tmp_path, "joined.csv", "\n".join([head + ",Country", *(line + ",DE" for line in reversed(lines))])
    )
    original, copy = proposed(first, second).tables
    assert copy.copy_of == original.id
    assert "ingest.same_rows" in codes(copy)
    assert not copy.is_loaded_by_default


def test_key_without_a_name_is_found_by_its_values(tmp_path):
    people = "\n".join(["customer_id,signup_date,country", *(f"X{i:03},2024-01-01,DE" for i in range(50))])
    sold = "\n".join(["order_id,order_date,amount,who", *(f"{i},2024-02-01,5,X{i:03}" for i in range(50))])
    tables = proposed(a_sheet(tmp_path, "customers.csv", people), a_sheet(tmp_path, "orders.csv", sold)).tables
    assert roles(tables[1])["who"] == "customer_id"


def test_file_that_cannot_be_read_has_a_blocker(tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    (file,) = proposed(path).files
    assert file.tables == ()
    assert [f.level.value for f in file.findings] == ["blocker"]


def test_folder_is_searched_for_spreadsheets(tmp_path):
    a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS)
    (tmp_path / "notes.md").write_text("nothing")
    assert [file.path.name for file in proposed(tmp_path).files] == ["subs.csv"]


def test_same_file_gets_the_same_table_ids(tmp_path):
    path = a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS)
    assert only_table(path).id == only_table(path).id


def test_report_has_the_shape_of_the_command_line(tmp_path):
    (file,) = inspect_report(proposed(a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS)))["files"]
    (table,) = file["tables"]
    assert table["sheet"] is None
    assert table["range"] == "A1:G5"
    assert table["header_row"] == 0
    assert table["rows"] == 4
    assert table["orientation"] == "down"
    assert table["columns"][3] == {
        "header": "MRR",
        "role": "mrr",
        "type": "money",
        "confidence": pytest.approx(0.9, abs=0.1),
    }
    assert "row_roles" not in table


def test_types_follow_the_roles(tmp_path):
    found = only_table(a_sheet(tmp_path, "subs.csv", SUBSCRIPTIONS))
    types = {column.role: column.type for column in found.mapping.columns}
    assert types["subscription_id"] is ColumnType.ID
    assert types["mrr"] is ColumnType.MONEY
    assert types["cancel_date"] is ColumnType.DATE


def test_wide_sheet_of_strange_columns_is_looked_through_quickly(tmp_path):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([f"measure {i} of thing" for i in range(120)])
    writer.writerows([[str(i * j) for j in range(120)] for i in range(5)])
    path = tmp_path / "wide.csv"
    path.write_text(buffer.getvalue())
    assert only_table(path).mapping.table == "other"


def test_a_correction_keeps_what_the_whole_import_showed(tmp_path):
    text = "Report 2022,,,\nKPI,Jan,Feb,Mar\nNew MRR,5,6,7\nClosing MRR,50,56,63\nHeads,1,2,3\n"
    table = only_table(a_sheet(tmp_path, "report.csv", text))
    assert "ingest.month_without_year" in codes(table)
    schema = load_schema()
    corrected = take_step(table, SetRowRole("Heads", "active_customers"), schema).table
    assert "ingest.month_without_year" in codes(corrected)
    again = take_step(corrected, SetTable("monthly_metrics"), schema).table
    assert "ingest.month_without_year" in codes(again)
    other = take_step(corrected, SetTable("other"), schema).table
    assert "ingest.month_without_year" not in codes(other)
    back = take_step(other, SetTable("monthly_metrics"), schema).table
    assert "ingest.month_without_year" in codes(back)
    assert {back.mapping.columns[n].format.year for n in back.mapping.month_columns} == {2022}
