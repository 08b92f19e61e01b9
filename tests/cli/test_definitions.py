"""Profiles, their comparison, several sources of one KPI and KPIs of one's own, as scripts meet them."""

import random

import pytest
from companies import company

OWN = """[kpi.growth]
label.en = "Growth"
formula = "mrr / previous(mrr) - 1"
unit = "share"
target = 9

[kpi.growth_twice]
formula = "growth * 2"
"""


def ledger() -> str:
    """Some eighty subscriptions with all that profiles differ on: discounts, past due, pauses, other intervals."""
    chance = random.Random(4)
    lines = ["Customer ID,Plan,Start Date,Cancel Date,Amount,Billing Period,Discount,Discount Duration,Status"]
    for number in range(80):
        month = chance.randint(1, 8)
        start = f"2024-{month:02}-{chance.randint(1, 27):02}"
        left = chance.random() < 0.5
        end = f"2024-{min(12, month + chance.randint(0, 4)):02}-28" if left else ""
        discount, duration = chance.choice([("", ""), ("2", "once"), ("2", "3 months"), ("2", "forever")])
        period = chance.choice(["monthly", "monthly", "yearly", "weekly"])
        status = "cancelled" if left and chance.random() < 0.8 else "past due" if left else "active"
        amount = {"monthly": 20, "yearly": 200, "weekly": 6}[period]
        lines.append(f"C{number % 70},Pro,{start},{end},{amount},{period},{discount},{duration},{status}")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def varied(tmp_path_factory):
    return company(tmp_path_factory.mktemp("varied"), subscriptions=ledger())


@pytest.mark.parametrize("profile", ["kpidesk", "chartmogul", "stripe", "profitwell", "investor", "baremetrics"])
def test_the_profile_is_in_the_answer(run, varied, profile):
    report = run.json("compute", varied, "--kpi", "mrr", "--profile", profile, "--as-of", "2024-12-31")
    assert report["profile"] == profile
    assert report["kpis"]["mrr"]["status"] == "ok"


def test_an_unknown_profile_is_refused_in_one_line(run, varied):
    assert run("compute", varied, "--profile", "strpe") == 2
    assert "stripe" in run.err
    assert len(run.err.strip().splitlines()) == 1


@pytest.mark.parametrize("names", ["kpidesk,stripe", "stripe,profitwell", "kpidesk,chartmogul"])
def test_differences_of_every_kpi_sum_over_the_switches(run, varied, names):
    report = run.json("compare", varied, "--profiles", names, "--as-of", "2024-12-31", "--at", "2024-09")
    assert report["profiles"] == names.split(",")
    assert report["at"] == "2024-09"
    assert "mrr" in report["kpis"] or names == "kpidesk,chartmogul"
    for kpi, each in report["kpis"].items():
        if each["change"] is None or not each["switches"]:
            continue
        total = sum(part["contribution"] for part in each["switches"])
        assert total == pytest.approx(each["change"], abs=1e-9 * max(1.0, abs(each["change"]))), kpi


def test_two_equal_profiles_do_not_differ(run, varied):
    assert run.json("compare", varied, "--profiles", "kpidesk,investor", "--as-of", "2024-12-31")["kpis"] == {}


def test_a_period_without_data_is_refused(run, varied):
    assert run("compare", varied, "--profiles", "kpidesk,stripe", "--at", "2019-01") == 2
    assert "2019-01" in run.err


def test_compare_wants_two_names(run, varied):
    assert run("compare", varied, "--profiles", "kpidesk") == 2


def test_kpis_of_ones_own(run, varied, tmp_path):
    file = tmp_path / "my.toml"
    file.write_text(OWN, encoding="utf-8")
    report = run.json("compute", varied, "--kpi", "growth,growth_twice", "--with", file, "--as-of", "2024-12-31")
    growth, twice = (
        {v["period"]: v["value"] for v in report["kpis"][name]["values"]} for name in ("growth", "growth_twice")
    )
    assert report["kpis"]["growth"]["unit"] == "share"
    assert twice["2024-06"] == pytest.approx(2 * growth["2024-06"])
    assert "target.missed" in {finding["code"] for finding in report["findings"]}
    listed = {kpi["id"]: kpi for kpi in run.json("catalogue", "--with", file)["kpis"]}
    assert listed["growth"]["stage"] == "custom"


def test_they_go_into_a_workspace_and_out_of_it_as_a_file(run, varied, tmp_path):
    file, again, workspace = tmp_path / "my.toml", tmp_path / "again.toml", tmp_path / "company.kpidesk"
    file.write_text(OWN, encoding="utf-8")
    assert run("export", varied, "--to", again, "--with", file) == 0
    assert run.json("catalogue", "--with", again) == run.json("catalogue", "--with", file)
    assert run("save", varied, "--to", workspace, "--with", file) == 0
    again.unlink()
    assert run("export", workspace, "--to", again) == 0
    assert run.json("catalogue", "--with", again) == run.json("catalogue", "--with", file)
    assert run.json("compute", workspace, "--kpi", "growth")["kpis"]["growth"]["status"] == "ok"
    assert run("export", varied, "--to", again) == 2


def test_a_formula_that_is_wrong_is_one_line_with_its_place(run, varied, tmp_path):
    file = tmp_path / "my.toml"
    file.write_text('[kpi.mine]\nformula = "mrr / actve_customers"\n', encoding="utf-8")
    assert run("compute", varied, "--with", file) == 2
    assert all(word in run.err for word in ("my.toml", "mine", "place 7", "active_customers"))
    assert run("catalogue", "--with", tmp_path / "none.toml") == 2


def test_a_source_alone_has_nothing_to_reconcile(run, varied):
    assert run("reconcile", varied, "--as-of", "2024-12-31") == 1
    assert "only subscriptions" in run.out


def test_two_sources_are_put_side_by_side(run, tmp_path):
    subscriptions = "Customer ID,Plan,Start Date,Cancel Date,MRR\nA,Pro,2024-01-01,,100\nB,Pro,2024-01-01,,50\n"
    sheet = "Month,MRR\n2024-01,150\n2024-02,180\n"
    folder = company(tmp_path, subscriptions=subscriptions, kpis=sheet)
    (report,) = run.json("reconcile", folder, "--as-of", "2024-02-29")["reconciled"]
    assert report["chosen"] == "subscriptions"
    (pair,) = report["pairs"]
    assert [(each["period"], each["difference"]) for each in pair["periods"]] == [("2024-01", 0), ("2024-02", 30)]
    assert pair["findings"][0]["code"] == "metrics.sources_disagree"
