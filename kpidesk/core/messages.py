"""Translatable text without Qt: a template, its context and the values that fill it.

Qt Linguist's extractor goes by the *name* ``QT_TRANSLATE_NOOP`` and wants literals, so texts of the model are written
``Message(QT_TRANSLATE_NOOP("findings", "{rows} rows have no customer"), rows=3)`` and translated by whoever shows them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kpidesk.core.dates import date_text

Translate = Callable[[str, str], str]
"""Takes a context and a source text; answers the text in the language of the reader."""

_HAN = "\u4e00-\u9fff"
_PLACE = re.compile(rf"(?:(?<=[{_HAN}]) )?\{{(\w+)(?:\|([^|{{}}]*)\|([^|{{}}]*))?\}}(?: (?=[{_HAN}]))?")
_ENDS_IN_HAN, _BEGINS_WITH_HAN = re.compile(rf"[{_HAN}]$"), re.compile(rf"[{_HAN}]")
_NO_GAP_BEFORE = re.compile(r"\d+[年月]|[\s\u2014-\u201d\u3000-\u9fff\uff00-\uffef]|$")
_NO_GAP_AFTER = re.compile(r"(?:[\s\u2014-\u201d\u3000-\u9fff\uff00-\uffef]|^)$")


class Template(NamedTuple):
    """A source text in English and the context under which translators find it."""

    context: str
    text: str


_NAMES = {
    "kpi": "kpis", "driver": "kpis", "drivers": "kpis", "target": "kpis", "metric": "kpis", "role": "roles",
    "roles": "roles", "start": "roles", "end": "roles", "columns": "columns", "type": "types", "grain": "grains",
    "profile": "profiles",
}  # fmt: skip
"""Places that may hold ids, or several joined by commas, and the group of names that the reader knows them by."""
_COMMA = Template("names.marks", ", ")
_COUNTS = frozenset(("n", "count", "rows"))
"""Places that hold how many there are: thousands are set apart, as in every other number."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> Template:
    """Mark a literal for the extractor; the name is the one that it looks for."""
    return Template(context, text)


_LANGUAGE = QT_TRANSLATE_NOOP("names.language", "en")
"""Its translation is the name of the language translated to."""


@dataclass(frozen=True, init=False)
class Message:
    """A sentence for the user, in no language yet.

    Places are ``{name}``, filled with ``str`` of the parameter (a Message is rendered first; whole numbers in ``{n}``
    have their thousands set apart), or ``{name|row|rows}``:
    the first word where the parameter equals 1, else the second. Chinese has no plural and leaves the latter out.
    """

    template: Template
    params: Mapping[str, object]

    def __init__(self, template: Template, **params: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "params", params)

    def __hash__(self) -> int:
        return hash((self.template, tuple(sorted((k, str(v)) for k, v in self.params.items()))))

    def __str__(self) -> str:
        return self.render(untranslated)

    def render(self, translate: Translate) -> str:
        """Translate the template, then fill its places."""
        return fill(translate(*self.template), self.params, translate)


def fill(text: str, params: Mapping[str, object], translate: Translate) -> str:
    """Fill the places of an already translated text; an unknown place stays as it is.

    Ids of KPIs, columns and types are said by their names. Between Han characters and what fills a place stands a
    space where that begins or ends with letters or digits, but not before a date; so between two that touch.
    """
    last_end, last_said = -1, ""

    def place(match: re.Match[str]) -> str:
        nonlocal last_end, last_said
        name, one, many = match.groups()
        if name not in params:
            return match.group(0)
        value = params[name]
        if one is not None:
            return one if value == 1 else many
        plain = f"{value:,}" if name in _COUNTS and isinstance(value, int) else str(value)
        said = value.render(translate) if isinstance(value, Message) else _named(name, plain, translate)
        before, after = text[: match.start()], text[match.end() :]
        before = last_said if match.start() == last_end else before
        last_end, last_said = match.end(), said
        left = " " if _ENDS_IN_HAN.search(before) and not _NO_GAP_BEFORE.match(said) else ""
        right = " " if _BEGINS_WITH_HAN.match(after) and not _NO_GAP_AFTER.search(said) else ""
        return left + said + right

    return _PLACE.sub(place, text)


def _named(place: str, text: str, translate: Translate) -> str:
    """What the reader calls the ids in a text, or how a day is written; anything else stays as it is."""
    if place == "iso_day":
        return date_text(date.fromisoformat(text), translate(*_LANGUAGE))
    if place not in _NAMES:
        return text
    context = f"names.{_NAMES[place]}"
    return translate(*_COMMA).join(translate(context, part) for part in text.split(_COMMA.text))


def quoted(texts: Iterable[str]) -> Message:
    """Texts of the user in a row, each in the reader's own marks: ``“a”, “b”``, ``「a」、「b」``; none is ""."""
    marked = [Message(QT_TRANSLATE_NOOP("names.marks", "“{text}”"), text=text) for text in texts]
    return in_a_row(marked)


def in_a_row(parts: Sequence[Message]) -> Message:
    """Messages with the reader's comma between them."""
    if not parts:
        return verbatim("")
    said = parts[-1]
    for part in reversed(parts[:-1]):
        said = Message(QT_TRANSLATE_NOOP("names.marks", "{first}, {others}"), first=part, others=said)
    return said


def on_day(day: date) -> Message:
    """A day within a sentence, as each reader writes it: ``2 Dec 2009``, ``2009年12月2日``."""
    return Message(Template("", "{iso_day}"), iso_day=day.isoformat())


def verbatim(text: str) -> Message:
    """A text that is the user's own (a file name, a header): shown as it is, never translated."""
    return Message(Template("", "{text}"), text=text)


def untranslated(context: str, text: str) -> str:
    """The source text as it stands, and ids as they are."""
    del context
    return text
