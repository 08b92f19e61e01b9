"""Lengths of time as people write them: 1h 20m, 00:05:30, 3天4小时, PT2H, 1.5 hours; read as seconds."""

import re
from collections.abc import Sequence

from kpidesk.ingest.words import TIME_UNITS, fold

HOURS_FIRST, MINUTES_FIRST = "duration", "duration ms"
"""How a clock of two parts is read: ``5:30`` is five hours and a half, or five minutes and a half."""

_UNIT = "|".join(sorted(map(re.escape, TIME_UNITS), key=len, reverse=True))
_PART = re.compile(rf"(\d+(?:[.,]\d+)?)\s*({_UNIT})(?![^\W\d_]*[a-z])\.?[\s,]*(?:and|und|et|y|e|en|又)?\s*")
_CLOCK = re.compile(r"(?:(\d+)\s*(?:d|days?|天|日)?[\s,.]+)?(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_ISO = re.compile(r"p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)(?:\.\d+)?s)?)?")
_NAMED = re.compile(
    r"duration|length|time to|response|reply|resolution|resolve|handl|wait|engagement|session|average|avg|elapsed|spent"
    r"|dauer|zeit\b|dur[ée]e|delai|délai|temps|duraci|durat|durac|tiempo|tempo|tijd|duur|[时時][长長間间]|用[时時]|耗[时時]",
    re.I,
)
_MINUTES = re.compile(r"m+:ss|session|visit|engagement|page|on site|call|talk|访问|停留|使用|浏览|通话|訪問|滞在", re.I)
_LARGE = frozenset(("m", "t", "k", "b"))
"""Units that could as well mean millions, thousands or tons."""
_LONGEST = 40
_MOST = 0.6


def parse_duration(text: str, form: str = HOURS_FIRST) -> float:
    """The seconds that a text names; a bare number counts as seconds. ValueError where anything is left over."""
    folded = fold(text)
    if not folded or len(folded) > _LONGEST:
        raise ValueError(text)
    sign = -1.0 if folded[0] in "-−" else 1.0
    folded = folded.lstrip("-−+ ")
    if match := _CLOCK.fullmatch(folded):
        return sign * _clock(match, form)
    if (match := _ISO.fullmatch(folded)) and any(match.groups()):
        days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return sign * (days * 86_400 + hours * 3_600 + minutes * 60 + seconds)
    total, at = 0.0, 0
    while part := _PART.match(folded, at):
        total += float(part[1].replace(",", ".")) * TIME_UNITS[part[2]]
        at = part.end()
    if at < len(folded) or at == 0:
        return sign * float(text)
    return sign * total


def duration_form(header: str, texts: Sequence[str]) -> str | None:
    """How the durations of a column are written; None where it holds none.

    A clock alone may be a time of day, and 5m five million: there the header has to speak of a length of time.
    """
    clocks = sum(_CLOCK.fullmatch(fold(text)) is not None for text in texts[:50])
    worded = sum(_is_worded(text) for text in texts[:50])
    looked_at = len(texts[:50])
    if not looked_at or clocks + worded < _MOST * looked_at:
        return None
    is_named = _NAMED.search(header) is not None
    units = {unit for text in texts[:50] for _, unit in _PART.findall(fold(text))}
    if worded >= clocks:
        return HOURS_FIRST if is_named or units - _LARGE else None
    if not is_named and not any(int(fold(text).split(":")[0].split()[-1]) >= 24 for text in texts[:50] if ":" in text):
        return None
    return MINUTES_FIRST if _MINUTES.search(header) else HOURS_FIRST


def _is_worded(text: str) -> bool:
    """Whether a text names a length of time by units."""
    folded = fold(text)
    if not any(c.isdigit() for c in folded) or folded.replace(".", "", 1).isdigit() or ":" in folded:
        return False
    try:
        parse_duration(text)
    except ValueError:
        return False
    return True


def _clock(match: re.Match[str], form: str) -> float:
    days, first, second, third = match.groups()
    if third is None and form == MINUTES_FIRST:
        return int(first) * 60.0 + int(second)
    return int(days or 0) * 86_400.0 + int(first) * 3_600.0 + int(second) * 60.0 + int(third or 0)
