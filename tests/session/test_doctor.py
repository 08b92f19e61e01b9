"""After an import: what can be computed, what is missing, what is odd."""

from pathlib import Path

import pytest
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import Message, Template
from kpidesk.core.resources import resource
from kpidesk.session.desk import open_desk
from kpidesk.session.doctor import all_findings

SAMPLE = Path(resource("samples", "tideline"))
LEDGER = "Customer ID,Plan,Start Date,End Date,MRR\n"


def looked_at(*paths):
    """What the doctor knows of some files: coverage and findings."""
    with open_desk(paths) as desk:
        doctor = desk.services.doctor
        doctor.start()
        return doctor.coverage, all_findings(desk.document, desk.services.results.findings, doctor.findings)


def a_ledger(folder, *rows):
    path = folder / "subscriptions.csv"
    path.write_text(LEDGER + "".join(f"{row}\n" for row in rows))
    return path


def test_every_missing_column_is_one_of_the_schema_and_every_kpi_stands_once():
    with open_desk([SAMPLE / "subscriptions.csv"]) as desk:
        desk.services.doctor.start()
        coverage, schema = desk.services.doctor.coverage, desk.services.schema
    for lacking in coverage.lacking:
        for missing in lacking.missing:
            known = {f"{missing.table}.{role}" for role in schema.tables[missing.table].roles}
            assert set(missing.columns) <= known or missing.table == "monthly_metrics", lacking
    names = [one.kpi for one in (*coverage.computable, *coverage.lacking)]
    assert len(names) == len(set(names))
    counts = [len(unlock.kpis) for unlock in coverage.unlocks]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("sheet", ["spend", "web_traffic", "tickets", "email", "deals", "referrals"])
def test_what_a_missing_sheet_is_said_to_give_it_does_give(sheet):
    before, _ = looked_at(SAMPLE / "subscriptions.csv")
    (unlock,) = (one for one in before.unlocks if one.missing.table == sheet)
    after, _ = looked_at(SAMPLE / "subscriptions.csv", SAMPLE / f"{sheet}.csv")
    there = {column.partition(".")[2] for column in unlock.missing.columns}
    with open_desk([SAMPLE / f"{sheet}.csv"]) as desk:
        (dataset,) = desk.document.datasets.values()
        has = {column.name for column in dataset.columns}
    computable = {one.kpi for one in after.computable}
    said = {one.kpi: one for one in before.lacking}
    wanted = {kpi for kpi in unlock.kpis if {c.partition(".")[2] for m in said[kpi].missing for c in m.columns} <= has}
    assert len(wanted) >= 3
    assert wanted - computable == set(), there - has


def test_nothing_missing_is_said_of_what_is_there():
    coverage, _ = looked_at(SAMPLE / "subscriptions.csv")
    assert {"mrr", "customer_churn_rate", "nrr"} <= {one.kpi for one in coverage.computable}
    assert coverage.survivor_reason is None
    revenue, lacking = coverage.at("revenue")
    assert "mrr" in {one.kpi for one in revenue}
    assert all(one.stage == "revenue" for one in lacking)


def test_a_list_of_survivors_lacks_one_column_and_says_why(tmp_path):
    rows = [f"C{i},Pro,2024-{1 + i % 9:02}-05,,{50 + i}" for i in range(30)]
    coverage, _ = looked_at(a_ledger(tmp_path, *rows))
    assert coverage.survivor_reason is not None
    (churn,) = (one for one in coverage.lacking if one.kpi == "customer_churn_rate")
    assert [missing.columns for missing in churn.missing] == [("subscriptions.cancel_date",)]
    assert not churn.missing[0].is_sheet


def test_the_doctor_says_what_is_odd_and_where(tmp_path):
    rows = [f"C{i},Pro,2024-{1 + i % 9:02}-05,{'2024-11-02' if i % 4 == 0 else ''},{50 + i}" for i in range(40)]
    rows[6] = rows[5]
    rows[8] = "C8,Pro,2024-05-01,2023-05-01,60"
    _, findings = looked_at(a_ledger(tmp_path, *rows))
    odd = {finding.code: finding for finding in findings if finding.code.startswith("doctor.")}
    assert {"doctor.duplicate_rows", "doctor.end_before_start"} <= set(odd)
    assert odd["doctor.end_before_start"].where.row == 9
    assert odd["doctor.end_before_start"].hint is not None
    assert not any(finding.code in ("ingest.duplicate_rows", "ingest.end_before_start") for finding in findings)


def test_the_doctor_follows_the_data_and_forgets_what_went(tmp_path):
    rows = [f"C{i},Pro,2024-{1 + i % 9:02}-05,,{-5 if i == 3 else 50}" for i in range(30)]
    with open_desk([a_ledger(tmp_path, *rows)]) as desk:
        doctor = desk.services.doctor
        doctor.follow()
        assert "doctor.negative" in {finding.code for finding in doctor.findings}
        desk.services.session.undo()
        assert (doctor.findings, doctor.coverage) == ((), None)
        desk.services.session.redo()
        assert "doctor.negative" in {finding.code for finding in doctor.findings}


def test_the_gravest_stands_first_and_a_trouble_once():
    note, warning = (
        Finding(level, "facts.x", Message(Template("t", text)), Location("a.csv"))
        for level, text in ((Level.NOTE, "n"), (Level.WARNING, "w"))
    )
    with open_desk([SAMPLE / "social.csv"]) as desk:
        listed = all_findings(desk.document, (note, warning, note), ())
    assert [finding for finding in listed if finding.code == "facts.x"] == [warning, note]
