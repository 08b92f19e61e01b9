"""The name of a card in two lines is painted whole: no tail of a letter is cut."""

import pytest
from kpidesk.charts.card import Card
from kpidesk.core.ids import MetricName
from kpidesk.qt.fonts import Role, font, scaled, text_width
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets import kpi_card_painting
from kpidesk.qt.widgets.kpi_card_painting import PADDING, CardLook, paint_card, takes_two_lines
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

NAMES = ("Paying jobs by plan, typically", "每户贡献毛利润年化增长率，gpqy")
ROOM = 12


def unclipped(painter, rect, content, role, ink):
    """The same text in a box with room for any letter above and below."""
    painter.setFont(font(role))
    painter.setPen(theme().colour(ink))
    box = QRectF(rect).adjusted(0, -ROOM, ROOM, ROOM)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), content)
    return 0.0


def painted(name: str, rect: QRect) -> QImage:
    image = QImage(rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_card(painter, rect, Card(MetricName("a"), name), CardLook())
    painter.end()
    return image


@pytest.mark.parametrize("look", [Look(), Look("dark"), Look("light", "zh_Hans"), Look("light", "zh_Hant", 150)])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_two_lines_keeps_the_tails_of_its_letters(dressed, qapp, monkeypatch, name, look):
    apply_look(qapp, look)
    rect = QRect(0, 0, scaled(152), scaled(136))
    assert takes_two_lines(rect, Card(MetricName("a"), name))
    found = painted(name, rect)
    monkeypatch.setattr(kpi_card_painting, "text", unclipped)
    assert found == painted(name, rect)
    apply_look(qapp, Look())


@pytest.mark.parametrize("name", ["客户生命周期价值", "Customer lifetime values"])
def test_no_sign_stands_alone_in_the_second_line_of_a_name(dressed, qapp, monkeypatch, name):
    apply_look(qapp, Look("light", "zh_Hans"))
    said: list[str] = []
    monkeypatch.setattr(kpi_card_painting, "text", lambda painter, rect, content, *_: said.append(content) or 0.0)
    painted(name, QRect(0, 0, 2 * PADDING + text_width(name[:-1], Role.LABEL) + 1, scaled(136)))
    assert "".join(said[:2]).replace(" ", "") == name.replace(" ", "")
    assert min(map(len, said[:2])) > 2
    apply_look(qapp, Look())
