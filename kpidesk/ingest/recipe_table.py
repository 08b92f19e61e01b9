"""Runs the steps of a recipe that change how a table is understood, and tells which of them found nothing to act on."""

from dataclasses import dataclass, replace
from functools import lru_cache

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.checks import check_proposal, place, still_noticed
from kpidesk.ingest.dates import YEARLESS
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import OTHER, SPAN, ColumnMapping, Mapping
from kpidesk.ingest.preview import preview_format
from kpidesk.ingest.profile import ColumnProfile, profile_columns
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recipe import (
    Duplicates,
    ExcludeRows,
    IgnoreColumn,
    MarkTotals,
    Recipe,
    ReplaceValues,
    SetFormat,
    SetHeader,
    SetRole,
    SetRowRole,
    SetTable,
    Step,
)
from kpidesk.ingest.recipe_words import step_words
from kpidesk.ingest.recognition import Names, recogniser_of
from kpidesk.ingest.relayout import find_header, labelled_rows, with_header, with_totals
from kpidesk.ingest.signature import signature_of
from kpidesk.ingest.words import fold
from kpidesk.schema.model import Schema

UNMET = "recipe.step_unmet"
"""A remembered step that finds no column, label or header of that name in this file."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A table after steps, and the findings of those that could not be taken."""

    table: TableProposal
    findings: tuple[Finding, ...] = ()


def take_step(table: TableProposal, step: Step, schema: Schema) -> Followed:
    """One correction by the user: the table after it, with the step in its recipe. Quick: no file is read.

    A step that finds nothing to hold on to leaves the table as it was and is a finding.
    """
    recipe = table.recipe if table.recipe.found_as else replace(table.recipe, found_as=signature_of(table))
    changed = _changed(table, step, schema)
    if changed is None:
        return Followed(table, (_unmet(table, step),))
    if isinstance(step, SetHeader):
        step = replace(step, rows=changed.region.header_rows, words=changed.region.headers)
    return Followed(replace(changed, recipe=recipe.then(step)))


def follow(table: TableProposal, recipe: Recipe, schema: Schema) -> Followed:
    """A table of a new file after all steps of a recipe; steps that do not match are findings, and stay in it.

    They stay because the month after may need them again.
    """
    table = replace(table, recipe=Recipe((), recipe.found_as or signature_of(table)))
    findings: list[Finding] = []
    for step in recipe.steps:
        followed = take_step(table, step, schema)
        table = followed.table
        if followed.findings:
            findings += followed.findings
            table = replace(table, recipe=table.recipe.then(step))
    return Followed(table, tuple(findings))


def _changed(table: TableProposal, step: Step, schema: Schema) -> TableProposal | None:
    """The table after a step; None where the step finds nothing to act on."""
    mapping = table.mapping
    match step:
        case SetTable(table=name):
            return _as_table(table, name, schema)
        case SetHeader(rows=rows, words=words):
            found = find_header(table.region, rows, words) if words else rows
            is_there = found is not None and all(0 <= row < len(table.region.sheet.head) for row in found)
            return None if found is None or not is_there else _relaid(table, with_header(table.region, found), schema)
        case MarkTotals(label=label, is_total=is_total):
            marked = labelled_rows(table.region, label)
            region = with_totals(table.region, marked, are_totals=is_total)
            return _checked(replace(table, region=region), schema) if marked else None
        case SetRowRole(label=label, role=role):
            return _checked(table.with_mapping(mapping.with_row_role(label, role)), schema)
    return _column_changed(table, step, schema)


def _column_changed(table: TableProposal, step: Step, schema: Schema) -> TableProposal | None:
    mapping = table.mapping
    if isinstance(step, SetTable | SetHeader | MarkTotals | SetRowRole):
        raise TypeError(step)
    if isinstance(step, Duplicates):
        return table if all(_column(mapping, column) is not None for column in step.columns) else None
    column = _column(mapping, step.column)
    if column is None:
        return None
    match step:
        case SetRole(role=role):
            known = schema.tables.get(mapping.table)
            if role is not None and (known is None or role not in known.roles):
                return None
            return _checked(table.with_mapping(mapping.with_role(column.index, role)), schema)
        case SetFormat(format=form):
            return _checked(table.with_mapping(mapping.with_format(column.index, form)), schema)
        case IgnoreColumn():
            return _checked(table.with_mapping(mapping.with_ignored(column.index)), schema)
        case ReplaceValues() | ExcludeRows():
            return table


def _as_table(table: TableProposal, name: str, schema: Schema) -> TableProposal | None:
    if name != OTHER and name not in schema.tables:
        return None
    recogniser = recogniser_of(schema)
    mapping = _in_time(table, recogniser.as_table(table.region, _profiles(_Same(table.region)), name))
    return _checked(table.with_mapping(mapping), schema)


def _relaid(table: TableProposal, region: Region, schema: Schema) -> TableProposal:
    """Recognised anew, for other headers name other columns; a table that the user named stays that table."""
    recogniser, profiles = recogniser_of(schema), _profiles(_Same(region))
    named = next((step.table for step in table.recipe.steps if isinstance(step, SetTable)), None)
    if named is None:
        mapping = recogniser.recognise(region, profiles, Names(region.sheet.sheet, region.sheet.file.stem))
    else:
        mapping = recogniser.as_table(region, profiles, named)
    return _checked(replace(table, region=region, mapping=_in_time(table, mapping)), schema)


def _in_time(table: TableProposal, mapping: Mapping) -> Mapping:
    """The mapping with what only the whole import told: the month that a list is of, the year of bare months."""
    before = table.mapping
    is_list = before.lasts is not None and mapping.table == before.table and not mapping.roles & set(SPAN)
    told = [f.message.params["year"] for f in table.noticed if f.code == "ingest.month_without_year"]
    years = [column.format.year for column in before.columns if column.format.year is not None]
    year = next((year for year in (*years, *told) if isinstance(year, int)), None)
    columns = tuple(
        replace(c, format=replace(c.format, year=year))
        if c.format.date_order in YEARLESS or c.index in mapping.month_columns
        else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns if year else mapping.columns, lasts=before.lasts if is_list else None)


def _checked(table: TableProposal, schema: Schema) -> TableProposal:
    """The table with the findings of what it is now; formats count as they are in the mapping."""
    profiles = []
    by_index = {column.index: column for column in table.mapping.columns}
    for profile in _profiles(_Same(table.region)):
        column = by_index.get(profile.index)
        if column is not None and column.format != profile.format:
            effect = preview_format(table, column.index, column.format, 0)
            is_open = profile.is_sign_open and column.format.decimal == profile.format.decimal
            profile = replace(profile, type=column.type, format=column.format, unreadable=effect.unreadable_after)
            profile = replace(profile, is_sign_open=is_open)
        profiles.append(profile)
    vocabulary = recogniser_of(schema).vocabulary
    noticed = still_noticed(table.noticed, table.mapping)
    found = check_proposal(table.region, table.mapping, profiles, schema, vocabulary)
    return replace(table, findings=(*noticed, *found))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A region that is equal to itself alone: comparing thousands of cells would take longer than what is kept."""

    region: Region

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.region is other.region

    def __hash__(self) -> int:
        return id(self.region)


@lru_cache(maxsize=4)
def _profiles(same: _Same) -> tuple[ColumnProfile, ...]:
    """The profiles of a region, kept while its columns are corrected one after the other."""
    return profile_columns(same.region)


def _column(mapping: Mapping, header: str) -> ColumnMapping | None:
    """The column with a header, written as it is or, if there is none, but for case and blanks."""
    exact = next((column for column in mapping.columns if column.header == header), None)
    return exact or next((column for column in mapping.columns if fold(column.header) == fold(header)), None)


def _unmet(table: TableProposal, step: Step) -> Finding:
    text = QT_TRANSLATE_NOOP("recipe", "A correction made before does not fit this sheet and was left out: {step}.")
    hint = QT_TRANSLATE_NOOP("recipe", "Look whether a column was renamed; correct it once more or drop the step.")
    return Finding(Level.WARNING, UNMET, Message(text, step=step_words(step)), place(table.region), hint=Message(hint))
