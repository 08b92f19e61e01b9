"""Two profiles on the data of the session: one figure of every mixture of their choices, and the report of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kpidesk.analysis.profile_comparison import Ask, Difference, compare_profiles, differing, sentence
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.profiles import Choices, Profile
from kpidesk.metrics.query import Query
from kpidesk.workspace.document import Dataset, Rules

if TYPE_CHECKING:
    from kpidesk.metrics.catalogue import Catalogue
    from kpidesk.session.backend import Backend

Plain = dict[str, object]


class ProfileStudy:
    """Compares two profiles on some datasets; belongs on the STORE lane."""

    def __init__(self, backend: "Backend", datasets: Sequence[Dataset], rules: Rules) -> None:
        self._backend = backend
        self._datasets = datasets
        self._rules = rules
        self._asked = 0

    def compare(
        self,
        profiles: tuple[Profile, Profile],
        kpis: Sequence[MetricName],
        at: Period | None,
        progress: Progress | None = None,
    ) -> tuple[Period, tuple[Difference, ...]]:
        """The period, by default the last complete month, and how far the KPIs differ in it."""
        progress = progress or Progress()
        ours, theirs = profiles
        names = differing(ours, theirs, _columns(self._datasets))
        try:
            period = at or self._last_complete(ours.choices, progress)
            self._asked = 0
            ask = self._ask(period, progress, 2 + 2 ** len(names))
            return period, compare_profiles(ours, theirs, names, kpis, ask)
        finally:
            self._backend.forget_tried()

    def _ask(self, period: Period, progress: Progress, of: int) -> Ask:
        def ask(choices: Choices, kpis: Sequence[MetricName]) -> Mapping[MetricName, float | None]:
            progress.step(self._asked, of, Message(QT_TRANSLATE_NOOP("profiles", "Counting by other definitions")))
            self._asked += 1
            engine = self._backend.counted(self._datasets, self._rules, choices, Progress())
            known = tuple(name for name in kpis if name in engine.catalogue)
            shown = known or tuple(n for n, one in engine.catalogue.definitions.items() if one.stage != CALENDAR)
            first = None if period.grain is Grain.SNAPSHOT else period
            frame = engine.compute(Query(shown, period.grain, first, first, as_of=self._rules.as_of))
            if not frame.periods:
                raise UserError(
                    Message(QT_TRANSLATE_NOOP("profiles", "The data say nothing of {period}"), period=period)
                )
            return {name: frame.value(name, period) for name in shown}

        return ask

    def _last_complete(self, choices: Choices, progress: Progress) -> Period:
        engine = self._backend.counted(self._datasets, self._rules, choices, progress)
        frame = engine.compute(Query((MetricName("active_customers"),), as_of=self._rules.as_of))
        column = frame.last_complete
        if column is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("profiles", "No month of the data is complete; name a period")))
        return frame.periods[column]


def comparison_report(
    catalogue: "Catalogue", profiles: tuple[Profile, Profile], period: Period, found: Sequence[Difference], style: Style
) -> Plain:
    """The comparison as plain values: for each KPI both figures, their difference, and what each switch makes of it."""
    return {
        "profiles": [profile.name for profile in profiles],
        "at": str(period),
        "kpis": {each.kpi: _difference(catalogue, profiles, each, style) for each in found},
    }


def in_words(catalogue: "Catalogue", profiles: tuple[Profile, Profile], found: Difference, style: Style) -> Message:
    """One sentence on a KPI in the language of the style."""
    kind = catalogue.get(found.kpi).unit.kind
    figures = (found.before, found.after)
    told = [f"{p.text(style.language)} {format_value(v, kind, style)}" for p, v in zip(profiles, figures, strict=True)]
    return sentence(found, {"ours": told[0], "theirs": told[1]}, format_change(found.change, kind, style))


def _difference(catalogue: "Catalogue", profiles: tuple[Profile, Profile], found: Difference, style: Style) -> Plain:
    return {
        "unit": catalogue.get(found.kpi).unit.kind,
        "values": [found.before, found.after],
        "change": found.change,
        "switches": [
            {
                "id": part.switch,
                "from": part.before.name,
                "to": part.after.name,
                "contribution": part.contribution,
                "labels": dict(part.after.label),
            }
            for part in found.parts
        ],
        "text": str(in_words(catalogue, profiles, found, style)),
    }


def _columns(datasets: Sequence[Dataset]) -> Mapping[str, frozenset[str]]:
    columns: dict[str, frozenset[str]] = {}
    for dataset in datasets:
        own = frozenset(column.name for column in dataset.columns)
        columns[dataset.table] = columns.get(dataset.table, frozenset()) | own
    return columns
