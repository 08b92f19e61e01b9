import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import Unreadable
from kpidesk.store.text_load import TextColumn, load_text
from kpidesk.store.text_rows import RowWindow
from kpidesk.store.text_sql import reading


@dataclass(frozen=True)
class Rows:
    path: Path
    width: int
    is_parquet: bool = False
    delimiter: str = ","
    quote: str = '"'
    skip: int = 0


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = true").fetchall()
        yield connection


@pytest.fixture(scope="module")
def shared():
    with duckdb.connect() as connection:
        yield connection


def a_csv(folder, rows):
    path = folder / "rows.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return Rows(path, max(len(row) for row in rows))


def a_column(index, name, type=ColumnType.TEXT, **more):
    return TextColumn(index, name, ColumnFormat(type=type, **more))


def load(connection, source, columns, *, first=1, last=None, without=()):
    target = source.path.with_name("typed.parquet")
    report = load_text(connection, source, columns, target, read_cells, window=RowWindow(first, last, without))
    table = connection.execute(f"SELECT * FROM read_parquet('{target}')").fetchall()
    return report, table


def test_clean_rows_are_typed_and_numbered(connection, tmp_path):
    source = a_csv(tmp_path, [["id", "day", "amount"], ["007", "2024-01-05", "12.50"], ["008", "", "-3"]])
    columns = [
        a_column(0, "id", ColumnType.ID),
        a_column(1, "day", ColumnType.DATE, date_order="ymd"),
        a_column(2, "amount", ColumnType.MONEY),
    ]
    report, table = load(connection, source, columns)
    assert table == [("007", date(2024, 1, 5), 12.5, 1), ("008", None, -3.0, 2)]
    assert (report.rows, report.blank_rows, report.left_out, report.unreadable) == (2, 0, 0, ())


def test_cells_that_cannot_be_read_are_blank_and_reported(connection, tmp_path):
    source = a_csv(tmp_path, [["n"], ["1"], ["6806*"], ["(1,200)"], ["6806*"], ["32,56"], ["$2.5K"]])
    report, table = load(connection, source, [a_column(0, "n", ColumnType.NUMBER)])
    assert table == [(1.0, 1), (None, 2), (-1200.0, 3), (None, 4), (None, 5), (2500.0, 6)]
    (cells,) = report.unreadable
    assert (cells.name, cells.count, cells.rows, cells.examples) == ("n", 3, (2, 4, 5), ("6806*", "32,56"))


def test_total_and_blank_rows_are_left_out_and_counted(connection, tmp_path):
    rows = [["k", "v"], ["a", "1"], ["", ""], ["b", "2"], ["Total", "3"], ["c", "4"], ["note", ""]]
    report, table = load(
        connection, a_csv(tmp_path, rows), [a_column(0, "k"), a_column(1, "v", ColumnType.NUMBER)], last=5, without={4}
    )
    assert table == [("a", 1.0, 1), ("b", 2.0, 3), ("c", 4.0, 5)]
    assert (report.rows, report.blank_rows, report.left_out) == (3, 1, 1)


def test_one_column_may_be_loaded_twice_and_names_may_need_quoting(connection, tmp_path):
    source = a_csv(tmp_path, [["a"], ["1"]])
    _, table = load(connection, source, [a_column(0, 'o"dd', ColumnType.NUMBER), a_column(0, "客户")])
    assert table == [(1.0, "1", 1)]


def test_ragged_rows_are_kept(connection, tmp_path):
    source = a_csv(tmp_path, [["a", "b"], ["1", "2"], ["3"], ["4", "5", "6"]])
    _, table = load(connection, Rows(source.path, 2), [a_column(0, "a"), a_column(1, "b")])
    assert table == [("1", "2", 1), ("3", None, 2), ("4", "5", 3)]


def test_days_that_do_not_exist_are_reported(connection, tmp_path):
    source = a_csv(tmp_path, [["a", "b"], ["2024-02-30", "30/02/2024"], ["2024-02-29", "29/02/2024"]])
    columns = [a_column(0, "a", ColumnType.DATE, date_order="ymd"), a_column(1, "b", ColumnType.DATE, date_order="dmy")]
    report, table = load(connection, source, columns)
    assert table == [(None, None, 1), (date(2024, 2, 29), date(2024, 2, 29), 2)]
    assert [cells.rows for cells in report.unreadable] == [(1,), (1,)]


def test_quoted_line_ends_are_read(connection, tmp_path):
    source = a_csv(tmp_path, [["a", "b"], ["x\ny", "2"], ["3", 'say "hi"']])
    _, table = load(connection, source, [a_column(0, "a"), a_column(1, "b")])
    assert table == [("x\ny", "2", 1), ("3", 'say "hi"', 2)]


def test_rows_of_a_parquet_keep_their_numbers(connection, tmp_path):
    path = tmp_path / "rows.parquet"
    connection.execute(f"COPY (SELECT 'k' || i AS c0, i::VARCHAR AS c1 FROM range(10) t(i)) TO '{path}'").fetchall()
    columns = [a_column(1, "n", ColumnType.NUMBER), a_column(5, "beyond")]
    report, table = load(connection, Rows(path, 2, is_parquet=True), columns, first=3, last=6, without=[5])
    assert table == [(3.0, None, 3), (4.0, None, 4), (6.0, None, 6)]
    assert (report.rows, report.left_out, report.blank_rows) == (3, 1, 0)


def test_empty_window_gives_an_empty_table(connection, tmp_path):
    report, table = load(connection, a_csv(tmp_path, [["a"], ["1"]]), [a_column(0, "a", ColumnType.NUMBER)], first=2)
    assert (report.rows, table) == (0, [])


_DIGITS = st.from_regex(r"-?[0-9]{1,6}([.,][0-9]{1,4}){0,3}", fullmatch=True)
_MONEY = st.from_regex(
    r"[ (]?-?[$€£]? ?[0-9]{1,3}([.,' ][0-9]{3}){0,2}([.,][0-9]{1,2})?( ?[€%KM])?[ )]?", fullmatch=True
)
_DAY = st.from_regex(
    r"[0-3]?[0-9][-/.][0-3]?[0-9][-/.]([12][0-9]{3}|[0-9]{2})( [0-2]?[0-9]:[0-6][0-9](:[0-6][0-9])?)?", fullmatch=True
)
_ISO = st.from_regex(
    r"[0-2][0-9]{3}-[01]?[0-9](-[0-3]?[0-9]([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9]([.][0-9]{1,6})?)?Z?)?)?",
    fullmatch=True,
)
_COUNTS = st.from_regex(r"[0-9]{1,9}([.]0|[.]5)?", fullmatch=True)
_WORDS = st.sampled_from(
    [
        "",
        " ",
        "--",
        "n/a",
        "None",
        "NULL",
        "#N/A",
        "Yes",
        "no",
        "TRUE",
        "0",
        "1.0",
        "nan",
        "inf",
        "1e3",
        "0x1F",
        "1_000",
        "x",
        "\t a\xa0",
        "Ｎ／Ａ",
        "12345678",
        "２０２４",
        "NaT",
        "13085.0",
        "  n/a      ",
        "INV-7",
        "北京",
        "ｎａｎ",
        "\u200b",
    ]
)
_TEXTS = st.one_of(_DIGITS, _MONEY, _DAY, _ISO, _COUNTS, _WORDS, st.text(max_size=12))
_FORMATS = st.one_of(
    st.sampled_from([ColumnFormat(type=t) for t in (ColumnType.TEXT, ColumnType.ID, ColumnType.FLAG)]),
    st.builds(
        ColumnFormat,
        type=st.sampled_from([ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT]),
        decimal=st.sampled_from([".", ","]),
        multiplier=st.sampled_from([1.0, 0.01, 1000.0]),
    ),
    st.builds(
        ColumnFormat,
        type=st.just(ColumnType.DATE),
        date_order=st.sampled_from(["ymd", "dmy", "mdy", "ym", "my", "year", "month", "serial", "serial1904", "epoch"]),
        has_time=st.booleans(),
    ),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=60), _FORMATS)
def test_sql_reads_as_parse_cell_does_whatever_its_gate_lets_through(shared, texts, form):
    read = reading("c", form)
    texts = [text.replace("\x00", "") for text in texts]
    select = f"SELECT c, {read.tried()}, {read.rest('c')} FROM (SELECT unnest($1::VARCHAR[]) AS c)"
    rows = shared.execute(select, [texts]).fetchall()
    for text, value, rest in rows:
        if rest is None:
            expected = read_cells([text], form)[0]
            assert expected is not Unreadable.UNREADABLE, text
            assert value == expected, text
        else:
            assert value is None
            assert rest == text
    assert not rows or all(isinstance(v, datetime) for _, v, _ in rows if v is not None and form.has_time)


_CELLS = [
    "Basic",
    "Pro",
    "",
    " ",
    "n/a",
    " Pro",
    "Pro ",
    "NULL",
    "\u3000x",
    "na",
    "北京",
    "a b",
    'say "hi"',
    "x,y",
    "0",
    "-",
]


@pytest.mark.parametrize("odd", [[], ["Pro "], ["n/a", ""], _CELLS])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("is_big", [False, True])
def test_texts_are_tidy_however_they_are_read(connection, tmp_path, monkeypatch, odd, quoting, is_big):
    if is_big:
        monkeypatch.setattr("kpidesk.store.text_load._BIG_BYTES", 0)
    plans = ["Basic", "Pro", "Team", *odd] * 50
    path = tmp_path / "rows.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = [["id", "plan", "note"], *([f"S-{i}", plan, f"{plan}{i} "] for i, plan in enumerate(plans))]
        csv.writer(file, lineterminator="\n", quoting=quoting).writerows(rows)
    columns = [a_column(0, "id", ColumnType.ID), a_column(1, "plan"), a_column(2, "note")]
    report, table = load(connection, Rows(path, 3), columns)
    assert [row[:3] for row in table] == [
        (f"S-{i}", read_cells([plan], columns[1].format)[0], f"{plan}{i}".strip()) for i, plan in enumerate(plans)
    ]
    assert (report.rows, report.unreadable) == (len(plans), ())


@pytest.mark.parametrize("cells", [["", "a", " b "], ["", "a", "b"]])
def test_blank_texts_of_a_parquet_are_nothing(connection, tmp_path, cells):
    path = tmp_path / "rows.parquet"
    listed = ", ".join(f"('{cell}', 'k{i}')" for i, cell in enumerate(cells))
    connection.execute(f"COPY (SELECT * FROM (VALUES {listed}) t(c0, c1)) TO '{path}'").fetchall()
    _, table = load(connection, Rows(path, 2, is_parquet=True), [a_column(0, "a"), a_column(1, "b")], first=0)
    assert table == [(None, "k0", 0), ("a", "k1", 1), ("b", "k2", 2)]
