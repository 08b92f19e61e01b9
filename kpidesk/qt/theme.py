"""Colour tokens: read from resources/themes, kept in one object that painted widgets ask while they paint.

``Figure`` and the widgets name tokens ("ink2", "series.3", "goodSoft"), never colours; a switch of theme is a repaint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

THEMES = ("light", "dark", "high_contrast_light", "high_contrast_dark")


@dataclass(frozen=True)
class Theme:
    """The colours of one theme by token; scales are flattened to ``series.1`` … ``diverging.7``."""

    name: str
    is_dark: bool
    is_high_contrast: bool
    colours: Mapping[str, QColor]

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token, as a copy that the caller may change; KeyError where there is none."""
        colour = QColor(self.colours[token])
        if alpha < 1:
            colour.setAlphaF(alpha)
        return colour

    def hex(self, token: str) -> str:
        """The colour as ``#rrggbb``, for style sheets and SVG."""
        return self.colours[token].name()


@cache
def load_theme(name: str) -> Theme:
    """Read ``resources/themes/<name>.toml`` with its base; ``print`` is the theme of every export."""
    content = read_toml(resource("themes", f"{name}.toml")).content
    base = load_theme(content["base"]).colours if "base" in content else {}
    colours = dict(base)
    colours.update({token: QColor(text) for token, text in content["colours"].items()})
    for scale, texts in content.get("scales", {}).items():
        colours.update({f"{scale}.{i}": QColor(text) for i, text in enumerate(texts, start=1)})
    return Theme(name, content["dark"], content.get("high_contrast", False), colours)


class _Current:
    name = "light"


def theme() -> Theme:
    """The theme in use."""
    return load_theme(_Current.name)


def use_theme(name: str) -> None:
    """Make a theme the one in use; kpidesk.qt.look then renews palette, style sheet and icons."""
    _Current.name = name if name in THEMES else "light"


def palette(of: Theme) -> QPalette:
    """The palette that makes stock widgets, item views and rich text follow the tokens."""
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink1",
        QPalette.ColorRole.WindowText: "ink1",
        QPalette.ColorRole.ButtonText: "ink1",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "onAccent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "ink1",
        QPalette.ColorRole.Light: "hover",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "lineStrong",
        QPalette.ColorRole.Shadow: "lineStrong",
        QPalette.ColorRole.BrightText: "onAccent",
    }
    result = QPalette()
    for role, token in roles.items():
        result.setColor(role, of.colours[token])
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, of.colours["inkOff"])
    return result
