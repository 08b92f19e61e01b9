"""Every figure by each attribute, computed while nobody asks anything: then a filter by one value reads no rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.query import Filter, Query
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane

if TYPE_CHECKING:
    from kpidesk.metrics.engine import Engine
    from kpidesk.metrics.frame import ResultFrame

MOST_VALUES = 100
"""Attributes with more values are seldom filtered by one of them and cost the most."""


class CubeAhead:
    """One quiet job at a time, given up as soon as a question comes; belongs to the thread of Results."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner
        self._job: JobHandle[ResultFrame] | None = None
        self._engine: Engine | None = None
        self._done: set[Query] = set()

    def prepare(self, engine: "Engine", attributes: Mapping[str, tuple[str, ...]], asked: Iterable[Query]) -> None:
        """Begin with the first split of these questions that is not there yet, and go on until all are."""
        if engine is not self._engine:
            self.stop()
            self._engine = engine
        if self._job is not None and not self._job.state.is_over:
            return
        questions = [query for query in asked if query.by is None]
        few = [name for name, values in attributes.items() if len(values) <= MOST_VALUES]
        wanted = [one for query in questions for name in few for one in _ahead(query, name, attributes[name])]
        waiting = [query for query in wanted if query not in self._done]
        if waiting:
            self._begin(engine, waiting[0], lambda: self.prepare(engine, attributes, questions))

    def pause(self) -> None:
        """Somebody asks: what was begun is given up, what is there stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def stop(self) -> None:
        """Other data: nothing is there any more."""
        self.pause()
        self._done.clear()
        self._engine = None

    def _begin(self, engine: "Engine", query: Query, go_on: Callable[[], None]) -> None:
        words = Message(QT_TRANSLATE_NOOP("results", "Computing"))
        job = Job(words, lambda progress: engine.compute(query, progress), quiet=True)

        def over(_: object) -> None:
            if engine is self._engine:
                self._done.add(query)
                self._job = None
                go_on()

        handle = self._runner.submit(job, lane=Lane.STORE)
        self._job = None if handle.state.is_over else handle
        handle.then(over, over)


def _ahead(query: Query, attribute: str, values: tuple[str, ...]) -> tuple[Query, ...]:
    """The split, and one filter: some figures come from another table where they are filtered."""
    whole = replace(query, by=None, filters=(), first=None, last=None)
    first = (replace(whole, filters=(Filter(attribute, values[:1]),)),) if values else ()
    return (replace(whole, by=attribute), *first)
