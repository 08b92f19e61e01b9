"""What a user corrects once holds for the files that follow, and an imported table can be corrected again."""

from dataclasses import replace

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.preview import preview_format
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
    SetTable,
)
from kpidesk.ingest.recipe_table import UNMET, follow, take_step
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.session.datasets import recipe_of
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.results import ResultsState
from kpidesk.session.services import build_services
from kpidesk.workspace.codec import from_plain, to_plain

MARCH = """Customer ID,Plan,Start Date,MRR,Note
C1,gold,2024-01-05,100,ok
C2,GOLD,2024-02-05,200,ok
C2,GOLD,2024-02-05,200,ok
C3,Silver,2024-03-01,6806*,test
C4,Silver,2024-03-04,50,ok
"""


@pytest.fixture
def services(tmp_path):
    services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"))
    yield services
    services.close()


def a_file(folder, name, text=MARCH):
    path = folder / name
    path.write_text(text)
    return path


def proposed(services, path):
    (table,) = services.importing.start([path]).result.tables
    return table


def corrected(services, path, *steps):
    """The proposal of a file after steps, all of which fit."""
    proposal = services.importing.start([path]).result
    (table,) = proposal.tables
    for step in steps:
        followed = services.importing.take_step(table, step)
        assert followed.findings == ()
        table = followed.table
    return proposal.with_table(table)


def rows_of(services, *columns):
    (dataset,) = services.session.document.datasets.values()
    rows = services.backend.get().rows(dataset.id, 0, 100)
    return [tuple(rows[name][i] for name in columns) for i in range(dataset.rows)]


STEPS = (
    ReplaceValues("Plan", ("gold", "GOLD"), "Gold"),
    ReplaceValues("MRR", ("6806*",), "6806"),
    ExcludeRows("MRR", "<", "60"),
    Duplicates("first"),
    IgnoreColumn("Note"),
)


def test_row_steps_change_what_is_loaded_and_say_so(services, tmp_path):
    services.importing.accept(corrected(services, a_file(tmp_path, "march.csv"), *STEPS))
    assert rows_of(services, "customer_id", "plan", "mrr") == [
        ("C1", "Gold", 100.0), ("C2", "Gold", 200.0), ("C3", "Silver", 6806.0),
    ]  # fmt: skip
    (dataset,) = services.session.document.datasets.values()
    assert "note" not in {column.name for column in dataset.columns}
    told = {f.code: (f.count, f.where.row) for f in dataset.findings if f.code.startswith("recipe.")}
    assert told["recipe.exclude"] == (1, 5)
    assert told["recipe.duplicates"] == (1, 3)


MONTHLY = "\n".join(
    ("Month,MRR,Customers,Churned", *(f"2024-{month:02d}-01,{900 + month},{30 + month},1" for month in range(1, 10)))
)


@pytest.mark.parametrize("step", [IgnoreColumn("Month"), SetRole("Month", None)])
def test_a_sheet_without_its_months_comes_in_says_so_and_gives_no_figure(services, tmp_path, step):
    table = proposed(services, a_file(tmp_path, "monthly.csv", MONTHLY))
    assert (table.mapping.table, "month" in table.mapping.roles) == ("monthly_metrics", True)
    proposal = corrected(services, a_file(tmp_path, "monthly.csv", MONTHLY), step)
    services.importing.accept(proposal)
    (dataset,) = services.session.document.datasets.values()
    (lacking,) = (finding for finding in dataset.findings if finding.code == "ingest.missing_roles")
    assert "month" in str(lacking.message).casefold()
    assert services.results.state is not ResultsState.FAILED
    frame = services.results.compute(Query(), Progress())
    assert not frame.series["mrr"].is_computable


def test_steps_run_by_themselves_on_next_months_file(services, tmp_path):
    services.importing.accept(corrected(services, a_file(tmp_path, "march.csv"), *STEPS))
    april = MARCH.replace("2024-0", "2024-1").replace("2024-11", "2024-04").replace("2024-13", "2024-05")
    table = proposed(services, a_file(tmp_path, "april.csv", april.replace("Silver", "gold")))
    assert table.recipe.steps == STEPS
    assert [f.code for f in table.findings if f.code == UNMET] == []


def test_what_is_not_to_be_remembered_is_forgotten(services, tmp_path):
    proposal = corrected(services, a_file(tmp_path, "march.csv"), *STEPS)
    services.importing.accept(proposal)
    assert services.importing.is_remembered(proposal.tables[0])
    services.importing.accept(proposal, remember=False)
    assert not services.importing.is_remembered(proposal.tables[0])
    assert proposed(services, a_file(tmp_path, "april.csv")).recipe == Recipe()


def test_a_step_for_a_column_that_is_gone_is_a_finding_and_stays(services, tmp_path):
    table = proposed(services, a_file(tmp_path, "march.csv"))
    recipe = Recipe((IgnoreColumn("Note"), SetRole("Betrag", "mrr")), "sig")
    followed = follow(table, recipe, load_schema())
    (finding,) = followed.findings
    assert (finding.code, "Betrag" in str(finding.message)) == (UNMET, True)
    assert followed.table.recipe == recipe
    assert next(c for c in followed.table.mapping.columns if c.header == "Note").is_ignored


def test_a_header_that_moved_is_found_by_its_words(services, tmp_path):
    text = "Report of March,,\nmade by hand,,\nx,y,z\nCustomer ID,Start Date,MRR\nC1,2024-01-05,100\nC2,2024-02-05,70\n"
    table = proposed(services, a_file(tmp_path, "march.csv", text))
    taken = take_step(table, SetHeader((3,)), load_schema()).table
    assert taken.region.headers[:3] == ("Customer ID", "Start Date", "MRR")
    assert taken.mapping.roles >= {"customer_id", "mrr"}
    later = proposed(services, a_file(tmp_path, "april.csv", "one more line,,\n" + text))
    followed = follow(later, taken.recipe, load_schema())
    assert (followed.table.region.header_row, followed.findings) == (4, ())


def test_rows_marked_as_totals_are_left_out(services, tmp_path):
    text = "Customer ID,Start Date,MRR\nC1,2024-01-05,100\nC2,2024-02-05,70\nAlles,,170\n"
    services.importing.accept(corrected(services, a_file(tmp_path, "march.csv", text), MarkTotals("Alles")))
    assert [row[0] for row in rows_of(services, "customer_id")] == ["C1", "C2"]


def test_a_later_step_on_the_same_thing_takes_the_place_of_the_earlier():
    recipe = Recipe().then(SetRole("MRR", "mrr")).then(SetRole("Plan", "plan")).then(SetRole(" mrr", None))
    assert recipe.steps == (SetRole("Plan", "plan"), SetRole(" mrr", None))


def test_recipes_survive_being_saved(services, tmp_path):
    table = proposed(services, a_file(tmp_path, "march.csv"))
    form = replace(table.mapping.columns[2].format, date_order="dmy")
    steps = (*STEPS, SetTable("orders"), SetHeader((), ()), SetFormat("MRR", form), MarkTotals("x", is_total=False))
    recipe = Recipe(steps, "abc")
    assert from_plain(Recipe, to_plain(recipe)) == recipe


def test_an_imported_table_is_opened_again_as_it_was_accepted_and_replaced_in_one_step(services, tmp_path):
    path = a_file(tmp_path, "march.csv")
    services.importing.accept(corrected(services, path, STEPS[0]))
    (old,) = services.session.document.datasets
    before = services.session.document
    reopened = services.importing.reopen(old).result
    assert reopened.table.recipe.steps == STEPS[:1]
    table = services.importing.take_step(reopened.table, STEPS[2]).table
    services.importing.read_again(old, table)
    (new,) = services.session.document.datasets.values()
    assert recipe_of(new).steps == (STEPS[0], STEPS[2])
    assert new.rows == 4
    services.session.undo()
    assert services.session.document is before


def test_a_source_that_is_gone_is_said(services, tmp_path):
    path = a_file(tmp_path, "march.csv")
    services.importing.accept(corrected(services, path))
    (old,) = services.session.document.datasets
    path.unlink()
    handle = services.importing.reopen(old)
    assert "not there any more" in str(handle.error.message)
    assert services.notices.standing


def test_a_preview_tells_what_another_date_order_would_do(services, tmp_path):
    text = "Customer ID,Start Date,MRR\nC1,05/01/2024,100\nC2,28/02/2024,70\nC3,03/03/2024,70\n"
    table = proposed(services, a_file(tmp_path, "march.csv", text))
    column = table.mapping.columns[1]
    assert column.format.date_order == "dmy"
    effect = preview_format(table, 1, replace(column.format, date_order="mdy"))
    assert (effect.looked_at, effect.unreadable_before, effect.unreadable_after, effect.changed) == (3, 0, 1, 2)
    assert [(cell.text, cell.before.month) for cell in effect.cells[:1]] == [("05/01/2024", 1)]
    assert effect.cells[0].after.month == 5
