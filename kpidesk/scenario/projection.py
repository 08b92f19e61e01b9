"""The month path: customers and recurring revenue carried forward, baseline against scenario.

Rates, prices, costs and customers won stay as in the last complete month, but for the seasons of customers won where
history shows them; volumes follow from them, and every formula of the catalogue is evaluated on the path, with a year
of history before it for what looks back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.evaluation import evaluate, re_evaluate
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.scenario.ages import Ages
from kpidesk.scenario.carry import quotient
from kpidesk.scenario.courses import Courses, Months, Scaled, TimedMoves, moved
from kpidesk.scenario.flows import Flows
from kpidesk.scenario.followers import Followers
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.overrides import Baseline, Stage, column_of
from kpidesk.scenario.pace import Usual, aged, in_season, pace_of
from kpidesk.scenario.parts import parts_of
from kpidesk.scenario.seasons import Seasons, seasons_of

LONGEST = 120
"""No path is longer, in months."""

_HISTORY = 13
_CAC, _COST = MetricName("cac"), MetricName("acquisition_cost")
_WINNING = (_COST, MetricName("sales_cost"), MetricName("marketing_cost"))
"""Spent on winning customers: goes with their seasons, so that it costs as much to win one in every month."""

Arrays = dict[MetricName, Array]


@dataclass(frozen=True, slots=True)
class MonthPath:
    """Months after ``at``, one array of ``len(periods)`` per KPI for the baseline and for the scenario.

    ``notes`` say what was assumed (that months stay alike, a rate that the data do not show).
    """

    at: Period
    periods: tuple[Period, ...]
    baseline: Mapping[MetricName, Array]
    scenario: Mapping[MetricName, Array]
    notes: tuple[Message, ...] = ()


def project(
    catalogue: Catalogue, frame: ResultFrame, at: Period | None, scenario: Scenario, months: int = 24
) -> MonthPath:
    """The path of one scenario; Projection is cheaper for several, or while a slider moves."""
    return Projection(catalogue, frame, at, months).under(scenario)


class Projection:
    """The baseline path of a monthly frame, computed once, and any scenario against it.

    ``whole`` is the path of which this is a part: it goes with its seasons. Raises UserError where the frame is not
    monthly, the period is not in it, or ``months`` is not 1 to 120.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        frame: ResultFrame,
        at: Period | None = None,
        months: int = 24,
        ages: Ages | None = None,
        whole: "Projection | None" = None,
    ) -> None:
        _check(frame, months)
        column = column_of(frame, at)
        self.at = frame.periods[column]
        self.periods = tuple(self.at.shifted(i) for i in range(1, months + 1))
        self._start = Baseline.of_frame(catalogue, frame, self.at)
        self._catalogue = self._start.catalogue
        self._past = _past(frame, column)
        self._ages = ages
        self.seasons: Seasons | None = seasons_of(frame, column) if whole is None else whole.seasons
        self._season = np.ones(months) if self.seasons is None else self.seasons.ahead(self.at, months)
        pace = in_season(pace_of(frame, column, months), self._season)
        self._flows = Flows(self._catalogue, aged(pace, ages))
        self._carried = self._flows.paths({})
        self._followers = Followers(self._catalogue, Usual(frame, column), self._carried)
        self._environment = self._baseline()
        self.baseline: Mapping[MetricName, Array] = self._ahead(self._environment)

    def under(
        self,
        scenario: Scenario,
        added: Mapping[MetricName, Array] | None = None,
        names: frozenset[MetricName] | None = None,
    ) -> MonthPath:
        """The scenario's path beside the baseline's; the same numbers to the last bit where nothing is changed.

        ``added`` are amounts by month that parts of the business come to besides (see segments). Without them,
        ``names`` may say which KPIs of the scenario are looked at: the others are not reckoned.
        """
        courses = self.courses(scenario)
        environment = self._environment
        wanted = None if names is None or added else self._with_parts(names, courses)
        if courses:
            environment = self._carried_under(courses, wanted)
            environment = self._moved(environment, courses, wanted)
        if added:
            ahead = self._ahead(environment)
            more = {name: self._whole(name, ahead[name] + path) for name, path in added.items() if name in ahead}
            environment = re_evaluate(self._catalogue, environment, more, Grain.MONTH)
        found = self._ahead(environment)
        if wanted is not None:
            found = {name: path for name, path in found.items() if name in wanted}
        return MonthPath(self.at, self.periods, self.baseline, found, self._notes())

    def _with_parts(self, names: frozenset[MetricName], courses: Iterable[MetricName]) -> frozenset[MetricName]:
        """These KPIs, and what is moved on the way to them."""
        return names | {part for name in courses for part in (name, *parts_of(self._catalogue, name))}

    def drawn(
        self, courses: Courses, drawn: Mapping[MetricName, Scaled], names: frozenset[MetricName]
    ) -> dict[MetricName, Array]:
        """Paths of (draws, months) of these KPIs, drivers drawn by factors on what the courses make of them."""
        mine = {name: course for name, course in courses.items() if name in self._flows.drivers}
        scaled = {name: each for name, each in drawn.items() if name in self._flows.drivers}
        paths = self._flows.paths(mine, scaled)
        changed = dict(paths) | self._followers.moved(self.baseline, paths)
        rest = {name: replace(each, inner=courses.get(name)) for name, each in drawn.items() if name not in scaled}
        others = {name: course for name, course in courses.items() if name not in mine and name not in rest}
        wanted = self._with_parts(names, (*rest, *others))
        needed = frozenset(self._catalogue.closure(wanted))
        overrides = {name: self._whole(name, path) for name, path in changed.items() if name in needed}
        environment = re_evaluate(self._catalogue, self._environment, overrides, Grain.MONTH, wanted)
        environment = self._moved(environment, {**others, **rest}, wanted)
        return {name: path for name, path in self._ahead(environment).items() if name in names}

    def by_age(self, scenario: Scenario) -> tuple[Array, Array] | None:
        """Customers and MRR at each month's end by age in months, (months, ages); None where ages are not known."""
        return self._flows.by_age(self.courses(scenario))

    def courses(self, scenario: Scenario) -> Courses:
        """What becomes of each driver of a scenario; UserError for what cannot be supposed."""
        return {
            name: TimedMoves(tuple((stage.move, self._force(scenario, stage)) for stage in stages))
            for name, stages in self._start.supposed(scenario.active).stages.items()
        }

    def _force(self, scenario: Scenario, stage: Stage) -> Months:
        """How far a stage's move holds in each month."""
        start = stage.start or scenario.start or self.periods[0]
        ramp = scenario.ramp if stage.ramp is None else stage.ramp
        steps = np.array([float(period.index - start.index + 1) for period in self.periods])
        return np.clip(steps / max(1, ramp), 0.0, 1.0)

    def _baseline(self) -> Arrays:
        """What is carried, what follows it, then every formula; a formula that lacks something stays as it was."""
        known = {name: self._whole(name, path) for name, path in self._carried.items()}
        values = self._start.values
        names = list(self._followers.names(values))
        if _CAC in values and _COST not in values:
            names.append(_CAC)
        for name in names:
            path = self._followers.path(name, len(self.periods))
            known[name] = self._whole(name, path * self._season if name in _WINNING else path)
        found = evaluate(self._catalogue, known, Grain.MONTH, [*values, *known])
        stuck = [name for name in values if not np.isfinite(found.get(name, _NONE)[..., -1]) and name not in _STOCKS]
        if not stuck:
            return found
        for name in stuck:
            known[name] = self._whole(name, self._followers.path(name, len(self.periods)))
        return evaluate(self._catalogue, known, Grain.MONTH, [*values, *known])

    def _carried_under(self, courses: Courses, names: frozenset[MetricName] | None = None) -> Arrays:
        """The baseline, with what is carried and what follows it as the changed pace makes them."""
        mine = {name: course for name, course in courses.items() if name in self._flows.drivers}
        if not mine:
            return self._environment
        paths = self._flows.paths(mine)
        changed = {name: path for name, path in paths.items() if not np.array_equal(path, self._carried[name])}
        changed |= self._followers.moved(self.baseline, changed)
        overrides = {name: self._whole(name, path) for name, path in changed.items()}
        return re_evaluate(self._catalogue, self._environment, overrides, Grain.MONTH, names)

    def _moved(self, environment: Arrays, courses: Courses, names: frozenset[MetricName] | None = None) -> Arrays:
        """Every driver that is not carried: moved on the path, what stands above a ratio's line with it."""
        held: Arrays = {}
        months = len(self.periods)
        for name, course in courses.items():
            if name in self._flows.drivers:
                continue
            base = environment[name][..., -months:] if name in environment else np.full(months, np.nan)
            path = moved(course, base)
            overrides = self._parts(name, environment, path, base)
            held |= {part: amount for part, amount in overrides.items() if part in held}
            held[name] = self._whole(name, path)
            environment = re_evaluate(self._catalogue, environment, {**overrides, **held}, Grain.MONTH, names)
        return environment

    def _parts(self, name: MetricName, environment: Arrays, path: Array, base: Array) -> Arrays:
        """The amounts above a ratio's line, in proportion to it."""
        share = quotient(path, base, 1.0)
        return {
            part: self._whole(part, environment[part][..., -len(self.periods) :] * share)
            for part in parts_of(self._catalogue, name)
            if part in environment and part not in self._carried
        }

    def _whole(self, name: MetricName, path: Array) -> Array:
        """The path with its history before it."""
        past = self._past.get(name)
        if past is None:
            past = np.full(self._past_length, np.nan)
        if path.ndim > 1:
            past = np.broadcast_to(past, (*path.shape[:-1], past.size))
        return np.concatenate([past, path], axis=-1)

    @property
    def _past_length(self) -> int:
        return next((past.size for past in self._past.values()), 0)

    def _ahead(self, environment: Arrays) -> Arrays:
        return {name: values[..., -len(self.periods) :] for name, values in environment.items()}

    def _notes(self) -> tuple[Message, ...]:
        usual = QT_TRANSLATE_NOOP("scenario", "Every month ahead is like {period}")
        rest = QT_TRANSLATE_NOOP("scenario", "All else in every month ahead is like {period}")
        unknown = QT_TRANSLATE_NOOP("scenario", "Without a churn rate, customers and MRR cannot be carried forward")
        seasonal = QT_TRANSLATE_NOOP(
            "scenario",
            "New customers and their cost by season ({n} {n|month|months} of history): {most} {high}, {fewest} {low}",
        )
        aged = QT_TRANSLATE_NOOP(
            "scenario", "Customers leave by their age, beyond {n} {n|month|months} as in the last year observed"
        )
        notes = []
        if self.seasons is not None and self._carried:
            (most, high), (fewest, low) = self.seasons.most(self.at), self.seasons.fewest(self.at)
            words = {"most": most, "high": f"×{high:.2f}", "fewest": fewest, "low": f"×{low:.2f}"}
            notes.append(Message(seasonal, n=self.seasons.months, **words))
        if not self._carried:
            notes.append(Message(unknown))
        elif self._ages is not None:
            notes.append(Message(aged, n=self._ages.observed))
        is_all = not self._carried or not notes
        return (*notes, Message(usual if is_all else rest, period=self.at))


_NONE: Array = np.full(1, np.nan)
_STOCKS = (MetricName("mrr"), MetricName("active_customers"))


def _check(frame: ResultFrame, months: int) -> None:
    if frame.grain is not Grain.MONTH:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("scenario", "A path needs months; these figures are by {grain}"),
                grain=frame.grain.value,
            )
        )
    if not 1 <= months <= LONGEST:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "A path has 1 to {most} months, not {n}"), most=LONGEST, n=months)
        )


def _past(frame: ResultFrame, column: int) -> Arrays:
    """Up to a year and a month of every KPI's history."""
    row, first = frame.segments.index(None), max(0, column + 1 - _HISTORY)
    return {
        name: np.where(np.isfinite(series.values[row]), series.values[row], np.nan)[first : column + 1]
        for name, series in frame.series.items()
        if series.is_computable
    }
