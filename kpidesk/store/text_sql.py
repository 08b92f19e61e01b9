"""SQL that reads plain cells: a fast subset of ingest.parsing.parse_cell, with a gate that leaves all else to it.

For each column there are three expressions: the value of cells that pass the gate, whether a cell is blank, and hence
which texts are left over. Agreement with parse_cell is tested on generated texts.
"""

from typing import TYPE_CHECKING, NamedTuple

from kpidesk.schema.model import ColumnType
from kpidesk.store.missing import MISSING, MISSING_VALUE

if TYPE_CHECKING:
    from kpidesk.store.text_load import CellFormat

_SPACE_CODES = (*range(9, 14), *range(28, 33), 133, 160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288)
_SPACES = f"concat({', '.join(f'chr({code})' for code in _SPACE_CODES)})"
_YES, _NO = ("true", "t", "yes", "y", "1"), ("false", "f", "no", "n", "0")
_SHORT = 8
_DAY = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,6})?"
_PARTS = "[0-9]{1,2}/[0-9]{1,2}/"
_YEAR = "[12][0-9]{3}"
_SHORT_CLOCK, _LONG_CLOCK = " [0-9]{1,2}:[0-9]{2}", " [0-9]{1,2}:[0-9]{2}:[0-9]{2}"
_STRPTIME = {"dmy": "%d/%m", "mdy": "%m/%d"}


class Reading(NamedTuple):
    """How one column is read: CASE branches of plain cells, and the test for a blank one."""

    branches: tuple[tuple[str, str], ...]
    is_blank: str

    def value(self, otherwise: str) -> str:
        """The value of a cell; ``otherwise`` where the gate refuses it."""
        cases = "".join(f" WHEN {test} THEN {value}" for test, value in self.branches)
        return f"CASE{cases} WHEN {self.is_blank} THEN NULL ELSE {otherwise} END"

    def rest(self, column: str) -> str:
        """The text of a cell that the gate refuses, else NULL."""
        cases = "".join(f" WHEN {test} THEN NULL" for test, _ in self.branches)
        return f"CASE{cases} WHEN {self.is_blank} THEN NULL ELSE {column} END"


def reading(column: str, form: "CellFormat") -> Reading:
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
    stripped = f"trim({x}, {_SPACES})"
    plain = f"length({stripped}) > {_SHORT}"
    short = f"{x} <> '' AND strlen({x}) <= {_SHORT} AND strlen({x}) = length({x})"
    missing = f"{short} AND lower(trim({x})) IN ({_quoted(MISSING)}, '')"
    word = f"{short} AND regexp_full_match({x}, ' *[!-~](?:[ -~]*[!-~])? *')"
    return Reading(((plain, stripped), (missing, "NULL"), (word, f"trim({x})")), _is_blank(x))


def _id(x: str) -> Reading:
    known = f"NOT ends_with({x}, '.0') AND lower({x}) NOT IN ({_quoted(_NO_ID)})"
    plain = f"regexp_full_match({x}, '[!-~]{{4,100}}') AND {known}"
    digits = f"regexp_full_match({x}, '[0-9]{{1,3}}')"
    return Reading(((plain, x), (digits, x)), _is_blank(x))


_NO_ID = frozenset(word for word in MISSING | {"none", "nat", "<na>"} if word.isascii() and len(word) >= 4)


def _flag(x: str, form: "CellFormat") -> Reading:
    yes = [word for word in _YES if word not in form.false_words]
    no = [word for word in _NO if word not in form.true_words]
    branches = ((f"lower({x}) IN ({_quoted(yes)})", "true"), (f"lower({x}) IN ({_quoted(no)})", "false"))
    return Reading(branches, _is_blank(x))


def _number(x: str, form: "CellFormat") -> Reading:
    """Digits, then grouped digits with a sign of money before, then percents."""
    mark, group = (".", ",") if form.decimal == "." else (",", ".")
    times = "" if form.multiplier == 1.0 else f" * {form.multiplier!r}::DOUBLE"
    pointed = f"trim({x})" if mark == "." else f"replace(trim({x}), ',', '.')"
    plain = f"regexp_full_match({x}, ' *-?[0-9]{{1,40}}(?:[{mark}][0-9]{{1,15}})? *')"
    thousands = f"[0-9]{{1,3}}(?:[{group}][0-9]{{3}}){{0,8}}"
    grouped = f"regexp_full_match({x}, '-?[$€£]? ?{thousands}(?:[{mark}][0-9]{{1,15}})?(?: ?€)?')"
    bare = f"regexp_replace({x}, '[^0-9{mark}-]', '', 'g')"
    bare = bare if mark == "." else f"replace({bare}, ',', '.')"
    percent = f"regexp_full_match({x}, '-?[0-9]{{1,15}}(?:[{mark}][0-9]{{1,15}})? ?%')"
    branches = (
        (plain, f"CAST({pointed} AS DOUBLE){times}"),
        (grouped, f"CAST({bare} AS DOUBLE){times}"),
        (percent, f"CAST({bare} AS DOUBLE) * 0.01::DOUBLE"),
    )
    return Reading(branches, _is_blank(x, MISSING_VALUE))


def _date(x: str, form: "CellFormat") -> Reading:
    """ISO days and moments in every order, then what the column's own order allows."""
    kind = "TIMESTAMP" if form.has_time else "DATE"
    day, moment = f"TRY_CAST({x} AS DATE)", f"TRY_CAST({x} AS TIMESTAMP)"
    branches = [_branch(x, _DAY, day, kind), _branch(x, f"{_DAY}[ T]{_CLOCK}", moment, kind)]
    if (pattern := _STRPTIME.get(form.date_order)) is not None:
        slashed = f"replace(replace({x}, '-', '/'), '.', '/')"
        forms = ((_YEAR, "%Y", ""), (_YEAR + _SHORT_CLOCK, "%Y", " %H:%M"), (_YEAR + _LONG_CLOCK, "%Y", " %H:%M:%S"))
        for gate, year, clock in (*forms, ("[0-9]{2}", "%y", "")):
            parsed = f"TRY_STRPTIME({slashed}, '{pattern}/{year}{clock}')"
            branches.append(_branch(slashed, _PARTS + gate, parsed, kind))
    if form.date_order in ("ymd", "dmy", "mdy"):
        branches.append(_branch(x, f"{_YEAR}[0-9]{{4}}", f"TRY_STRPTIME({x}, '%Y%m%d')", kind))
    if form.date_order == "serial":
        days = f"TRY_CAST({x} AS INTEGER)"
        counted = f"CASE WHEN {days} BETWEEN 61 AND 2958465 THEN DATE '1899-12-30' + {days} END"
        branches.append(_branch(x, "[0-9]{2,7}", counted, kind))
    if form.date_order in ("ym", "my"):
        branches.append(_branch(x, f"{_YEAR}-[0-9]{{2}}", f"TRY_CAST({x} || '-01' AS DATE)", kind))
    return Reading(tuple(branches), _is_blank(x, MISSING_VALUE))


def _branch(x: str, gate: str, parsed: str, kind: str) -> tuple[str, str]:
    return f"regexp_full_match({x}, '{gate}') AND {parsed} IS NOT NULL", f"CAST({parsed} AS {kind})"


def _is_blank(x: str, words: frozenset[str] = MISSING) -> str:
    return f"{x} IS NULL OR {x} = '' OR lower(trim({x})) IN ({_quoted(words)}, '')"


def _quoted(words: "frozenset[str] | list[str]") -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in sorted(words) if word.isascii())
