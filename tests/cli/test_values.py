"""Values that must not be read wrongly, from the file to the figure: through inspect and compute."""

from companies import company


def inspected(report: dict, header: str) -> dict:
    (table,) = report["files"][0]["tables"]
    return next(column for column in table["columns"] if column["header"] == header)


def codes(report: dict) -> set[str]:
    (file,) = report["files"]
    return {finding["code"] for part in (file, *file["tables"]) for finding in part["findings"]}


def revenue(run, folder) -> dict:
    report = run.json("compute", folder, "--kpi", "revenue")
    return {row["period"]: row["value"] for row in report["kpis"]["revenue"]["values"] if row["segment"] is None}


def orders(tmp_path, *rows, sep=","):
    head = sep.join(("order_id", "customer_id", "order_date", "amount"))
    return company(tmp_path / "shop", orders="\n".join((head, *rows)))


def test_the_order_of_day_and_month_is_the_columns(run, tmp_path):
    shop = orders(tmp_path, "1,a,08/03/18,10", "2,b,28/03/18,20", "3,c,09/03/18,30")
    assert inspected(run.json("inspect", shop), "order_date")["role"] == "order_date"
    assert revenue(run, shop)["2018-03"] == 60


def test_decimal_commas_and_spaces(run, tmp_path):
    shop = orders(tmp_path, "1;a;2024-01-05;10 237,65", "2;b;2024-01-06;32,56", "3;c;2024-01-07;5,00", sep=";")
    assert round(revenue(run, shop)["2024-01"], 2) == 10275.21


def test_points_between_thousands_and_euro_signs(run, tmp_path):
    shop = orders(tmp_path, "1;a;2024-01-05;1.234,50 €", "2;b;2024-01-06;65,50 €", "3;c;2024-01-07;100,00 €", sep=";")
    assert revenue(run, shop)["2024-01"] == 1400


def test_parentheses_are_taken_off(run, tmp_path):
    shop = orders(tmp_path, '1,a,2024-01-05,"2,000"', '2,b,2024-01-06,"(1,200)"', "3,c,2024-01-07,300")
    assert revenue(run, shop)["2024-01"] == 1100


def test_long_ids_and_leading_zeros_stay_whole(run, tmp_path):
    shop = orders(tmp_path, "0010,4111111111111111,2024-01-05,1", "00042,4111111111111112,2024-01-06,2")
    report = run.json("inspect", shop)
    assert inspected(report, "order_id")["type"] == "id"
    assert inspected(report, "customer_id")["type"] == "id"


def test_a_cell_that_is_no_number_is_reported_and_not_dropped(run, tmp_path):
    rows = [f"{n},c{n},2024-01-{n:02d},{100 + n}" for n in range(1, 20)]
    shop = orders(tmp_path, *rows, "20,c20,2024-01-20,6806*")
    assert "ingest.unreadable" in codes(run.json("inspect", shop))


def test_a_total_row_is_not_summed_in(run, tmp_path):
    shop = orders(tmp_path, "1,a,2024-01-05,10", "2,b,2024-01-06,20", "3,c,2024-01-07,30", "Total,,,60")
    assert revenue(run, shop)["2024-01"] == 60


def test_an_unknown_value_of_a_filter_is_an_error(run, acme):
    assert run("compute", acme, "--kpi", "mrr", "--where", "plan=Platinum", "--json") == 2


def test_lengths_of_time_are_hours(run, tmp_path):
    text = (
        "Ticket ID,Created,Status,First response time,Resolution time\n"
        "1,2024-01-05,Closed,1h 30m,1d\n2,2024-01-06,Closed,30m,12h\n3,2024-01-07,Closed,1h,1d 12h\n"
    )
    shop = company(tmp_path / "desk", tickets=text)
    report = run.json("inspect", shop)
    assert inspected(report, "First response time")["role"] == "first_response_hours"
    assert inspected(report, "Resolution time")["role"] == "resolution_hours"


def test_days_without_a_year_take_that_of_the_title(run, tmp_path):
    text = "2023年第一季度销售流水,,,\n,,,\n日期,单号,客户,金额\n1月3日,X1,甲,10\n2月15日,X2,乙,20\n2月16日,X3,丙,5\n"
    shop = company(tmp_path / "shop", 流水=text)
    assert "ingest.month_without_year" in codes(run.json("inspect", shop))
    assert {month: value for month, value in revenue(run, shop).items() if value} == {"2023-01": 10, "2023-02": 25}
