"""A KPI by segment whose answer is on its way, or refused: the last table does not stand for it."""

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.ui.metrics.kpi_detail import SEGMENTS
from tests.ui.desk import HeldRunner, a_window, close, take_in_all

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


SHEET = "Customer ID,Plan,Country,Region,Start date,MRR\n" + "".join(
    f"C{n},{'Team' if n % 2 else 'Business'},{'Germany' if n % 3 else 'France'},{'North' if n % 5 else 'South'},"
    f"2025-{1 + n % 9:02}-01,100\n"
    for n in range(40)
)


@pytest.fixture
def desk(qapp, tmp_path):
    binding = a_window(qapp, tmp_path, HeldRunner())
    sheet = tmp_path / "subscriptions.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    take_in_all(binding, (sheet,))
    yield binding
    close(binding)


def test_until_it_is_there_no_line_of_the_last_split_stands_or_opens(desk, monkeypatch):
    desk.window.show_page("kpis", "mrr")
    detail, results, runner = desk.window.stack.page._detail, desk.services.results, desk.services.runner
    first, second, third, *_ = results.attributes
    detail._tile.set_mode(SEGMENTS)
    detail.on_attribute(first)
    table = detail._tile.table
    assert table.table.rows
    runner.holds = True
    detail.on_attribute(second)
    table.row_activated.emit(0)
    assert detail._tile.mode == SEGMENTS
    assert not table.table.rows
    assert detail._tile._subtitle.text() == "Computing"
    runner.go_on()
    assert len(table.table.rows) == len(results.attributes[second])
    assert detail._tile._subtitle.text() == ""

    def refuse(*_):
        raise UserError(verbatim("Too many values"))

    monkeypatch.setattr(type(results.engine), "compute", refuse)
    detail.on_attribute(third)
    assert not table.table.rows
    assert detail._tile._subtitle.text() == "Too many values"
