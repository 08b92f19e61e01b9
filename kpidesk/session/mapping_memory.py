"""Mappings that were accepted before, so that next month's export is read the same way without a question."""

import contextlib
import json
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.signature import recalled, signature_of
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.replacing import replace_bytes

MAX_REMEMBERED = 200


class MappingMemory:
    """Accepted mappings by what a table looks like: see ingest.signature. Kept in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Mapping] | None = None

    def recall(self, proposal: ImportProposal) -> ImportProposal:
        """The proposal with every table that was seen before read as it was accepted then."""
        known = self._load()
        for table in proposal.tables:
            remembered = known.get(signature_of(table))
            if remembered is not None and remembered != table.mapping:
                proposal = proposal.with_mapping(table.id, recalled(table, remembered).mapping)
        return proposal

    def remember(self, table: TableProposal) -> None:
        """Keep the mapping of an accepted table; a file that cannot be written is no reason to stop."""
        known = self._load()
        key = signature_of(table)
        if known.get(key) == table.mapping:
            return
        known.pop(key, None)
        known[key] = table.mapping
        for oldest in list(known)[:-MAX_REMEMBERED]:
            del known[oldest]
        self._write(known)

    def knows(self, table: TableProposal) -> bool:
        """Whether tables of this look were accepted before."""
        return signature_of(table) in self._load()

    def forget(self, table: TableProposal) -> None:
        """Read tables of this look as any other from now on."""
        known = self._load()
        if known.pop(signature_of(table), None) is not None:
            self._write(known)

    def _load(self) -> dict[str, Mapping]:
        if self._known is None:
            self._known = {}
            try:
                plain = json.loads(self._path.read_text(encoding="utf-8"))
                self._known = {key: from_plain(Mapping, value) for key, value in plain["mappings"].items()}
            except (OSError, ValueError, KeyError, TypeError, AttributeError, CodecError, RecursionError):
                self._known = {}
        return self._known

    def _write(self, known: dict[str, Mapping]) -> None:
        body = json.dumps({"version": 1, "mappings": {k: to_plain(m) for k, m in known.items()}}).encode()
        with contextlib.suppress(UserError):
            replace_bytes(self._path, body)
