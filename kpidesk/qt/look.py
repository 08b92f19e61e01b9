"""Theme, language and size of text together: set at the start, switched while the window stands.

After ``apply_look`` every widget gets StyleChange, which is where painted widgets measure their texts again, and
LanguageChange, which is where texts are set again.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from kpidesk.qt.accessibility import install_roles
from kpidesk.qt.fonts import Role, font, use_fonts
from kpidesk.qt.icons import forget_icons
from kpidesk.qt.style_sheet import style_sheet
from kpidesk.qt.theme import palette, theme, use_theme
from kpidesk.qt.translation import resolved, tell_windows, use_language


@dataclass(frozen=True, slots=True)
class Look:
    """``theme`` light, dark, high_contrast_light, high_contrast_dark or system; ``language`` ours or system."""

    theme: str = "light"
    language: str = "en"
    text_size: int = 100


def apply_look(app: QApplication, look: Look) -> None:
    """Dress the application; safe to call again at any time."""
    use_theme(_system_theme(app) if look.theme == "system" else look.theme)
    forget_icons()
    use_fonts(resolved(look.language), look.text_size)
    use_language(look.language)
    app.setFont(font(Role.BODY))
    QToolTip.setFont(font(Role.LABEL))
    app.setPalette(palette(theme()))
    app.setStyleSheet(style_sheet(theme()))
    tell_windows(app)


def prepare(app: QApplication) -> None:
    """The base on every system: Fusion, plus our palette."""
    install_roles()
    app.setStyle("Fusion")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)


def _system_theme(app: QApplication) -> str:
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
