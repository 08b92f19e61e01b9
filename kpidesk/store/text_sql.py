"""SQL that reads plain cells: a fast subset of ingest.parsing.parse_cell, with a gate that leaves all else to it.

For each column there are three expressions: the value of cells that pass the gate, whether a cell is blank, and hence
which texts are left over. Agreement with parse_cell is tested on generated texts.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_format import CellFormat
from kpidesk.store.missing import MISSING, MISSING_VALUE

_SPACE_CODES = (*range(9, 14), *range(28, 33), 133, 160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288)
_SPACES = f"concat({', '.join(f'chr({code})' for code in _SPACE_CODES)})"
_YES, _NO = ("true", "t", "yes", "y", "1"), ("false", "f", "no", "n", "0")
_SHORT = 8
_SPECIAL = re.compile(r"[^a-z0-9 ]")
_SAFE = "!-~À-ÖØ-öø-ňŋ-žΑ-ΡΣ-Ωα-ωЀ-џぁ-ゖァ-ヺ一-鿿가-힣"
_LETTER, _LETTER_OR_SPACE = f"[{_SAFE}]", f"[ {_SAFE}]"
_DAY = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,6})?"
_PARTS = "[0-9]{1,2}/[0-9]{1,2}/"
_YEAR = "[12][0-9]{3}"
_SHORT_CLOCK, _LONG_CLOCK = " [0-9]{1,2}:[0-9]{2}", " [0-9]{1,2}:[0-9]{2}:[0-9]{2}"
_STRPTIME = {"dmy": "%d/%m", "mdy": "%m/%d"}


class Branch(NamedTuple):
    """A form of plain cells: the gate, and the value. ``tried`` is the value as NULL where ``value`` would fail."""

    gate: str
    value: str
    tried: str = ""


class Reading(NamedTuple):
    """How one column is read: the forms of its plain cells, and the test for a blank one."""

    branches: tuple[Branch, ...]
    is_blank: str

    def strict(self, otherwise: str) -> str:
        """The value of a cell, ``otherwise`` where no gate lets it in; fails on a cell like 2024-02-30."""
        cases = "".join(f" WHEN {branch.gate} THEN {branch.value}" for branch in self.branches)
        return f"CASE{cases} WHEN {self.is_blank} THEN NULL ELSE {otherwise} END"

    def tried(self) -> str:
        """The value of a cell, NULL where it is left to ``rest``."""
        cases = "".join(f" WHEN {_holds(branch)} THEN {branch.tried or branch.value}" for branch in self.branches)
        return f"CASE{cases} ELSE NULL END"

    def rest(self, column: str) -> str:
        """The text of a cell that is neither plain nor blank, else NULL."""
        cases = "".join(f" WHEN {_holds(branch)} THEN NULL" for branch in self.branches)
        return f"CASE{cases} WHEN {self.is_blank} THEN NULL ELSE {column} END"


def _holds(branch: Branch) -> str:
    return f"{branch.gate} AND {branch.tried} IS NOT NULL" if branch.tried else branch.gate


def reading(column: str, form: CellFormat) -> Reading:
    """How the cells of a column are read in a format."""
    match form.type:
        case ColumnType.TEXT:
            return _text(column)
        case ColumnType.ID:
            return _id(column)
        case ColumnType.FLAG:
            return _flag(column, form)
        case ColumnType.DATE:
            return _date(column, form)
    return _number(column, form)


def _text(x: str) -> Reading:
    """Stripped as Python strips; short ones may say that something is missing, and only plain ones are judged here."""
    ends = f"unicode({x}) BETWEEN 33 AND 126 AND unicode(right({x}, 1)) BETWEEN 33 AND 126"
    known = f"(strlen({x}) > {_SHORT} OR ({_no_mark_begins(x)}) OR NOT {_is_one_of(f'lower({x})', MISSING)})"
    ascii_text = f"strlen({x}) = length({x}) AND {ends} AND {known}"
    letters = f"strlen({x}) > length({x}) AND regexp_full_match({x}, '{_LETTER}(?:{_LETTER_OR_SPACE}*{_LETTER})?')"
    stripped = f"trim({x}, {_SPACES})"
    long = f"strlen({x}) > {_SHORT} AND length({stripped}) > {_SHORT}"
    return Reading((Branch(ascii_text, x), Branch(letters, x), Branch(long, stripped)), _is_blank(x))


def _id(x: str) -> Reading:
    known = f"NOT ends_with({x}, '.0') AND (({_no_mark_begins(x)}) OR NOT {_is_one_of(f'lower({x})', _NO_ID)})"
    plain = f"regexp_full_match({x}, '[!-~]{{4,100}}') AND {known}"
    digits = f"regexp_full_match({x}, '[0-9]{{1,3}}')"
    # No marker of a missing value ends in a digit: the commonest form of ids, in one test.
    numbered = f"regexp_full_match({x}, '[!-~]*[!-\\-/-~][0-9]')"
    return Reading((Branch(numbered, x), Branch(plain, x), Branch(digits, x)), _is_blank(x))


_NO_ID = frozenset(word for word in MISSING | {"none", "nat", "<na>"} if word.isascii() and len(word) >= 4)


def _flag(x: str, form: CellFormat) -> Reading:
    yes = [word for word in _YES if word not in form.false_words]
    no = [word for word in _NO if word not in form.true_words]
    branches = (
        Branch(_is_one_of(f"lower({x})", yes), "true"),
        Branch(_is_one_of(f"lower({x})", no), "false"),
    )
    return Reading(branches, _is_blank(x))


def _number(x: str, form: CellFormat) -> Reading:
    """Digits, then grouped digits with a sign of money before, then percents."""
    mark, group = (".", ",") if form.decimal == "." else (",", ".")
    times = "" if form.multiplier == 1.0 else f" * {form.multiplier!r}::DOUBLE"
    digits = f"-?[0-9]{{1,40}}(?:[{mark}][0-9]{{1,15}})?"
    plain, spaced = f"regexp_full_match({x}, '{digits}')", f"regexp_full_match({x}, ' *{digits} *')"
    pointed = x if mark == "." else f"replace({x}, ',', '.')"
    thousands = f"[0-9]{{1,3}}(?:[{group}][0-9]{{3}}){{0,8}}"
    grouped = f"regexp_full_match({x}, '-?[$€£]? ?{thousands}(?:[{mark}][0-9]{{1,15}})?(?: ?€)?')"
    bare = f"regexp_replace({x}, '[^0-9{mark}-]', '', 'g')"
    bare = bare if mark == "." else f"replace({bare}, ',', '.')"
    percent = f"regexp_full_match({x}, '-?[0-9]{{1,15}}(?:[{mark}][0-9]{{1,15}})? ?%')"
    branches = (
        Branch(plain, f"CAST({pointed} AS DOUBLE){times}"),
        Branch(spaced, f"CAST(trim({pointed}) AS DOUBLE){times}"),
        Branch(grouped, f"CAST({bare} AS DOUBLE){times}"),
        Branch(percent, f"CAST({bare} AS DOUBLE) * 0.01::DOUBLE"),
    )
    return Reading(branches, _is_blank(x, MISSING_VALUE))


def _date(x: str, form: CellFormat) -> Reading:
    """ISO days and moments in every order, then what the column's own order allows."""
    kind = "TIMESTAMP" if form.has_time else "DATE"
    branches = [
        _cast(x, _DAY, "DATE", kind),
        _cast(x, f"{_DAY}[ T]{_CLOCK}", "TIMESTAMP", kind),
    ][:: -1 if form.has_time else 1]
    if (pattern := _STRPTIME.get(form.date_order)) is not None:
        slashed = f"replace(replace({x}, '-', '/'), '.', '/')"
        own = [
            _parsed(slashed, _PARTS + _YEAR + clock, f"{pattern}/%Y{more}", kind)
            for clock, more in (("", ""), (_SHORT_CLOCK, " %H:%M"), (_LONG_CLOCK, " %H:%M:%S"))
        ]
        short_year = _parsed(slashed, f"{_PARTS}[0-9]{{2}}", f"{pattern}/%y", kind)
        branches = [*own[:: -1 if form.has_time else 1], short_year, *branches]
    if form.date_order in ("ymd", "dmy", "mdy"):
        branches.append(_parsed(x, f"{_YEAR}[0-9]{{4}}", "%Y%m%d", kind))
    if form.date_order == "serial":
        days = f"TRY_CAST({x} AS INTEGER)"
        counted = f"CASE WHEN {days} BETWEEN 61 AND 2958465 THEN CAST(DATE '1899-12-30' + {days} AS {kind}) END"
        branches.append(Branch(f"regexp_full_match({x}, '[0-9]{{2,7}}') AND {counted} IS NOT NULL", counted))
    if form.date_order in ("ym", "my"):
        branches.append(_parsed(x, f"{_YEAR}-[0-9]{{2}}", "%Y-%m", kind))
    return Reading(tuple(branches), _is_blank(x, MISSING_VALUE))


def _cast(x: str, gate: str, read_as: str, kind: str) -> Branch:
    value = f"CAST({{}}({x} AS {read_as}) AS {kind})" if read_as != kind else f"{{}}({x} AS {kind})"
    return Branch(f"regexp_full_match({x}, '{gate}')", value.format("CAST"), value.format("TRY_CAST"))


def _parsed(x: str, gate: str, pattern: str, kind: str) -> Branch:
    value = f"CAST({{}}({x}, '{pattern}') AS {kind})"
    return Branch(f"regexp_full_match({x}, '{gate}')", value.format("strptime"), value.format("try_strptime"))


def _is_blank(x: str, words: frozenset[str] = MISSING) -> str:
    return f"{x} IS NULL OR {x} = '' OR {_is_one_of(f'lower(trim({x}))', words | {''})}"


def _is_one_of(x: str, words: Collection[str]) -> str:
    """Membership as a regular expression: a long IN, and a list, become a join made for every row, asked for or not."""
    listed = "|".join(_SPECIAL.sub(r"\\\g<0>", word) for word in sorted(words) if word.isascii())
    return f"regexp_full_match({x}, '{listed}')"


def _no_mark_begins(x: str) -> str:
    """Whether a text begins as no marker of a missing value does."""
    first = sorted({ord(c) for word in MISSING | _NO_ID for c in (word[0], word[0].upper()) if ord(c) >= 48})
    return f"unicode({x}) >= 48 AND " + " AND ".join(f"unicode({x}) <> {code}" for code in first)
