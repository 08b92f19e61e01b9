"""Texts that Qt itself brings, such as those of its file dialogs, follow the language of the window."""

import pytest
from kpidesk.qt.translation import use_language
from PySide6.QtCore import QCoreApplication


@pytest.mark.parametrize(("language", "text"), [("zh_Hans", "取消"), ("zh_Hant", "取消"), ("en", "Cancel")])
def test_standard_buttons_speak_the_language(qapp, language, text):
    use_language(language)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == text
    finally:
        use_language("en")


def test_file_dialogs_speak_chinese(qapp):
    use_language("zh_Hans")
    try:
        assert QCoreApplication.translate("QFileDialog", "Look in:") != "Look in:"
    finally:
        use_language("en")
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "Look in:"
