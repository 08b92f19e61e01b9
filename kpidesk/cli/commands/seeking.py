"""kpidesk-cli goal and sensitivity: what it would take, and which driver moves a KPI most."""

import argparse
import math

import numpy as np

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.commands.suppositions import Ground, ground
from kpidesk.cli.output import print_json, print_table
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.goal_seek import GoalResult, Status
from kpidesk.scenario.report import goal_as_plain
from kpidesk.scenario.sensitivity import Tornado
from kpidesk.scenario.study_report import grid_as_plain, tornado_as_plain
from kpidesk.scenario.two_drivers import Line, contour, two_way
from kpidesk.session.desk import Desk

_CELLS = 9


def goal(arguments: argparse.Namespace) -> int:
    """Print the value of the driver, or all pairs of two; 1 where the goal cannot be reached so."""
    with open_files(arguments) as desk:
        target, amount = arguments.target
        known(desk.catalogue, (target, arguments.vary))
        what = ground(desk, arguments)
        if arguments.other is not None:
            lines = _lines(desk, what, target, amount, (arguments.vary, arguments.other), arguments)
            _show_lines(desk, what.frame, (arguments.vary, arguments.other), lines, arguments)
            return status_of(desk) or int(not lines)
        found = desk.services.studies.seek(
            what.frame, target, amount, arguments.vary, arguments.at, scenario=what.scenario, beside=what.beside
        )
        if arguments.json:
            print_json(goal_as_plain(found))
        else:
            _show_goal(desk, what.frame, found)
        return status_of(desk) or int(found.status not in (Status.SOLVED, Status.SEVERAL))


def sensitivity(arguments: argparse.Namespace) -> int:
    """Print how far each driver, moved alone, moves the target; over two drivers with ``--grid``."""
    with open_files(arguments) as desk:
        name, amount = arguments.target
        known(desk.catalogue, (name,))
        what = ground(desk, arguments)
        found = desk.services.studies.tornado(
            what.frame,
            name,
            arguments.at,
            scenario=what.scenario,
            beside=what.beside,
            effort=arguments.effort,
            by_history=arguments.own,
        )
        if found is None:
            reason = str(_why_none(what.frame, name))
            print_json({"target": name, "value": None, "reason": reason}) if arguments.json else print(reason)
            return 1
        plain = tornado_as_plain(found)
        if arguments.grid is not None:
            plain["grid"] = _grid(desk, what, name, amount, arguments)
        if arguments.json:
            print_json(plain)
        else:
            _show_tornado(desk, what.frame, found)
        return status_of(desk)


def _why_none(frame: ResultFrame, name: str) -> Message:
    """Why a KPI has no value to move: its table is not there, or it has none in the period."""
    series = frame.series.get(MetricName(name))
    none = Message(QT_TRANSLATE_NOOP("cli", "{kpi} has no value to move"), kpi=name)
    return none if series is None or series.reason is None else series.reason


def _lines(
    desk: Desk, what: Ground, target: str, amount: float, pair: tuple[str, str], arguments: argparse.Namespace
) -> tuple[Line, ...]:
    studies = desk.services.studies
    one, other = _drivers(desk, what, pair, arguments)
    overrides = studies.overrides(what.frame, what.scenario, arguments.at, what.beside)
    across, down = (one.name, one.low, one.high), (other.name, other.low, other.high)
    return contour(studies.baseline(what.frame, arguments.at), target, amount, across, down, overrides)


def _grid(
    desk: Desk, what: Ground, target: str, amount: float | None, arguments: argparse.Namespace
) -> dict[str, object]:
    one, other = _drivers(desk, what, arguments.grid, arguments)
    studies = desk.services.studies
    across, down = ((each.name, np.linspace(each.low, each.high, _CELLS)) for each in (one, other))
    overrides = studies.overrides(what.frame, what.scenario, arguments.at, what.beside)
    grid = two_way(studies.baseline(what.frame, arguments.at), target, across, down, overrides)
    lines = () if amount is None else _lines(desk, what, target, amount, arguments.grid, arguments)
    return grid_as_plain(grid, amount, lines)


def _drivers(desk: Desk, what: Ground, pair: tuple[str, str], arguments: argparse.Namespace) -> tuple[Driver, Driver]:
    """Two drivers with their bounds; UserError for one that has no value."""
    names = known(desk.catalogue, pair)
    there = {str(driver.name): driver for driver in desk.services.studies.drivers(what.frame, (), arguments.at)}
    for name in names:
        if name not in there:
            raise UserError(Message(QT_TRANSLATE_NOOP("cli", "{kpi} has no value to move"), kpi=name))
    return there[names[0]], there[names[1]]


def _show_lines(
    desk: Desk, frame: ResultFrame, pair: tuple[str, str], lines: tuple[Line, ...], arguments: argparse.Namespace
) -> None:
    target, amount = arguments.target
    if arguments.json:
        status = Status.SOLVED if lines else Status.UNREACHABLE
        plain = [[list(point) for point in line] for line in lines]
        print_json({"status": status.value, "target": target, "goal": amount, "vary": list(pair), "lines": plain})
        return
    style = Style(currency=frame.currency).exact()
    kinds = [desk.catalogue.get(name).unit.kind for name in pair]
    points = [point for line in lines for point in line]
    shown = points[:: max(1, len(points) // 12)]
    rows = [
        tuple(format_value(value, kind, style) for value, kind in zip(point, kinds, strict=True)) for point in shown
    ]
    if rows:
        print_table(pair, rows)
    else:
        print(f"{pair[0]} and {pair[1]} together cannot bring {target} to {amount:g} within their bounds")


def _show_tornado(desk: Desk, frame: ResultFrame, found: Tornado) -> None:
    style = Style(currency=frame.currency)

    def text(name: str, value: float | None) -> str:
        return format_value(value, desk.catalogue.get(name).unit.kind, style)

    rows = [
        (
            swing.driver,
            text(swing.driver, swing.driver_low),
            text(found.target, swing.low),
            text(swing.driver, swing.driver_high),
            text(found.target, swing.high),
            NO_VALUE if swing.elasticity is None or math.isnan(swing.elasticity) else f"{swing.elasticity:+.2f}",
        )
        for swing in found.swings
    ]
    now = text(found.target, found.baseline)
    print_table((f"{found.target} is {now}", "down to", "then", "up to", "then", "elasticity"), rows)


def _show_goal(desk: Desk, frame: ResultFrame, found: GoalResult) -> None:
    style = Style(currency=frame.currency).exact()
    vary, target = desk.catalogue.get(found.vary).unit.kind, desk.catalogue.get(found.target).unit.kind
    goal_text = format_value(found.goal, target, style)
    match found.status:
        case Status.SOLVED | Status.SEVERAL:
            print(f"{found.target} is {goal_text} when {found.vary} is {format_value(found.value, vary, style)}")
            if found.others:
                print(f"also when it is {', '.join(format_value(other, vary, style) for other in found.others)}")
        case Status.UNREACHABLE:
            achieved = format_value(found.achieved, target, style)
            nearest = format_value(found.nearest, vary, style)
            print(f"{found.vary} alone cannot bring {found.target} to {goal_text}; {nearest} gives {achieved}")
        case Status.INDEPENDENT:
            print(f"{found.target} does not depend on {found.vary}")
