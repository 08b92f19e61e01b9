"""What the rows themselves say: cents of raw exports, pairs of columns that keep an order, names beside keys."""

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema

RAW = "id,customer,created,amount,amount_refunded,currency,status"
IDS = ("in_1NqZ8sLkdIwHu7ix3xQ2a{}", "cus_OcA1bC2dE3fG4h{}")


def read(tmp_path, text: str, name: str = "export.csv") -> tuple[Mapping, frozenset[str]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    return table.mapping, frozenset(finding.code for finding in table.findings)


def charges(amounts, currency="usd", ids=IDS):
    rows = [
        f"{ids[0].format(n)},{ids[1].format(n)},2024-01-{n + 1:02d},{amount},0,{currency},paid"
        for n, amount in enumerate(amounts)
    ]
    return "\n".join((RAW, *rows))


def multiplier(mapping: Mapping) -> float:
    column = mapping.column("amount")
    assert column is not None
    return column.format.multiplier


def test_whole_amounts_beside_raw_ids_are_cents_and_say_so(tmp_path):
    mapping, codes = read(tmp_path, charges((4900, 9900, 49000, 4900, 12900)))
    assert multiplier(mapping) == 0.01
    assert "ingest.cents" in codes


@pytest.mark.parametrize(
    "text",
    [
        charges(("49.00", "99.00", "490.00", "49.00")),
        charges((4900, 9900, 49000, 4900), currency="jpy"),
        charges((4900, 9900, 49000, 4900), ids=("in_{}", "cus_{}")),
        charges((49, 99, 90, 49)),
    ],
    ids=["decimals", "yen", "own ids", "small"],
)
def test_without_strong_evidence_amounts_stay_as_printed(tmp_path, text):
    mapping, codes = read(tmp_path, text)
    assert multiplier(mapping) == 1.0
    assert "ingest.cents" not in codes


def spend(clicks):
    rows = [f"2024-01-{n + 1:02d},Search,{100 + n},{more},12.5" for n, more in enumerate(clicks)]
    return "\n".join(("Date,Channel,Impressions,Clicks,Cost", *rows))


def evidence(mapping: Mapping, role: str) -> str:
    column = mapping.column(role)
    assert column is not None
    return " ".join(message.template.text for message in column.evidence)


def test_clicks_within_impressions_are_evidence_and_more_of_them_a_doubt(tmp_path):
    right, _ = read(tmp_path, spend((5, 7, 3, 9, 4, 6, 2, 8)), "right.csv")
    wrong, _ = read(tmp_path, spend((500, 700, 300, 900, 400, 600, 200, 800)), "wrong.csv")
    assert "no more than" in evidence(right, "clicks")
    assert "no less than" in evidence(right, "impressions")
    assert "out of order" in evidence(wrong, "clicks")
    sure, doubtful = right.column("clicks"), wrong.column("clicks")
    assert sure is not None
    assert doubtful is not None
    assert doubtful.confidence < 0.8 < sure.confidence


def test_names_and_addresses_beside_a_key_are_known(tmp_path):
    text = "Order ID,Order Date,Customer ID,Customer Name,Customer Email,Sales\n" + "\n".join(
        f"O{n},2024-01-{n:02d},C{n % 4},Ann {'ABCD'[n % 4]},ann{n % 4}@example.com,{n}.50" for n in range(1, 12)
    )
    mapping, _ = read(tmp_path, text)
    assert {column.header: column.role for column in mapping.columns} == {
        "Order ID": "order_id",
        "Order Date": "order_date",
        "Customer ID": "customer_id",
        "Customer Name": "customer_name",
        "Customer Email": "email",
        "Sales": "amount",
    }


def test_a_due_date_makes_it_an_invoice(tmp_path):
    head = "InvoiceNumber,InvoiceDate,DueDate,ContactName,Description,Quantity,UnitAmount,Total,Currency\n"
    rows = [f"INV-{n},{n:02d}/01/2024,{n + 14:02d}/01/2024,Acme {n},Support,1,{n}0.00,{n}0.00,EUR" for n in range(1, 9)]
    assert read(tmp_path, head + "\n".join(rows))[0].table == "invoices"


@pytest.mark.parametrize("header", ["custname", "clientname", "customername"])
def test_words_written_together_are_known(tmp_path, header):
    text = f"clientnum,{header},signupdate,monthlycharges\n" + "\n".join(
        f"{n},Ann {n},2024-01-{n:02d},{n}9.90" for n in range(1, 9)
    )
    mapping, _ = read(tmp_path, text)
    assert [column.role for column in mapping.columns] == ["customer_id", "customer_name", "signup_date", "mrr"]


LOG = "date,customer,event,mrr change"


def test_changes_of_mrr_by_day_and_customer_are_a_log_of_movements(tmp_path):
    rows = ("2023-05-02,k1,new,30", "2023-05-09,k2,new,80", "2023-06-11,k1,upgrade,15", "2023-07-01,k2,churn,-80")
    mapping, _ = read(tmp_path, "\n".join((LOG, *rows)))
    assert mapping.table == "subscriptions"
    assert {"customer_id", "start_date", "movement_type", "mrr_change"} <= mapping.roles


def test_actions_of_users_stay_events(tmp_path):
    rows = [f"2023-05-{n:02d},u{n % 5},{('login', 'export')[n % 2]},{n}" for n in range(1, 25)]
    mapping, _ = read(tmp_path, "\n".join(("date,customer,event,duration", *rows)))
    assert mapping.table == "events"


STAGES = "Lead ID,Created,Lead Status,Lifecycle Stage,Opportunity date,SQL date"


def test_stages_and_days_of_a_lead_find_their_roles(tmp_path):
    rows = (
        "1,2023-05-02,Connected,Customer,2023-05-20,2023-05-09",
        "2,2023-05-04,New,Lead,,",
        "3,2023-05-05,New,MQL,,",
    )
    mapping, _ = read(tmp_path, "\n".join((STAGES, *rows)))
    given = {column.header: column.role for column in mapping.columns}
    assert given["Opportunity date"] == "opportunity_date"
    assert given["SQL date"] == "sql_date"
    assert (given["Lead Status"], given["Lifecycle Stage"]) == ("status", "segment")
    alone = "\n".join(",".join(line.split(",")[:2] + line.split(",")[3:]) for line in (STAGES, *rows))
    mapping, _ = read(tmp_path, alone, "leads.csv")
    assert {column.header: column.role for column in mapping.columns}["Lifecycle Stage"] == "status"


SEATS = "Customer ID,Plan,Quantity,Interval,Amount,Start Date"


@pytest.mark.parametrize(
    ("amounts", "role", "asks"),
    [
        ((30, 30, 8, 8), "unit_price", False),
        ((30, 120, 8, 40), "amount", False),
        ((30, 100, 8, 40), "amount", True),
    ],
    ids=["of one", "of all", "neither"],
)
def test_plans_in_several_quantities_show_what_the_amount_is_of(tmp_path, amounts, role, asks):
    sold = zip(("Team", "Team", "Solo", "Solo"), (1, 4, 1, 5), amounts, strict=True)
    rows = (f"k{n},{plan},{many},month,{amount}.00,2023-0{n}-01" for n, (plan, many, amount) in enumerate(sold, 1))
    mapping, codes = read(tmp_path, "\n".join((SEATS, *rows)))
    assert {column.header: column.role for column in mapping.columns}["Amount"] == role
    assert ("ingest.per_unit_or_total" in codes) is asks


@pytest.mark.parametrize(
    ("header", "amounts", "role", "asks"),
    [
        ("Price", (30, 100, 8, 40), "unit_price", True),
        ("Plan price (USD)", (30, 100, 8, 40), "unit_price", True),
        ("Preis", (30, 100, 8, 40), "unit_price", True),
        ("价格", (30, 100, 8, 40), "unit_price", True),
        ("Price", (30, 120, 8, 40), "amount", False),
        ("price_usd", (30, 120, 8, 40), "amount", False),
        ("Price", (30, 30, 8, 8), "unit_price", False),
        ("Price per user", (30, 100, 8, 40), "unit_price", False),
        ("Unit price", (30, 120, 8, 40), "unit_price", False),
        ("Contract price", (30, 100, 8, 40), "amount", True),
        ("Total", (30, 100, 8, 40), "amount", True),
        ("MRR", (30, 100, 8, 40), "mrr", False),
        ("MRR per seat", (30, 100, 8, 40), "unit_mrr", False),
        ("Price per user per month", (30, 100, 8, 40), "unit_mrr", False),
        ("Monthly price", (30, 30, 8, 8), "unit_mrr", False),
        ("Monthly price", (30, 100, 8, 40), "unit_mrr", True),
        ("Monthly price", (30, 120, 8, 40), "mrr", False),
    ],
)
def test_a_price_beside_a_quantity_is_of_one_unit_unless_the_rows_say_otherwise(tmp_path, header, amounts, role, asks):
    sold = zip(("Team", "Team", "Solo", "Solo"), (1, 4, 1, 5), amounts, strict=True)
    rows = (f"k{n},{plan},{many},month,{amount}.00,2023-0{n}-01" for n, (plan, many, amount) in enumerate(sold, 1))
    mapping, codes = read(tmp_path, "\n".join((SEATS.replace("Amount", header), *rows)), "subscriptions.csv")
    assert roles(mapping)[header] == role
    assert ("ingest.per_unit_or_total" in codes) is asks


def roles(mapping: Mapping) -> dict[str, str | None]:
    return {column.header: column.role for column in mapping.columns}


def test_who_has_no_number_is_known_by_the_address(tmp_path):
    rows = [f"Name {n},n{n}@example.com,Pro,{20 + n},2024-01-{n + 1:02d},Active" for n in range(9)]
    mapping, _ = read(tmp_path, "\n".join(("Name,Email,Plan,Monthly fee,Signup date,Status", *rows)))
    assert mapping.table == "customers"
    assert roles(mapping)["Email"] == "customer_id"
    assert roles(mapping)["Name"] == "customer_name"
    assert roles(mapping)["Status"] == "status"


def test_first_column_says_what_a_row_is(tmp_path):
    header = "Lead ID,Company,Stage,Value,Owner,Created"
    rows = [f"L-{n},Firm {n},New,{900 + n},Ann,2024-01-{n + 1:02d}" for n in range(9)]
    assert read(tmp_path, "\n".join((header, *rows)))[0].table == "leads"
    deals = "\n".join((header.replace("Lead", "Deal"), *rows))
    assert read(tmp_path, deals)[0].table == "deals"


def test_what_clicks_cost_is_told_of_ads(tmp_path):
    header = "date,landing_page,campaign_name,impressions,clicks,cost,conversions"
    rows = [f"2024-01-{n + 1:02d},/p{n},Brand,{900 + n},{40 + n},{12.5 + n},{n}" for n in range(9)]
    assert read(tmp_path, "\n".join((header, *rows)))[0].table == "spend"


def test_net_and_tax_make_the_amount(tmp_path):
    header = "Invoice,Date,Client,Net,VAT,Total"
    rows = [f"F{n},2024-01-{n + 1:02d},Firm {n},{100 + n}.00,{20 + n}.00,{120 + 2 * n}.00" for n in range(9)]
    found = roles(read(tmp_path, "\n".join((header, *rows)))[0])
    assert (found["Net"], found["VAT"], found["Total"]) == ("subtotal", "tax", "amount")


@pytest.mark.parametrize(("names", "role"), [(12, "product_id"), (60, "customer_id")])
def test_a_bare_number_that_goes_with_the_product_is_no_customers(tmp_path, names, role):
    rows = [f"2024-01-{n % 28 + 1:02d},A{n % 12 + 100},Cream {n % names},{20 + n % 12},{n % 7}" for n in range(60)]
    mapping, _ = read(tmp_path, "\n".join(("update_time,id,title,price,sale_count", *rows)))
    assert mapping.table == "orders"
    assert mapping.columns[1].role == role


def test_codes_with_dots_are_no_days(tmp_path):
    rows = [f"2024-01-{n % 28 + 1:02d},SO{n},1.01.{n % 9:02d},{n + 1},{10 * n}" for n in range(30)]
    mapping, _ = read(tmp_path, "\n".join(("日期,单据编号,物料编码,数量,金额", *rows)))
    column = mapping.column("product_id")
    assert column is not None
    assert (column.header, column.type.value) == ("物料编码", "id")


def test_a_list_of_sign_ups_need_not_tell_of_anyone_who_left(tmp_path):
    """It cannot: it has neither an end nor a price. A list of who pays can, and says that it does not."""
    users = "user_id,signup_date,country\n" + "\n".join(f"u{n},2024-01-{n + 1:02d},US" for n in range(20))
    payers = "customer_id,signup_date,mrr\n" + "\n".join(f"u{n},2024-01-{n + 1:02d},{n + 5}" for n in range(20))
    mapping, found = read(tmp_path, users, "users.csv")
    assert (mapping.table, "ingest.survivors_only" in found) == ("customers", False)
    assert "ingest.survivors_only" in read(tmp_path, payers, "customers.csv")[1]


def test_amounts_of_deals_are_in_the_currency_beside_them(tmp_path):
    rows = "\n".join(f"{n},{n}000,{'EUR' if n % 2 else 'JPY'},Won,2024-01-{n:02},2024-02-{n:02}" for n in range(1, 9))
    head = "Deal - ID,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Deal created,Deal - Deal closed on"
    mapping, codes = read(tmp_path, f"{head}\n{rows}", "deals.csv")
    assert mapping.column("currency") is not None
    assert "ingest.mixed_currencies" in codes


def test_kinds_of_entries_are_a_status_where_they_name_refunds_or_payouts(tmp_path):
    def history(*kinds: str) -> str:
        rows = [f"txn_{n},{kind},{20 + n}.00,usd,2024-01-{n + 1:02}" for n, kind in enumerate(kinds * 3)]
        return "\n".join(("id,Type,Amount,Currency,Created (UTC)", *rows))

    mapping, _ = read(tmp_path, history("charge", "charge", "refund", "payout"), "balance_history.csv")
    assert mapping.column("status").header == "Type"
    both = history("Express Checkout Payment", "General Withdrawal").replace("Type,", "Type,Status,")
    both = both.replace("Payment,", "Payment,Completed,").replace("Withdrawal,", "Withdrawal,Completed,")
    mapping, _ = read(tmp_path, both, "paypal.csv")
    assert (mapping.column("status").header, mapping.column("entry_type").header) == ("Status", "Type")
    mapping, _ = read(tmp_path, history("card", "cash", "card", "transfer"), "payments.csv")
    assert mapping.column("status") is None


@pytest.mark.parametrize("currency", ["", "Amount (converted) Currency"])
def test_deals_of_several_currencies_are_told_in_the_companys_own_where_a_column_has_it(tmp_path, currency):
    own = "Amount (converted)" if currency else "Amount in company currency"
    head = [
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Close Date",
        "Amount",
        own,
        "Currency",
        *([currency] * bool(currency)),
    ]
    others = ["USD"] * bool(currency)
    rows = [
        [f"{n}", f"Deal {n}", "Closed Won", f"2024-02-{n:02}", f"{n}00", f"{n}00", "USD", *others] for n in range(1, 5)
    ]
    rows += [
        [f"{n}", f"Deal {n}", "Closed Won", f"2024-02-{n:02}", f"{n}000", f"{n}7", "JPY", *others] for n in range(5, 9)
    ]
    mapping, codes = read(tmp_path, "\n".join(map(",".join, [head, *rows])), "deals.csv")
    told = mapping.column("currency")
    assert (mapping.column("amount").header, told and told.header) == (own, currency or None)
    assert "ingest.mixed_currencies" not in codes
