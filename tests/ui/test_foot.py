"""A foot that is too long leaves out whole parts, first those that the window says elsewhere, and cuts no word."""

import pytest
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.labels import DATA_TO, SOURCE, STANDARD
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.widgets.card import Tile
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.foot import foot_of
from PySide6.QtWidgets import QApplication, QWidget

MEANING, CUT = (
    "What all customers pay in a month",
    Message(QT_TRANSLATE_NOOP("charts", "Axis starts at {value}"), value="$380K"),
)
PROFILE, DAY, SOURCES = Message(STANDARD), Message(DATA_TO, day="18 Jun 2026"), Message(SOURCE, files="a.csv, b.csv")


def test_profile_and_day_go_before_the_source_and_the_definition_stays_longest():
    assert foot_of((MEANING, PROFILE, DAY, SOURCES))[:4] == (
        f"{MEANING} · Standard profile · Data to 18 Jun 2026 · Source: a.csv, b.csv",
        f"{MEANING} · Data to 18 Jun 2026 · Source: a.csv, b.csv",
        f"{MEANING} · Source: a.csv, b.csv",
        MEANING,
    )


def test_a_definition_that_does_not_fit_alone_gives_its_room_to_the_rest():
    assert foot_of((MEANING, PROFILE, SOURCES))[3:] == (
        "Standard profile · Source: a.csv, b.csv",
        "Source: a.csv, b.csv",
    )
    assert foot_of((MEANING,)) == (MEANING,)


def test_what_is_said_nowhere_else_stays():
    assert foot_of((MEANING, CUT, SOURCES))[1:3] == (f"{MEANING} · Axis starts at $380K", "Axis starts at $380K")
    assert foot_of(()) == ("",)


def test_a_caution_that_does_not_fit_leaves_a_sign_that_there_is_more():
    long = Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name="Every month since " * 9)
    versions = foot_of((MEANING, SOURCES, long))
    assert all(str(long) in each or each.endswith(" · …") for each in versions)
    assert MEANING + " · …" in versions
    assert not [each for each in foot_of((MEANING, PROFILE, DAY, SOURCES)) if "…" in each]


def test_where_a_table_stands_nothing_is_said_of_an_axis():
    unlike = Message(QT_TRANSLATE_NOOP("charts", "The axis does not start at zero"))
    money = Message(QT_TRANSLATE_NOOP("charts", "Money in {currency}"), currency="USD")  # its heads say it
    assert foot_of((MEANING, CUT, unlike, money, SOURCES), has_axis=False)[0] == f"{MEANING} · Source: a.csv, b.csv"


def test_every_part_begins_as_a_sentence_does():
    based = Message(QT_TRANSLATE_NOOP("charts", "based on {n}"), n="1,902")
    kept = Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name="plan")
    inner = Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=based)
    assert foot_of(("what all pay", based))[0] == "What all pay · Based on 1,902"
    assert foot_of(("orders.csv", "n 86", "p90 of all"))[0] == "orders.csv · n 86 · p90 of all"
    assert foot_of((kept,))[0] == "plan: no values in this range."  # a name of the user's own
    assert foot_of((inner,))[0] == "Based on 1,902: no values in this range."


def test_a_chart_shown_as_a_table_has_no_axis_to_tell_of(qtbot, qapp):
    figure = build_bridge(Bridge(230e3, (Step("New", 9e3), Step("Churn", -2e3)), "money"), Style(), FigureOptions())
    tile = ChartTile()
    qtbot.addWidget(tile)
    tile.set_figure(figure)
    assert "Axis starts at" in tile._foot.text()
    tile.show_table(True)
    assert "Axis starts at" not in tile._foot.text()
    tile.set_figure(figure)
    assert "Axis starts at" not in tile._foot.text()
    tile.show_table(False)
    assert "Axis starts at" in tile._foot.text()


@pytest.mark.parametrize(("spare", "shown"), [(0, 0), (-1, 1)])
def test_a_tile_shows_the_longest_foot_that_fits_and_tells_the_rest_as_a_tip(qtbot, qapp, spare, shown):
    versions = foot_of((MEANING, PROFILE, SOURCES))
    tile = Tile("MRR")
    qtbot.addWidget(tile)
    tile.set_texts("MRR", "", versions)
    edges = tile.body.contentsMargins()
    tile.resize(text_width(versions[0], Role.MICRO) + edges.left() + edges.right() + spare, 200)
    tile.show()
    foot = tile._foot
    assert foot.shown() == versions[shown]
    assert (versions[0] in foot.toolTip()) is (shown > 0)


def _caution(said: str) -> Message:
    return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=said)


EVENTS, LATEST = _caution("Before 21 Mar 2026, when events begin"), _caution("Latest month")


def _shown(qtbot, parts, width: int) -> Tile:
    tile = Tile("Activation")
    qtbot.addWidget(tile)
    tile.content.addWidget(QWidget(tile), 1)
    tile.set_texts("Activation", "", foot_of(parts))
    edges = tile.body.contentsMargins()
    tile.resize(width + edges.left() + edges.right(), 200)
    tile.show()
    QApplication.processEvents()
    return tile


def test_a_caution_that_a_line_has_no_room_for_stands_on_a_second_one(qtbot, qapp):
    parts = (MEANING, LATEST, EVENTS)
    tile = _shown(qtbot, parts, text_width(f"{MEANING} · {EVENTS}", Role.MICRO))
    assert tile._foot.lines() == (f"{MEANING} · {LATEST}", str(EVENTS))
    assert tile._foot.height() == 2 * line_height(Role.MICRO)
    assert tile._foot.geometry().bottom() == tile.height() - tile.body.contentsMargins().bottom() - 1
    assert not tile._foot.toolTip()
    tile.resize(2 * tile.width(), 200)
    qapp.processEvents()
    assert tile._foot.lines() == (f"{MEANING} · {LATEST} · {EVENTS}",)
    assert (tile.height(), tile._foot.height()) == (200, line_height(Role.MICRO))


def test_a_foot_loses_what_the_window_says_elsewhere_before_it_takes_a_second_line(qtbot, qapp):
    tile = _shown(qtbot, (EVENTS, PROFILE, DAY, SOURCES), text_width(str(EVENTS), Role.MICRO))
    assert tile._foot.lines() == (str(EVENTS),)


def test_where_two_lines_are_too_few_cautions_stay_before_what_the_axis_shows_and_the_source(qtbot, qapp):
    long = _caution("Counted for customers who have been here for a whole year at the least")
    tile = _shown(qtbot, (MEANING, CUT, long, EVENTS, SOURCES), text_width(str(long), Role.MICRO))
    assert tile._foot.lines() == (str(long), f"{EVENTS} · …")
    assert foot_of((MEANING, CUT, long, EVENTS, SOURCES))[0] in tile._foot.toolTip()


def test_of_two_cautions_the_one_that_says_more_stays(qtbot, qapp):
    long = _caution("Drivers move together as their histories did, most of all the churn of customers and new ones")
    tile = _shown(qtbot, (PROFILE, LATEST, long), text_width(str(long), Role.MICRO) * 2 // 3)
    assert tile._foot.shown() == f"{long} · …"
    assert len(tile._foot.lines()) == 2


def test_a_foot_in_chinese_breaks_between_its_parts_as_its_export_does(qtbot, qapp):
    parts = (_caution("从注册到活跃的中位天数" * 2), _caution("事件自 2026 年 3 月 21 日开始" * 2))
    tile = _shown(qtbot, parts, max(text_width(str(part), Role.MICRO) for part in parts))
    assert tile._foot.lines() == tuple(str(part) for part in parts)


@pytest.mark.parametrize(("height", "most"), [(200, 2), (210, 3), (280, 4), (900, 4)])
def test_a_foot_tells_all_cautions_in_as_many_lines_as_a_high_tile_has_room_for(qtbot, qapp, height, most):
    parts = tuple(_caution(f"{LATEST} {number}") for number in "1234")
    tile = _shown(qtbot, parts, text_width(str(parts[0]), Role.MICRO) + 4)
    tile.resize(tile.width(), height)
    qapp.processEvents()
    lines = tile._foot.lines()
    assert len(lines) == most
    assert lines[-1].endswith("…") is (most < len(parts))
    assert tile._foot.is_cut() is (most < len(parts))
