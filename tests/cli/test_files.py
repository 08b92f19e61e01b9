import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from companies import SUBSCRIPTIONS, company
from kpidesk.export.pseudonyms import stand_in
from pptx import Presentation

PYTHON = (sys.executable, "-m", "kpidesk.cli.main")


def test_inspect_has_the_shape_of_the_reference(run, acme):
    report = run.json("inspect", acme / "subscriptions.csv", acme / "ad_spend.csv")
    assert run.status == 0
    first, second = report["files"]
    assert set(first) == {"path", "format", "findings", "tables"}
    (table,) = first["tables"]
    names = "sheet range header_row table confidence orientation rows columns findings"
    assert set(table) >= set(names.split())
    assert "row_roles" not in table
    assert (table["sheet"], table["range"], table["header_row"], table["table"]) == (None, "A1:F6", 0, "subscriptions")
    assert (table["orientation"], table["rows"]) == ("down", 5)
    assert set(table["columns"][0]) == {"header", "role", "type", "confidence"}
    assert table["columns"][0]["role"] == "customer_id"
    assert second["tables"][0]["table"] == "spend"


def test_a_folder_is_all_its_sheets(run, acme):
    assert {Path(f["path"]).name for f in run.json("inspect", acme)["files"]} == {"subscriptions.csv", "ad_spend.csv"}


def test_what_cannot_be_read_or_written_says_what_to_do(run, acme, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    assert run("compute", empty) == 2
    assert "is empty. Export it again" in run.err
    assert run("save", acme, "--to", tmp_path / "none" / "x.kpidesk") == 2
    assert f"There is no folder {tmp_path / 'none'}: create it" in run.err
    assert "space" not in run.err


@pytest.mark.parametrize("command", ["inspect", "compute", "save", "export"])
def test_a_file_that_is_not_there_is_one_clear_line(run, tmp_path, command):
    extra = {"save": ("--to", tmp_path / "x.kpidesk"), "export": ("--to", tmp_path / "x.csv")}.get(command, ())
    assert run(command, tmp_path / "none.csv", *extra) == 2
    assert "none.csv" in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("body", [b"", b"\x00\xff\x00\x01" * 400, b"PK\x03\x04nonsense"])
def test_an_unreadable_file_is_one_clear_line(run, tmp_path, body):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(body)
    assert run("compute", path) == 2
    assert run.out == ""
    assert "bad.xlsx" in run.err
    assert run.err.count("\n") == 1


def test_one_bad_file_among_good_ones_is_named_and_the_others_count(run, tmp_path):
    folder = company(tmp_path / "x", subscriptions=SUBSCRIPTIONS)
    (folder / "bad.xlsx").write_bytes(b"PK\x03\x04nonsense")
    report = run.json("compute", folder, "--kpi", "mrr")
    assert run.status == 1
    assert "bad.xlsx" in run.err
    assert report["kpis"]["mrr"]["status"] == "ok"
    assert any(finding["level"] == "blocker" for finding in report["findings"])


def test_a_file_without_a_business_table_cannot_be_computed(run, tmp_path):
    folder = company(tmp_path / "x", notes="colour,shape\nred,round\nblue,square\n")
    assert run("compute", folder) == 2
    assert run.err.count("\n") == 1


def test_a_saved_workspace_gives_the_same_numbers(run, acme, tmp_path):
    target = tmp_path / "acme"
    assert run("save", acme, "--to", target) == 0
    saved = tmp_path / "acme.kpidesk"
    assert run.out.strip() == str(saved)
    assert zipfile.is_zipfile(saved)
    words = ("--kpi", "mrr,customer_churn_rate,cac", "--by", "plan")
    from_files, from_saved = run.json("compute", acme, *words), run.json("compute", saved, *words)
    assert from_saved["kpis"] == from_files["kpis"]


def test_a_workspace_beside_other_files_is_refused(run, acme, tmp_path):
    run("save", acme, "--to", tmp_path / "a.kpidesk")
    assert run("compute", tmp_path / "a.kpidesk", acme) == 2
    assert "alone" in run.err


def test_a_workspace_of_a_newer_version_is_refused(run, tmp_path):
    path = tmp_path / "new.kpidesk"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", '{"format": 99}')
        archive.writestr("workspace.json", "{}")
    assert run("compute", path) == 2
    assert "newer version" in run.err


def test_raw_export_is_the_table_as_found(run, tmp_path):
    folder = company(tmp_path / "x", odd="Report of March\n\nid;name;price\n007;=A;1,50\n008;B;--\n")
    assert run("export", folder / "odd.csv", "--raw", "--to", tmp_path / "out") == 0
    with (tmp_path / "out" / "odd.csv_converted.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file)) == [["id", "name", "price"], ["007", "=A", "1,50"], ["008", "B", "--"]]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pptx"])
def test_exports_that_need_no_screen(run, acme, tmp_path, suffix):
    target = tmp_path / f"report.{suffix}"
    assert run("export", acme, "--to", target, "--kpi", "mrr,active_customers", "--as-of", "2024-03-31") == 0
    assert run.out.strip() == str(target)
    assert target.stat().st_size > 50
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_the_exported_table_has_the_numbers(run, acme, tmp_path):
    run("export", acme, "--to", tmp_path / "t.csv", "--kpi", "mrr,active_customers", "--as-of", "2024-03-31")
    text = (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert "400" in text.splitlines()[3]
    assert len(text.splitlines()) == 4


def test_pseudonyms_hold_for_customers_who_are_no_attribute(run, tmp_path):
    paid = "customer_id,customer_name,start_date,mrr\nK-17,Bolt & Sons,2024-01-05,100\nK-18,Ada,2024-02-05,50\n"
    target = tmp_path / "t.pptx"
    title = ("--title", "Bolt & Sons, Ada and K-18")
    assert run("export", company(tmp_path / "in", subscriptions=paid), "--to", target, *title, "--pseudonyms") == 0
    shapes = [shape for slide in Presentation(target).slides for shape in slide.shapes]
    texts = " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert stand_in("Bolt & Sons") in texts
    assert not [name for name in ("Bolt & Sons", "Ada", "K-18") if name in texts]


def test_tables_as_found_have_no_pseudonyms(run, acme, tmp_path):
    assert run("export", acme, "--raw", "--to", tmp_path / "out", "--pseudonyms") == 2
    assert "--pseudonyms" in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "head"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_pictures_are_painted_by_a_child(run, acme, tmp_path, suffix, head):
    target = tmp_path / f"mrr.{suffix}"
    assert run("export", acme, "--to", target, "--kpi", "mrr") == 0, run.err
    assert target.read_bytes().startswith(head)


def test_an_export_under_a_scenario_says_what_was_changed(run, acme, tmp_path):
    words = ("--kpi", "mrr,ltv", "--scenario", "customer_churn_rate=x0.5", "--as-of", "2024-03-31")
    assert run("export", acme, "--to", tmp_path / "s.pptx", *words) == 0
    with zipfile.ZipFile(tmp_path / "s.pptx") as deck:
        slides = [deck.read(n).decode() for n in deck.namelist() if n.startswith("ppt/slides/slide")]
    told = [text for text in slides if "25.0% → 12.5%" in text]
    # The cover, the cards and the months of the scenario; the pages of what is so are not said to be under it.
    assert 2 <= len(told) <= 3 < len(slides)


def test_an_unknown_ending_or_scenario_is_one_clear_line(run, acme, tmp_path):
    assert run("export", acme, "--to", tmp_path / "x.docx") == 2
    assert ".pptx" in run.err
    assert run("export", acme, "--to", tmp_path / "x.csv", "--scenario", "Boom") == 2
    assert "Boom" in run.err


def test_a_kpi_that_cannot_be_computed_cannot_be_exported(run, acme, tmp_path):
    assert run("export", acme, "--to", tmp_path / "x.csv", "--kpi", "nps") == 2
    assert run("export", acme, "--to", tmp_path / "x.csv", "--kpi", "nps,mrr") == 1


def test_a_folder_that_cannot_be_written_is_one_clear_line(run, acme, tmp_path):
    for suffix in ("csv", "xlsx", "pptx", "kpidesk"):
        command = "save" if suffix == "kpidesk" else "export"
        assert run(command, acme, "--to", tmp_path / "no" / f"x.{suffix}") == 2
        assert run.err.count("\n") == 1


def test_the_catalogue_has_names_in_three_languages(run):
    kpis = {kpi["id"]: kpi for kpi in run.json("catalogue")["kpis"]}
    ltv = kpis["ltv"]
    assert set(ltv) >= {"id", "names", "formula", "unit", "kind", "good", "needs", "source", "stage", "help"}
    assert (ltv["unit"], ltv["good"]) == ("money", "up")
    assert all(kpi["names"][language] for kpi in kpis.values() for language in ("en", "zh_Hans", "zh_Hant"))
    assert run("catalogue") == 0
    assert "ltv_cac" in run.out


def started(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PYTHON, *map(str, words)], capture_output=True, env=os.environ | environment, check=False, timeout=100
    )


def test_the_version_is_quick_and_loads_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kpidesk.cli.main", "--version"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"kpidesk-cli ")
    for heavy in (b"numpy", b"pandas", b"ibis", b"duckdb", b"psygnal"):
        assert heavy not in done.stderr


def test_pandas_is_not_loaded_to_compute(acme):
    words = ["compute", acme / "subscriptions.csv", "--kpi", "mrr", "--json"]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kpidesk.cli.main", *words], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["kpis"]["mrr"]["status"] == "ok"
    assert b"pandas.core" not in done.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path):
    folder = company(tmp_path / "x", subs=SUBSCRIPTIONS.replace("Gold", "黄金"))
    done = started("inspect", folder / "subs.csv", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")


def test_no_command_and_a_wrong_one():
    assert started().returncode == 2
    wrong = started("conjure")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert wrong.stderr.count(b"\n") == 1


def test_a_bug_is_a_report_and_one_line(tmp_path):
    code = (
        "import sys\nimport kpidesk.cli.main as m\nm._command = lambda name: lambda a: 1 / 0\n"
        "sys.argv[1:] = ['catalogue']\nsys.exit(m.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=os.environ | {"KPIDESK_HOME": str(tmp_path)}, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    (report,) = (tmp_path / "state" / "crashes").iterdir()
    assert "ZeroDivisionError" in report.read_text()
