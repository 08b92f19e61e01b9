"""A published example: an id, where it was published, the answer it prints, and how the product is asked."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.setting import parse_setting
from kpidesk.session.desk import Desk, open_desk
from kpidesk.session.local_backend import fact_inputs
from kpidesk.session.studies import Studies
from kpidesk.workspace.document import Rules

_SCENARIO = ScenarioId("selfcheck")

Answer = float | str | None | Sequence[float | None]
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """``expected`` as the source prints it, met to ``within`` (half of the last printed digit)."""

    id: str
    source: str
    expected: Answer
    ask: Callable[["Bench"], Answer]
    within: float = 1e-9


class Bench:
    """Makes small companies of CSV texts and asks the product about them, the way a user's files go."""

    def __init__(self) -> None:
        self._frames: dict[tuple[tuple[str, str], ...], ResultFrame] = {}

    def frame(self, files: Files, as_of: date | None = None) -> ResultFrame:
        """Every KPI by month of a company whose files these are."""
        key = (*files.items(), ("as of", str(as_of)))
        if key not in self._frames:
            with self._desk(files, as_of) as desk:
                self._frames[key] = desk.compute(Query(as_of=as_of))
        return self._frames[key]

    def asked(self, files: Files, query: Query) -> ResultFrame:
        """The answer to one question about a company."""
        with self._desk(files, None) as desk:
            return desk.compute(query)

    def value(self, files: Files, kpi: str, period: str = "", as_of: date | None = None) -> float | None:
        """One value; of the last complete period by default."""
        return self.frame(files, as_of).value(kpi, Period.parse(period) if period else None)

    def values(self, files: Files, period: str, *kpis: str, as_of: date | None = None) -> tuple[float | None, ...]:
        """Several values of one period."""
        return tuple(self.value(files, kpi, period, as_of) for kpi in kpis)

    def interval(self, files: Files, kpi: str, period: str = "", as_of: date | None = None) -> tuple[float | None, ...]:
        """A value with the ends of its interval."""
        frame = self.frame(files, as_of)
        column = frame.last_complete if not period else frame.column(Period.parse(period))
        series = frame.series[next(name for name in frame.series if name == kpi)]
        if column is None or series.low is None or series.high is None:
            return (None, None, None)
        return tuple(float(array[-1, column]) for array in (series.values, series.low, series.high))

    def status(self, files: Files, kpi: str) -> str:
        """``ok`` or ``not_computable``."""
        frame = self.frame(files)
        series = next(series for name, series in frame.series.items() if name == kpi)
        return "ok" if series.is_computable else "not_computable"

    def by(self, files: Files, kpi: str, attribute: str, segments: Sequence[str | None]) -> tuple[float | None, ...]:
        """One value for each segment; None is the total."""
        with self._desk(files, None) as desk:
            frame = desk.compute(Query(by=attribute))
        return tuple(frame.value(kpi, None, segment) for segment in segments)

    def under_rules(self, files: Files, rules: FactRules, kpi: str, period: str, as_of: date) -> float | None:
        """One value where facts are read by the rules of another profile."""
        with self._desk(files, as_of) as desk:
            inputs = fact_inputs(desk.document.used)
            facts = build_facts(desk.services.store, inputs, rules, as_of, Progress())
            return Engine(desk.catalogue, facts).compute(Query()).value(kpi, Period.parse(period))

    def under_profile(self, files: Files, profile: str, kpi: str, period: str, as_of: date) -> float | None:
        """One value by the definitions of a profile."""
        with self._desk(files, as_of) as desk:
            desk.set_rules(Rules(as_of=as_of, profile=profile))
            return desk.compute(Query((MetricName(kpi),), as_of=as_of)).value(kpi, Period.parse(period))

    def supposing(self, files: Files, setting: str, kpis: Sequence[str]) -> tuple[float | None, ...]:
        """Values of the last month under one change."""
        with self._desk(files, None) as desk:
            frame = desk.compute(Studies.question(Query()))
            scenario = Scenario(_SCENARIO, "", (parse_setting(setting),))
            found = desk.services.studies.compare(frame, scenario).scenario
            return tuple(found.get(next(n for n in found if n == kpi)) for kpi in kpis)

    def goal(self, files: Files, target: str, goal: float, vary: str) -> float | None:
        """The value of a driver that brings a KPI to a goal."""
        with self._desk(files, None) as desk:
            frame = desk.compute(Studies.question(Query()))
            return desk.services.studies.seek(frame, target, goal, vary).value

    def _desk(self, files: Files, as_of: date | None) -> Desk:
        with tempfile.TemporaryDirectory(prefix="kpidesk-selfcheck-") as folder:
            for name, text in files.items():
                (Path(folder) / name).write_text(text, encoding="utf-8")
            desk = open_desk([Path(folder)])
        if as_of is not None:
            desk.set_rules(Rules(as_of=as_of))
        return desk
