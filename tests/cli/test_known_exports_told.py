"""Exports as well-known products write them, to the numbers that a careful reader makes of them by hand."""

# ruff: noqa: E501  (rows stand as the products write them)

import pytest


def values(run, folder, name: str, text: str, kpi: str, *more: str) -> dict[str, float]:
    path = folder / name
    path.write_text(text.strip() + "\n", encoding="utf-8")
    report = run.json("compute", str(path), "--kpi", kpi, *more)
    return {row["period"]: row["value"] for row in report["kpis"][kpi]["values"]}


def test_a_subscription_starts_when_it_began_not_with_its_current_period(run, tmp_path):
    rows = "\n".join(
        f"sub_{i},cus_{i},Pro,1,usd,month,50.00,active,2025-0{i}-10 10:00,2025-0{i}-10 10:00,2025-06-10 10:00,2025-07-10 10:00,"
        for i in range(1, 7)
    )
    head = (
        "id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),"
        "Current Period Start (UTC),Current Period End (UTC),Ended At (UTC)"
    )
    found = values(run, tmp_path, "subscriptions.csv", f"{head}\n{rows}", "mrr", "--as-of", "2025-06-30")
    assert found == {f"2025-0{i}": 50 * i for i in range(1, 7)}
    head = head.replace("Start (UTC),Current", "Zone,Current", 1)
    found = values(run, tmp_path, "created.csv", f"{head}\n{rows}", "mrr", "--as-of", "2025-06-30")
    assert found["2025-01"] == 50


def test_intervals_that_two_columns_tell_and_what_was_worth_something_until_it_ended(run, tmp_path):
    text = """
subscriptions.id,customers.id,subscriptions.plan_quantity,subscriptions.plan_unit_price,subscriptions.billing_period,subscriptions.billing_period_unit,subscriptions.status,subscriptions.created_at,subscriptions.started_at,subscriptions.current_term_start,subscriptions.cancelled_at,subscriptions.mrr
s1,c1,1,30.00,1,month,Active,2025-01-02 10:00:00,2025-01-02 10:00:00,2025-04-02 10:00:00,,30.00
s2,c2,2,90.00,3,month,Active,2025-01-05 10:00:00,2025-01-05 10:00:00,2025-04-05 10:00:00,,60.00
s3,c3,1,240.00,1,year,Active,2025-02-01 10:00:00,2025-02-01 10:00:00,2025-02-01 10:00:00,,20.00
s4,c4,1,90.00,3,month,Cancelled,2025-01-06 10:00:00,2025-01-06 10:00:00,2025-01-06 10:00:00,2025-04-06 10:00:00,0.00
"""
    # s1 30, s2 2 × 90 ÷ 3 = 60, s4 90 ÷ 3 = 30 until April; s3 240 ÷ 12 = 20 from February.
    found = values(run, tmp_path, "chargebee.csv", text, "mrr", "--as-of", "2025-04-30")
    assert found == {"2025-01": 120, "2025-02": 140, "2025-03": 140, "2025-04": 110}


def test_an_order_total_that_stands_on_each_line_counts_once(run, tmp_path):
    head = "Order Number,Order Status,Order Date,Email (Billing),Order Refund Amount,Order Total Amount,Order Total Tax Amount,Item Name,Quantity,Item Cost"
    lines = []
    for n in range(6):
        total, day = 30 + 10 * n, f"2025-03-0{n + 1} 10:00"
        refund = 5 if n == 0 else 0
        for item, quantity, cost in (("Tea", 1, 10), ("Cup", 2, (total - 15) / 2)):
            lines.append(f"{n},Completed,{day},a{n}@x.org,{refund},{total + 0.0:.2f},5.00,{item},{quantity},{cost:.2f}")
    # Totals 30 + 40 + … + 80 = 330 with 6 × 5 of tax in them, and 5 went back, 5/30 of them tax.
    text = "\n".join([head, *lines])
    assert values(run, tmp_path, "woo.csv", text, "revenue", "--grain", "year") == {"2025": 330 - 30 - 4.17}
    assert values(run, tmp_path, "woo.csv", text, "transactions", "--grain", "year") == {"2025": 6}


def test_equal_lines_of_an_order_are_added_up(run, tmp_path):
    lines = [
        f"{n},2025-03-0{n + 1},a{n}@x.org,{ticket},1,{20 + n}.00,{20 + n}.00"
        for n in range(6)
        for ticket in ("Stalls", "Balcony")
    ]
    text = "\n".join(["Order ID,Order Date,Email,Item,Quantity,Unit Price,Amount", *lines])
    # Two tickets at the same price in each order: 2 × (20 + 21 + … + 25).
    assert values(run, tmp_path, "tickets.csv", text, "revenue", "--grain", "year") == {"2025": 270}


def test_a_price_that_grows_with_the_quantity_is_what_the_line_came_to(run, tmp_path):
    head = "amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tquantity\tcurrency\titem-price"
    bought = [("A", 1, 10), ("A", 3, 30), ("B", 2, 50), ("B", 1, 25), ("A", 2, 20), ("B", 4, 100)]
    lines = [
        f"1-{n}\t2025-03-0{n + 1}T10:11:05+00:00\tShipped\tThing {sku}\t{sku}\t{quantity}\tUSD\t{price}.00"
        for n, (sku, quantity, price) in enumerate(bought)
    ]
    text = "\n".join([head, *lines])
    assert values(run, tmp_path, "amazon.txt", text, "revenue", "--grain", "year") == {"2025": 235}


def test_the_number_of_the_order_is_no_customer(run, tmp_path):
    head = "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Id"
    lines = [
        f"#{1000 + n},{who}@x.org,paid,USD,20.00,0.00,0.00,20.00,2025-03-0{n + 1} 10:00:00 -0500,1,Tea,20.00,N,{5000000 + n}"
        for n, who in enumerate(["ann", "bob", "ann", "cy", "bob", "dee"])
    ]
    text = "\n".join([head, *lines])
    # Ann and Bob of four customers came back.
    found = values(
        run, tmp_path, "shopify.csv", text, "repeat_purchase_rate", "--grain", "year", "--as-of", "2025-12-31"
    )
    assert found == {"2025": 0.5}


def test_deals_are_won_and_lost_by_their_status_on_the_day_of_any_close(run, tmp_path):
    head = "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Deal closed on"
    lines = []
    for n, status in enumerate(["Won", "Lost", "Won", "Lost", "Lost", "Open", "Open"]):
        day = f"2025-03-{n + 10} 10:00:00"
        won, lost = day * (status == "Won"), day * (status == "Lost")
        stage = ("Proposal", "Negotiation")[n % 2]
        lines.append(f"{n},Deal {n},1000,{stage},{status},2025-02-0{n + 1} 09:00:00,{won},{lost},{won or lost}")
    text = "\n".join([head, *lines])
    found = values(run, tmp_path, "deals.csv", text, "win_rate", "--as-of", "2025-03-31", "--from", "2025-03")
    assert found == {"2025-03": pytest.approx(0.4)}


def test_a_total_that_stands_first_is_not_counted(run, tmp_path):
    head = "Reporting starts,Reporting ends,Campaign name,Reach,Impressions,Amount spent (EUR),Link clicks"
    lines = [f"2025-03-0{n},2025-03-0{n},Brand {n},{80 * n},{100 * n},{2.5 * n},{n}" for n in range(1, 8)]
    text = "\n".join([head, "2025-03-01,2025-03-31,,900,2800,70.00,28", *lines])
    found = values(run, tmp_path, "meta.csv", text, "ad_spend", "--grain", "year")
    assert found == {"2025": 70}


def test_lines_of_invoices_name_the_whole_invoice_and_what_is_paid_of_it(run, tmp_path):
    head = "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,AccountCode,Currency,Status"
    lines = []
    for n in range(20):
        open_one = n % 4 == 0
        net = 100 + 10 * n
        total, tax = 1.2 * net, 0.2 * net
        paid, due = (0, total) if open_one else (total, 0)
        for quantity, price in ((1, 40), (2, (net - 40) / 2)):
            lines.append(
                f"Customer {n},INV-{n},{n + 1:02d}/03/2025,28/04/2025,{total:.2f},{tax:.2f},{paid:.2f},{due:.2f},Work,"
                f"{quantity},{price:.2f},{quantity * price:.2f},200,GBP,{'Awaiting Payment' if open_one else 'Paid'}"
            )
    text = "\n".join([head, *lines])
    # 20 invoices of 100, 110 … 290 before tax.
    assert values(run, tmp_path, "SalesInvoices.csv", text, "revenue", "--grain", "year") == {
        "2025": pytest.approx(3900)
    }


def test_what_went_back_is_in_the_currency_of_the_converted_amounts(run, tmp_path):
    head = "id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Converted Currency,Status,Customer ID"
    paid = [("usd", 20, 0), ("eur", 50, 50), ("usd", 100, 100), ("eur", 50, 0), ("usd", 20, 0), ("eur", 100, 0)]
    lines = []
    for n, (currency, amount, back) in enumerate(paid):
        rate = 1.1 if currency == "eur" else 1
        lines.append(
            f"ch_{n},2025-03-0{n + 1} 10:00,{amount}.00,{back}.00,{currency},{amount * rate:.2f},{back * rate:.2f},usd,"
            f"{'Refunded' if back else 'Paid'},cus_{n}"
        )
    # 20 + 55 − 55 + 100 − 100 + 55 + 20 + 110
    text = "\n".join([head, *lines])
    assert values(run, tmp_path, "payments.csv", text, "revenue", "--grain", "year") == {"2025": 205}


def test_customers_by_german_words_in_a_sheet_of_months(run, tmp_path):
    text = """
Kennzahl;Jan 25;Feb 25;Mrz 25
Neukunden;20;22;25
Gekündigte Kunden;5;6;4
Kunden am Monatsende;400;416;437
Marketingkosten;12000;13000;12500
Vertriebskosten;20000;20000;21000
"""
    assert values(run, tmp_path, "monate.csv", text, "customer_churn_rate")["2025-03"] == pytest.approx(4 / 416)
    assert values(run, tmp_path, "monate.csv", text, "cac")["2025-03"] == (12500 + 21000) / 25


def amazon(currency: str, channel: str) -> str:
    """Three orders of Amazon: 2 for 20.00, 1 for 15.00, 3 for 45.00, each with a tenth of tax."""
    head = "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tsku\tquantity\tcurrency"
    bought = [(2, "20.00", "2.00"), (1, "15.00", "1.50"), (3, "45.00", "4.50")]
    lines = [
        f"1-{n}\t2025-03-0{n}T10:11:05+00:00\tShipped\t{channel}\tThing {n}\tS{n}\t{many}\t{currency}\t{price}\t{tax}"
        for n, (many, price, tax) in enumerate(bought, 1)
    ]
    return "\n".join([f"{head}\titem-price\titem-tax", *lines])


@pytest.mark.parametrize(
    ("currency", "channel", "revenue", "level", "begins"),
    [
        ("USD", "Amazon.com", 80.0, "note", "“item-tax” is not taken off"),
        ("CAD", "Amazon.ca", 80.0, "note", "“item-tax” is not taken off"),
        ("EUR", "Amazon.de", 72.0, "note", "“item-tax” is taken off"),
        ("GBP", "Amazon.co.uk", 72.0, "note", "“item-tax” is taken off"),
        ("", "", 72.0, "warning", "“item-tax” is taken off"),
    ],
)
def test_an_item_price_is_of_the_quantity_and_with_tax_but_in_north_america(
    run, tmp_path, currency, channel, revenue, level, begins
):
    (tmp_path / "amazon.txt").write_text(amazon(currency, channel), encoding="utf-8")
    report = run.json("compute", tmp_path / "amazon.txt", "--kpi", "revenue", "--grain", "year")
    assert report["kpis"]["revenue"]["values"][-1]["value"] == pytest.approx(revenue)
    (said,) = (found for found in report["findings"] if found["code"] == "ingest.item_tax")
    assert said["level"] == level
    assert said["message"].startswith(begins)


@pytest.mark.parametrize("sign", [1, -1], ids=["above", "below nought"])
def test_a_promotion_of_amazon_comes_off_the_price_of_its_item(run, tmp_path, sign):
    """20 + 15 + 45 less 5 and 15: the second one was given away; in North America no tax comes off."""
    head, *lines = amazon("USD", "Amazon.com").splitlines()
    off = (f"{sign * 5:.2f}", f"{sign * 15:.2f}", "")
    told = [f"{line}\t{each}" for line, each in zip(lines, off, strict=True)]
    text = "\n".join([f"{head}\titem-promotion-discount", *told])
    assert values(run, tmp_path, "amazon.txt", text, "revenue", "--grain", "year") == {"2025": 60}


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_the_yen_sign_of_shift_jis_reads_as_a_backslash_and_is_yen(run, tmp_path, encoding):
    lines = [f'{n},2024/01/0{n},{who},"{yen}"' for n, who, yen in ((1, "田中", r"\1,200"), (2, "鈴木", r"\12,500"))]
    path = tmp_path / "注文.csv"
    path.write_bytes("\n".join(["注文番号,注文日,顧客,金額", *lines]).encode(encoding))
    report = run.json("compute", path, "--kpi", "revenue", "--grain", "year")
    assert (report["currency"], report["kpis"]["revenue"]["values"][-1]["value"]) == ("JPY", 13700)
