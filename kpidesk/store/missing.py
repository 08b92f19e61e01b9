"""Texts that say that nothing is known: what counts as a blank cell, wherever cells are read."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MISSING = _words("- -- --- – — . .. n/a #n/a n.a. n.a n.v. k.a. null (null) #null! nan \\n (blank) (empty) <null> #n/d")
"""Missing in every column."""

_NO_DAY = frozenset(
    {"0000-00-00", "0000/00/00", "00-00-0000", "00/00/0000", "00.00.0000", "0001-01-01", "01/01/0001", "1/1/0001"}
)
_NO_TIME = ("", " 00:00", " 00:00:00", " 00:00:00.000", " 0:00:00", " 12:00:00 am", "t00:00:00", "t00:00:00z")
_DAYS_THAT_NEVER_WERE = frozenset(day + time for day in _NO_DAY for time in _NO_TIME)
"""Databases that allow no empty date write a day that never was: MySQL of noughts, .NET the first one it knows."""

MISSING_VALUE = (
    MISSING
    | _DAYS_THAT_NEVER_WERE
    | _words("""
    na none nil void undefined select tbd tba ? / * ∅ nul keine ohne leer vide aucun nd s/d s.d. nat <na>
    无 無 空 暂无 暫無 未填 待定 なし 없음
""")
)
"""Missing where a number, a date or a flag is expected; in a text column these may be values."""
