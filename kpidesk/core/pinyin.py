"""Names found by how their Chinese characters sound: in full, by initials, or both (resources/i18n/pinyin.toml)."""

from collections.abc import Iterator, Mapping
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

_LEAST = 2
"""One letter would find nearly every name."""
_TWO_LETTERS = ("zh", "ch", "sh")


@cache
def sounds() -> Mapping[str, tuple[str, ...]]:
    """The syllables of each character that the texts of the program use."""
    declared = read_toml(resource("i18n", "pinyin.toml")).content["syllables"]
    found: dict[str, tuple[str, ...]] = {}
    for syllable, signs in declared.items():
        for sign in signs:
            found[sign] = (*found.get(sign, ()), syllable)
    return found


def sounding_places(name: str, typed: str) -> tuple[int, ...] | None:
    """Which characters of a name are spelt by what was typed: khlsl, kehu and kehulsl all find 客户流失率."""
    wanted = "".join(typed.casefold().replace("ü", "v").replace("'", "").split())
    if len(wanted) < _LEAST or not (wanted.isascii() and wanted.isalnum()):
        return None
    for at, sign in enumerate(name):
        if sign in sounds() and (found := _spelt(name, at, wanted)) is not None:
            return found
    return None


def _spelt(name: str, at: int, wanted: str) -> tuple[int, ...] | None:
    if not wanted:
        return ()
    if at == len(name):
        return None
    if not name[at].isalnum():
        return _spelt(name, at + 1, wanted)
    for used in _used(name[at], wanted):
        rest = _spelt(name, at + 1, wanted[used:])
        if rest is not None:
            return (at, *rest)
    return None


def _used(sign: str, wanted: str) -> Iterator[int]:
    """How many of the typed letters a character can stand for: its syllable, as far as typed, or its initial."""
    if sign not in sounds():
        if sign.casefold() == wanted[0]:
            yield 1
        return
    for syllable in sounds()[sign]:
        if wanted.startswith(syllable):
            yield len(syllable)
        elif syllable.startswith(wanted):
            yield len(wanted)
        if syllable.startswith(_TWO_LETTERS) and wanted.startswith(syllable[:2]):
            yield 2
        if wanted[0] == syllable[0]:
            yield 1
