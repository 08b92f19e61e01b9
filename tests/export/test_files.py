import contextlib
import csv
import errno
import gc
import os
import re
import sys
from datetime import date

import pyarrow.parquet as pq
import pytest
from kpidesk.charts.pivot import build_pivot
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import untranslated
from kpidesk.core.progress import Progress
from kpidesk.export import atomic
from kpidesk.export.atomic import replacing, stoppable, write_bytes
from kpidesk.export.csv_writer import safe_text, write_rows
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import SUFFIXES, export, for_suffix
from kpidesk.export.options import ExportOptions
from kpidesk.export.print_colours import print_colour
from kpidesk.export.sheet_templates import write_templates
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.schema.loader import load_schema
from kpidesk.schema.templates import load_templates
from PySide6.QtGui import QImage

from tests.charts.gallery import gallery
from tests.export.books import a_book, a_deck


class Painter:
    """Stands in for Qt."""

    def png(self, figure, size, scale, *, is_transparent=False):
        return b"\x89PNG"

    def svg(self, figure, size):
        return b"<svg/>"

    def pdf(self, document, size, progress):
        return b"%PDF-" + b"page" * len(document.pages)


OPTIONS = ExportOptions(renderer=Painter())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_is_written_and_leaves_nothing_beside(suffix, tmp_path):
    deck = Deck("t", (Slide(figure=gallery()["line"]),), book=a_book())
    export(deck, tmp_path / f"out{suffix}", OPTIONS)
    assert [p.name for p in tmp_path.iterdir()] == [f"out{suffix}"]
    assert (tmp_path / f"out{suffix}").stat().st_size > 3


@pytest.mark.parametrize(("suffix", "names"), [(".png", ["out.png", "out-2.png"]), (".pdf", ["out.pdf"])])
def test_several_charts_are_pictures_of_their_own_or_pages_of_one_document(suffix, names, tmp_path):
    deck = Deck("t", (Slide(figure=gallery()["line"]), Slide(figure=gallery()["bar"])), book=a_book())

    written = export(deck, tmp_path / f"out{suffix}", OPTIONS)

    assert [path.name for path in written] == names
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_pictures_pass_over_files_of_others_and_renew_their_own(suffix, tmp_path, qapp):
    deck = Deck("t", tuple(Slide(figure=gallery()[name]) for name in ("line", "bar", "waterfall")))
    taken = tmp_path / f"out-2{suffix}"
    taken.write_bytes(b"mine")
    options = ExportOptions(renderer=QtImageRenderer())
    names = [f"out{suffix}", f"out-3{suffix}", f"out-4{suffix}"]
    for _ in range(2):
        written = export(deck, tmp_path / f"out{suffix}", options)
        assert [path.name for path in written] == names
    assert taken.read_bytes() == b"mine"
    assert not any(QImage(str(path)).isNull() for path in written)


def test_a_full_disk_leaves_the_pictures_that_were_there(tmp_path, monkeypatch):
    deck = Deck("t", (Slide(figure=gallery()["line"]), Slide(figure=gallery()["bar"])))
    export(deck, tmp_path / "out.svg", OPTIONS)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    fill = atomic._fill

    def full(temporary, content):
        if "out-2" in temporary.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fill(temporary, content + b"new")

    monkeypatch.setattr(atomic, "_fill", full)
    with pytest.raises(UserError, match=re.escape("out-2.svg could not be written")):
        export(deck, tmp_path / "out.svg", OPTIONS)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx", ".png"])
def test_cancelled_export_keeps_the_old_file(suffix, tmp_path):
    path = tmp_path / f"out{suffix}"
    path.write_text("old")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export(a_deck(a_book()), path, OPTIONS, progress)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


class Impatient(Progress):
    """Is told to stop after so many looks."""

    def __init__(self, looks):
        super().__init__()
        self.looks = looks

    def raise_if_cancelled(self):
        self.looks -= 1
        if self.looks < 0:
            self.cancel()
        super().raise_if_cancelled()


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx", ".pdf", ".png", ".svg", ".parquet"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_export_that_is_stopped_at_any_time_leaves_nothing(suffix, share, tmp_path, qapp):
    deck, options = a_deck(a_book()), ExportOptions(renderer=QtImageRenderer(), size=(320, 240), scale=1.0)
    whole = Impatient(10**9)
    export(deck, tmp_path / f"whole{suffix}", options, whole)
    looks = 10**9 - whole.looks
    assert looks >= 2
    folder = tmp_path / "stopped"
    folder.mkdir()
    with pytest.raises(Cancelled):
        export(deck, folder / f"out{suffix}", options, Impatient(round((looks - 1) * share)))
    assert not list(folder.iterdir())


def test_parquet_is_the_numbers_of_the_book_with_their_types(tmp_path):
    export(Deck("Pack", stamp=("2026",), book=a_book()), tmp_path / "a.parquet", ExportOptions())
    table = pq.read_table(tmp_path / "a.parquet")
    assert {field.name: str(field.type) for field in table.schema} == {
        "kpi": "string",
        "name": "string",
        "unit": "string",
        "period": "string",
        "start": "date32[day]",
        "end": "date32[day]",
        "is_complete": "bool",
        "value": "double",
    }
    rows = {(row["kpi"], row["period"]): row for row in table.to_pylist()}
    assert rows["ltv", "2026-02"]["value"] == 3200.0
    assert rows["ltv", "2026-03"]["value"] is None
    assert rows["cac", "2026-03"] == {
        "kpi": "cac", "name": "CAC", "unit": "money / customer", "period": "2026-03",
        "start": date(2026, 3, 1), "end": date(2026, 3, 31), "is_complete": False, "value": 600.0,
    }  # fmt: skip
    assert table.schema.metadata[b"title"] == b"Pack"
    assert table.schema.metadata[b"shows"] == b"2026"


def test_parquet_holds_the_kpis_of_the_tables_where_there_are_some(tmp_path):
    book = a_book()
    pivot = build_pivot(book.frame, book.catalogue, Style(), (MetricName("ltv"),))
    export(Deck("t", (Slide("T", pivot=pivot),), book=book), tmp_path / "a.parquet", ExportOptions())
    assert set(pq.read_table(tmp_path / "a.parquet")["kpi"].to_pylist()) == {"ltv"}


def test_unknown_suffix_is_an_answer_not_a_crash():
    with pytest.raises(UserError, match=r"Choose one of \.csv"):
        for_suffix(".doc")


def test_several_figures_are_several_pictures(tmp_path):
    export(Deck("t", (Slide(figure=gallery()["line"]),) * 2), tmp_path / "a.svg", OPTIONS)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a-2.svg", "a.svg"]


def test_failed_write_keeps_the_old_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(UserError, match=r"a\.csv could not be written: No space left"):
        _write_half(path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def _write_half(path):
    with replacing(path) as temporary:
        temporary.write_text("half")
        raise OSError(28, "No space left on device")


def test_missing_folder_is_a_user_error(tmp_path):
    with pytest.raises(UserError):
        write_bytes(tmp_path / "nowhere" / "a.png", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_replaced_file_keeps_its_rights_and_new_ones_follow_the_umask(tmp_path):
    path = tmp_path / "a.bin"
    mask = os.umask(0o027)
    try:
        write_bytes(path, b"1")
    finally:
        os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o600)
    write_bytes(path, b"2")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o600, b"2")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " =1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(text):
    assert safe_text(text) == f"'{text}"


def test_numbers_stay_numbers_in_csv(tmp_path):
    write_rows(tmp_path / "a.csv", ["=h", "n"], [("-Team", -1234.5), ("客户", None), ('a,"b"', 1e-7)])
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert rows == [["'=h", "n"], ["'-Team", "-1234.5"], ["客户", ""], ['a,"b"', "1e-07"]]


def test_csv_of_a_chart_is_its_table(tmp_path):
    export(Deck("t", (Slide(figure=gallery()["line"]),)), tmp_path / "a.csv", ExportOptions())
    rows = list(csv.reader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Period", "MRR", "year ago", "n"]
    assert rows[11][:2] == ["2026-05", "238100"]


def test_deck_without_a_table_has_no_csv(tmp_path):
    with pytest.raises(UserError):
        export(Deck("t"), tmp_path / "a.csv", ExportOptions())


def test_print_colours_are_those_of_the_theme():
    assert (print_colour("surface"), print_colour("ink1"), print_colour("series.1")) == ("FFFFFF", "101418", "325FD1")


def test_chinese_deck_is_written(tmp_path):
    export(a_deck(a_book(), Style(language="zh_Hans")), tmp_path / "a.pptx", OPTIONS)
    assert (tmp_path / "a.pptx").stat().st_size > 10_000


@contextlib.contextmanager
def room_for(size):
    """A disk on which a file finds room for so many bytes and no more."""
    resource = pytest.importorskip("resource")
    gc.collect()  # what an earlier disk left open is closed while there is room
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _write_twice(path):
    with replacing(path) as temporary, stoppable(temporary, Progress()) as file:
        file.write(b"a" * 800)
        file.write(b"b" * 800)


def test_file_of_which_only_a_part_was_taken_is_no_file(tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")

    with room_for(1_000), pytest.raises(UserError):
        _write_twice(path)

    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["deck.pptx"]


def test_workbook_that_finds_no_room_says_why(tmp_path):
    with room_for(3_000), pytest.raises(UserError) as refused:
        export(Deck("t", book=a_book()), tmp_path / "book.xlsx", OPTIONS)

    assert os.strerror(errno.EFBIG) in str(refused.value.message)


def test_templates_that_find_no_room_say_why(tmp_path):
    templates = tuple(load_templates(load_schema()).values())

    with room_for(3_000), pytest.raises(UserError):
        write_templates(templates, tmp_path / "sheets.xlsx", "en", untranslated, Progress())
    assert not list(tmp_path.iterdir())
