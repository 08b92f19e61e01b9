"""The order of letters in the reader's language: 汉字 by sound or strokes as the system of the language has it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCollator, QLocale, Qt

from kpidesk.qt.translation import style

_LOCALES = {"en": "en_US", "zh_Hans": "zh_CN", "zh_Hant": "zh_TW"}


def alphabet(signs: Iterable[str]) -> Sequence[str]:
    """These signs in the order of the language of now; may be called on any thread."""
    collator = QCollator(QLocale(_LOCALES[style().language]))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return sorted(signs, key=lambda sign: collator.sortKey(sign))
