"""What the reference of the command line promises, asked from outside."""

import json
import os
import subprocess
import sys

import pytest
from companies import SUBSCRIPTIONS, company

SIZES = """Customer ID,Plan,Company Size,Start Date,Cancel Date,MRR
A,Gold,1-10,2024-01-05,,100
B,Gold,11-50,2024-01-09,2024-03-10,100
C,Silver,1-10,2024-01-20,,50
D,Silver,11-50,2024-02-04,,50
E,Gold,1-10,2024-03-06,,200
"""
ACROSS = "KPI,2024-01,2024-02,2024-03\nMRR,1000,1100,1300\nCAC,600,610,620\nARPA,100,100,110\nChurn rate,5%,4%,5%\n"
MONTHLY = "Month,MRR,CAC,ARPA,Customer churn rate\n2024-01,1000,600,100,5%\n2024-02,1100,610,100,4%\n"
SNAPSHOT = "customerID,tenure,Contract,MonthlyCharges,Churn\n" + "".join(
    f"{n:04}-X,{n + 1},{('Monthly', 'Yearly')[n % 2]},{20 + n % 3},{('No', 'No', 'Yes')[n % 3]}\n" for n in range(30)
)
ORDERS = "Order ID,Order Date,Customer ID,Category,Amount\n" + "".join(
    f"O{n},2024-{n % 6 + 1:02}-10,C{n % 9},{'AB'[n % 2]},{10 + n % 7}\n" for n in range(60)
)
SURVEYS = "Response ID,Response Date,NPS Score\n" + "".join(
    f"R{n},2024-{n % 6 + 1:02}-10,{n % 11}\n" for n in range(66)
)
TICKETS = "Ticket ID,Created,First Response,Status\n" + "".join(
    f"T{n},2024-{n % 6 + 1:02}-10 09:00,2024-{n % 6 + 1:02}-10 11:00,closed\n" for n in range(30)
)


@pytest.fixture(scope="module")
def sized(tmp_path_factory):
    return company(tmp_path_factory.mktemp("sized"), subscriptions=SIZES) / "subscriptions.csv"


@pytest.mark.parametrize("name", ["company_size", "Company Size", "COMPANY SIZE", "company size", "Company_Size"])
def test_a_column_without_a_role_splits_by_its_name_or_its_header(run, sized, name):
    report = run.json("compute", sized, "--kpi", "mrr", "--by", name, "--as-of", "2024-03-31")
    assert run.status == 0, run.err
    assert report["by"] == "company_size"
    last = {row["segment"]: row["value"] for row in report["kpis"]["mrr"]["values"] if row["period"] == "2024-03"}
    assert last == {"1-10": 350, "11-50": 50, None: 400}


def test_a_column_with_a_role_splits_by_its_header_too(run, tmp_path):
    text = SIZES.replace("Plan", "Tarif").replace("Company Size", "Kundengruppe")
    folder = company(tmp_path / "x", subscriptions=text)
    for name in ("plan", "tarif"):
        assert run.json("compute", folder, "--kpi", "mrr", "--by", name)["by"] == "plan"
    assert run("compute", folder, "--kpi", "mrr", "--where", "Kundengruppe=1-10", "--where", "Tarif=Gold") == 0


def test_an_unknown_attribute_or_value_gives_the_nearest(run, sized):
    assert run("compute", sized, "--by", "company_sise") == 2
    assert "company_size" in run.err
    assert run("compute", sized, "--where", "Company Size=1-11") == 2
    assert "1-10" in run.err


@pytest.mark.parametrize(
    ("text", "table", "kpi"),
    [
        (SIZES, "customers", "mrr"),
        (MONTHLY, "monthly_metrics", "ltv_cac"),
        (ACROSS, "monthly_metrics", "ltv_cac"),
        (SNAPSHOT, "customers", "churned_share"),
        (ORDERS, "orders", "aov"),
        (SURVEYS, "surveys", "nps"),
        (TICKETS, "tickets", "avg_first_response_hours"),
    ],
)
def test_small_files_of_each_kind_are_read_and_computed(run, tmp_path, text, table, kpi):
    path = company(tmp_path / "a folder 数据", export=text) / "export.csv"
    (found,) = run.json("inspect", path)["files"][0]["tables"]
    assert found["table"] == table
    assert ("row_roles" in found) is (text is ACROSS)
    report = run.json("compute", path, "--kpi", kpi)
    assert run.status == 0
    assert any(row["value"] is not None for row in report["kpis"][kpi]["values"])
    everything = run.json("compute", path)["kpis"]
    gaps = [row for k in everything.values() for row in k["values"] if row["value"] is None]
    assert all(row["reason"] for row in gaps)
    assert not any(name.startswith("period_") for name in everything)


def test_data_without_dates_are_one_snapshot(run, tmp_path):
    report = run.json("compute", company(tmp_path / "x", telco=SNAPSHOT), "--kpi", "churned_share,new_mrr")
    assert run.status == 1
    assert report["grain"] == "snapshot"
    assert [row["period"] for row in report["kpis"]["churned_share"]["values"]] == ["snapshot"]
    assert report["kpis"]["new_mrr"]["status"] == "not_computable"


@pytest.mark.parametrize("command", ["inspect", "compute", "save", "export", "raw"])
def test_a_folder_without_spreadsheets_is_one_clear_line(run, tmp_path, command):
    (tmp_path / "empty").mkdir()
    words = {"save": ["--to", tmp_path / "x.kpidesk"], "export": ["--to", tmp_path / "x.csv"]}
    words["raw"] = ["--raw", "--to", tmp_path / "out"]
    assert run("export" if command == "raw" else command, tmp_path / "empty", *words.get(command, ())) == 2
    assert run.out == ""
    assert "no spreadsheets in" in run.err
    assert run.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


@pytest.mark.parametrize("body", [b"", b"\n\n \n", bytes(range(256)) * 40])
def test_a_csv_of_nothing_is_one_clear_line(run, tmp_path, body):
    (tmp_path / "bad.csv").write_bytes(body)
    assert run("compute", tmp_path / "bad.csv") == 2
    assert "bad.csv" in run.err
    assert run.err.count("\n") == 1
    report = run.json("inspect", tmp_path / "bad.csv")
    assert run.status == 2
    assert report["files"][0]["findings"][0]["level"] == "blocker"


def test_trouble_with_several_files_is_still_one_line(run, tmp_path):
    folder = company(tmp_path / "x", notes="colour,shape\nred,round\nblue,square\n", empty="")
    assert run("compute", folder) == 2
    assert run.err.count("\n") == 1


def test_a_workspace_tells_what_was_read_into_it(run, sized, tmp_path):
    run("save", sized, "--to", tmp_path / "co.kpidesk")
    of_file = run.json("inspect", sized)["files"][0]["tables"][0]
    report = run.json("inspect", tmp_path / "co.kpidesk")
    assert run.status == 0
    (table,) = report["files"][0]["tables"]
    assert report["files"][0]["path"] == str(sized)
    for name in ("sheet", "range", "header_row", "table", "confidence", "orientation", "rows", "columns"):
        assert table[name] == of_file[name], name
    assert run("inspect", tmp_path / "co.kpidesk") == 0
    assert "subscriptions" in run.out
    assert run("export", tmp_path / "co.kpidesk", "--raw", "--to", tmp_path / "out") == 2
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("harm", ["cut", "flip", "text"])
def test_a_damaged_workspace_is_one_clear_line_and_stays(run, sized, tmp_path, harm):
    path = tmp_path / "co.kpidesk"
    run("save", sized, "--to", path)
    body = path.read_bytes()
    flipped = body[:300] + bytes([body[300] ^ 255]) + body[301:]
    damaged = {"cut": body[: len(body) // 2], "flip": flipped, "text": b"hello"}[harm]
    path.write_bytes(damaged)
    assert run("compute", path) == 2
    assert "co.kpidesk" in run.err
    assert run.err.count("\n") == 1
    assert path.read_bytes() == damaged


def test_a_range_without_a_period_has_no_values(run, sized):
    report = run.json("compute", sized, "--kpi", "mrr", "--from", "2030-01")
    assert (run.status, report["kpis"]["mrr"]["values"]) == (0, [])
    assert run("compute", sized, "--from", "2030-01") == 0
    assert "no period" in run.out


def test_every_explanation_closes(run, sized):
    for kpi in ("mrr", "arpa", "active_customers", "nrr", "customer_churn_rate", "arr"):
        words = ("--kpi", kpi, "--from", "2024-02", "--to", "2024-03", "--by", "Plan", "--as-of", "2024-03-31")
        report = run.json("explain", sized, *words)
        assert run.status == 0
        assert sum(d["contribution"] for d in report["drivers"]) == pytest.approx(report["change"], abs=1e-9)
        assert sum(s["contribution"] for s in report["segments"]) == pytest.approx(report["change"], abs=1e-9)


def test_several_changes_of_one_driver_are_stacked(run, sized):
    report = run.json("whatif", sized, "--set", "arpa=x2", "--set", "arpa=+10", "--at", "2024-03", "--horizon", "3")
    before, after = report["changes"]["arpa"]
    assert after == pytest.approx(2 * before + 10)
    assert len(report["path"]) == 3
    assert not any(name.startswith("period_") for name in (*report["baseline"], *report["path"][0]["scenario"]))


def test_a_quarter_and_a_snapshot_can_be_supposed(run, sized, tmp_path):
    assert run.json("whatif", sized, "--set", "arpa=+10%", "--at", "2024-Q1")["at"] == "2024-Q1"
    telco = company(tmp_path / "x", telco=SNAPSHOT)
    report = run.json("whatif", telco, "--set", "customer_churn_rate=x0.5")
    assert (report["at"], report["path"]) == ("snapshot", [])
    assert report["scenario"]["ltv"] == pytest.approx(2 * report["baseline"]["ltv"])


@pytest.mark.parametrize("change", ["arpa=", "arpa=x", "arpa=x-1", "arpa=nan", "arpa=1e999", "=5", "arpa", "ar pa=5"])
def test_an_unreadable_change_is_one_clear_line(run, sized, change):
    assert run("whatif", sized, "--set", change) == 2
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pptx"])
def test_an_export_that_cannot_be_put_down_leaves_nothing(run, sized, tmp_path, suffix):
    taken = tmp_path / f"taken.{suffix}"
    taken.mkdir()
    assert run("export", sized, "--to", taken, "--kpi", "mrr") == 2
    assert run.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [taken.name]


def test_raw_export_has_a_file_for_each_file(run, tmp_path):
    folder = company(tmp_path / "x y", subscriptions=SUBSCRIPTIONS, 订单=ORDERS, empty="")
    (folder / "damaged.xlsx").write_bytes(b"PK\x03\x04 nothing more")
    assert run("export", folder, "--raw", "--to", tmp_path / "out") == 1
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert texts.keys() == {
        f"{name}_converted.csv" for name in ("subscriptions.csv", "订单.csv", "empty.csv", "damaged.xlsx")
    }
    assert texts["empty.csv_converted.csv"] == ""
    assert texts["damaged.xlsx_converted.csv"] == "Application Error\n"
    assert ["empty.csv" in run.err, "damaged.xlsx" in run.err] == [True, True]


@pytest.mark.parametrize("command", ["compute", "inspect"])
def test_a_plain_locale_and_strange_names_do_no_harm(tmp_path, command):
    folder = company(tmp_path / "a b ü", subscriptions=SIZES.replace("Gold", "黄金"))
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    words = [command, folder / "subscriptions.csv", "--json", *(["--by", "Plan"] if command == "compute" else [])]
    done = subprocess.run(
        [sys.executable, "-m", "kpidesk.cli.main", *words],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    json.loads(done.stdout)
    assert "黄金" in done.stdout.decode("utf-8") or command == "inspect"


@pytest.mark.parametrize("words", [["inspect", "--quick"], ["export", "--raw", "--to", "out"]])
def test_looking_into_files_needs_no_engine(sized, tmp_path, words):
    command, *rest = [str(tmp_path / word) if word == "out" else word for word in words]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kpidesk.cli.main", command, sized, *rest],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    for heavy in (b"ibis", b"kpidesk.metrics.engine", b"kpidesk.facts", b"pandas.core"):
        assert heavy not in done.stderr
