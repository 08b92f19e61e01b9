"""Errors in methods that Qt calls are told at once, and Qt gets an empty answer: none of them goes through Qt.

PySide 6.11 keeps an error that comes out of such a method until the call of Qt around it is over. If that was made from
Python and a second error comes out during it, the program ends without a word: two widgets that fail to be painted in
one ``processEvents`` are enough. Before Python 3.12 a single one does it if C code raised it (``int("x")``, ``1 / 0``,
a widget that is gone). Slots are not in danger; what overrides a method of Qt is.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

_ROOTS = (QObject, QGraphicsItem)
"""What is drawn in a scene need not be an object of Qt."""
_EMPTY = (bool, int, float, str, QModelIndex, QPoint, QRect, QRectF, QSize)
"""What a method can be declared to answer, and Qt cannot do without."""
_OURS = frozenset({"close", "find", "setText", "text"})
"""Qt has them, too, but never calls them: whoever does hears of their errors."""


def tell_errors_at_once() -> None:
    """From now on, for the classes that are there and for those to come; needed once."""
    if "__init_subclass__" in vars(QObject):
        return
    for root in _ROOTS:
        _watch(root)
    waiting = [made for root in _ROOTS for made in root.__subclasses__()]
    while waiting:
        made = waiting.pop()
        waiting += made.__subclasses__()
        _guard(made)


def _watch(root: type) -> None:
    def on_made(made: type, **properties: object) -> None:
        super(root, made).__init_subclass__(**properties)
        _guard(made)

    root.__init_subclass__ = classmethod(on_made)  # type: ignore[assignment]  # Qt's classes take what is new


def _guard(made: type) -> None:
    """What a class, or what is mixed into it, has of its own where Qt has something of that name."""
    of_qt = [part for part in made.__mro__ if _is_of_qt(part)]
    for part in made.__mro__:
        if _is_of_qt(part):
            continue
        for name, method in list(vars(part).items()):
            is_named = not name.startswith("__") and name not in _OURS and any(name in vars(each) for each in of_qt)
            if is_named and isinstance(method, FunctionType) and not hasattr(method, "tells_errors"):
                setattr(part, name, _telling(method))


def _is_of_qt(part: type) -> bool:
    return part.__module__.partition(".")[0] in ("PySide6", "Shiboken", "builtins")


def _telling(method: Callable[..., Any]) -> Callable[..., Any]:
    answer = method.__annotations__.get("return")
    empty = answer if answer in _EMPTY else None

    @wraps(method)
    def tell(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of a native library is no Exception
            _put_down_brushes(error)
            sys.excepthook(type(error), error, error.__traceback__)
        return None if empty is None else empty()

    tell.tells_errors = True  # a mark: a class is met once for each that is below it
    return tell


def _put_down_brushes(error: BaseException) -> None:
    """End the painters that the method began itself: the error keeps them longer than what they paint on."""
    failed = error.__traceback__.tb_next if error.__traceback__ is not None else None
    if failed is None or failed.tb_frame.f_code.co_name != "paintEvent":
        return
    for value in failed.tb_frame.f_locals.values():
        if isinstance(value, QPainter) and value.isActive():
            value.end()
