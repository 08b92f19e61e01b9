"""The encoding of a text file, settled on its bytes: marks, strict decoding, then which reading looks like language."""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON_CHINESE = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为年月日号期单订金额价数量名称客户城市地区产品类型销售渠道状态备注总合计收入成本利润时间电话"
    "編號訂單金額價數量客戶產類型銷售狀態備註總計時間國個來說們為這區電話費會員消費購買交易商業務北南東西京海廣深州店公司有限"
)
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HALF_KANA = re.compile(r"[\uff61-\uff9f]")
_RARE = re.compile(r"[\ue000-\uf8ff\u3400-\u4dbf\ufffd]")
_CYRILLIC = re.compile(r"[\u0400-\u045f]")
_LATIN_LETTERS = frozenset("äöüßÄÖÜéèêëàâáãåçñíìîïóòôõøæúùûÉÈÀÁÂÃÅÇÑÓÔÕØÆÚąęłńśźżćčřšžůěťďňőűŁŚŻŽŠČŘĐđğışİŞĞ")
_TYPOGRAPHIC = frozenset("€’‘“”–—…•™®©°£¥§«»¿¡ºª²³½\u00a0")
_DOUBLE_BYTE = ("gb18030", "big5", "cp932", "cp949")
_SINGLE_BYTE = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman")


class Encoding(NamedTuple):
    """A codec's name, and whether a few bytes do not fit it (they then show as U+FFFD)."""

    name: str
    has_errors: bool = False


def find_encoding(sample: bytes, *, is_whole: bool = True) -> Encoding:
    """The encoding of a file by its bytes, or by a piece of them that may end within a character."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, _error_count(sample, name, is_whole=is_whole) > 0)
    if (wide := _wide(sample)) is not None:
        return Encoding(wide)
    if (errors := _error_count(sample, "utf-8", is_whole=is_whole)) == 0:
        return Encoding("utf-8")
    high = sum(byte >= 0x80 for byte in sample[:1_000_000])
    if errors * 20 <= high and high > 40:
        return Encoding("utf-8", has_errors=True)
    return _legacy(sample, is_whole=is_whole)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: NULs at every other place, or line ends two bytes wide."""
    head = sample[: 4096 - 4096 % 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if max(even, odd) < max(3, 0.25 * half) or min(even, odd) > 0.1 * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _error_count(data: bytes, name: str, *, is_whole: bool) -> int:
    """How often decoding stumbles in the first megabyte, at least 1 if it does anywhere."""
    try:
        codecs.getincrementaldecoder(name)().decode(data, final=is_whole)
    except UnicodeDecodeError:
        text = codecs.getincrementaldecoder(name)("replace").decode(data[:1_000_000], final=False)
        return max(1, text.count("\ufffd"))
    return 0


def _legacy(sample: bytes, *, is_whole: bool) -> Encoding:
    """The best of the national encodings; charset-normalizer where none looks like language."""
    piece = _around_high_bytes(sample)
    scores: dict[str, float] = {}
    for name in _SINGLE_BYTE if _is_scattered(piece) else (*_DOUBLE_BYTE, *_SINGLE_BYTE):
        text, errors = _decode(piece, name)
        if errors > 0.02 * max(1, len(text)):
            continue
        judge: Callable[[str], float] = _east_asian if name in _DOUBLE_BYTE else _western
        scores[name] = judge(text) - 5 * errors / max(1, len(text)) - (0.3 if name == "mac_roman" else 0)
    best = max(scores, key=lambda name: scores[name], default="cp1252")
    if scores.get(best, 0) < 0.35:
        guess = charset_normalizer.from_bytes(piece).best()
        if guess is not None and guess.encoding not in ("utf_8", "ascii"):
            best = guess.encoding
    return Encoding(best, _error_count(sample, best, is_whole=is_whole) > 0)


def _is_scattered(piece: bytes) -> bool:
    """Whether bytes beyond ASCII mostly stand alone, as accents do and characters of two bytes do not."""
    runs = re.findall(rb"[\x80-\xff]+", piece)
    if len(runs) < 3 and len(piece) > 50 * sum(map(len, runs)):
        return True
    return sum(len(run) == 1 for run in runs) > 0.6 * len(runs)


def _around_high_bytes(sample: bytes) -> bytes:
    """The lines with bytes beyond ASCII, some 60 kB of them."""
    lines = [line for line in re.split(rb"[\r\n]+", sample[:4_000_000]) if not line.isascii()]
    return b"\n".join(lines)[:60_000]


def _decode(data: bytes, name: str) -> tuple[str, int]:
    text = codecs.getincrementaldecoder(name)("replace").decode(data, final=False)
    return text, text.count("\ufffd")


def _east_asian(text: str) -> float:
    """How much the characters beyond ASCII look like Chinese, Japanese or Korean: about 1 for running text."""
    wide = [c for c in text if ord(c) >= 0x80]
    if not wide:
        return 0.0
    joined = "".join(wide)
    common = sum(c in _COMMON_CHINESE for c in wide)
    letters = sum("\u4e00" <= c <= "\u9fff" for c in wide)
    kana, hangul = len(_KANA.findall(joined)), len(_HANGUL.findall(joined))
    odd = len(_RARE.findall(joined)) + len(_HALF_KANA.findall(joined)) + sum("\u0400" <= c < "\u0460" for c in wide)
    frequent = sum(_is_frequent(c) for c in wide)
    share = (2.0 * common + 1.2 * kana + 0.9 * hangul + 0.3 * (letters - common) + 0.4 * frequent) / len(wide)
    return share - 2.0 * odd / len(wide)


def _is_frequent(char: str) -> bool:
    """Whether the character stands in the first level, the frequent one, of the Chinese or Taiwanese standard."""
    for name, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        encoded = char.encode(name, "ignore")
        if len(encoded) == 2 and low <= encoded[0] <= high:
            return True
    return False


def _western(text: str) -> float:
    """How much the characters beyond ASCII look like letters within words, or like signs beside them."""
    good = bad = 0.0
    for i, c in enumerate(text):
        if ord(c) < 0x80:
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        in_word = (before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii())
        if _CYRILLIC.match(c):
            good, bad = (good, bad + 1) if in_word else (good + 0.8, bad)
        elif c in _LATIN_LETTERS:
            good += 1.0 if in_word and not (c.isupper() and before.islower()) else 0.2
        elif c in _TYPOGRAPHIC:
            good += 0.7 if not (before.isalpha() and after.isalpha()) or c in "’‘–—" else -0.5
        else:
            bad += 1.0
    total = sum(ord(c) >= 0x80 for c in text)
    return (good - bad) / total if total else 0.0
