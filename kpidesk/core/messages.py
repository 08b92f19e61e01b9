"""Translatable text without Qt: a template, its context and the values that fill it.

Qt Linguist's extractor goes by the *name* ``QT_TRANSLATE_NOOP`` and wants literals, so texts of the model are written
``Message(QT_TRANSLATE_NOOP("findings", "{rows} rows have no customer"), rows=3)`` and translated by whoever shows them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Translate = Callable[[str, str], str]
"""Takes a context and a source text; answers the text in the language of the reader."""

_PLACE = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")


class Template(NamedTuple):
    """A source text in English and the context under which translators find it."""

    context: str
    text: str


def QT_TRANSLATE_NOOP(context: str, text: str) -> Template:
    """Mark a literal for the extractor; the name is the one that it looks for."""
    return Template(context, text)


@dataclass(frozen=True, init=False)
class Message:
    """A sentence for the user, in no language yet.

    Places are ``{name}``, filled with ``str`` of the parameter (a Message is rendered first), or ``{name|row|rows}``:
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
        return self.render(_source_text)

    def render(self, translate: Translate) -> str:
        """Translate the template, then fill its places."""
        return fill(translate(*self.template), self.params, translate)


def fill(text: str, params: Mapping[str, object], translate: Translate) -> str:
    """Fill the places of an already translated text; an unknown place stays as it is."""

    def place(match: re.Match[str]) -> str:
        name, one, many = match.groups()
        if name not in params:
            return match.group(0)
        value = params[name]
        if one is not None:
            return one if value == 1 else many
        return value.render(translate) if isinstance(value, Message) else str(value)

    return _PLACE.sub(place, text)


def verbatim(text: str) -> Message:
    """A text that is the user's own (a file name, a header): shown as it is, never translated."""
    return Message(Template("", "{text}"), text=text)


def _source_text(context: str, text: str) -> str:
    return text
