"""What the tables of one import say about each other: shared keys, copies, the year of month names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.checks import place
from kpidesk.ingest.dates import YEARLESS
from kpidesk.ingest.layout import Region
from kpidesk.ingest.lookups import lookups
from kpidesk.ingest.mapping import OTHER, ColumnMapping
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.proposal import table_id
from kpidesk.ingest.recognition_months import body_rows, month_of
from kpidesk.ingest.summaries import left_out
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType

_PERSON = ("subscriptions", "invoices", "orders", "tickets", "surveys", "deals")
_SHARED = 0.6
_FIRST_YEAR = 2001
"""The year of months that are only numbered: year one."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Found:
    """One file as read: regions, profiles and mappings side by side; ``copies`` names what a region repeats."""

    path: Path
    format: str
    findings: tuple[Finding, ...]
    regions: tuple[Region, ...]
    profiles: tuple[tuple[ColumnProfile, ...], ...]
    mappings: tuple[TableMapping, ...]
    copies: tuple[str | None, ...] = ()
    noticed: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)


@dataclass
class _Table:
    """One region of the import while it is being settled."""

    region: Region
    profiles: tuple[ColumnProfile, ...]
    mapping: TableMapping
    copy_of: str | None = None
    noticed: tuple[Finding, ...] = ()


def settle_import(files: Sequence[Found]) -> tuple[Found, ...]:
    """The files with what their tables say about each other worked in."""
    tables = [
        [
            _Table(r, p, m, noticed=f.noticed.get(at, ()))
            for at, (r, p, m) in enumerate(zip(f.regions, f.profiles, f.mappings, strict=True))
        ]
        for f in files
    ]
    every = [table for file in tables for table in file]
    if len(every) > 1:
        _give_shared_keys(every)
        _mark_copies(every)
        for at, finding in lookups([(t.region, t.profiles, t.mapping) for t in every]):
            every[at].noticed = (*every[at].noticed, finding)
    for file in tables:
        _mark_summaries(file)
        _mark_repeated_figures(file)
        _settle_years(file, every)
    return tuple(_found(file, settled) for file, settled in zip(files, tables, strict=True))


def _found(file: Found, tables: Sequence[_Table]) -> Found:
    return replace(
        file,
        mappings=tuple(table.mapping for table in tables),
        copies=tuple(table.copy_of for table in tables),
        noticed={n: table.noticed for n, table in enumerate(tables)},
    )


def _values(table: _Table, column: ColumnMapping) -> frozenset[str]:
    """The texts of a column in the rows looked at, ids of floats made whole."""
    found = set()
    for _, cells in body_rows(table.region):
        text = cells[column.index].strip() if column.index < len(cells) else ""
        if text:
            found.add(text[:-2] if text.endswith(".0") else text)
    return frozenset(found)


def _give_shared_keys(tables: Sequence[_Table]) -> None:
    """A key column without a role whose values are customers of another table is the customer's."""
    owners = [
        t for t in tables if t.mapping.table in ("customers", "subscriptions") and t.mapping.column("customer_id")
    ]
    keys = []
    for owner in owners:
        column = owner.mapping.column("customer_id")
        if column is not None:
            keys.append((owner, _values(owner, column)))
    for table in tables:
        if table.mapping.table not in _PERSON or table.mapping.column("customer_id") is not None:
            continue
        best: tuple[float, ColumnMapping, _Table] | None = None
        for column in table.mapping.columns:
            if column.role is not None or column.type not in (ColumnType.ID, ColumnType.NUMBER, ColumnType.TEXT):
                continue
            own = _values(table, column)
            for owner, theirs in keys:
                share = len(own & theirs) / len(own) if len(own) >= 5 and owner is not table else 0.0
                if share >= _SHARED and (best is None or share > best[0]) and _is_key(column, table):
                    best = (share, column, owner)
        if best is not None:
            share, column, owner = best
            because = evidence.shared_keys(owner.region.sheet.name, share)
            table.mapping = table.mapping.with_role(column.index, "customer_id")
            table.mapping = _with_evidence(table.mapping, column.index, because)


def _is_key(column: ColumnMapping, table: _Table) -> bool:
    profile = next(p for p in table.profiles if p.index == column.index)
    if profile.type is ColumnType.TEXT:
        return profile.max_len <= 40 and profile.distinct > 20
    return profile.type is ColumnType.ID or (profile.is_integer and profile.distinct > 30)


def _with_evidence(mapping: TableMapping, index: int, because: Message) -> TableMapping:
    columns = tuple(
        replace(c, evidence=(because, *c.evidence), confidence=0.8) if c.index == index else c for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def _mark_copies(tables: Sequence[_Table]) -> None:
    """A table with the ids of an earlier one of its kind is a joined or cleaned copy of it."""
    from_key: dict[str, list[tuple[_Table, frozenset[str]]]] = {}
    for table in tables:
        if table.mapping.table == "monthly_metrics" or table.mapping.lasts is not None:
            continue
        kind = load_schema().tables.get(table.mapping.table)
        key = table.mapping.column(kind.key) if kind is not None else None
        if key is None:
            continue
        ids = _values(table, key)
        for original, known in from_key.get(table.mapping.table, []):
            if _is_same(ids, known, original, table):
                table.copy_of = table_id(original.region)
                text = QT_TRANSLATE_NOOP(
                    "checks", "It repeats the rows of “{table}” and is left out unless you want it."
                )
                message = Message(text, table=original.region.sheet.name)
                table.noticed = (*table.noticed, Finding(Level.NOTE, "ingest.same_rows", message, place(table.region)))
                break
        else:
            from_key.setdefault(table.mapping.table, []).append((table, ids))


def _mark_summaries(tables: Sequence[_Table]) -> None:
    """Copies, pivots and single figures beside the rows that they come from are left out."""
    for at, original, finding in left_out([table.region for table in tables]):
        table = tables[at]
        if table.copy_of is not None or table.mapping.lasts is not None:
            continue
        table.noticed = (*table.noticed, finding)
        if original is not None:
            table.copy_of = table_id(tables[original].region)
        elif table.mapping.table != OTHER:
            table.mapping = replace(table.mapping, table=OTHER, row_roles={})


def _mark_repeated_figures(tables: Sequence[_Table]) -> None:
    """Of several tables of monthly figures in one file, those whose figures another has too are copies of it."""
    monthly = [t for t in tables if t.mapping.table == "monthly_metrics"]
    monthly.sort(key=lambda t: -len(_metrics(t.mapping)))
    kept: list[_Table] = []
    for table in monthly:
        original = next((k for k in kept if _metrics(table.mapping) <= _metrics(k.mapping)), None)
        if original is None:
            kept.append(table)
            continue
        table.copy_of = table_id(original.region)
        text = QT_TRANSLATE_NOOP("checks", "It repeats figures of “{table}” and is left out unless you want it.")
        message = Message(text, table=f"{original.region.sheet.name} {original.region.range}")
        table.noticed = (*table.noticed, Finding(Level.NOTE, "ingest.same_rows", message, place(table.region)))


def _metrics(mapping: TableMapping) -> frozenset[str]:
    return frozenset(mapping.row_roles.values()) | (mapping.roles - {"month"})


def _is_same(ids: frozenset[str], known: frozenset[str], original: _Table, table: _Table) -> bool:
    """Whether two tables of one kind hold the same rows, judged by the part of each that was looked at."""
    if len(ids) < 20 or original.region.sheet is table.region.sheet:
        return False
    mine, theirs = _rows(table.region), _rows(original.region)
    if abs(mine - theirs) > 0.02 * max(mine, theirs):
        return False
    looked_at = min(1.0, len(known) / max(theirs, 1))
    return len(ids & known) / len(ids) >= 0.75 * looked_at and len(ids & known) >= 20


def _rows(region: Region) -> int:
    last = region.last_body if region.last_body is not None else region.sheet.rows - 1
    return max(1, last - region.first_body + 1 - len(region.total_rows))


def _settle_years(tables: Sequence[_Table], every: Sequence[_Table]) -> None:
    """Month names without a year are of the year that the file's other dates are mostly of."""
    year: int | None = None
    for table in tables:
        if table.mapping.table == OTHER:
            continue
        bare = [
            c for c in table.mapping.columns if c.role and c.format.date_order in YEARLESS and c.format.year is None
        ]
        is_bare_across = table.mapping.orientation == "across" and _has_bare_months(table)
        if not bare and not is_bare_across:
            continue
        year = year or _common_year(tables) or _named_year(table) or _common_year(every)
        is_assumed = year is None and is_bare_across
        if year is None and not is_assumed:
            continue
        columns = tuple(
            replace(c, format=replace(c.format, year=_FIRST_YEAR if is_assumed else year))
            if c in bare or (is_bare_across and c.index in table.mapping.month_columns)
            else c
            for c in table.mapping.columns
        )
        table.mapping = replace(table.mapping, columns=columns)
        text = QT_TRANSLATE_NOOP(
            "checks", "The dates have no year; {year} is taken, as other dates or the title have it."
        )
        if is_assumed:
            text = QT_TRANSLATE_NOOP(
                "checks",
                "Nothing names the year of the months, so the first stands in {year}, as year one. Write the year into "
                "the title to place them in time.",
            )
        message = Message(text, year=_FIRST_YEAR if is_assumed else year)
        finding = Finding(Level.WARNING, "ingest.month_without_year", message, place(table.region))
        table.noticed = (*table.noticed, finding)


def _has_bare_months(table: _Table) -> bool:
    headers = [c.header for c in table.mapping.columns if c.index in table.mapping.month_columns]
    months = [month_of(header) for header in headers]
    return bool(months) and all(month is not None and month[0] is None for month in months)


def _named_year(table: _Table) -> int | None:
    """The one year that the lines above the table, its sheet's name or its file's name speak of."""
    sheet = table.region.sheet
    above = [cell for row in sheet.head[: max(table.region.header_row, 0)] for cell in row if cell]
    for texts in (above, [sheet.sheet or ""], [sheet.file.stem]):
        years = {int(year) for text in texts for year in _YEAR.findall(text)}
        if len(years) == 1:
            return years.pop()
    return None


def _common_year(tables: Sequence[_Table]) -> int | None:
    years: Counter[int] = Counter()
    for table in tables:
        for profile in table.profiles:
            if (
                profile.type is ColumnType.DATE
                and profile.format.date_order not in YEARLESS
                and isinstance(profile.high, date)
            ):
                years[profile.high.year] += profile.rows
    return years.most_common(1)[0][0] if years else None
