"""KPI cards on a slide: shapes whose texts can be edited."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from kpidesk.charts.card import Card
from kpidesk.core.messages import Translate
from kpidesk.export.card_words import card_lines
from kpidesk.export.pptx_paints import Paints
from kpidesk.export.pptx_tags import Tag, page_mark, put_line, put_text, tag_with
from kpidesk.export.pptx_template import Box

PART = "card "
"""How the part of a page begins that is a card."""

_GAP = Inches(0.18)
_MOST_HEIGHT = Inches(2.25)
_LEAST_HEIGHT = Inches(1.17)
"""What four lines need."""
_MOST_ACROSS = 4
_LOOKS = ((14, False, "ink2"), (28, True, "ink1"), (13, False, "ink2"), (12, False, "ink3"))
"""Size, weight and ink of name, value, change and foot."""


def most_cards(height: Emu) -> int:
    """How many cards, four in a row, have room for their lines."""
    return _MOST_ACROSS * max(1, int((height + _GAP) // (_LEAST_HEIGHT + _GAP)))


def parts_of(cards: Sequence[Card], most: int) -> tuple[tuple[Card, ...], ...]:
    """The cards by page, about as many on each, in whole rows."""
    pages = math.ceil(len(cards) / most)
    each = _MOST_ACROSS * math.ceil(len(cards) / pages / _MOST_ACROSS) if pages > 1 else max(1, len(cards))
    return tuple(tuple(cards[at : at + each]) for at in range(0, len(cards), each))


def places(box: Box, count: int) -> tuple[Box, ...]:
    """Where so many cards stand in a box: up to four in a row, in reading order."""
    left, top, width, height = box
    across = {4: 2, 6: 3}.get(count, min(_MOST_ACROSS, count))
    down = math.ceil(count / across)
    wide = (width - _GAP * (across - 1)) // across
    tall = min(int(_MOST_HEIGHT), (height - _GAP * (down - 1)) // down)
    steps = (divmod(at, across) for at in range(count))
    return tuple(
        (Emu(left + column * (wide + _GAP)), Emu(top + row * (tall + _GAP)), Emu(wide), Emu(tall))
        for row, column in steps
    )


def add_cards(
    shapes: Any,
    box: Box,
    cards: Sequence[Card],
    key: str,
    paints: Paints,
    translate: Translate,
    known: Iterable[str],
) -> None:
    """All of them in a box; each keeps of which KPIs the page has had cards, the ``known``."""
    for place, card in zip(places(box, len(cards)), cards, strict=True):
        add_card(shapes, place, card, key, paints, translate, known)


def add_card(
    shapes: Any, place: Box, card: Card, key: str, paints: Paints, translate: Translate, known: Iterable[str]
) -> Any:
    """One card; the shape."""
    shape = shapes.add_textbox(*place)
    paints.put(shape.line.color, "hair")
    shape.line.width = Pt(1)
    _write(shape, card, paints, translate)
    tag_with(shape, Tag(key, f"{PART}{card.name}", memory_of(known)))
    return shape


def memory_of(names: Iterable[str]) -> str:
    """Of which KPIs a page has had cards, as short as a name of a shape must be."""
    return ".".join(sorted({page_mark(name) for name in names}))


def update_card(shape: Any, card: Card, paints: Paints, translate: Translate) -> None:
    """Other numbers in the same look; what changed for the worse turns red. Lines that were taken away stay away."""
    lines, found = card_lines(card, translate), _lines_in(shape)
    if not found:
        put_text(shape, "\n".join(lines))
    for at, paragraph in found.items():
        put_line(paragraph, lines[at])
    _ink(shape, card, paints)


def _write(shape: Any, card: Card, paints: Paints, translate: Translate) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.15)
    for at, (text, (size, is_bold, ink)) in enumerate(zip(card_lines(card, translate), _LOOKS, strict=True)):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), is_bold
        paints.put(run.font.color, ink)
    _ink(shape, card, paints)


def _ink(shape: Any, card: Card, paints: Paints) -> None:
    """The colours that say something: change good or bad, value supposed."""
    change = {True: "good", False: "bad", None: "ink2"}[card.delta_is_good]
    value = "scenario" if card.state == "scenario" and card.is_touched else "ink1"
    found = _lines_in(shape)
    for at, ink in ((1, value), (2, change)):
        if at in found:
            paints.put(found[at].runs[0].font.color, ink)


def _lines_in(shape: Any) -> dict[int, Any]:
    """Name, value, change and foot by their number: those that are there, told by their size where some are not."""
    paragraphs = list(shape.text_frame.paragraphs)
    if len(paragraphs) == len(_LOOKS) and all(paragraph.runs for paragraph in paragraphs):
        return dict(enumerate(paragraphs))
    sizes = {Pt(size): at for at, (size, _, _) in enumerate(_LOOKS)}
    told = ((sizes.get(each.runs[0].font.size), each) for each in paragraphs if each.runs)
    return {at: paragraph for at, paragraph in told if at is not None}
