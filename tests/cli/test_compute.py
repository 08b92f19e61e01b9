import csv
import io
import json

import pytest
from companies import SUBSCRIPTIONS, company


def values(report: dict, kpi: str, segment: str | None = None) -> dict:
    return {row["period"]: row["value"] for row in report["kpis"][kpi]["values"] if row["segment"] == segment}


def test_mrr_customers_and_churn_of_a_ledger(run, acme):
    names = "mrr,new_mrr,churned_mrr,active_customers,customer_churn_rate,cac"
    report = run.json("compute", acme, "--kpi", names, "--as-of", "2024-03-31")
    assert run.status == 0
    assert (report["profile"], report["grain"], report["as_of"]) == ("kpidesk", "month", "2024-03-31")
    assert values(report, "mrr") == {"2024-01": 250, "2024-02": 300, "2024-03": 400}
    assert values(report, "new_mrr") == {"2024-01": 250, "2024-02": 50, "2024-03": 200}
    assert values(report, "churned_mrr") == {"2024-01": 0, "2024-02": 0, "2024-03": -100}
    assert values(report, "active_customers") == {"2024-01": 3, "2024-02": 4, "2024-03": 4}
    assert values(report, "customer_churn_rate") == {"2024-01": None, "2024-02": 0, "2024-03": 0.25}
    assert values(report, "cac") == {"2024-01": 100, "2024-02": 100, "2024-03": 200}


def test_a_row_has_its_shape_and_a_missing_value_its_reason(run, acme):
    report = run.json("compute", acme, "--kpi", "customer_churn_rate")
    first, *_, last = report["kpis"]["customer_churn_rate"]["values"]
    assert set(last) == {"period", "segment", "value", "n", "low", "high", "few", "incomplete"}
    assert last["n"] == 4
    assert last["low"] < 0.25 < last["high"]
    assert first["value"] is None
    assert first["reason"]
    assert report["kpis"]["customer_churn_rate"]["unit"] == "share"


def test_a_split_adds_up_and_its_total_of_ratios_is_not_a_sum(run, acme):
    report = run.json("compute", acme, "--kpi", "mrr,arpa", "--by", "plan", "--as-of", "2024-03-31")
    assert values(report, "mrr", "Gold")["2024-03"] == 300
    assert values(report, "mrr", "Silver")["2024-03"] == 100
    assert values(report, "mrr")["2024-03"] == 400
    assert values(report, "arpa")["2024-03"] == 100


def test_filters_are_applied_and_read_without_regard_to_case(run, acme):
    report = run.json("compute", acme, "--kpi", "mrr", "--where", "Plan=gold", "--as-of", "2024-03-31")
    assert values(report, "mrr")["2024-03"] == 300


def test_values_of_one_attribute_are_alternatives(run, acme):
    words = ("--where", "plan=Gold", "--where", "plan=Silver", "--where", "region=North")
    report = run.json("compute", acme, "--kpi", "mrr", *words, "--as-of", "2024-03-31")
    assert values(report, "mrr")["2024-03"] == 300


def test_a_range_is_read_in_the_asked_grain(run, acme):
    report = run.json("compute", acme, "--kpi", "mrr", "--from", "2024-02", "--to", "2024")
    assert list(values(report, "mrr")) == ["2024-02", "2024-03"]
    quarters = run.json("compute", acme, "--kpi", "mrr", "--grain", "quarter", "--as-of", "2024-03-31")
    assert values(quarters, "mrr") == {"2024-Q1": 400}
    days = run.json("compute", acme, "--kpi", "mrr", "--grain", "day", "--from", "2024-03-09", "--to", "2024-03-10")
    assert values(days, "mrr") == {"2024-03-09": 500, "2024-03-10": 400}


def test_what_cannot_be_computed_says_why_and_what_is_missing(run, acme):
    report = run.json("compute", acme, "--kpi", "mrr,nps")
    assert run.status == 1
    nps = report["kpis"]["nps"]
    assert (nps["status"], nps["values"]) == ("not_computable", [])
    assert nps["reason"]
    assert any(name.startswith("surveys.") for name in nps["missing"])
    assert report["kpis"]["mrr"]["status"] == "ok"


def test_without_a_name_every_kpi_is_there_and_nothing_is_refused(run, acme):
    report = run.json("compute", acme)
    assert run.status == 0
    assert len(report["kpis"]) > 100
    assert {kpi["status"] for kpi in report["kpis"].values()} == {"ok", "not_computable"}


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--kpi", "mmr"], "mrr"),
        (["--by", "plann"], "plan"),
        (["--where", "plan=Glod"], "Gold"),
        (["--where", "colour=Red"], "plan"),
        (["--grain", "fortnight"], "week"),
        (["--from", "soon"], "2024-01"),
        (["--from", "2024-03", "--to", "2024-01"], "later"),
        (["--as-of", "31.12."], "2024-12-31"),
        (["--where", "plan"], "ATTRIBUTE=VALUE"),
        (["--kpi", ","], "no KPI"),
        (["--profile", "mine"], "kpidesk"),
        (["--colour"], "--colour"),
    ],
)
def test_a_wrong_word_is_one_clear_line(run, acme, words, hint):
    assert run("compute", acme, *words) == 2
    assert run.out == ""
    assert hint in run.err
    assert run.err.count("\n") == 1
    assert "Traceback" not in run.err


def test_csv_is_plain_and_tame(run, acme):
    assert run("compute", acme, "--kpi", "mrr", "--by", "region", "--csv", "--as-of", "2024-03-31") == 0
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert {row["segment"] for row in rows} == {"North", "'=South", ""}
    total = next(row for row in rows if row["segment"] == "" and row["period"] == "2024-03")
    assert (total["kpi"], float(total["value"]), total["incomplete"]) == ("mrr", 400.0, "0")


def test_json_and_csv_exclude_one_another(run, acme):
    assert run("compute", acme, "--json", "--csv") == 2


def test_the_table_for_people_stands_straight(run, tmp_path):
    text = SUBSCRIPTIONS.replace("Gold", "黄金").replace("Silver", "é")
    assert run("compute", company(tmp_path / "x", subs=text), "--kpi", "mrr,nps", "--by", "plan") == 1
    lines = run.out.splitlines()
    assert any(line.startswith("mrr  黄金") for line in lines)
    assert any(line.startswith("nps: ") for line in lines)


def test_survivors_only_makes_churn_not_computable(run, tmp_path):
    rows = "".join(f"C{m:02}{c},Pro,2024-{m:02}-10,20\n" for m in range(1, 13) for c in "abc")
    folder = company(tmp_path / "x", subscriptions="customer_id,plan,start_date,mrr\n" + rows)
    report = run.json("compute", folder, "--kpi", "customer_churn_rate,ltv,mrr")
    assert run.status == 1
    assert report["kpis"]["customer_churn_rate"]["status"] == "not_computable"
    assert report["kpis"]["ltv"]["status"] == "not_computable"
    assert report["kpis"]["mrr"]["status"] == "ok"


def test_kpis_given_by_a_monthly_sheet_are_taken(run, skok):
    report = run.json("compute", skok, "--kpi", "ltv,ltv_cac,cac_payback_months,customer_churn_rate")
    assert values(report, "ltv")["2024-02"] == pytest.approx(1600)
    assert values(report, "ltv_cac")["2024-02"] == pytest.approx(1600 / 600)
    assert values(report, "cac_payback_months")["2024-02"] == pytest.approx(7.5)
    assert values(report, "customer_churn_rate")["2024-02"] == 0.05


def test_csv_says_warnings_on_standard_error(run, tmp_path):
    subs = "customer_id,start_date,cancel_date,mrr\na,2024-01-01,,100\nb,2024-01-05,2024-02-01,-5\nc,2024-01-09,,10\n"
    assert run("compute", company(tmp_path / "x", subs=subs), "--kpi", "mrr", "--csv") == 0
    assert all(line.count(",") == 7 for line in run.out.splitlines())
    assert any(line.startswith("warning: ") and "negative" in line for line in run.err.splitlines())


def test_of_a_cancellation_and_an_end_the_end_counts(run, tmp_path):
    header = "id,Customer ID,Start Date (UTC),MRR,Canceled At (UTC),Ended At (UTC)\n"
    rows = ["s1,a,2024-01-03,100,,", "s2,b,2024-01-10,20,2024-02-20,2024-03-10", "s3,c,2024-01-20,30,,"]
    more = [f"s{n},d{n},2024-04-{n:02},1,," for n in range(4, 9)]
    (tmp_path / "subs.csv").write_text(header + "\n".join((*rows, *more)), encoding="utf-8")
    assert run("compute", tmp_path / "subs.csv", "--kpi", "mrr", "--json") == 0
    values = json.loads(run.out)["kpis"]["mrr"]["values"]
    assert [row["value"] for row in values][:3] == [150, 150, 130]


def test_figures_by_name_alone_are_a_state_without_a_date(run, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("Metric,Value\nMRR,120000\nActive customers,400\nCAC,900\nGross margin,80%\n", encoding="utf-8")
    report = run.json("compute", path, "--kpi", "mrr,active_customers,cac,gross_margin,arr")
    assert {kpi: values(report, kpi) for kpi in ("mrr", "active_customers", "cac", "gross_margin", "arr")} == {
        "mrr": {"snapshot": 120000},
        "active_customers": {"snapshot": 400},
        "cac": {"snapshot": 900},
        "gross_margin": {"snapshot": 0.8},
        "arr": {"snapshot": 1440000},
    }


def test_a_price_is_billed_for_each_seat_and_the_assumption_is_said(run, tmp_path):
    sold = (
        "customer_id,plan,quantity,interval,price,start_date\n"
        "k1,Team,3,month,20.00,2024-01-01\nk2,Solo,1,month,8.00,2024-01-02\nk3,Pro,5,year,240.00,2024-01-03\n"
    )
    report = run.json("compute", company(tmp_path, subscriptions=sold), "--kpi", "mrr", "--as-of", "2024-01-31")
    assert values(report, "mrr") == {"2024-01": 3 * 20 + 8 + 5 * 240 / 12}
    said = [found["message"] for found in report["findings"] if found["code"] == "ingest.per_unit_or_total"]
    assert said == [
        "“price” is taken for the price of one unit and multiplied by “quantity”. If it is the amount of the whole"
        " quantity, give it the role amount per interval."
    ]


@pytest.mark.parametrize("price", ["MRR per seat", "Price per user per month", "Unit MRR", "Monthly price per user"])
@pytest.mark.parametrize("seats", ["Seats", "Users"])
def test_a_monthly_price_of_a_seat_is_paid_for_each_of_them(run, tmp_path, price, seats):
    sold = (
        f"Customer ID,Plan,Start Date,{seats},{price}\n"
        "k1,Pro,2024-01-01,10,30\nk2,Pro,2024-01-02,8,30\nk3,Biz,2024-01-03,20,60\nk4,Ent,2024-01-04,1,90\n"
    )
    report = run.json("compute", company(tmp_path, subscriptions=sold), "--kpi", "mrr", "--as-of", "2024-01-31")
    assert values(report, "mrr") == {"2024-01": 10 * 30 + 8 * 30 + 20 * 60 + 90}


def test_active_users_of_accounts_by_the_month_are_monthly_active_users(run, tmp_path):
    used = "month,customer_id,active_users,logins\n" + "".join(
        f"2024-0{m},A{n},{10 * m + n},{50 + n}\n" for m in (1, 2, 3) for n in range(6)
    )
    report = run.json("compute", company(tmp_path, product_usage=used), "--kpi", "mau")
    assert values(report, "mau") == {"2024-01": 75, "2024-02": 135, "2024-03": 195}


@pytest.mark.parametrize("header", ["C", "Day", "src", "Gross", "set_", "attribute_set", "t", "row_no"])
def test_a_column_may_be_called_as_facts_call_their_own(run, tmp_path, header):
    (tmp_path / "customers.csv").write_text("Customer,Signed up,Segment\nA,2023-12-01,SMB\nB,2023-12-02,Big\n")
    (tmp_path / "tickets.csv").write_text(
        f"Ticket,Created on,Customer,{header}\n"
        "1,2024-01-02,A,red\n2,2024-01-05,B,blue\n3,2024-02-05,A,blue\n4,2024-02-06,B,red\n5,2024-02-07,B,red\n"
    )
    assert run("compute", tmp_path, "--kpi", "ticket_volume", "--by", "segment", "--json") == 0, run.err
    found = json.loads(run.out)["kpis"]["ticket_volume"]["values"]
    told = {(each["period"], each["segment"]): each["value"] for each in found}
    assert (told["2024-02", "Big"], told["2024-02", "SMB"], told["2024-02", None]) == (2, 1, 3)


def test_data_without_money_name_no_currency(run, tmp_path):
    (tmp_path / "leads.csv").write_text("lead_id,created_date\n1,2024-01-05\n2,2024-02-20\n")
    assert run("compute", tmp_path / "leads.csv", "--kpi", "leads_created", "--as-of", "2024-02-29") == 0
    assert "as of 2024-02-29, profile kpidesk" in run.out.splitlines()
