"""A formula as a reader says it: KPIs by their names, functions in words, signs as in a book."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template, Translate
from kpidesk.metrics.catalogue import Catalogue

_PIECE = re.compile(r"[a-z]\w*\(?|[()]|,\s*|[^a-z(),]+")
_SIGNS = str.maketrans("*/-", "×÷−")

_ELSE = QT_TRANSLATE_NOOP("metrics", "{value}, else {other}")
_AND = QT_TRANSLATE_NOOP("metrics", "{value}, {other}")
_OF_ONE: Mapping[str, Template] = {
    "monthly": QT_TRANSLATE_NOOP("metrics", "{value} a month"),
    "yearly": QT_TRANSLATE_NOOP("metrics", "{value} a year"),
    "evenly_monthly": QT_TRANSLATE_NOOP("metrics", "{value} in equal parts a month"),
    "previous": QT_TRANSLATE_NOOP("metrics", "{value} of the period before"),
    "year_ago": QT_TRANSLATE_NOOP("metrics", "{value} of a year before"),
    "mean_of_half_year": QT_TRANSLATE_NOOP("metrics", "mean of {value} in the six months before"),
    "unless_negative": QT_TRANSLATE_NOOP("metrics", "{value}, no value below 0"),
}
_WHERE_KNOWN = QT_TRANSLATE_NOOP("metrics", "{value} where {other} are known")
_OF_SEVERAL: Mapping[str, Template] = {
    "sum_known": QT_TRANSLATE_NOOP("metrics", "sum of those known: {value}"),
    "min": QT_TRANSLATE_NOOP("metrics", "least of {value}"),
    "max": QT_TRANSLATE_NOOP("metrics", "largest of {value}"),
}


def formula_words(formula: str, catalogue: Catalogue, language: str, translate: Translate) -> str:
    """``LTV ÷ CAC``; ``first(mqls, sqls)`` is ``MQLs, else SQLs``, in brackets beside others."""
    said = _Words(catalogue, language, translate)
    return _bare(", ".join(said.arguments(iter(_PIECE.findall(f"{formula})")))))


class _Words:
    """Reads a formula from the left; each call of a function becomes words in brackets."""

    def __init__(self, catalogue: Catalogue, language: str, translate: Translate) -> None:
        self._catalogue, self._language, self._translate = catalogue, language, translate

    def arguments(self, pieces: Iterator[str]) -> tuple[str, ...]:
        """What stands up to the bracket that closes, apart by commas."""
        found = [""]
        for piece in pieces:
            if piece == ")":
                break
            if piece.startswith(","):
                found.append("")
            elif piece == "(":
                found[-1] += f"({', '.join(self.arguments(pieces))})"
            elif piece.endswith("("):
                found[-1] += f"({self._call(piece[:-1], self.arguments(pieces))})"
            elif piece in self._catalogue:
                found[-1] += self._catalogue.get(piece).label(self._language)
            else:
                found[-1] += piece.translate(_SIGNS)
        return tuple(found)

    def _call(self, function: str, arguments: Sequence[str]) -> str:
        if function == "share":
            return " ÷ ".join(arguments)
        if function in _OF_ONE:
            value = arguments[0]
            return self._say(_OF_ONE[function], value=value if function == "unless_negative" else _as_one(value))
        if function in _OF_SEVERAL:
            return self._say(_OF_SEVERAL[function], value=self._joined(_AND, [_bare(each) for each in arguments]))
        if function == "where_known":
            return self._joined(_WHERE_KNOWN, [_bare(each) for each in arguments])
        if function in ("first", "default"):
            return self._joined(_ELSE, [_bare(each) for each in arguments])
        return f"{function}: {', '.join(arguments)}"

    def _joined(self, words: Template, parts: Sequence[str]) -> str:
        return reduce(lambda value, other: self._say(words, value=value, other=other), parts)

    def _say(self, words: Template, **parts: str) -> str:
        return Message(words, **parts).render(self._translate)


def _as_one(text: str) -> str:
    """The text, in brackets where it is several terms."""
    return f"({text})" if _bare(text) == text and any(f" {sign} " in text for sign in "+−×÷") else text


def _bare(text: str) -> str:
    """The text without brackets that hold all of it."""
    if not text.startswith("(") or not text.endswith(")"):
        return text
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and at < len(text) - 1:
            return text
    return text[1:-1]
