"""What the table of channels says, of figures that were made up."""

from kpidesk.analysis.channels import ChannelRow, ChannelTable
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.ui.channels.channel_words import table_of
from tests.charts.frames import a_company

COST, RATIO = MetricName("acquisition_cost"), MetricName("ltv_cac")


def test_the_figures_of_a_column_are_of_one_form(qapp):
    rows = [
        ChannelRow(name, {COST: cost, RATIO: ratio}) for name, cost, ratio in (("a", 43_100, 0.634), ("b", 982, 23.1))
    ]
    total = ChannelRow("", {COST: 44_082, RATIO: 2.04})
    table = ChannelTable("channel", Period.parse("2025-03"), (COST, RATIO), tuple(rows), total, None, a_company())
    view, _ = table_of(table, load_catalogue(), Style())
    shown = [[cell.text for cell in row] for row in (*view.rows, view.total)]
    assert [row[1] for row in shown] == ["$43,100", "$982", "$44,082"]
    assert [len(row[2].partition(".")[2]) for row in shown] == [2, 2, 2]
