"""explain without periods finds when and why; note writes down what happened, and explain names it."""

import json
from pathlib import Path

import pytest
from kpidesk.core.resources import sample_company
from tests.analysis.ledgers import Planted, a_ledger


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planted]:
    """Three years of a company in which one change is planted, as the two sheets that a user would have."""
    folder = tmp_path_factory.mktemp("company")
    ledger = a_ledger(11, least=6.0)
    assert ledger.planted is not None
    for name, table in ledger.tables.items():
        table.to_csv(folder / f"{name}.csv", index=False, date_format="%Y-%m-%d")
    return folder, ledger.planted


def test_without_periods_the_change_is_found_and_said(run, company):
    folder, planted = company
    report = run.json("explain", folder, "--kpi", "ltv_cac")
    first = report["causes"][0]
    month = f"{2022 + planted.month // 12}-{planted.month % 12 + 1:02d}"
    assert (first["segment"], first["period"]) == (planted.segment, month)
    assert first["within"][0] <= month <= first["within"][1]
    assert report["periods"][1] == max(each["period"] for each in report["causes"])
    assert sum(each["contribution"] for each in report["drivers"]) == pytest.approx(report["change"], abs=1e-9)
    for drill in report["by_driver"]:
        told = sum(each["contribution"] for each in drill["segments"]) + drill["rest"]
        assert told == pytest.approx(contribution(report["drivers"], drill["id"]), abs=1e-6)


def contribution(drivers: list, name: str) -> float | None:
    for each in drivers:
        found = each["contribution"] if each["id"] == name else contribution(each.get("parts", []), name)
        if found is not None:
            return found
    return None


def test_the_paragraph_names_segment_and_month(run, company):
    folder, planted = company
    assert run("explain", folder, "--kpi", "ltv_cac") == 0
    assert f"in {planted.segment} is" in run.out
    assert "explains" in run.out


def test_a_note_is_kept_in_the_workspace_and_named(run, company, tmp_path):
    folder, _ = company
    saved = tmp_path / "company.kpidesk"
    assert run("save", folder, "--to", saved) == 0
    assert run("note", saved, "--at", "2024-03", "--text", "New prices") == 0
    assert run("note", saved, "--at", "2023-01", "--text", "Release 5") == 0
    assert run.out.splitlines()[-2:] == ["2023-01  Release 5", "2024-03  New prices"]
    report = run.json("explain", saved, "--kpi", "mrr", "--from", "2024-02", "--to", "2024-03")
    assert any("Mar 2024: New prices" in each for each in report["words"])
    assert not any("Release 5" in each for each in report["words"])
    assert run("note", saved, "--at", "2024-03", "--text", "") == 0
    assert "New prices" not in json.dumps(run.json("explain", saved, "--kpi", "mrr"))
    assert run("note", saved, "--at", "2024-03", "--text", "") == 2
    assert run.err == "kpidesk-cli: there is no note at 2024-03 to take away\n"


def test_events_of_the_command_line_are_named_too(run, company):
    folder, _ = company
    words = "explain", folder, "--kpi", "mrr", "--from", "2024-02", "--to", "2024-03", "--note", "2024-03=Campaign"
    assert any("Campaign" in each for each in run.json(*words)["words"])


def test_notes_need_a_workspace_and_periods_belong_together(run, company):
    folder, _ = company
    assert run("note", folder, "--at", "2024-03", "--text", "x") == 2
    assert run("explain", folder, "--kpi", "mrr", "--from", "2024-03") == 2
    assert run("explain", folder, "--kpi", "mrr", "--note", "March") == 2


def test_what_cannot_be_computed_says_so(run, company):
    folder, _ = company
    assert run("explain", folder, "--kpi", "nps") == 1


def test_rows_of_a_customer_and_of_a_segment_are_shown_with_their_places(run, company):
    folder, _ = company
    question = ("explain", folder, "--kpi", "mrr", "--from", "2024-02", "--to", "2024-03")
    report = run.json(*question)
    customer = report["customers"][0]
    rows = run.json(*question, "--rows", customer["customer"])["rows"]
    assert sum(each["counted"] for each in rows["rows"]) == pytest.approx(customer["change"])
    assert all(each["where"].startswith("subscriptions.csv › ") for each in rows["rows"])
    drill = report["by_driver"][0]
    by, segment = drill["by"], drill["segments"][0]["segment"]
    split = run.json(*question, "--by", by, "--rows", f"{by}={segment}")
    part = next(each["contribution"] for each in split["segments"] if each["segment"] == segment)
    assert sum(each["counted"] for each in split["rows"]["rows"]) == pytest.approx(part, abs=1e-6)
    assert run(*question, "--rows", "Nobody") == 2
    assert "Nobody" in run.err


def test_the_cause_that_the_sample_company_is_made_with_is_named(run):
    """packaging/sample/company.py: from April 2026 Enterprise leaves eleven times as often, Business twice.

    The three regions have larger parts of everything; they are where it shows, not where it sits.
    """
    report = run.json("explain", sample_company(), "--kpi", "ltv_cac", "--from", "2026-03", "--to", "2026-05")
    first = report["causes"][0]
    assert (first["driver"], first["by"], first["segment"]) == ("customer_churn_rate", "segment", "Enterprise")
    assert first["period"] == "2026-04"
    assert first["after"] > 5 * first["before"]
