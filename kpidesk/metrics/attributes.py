"""Whether the data can be split by an attribute, or filtered by its values."""

from collections.abc import Mapping, Sequence

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.query import Query


def check_attributes(known: Mapping[str, Sequence[str]], query: Query) -> None:
    """UserError, with what there is, where a question names an attribute or a value that the data do not have."""
    named = [(each.attribute, each.values) for each in query.filters]
    if query.by is not None:
        named.append((query.by, ()))
    for attribute, values in named:
        _check(known, attribute, values)


def _check(known: Mapping[str, Sequence[str]], attribute: str, values: Sequence[str]) -> None:
    if attribute not in known:
        unknown = QT_TRANSLATE_NOOP("metrics", "No column called {name} can split the data.")
        hint = QT_TRANSLATE_NOOP("metrics", "There are: {known}.")
        raise UserError(Message(unknown, name=attribute), Message(hint, known=", ".join(known) or "—"))
    for value in values:
        if value not in known[attribute] and value != NO_ATTRIBUTE_VALUE:
            unknown = QT_TRANSLATE_NOOP("metrics", "{name} has no value {value}.")
            hint = QT_TRANSLATE_NOOP("metrics", "There are: {known}.")
            some = ", ".join(known[attribute][:20])
            raise UserError(Message(unknown, name=attribute, value=value), Message(hint, known=some))
