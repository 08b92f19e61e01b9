"""A report as a deck: each section becomes a page, by the same figures and cards as the window shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kpidesk.charts.builder import build_figure
from kpidesk.charts.card import Card, build_card
from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.labels import extent
from kpidesk.charts.pivot import build_pivot
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.charts.suggestion import suggest_chart
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.deck import Book, Deck, Slide
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Filter
from kpidesk.session.report import (
    Supposed,
    currency_said,
    headline,
    scenario_slides,
    stamp,
    subtitle,
    supposal,
    supposing,
)
from kpidesk.workspace.sections import Section

_TITLES = {
    "headline": Message(QT_TRANSLATE_NOOP("report", "In short")),
    "cards": Message(QT_TRANSLATE_NOOP("report", "Overview")),
    "table": Message(QT_TRANSLATE_NOOP("report", "All numbers")),
}


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What a report is computed from. ``split`` answers the same question by an attribute, None while
    that is computed; ``options`` go on charts. ``figures`` are drawn already, by the id of the section that shows one.
    """

    frame: ResultFrame
    catalogue: Catalogue
    style: Style
    split: Callable[[str], ResultFrame | None] | None = None
    supposed: Supposed | None = None
    filters: tuple[Filter, ...] = ()
    options: FigureOptions = field(default_factory=FigureOptions)
    figures: Mapping[str, Figure] = field(default_factory=dict)


def default_sections(frame: ResultFrame, catalogue: Catalogue, names: Sequence[MetricName] = ()) -> tuple[Section, ...]:
    """What a report holds when nobody has arranged it: in short, cards, a chart for each KPI, and the table."""
    chosen = tuple(names) or headline(frame, catalogue)
    charts = (Section(f"chart {n}", "chart", metrics=(n,), chart=_suggested(n, catalogue, frame)) for n in chosen)
    return (
        Section("scenario", "scenario", metrics=chosen),
        Section("overview", "cards", metrics=chosen),
        *charts,
        Section("table", "table", metrics=chosen),
    )


def _suggested(name: MetricName, catalogue: Catalogue, frame: ResultFrame) -> ChartSpec:
    return suggest_chart(name, catalogue, grain=frame.grain)


def build_deck(title: str, sections: Iterable[Section], sources: Sources, *, made: datetime | None = None) -> Deck:
    """The whole report; sections without anything to show in these data are left out."""
    frame, catalogue, style = sources.frame, sources.catalogue, sources.style
    slides: list[Slide] = []
    for section in sections:
        slides.extend(_slides(section, sources))
    supposed = sources.supposed
    book = Book(frame, catalogue, scenarios=() if supposed is None else (supposal(supposed),))
    said = stamp(frame, style, filters=sources.filters)
    changes = "" if supposed is None else supposing(supposed, catalogue, style)
    return Deck(
        title,
        tuple(slides),
        subtitle(frame, style),
        style,
        book,
        made,
        said,
        changes,
        period=extent(frame.periods, style),
        currency=currency_said(frame, style),
    )


def tables_of(deck: Deck) -> Deck:
    """The deck's tables alone, periods down, as a file of plain numbers has them: not those of the first chart."""
    tables = []
    for slide in deck.slides:
        if slide.pivot is None:
            continue
        names = tuple(row.metric for row in slide.pivot.rows if row.metric is not None)
        if deck.book is not None and names and all(row.segment is None for row in slide.pivot.rows):
            pivot = build_pivot(deck.book.frame, deck.book.catalogue, deck.style, names, across=False)
            slide = replace(slide, pivot=pivot)
        tables.append(slide)
    return replace(deck, slides=tuple(tables))


def _slides(section: Section, sources: Sources) -> tuple[Slide, ...]:
    names = tuple(n for n in section.metrics if n in sources.catalogue and n in sources.frame.series)
    definitions = tuple(sources.catalogue.get(name) for name in names)
    title: Text = section.title or _TITLES.get(section.kind, "")
    slide = Slide(title, definitions=definitions, key=section.id)
    match section.kind:
        case "text":
            return (replace(slide, text=tuple(section.text.split("\n"))),)
        case "headline":
            lines = tuple(section.text.split("\n")) if section.text else headline_lines(_cards(names, sources))
            return (replace(slide, text=lines),)
        case "cards":
            return (replace(slide, cards=_cards(names, sources), headline=section.text),) if names else ()
        case "table":
            return (_table(slide, section, names, sources),) if names else ()
        case "scenario" if sources.supposed is not None:
            return scenario_slides(sources.supposed, sources.catalogue, names, sources.style)
        case "figure" if section.id in sources.figures:
            figure = sources.figures[section.id]
            return (replace(slide, title=section.title or figure.title, figure=figure, headline=section.text),)
        case "chart" if section.chart is not None:
            return _chart(slide, section, section.chart, sources)
        case _:
            return ()


def _cards(names: Sequence[MetricName], sources: Sources) -> tuple[Card, ...]:
    targets = {target.metric: target for target in sources.options.targets}
    return tuple(
        build_card(name, sources.frame, sources.catalogue, sources.style, target=targets.get(name)) for name in names
    )


def headline_lines(cards: Sequence[Card]) -> tuple[Text, ...]:
    """What the cards say, a sentence each."""
    lines: list[Text] = []
    for card in cards:
        if not card.value_text:
            continue
        said = {"name": card.label, "value": card.value_text, "change": card.delta_text, "versus": card.comparison_text}
        if card.delta_text and card.comparison_text:
            lines.append(Message(QT_TRANSLATE_NOOP("report", "{name}: {value}, {change} {versus}."), **said))
        else:
            lines.append(Message(QT_TRANSLATE_NOOP("report", "{name}: {value}."), **said))
    return tuple(lines)


def _table(slide: Slide, section: Section, names: tuple[MetricName, ...], sources: Sources) -> Slide:
    """KPIs down, periods across; with a split its segments."""
    by = section.chart.by if section.chart is not None else None
    frame = _split(sources, by) or sources.frame
    return replace(slide, pivot=build_pivot(frame, sources.catalogue, sources.style, names), headline=section.text)


def _split(sources: Sources, by: str | None) -> ResultFrame | None:
    """The answer by an attribute; None where it is not there yet."""
    return sources.frame if by is None or sources.split is None else sources.split(by)


def _chart(slide: Slide, section: Section, spec: ChartSpec, sources: Sources) -> tuple[Slide, ...]:
    """A page with the chart; none where there is nothing to draw in these data."""
    names = tuple(name for name in spec.metrics if name in sources.catalogue)
    if not names:
        return ()
    frame = _split(sources, spec.by)
    if frame is None:
        return ()
    figure = build_figure(spec, frame, sources.catalogue, sources.style, sources.options)
    if figure.empty is not None:
        return ()
    definitions = tuple(sources.catalogue.get(name) for name in names)
    title = section.title or figure.title
    return (replace(slide, title=title, figure=figure, definitions=definitions, headline=section.text),)
