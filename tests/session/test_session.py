import pytest
from kpidesk.charts.spec import Annotation, ChartSpec
from kpidesk.core.errors import UserError
from kpidesk.core.ids import DashboardId, DatasetId, DriverName, MetricName, ScenarioId, TileId
from kpidesk.core.messages import Message, Template
from kpidesk.core.period import Grain, Period
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.session.change import Change
from kpidesk.session.commands.dashboards import AddTile, EditTile, MoveTile, RemoveTile, SetDashboard
from kpidesk.session.commands.datasets import AddDatasets, EditMapping, RemoveDataset, UseDataset, add_dataset
from kpidesk.session.commands.scenarios import (
    AddScenario,
    RemoveScenario,
    RenameScenario,
    ResetDriver,
    SetDriver,
    ToggleOverride,
)
from kpidesk.session.commands.view import Annotate, RenameWorkspace, SetQuery, SetRules, SetTarget
from kpidesk.session.session import Session
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile
from kpidesk.workspace.document import Dataset, Rules, SourceRef, ViewQuery, Workspace

S1 = ScenarioId("s1")


def a_dataset(name: str = "subs") -> Dataset:
    return Dataset(DatasetId(name), name, "subscriptions", (), 3, SourceRef(f"/data/{name}.csv"))


def churn(amount: float) -> Override:
    return Override(DriverName("customer_churn_rate"), Kind.ABSOLUTE, amount)


def changes_of(session: Session) -> list[Change]:
    heard: list[Change] = []
    session.changed.connect(heard.append)
    session.heard = heard  # psygnal holds receivers weakly
    return heard


def test_undo_of_import_restores_the_same_document():
    session = Session()
    before = session.document
    session.execute(add_dataset(a_dataset()))
    assert session.document.name == "subs"
    session.undo()
    assert session.document is before
    assert session.is_clean
    session.redo()
    assert session.document.datasets[DatasetId("subs")] == a_dataset()


def test_a_drag_that_ends_where_it_began_leaves_no_step():
    session = Session()
    session.execute(AddScenario(Scenario(S1, "A")))
    session.execute(SetDriver(S1, churn(0.05)))
    before, label = session.document, session.undo_label
    for amount in (0.04, 0.03, 0.05):
        session.execute(SetDriver(S1, churn(amount), merge_key="drag:churn"))
    assert session.document is before
    assert session.undo_label == label
    session.execute(SetDriver(S1, churn(0.02), merge_key="drag:churn"))
    session.undo()
    assert session.document is before


def test_a_command_that_changes_nothing_leaves_no_step():
    session = Session()
    heard = changes_of(session)
    session.execute(SetRules(Rules()))
    assert (heard, session.undo_label, session.is_clean) == ([], None, True)


def test_a_drag_is_one_step_until_it_is_sealed():
    session = Session()
    session.execute(AddScenario(Scenario(S1, "A")))
    before = session.document
    for amount in (0.05, 0.04, 0.03):
        session.execute(SetDriver(S1, churn(amount), merge_key="drag:churn"))
    session.seal()
    session.execute(SetDriver(S1, churn(0.02), merge_key="drag:churn"))
    session.undo()
    assert session.document.scenarios[S1].overrides == (churn(0.03),)
    session.undo()
    assert session.document is before


def test_a_drag_after_undo_is_a_step_of_its_own():
    session = Session()
    session.execute(SetDriver(S1, churn(0.05), merge_key="d"))
    session.execute(SetDriver(S1, churn(0.04), merge_key="d"))
    session.undo()
    assert session.document.scenarios == {}
    session.execute(SetDriver(S1, churn(0.03), merge_key="d"))
    assert session.redo_label is None
    session.undo()
    assert session.document == Workspace()


def test_a_change_says_what_moved_and_who_asked():
    session = Session(Workspace(datasets={DatasetId("a"): a_dataset("a")}))
    heard = changes_of(session)
    session.execute(SetDriver(S1, churn(0.05)), origin="slider")
    assert heard[-1] == Change(
        scenarios=frozenset({S1}), drivers=frozenset({DriverName("customer_churn_rate")}), origin="slider"
    )
    session.execute(SetQuery(ViewQuery(Grain.QUARTER)))
    assert heard[-1] == Change(settings=frozenset({"query"}))
    assert heard[-1].moves_numbers
    assert not heard[-1].moves_data
    session.execute(RemoveDataset(DatasetId("a")))
    assert heard[-1].moves_data
    session.undo()
    assert heard[-1] == Change(datasets=frozenset({DatasetId("a")}))


def test_a_renamed_scenario_moves_no_driver():
    session = Session(Workspace(scenarios={S1: Scenario(S1, "A", (churn(0.1),))}))
    heard = changes_of(session)
    session.execute(RenameScenario(S1, "B"))
    assert heard == [Change(scenarios=frozenset({S1}))]


def test_a_command_that_changes_nothing_is_no_step():
    session = Session()
    heard = changes_of(session)
    session.execute(SetRules(Rules()))
    session.execute(RemoveScenario(S1))
    session.execute(RenameWorkspace(""))
    assert heard == []
    assert session.undo_label is None


def test_trouble_in_a_command_leaves_everything_as_it_was():
    class Refused:
        label = Message(Template("", "x"))
        merge_key = None

        def apply(self, doc: Workspace) -> Workspace:
            raise UserError(self.label)

    session = Session()
    before = session.document
    with pytest.raises(UserError):
        session.execute(Refused())
    assert session.document is before
    assert session.undo_label is None


def test_clean_follows_undo_and_redo_around_a_save():
    session = Session()
    session.execute(RenameWorkspace("A"))
    assert not session.is_clean
    session.mark_clean()
    session.execute(RenameWorkspace("B"))
    assert not session.is_clean
    session.undo()
    assert session.is_clean
    session.undo()
    assert not session.is_clean


def test_labels_are_those_of_the_steps():
    session = Session()
    session.execute(AddDatasets((a_dataset("a"), a_dataset("b"))))
    session.execute(SetDriver(S1, churn(0.05), shown="5%"))
    assert str(session.undo_label) == "Set customer_churn_rate to 5%"
    session.undo()
    assert str(session.undo_label) == "Import 2 tables from data"
    assert str(session.redo_label) == "Set customer_churn_rate to 5%"


def test_a_reread_table_stands_where_the_old_one_stood():
    session = Session()
    session.execute(AddDatasets((a_dataset("a"), a_dataset("b"))))
    session.execute(EditMapping(DatasetId("a"), a_dataset("a2")))
    assert list(session.document.datasets) == ["a2", "b"]
    session.execute(AddDatasets((a_dataset("a3"),), (DatasetId("a2"),)))
    assert list(session.document.datasets) == ["b", "a3"]


def test_datasets_set_aside_do_not_count():
    session = Session()
    session.execute(add_dataset(a_dataset("a")))
    session.execute(UseDataset(DatasetId("a"), False))
    assert session.document.used == ()
    assert not session.document.is_empty


def test_tiles_are_added_moved_edited_and_removed():
    board = DashboardId("d")
    session = Session()
    session.execute(SetDashboard(Dashboard(board, "Overview")))
    session.execute(AddTile(board, Tile(TileId("t"), "chart")))
    session.execute(MoveTile(board, TileId("t"), Placement(3, 1)))
    session.execute(EditTile(board, Tile(TileId("t"), "chart", chart=ChartSpec("line", (MetricName("mrr"),)))))
    tile = session.document.dashboards[board].tiles[0]
    assert (tile.placement.column, tile.chart.kind) == (3, "line")
    session.execute(RemoveTile(board, TileId("t")))
    assert session.document.dashboards[board].tiles == ()
    for _ in range(5):
        session.undo()
    assert session.document == Workspace()


def test_overrides_are_switched_off_without_being_forgotten():
    session = Session()
    session.execute(SetDriver(S1, churn(0.05)))
    session.execute(ToggleOverride(S1, churn(0.05).driver))
    assert session.document.scenarios[S1].active == ()
    session.execute(ToggleOverride(S1, churn(0.05).driver))
    assert session.document.scenarios[S1].active == (churn(0.05),)
    session.execute(ResetDriver(S1, churn(0.05).driver))
    assert session.document.scenarios[S1].overrides == ()


def test_notes_and_targets_come_and_go():
    session = Session()
    month = Period.parse("2024-02")
    session.execute(Annotate(Annotation(month, "Price rise")))
    session.execute(Annotate(Annotation(month, "Price cut")))
    assert session.document.annotations == (Annotation(month, "Price cut"),)
    session.execute(Annotate(Annotation(month, "")))
    assert session.document.annotations == ()
    session.execute(SetTarget(MetricName("mrr"), 5.0))
    session.execute(SetTarget(MetricName("mrr"), None))
    assert session.document.targets == {}
