"""What was pasted becomes a file of its own, numbered, that reads like any other."""

from pathlib import Path

from kpidesk.ingest.clipboard import write_pasted


def test_tabs_of_a_spreadsheet_are_kept_as_they_came(tmp_path: Path) -> None:
    path = write_pasted("a\tb\r\n1\t2\r\n", "<table><tr><td>x</td></tr></table>", tmp_path, "Pasted table")
    assert path is not None
    assert path.name == "Pasted table 1.tsv"
    assert path.read_bytes() == b"a\tb\r\n1\t2\r\n"


def test_pastes_are_numbered(tmp_path: Path) -> None:
    names = [write_pasted(text, "", tmp_path, "Pasted table") for text in ("a,b\n1,2", "a\tb\n1\t2")]
    assert [path.name for path in names if path] == ["Pasted table 1.csv", "Pasted table 2.tsv"]


def test_a_name_that_no_file_may_have_is_mended(tmp_path: Path) -> None:
    path = write_pasted("a,b", "", tmp_path, "a/b: c?")
    assert path is not None
    assert path.parent == tmp_path


def test_nothing_pasted_is_no_file(tmp_path: Path) -> None:
    assert write_pasted(" \n", "<p>x</p>", tmp_path, "Pasted table") is None
