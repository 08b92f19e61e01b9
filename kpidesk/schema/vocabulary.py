"""The words that people use for the same thing, and the folding that makes headers and cell words comparable."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

Tokens = tuple[str, ...]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W\d_{_CJK}]+|\d+|[%#]")
_PLAIN = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i"})
_SYMBOLS = {"%": "percent", "#": "number"}
_GERMAN_NUMBER = re.compile(r"(?<=[a-z]{4})nr$")
"""Kundennr., Bestellnr.: the end of a compound, abbreviated."""
_LONGEST = 200


@dataclass(frozen=True)
class Vocabulary:
    """Words by meaning, all of them folded.

    ``heads``: last words of a header that say what sort of thing it names: a buyer currency is no buyer.
    ``status``, ``movements`` and ``stages``: a cell's word to its meaning ("canceled", "expansion", "won").
    ``satisfaction``: an answer in words to 1 … 5. ``questions``: what a survey's question is about to its words.
    ``ledger``: "in", "out" and "bank" to the headers that say so. ``copies``: words of a file's name that only say
    that it is one (orders export, 订单列表). ``physical``: units of what is weighed and measured. ``periods``: "year",
    "quarter" and "month" to the headers of columns that hold nothing else. ``figures``: headers of columns that say
    which figure a row holds (Metric, KPI). ``won`` and ``expected``: words of dates that say that something was
    won then, or only may be. ``entries``: headers of columns that say what sort of entry of an account a row is.
    """

    abbreviations: Mapping[str, Tokens]
    fillers: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    no_role: tuple[str, ...]
    status: Mapping[str, str]
    movements: Mapping[str, str]
    stages: Mapping[str, str]
    satisfaction: Mapping[str, int]
    characters: Mapping[int, int]
    questions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ledger: Mapping[str, frozenset[Tokens]] = field(default_factory=dict)
    copies: frozenset[str] = frozenset()
    physical: frozenset[str] = frozenset()
    periods: Mapping[str, frozenset[Tokens]] = field(default_factory=dict)
    figures: frozenset[Tokens] = frozenset()
    won: frozenset[Tokens] = frozenset()
    expected: frozenset[Tokens] = frozenset()
    entries: frozenset[Tokens] = frozenset()
    _cache: dict[str, Tokens] = field(default_factory=dict, compare=False, repr=False)

    def tokens(self, text: str) -> Tokens:
        """The folded words of a header: ``customerID``, ``Customer_IDs`` and ``CUSTOMER ID`` are the same two.

        Each Chinese character is a word of its own, in its Simplified form; digits count only where nothing else does.
        """
        found = self._cache.get(text)
        if found is None:
            found = self._cache[text] = self._tokens(text)
        return found

    def _tokens(self, text: str) -> Tokens:
        plain = unaccented(_CAMEL.sub(" ", text[:_LONGEST])).translate(self.characters)
        words: list[str] = []
        for word in _TOKEN.findall(plain):
            word = _GERMAN_NUMBER.sub("nummer", singular(_SYMBOLS.get(word, word)))
            words.extend(self.abbreviations.get(word, (word,)))
        named = tuple(word for word in words if not word.isdigit())
        return named or tuple(words)

    def is_changed(self, extra: Sequence[str]) -> bool:
        """Whether words beside a name turn it into something else; of Chinese ones several characters make a word."""
        if any(token in self.modifiers for token in extra):
            return True
        beside = "".join(token for token in extra if not token.isascii())
        return bool(beside) and any(word in beside for word in self._written_modifiers)

    @cached_property
    def _written_modifiers(self) -> tuple[str, ...]:
        return tuple(word.replace(" ", "") for word in self.modifiers if " " in word and not word.isascii())

    def fold(self, text: str) -> str:
        """A cell's word in the form in which the tables of words hold it."""
        return " ".join(self.tokens(text))


def unaccented(text: str) -> str:
    """Case, accents and width made plain."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", bare)


def singular(word: str) -> str:
    """An English plural's singular; words that only look like one stay."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


@cache
def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """Read resources/schema/vocabulary.toml, or another file of its shape."""
    content = read_toml(path or resource("schema", "vocabulary.toml")).content
    characters = content["characters"]
    folding = {
        ord(traditional): ord(simplified)
        for traditional, simplified in zip(characters["traditional"], characters["simplified"], strict=True)
    }
    words = Vocabulary({}, frozenset(), frozenset(), frozenset(), (), {}, {}, {}, {}, folding)
    short = {word: tuple(long.split()) for word, long in content["abbreviations"].items()}
    words = Vocabulary(short, frozenset(), frozenset(), frozenset(), (), {}, {}, {}, {}, folding)
    return Vocabulary(
        abbreviations=short,
        fillers=frozenset(words.fold(word) for word in content["fillers"]["words"]),
        modifiers=frozenset(words.fold(word) for word in content["modifiers"]["words"]),
        heads=frozenset(words.fold(word) for word in content["heads"]["words"]),
        no_role=tuple(content["no_role"]["headers"]),
        status=_by_word(words, content["status"]),
        movements=_by_word(words, content["movements"]),
        stages=_by_word(words, content["stages"]),
        satisfaction={word: int(mark) for word, mark in _by_word(words, content["satisfaction"]).items()},
        characters=folding,
        questions={about: frozenset(map(words.fold, said)) for about, said in content["questions"].items()},
        ledger={side: frozenset(map(words.tokens, said)) for side, said in content["ledger"].items()},
        physical=frozenset(map(words.fold, content["physical"]["units"])),
        periods={length: frozenset(map(words.tokens, said)) for length, said in content["periods"].items()},
        figures=frozenset(map(words.tokens, content["figures"]["headers"])),
        won=frozenset(map(words.tokens, content["closing"]["won"])),
        expected=frozenset(map(words.tokens, content["closing"]["expected"])),
        entries=frozenset(map(words.tokens, content["entries"]["headers"])),
        copies=frozenset(token for word in content["copies"]["words"] for token in words.tokens(word)),
    )


def _by_word(vocabulary: Vocabulary, groups: Mapping[str, list[str]]) -> dict[str, str]:
    return {vocabulary.fold(word): meaning for meaning, words in groups.items() for word in words}
