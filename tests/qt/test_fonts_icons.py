"""Type per language, and icons."""

from kpidesk.core.resources import resource
from kpidesk.qt.fonts import Role, font, line_height, use_fonts
from kpidesk.qt.icons import pixmap
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.theme import theme
from PySide6.QtGui import QFont

TNUM, PWID = QFont.Tag("tnum"), QFont.Tag("pwid")


def test_figures_are_tabular_in_every_role(dressed):
    assert all(font(role).featureValue(TNUM) == 1 for role in Role)


def test_chinese_has_larger_small_print_and_taller_lines(dressed):
    use_fonts("zh_Hans", 100)
    assert (font(Role.MICRO).pixelSize(), line_height(Role.BODY)) == (12, 22)
    use_fonts("en", 100)
    assert (font(Role.MICRO).pixelSize(), line_height(Role.BODY)) == (11, 20)


def test_proportional_quotes_never_reach_chinese(dressed, qapp):
    """QFont() copies the application's font with its features: a switch of language must not keep them."""
    apply_look(qapp, Look(language="en"))
    apply_look(qapp, Look(language="zh_Hant"))
    assert not any(font(role).isFeatureSet(PWID) for role in Role)
    apply_look(qapp, Look())


def test_text_size_multiplies_type_alone(dressed):
    use_fonts("en", 150)
    assert (font(Role.BODY).pixelSize(), line_height(Role.BODY)) == (20, 30)
    use_fonts("en", 100)


def test_traditional_face_comes_before_the_simplified_one(dressed):
    use_fonts("zh_Hant", 100)
    families = font(Role.BODY).families()
    simplified = [i for i, f in enumerate(families) if f.endswith((" SC", "YaHei UI"))]
    traditional = [i for i, f in enumerate(families) if f.endswith((" TC", "JhengHei UI"))]
    use_fonts("en", 100)
    assert not traditional or not simplified or min(traditional) < min(simplified)


def test_every_icon_draws_in_the_ink_of_its_token(dressed):
    for path in resource("icons").glob("*.svg"):
        drawn = pixmap(path.stem, "bad", 16, 2.0).toImage()
        inks = {
            drawn.pixelColor(x, y).name() for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() > 250
        }
        assert inks, path.stem
        if path.stem != "kpidesk":
            assert theme().hex("bad") in inks, path.stem
