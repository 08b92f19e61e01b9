"""TOML with line numbers: the parser gives none, so section headers are found again in the text."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SECTION = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file and the line (from 1) on which each of its sections begins."""

    path: Path
    content: dict[str, Any]
    lines: dict[str, int]

    def line(self, section: str) -> int:
        """The line of ``[section]``, or 1 where the section is not written as a header."""
        return self.lines.get(section, 1)


def read_toml(path: Path) -> TomlFile:
    """Read one file; raises tomllib.TOMLDecodeError, which names the line, where it is not TOML."""
    text = path.read_text(encoding="utf-8")
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _SECTION.match(line):
            lines.setdefault(match.group(1).replace('"', ""), number)
    return TomlFile(path, tomllib.loads(text), lines)
