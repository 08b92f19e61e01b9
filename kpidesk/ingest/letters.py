"""How much a text looks like one of the languages of Europe and the Near East, by its letters beyond ASCII."""

from collections import Counter

_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüß",
        "éèêëàâçîïôùûœæ",
        "áéíóúñü",
        "áâãàçéêíóôõú",
        "àèéìíòóùú",
        "åäöæøé",
        "áčďéěíňóřšťúůýž",
        "áäčďéíĺľňóôŕšťúýž",
        "ąćęłńóśźż",
        "áéíóöőúüű",
        "ăâîșşțţ",
        "čćđšž",
        "çğıöşüâî",
    )
)
_WESTERN = frozenset("äöüßéèêëàâçîïôùûœæáíóúñãõåøìò")
_MIXED = 0.9
_FREQUENT = {
    "cyrillic": frozenset("оеаинтсрвлкмд"),
    "greek": frozenset("αοιετσνηυρςκπόάέίή"),
    "hebrew": frozenset("יוהלאמרתבנשדקם"),
    "arabic": frozenset("اليمنوترةبدعسفهكح"),
}
_USUAL_SHARE = 0.7
_TYPOGRAPHIC = frozenset("€’‘“”„–—…•™®©°£¥§«»¿¡ºª²³½№\u00a0")
_BETWEEN_LETTERS = frozenset("’‘–—·")


def likeness(text: str) -> float:
    """About 1 where the characters beyond ASCII are letters that stand together in a language, below 0.3 for noise."""
    latin: Counter[str] = Counter()
    scripts: dict[str, list[str]] = {}
    good = bad = weight = 0.0
    for i, char in enumerate(text):
        if ord(char) < 0x80:
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        script = _script(char)
        if script == "latin":
            value = _value_in_word(char, before, after)
            latin[char.lower()] += 1
            weight += value
        elif script:
            scripts.setdefault(script, []).append(char)
            bad += _breaks_word(char, script, before, after)
        elif char in _TYPOGRAPHIC:
            is_inside = before.isalpha() and after.isalpha() and char not in _BETWEEN_LETTERS
            touches = _script(before) not in ("", "latin") and char not in "».…”’"
            good += -0.5 if is_inside or touches else 0.7
        else:
            bad += 1.0
    good += weight * _of_one_language(latin)
    good += sum(_usual(script, letters) for script, letters in scripts.items())
    total = sum(ord(char) >= 0x80 for char in text)
    return (good - bad) / total if total else 0.0


def _script(char: str) -> str:
    if not char or ord(char) < 0x80 or not char.isalpha():
        return ""
    code = ord(char)
    if code < 0x250:
        return "" if char in "ªº" else "latin"
    for first, last, name in (
        (0x370, 0x3FF, "greek"),
        (0x400, 0x4FF, "cyrillic"),
        (0x590, 0x5FF, "hebrew"),
        (0x600, 0x6FF, "arabic"),
    ):
        if first <= code <= last:
            return name
    return ""


def _value_in_word(char: str, before: str, after: str) -> float:
    """1 for an accented letter within a word of plain ones, less where it stands alone or is a capital inside."""
    in_word = (before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii())
    return 1.0 if in_word and not (char.isupper() and before.islower()) else 0.2


def _breaks_word(char: str, script: str, before: str, after: str) -> float:
    """1 for a letter beside one of another script, or a capital after a small one."""
    is_mixed = any(other.isalpha() and _script(other) != script for other in (before, after))
    return 1.0 if is_mixed or (char.isupper() and before.islower()) else 0.0


def _of_one_language(letters: Counter[str]) -> float:
    """The share of the letters that the best fitting alphabet has; a little less for those of western Europe mixed."""
    total = letters.total()
    if not total:
        return 0.0
    shares = [sum(n for letter, n in letters.items() if letter in known) / total for known in (_WESTERN, *_ALPHABETS)]
    return max(_MIXED * shares[0], *shares[1:])


def _usual(script: str, letters: list[str]) -> float:
    """How many of the letters count: all if the frequent ones of the language are as frequent as they should be."""
    frequent = sum(letter.lower() in _FREQUENT[script] for letter in letters)
    return len(letters) * min(1.0, frequent / len(letters) / _USUAL_SHARE) * 0.9
