"""Colours on slides: those of print, or those of the user's template."""

from collections.abc import Mapping
from typing import Any

from pptx.dml.color import ColorFormat, RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from kpidesk.export.pptx_ground import Ground
from kpidesk.export.print_colours import print_colour

_THEME: Mapping[str, Any] = {
    "series.1": MSO_THEME_COLOR.ACCENT_1,
    "series.2": MSO_THEME_COLOR.ACCENT_2,
    "series.3": MSO_THEME_COLOR.ACCENT_3,
    "series.4": MSO_THEME_COLOR.ACCENT_4,
    "series.5": MSO_THEME_COLOR.ACCENT_5,
    "series.6": MSO_THEME_COLOR.ACCENT_6,
    "ink1": MSO_THEME_COLOR.TEXT_1,
    "ink2": MSO_THEME_COLOR.TEXT_1,
    "ink3": MSO_THEME_COLOR.TEXT_1,
}
"""What a template of the user's own has a colour for; good, bad and what-if keep ours in every house."""


class Paints:
    """Tokens as colours of print, or those of the user's template where it has such."""

    def __init__(self, *, is_themed: bool = False, ground: Ground | None = None) -> None:
        self.is_themed = is_themed
        self._ground = ground or Ground()

    def colour(self, token: str) -> str:
        """``RRGGBB`` of a token on this ground."""
        return print_colour(token, is_dark=self._ground.is_dark)

    @property
    def inside(self) -> str:
        """``RRGGBB`` of texts in bars: what is deep on light ground is pale on dark."""
        return self.colour("onAccent")

    def theme_of(self, token: str) -> Any:
        """The template's own colour for a token; None where it has none, or none that can be read on its ground."""
        is_lost = token.startswith("ink") and not self._ground.has_own_text
        return _THEME.get(token) if self.is_themed and not is_lost else None

    def put(self, target: ColorFormat, token: str) -> None:
        """Colour something."""
        theme = self.theme_of(token)
        if theme is None:
            target.rgb = RGBColor.from_string(self.colour(token))
        else:
            target.theme_color = theme

    def fill(self, shape_format: Any, token: str, opacity: float = 1.0) -> None:
        """Fill something, to see through where ``opacity`` is below 1."""
        shape_format.fill.solid()
        self.put(shape_format.fill.fore_color, token)
        if opacity < 1:
            (colour,) = shape_format.fill._xPr.solidFill  # noqa: SLF001  python-pptx has no transparency
            colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{round(opacity * 100_000)}"/>'))
