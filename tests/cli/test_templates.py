import pytest
from kpidesk.schema.loader import TABLES


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_templates_are_understood_by_the_command_that_reads_them(run, tmp_path, language):
    target = tmp_path / "sheets.xlsx"
    assert run("template", "--to", target, "--language", language) == 0
    (book,) = run.json("inspect", target)["files"]
    assert {table["table"] for table in book["tables"]} - {"other"} == set(TABLES)


def test_all_examples_together_give_figures_without_a_finding(run, tmp_path):
    target = tmp_path / "sheets.xlsx"
    run("template", "--to", target)
    found = run.json("compute", target)
    assert found["findings"] == []
    assert sum(kpi["status"] == "ok" for kpi in found["kpis"].values()) > 200


@pytest.mark.parametrize(("arguments", "said"), [(("nonsense",), "nonsense"), ((), ".xlsx")])
def test_a_table_or_file_that_cannot_be_is_one_clear_line(run, tmp_path, arguments, said):
    suffix = ".xlsx" if arguments else ".csv"
    assert run("template", *arguments, "--to", tmp_path / f"x{suffix}") == 2
    assert said in run.err
    assert run.err.count("\n") == 1
