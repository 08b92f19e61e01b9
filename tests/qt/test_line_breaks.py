"""Where the lines of a label may break."""

import pytest
from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.callout import Callout
from kpidesk.qt.widgets.labels import plain_label
from PySide6.QtWidgets import QApplication, QWidget


@pytest.mark.parametrize(
    ("content", "drawn"),
    [
        ("从 −1,863美元", "从 −1,863\u2060美\u2060元"),
        ("41.7万美元", "41.7\u2060万\u2060美\u2060元"),
        ("浏览量从 38.6万", "浏览量从 38.6\u2060万"),
        ("9.7個月", "9.7\u2060個\u2060月"),
        ("−4.0 個百分點", "−4.0 \u2060個\u2060百\u2060分\u2060點"),
        ("平均 7.9小时", "平均 7.9\u2060小\u2060时"),
        ("中位数 7.9小時", "中位数 7.9\u2060小\u2060時"),
        ("30天后", "30\u2060天后"),
        ("15分鐘", "15\u2060分\u2060鐘"),
        ("共 3,021 行", "共 3,021 \u2060行"),
        ("升 2.5 个百分点", "升 2.5 \u2060个\u2060百\u2060分\u2060点"),
        ("它与“a”、“b”关联", "它与\u200b“a”、\u200b“b”\u200b关联"),
        ("读作“a”。", "读作\u200b“a”。"),
        ("Churn +6.8 pt, 9.7 mo later", "Churn +6.8 \u2060pt, 9.7 \u2060mo later"),
        ("in 30 minutes", "in 30 minutes"),
        ("+$9 (“b”)", "+\u2060$9 (“b”)"),
    ],
)
def test_amounts_stay_whole_and_quotes_let_lines_break(dressed, content, drawn):
    label = plain_label(content, Role.BODY, wrap=True)
    assert super(type(label), label).text() == drawn
    assert label.text() == content
    label.deleteLater()


def test_a_callout_has_room_for_longer_words_than_it_said_before(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    callout = Callout(window)
    heights = []
    for words in ("Few words.", "Many more words, which take three lines. " * 3, "Few words."):
        callout.set_texts("Step 1 of 2", "A title", words)
        callout.point_at(None)
        heights.append(callout.height())
        QApplication.processEvents()
    assert heights[0] == heights[2] < heights[1]
