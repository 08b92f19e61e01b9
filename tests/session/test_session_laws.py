"""Random commands against the laws of the document: undo-all gives the same object, save and load are inverse."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from kpidesk.charts.spec import Annotation, ChartSpec
from kpidesk.core.ids import DashboardId, DatasetId, DriverName, MetricName, ScenarioId, TileId
from kpidesk.core.messages import Message, Template
from kpidesk.core.period import Grain, Period
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.scenario.ranges import Range, Shape
from kpidesk.session.change import Change
from kpidesk.session.commands.dashboards import AddTile, MoveTile, RemoveTile, SetDashboard
from kpidesk.session.commands.datasets import AddDatasets, EditMapping, RemoveDataset, UseDataset
from kpidesk.session.commands.scenarios import (
    AddScenario,
    RemoveScenario,
    RenameScenario,
    ResetDriver,
    SetDriver,
    StateRange,
    ToggleOverride,
)
from kpidesk.session.commands.view import Annotate, RenameWorkspace, SetQuery, SetRules, SetTarget
from kpidesk.session.session import Session
from kpidesk.workspace.codec import from_plain, to_plain
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile
from kpidesk.workspace.document import Dataset, Rules, SourceRef, ViewQuery, Workspace

datasets = st.sampled_from("abc").map(DatasetId)
scenarios = st.sampled_from(["s", "t"]).map(ScenarioId)
drivers = st.sampled_from(["customer_churn_rate", "arpa"]).map(DriverName)
boards = st.sampled_from(["d", "e"]).map(DashboardId)
tiles = st.sampled_from(["1", "2"]).map(TileId)
texts = st.sampled_from(["", "x", "名"])
amounts = st.floats(0, 2)
months = st.integers(24000, 24400).map(lambda index: Period(Grain.MONTH, index))


def _dataset(id: DatasetId, name: str) -> Dataset:
    return Dataset(id, name, "orders", (), 1, SourceRef("/x.csv"))


a_dataset = st.builds(_dataset, datasets, texts)
overrides = st.builds(Override, drivers, st.sampled_from(Kind), amounts)
ranges = st.builds(Range, drivers, st.just(Shape.AROUND), amounts)
commands = st.one_of(
    st.builds(AddDatasets, st.lists(a_dataset, max_size=2).map(tuple), st.lists(datasets, max_size=1).map(tuple)),
    st.builds(RemoveDataset, datasets),
    st.builds(UseDataset, datasets, st.booleans()),
    st.builds(EditMapping, datasets, a_dataset),
    st.builds(AddScenario, st.builds(Scenario, scenarios, texts)),
    st.builds(RemoveScenario, scenarios),
    st.builds(RenameScenario, scenarios, texts),
    st.builds(SetDriver, scenarios, overrides, texts, st.sampled_from([None, "drag"])),
    st.builds(ResetDriver, scenarios, drivers),
    st.builds(ToggleOverride, scenarios, drivers),
    st.builds(StateRange, drivers, st.none() | ranges, st.just(Message(Template("commands", "State a range")))),
    st.builds(SetDashboard, st.builds(Dashboard, boards, texts)),
    st.builds(AddTile, boards, st.builds(Tile, tiles, st.just("chart"), chart=st.just(ChartSpec("line", ())))),
    st.builds(MoveTile, boards, tiles, st.builds(Placement, st.integers(0, 11))),
    st.builds(RemoveTile, boards, tiles),
    st.builds(SetQuery, st.builds(ViewQuery, st.sampled_from(Grain), st.none() | months)),
    st.builds(SetRules, st.builds(Rules, texts)),
    st.builds(RenameWorkspace, texts),
    st.builds(Annotate, st.builds(Annotation, months, texts)),
    st.builds(SetTarget, st.just(MetricName("mrr")), st.none() | amounts),
)


class Sessions(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.first = self.session.document
        self.last = self.session.document
        self.heard: list[Change] = []
        self.session.changed.connect(self.heard.append)

    @rule(command=commands)
    def execute(self, command) -> None:
        self.session.execute(command)

    @rule()
    def undo(self) -> None:
        before = self.session.document
        had_step = self.session.undo_label is not None
        self.session.undo()
        if had_step:
            after = self.session.document
            self.session.redo()
            assert self.session.document is before
            self.session.undo()
            assert self.session.document is after

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def seal(self) -> None:
        self.session.seal()

    @rule()
    def mark_clean(self) -> None:
        self.session.mark_clean()
        assert self.session.is_clean

    @precondition(lambda self: self.session.undo_label is not None)
    @rule()
    def undo_all(self) -> None:
        present, steps = self.session.document, 0
        while self.session.undo_label is not None:
            self.session.undo()
            steps += 1
        assert self.session.document is self.first
        for _ in range(steps):
            self.session.redo()
        assert self.session.document is present

    @invariant()
    def save_and_load_are_inverse(self) -> None:
        document = self.session.document
        loaded = from_plain(Workspace, to_plain(document))
        assert loaded == document
        for part in ("datasets", "scenarios", "dashboards"):
            assert list(getattr(loaded, part)) == list(getattr(document, part))

    @invariant()
    def every_move_was_told(self) -> None:
        if self.session.document is not self.last and not self.heard:
            raise AssertionError("moved without a word")
        self.heard.clear()
        self.last = self.session.document

    @invariant()
    def every_tile_is_found(self) -> None:
        for board in self.session.document.dashboards.values():
            assert all(board.tile(tile.id) is tile for tile in board.tiles)


Sessions.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestSessions = Sessions.TestCase
