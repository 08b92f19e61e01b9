"""The reader on files that nobody here wrote: each ends in sheets or in one clear message."""

import json
import time

import pytest
from kpidesk.core.errors import UserError
from kpidesk.ingest.layout import find_regions
from kpidesk.ingest.reader import Reader, read_file

_SECONDS = 10


def walk(folder, *, every=1):
    """Read every file (or a part of them): seconds and what came of each, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".tsv", ".jsonl"))
    with Reader() as reader:
        return {path.relative_to(folder).as_posix(): outcome(reader, path) for path in files[::every]}


def outcome(reader, path):
    """Seconds and what came of one file."""
    started = time.monotonic()
    try:
        sheets = reader.read(path)
    except UserError as error:
        sheets = str(error)
    return time.monotonic() - started, sheets


def quickest(path):
    """The seconds of the quickest of three more readings: others may have kept the machine busy before."""
    with Reader() as reader:
        return min(outcome(reader, path)[0] for _ in range(3))


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(UserError, match=r"gone\.csv"):
        read_file(tmp_path / "gone.csv")


def test_an_empty_file_is_named(tmp_path):
    (tmp_path / "empty.xlsx").touch()
    with pytest.raises(UserError, match="is empty"):
        read_file(tmp_path / "empty.xlsx")


@pytest.mark.realdata
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_real_file_is_read(real_data):
    outcomes = walk(real_data / "real")
    refused = {name: sheets for name, (_, sheets) in outcomes.items() if isinstance(sheets, str)}
    assert not refused
    assert all(sheets for _, sheets in outcomes.values())


@pytest.mark.realdata
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_headers_of_real_files_are_where_people_see_them(real_data):
    folder = real_data / "real"
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = []
    with Reader() as reader:
        for entry in map(json.loads, lines):
            sheets = [s for s in reader.read(folder / entry["path"]) if entry["sheet"] in (None, s.sheet)]
            if all(region.header_row != entry["header_row"] for region in find_regions(sheets[0])):
                wrong.append((entry["path"], entry["sheet"]))
    assert len(wrong) <= 0.02 * len(lines), wrong


@pytest.mark.realdata
@pytest.mark.timeout(120)
def test_a_sample_of_hostile_files_ends_in_a_result_or_a_message(real_data):
    assert walk(real_data / "hostile", every=20)


@pytest.mark.realdata
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_hostile_file_ends_in_a_result_or_a_message_in_time(real_data):
    outcomes = walk(real_data / "hostile")
    assert len(outcomes) > 300
    slow = [name for name, (seconds, _) in outcomes.items() if seconds > _SECONDS]
    assert [name for name in slow if quickest(real_data / "hostile" / name) > _SECONDS] == []
