import pytest
from desks import NOTED, FakeBackend, a_desk, files, taken
from kpidesk.core.findings import Level
from kpidesk.core.period import Grain
from kpidesk.session.desk import open_desk
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.results import ResultsState
from kpidesk.session.services import build_services
from later import LaterRunner


@pytest.fixture
def services(tmp_path):
    services = a_desk(tmp_path / "home")
    yield services
    services.close()


def test_files_are_taken_in_as_one_step_and_undo_gives_the_old_document(services, tmp_path):
    before = services.session.document
    taken(services, *files(tmp_path, "subs.csv", "more.csv"))
    assert [d.name for d in services.session.document.datasets.values()] == ["subs", "more"]
    assert services.results.engine.datasets == ("subs", "more")
    services.session.undo()
    assert services.session.document is before
    assert services.results.state is ResultsState.EMPTY
    services.session.redo()
    assert services.results.engine.datasets == ("subs", "more")


def test_a_dataset_knows_its_source_and_what_was_noticed(services, tmp_path):
    taken(services, *files(tmp_path, "subs.csv"))
    (dataset,) = services.session.document.datasets.values()
    assert (dataset.source.path, dataset.source.range) == (str(tmp_path / "subs.csv"), "A1:B3")
    assert len(dataset.source.sha256) == 64
    assert str(dataset.source) == "subs.csv"
    assert dataset.currency == "EUR"
    (finding,) = dataset.findings
    assert str(finding.message) == str(NOTED.message)
    assert finding.message.params["path"] == "/x"


def test_the_same_file_again_takes_the_place_of_the_older_reading(services, tmp_path):
    (path,) = files(tmp_path, "subs.csv")
    taken(services, path)
    (first,) = services.session.document.datasets
    taken(services, path)
    (second,) = services.session.document.datasets
    assert first != second


def test_a_table_that_cannot_be_loaded_is_told_and_the_others_come_in(services, tmp_path):
    outcomes = []
    services.importing.imported.connect(outcomes.append)
    taken(services, *files(tmp_path, "broken.csv", "subs.csv"))
    assert [d.name for d in services.session.document.datasets.values()] == ["subs"]
    assert [str(f.message) for f in outcomes[0].refusals] == ["broken could not be loaded: It is broken"]
    assert services.notices.standing[-1].level is Level.BLOCKER


def test_trouble_with_all_files_is_a_notice_and_no_step(services, tmp_path):
    handle = services.importing.start([tmp_path / "none.csv"])
    assert handle.error is not None
    assert str(services.notices.standing[-1].message) == "none.csv is gone"
    assert services.session.undo_label is None


def test_only_the_chosen_tables_come_in(services, tmp_path):
    proposal = services.importing.start(files(tmp_path, "a.csv", "b.csv")).result
    services.importing.accept(proposal, {"b.csv!A1"})
    assert [d.name for d in services.session.document.datasets.values()] == ["b"]


def test_a_corrected_mapping_is_remembered_for_the_next_file_of_the_kind(services, tmp_path):
    proposal = services.importing.start(files(tmp_path, "march.csv")).result
    table = proposal.tables[0]
    corrected = proposal.with_mapping(table.id, table.mapping.with_role(0, "customer_id"))
    services.importing.accept(corrected)
    april = services.importing.start(files(tmp_path, "april.csv")).result.tables[0]
    assert april.mapping.roles == {"customer_id"}


def test_mappings_are_remembered_across_sessions(services, tmp_path):
    proposal = services.importing.start(files(tmp_path, "march.csv")).result
    table = proposal.tables[0]
    services.importing.accept(proposal.with_mapping(table.id, table.mapping.with_table("orders")))
    another = a_desk(tmp_path / "home")
    assert another.importing.start(files(tmp_path, "april.csv")).result.tables[0].mapping.table == "orders"
    another.close()


def test_a_table_read_again_stands_where_it_stood(services, tmp_path):
    proposal = services.importing.start(files(tmp_path, "a.csv", "b.csv")).result
    services.importing.accept(proposal)
    old = next(iter(services.session.document.datasets))
    table = proposal.tables[0]
    services.importing.read_again(old, table.with_mapping(table.mapping.with_table("orders")))
    assert [d.table for d in services.session.document.datasets.values()] == ["orders", "subscriptions"]
    services.session.undo()
    assert next(iter(services.session.document.datasets)) == old


def test_orphans_are_told_of_the_table_that_has_them_and_cells_once(tmp_path):
    people = "customer_id,signup_date,country\nC1,2024-01-01,DE\nC2,2024-01-02,FR\n"
    rows = "".join(f"C{n},Pro,2024-01-{n:02},,{n}0\n" for n in range(1, 9)) + "C9,Pro,soon,,90\n"
    (tmp_path / "customers.csv").write_text(people)
    (tmp_path / "subscriptions.csv").write_text("customer_id,plan,start_date,cancel_date,mrr\n" + rows)
    with open_desk([tmp_path / "customers.csv", tmp_path / "subscriptions.csv"]) as desk:
        found = {d.name: [f.code for f in d.findings] for d in desk.document.datasets.values()}
    assert "ingest.orphan_customer" in found["subscriptions"]
    assert "ingest.orphan_customer" not in found["customers"]
    assert found["subscriptions"].count("ingest.unreadable") == 1


def test_a_correction_is_remembered_though_columns_moved_and_months_went_by(tmp_path):
    (tmp_path / "march.csv").write_text(
        "id,customer_id,start_date,fee,net\n1,a,2024-03-04,10,8\n2,b,2024-05-06,20,16\n"
    )
    (tmp_path / "april.csv").write_text("customer_id,net,id,fee,start_date\nc,9,3,12,2024-07-08\nd,7,4,10,2024-09-10\n")
    services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"))
    proposal = services.importing.start([tmp_path / "march.csv"]).result
    table = proposal.tables[0]
    services.importing.accept(proposal.with_mapping(table.id, table.mapping.with_table("orders").with_role(4, "tax")))
    (april,) = services.importing.start([tmp_path / "april.csv"]).result.tables
    services.close()
    assert april.mapping.table == "orders"
    assert {c.header: c.role for c in april.mapping.columns if c.role} == {"net": "tax"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("order_id\tamount\r\n1\t5\r\n2\t6\r\n", ""),
        ("order_id,amount\n1,5\n2,6\n", ""),
        ("order_id amount 1 5 2 6", "<table><tr><th>order_id<th>amount<tr><td>1<td>5<tr><td>2<td>6</table>"),
    ],
)
def test_a_pasted_table_is_looked_into_like_a_file(tmp_path, text, html):
    services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path))
    proposals = []
    services.importing.proposed.connect(proposals.append)
    services.importing.paste(text, html, "Pasted table")
    services.importing.paste(" ", "", "Pasted table")
    (proposal,) = proposals
    (table,) = proposal.tables
    assert table.region.headers == ("order_id", "amount")
    assert proposal.files[0].path.stem == "Pasted table 1"
    services.close()


@pytest.mark.parametrize(
    ("heads", "grain"),
    [
        (["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"], Grain.QUARTER),
        (["2021", "2022", "2023", "2024"], Grain.YEAR),
        (["2024-01", "2024-02", "2024-03", "2024-04"], Grain.MONTH),
    ],
)
def test_a_sheet_of_quarters_opens_by_quarter(tmp_path, heads, grain):
    sheet = tmp_path / "figures.csv"
    rows = (["Metric", *heads], ["MRR", "100", "110", "120", "130"], ["Customers", "10", "11", "12", "13"])
    sheet.write_text("".join(",".join(row) + "\n" for row in rows))
    services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"))
    services.importing.accept(services.importing.start([sheet]).result)
    found = services.session.document.query.grain
    services.session.undo()
    before = services.session.document.query.grain
    services.close()
    assert (found, before) == (grain, Grain.MONTH)


@pytest.mark.parametrize("what", ["start", "accept", "sample", "reopen", "read_again"])
def test_what_ends_under_another_document_comes_to_nothing(tmp_path, what):
    runner = LaterRunner()
    services = build_services(runner, FakeBackend, Folders.below(tmp_path / "home"))
    importing, paths, told = services.importing, files(tmp_path, "subs.csv"), []
    proposal = importing.start(paths).result
    importing.accept(proposal)
    (dataset,) = services.session.document.datasets
    for signal in (importing.proposed, importing.imported, importing.reopened):
        signal.connect(told.append)
    begin = {
        "start": lambda: importing.start(paths),
        "accept": lambda: importing.accept(proposal),
        "sample": lambda: importing.take_sample(paths),
        "reopen": lambda: importing.reopen(dataset),
        "read_again": lambda: importing.read_again(dataset, proposal.tables[0]),
    }
    runner.waits = True
    handle = begin[what]()
    services.persistence.new()
    runner.go()
    assert handle.state.is_over
    assert services.session.document.is_empty
    assert told == []
    assert importing.start(paths).state.is_over is False  # the next one is not concerned
    runner.go()
    assert len(told) == 1
    runner.waits = False
    services.close()
