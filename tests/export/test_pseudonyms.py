"""Names of customers do not leave the desk where that was asked for; numbers and the same stand-in do."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.charts.builder import build_figure
from kpidesk.charts.pivot import build_pivot
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.export.deck import DataTable, Deck, Slide, Supposal
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.pseudonyms import stand_in, with_names_hidden
from kpidesk.qt.painting.exporters import QtImageRenderer

from tests.charts.frames import a_catalogue, by_plan
from tests.charts.studies import STUDIES
from tests.export.books import a_book

NAMES = ("Team", "Business", "Enterprise")


def a_named_deck():
    churn = MetricName("customer_churn_rate")
    figure = build_figure(ChartSpec("line", (churn,), by="plan"), by_plan(), a_catalogue(), Style())
    pivot = build_pivot(by_plan(), a_catalogue(), Style(), (churn,))
    slides = (Slide("Team and others", figure=figure, key="a"), Slide(pivot=pivot, key="b"))
    return Deck("Churn", slides, book=a_book(), stamp=("company: Team, Business",))


def everything():
    """Every kind of chart there is, with customers for segments; cards, notes, a scenario and rows that name them."""
    named = a_named_deck()
    pages = (Slide(figure=build(Style()), key=f"study {name}") for name, build in STUDIES.items())
    words = Slide("Business leads", text=("Enterprise grew.",), headline="Team fell", footnote=("Source: Team.csv",))
    table = DataTable("rows", ("customer", "mrr"), (("Enterprise", 5.0), ("Team", 7.0)))
    book = a_book((table,))
    frame = replace(book.frame, sources={MetricName("arpa"): ("Enterprise.csv",)})
    scenario = Supposal("Keep Business", frame.periods[0], {MetricName("cac"): 500.0}, {MetricName("cac"): 500.0})
    return replace(named, slides=(*named.slides, *pages, words), book=replace(book, frame=frame, scenarios=(scenario,)))


def all_bytes(content):
    """The parts of a file, of files within it too; texts of a PDF as a reader finds them."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return [part for name in file.namelist() for part in (name.encode(), *all_bytes(file.read(name)))]
    if content[:4] == b"%PDF":
        told = subprocess.run(["pdftotext", "-", "-"], input=content, check=True, capture_output=True, timeout=60)
        return [content, told.stdout]
    return [content]


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx", ".pdf", ".csv", ".svg", ".parquet"])
def test_no_name_is_in_any_file(suffix, tmp_path, qapp):
    if suffix == ".pdf" and shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    path = tmp_path / f"out{suffix}"
    deck = with_names_hidden(everything(), NAMES)
    files = export(deck, path, ExportOptions(renderer=QtImageRenderer()))
    parts = [part for file in files for part in all_bytes(file.read_bytes())]
    for name in NAMES:
        assert not any(re.search(rb"(?<!\w)%s(?!\w)" % name.encode(), part) for part in parts), name
    said = stand_in("Business").encode()
    assert any(said in part for part in parts) or suffix == ".parquet"


def test_refreshed_slides_have_no_name_either(tmp_path, qapp):
    path = tmp_path / "out.pptx"
    options = ExportOptions(renderer=QtImageRenderer())
    deck = with_names_hidden(everything(), NAMES)
    export(deck, path, options)
    export(deck, path, replace(options, refresh=path))
    parts = all_bytes(path.read_bytes())
    assert not [name for name in NAMES if any(name.encode() in part for part in parts)]


@given(
    st.lists(
        st.text(st.characters(categories=("L", "N"), codec="utf-8"), min_size=4, max_size=12),
        min_size=2,
        max_size=4,
        unique=True,
    )
)
@settings(max_examples=25)
def test_any_name_has_its_stand_in_everywhere(names):
    slides = tuple(Slide(f"{name} and more", text=(f"of {name}",), headline=name, key="k") for name in names)
    deck = with_names_hidden(Deck(" · ".join(names), slides, stamp=tuple(names)), names)
    for name, slide in zip(names, deck.slides, strict=True):
        assert slide.title == f"{stand_in(name)} and more"
        assert slide.text == (f"of {stand_in(name)}",)
        assert slide.headline == stand_in(name)
    assert deck.title == " · ".join(stand_in(name) for name in names)
    assert deck.stamp == tuple(stand_in(name) for name in names)


def test_numbers_stay_and_other_words_too():
    before, after = a_named_deck(), with_names_hidden(a_named_deck(), NAMES)
    rows = [slide.figure.table.rows for deck in (before, after) for slide in deck.slides if slide.figure is not None]
    assert [row[1:] for row in rows[0]] == [row[1:] for row in rows[1]]
    assert after.title == "Churn"
    assert after.slides[0].title == f"{stand_in('Team')} and others"


def test_part_of_a_longer_word_is_no_name():
    deck = with_names_hidden(Deck("Teamwork"), ("Team",))
    assert deck.title == "Teamwork"
