"""Theme, language and size of text together: set at the start, switched while the window stands.

After ``apply_look`` every widget gets StyleChange, which is where painted widgets measure their texts again, and, where
language or type changed, LanguageChange, which is where texts are set again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from kpidesk.qt.accessibility import install_roles
from kpidesk.qt.errors_in_qt import tell_errors_at_once
from kpidesk.qt.fonts import Role, font, use_fonts
from kpidesk.qt.icons import forget_icons
from kpidesk.qt.style_sheet import style_sheet
from kpidesk.qt.theme import palette, theme, use_theme
from kpidesk.qt.translation import resolved, tell_windows, use_language
from kpidesk.qt.unseen import passed_by


@dataclass(frozen=True, slots=True)
class Look:
    """``theme`` light, dark, high_contrast_light, high_contrast_dark or system; ``language`` ours or system."""

    theme: str = "light"
    language: str = "en"
    text_size: int = 100


def apply_look(app: QApplication, look: Look, unseen: Sequence[QWidget] = ()) -> None:
    """Dress the application; safe to call again at any time, and costs only what changed.

    Whoever names unseen widgets dresses them himself before they are seen.
    """
    use_theme(_system_theme(app) if look.theme == "system" else look.theme)
    forget_icons()
    use_fonts(resolved(look.language), look.text_size)
    is_spoken_anew = use_language(look.language)
    is_set_anew = app.font() != font(Role.BODY)
    if is_set_anew:
        app.setFont(font(Role.BODY))
        QToolTip.setFont(font(Role.LABEL))
    app.setPalette(palette(theme()))
    _use_sheet(app, style_sheet(theme()), unseen)
    if is_spoken_anew or is_set_anew:
        tell_windows(app)


def _use_sheet(app: QApplication, sheet: str, unseen: Sequence[QWidget]) -> None:
    """Give each widget the sheet once.

    Where one takes the place of another Qt would give it to each widget once for every widget around it; taking the
    old one away from each of them is as much work as giving the new one, which says all that the old one said.
    """
    if app.styleSheet() == sheet:
        return
    with passed_by(unseen):
        with passed_by(set(app.allWidgets()).difference(unseen)):
            app.setStyleSheet("")
        app.setStyleSheet(sheet)


def prepare(app: QApplication) -> None:
    """The base on every system: Fusion, plus our palette."""
    tell_errors_at_once()
    install_roles()
    app.setStyle("Fusion")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)


def _system_theme(app: QApplication) -> str:
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
