"""Errors out of methods that Qt calls are made whole before PySide reads them.

Before Python 3.12 an error that C code raised (``int("x")``, ``1 / 0``, a widget that is gone) is a type and a text
until Python code looks at it. PySide 6.11 reads it as an object when it comes out of an event handler: the program ends
without a word, where it should report. Looking at the error on its way out is enough.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

_NAMED = frozenset(
    {"event", "eventFilter", "sizeHint", "minimumSizeHint", "heightForWidth", "paint", "data", "headerData", "flags"}
    | {"rowCount", "columnCount", "itemChange", "boundingRect", "shape"}
)


def make_errors_whole() -> None:
    """From now on, for the classes that are there and for those to come; needed once, and not from Python 3.12 on."""
    if sys.version_info >= (3, 12) or "__init_subclass__" in vars(QObject):
        return
    QObject.__init_subclass__ = classmethod(_on_made)  # type: ignore[assignment]  # Qt's classes take what is new
    waiting = QObject.__subclasses__()
    while waiting:
        made = waiting.pop()
        waiting += made.__subclasses__()
        _guard(made)


def _on_made(made: type[QObject], **properties: object) -> None:
    super(QObject, made).__init_subclass__(**properties)
    _guard(made)


def _guard(made: type) -> None:
    """The handlers of a class and of what is mixed into it."""
    for part in made.__mro__:
        if part.__module__.partition(".")[0] in ("PySide6", "Shiboken", "builtins"):
            continue
        for name, handler in list(vars(part).items()):
            is_called_by_qt = name.endswith("Event") or name in _NAMED
            if is_called_by_qt and isinstance(handler, FunctionType) and not hasattr(handler, "lets_out_whole"):
                setattr(part, name, _looked_at(handler))


def _looked_at(handler: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(handler)
    def look(*arguments: Any, **named: Any) -> Any:
        try:
            return handler(*arguments, **named)
        except BaseException:  # noqa: TRY203 - to look at it is what makes it whole
            raise

    look.lets_out_whole = True  # a mark: a class is met once for each that is below it
    return look
