"""What a spreadsheet gets from the clipboard: numbers as numbers, days as days, texts as they stand."""

from datetime import datetime

import numpy as np
import pyarrow as pa
import pytest
from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.core.errors import Cancelled
from kpidesk.core.progress import Progress
from kpidesk.export import list_clipboard
from kpidesk.export.list_clipboard import copied_rows

COLUMNS = (
    ListColumn("Id", Kind.TEXT, pa.chunked_array([["007", "=1+1", None]]), str),
    ListColumn("Paid", Kind.NUMBER, pa.chunked_array([[12.5, -3.0, None]]), str),
    ListColumn("On", Kind.MOMENT, pa.chunked_array([[datetime(2024, 2, 29), datetime(2024, 3, 1, 6), None]]), str),
)


def test_values_come_with_their_types_in_the_order_in_sight():
    found = copied_rows(COLUMNS, np.array([1, 0, 2]), Progress())
    lines = found.text.split("\n")
    assert lines[0] == "Id\tPaid\tOn"
    assert lines[1].split("\t")[1:] == ["-3", "2024-03-01 06:00:00"]
    assert not lines[1].startswith("=")
    assert lines[2:] == ["007\t12.5\t2024-02-29", "\t\t"]
    assert 'x:num="12.5"' in found.html
    assert 'sdval="45351"' in found.html  # 29 February 2024 in Excel and LibreOffice
    assert 'sdval="45352.25"' in found.html
    assert """mso-number-format:"\\@"' sdnum="1033;0;@">007<""" in found.html
    assert (found.rows, found.of) == (3, 3)


def test_more_than_a_clipboard_takes_is_said(monkeypatch):
    monkeypatch.setattr(list_clipboard, "MOST_CELLS", 6)
    found = copied_rows(COLUMNS, np.array([0, 1, 2]), Progress())
    assert (found.rows, found.of, len(found.text.split("\n"))) == (2, 3, 3)


def test_a_cancel_is_heard():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        copied_rows(COLUMNS, np.array([0]), progress)
