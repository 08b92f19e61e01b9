"""One page of a deck: title, the headline in words, what it shows, footnote and notes; written, or written again."""

import io
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide as Page
from pptx.util import Emu, Inches, Pt

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Figure, Text, text_of
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Translate
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.grid import Grid, figure_grid, pivot_grid
from kpidesk.export.native import native_chart
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_cards import add_cards, most_cards, parts_of
from kpidesk.export.pptx_charts import add_chart, kind_text
from kpidesk.export.pptx_picture import add_vector
from kpidesk.export.pptx_tables import add_grid, columns_in, room_in
from kpidesk.export.pptx_tags import legible, tag
from kpidesk.export.pptx_template import Box, Stage
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.formula_words import formula_words

_HEADLINE, GAP = Inches(0.36), Inches(0.15)
_WIDTH_OF_LETTER = 0.55
_SMALLEST_TITLE = 16.0
_PICTURE = QT_TRANSLATE_NOOP("export", "A picture: PowerPoint has no chart of this kind")
TABLE, CHART, PICTURE, TITLE, SAID, FOOT, BODY, NOTES, MORE = (
    "table", "chart", "picture", "title", "headline", "foot", "text", "notes", "more",
)  # fmt: skip
"""The parts of a page, as their shapes are marked."""


def add_cover(stage: Stage, deck: Deck, translate: Translate) -> None:
    """The title of the deck; below it what it covers, and by what."""
    page = stage.show.slides.add_slide(stage.cover)
    title, said = text_of(deck.title, translate), joined(deck.cover, translate)
    left, _, width, _ = stage.title
    if stage.is_own or page.shapes.title is None:
        _title(page, stage, title, (left, Inches(2.7), width, Inches(0.9)), 40)
        _words(page, stage, (left, Inches(3.7), width, Inches(0.6)), said, (18, "ink2"))
    else:
        page.shapes.title.text_frame.text = title
        subtitle = next((p for p in page.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE), None)
        if subtitle is None:
            top = Emu(page.shapes.title.top + page.shapes.title.height + Inches(0.15))
            _words(page, stage, (left, top, width, Inches(0.6)), said, (18, "ink2"))
        else:
            subtitle.text_frame.text = said
    _clear(page)


def add_page(stage: Stage, deck: Deck, slide: Slide, options: ExportOptions, all_cards: Sequence[Card] = ()) -> Page:
    """A page at the end of the show; ``all_cards`` are those of its section, of which it may have a part."""
    translate = options.translate
    page = stage.show.slides.add_slide(stage.page)
    _title(page, stage, title_of(slide, translate), stage.title, 28, slide.key)
    _clear(page)
    left, top, width, _ = stage.body
    said = text_of(slide.said, translate)
    if said:
        tall = Emu(_HEADLINE * lines_of(said, width, 16))
        box = _words(page, stage, (left, top, width, tall), said, (16, "ink2"))
        tag(box, slide.key, SAID, said)
    _body(page, stage, slide, _below_headline(stage.body, said) if said else stage.body, options, all_cards)
    foot = deck.foot_line(slide, translate)
    if foot:
        tag(_words(page, stage, stage.foot, foot, (10, "ink3")), slide.key, FOOT, foot)
    notes = notes_of(deck, slide, options)
    if notes:
        shape = page.notes_slide.notes_placeholder
        shape.text_frame.text = notes
        tag(shape, slide.key, NOTES, notes)
    return page


def add_pages(stage: Stage, deck: Deck, slide: Slide, options: ExportOptions, all_cards: Sequence[Card] = ()) -> None:
    """A page at the end of the show; several of one that has more cards than there is room for."""
    said = text_of(slide.said, options.translate)
    room = _below_headline(stage.body, said)[3] if said else stage.body[3]
    for cards in parts_of(slide.cards, most_cards(room)) or ((),):
        add_page(stage, deck, replace(slide, cards=cards), options, all_cards or slide.cards)


def _below_headline(box: Box, said: str) -> Box:
    left, top, width, height = box
    taken = _HEADLINE * lines_of(said, width, 16) + GAP
    return left, Emu(top + taken), width, Emu(height - taken)


def _clear(page: Page) -> None:
    """Take away the places of the layout that nothing was written into: they would ask for a click."""
    for place in list(page.placeholders):
        if place.has_text_frame and place.text_frame.text:
            continue
        place.element.getparent().remove(place.element)


def _body(page: Page, stage: Stage, slide: Slide, box: Box, options: ExportOptions, all_cards: Sequence[Card]) -> None:
    translate, figure = options.translate, slide.figure
    if figure is not None:
        put_figure(page, stage, slide, figure, box, options)
    elif slide.cards:
        add_cards(page.shapes, box, slide.cards, slide.key, stage.paints, translate, [card.name for card in all_cards])
    elif slide.pivot is not None:
        _table(page, stage, slide.key, pivot_grid(slide.pivot, translate, columns_in(box[2], slide.pivot)), box)
    elif slide.text:
        text = paragraphs(slide, translate)
        tag(_words(page, stage, box, text, (18, "ink1")), slide.key, BODY, text)


def put_figure(page: Page, stage: Stage, slide: Slide, figure: Figure, box: Box, options: ExportOptions) -> Any:
    """A native chart where there is one for the kind, else a table, else a vector picture that says why.

    The shape that was made; None where nobody paints pictures.
    """
    translate, key = options.translate, slide.key
    if figure.empty is not None:
        text = text_of(figure.empty, translate)
        words = _words(page, stage, box, text, (16, "ink3"))
        tag(words, key, BODY, text)
        return words
    grid = figure_grid(figure, translate, room_in(box[2], box[3]))
    if grid is not None:
        return _table(page, stage, key, grid, box)
    native = native_chart(figure, translate)
    shape = None
    if native is not None:
        shape = add_chart(page.shapes, box, native, stage.paints)
        describe(shape, text_of(figure.summary, translate))
        tag(shape, key, CHART, kind_text(native))
    elif options.renderer is not None:
        size = round(box[2] / 9525), round(box[3] / 9525)
        above = "" if slide.period else figure.subtitle
        figure = replace(figure, title=above, subtitle="", footnote=())  # the page says the rest
        png, svg = options.renderer.png(figure, size, options.scale), options.renderer.svg(figure, size)
        shape = add_vector(page, io.BytesIO(png), svg, box)
        describe(shape, f"{text_of(figure.summary, translate)} ({translate(*_PICTURE)})")
        tag(shape, key, PICTURE)
    return shape


def _table(page: Page, stage: Stage, key: str, grid: Grid, box: Box) -> Any:
    shape = add_grid(page.shapes, box, grid, stage.paints)
    tag(shape, key, TABLE, grid.left_out and MORE)
    if grid.left_out:
        add_more(page, stage, key, grid, box)
    return shape


def add_more(page: Page, stage: Stage, key: str, grid: Grid, box: Box) -> None:
    """How much of a table is left out, at the foot of its box."""
    left, top, width, height = box
    below = (left, Emu(top + height - Inches(0.3)), width, Inches(0.3))
    tag(_words(page, stage, below, grid.left_out, (11, "ink3")), key, MORE, grid.left_out)


def title_of(slide: Slide, translate: Translate) -> str:
    """What the page is called: its own title, else that of the figure."""
    return text_of(slide.title or (slide.figure.title if slide.figure is not None else ""), translate)


def notes_of(deck: Deck, slide: Slide, options: ExportOptions) -> str:
    """What the figures mean and where they come from, for whoever presents them."""
    lines = []
    for definition in slide.definitions:
        label, meaning = definition.label(options.language), definition.help_text(options.language)
        formula = f" = {_formula_of(definition, deck, options)}" if definition.formula else ""
        lines.append(f"{label} ({definition.name}){formula}. {meaning}".strip())
    if slide.figure is not None and is_picture(slide.figure, options.translate):
        lines.append(options.translate(*_PICTURE))
    foot = deck.foot_line(slide, options.translate)
    return "\n".join((*lines, foot) if foot else lines)


def _formula_of(definition: Definition, deck: Deck, options: ExportOptions) -> str:
    """By the names of the KPIs where they are known."""
    if deck.book is None:
        return definition.formula
    return formula_words(definition.formula, deck.book.catalogue, options.language, options.translate)


def paragraphs(slide: Slide, translate: Translate) -> str:
    """What a page of words says."""
    return "\n".join(text_of(line, translate) for line in slide.text)


def lines_of(text: str, width: Emu, size: float) -> int:
    """About how many lines a text takes; Chinese letters are as wide as high, Latin ones half of it."""
    wide = sum(1.0 if ord(sign) > 0x2E80 else _WIDTH_OF_LETTER for sign in text) * size
    return max(1, math.ceil(wide / float(width / Pt(1) - 16)))


def is_picture(figure: Figure, translate: Translate) -> bool:
    """True where a slide can only show a picture of it."""
    is_table = figure_grid(figure, translate) is not None
    return figure.empty is None and not is_table and native_chart(figure, translate) is None


def joined(parts: tuple[Text, ...], translate: Translate) -> str:
    """Texts in a line, apart by a dot."""
    return " · ".join(text for part in parts if (text := text_of(part, translate)))


def describe(shape: Any, text: str) -> None:
    """The text that a screen reader says in place of the chart."""
    for properties in shape.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"):
        properties.set("descr", legible(text))


def _title(page: Page, stage: Stage, text: str, box: Box, size: int, key: str = "") -> None:
    title = page.shapes.title
    is_ours = stage.is_own or title is None
    if title is None:
        title = page.shapes.add_textbox(*box)
    if stage.is_own:
        title.left, title.top, title.width, title.height = box
    title.text_frame.word_wrap = True
    title.text_frame.text = text
    paragraph = title.text_frame.paragraphs[0]
    wanted = float(size) if is_ours else stage.title_points
    points = _fitting(text, box, wanted)
    for run in paragraph.runs:
        if is_ours:
            paragraph.alignment = PP_ALIGN.LEFT
            run.font.bold = True
            stage.paints.put(run.font.color, "ink1")
        if is_ours or points < wanted:
            run.font.size = Pt(points)
    tag(title, key, TITLE, text)


def fit_again(shape: Any, text: str, box: Box, usual: float, least: float = _SMALLEST_TITLE) -> None:
    """Smaller type where other words have no room in their box; ``usual`` is the size of what has none of its own."""
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    points = max((run.font.size.pt for run in runs if run.font.size is not None), default=usual)
    smaller = _fitting(text, box, points, least)
    for run in runs if smaller < points else ():
        run.font.size = Pt(smaller)


def _fitting(text: str, box: Box, points: float, least: float = _SMALLEST_TITLE) -> float:
    """The size at which a title stays in its box: the wanted one, or as much smaller as it must be."""
    while points > least and lines_of(text, box[2], points) * points * 1.2 > box[3] / Pt(1):
        points -= 2
    return points


def _words(page: Page, stage: Stage, box: Box, text: str, look: tuple[int, str]) -> Any:
    """A text box, a paragraph a line."""
    shape = page.shapes.add_textbox(*box)
    frame = shape.text_frame
    frame.word_wrap = True
    size, token = look
    for at, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(size)
        stage.paints.put(run.font.color, token)
    return shape
