"""What commands print: one JSON object, or tables that stand straight in any script."""

import json
import math
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TextIO

from kpidesk.core.findings import Level

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def print_json(value: Mapping[str, object]) -> None:
    """One JSON object and nothing else; a number that is none is null."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False))


def number(value: float | None) -> float | None:
    """The value as JSON can hold it."""
    return None if value is None or not math.isfinite(value) else float(value)


def whole(value: float | None) -> float | int | None:
    """The same, written without a fraction where there is none."""
    known = number(value)
    return int(known) if known is not None and known == int(known) else known


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, right: int = 1) -> None:
    """Columns aligned; those from ``right`` on to the right, as numbers want it."""
    widths = [max(width(row[i]) for row in (headers, *rows)) for i in range(len(headers))]
    for row in (headers, ["─" * w for w in widths], *rows):
        cells = [_padded(cell, widths[i], is_right=i >= right) for i, cell in enumerate(row)]
        print("  ".join(cells).rstrip())


def print_findings(findings: Sequence[Mapping[str, object]]) -> None:
    """Warnings and blockers, as plain values, one line each; notes are counted."""
    notes = len(findings) - print_grave(findings, sys.stdout)
    if notes:
        print(f"{notes} {'note' if notes == 1 else 'notes'} besides; --json lists them")


def print_grave(findings: Sequence[Mapping[str, object]], stream: TextIO) -> int:
    """Warnings and blockers, one line each; how many there are."""
    grave = [finding for finding in findings if finding["level"] != Level.NOTE.value]
    for finding in grave:
        where = f"{finding['where']}: " if finding["where"] is not None else ""
        print(one_line(f"{finding['level']}: {where}{finding['message']}"), file=stream)
    return len(grave)


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def one_line(text: str) -> str:
    """The user's own text without line breaks and control characters."""
    return "".join(c if c.isprintable() else " " for c in text)


def _padded(text: str, columns: int, *, is_right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if is_right else text + space
