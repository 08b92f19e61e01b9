"""Tables of the command line: the shapes that scripts read."""

import csv
import io

import pytest
from companies import company

CUSTOMERS = """Customer ID,Channel,Start Date,MRR
A,Google Ads,2024-03-05,100
B,google-ads,2024-03-06,100
C,Partner,2024-03-07,100
"""
SPEND = "Date,Channel,Ad Spend\n2024-03-10,Google Ads,300\n2024-03-11,Partner,50\n2024-03-12,,10\n"
SURVEYS = "Response ID,Response Date,NPS Score,Version,Comment\n" + "".join(
    f"R{n},2024-{n % 3 + 1:02}-10,{n % 11},v{n % 2 + 1},{'good' if n % 5 == 0 else ''}\n" for n in range(66)
)


@pytest.fixture(scope="module")
def marketing(tmp_path_factory):
    return company(tmp_path_factory.mktemp("marketing"), subscriptions=CUSTOMERS, ad_spend=SPEND)


def test_channels_are_joined_and_totals_recomputed(run, marketing):
    report = run.json("table", "channels", marketing, "--at", "2024-03", "--as-of", "2024-03-31")
    rows = {row["name"].lower().replace("-", " "): row["values"] for row in report["rows"]}
    assert rows["google ads"]["cac"] == pytest.approx(150)
    assert rows["partner"]["cac"] == pytest.approx(50)
    assert report["unassigned"]["acquisition_cost"] == pytest.approx(10)
    assert report["total"]["cac"] == pytest.approx(120)
    assert len(report["notes"]) == 1


def test_channels_as_csv_have_one_line_a_row(run, marketing):
    assert run("table", "channels", marketing, "--at", "2024-03", "--as-of", "2024-03-31", "--csv") == 0
    lines = list(csv.reader(io.StringIO(run.out)))
    assert lines[0][0] == "channel 2024-03"
    assert [line[0] for line in lines[-2:]] == ["(unassigned)", "total"]


def test_channels_need_a_channel(run, tmp_path):
    assert run("table", "channels", company(tmp_path / "x", surveys=SURVEYS)) == 2
    assert "channel" in run.err


def test_voice_tells_scores_by_release_with_intervals(run, tmp_path):
    report = run.json("table", "voice", company(tmp_path / "x", surveys=SURVEYS))
    (by_release,) = [each for each in report["groups"] if each["kpi"] == "nps" and each["by"] == "version"]
    assert {each["segment"]: each["n"] for each in by_release["segments"]} == {"v1": 33, "v2": 33, None: 66}
    # scores 0 … 10 six times each: 12 promoters, 42 detractors of 66
    total = by_release["segments"][-1]
    assert total["value"] == pytest.approx(100 * (12 - 42) / 66)
    assert total["low"] < total["value"] < total["high"]
    assert report["spreads"]["nps"] == {str(score): 6 for score in range(11)}
    assert report["comments"]["total"] == 14


def test_an_unknown_table_is_wrong_usage(run, marketing):
    assert run("table", "weather", marketing) == 2
