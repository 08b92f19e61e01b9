import pytest


def test_halving_churn_doubles_ltv_and_leaves_cac_and_payback(run, skok):
    report = run.json("whatif", skok, "--set", "customer_churn_rate=x0.5", "--horizon", "6")
    assert run.status == 0
    assert report["at"] == "2024-02"
    assert report["changes"] == {"customer_churn_rate": [0.05, 0.025]}
    before, after = report["baseline"], report["scenario"]
    assert (before["ltv"], after["ltv"]) == (pytest.approx(1600), pytest.approx(3200))
    assert (before["ltv_cac"], after["ltv_cac"]) == (pytest.approx(2.6667, abs=1e-4), pytest.approx(5.3333, abs=1e-4))
    assert after["cac"] == before["cac"] == 600
    assert after["cac_payback_months"] == pytest.approx(7.5)
    assert [row["period"] for row in report["path"]] == [f"2024-{month:02}" for month in range(3, 9)]
    assert set(report["path"][0]) == {"period", "baseline", "scenario"}


def test_changes_are_read_as_factor_percent_difference_and_value(run, skok):
    words = ("--set", "customer_churn_rate=-20%", "--set", "arpa=+10", "--set", "cac=500")
    report = run.json("whatif", skok, *words)
    assert report["changes"]["customer_churn_rate"] == [0.05, pytest.approx(0.04)]
    assert report["changes"]["arpa"] == [100, 110]
    assert report["changes"]["cac"] == [600, 500]
    assert report["scenario"]["ltv"] == pytest.approx(110 * 0.8 / 0.04)


def test_mrr_follows_over_the_months_of_a_ledger(run, acme):
    report = run.json("whatif", acme, "--set", "customer_churn_rate=0", "--at", "2024-03", "--as-of", "2024-03-31")
    last = report["path"][-1]
    assert last["scenario"]["active_customers"] > last["baseline"]["active_customers"]
    assert last["scenario"]["mrr"] > last["baseline"]["mrr"]
    assert report["scenario"].get("ltv") is None


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--set", "churn=x0.5"], "customer_churn_rate"),
        (["--set", "customer_churn_rate"], "customer_churn_rate=x0.5"),
        (["--set", "customer_churn_rate=half"], "x0.5"),
        (["--set", "customer_churn_rate=500"], "100%"),
        (["--set", "nps=x2"], "nps"),
        (["--set", "arpa=x2", "--at", "2031-01"], "2024-02"),
        (["--set", "arpa=x2", "--horizon", "0"], "120"),
        ([], "--set"),
    ],
)
def test_a_wrong_change_is_one_clear_line(run, skok, words, hint):
    assert run("whatif", skok, *words) == 2
    assert hint in run.err
    assert run.err.count("\n") == 1


def test_the_goal_of_three_takes_a_churn_of_four_ninetieths(run, skok):
    report = run.json("goal", skok, "--target", "ltv_cac=3", "--vary", "customer_churn_rate")
    assert run.status == 0
    assert report["status"] == "solved"
    assert report["value"] == pytest.approx(4 / 90)
    assert report["achieved"] == pytest.approx(3)
    assert report["nearest"] is None


def test_a_goal_that_cannot_be_reached_gives_the_nearest(run, skok):
    report = run.json("goal", skok, "--target", "ltv_cac=100", "--vary", "gross_margin")
    assert run.status == 1
    assert (report["status"], report["value"]) == ("unreachable", None)
    assert report["nearest"] == pytest.approx(1)
    assert report["achieved"] == pytest.approx(100 / 0.05 / 600)


def test_a_goal_that_does_not_depend_on_the_driver_says_so(run, skok):
    assert (
        run.json("goal", skok, "--target", "cac_payback_months=5", "--vary", "customer_churn_rate")["status"]
        == "independent"
    )
    assert run("goal", skok, "--target", "cac_payback_months=5", "--vary", "customer_churn_rate") == 1
    assert "does not depend" in run.out


@pytest.mark.parametrize("target", ["ltv_cac", "ltv_cac=", "ltv_cac=x", "ltv_cac=nan", "ltvcac=3"])
def test_a_wrong_goal_is_one_clear_line(run, skok, target):
    assert run("goal", skok, "--target", target, "--vary", "arpa") == 2
    assert run.err.count("\n") == 1


def test_contributions_sum_to_the_change(run, acme):
    words = ("--from", "2024-02", "--to", "2024-03", "--as-of", "2024-03-31")
    for kpi in ("mrr", "arpa", "cac"):
        report = run.json("explain", acme, "--kpi", kpi, *words)
        assert run.status == 0
        assert report["kpi"] == kpi
        assert report["change"] == pytest.approx(report["to"] - report["from"])
        assert sum(d["contribution"] for d in report["drivers"]) == pytest.approx(report["change"], abs=1e-9)
        assert {"id", "from", "to", "contribution"} <= set(report["drivers"][0])


def test_mrr_is_explained_by_its_movements_and_by_segments(run, acme):
    words = ("--from", "2024-02", "--to", "2024-03", "--by", "plan", "--as-of", "2024-03-31")
    report = run.json("explain", acme, "--kpi", "mrr", *words)
    drivers = {d["id"]: d["contribution"] for d in report["drivers"]}
    assert (drivers["new_mrr"], drivers["churned_mrr"]) == (200, -100)
    moved = {s["segment"]: s["contribution"] for s in report["segments"] if s["contribution"]}
    assert moved == {"Gold": 100}


def test_a_change_without_a_value_at_one_end_is_refused(run, acme):
    report = run.json("explain", acme, "--kpi", "customer_churn_rate", "--from", "2024-01", "--to", "2024-03")
    assert run.status == 1
    assert report["change"] is None
    assert report["reason"]


def test_periods_of_different_length_are_refused(run, acme):
    assert run("explain", acme, "--kpi", "mrr", "--from", "2024-01", "--to", "2024-Q1") == 2
    assert "different length" in run.err


def test_the_words_for_people(run, acme, skok):
    assert run("whatif", skok, "--set", "customer_churn_rate=x0.5") == 0
    assert "×2" in run.out
    assert run("goal", skok, "--target", "ltv_cac=3", "--vary", "customer_churn_rate") == 0
    assert "4.44%" in run.out
    assert run("explain", acme, "--kpi", "mrr", "--from", "2024-02", "--to", "2024-03", "--as-of", "2024-03-31") == 0
    assert "new_mrr" in run.out
