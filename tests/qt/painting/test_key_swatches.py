"""Swatches of a key are pieces of what they name."""

import itertools

import pytest
from kpidesk.charts.figure import Area, Axis, Figure, KeyEntry
from kpidesk.qt.painting.inks import band_ink, block_swatch, line_swatch
from kpidesk.qt.painting.plot_painter import paint_marks
from kpidesk.qt.painting.space import Space
from kpidesk.qt.theme import load_theme
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

BOX = QRectF(0, 0, 14, 12)
SURFACE = load_theme("light").colour("surface")


def drawn(paint, theme="light"):
    image = QImage(14, 12, QImage.Format.Format_RGB32)
    image.fill(load_theme(theme).colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, load_theme(theme).colours)
    painter.end()
    return image


def pieces(image):
    """How many there are along the middle, parted by what is nearly the surface."""
    inked = [image.pixelColor(x, 6).blueF() + 0.3 < SURFACE.blueF() or image.pixelColor(x, 6).redF() < 0.7
             for x in range(image.width())]  # fmt: skip
    return sum(1 for is_inked, _ in itertools.groupby(inked) if is_inked)


@pytest.mark.parametrize(("dash", "count"), [("solid", 1), ("dashed", 2), ("dotted", 3)])
def test_a_line_in_the_key_is_solid_dashed_or_dotted_as_in_the_plot(dash, count):
    entry = KeyEntry("series.1", "MRR", dash=dash)
    assert pieces(drawn(lambda painter, colours: line_swatch(painter, BOX, entry, colours))) == count


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast_light", "high_contrast_dark"])
def test_a_band_in_the_key_has_the_colour_that_it_has_in_the_plot(theme):
    space = Space(BOX, 0.0, 1.0, 0.0, 1.0)
    outer, inner = (Area((0.0, 1.0), (0.0, 0.0), (1.0, 1.0), "scenario", each) for each in (0.14, 0.22))
    axis = Axis(0.0, 1.0, ())
    figure = Figure("fan", (outer, inner), axis, axis, "")
    entry = KeyEntry("scenario", "50%", "block", 0.22, under=0.14)
    plot = drawn(lambda painter, colours: paint_marks(painter, figure, space, colours), theme)
    key = drawn(lambda painter, colours: block_swatch(painter, BOX, entry, colours), theme)
    assert plot.pixelColor(7, 6) == key.pixelColor(7, 6)


def test_a_pale_band_is_thicker_in_the_dark_and_a_strong_one_is_not():
    light, dark = (load_theme(name).colours for name in ("light", "dark"))
    for opacity, is_thicker in ((0.14, True), (0.55, False)):
        on_light, on_dark = (band_ink(each, "baseline", opacity).alphaF() for each in (light, dark))
        assert (on_dark > 1.3 * on_light) is is_thicker
