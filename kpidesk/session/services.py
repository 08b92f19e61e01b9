"""Services: the one bundle that a front end gets, built once, by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.resources import resource
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import Schema
from kpidesk.session.backend import Backend, LazyBackend
from kpidesk.session.custom_kpis import catalogue_of
from kpidesk.session.discretion import Discretion
from kpidesk.session.doctor import Doctor
from kpidesk.session.folders import Folders
from kpidesk.session.importing import Importing
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.known_answers import KnownAnswers
from kpidesk.session.mapping_memory import MappingMemory
from kpidesk.session.notices import Notices
from kpidesk.session.persistence import Persistence
from kpidesk.session.ready_sample import READY, ReadySample
from kpidesk.session.refreshing import Refreshing
from kpidesk.session.results import Results
from kpidesk.session.session import Session
from kpidesk.session.settings import Settings
from kpidesk.session.studies import Studies
from kpidesk.session.work_folder import WorkFolder

if TYPE_CHECKING:
    from kpidesk.metrics.catalogue import Catalogue
    from kpidesk.store.store import Store

OpenBackend = Callable[[Path], Backend]
"""Opens the backend in a folder: ``LocalBackend``, imported by whoever may import late (app, cli, desk)."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a front end may use.

    ``catalogue``, ``schema`` and ``store`` open the backend: not before the window shows.
    """

    session: Session
    runner: JobRunner
    notices: Notices
    settings: Settings
    backend: LazyBackend
    results: Results
    studies: Studies
    importing: Importing
    persistence: Persistence
    folders: Folders
    doctor: Doctor
    refreshing: Refreshing
    discretion: Discretion

    @property
    def catalogue(self) -> "Catalogue":
        """That by which the numbers count; of answers of an earlier time it is known before the engine is."""
        if self.results.are_recalled:
            return catalogue_of(self.session.document.rules)
        return self.backend.get().catalogue

    @property
    def schema(self) -> Schema:
        return self.backend.get().schema if self.backend.is_open else load_schema()

    @property
    def store(self) -> "Store":
        return self.backend.get().store

    def warm_up(self) -> JobHandle[Backend]:
        """Open the backend behind the window."""
        job = Job(Message(QT_TRANSLATE_NOOP("services", "Starting")), lambda _: self.backend.get(), quiet=True)
        return self.runner.submit(job, lane=Lane.STORE)

    def close(self, *, keep_unsaved: bool = False) -> None:
        """End the session: jobs, database, private folder; unsaved work can be kept for the next start."""
        self.runner.close()
        self.settings.write()
        self.backend.close()
        self.persistence.close(keep=keep_unsaved)


def build_services(
    runner: JobRunner, open_backend: OpenBackend, folders: Folders | None = None, *, remembers: bool = False
) -> Services:
    """One session: an empty document in a private folder of its own.

    ``remembers``: answers are kept in the user's cache, and stand at once when the same data are opened again.
    """
    folders = folders or Folders.default()
    work = WorkFolder.new(folders.work)
    session, notices, settings = Session(), Notices(), Settings(folders.settings)
    keeping = Message(QT_TRANSLATE_NOOP("services", "Keeping the settings"))
    settings.write_behind(lambda write: runner.submit(Job(keeping, lambda _: write(), quiet=True), lane=Lane.WORK))
    backend = LazyBackend(lambda: open_backend(work.path))
    memory = MappingMemory(folders.mappings)
    known = KnownAnswers(folders.answers, work.table, resource(*READY)) if remembers else None
    results = Results(session, runner, backend, notices, known)
    ready = ReadySample(work, folders.cache / "sample", resource(*READY)) if remembers else None
    importing = Importing(session, runner, backend, notices, memory, ready)
    return Services(
        session,
        runner,
        notices,
        settings,
        backend,
        results,
        Studies(backend),
        importing,
        Persistence(session, runner, work, settings, notices),
        folders,
        Doctor(session, runner, backend, results),
        Refreshing(session, runner, backend, results, notices),
        Discretion(session, settings, results, runner, notices),
    )
