"""A deck as sheets of paper: what stands on each, in the reader's words, ready for whoever paints."""

from dataclasses import dataclass, replace

from kpidesk.charts.figure import EMPTY_TABLE, Figure, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.card_words import card_lines
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.grid import Grid, pivot_grid, table_grid


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """A KPI card in words: name, value, change and foot; ``tone`` is good, bad or '' for the change.

    ``spark`` is its course up to the last ended period, for a card with room to spare.
    """

    lines: tuple[str, ...]
    tone: str = ""
    is_supposed: bool = False
    spark: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. Title and footnote are left to the figure where it is all there is."""

    title: str
    said: str = ""
    figure: Figure | None = None
    cards: tuple[PrintedCard, ...] = ()
    grid: Grid | None = None
    text: tuple[str, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole document: its title, its sheets, and whether they are put on one."""

    title: str
    pages: tuple[Page, ...]
    language: str = "en"
    is_one_page: bool = False


def printed(deck: Deck, translate: Translate, language: str, *, is_one_page: bool = False) -> Printed:
    """The deck on paper; the first sheet says what it is."""
    title = text_of(deck.title, translate)
    pages = tuple(_page(deck, slide, translate, is_sheet=is_one_page) for slide in deck.slides)
    return Printed(title, pages, language, is_one_page)


def _page(deck: Deck, slide: Slide, translate: Translate, *, is_sheet: bool) -> Page:
    has_period = is_sheet or not slide.period  # else the chart has it above
    foot = deck.foot_line(slide, translate, is_sheet=is_sheet, has_period=has_period)
    figure = slide.figure
    title = text_of(slide.title or (figure.title if figure is not None else ""), translate)
    said = text_of(slide.said, translate)
    page = Page(title, said if said != title else "", foot=foot)
    if figure is not None and figure.kind == "table" and figure.empty is None:
        return replace(page, grid=table_grid(figure, translate))
    if figure is not None:
        return replace(page, figure=replace(figure, table=EMPTY_TABLE, title="", footnote=()))
    if slide.cards:
        cards = tuple(
            PrintedCard(
                card_lines(card, translate),
                {True: "good", False: "bad", None: ""}[card.delta_is_good],
                card.state == "scenario" and card.is_touched,
                tuple(value for value in card.spark[: card.spark_complete_until + 1] if value is not None),
            )
            for card in slide.cards
        )
        return replace(page, cards=cards)
    if slide.pivot is not None:
        return replace(page, grid=pivot_grid(slide.pivot, translate))
    return replace(page, text=tuple(text_of(line, translate) for line in slide.text))
