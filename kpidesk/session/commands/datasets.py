"""Commands on imported tables."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.workspace.document import Dataset, Workspace


@dataclass(frozen=True, slots=True)
class AddDatasets:
    """Take tables in, all that one import brought; those of ``old`` go, for the same places were read again.

    A workspace that was empty is asked by ``grain``, where these tell of nothing finer.
    """

    datasets: tuple[Dataset, ...]
    old: tuple[DatasetId, ...] = ()
    grain: Grain | None = None
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        count = len(self.datasets)
        if count <= 1:
            name = self.datasets[0].name if count else ""
            return Message(QT_TRANSLATE_NOOP("commands", "Import {name}"), name=name)
        text = QT_TRANSLATE_NOOP("commands", "Import {count} {count|table|tables} from {name}")
        return Message(text, count=count, name=_name_of(self.datasets))

    def apply(self, doc: Workspace) -> Workspace:
        if not self.datasets:
            return doc
        name = doc.name or _name_of(self.datasets)
        kept = {key: value for key, value in doc.datasets.items() if key not in self.old}
        query = doc.query if self.grain is None or doc.datasets else replace(doc.query, grain=self.grain)
        return replace(doc, name=name, query=query, datasets={**kept, **{d.id: d for d in self.datasets}})


def _name_of(datasets: tuple[Dataset, ...]) -> str:
    """What a workspace is called until its user says otherwise: its one file, else the folder of its files."""
    paths = [PurePath(dataset.source.path) for dataset in datasets]
    return paths[0].stem if len(set(paths)) == 1 else paths[0].parent.name or paths[0].stem


def add_dataset(dataset: Dataset) -> AddDatasets:
    """Take one table in."""
    return AddDatasets((dataset,))


@dataclass(frozen=True, slots=True)
class RemoveDataset:
    """Leave a table out of the workspace; its rows stay until the next save."""

    dataset: DatasetId
    name: str = ""
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Remove {name}"), name=self.name or self.dataset)

    def apply(self, doc: Workspace) -> Workspace:
        if self.dataset not in doc.datasets:
            return doc
        return replace(doc, datasets=_without(doc.datasets, self.dataset))


@dataclass(frozen=True, slots=True)
class UseDataset:
    """Count a table, or keep it without counting it."""

    dataset: DatasetId
    is_used: bool
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        if self.is_used:
            return Message(QT_TRANSLATE_NOOP("commands", "Use a table"))
        return Message(QT_TRANSLATE_NOOP("commands", "Set a table aside"))

    def apply(self, doc: Workspace) -> Workspace:
        old = doc.datasets.get(self.dataset)
        if old is None or old.is_used == self.is_used:
            return doc
        return replace(doc, datasets={**doc.datasets, self.dataset: replace(old, is_used=self.is_used)})


@dataclass(frozen=True, slots=True)
class EditMapping:
    """Put a table that was read anew in the place of the old reading; ``new`` has an id of its own."""

    old: DatasetId
    new: Dataset
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(QT_TRANSLATE_NOOP("commands", "Read {name} differently"), name=self.new.name)

    def apply(self, doc: Workspace) -> Workspace:
        if self.old not in doc.datasets:
            return doc
        new = replace(self.new, is_used=doc.datasets[self.old].is_used)
        pairs = ((new.id, new) if key == self.old else (key, value) for key, value in doc.datasets.items())
        return replace(doc, datasets=dict(pairs))


@dataclass(frozen=True, slots=True)
class ReplaceDatasets:
    """Put tables that were read again in the places of their older readings, whether they count or not as before."""

    pairs: tuple[tuple[DatasetId, Dataset], ...]
    merge_key: str | None = None

    @property
    def label(self) -> Message:
        return Message(
            QT_TRANSLATE_NOOP("commands", "Read {count} {count|table|tables} again: {name}"),
            count=len(self.pairs),
            name=self.pairs[0][1].name if self.pairs else "",
        )

    def apply(self, doc: Workspace) -> Workspace:
        new = {old: dataset for old, dataset in self.pairs if old in doc.datasets}
        if not new:
            return doc
        present = (
            replace(new[key], is_used=value.is_used) if key in new else value for key, value in doc.datasets.items()
        )
        return replace(doc, datasets={dataset.id: dataset for dataset in present})


def _without(datasets: Mapping[DatasetId, Dataset], gone: DatasetId) -> dict[DatasetId, Dataset]:
    return {key: value for key, value in datasets.items() if key != gone}
