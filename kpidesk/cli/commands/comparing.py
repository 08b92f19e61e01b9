"""kpidesk-cli compare: two definition profiles on the same files, the difference split over their switches."""

import argparse
from collections.abc import Sequence

from kpidesk.analysis.profile_comparison import Difference
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.output import print_json, print_table
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.metrics.profiles import Profile, profile
from kpidesk.session.desk import Desk
from kpidesk.session.profile_study import ProfileStudy, comparison_report, in_words


def compare(arguments: argparse.Namespace) -> int:
    """Print how far KPIs differ; 1 where one that was asked for by name has no value under one of them."""
    names: tuple[str, str] = arguments.profiles
    profiles = profile(names[0]), profile(names[1])
    with open_files(arguments) as desk:
        kpis = known(desk.catalogue, arguments.kpi)
        currency = desk.engine.facts.currency
        document = desk.document
        study = ProfileStudy(desk.services.backend.get(), document.used, document.rules)
        period, found = study.compare(profiles, kpis, arguments.at)
        style = Style(currency=currency)
        if arguments.json:
            print_json(comparison_report(desk.catalogue, profiles, period, found, style))
        else:
            print(f"{period}: {names[0]} and {names[1]}")
            _show(desk, profiles, found, style)
            for each in found if kpis else ():
                print(f"{each.kpi}: {in_words(desk.catalogue, profiles, each, style)}")
        return status_of(desk) or int(any(each.change is None for each in found if each.kpi in kpis))


def _show(desk: Desk, profiles: tuple[Profile, Profile], found: Sequence[Difference], style: Style) -> None:
    rows: list[tuple[str, ...]] = []
    for each in found:
        kind = desk.catalogue.get(each.kpi).unit.kind
        figures = (format_value(each.before, kind, style), format_value(each.after, kind, style))
        only = each.parts[0].after.label["en"] if len(each.parts) == 1 else ""
        rows.append((each.kpi, *figures, format_change(each.change, kind, style), only))
        rows += [
            ("", "", "", format_change(part.contribution, kind, style), part.after.label["en"])
            for part in each.parts
            if len(each.parts) > 1
        ]
    if not rows:
        print("These data give the same figures under both")
        return
    print_table(("", profiles[0].name, profiles[1].name, "difference", "because"), rows)
