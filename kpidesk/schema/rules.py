"""Rules that the declared schema must keep; a test runs them on the shipped one."""

from collections.abc import Iterator

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.schema.model import Schema, TableSchema

LANGUAGES = ("en", "zh_Hans", "zh_Hant")


def check(schema: Schema) -> tuple[Finding, ...]:
    """Everything wrong with a schema: missing labels, needs that name no role, roles without a word for them."""
    return tuple(finding for table in schema.tables.values() for finding in _check_table(table))


def _check_table(table: TableSchema) -> Iterator[Finding]:
    named = [(table.name, table.labels), (f"{table.name}.row_is", table.row_is)]
    named += [(f"{table.name}.{role.name}", role.labels) for role in table.roles.values()]
    for name, labels in named:
        for language in LANGUAGES:
            if not labels.get(language):
                yield _finding(table, "schema.label", _LABEL, name=name, language=language)
    for alternative in table.needs:
        for needed in alternative:
            if needed not in table.roles:
                yield _finding(table, "schema.needs", _NEEDS, name=table.name, role=needed)
    for role in table.roles.values():
        if set(role.headers) <= set(role.labels.values()):
            yield _finding(table, "schema.headers", _HEADERS, name=f"{table.name}.{role.name}")


_LABEL = QT_TRANSLATE_NOOP("schema", "{name} has no label in {language}.")
_NEEDS = QT_TRANSLATE_NOOP("schema", "{name} needs {role}, which is no role of it.")
_HEADERS = QT_TRANSLATE_NOOP("schema", "{name} has no header words.")


def _finding(table: TableSchema, code: str, template: Template, **params: object) -> Finding:
    message = Message(template, **params)
    return Finding(Level.BLOCKER, code, message, Location(file=f"{table.name}.toml", line=1))
