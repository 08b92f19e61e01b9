"""Number formats of Office from the texts that a figure has already written, so that both read alike.

A label in a slide shows the number that stands in its data sheet, and moves when somebody edits that; the format is
found from the figure's own text: ``+$12.3K`` beside 12,345 is ``"+$"#,##0.0,"K"``.
"""

import math
import re
from collections.abc import Iterable

_TEXT = re.compile(r"^(?P<before>[^\d.]*)(?P<number>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<after>\D*)$")
_SCALES = {"": "", "K": ",", "M": ",,", "B": ",,,", "T": ",,,,"}
_FACTORS = {"": 1.0, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}
_TEN_THOUSANDS = {"万": 1e4, "萬": 1e4}


def format_of(text: str, value: float) -> str | None:
    """The format in which ``|value|`` reads as the text does, sign included; None where no format can say it.

    >>> format_of("+$12.3K", 12345.0), format_of("−4.2%", 0.042)
    ('"+$"#,##0.0,"K"', '"−"#,##0.0%')
    """
    match = _TEXT.match(text)
    if match is None or not math.isfinite(value):
        return None
    decimals, after = len(match["decimals"] or ""), match["after"].strip()
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    shown = float(match["number"].replace(",", ""))
    before = _quoted(match["before"])
    if match["after"] == "%":
        found, factor = f"{before}{digits}%", 0.01
    elif after in _SCALES and match["after"] == after:
        found, factor = f"{before}{digits}{_SCALES[after]}{_quoted(after)}", _FACTORS[after]
    elif after in _TEN_THOUSANDS and decimals == 1 and match["after"] == after:
        found, factor = f"{before}0\\.0,{_quoted(after)}", _TEN_THOUSANDS[after]
    elif not any(sign in after for sign in "KMBT万萬亿億%"):
        found, factor = f"{before}{digits}{_quoted(match['after'])}", 1.0
    else:
        return None
    return found if abs(shown * factor - abs(value)) <= factor * 10.0**-decimals * 0.51 + 1e-12 else None


def format_of_all(pairs: Iterable[tuple[float, str]]) -> str | None:
    """One format for all numbers of an axis, with a section each for positive, negative and zero; None: there is none.

    >>> format_of_all([(0.0, "$0"), (5e4, "$50K"), (1e5, "$100K")])
    '"$"#,##0,"K";"−$"#,##0,"K";"$"#,##0'
    """
    known = [(value, text) for value, text in pairs if text]
    up = {format_of(text, value) for value, text in known if value > 0}
    down = {format_of(text, -value) for value, text in known if value < 0}
    zero = [text for value, text in known if value == 0]
    if len(up) > 1 or len(down) > 1 or None in up | down or not up | down:
        return None
    positive = next(iter(up), None)
    negative = next(iter(down), None)
    if positive is None:
        positive = (negative or "").replace("−", "", 1)
    if negative is None:
        negative = _negated(positive)
    none = format_of(zero[0], 0.0) if zero else positive
    return f"{positive};{negative};{none}" if none is not None else None


def _negated(positive: str) -> str:
    return f'"−{positive[1:]}' if positive.startswith('"') else f'"−"{positive}'


def _quoted(text: str) -> str:
    """A literal of a format; quotes cannot stand in one."""
    return f'"{text}"' if text.replace('"', "") else ""
