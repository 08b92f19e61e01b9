"""Between the results and what is known of an earlier time: looked up before the facts, noted when all is answered."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.session.jobs import Job, JobRunner, Lane
from kpidesk.session.known_answers import NOTHING, Answers, KnownAnswers
from kpidesk.workspace.document import Dataset, Rules

MOST_FRAMES, MOST_WRITES = 16, 4
MOST_STEPS = 100
"""More than a page takes to fill; where none fills they take no time."""
_LABEL = Message(QT_TRANSLATE_NOOP("results", "Preparing the numbers"))


class Recalling:
    """One state of the data at a time; belongs to the thread of Results. Without ``known`` nothing is recalled."""

    def __init__(self, runner: JobRunner, known: KnownAnswers | None) -> None:
        self._runner = runner
        self._known = known
        self._turn = 0
        self._key: str | None = None
        self._noted: frozenset[Query] = frozenset()
        self._writes = 0

    def recall(
        self,
        datasets: Sequence[Dataset],
        rules: Rules,
        recalled: Callable[[Answers], None],
        go_on: Callable[[], None],
    ) -> None:
        """Look up what is known of these data: ``recalled`` where there is something, ``go_on`` in any case."""
        self.stop()
        known, turn = self._known, self._turn
        if known is None:
            go_on()
            return

        def look(progress: Progress) -> tuple[str | None, Answers]:
            key = known.key(datasets, rules, progress)
            return key, NOTHING if key is None else known.look(key)

        def found(answer: tuple[str | None, Answers]) -> None:
            if turn == self._turn:
                self._key, answers = answer
                self._noted = frozenset(answers.frames)
                if answers.frames:
                    recalled(answers)

        def over() -> None:
            if turn == self._turn:
                self._runner.in_turns("results:build", when_shown())

        def when_shown() -> Iterator[object]:
            """A page that fills with what is known goes first: whoever builds takes the time of the processor."""
            yield from range(MOST_STEPS if self._noted else 0)
            if turn == self._turn:
                go_on()

        job = Job(_LABEL, look, quiet=True)
        self._runner.submit(job, lane=Lane.WORK, replaces="results:known").then(found, over=over)

    def stop(self) -> None:
        """Other data: what is being looked up is of no use any more."""
        self._turn += 1
        self._key, self._noted, self._writes = None, frozenset(), 0

    def keep(self, frames: Mapping[Query, ResultFrame], attributes: Mapping[str, tuple[str, ...]]) -> None:
        """Note the newest of these answers for the next time, if some are new and it was not done often already."""
        known, key = self._known, self._key
        newest = dict(tuple(frames.items())[-MOST_FRAMES:])
        if known is None or key is None or self._writes >= MOST_WRITES or self._noted.issuperset(newest):
            return
        self._writes += 1
        self._noted = frozenset(newest)
        answers = Answers(newest, dict(attributes))
        self._runner.submit(Job(_LABEL, lambda _: known.keep(key, answers), quiet=True), lane=Lane.WORK)
