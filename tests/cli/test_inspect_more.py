"""``inspect`` says what can be computed, what is missing, and what newer files change in the past of a workspace."""

import json

import pytest
from kpidesk.cli.main import main

LEDGER = "Subscription ID,Customer ID,Plan,Start Date,End Date,MRR\n"
ROWS = [f"S{i},C{i},Pro,2024-{1 + i % 9:02}-05,{'2024-10-20' if i % 5 == 0 else ''},{40 + i}" for i in range(30)]


def a_csv(folder, rows, name="subscriptions.csv"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(LEDGER + "".join(f"{row}\n" for row in rows))
    return path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    return status, capsys.readouterr().out


def test_computable_and_missing_are_added_to_what_was_said(tmp_path, capsys):
    path = a_csv(tmp_path, [*ROWS, ROWS[3]])
    status, out = run(capsys, "inspect", path, "--json")
    plain = json.loads(out)
    assert status == 0
    assert plain["files"][0]["tables"][0]["table"] == "subscriptions"
    assert "mrr" in {one["kpi"] for one in plain["computable"]}
    (spend,) = (one for one in plain["unlocks"] if one["missing"]["table"] == "spend")
    assert spend["missing"]["words"].startswith("one sheet: Advertising and other spend (")
    assert plain["survivors"] is None
    assert "doctor.duplicate_rows" in {finding["code"] for finding in plain["findings"]}


def test_quick_loads_nothing(tmp_path, capsys):
    status, out = run(capsys, "inspect", a_csv(tmp_path, ROWS), "--quick", "--json")
    assert (status, list(json.loads(out))) == (0, ["files"])


def test_in_words(tmp_path, capsys):
    rows = [row.replace("2024-10-20", "") for row in ROWS]
    _, out = run(capsys, "inspect", a_csv(tmp_path, rows))
    assert "KPIs can be computed from this" in out
    assert "churn is not known" in out


@pytest.fixture
def workspace(tmp_path, capsys):
    path = tmp_path / "old.kpidesk"
    assert run(capsys, "save", a_csv(tmp_path / "old", ROWS), "--to", path)[0] == 0
    return path


def test_newer_files_against_a_workspace_tell_what_they_restate(workspace, tmp_path, capsys):
    newer = a_csv(tmp_path / "new", [row.replace(",43", ",143") for row in ROWS])
    status, out = run(capsys, "inspect", newer, "--against", workspace, "--json")
    report = json.loads(out)["restatement"]
    assert status == 0
    mrr = {one["period"]: one["to"] - one["from"] for one in report["figures"] if one["kpi"] == "mrr"}
    assert mrr["2024-04"] == pytest.approx(100)
    (table,) = report["tables"]
    assert (table["added"], table["removed"], table["changed"]) == (0, 0, 1)
    assert table["rows"][0]["cells"] == [{"column": "mrr", "from": "43.0", "to": "143.0"}]
    _, words = run(capsys, "inspect", newer, "--against", workspace)
    assert "changed S3" in words


def test_a_file_that_is_none_of_the_sources_is_refused(workspace, tmp_path, capsys):
    one = a_csv(tmp_path / "new", ROWS, "a.csv")
    two = a_csv(tmp_path / "new", ROWS, "b.csv")
    assert run(capsys, "inspect", one, two, "--against", workspace)[0] == 2
