"""What leaves the desk: slides of figures, cards and tables in order, and the numbers behind them for a workbook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from kpidesk.charts.card import Card
from kpidesk.charts.feet import foot_line
from kpidesk.charts.figure import Figure, Text, text_of
from kpidesk.charts.pivot import Pivot
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Translate
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame

Cell = str | float | None

_IN_WORDS = ("heatmap", "table")
"""Kinds of figures whose subtitle may be of the user's words."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One page: at most one of figure, cards, pivot and text is usual; ``definitions`` go to the notes.

    ``key`` names the page among those of its deck, for as long as the report is kept: by it an exported deck is
    refreshed. ``headline`` is what it says in a sentence, by default that of the figure; ``text`` are
    paragraphs.
    """

    title: Text = ""
    figure: Figure | None = None
    cards: tuple[Card, ...] = ()
    pivot: Pivot | None = None
    footnote: tuple[Text, ...] = ()
    definitions: tuple[Definition, ...] = ()
    key: str = ""
    headline: Text = ""
    text: tuple[Text, ...] = ()

    @property
    def said(self) -> Text:
        """The sentence under the title."""
        return self.headline or (self.figure.summary if self.figure is not None else "")

    @property
    def period(self) -> Text:
        """The months that a chart shows, which may be fewer than there are: it has them as its subtitle."""
        figure = self.figure
        if figure is None or figure.empty is not None or figure.kind in _IN_WORDS:
            return ""
        return figure.subtitle if isinstance(figure.subtitle, str) else ""

    def has_money(self, catalogue: Catalogue | None) -> bool:
        """Whether any of its numbers is an amount."""
        kinds = {definition.unit.kind for definition in self.definitions}
        if self.figure is not None:
            kinds |= {column.kind for column in self.figure.table.columns}
        if self.pivot is not None:
            kinds |= {row.kind for row in self.pivot.rows} | set(self.pivot.column_kinds)
        if catalogue is not None:
            kinds |= {catalogue.get(card.name).unit.kind for card in self.cards if card.name in catalogue}
        return "money" in kinds


@dataclass(frozen=True, slots=True, eq=False)
class DataTable:
    """Rows that lie under the KPIs, for the workbook: numbers as float, everything else as text."""

    name: str
    headers: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Supposal:
    """A scenario at one period of a book: which value each of its drivers takes, and every KPI with them."""

    name: Text
    at: Period
    changes: Mapping[MetricName, float]
    values: Mapping[MetricName, float]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The numbers of a workbook: an answer without a split, what its KPIs mean, scenarios, and the rows behind it."""

    frame: ResultFrame
    catalogue: Catalogue
    tables: tuple[DataTable, ...] = ()
    scenarios: tuple[Supposal, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Deck:
    """Everything to export. ``made`` is the time that the file says it was made; the caller knows the clock.

    ``period``, ``stamp`` (filter, profile, day of the data, a part each) and ``currency`` say what all of it shows;
    ``supposing`` what the scenario changes whose pages are in it.
    """

    title: Text
    slides: tuple[Slide, ...] = ()
    subtitle: Text = ""
    style: Style = field(default_factory=Style)
    book: Book | None = None
    made: datetime | None = None
    stamp: tuple[Text, ...] = ()
    supposing: Text = ""
    period: Text = ""
    currency: Text = ""

    @property
    def shows(self) -> tuple[Text, ...]:
        """What the whole file is about: a scenario, then what all of it shows."""
        return tuple(part for part in (self.supposing, self.period, *self.stamp, self.currency) if part)

    @property
    def cover(self) -> tuple[Text, ...]:
        """What stands below the title: what it covers, each part once."""
        return tuple(part for part in (self.subtitle or self.period, self.supposing) if part)

    def foot(self, slide: Slide, *, is_sheet: bool = False, has_period: bool = True) -> tuple[Text, ...]:
        """What stands below a page: its own footnote, then what all of the deck shows and it does not say yet.

        A page says of which currency its amounts are where it has any; a sheet (``is_sheet``) that all pages share,
        where any of them has. ``has_period`` False: the page says above which months it shows.
        """
        own = slide.footnote or (slide.figure.footnote if slide.figure is not None else ())
        catalogue = None if self.book is None else self.book.catalogue
        pages = self.slides if is_sheet else (slide,)
        currency = self.currency if any(page.has_money(catalogue) for page in pages) else ""
        period = self.period if is_sheet else slide.period or self.period
        period = period if has_period else ""
        return tuple(part for part in dict.fromkeys((*own, period, *self.stamp, currency)) if part)

    def foot_line(self, slide: Slide, translate: Translate, *, is_sheet: bool = False, has_period: bool = True) -> str:
        """The same in the reader's words."""
        parts = self.foot(slide, is_sheet=is_sheet, has_period=has_period)
        return foot_line(parts, partial(text_of, translate=translate))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(slide.figure for slide in self.slides if slide.figure is not None)
