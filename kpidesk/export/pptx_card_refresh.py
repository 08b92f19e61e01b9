"""Cards of a deck that is there: KPIs that the report has by now get one, those that it has no more lose theirs.

A card that was taken away in PowerPoint stays away: each card says of which KPIs the page had one when it was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.util import Emu, Inches

from kpidesk.charts.card import Card
from kpidesk.export.deck import Slide
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_cards import PART, add_card, memory_of, most_cards, places
from kpidesk.export.pptx_tags import Tag, page_mark, tag_with
from kpidesk.export.pptx_template import Box, Stage


@dataclass(frozen=True, slots=True, eq=False)
class FoundCard:
    """A card on a page of the show."""

    page: Any
    shape: Any
    tag: Tag

    @property
    def name(self) -> str:
        return self.tag.part.removeprefix(PART)

    @property
    def box(self) -> Box:
        return self.shape.left, self.shape.top, self.shape.width, self.shape.height


def renew_cards(stage: Stage, slide: Slide, found: Sequence[FoundCard], options: ExportOptions) -> tuple[Card, ...]:
    """Take away and add cards; those that none of the pages has room for are left to the caller."""
    names, there = {card.name for card in slide.cards}, {each.name for each in found}
    known = {mark for each in found for mark in each.tag.print.split(".") if mark}
    added = [card for card in slide.cards if known and card.name not in there and page_mark(card.name) not in known]
    if added or there - names:
        pages = {each.page.slide_id: each.page for each in found}
        for page in pages.values():
            here = [each for each in found if each.page is page]
            added = _arrange(stage, slide, here, added, options)
    for each in found:
        tag_with(each.shape, Tag(each.tag.key, each.tag.part, memory_of(names)))
    return tuple(added)


def _arrange(
    stage: Stage, slide: Slide, here: Sequence[FoundCard], added: Sequence[Card], options: ExportOptions
) -> list[Card]:
    """The cards of one page; those that it has no room for. Where the user moved cards, new ones take free places."""
    names: list[str] = [card.name for card in slide.cards]
    gone, kept = [each for each in here if each.name not in names], [each for each in here if each.name in names]
    whole = _box_of([each.box for each in here])
    room = Emu(max(whole[3], stage.foot[1] - whole[1] - Inches(0.1)))
    if _is_in_rows([each.box for each in here], whole):
        taken = list(added[: max(0, most_cards(room) - len(kept))])
        order = sorted([each.name for each in kept] + [card.name for card in taken], key=names.index)
        boxes = dict(zip(order, places((*whole[:3], room), len(order)), strict=True)) if order else {}
        for each in kept:
            each.shape.left, each.shape.top, each.shape.width, each.shape.height = boxes[each.name]
        new = [boxes[card.name] for card in taken]
    else:
        taken = list(added[: len(gone)])
        new = [each.box for each in gone[: len(taken)]]
    for card, box in zip(taken, new, strict=True):
        add_card(here[0].page.shapes, box, card, slide.key, stage.paints, options.translate, names)
    for each in gone:
        each.shape.element.getparent().remove(each.shape.element)
    return list(added[len(taken) :])


def _box_of(boxes: Sequence[Box]) -> Box:
    """The box around all of them."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, foot = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, Emu(right - left), Emu(foot - top)


def _is_in_rows(boxes: Sequence[Box], whole: Box) -> bool:
    """True where they stand as they were put."""
    pairs = zip(boxes, places(whole, len(boxes)), strict=True)
    return all(abs(one - other) <= len(boxes) for box, place in pairs for one, other in zip(box, place, strict=True))
