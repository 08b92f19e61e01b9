"""Definition profiles: named, coherent answers to what the field disagrees on, as resources/profiles declares them.

A profile is a choice for each switch. Some choices are rules by which facts are read, others give KPIs another formula
or measure; both hold for every KPI at once. What a profile leaves at a switch's first choice changes nothing, so there
the workspace's own rules hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import read_entries, read_measure
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.expr import Expr
from kpidesk.metrics.formula import parse_formula
from kpidesk.metrics.profile_names import declared_profiles
from kpidesk.metrics.rewriting import as_text, substituted

Texts = Mapping[str, str]
Choices = Mapping[str, str]
"""A choice by switch; a switch that is not named stands at its first one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: rules for the facts, other formulas and measures by KPI, parts of formulas put for others.

    A formula holds for every grain, unless ``long_formulas`` have one for quarters and years. ``intervals`` names the
    rates from whose intervals that of a KPI with another formula follows.
    """

    name: str
    label: Texts
    rules: Mapping[str, Any] = field(default_factory=dict)
    formulas: Mapping[MetricName, Expr] = field(default_factory=dict)
    long_formulas: Mapping[MetricName, Expr] = field(default_factory=dict)
    measures: Mapping[MetricName, tuple[Measure, ...]] = field(default_factory=dict)
    replaced: Mapping[MetricName, Mapping[MetricName, Expr]] = field(default_factory=dict)
    adds: tuple[MetricName, ...] = ()
    intervals: Mapping[MetricName, tuple[MetricName, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Switch:
    """A question with its possible answers, the default one first.

    ``needs`` are columns (``table.column``) of which the data must have one, else no answer differs from another.
    """

    name: str
    label: Texts
    choices: Mapping[str, Choice]
    needs: tuple[str, ...] = ()

    @property
    def default(self) -> str:
        return next(iter(self.choices))


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice for every switch; ``source`` is where it is documented."""

    name: str
    label: Texts
    source: str
    choices: Choices

    def text(self, language: str) -> str:
        """Its name in a language, else in English."""
        return self.label.get(language, self.label["en"])


@cache
def switches() -> Mapping[str, Switch]:
    """All questions by name, in the order of the file."""
    content = read_toml(resource("profiles", "switches.toml")).content["switch"]
    return {name: _switch(name, entry) for name, entry in content.items()}


@cache
def profiles() -> Mapping[str, Profile]:
    """All profiles by name, the default one first."""
    found = {}
    for name, entry in declared_profiles().items():
        choices = {each.name: entry.get("choices", {}).get(each.name, each.default) for each in switches().values()}
        unknown = set(entry.get("choices", {})) - set(switches())
        if unknown or any(choice not in switches()[one].choices for one, choice in choices.items()):
            raise ValueError(f"profiles.toml: {name}")
        found[name] = Profile(name, entry["label"], entry["source"], choices)
    return found


def profile(name: str) -> Profile:
    """One profile; UserError, with the nearest names, where there is none of that name."""
    known = profiles()
    if name not in known:
        near = get_close_matches(name.casefold(), known, n=2, cutoff=0.5) or list(known)
        raise UserError(
            Message(QT_TRANSLATE_NOOP("profiles", "There is no profile called “{name}”"), name=name),
            Message(QT_TRANSLATE_NOOP("profiles", "There are: {names}."), names=", ".join(near)),
        )
    return known[name]


def rules_under(rules: FactRules, choices: Choices) -> FactRules:
    """The rules as these choices have them."""
    changed: dict[str, Any] = {}
    for choice in _taken(choices):
        changed |= choice.rules
    return replace(rules, **changed) if changed else rules


def catalogue_under(catalogue: Catalogue, choices: Choices) -> Catalogue:
    """The catalogue as these choices have it; the same object for the same choices, itself where none changes it."""
    moved = tuple((name, choice) for name, choice in choices.items() if choice != switches()[name].default)
    moved = tuple(each for each in sorted(moved) if not _is_of_facts(switches()[each[0]].choices[each[1]]))
    return _catalogue(catalogue, moved) if moved else catalogue


@lru_cache(maxsize=64)
def _catalogue(catalogue: Catalogue, moved: tuple[tuple[str, str], ...]) -> Catalogue:
    chosen = [switches()[name].choices[choice] for name, choice in moved]
    definitions = dict(catalogue.definitions)
    for choice in chosen:
        definitions |= {name: _additions()[name] for name in choice.adds}
    for choice in chosen:
        for name, expr in choice.formulas.items():
            definitions[name] = _with_formula(definitions[name], expr, choice.long_formulas.get(name))
        for name, rates in choice.intervals.items():
            definitions[name] = replace(definitions[name], interval="quotient", interval_of=rates)
        for name, measures in choice.measures.items():
            definitions[name] = replace(definitions[name], measures=measures)
    for choice in chosen:
        for name, others in choice.replaced.items():
            formula, long = definitions[name].expr, definitions[name].long_expr
            if formula is not None:
                long = None if long is None else substituted(long, others)
                definitions[name] = _with_formula(definitions[name], substituted(formula, others), long)
    return Catalogue.of(definitions.values())


def is_relevant(switch: Switch, tables: Mapping[str, frozenset[str]]) -> bool:
    """False where the data have none of the columns without which no answer differs from another."""
    if not switch.needs:
        return True
    return any(need.partition(".")[2] in tables.get(need.partition(".")[0], ()) for need in switch.needs)


def touches_facts(switch: Switch) -> bool:
    """True where an answer is a rule by which facts are read."""
    return any(_is_of_facts(choice) for choice in switch.choices.values())


def _is_of_facts(choice: Choice) -> bool:
    return bool(choice.rules)


def _taken(choices: Choices) -> Iterable[Choice]:
    return (switches()[name].choices[choice] for name, choice in choices.items())


def _with_formula(definition: Definition, expr: Expr, long: Expr | None) -> Definition:
    text = "" if long is None else as_text(long)
    changed = replace(definition, expr=expr, formula=as_text(expr), long_expr=long, long_formula=text)
    # Of the spread of another formula's parts nothing is known; shares of counts and rates stay what they are.
    return replace(changed, spreads=(), interval="", no_interval="model") if definition.spreads else changed


@cache
def _additions() -> Mapping[MetricName, Definition]:
    file = read_toml(resource("profiles", "switches.toml"))
    return {definition.name: definition for definition in read_entries(file, ("metric",))}


def _switch(name: str, entry: Mapping[str, Any]) -> Switch:
    choices = [_choice(each) for each in entry["choices"]]
    return Switch(name, entry["label"], {choice.name: choice for choice in choices}, tuple(entry.get("needs", ())))


def _choice(entry: Mapping[str, Any]) -> Choice:
    return Choice(
        entry["name"],
        entry["label"],
        entry.get("rules", {}),
        _formulas(entry.get("formulas", {})),
        _formulas(entry.get("long_formulas", {})),
        {
            MetricName(n): tuple(read_measure(each) for each in listed)
            for n, listed in entry.get("measures", {}).items()
        },
        {MetricName(name): _formulas(others) for name, others in entry.get("replace", {}).items()},
        tuple(MetricName(name) for name in entry.get("adds", ())),
        {
            MetricName(name): tuple(MetricName(rate) for rate in rates)
            for name, rates in entry.get("intervals", {}).items()
        },
    )


def _formulas(texts: Mapping[str, str]) -> Mapping[MetricName, Expr]:
    return {MetricName(name): parse_formula(text) for name, text in texts.items()}
