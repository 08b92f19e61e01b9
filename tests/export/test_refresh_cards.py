"""Cards and words of a deck that grow or go with the report: what is new gets room, what was taken away stays away."""

from dataclasses import replace

import pytest
from kpidesk.charts.pivot import Pivot, Row
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from pptx import Presentation
from pptx.util import Inches, Pt

from tests.charts.gallery import gallery
from tests.export.books import a_deck
from tests.export.test_refresh import renewed, shape_of

MRR = next(slide.cards for slide in a_deck().slides if slide.cards)[0]
LINES = Pt(1.2 * (14 + 28 + 13 + 12))


def of(*names):
    """A deck with a page of cards of these names."""
    cards = tuple(replace(MRR, name=MetricName(name), label=name) for name in names)
    return Deck("t", (Slide("Overview", cards=cards, key="cards"),))


def made(tmp_path, *names):
    path = tmp_path / "march.pptx"
    export(of(*names), path, ExportOptions())
    return path


def cards_on(page):
    return [shape for shape in page.shapes if "|card " in shape.name]


def names_on(page):
    return sorted(shape.name.split("|")[2].removeprefix("card ") for shape in cards_on(page))


def test_kpi_added_gets_a_card_among_the_others_and_one_removed_loses_its(tmp_path):
    (page,) = list(renewed(made(tmp_path, "a", "b", "c"), tmp_path, of("a", "c", "d", "e", "f")).slides)[1:]
    assert names_on(page) == ["a", "c", "d", "e", "f"]
    boxes = {(shape.left, shape.top) for shape in cards_on(page)}
    assert len(boxes) == 5
    assert len({(shape.width, shape.height) for shape in cards_on(page)}) == 1


def test_card_that_the_user_took_away_stays_away(tmp_path):
    old = made(tmp_path, "a", "b", "c")
    show = Presentation(old)
    card = next(shape for shape in cards_on(show.slides[1]) if "card b" in shape.name)
    card.element.getparent().remove(card.element)
    show.save(old)
    (page,) = list(renewed(old, tmp_path, of("a", "b", "c")).slides)[1:]
    assert names_on(page) == ["a", "c"]


def test_kpi_that_comes_back_has_its_card_again(tmp_path):
    without = made(tmp_path, "a", "b")
    for names in (("a",), ("a", "b")):
        show = renewed(without, tmp_path, of(*names))
        show.save(without)
    assert names_on(show.slides[1]) == ["a", "b"]


def test_cards_that_the_user_moved_stay_where_they_are(tmp_path):
    old = made(tmp_path, "a", "b", "c")
    show = Presentation(old)
    moved = cards_on(show.slides[1])[0]
    moved.left, moved.top = Inches(6), Inches(5)
    taken = cards_on(show.slides[1])[1]
    place = taken.left, taken.top
    show.save(old)
    first, second = list(renewed(old, tmp_path, of("a", "c", "d", "e")).slides)[1:]
    boxes = {shape.name.split("|")[2]: (shape.left, shape.top) for shape in cards_on(first)}
    assert boxes["card a"] == (Inches(6), Inches(5))
    assert boxes["card d"] == place
    assert names_on(second) == ["e"]


@pytest.mark.parametrize("count", [16, 17, 20, 33])
def test_many_cards_have_pages_on_which_their_lines_have_room(count, tmp_path):
    names = [f"k{at}" for at in range(count)]
    old = made(tmp_path, *names)
    pages = list(Presentation(old).slides)[1:]
    assert sum(len(cards_on(page)) for page in pages) == count
    assert all(shape.height >= LINES for page in pages for shape in cards_on(page))
    again = list(renewed(old, tmp_path, of(*names[1:], "new")).slides)[1:]
    assert sorted(name for page in again for name in names_on(page)) == sorted([*names[1:], "new"])
    assert len(again) == len(pages)


def test_longer_title_and_headline_are_set_smaller(tmp_path):
    page = Slide("Short", figure=gallery()["line"], key="one", headline="Up.")
    export(Deck("t", (page,)), tmp_path / "march.pptx", ExportOptions())
    longer = replace(page, title="A much longer title " * 8, headline="A much longer headline " * 12)
    after = renewed(tmp_path / "march.pptx", tmp_path, Deck("t", (longer,))).slides[1]
    assert after.shapes.title.text_frame.paragraphs[0].runs[0].font.size < Pt(28)
    assert shape_of(after, "headline").text_frame.paragraphs[0].runs[0].font.size < Pt(16)


def a_table(rows):
    pivot = Pivot("", ("a", "b"), tuple(Row(f"r{at}", (1.0, 2.0), "count") for at in range(rows)), Style())
    return Deck("t", (Slide("Table", pivot=pivot, key="table"),))


def test_table_that_has_grown_says_how_much_is_left_out_until_that_is_taken_away(tmp_path):
    old = tmp_path / "march.pptx"
    export(a_table(10), old, ExportOptions())
    show = renewed(old, tmp_path, a_table(20))
    assert shape_of(show.slides[1], "more").text_frame.text == "4 more rows in the workbook"
    note = shape_of(show.slides[1], "more").element
    note.getparent().remove(note)
    show.save(old)
    assert not [each for each in renewed(old, tmp_path, a_table(21)).slides[1].shapes if "|more|" in each.name]
