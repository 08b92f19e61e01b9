"""Commands on how the numbers are asked for and read: the context bar, the rules, notes and targets."""

from dataclasses import dataclass, replace

from kpidesk.charts.spec import Annotation
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.pacing import Target
from kpidesk.workspace.document import Rules, ViewQuery, Workspace


@dataclass(frozen=True, slots=True)
class SetQuery:
    """Ask for another grain, range, filter or comparison."""

    query: ViewQuery
    merge_key: str | None = "query"

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change period and filters"))

    def apply(self, doc: Workspace) -> Workspace:
        return doc if doc.query == self.query else replace(doc, query=self.query)


@dataclass(frozen=True, slots=True)
class ShowAsOf:
    """Tell everything as of the end of a period; None goes back to the present."""

    period: Period | None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        if self.period is None:
            return Message(QT_TRANSLATE_NOOP("commands", "Back to the present"))
        return Message(QT_TRANSLATE_NOOP("commands", "Show as of {period}"), period=self.period)

    def apply(self, doc: Workspace) -> Workspace:
        return doc if doc.query.at == self.period else replace(doc, query=replace(doc.query, at=self.period))


@dataclass(frozen=True, slots=True)
class NarrowTo:
    """Narrow everything to a segment, in the place of another of its attribute; without values to none of it."""

    attribute: str
    values: tuple[str, ...] = ()
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        if not self.values:
            return Message(QT_TRANSLATE_NOOP("commands", "All segments again"))
        return Message(QT_TRANSLATE_NOOP("commands", "Only {segment}"), segment=", ".join(self.values))

    def apply(self, doc: Workspace) -> Workspace:
        query = doc.query.narrowed(self.attribute, self.values)
        return doc if query == doc.query else replace(doc, query=query)


@dataclass(frozen=True, slots=True)
class SetRules:
    """Read the data under other rules: currency and rates, as-of day, definition profile, windows."""

    rules: Rules
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Change the rules"))

    def apply(self, doc: Workspace) -> Workspace:
        return doc if doc.rules == self.rules else replace(doc, rules=self.rules)


@dataclass(frozen=True, slots=True)
class RenameWorkspace:
    """Give the workspace another name."""

    name: str
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Rename to {name}"), name=self.name)

    def apply(self, doc: Workspace) -> Workspace:
        return doc if doc.name == self.name else replace(doc, name=self.name)


@dataclass(frozen=True, slots=True)
class Annotate:
    """Write a note at a period; an empty text takes the period's note away."""

    note: Annotation
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Note at {period}"), period=str(self.note.period))

    def apply(self, doc: Workspace) -> Workspace:
        kept = tuple(n for n in doc.annotations if n.period != self.note.period)
        notes = (*kept, self.note) if self.note.text else kept
        return doc if notes == doc.annotations else replace(doc, annotations=notes)


@dataclass(frozen=True, slots=True)
class SetTarget:
    """Say what a KPI should reach, and its limits; without any of them its target is taken away."""

    metric: MetricName
    value: float | None
    alert_below: float | None = None
    alert_above: float | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Set the target of {metric}"), metric=self.metric)

    def apply(self, doc: Workspace) -> Workspace:
        targets = {name: target for name, target in doc.targets.items() if name != self.metric}
        target = Target(self.metric, self.value, self.alert_below, self.alert_above)
        if target != Target(self.metric):
            targets[self.metric] = target
        return doc if targets == doc.targets else replace(doc, targets=targets)
