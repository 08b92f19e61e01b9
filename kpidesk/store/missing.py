"""Texts that say that nothing is known: what counts as a blank cell, wherever cells are read."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MISSING = _words("- -- --- – — . .. n/a #n/a n.a. n.a n.v. k.a. null (null) #null! nan \\n (blank) (empty) <null> #n/d")
"""Missing in every column."""

MISSING_VALUE = MISSING | _words("""
    na none nil void undefined select tbd tba ? / * ∅ nul keine ohne leer vide aucun nd s/d s.d. nat <na>
    无 無 空 暂无 暫無 未填 待定 なし 없음
""")
"""Missing where a number, a date or a flag is expected; in a text column these may be values."""
