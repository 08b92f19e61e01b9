"""The context bar: segments that are on, and how many of them it has room for."""

from dataclasses import replace

import pytest
from kpidesk.metrics.query import Filter
from kpidesk.qt.widgets.chip import Chip
from kpidesk.session.commands.view import SetQuery
from kpidesk.ui.window.page import CONTEXT_ALL
from PySide6.QtWidgets import QWidget

FILTERS = tuple(Filter(name, (f"a value of {name} that is rather long",)) for name in ("plan", "country", "channel"))


def filter_chips(bar):
    return [c for c in bar.findChildren(Chip) if not c.isHidden() and c.property("attribute")]


@pytest.mark.parametrize("width", [960, 1200, 1440, 1920])
def test_chips_never_squeeze_what_stands_beside_them(bound, width):
    bound.window.resize(width, 700)
    bound.bar.set_parts(CONTEXT_ALL)
    query = replace(bound.services.session.document.query, filters=FILTERS)
    bound.services.session.execute(SetQuery(query))
    bound.window.grab()
    chips = filter_chips(bound.bar)
    assert 1 <= len(chips) <= 3
    beside = (w for w in bound.bar.findChildren(QWidget) if w.parent() is bound.bar and not w.isHidden())
    assert [w for w in beside if w.width() < w.minimumSizeHint().width()] == []
    away = len(FILTERS) - len(chips)
    assert chips[-1].text().endswith(f"+{away}" if away else "long")


def test_a_chip_takes_its_segment_off_and_counts_anew(bound):
    bound.window.resize(1920, 800)
    bound.bar.set_parts(CONTEXT_ALL)
    query = replace(bound.services.session.document.query, filters=FILTERS)
    bound.services.session.execute(SetQuery(query))
    filter_chips(bound.bar)[0].removed.emit()
    assert [kept.attribute for kept in bound.services.session.document.query.filters] == ["country", "channel"]
