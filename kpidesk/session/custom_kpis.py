"""Custom KPIs of the workspace: commands that define and drop them, and their files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.atomic import write_bytes
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.custom import CustomKpi, apply_custom, custom_findings, near_names
from kpidesk.metrics.custom_toml import MOST_CHARACTERS, custom_from_toml, custom_to_toml
from kpidesk.metrics.pacing import Target
from kpidesk.metrics.profiles import catalogue_under, profile
from kpidesk.metrics.target_toml import targets_from_toml, targets_to_toml
from kpidesk.session.commands.view import SetTarget
from kpidesk.workspace.document import Rules, Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DefineKpi:
    """Add a KPI of the user's own, or give the one of that name another definition."""

    kpi: CustomKpi
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Define {name}"), name=self.kpi.name)

    def apply(self, doc: Workspace) -> Workspace:
        defined = replace(doc, rules=with_custom(doc.rules, (self.kpi,)))
        return SetTarget(self.kpi.name, self.kpi.target, self.kpi.alert_below, self.kpi.alert_above).apply(defined)


@dataclass(frozen=True, slots=True)
class DropKpi:
    """Take a KPI of the user's own away."""

    name: MetricName
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Remove {name}"), name=self.name)

    def apply(self, doc: Workspace) -> Workspace:
        kept = tuple(kpi for kpi in doc.rules.custom if kpi.name != self.name)
        if kept == doc.rules.custom:
            return doc
        return SetTarget(self.name, None).apply(replace(doc, rules=replace(doc.rules, custom=kept)))


def with_custom(rules: Rules, kpis: tuple[CustomKpi, ...]) -> Rules:
    """The rules with these KPIs, each in the place of one of the same name."""
    known = {kpi.name: kpi for kpi in (*rules.custom, *kpis)}
    return rules if tuple(known.values()) == rules.custom else replace(rules, custom=tuple(known.values()))


def read_custom(path: Path, catalogue: Catalogue) -> tuple[CustomKpi, ...]:
    """The KPIs of a TOML file, all of them sound; UserError that says which one is not, where and why."""
    kpis = _read(path, custom_from_toml)
    for finding in custom_findings(catalogue, kpis):
        text = QT_TRANSLATE_NOOP("custom", "{name}: {problem}")
        raise UserError(Message(text, name=path.name, problem=finding.message), finding.hint)
    return kpis


def read_targets(path: Path, catalogue: Catalogue) -> tuple[Target, ...]:
    """The targets of a TOML file, those of its KPIs too; UserError for one of a KPI that there is not."""
    own = tuple(Target(k.name, k.target, k.alert_below, k.alert_above) for k in _read(path, custom_from_toml))
    targets = {target.metric: target for target in (*own, *_read(path, targets_from_toml))}
    names = {target.metric for target in own}
    for name in targets:
        if name not in names and name not in catalogue:
            near = near_names(name, catalogue)
            text = QT_TRANSLATE_NOOP("custom", "There is no KPI called {name}.")
            hint = Message(QT_TRANSLATE_NOOP("custom", "Did you mean {names}?"), names=", ".join(near))
            raise UserError(Message(text, name=name), hint if near else None)
    return tuple(targets.values())


def _read(path: Path, meaning: Callable[[str], tuple[T, ...]]) -> tuple[T, ...]:
    try:
        with path.open("rb") as file:
            return meaning(file.read(MOST_CHARACTERS + 1).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "{name} is no text in UTF-8"), name=path.name)) from error
    except UserError as error:
        where = Message(QT_TRANSLATE_NOOP("custom", "{name}: {problem}"), name=path.name, problem=error.message)
        raise UserError(where, error.hint) from error


def aimed(kpi: CustomKpi, doc: Workspace) -> CustomKpi:
    """A KPI of the user's own with the target and limits that the document has for it."""
    target = doc.targets.get(kpi.name, Target(kpi.name))
    return replace(kpi, target=target.value, alert_below=target.alert_below, alert_above=target.alert_above)


def write_custom(path: Path, doc: Workspace) -> None:
    """The user's own KPIs and all targets as a TOML file; UserError where there are none, or the place is barred."""
    kpis = tuple(aimed(kpi, doc) for kpi in doc.rules.custom)
    names = {kpi.name for kpi in kpis}
    targets = tuple(target for name, target in doc.targets.items() if name not in names)
    if not kpis and not targets:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "The workspace has no KPIs or targets of your own")))
    texts = [text for text in (custom_to_toml(kpis), targets_to_toml(targets)) if text]
    write_bytes(path, "\n".join(texts).encode("utf-8"))


def catalogue_of(rules: Rules) -> Catalogue:
    """The catalogue by which these rules count: that of the profile, with the KPIs of the user's own."""
    return apply_custom(catalogue_under(load_catalogue(), profile(rules.profile).choices), rules.custom)


def left_out_of(rules: Rules) -> tuple[Finding, ...]:
    """Which KPIs of the user's own do not hold under the profile of these rules, and why."""
    if not rules.custom:  # the catalogue may not have been read yet
        return ()
    return custom_findings(catalogue_under(load_catalogue(), profile(rules.profile).choices), rules.custom)


def catalogue_with(catalogue: Catalogue, path: Path | None) -> Catalogue:
    """The catalogue with the KPIs of a file."""
    return catalogue if path is None else apply_custom(catalogue, read_custom(path, catalogue))
