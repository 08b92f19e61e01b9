"""Names that people spell in several ways: "Google Ads", "google-ads" and "GoogleAds" are one channel."""

import unicodedata
from collections.abc import Iterable

_KEPT = frozenset("+#%&")
"""Marks that tell names apart."""


def spelling_key(name: str) -> str:
    """What two spellings of one name share: letters and digits without case, blanks, marks and width.

    >>> spelling_key("Google-Ads") == spelling_key("ＧｏｏｇｌｅＡｄｓ")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if c.isalnum() or c in _KEPT) or plain


def spellings(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The names by group of spellings, groups and names in the order given."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(spelling_key(name), []).append(name)
    return tuple(tuple(group) for group in groups.values())
