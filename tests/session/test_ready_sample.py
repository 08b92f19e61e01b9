"""The sample company is read once; what stands for its sheets is what an import of them brings."""

from dataclasses import replace

import pytest
from kpidesk.core.progress import Progress
from kpidesk.session import ready_sample
from kpidesk.session.datasets import ImportOutcome
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.results import ResultsState
from kpidesk.session.services import build_services

SUBS = "customer_id,plan,start_date,cancel_date,mrr\n" + "".join(
    f"C{n},Pro,2024-{n % 12 + 1:02}-03,,{n}0\n" for n in range(1, 30)
)
PEOPLE = "customer_id,signup_date,country\n" + "".join(f"C{n},2024-{n % 12 + 1:02}-01,DE\n" for n in range(1, 31))


@pytest.fixture
def sheets(tmp_path):
    folder = tmp_path / "company"
    folder.mkdir()
    (folder / "subscriptions.csv").write_text(SUBS)
    (folder / "customers.csv").write_text(PEOPLE)
    return folder


@pytest.fixture
def a_session(tmp_path):
    running = []

    def new():
        services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"), remembers=True)
        running.append(services)
        return services

    yield new
    for services in running:
        services.close()


def taken(services, sheets):
    services.importing.take_sample((sheets,))
    assert services.results.state is ResultsState.READY
    return list(services.session.document.datasets.values())


def reads(monkeypatch):
    """Which files are looked into from now on."""
    seen = []
    propose = LocalBackend.propose
    monkeypatch.setattr(
        LocalBackend, "propose", lambda self, paths, progress: seen.append(paths) or propose(self, paths, progress)
    )
    return seen


def test_the_second_time_no_sheet_is_read_and_the_document_is_the_same(sheets, a_session, monkeypatch):
    first = taken(a_session(), sheets)
    looked_at = reads(monkeypatch)
    services = a_session()
    second = taken(services, sheets)
    assert looked_at == []
    assert [replace(one, id=two.id) for one, two in zip(first, second, strict=True)] == second
    assert {one.id for one in first}.isdisjoint(one.id for one in second)
    assert services.session.undo_label is not None
    for dataset in second:
        assert services.backend.get().rows(dataset.id, 0, 5)["customer_id"].tolist()[0] == "C1"


def test_it_can_be_reviewed_again(sheets, a_session):
    taken(a_session(), sheets)
    services = a_session()
    dataset = taken(services, sheets)[0]
    reopened = []
    services.importing.reopened.connect(reopened.append)
    services.importing.reopen(dataset.id)
    assert reopened[0].table.mapping.table == dataset.table
    services.importing.read_again(dataset.id, reopened[0].table)
    assert services.results.state is ResultsState.READY


def test_other_sheets_another_program_and_a_damaged_file_are_read_anew(tmp_path, sheets, a_session, monkeypatch):
    taken(a_session(), sheets)
    looked_at = reads(monkeypatch)
    (path,) = (tmp_path / "home" / "cache" / "sample").iterdir()
    path.write_bytes(path.read_bytes()[:-900])
    services = a_session()
    assert [d.rows for d in taken(services, sheets)] == [30, 29]
    assert (len(looked_at), [str(n.message) for n in services.notices.standing]) == (1, [])
    (sheets / "subscriptions.csv").write_text(SUBS + "C30,Pro,2024-03-05,,55\n")
    assert [d.rows for d in taken(a_session(), sheets)] == [30, 30]
    monkeypatch.setattr(ready_sample, "build_stamp", lambda: "another")
    taken(a_session(), sheets)
    assert len(looked_at) == 3
    assert len([*path.parent.iterdir()]) == 1


def test_what_was_noticed_of_whole_files_is_not_lost(tmp_path, sheets, a_session):
    services = a_session()
    taken(services, sheets)
    datasets = tuple(services.session.document.datasets.values())
    (path,) = (tmp_path / "home" / "cache" / "sample").iterdir()
    path.unlink()
    finding = next(found for dataset in datasets for found in (*dataset.findings, ready_finding()))
    ready = services.importing._ready
    ready.keep((sheets,), ImportOutcome(datasets, (finding, finding, finding)), Progress())
    assert not path.exists()


def ready_finding():
    from desks import NOTED

    return NOTED
