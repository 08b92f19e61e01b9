"""KPI cards on a slide: shapes whose texts can be edited."""

import math
from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from kpidesk.charts.card import Card
from kpidesk.core.messages import Translate
from kpidesk.export.card_words import card_lines
from kpidesk.export.pptx_paints import Paints
from kpidesk.export.pptx_tags import put_line, put_text, tag
from kpidesk.export.pptx_template import Box

_GAP = Inches(0.18)
_MOST_HEIGHT = Inches(2.25)
_LOOKS = ((14, False, "ink2"), (28, True, "ink1"), (13, False, "ink2"), (12, False, "ink3"))
"""Size, weight and ink of name, value, change and foot."""


def add_cards(shapes: Any, box: Box, cards: Sequence[Card], key: str, paints: Paints, translate: Translate) -> None:
    """Up to four in a row, in reading order."""
    left, top, width, height = box
    across = {4: 2, 6: 3}.get(len(cards), min(4, len(cards)))
    down = math.ceil(len(cards) / across)
    wide = (width - _GAP * (across - 1)) // across
    tall = min(int(_MOST_HEIGHT), (height - _GAP * (down - 1)) // down)
    for at, card in enumerate(cards):
        row, column = divmod(at, across)
        place = (left + column * (wide + _GAP), top + row * (tall + _GAP), wide, tall)
        shape = shapes.add_textbox(*(Emu(int(edge)) for edge in place))
        paints.put(shape.line.color, "hair")
        shape.line.width = Pt(1)
        _write(shape, card, paints, translate)
        tag(shape, key, f"card {card.name}")


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
