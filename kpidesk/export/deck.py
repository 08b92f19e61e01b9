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

    ``stamp`` says what all of it shows, a part each: period, filter, profile, currency; ``supposing`` what the
    scenario changes whose pages are in it.
    """

    title: Text
    slides: tuple[Slide, ...] = ()
    subtitle: Text = ""
    style: Style = field(default_factory=Style)
    book: Book | None = None
    made: datetime | None = None
    stamp: tuple[Text, ...] = ()
    supposing: Text = ""

    @property
    def shows(self) -> tuple[Text, ...]:
        """What the whole file is about: a scenario, then what all of it shows."""
        return (self.supposing, *self.stamp) if self.supposing else self.stamp

    def foot(self, slide: Slide) -> tuple[Text, ...]:
        """What stands below a page: its own footnote, then what all of the deck shows and it does not say yet."""
        own = slide.footnote or (slide.figure.footnote if slide.figure is not None else ())
        return tuple(dict.fromkeys((*own, *self.stamp)))

    def foot_line(self, slide: Slide, translate: Translate) -> str:
        """The same in the reader's words."""
        return foot_line(self.foot(slide), partial(text_of, translate=translate))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(slide.figure for slide in self.slides if slide.figure is not None)
