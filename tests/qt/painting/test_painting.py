"""Pictures say what the live chart says, and stand on whole pixels."""

import xml.etree.ElementTree as ET

import pytest
from kpidesk.charts.figure import Axis, Bar, Figure, Line, Point, Rule, Tick
from kpidesk.core.formatting import Style
from kpidesk.core.progress import Progress
from kpidesk.export.paper import Page, Printed, PrintedCard
from kpidesk.qt.fonts import Role, advance
from kpidesk.qt.painting.bar_painter import bar_rect, paint_bars
from kpidesk.qt.painting.exporters import QtImageRenderer, pdf_bytes, png_bytes, render_image, svg_bytes, write_png
from kpidesk.qt.painting.figure_painter import paint_figure, paint_plot, wrapped
from kpidesk.qt.painting.label_painter import Labels, _points, _rules, paint_labels
from kpidesk.qt.painting.page_painter import paint_cards
from kpidesk.qt.painting.plot_painter import mark_counts, paint_marks
from kpidesk.qt.painting.point_labels import PointLabels
from kpidesk.qt.painting.space import Space, say_with
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.theme import load_theme
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.charts.gallery import gallery

KINDS = tuple(gallery())
SIZE = (640, 280)


@pytest.fixture(autouse=True)
def _gui(qapp):
    """Fonts need a QGuiApplication."""


def colours():
    return load_theme("print").colours


def painted(figure, size=SIZE):
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    found = paint_plot(painter, QRectF(0, 0, *size), figure, colours(), say_with(QCoreApplication.translate))
    painter.end()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_live_and_painted_charts_say_the_same(kind, qtbot):
    figure = gallery()[kind]
    view = FigureView(colours=colours())
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.set_figure(figure)
    view.grab()
    assert view.texts == painted(figure).texts
    assert mark_counts(view.figure) == mark_counts(figure)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(260, 120), (640, 280), (1600, 900)])
def test_no_tick_texts_touch_at_any_size(kind, size):
    figure = gallery()[kind]
    space = painted(figure, size).space
    assert space.rect.width() > 0.3 * size[0]
    texts = painted(figure, size).texts
    assert texts
    assert all(texts)


def test_scale_only_enlarges():
    figure = gallery()["line"]
    once, twice = (paint_at(figure, scale) for scale in (1.0, 2.0))
    assert once.texts == twice.texts
    assert once.space == twice.space


def paint_at(figure, scale):
    image = QImage(int(640 * scale), int(300 * scale), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    found = paint_figure(painter, QRectF(image.rect()), figure, colours(), scale)
    painter.end()
    return found


def test_picture_has_the_asked_size_on_white_paper():
    image = render_image(gallery()["line"], (400, 200), 3.0)
    assert (image.width(), image.height()) == (1200, 600)
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_hairlines_are_one_unblurred_row(scale):
    axis = Axis(0, 10, (Tick(3.3, "3.3"),), has_grid=True)
    figure = Figure("line", (), Axis(0, 1, ()), axis)
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_marks(painter, figure, Space(QRectF(0, 0, 200 / scale, 100), 0, 1, 0, 10), colours())
    painter.end()
    rows = [y for y in range(200) if image.pixelColor(100, y) != QColor("#FFFFFF")]
    assert 1 <= len(rows) <= round(scale)
    assert image.pixelColor(100, rows[0]) == colours()["hair"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_lines_grow_with_the_scale(scale):
    figure = Figure("line", (Line((0.0, 1.0), (5.0, 5.0), "ink1", 4.0),), Axis(0, 1, ()), Axis(0, 10, ()))
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_marks(painter, figure, Space(QRectF(0, 0, 100, 100), 0, 1, 0, 10), colours())
    painter.end()
    dark = [y for y in range(200) if image.pixelColor(50, y).lightness() < 128]
    assert len(dark) == pytest.approx(4 * scale, abs=1)


def test_bars_stand_on_whole_pixels():
    figure = Figure("bar", (Bar(0.013, 0.511, 0, 5.03, "ink1"),), Axis(0, 1, ()), Axis(0, 10, ()))
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marks(painter, figure, Space(QRectF(0, 0, 100, 100), 0, 1, 0, 10), colours())
    painter.end()
    column = {image.pixelColor(x, 80).name() for x in range(100)}
    assert column == {colours()["ink1"].name(), "#ffffff"}


def test_bars_are_round_in_the_open_and_meet_without_a_notch():
    bars = Bar(0.0, 1.0, 0.0, 5.0, "good"), Bar(0.0, 1.0, 5.0, 10.0, "good")
    figure = Figure("stacked_bar", bars, Axis(-1.0, 2.0, ()), Axis(0.0, 20.0, (), zero=0.0))
    image = QImage(90, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_bars(painter, figure, Space(QRectF(0, 0, 90, 80), -1, 2, 0, 20), colours())
    painter.end()
    left = [image.pixelColor(30, y) for y in range(40, 80)]
    assert left[0] != left[10]
    assert {color.name() for color in left[2:]} == {colours()["good"].name()}


def test_svg_keeps_texts_as_text_and_escapes_them():
    figure = gallery()["line"]
    tree = ET.fromstring(svg_bytes(figure, SIZE))
    texts = [e.text for e in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert {"MRR", "$300K", "Target $250K", "this year", "Incomplete"} <= set(texts)
    assert tree.attrib["viewBox"] == "0 0 640 280"
    nasty = Figure("bar", (), figure.x, figure.y, title="<script>alert(1)</script> & co")
    assert b"<script>" not in svg_bytes(nasty, SIZE)


def test_svg_needs_no_feature_that_only_browsers_have():
    svg = svg_bytes(gallery()["line"], SIZE)
    assert b"non-scaling-stroke" not in svg
    assert b"<image" not in svg


def test_pdf_is_one_page_of_the_figures_size():
    content = pdf_bytes(Printed("Report", (Page("MRR", figure=gallery()["line"]),)), (960, 540))
    assert content.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 720" in content


def test_png_file_is_written_whole(tmp_path):
    path = tmp_path / "chart.png"
    write_png(path, gallery()["bar"], SIZE)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert [p.name for p in tmp_path.iterdir()] == ["chart.png"]


def test_injected_renderer_paints_all_formats():
    renderer = QtImageRenderer()
    figure = gallery()["waterfall"]
    assert renderer.png(figure, SIZE, 1.0) == png_bytes(figure, SIZE, 1.0)
    assert renderer.svg(figure, SIZE).startswith(b"<?xml")
    document = Printed("Report", (Page("One", figure=figure), Page("Two", figure=figure)))
    assert renderer.pdf(document, SIZE, Progress()).startswith(b"%PDF-")


def test_long_foot_is_wrapped_not_cut():
    text = "one two three four five six seven eight nine ten " * 4
    lines = wrapped(text.strip(), 200, Role.MICRO)
    assert len(lines) > 2
    assert " ".join(lines) == text.strip()
    assert all(advance(line, Role.MICRO) <= 201 for line in lines)


def test_near_notes_fold_into_one_label():
    marks = tuple(Rule("x", at, label=name, label_at="stop") for at, name in ((1.0, "a"), (1.2, "b"), (8.0, "c")))
    figure = Figure("line", marks, Axis(0, 10, ()), Axis(0, 1, ()))
    assert painted(figure).texts == ("2 notes", "c")


def _noted(*rules: Rule, height: int = 200) -> list[QRectF]:
    image = QImage(600, height, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    space, axis = Space(QRectF(0, 0, 600, height), 0, 10, 0, 1), Axis(0, 1, ())
    labels = Labels(painter, space, colours(), str)
    _rules(labels, PointLabels(Figure("line", rules, axis, axis), space, labels.taken), list(rules))
    painter.end()
    return labels.taken


@pytest.mark.parametrize(("count", "is_cut"), [(2, False), (40, True)])
def test_among_many_lines_a_value_has_a_ground_of_its_own(count, is_cut):
    lines = tuple(Line((0.0, 10.0), (at / count, at / count), "series.1") for at in range(count))
    point, axis = Point(5.0, 0.5, size=6.0, label="72.5%", label_at="above", is_strong=True), Axis(0, 1, ())
    image = QImage(600, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("red"))
    painter = QPainter(image)
    space = Space(QRectF(0, 0, 600, 200), 0, 10, 0, 1)
    labels = Labels(painter, space, colours(), str)
    _points(labels, PointLabels(Figure("line", (*lines, point), axis, axis), space, labels.taken), [point])
    painter.end()
    assert _has_ground(image, labels.taken[0]) == is_cut


def _has_ground(image: QImage, rect: QRectF) -> bool:
    """Whether the colour of the surface is seen around the letters, which stand on red."""
    rows, columns = range(int(rect.top()), int(rect.bottom())), range(int(rect.left()), int(rect.right()))
    return any(image.pixelColor(x, y) == colours()["surface"] for x in columns for y in rows)


@pytest.mark.parametrize(("at", "is_cut"), [(0.5, True), (0.9, False)])
def test_a_value_on_a_line_of_the_grid_has_a_ground(at, is_cut):
    bar = Bar(4.0, 6.0, 0.0, 0.45, "series.1", label="5,075")
    figure = Figure("bar", (bar,), Axis(0, 10, ()), Axis(0, 1, (Tick(at, ""),), has_grid=True))
    image = QImage(600, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("red"))
    painter = QPainter(image)
    paint_labels(painter, figure, Space(QRectF(0, 0, 600, 200), 0, 10, 0, 1), colours(), str)
    painter.end()
    assert _has_ground(image, QRectF(image.rect())) == is_cut


def test_long_notes_stand_below_one_another():
    notes = ((5.5, "a note of so many words that it is long"), (7.0, "another note with words"))
    first, second = _noted(*(Rule("x", at, label=name, label_at="stop") for at, name in notes))
    assert not first.intersects(second)


@pytest.mark.parametrize(("short", "labels"), [("", 1), ("Enterp.", 2)])
def test_near_notes_that_have_a_short_form_each_keep_their_words(short, labels):
    near = (Rule("x", at, label="customer churn · Enterprise", label_at="stop", short=short) for at in (7.0, 7.8))
    assert len(_noted(*near)) == labels


def test_a_note_in_short_stays_off_the_rule_before_it():
    wide = Rule("x", 8.5, label="sales and marketing cost · Enterprise", label_at="stop", short="Enterp.")
    before = Rule("x", 7.0, label="price", label_at="stop")
    _, second = _noted(before, wide)
    assert not second.left() < 420 < second.right()


def test_a_note_that_just_fits_between_two_rules_touches_neither():
    x, gap = 598.0, advance("Enterprise", Role.LABEL) + 6
    rules = [Rule("x", at / 60, label=name, label_at="stop") for at, name in ((x - gap, "price"), (x, "Enterprise"))]
    _, second = _noted(*rules)
    assert x - gap < second.left() < second.right() < x


@pytest.mark.parametrize("height", [200, 165])
def test_a_name_stands_above_the_rule_that_begins_below_it(height):
    """The second name is too long for the room behind its rule, and the first rule stands in its way."""
    text = "customer churn · Enterprise 0.64% → 9.3%"
    first, second = Rule("x", 8.0, label=text, label_at="stop", stop=0.9), Rule("x", 9.0, label=text, label_at="stop")
    other, rect = _noted(first, second, height=height)
    assert rect.left() < 480 < rect.right()
    assert rect.bottom() <= 0.1 * height + 4
    assert other.top() >= 0.1 * height - 1


def test_names_under_narrow_bars_are_shortened_by_words():
    ticks = (Tick(0.0, "Reactivation of them", short="React."), Tick(1.0, "New", short="N."))
    figure = Figure("waterfall", (), Axis(-0.5, 1.5, ticks, "category"), Axis(0, 1, ()))
    assert painted(figure, (140, 200)).texts == ("React.", "New")
    assert painted(figure, (900, 200)).texts == ("Reactivation of them", "New")


def test_target_name_stays_off_the_line():
    figure = gallery(Style())["line_by"]
    assert "Target 2.5%" in painted(figure).texts


def test_bar_without_height_keeps_its_place():
    space = Space(QRectF(50, 10, 100, 100), 0, 1, 0, 10)
    rect = bar_rect(Bar(0.2, 0.4, 5, 5, "good"), space)
    assert (rect.left(), rect.top(), rect.width(), rect.height()) == pytest.approx((70, 60, 20, 0))


def test_cards_fill_a_page_of_their_own_and_show_their_course_there():
    card = PrintedCard(("MRR", "$409K", "−2% vs Apr", "May"), spark=(1.0, 3.0, 2.0))
    lowest = []
    for count in (4, 8):
        image = QImage(900, 400, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_cards(painter, QRectF(0, 0, 900, 360), (card,) * count, colours(), fills=True)
        painter.end()
        rows = [y for y in range(400) if any(image.pixelColor(x, y) != QColor("white") for x in range(100, 200, 7))]
        lowest.append(rows[-1])
    assert all(row > 0.9 * 360 for row in lowest)


def test_a_foot_is_broken_between_its_parts_and_within_one_only_if_it_is_longer_than_a_line():
    parts = ("每月经常性收入", "标准口径", "数据截至 2026年6月18日", "金额单位：美元", "来源：订阅.csv")
    for width in range(140, 700, 7):
        lines = wrapped(" · ".join(parts), width, Role.MICRO)
        assert " · ".join(lines) == " · ".join(parts)
        assert all(part in parts for line in lines for part in line.split(" · "))
    long = "来源：" + "订阅与客户明细" * 8
    lines = wrapped(f"标准口径 · {long} · 金额单位：美元", 200, Role.MICRO)
    assert lines[0] == "标准口径"
    assert len(lines) > 4
    assert "".join(lines).endswith("金额单位：美元")
