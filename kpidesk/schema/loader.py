"""Reads the business tables from resources/schema: a TOML file for each, and common.toml for what several share."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml
from kpidesk.schema.intervals import declared_intervals
from kpidesk.schema.model import ColumnType, Role, Schema, TableSchema
from kpidesk.schema.vocabulary import Vocabulary, load_vocabulary

TABLES = (
    "customers",
    "subscriptions",
    "invoices",
    "orders",
    "spend",
    "web_traffic",
    "leads",
    "deals",
    "surveys",
    "tickets",
    "events",
    "social",
    "email",
    "referrals",
    "monthly_metrics",
)
"""The order in which a front end lists them."""


@cache
def load_schema(folder: Path | None = None) -> Schema:
    """All business tables; the shipped ones where no folder is given. Raises KeyError for a role without its parts."""
    folder = folder or resource("schema")
    vocabulary = load_vocabulary()
    common = read_toml(folder / "common.toml").content["roles"]
    tables = {}
    for name in TABLES:
        path = folder / f"{name}.toml"
        if path.is_file():
            tables[name] = _table(read_toml(path).content, common, vocabulary)
    return Schema(tables)


def _table(content: Mapping[str, Any], common: Mapping[str, Any], vocabulary: Vocabulary) -> TableSchema:
    roles = {}
    for name, declared in content["roles"].items():
        shared = common[name] if declared.get("inherits") else {}
        roles[name] = _role(name, declared, shared, vocabulary)
    return TableSchema(
        name=content["name"],
        labels=content["label"],
        row_is=content["row_is"],
        roles=roles,
        needs=tuple(tuple(alternative) for alternative in content["needs"]),
        names=tuple(content["names"]),
        against=tuple(content.get("against", ())),
        key=str(content.get("key", "")),
    )


def _role(name: str, declared: Mapping[str, Any], shared: Mapping[str, Any], vocabulary: Vocabulary) -> Role:
    """As declared, and known by its own labels too: what the product calls a column is a header that it reads."""
    merged = {**shared, **declared}
    combined = (*_combined(shared), *_combined(declared))
    return Role(
        name=name,
        type=ColumnType(merged["type"]),
        labels=merged["label"],
        headers=(*shared.get("headers", ()), *declared.get("headers", ()), *combined, *merged["label"].values()),
        words=_cell_words(name, vocabulary),
        is_attribute=bool(merged.get("attribute", False)),
        decides=bool(merged.get("decides", False)),
        accompanies=bool(merged.get("accompanies", False)),
        stands_in=str(merged.get("stands_in", "")),
    )


def _combined(declared: Mapping[str, Any]) -> tuple[str, ...]:
    """The headers that ``combine`` declares as pairs of lists: each first word before each second one."""
    pairs = declared.get("combine", ())
    return tuple(f"{first} {second}" for firsts, seconds in pairs for first in firsts for second in seconds)


def _cell_words(role: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cell values that a role is known by."""
    words: Mapping[str, Mapping[str, object]] = {
        "status": vocabulary.status,
        "billing_period": declared_intervals(),
        "movement_type": vocabulary.movements,
        "stage": vocabulary.stages,
        "csat_score": vocabulary.satisfaction,
    }
    return tuple(words.get(role, ()))
