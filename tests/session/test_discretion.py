"""Customers are not named in what leaves where that was asked for, be they as many as can be."""

from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from kpidesk.charts.figure import Column, Figure, Table
from kpidesk.core.messages import Message, Template
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.pasted import Pasted
from kpidesk.export.pseudonyms import stand_in
from kpidesk.session.commands.report import SetReport
from kpidesk.session.desk import Desk, open_desk
from kpidesk.session.discretion import without_names
from kpidesk.session.settings import ANONYMOUS
from kpidesk.workspace.sections import ReportPlan
from tests.charts.gallery import gallery

MANY = 230
"""More than an attribute has values."""


def names(i: int) -> tuple[str, str, str]:
    return str(1000 + i), f"Bolt & Sons {i} Ltd.", f"jo{i}@bolt.example"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("named")
    customers, paid = ["Customer ID,Customer name,Email,Signup date"], ["Subscription ID,Customer ID,Start date,MRR"]
    for i in range(MANY):
        who, name, address = names(i)
        customers.append(f"{who},{name},{address},2025-0{i % 9 + 1}-01")
        paid.append(f"S{i},{who},2025-0{i % 9 + 1}-01,100")
    for sheet, lines in (("customers", customers), ("subscriptions", paid)):
        (folder / f"{sheet}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with open_desk([folder / "customers.csv", folder / "subscriptions.csv"]) as opened:
        yield opened


@pytest.fixture
def asked(desk: Desk):
    desk.services.settings.set(ANONYMOUS, True)
    yield desk
    desk.services.settings.set(ANONYMOUS, False)


def a_table() -> Figure:
    who, name, address = names(7)
    columns = (Column(Message(Template("why", "Customer")), role="label"), Column("Note"), Column("Score"))
    rows = ((name, f"{address} asked; so did {name}", "1007"), (who, "no names here, in 1007 words", "1008"))
    return replace(gallery()["line"], kind="table", title=f"About {name}", marks=(), table=Table(columns, rows))


def left(desk: Desk, shown: object) -> object:
    gone: list[object] = []
    desk.services.discretion.leave(lambda: shown, gone.append)
    (found,) = gone
    return found


def test_names_addresses_and_ids_of_any_number_of_customers_are_hidden(asked: Desk) -> None:
    who, name, address = names(7)
    assert name not in asked.engine.attributes.get("customer_name", ())
    figure = left(asked, a_table())
    assert figure.title == f"About {stand_in(name)}"
    assert figure.table.rows[0][:2] == (stand_in(name), f"{stand_in(address)} asked; so did {stand_in(name)}")
    assert figure.table.rows[1][0] == stand_in(who)


def test_numbers_that_happen_to_be_ids_stay_where_no_customer_is_meant(asked: Desk) -> None:
    rows = left(asked, a_table()).table.rows
    assert [row[2] for row in rows] == ["1007", "1008"]
    assert rows[1][1] == "no names here, in 1007 words"


def test_nothing_changes_where_it_was_not_asked_for(desk: Desk) -> None:
    figure = a_table()
    assert left(desk, figure) is figure


def test_the_report_asks_for_its_workspace_too(desk: Desk) -> None:
    plan = desk.document.report
    desk.services.session.execute(SetReport(ReportPlan(has_pseudonyms=True)))
    try:
        assert stand_in(names(3)[1]) in left(desk, Deck("d", (Slide(f"On {names(3)[1]}, and others"),))).slides[0].title
    finally:
        desk.services.session.execute(SetReport(plan))


def test_nothing_leaves_before_it_is_known_who_the_customers_are(asked: Desk, monkeypatch) -> None:
    results, notices = asked.services.results, asked.services.notices
    monkeypatch.setattr(results, "engine", None)
    gone: list[object] = []
    asked.services.discretion.leave(a_table, gone.append)
    assert gone == []
    assert "not known yet" in str(notices.standing[-1].message)
    notices.dismiss(notices.standing[-1])


def test_months_and_single_letters_are_still_said(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(
        "Customer ID,Customer name,Signup date\nK-1,May,2025-01-01\nK-2,A,2025-02-01\nK-3,Rolf,2025-03-01\n"
    )
    with open_desk([file]) as small:
        deck = without_names(Deck("A year to May, told by Rolf"), small.engine)
    assert deck.title == f"A year to May, told by {stand_in('Rolf')}"


def test_copied_lines_of_a_list_name_nobody_and_keep_their_numbers(asked: Desk) -> None:
    who, name, _ = names(7)
    cells = f'<td sdnum="1033;0;@">{who}</td><td>{escape(name)}</td><td x:num="1007">1007</td>'
    lines = Pasted(f"Customer ID\tCustomer\tScore\n{who}\t{name}\t1007", f"<tr>{cells}</tr>", ("Customer ID", "", ""))
    found = left(asked, lines)
    assert found.text.split("\n")[1].split("\t") == [stand_in(who), stand_in(name), "1007"]
    assert f">{stand_in(who)}<" in found.html
    assert f">{stand_in(name)}<" in found.html
    assert '<td x:num="1007">1007</td>' in found.html
