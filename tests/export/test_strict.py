"""Files that Office opens without asking: every kind of chart, on slides and in sheets, new, refreshed, templated."""

from dataclasses import replace

import pytest
from kpidesk.core.formatting import Style
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.qt.painting.exporters import QtImageRenderer
from pptx import Presentation

from tests.charts.studies import STUDIES
from tests.export.books import HOSTILE, a_book, a_deck
from tests.export.ooxml import wrong_in_file


@pytest.fixture(scope="module")
def deck():
    """All kinds of charts and pages there are."""
    whole = a_deck(book=a_book((HOSTILE,)))
    studies = tuple(Slide(figure=build(Style()), key=f"study {name}") for name, build in STUDIES.items())
    return replace(whole, slides=(*whole.slides, *studies), stamp=("plan: Gold", "Standard profile"))


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_slides_break_no_rule(deck, ratio, tmp_path, qapp):
    path = tmp_path / "a.pptx"
    export(deck, path, ExportOptions(renderer=QtImageRenderer(), ratio=ratio))
    assert wrong_in_file(path) == []


def test_refreshed_slides_break_no_rule(deck, tmp_path, qapp):
    path = tmp_path / "a.pptx"
    options = ExportOptions(renderer=QtImageRenderer())
    export(deck, path, options)
    export(deck, path, replace(options, refresh=path))
    assert wrong_in_file(path) == []


def test_workbook_breaks_no_rule(deck, tmp_path, qapp):
    export(deck, tmp_path / "a.xlsx", ExportOptions())
    assert wrong_in_file(tmp_path / "a.xlsx") == []


@pytest.mark.parametrize("name", STUDIES)
def test_every_study_is_a_chart_or_a_table_that_can_be_edited(name, tmp_path):
    figure = STUDIES[name](Style())
    export(Deck("t", (Slide(figure=figure, key="k"),)), tmp_path / "a.pptx", ExportOptions())
    shapes = list(Presentation(tmp_path / "a.pptx").slides[1].shapes)
    assert any(shape.has_chart or shape.has_table for shape in shapes)
