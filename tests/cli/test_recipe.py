"""A recipe month after month: files that are dropped in, slides with edits, files that are open elsewhere."""

import pytest
from kpidesk.cli.main import main
from kpidesk.export import atomic
from pptx import Presentation

HEAD = "Date,Channel,Ad spend"


@pytest.fixture
def folder(tmp_path):
    """Spend of two months in a file a month, and a recipe for slides and a table."""
    for month, amount in ((1, 500), (2, 700)):
        rows = "\n".join(f"2026-{month:02}-{day:02},Search,€{amount}" for day in (3, 10, 17, 24))
        (tmp_path / f"spend-{month:02}.csv").write_text(f"{HEAD}\n{rows}\n")
    recipe = tmp_path / "monthly.toml"
    recipe.write_text('files = "spend-*.csv"\nto = ["out.pptx", "out.csv"]\nrefresh = true\nkpi = "ad_spend"\n')
    return tmp_path


def run(folder):
    return main(["run", str(folder / "monthly.toml")])


def chart_of(folder):
    page = next(page for page in Presentation(folder / "out.pptx").slides if any(s.has_chart for s in page.shapes))
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def test_next_month_is_dropped_in_and_edits_stay(folder, capsys):
    assert run(folder) == 0
    assert [round(value) for value in chart_of(folder).plots[0].series[0].values] == [2000, 2800]
    show = Presentation(folder / "out.pptx")
    show.slides[2].shapes.title.text_frame.text = "Ours"
    show.save(folder / "out.pptx")
    (folder / "spend-03.csv").write_text(f"{HEAD}\n2026-03-31,Search,€900\n")
    assert run(folder) == 0
    assert [round(value) for value in chart_of(folder).plots[0].series[0].values] == [2000, 2800, 900]
    assert Presentation(folder / "out.pptx").slides[2].shapes.title.text_frame.text == "Ours"
    assert not [each.name for each in folder.iterdir() if ".part" in each.name]


def test_file_that_adds_nothing_is_said(folder, capsys):
    (folder / "spend-notes.csv").write_text("Remark\nnice\n")
    assert run(folder) == 0
    assert "spend-notes.csv adds nothing" in capsys.readouterr().err


def test_file_that_cannot_be_read_is_said_and_counted(folder, capsys):
    (folder / "spend-03.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder / "monthly.toml").write_text('files = "spend-*"\nto = "out.csv"\nkpi = "ad_spend"\n')
    assert run(folder) == 1
    assert "spend-03.xlsx" in capsys.readouterr().err
    assert (folder / "out.csv").exists()


def test_document_that_is_open_elsewhere_does_not_keep_the_others(folder, capsys, monkeypatch):
    assert run(folder) == 0
    before = (folder / "out.pptx").read_bytes()
    (folder / "out.csv").unlink()
    put = atomic.put_in_place

    def locked(temporary, path):
        if path.suffix == ".pptx":
            raise PermissionError(13, "Permission denied", str(path))
        put(temporary, path)

    monkeypatch.setattr(atomic, "put_in_place", locked)
    capsys.readouterr()
    assert run(folder) == 2
    said = capsys.readouterr().err
    assert "out.pptx could not be written" in said
    assert "Close it in other programs" in said
    assert (folder / "out.pptx").read_bytes() == before
    assert (folder / "out.csv").exists()
    assert not [each.name for each in folder.iterdir() if ".part" in each.name]


@pytest.mark.parametrize("files", ["spend-[final].csv", "{folder}/spend-0*.csv", "spend-0?.csv"])
def test_files_are_named_by_pattern_from_anywhere_or_as_they_are(files, folder, capsys):
    (folder / "spend-[final].csv").write_text(f"{HEAD}\n2026-01-31,Search,€900\n")
    named = files.replace("{folder}", folder.as_posix())
    (folder / "monthly.toml").write_text(f'files = "{named}"\nto = "out.csv"\nkpi = "ad_spend"\n')

    assert run(folder) == 0
    assert (folder / "out.csv").exists()


@pytest.mark.parametrize("value", ['"yes"', '"true"', "1"])
def test_switch_that_is_neither_on_nor_off_is_refused(value, folder, capsys):
    recipe = folder / "monthly.toml"
    recipe.write_text(recipe.read_text().replace("refresh = true", f"refresh = {value}"))
    assert run(folder) == 2
    assert "“refresh” is true or false" in capsys.readouterr().err
    assert not (folder / "out.pptx").exists()
