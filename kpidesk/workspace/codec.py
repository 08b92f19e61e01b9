"""Between frozen values and plain JSON values, by the declared types of the fields.

Reading is strict where a value would be misread (another type, an unknown word) and lenient where a file is merely
older: a field that is missing takes its default, a field that is unknown is left out.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Literal, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kpidesk.core.courtesy import make_way
from kpidesk.core.messages import Message, Template
from kpidesk.core.period import Period

T = TypeVar("T")

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


class CodecError(ValueError):
    """A plain value that cannot be what the field is declared as; says where."""


def to_plain(value: object) -> Plain:
    """The value as JSON can hold it; TypeError for a kind of value that no document may have."""
    match value:
        case Enum():
            return to_plain(value.value)
        case None | bool() | str() | int():
            return value
        case float():
            return value if value - value == 0 else str(value)
        case Period() | Path():
            return str(value)
        case date():
            return value.isoformat()
        case Message():
            params = {name: _param(param) for name, param in value.params.items()}
            return {"context": value.template.context, "text": value.template.text, "params": params}
        case Mapping():
            return {_key(key): to_plain(item) for key, item in value.items()}
        case frozenset():
            return sorted((to_plain(item) for item in value), key=str)
        case tuple() | list():
            return [to_plain(item) for item in value]
    make_way()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(type(value))


def from_plain(kind: type[T], plain: Plain, where: str = "workspace") -> T:
    """The value of that type; raises CodecError where the plain one is not of it."""
    return cast(T, _read(kind, plain, where))


def settled(message: Message) -> Message:
    """The same sentence with parameters that survive a saved file: texts, numbers and sentences."""
    return cast(Message, _message(to_plain(message), ""))


def _param(value: object) -> Plain:
    if isinstance(value, Message):
        return to_plain(value)
    return value if isinstance(value, bool | int | float | str) and value == value else str(value)


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(type(key))
    return key


def _read(kind: object, plain: Plain, where: str) -> object:
    """Read by the declared type; the order matters, for a NewType is no class and a bool is an int."""
    if isinstance(kind, NewType):
        return _read(kind.__supertype__, plain, where)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_union(get_args(kind), plain, where)
    if origin is Literal:
        return _checked(plain, plain in get_args(kind), where)
    if origin in (tuple, frozenset):
        return _read_items(kind, plain, where)
    if origin is not None:
        return _read_mapping(get_args(kind), plain, where)
    if isinstance(kind, type):
        return _read_class(kind, plain, where)
    raise TypeError(kind)


def _read_class(kind: type, plain: Plain, where: str) -> object:
    if kind is object:
        return plain
    if kind is float:
        return _read_float(plain, where)
    if kind in (str, bool, int):
        return _checked(plain, type(plain) is kind, where)
    try:
        if issubclass(kind, Enum):
            return kind(plain)
        if kind is date:
            return date.fromisoformat(str(plain))
        if kind is Period:
            return Period.parse(str(plain))
    except (ValueError, OverflowError) as error:
        raise CodecError(where) from error
    if kind is Message:
        return _message(plain, where)
    if is_dataclass(kind):
        return _read_dataclass(kind, plain, where)
    raise TypeError(kind)


def _read_float(plain: Plain, where: str) -> float:
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return float(plain)
    if plain in ("nan", "inf", "-inf"):
        return float(plain)
    raise CodecError(where)


def _read_union(kinds: tuple[object, ...], plain: Plain, where: str) -> object:
    if plain is None and type(None) in kinds:
        return None
    failure = CodecError(where)
    for kind in kinds:
        if kind is not type(None):
            try:
                return _read(kind, plain, where)
            except CodecError as error:
                failure = error
    raise failure


def _read_items(kind: object, plain: Plain, where: str) -> object:
    if not isinstance(plain, list):
        raise CodecError(where)
    arguments = get_args(kind)
    if get_origin(kind) is frozenset:
        return frozenset(_read(arguments[0], item, where) for item in plain)
    if arguments[-1] is Ellipsis:
        return tuple(_read(arguments[0], item, f"{where}[{i}]") for i, item in enumerate(plain))
    if len(arguments) != len(plain):
        raise CodecError(where)
    return tuple(_read(k, item, f"{where}[{i}]") for i, (k, item) in enumerate(zip(arguments, plain, strict=True)))


def _read_mapping(arguments: tuple[object, ...], plain: Plain, where: str) -> object:
    if not isinstance(plain, dict):
        raise CodecError(where)
    return {key: _read(arguments[1], item, f"{where}.{key}") for key, item in plain.items()}


def _read_dataclass(kind: type, plain: Plain, where: str) -> object:
    if not isinstance(plain, dict):
        raise CodecError(where)
    make_way()
    values: dict[str, object] = {}
    hints = _hints(kind)
    for field in fields(kind):
        place = f"{where}.{field.name}"
        if field.name in plain:
            values[field.name] = _read(hints[field.name], plain[field.name], place)
        elif not _has_default(field):
            raise CodecError(place)
    return kind(**values)


def _message(plain: Plain, where: str) -> object:
    if not isinstance(plain, dict):
        raise CodecError(where)
    context, text, params = plain.get("context"), plain.get("text"), plain.get("params", {})
    if not (isinstance(context, str) and isinstance(text, str) and isinstance(params, dict)):
        raise CodecError(where)
    filled = {name: _message(value, where) if isinstance(value, dict) else value for name, value in params.items()}
    return Message(Template(context, text), **filled)


def _checked(plain: Plain, is_right: bool, where: str) -> Plain:
    if not is_right:
        raise CodecError(where)
    return plain


def _has_default(field: "Field[object]") -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)
