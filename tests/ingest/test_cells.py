"""Quick looks at a cell must not rule out what a longer one would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.ingest.cells import is_date
from kpidesk.ingest.dates import ORDERS
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.ingest.words import TOTALS, is_total, may_be_total
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import Unreadable

_PIECES = [
    *("2024", "24", "03", "3", "3rd", "1st", "Mar", "march", "Dez", "rdmar", "thapr"),
    *("Mon", "Sat,", "SUB", "plan", "Q1", "W05", "FY", "de", "may", "sept"),
]


def test_no_word_for_totals_escapes_the_quick_look():
    named = {*TOTALS, "Total: Account", "EMEA Total", "Grand Total (net)", "Nord Summe", "Gesamtergebnis", "Sum:"}
    assert not [word for word in named if is_total(word) and not may_be_total(word)]
    assert not may_be_total("SUB-0001")


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5), st.sampled_from(["", " ", "-", "/", ", ", "."]))
def test_what_reads_as_a_date_is_one(pieces, between):
    text = between.join(pieces)
    forms = [ColumnFormat(type=ColumnType.DATE, date_order=order) for order in (*ORDERS, "my")]
    reads = any(read_cells([text], form) != [Unreadable.UNREADABLE] for form in forms)
    if reads and re.search(r"[a-z]{3}.*\d|\d[ -]?[a-z]{3}", text, re.I):
        assert is_date(text)


@pytest.mark.parametrize("text", ["SUB-00000001", "CUS-1", "plan 2024-01-05", "user_2024"])
def test_ids_are_no_dates(text):
    assert not is_date(text)
