"""Live answers: an engine for the present data, frames by question, jobs for what is not known yet.

Whoever shows numbers asks under a key of its own and reads what stands there when ``updated`` names the key. The data
changed: the facts are built again and every standing question is asked again. Only this module asks the engine.

What was answered of the same data before, in an earlier session too, stands while the facts are still being built.
"""

from collections import OrderedDict
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.query import Query
from kpidesk.session.backend import LazyBackend
from kpidesk.session.change import Change
from kpidesk.session.cube_ahead import CubeAhead
from kpidesk.session.custom_kpis import left_out_of
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.known_answers import Answers, KnownAnswers
from kpidesk.session.notices import Notice, Notices
from kpidesk.session.recalling import Recalling
from kpidesk.session.session import Session
from kpidesk.workspace.document import Dataset, Rules

if TYPE_CHECKING:
    from kpidesk.metrics.engine import Engine
    from kpidesk.metrics.frame import ResultFrame

REMEMBERED = 64
_NOTICE = "results.facts"
_LEFT_OUT = "results.left_out"


class ResultsState(Enum):
    """Whether there is anything to ask."""

    EMPTY = "empty"
    BUILDING = "building"
    READY = "ready"
    FAILED = "failed"


class Results:
    """The engine and its answers.

    Signals: ``rebuilt()`` after the state moved (data in, out, being computed, failed); ``recalled()`` when answers of
    an earlier time to these data are there while they are still being computed; ``attributed()`` when it is known what
    can split the data; ``updated(frozenset of keys)`` when the answer of these keys, or the trouble with it, stands;
    ``progressed(done, of, Message | None)`` for whoever waits for the facts or for an answer; ``asked(JobHandle)`` when
    facts or an answer begin to be computed, which only this class may cancel. Frames are found by their question, so
    two askers of one question pay once, also while it is being computed.
    """

    rebuilt = Signal()
    recalled = Signal()
    attributed = Signal()
    updated = Signal(object)
    progressed = Signal(int, int, object)
    asked = Signal(object)

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        backend: LazyBackend,
        notices: Notices,
        known: KnownAnswers | None = None,
    ) -> None:
        self._session = session
        self._runner = runner
        self._backend = backend
        self._notices = notices
        self._frames: OrderedDict[Query, ResultFrame] = OrderedDict()
        self._wanted: dict[str, Query] = {}
        self._errors: dict[str, UserError] = {}
        self._build: JobHandle[Engine] | None = None
        self._asked: dict[Query, JobHandle[ResultFrame]] = {}
        self.state = ResultsState.EMPTY
        self.engine: Engine | None = None
        self.error: UserError | None = None
        self.attributes: Mapping[str, tuple[str, ...]] = {}
        self._refused: dict[Query, UserError] = {}
        self._looked_at: Engine | None = None
        self._cube = CubeAhead(runner)
        self._recalling = Recalling(runner, known)
        session.changed.connect(self._on_changed)
        if session.document.used:
            self.rebuild()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the facts noticed across tables, none before there are any, and KPIs of one's own that do not hold."""
        left_out = left_out_of(self._session.document.rules)
        return (*self.engine.facts.findings, *left_out) if self.engine is not None else left_out

    @property
    def are_recalled(self) -> bool:
        """Whether answers of an earlier time stand in for an engine that is not there yet."""
        return self.engine is None and bool(self._frames)

    def frame(self, query: Query) -> "ResultFrame | None":
        """The answer where it is already known."""
        found = self._frames.get(query)
        if found is not None:
            self._frames.move_to_end(query)
        return found

    def request(self, key: str, query: Query) -> None:
        """Ask under a key; ``updated`` follows, at once where the answer is known. The newest question counts."""
        self._wanted[key] = query
        self._give_up_unwanted()
        if query in self._frames:
            self._tell(query)
        elif query in self._refused:
            self._tell_refused(query, self._refused[query])
        elif self.engine is not None and query not in self._asked:
            self._ask(query, self.engine)

    def answer(self, key: str) -> "ResultFrame | None":
        """The answer to what the key asked last, None while it is computed and where there is trouble."""
        query = self._wanted.get(key)
        return None if query is None else self.frame(query)

    def trouble(self, key: str) -> UserError | None:
        """Why the key has no answer, where it was refused."""
        return self._errors.get(key)

    def release(self, key: str) -> None:
        """Forget a question: nobody looks at its answer any more."""
        self._wanted.pop(key, None)
        self._errors.pop(key, None)
        self._give_up_unwanted()

    def compute(self, query: Query, progress: Progress | None = None) -> "ResultFrame":
        """The answer now, on this thread; for the command line and for jobs of the STORE lane."""
        if self.engine is None:
            raise self.error or UserError(Message(QT_TRANSLATE_NOOP("results", "There is no table to compute from")))
        found = self._frames.get(query)
        if found is None:
            found = self.engine.compute(query, progress)
            self._keep(query, found)
        return found

    def rebuild(self) -> None:
        """Build the facts of the present document again; a build that still runs is given up."""
        document = self._session.document
        datasets, rules = document.used, document.rules
        self.engine, self.error, self.attributes = None, None, {}
        self._cube.stop()
        self._recalling.stop()
        self._frames.clear()
        self._errors.clear()
        self._refused.clear()
        self._notices.clear(_NOTICE)
        for handle in (*self._asked.values(), *((self._build,) if self._build is not None else ())):
            handle.cancel()
        self._asked.clear()
        if not datasets:
            self._become(ResultsState.EMPTY)
            return
        self._become(ResultsState.BUILDING)
        self._recalling.recall(datasets, rules, self._on_recalled, lambda: self._begin(datasets, rules))

    def _begin(self, datasets: tuple[Dataset, ...], rules: Rules) -> None:
        """Build the facts, behind the answers that are known where there are any."""
        text, backend = Message(QT_TRANSLATE_NOOP("results", "Preparing the numbers")), self._backend
        # quiet, for nobody is to stop it by hand: pages would wait without end
        job = Job(text, lambda progress: backend.get().build(datasets, rules, progress), quiet=True)
        self._build = self._runner.submit(job, lane=Lane.STORE, replaces="results:facts")
        self._tell_steps(self._build)
        self._build.then(self._on_built, self._on_failed)

    def _on_changed(self, change: Change) -> None:
        if change.moves_data:
            self.rebuild()

    def _on_recalled(self, answers: Answers) -> None:
        """Answers of an earlier time to the very same data."""
        self._frames.update(answers.frames)
        self.attributes = answers.attributes
        for query in set(self._wanted.values()).intersection(answers.frames):
            self._tell(query)
        self.attributed.emit()
        self.recalled.emit()

    def _on_built(self, engine: "Engine") -> None:
        self.engine = engine
        self._tell_left_out()
        self._become(ResultsState.READY)
        for key, query in tuple(self._wanted.items()):
            self.request(key, query)

    def _tell_left_out(self) -> None:
        """A KPI of the user's own that the profile leaves out does not go without a word."""
        self._notices.clear(_LEFT_OUT)
        found = left_out_of(self._session.document.rules)
        if found:
            self._notices.post(Notice(found[0].level, found[0].message, found[0].hint, findings=found, key=_LEFT_OUT))

    def ask_attributes(self) -> None:
        """Find out what can split the data, once for an engine; ``attributed`` follows.

        It takes a look at all rows, so nobody may ask the engine on the window's thread.
        """
        engine = self.engine
        if engine is None or engine is self._looked_at:
            return
        self._looked_at = engine
        text = QT_TRANSLATE_NOOP("results", "Computing")
        look = Job(Message(text), lambda _: (engine, engine.attributes), quiet=True)
        self._runner.submit(look, lane=Lane.STORE, replaces="results:attributes").then(self._on_attributes)

    def _on_attributes(self, found: "tuple[Engine, Mapping[str, tuple[str, ...]]]") -> None:
        engine, attributes = found
        if engine is self.engine:
            self.attributes = attributes
            self.attributed.emit()
            self._go_ahead()

    def _tell_steps(self, handle: "JobHandle[Engine] | JobHandle[ResultFrame]") -> None:
        handle.progressed.connect(self._on_step)
        if not handle.state.is_over:
            self.asked.emit(handle)

    def _on_step(self, done: int, of: int, message: Message | None) -> None:
        self.progressed.emit(done, of, message)

    def _on_failed(self, error: UserError) -> None:
        self.error = error
        self._become(ResultsState.FAILED)
        self._notices.post(Notice(Level.BLOCKER, error.message, error.hint, key=_NOTICE))

    def _become(self, state: ResultsState) -> None:
        self.state = state
        self.rebuilt.emit()

    def _go_ahead(self) -> None:
        """With nothing left to answer, note it for the next time, and get ready for the filters that may come."""
        if self.engine is not None and not self._asked:
            if self._looked_at is self.engine and self.attributes:
                self._recalling.keep(self._frames, self.attributes)
            self._cube.prepare(self.engine, self.attributes, self._wanted.values())

    def _ask(self, query: Query, engine: "Engine") -> None:
        self._cube.pause()
        text = Message(QT_TRANSLATE_NOOP("results", "Computing"))
        job = Job(text, lambda progress: engine.compute(query, progress), quiet=True)

        def answered(frame: "ResultFrame") -> None:
            if engine is self.engine:
                self._asked.pop(query, None)
                self._keep(query, frame)
                self._tell(query)
                self._go_ahead()

        def refused(error: UserError) -> None:
            if engine is self.engine:
                self._asked.pop(query, None)
                self._refused[query] = error
                self._tell_refused(query, error)

        handle = self._runner.submit(job, lane=Lane.STORE)
        if not handle.state.is_over:
            self._asked[query] = handle
        self._tell_steps(handle)
        handle.then(answered, refused)

    def _give_up_unwanted(self) -> None:
        """Stop computing what nobody asks any more."""
        for query in self._asked.keys() - set(self._wanted.values()):
            self._asked.pop(query).cancel()

    def _asking(self, query: Query) -> frozenset[str]:
        return frozenset(key for key, wanted in self._wanted.items() if wanted == query)

    def _tell(self, query: Query) -> None:
        keys = self._asking(query)
        for key in keys:
            self._errors.pop(key, None)
        if keys:
            self.updated.emit(keys)

    def _tell_refused(self, query: Query, error: UserError) -> None:
        """To each key once: the same data refuse the same question again, and who hears of it may well ask again."""
        keys = frozenset(key for key in self._asking(query) if self._errors.get(key) is not error)
        self._errors.update(dict.fromkeys(keys, error))
        if keys:
            self.updated.emit(keys)

    def _keep(self, query: Query, frame: "ResultFrame") -> None:
        self._frames[query] = frame
        while len(self._frames) > REMEMBERED:
            self._frames.popitem(last=False)
