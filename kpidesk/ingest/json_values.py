"""Records in JSON as rows of text: nested objects become columns joined by points, numbers stay as they are written."""

import json
from collections.abc import Iterator, Mapping, Sequence

from kpidesk.ingest.raw_sheet import Row

Json = str | bool | None | list["Json"] | dict[str, "Json"]
"""What ``parse`` gives: numbers come as the texts that the file has."""

Record = Mapping[str, str]

_DEEPEST = 4


def parse(text: str) -> Json:
    """The value of a JSON text; ValueError where it is none, or nested beyond reason."""
    try:
        value: Json = json.loads(text, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def records_in(value: Json) -> Sequence[Json]:
    """The rows of a document: a list itself, the longest list of objects in an object, columns turned, or one row."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return ()
    if (turned := _turned(value)) is not None:
        return turned
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    if lists:
        return max(lists, key=len)
    inside = (records_in(each) for each in value.values() if isinstance(each, dict))
    deeper = max((rows for rows in inside if len(rows) > 1), key=len, default=())
    return deeper or (value,)


def _turned(value: dict[str, Json]) -> Sequence[Json] | None:
    """Rows of a table that is written column by column: lists of one length, or objects with the same keys."""
    columns = list(value.values())
    if len(columns) < 2:
        return None
    if all(isinstance(column, list) for column in columns):
        lists = [column for column in columns if isinstance(column, list)]
        if len({len(column) for column in lists}) > 1 or any(isinstance(c, dict) for c in lists[0]):
            return None
        return [dict(zip(value, cells, strict=True)) for cells in zip(*lists, strict=True)]
    objects = [column for column in columns if isinstance(column, dict)]
    if len(objects) < len(columns) or not all(key.isdecimal() for key in objects[0]):
        return None
    if len({tuple(column) for column in objects}) > 1:
        return None
    return [{name: column[key] for name, column in zip(value, objects, strict=True)} for key in objects[0]]


def flat(value: Json) -> Record:
    """One record as texts by column name; what is no object has its places as names."""
    found: dict[str, str] = {}
    if isinstance(value, list):
        return {str(place): _text(each) for place, each in enumerate(value)}
    if not isinstance(value, dict):
        return {"0": _text(value)}
    _flatten(value, "", found, _DEEPEST)
    return found


def _flatten(value: dict[str, Json], lead: str, found: dict[str, str], depth: int) -> None:
    for key, each in value.items():
        name = lead + key
        if isinstance(each, dict) and each and depth > 1:
            _flatten(each, f"{name}.", found, depth - 1)
        else:
            found[name] = _text(each)


def _text(value: Json) -> str:
    match value:
        case str():
            return value
        case None:
            return ""
        case True:
            return "true"
        case False:
            return "false"
    return json.dumps(value, ensure_ascii=False)


def rows_of(records: Sequence[Record], names: Sequence[str]) -> Iterator[Row]:
    """The records as rows in the order of the names."""
    return (tuple(record.get(name, "") for name in names) for record in records)
