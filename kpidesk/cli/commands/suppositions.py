"""What the words of the command line suppose, and the figures that it is supposed of."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kpidesk.cli.commands.questions import known, known_attribute
from kpidesk.core.errors import UserError
from kpidesk.core.ids import ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.model import Override, Part, Scenario
from kpidesk.scenario.presets import Terms, preset
from kpidesk.scenario.segments import parts_in
from kpidesk.scenario.setting import read_setting
from kpidesk.session.beside import Beside
from kpidesk.session.desk import Desk
from kpidesk.session.looking_beside import look_beside
from kpidesk.session.studies import Studies


@dataclass(frozen=True, eq=False)
class Ground:
    """What a what-if on the command line stands on: the figures, what is beside them, and what is supposed."""

    frame: ResultFrame
    beside: Beside
    scenario: Scenario
    others: tuple[Scenario, ...] = ()
    at: Period | None = None


def ground(desk: Desk, arguments: argparse.Namespace, *, needs_change: bool = False) -> Ground:
    """The figures at ``--at`` and what all of ``--set``, ``--preset`` and ``--scenario`` suppose of them."""
    if needs_change and not (arguments.settings or arguments.preset or arguments.scenarios):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("cli", "Nothing is changed")),
            Message(QT_TRANSLATE_NOOP("cli", "Write --set {example}."), example="customer_churn_rate=x0.5"),
        )
    saved = tuple(saved_scenario(desk, name) for name in arguments.scenarios)
    overrides = settings(arguments.settings, desk)
    frame = everything(desk, arguments.at)
    parts = parts_in([*overrides, *(each for scenario in saved for each in scenario.active)])
    by = getattr(arguments, "by", None)
    split = dict.fromkeys([*(part.attribute for part in parts), *([] if by is None else [known_attribute(by, desk)])])
    rules = desk.document.rules
    question = Studies.question(Query(as_of=rules.as_of, profile=rules.profile), frame.grain)
    beside = look_beside(desk.engine, question, frame, split, arguments.at)
    overrides += _presets(arguments, frame, beside)
    if saved and not overrides:
        return Ground(frame, beside, _timed(saved[0], arguments), tuple(_timed(each, arguments) for each in saved[1:]))
    first = replace(saved[0], overrides=(*saved[0].overrides, *overrides)) if saved else None
    scenario = first or Scenario(ScenarioId("cli"), "", overrides)
    return Ground(frame, beside, _timed(scenario, arguments), tuple(_timed(each, arguments) for each in saved[1:]))


def month_ground(desk: Desk, what: Ground, arguments: argparse.Namespace) -> Ground:
    """The same by months, which a path needs: a quarter or year is followed from its last month."""
    at: Period | None = arguments.at
    if what.frame.grain in (Grain.MONTH, Grain.SNAPSHOT):
        return replace(what, at=at)
    frame = everything(desk, None)
    at = None if at is None else Period.of(at.end, Grain.MONTH)
    rules = desk.document.rules
    question = Studies.question(Query(as_of=rules.as_of, profile=rules.profile))
    return replace(what, frame=frame, beside=look_beside(desk.engine, question, frame, what.beside.split, at), at=at)


def beside_of(desk: Desk, frame: ResultFrame, scenario: Scenario) -> Beside:
    """What the changes of a scenario in parts of the business need besides the figures."""
    attributes = dict.fromkeys(part.attribute for part in parts_in(scenario.active))
    rules = desk.document.rules
    question = Studies.question(Query(as_of=rules.as_of, profile=rules.profile), frame.grain)
    return look_beside(desk.engine, question, frame, attributes)


def settings(texts: Sequence[str], desk: Desk) -> tuple[Override, ...]:
    """``customer_churn_rate=x0.5`` and the like as overrides, each checked against the unit of its KPI."""
    overrides = []
    for text in texts:
        setting = read_setting(text)
        (name,) = known(desk.catalogue, (setting.driver,))
        override = setting.override(name, desk.catalogue.get(name).unit)
        if override.part is not None:
            attribute = known_attribute(override.part.attribute, desk)
            override = replace(override, part=Part(attribute, override.part.value))
        overrides.append(override)
    return tuple(overrides)


def everything(desk: Desk, at: Period | None) -> ResultFrame:
    """Every KPI in periods like ``at``, months by default; data without dates give their one snapshot."""
    rules = desk.document.rules
    grain = at.grain if at is not None else Grain.MONTH
    return desk.compute(Studies.question(Query(as_of=rules.as_of, profile=rules.profile), grain))


def saved_scenario(desk: Desk, words: str) -> Scenario:
    """A scenario that the workspace holds, by name or id; UserError that names those that there are."""
    held = tuple(desk.document.scenarios.values())
    found = next((each for each in held if words in (each.name, each.id)), None)
    if found is not None:
        return found
    raise UserError(
        Message(QT_TRANSLATE_NOOP("cli", "There is no scenario “{name}”"), name=words),
        Message(QT_TRANSLATE_NOOP("cli", "There is: {names}."), names=", ".join(each.name or each.id for each in held))
        if held
        else Message(QT_TRANSLATE_NOOP("cli", "Write the changes, like customer_churn_rate=x0.5.")),
    )


def _presets(arguments: argparse.Namespace, frame: ResultFrame, beside: Beside) -> tuple[Override, ...]:
    available = [name for name in frame.series if frame.value(name, arguments.at) is not None]
    terms = Terms(available, arguments.elasticity, beside.largest)
    found: list[Override] = []
    for key in arguments.preset:
        asked = preset(key)
        overrides = () if asked is None else asked.overrides(terms)
        if not overrides:
            raise UserError(
                Message(QT_TRANSLATE_NOOP("cli", "These data have nothing for the question “{preset}”"), preset=key)
            )
        found += overrides
    return tuple(found)


def _timed(scenario: Scenario, arguments: argparse.Namespace) -> Scenario:
    """The scenario with ``--start`` and ``--ramp`` where these are given."""
    start, ramp = arguments.start or scenario.start, arguments.ramp or scenario.ramp
    return replace(scenario, start=start, ramp=ramp)


def names_of(scenarios: Iterable[Scenario]) -> list[str]:
    """What scenarios are called in the head of a table."""
    return [each.name or str(each.id) for each in scenarios]
