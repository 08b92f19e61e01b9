"""What moved between two documents, found by the identity of their parts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from kpidesk.core.ids import DashboardId, DatasetId, DriverName, ScenarioId
from kpidesk.scenario.model import Override, Scenario
from kpidesk.workspace.document import Workspace

K = TypeVar("K")
V = TypeVar("V")

_ELSEWHERE = ("datasets", "scenarios", "dashboards")


@dataclass(frozen=True, slots=True)
class Change:
    """Which parts of the document moved; a view looks here whether it is concerned, and when.

    ``settings`` names the moved fields of the root (name, rules, query, annotations, targets) and application settings
    ("app.theme"); "scenario" is the one that is shown, which moves no plain number. ``drivers`` are those whose
    override moved in any scenario; a scenario that came, went or was renamed is in ``scenarios`` too. ``origin`` is
    whoever asked for the change and may skip its own echo.
    """

    datasets: frozenset[DatasetId] = frozenset()
    scenarios: frozenset[ScenarioId] = frozenset()
    drivers: frozenset[DriverName] = frozenset()
    dashboards: frozenset[DashboardId] = frozenset()
    settings: frozenset[str] = frozenset()
    origin: object | None = None

    @classmethod
    def between(cls, old: Workspace, new: Workspace, origin: object | None = None) -> "Change":
        """The difference by identity of the parts; order of datasets and dashboards included."""
        moved = frozenset(
            f.name
            for f in fields(Workspace)
            if f.name not in _ELSEWHERE and getattr(old, f.name) is not getattr(new, f.name)
        )
        if "query" in moved and replace(old.query, scenario=new.query.scenario) == new.query:
            moved = moved - {"query"} | ({"scenario"} if old.query.scenario != new.query.scenario else frozenset())
        scenarios = _moved(old.scenarios, new.scenarios)
        return cls(
            _moved(old.datasets, new.datasets),
            scenarios,
            frozenset(d for s in scenarios for d in _drivers(old.scenarios.get(s), new.scenarios.get(s))),
            _moved(old.dashboards, new.dashboards),
            moved,
            origin,
        )

    @property
    def is_empty(self) -> bool:
        return not (self.datasets or self.scenarios or self.drivers or self.dashboards or self.settings)

    @property
    def moves_data(self) -> bool:
        """True where the facts must be built again: other datasets, or other rules for reading them."""
        return bool(self.datasets) or "rules" in self.settings

    @property
    def moves_numbers(self) -> bool:
        """True where the numbers of a plain dashboard may differ: data, rules, or the question asked of them."""
        return self.moves_data or "query" in self.settings


def _moved(old: Mapping[K, V], new: Mapping[K, V]) -> frozenset[K]:
    if old is new:
        return frozenset()
    moved = {key for key in old.keys() | new.keys() if old.get(key) is not new.get(key)}
    stayed = [key for key in old if key not in moved]
    if stayed != [key for key in new if key not in moved]:
        moved.update(stayed)
    return frozenset(moved)


def _drivers(old: Scenario | None, new: Scenario | None) -> frozenset[DriverName]:
    before, after = _by_driver(old), _by_driver(new)
    return frozenset(d for d in before.keys() | after.keys() if before.get(d) != after.get(d))


def _by_driver(scenario: Scenario | None) -> dict[DriverName, tuple[Override, ...]]:
    stacks: dict[DriverName, tuple[Override, ...]] = {}
    for override in scenario.overrides if scenario is not None else ():
        stacks[override.driver] = (*stacks.get(override.driver, ()), override)
    return stacks
