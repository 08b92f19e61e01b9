"""The tables that are in: the sign beside each tells of what was noticed after the import, too."""

import pytest
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.schema.loader import load_schema
from kpidesk.ui.importing.findings_panel import FindingLine
from kpidesk.ui.importing.tables_view import TablesView
from kpidesk.workspace.document import Dataset, SourceRef, Workspace

LEFT_OUT = Message(
    QT_TRANSLATE_NOOP("facts", "{table} left out: {other} already has all of its {n} {n|row|rows}"),
    table="copy.csv", other="orders.csv", n=9,
)  # fmt: skip


@pytest.fixture
def view(qtbot, qapp):
    made = TablesView()
    qtbot.addWidget(made)
    datasets = {
        DatasetId(name): Dataset(DatasetId(name), "orders", name, (), 9, SourceRef(f"/sales/{name}.csv"))
        for name in ("orders", "copy")
    }
    made.show_document(Workspace(datasets=datasets), load_schema())
    return made


def states(view):
    return {item.view.key: item.view.state for item in view._sheets._items.values()}


@pytest.mark.parametrize(("level", "state"), [(Level.WARNING, "look"), (Level.NOTE, "ready")])
def test_a_table_of_which_the_facts_warn_bears_the_sign_of_a_warning(view, level, state):
    assert states(view) == {"orders": "ready", "copy": "ready"}
    view.show_findings((Finding(level, "facts.same_rows_twice", LEFT_OUT, Location("copy.csv"), 9),))
    assert states(view) == {"orders": "ready", "copy": state}
    assert not view.findings.findChildren(FindingLine)
    view._sheets._items["copy"].click()
    assert len(view.findings.findChildren(FindingLine)) == 1
    view.show_findings(())
    assert states(view) == {"orders": "ready", "copy": "ready"}
