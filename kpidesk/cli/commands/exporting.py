"""kpidesk-cli export: a deck, a workbook, a report on paper, pictures or a table."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kpidesk.cli.commands.computing import findings_of
from kpidesk.cli.commands.inspecting import is_refused
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known, known_attribute, question
from kpidesk.cli.commands.suppositions import beside_of, everything, saved_scenario, settings
from kpidesk.cli.output import one_line, print_grave
from kpidesk.cli.painter import ChildPainter
from kpidesk.cli.translation import in_words, translate_to
from kpidesk.core.errors import UserError
from kpidesk.core.findings import finding_as_plain
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
from kpidesk.session.discretion import without_names
from kpidesk.session.report import Supposed
from kpidesk.session.report_deck import Sources, build_deck, default_sections, tables_of
from kpidesk.workspace.sections import Section

HORIZON = 24


def export(arguments: argparse.Namespace) -> int:
    """Write the files and say where; 1 where a KPI that was asked for by name is not computable."""
    targets: tuple[Path, ...] = (arguments.to, *arguments.also)
    if arguments.to.suffix.lower() == ".toml":
        return _export_custom(arguments)
    for target in targets:
        for_suffix(target.suffix)
    with open_files(arguments) as desk:
        asked = replace(question(arguments, desk), metrics=())
        frame = desk.compute(asked)
        chosen, refused = _chosen(arguments.kpi, desk, frame)
        deck = _deck(arguments, desk, asked, frame, chosen)
        locked = _write(deck, targets, arguments)
        for name in refused:
            print(_not_computable(name, str(frame.series[name].reason)))
        _tell(desk, frame)
        if locked is not None:
            raise locked
        return status_of(desk) or int(bool(refused))


def _write(deck: Deck, targets: Sequence[Path], arguments: argparse.Namespace) -> UserError | None:
    """Every document that can be written, though another is open elsewhere; why the first one could not."""
    locked = None
    for target in targets:
        shown = tables_of(deck) if target.suffix.lower() == ".csv" else deck
        try:
            written = write(shown, target, _options(arguments, target))
        except UserError as error:
            locked = locked or error
            continue
        print(*written, sep="\n")
    return locked


def _tell(desk: Desk, frame: ResultFrame) -> None:
    """On standard error, for whoever watches the schedule: warnings, and files that add nothing."""
    print_grave([finding_as_plain(finding, in_words) for finding in findings_of(desk, frame)], sys.stderr)
    for file in desk.proposal.files:
        if file.tables and not any(table.is_loaded_by_default for table in file.tables) and not is_refused(file):
            words = QT_TRANSLATE_NOOP("cli", "{file} adds nothing: no table in it is known, or it is a copy")
            print(one_line(str(Message(words, file=file.path.name))), file=sys.stderr)


def _chosen(
    wanted: Sequence[str], desk: Desk, frame: ResultFrame
) -> tuple[tuple[MetricName, ...], tuple[MetricName, ...]]:
    """The KPIs that were asked for and can be computed, and those that cannot; UserError where none can be."""
    asked = known(desk.catalogue, wanted)
    names = tuple(name for name in asked if frame.series[name].is_computable)
    refused = tuple(name for name in asked if name not in names)
    if refused and not names:
        raise UserError(_not_computable(refused[0], str(frame.series[refused[0]].reason)))
    return names, refused


def _deck(
    arguments: argparse.Namespace, desk: Desk, asked: Query, frame: ResultFrame, names: tuple[MetricName, ...]
) -> Deck:
    """The sections of the recipe, else those of the workspace, else what the data give by themselves."""
    plan = desk.document.report
    sections: tuple[Section, ...] = arguments.sections or (() if names else plan.sections)
    style = Style(language=arguments.language, currency=frame.currency)
    sources = Sources(
        frame,
        desk.catalogue,
        style,
        lambda by: desk.compute(replace(asked, by=known_attribute(by, desk))),
        _supposed(arguments.scenario, desk, frame),
        asked.filters,
    )
    title = arguments.title or plan.title or desk.document.name or arguments.files[0].stem
    sections = sections or default_sections(frame, desk.catalogue, names)
    deck = build_deck(title, sections, sources, made=datetime.now().astimezone())
    is_hidden = arguments.pseudonyms or plan.has_pseudonyms
    return without_names(deck, desk.engine) if is_hidden else deck


def _options(arguments: argparse.Namespace, target: Path) -> ExportOptions:
    return ExportOptions(
        size=arguments.size,
        scale=arguments.scale,
        language=arguments.language,
        translate=translate_to(arguments.language),
        renderer=ChildPainter(arguments.language),
        ratio=arguments.ratio,
        template=arguments.template,
        refresh=target if arguments.refresh and target.exists() else None,
        is_transparent=arguments.transparent,
        is_one_page=arguments.one_page,
    )


def _export_custom(arguments: argparse.Namespace) -> int:
    """The KPIs and targets of the user's own, for ``--with``."""
    with open_files(arguments) as desk:
        write_custom(arguments.to, desk.document)
        print(arguments.to)
        return status_of(desk)


def _supposed(words: str | None, desk: Desk, shown: ResultFrame) -> Supposed | None:
    """A scenario that the workspace holds, by name or id, or one of changes joined by commas."""
    if words is None:
        return None
    studies, frame = desk.services.studies, everything(desk, None)
    if "=" in words:
        scenario = Scenario(ScenarioId("cli"), "", settings(words.split(","), desk))
    else:
        scenario = saved_scenario(desk, words)
    comparison = studies.compare(shown, scenario, beside=beside_of(desk, shown, scenario))
    path = None
    if frame.grain is not Grain.SNAPSHOT:
        path = studies.path(frame, scenario, HORIZON, beside=beside_of(desk, frame, scenario))
    return Supposed(scenario, comparison, path, frame)


def _not_computable(name: MetricName, reason: str) -> Message:
    return Message(QT_TRANSLATE_NOOP("cli", "{kpi} is not computable: {reason}"), kpi=name, reason=reason)
