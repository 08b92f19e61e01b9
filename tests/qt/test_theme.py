"""The tokens are those of the design, in every theme; contrast is measured here, not believed."""

import itertools
import math

import pytest
from kpidesk.qt.theme import THEMES, load_theme, palette
from PySide6.QtGui import QColor

SCALES = {"series": 8, "sequential": 7, "diverging": 7, "onSequential": 7, "onDiverging": 7, "curve": 6}
EVERY = (*THEMES, "print")


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: QColor, b: QColor) -> float:
    """WCAG 2 contrast."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", EVERY)
def test_every_theme_has_every_token(name: str):
    theme = load_theme(name)
    assert set(theme.colours) == set(load_theme("light").colours)
    for scale, count in SCALES.items():
        assert all(theme.colour(f"{scale}.{i}").isValid() for i in range(1, count + 1))


def test_tokens_are_the_design_s():
    light, dark = load_theme("light"), load_theme("dark")
    assert light.hex("accent") == "#2458d3"
    assert dark.hex("accent") == "#82a8ff"
    assert light.hex("series.3") == "#10847a"
    assert dark.hex("scenario") == "#b79dff"
    assert load_theme("print").hex("line") == "#8a929e"
    assert load_theme("print").hex("good") == light.hex("good")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("ink", ["ink1", "ink2", "ink3", "accent", "good", "bad", "warn", "scenario"])
def test_text_can_be_read(name: str, ink: str):
    theme = load_theme(name)
    for ground in ("canvas", "sidebar", "surface", "sunken", "hover"):
        assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5, (ink, ground)


SOFT = (
    *((ink, f"{ink}Soft") for ink in ("accent", "good", "bad", "warn", "scenario")),
    *((ink, ground) for ink in ("ink1", "ink2") for ground in ("accentSoft", "badSoft", "warnSoft", "goodSoft")),
    *((ink, "raised") for ink in ("ink1", "ink2", "ink3", "accent")),
    ("onAccent", "accent"),
    ("onAccent", "accentHover"),
)


@pytest.mark.parametrize("name", EVERY)
def test_text_can_be_read_on_soft_grounds_buttons_and_heat_maps(name: str):
    theme = load_theme(name)
    for scale in ("Sequential", "Diverging"):
        pairs = ((f"on{scale}.{i}", f"{scale.lower()}.{i}") for i in range(1, 8))
        for ink, ground in (*SOFT, *pairs):
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("name", ["high_contrast_light", "high_contrast_dark"])
def test_high_contrast_is_high(name: str):
    theme = load_theme(name)
    assert min(contrast(theme.colour(i), theme.colour("surface")) for i in ("ink1", "ink2", "ink3", "accent")) >= 8.5


@pytest.mark.parametrize("name", EVERY)
def test_series_stand_out_from_the_surface(name: str):
    theme = load_theme(name)
    assert min(contrast(theme.colour(f"series.{i}"), theme.colour("surface")) for i in range(1, 9)) >= 2.95


@pytest.mark.parametrize("name", EVERY)
def test_the_first_of_curves_in_order_can_be_seen_and_each_next_stands_out_more(name: str):
    theme = load_theme(name)
    seen = [contrast(theme.colour(f"curve.{i}"), theme.colour("surface")) for i in range(1, 7)]
    assert seen[0] >= (4.5 if theme.is_high_contrast else 3.0)  # 3 : 1 is what WCAG asks of lines
    assert all(after > 1.15 * before for before, after in itertools.pairwise(seen))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_first_and_the_last_of_curves_are_told_apart_where_they_cross(name: str):
    """Thin lines far apart in lightness alone look alike: more than half the way from black to white in CIE 1976."""
    theme = load_theme(name)
    first, last = (_lab(theme.colour(f"curve.{i}")) for i in (1, 6))
    assert math.dist(first, last) >= 60


def _lab(colour: QColor) -> tuple[float, float, float]:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    white = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_palette_follows_the_tokens():
    theme = load_theme("dark")
    colours = palette(theme)
    assert colours.window().color() == theme.colour("canvas")
    assert colours.text().color() == theme.colour("ink1")
    assert colours.highlight().color() == theme.colour("accent")
