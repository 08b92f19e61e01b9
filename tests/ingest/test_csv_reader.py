import csv

import pytest
from kpidesk.core.errors import UserError
from kpidesk.ingest import big_text, csv_reader
from kpidesk.ingest.csv_reader import read_csv
from kpidesk.ingest.raw_sheet import HEAD_ROWS


def a_file(folder, content, name="data.csv"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows_of(source):
    with source.path.open(newline="", encoding="utf-8-sig") as file:
        quoting = csv.QUOTE_MINIMAL if source.quote else csv.QUOTE_NONE
        return [
            tuple(row)
            for row in csv.reader(file, delimiter=source.delimiter, quotechar=source.quote or None, quoting=quoting)
        ]


def test_a_plain_file_is_its_own_source(tmp_path):
    path = a_file(tmp_path, "a;b\n1;2\n")
    sheet = read_csv(path, tmp_path / "own")
    assert (sheet.source.path, sheet.source.delimiter, sheet.rows, sheet.width) == (path, ";", 2, 2)
    assert sheet.head == (("a", "b"), ("1", "2"))


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            "title\n\na,b,c\n1,2,3\n4,5\n",
            [("title", "", ""), ("", "", ""), ("a", "b", "c"), ("1", "2", "3"), ("4", "5", "")],
        ),
        ("a,b\r1,2\r3,4\r", [("a", "b"), ("1", "2"), ("3", "4")]),
        ("Größe;Ort\n5;Köln\n".encode("cp1252"), [("Größe", "Ort"), ("5", "Köln")]),
        ("客户,金额\n北京,5\n".encode("gb18030"), [("客户", "金额"), ("北京", "5")]),
        ("a,b\n1,2\n".encode("utf-16"), [("a", "b"), ("1", "2")]),
        ('a,b\n1,"x\ny"\n', [("a", "b"), ("1", "x\ny")]),
        ('a,b\n1,"open\n3,4\n', [("a", "b"), ("1", '"open'), ("3", "4")]),
        (b"a,b\n1,\x002\n", [("a", "b"), ("1", "2")]),
        ("x  1\ny  2\nz  3\n", [("x", "1"), ("y", "2"), ("z", "3")]),
    ],
)
def test_other_files_get_a_plain_copy_with_every_row(tmp_path, content, rows):
    path = a_file(tmp_path, content)
    sheet = read_csv(path, tmp_path / "own")
    assert sheet.source.path != path
    assert rows_of(sheet.source) == rows
    assert sheet.rows == len(rows)


def test_marks_before_every_cell_are_no_part_of_it(tmp_path):
    text = "时间,币种,状态\n`2024-03-05,`CNY,`SUCCESS\n`2024-03-06,`CNY,`\n总数,说明\n`2,``x`\n"
    sheet = read_csv(a_file(tmp_path, text), tmp_path / "own")
    assert sheet.head[1:3] == (("2024-03-05", "CNY", "SUCCESS"), ("2024-03-06", "CNY", ""))
    assert rows_of(sheet.source)[-1] == ("2", "`x`", "")
    unmarked = read_csv(a_file(tmp_path, "a,b,c\n1,2,`x`\n", "b.csv"), tmp_path / "own")
    assert unmarked.head[1] == ("1", "2", "`x`")


def test_null_bytes_are_told(tmp_path):
    sheet = read_csv(a_file(tmp_path, b"a,b\n1,\x002\n"), tmp_path)
    assert [(finding.code, finding.count) for finding in sheet.findings] == [("ingest.null_bytes", 1)]


@pytest.mark.parametrize("content", ["", "\ufeff", "\n\n", bytes(range(256)) * 40])
def test_what_is_no_table_is_refused_in_words(tmp_path, content):
    with pytest.raises(UserError):
        read_csv(a_file(tmp_path, content), tmp_path)


def test_long_files_keep_a_sample_the_last_rows_and_all_totals(tmp_path):
    lines = ["k,v"] + [f"Total,{i}" if i == 9_001 else f"x{i},{i}" for i in range(20_000)]
    sheet = read_csv(a_file(tmp_path, "\n".join(lines)), tmp_path)
    numbers = {sample.row: sample.cells for sample in sheet.further}
    assert len(sheet.head) == HEAD_ROWS
    assert numbers[9_002] == ("Total", "9001")
    assert numbers[20_000] == ("x19999", "19999")
    assert 3_000 < len(numbers) < 5_000


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_big_files_are_read_in_pieces(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", 100_000)
    lines = ["编号,值,名称"] + [f"{i},{i * 2},名{i}" for i in range(60_000)]
    path = a_file(tmp_path, "\n".join(lines).encode(encoding))
    sheet = read_csv(path, tmp_path / "own")
    assert (sheet.rows, sheet.width, sheet.source.delimiter) == (60_001, 3, ",")
    assert sheet.head[1] == ("0", "0", "名0")
    assert all(
        sample.cells == (f"{sample.row - 1}", f"{(sample.row - 1) * 2}", f"名{sample.row - 1}")
        for sample in sheet.further
    )
    assert sheet.further[-1].row == 60_000
    assert (sheet.source.path == path) == (encoding == "utf-8")


def test_big_odd_files_get_a_plain_copy(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", 1_000)
    path = a_file(tmp_path, "a,b\n" + "1,2\n\n" * 2_000 + "3,4\n")
    sheet = read_csv(path, tmp_path / "own")
    assert sheet.source.path != path
    assert len(rows_of(sheet.source)) == 4_002


@pytest.mark.parametrize("whole", [10**9, 1_000])
def test_quotes_that_begin_far_down_are_quotes(tmp_path, monkeypatch, whole):
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", whole)
    monkeypatch.setattr(big_text, "_HEAD_BYTES", 2_000)
    lines = ["id,name,n", *(f"{i},plain {i},{i}" for i in range(3_000)), '3000,"Oak, Joan",1', "3001,plain,2"]
    sheet = read_csv(a_file(tmp_path, "\n".join(lines)), tmp_path / "own")
    assert (sheet.width, sheet.source.quote) == (3, '"')
    assert [row[:3] for row in rows_of(sheet.source)[-2:]] == [("3000", "Oak, Joan", "1"), ("3001", "plain", "2")]
    assert not sheet.findings


@pytest.mark.parametrize("whole", [10**9, 1_000])
def test_inches_far_down_are_no_quotes(tmp_path, monkeypatch, whole):
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", whole)
    monkeypatch.setattr(big_text, "_HEAD_BYTES", 2_000)
    lines = ["id,name,n", *(f"{i},plain {i},{i}" for i in range(3_000)), '3000,"5 pipe,1', '3001,6" pipe,2']
    sheet = read_csv(a_file(tmp_path, "\n".join(lines)), tmp_path / "own")
    assert [row[:3] for row in rows_of(sheet.source)[-2:]] == [("3000", '"5 pipe', "1"), ("3001", '6" pipe', "2")]


def found(sheet):
    return {finding.code: (finding.count, str(finding.where)) for finding in sheet.findings}


def test_rows_out_of_step_are_told_with_their_place(tmp_path):
    rows = ["a,b,c"] + ["1,2,3"] * 30 + ["1,2,3,4", "5,6"]
    sheet = read_csv(a_file(tmp_path, "Report of May\n" + "\n".join(rows)), tmp_path)
    assert found(sheet) == {"ingest.long_rows": (1, "data.csv!33"), "ingest.short_rows": (1, "data.csv!34")}


def test_cells_that_show_an_error_are_counted(tmp_path):
    sheet = read_csv(a_file(tmp_path, "id,rate\n1,#DIV/0!\n2,5\n3,#N/A\n4,#5\n"), tmp_path)
    assert found(sheet) == {"ingest.error_cells": (2, "data.csv!B2")}


def test_rows_of_more_cells_than_can_be_read_are_told(tmp_path):
    wide = ",".join(f"c{i}" for i in range(17_000)) + "\n" + ",".join("1" for _ in range(17_000))
    assert found(read_csv(a_file(tmp_path, wide), tmp_path))["ingest.too_many_columns"] == (2, "data.csv!1")


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("a,b\r\r\n1,2\r\r\n3,4\r\r\n", (("a", "b"), ("1", "2"), ("3", "4"))),
        ("a,b\n1,2\r3,4\n5,6\n", (("a", "b"), ("1", "2"), ("3", "4"), ("5", "6"))),
        ("a,b\n1,x\ry\n2,z\n", (("a", "b"), ("1", "x\ry"), ("2", "z"))),
    ],
)
def test_returns_end_lines_where_rows_come_out_even(tmp_path, content, rows):
    assert read_csv(a_file(tmp_path, content), tmp_path / "own").head == rows


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('7,"say 5"",c', ("7", 'say 5"', "c")),
        ('"7,"a,b",c', ('"7', "a,b", "c")),
        ('7"a,b,d",c', ("7", "a,b,d", "c")),
        ('7,"a"b,c', ("7", '"a"b', "c")),
        ('7,"a,b",c,', ("7", "a,b", "c", "")),
    ],
)
def test_quotes_out_of_place_are_read_to_the_width_of_the_others(tmp_path, line, row):
    text = "\n".join(["i,n,c"] + ['1,"x,y",z'] * 20 + [line])
    assert read_csv(a_file(tmp_path, text), tmp_path / "own").head[-1] == row


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a,b," * 500, "endless line"),
        (b"\x00" * 2_000, "no readable text"),
        (bytes(range(256)) * 8, "no readable text"),
    ],
)
def test_big_files_that_are_no_table_are_refused_at_once(tmp_path, monkeypatch, content, says):
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", 1_000)
    monkeypatch.setattr(csv_reader, "_LONGEST_LINE", 1_500)
    with pytest.raises(UserError, match=says):
        read_csv(a_file(tmp_path, content), tmp_path / "own")


@pytest.mark.parametrize("quoted", [False, True], ids=["plain", "quoted"])
def test_rows_out_of_step_and_errors_of_big_files_are_told_as_those_of_small_ones(tmp_path, monkeypatch, quoted):
    text = '"said, twice"' if quoted else "said"
    rows = [f"{n},2024-01-05,{text},{n * 3}" for n in range(6_000)]
    rows[2_500] += ",more"
    rows[2_501] = "7,2024-01-05"
    rows[4_000] += ",,"
    rows[5_990] = "8,#N/A,x,#DIV/0!"
    path = tmp_path / "big.csv"
    path.write_text("no,day,text,amount\n" + "\n".join(rows) + "\n", encoding="utf-8")
    whole = read_csv(path, tmp_path / "scratch")
    monkeypatch.setattr(csv_reader, "WHOLE_BYTES", 1_000)
    monkeypatch.setattr(big_text, "_PIECE", 9_973)
    big = read_csv(path, tmp_path / "scratch")
    assert big.findings == whole.findings
    told = {finding.code: (finding.count, str(finding.where)) for finding in big.findings}
    assert told == {
        "ingest.long_rows": (1, "big.csv!2502"),
        "ingest.short_rows": (1, "big.csv!2503"),
        "ingest.error_cells": (2, "big.csv!B5992"),
    }
