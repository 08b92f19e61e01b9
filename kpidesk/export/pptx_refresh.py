"""An exported deck with new numbers: what the product made is written again in its place, what the user did stays.

Moved and restyled charts, edited titles and texts, pages added, reordered or taken away: all that is the user's. A text
is renewed only where it still is the one that was written.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from kpidesk.charts.figure import Figure, text_of
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.grid import Grid, figure_grid, pivot_grid
from kpidesk.export.native import native_chart
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_card_refresh import FoundCard, renew_cards
from kpidesk.export.pptx_cards import PART, update_card
from kpidesk.export.pptx_charts import add_chart, can_update, kind_text, refill_chart, update_chart
from kpidesk.export.pptx_pages import (
    BODY,
    CHART,
    FOOT,
    GAP,
    MORE,
    NOTES,
    PICTURE,
    SAID,
    TABLE,
    TITLE,
    add_more,
    add_pages,
    describe,
    fit_again,
    notes_of,
    paragraphs,
    put_figure,
    title_of,
)  # fmt: skip
from kpidesk.export.pptx_tables import add_grid, can_hold, columns_in, room_in, write_grid
from kpidesk.export.pptx_tags import Tag, is_made_of, is_untouched, packed, page_mark, put_text, tag, tag_of
from kpidesk.export.pptx_template import Stage


def refresh(stage: Stage, deck: Deck, known: frozenset[str], options: ExportOptions, progress: Progress) -> None:
    """Write the deck's numbers into the show; pages that it never had come behind it.

    ``known`` are the marks of pages that the deck had when it was made: those that are gone were taken away.
    """
    slides = {slide.key: slide for slide in deck.slides if slide.key}
    met = set()
    cards: dict[str, list[FoundCard]] = {}
    pages = list(stage.show.slides)
    for at, page in enumerate(pages):
        progress.step(at, len(pages))
        for shape, found in _marked(page):
            slide = slides.get(found.key)
            if slide is not None:
                met.add(found.key)
                if found.part.startswith(PART):
                    cards.setdefault(found.key, []).append(FoundCard(page, shape, found))
                _renew(page, shape, found, deck, slide, stage, options)
    for key, there in cards.items():
        beyond = renew_cards(stage, slides[key], there, options)
        if beyond:
            add_pages(stage, deck, replace(slides[key], cards=beyond), options, slides[key].cards)
    for slide in deck.slides:
        if slide.key and slide.key not in met and packed(page_mark(slide.key)) not in known:
            add_pages(stage, deck, slide, options)


def _marked(page: Any) -> Iterator[tuple[Any, Tag]]:
    """Our shapes on a page and in its notes."""
    shapes = list(_every(page.shapes))
    if page.has_notes_slide:
        shapes += [shape for shape in page.notes_slide.shapes if shape.has_text_frame]
    for shape in shapes:
        found = tag_of(shape)
        if found is not None:
            yield shape, found


def _every(shapes: Any) -> Iterator[Any]:
    """Shapes, and those in groups, in which moving them together puts them."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _every(shape.shapes)
        else:
            yield shape


def _renew(page: Any, shape: Any, found: Tag, deck: Deck, slide: Slide, stage: Stage, options: ExportOptions) -> None:
    translate, figure = options.translate, slide.figure
    is_drawn = found.part in (CHART, TABLE, PICTURE)
    is_said = found.part == BODY and figure is not None and is_untouched(shape, found)
    if figure is not None and (is_drawn if figure.empty is not None else found.part == PICTURE or is_said):
        _swap(page, shape, figure, slide, stage, options)
    elif found.part == CHART:
        _chart(page, shape, found, slide, stage, options)
    elif found.part == TABLE:
        _table(page, shape, found, slide, stage, options)
    elif found.part.startswith(PART):
        card = next((card for card in slide.cards if found.part == f"{PART}{card.name}"), None)
        if card is not None:
            update_card(shape, card, stage.paints, translate)
    elif is_untouched(shape, found):
        texts = {
            TITLE: title_of(slide, translate),
            SAID: text_of(slide.said, translate),
            FOOT: deck.foot_line(slide, translate),
            BODY: paragraphs(slide, translate),
            NOTES: notes_of(deck, slide, options),
        }
        text = texts.get(found.part, "")
        if text:
            put_text(shape, text)
            tag(shape, found.key, found.part, text)
            _fit(shape, found.part, text, stage)


def _fit(shape: Any, part: str, text: str, stage: Stage) -> None:
    """Titles and headlines stay in their boxes; a headline may take the gap below it."""
    if part == TITLE:
        fit_again(shape, text, (shape.left, shape.top, shape.width, shape.height), stage.title_points)
    elif part == SAID:
        fit_again(shape, text, (shape.left, shape.top, shape.width, Emu(shape.height + GAP)), 16.0, 10.0)


def _swap(page: Any, shape: Any, figure: Figure, slide: Slide, stage: Stage, options: ExportOptions) -> None:
    """What the figure is by now in the place of a picture, of words that it has no values, or of those it had."""
    other = put_figure(page, stage, slide, figure, (shape.left, shape.top, shape.width, shape.height), options)
    if other is not None:
        shape.element.addnext(other.element)
        shape.element.getparent().remove(shape.element)


def _chart(page: Any, shape: Any, found: Tag, slide: Slide, stage: Stage, options: ExportOptions) -> None:
    """New numbers in the chart; another chart in its place where the figure is of another kind by now."""
    figure = slide.figure
    native = None if figure is None else native_chart(figure, options.translate)
    if figure is None or native is None or not shape.has_chart:
        return
    if can_update(shape.chart, native):
        update_chart(shape.chart, native, stage.paints)
    elif is_made_of(found, kind_text(native)) and refill_chart(shape.chart, native):
        pass  # the kind that it has is the user's choice
    else:
        box = (shape.left, shape.top, shape.width, shape.height)
        other = add_chart(page.shapes, box, native, stage.paints)
        tag(other, found.key, CHART, kind_text(native))
        shape.element.addnext(other.element)
        shape.element.getparent().remove(shape.element)
        shape = other
    describe(shape, text_of(figure.summary, options.translate))


def _table(page: Any, shape: Any, found: Tag, slide: Slide, stage: Stage, options: ExportOptions) -> None:
    """New texts in the cells; a table of another size takes the place of one that cannot hold them."""
    room = Emu(max(shape.height, stage.foot[1] - shape.top))
    grid = _grid(slide, shape, room, options)
    if grid is None or not shape.has_table:
        return
    _say_more(page, slide, grid)
    if grid.left_out and not found.print:  # there was nothing to be said of when it was written
        if not any(other.key == slide.key and other.part == MORE for _, other in _marked(page)):
            add_more(page, stage, slide.key, grid, (shape.left, shape.top, shape.width, room))
        tag(shape, found.key, TABLE, MORE)
    if can_hold(shape.table, grid):
        write_grid(shape.table, grid, stage.paints)
        return
    other = add_grid(page.shapes, (shape.left, shape.top, shape.width, room), grid, stage.paints)
    other.name = shape.name
    shape.element.addnext(other.element)
    shape.element.getparent().remove(shape.element)


def _say_more(page: Any, slide: Slide, grid: Grid) -> None:
    """How much of the table is left out now, where that was said."""
    for shape, found in _marked(page):
        if found.key == slide.key and found.part == MORE and is_untouched(shape, found):
            said = grid.left_out or " "
            put_text(shape, said)
            tag(shape, found.key, MORE, said)


def _grid(slide: Slide, shape: Any, room: Emu, options: ExportOptions) -> Grid | None:
    """The table as it fits the place of the shape, down to the foot of the page."""
    if slide.pivot is not None:
        return pivot_grid(slide.pivot, options.translate, columns_in(shape.width, slide.pivot))
    return None if slide.figure is None else figure_grid(slide.figure, options.translate, room_in(shape.width, room))
