"""A foot that is too long leaves out whole parts, first those that the window says elsewhere, and cuts no word."""

import pytest
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.labels import DATA_TO, SOURCE, STANDARD
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.widgets.card import Tile
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.foot import foot_of

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
