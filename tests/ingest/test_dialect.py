import pytest
from kpidesk.ingest.dialect import BLANKS, Dialect, find_dialect, split_rows

ROWS = [["date", "product", "price", "note"]] + [
    [f"2024-01-{d:02}", f"P{d}", f"{d}.50", "fine, good"] for d in range(1, 25)
]


def lines(delimiter, quote):
    return [delimiter.join(f"{quote}{c}{quote}" if quote and "," in c else c for c in row) for row in ROWS]


@pytest.mark.parametrize(
    ("delimiter", "quote"),
    [(",", '"'), (";", '"'), ("\t", '"'), ("|", '"'), (",", "'"), (";", ""), ("\t", ""), ("~", ""), ("\x01", "")],
)
def test_delimiter_and_quote_are_found_together(delimiter, quote):
    found = find_dialect(lines(delimiter, quote))
    assert found.delimiter == delimiter
    assert [list(row) for row in split_rows(lines(delimiter, quote), found)] == ROWS


def test_a_comma_with_a_blank_is_one_delimiter():
    found = find_dialect(["a, b, c", "1, 2, 3", '4, "x, y", 6'])
    assert list(split_rows(['4, "x, y", 6'], found)) == [("4", "x, y", "6")]


def test_decimal_commas_do_not_beat_semicolons():
    assert find_dialect(["a;b;c"] + ["1,5;2,5;3,5"] * 20).delimiter == ";"


def test_runs_of_blanks_set_columns_apart():
    assert find_dialect([" 00004 0001 19970101  2   29.33", " 00021 0002 19970101  3   63.34"]).delimiter == BLANKS


def test_a_sep_line_settles_it():
    assert find_dialect(["sep=|", "a,b|c,d", "1,2|3,4"]).delimiter == "|"


def test_times_do_not_make_a_colon_the_delimiter():
    assert find_dialect(["when"] + [f"10:{m:02}:00" for m in range(20)]).delimiter != ":"


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('a,"b,c",d', ("a", "b,c", "d")),
        ('a,"b ""c"" d",e', ("a", 'b "c" d', "e")),
        ('a,5" pipe,c', ("a", '5" pipe', "c")),
        ('a,"b" c,d', ("a", '"b" c', "d")),
        ('a,"open,d', ("a", '"open', "d")),
        ("a,,", ("a", "", "")),
        ('"",x,""', ("", "x", "")),
    ],
)
def test_quotes_open_and_close_only_where_cells_do(line, row):
    assert list(split_rows([line], Dialect(",", '"', width=3))) == [row]


def test_a_quoted_cell_may_run_over_lines():
    text = ["a,b,c", '1,"two', 'lines",3', "4,5,6"]
    assert list(split_rows(text, Dialect(",", '"', width=3)))[1] == ("1", "two\nlines", "3")


def test_an_unbalanced_quote_spoils_its_own_line_only():
    text = ["a,b,c", '1,"two,3', '4,"5,x",6', "7,8,9"]
    assert list(split_rows(text, Dialect(",", '"', width=3)))[1:] == [
        ("1", '"two', "3"),
        ("4", "5,x", "6"),
        ("7", "8", "9"),
    ]


def test_backslashes_may_guard_quotes():
    text = ["a,b"] + ['1,"say \\"hi\\", you"'] * 5
    assert list(split_rows(text, find_dialect(text)))[1] == ("1", 'say "hi", you')


def test_a_sentence_above_a_table_is_no_row_of_it():
    rows = [f"2024-01-{day:02},{day * 3},C-{day:03},Basic plan" for day in range(1, 20)]
    lines = ["Report of all sales", "made for the board", "day,amount,customer,plan", *rows]
    found = list(split_rows(lines, find_dialect(lines)))
    assert (found[0], found[1]) == (("Report of all sales",), ("made for the board",))


def test_a_line_set_apart_by_blanks_is_read_where_the_shapes_of_columns_allow_one_way_only():
    rows = [f"2024-01-{day:02},{day * 3},C-{day:03},Basic plan,Big city" for day in range(1, 20)]
    lines = [
        "day,amount,customer,plan,city",
        *rows,
        "2024-02-01 7 C-077 Basic Town",
        "2024-02-02 8 C-078 Basic plan Town",
    ]
    found = list(split_rows(lines, find_dialect(lines)))
    assert found[-2] == ("2024-02-01", "7", "C-077", "Basic", "Town")
    assert found[-1] == ("2024-02-02 8 C-078 Basic plan Town",)


def test_words_between_blanks_are_no_table_without_columns_of_a_shape():
    lines = ["the cat sat down", "a dog ran far away", "they all went home", "nobody knows why"] * 4
    assert find_dialect(lines).delimiter != " "
