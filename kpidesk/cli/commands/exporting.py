"""kpidesk-cli export: a deck, a workbook, a picture or a table."""

import argparse
from dataclasses import replace
from datetime import datetime

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.commands.suppositions import everything, saved_scenario, settings
from kpidesk.cli.painter import ChildPainter
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.export.deck import Deck
from kpidesk.export.exporter import export as write
from kpidesk.export.exporter import for_suffix
from kpidesk.export.options import ExportOptions
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.model import Scenario
from kpidesk.session.custom_kpis import write_custom
from kpidesk.session.desk import Desk
from kpidesk.session.report import Supposed, build_report, changes_text, headline

HORIZON = 24


def export(arguments: argparse.Namespace) -> int:
    """Write the file and say where; 1 where a KPI that was asked for by name is not computable."""
    if arguments.to.suffix.lower() == ".toml":
        return _export_custom(arguments)
    for_suffix(arguments.to.suffix)
    with open_files(arguments) as desk:
        rules = desk.document.rules
        frame = desk.compute(Query((), Grain(arguments.grain), as_of=rules.as_of, profile=rules.profile))
        asked = known(desk.catalogue, arguments.kpi)
        names = tuple(name for name in asked if frame.series[name].is_computable) if asked else ()
        refused = [name for name in asked if name not in names]
        if refused and not names:
            raise UserError(_not_computable(refused[0], str(frame.series[refused[0]].reason)))
        names = names or headline(frame, desk.catalogue)
        style = Style(currency=frame.currency)
        supposed = _supposed(arguments.scenario, desk, frame)
        title = desk.document.name or arguments.files[0].stem
        deck = build_report(
            title, frame, desk.catalogue, names, style, supposed=supposed, made=datetime.now().astimezone()
        )
        if arguments.to.suffix.lower() == ".csv":
            deck = _table_first(deck)
        for written in write(deck, arguments.to, ExportOptions(renderer=ChildPainter())):
            print(written)
        for name in refused:
            print(_not_computable(name, str(frame.series[name].reason)))
        return status_of(desk) or int(bool(refused))


def _export_custom(arguments: argparse.Namespace) -> int:
    """The KPIs of the user's own, for ``--with``."""
    with open_files(arguments) as desk:
        write_custom(arguments.to, desk.document.rules.custom)
        print(arguments.to)
        return status_of(desk)


def _table_first(deck: Deck) -> Deck:
    """A CSV is the table of all numbers, not that of the first chart."""
    return replace(deck, slides=tuple(slide for slide in deck.slides if slide.pivot is not None))


def _supposed(words: str | None, desk: Desk, shown: ResultFrame) -> Supposed | None:
    """A scenario that the workspace holds, by name or id, or one of changes joined by commas."""
    if words is None:
        return None
    scenario = None if "=" in words else saved_scenario(desk, words)
    studies, frame = desk.services.studies, everything(desk, None)
    if scenario is None:
        scenario = Scenario(ScenarioId("cli"), "", settings(words.split(","), desk))
        text = changes_text(studies.compare(frame, scenario), desk.catalogue, Style(currency=frame.currency))
        scenario = replace(scenario, name=text)
    path = None if frame.grain is Grain.SNAPSHOT else studies.path(frame, scenario, HORIZON)
    return Supposed(scenario, studies.compare(shown, scenario), path, frame)


def _not_computable(name: MetricName, reason: str) -> Message:
    return Message(QT_TRANSLATE_NOOP("cli", "{kpi} is not computable: {reason}"), kpi=name, reason=reason)
