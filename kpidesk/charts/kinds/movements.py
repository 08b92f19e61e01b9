"""Movements of recurring revenue: the bridge over a range, and month by month what came above zero, what went below."""

import numpy as np

from kpidesk.charts.figure import Bar, Column, Datum, Figure, KeyEntry, Line, Mark, Table, Text
from kpidesk.charts.kinds.survival import named_segment
from kpidesk.charts.kinds.waterfall import CLOSING, OPENING, SOFT, Bridge, Step, build_bridge
from kpidesk.charts.labels import axis_kind, extent, money_in
from kpidesk.charts.parts import INCOMPLETE, running_columns
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_change, format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.bridge import BridgeStudy, Cents
from kpidesk.metrics.frame import Array

NAMES = {
    "new": Message(QT_TRANSLATE_NOOP("charts", "New")),
    "expansion": Message(QT_TRANSLATE_NOOP("charts", "Expansion")),
    "reactivation": Message(QT_TRANSLATE_NOOP("charts", "Reactivation")),
    "transfer": Message(QT_TRANSLATE_NOOP("charts", "Other segments")),
    "contraction": Message(QT_TRANSLATE_NOOP("charts", "Contraction")),
    "churn": Message(QT_TRANSLATE_NOOP("charts", "Churn")),
    "fx": Message(QT_TRANSLATE_NOOP("charts", "Exchange rates")),
}
_OF_MONTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
_NET = Message(QT_TRANSLATE_NOOP("charts", "Net change"))
_LOOK = {
    "new": ("good", SOFT),
    "expansion": ("good", 0.6),
    "reactivation": ("good", 0.35),
    "transfer": ("baseline", 0.6),
    "contraction": ("bad", 0.55),
    "churn": ("bad", SOFT),
    "fx": ("baseline", 0.35),
}


def build_movement_bridge(
    study: BridgeStudy, columns: tuple[int, int], style: Style, options: FigureOptions, segment: int = -1
) -> Figure:
    """Opening, the movements summed over the columns, closing; of the whole or of one segment."""
    span = study.over(*columns, segment)
    shown = kinds_shown(study, columns, segment)
    steps = tuple(Step(NAMES[kind], span.moved[kind] / 100, _good(kind)) for kind in shown)
    first, last = (format_period(study.periods[at], style) for at in columns)
    bridge = Bridge(
        span.opening / 100,
        steps,
        "money",
        Message(QT_TRANSLATE_NOOP("charts", "MRR bridge")),
        first if first == last else f"{first} – {last}",
        OPENING,
        CLOSING,
        movement_notes(study, style, is_running=study.is_running and columns[1] == len(study.periods) - 1),
    )
    return build_bridge(bridge, style, options)


def kinds_shown(study: BridgeStudy, columns: tuple[int, int], segment: int = -1) -> tuple[str, ...]:
    """The movements that have a bar in the bridge and a row in its table, in its order.

    What goes to other segments comes from them: in the whole it is nothing, and a bar of nothing says nothing.
    """
    moved = study.over(*columns, segment).moved
    return tuple(kind for kind in study.kinds if kind != "transfer" or moved[kind])


def build_movement_months(study: BridgeStudy, style: Style, options: FigureOptions) -> Figure:
    """Stacked bars by period, the net change as a line; a period that has not ended is paler."""
    size = len(study.periods)
    whole = study.cents[-1] / 100.0
    up, down = np.zeros(size), np.zeros(size)
    running = np.arange(size) == (size - 1 if study.is_running else size)
    marks: list[Mark] = [*running_columns(running)]
    for row, kind in enumerate(study.kinds):
        ink, opacity = _LOOK[kind]
        for i, value in enumerate(whole[row]):
            if not value:
                continue
            base = up if value > 0 else down
            y0, y1 = sorted((float(base[i]), float(base[i] + value)))
            marks.append(Bar(i - 0.34, i + 0.34, y0, y1, ink, opacity * (0.5 if running[i] else 1.0), label_at=""))
            base[i] += value
    net = whole.sum(axis=0)
    marks += _net_lines(net, study)
    kind_of_axis = axis_kind("money", style)
    y = value_axis(float(down.min(initial=0.0)), float(up.max(initial=0.0)), kind_of_axis, style, room=0.02)
    seen = [kind for row, kind in enumerate(study.kinds) if whole[row].any()]
    key = [KeyEntry(_LOOK[kind][0], NAMES[kind], "block", _LOOK[kind][1]) for kind in seen]
    key.append(KeyEntry("ink1", _NET))
    key += [INCOMPLETE] if study.is_running else []
    return Figure(
        "movements",
        tuple(marks),
        time_axis(study.periods, style, options.size[0] - 80),
        y,
        Message(QT_TRANSLATE_NOOP("charts", "Movements by period")),
        extent(study.periods, style),
        tuple(key),
        movement_notes(study, style, is_running=False),  # the key says it
        _table(study, net, style),
        _sentence(study, net, style),
        tuple(float(i) for i in range(size)),
        size=options.size,
    )


def _net_lines(net: Array, study: BridgeStudy) -> list[Mark]:
    """Solid up to the last period that has ended, dotted from there into one that has not."""
    xs, ys = tuple(map(float, range(net.size))), tuple(map(float, net))
    end = max(1, net.size - study.is_running)
    tail = [Line(xs[end - 1 :], ys[end - 1 :], "ink1", 1.75, "dotted")] if study.is_running else []
    return [Line(xs[:end], ys[:end], "ink1", 1.75), *tail]


def movement_notes(study: BridgeStudy, style: Style, *, is_running: bool) -> tuple[Text, ...]:
    """Definition and source, and whether what is shown ends in a period that has not ended."""
    by_month = QT_TRANSLATE_NOOP("charts", "Netted by customer and month")
    by_period = QT_TRANSLATE_NOOP("charts", "Netted by customer and period")
    notes: list[Text] = [Message(by_month if study.grain in _OF_MONTHS else by_period)]
    if is_running:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "The last period has not ended")))
    if axis_kind("money", style) != "money":
        notes.append(money_in(style))
    if study.files:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "Source: {files}"), files=", ".join(study.files)))
    return (*notes, *study.notes)


def segment_bridges(study: BridgeStudy, columns: tuple[int, int], style: Style, by: Text) -> Table:
    """The bridge of each segment as rows, the whole last."""
    heads = (Column(by, role="label"), Column(OPENING, "money"))
    kinds = tuple(Column(NAMES[kind], "money") for kind in study.kinds)
    rows: list[tuple[Datum, ...]] = []
    for at, segment in enumerate(study.segments):
        span = study.over(*columns, at)
        moved = (span.moved[kind] / 100 for kind in study.kinds)
        rows.append((named_segment(segment), span.opening / 100, *moved, span.closing / 100))
    return Table((*heads, *kinds, Column(CLOSING, "money")), tuple(rows), style)


def movement_grid(study: BridgeStudy, columns: tuple[int, int], style: Style) -> Table:
    """Periods across, movements down, at the end the whole range."""
    first, last = columns
    span = study.over(first, last)
    heads = [Column(format_period(study.periods[at], style), "money") for at in range(first, last + 1)]
    total = Column(Message(QT_TRANSLATE_NOOP("charts", "Total")), "money")
    part = slice(first, last + 1)

    def line(name: Text, cents: Cents, whole: int) -> tuple[Datum, ...]:
        return (name, *(float(each) / 100 for each in cents[part]), whole / 100)

    moved = (
        line(NAMES[kind], study.cents[-1, study.kinds.index(kind)], span.moved[kind])
        for kind in kinds_shown(study, columns)
    )
    rows = (
        line(OPENING, study.opening[-1], span.opening),
        *moved,
        line(CLOSING, study.closing[-1], span.closing),
    )
    return Table((Column("", role="label"), *heads, total), rows, style)


def _good(kind: str) -> str:
    return "none" if kind in ("transfer", "fx") else "up"


def _table(study: BridgeStudy, net: Array, style: Style) -> Table:
    kinds = kinds_shown(study, (0, len(study.periods) - 1))
    rows_of = [study.kinds.index(kind) for kind in kinds]
    columns = [Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label"), Column(OPENING, "money", "level")]
    columns += [Column(NAMES[kind], "money", ink=_LOOK[kind][0], opacity=_LOOK[kind][1]) for kind in kinds]
    columns += [Column(_NET, "money", "level"), Column(CLOSING, "money", "level")]
    closing = study.closing[-1]
    rows: list[tuple[Datum, ...]] = [
        (
            period,
            study.opening[-1, at] / 100,
            *(float(each) / 100 for each in study.cents[-1, rows_of, at]),
            float(net[at]),
            float(closing[at]) / 100,
        )
        for at, period in enumerate(study.periods)
    ]
    return Table(tuple(columns), tuple(rows), style)


def _sentence(study: BridgeStudy, net: Array, style: Style) -> Message:
    if not net.size:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name="MRR")
    best, worst = int(net.argmax()), int(net.argmin())
    return Message(
        QT_TRANSLATE_NOOP("charts", "Best {best} with {most}, worst {worst} with {least}."),
        best=format_period(study.periods[best], style),
        most=format_change(float(net[best]), "money", style),
        worst=format_period(study.periods[worst], style),
        least=format_change(float(net[worst]), "money", style),
    )
