"""Every class of spoilt CSV, through the command line: the table comes out as a careful reader would type it."""

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

import pytest
from kpidesk.cli.main import main
from loading_score import REFUSED, Table, score
from pollution import ROWS, Polluted, polluted_files

SOME_ROWS = (0, 1, 41, ROWS)
LEAST = {"row_less": 9.4, "row_more": 9.6}
"""What a family must reach, 10 where nothing is said: there the writer destroyed what nobody can know."""


def load(files: Sequence[Polluted], folder: Path) -> Mapping[str, Table | None]:
    """What the command line makes of the files, by name; None for a refused one."""
    spoilt, found = folder / "spoilt", folder / "found"
    spoilt.mkdir()
    for file in files:
        (spoilt / file.name).write_bytes(file.text.encode())
    assert main(["export", str(spoilt), "--raw", "--to", str(found)]) == 0
    return {file.name: read(found / f"{file.name}_converted.csv") for file in files}


def read(path: Path) -> Table | None:
    text = path.read_bytes().decode()
    return None if text.startswith(REFUSED) else list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, float]]:
    files = list(polluted_files(rows=SOME_ROWS))
    found = load(files, tmp_path_factory.mktemp("pollution"))
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for file in files:
        scores[file.family][file.name] = score(found[file.name], file.rows)
    return scores


FAMILIES = sorted({file.family for file in polluted_files(rows=(1,))})


@pytest.mark.parametrize("family", FAMILIES)
def test_spoilt_files_are_read_as_meant(scores, family):
    least = LEAST.get(family, 10.0)
    short = {name: round(reached, 3) for name, reached in scores[family].items() if reached < least - 1e-9}
    assert not short


@pytest.mark.thorough
@pytest.mark.timeout(1200)
def test_all_files_together_reach_the_bar(tmp_path):
    files = list(polluted_files(seed=2))
    found = load(files, tmp_path)
    reached = [score(found[file.name], file.rows) for file in files]
    weights = [file.weight for file in files]
    assert len(files) > 2_200
    assert fmean(reached) >= 9.96
    assert fmean(reached, weights) >= 9.90


def test_the_score_is_ten_for_the_same_table_and_counts_what_is_missing():
    wanted = [("a", "b"), ("1", "x"), ("2", "y")]
    assert score(wanted, wanted) == pytest.approx(10)
    assert score(None, wanted) == 0
    assert score([], []) == 10
    assert score(wanted[1:], wanted) == pytest.approx(1 + 0 + (1 / 2 + 1 + 2 / 3) + (4 / 6 + 1 + 0.8))
