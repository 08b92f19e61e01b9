"""Mappings and recipes that were accepted before, so that next month's export is read the same way, unasked."""

import contextlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.recipe import NO_RECIPE, Recipe
from kpidesk.ingest.recipe_table import follow
from kpidesk.ingest.signature import recalled, signature_of
from kpidesk.schema.model import Schema
from kpidesk.session.damaged import kept_aside
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.replacing import replace_bytes

MAX_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Remembered:
    """How a table was accepted: what it and its columns mean, and the corrections that led there."""

    mapping: Mapping
    recipe: Recipe = NO_RECIPE


class MappingMemory:
    """Accepted mappings by what a table looks like: see ingest.signature. Kept in one file; asked from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._known: dict[str, Remembered] | None = None
        self._findings: tuple[Finding, ...] = ()

    def take_findings(self) -> tuple[Finding, ...]:
        """What was wrong with the file, told once."""
        with self._lock:
            found, self._findings = self._findings, ()
        return found

    def recall(self, proposal: ImportProposal, schema: Schema) -> ImportProposal:
        """The proposal with every table that was seen before read as it was accepted then.

        Corrections that do not fit this time are findings of their tables.
        """
        with self._lock:
            known = dict(self._load())
        for table in proposal.tables:
            remembered = known.get(signature_of(table))
            if remembered is not None:
                proposal = proposal.with_table(_as_before(table, remembered, schema))
        return proposal

    def remember(self, *tables: TableProposal) -> None:
        """Keep the mappings of accepted tables; a file that cannot be written is no reason to stop."""
        with self._lock:
            known = self._load()
            accepted = {_key(table): Remembered(table.mapping, table.recipe) for table in tables}
            new = {key: one for key, one in accepted.items() if known.get(key) != one}
            for key, one in new.items():
                known.pop(key, None)
                known[key] = one
            for oldest in list(known)[:-MAX_REMEMBERED]:
                del known[oldest]
            if new:
                self._write(known)

    def knows(self, table: TableProposal) -> bool:
        """Whether tables of this look were accepted before."""
        with self._lock:
            return _key(table) in self._load()

    def forget(self, *tables: TableProposal) -> None:
        """Read tables of these looks as any other from now on."""
        with self._lock:
            known = self._load()
            if [key for table in tables if known.pop(key := _key(table), None) is not None]:
                self._write(known)

    def _load(self) -> dict[str, Remembered]:
        if self._known is None:
            self._known = {}
            try:
                plain = json.loads(self._path.read_text(encoding="utf-8"))
                mappings = {key: from_plain(Mapping, value) for key, value in plain["mappings"].items()}
                recipes = {key: from_plain(Recipe, value) for key, value in plain.get("recipes", {}).items()}
            except FileNotFoundError:
                return self._known
            except (OSError, ValueError, KeyError, TypeError, AttributeError, CodecError, RecursionError):
                text = QT_TRANSLATE_NOOP("settings", "How sheets were read before could not be read and is forgotten")
                self._findings = (kept_aside(self._path, "mappings.file", text),)
                return self._known
            self._known = {key: Remembered(mapping, recipes.get(key, NO_RECIPE)) for key, mapping in mappings.items()}
        return self._known

    def _write(self, known: dict[str, Remembered]) -> None:
        mappings = {key: to_plain(one.mapping) for key, one in known.items()}
        recipes = {key: to_plain(one.recipe) for key, one in known.items() if one.recipe}
        body = json.dumps({"version": 1, "mappings": mappings, "recipes": recipes}).encode()
        with contextlib.suppress(UserError):
            replace_bytes(self._path, body)


def _key(table: TableProposal) -> str:
    """What the table looked like before anybody corrected it."""
    return table.recipe.found_as or signature_of(table)


def _as_before(table: TableProposal, remembered: Remembered, schema: Schema) -> TableProposal:
    if remembered.recipe:
        followed = follow(table, remembered.recipe, schema)
        table = replace(followed.table, findings=(*followed.table.findings, *followed.findings))
    return table if remembered.mapping == table.mapping else recalled(table, remembered.mapping)
