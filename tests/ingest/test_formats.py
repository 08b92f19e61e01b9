"""Parquet, JSON and packed files: read by their content, whatever they are called, and refused in one sentence."""

import contextlib
import csv
import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from kpidesk.core.errors import UserError
from kpidesk.ingest.raw_sheet import HEAD_ROWS
from kpidesk.ingest.reader import Reader, read_file, spreadsheets

CSV = "id,name\n1,Ann\n2,Bob\n"
ROWS = (("id", "name"), ("1", "Ann"), ("2", "Bob"))


def put(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def book():
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def stored(sheet):
    """All rows as they are read again later."""
    if sheet.source.is_parquet:
        table = pq.read_table(sheet.source.path)
        return [tuple(text or "" for text in row) for row in zip(*(c.to_pylist() for c in table.columns), strict=True)]
    with sheet.source.path.open(newline="", encoding="utf-8-sig") as file:
        return [tuple(row) for row in csv.reader(file, delimiter=sheet.source.delimiter)]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", book(), "xlsx"),
        ("a.xls", CSV, "csv"),
        ("a.xlsx", CSV.replace(",", "\t"), "tsv"),
        ("a.xls", "<html><table><tr><th>id<th>name<tr><td>1<td>Ann<tr><td>2<td>Bob</table></html>", "html"),
        ("a.txt", '{"id": 1, "name": "Ann"}\n{"id": 2, "name": "Bob"}\n', "jsonl"),
        ("a.dat", '[{"id": 1, "name": "Ann"},\n{"id": 2, "name": "Bob"}]', "json"),
        ("a.csv", zipped(**{"b.txt": CSV}), "csv"),
        ("a.csv", gzip.compress(CSV.encode(), mtime=0), "csv"),
    ],
)
def test_the_content_tells_the_format_not_the_ending(tmp_path, name, content, kind):
    (sheet,) = read_file(put(tmp_path, name, content), tmp_path / "own")
    assert sheet.format == kind
    assert sheet.head == ROWS


def test_json_keeps_numbers_as_written_and_spreads_nested_records(tmp_path):
    lines = [
        '{"id": 12345678901234567890, "price": 1.50, "who": {"name": "Ann", "city": {"zip": "01"}}, "tags": ["a", 1]}',
        '{"id": 2, "late": true, "price": 1e3, "who": null}',
    ]
    (sheet,) = read_file(put(tmp_path, "a.jsonl", "\n".join(lines)), tmp_path / "own")
    assert stored(sheet) == [
        ("id", "price", "who.name", "who.city.zip", "tags", "late", "who"),
        ("12345678901234567890", "1.50", "Ann", "01", '["a", "1"]', "", ""),
        ("2", "1e3", "", "", "", "true", ""),
    ]


@pytest.mark.parametrize(
    "document",
    [
        {"meta": {"page": 1}, "data": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bob"}]},
        {"result": {"rows": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bob"}]}},
        {"id": [1, 2], "name": ["Ann", "Bob"]},
        {"id": {"0": 1, "1": 2}, "name": {"0": "Ann", "1": "Bob"}},
        [["id", "name"], [1, "Ann"], [2, "Bob"]],
    ],
)
def test_the_table_in_a_json_document_is_found(tmp_path, document):
    (sheet,) = read_file(put(tmp_path, "a.json", json.dumps(document, indent=1)), tmp_path / "own")
    assert sheet.head == ROWS


def test_one_line_is_a_document_as_web_services_send_it(tmp_path):
    answer = {"object": "list", "has_more": False, "data": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bob"}]}
    (sheet,) = read_file(put(tmp_path, "a.json", json.dumps(answer)), tmp_path / "own")
    assert sheet.head == ROWS


def test_lines_that_are_no_json_are_counted_and_placed(tmp_path):
    text = '{"a": 1}\n{"a": 2}\n{"a": \n\n{"a": 4}\n'
    (sheet,) = read_file(put(tmp_path, "a.jsonl", text), tmp_path / "own")
    assert sheet.head == (("a",), ("1",), ("2",), ("4",))
    (finding,) = sheet.findings
    assert (finding.code, finding.count, str(finding.where)) == ("ingest.bad_lines", 1, "a.jsonl:3")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 5_000, "[1" + "0" * 10_000 + "]", '{"a": [[[[[[[[1]]]]]]]]}']
)
def test_json_bombs_do_no_harm(tmp_path, text):
    with contextlib.suppress(UserError):
        assert read_file(put(tmp_path, "a.json", text), tmp_path / "own")


def test_parquet_comes_as_plain_text(tmp_path):
    table = pa.table(
        {
            "id": [1, 2],
            "price": [1.5, 1e20],
            "cost": [Decimal("1.50"), None],
            "day": [date(2024, 1, 31), None],
            "at": pa.array([datetime(2024, 1, 31, tzinfo=UTC), None], pa.timestamp("us", "UTC")),
            "when": pa.array([datetime(2024, 1, 31, 12, 30), datetime(2024, 2, 1)], pa.timestamp("ns")),
            "plan": pa.array(["Pro", "Basic"]).dictionary_encode(),
            "flag": [True, False],
            "tags": [["a"], []],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    (sheet,) = read_file(tmp_path / "a.parquet", tmp_path / "own")
    assert stored(sheet) == [
        tuple(table.column_names),
        ("1", "1.5", "1.50", "2024-01-31", "2024-01-31", "2024-01-31 12:30:00", "Pro", "true", '["a"]'),
        ("2", "100000000000000000000", "", "", "", "2024-02-01 00:00:00", "Basic", "false", "[]"),
    ]
    assert [finding.code for finding in sheet.findings] == ["ingest.nested_columns"]


def test_long_parquet_keeps_head_sample_and_end(tmp_path):
    pq.write_table(pa.table({"n": list(range(30_000))}), tmp_path / "a.parquet")
    (sheet,) = read_file(tmp_path / "a.parquet", tmp_path / "own")
    assert (sheet.rows, len(sheet.head), sheet.further[-1].row) == (30_001, HEAD_ROWS, 30_000)
    assert all(sample.cells == (str(sample.row - 1),) for sample in sheet.further)


@pytest.mark.parametrize("cut", [4, 12, 60, 200])
def test_damaged_parquet_is_told(tmp_path, cut):
    pq.write_table(pa.table({"n": list(range(300))}), tmp_path / "a.parquet")
    path = put(tmp_path, "b.parquet", (tmp_path / "a.parquet").read_bytes()[:-cut])
    with pytest.raises(UserError, match=r"b\.parquet"):
        read_file(path, tmp_path / "own")


def test_members_of_a_zip_are_sheets_and_their_findings_name_them(tmp_path):
    members = {
        "2024/orders.csv": CSV,
        "odd.csv": b"a,b\n1,\x002\n",
        "logo.png": b"\x89PNG",
        "__MACOSX/._x.csv": b"\x00",
    }
    sheets = read_file(put(tmp_path, "all.zip", zipped(**members)), tmp_path / "own")
    assert [(sheet.file.name, sheet.sheet, sheet.head[0]) for sheet in sheets] == [
        ("all.zip", "2024/orders.csv", ("id", "name")),
        ("all.zip", "odd.csv", ("a", "b")),
    ]
    found = {finding.code: str(finding.where) for sheet in sheets for finding in sheet.findings}
    assert found == {"ingest.members_left_out": "all.zip", "ingest.null_bytes": "all.zip › odd.csv"}
    assert [stored(sheet)[1] for sheet in sheets] == [("1", "Ann"), ("1", "2")]


def test_a_member_that_cannot_be_read_does_not_hide_the_others(tmp_path):
    path = put(tmp_path, "all.zip", zipped(**{"bad.xlsx": b"PK\x03\x04", "good.csv": CSV, "empty.csv": b""}))
    (sheet,) = read_file(path, tmp_path / "own")
    assert {str(finding.where) for finding in sheet.findings} == {"all.zip › bad.xlsx", "all.zip › empty.csv"}


def test_names_in_old_chinese_archives_are_read(tmp_path):
    raw = zipped(**{"????.csv": CSV}).replace(b"????.csv", "订单".encode("gbk") + b".csv")
    (sheet,) = read_file(put(tmp_path, "a.zip", raw), tmp_path / "own")
    assert sheet.sheet == "订单.csv"


def test_a_workbook_in_a_gz_in_a_zip_is_read_but_no_deeper(tmp_path):
    once = zipped(**{"a.xlsx.gz": gzip.compress(book(), mtime=0)})
    (sheet,) = read_file(put(tmp_path, "a.zip", once), tmp_path / "own")
    assert (sheet.sheet, sheet.head) == ("a.xlsx.gz › Sheet", ROWS)
    with pytest.raises(UserError, match="archive within archives"):
        read_file(put(tmp_path, "b.zip", zipped(**{"a.zip": once})), tmp_path / "own")


def a_bomb():
    return zipped(**{"a.csv": b"0" * 130_000_000})


def overlapping():
    """Two entries that share the bytes of one member."""
    raw = bytearray(zipped(**{"a.csv": CSV * 50, "b.csv": CSV * 50}))
    first, second = raw.index(b"PK\x01\x02"), raw.rindex(b"PK\x01\x02")
    raw[second + 42 : second + 46] = raw[first + 42 : first + 46]
    return bytes(raw)


def locked():
    raw = bytearray(zipped(**{"a.csv": CSV}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.zip", a_bomb(), "unpacks to far more"),
        ("a.csv.gz", gzip.compress(b"0" * 130_000_000, mtime=0), "unpacks to far more"),
        ("a.zip", overlapping(), "unpacks to far more"),
        ("a.zip", locked(), "password"),
        ("a.zip", zipped(**{"a.csv": CSV})[:60], "damaged"),
        ("a.csv.gz", gzip.compress(CSV.encode() * 1000, mtime=0)[:40], "damaged"),
        ("a.zip", zipped(), "is empty"),
        ("a.pdf", b"%PDF-1.7 x", "PDF"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        ("a.csv", zipped(**{"word/document.xml": b"<x/>"}), "document"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "archive of a kind"),
        ("a.db", b"SQLite format 3\x00" + bytes(50), "database"),
    ],
    ids=lambda part: "" if isinstance(part, bytes) else None,  # archives hold the time at which they were made
)
def test_what_holds_no_table_is_refused_in_one_sentence(tmp_path, name, content, says):
    with pytest.raises(UserError, match=says) as refusal:
        read_file(put(tmp_path, name, content), tmp_path / "own")
    assert "\n" not in str(refusal.value)


def test_one_reader_unpacks_again_after_a_refusal(tmp_path):
    with Reader(tmp_path / "own") as reader:
        with pytest.raises(UserError):
            reader.read(put(tmp_path, "a.zip", zipped(**{"b.zip": zipped(**{"c.zip": zipped(**{"d.csv": CSV})})})))
        assert reader.read(put(tmp_path, "e.zip", zipped(**{"d.csv": CSV})))[0].head == ROWS


def test_folders_are_searched_for_all_that_is_read(tmp_path):
    for name in ("a.csv", "b.XLSX", "c.jsonl", "d.parquet", "e.zip", "f.csv.gz", "g.png", ".h.csv", "~$b.xlsx"):
        put(tmp_path, name, b"x")
    found = spreadsheets([tmp_path])
    assert [path.name for path in found] == ["a.csv", "b.XLSX", "c.jsonl", "d.parquet", "e.zip", "f.csv.gz"]
