"""The context bar: segments that are on, and how many of them it has room for."""

from dataclasses import replace
from datetime import date

import pytest
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import DatasetId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.query import Filter
from kpidesk.qt.widgets.chip import Chip
from kpidesk.qt.widgets.popover import ChoicePopover
from kpidesk.schema.model import ColumnType
from kpidesk.session.commands.view import SetQuery
from kpidesk.ui.window.context_binding import tables_told
from kpidesk.ui.window.page import CONTEXT_ALL
from kpidesk.ui.window.query_words import with_grain
from kpidesk.workspace.document import Dataset, DatasetColumn, SourceRef, ViewQuery
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

FILTERS = tuple(Filter(name, (f"a value of {name} that is rather long",)) for name in ("plan", "country", "channel"))


def filter_chips(bar):
    return [c for c in bar.findChildren(Chip) if not c.isHidden() and c.property("attribute")]


def count_chips(bar):
    return [c for c in bar.findChildren(Chip) if not c.isHidden() and "filter" in c.text()]


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
    assert all(chip.text().endswith("that is rather long") for chip in chips)
    away = len(FILTERS) - len(chips)
    counts = count_chips(bound.bar)
    assert [chip.text() in (f"{away} more filters", f"{away} more filter", f"+{away} filters") for chip in counts] == (
        [True] if away else []
    )


def test_the_folded_button_of_segments_is_a_square_that_says_what_it_does(bound):
    bound.window.resize(960, 700)
    bound.bar.set_parts(CONTEXT_ALL)
    query = replace(bound.services.session.document.query, filters=FILTERS)
    bound.services.session.execute(SetQuery(query))
    bound.window.grab()
    add = bound.bar._add
    assert add.sizeHint().width() == add.height()  # its sign stands in the middle
    assert add.accessibleName() in add.toolTip()
    bound.services.session.execute(SetQuery(replace(query, filters=())))
    bound.window.grab()
    assert add.sizeHint().width() > add.height()
    assert not add.toolTip()


def test_filters_without_a_chip_are_named_by_the_chip_that_counts_them_and_opened_from_it(bound, qtbot):
    bound.window.resize(960, 700)
    bound.bar.set_parts(CONTEXT_ALL)
    filters = (*FILTERS, Filter("tier", ("Gold", "Silver")))
    query = replace(bound.services.session.document.query, filters=filters)
    bound.services.session.execute(SetQuery(query))
    bound.window.grab()
    (chip,) = count_chips(bound.bar)
    assert chip.text() == "+3 filters"
    assert "tier 2 values" in chip.accessibleName()
    assert chip.accessibleName().startswith("3 more filters: ")
    asked = []
    bound.bar._filters.asked.connect(asked.append)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    popover = bound.window.findChild(ChoicePopover)
    popover.chosen.emit("tier")
    assert asked == ["tier"]


def test_a_chip_takes_its_segment_off_and_counts_anew(bound):
    bound.window.resize(1920, 800)
    bound.bar.set_parts(CONTEXT_ALL)
    query = replace(bound.services.session.document.query, filters=FILTERS)
    bound.services.session.execute(SetQuery(query))
    filter_chips(bound.bar)[0].removed.emit()
    assert [kept.attribute for kept in bound.services.session.document.query.filters] == ["country", "channel"]


def test_a_segment_that_several_tables_have_says_in_which(bound):
    channel, plan = DatasetColumn("channel", ColumnType.TEXT), DatasetColumn("plan", ColumnType.TEXT)
    source = SourceRef("a.csv")
    datasets = [
        Dataset(DatasetId(table), table, table, columns, 9, source)
        for table, columns in (("customers", (channel, plan)), ("leads", (channel,)), ("orders", (channel,)))
    ]
    told = tables_told(("channel", "plan"), datasets, bound.services.schema, "en")
    assert told == {"channel": " · Customers · Leads +1"}
    bound.bar.set_data(None, {"channel": ("Email", "Ads"), "plan": ("Pro", "Team")}, {}, told)
    bound.bar.open_segment()
    choices = bound.window.findChild(ChoicePopover)._model
    details = [choices.choice(row).detail for row in range(choices.rowCount())]
    assert details == ["2 values · Customers · Leads +1", "2 values"]


@pytest.mark.parametrize(("first", "offered"), [((2023, 7, 1), 4), ((2023, 8, 1), 3), ((2021, 1, 1), 5)])
def test_a_range_longer_than_the_data_is_not_offered(bound, first, offered):
    bound.bar.set_data((date(*first), date(2026, 6, 18)), {}, {}, {})
    bound.bar.set_parts(CONTEXT_ALL)
    bound.bar.open_period()
    choices = bound.window.findChild(ChoicePopover)._model
    whole, *ranges = (choices.choice(row) for row in range(choices.rowCount()))
    assert len(ranges) == offered
    begin = Period.of(date(*first), Grain.MONTH)
    assert whole.detail.startswith(format_period(begin, Style()))
    assert all(each.key[0].index >= begin.index for each in ranges)


def test_a_year_that_goes_on_becomes_months_that_there_are():
    days = date(2023, 6, 15), date(2026, 6, 18)
    asked = replace(
        ViewQuery(), first=Period.parse("2025-07"), last=Period.parse("2026-06"), at=Period.parse("2026-05")
    )
    years = with_grain(asked, Grain.YEAR, days=days)
    months = with_grain(years, Grain.MONTH, days=days)
    assert (str(years.first), str(years.last), str(years.at)) == ("2025", "2026", "2026")
    assert (str(months.first), str(months.last), str(months.at)) == ("2025-01", "2026-06", "2026-06")
    early = with_grain(replace(years, first=Period.parse("2023")), Grain.MONTH, days=days)
    assert str(early.first) == "2023-06"
