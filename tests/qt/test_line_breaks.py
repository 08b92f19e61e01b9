"""Where the lines of a label may break."""

import pytest
from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.labels import plain_label


@pytest.mark.parametrize(
    ("content", "drawn"),
    [
        ("从 −1,863美元", "从 −1,863\u2060美\u2060元"),
        ("41.7万美元", "41.7\u2060万\u2060美\u2060元"),
        ("它与“a”、“b”关联", "它与\u200b“a”、\u200b“b”\u200b关联"),
        ("读作“a”。", "读作\u200b“a”。"),
        ("+$9 (“b”)", "+\u2060$9 (“b”)"),
    ],
)
def test_amounts_stay_whole_and_quotes_let_lines_break(dressed, content, drawn):
    label = plain_label(content, Role.BODY, wrap=True)
    assert super(type(label), label).text() == drawn
    assert label.text() == content
    label.deleteLater()
