"""The texts and names that resources declare in three languages, as a .ts beside that of the code.

Notes of the catalogue are messages of the context ``catalogue``. Ids that stand in messages (of KPIs, columns, types)
are read by their names in the contexts ``names.*``: see ``kpidesk.core.messages``. English has names too.
"""

import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

Entry = tuple[str, str, dict[str, str]]
"""Context, source, and the text by language."""

_NOTES = ("gap_note", "fallback_note", "snapshot_note", "note")
_KINDS = ("input", "measure", "metric")


def entries(resources: Path) -> list[Entry]:
    """Everything declared; the first where a role of several tables has several names."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for context, source, texts in (
        *_notes(resources),
        *_kpis(resources),
        *_columns(resources),
        *_profiles(resources),
        *_others(resources),
    ):
        found.setdefault((context, source), texts)
    return [(context, source, texts) for (context, source), texts in sorted(found.items())]


def write(entries: list[Entry], language: str, target: Path) -> None:
    """One language of them as a .ts."""
    root = ET.Element("TS", version="2.1", language=language)
    parents: dict[str, ET.Element] = {}
    for context, source, texts in entries:
        if context in ("catalogue", "profiles") and language == "en":
            continue
        if context not in parents:
            parents[context] = ET.SubElement(root, "context")
            ET.SubElement(parents[context], "name").text = context
        message = ET.SubElement(parents[context], "message")
        ET.SubElement(message, "source").text = source
        ET.SubElement(message, "translation").text = texts[language]
    body = ET.tostring(root, encoding="unicode")
    target.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _read(folder: Path) -> Iterator[tuple[Path, dict]]:
    for path in sorted(folder.glob("*.toml")):
        yield path, tomllib.loads(path.read_text(encoding="utf-8"))


def _notes(resources: Path) -> Iterator[Entry]:
    def within(node: object) -> Iterator[Entry]:
        if isinstance(node, dict):
            for name, child in node.items():
                if name in _NOTES and isinstance(child, dict):
                    yield "catalogue", child["en"], child
                else:
                    yield from within(child)
        elif isinstance(node, list):
            for child in node:
                yield from within(child)

    for _, content in _read(resources / "catalogue"):
        yield from within(content)


def _kpis(resources: Path) -> Iterator[Entry]:
    for _, content in _read(resources / "catalogue"):
        for kind in _KINDS:
            for name, declared in content.get(kind, {}).items():
                yield "names.kpis", name, declared["label"]


def _columns(resources: Path) -> Iterator[Entry]:
    """Roles of tables: by themselves, and with their table (``orders.amount``)."""
    files = dict(_read(resources / "schema"))
    shared = next((content["roles"] for path, content in files.items() if path.stem == "common"), {})
    for path, content in files.items():
        if "label" not in content:
            continue
        for name, declared in content.get("roles", {}).items():
            label = {**shared.get(name, {}), **declared}["label"]
            yield "names.roles", name, label
            placed = {language: f"{text} › {label[language]}" for language, text in content["label"].items()}
            yield "names.columns", f"{path.stem}.{name}", placed


def _profiles(resources: Path) -> Iterator[Entry]:
    """Names of the definition profiles, and what their choices say."""
    files = {path.stem: content for path, content in _read(resources / "profiles")}
    for name, declared in files["profiles"].items():
        yield "names.profiles", name, declared["label"]
    for name, declared in files["switches"]["metric"].items():
        yield "names.kpis", name, declared["label"]
    for switch in files["switches"]["switch"].values():
        for choice in switch["choices"]:
            yield "profiles", choice["label"]["en"], choice["label"]


def _others(resources: Path) -> Iterator[Entry]:
    content = tomllib.loads((resources / "i18n" / "names.toml").read_text(encoding="utf-8"))
    for group, names in content.items():
        for name, texts in names.items():
            yield f"names.{group}", name, texts
