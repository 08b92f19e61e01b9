"""Workbooks as people lay them out, each made here, and every cell that comes back compared."""

from datetime import date

import openpyxl
import pytest
import xlsxwriter
from kpidesk.core.progress import Progress
from kpidesk.ingest.layout import find_regions
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.reader import Reader
from kpidesk.ingest.unpivot import month_starts
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    with Reader(tmp_path_factory.mktemp("scratch")) as reader:
        yield reader


def a_book(folder, text="", *, name="book.xlsx", merges=(), **sheets):
    """A workbook of sheets drawn with ``|`` between cells; numbers, dates and blanks are typed as Excel would."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, drawing in (sheets or {"s": text}).items():
        sheet = book.create_sheet(title)
        for line in drawing.strip("\n").splitlines():
            sheet.append([typed(cell.strip()) for cell in line.split("|")])
        for merge in merges:
            sheet.merge_cells(merge)
    book.save(folder / name)
    return folder / name


def typed(text):
    for read in (int, float, date.fromisoformat):
        try:
            return read(text) if text.lstrip("-")[:1] != "0" or len(text) == 1 or "." in text else text
        except ValueError:
            continue
    return text or None


def tables(reader, path):
    """Header names and data rows of each table, as texts, totals left out."""
    found = []
    for sheet in reader.read(path):
        for region in find_regions(sheet):
            last = sheet.rows - 1 if region.last_body is None else region.last_body
            rows = [
                " ".join(row[region.first_column : region.last_column + 1]).rstrip()
                for at, row in enumerate(sheet.head)
                if region.first_body <= at <= last and at not in region.total_rows and any(row)
            ]
            found.append((region.headers, rows))
    return found


BODY = "A|2024-01-05|3\nB|2024-02-06|4.5\nC|2024-03-07|6"
ROWS = ["A 2024-01-05 3", "B 2024-02-06 4.5", "C 2024-03-07 6"]
NAMES = ("plan", "day", "amount")
HEAD = "plan|day|amount"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{BODY}",
        f"Acme Ltd.\nSubscriptions as of 31 Dec 2024\n\n{HEAD}\n{BODY}",
        f"\n\n\n{HEAD}\n{BODY}",
        f"{HEAD}\n{BODY}\n\nSource: CRM\nGenerated on 2025-01-02 by the CRM",
        f"{HEAD}\n{BODY}\n* with tax\nNote: prices of 2024",
        f"{HEAD}\n{BODY}\nTotal||13.5",
        f"{HEAD}\n{BODY}\n||13.5",
        f"{HEAD}\n{BODY}\n合计||13.5",
        f"{HEAD}\nA|2024-01-05|3\nA total||3\nB|2024-02-06|4.5\nB total||4.5\nC|2024-03-07|6\nC total||6\nTotal||13.5",
        f"{HEAD}\nA|2024-01-05|3\n\nB|2024-02-06|4.5\n\n\nC|2024-03-07|6",
        f"{HEAD}\nA|2024-01-05|3\n{HEAD}\nB|2024-02-06|4.5\n{HEAD}\nC|2024-03-07|6",
        f"{HEAD}\nA|2024-01-05|3\nPage 1 of 3\n{HEAD}\nB|2024-02-06|4.5\n\nPage 2 of 3\n{HEAD}\nC|2024-03-07|6",
    ],
    ids=["plain", "titles", "blank above", "notes after a blank", "footnotes", "total", "bare total", "Chinese total",
         "subtotals", "blank rows", "repeated header", "pages"],
)  # fmt: skip
def test_one_table_is_found_whole_and_alone(reader, tmp_path, text):
    assert tables(reader, a_book(tmp_path, text)) == [(NAMES, ROWS)]


def test_a_short_name_alone_in_the_last_row_is_kept(reader, tmp_path):
    (table,) = tables(reader, a_book(tmp_path, f"{HEAD}\n{BODY}\nD||"))
    assert table[1] == [*ROWS, "D"]


def test_a_last_row_that_is_no_sum_is_data(reader, tmp_path):
    (table,) = tables(reader, a_book(tmp_path, f"{HEAD}\n{BODY}\n||13.6"))
    assert table[1] == [*ROWS, "  13.6"]


def test_a_row_of_units_is_no_data_and_names_them(reader, tmp_path):
    text = "Month|Revenue|Margin|Seats\n|USD|%|\n2024-01-01|100|50|3\n2024-02-01|120|51|4"
    assert tables(reader, a_book(tmp_path, text)) == [
        (("Month", "Revenue (USD)", "Margin (%)", "Seats"), ["2024-01-01 100 50 3", "2024-02-01 120 51 4"])
    ]


def test_three_header_rows_with_merges_and_years_are_joined(reader, tmp_path):
    text = "Region|2023||2024|\n|Q1||Q1|\n|units|sales|units|sales\nNorth|1|2|3|4\nSouth|5|6|7|8"
    path = a_book(tmp_path, text, merges=("A1:A3", "B1:C1", "D1:E1", "B2:C2", "D2:E2"))
    names = ("Region", "2023 Q1 units", "2023 Q1 sales", "2024 Q1 units", "2024 Q1 sales")
    assert tables(reader, path) == [(names, ["North 1 2 3 4", "South 5 6 7 8"])]


def test_words_of_merged_cells_stand_in_each_of_their_rows_and_numbers_once(reader, tmp_path):
    text = "Region|Rep|Target|Sales\nNorth|Al|10|1\n|Bo||2\nSouth|Cy|20|3\n|Di||4"
    path = a_book(tmp_path, text, merges=("A2:A3", "A4:A5", "C2:C3", "C4:C5"))
    (table,) = tables(reader, path)
    assert table[1] == ["North Al 10 1", "North Bo  2", "South Cy 20 3", "South Di  4"]


def test_words_merged_over_blank_rows_make_no_rows(reader, tmp_path):
    path = a_book(tmp_path, f"{HEAD}\n{BODY}\n\nAll prices\n\n\n", merges=("A6:A9",))
    assert tables(reader, path) == [(NAMES, ROWS)]


def test_the_first_name_may_be_missing(reader, tmp_path):
    (table,) = tables(reader, a_book(tmp_path, "|Revenue|Seats\nJan|100|3\nFeb|120|4\nMar|125|5"))
    assert table == (("", "Revenue", "Seats"), ["Jan 100 3", "Feb 120 4", "Mar 125 5"])


def test_tables_above_and_beside_each_other_are_four(reader, tmp_path):
    text = """
plan|price||channel|cost
A|3||ads|5
B|4||mail|7
C|4||web|7


Month|MRR||Region|Count
2024-01-01|3||North|5
2024-02-01|4||South|6
"""
    assert tables(reader, a_book(tmp_path, text)) == [
        (("plan", "price"), ["A 3", "B 4", "C 4"]),
        (("channel", "cost"), ["ads 5", "mail 7", "web 7"]),
        (("Month", "MRR"), ["2024-01-01 3", "2024-02-01 4"]),
        (("Region", "Count"), ["North 5", "South 6"]),
    ]


def test_notes_beside_a_table_are_no_part_of_it(reader, tmp_path):
    text = "plan|price|seats||Notes\nA|3|4||ask finance about A\nB|5|6\nC|5|6||B was merged with C in May\nD|5|6"
    assert tables(reader, a_book(tmp_path, text)) == [
        (("plan", "price", "seats"), ["A 3 4", "B 5 6", "C 5 6", "D 5 6"])
    ]


def test_a_table_on_its_side_is_turned_and_says_so(reader, tmp_path):
    text = "id|C1|C2|C3|C4\nstart|2024-01-05|2024-02-06|2024-03-07|2024-04-08\nmrr|10|20|30|40\nplan|A|B|A|B"
    path = a_book(tmp_path, text)
    names = ("id", "start", "mrr", "plan")
    rows = ["C1 2024-01-05 10 A", "C2 2024-02-06 20 B", "C3 2024-03-07 30 A", "C4 2024-04-08 40 B"]
    assert tables(reader, path) == [(names, rows)]
    (sheet,) = reader.read(path)
    assert [finding.code for finding in sheet.findings] == ["ingest.turned"]


@pytest.mark.parametrize(
    ("across", "first"),
    [
        ("M1|M2|M3", None),
        ("2024年1月|2024年2月|2024年3月", date(2024, 1, 1)),
        ("Jan-24|Feb-24|Mar-24", date(2024, 1, 1)),
        ("2024-01-01|2024-02-01|2024-03-01", date(2024, 1, 1)),
        ("202401|202402|202403", date(2024, 1, 1)),
        ("Q1 2024|Q2 2024|Q3 2024", date(2024, 3, 1)),
        ("2024 Q1|2024 Q2|2024 Q3", date(2024, 3, 1)),
        ("2023年第4季度|2024年第1季度|2024年第2季度", date(2023, 12, 1)),
        ("3Q23|4Q23|1Q24", date(2023, 9, 1)),
        ("FY22|FY23|FY24", date(2022, 12, 1)),
        ("2022|2023|2024", date(2022, 12, 1)),
    ],
)
def test_periods_running_across(tmp_path, across, first):
    path = a_book(tmp_path, f"KPI|{across}\nMRR|100|200|300\nActive customers|4|5|6")
    (table,) = propose([path], load_schema(), Progress()).tables
    assert (table.region.orientation, table.region.header_row) == ("across", 0)
    assert table.mapping.row_roles == {"MRR": "mrr", "Active customers": "active_customers"}
    starts = month_starts({i: table.region.headers[i] for i in table.mapping.month_columns}, None)
    assert starts.get(1) == first


def test_numbered_months_are_of_the_year_that_the_title_names(tmp_path):
    months = "|".join(f"M{n}" for n in range(1, 15))
    text = f"Plan 2024\n\nKPI|{months}\nMRR|{'|'.join(map(str, range(1, 15)))}\nActive customers|{'|'.join('9' * 14)}"
    (table,) = propose([a_book(tmp_path, text)], load_schema(), Progress()).tables
    years = {column.format.year for column in table.mapping.columns if column.index in table.mapping.month_columns}
    assert years == {2024}
    starts = month_starts({i: table.region.headers[i] for i in table.mapping.month_columns}, 2024)
    assert list(starts.values()) == [date(2024 + n // 12, n % 12 + 1, 1) for n in range(14)]
    assert "ingest.month_without_year" in [finding.code for finding in table.findings]


def test_a_year_in_the_row_above_belongs_to_the_months_below(tmp_path):
    text = "KPI|2023||2024||\n|Nov|Dec|Jan|Feb|Mar\nMRR|1|2|3|4|5\nActive customers|1|2|3|4|5"
    (table,) = propose([a_book(tmp_path, text, merges=("B1:C1", "D1:F1"))], load_schema(), Progress()).tables
    starts = month_starts({i: table.region.headers[i] for i in table.mapping.month_columns}, None)
    assert list(starts.values()) == [date(2023, 11, 1), date(2023, 12, 1), *(date(2024, m, 1) for m in (1, 2, 3))]


def test_what_excel_hides_is_read_and_told(reader, tmp_path):
    path = a_book(tmp_path, shown=f"{HEAD}\n{BODY}", kept=f"{HEAD}\n{BODY}")
    book = openpyxl.load_workbook(path)
    book["kept"].sheet_state = "veryHidden"
    book["shown"].row_dimensions[3].hidden = True
    book["shown"].column_dimensions["B"].hidden = True
    book.save(path)
    assert tables(reader, path) == [(NAMES, ROWS), (NAMES, ROWS)]
    codes = [(sheet.sheet, finding.code, finding.count) for sheet in reader.read(path) for finding in sheet.findings]
    assert codes == [
        ("shown", "ingest.hidden_rows", 1), ("shown", "ingest.hidden_columns", 1), ("kept", "ingest.hidden_sheet", 1),
    ]  # fmt: skip


def test_numbers_are_what_their_format_shows(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "formats.xlsx")
    sheet = book.add_worksheet("s")
    formats = [book.add_format({"num_format": code}) for code in ("0.0%", "[$€-407] #,##0.00", '"$"#,##0', "General")]
    sheet.write_row(0, 0, ("share_of_wallet", "wert", "list", "size", "zip", "flag"))
    for row in range(1, 6):
        for column, (form, value) in enumerate(zip(formats, (0.05, 12.5, 7, 3), strict=True)):
            sheet.write_number(row, column, value * row, form)
        sheet.write_string(row, 4, f"0{row}234")
        sheet.write_boolean(row, 5, row % 2 == 0)
    book.close()
    (table,) = propose([tmp_path / "formats.xlsx"], load_schema(), Progress()).tables
    columns = {column.header: column for column in table.mapping.columns}
    assert [columns[name].type for name in ("share_of_wallet", "wert", "list", "size", "zip", "flag")] == [
        ColumnType.PERCENT, ColumnType.MONEY, ColumnType.MONEY, ColumnType.NUMBER, ColumnType.ID, ColumnType.FLAG,
    ]  # fmt: skip
    assert columns["share_of_wallet"].format.multiplier == 1.0
    assert (columns["wert"].format.currency, columns["list"].format.currency) == ("EUR", "")
    assert table.region.sheet.head[1] == ("0.05", "12.5", "7", "3", "01234", "false")


@pytest.mark.parametrize("system", ["1900", "1904"])
def test_dates_are_the_same_in_both_date_systems(reader, tmp_path, system):
    book = xlsxwriter.Workbook(tmp_path / "dates.xlsx", {"date_1904": system == "1904"})
    sheet = book.add_worksheet("s")
    sheet.write_row(0, 0, ("id", "day"))
    form = book.add_format({"num_format": "dd.mm.yyyy"})
    for row, day in enumerate((date(2024, 2, 29), date(1999, 12, 31)), 1):
        sheet.write(row, 0, row)
        sheet.write_datetime(row, 1, day, form)
    sheet.write_row(3, 0, (3, "2024-03-01"))
    book.close()
    assert tables(reader, tmp_path / "dates.xlsx")[0][1] == ["1 2024-02-29", "2 1999-12-31", "3 2024-03-01"]
