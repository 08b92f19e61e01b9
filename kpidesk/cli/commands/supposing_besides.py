"""What a what-if says besides the whole: parts, other scenarios, drivers drawn from ranges, cash and ages."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

from kpidesk.cli.commands.suppositions import Ground, names_of
from kpidesk.cli.output import print_table
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.report import is_kpi
from kpidesk.scenario.cash import payback_curve
from kpidesk.scenario.report import plain_number
from kpidesk.scenario.segments import PartSupposed
from kpidesk.scenario.simulation import SHARES, Outcomes
from kpidesk.scenario.study_report import ages_as_plain, parts_as_plain, simulation_as_plain
from kpidesk.session.desk import Desk
from kpidesk.session.studies import Comparison

ON_PATH = ("mrr", "active_customers", "ltv_cac")
_IN_PARTS = ("mrr", "active_customers", "customer_churn_rate", "ltv")


@dataclass(frozen=True, eq=False)
class Besides:
    """The comparison of the first scenario, those of others by name, all parts, and what draws came to."""

    first: Comparison
    others: tuple[tuple[str, Comparison], ...]
    parts: tuple[PartSupposed, ...]
    drawn: Outcomes | None


def besides_as_plain(
    desk: Desk, what: Ground, months: Ground, more: Besides, arguments: argparse.Namespace
) -> dict[str, object]:
    """What there is besides, for scripts; only what was asked for."""
    plain: dict[str, object] = {}
    sides = {"baseline": more.first.baseline, "scenario": more.first.scenario}
    curves = {name: payback_curve(side, arguments.horizon, what.beside.ages) for name, side in sides.items()}
    cash = {name: [float(value) for value in curve] for name, curve in curves.items() if curve is not None}
    if cash:
        plain["cash"] = cash
    if more.parts:
        plain["segments"] = parts_as_plain(more.parts)
    if more.others:
        compared = ((names_of((what.scenario,))[0], more.first), *more.others)
        plain["scenarios"] = [
            {
                "name": name,
                "scenario": {str(kpi): plain_number(value) for kpi, value in each.scenario.items() if is_kpi(kpi)},
            }
            for name, each in compared
        ]
    if more.drawn is not None:
        is_at_least = desk.catalogue.get(more.drawn.target).good != "down"
        plain["simulation"] = simulation_as_plain(more.drawn, arguments.simulate[1], is_at_least=is_at_least)
    if arguments.by_age and months.frame.grain is Grain.MONTH:
        studies = desk.services.studies
        ahead = studies.projection(months.frame, arguments.horizon, months.at, months.beside)
        ages = ahead.by_age(studies.whole(months.frame, what.scenario, months.at, months.beside))
        plain["by_age"] = [] if ages is None else ages_as_plain(ahead.periods, *ages)
    return plain


def show_besides(desk: Desk, what: Ground, more: Besides, arguments: argparse.Namespace) -> None:
    """What there is besides, as tables."""
    style = Style(currency=what.frame.currency)
    if more.others:
        _show_others(desk, (names_of((what.scenario,))[0], more.first), more.others, style)
    if more.parts:
        _show_parts(desk, more.parts, style)
    if more.drawn is not None:
        _show_drawn(desk, more.drawn, arguments.simulate[1], style)


def _show_others(
    desk: Desk, first: tuple[str, Comparison], others: Iterable[tuple[str, Comparison]], style: Style
) -> None:
    every = (first, *others)
    baseline = first[1].baseline
    moved = [
        name
        for name, value in baseline.items()
        if is_kpi(name) and any(each.scenario.get(name) != value for _, each in every)
    ]
    print()
    rows = [
        (
            name,
            *(_text(desk, name, side.get(name), style) for side in (baseline, *(each.scenario for _, each in every))),
        )
        for name in moved
    ]
    print_table((str(first[1].at), "baseline", *(name for name, _ in every)), rows)


def _show_parts(desk: Desk, parts: Iterable[PartSupposed], style: Style) -> None:
    rows = []
    for name in map(MetricName, _IN_PARTS):
        for each in parts:
            before, after = each.baseline.get(name), each.scenario.get(name)
            if before or after:
                words = (_text(desk, name, before, style), _text(desk, name, after, style))
                rows.append((name, f"{each.part.attribute}={each.part.value}", *words))
    print()
    print_table(("", "part", "baseline", "scenario"), rows)


def _show_drawn(desk: Desk, drawn: Outcomes, goal: float | None, style: Style) -> None:
    name = drawn.target
    print()
    print_table(
        (f"{name} in {drawn.values.size} draws", *(f"{share:g}%" for share in SHARES)),
        [("", *(_text(desk, name, drawn.percentile(share), style) for share in SHARES))],
    )
    if goal is not None:
        is_at_least = desk.catalogue.get(name).good != "down"
        sign = "at least" if is_at_least else "at most"
        chance = format_value(drawn.chance(goal, is_at_least=is_at_least), "share", style)
        print(f"{name} is {sign} {_text(desk, name, goal, style)} in {chance} of them")
    if drawn.fan:
        rows = [
            (kpi, *(_text(desk, kpi, float(value), style) for value in fan[:, -1])) for kpi, fan in drawn.fan.items()
        ]
        print_table((str(drawn.periods[-1]), *(f"{share:g}%" for share in SHARES)), rows)


def _text(desk: Desk, name: MetricName, value: float | None, style: Style) -> str:
    return format_value(value, desk.catalogue.get(name).unit.kind, style)
