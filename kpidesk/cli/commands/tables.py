"""kpidesk-cli table: what the pages of the window show, as a table. Each kind is one entry of ``KINDS``."""

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kpidesk.analysis.channels import channel_table, split_of
from kpidesk.analysis.explore_report import (
    channel_report,
    order_report,
    support_report,
    traffic_report,
    voice_report,
)
from kpidesk.analysis.orders import order_splits, order_study
from kpidesk.analysis.support import Support, support_of
from kpidesk.analysis.traffic import traffic_splits, traffic_study
from kpidesk.analysis.voice import voice_of
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known_attribute, question
from kpidesk.cli.output import number, one_line, print_json, print_table
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import NO_VALUE, Style, format_range, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.export.csv_writer import safe_text
from kpidesk.metrics.cohorts import Kept
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.funnel import View
from kpidesk.metrics.query import Query
from kpidesk.metrics.study_report import STUDIES, study_report
from kpidesk.session.desk import Desk

_MOST = 16
"""Columns of a text that a terminal can hold."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A table ready to print: ``plain`` for --json; a head, its rows as numbers for --csv and as texts to read."""

    plain: Mapping[str, object]
    head: tuple[str, ...]
    numbers: Sequence[Sequence[str | float | None]]
    texts: Sequence[Sequence[str]]
    below: tuple[str, ...] = field(default=())


MakeTable = Callable[[Desk, argparse.Namespace], Printed]


def table(arguments: argparse.Namespace) -> int:
    """Print one of the tables."""
    with open_files(arguments) as desk:
        made = KINDS[arguments.kind](desk, arguments)
        if arguments.json:
            print_json(made.plain)
        elif arguments.csv:
            print(_csv(made), end="")
        else:
            print_table(made.head, made.texts)
            for line in made.below:
                print(line)
        return status_of(desk)


def query_of(desk: Desk, arguments: argparse.Namespace) -> Query:
    """The question of a table: its grain, and the rules of the workspace."""
    rules = desk.document.rules
    return Query(grain=Grain(arguments.grain), as_of=rules.as_of, profile=rules.profile)


def _study(desk: Desk, arguments: argparse.Namespace) -> Printed:
    """Cohorts, survival, funnel or bridge; as many columns of a text as can be read."""
    kept, view = Kept(arguments.kept or "customers"), View(arguments.view or "cohort")
    report = study_report(desk.engine.facts, arguments.kind, question(arguments, desk), kept, view)
    texts = [tuple(_said(cell) for cell in row) for row in report.rows]
    names = ["total" if row[0] is None else row[0] for row in report.rows]
    texts = [(f"{one_line(str(name))}  {row[1]}", *row[2:_MOST]) for name, row in zip(names, texts, strict=True)]
    numbers = [tuple(cell if isinstance(cell, str | float | int) else None for cell in row) for row in report.rows]
    head = report.head
    return Printed(report.content, head if arguments.csv else (head[1], *head[2:_MOST]), numbers, texts)


def _said(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:,.3f}" if abs(cell) < 1 else f"{cell:,.2f}"
    return NO_VALUE if cell is None else f"{cell:,}" if isinstance(cell, int) else one_line(str(cell))


def _channels(desk: Desk, arguments: argparse.Namespace) -> Printed:
    by = split_of(desk.engine.attributes) if arguments.by is None else known_attribute(arguments.by, desk)
    if by is None:
        missing = QT_TRANSLATE_NOOP("channels", "No channel brings or costs anything here")
        raise UserError(Message(missing))
    query = query_of(desk, arguments)
    found = channel_table(desk.compute, desk.catalogue, replace(query, by=by), arguments.at)
    style = Style(currency=found.frame.currency)
    rows = [(row.name, row) for row in found.rows]
    rows += [("(unassigned)", found.unassigned)] if found.unassigned is not None else []
    rows.append(("total", found.total))
    kinds = {name: desk.catalogue.get(name).unit.kind for name in found.columns}
    return Printed(
        channel_report(found, desk.catalogue),
        (f"{found.by} {found.period}", *found.columns),
        [(name, *(number(row.values.get(column)) for column in found.columns)) for name, row in rows],
        [
            (one_line(name), *(format_value(row.values.get(c), kinds[c], style) for c in found.columns))
            for name, row in rows
        ],
        tuple(str(note) for note in found.notes),
    )


def _voice(desk: Desk, arguments: argparse.Namespace) -> Printed:
    query = query_of(desk, arguments)
    voice = voice_of(desk.engine, desk.compute, query)
    try:
        support = support_of(desk.engine, desk.compute, query)
    except UserError:
        support = None
    if voice.is_empty and support is None:
        raise UserError(Message(QT_TRANSLATE_NOOP("voice", "There are neither answers of surveys nor tickets here")))
    groups = [(kpi, by, each) for (kpi, by), found in voice.groups.items() for each in found]
    style = Style()
    numbers: list[tuple[str | float | None, ...]] = []
    texts: list[tuple[str, ...]] = []
    for kpi, by, each in groups:
        kind, name = desk.catalogue.get(kpi).unit.kind, each.segment or "total"
        has_interval = each.low is not None and each.high is not None
        between = format_range(each.low or 0.0, each.high or 0.0, kind, style) if has_interval else NO_VALUE
        numbers.append((kpi, by, name, each.value, each.n, each.low, each.high))
        value, n = format_value(each.value, kind, style), format_value(each.n, "count", style)
        texts.append((f"{kpi}  {by}  {one_line(name)}", value, n, between))
    for frame in (voice.frame, *([] if support is None else [support.frame])):
        texts += [(name, value, "", "") for name, value in _figures(desk, frame)]
    head = ("kpi", "by", "segment", "value", "n", "low", "high")
    wide = ("", "value", "n", "95% interval")
    plain = voice_report(voice, support)
    if arguments.csv:
        return Printed(plain, head, numbers, texts)
    return Printed(plain, wide, numbers, texts, () if support is None else _surges(support))


def _figures(desk: Desk, frame: ResultFrame) -> list[tuple[str, str]]:
    """The figures of the last ended period, which stands behind each name: tables are of the whole range."""
    if not frame.periods:
        return []
    style, period = Style(currency=frame.currency), frame.periods[frame.last_complete or 0]
    told = ((name, frame.value(name)) for name in frame.series)
    return [
        (f"{name}  {period}", format_value(value, desk.catalogue.get(name).unit.kind, style))
        for name, value in told
        if value is not None
    ]


def _surges(support: Support) -> tuple[str, ...]:
    periods = support.volume.frame.periods
    return tuple(
        f"surge of tickets at {periods[each.peak]}: {each.value:g}, usually {each.usual:g}"
        for each in support.volume.surges
    )


def _support(desk: Desk, arguments: argparse.Namespace) -> Printed:
    """Shares answered and resolved in time; below, the figures of the last ended period and surges."""
    found = support_of(desk.engine, desk.compute, question(arguments, desk))
    style = Style()
    numbers = [(w.step, w.hours, w.share, float(w.done), float(w.n), w.low, w.high) for w in found.within if w.n]
    texts = [
        (f"{step}  {hours:g} h", format_value(share, "share", style), f"{done:,.0f}", f"{n:,.0f}",
         format_range(low, high, "share", style))
        for step, hours, share, done, n, low, high in numbers
    ]  # fmt: skip
    below = tuple(f"{name}: {value}" for name, value in _figures(desk, found.frame))
    head = ("step", "hours", "share", "done", "n", "low", "high")
    wide = ("within", "share", "done", "n", "95% interval")
    return Printed(support_report(found), head if arguments.csv else wide, numbers, texts, (*below, *_surges(found)))


def _orders(desk: Desk, arguments: argparse.Namespace) -> Printed:
    """The groups of buyers, else the mix; --json prints both."""
    by = next(iter(order_splits(desk.engine)), None) if arguments.by is None else known_attribute(arguments.by, desk)
    found = order_study(desk.engine, desk.compute, replace(question(arguments, desk), by=by))
    style = Style(currency=found.frame.currency)
    below = tuple(f"{name}: {value}" for name, value in _figures(desk, found.frame))
    if found.rfm is not None and arguments.by is None:
        head: tuple[str, ...] = ("group", "buyers", "days_since_last", "order_days", "paid", "expected")
        told: list[tuple[str | float | None, ...]] = [
            (g.name or "total", float(g.buyers), g.days, g.orders, g.cents / 100, number(g.expected / 100))
            for g in (*found.rfm.groups, found.rfm.total)
        ]
        kinds: tuple[str, ...] = ("count", "number", "number", "money", "money")
    else:
        head = (by or "all", "revenue", "share", "orders", "aov")
        told = [(m.name or "total", m.revenue, number(m.share), number(m.orders), number(m.aov)) for m in found.mix]
        kinds = ("money", "share", "count", "money")
    texts = [_line(row, kinds, style) for row in told]
    return Printed(order_report(found), head, told, texts, below)


def _traffic(desk: Desk, arguments: argparse.Namespace) -> Printed:
    """Sources or pages, the worst bounce first."""
    by = next(iter(traffic_splits(desk.engine)), None) if arguments.by is None else known_attribute(arguments.by, desk)
    found = traffic_study(desk.engine, desk.compute, replace(question(arguments, desk), by=by))
    kinds = tuple(desk.catalogue.get(name).unit.kind for name in found.columns)
    told = [(row.name or "total", *(number(row.values.get(name)) for name in found.columns)) for row in found.rows]
    texts = [_line(row, kinds, Style()) for row in told]
    below = tuple(f"{name}: {value}" for name, value in _figures(desk, found.frame))
    return Printed(traffic_report(found), (by or "all", *found.columns), told, texts, below)


def _line(row: Sequence[str | float | None], kinds: Sequence[str], style: Style) -> tuple[str, ...]:
    numbers = zip(row[1:], kinds, strict=True)
    return (
        one_line(str(row[0])),
        *(format_value(each, kind, style) if isinstance(each, float) else NO_VALUE for each, kind in numbers),
    )


def _csv(made: Printed) -> str:
    """One line a row; a text that a spreadsheet would take for a formula is led by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(made.head)
    for row in made.numbers:
        writer.writerow([safe_text(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


KINDS: Mapping[str, MakeTable] = {
    "channels": _channels,
    "voice": _voice,
    "support": _support,
    "orders": _orders,
    "traffic": _traffic,
    **dict.fromkeys(STUDIES, _study),
}
"""The tables by the word that asks for them; a new one is one more entry, and its word in arguments.TABLES."""
