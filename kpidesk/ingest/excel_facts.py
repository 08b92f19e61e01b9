"""SheetFacts: what the fast readers do not tell of a sheet, and what number formats say about its columns."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kpidesk.ingest.numbers import currency_of

EXAMPLES = 20
_MOST_MERGES = 20_000
_MOST = 0.5

_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((5, 6, 7, 8, 42, 44), "$#,##0.00"),
    **dict.fromkeys((37, 38, 39, 40, 41, 43), "#,##0.00"),
}
"""The formats that Excel knows by number alone, as far as they say what a number is; 42 and 44 follow the system."""

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"])*')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_LOCALE = re.compile(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]")
_DOLLARS_AND_YEN = {"409": "USD", "804": "CNY", "411": "JPY", "c04": "HKD", "404": "TWD", "1009": "CAD", "c09": "AUD"}


@dataclass(slots=True)
class SheetFacts:
    """What was noticed in one sheet; cells as (row, column) from 0, merges as (row, column, last row, last column).

    ``formats`` holds for each column the number format of most of its cells, as far as they were looked at.
    """

    is_hidden: bool = False
    first_column: int | None = None
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: int = 0
    error_cells: list[tuple[int, int]] = field(default_factory=list)
    no_value: int = 0
    no_value_cells: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    formats: dict[int, str] = field(default_factory=dict)

    def error(self, row: int | None, column: int = 0) -> None:
        """Count a cell that shows an error."""
        self.errors += 1
        if row is not None and len(self.error_cells) < EXAMPLES:
            self.error_cells.append((row, column))

    def missing_value(self, row: int | None, column: int = 0) -> None:
        """Count a formula whose result was not stored."""
        self.no_value += 1
        if row is not None and len(self.no_value_cells) < EXAMPLES:
            self.no_value_cells.append((row, column))

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Note a merged range, as long as there are not absurdly many."""
        if len(self.merges) < _MOST_MERGES:
            self.merges.append((first_row, first_column, last_row, last_column))

    def settle_formats(self, styles: Mapping[int, Counter[int]], codes: Mapping[int, str]) -> None:
        """Keep the format of each column that most of its cells share, from how often each style stands there."""
        for column, counts in styles.items():
            by_code: Counter[str] = Counter()
            for style, count in counts.items():
                by_code[codes.get(style, "")] += count
            code, count = by_code.most_common(1)[0]
            if code and count > _MOST * counts.total():
                self.formats[column] = code


def format_code(number: int, custom: Mapping[int, str]) -> str:
    """The format with a number: the workbook's own, else the one that Excel knows by it."""
    return custom.get(number, _BUILT_IN.get(number, ""))


def number_format(code: str) -> str:
    """What a number format says of its numbers: "percent", "points", "money" with or without ":EUR", or ''."""
    section = _SECTION.match(code)
    plain = section[0] if section else code
    literal = "".join(quoted or escaped for quoted, escaped in _QUOTED.findall(plain))
    bare = _QUOTED.sub("", plain)
    if "%" in bare:
        return "percent"
    if "%" in literal:
        return "points"
    named = _LOCALE.search(bare)
    sign = named[1] if named is not None and named[1] else literal or bare.strip("#,.0_-*?() ")
    currency = currency_of(f"{sign.strip()} 1")
    if currency is None:
        return ""
    if not currency and named is not None:
        currency = _DOLLARS_AND_YEN.get((named[2] or "").casefold().lstrip("0"), "")
    return f"money:{currency}" if currency else "money"
