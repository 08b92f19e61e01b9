"""What is under review: the proposal with the corrections so far, which tables come in, and the way back."""

from dataclasses import dataclass, replace

from kpidesk.core.findings import Finding, Location
from kpidesk.ingest.mapping import OTHER
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.recipe_table import Followed
from kpidesk.ui.importing.proposal_words import needs_a_look


@dataclass(frozen=True)
class Review:
    """One state of a review; a correction makes the next one, ``before`` is the way back."""

    proposal: ImportProposal
    taken: frozenset[str]
    troubles: tuple[Finding, ...] = ()
    before: "Review | None" = None

    @property
    def refused(self) -> tuple[Finding, ...]:
        """What was noticed of whole files."""
        return tuple(finding for file in self.proposal.files for finding in file.findings)

    @property
    def first(self) -> TableProposal | None:
        """What is looked at first: what somebody should look at, else the first table that comes in."""
        taken = [table for table in self.proposal.tables if table.id in self.taken]
        return next((table for table in taken if needs_a_look(table)), taken[0] if taken else None)

    def refused_beside(self, table: TableProposal) -> tuple[Finding, ...]:
        """What was noticed of a table's own file, and of files that hold no table."""
        own = table.region.sheet.file
        files = (file for file in self.proposal.files if file.path == own or not file.tables)
        return tuple(finding for file in files for finding in file.findings)

    def roles(self, ids: frozenset[str]) -> dict[str, frozenset[str]]:
        """The roles that some of the tables fill, by business table."""
        found: dict[str, frozenset[str]] = {}
        for table in self.proposal.tables:
            if table.id in ids and table.mapping.table != OTHER:
                roles = table.mapping.roles | frozenset(table.mapping.row_roles.values())
                found[table.mapping.table] = found.get(table.mapping.table, frozenset()) | roles
        return found

    def corrected(self, table: TableProposal, done: Followed) -> "Review":
        """After one step on a table; itself where the step changed nothing."""
        if done.table == table:
            return replace(self, troubles=done.findings) if done.findings else self
        taken = self.taken
        if done.table.mapping.table != table.mapping.table:
            is_wanted = done.table.is_loaded_by_default
            taken = taken | {table.id} if is_wanted else taken - {table.id}
        return Review(self.proposal.with_table(done.table), taken, done.findings, self)

    def toggled(self, id: str) -> "Review":
        """With one table taken in, or left out."""
        return Review(self.proposal, self.taken ^ {id}, (), self)

    def joined(self, more: ImportProposal) -> "Review":
        """With more files; one that is looked into again takes the place of the earlier look."""
        again = {file.path for file in more.files}
        kept = tuple(file for file in self.proposal.files if file.path not in again)
        gone = {table.id for file in self.proposal.files if file.path in again for table in file.tables}
        proposal = ImportProposal((*kept, *more.files))
        return Review(proposal, (self.taken - gone) | wanted(more))


def review_of(proposal: ImportProposal) -> Review:
    """A review that begins: what is recognised comes in."""
    return Review(proposal, wanted(proposal))


def wanted(proposal: ImportProposal) -> frozenset[str]:
    """The tables that come in without a word from the user."""
    return frozenset(table.id for table in proposal.tables if table.is_loaded_by_default)


def is_in(table: TableProposal, place: Location) -> bool:
    """Whether a place lies in the sheet of a table."""
    sheet = table.region.sheet
    return sheet.file.name == place.file and sheet.sheet == place.sheet
