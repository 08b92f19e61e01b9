"""How often each answer of a scale was given: a bar a score, in zones of bad, even and good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kpidesk.charts.figure import Axis, Bar, Column, Datum, Figure, KeyEntry, Table, Text, Tick
from kpidesk.charts.scales import category_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class Zone:
    """Scores from ``low`` to ``high``, both included, with their name and ink."""

    low: int
    high: int
    name: Message
    ink: str


_PROMOTERS = Message(QT_TRANSLATE_NOOP("charts", "Promoters"))
_PASSIVES = Message(QT_TRANSLATE_NOOP("charts", "Passives"))
_DETRACTORS = Message(QT_TRANSLATE_NOOP("charts", "Detractors"))
_SATISFIED = Message(QT_TRANSLATE_NOOP("charts", "Satisfied"))
_OTHERS = Message(QT_TRANSLATE_NOOP("charts", "Not satisfied"))
_ANSWERS = Message(QT_TRANSLATE_NOOP("charts", "Answers"))

ZONES: Mapping[str, tuple[Zone, ...]] = {
    "nps": (
        Zone(0, 6, _DETRACTORS, "bad"),
        Zone(7, 8, _PASSIVES, "baseline"),
        Zone(9, 10, _PROMOTERS, "good"),
    ),
    "csat": (Zone(1, 3, _OTHERS, "baseline"), Zone(4, 5, _SATISFIED, "good")),
}
"""Zones by KPI; the others have one."""


def build_spread(
    kpi: str,
    title: Text,
    counts: Mapping[int, int],
    style: Style,
    options: FigureOptions,
    footnote: tuple[Text, ...] = (),
) -> Figure:
    """The counts of whole scores; the key says each zone's share."""
    scores, total = sorted(counts), sum(counts.values())
    if not total:
        nowhere, nothing = Axis(0.0, 1.0, ()), Message(QT_TRANSLATE_NOOP("charts", "No values in this range"))
        return Figure("bar", (), nowhere, nowhere, title, summary=nothing, empty=nothing)
    zones = _zones(kpi, scores)
    inks = {score: zone.ink for zone in zones for score in range(zone.low, zone.high + 1)}
    marks = tuple(
        Bar(i - 0.36, i + 0.36, 0.0, float(counts[score]), inks.get(score, "baseline"), label=str(counts[score]))
        for i, score in enumerate(scores)
        if counts[score]
    )
    columns = (Column(Message(QT_TRANSLATE_NOOP("charts", "Score")), role="label"), Column(_ANSWERS, "count"))
    rows: list[tuple[Datum, ...]] = [(str(score), float(counts[score])) for score in scores]
    shares = tuple(
        (zone, sum(n for score, n in counts.items() if zone.low <= score <= zone.high) / total) for zone in zones
    )
    says = QT_TRANSLATE_NOOP("charts", "{n} {n|answer|answers}")
    return Figure(
        "bar",
        marks,
        category_axis(Tick(float(i), str(score)) for i, score in enumerate(scores)),
        value_axis(0.0, float(max(counts.values())), "count", style, room=0.1),
        title,
        Message(says, n=total),
        tuple(_entry(zone, share, style) for zone, share in shares) if len(zones) > 1 else (),
        footnote,
        Table(columns, tuple(rows), style),
        _sentence(title, shares, total, style),
        tuple(float(i) for i in range(len(scores))),
        size=options.size,
    )


def _zones(kpi: str, scores: Sequence[int]) -> tuple[Zone, ...]:
    """The zones of a KPI; the two best answers are the good ones of a longer scale, too."""
    zones = ZONES.get(kpi, (Zone(scores[0], scores[-1], _ANSWERS, "series.1"),))
    longer = scores[-1] - zones[-1].high
    if longer <= 0:
        return zones
    first = replace(zones[0], low=min(scores[0], zones[0].low), high=zones[0].high + longer)
    return (first, *(replace(zone, low=zone.low + longer, high=zone.high + longer) for zone in zones[1:]))


def _entry(zone: Zone, share: float, style: Style) -> KeyEntry:
    words = Message(QT_TRANSLATE_NOOP("charts", "{zone} {share}"), zone=zone.name, share=_percent(share, style))
    return KeyEntry(zone.ink, words, "block")


def _percent(share: float, style: Style) -> str:
    return format_value(round(share, 2), "share", style.exact())


def _sentence(title: Text, shares: tuple[tuple[Zone, float], ...], total: int, style: Style) -> Message:
    zone, share = max(shares, key=lambda each: each[1])
    words = QT_TRANSLATE_NOOP("charts", "{title}: {n} {n|answer|answers}, most of them {zone} ({share}).")
    return Message(words, title=title, n=total, zone=zone.name, share=_percent(share, style))
