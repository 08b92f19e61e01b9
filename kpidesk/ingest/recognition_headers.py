"""What a header may mean by its words alone: every role of every table that it could name, with a score from 0 to 1."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kpidesk.schema.model import Schema
from kpidesk.schema.vocabulary import Tokens, Vocabulary

RoleKey = tuple[str, str]
"""Table and role."""

WEAK = 0.62
"""What a weak header word (``~name``) is worth."""
OWN = 1.03
"""What the role's own name is worth: it wins over the other words for the role."""
LATIN = 0.93
"""What the Latin words alone of a header in two scripts are worth: the whole header, where it is known, wins."""

_BRACKET = re.compile(r"[(\[（【]([^)\]）】]*)[)\]）】]")
_SHORT = re.compile(r"[A-Z]{3,4}")
"""Net revenue (MRR): what stands for the name itself."""
_PREFIX = re.compile(r"^(?:[^:：]{1,20}[:：]\s*|[A-Z][a-z]+ - )(?=\S)")
"""Account: Name; Deal - Value."""
_SPAN = re.compile(r"^\s*\d+[\s-]?days?\b[\s:]*(?=\S)", re.I)
"""7 Day Total Sales: the time within which a sale counts as an ad's."""
_TAX_RATE = re.compile(r"(?<=\S)\s*\d{1,2}(?:[.,]\d+)?\s*%")
"""IVA 21%: a rate beside a tax's name."""
_DATE_FIRST = re.compile(r"^\s*date\s*/\s*time\s+(?=\S)", re.I)
"""Date/Time Closed: Salesforce's way to write a day and an hour."""
_LEAST = 0.3
_NUMBER_OF = ("number", "of")
_PERCENT = ("percent",)
_SHARES = frozenset(("rate", "ratio", "share", "margin", "率"))
"""Words that say a share already, so that a percent sign behind them adds nothing."""
_TOO_SHORT = frozenset(
    (
        "a",
        "an",
        "as",
        "at",
        "by",
        "de",
        "do",
        "en",
        "er",
        "es",
        "in",
        "is",
        "la",
        "le",
        "of",
        "on",
        "or",
        "se",
        "te",
        "to",
    )
)
_GENERIC = frozenset(("id", "name", "number", "code", "key", "title", "type", "uuid", "record", "state", "value"))
"""Words that name nothing without the one before them."""


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """The roles that a header may name; ``no_role`` is how well it names something that plays no part."""

    roles: Mapping[RoleKey, float]
    no_role: float
    words: Mapping[RoleKey, str]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A header word of the schema, compiled: its tokens, what they weigh, the roles it names and how strongly."""

    text: str
    tokens: Tokens
    weight: float
    roles: tuple[tuple[RoleKey, float], ...]
    is_no_role: bool


@dataclass
class HeaderIndex:
    """All header words of a schema, ready to be compared with headers; answers are remembered."""

    vocabulary: Vocabulary
    phrases: tuple[_Phrase, ...] = ()
    by_token: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    misspelt: Mapping[str, str] = field(default_factory=dict)
    _cache: dict[str, HeaderMatch] = field(default_factory=dict)

    def match(self, header: str) -> HeaderMatch:
        """Every role that the header's words may name."""
        found = self._cache.get(header)
        if found is None:
            if len(self._cache) > 20_000:
                self._cache.clear()
            found = self._cache[header] = self._match(header)
        return found

    def _match(self, header: str) -> HeaderMatch:
        roles: dict[RoleKey, float] = {}
        words: dict[RoleKey, str] = {}
        no_role = 0.0
        for tokens, worth in self._readings(header):
            for phrase, score in self._phrases_in(tokens):
                if score < 1.0 and "/" in header:
                    score *= 0.6
                if phrase.is_no_role:
                    no_role = max(no_role, score * worth)
                for key, strength in phrase.roles:
                    if strength < 1.0 and score < 0.9:
                        continue
                    specific = 0.004 * (len(phrase.tokens) > 1) if score >= 1.0 else 0.0
                    if (value := score * worth * strength + specific) > roles.get(key, _LEAST):
                        roles[key], words[key] = value, phrase.text
        return HeaderMatch(roles, no_role, words)

    def _readings(self, header: str) -> Iterator[tuple[Tokens, float]]:
        """The header's words: as they stand, without brackets and prefix, those in brackets, one script alone."""
        header = _DATE_FIRST.sub("date ", _SPAN.sub("", _TAX_RATE.sub("", header)))
        outside = _BRACKET.sub(" ", header)
        seen: set[Tokens] = set()
        worth = 1.0 if all(self._says_little(inside) for inside in _BRACKET.findall(header)) else 0.95
        readings = [
            (outside, worth),
            (outside.lower(), 0.99 * worth),
            (_PREFIX.sub("", outside), 0.97 * worth),
            (header, 0.97),
        ]
        readings += [(inside, 1.0 if _SHORT.fullmatch(inside) else 0.85) for inside in _BRACKET.findall(header)]
        for text, worth in readings:
            written = self.vocabulary.tokens(text)
            tokens = self._corrected(written)
            worth *= 1.0 if tokens == written else 0.93
            uncounted = tokens[2:] if tokens[:2] == _NUMBER_OF else ()
            named = tokens[:-1] if tokens[-1:] == _PERCENT and _SHARES & set(tokens) else ()
            for reading, share in ((tokens, 1.0), (self._in_latin(tokens), LATIN), (uncounted, 0.97), (named, 0.97)):
                if reading and reading not in seen:
                    seen.add(reading)
                    yield reading, share * worth

    def _in_latin(self, tokens: Tokens) -> Tokens:
        """The Latin words of a header in two scripts, unless the others turn them into something else: 新增MRR."""
        in_latin = tuple(token for token in tokens if token.isascii())
        others = " ".join(token for token in tokens if not token.isascii())
        is_changed = others in self.vocabulary.movements or others in self.vocabulary.modifiers
        return () if is_changed or _GENERIC.issuperset(in_latin) else in_latin

    def _says_little(self, bracket: str) -> bool:
        """Whether a bracket holds a unit or nothing."""
        return all(token in self.vocabulary.fillers or token == "percent" for token in self.vocabulary.tokens(bracket))

    def _corrected(self, tokens: Tokens) -> Tokens:
        """A word that nobody knows is two known ones written together, or one letter from a known one."""
        if all(token in self.weights for token in tokens):
            return tokens
        return tuple(word for token in tokens for word in self._known(token))

    def _known(self, token: str) -> Tokens:
        if token in self.weights or len(token) < 5:
            return (token,)
        for i in range(len(token) - 2, 2, -1):
            parts = self.vocabulary.tokens(f"{token[:i]} {token[i:]}")
            if all(part in self.weights and part not in _TOO_SHORT for part in parts):
                return parts
        return (next((self.misspelt[d] for d in _deletions(token) if d in self.misspelt), token),)

    def _phrases_in(self, tokens: Tokens) -> Iterator[tuple[_Phrase, float]]:
        """Phrases whose words all stand in the header, or that the header is the greater part of."""
        overlap: dict[int, float] = defaultdict(float)
        for token in dict.fromkeys(tokens):
            for number in self.by_token.get(token, ()):
                overlap[number] += self.weights[token]
        total = sum(self._weight(token) for token in tokens)
        for number, shared in overlap.items():
            phrase = self.phrases[number]
            if shared >= phrase.weight - 1e-9:
                score = 1.0 if tokens == phrase.tokens else self._contained(tokens, phrase, total)
            elif shared >= total - 1e-9 and shared >= 0.6 * phrase.weight:
                score = 0.62 * shared / phrase.weight
            else:
                continue
            if score > _LEAST:
                yield phrase, score

    def _contained(self, tokens: Tokens, phrase: _Phrase, total: float) -> float:
        """A phrase inside a longer header: the end of a name says what it is, modifiers turn it into something else."""
        extra = [token for token in tokens if token not in phrase.tokens]
        if self.vocabulary.is_changed(extra):
            return 0.0
        coverage = min(1.0, phrase.weight / max(total, 1e-9))
        size = len(phrase.tokens)
        if not extra:
            return 0.9 if sorted(tokens) == sorted(phrase.tokens) else 0.8
        if size == 1 and phrase.tokens[0] in _GENERIC and not all(t in self.vocabulary.fillers for t in extra):
            return 0.0
        if tokens[-size:] == phrase.tokens:
            return 0.42 + 0.53 * coverage
        if all(token in self.vocabulary.fillers for token in extra):
            return 0.45 + 0.5 * coverage
        if tokens[:size] == phrase.tokens:
            return (0.1 + 0.72 * coverage) * (0.6 if tokens[-1] in self.vocabulary.heads else 1.0)
        is_inside = any(tokens[i : i + size] == phrase.tokens for i in range(len(tokens) - size))
        return (0.2 if is_inside else 0.05) + 0.65 * coverage

    def _weight(self, token: str) -> float:
        if token in self.vocabulary.fillers:
            return 0.25
        return self.weights.get(token, 1.3 if token.isascii() else 0.8)


def build_index(schema: Schema, vocabulary: Vocabulary) -> HeaderIndex:
    """Compile the header words of a schema."""
    roles: dict[Tokens, dict[RoleKey, float]] = defaultdict(dict)
    texts: dict[Tokens, str] = {}
    for key, header in _headers(schema):
        strength = WEAK if header.startswith("~") else OWN if header.startswith("=") else 1.0
        tokens = vocabulary.tokens(header.lstrip("~="))
        roles[tokens][key] = max(strength, roles[tokens].get(key, 0.0))
        texts.setdefault(tokens, header.lstrip("~="))
    ignored = {vocabulary.tokens(header): header for header in vocabulary.no_role}
    every = dict.fromkeys((*roles, *ignored))
    weights = _weights(every, vocabulary)
    phrases = tuple(
        _Phrase(
            texts.get(tokens) or ignored[tokens],
            tokens,
            sum(weights[token] for token in dict.fromkeys(tokens)),
            tuple(roles.get(tokens, {}).items()),
            tokens in ignored,
        )
        for tokens in every
        if tokens
    )
    by_token: dict[str, list[int]] = defaultdict(list)
    for number, phrase in enumerate(phrases):
        for token in dict.fromkeys(phrase.tokens):
            by_token[token].append(number)
    misspelt: dict[str, str] = {}
    for token in weights:
        if len(token) >= 5 and token.isascii():
            for shorter in _deletions(token):
                misspelt.setdefault(shorter, token)
    return HeaderIndex(vocabulary, phrases, {t: tuple(n) for t, n in by_token.items()}, weights, misspelt)


def _headers(schema: Schema) -> Iterator[tuple[RoleKey, str]]:
    for table in schema.tables.values():
        for role in table.roles.values():
            yield (table.name, role.name), "=" + role.name.replace("_", " ")
            for header in role.headers:
                yield (table.name, role.name), header


def _weights(phrases: Mapping[Tokens, None], vocabulary: Vocabulary) -> dict[str, float]:
    """A word weighs more the fewer header words hold it; fillers weigh little."""
    counts: dict[str, int] = defaultdict(int)
    for tokens in phrases:
        for token in set(tokens):
            counts[token] += 1
    return {
        token: 0.25 if token in vocabulary.fillers else (0.45 if len(token) == 1 else 0.55) + 0.7 / math.sqrt(count)
        for token, count in counts.items()
    }


def _deletions(token: str) -> Iterator[str]:
    """The token itself and all that is left of it when one letter goes."""
    yield token
    for i in range(len(token)):
        yield token[:i] + token[i + 1 :]
