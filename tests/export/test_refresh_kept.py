"""Decks refreshed after somebody worked on them in PowerPoint: numbers are new everywhere, what was chosen stays."""

from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.pivot import Pivot, Row
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import Message, Template
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_tags import page_mark
from lxml import etree
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from tests.charts.gallery import gallery
from tests.export.test_refresh import a_keyed_deck, doubled, renewed, shape_of

NAMES = ("line", "stacked_bar", "heatmap")
LINE, STACKED = 1, 2
"""Their pages, behind the cover."""


def a_deck(*, is_new):
    figures = {name: gallery()[name] for name in NAMES}
    return a_keyed_deck({name: doubled(figure) if is_new else figure for name, figure in figures.items()})


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "march.pptx"
    export(a_deck(is_new=False), path, ExportOptions())
    return path


def of_one(tmp_path, before, after):
    """The only page of a deck after its refresh."""
    path = tmp_path / "one.pptx"
    export(Deck("t", (replace(before, key="one"),)), path, ExportOptions())
    return renewed(path, tmp_path, Deck("t", (replace(after, key="one"),))).slides[1]


def shapes_of(show):
    return [shape for page in show.slides for shape in page.shapes]


def first_of(chart):
    return chart.plots[0].series[0].values[0]


def test_numbers_in_a_group_are_new(old, tmp_path):
    show = Presentation(old)
    page = show.slides[LINE]
    page.shapes.add_group_shape([shape_of(page, "headline"), shape_of(page, "chart")])
    show.save(old)

    (group,) = (
        each for each in renewed(old, tmp_path, a_deck(is_new=True)).slides[LINE].shapes if hasattr(each, "shapes")
    )

    assert shape_of(group, "headline").text_frame.text == "Twice as much."
    assert first_of(shape_of(group, "chart").chart) == pytest.approx(2 * gallery()["line"].table.number(0, 1))


def test_kind_that_the_user_chose_stays(old, tmp_path):
    show = Presentation(old)
    space = shape_of(show.slides[STACKED], "chart").chart.part._element
    space.find(f".//{qn('c:grouping')}").set("val", "percentStacked")
    show.save(old)

    chart = shape_of(renewed(old, tmp_path, a_deck(is_new=True)).slides[STACKED], "chart").chart

    assert chart.chart_type == XL_CHART_TYPE.COLUMN_STACKED_100
    assert first_of(chart) == pytest.approx(2 * gallery()["stacked_bar"].table.number(0, 1))


def test_chart_of_an_unknown_kind_gives_way(old, tmp_path):
    show = Presentation(old)
    shape_of(show.slides[STACKED], "chart").chart.part._element.find(f".//{qn('c:barChart')}").tag = qn("c:bar3DChart")
    show.save(old)

    chart = shape_of(renewed(old, tmp_path, a_deck(is_new=True)).slides[STACKED], "chart").chart

    assert first_of(chart) == pytest.approx(2 * gallery()["stacked_bar"].table.number(0, 1))


def test_cell_of_which_a_part_was_restyled_has_one_number(old, tmp_path):
    show = Presentation(old)
    tables = [shape.table for shape in shapes_of(show) if shape.has_table]
    for table in tables:
        (run,) = table.cell(1, 1).text_frame.paragraphs[0].runs
        rest = table.cell(1, 1).text_frame.paragraphs[0].add_run()
        run.text, rest.text = run.text[:1], run.text[1:]
    show.save(old)
    fresh = tmp_path / "fresh.pptx"
    export(a_deck(is_new=True), fresh, ExportOptions())

    said, meant = (
        [shape.table.cell(1, 1).text_frame.text for shape in shapes_of(each) if shape.has_table]
        for each in (renewed(old, tmp_path, a_deck(is_new=True)), Presentation(fresh))
    )

    assert tables
    assert said == meant


def test_title_author_and_key_words_of_the_file_stay(old, tmp_path):
    show = Presentation(old)
    core = show.core_properties
    core.title, core.author, core.keywords = "Mine", "Ann", "board"
    show.save(old)

    core = renewed(old, tmp_path, a_deck(is_new=True)).core_properties

    assert (core.title, core.author, core.keywords) == ("Mine", "Ann", "board")


def test_line_taken_off_a_card_stays_away_and_the_others_keep_their_type(old, tmp_path):
    show = Presentation(old)
    foot = next(s for s in shapes_of(show) if "|card mrr|" in s.name).text_frame.paragraphs[3]._p
    foot.getparent().remove(foot)
    show.save(old)

    card = next(s for s in shapes_of(renewed(old, tmp_path, a_deck(is_new=True))) if "|card mrr|" in s.name)

    assert [each.runs[0].font.size for each in card.text_frame.paragraphs] == [Pt(14), Pt(28), Pt(13)]


def test_words_of_more_lines_keep_their_look(tmp_path):
    before, after = (Slide("T", text=tuple(f"line {at}" for at in range(count))) for count in (2, 4))

    body = shape_of(of_one(tmp_path, before, after), "text")

    assert [(each.text, each.runs[0].font.size) for each in body.text_frame.paragraphs] == [
        (f"line {at}", Pt(18)) for at in range(4)
    ]


def test_what_is_left_out_is_counted_anew(tmp_path):
    before, after = (
        Slide("T", pivot=Pivot("", ("a",), tuple(Row(f"r{at}", (1.0,), "count") for at in range(count)), Style()))
        for count in (20, 30)
    )

    assert shape_of(of_one(tmp_path, before, after), "more").text_frame.text == "14 more rows in the workbook"


def test_cell_without_a_number_has_no_colour(tmp_path):
    before, after = (
        Slide(figure=build_heatmap(HeatView(("a",), ("x", "y"), np.array([row]), "share"), Style(), FigureOptions()))
        for row in ([0.1, 0.9], [0.1, np.nan])
    )

    cell = shape_of(of_one(tmp_path, before, after), "table").table.cell(1, 2)

    assert (cell.text_frame.text, cell.fill.type) == ("", MSO_FILL.BACKGROUND)


@pytest.mark.parametrize("is_there_before", [True, False])
def test_chart_comes_and_goes_with_its_numbers(is_there_before, tmp_path):
    figure = gallery()["line"]
    nothing = replace(figure, marks=(), empty=Message(Template("charts", "No values in this range")))
    before, after = (figure, nothing) if is_there_before else (nothing, figure)

    page = of_one(tmp_path, Slide(figure=before), Slide(figure=after))

    assert any(shape.has_chart for shape in page.shapes) is not is_there_before
    assert any("|text|" in shape.name for shape in page.shapes) is is_there_before


def test_sections_and_shows_of_a_template_go_with_its_slides(tmp_path):
    show = Presentation()
    entries = [show.slides.add_slide(show.slide_layouts[5]) and show.slides._sldIdLst[at] for at in range(2)]
    root = show.part._element
    root.append(
        parse_xml(
            f'<p:custShowLst {nsdecls("p", "r")}><p:custShow name="a" id="0"><p:sldLst>'
            f'<p:sld r:id="{entries[0].rId}"/></p:sldLst></p:custShow></p:custShowLst>'
        )
    )
    sections = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    root.append(
        parse_xml(
            f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst {sections}><p14:section name="x" id="{{6ED6F2F6-9A8D-4C84-A2C8-1B6D2C3C8C11}}">'
            f'<p14:sldIdLst><p14:sldId id="{entries[0].id}"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
            "</p:extLst>"
        )
    )
    show.save(tmp_path / "house.pptx")
    deck = Deck("t", (Slide(figure=gallery()["line"]),))
    export(deck, tmp_path / "deck.pptx", ExportOptions(template=tmp_path / "house.pptx"))

    made = Presentation(tmp_path / "deck.pptx")
    said = etree.tostring(made.part._element).decode()

    assert len(made.slides) == 2
    assert "sectionLst" not in said
    assert "custShow" not in said


def without_page(path, at):
    show = Presentation(path)
    entries = show.slides._sldIdLst
    show.part.drop_rel(entries[at].rId)
    entries.remove(entries[at])
    show.save(path)


def test_page_taken_out_of_a_long_deck_stays_away(tmp_path):
    path = tmp_path / "march.pptx"
    deck = Deck("t", tuple(Slide(f"Page {at}", text=("a",), key=f"text {at}") for at in range(80)))
    export(deck, path, ExportOptions())
    for _ in range(3):
        without_page(path, 1)
    export(deck, path, ExportOptions(refresh=path))
    assert [page.shapes.title.text_frame.text for page in Presentation(path).slides][1:] == [
        f"Page {at}" for at in range(3, 80)
    ]


def test_marks_of_an_earlier_version_are_read(old, tmp_path):
    without_page(old, STACKED)
    show = Presentation(old)
    keys = [f"chart {name}" for name in NAMES] + ["cards", "table"]
    show.core_properties.identifier = "kpidesk:" + ",".join(page_mark(key) for key in keys)
    show.save(old)
    assert len(renewed(old, tmp_path, a_deck(is_new=True)).slides) == len(show.slides)
