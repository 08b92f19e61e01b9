"""Custom KPIs of the workspace: commands that define and drop them, and their files."""

from dataclasses import dataclass, replace
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.atomic import write_bytes
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.custom import CustomKpi, apply_custom, custom_findings
from kpidesk.metrics.custom_toml import MOST_CHARACTERS, custom_from_toml, custom_to_toml
from kpidesk.metrics.profiles import catalogue_under, profile
from kpidesk.session.commands.view import SetTarget
from kpidesk.workspace.document import Rules, Workspace


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
        return SetTarget(self.kpi.name, self.kpi.target).apply(defined)


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
    try:
        with path.open("rb") as file:
            content = file.read(MOST_CHARACTERS + 1).decode("utf-8")
        kpis = custom_from_toml(content)
    except UnicodeDecodeError as error:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "{name} is no text in UTF-8"), name=path.name)) from error
    except UserError as error:
        where = Message(QT_TRANSLATE_NOOP("custom", "{name}: {problem}"), name=path.name, problem=error.message)
        raise UserError(where, error.hint) from error
    for finding in custom_findings(catalogue, kpis):
        text = QT_TRANSLATE_NOOP("custom", "{name}: {problem}")
        raise UserError(Message(text, name=path.name, problem=finding.message), finding.hint)
    return kpis


def write_custom(path: Path, kpis: tuple[CustomKpi, ...]) -> None:
    """The KPIs as a TOML file; UserError where there are none, or the place cannot be written."""
    if not kpis:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "The workspace has no KPIs of your own")))
    write_bytes(path, custom_to_toml(kpis).encode("utf-8"))


def catalogue_of(rules: Rules) -> Catalogue:
    """The catalogue by which these rules count: that of the profile, with the KPIs of the user's own."""
    return apply_custom(catalogue_under(load_catalogue(), profile(rules.profile).choices), rules.custom)


def left_out_of(rules: Rules) -> tuple[Finding, ...]:
    """Which KPIs of the user's own do not hold under the profile of these rules, and why."""
    return custom_findings(catalogue_under(load_catalogue(), profile(rules.profile).choices), rules.custom)


def catalogue_with(catalogue: Catalogue, path: Path | None) -> Catalogue:
    """The catalogue with the KPIs of a file."""
    return catalogue if path is None else apply_custom(catalogue, read_custom(path, catalogue))
