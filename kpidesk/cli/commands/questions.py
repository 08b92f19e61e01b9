"""From the words of the command line to a question for the engine, with its names checked."""

import argparse
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kpidesk.cli.arguments import in_grain
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.query import Filter, Query
from kpidesk.scenario.overrides import known_metric
from kpidesk.session.desk import Desk


def question(arguments: argparse.Namespace, desk: Desk) -> Query:
    """What ``compute`` asks; UserError with the nearest names for a KPI, attribute or value that is not there."""
    grain = Grain(arguments.grain)
    starts = desk.document.rules.fiscal_year_starts
    first = in_grain(arguments.first, grain, starts, at_end=False)
    last = in_grain(arguments.last, grain, starts, at_end=True)
    if first is not None and last is not None and first > last:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("cli", "--from {first} is later than --to {last}"), first=first, last=last)
        )
    metrics = known(desk.catalogue, arguments.kpi)
    by = None if arguments.by is None else known_attribute(arguments.by, desk)
    rules = desk.document.rules
    return Query(metrics, grain, first, last, by, filters(arguments.where, desk), rules.as_of, rules.profile)


def known(catalogue: Catalogue, names: Iterable[str]) -> tuple[MetricName, ...]:
    """Names of the catalogue; UserError, with the nearest ones, for a name that it has not."""
    return tuple(known_metric(catalogue, name) for name in names)


def filters(conditions: Sequence[tuple[str, str]], desk: Desk) -> tuple[Filter, ...]:
    """One filter for each attribute; values of the same attribute are alternatives."""
    attributes = desk.engine.attributes
    wanted: dict[str, list[str]] = {}
    for name, value in conditions:
        attribute = known_attribute(name, desk)
        wanted.setdefault(attribute, []).append(_nearest("value", value, attributes[attribute], attribute))
    return tuple(Filter(attribute, tuple(dict.fromkeys(values))) for attribute, values in wanted.items())


def known_attribute(name: str, desk: Desk) -> str:
    """An attribute of the data by its name or its column's header; UserError, with the nearest ones, for another."""
    there = tuple(desk.engine.attributes)
    if name in there:
        return name
    meant = {each for each in there if _folded(each) == _folded(name)}
    columns = (column for dataset in desk.document.used for column in dataset.columns)
    meant = meant or {column.name for column in columns if _folded(column.header) == _folded(name)} & set(there)
    return meant.pop() if len(meant) == 1 else _nearest("attribute", name, there, "")


def _folded(text: str) -> str:
    """Letters and digits alone: ``Company Size`` and ``company_size`` are one name."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _nearest(what: str, name: str, there: Sequence[str], attribute: str) -> str:
    """The name as it is spelt in the data; upper and lower case do not matter where only one is meant."""
    if name in there:
        return name
    folded = [each for each in there if each.casefold() == name.casefold()]
    if len(folded) == 1:
        return folded[0]
    near = get_close_matches(name, there, n=3, cutoff=0.5) or list(there[:8])
    if what == "attribute":
        text = Message(QT_TRANSLATE_NOOP("cli", "The data have no attribute “{name}”"), name=name)
    else:
        text = Message(
            QT_TRANSLATE_NOOP("cli", "{attribute} has no value “{name}” in these data"), attribute=attribute, name=name
        )
    if not near:
        raise UserError(text, Message(QT_TRANSLATE_NOOP("cli", "They have nothing to split by.")))
    raise UserError(text, Message(QT_TRANSLATE_NOOP("cli", "There is: {names}."), names=", ".join(near)))
