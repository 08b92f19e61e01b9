"""The sheets of an archive's members, each known by its member's name; members that hold none are told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.archives import Member
from kpidesk.ingest.raw_sheet import RawSheet

ReadMember = Callable[[Path, Member, Progress], Sequence[RawSheet]]
"""Unpacks a member of the archive at a path and reads it."""

_NO_TABLES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".svg", ".pdf", ".md", ".rtf", ".doc", ".docx", ".ppt", ".pptx", ".exe", ".dll"}
)


def sheets_of_archive(
    path: Path, members: Sequence[Member], read: ReadMember, progress: Progress
) -> Iterator[RawSheet]:
    """All sheets of all members; UserError where no member has any."""
    is_plain = len(members) == 1 and members[0].entry is None
    wanted = [member for member in members if Path(member.name).suffix.lower() not in _NO_TABLES] or members
    sheets: list[RawSheet] = []
    findings: list[Finding] = []
    troubles: list[UserError] = []
    for done, member in enumerate(wanted):
        progress.step(done, len(wanted))
        try:
            found = read(path, member, progress)
        except UserError as error:
            troubles.append(error)
            findings.append(_unreadable(path, member, error))
        else:
            sheets += [_placed(path, "" if is_plain else member.name, sheet) for sheet in found]
    if not sheets:
        raise troubles[0] if len(troubles) == 1 else _none_readable(path, troubles)
    if len(wanted) < len(members):
        findings.append(_left_out(path, len(members) - len(wanted)))
    yield replace(sheets[0], findings=(*findings, *sheets[0].findings))
    yield from sheets[1:]


def _placed(path: Path, member: str, sheet: RawSheet) -> RawSheet:
    """The sheet as one of the archive: named by its member, which its findings name too."""
    name = " › ".join(part for part in (member, sheet.sheet) if part) or None
    file = f"{path.name} › {member}" if member else path.name
    findings = tuple(replace(f, where=replace(f.where, file=file) if f.where else None) for f in sheet.findings)
    return replace(sheet, file=path, sheet=name, findings=findings)


def _unreadable(path: Path, member: Member, error: UserError) -> Finding:
    where = Location(f"{path.name} › {member.name}")
    return Finding(Level.BLOCKER, "ingest.unreadable_member", error.message, where, hint=error.hint)


def _none_readable(path: Path, troubles: Sequence[UserError]) -> UserError:
    if not troubles:
        return UserError(Message(QT_TRANSLATE_NOOP("ingest", "{file} holds no table."), file=path.name))
    text = QT_TRANSLATE_NOOP("ingest", "None of the {count} files in {file} can be read: {reason}")
    return UserError(Message(text, count=len(troubles), file=path.name, reason=troubles[0].message))


def _left_out(path: Path, count: int) -> Finding:
    text = QT_TRANSLATE_NOOP("ingest", "{count} {count|file|files} of other kinds {count|was|were} left out.")
    return Finding(Level.NOTE, "ingest.members_left_out", Message(text, count=count), Location(path.name), count)
