"""Text to formula: a small whitelisted grammar, bounded before and while it is read. Nothing is ever evaluated as code.

::

    sum     = product { ("+" | "-") product }
    product = factor { ("*" | "/") factor }
    factor  = "-" factor | number | name | name "(" sum { "," sum } ")" | "(" sum ")"
"""

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.functions import CONSTANTS, FUNCTIONS

MAX_LENGTH = 500
MAX_DEPTH = 24
MAX_NODES = 200

_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/(),])|(?P<end>$)|(?P<other>.))",
    re.ASCII | re.DOTALL,
)


class FormulaError(UserError):
    """A formula that is not one; ``position`` counts characters from 0 to where it goes wrong."""

    def __init__(self, message: Message, position: int, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.position = position


class _Token(NamedTuple):
    kind: str
    text: str
    position: int


def parse_formula(text: str) -> Expr:
    """The tree of a formula; raises FormulaError, with a position, for anything else, however long or deep.

    >>> parse_formula("ltv / cac").operator
    '/'
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            Message(
                QT_TRANSLATE_NOOP("formula", "The formula is longer than {most} characters. Shorten it."),
                most=MAX_LENGTH,
            ),
            MAX_LENGTH,
        )
    parser = _Parser(_tokens(text))
    expr = parser.sum(0)
    parser.expect_end()
    return expr


def _tokens(text: str) -> tuple[_Token, ...]:
    found: list[_Token] = []
    position = 0
    while True:
        match = _TOKEN.match(text, position)
        kind = match.lastgroup if match is not None else None
        if match is None or kind is None:
            raise _unexpected(text[position : position + 1], position)
        token = _Token(kind, match[kind], match.start(kind))
        if kind == "other":
            raise _unexpected(token.text, token.position)
        found.append(token)
        if kind == "end":
            return tuple(found)
        position = match.end()


@dataclass(slots=True)
class _Parser:
    tokens: tuple[_Token, ...]
    at: int = 0
    nodes: int = 0

    def sum(self, depth: int) -> Expr:
        return self._chain("+-", depth)

    def expect_end(self) -> None:
        token = self.tokens[self.at]
        if token.kind != "end":
            raise _unexpected(token.text, token.position)

    def _chain(self, operators: str, depth: int) -> Expr:
        below = self._product if operators == "+-" else self._factor
        left = below(depth)
        while (token := self.tokens[self.at]).kind == "sign" and token.text in operators:
            self.at += 1
            left = Binary(token.text, left, below(depth), token.position)
            self._count(token.position)
        return left

    def _product(self, depth: int) -> Expr:
        return self._chain("*/", depth)

    def _factor(self, depth: int) -> Expr:
        token = self.tokens[self.at]
        if depth > MAX_DEPTH:
            raise _too_complex(token.position)
        self.at += 1
        self._count(token.position)
        if token.kind == "number":
            return self._number(token)
        if token.kind == "name":
            return self._name(token, depth)
        if token.text == "-":
            return Negative(self._factor(depth + 1), token.position)
        if token.text == "(":
            inner = self.sum(depth + 1)
            self._take(")")
            return inner
        raise _unexpected(token.text, token.position)

    def _number(self, token: _Token) -> Expr:
        value = float(token.text)
        if not math.isfinite(value):
            raise _unexpected(token.text, token.position)
        return Number(value, position=token.position)

    def _name(self, token: _Token, depth: int) -> Expr:
        following = self.tokens[self.at]
        if following.kind == "sign" and following.text == "(":
            return self._call(token, depth)
        if token.text in CONSTANTS:
            value, unit = CONSTANTS[token.text]
            return Number(value, unit, token.position)
        return Ref(MetricName(token.text), token.position)

    def _call(self, token: _Token, depth: int) -> Expr:
        function = FUNCTIONS.get(token.text)
        if function is None:
            unknown = QT_TRANSLATE_NOOP("formula", "There is no function {name}. Known ones: {known}.")
            raise FormulaError(Message(unknown, name=token.text, known=", ".join(FUNCTIONS)), token.position)
        self.at += 1
        arguments = [self.sum(depth + 1)]
        while self.tokens[self.at].text == ",":
            self.at += 1
            arguments.append(self.sum(depth + 1))
        self._take(")")
        if not function.fewest <= len(arguments) <= function.most:
            wrong = QT_TRANSLATE_NOOP("formula", "{name} takes {fewest} to {most} values, not {count}.")
            message = Message(
                wrong, name=function.name, fewest=function.fewest, most=function.most, count=len(arguments)
            )
            raise FormulaError(message, token.position)
        return Call(function.name, tuple(arguments), token.position)

    def _take(self, text: str) -> None:
        token = self.tokens[self.at]
        if token.text != text:
            raise _unexpected(token.text, token.position)
        self.at += 1

    def _count(self, position: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _too_complex(position)


def _unexpected(text: str, position: int) -> FormulaError:
    if not text:
        return FormulaError(Message(QT_TRANSLATE_NOOP("formula", "The formula ends too early.")), position)
    message = Message(
        QT_TRANSLATE_NOOP("formula", "“{text}” is not expected at place {place} of the formula."),
        text=text if text.isprintable() else repr(text),
        place=position + 1,
    )
    return FormulaError(message, position)


def _too_complex(position: int) -> FormulaError:
    return FormulaError(
        Message(QT_TRANSLATE_NOOP("formula", "The formula is nested too deeply or has too many parts.")), position
    )
