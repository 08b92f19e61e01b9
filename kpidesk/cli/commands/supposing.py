"""kpidesk-cli whatif and goal: KPIs if some were different, and what it would take."""

import argparse
import math
from collections.abc import Sequence

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.output import print_json, print_table
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.goal_seek import GoalResult, Status
from kpidesk.scenario.model import Override, Scenario
from kpidesk.scenario.projection import MonthPath
from kpidesk.scenario.report import goal_as_plain, whatif_as_plain
from kpidesk.scenario.setting import read_setting
from kpidesk.session.desk import Desk
from kpidesk.session.studies import Comparison, Studies

_ON_PATH = ("mrr", "active_customers", "ltv_cac")


def whatif(arguments: argparse.Namespace) -> int:
    """Print baseline and scenario at one period, and the months that follow."""
    with open_files(arguments) as desk:
        scenario = Scenario(ScenarioId("cli"), "", settings(arguments.settings, desk))
        frame = everything(desk, arguments.at)
        found = desk.services.studies.compare(frame, scenario, arguments.at)
        path = _path(desk, frame, scenario, arguments)
        if arguments.json:
            print_json(whatif_as_plain(found.at, found.changes, found.baseline, found.scenario, path))
        else:
            _show(desk, frame, found, path)
        return status_of(desk)


def goal(arguments: argparse.Namespace) -> int:
    """Print the value of the driver; 1 where the goal cannot be reached by it."""
    with open_files(arguments) as desk:
        target, amount = arguments.target
        known(desk.catalogue, (target, arguments.vary))
        frame = everything(desk, arguments.at)
        found = desk.services.studies.seek(frame, target, amount, arguments.vary, arguments.at)
        if arguments.json:
            print_json(goal_as_plain(found))
        else:
            _show_goal(desk, frame, found)
        return status_of(desk) or int(found.status not in (Status.SOLVED, Status.SEVERAL))


def settings(texts: Sequence[str], desk: Desk) -> tuple[Override, ...]:
    """``customer_churn_rate=x0.5`` and the like as overrides, each checked against the unit of its KPI."""
    overrides = []
    for text in texts:
        setting = read_setting(text)
        (name,) = known(desk.catalogue, (setting.driver,))
        overrides.append(setting.override(name, desk.catalogue.get(name).unit))
    return tuple(overrides)


def everything(desk: Desk, at: Period | None) -> ResultFrame:
    """Every KPI in periods like ``at``, months by default; data without dates give their one snapshot."""
    rules = desk.document.rules
    grain = at.grain if at is not None else Grain.MONTH
    return desk.compute(Studies.question(Query(as_of=rules.as_of, profile=rules.profile), grain))


def _path(desk: Desk, frame: ResultFrame, scenario: Scenario, arguments: argparse.Namespace) -> MonthPath | None:
    """The months that follow, None for data without dates; a quarter or year is followed from its last month."""
    if frame.grain is Grain.SNAPSHOT:
        return None
    at: Period | None = arguments.at
    if frame.grain is not Grain.MONTH:
        frame = everything(desk, None)
        at = None if at is None else Period.of(at.end, Grain.MONTH)
    return desk.services.studies.path(frame, scenario, arguments.horizon, at)


def _show(desk: Desk, frame: ResultFrame, found: Comparison, path: MonthPath | None) -> None:
    """What moves, before and after; then how MRR and customers follow."""
    style = Style(currency=frame.currency)
    catalogue = desk.catalogue
    rows = []
    for name, after in found.scenario.items():
        before = found.baseline.get(name)
        if before is None or before == after:
            continue
        kind = catalogue.get(name).unit.kind
        factor = f"×{after / before:.3g}" if before and math.isfinite(after) else NO_VALUE
        rows.append((name, format_value(before, kind, style), format_value(after, kind, style), factor))
    print_table((str(found.at), "baseline", "scenario", ""), rows)
    if path is None:
        return
    shown = [name for name in map(MetricName, _ON_PATH) if name in path.baseline and name in path.scenario]
    print()
    print_table(
        ("month", *(f"{name} {which}" for name in shown for which in ("baseline", "scenario"))),
        [
            (
                str(period),
                *(
                    format_value(float(paths[name][column]), catalogue.get(name).unit.kind, style)
                    for name in shown
                    for paths in (path.baseline, path.scenario)
                ),
            )
            for column, period in enumerate(path.periods)
        ],
    )
    for note in path.notes:
        print(note)


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
