"""Templates of tables: what is offered to be filled in comes back as what it was meant to be, in every language."""

from pathlib import Path

import openpyxl
import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import untranslated
from kpidesk.core.progress import Progress
from kpidesk.export.sheet_templates import write_templates
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.schema.intervals import interval_months
from kpidesk.schema.loader import TABLES, load_schema
from kpidesk.schema.rules import LANGUAGES
from kpidesk.schema.templates import Template, Words, load_templates
from kpidesk.schema.vocabulary import load_vocabulary

TEMPLATES = load_templates(load_schema())


def written(folder: Path, language: str, *templates: Template) -> Path:
    return write_templates(templates, folder / f"{language}.xlsx", language, untranslated, Progress())


def looked_at(path: Path) -> ImportProposal:
    return propose([path], load_schema(), Progress())


def meant(template: Template, language: str) -> dict[str, str]:
    return {column.role.labels[language]: column.role.name for column in template.columns}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_template_comes_back_as_its_table_with_every_column_and_without_a_question(
    table: str, language: str, tmp_path: Path
) -> None:
    template = TEMPLATES[table]
    proposal = looked_at(written(tmp_path, language, template))
    taken = [found for found in proposal.tables if found.is_loaded_by_default]
    assert [found.mapping.table for found in taken] == [table]
    assert {column.header: column.role for column in taken[0].mapping.columns} == meant(template, language)
    assert taken[0].findings == ()
    assert proposal.files[0].findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_in_one_workbook_come_back_each_as_its_own(language: str, tmp_path: Path) -> None:
    proposal = looked_at(written(tmp_path, language, *TEMPLATES.values()))
    taken = {found.mapping.table: found for found in proposal.tables if found.is_loaded_by_default}
    assert set(taken) == set(TABLES)
    for table, found in taken.items():
        roles = {column.header: column.role for column in found.mapping.columns}
        assert roles == meant(TEMPLATES[table], language), table
        assert not [finding for finding in found.findings if finding.level is not Level.NOTE], table


@pytest.mark.parametrize("table", TABLES)
def test_a_template_can_be_used_and_says_what_it_needs(table: str) -> None:
    template = TEMPLATES[table]
    assert template.table.is_usable(frozenset(column.role.name for column in template.columns))
    assert {template.need(column.role.name) for column in template.columns} - {"optional"}
    for column in template.columns:
        assert set(column.meaning.by_language) == set(LANGUAGES), column.role.name


def fixed(table: str, role: str) -> tuple[Words, ...]:
    return next(column.words for column in TEMPLATES[table].columns if column.role.name == role)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_lists_are_words_that_are_understood(language: str) -> None:
    vocabulary = load_vocabulary()
    known = {**vocabulary.status, **vocabulary.stages}
    for table, role in (("subscriptions", "status"), ("invoices", "status"), ("orders", "status"), ("deals", "stage")):
        for word in fixed(table, role):
            assert vocabulary.fold(word.said(language)) in known, word.said(language)
    for word in fixed("subscriptions", "billing_period"):
        assert interval_months(word.said(language)) is not None, word.said(language)


def test_a_list_of_words_and_the_limits_of_a_score_stand_in_the_sheet(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, "en", TEMPLATES["subscriptions"], TEMPLATES["surveys"]))
    assert book.sheetnames == ["Subscriptions", "Survey answers", "How to fill"]
    rules = book["Subscriptions"].data_validations.dataValidation
    assert '"active,trial,past due,paused,canceled"' in [rule.formula1 for rule in rules if rule.type == "list"]
    limits = {(rule.formula1, rule.formula2) for rule in book["Survey answers"].data_validations.dataValidation}
    assert {("0", "10"), ("1", "5"), ("1", "7")} <= limits
    assert book["Subscriptions"]["D2"].is_date
    assert book["Subscriptions"]["D2"].number_format == "yyyy-mm-dd"


def test_the_guide_names_every_column_and_what_is_needed(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, "en", TEMPLATES["subscriptions"]))
    rows = [[cell.value for cell in row] for row in book["How to fill"].iter_rows()]
    by_name = {row[0]: row for row in rows if row[0]}
    assert by_name["Start date"][1] == "yes"
    assert by_name["Trial end"][1] == "no"
    assert set(meant(TEMPLATES["subscriptions"], "en")) <= set(by_name)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_templates([TEMPLATES["spend"]], tmp_path / "no" / "t.xlsx", "en", untranslated, Progress())
