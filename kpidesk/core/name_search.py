"""What was typed held against names: the better a name answers, the less its rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from kpidesk.core.pinyin import sounding_places


class Answer(IntEnum):
    """How a name answers, the best first."""

    WHOLE = 0
    BEGINNING = 1
    """Its beginning, or a whole word of it."""
    WORD = 2
    """The beginning of a word."""
    INSIDE = 3
    SOUND = 4
    LETTERS = 5
    """The typed letters in order, but scattered."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer: ``rank`` to sort by; ``places`` are the letters of the first name that were meant."""

    answer: Answer
    rank: int
    places: tuple[int, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether more than scattered letters were found."""
        return self.answer is not Answer.LETTERS


def name_hit(typed: str, name: str, also: Sequence[str] = ()) -> Hit | None:
    """How well something answers by its name or by another of its names, which are worth a little less."""
    wanted = " ".join(typed.casefold().split())
    found = [hit for at, each in enumerate((name, *also)) if (hit := _hit(wanted, each, is_other=at > 0)) is not None]
    if found:
        best = min(found, key=lambda hit: hit.rank)
        return best if best.places else replace(best, places=_held(wanted, name)[1])  # what is read is the first name
    places = _scattered(name.casefold(), wanted.replace(" ", ""))
    return None if places is None else Hit(Answer.LETTERS, 2 * Answer.LETTERS + (places[-1] - places[0]) // 8, places)


def _hit(wanted: str, name: str, *, is_other: bool) -> Hit | None:
    answer, places = _held(wanted, name)
    if answer is None:
        return None
    return Hit(answer, 2 * answer + is_other, () if is_other else places)


def _held(wanted: str, name: str) -> tuple[Answer | None, tuple[int, ...]]:
    plain = name.casefold()
    best: tuple[Answer | None, tuple[int, ...]] = (None, ())
    at = plain.find(wanted)
    while at >= 0:
        answer = _at(plain, at, len(wanted))
        if best[0] is None or answer < best[0]:
            best = answer, tuple(range(at, at + len(wanted)))
        at = plain.find(wanted, at + 1)
    words = wanted.split()
    if best[0] is None and len(words) > 1 and all(word in plain for word in words):
        return Answer.INSIDE, tuple(place for word in words for place in _run(plain, word))
    if best[0] is None and (spelt := sounding_places(name, wanted)) is not None:
        return (Answer.WORD if spelt[0] == 0 else Answer.SOUND), spelt
    return best


def _at(name: str, at: int, length: int) -> Answer:
    if length == len(name):
        return Answer.WHOLE
    starts = at == 0 or not name[at - 1].isalnum()
    ends = at + length == len(name) or not name[at + length].isalnum()
    if at == 0 or (starts and ends):
        return Answer.BEGINNING
    return Answer.WORD if starts else Answer.INSIDE


def _run(name: str, word: str) -> range:
    at = name.find(word)
    return range(at, at + len(word))


def _scattered(name: str, wanted: str) -> tuple[int, ...] | None:
    """The typed letters in order from the beginning of a word on."""
    for first, letter in enumerate(name):
        if letter != wanted[0] or (first and name[first - 1].isalnum()):
            continue
        places = [first]
        for wish in wanted[1:]:
            found = name.find(wish, places[-1] + 1)
            if found < 0:
                break
            places.append(found)
        if len(places) == len(wanted):
            return tuple(places)
    return None
