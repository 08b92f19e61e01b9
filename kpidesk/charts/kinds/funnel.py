"""The funnel: bars from the top to the customer in one hue, between them what share goes on and how long it takes."""

from collections.abc import Sequence

import numpy as np

from kpidesk.charts.figure import Bar, Column, Datum, Figure, Mark, Point, Segments, Table, Text, Tick
from kpidesk.charts.kinds.survival import named_segment
from kpidesk.charts.scales import category_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.metrics.funnel import FunnelStudy, View
from kpidesk.metrics.intervals import wilson

STAGES = {
    "visit": Message(QT_TRANSLATE_NOOP("charts", "Visits")),
    "lead": Message(QT_TRANSLATE_NOOP("charts", "Leads")),
    "mql": Message(QT_TRANSLATE_NOOP("charts", "MQL")),
    "sql": Message(QT_TRANSLATE_NOOP("charts", "SQL")),
    "opportunity": Message(QT_TRANSLATE_NOOP("charts", "Opportunities")),
    "customer": Message(QT_TRANSLATE_NOOP("charts", "Customers")),
    "signup": Message(QT_TRANSLATE_NOOP("charts", "Sign-ups")),
    "activated": Message(QT_TRANSLATE_NOOP("charts", "Activated")),
}
_ENDS = {**STAGES, "customer": Message(QT_TRANSLATE_NOOP("charts", "customers"))}
"""The last stage within a sentence."""
DWARFED = 20.0
"""Visits that are so many times the next stage are said, not drawn: beside them nothing else could be seen."""
_NEARLY_ALL = 0.99
"""Where the days of fewer are known, the chart says so; the table has their number in any case."""
_SHARE, _NAMES = 52.0, 150.0
"""Pixels that the share of the best segment needs behind its bar, and the names of segments before it."""


def drawn_from(study: FunnelStudy) -> int:
    """The first stage that is drawn: visits are left out where they would dwarf the rest."""
    reached = study.reached[-1]
    is_dwarfing = study.stages[0] == "visit" and not reached[0] <= DWARFED * max(reached[1:], default=0.0)
    return 1 if is_dwarfing and len(study.stages) > 2 else 0


def build_funnel(study: FunnelStudy, style: Style, options: FigureOptions) -> Figure:
    """The whole; the share of the stage before stands between two bars, the median days below it."""
    first = drawn_from(study)
    stages, reached = study.stages[first:], study.reached[-1, first:]
    y = value_axis(0.0, float(np.nanmax(reached, initial=1.0)), "count", style, room=0.08)
    marks: list[Mark] = []
    for at, value in enumerate(reached):
        label = format_value(float(value), "count", style.exact())
        marks.append(Bar(at - 0.21, at + 0.21, 0.0, float(np.nan_to_num(value)), "series.1", label=label))
    for at in range(1, len(stages)):
        share, days = study.steps[-1, first + at], study.days[-1, first + at]
        height = max(y.high * 0.2, float(np.nan_to_num(reached[at])) * 0.55)
        if np.isfinite(share):
            marks.append(_between(at - 0.5, height, format_value(float(share), "share", style), is_strong=True))
        if np.isfinite(days):
            waited = format_value(float(days), "days", style.exact())
            marks.append(_between(at - 0.5, height - y.high * 0.08, waited))
    return Figure(
        "funnel",
        tuple(marks),
        category_axis(Tick(float(i), STAGES[name]) for i, name in enumerate(stages)),
        y,
        Message(QT_TRANSLATE_NOOP("charts", "Funnel")),
        _span(study, style),
        (),
        _notes(study, first, style),
        funnel_table(study, style),
        _sentence(study, first, style),
        tuple(float(at - first) for at in range(len(study.stages))),
        size=options.size,
    )


def build_funnel_segments(study: FunnelStudy, by: Text, style: Style, options: FigureOptions) -> Figure:
    """From the first stage of persons to the last, by segment: the best on top, with n."""
    top = 1 if study.stages[0] == "visit" else 0
    base, won = study.reached[:, top], study.reached[:, -1]
    low, high = wilson(won, base)
    found = [(i, float(won[i] / base[i])) for i in range(len(study.segments)) if base[i] > 0]
    found.sort(key=lambda pair: (study.segments[pair[0]] is None, -pair[1]))
    room = _SHARE / max(1.0, options.size[0] - _NAMES)
    x = value_axis(0.0, max((share for _, share in found), default=1.0), "share", style, room=room / (1 - room))
    marks: list[Mark] = []
    for at, (i, share) in enumerate(found):
        ink = "baseline" if study.segments[i] is None else "series.1"
        text = format_value(share, "share", style)
        marks.append(Bar(0.0, share, at - 0.34, at + 0.34, ink, label=text, label_at="right"))
    counts = (format_value(float(base[i]), "count", style.exact()) for i, _ in found)
    names = (
        Tick(float(at), named_segment(study.segments[i]), f"n {n}")
        for at, ((i, _), n) in enumerate(zip(found, counts, strict=True))
    )
    rows: list[tuple[Datum, ...]] = [
        (named_segment(study.segments[i]), share, float(low[i]), float(high[i]), float(base[i])) for i, share in found
    ]
    ranked = [(named_segment(study.segments[i]), share) for i, share in found if study.segments[i] is not None]
    whole = [(named_segment(None), share) for _, share in found[-1:]]
    columns = (
        Column(by, role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "To the last stage")), "share", ink="series.1"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Low")), "share", "low"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "High")), "share", "high"),
        Column("n", "count", "n"),
    )
    title = Message(
        QT_TRANSLATE_NOOP("charts", "{first} to {last}"), first=STAGES[study.stages[top]], last=_ENDS[study.stages[-1]]
    )
    return Figure(
        "bar",
        tuple(marks),
        x,
        category_axis(names, is_reversed=True),
        title,
        by,
        (),
        (_what_the_shares_are(study, top), *_notes(study, 0, style, is_whole=False)),
        Table(columns, tuple(rows), style),
        _best_and_worst(title, ranked or whole, style),
        readout_ys=tuple(float(at) for at in range(len(found))),
        segments=Segments(study.by or "", tuple(_values(study.segments[i]) for i, _ in found)),
        size=options.size,
    )


def _what_the_shares_are(study: FunnelStudy, top: int) -> Message:
    """Of whom they are, and who counts: a board calls the chart by another name than its two stages."""
    words = QT_TRANSLATE_NOOP("charts", "Percent: of the first step ({first}), those who reached the last ({last})")
    return Message(words, first=STAGES[study.stages[top]], last=STAGES[study.stages[-1]])


def _values(segment: str | None) -> tuple[str, ...]:
    return () if segment is None else (segment,)


def _best_and_worst(title: Message, by_rank: Sequence[tuple[Text, float]], style: Style) -> Message:
    """The first and the last of those that have a name."""
    if not by_rank:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=title)
    (best, most), (worst, least) = by_rank[0], by_rank[-1]
    high, low = (format_value(each, "share", style) for each in (most, least))
    words = QT_TRANSLATE_NOOP("charts", "{name}: highest {first} {high}, lowest {last} {low}.")
    return Message(words, name=title, first=best, high=high, last=worst, low=low)


def funnel_table(study: FunnelStudy, style: Style) -> Table:
    """Each stage: reached, of the step before with its interval, of the top, median days and on how many they rest."""
    low, high = study.step_bounds()
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Stage")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Reached")), "count", ink="series.1"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Of the step before")), "share"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Low")), "share", "low"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "High")), "share", "high"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Of the top")), "share"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Median days")), "number"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Timed")), "count", "n"),
    )
    arrays = (study.reached, study.steps, low, high, study.from_top, study.days, study.timed)
    rows: list[tuple[Datum, ...]] = [
        (STAGES[name], *(float(each[-1, at]) for each in arrays)) for at, name in enumerate(study.stages)
    ]
    return Table(columns, tuple(rows), style)


def _between(x: float, y: float, text: Text, *, is_strong: bool = False) -> Point:
    token = "ink1" if is_strong else "ink3"
    return Point(x, y, size=0, label=text, label_at="centre", label_ink=token, is_strong=is_strong)


def _span(study: FunnelStudy, style: Style) -> Text:
    first, last = (format_period(each, style) for each in study.span)
    span = first if first == last else f"{first} – {last}"
    if study.view is View.COHORT:
        return Message(QT_TRANSLATE_NOOP("charts", "those who came in {span}, and where they are now"), span=span)
    return Message(QT_TRANSLATE_NOOP("charts", "what happened in {span}"), span=span)


def _notes(study: FunnelStudy, first: int, style: Style, *, is_whole: bool = True) -> tuple[Text, ...]:
    """What a chart of all stages says of them, visits and days among it, or one of a share of persons."""
    notes: list[Text] = []
    if first:
        visits = format_value(float(study.reached[-1, 0]), "count", style.exact())
        share = format_value(float(study.steps[-1, 1]), "share", style)
        text = QT_TRANSLATE_NOOP("charts", "{visits} visits before the first bar: {share} go on")
        notes.append(Message(text, visits=visits, share=share))
    skipped = QT_TRANSLATE_NOOP("charts", "{stage}: some go on without it, so no share of it follows")
    notes.extend(Message(skipped, stage=STAGES[name]) for name in study.passed_by)
    undated = QT_TRANSLATE_NOOP("charts", "{stage}: no date, so not here")
    notes.extend(Message(undated, stage=STAGES[name]) for name in study.undated)
    if study.since is not None:
        late = QT_TRANSLATE_NOOP("charts", "{stage}: not known of who came in before {day}")
        notes.extend(Message(late, stage=STAGES[name], day=on_day(study.since)) for name in study.unrecorded)
    if is_whole and np.isfinite(study.days[-1]).any():
        notes.extend((Message(QT_TRANSLATE_NOOP("charts", "Days: median")), *_timed(study, style)))
    if study.view is View.COHORT and study.is_running:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "The latest can still go on")))
    files = dict.fromkeys((*(study.visit_files if is_whole else ()), *study.files))
    if files:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "Source: {files}"), files=", ".join(files)))
    return tuple(notes)


def _timed(study: FunnelStudy, style: Style) -> tuple[Text, ...]:
    """Of how many the days of a step are known, where that is not nearly all who took it."""
    found: list[Text] = []
    for name, n, reached in zip(study.stages, study.timed[-1], study.reached[-1], strict=True):
        if 0 < n < _NEARLY_ALL * reached:
            timed, whole = (format_value(float(each), "count", style.exact()) for each in (n, reached))
            text = QT_TRANSLATE_NOOP("charts", "{stage}: {n} of {whole} timed")
            found.append(Message(text, stage=STAGES[name], n=timed, whole=whole))
    return tuple(found)


def _sentence(study: FunnelStudy, first: int, style: Style) -> Message:
    steps = np.nan_to_num(study.steps[-1, first + 1 :], nan=2.0)
    top = study.reached[-1, first]
    if not steps.size or not top > 0:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=STAGES[study.stages[-1]])
    share, worst = study.reached[-1, -1] / top, first + 1 + int(steps.argmin())
    return Message(
        QT_TRANSLATE_NOOP("charts", "{share} reach the end; the narrowest step is {stage} with {step}."),
        share=format_value(float(share), "share", style),
        stage=STAGES[study.stages[worst]],
        step=format_value(float(study.steps[-1, worst]), "share", style),
    )
