"""What-if of parts of the business, over time, drawn from ranges, and over two drivers, on the command line."""

import json
import math
from pathlib import Path

import pytest
from companies import company

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "tideline"
COUNTED = ("mrr", "active_customers", "churned_customers", "new_customers", "new_mrr", "churned_mrr")
COMPANIES = [
    ("tailnet", "customer_churn_rate", ("a-subs-dbt-customers", "a-subs-dbt-subscriptions")),
    ("analytics", "arpa", ("a-csa-analytics",)),
    ("telco", "customer_churn_rate", ("a-telco-csv",)),
]


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory):
    """Gold loses one of three in March, Silver keeps its two; all of January and February is known."""
    rows = ["customer_id,plan,start_date,cancel_date,mrr"]
    rows += [f"G{i},Gold,2024-01-05,{'2024-03-10' if i == 0 else ''},100" for i in range(3)]
    rows += [f"S{i},Silver,2024-01-05,,50" for i in range(2)]
    return company(tmp_path_factory.mktemp("plans"), subscriptions="\n".join(rows) + "\n")


def add_up(report: dict, side: str) -> None:
    """What parts are counted with is what the whole is counted with, where customers are in one part each."""
    together = {name: sum(each["baseline"].get(name) or 0.0 for each in report["segments"]) for name in COUNTED}
    alike = [
        name for name in COUNTED if together[name] == pytest.approx(report["baseline"].get(name) or math.nan, rel=1e-9)
    ]
    assert alike
    for name in alike:
        parts = sum(each[side].get(name) or 0.0 for each in report["segments"])
        assert parts == pytest.approx(report[side][name], rel=1e-9, abs=1e-9), name


def test_churn_of_one_plan_alone(run, two_plans):
    words = ("--at", "2024-03", "--as-of", "2024-03-31", "--set", "customer_churn_rate[plan=Gold]=0")
    report = run.json("whatif", two_plans, *words)
    assert run.status == 0
    assert report["baseline"]["customer_churn_rate"] == pytest.approx(1 / 5)
    assert report["scenario"]["customer_churn_rate"] == 0
    gold, silver = (next(each for each in report["segments"] if each["segment"] == plan) for plan in ("Gold", "Silver"))
    assert gold["changes"] == {"customer_churn_rate": [pytest.approx(1 / 3), 0]}
    assert silver["baseline"] == silver["scenario"]
    add_up(report, "scenario")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("--set", "customer_churn_rate[plan=Enterprise]=x0.5"),
        ("--set", "arpa[plan=Team]=+10%", "--set", "customer_churn_rate=x0.5"),
        ("--set", "customer_churn_rate=x0.5", "--by", "plan"),
    ],
)
def test_parts_of_the_sample_add_up(run, words):
    report = run.json("whatif", SAMPLE, *words, "--horizon", "3", "--by-age")
    add_up(report, "baseline")
    add_up(report, "scenario")
    for month, ages in zip(report["path"], report["by_age"], strict=True):
        if "[" not in "".join(words):
            assert sum(ages["customers"]) == pytest.approx(month["scenario"]["active_customers"], rel=1e-9)
            assert sum(ages["mrr"]) == pytest.approx(month["scenario"]["mrr"], rel=1e-9)


@pytest.mark.slow
@pytest.mark.realdata
@pytest.mark.parametrize(("name", "driver", "folders"), COMPANIES)
def test_parts_of_real_companies_add_up(run, real_data, name, driver, folders):
    files = [real_data / "real" / folder for folder in folders]
    by = json.loads(attributes(run, files))[0]
    whole = run.json("whatif", *files, "--set", f"{driver}=x0.5", "--by", by, "--horizon", "3")
    add_up(whole, "scenario")
    first = next(each["segment"] for each in whole["segments"] if (each["baseline"].get("active_customers") or 0) > 1)
    report = run.json("whatif", *files, "--set", f"{driver}[{by}={first}]=x0.5", "--horizon", "3")
    add_up(report, "scenario")
    changed = next(each for each in report["segments"] if each["segment"] == first)
    assert changed["changes"][driver][1] == pytest.approx(changed["changes"][driver][0] / 2)


def attributes(run, files) -> str:
    """The attribute with the fewest values that splits the customers, as the refusal of an unknown one names them."""
    assert run("whatif", *files, "--set", "arpa[no such thing=x]=x2") == 2
    names = run.err.split("There is: ")[1].rstrip(".\n").split(", ")
    usable = []
    for each in names:
        assert run("compute", *files, "--kpi", "active_customers", "--by", each, "--json") in (0, 1)
        values = {row["segment"] for row in json.loads(run.out)["kpis"]["active_customers"]["values"]}
        if 2 < len(values) < 30:
            usable.append((len(values), each))
    return json.dumps([each for _, each in sorted(usable)])


def test_ramp_and_start_hold_on_the_path(run, skok):
    words = ("--set", "customer_churn_rate=x0.5", "--start", "2024-04", "--ramp", "2", "--horizon", "4")
    report = run.json("whatif", skok, *words)
    assert [round(row["scenario"]["customer_churn_rate"], 6) for row in report["path"]] == [0.05, 0.0375, 0.025, 0.025]
    alone = run.json("whatif", skok, "--set", "customer_churn_rate=x0.5@2024-04~2", "--horizon", "4")
    assert alone["path"] == report["path"]


def test_presets_ask_in_a_word(run, skok, two_plans):
    assert run.json("whatif", skok, "--preset", "halve_churn")["scenario"]["ltv"] == pytest.approx(3200)
    price = run.json("whatif", skok, "--preset", "price", "--preset", "cac")
    assert price["changes"]["arpa"] == [100, pytest.approx(110)]
    assert price["changes"]["cac"] == [600, pytest.approx(480)]
    loss = run.json("whatif", two_plans, "--at", "2024-02", "--preset", "largest")
    assert loss["scenario"]["mrr"] == pytest.approx(300)
    assert loss["scenario"]["active_customers"] == 4
    assert run("whatif", skok, "--preset", "largest") == 2
    assert "largest" in run.err


def test_same_seed_same_draws_and_the_chance_of_a_goal(run, skok):
    words = ("--range", "cac=lognormal:600,0.3", "--range", "arpa=lognormal:100,0.2", "--horizon", "3",
             "--range", "gross_margin=normal:0.8,0", "--range", "customer_churn_rate=normal:5%,0")  # fmt: skip
    report = run.json("whatif", skok, "--simulate", "ltv_cac=3", *words)
    found = report["simulation"]
    # P(LTV/CAC ≥ 3) = Φ(ln(2.667 ÷ 3) ÷ √(0.2² + 0.3²)) = 0.372.
    assert found["chance"] == pytest.approx(0.372, abs=0.015)
    assert found["centre"] == pytest.approx(1600 / 600)
    assert run.json("whatif", skok, "--simulate", "ltv_cac=3", *words)["simulation"] == found
    other = run.json("whatif", skok, "--simulate", "ltv_cac=3", *words, "--seed", "2")["simulation"]
    assert other["percentiles"] != found["percentiles"]


def test_break_even_line_over_two_drivers(run, skok):
    report = run.json("goal", skok, "--target", "ltv_cac=3", "--vary", "customer_churn_rate", "--and", "cac")
    assert run.status == 0
    assert report["lines"]
    for line in report["lines"]:
        for churn, cac in line:
            assert churn * cac == pytest.approx(80 / 3)
    assert run("goal", skok, "--target", "ltv_cac=3e9", "--vary", "arpa", "--and", "cac") == 1
    assert "cannot bring" in run.out


def test_sensitivity_names_the_drivers_with_elasticities(run, skok):
    report = run.json("sensitivity", skok, "--target", "ltv_cac=3", "--grid", "customer_churn_rate,cac")
    assert report["value"] == pytest.approx(1600 / 600)
    found = {each["id"]: each["elasticity"] for each in report["drivers"]}
    assert found == pytest.approx({"arpa": 1, "gross_margin": 1, "customer_churn_rate": -1, "cac": -1}, rel=1e-6)
    grid = report["grid"]
    for row, cac in zip(grid["values"], grid["ys"], strict=True):
        for value, churn in zip(row, grid["xs"], strict=True):
            assert value is None if not churn * cac else value == pytest.approx(80 / churn / cac)
    assert run("sensitivity", skok, "--target", "ltv_cac") == 0
    assert "elasticity" in run.out


def test_wrong_words_of_sensitivity_are_told_and_no_value_is_status_1(run, skok):
    assert run("sensitivity", skok, "--target", "ltv", "--effort", "much") == 2
    assert "'much' is not a percentage above 0; write 20%" in run.err
    assert run("sensitivity", skok, "--target", "ltv", "--grid", "cac") == 2
    assert "'cac' is not two drivers such as customer_churn_rate,cac" in run.err
    assert run("sensitivity", skok, "--target", "nps") == 1
    assert run.out.strip()
    assert run.err == ""


def test_cash_of_a_new_customer_begins_with_its_cost(run, skok):
    cash = run.json("whatif", skok, "--set", "customer_churn_rate=x0.5", "--horizon", "6")["cash"]
    assert cash["baseline"][:3] == pytest.approx([-600, -520, -444])
    assert cash["scenario"][:3] == pytest.approx([-600, -520, -442])


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--set", "arpa[plan=Pro]=x2"), "plan"),
        (("--set", "arpa=x2@someday"), "2027-01"),
        (("--set", "arpa=x2~some"), "months"),
        (("--simulate", "ltv_cac", "--range", "arpa=uniform:1,2"), "triangular"),
        (("--simulate", "ltv_cac", "--draws", "0"), "draws"),
        (("--scenario", "Plan B"), "Plan B"),
    ],
)
def test_what_cannot_be_supposed_is_one_clear_line(run, skok, words, hint):
    assert run("whatif", skok, *words) == 2
    assert hint in run.err
    assert run.err.count("\n") == 1
