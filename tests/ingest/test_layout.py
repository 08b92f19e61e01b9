from pathlib import Path

import pytest
from kpidesk.ingest.cells import month_columns, month_number
from kpidesk.ingest.layout import find_regions
from kpidesk.ingest.raw_sheet import MergedRange, RawSheet, SampledRow, TextSource


def a_sheet(text, *, merged=(), further=(), rows=None, sheet=None):
    """A sheet drawn with ``|`` between cells, one line a row."""
    head = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip("\n").splitlines())
    width = max(len(row) for row in head)
    source = TextSource(Path("x.csv"), False, ",", '"', 0, width)
    return RawSheet(Path("x.csv"), sheet, "csv", head, rows or len(head), width, source, further=further, merged=merged)


def shape(region):
    return region.header_rows, region.first_body, region.last_body, region.range


def test_a_plain_table():
    (region,) = find_regions(a_sheet("id|day|amount\n1|2024-01-05|3\n2|2024-01-06|4"))
    assert shape(region) == ((0,), 1, None, "A1:C3")
    assert (region.headers, region.orientation, region.total_rows) == (("id", "day", "amount"), "down", ())


def test_titles_blank_rows_and_notes_are_no_part_of_the_table():
    (region,) = find_regions(
        a_sheet("Report 2024||\n||\nplan|price|seats\nA|3|4\nB|5|6\n||\n||\nC|5|6\nSource: our own books||")
    )
    assert shape(region) == ((2,), 3, 7, "A3:C8")


def test_comments_and_sep_lines_are_passed_over():
    (region,) = find_regions(a_sheet("sep=;|\n# exported by hand|\nplan|price\nA|3\nB|5"))
    assert region.header_row == 2


def test_a_table_without_header():
    (region,) = find_regions(a_sheet("4|19970101|2|29.33\n21|19970102|3|63.34\n50|19970103|1|6.79"))
    assert (region.header_row, region.first_body, region.headers) == (-1, 0, ("A", "B", "C", "D"))


def test_two_header_rows_are_joined_under_what_spans_them():
    sheet = a_sheet(
        "id|Sales||Cost|\n|units|value|units|value\n7|1|2.5|3|4.5\n8|1|2.5|3|4.5",
        merged=(MergedRange(0, 1, 0, 2), MergedRange(0, 3, 0, 4)),
    )
    (region,) = find_regions(sheet)
    assert shape(region) == ((0, 1), 2, None, "A1:E4")
    assert region.headers == ("id", "Sales units", "Sales value", "Cost units", "Cost value")


@pytest.mark.parametrize(
    "word", ["Total", "Grand Total", "合计", "合計", "总计:", "Gesamt", "Total: Account", "Subtotal", "EMEA Total"]
)
def test_total_rows_are_found(word):
    (region,) = find_regions(a_sheet(f"plan|seats|price\nA|3|4\nB|4|5\nC|4|5\nD|4|5\n{word}|15|19"))
    assert region.total_rows == (5,)


def test_total_rows_far_down_are_found():
    rows = "\n".join(f"p{i}|{i}|1" for i in range(1999))
    further = (SampledRow(2500, ("Total", "5", "5")), SampledRow(2999, ("p", "1", "1")))
    (region,) = find_regions(a_sheet(f"plan|a|b\n{rows}", further=further, rows=3000))
    assert region.total_rows == (2500,)
    assert region.last_body is None


def test_a_plan_called_total_care_is_no_total():
    (region,) = find_regions(a_sheet("plan|price\nTotal Care|3\nBasic|4"))
    assert region.total_rows == ()


def test_stacked_tables_are_apart():
    first, second = find_regions(
        a_sheet("Month|MRR|\n2024-01|3|\n2024-02|4|\n||\n||\nchannel|cost|clicks\nads|5|6\nmail|7|8")
    )
    assert shape(first) == ((0,), 1, 2, "A1:B3")
    assert shape(second) == ((5,), 6, None, "A6:C8")


def test_a_repeated_header_starts_a_second_table():
    first, second = find_regions(a_sheet("plan|price\nA|3\nB|4\nplan|price\nC|5\nD|6"))
    assert (first.last_body, second.header_row) == (2, 3)


def test_tables_side_by_side_are_apart():
    left, right = find_regions(a_sheet("plan|price||channel|cost\nA|3||ads|5\nB|4||mail|7\nC|4||web|7"))
    assert (left.range, right.range) == ("A1:B4", "D1:E4")


def test_a_spacer_column_does_not_split_a_long_table():
    rows = "\n".join(f"c{i}|{i}||{i % 2}" for i in range(40))
    (region,) = find_regions(a_sheet(f"id|price||churned\n{rows}"))
    assert region.last_column == 3


@pytest.mark.parametrize(
    "months",
    [
        "2024-01|2024-02|2024-03",
        "Jan|Feb|Mar",
        "Jan-24|Feb-24|Mar-24",
        "dec20|jan21|feb21",
        "FY2010-Jan|FY2010-Feb|FY2010-Mar",
        "2024年1月|2024年2月|2024年3月",
        "M1|M2|M3",
        "2024-01-01|2024-02-01|2024-03-01",
        "1/2024|2/2024|3/2024",
    ],
)
def test_months_running_across_are_seen(months):
    (region,) = find_regions(a_sheet(f"KPI|{months}\nMRR|1|2|3\nCustomers|4|5|6"))
    assert (region.orientation, region.header_row, region.total_rows) == ("across", 0, ())


def test_a_model_with_gaps_between_its_rows_is_one_table():
    rows = [
        "Plan",
        "",
        "Months|M1|M2|M3|M4",
        "",
        "Revenue",
        "",
        "MRR|1|2|3|4",
        "",
        "ARR|12|24|36|48",
        "",
        "Costs|1|1|1|1",
    ]
    (region,) = find_regions(a_sheet("\n".join(rows)))
    assert shape(region) == ((2,), 3, None, "A3:E11")


def test_months_count_so_that_neighbours_differ_by_one():
    assert [month_number(text) for text in ("2024-12", "Jan-25", "M3", "March", "x", "12")] == [
        24299,
        24300,
        3,
        3,
        None,
        None,
    ]
    assert month_columns(("KPI", "Nov", "Dec", "Jan", "Total")) == (1, 2, 3)


def test_an_empty_sheet_holds_no_table():
    assert find_regions(a_sheet(" | \n | ")) == ()


def test_a_header_alone_is_a_table_without_rows():
    (region,) = find_regions(a_sheet("id|name|price"))
    assert (region.header_row, region.first_body) == (0, 1)
