"""kpidesk-cli whatif: KPIs if some were different, now, month by month, in parts and with drivers drawn from ranges."""

import argparse
import math

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.commands.supposing_besides import ON_PATH, Besides, besides_as_plain, show_besides
from kpidesk.cli.commands.suppositions import Ground, ground, month_ground, names_of
from kpidesk.cli.output import print_json, print_table
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.correlations import parse_correlation
from kpidesk.scenario.projection import MonthPath
from kpidesk.scenario.ranges import parse_range
from kpidesk.scenario.report import whatif_as_plain
from kpidesk.scenario.segments import PartSupposed
from kpidesk.scenario.simulation import Asked, Outcomes
from kpidesk.session.desk import Desk
from kpidesk.session.simulating import simulated
from kpidesk.session.studies import Comparison


def whatif(arguments: argparse.Namespace) -> int:
    """Print baseline and scenario at one period, the months that follow, and what was asked for besides."""
    with open_files(arguments) as desk:
        what = ground(desk, arguments, needs_change=arguments.simulate is None)
        studies = desk.services.studies
        found = studies.compare(what.frame, what.scenario, arguments.at, what.beside)
        others = [studies.compare(what.frame, each, arguments.at, what.beside) for each in what.others]
        months = month_ground(desk, what, arguments)
        path = None
        if months.frame.grain is Grain.MONTH:
            path = studies.path(months.frame, what.scenario, arguments.horizon, months.at, months.beside)
        more = Besides(
            found,
            tuple(zip(names_of(what.others), others, strict=True)),
            _parts(desk, what, arguments),
            _drawn(desk, what, months, arguments),
        )
        if arguments.json:
            plain = whatif_as_plain(found.at, found.changes, found.baseline, found.scenario, path)
            print_json(plain | besides_as_plain(desk, what, months, more, arguments))
        else:
            _show(desk, what.frame, found, path)
            show_besides(desk, what, more, arguments)
        return status_of(desk)


def _parts(desk: Desk, what: Ground, arguments: argparse.Namespace) -> tuple[PartSupposed, ...]:
    """Every part by the attributes that are asked for or changed."""
    studies, split = desk.services.studies, what.beside.split
    every = (studies.parts(what.frame, what.scenario, each, what.beside, arguments.at) for each in split)
    return tuple(each for parts in every for each in parts)


def _drawn(desk: Desk, what: Ground, months: Ground, arguments: argparse.Namespace) -> Outcomes | None:
    """Drivers drawn from their ranges, where that is asked for."""
    if arguments.simulate is None:
        return None
    (target,) = known(desk.catalogue, arguments.simulate[:1])
    pairs = [text.partition("=") for text in arguments.ranges]
    names = known(desk.catalogue, (name.strip() for name, _, _ in pairs))
    kept = {str(each.driver): each for each in desk.document.ranges if what.frame.value(each.driver, arguments.at)}
    stated = kept | {str(name): parse_range(name, text) for name, (_, _, text) in zip(names, pairs, strict=True)}
    correlations = [*desk.document.correlations, *(parse_correlation(text) for text in arguments.correlations)]
    known(desk.catalogue, (name for each in correlations for name in (each.one, each.other)))
    asked = Asked(target, ON_PATH, arguments.draws, arguments.seed)
    horizon = arguments.horizon if months.frame is what.frame and what.frame.grain is Grain.MONTH else 0
    return simulated(
        desk.services.studies,
        what.frame,
        what.scenario,
        asked,
        horizon,
        stated,
        correlations=correlations,
        at=arguments.at,
        beside=what.beside,
    )


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
    shown = [name for name in map(MetricName, ON_PATH) if name in path.baseline and name in path.scenario]
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
