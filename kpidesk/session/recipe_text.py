"""The recipe that makes the same documents of next month's files: what the command line runs, written by the window."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from kpidesk.export.atomic import write_bytes
from kpidesk.session.custom_kpis import write_custom
from kpidesk.session.rule_fields import text_of, value_of
from kpidesk.session.rule_sections import MONEY
from kpidesk.workspace.document import Rules, Workspace
from kpidesk.workspace.sections import Section

_MONEY = {"currency": "currency", "rates": "rates", "fiscal_year_starts": "fiscal-year-start"}
"""The rules about money and time by the names that the command line has for them; the day is next month's own."""


def write_recipe(path: Path, document: Workspace, sections: Iterable[Section], language: str) -> None:
    """Write the recipe whole, and beside it the user's own KPIs and targets; UserError where that cannot be done."""
    if document.rules.custom or document.targets:
        write_custom(_own_of(path), document)
    write_bytes(path, recipe_text(document, sections, path, language).encode())


def recipe_text(document: Workspace, sections: Iterable[Section], path: Path, language: str) -> str:
    """The files of the workspace, its question and its report; paths as they are seen from the recipe."""
    files = dict.fromkeys(_seen_from(path, Path(dataset.source.path)) for dataset in document.used)
    name = path.stem
    plan, query, rules = document.report, document.query, document.rules
    lines = [
        f"# kpidesk-cli run {path.name}",
        f"files = {_list(files)}",
        f"to = {_list((f'{name}.pptx', f'{name}.xlsx', f'{name}.pdf'))}",
        "refresh = true  # of slides that are there already: new numbers, while edited texts and moved charts stay",
        f"title = {_text(plan.title or document.name)}",
        f"language = {_text(language)}",
        f"grain = {_text(query.grain.value)}",
        f"profile = {_text(rules.profile)}",
        f"ratio = {_text(plan.ratio)}",
    ]
    lines += [
        f"{_MONEY[field.path]} = {_text(text_of(rules, field))}"
        for field in MONEY.fields
        if field.path in _MONEY and value_of(rules, field) != value_of(Rules(), field)
    ]
    if rules.custom or document.targets:
        lines.append(f"with = {_text(_own_of(path).name)}")
    if plan.template:
        lines.append(f"template = {_text(_seen_from(path, Path(plan.template)))}")
    if plan.has_pseudonyms:
        lines.append("pseudonyms = true")
    scenario = document.scenarios.get(query.scenario) if query.scenario is not None else None
    if scenario is not None and scenario.active:
        lines.append(f"scenario = {_text(','.join(f'{each.driver}={each}' for each in scenario.active))}")
    if query.filters:
        pairs = ", ".join(f"{_text(each.attribute)} = {_list(each.values)}" for each in query.filters)
        lines.append(f"where = {{ {pairs} }}")
    return "\n".join([*lines, *(line for section in sections for line in _section(section))]) + "\n"


def _own_of(path: Path) -> Path:
    """Where the KPIs and targets of the user's own lie."""
    return path.with_name(f"{path.stem}-kpis.toml")


def _section(section: Section) -> list[str]:
    spec = section.chart
    lines = ["", "[[section]]", f"id = {_text(section.id)}", f"kind = {_text(section.kind)}"]
    names = spec.metrics if spec is not None else section.metrics
    if names:
        lines.append(f"kpi = {_list(names)}")
    if spec is not None:
        lines.append(f"chart = {_text(spec.kind)}")
        if spec.by is not None:
            lines.append(f"by = {_text(spec.by)}")
        if spec.comparison:
            lines.append(f"comparison = {_text(spec.comparison)}")
    lines += [f"{key} = {_text(value)}" for key, value in (("title", section.title), ("text", section.text)) if value]
    return lines


def _seen_from(path: Path, other: Path) -> str:
    """Relative to the recipe's folder where both lie on one drive."""
    try:
        return Path(os.path.relpath(other, path.parent.absolute())).as_posix()
    except ValueError:
        return other.as_posix()


def _text(text: str) -> str:
    """A TOML string: JSON's is one."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(_text(text) for text in texts)}]"
