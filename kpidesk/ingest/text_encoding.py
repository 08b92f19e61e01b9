"""The encoding of a text file, settled on its bytes: marks, strict decoding, then which reading looks like language."""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

import charset_normalizer

from kpidesk.ingest.letters import likeness

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
_COMMON_KOREAN = frozenset(
    "이다의에가는을를고하사서기지주시한인도대구부산김박정전수호성회명문번객금액원상품제조일월년자판매처업체국내외동로길리아해어보만스라나여유"
    "우식무소장경영마트신구매결제배송취소완료반품환불신규남울천광역총합계단량이름연락출고입비용세"
)
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HALF_KANA = re.compile(r"[\uff61-\uff9f]")
_RARE = re.compile(r"[\ue000-\uf8ff\u3400-\u4dbf\ufffd]")
_DOUBLE_BYTE = ("gb18030", "big5", "cp932", "cp949")
_SINGLE_BYTE = ("cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1255", "cp1256", "koi8_r", "cp850", "mac_roman")
_SCATTERED = 0.4
_HANDICAPS = {"mac_roman": 0.3, "cp850": 0.1, "koi8_r": 0.05}


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
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = head.decode(name, "replace")
    strange = sum(not (char.isprintable() or char in "\t\r\n") for char in text)
    return name if strange <= 0.05 * len(text) and len(set(text)) > 1 else None


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
    is_scattered = _is_scattered(piece)
    for name in (*(("cp932",) if is_scattered else _DOUBLE_BYTE), *_SINGLE_BYTE):
        text, errors = _decode(piece, name)
        if errors > 0.02 * max(1, len(text)):
            continue
        judge: Callable[[str], float] = _east_asian if name in _DOUBLE_BYTE else likeness
        handicap = _SCATTERED if is_scattered and name in _DOUBLE_BYTE else _HANDICAPS.get(name, 0.0)
        scores[name] = judge(text) - 5 * errors / max(1, len(text)) - handicap
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
    """The lines with bytes beyond ASCII, some 24 kB of them."""
    lines = [line for line in re.split(rb"[\r\n]+", sample[:4_000_000]) if not line.isascii()]
    return b"\n".join(lines)[:24_000]


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
    kana = len(_KANA.findall(joined))
    hangul = sum(0.5 + 0.6 * (c in _COMMON_KOREAN) for c in _HANGUL.findall(joined))
    odd = len(_RARE.findall(joined)) + len(_HALF_KANA.findall(joined)) + sum("\u0400" <= c < "\u0460" for c in wide)
    frequent = sum(_is_frequent(c) for c in wide)
    share = (2.0 * common + 1.2 * kana + hangul + 0.3 * (letters - common) + 0.4 * frequent) / len(wide)
    return share - 2.0 * odd / len(wide)


def _is_frequent(char: str) -> bool:
    """Whether the character stands in the first level, the frequent one, of the Chinese or Taiwanese standard."""
    for name, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        encoded = char.encode(name, "ignore")
        if len(encoded) == 2 and low <= encoded[0] <= high:
            return True
    return False
