"""Type: the few roles of text, in pixels, in the faces that suit the language of the window."""

import sys
import threading
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF


@dataclass(frozen=True, slots=True)
class _Size:
    latin: int
    latin_line: int
    chinese: int
    chinese_line: int
    strong: bool


class Role(Enum):
    """What a text is for; size, line height and weight follow."""

    DISPLAY = _Size(28, 36, 28, 36, True)
    VALUE = _Size(22, 30, 22, 30, True)
    TITLE = _Size(18, 24, 18, 26, True)
    HEADING = _Size(14, 20, 14, 22, True)
    INPUT = _Size(16, 24, 16, 24, False)
    BODY = _Size(13, 20, 13, 22, False)
    STRONG = _Size(13, 20, 13, 22, True)
    LABEL = _Size(12, 18, 12, 18, False)
    DELTA = _Size(12, 18, 12, 18, True)
    MICRO = _Size(11, 16, 12, 18, False)
    MICRO_STRONG = _Size(11, 16, 12, 18, True)


_LATIN = {
    "darwin": (".AppleSystemUIFont",),
    "win32": ("Segoe UI Variable Text", "Segoe UI"),
    "linux": ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Noto Sans CJK SC", "DejaVu Sans"),
}
_PLAIN = ("Liberation Sans", "DejaVu Sans", "Nimbus Sans", "Arial", "Helvetica")
_HANS = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
_HANT = ("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Source Han Sans TC", "WenQuanYi Micro Hei")


def chinese_face() -> str:
    """The installed family that texts in Chinese are drawn in; "" where none has the characters."""
    systems, is_traditional = QFontDatabase.WritingSystem, _Current.language == "zh_Hant"
    found = QFontDatabase.families(systems.TraditionalChinese if is_traditional else systems.SimplifiedChinese)
    return next((face for face in (*(_HANT if is_traditional else _HANS), *found) if face in found), "")


class _Current:
    language = "en"
    text_size = 100


class _Here(threading.local):
    is_latin_first = False


_here = _Here()


def use_fonts(language: str, text_size: int) -> None:
    """Set the language (en, zh_Hans, zh_Hant) and the size of text in percent, 90 to 150."""
    _Current.language = language
    _Current.text_size = max(90, min(150, text_size))
    _made.cache_clear()
    _advance.cache_clear()


@contextmanager
def latin_first() -> Iterator[None]:
    """Fonts in which Latin letters and digits are never those of a Chinese face, while the block runs on this thread.

    In a PDF Qt cannot say which digits such a face's glyphs stand for: they would be seen, but not found or copied.
    """
    _here.is_latin_first = True
    try:
        yield
    finally:
        _here.is_latin_first = False


def font(role: Role) -> QFont:
    """The font of a role; shared, so copy it before changing anything."""
    return _made(role, _here.is_latin_first)


def fixed_font(role: Role) -> QFont:
    """The system's font of one width, in the size of a role: for code and reports of errors."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(font(role).pixelSize())
    return made


def metrics(role: Role) -> QFontMetricsF:
    """How wide texts of that role are."""
    return QFontMetricsF(font(role))


def balanced_width(text: str, role: Role, widest: int) -> int:
    """The least width at which a wrapped text has no more lines than at the widest, so that they are about as long."""
    measure, spare = metrics(role), 4
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter

    def height(width: int) -> float:
        return measure.boundingRect(QRectF(0, 0, width, 1e4), wrap, text).height()

    least = bisect_left(range(widest), True, lo=widest // 2, key=lambda width: height(width) <= height(widest - spare))
    return min(widest, least + spare)


def line_height(role: Role) -> int:
    """The height of one line of text of that role."""
    size = role.value
    return scaled(size.chinese_line if _is_chinese() else size.latin_line)


def text_width(text: str, role: Role) -> int:
    """Whole pixels that a text needs."""
    return int(advance(text, role) + 0.999)


def advance(text: str, role: Role) -> float:
    """How far a text reaches; measured once, because tables and axes ask for the same words at every repaint."""
    return _advance(text, role, _here.is_latin_first)


@lru_cache(maxsize=16_384)
def _advance(text: str, role: Role, is_latin_first: bool) -> float:
    return QFontMetricsF(_made(role, is_latin_first)).horizontalAdvance(text)


def scaled(pixels: int) -> int:
    """Pixels of type after the text-size setting."""
    return round(pixels * _Current.text_size / 100)


@cache
def _made(role: Role, is_latin_first: bool) -> QFont:
    size = role.value
    result = QFont()
    result.clearFeatures()  # QFont() copies the application's font, features included
    families = _families(_Current.language, is_latin_first)
    result.setFamilies(families)
    result.setPixelSize(scaled(size.chinese if _is_chinese() else size.latin))
    result.setWeight(QFont.Weight.DemiBold if size.strong else QFont.Weight.Normal)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setFeature(QFont.Tag("tnum"), 1)
    if not _is_chinese() and "CJK" in families[0]:
        result.setFeature(QFont.Tag("pwid"), 1)  # else its quotes and middle dot are drawn full width
    return result


def _families(language: str, is_latin_first: bool) -> list[str]:
    """Installed families in order of preference; the face of the window's own language comes first."""
    platform = sys.platform if sys.platform in _LATIN else "linux"
    own = {"zh_Hans": _HANS, "zh_Hant": _HANT}.get(language, _LATIN[platform])
    rest = (*_LATIN[platform], *(_HANT if language == "zh_Hant" else _HANS))
    installed = set(QFontDatabase.families())
    present = [f for f in dict.fromkeys((*own, *rest)) if f in installed or f.startswith(".")]
    if is_latin_first:
        latin = [f for f in (*present, *_PLAIN) if "CJK" not in f and f in installed and f not in (*_HANS, *_HANT)]
        present = [*dict.fromkeys(latin), *(f for f in present if f not in latin)]
    return present or ["sans-serif"]


def _is_chinese() -> bool:
    return _Current.language.startswith("zh")
