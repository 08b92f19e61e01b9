"""KPIs that a user defines: a formula over KPIs and measures, checked and explained at the place, then like any other.

A custom KPI is computed from its parts at every grain and for every segment. Earlier periods may stand anywhere in its
formula: ``mrr / previous(mrr) - 1`` becomes a KPI of its own for ``previous(mrr)``, so that a what-if holds the past
still.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import count

from kpidesk.core.findings import Finding, Level
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition, Direction
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Ref, walk
from kpidesk.metrics.formula import FormulaError, parse_formula
from kpidesk.metrics.functions import CONSTANTS, FUNCTIONS
from kpidesk.metrics.rewriting import as_text
from kpidesk.metrics.unit_inference import infer_unit

STAGE, SOURCE = "custom", "custom"
MOST = 200
"""So many custom KPIs a workspace may have."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True, slots=True)
class CustomKpi:
    """A KPI of the user's own.

    ``labels`` are names by language, at least one; ``unit`` '' means the one that the formula has. ``target`` is what
    a period should reach; below ``alert_below`` or above ``alert_above`` it is a finding.
    """

    name: MetricName
    labels: Mapping[str, str] = field(hash=False)
    formula: str
    unit: str = ""
    good: Direction = "up"
    target: float | None = None
    alert_below: float | None = None
    alert_above: float | None = None


def check_custom(kpi: CustomKpi, catalogue: Catalogue) -> tuple[Definition, ...]:
    """Its definition, led by those of earlier periods that it reads; raises FormulaError where something is wrong."""
    _check_name(kpi.name, catalogue)
    expr = parse_formula(kpi.formula)
    for node in walk(expr):
        if isinstance(node, Ref) and node.name not in catalogue:
            raise _unknown(node, catalogue, kpi.name)
    units = {name: definition.unit for name, definition in catalogue.definitions.items()}
    unit = _unit(kpi, infer_unit(expr, units))
    whole, earlier = _lifted(kpi, expr, catalogue)
    return (*earlier, _definition(kpi, whole, unit))


def apply_custom(catalogue: Catalogue, kpis: Sequence[CustomKpi]) -> Catalogue:
    """The catalogue with these KPIs; the same object for the same ones. Those that are wrong are left out."""
    return _applied(catalogue, tuple(kpis))[0] if kpis else catalogue


def custom_findings(catalogue: Catalogue, kpis: Sequence[CustomKpi]) -> tuple[Finding, ...]:
    """Which custom KPIs are left out, and why."""
    return _applied(catalogue, tuple(kpis))[1]


@lru_cache(maxsize=32)
def _applied(catalogue: Catalogue, kpis: tuple[CustomKpi, ...]) -> tuple[Catalogue, tuple[Finding, ...]]:
    """In any order: a KPI waits for those of the others that it reads."""
    waiting, errors = list(kpis[:MOST]), dict[MetricName, FormulaError]()
    moved = True
    while waiting and moved:
        moved, errors = False, {}
        for kpi in tuple(waiting):
            try:
                added = check_custom(kpi, catalogue)
            except FormulaError as error:
                errors[kpi.name] = error
                continue
            waiting.remove(kpi)
            catalogue, moved = Catalogue.of((*catalogue.definitions.values(), *added)), True
    text = QT_TRANSLATE_NOOP("custom", "Custom KPI {name} is left out, place {place} of its formula: {problem}")
    return catalogue, tuple(
        Finding(
            Level.WARNING,
            "custom.formula",
            Message(text, name=name, problem=error.message, place=error.position + 1),
            hint=error.hint,
        )
        for name, error in errors.items()
    )


def _check_name(name: MetricName, catalogue: Catalogue) -> None:
    if not _NAME.fullmatch(name):
        text = QT_TRANSLATE_NOOP("custom", "“{name}” is no name: use small letters, digits and _, a letter first.")
        raise FormulaError(Message(text, name=name), 0)
    if name in catalogue or name in FUNCTIONS or name in CONSTANTS:
        raise FormulaError(Message(QT_TRANSLATE_NOOP("custom", "The name {name} is taken."), name=name), 0)


def _unknown(node: Ref, catalogue: Catalogue, own: MetricName) -> FormulaError:
    if node.name == own:
        text = QT_TRANSLATE_NOOP("custom", "{name} cannot be computed from itself.")
        return FormulaError(Message(text, name=own), node.position)
    near = near_names(node.name, catalogue)
    hint = Message(QT_TRANSLATE_NOOP("custom", "Did you mean {names}?"), names=", ".join(near)) if near else None
    text = QT_TRANSLATE_NOOP("custom", "There is no KPI called {name}.")
    return FormulaError(Message(text, name=node.name), node.position, hint)


def near_names(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Names of KPIs and functions that somebody who typed this may have meant."""
    known = [*catalogue.definitions, *FUNCTIONS]
    word = name.casefold()[:60]
    within = [str(each) for each in known if len(word) > 2 and word in each]
    close = get_close_matches(word, [str(each) for each in known], n=4, cutoff=0.6)
    return tuple(dict.fromkeys((*close, *within)))[:4]


def _unit(kpi: CustomKpi, found: Unit) -> Unit:
    if not kpi.unit:
        return found
    try:
        declared = Unit.parse(kpi.unit)
    except ValueError as error:
        text = QT_TRANSLATE_NOOP("custom", "“{unit}” is no unit; write one such as share, money / customer or day.")
        raise FormulaError(Message(text, unit=kpi.unit), 0) from error
    if not found.may_be_declared(declared):
        text = QT_TRANSLATE_NOOP("custom", "The formula gives {found}, not {declared}.")
        raise FormulaError(Message(text, found=str(found), declared=str(declared)), 0)
    return declared


def _lifted(kpi: CustomKpi, expr: Expr, catalogue: Catalogue) -> tuple[Expr, tuple[Definition, ...]]:
    """The formula with KPIs in the place of what it reads of earlier periods, and the definitions of these KPIs."""
    known = {as_text(one.expr): name for name, one in catalogue.definitions.items() if one.expr is not None}
    units = {name: definition.unit for name, definition in catalogue.definitions.items()}
    added: list[Definition] = []

    def named(part: Expr) -> Ref:
        text = as_text(part)
        if text not in known:
            name = next(n for i in count(1) if (n := MetricName(f"{kpi.name}_part{i}")) not in units)
            labels = {language: f"{label} · {text}" for language, label in _labels(kpi).items()}
            own = replace(kpi, name=name, labels=labels, target=None, alert_below=None, alert_above=None, good="none")
            units[name] = infer_unit(part, units)
            added.append(_definition(own, part, units[name]))
            known[text] = name
        return Ref(known[text], part.position)

    def lifted(node: Expr, is_whole: bool) -> Expr:
        match node:
            case Call(function=function, arguments=(inner,)) if FUNCTIONS[function].is_lag:
                below = lifted(inner, False)
                call = replace(node, arguments=(below if isinstance(below, Ref) else named(below),))
                return call if is_whole else named(call)
            case Call(arguments=arguments):
                return replace(node, arguments=tuple(lifted(each, False) for each in arguments))
            case Negative(operand=operand):
                return replace(node, operand=lifted(operand, False))
            case Binary(left=left, right=right):
                return replace(node, left=lifted(left, False), right=lifted(right, False))
            case _:
                return node

    return lifted(expr, True), tuple(added)


def _definition(kpi: CustomKpi, expr: Expr, unit: Unit) -> Definition:
    return Definition(
        name=kpi.name,
        labels=_labels(kpi),
        help={"en": kpi.formula, "zh_Hans": kpi.formula, "zh_Hant": kpi.formula},
        unit=unit,
        kind="derived",
        good=kpi.good,
        stage=STAGE,
        source=SOURCE,
        formula=as_text(expr),
        expr=expr,
    )


def _labels(kpi: CustomKpi) -> Mapping[str, str]:
    """A name in each language: its own, else the first that there is."""
    first = next(iter(kpi.labels.values()), str(kpi.name))
    return {language: kpi.labels.get(language, first) for language in ("en", "zh_Hans", "zh_Hant")}
