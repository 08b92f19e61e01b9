"""The language of the window: translators, messages in the reader's words, and the style of numbers.

English is the source. A missing ``.qm`` leaves the English texts standing, while numbers, dates and fonts already
follow the chosen language.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, fill
from kpidesk.core.resources import resource

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_ENDS = tuple(".?!:…。？！：")
_QT_NAMES = {"zh_Hans": "zh_CN", "zh_Hant": "zh_TW"}


class _Current:
    language = "en"
    translators: tuple[QTranslator, ...] = ()


def language() -> str:
    """The language in use: en, zh_Hans or zh_Hant."""
    return _Current.language


def style(currency: str = "USD") -> Style:
    """How numbers are written for this reader."""
    return Style(language=_Current.language, currency=currency)


def system_language() -> str:
    """The language of the system among ours; zh_SG counts as zh_Hans, zh_HK and zh_MO as zh_Hant."""
    locale = QLocale.system()
    if locale.language() != QLocale.Language.Chinese:
        return "en"
    traditional = locale.script() == QLocale.Script.TraditionalHanScript
    return "zh_Hant" if traditional else "zh_Hans"


def resolved(name: str) -> str:
    """One of our languages: the name itself, or that of the system."""
    return name if name in LANGUAGES else system_language()


def use_language(name: str) -> bool:
    """Switch the language; an unknown name (``system``) means that of the system. Answers whether it is another.

    Texts are set again on LanguageChange: see ``tell_windows``.
    """
    app = QCoreApplication.instance()
    if _Current.language == resolved(name) and (_Current.translators or app is None):
        return False
    _Current.language = resolved(name)
    if app is None:
        return True
    for translator in _Current.translators:
        QCoreApplication.removeTranslator(translator)
    _Current.translators = tuple(_installed(app, path) for path in _texts(_Current.language) if path.is_file())
    QCoreApplication.removePostedEvents(None, QEvent.Type.LanguageChange.value)  # the windows would be told twice
    return True


def _texts(name: str) -> tuple[Path, ...]:
    """Qt's own texts (file dialogs, standard buttons), then ours, which are asked first."""
    ours = resource("i18n", f"kpidesk_{name}.qm")
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return (Path(theirs, f"qtbase_{_QT_NAMES[name]}.qm"), ours) if name in _QT_NAMES else (ours,)


def _installed(app: QCoreApplication, path: Path) -> QTranslator:
    translator = QTranslator(app)
    if translator.load(str(path)):
        QCoreApplication.installTranslator(translator)
    return translator


def tell_windows(app: QApplication) -> None:
    """Send LanguageChange to the top-level windows; Qt hands it down to all their children."""
    for window in app.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def translated(context: str, text: str) -> str:
    """A source text in the reader's language: what the model takes as ``Translate``."""
    return QCoreApplication.translate(context, text)


def render(message: Message) -> str:
    """The message in the reader's language, its places filled."""
    return message.render(QCoreApplication.translate)


def say(text: str, /, **params: object) -> str:
    """Fill the places of a text that was already translated: ``say(self.tr("{n} {n|file|files}"), n=3)``."""
    return fill(text, params, QCoreApplication.translate)


def listed(parts: Iterable[str], mark: str = ", ") -> str:
    """Texts in a row with the reader's own mark between them, for ``", "`` and ``"; "``."""
    return QCoreApplication.translate("names.marks", mark).join(parts)


def first_of(names: Sequence[str], most: int) -> str:
    """So many names at most in a row, and how many more there are."""
    text = listed(names[:most])
    if len(names) <= most:
        return text
    return render(Message(QT_TRANSLATE_NOOP("lists", "{names} and {n} more"), names=text, n=len(names) - most))


def in_sentences(parts: Iterable[str]) -> str:
    """Texts one after the other, each with a full stop where it has no end of its own."""
    stop, gap = (".", " ") if _Current.language == "en" else ("。", "")
    return gap.join(part if part.endswith(_ENDS) else part + stop for part in parts)


def words(text: str | Message) -> str:
    """A text that stands as it is, or a message in the reader's language."""
    return render(text) if isinstance(text, Message) else text
