"""The sheets that are offered to be filled in: columns, example rows and words, read from resources/templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.schema.model import Role, Schema, TableSchema

Value = str | float | date | datetime
"""A cell of an example; "" for one that is left empty."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word by language."""

    by_language: Mapping[str, str]

    def said(self, language: str) -> str:
        """In a language, else in English."""
        return self.by_language.get(language, self.by_language["en"])


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column of a template: what it means, the words that it takes where they are fixed, its least and greatest."""

    role: Role
    meaning: Words
    words: tuple[Words, ...] = ()
    range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One business table as a sheet to fill in; the cells of ``rows`` stand in the order of ``columns``."""

    table: TableSchema
    columns: tuple[TemplateColumn, ...]
    rows: tuple[tuple[Value | Words, ...], ...]

    def need(self, role: str) -> str:
        """``required``, ``one_of`` where it is one way among several to make the table usable, else ``optional``."""
        here = {column.role.name for column in self.columns}
        ways = [set(way) for way in self.table.needs if here.issuperset(way)]
        if all(role in way for way in ways):
            return "required"
        return "one_of" if any(role in way for way in ways) else "optional"

    def example(self, row: int, column: int, language: str) -> Value:
        """A cell of an example row as it is written in a language."""
        cell = self.rows[row][column]
        return cell.said(language) if isinstance(cell, Words) else cell


def load_templates(schema: Schema) -> Mapping[str, Template]:
    """The template of every table, in the order of the schema. Raises KeyError for a column or word that is unknown."""
    declared = read_toml(resource("templates", "templates.toml")).content
    meanings = read_toml(resource("templates", "meanings.toml")).content
    return {name: _template(table, declared[name], meanings) for name, table in schema.tables.items()}


def _template(table: TableSchema, declared: Mapping[str, Any], meanings: Mapping[str, Any]) -> Template:
    sets, examples = _words()
    fixed = {role: sets[name] for role, name in declared.get("words", {}).items()}
    ranges = declared.get("range", {})
    columns = tuple(
        TemplateColumn(
            table.roles[role],
            Words(meanings.get(table.name, {}).get(role) or meanings["any"][role]),
            tuple(fixed.get(role, {}).values()),
            tuple(ranges[role]) if role in ranges else None,
        )
        for role in declared["columns"]
    )

    def cell(role: str, value: Any) -> Value | Words:
        if isinstance(value, dict):
            return examples[value["word"]]
        return fixed[role][value] if role in fixed and value else value

    rows = tuple(
        tuple(cell(role, value) for role, value in zip(declared["columns"], row, strict=True))
        for row in declared["rows"]
    )
    return Template(table, columns, rows)


@cache
def _words() -> tuple[Mapping[str, Mapping[str, Words]], Mapping[str, Words]]:
    """The fixed sets by name, and the words of examples."""
    content = read_toml(resource("templates", "words.toml")).content
    sets = {name: {key: Words(said) for key, said in group.items()} for name, group in content["set"].items()}
    return sets, {key: Words(said) for key, said in content["examples"].items()}
