"""The page Why: the tree of drivers adds up line by line, causes and notes stand by date, and a way leads on."""

from datetime import date

import pytest
from kpidesk.analysis.why import Why, why_of
from kpidesk.charts.figure import Rule
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.ui.why.driver_tree import DriverTree, Node, driver_nodes
from kpidesk.ui.why.when_figures import events_of, events_table, trend_figure
from tests.analysis.ledgers import a_ledger
from tests.metrics.real_facts import facts_of


@pytest.fixture(scope="module")
def why(tmp_path_factory: pytest.TempPathFactory) -> Why:
    folder = tmp_path_factory.mktemp("company")
    engine = Engine(load_catalogue(), facts_of(folder, a_ledger(3).tables, as_of=date(2024, 12, 31)))
    ends = Period.parse("2024-10"), Period.parse("2024-11")
    return why_of(engine, engine.compute, Query(), MetricName("ltv_cac"), ends)


def adds_up(node: Node) -> None:
    drivers = [each.part for each in node.below if each.part is not None]
    if drivers and node.part is not None:
        assert sum(drivers) == pytest.approx(node.part, abs=1e-9 * max(1.0, abs(node.part)))
    for each in node.below:
        if each.part is None:  # the same part, split another way
            assert node.part is not None
            told = sum(below.part or 0.0 for below in each.below)
            assert told == pytest.approx(node.part, abs=1e-9 * max(1.0, abs(node.part)))
        adds_up(each)


def test_each_level_of_the_tree_sums_to_the_line_above(why: Why) -> None:
    nodes = driver_nodes(why, load_catalogue(), load_schema(), Style())
    assert sum(node.part or 0.0 for node in nodes) == pytest.approx(why.change, abs=1e-9)
    for node in nodes:
        adds_up(node)


def test_a_click_opens_and_closes_a_driver(qtbot, why: Why) -> None:
    tree = DriverTree()
    qtbot.addWidget(tree)
    tree.show_drivers(why, load_catalogue(), load_schema(), Style())
    shown = len(tree.table.table.rows)
    tree.on_line(0)
    closed = len(tree.table.table.rows)
    assert closed < shown
    tree.on_line(0)
    assert len(tree.table.table.rows) == shown


def test_notes_and_causes_stand_by_date(why: Why) -> None:
    notes = [(Period.parse("2024-02"), "New prices"), (Period.parse("2024-11"), "Release 5")]
    events = events_of(why, notes, load_catalogue(), Style())
    assert [event.period.index for event in events] == sorted((e.period.index for e in events), reverse=True)
    assert {"New prices", "Release 5"} <= {event.text for event in events}
    view, table = events_table(events, why, load_catalogue(), Style())
    assert len(view.rows) == len(table.rows) == len(why.causes) + 2


def test_a_rule_over_time_says_what_stepped_from_where_to_where(why: Why) -> None:
    figure = trend_figure(why, load_catalogue(), Style(), FigureOptions())
    rules = [mark for mark in figure.marks if isinstance(mark, Rule) and mark.axis == "x" and mark.label]
    rows = events_table(events_of(why, [], load_catalogue(), Style()), why, load_catalogue(), Style())[0].rows
    stories = {f"{row[1].text} {row[2].text}" for row in rows}
    assert rules
    assert len({rule.stop for rule in rules}) == len(rules)  # each has its name on a line of its own
    assert {str(rule.label) for rule in rules} <= stories
    assert all(" → " in str(rule.short) for rule in rules if rule.short)
