"""Names of customers do not leave the desk where that was asked for; numbers and the same stand-in do."""

import zipfile

import pytest
from kpidesk.charts.builder import build_figure
from kpidesk.charts.pivot import build_pivot
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.pseudonyms import stand_in, with_names_hidden
from kpidesk.qt.painting.exporters import QtImageRenderer

from tests.charts.frames import a_catalogue, by_plan
from tests.export.books import a_book

NAMES = ("Team", "Business", "Enterprise")


def a_named_deck():
    churn = MetricName("customer_churn_rate")
    figure = build_figure(ChartSpec("line", (churn,), by="plan"), by_plan(), a_catalogue(), Style())
    pivot = build_pivot(by_plan(), a_catalogue(), Style(), (churn,))
    slides = (Slide("Team and others", figure=figure, key="a"), Slide(pivot=pivot, key="b"))
    return Deck("Churn", slides, book=a_book(), stamp=("company: Team, Business",))


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx", ".csv", ".svg"])
def test_no_name_is_in_the_file(suffix, tmp_path, qapp):
    path = tmp_path / f"out{suffix}"
    export(with_names_hidden(a_named_deck(), NAMES), path, ExportOptions(renderer=QtImageRenderer()))
    parts = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as file:
            parts = [file.read(name) for name in file.namelist()]
            embedded = [part for part in parts if part[:2] == b"PK"]
        (tmp_path / "in.xlsx").write_bytes(b"".join(embedded[:1]))
        if embedded:
            with zipfile.ZipFile(tmp_path / "in.xlsx") as file:
                parts += [file.read(name) for name in file.namelist()]
    for name in NAMES:
        assert not any(name.encode() in part for part in parts), name
    assert any(stand_in("Business").encode() in part for part in parts)


def test_numbers_stay_and_other_words_too():
    before, after = a_named_deck(), with_names_hidden(a_named_deck(), NAMES)
    rows = [slide.figure.table.rows for deck in (before, after) for slide in deck.slides if slide.figure is not None]
    assert [row[1:] for row in rows[0]] == [row[1:] for row in rows[1]]
    assert after.title == "Churn"
    assert after.slides[0].title == f"{stand_in('Team')} and others"


def test_part_of_a_longer_word_is_no_name():
    deck = with_names_hidden(Deck("Teamwork"), ("Team",))
    assert deck.title == "Teamwork"
