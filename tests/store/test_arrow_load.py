import csv
import json
from dataclasses import replace
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import Cancelled
from kpidesk.core.progress import Progress
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.schema.model import ColumnType
from kpidesk.store import arrow_load, arrow_pieces
from kpidesk.store.arrow_columns import ArrowColumn
from kpidesk.store.text_rows import DIFFERENT, FIRST_ROW, NUMBERED, RowWindow

from tests.store.test_text_load import _FORMATS, _TEXTS, Rows, a_csv


def a_column(index, name, type=ColumnType.TEXT, **more):
    return ArrowColumn.of(index, name, ColumnFormat(type=type, **more), read_cells)


def load(source, columns, *, first=1, last=None, without=(), progress=None):
    target = source.path.with_name("typed.parquet")
    rows = arrow_load.load_plain(source, columns, target, RowWindow(first, last, without), progress or Progress())
    if rows is None:
        assert [path.name for path in source.path.parent.iterdir()] == [source.path.name]
        return None
    table = pq.read_table(target).to_pydict()
    assert rows == len(table[columns[0].name])
    return table


def test_plain_cells_are_typed_and_the_file_says_its_first_row(tmp_path):
    rows = [
        ["id", "plan", "day", "since", "at", "amount", "paid"],
        ["007", "Pro", "2024-01-05", "31.01.2024", "2024-01-05 10:30:00", "12.50", "yes"],
        ["U-8b", " Team ", "", "29/02/2024", "", "-3", "no"],
        ["n/a", "n/a", "2024-02-29", "", "2024-01-05", "N/A", ""],
    ]
    columns = [
        a_column(0, "id", ColumnType.ID),
        a_column(1, "plan"),
        a_column(2, "day", ColumnType.DATE, date_order="ymd"),
        a_column(3, "since", ColumnType.DATE, date_order="dmy"),
        a_column(4, "at", ColumnType.DATE, date_order="ymd", has_time=True),
        a_column(5, "amount", ColumnType.MONEY, multiplier=2.0),
        a_column(6, "paid", ColumnType.FLAG),
    ]
    assert load(a_csv(tmp_path, rows), columns) == {
        "id": ["007", "U-8b", None],
        "plan": ["Pro", "Team", None],
        "day": [date(2024, 1, 5), None, date(2024, 2, 29)],
        "since": [date(2024, 1, 31), date(2024, 2, 29), None],
        "at": [datetime(2024, 1, 5, 10, 30), None, datetime(2024, 1, 5)],
        "amount": [25.0, -6.0, None],
        "paid": [True, False, None],
    }
    assert pq.read_metadata(tmp_path / "typed.parquet").metadata[FIRST_ROW.encode()] == b"1"


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "1"], ["b"]],
        [["a", "1"], ["b", "2", "3"]],
        [["a", "1"], ["", ""], ["b", "2"]],
        [["a", "1"], ["b\nc", "2"]],
        [["a", "1"], ["b", "2024-02-30x"]],
        [["a", "1"], ["b", "inf"]],
        [["a", "1"], ["b", "1e400"]],
    ],
)
def test_what_is_not_plain_is_left_to_sql(tmp_path, rows):
    source = a_csv(tmp_path, [["k", "v"], *rows])
    assert load(replace(source, width=2), [a_column(0, "k"), a_column(1, "v", ColumnType.NUMBER)]) is None


def test_rows_after_the_last_one_are_not_taken(tmp_path):
    source = a_csv(tmp_path, [["k"], *([f"k{i}"] for i in range(10))])
    assert load(source, [a_column(0, "k")], first=2, last=4) == {"k": ["k1", "k2", "k3"]}


def test_pieces_come_together_in_order(tmp_path, monkeypatch):
    monkeypatch.setattr(arrow_pieces, "_PIECE", 50)
    texts = [f"{'x' * (i % 37)}{i}" for i in range(500)]
    source = a_csv(tmp_path, [["k", "v"], *([text, str(i)] for i, text in enumerate(texts))])
    found = load(source, [a_column(0, "k", ColumnType.ID), a_column(1, "v", ColumnType.NUMBER)])
    assert found == {"k": texts, "v": [float(i) for i in range(500)]}


def test_a_cancel_leaves_no_file(tmp_path):
    source = a_csv(tmp_path, [["k"], ["1"]])
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        load(source, [a_column(0, "k")], progress=progress)
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXTS, min_size=1, max_size=30), _FORMATS, st.booleans())
@example(["1.e5", ".5e3", "5.e1"], ColumnFormat(type=ColumnType.NUMBER), True)
@example(["0000-01-01", "0001-01-01"], ColumnFormat(type=ColumnType.DATE, date_order="ymd"), True)
@example(["13085.0", "x.0", ".0", "0"], ColumnFormat(type=ColumnType.ID), True)
def test_cells_are_taken_as_the_definition_reads_them(tmp_path, texts, form, is_text_of_many):
    texts = [text.replace("\x00", "").replace("\r", "") for text in texts]
    path = tmp_path / "rows.csv"
    with path.open("w", newline="", encoding="utf-8", errors="replace") as file:
        csv.writer(file, lineterminator="\n").writerows([["n", "x"], *([str(i), text] for i, text in enumerate(texts))])
    with path.open(newline="", encoding="utf-8") as file:
        texts = [row[1] for row in csv.reader(file)][1:]
    column = ArrowColumn.of(1, "x", form, read_cells)
    column.is_mapped &= not is_text_of_many or form.type is not ColumnType.TEXT
    found = load(Rows(path, 2), [a_column(0, "n", ColumnType.ID), column])
    (tmp_path / "typed.parquet").unlink(missing_ok=True)
    if found is not None:
        assert found["x"] == read_cells(texts, form)


def a_parquet(folder, columns, *, group=7):
    path = folder / "rows.parquet"
    names = [f"c{i}" for i in range(len(columns))]
    pq.write_table(pa.table([pa.array(cells, pa.string()) for cells in columns], names), path, row_group_size=group)
    return Rows(path, len(columns), is_parquet=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXTS | st.none(), min_size=1, max_size=30), _FORMATS, st.booleans())
@example(["2024-01-01", None, "", "n/a", "2024-02-29"], ColumnFormat(type=ColumnType.DATE, date_order="ymd"), False)
@example(["12.5", None, "N/A", "3"], ColumnFormat(type=ColumnType.NUMBER), False)
@example([""], ColumnFormat(type=ColumnType.ID), False)
@example(["k1", "", None], ColumnFormat(type=ColumnType.ID), False)
def test_cells_of_a_workbook_are_taken_as_the_definition_reads_them(tmp_path, texts, form, is_text_of_many):
    texts = [text and text.encode("utf-8", "replace").decode() for text in texts]
    source = a_parquet(tmp_path, [["n", *map(str, range(len(texts)))], ["x", *texts]])
    column = ArrowColumn.of(1, "x", form, read_cells)
    column.is_mapped &= not is_text_of_many or form.type is not ColumnType.TEXT
    found = load(source, [a_column(0, "n", ColumnType.ID), column])
    (tmp_path / "typed.parquet").unlink(missing_ok=True)
    if found is not None:
        assert found["n"] == list(map(str, range(len(texts))))
        assert found["x"] == [None if text is None else read_cells([text], form)[0] for text in texts]


@pytest.mark.parametrize(("first", "last"), [(1, None), (9, None), (0, 3), (5, 17), (8, 8)])
def test_a_window_of_a_workbooks_rows_begins_and_ends_within_groups(tmp_path, first, last):
    cells = [f"k{i}" for i in range(30)]
    found = load(a_parquet(tmp_path, [cells]), [a_column(0, "k", ColumnType.ID)], first=first, last=last)
    assert found == {"k": cells[first : None if last is None else last + 1]}


@pytest.mark.parametrize(
    ("ids", "different"),
    [
        (["a1", "a2", "b0"], ["id"]),
        (["9", "5", "10"], ["id"]),
        (["a1", "a2", "a1"], []),
        (["a1", "a1", "a2"], []),
        (["a1", "", "a2"], []),
        (["a1"], ["id"]),
    ],
)
def test_ids_in_order_are_noted_as_different(tmp_path, ids, different):
    rows = [["id", "plan"], *([each, "x"] for each in ids)]
    load(a_csv(tmp_path, rows), [a_column(0, "id", ColumnType.ID), a_column(1, "plan")])
    noted = pq.read_metadata(tmp_path / "typed.parquet").metadata[DIFFERENT.encode()]
    assert json.loads(noted) == different


def test_order_is_seen_over_the_seams_of_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr(arrow_pieces, "_PIECE", 50)
    for ids, different in ((range(100, 400), ["id"]), ([*range(100, 400), 250], []), (range(400, 100, -1), ["id"])):
        folder = tmp_path / f"{len(different)}{ids[0]}"
        folder.mkdir()
        load(a_csv(folder, [["id", "plan"], *([str(each), "x"] for each in ids)]), [a_column(0, "id", ColumnType.ID)])
        assert json.loads(pq.read_metadata(folder / "typed.parquet").metadata[DIFFERENT.encode()]) == different


@pytest.mark.parametrize(
    ("ids", "noted"),
    [
        (["U-07", "U-15", "U-03"], ["U-", "U-15"]),
        (["1207", "1215"], ["", "1215"]),
        (["U-07", "U-5"], None),
        (["U-07", "V-07"], None),
        (["U-07", "U-0x"], None),
        (["U-07", "U-+7"], None),
        (["U-07", ""], None),
        (["Ü-07", "Ü-08"], None),
        (["U-1234567890", "U-1234567891"], None),
        (["Uab", "Uac"], None),
    ],
)
def test_numbered_ids_are_noted(tmp_path, ids, noted):
    rows = [["id", "plan"], *([each, "x"] for each in ids)]
    load(a_csv(tmp_path, rows), [a_column(0, "id", ColumnType.ID), a_column(1, "plan")])
    metadata = pq.read_metadata(tmp_path / "typed.parquet").metadata
    assert json.loads(metadata[NUMBERED.encode()]) == ({} if noted is None else {"id": noted})
