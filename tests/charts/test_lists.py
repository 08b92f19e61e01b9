"""Long lists: their order, what filters let through, totals that are right; against answers made by hand."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.charts.lists.column import Kind, ListColumn, Total
from kpidesk.charts.lists.filters import is_readable, passing
from kpidesk.charts.lists.listing import Asked, Listing
from kpidesk.charts.lists.ordering import ranks, sorted_rows
from kpidesk.core.errors import Cancelled
from kpidesk.core.progress import Progress


def column(kind, values, total=Total.NONE, unit="count"):
    types = {Kind.TEXT: pa.string(), Kind.NUMBER: pa.float64(), Kind.MOMENT: pa.timestamp("us")}
    cells = [np.datetime64(each, "us") if isinstance(each, str) and kind is Kind.MOMENT else each for each in values]
    return ListColumn("Column", kind, pa.chunked_array([pa.array(cells, types[kind])]), str, total, unit=unit)


def shown(one, *, falling=False, alphabet=sorted):
    return [one.at(int(row)) for row in sorted_rows(ranks(one, alphabet, Progress()), falling=falling)]


def kept(one, typed):
    mask = passing(one, typed)
    return None if mask is None else [int(row) for row in np.flatnonzero(mask)]


def test_numbers_in_texts_count_by_their_value_and_capitals_do_not_matter():
    assert shown(column(Kind.TEXT, ["a10", "A2", "b", "a1", None, ""])) == ["a1", "A2", "a10", "b", None, ""]
    assert shown(column(Kind.TEXT, ["plan 2b", "plan 10", "plan 2a"])) == ["plan 2a", "plan 2b", "plan 10"]
    assert shown(column(Kind.TEXT, ["cus_10", "CUS_9", "cus_0100"]), falling=True) == ["cus_0100", "cus_10", "CUS_9"]


def test_letters_follow_the_alphabet_of_the_reader():
    by_sound = "阿李王张abcé"
    alphabet = lambda signs: sorted(signs, key=lambda sign: by_sound.find(sign))  # noqa: E731
    assert shown(column(Kind.TEXT, ["张三", "王五", "b", "李四", "阿明"]), alphabet=alphabet)[:4] == [
        "阿明", "李四", "王五", "张三",
    ]  # fmt: skip


def test_what_has_no_value_stands_last_in_both_directions_and_equal_rows_keep_their_order():
    numbers = column(Kind.NUMBER, [2.0, None, 1.0, 2.0])
    assert list(sorted_rows(ranks(numbers, sorted, Progress()), falling=False)) == [2, 0, 3, 1]
    assert list(sorted_rows(ranks(numbers, sorted, Progress()), falling=True)) == [0, 3, 2, 1]
    days = column(Kind.MOMENT, ["2025-03-01", None, "2024-12-31"])
    assert list(sorted_rows(ranks(days, sorted, Progress()), falling=True)) == [0, 2, 1]


@given(st.lists(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs",)), max_size=6), max_size=30))
def test_any_texts_can_be_sorted_and_none_is_lost(texts):
    found = shown(column(Kind.TEXT, texts))
    assert sorted(found) == sorted(texts)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("team", [0, 2]), ("=Team; Solo", [0, 3]), ("＝Team；Solo", [0, 3]), ("=team", []), ("-", [4, 5]),
        ("a.c", []), ("(", [6]), (" ", None),
    ],
)  # fmt: skip
def test_words_narrow_a_column_of_texts(typed, rows):
    assert kept(column(Kind.TEXT, ["Team", "Basic", "big TEAM", "Solo", None, "", "a(c"]), typed) == rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("120", [1]), (">120", [2]), (">=120", [1, 2]), ("≤120", [0, 1]), ("<120", [0]), ("100..1.2k", [1, 2]),
        ("..0", [0]), ("€120", [1]), ("1,200", [2]), ("-", [3]), ("much", None),
    ],
)  # fmt: skip
def test_amounts_narrow_a_column_of_numbers(typed, rows):
    one = column(Kind.NUMBER, [-3.5, 120.0, 1200.0, None], unit="money")
    assert kept(one, typed) == rows
    assert is_readable(one, typed) == (rows is not None)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("2025", [1, 2]), ("2025-03", [1]), ("2025-3-31", [1]), (">2025-03", [2]), ("<2025-03-31", [0]), ("-", [3]),
        ("2024-12..2025-03", [0, 1]), ("2025年3月", [1]), ("2025-13", None), ("..2024", [0]),
    ],
)  # fmt: skip
def test_dates_narrow_a_column_of_moments(typed, rows):
    assert kept(column(Kind.MOMENT, ["2024-12-31", "2025-03-31T23:59:59", "2025-04-01", None]), typed) == rows


def test_totals_are_those_of_the_rows_in_sight_and_ratios_are_never_added():
    """Of customers A, A, B with amounts 10, 20, 40: two customers, 70 in all; a rate has no total."""
    who = column(Kind.TEXT, ["A", "A", "B", None], Total.DISTINCT)
    amount = column(Kind.NUMBER, [10.0, 20.0, 40.0, None], Total.SUM)
    middle = column(Kind.NUMBER, [10.0, 20.0, 40.0, None], Total.MEDIAN)
    last = column(Kind.NUMBER, [10.0, 20.0, 40.0, 5.0], Total.LAST)
    rate = column(Kind.NUMBER, [0.1, 0.2, 0.4, None])
    listing = Listing((who, amount, middle, last, rate), 4)
    every = listing.arrange(Asked(sorted_by=1, is_falling=True), sorted, Progress())
    assert list(every.rows) == [2, 1, 0, 3]
    assert every.totals == (2, 70, 20, 5, None)
    some = listing.arrange(Asked({0: "a"}), sorted, Progress())
    assert (list(some.rows), some.totals) == ([0, 1], (1, 30, 15, 20, None))
    both = listing.arrange(Asked({0: "a", 1: ">15"}), sorted, Progress())
    assert list(both.rows) == [1]


def test_a_part_of_the_rows_is_not_totalled():
    listing = Listing((column(Kind.NUMBER, [1.0], Total.SUM),), 1, is_whole=False)
    assert listing.arrange(Asked(), sorted, Progress()).totals == (None,)


def test_a_cancel_is_heard():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        Listing((column(Kind.NUMBER, [1.0]),), 1).arrange(Asked({0: ">0"}), sorted, progress)


@pytest.mark.parametrize("word", ["10～50人", "Smith; Co", "＝A", "A－B"])
def test_a_word_that_occurs_is_found_whatever_signs_are_in_it(word):
    column = ListColumn("w", Kind.TEXT, pa.chunked_array([pa.array(["other", word])]), str)

    assert passing(column, f"={word}").tolist() == [False, True]
    assert passing(column, word[1:]).tolist() == [False, True]
