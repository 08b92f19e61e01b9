"""Whether customers are named in what leaves the desk, and the stand-ins where they are not to be."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from kpidesk.core.errors import UserError
from kpidesk.core.identifying import customer_names
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.session.jobs import Job, JobRunner, Lane
from kpidesk.session.notices import Notices
from kpidesk.session.results import Results
from kpidesk.session.session import Session
from kpidesk.session.settings import ANONYMOUS, Settings

if TYPE_CHECKING:
    from kpidesk.metrics.engine import Engine

T = TypeVar("T")
_HIDING = Message(QT_TRANSLATE_NOOP("export", "Replacing names of customers"))
_UNKNOWN = Message(QT_TRANSLATE_NOOP("export", "It is not known yet which names of customers have to be replaced."))
_LATER = Message(QT_TRANSLATE_NOOP("export", "Nothing was taken away. Try again when the numbers are there."))
_MOST_WORDS = 12
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MONTH = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?|oct(ober)?|nov(ember)?|dec(ember)?",
    re.IGNORECASE,
)


class Discretion:
    """The one door through which figures, tables and decks leave: files, paper and the clipboard."""

    def __init__(
        self, session: Session, settings: Settings, results: Results, runner: JobRunner, notices: Notices
    ) -> None:
        self._session, self._settings, self._results = session, settings, results
        self._runner, self._notices = runner, notices

    @property
    def is_asked(self) -> bool:
        """Whether customers are not to be named: everywhere by the settings, or by the report of this workspace."""
        return self._settings.get(ANONYMOUS) or self._session.document.report.has_pseudonyms

    def leave(self, shown: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call ``then`` with what may leave: at once where customers may be named, else when it is known who they are.

        As long as nobody can tell, nothing leaves and a notice says so.
        """
        if not self.is_asked:
            then(shown())
            return
        engine = self._results.engine
        if engine is None:
            self._notices.error(UserError(_UNKNOWN, _LATER))
            return
        job = Job(_HIDING, lambda progress: without_names(shown(), engine, progress))
        self._runner.submit(job, lane=Lane.STORE).then(then, self._notices.error)


def without_names(shown: T, engine: "Engine", progress: Progress | None = None) -> T:
    """With a stand-in for every customer that is named in it; on the thread that owns the store."""
    from kpidesk.export.pseudonyms import texts_of, with_names_hidden  # the window is there sooner
    from kpidesk.facts.identities import names_among

    texts = texts_of(shown)
    known = names_among(engine.facts, {word for text in texts for word in _words(text)}, progress)
    addresses = {found for text in texts for found in _ADDRESS.findall(text)}
    alone = frozenset(name for name in known if _may_mean_else(name))
    return with_names_hidden(shown, customer_names(engine.attributes) | (known - alone) | addresses, alone)


def _words(text: str) -> Iterator[str]:
    """What in a text can be a name: some words in a row, and all of them."""
    words = [found.span() for found in _WORD.finditer(text)]
    if words:
        yield text[words[0][0] : words[-1][1]]
    for at, (start, _) in enumerate(words):
        for _, end in words[at : at + _MOST_WORDS]:
            yield text[start:end]


def _may_mean_else(name: str) -> bool:
    """Whether a sentence may say it and mean no customer: a bare number, a letter or two, a month.

    >>> [_may_mean_else(name) for name in ("1976", "A1", "May", "Acme", "李宁")]
    [True, True, True, False, False]
    """
    is_short = name.isascii() and len(name) < 3
    return is_short or not any(sign.isalpha() for sign in name) or _MONTH.fullmatch(name) is not None
