"""A click on a segment of a chart narrows the desk to it: by mouse, key and menu, and every way back to all of them."""

import pytest
from kpidesk.charts.figure import Bar
from kpidesk.metrics.query import Filter
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.metrics.kpi_detail import ROWS, SEGMENTS, KpiDetail
from kpidesk.ui.metrics.table_tile import TableTile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.ui.desk import a_varied_company, a_window, close, take_in_all

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture(scope="module")
def varied(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("varied")
    binding = a_window(qapp, folder)
    sheets = a_varied_company(folder / "sheets")
    take_in_all(binding, tuple(each for each in sheets if each.stem in ("leads", "orders")))
    yield binding
    close(binding)


@pytest.fixture
def desk(varied):
    document = varied.services.session.document
    yield varied
    varied.services.session.replace(document)


def filters(desk):
    return desk.services.session.document.query.filters


def chart(desk, qtbot, page, kind, argument=""):
    """The chart of that kind on a page that is split."""
    desk.window.show_page(page, argument)

    def found():
        tiles = desk.window.stack.page.findChildren(ChartTile)
        return [t for t in tiles if t.figure is not None and t.figure.kind == kind and t.figure.segments.attribute]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def tallest(tile):
    """Of what is drawn of segments the tallest piece: which it is, its period, and the pixel in its middle."""
    figure, space = tile.figure, tile.view.space
    inks = {c.ink: v for c, v in zip(figure.table.columns, figure.segments.columns, strict=True) if v}
    bar = max((m for m in figure.marks if isinstance(m, Bar) and m.ink in inks), key=lambda m: m.y1 - m.y0)
    middle = QPoint(round(space.x((bar.x0 + bar.x1) / 2)), round(space.y((bar.y0 + bar.y1) / 2)))
    return inks[bar.ink], round((bar.x0 + bar.x1) / 2), middle


def lowest(tile):
    """The period whose bar is the lowest; the last two may run still."""
    heights = [sum(v for v in row[1:] if v == v) for row in tile.figure.table.rows[:-2]]
    return heights.index(min(heights))


def row_of(tile, row):
    return QPoint(round(tile.view.space.rect.left() / 2), round(tile.view.space.y(row)))


def click(tile, position):
    QTest.mouseMove(tile.view.viewport(), position)
    QTest.mouseClick(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=position)


def test_a_click_on_a_row_narrows_at_once_and_a_second_one_leads_back(desk, qtbot):
    tile = chart(desk, qtbot, "funnel", "bar")
    by, values = tile.figure.segments.attribute, tile.figure.segments.rows[1]
    position = row_of(tile, 1)
    QTest.mouseMove(tile.view.viewport(), position)
    assert tile.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert values[0] in tile.view.accessibleDescription()
    click(tile, position)
    assert filters(desk) == (Filter(by, values),)
    qtbot.waitUntil(lambda: tile.figure.segments.rows == (values, ()))  # it alone, and the whole
    assert desk.bar._filters.chip(by) is not None
    click(tile, row_of(tile, 0))
    assert filters(desk) == ()


def test_a_double_click_where_no_rows_open_narrows_once(desk, qtbot):
    tile = chart(desk, qtbot, "funnel", "bar")
    by, values, position = tile.figure.segments.attribute, tile.figure.segments.rows[1], row_of(tile, 1)
    click(tile, position)
    QTest.mouseDClick(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert filters(desk) == (Filter(by, values),)


def test_the_row_of_the_whole_narrows_nothing(desk, qtbot):
    tile = chart(desk, qtbot, "funnel", "bar")
    whole = tile.figure.segments.rows.index(())
    click(tile, row_of(tile, whole))
    assert filters(desk) == ()


def test_keys_go_from_row_to_row_enter_picks_and_escape_and_undo_lead_back(desk, qtbot):
    tile, session = chart(desk, qtbot, "funnel", "bar"), desk.services.session
    by, values = tile.figure.segments.attribute, tile.figure.segments.rows[0]
    for key, back in (
        (Qt.Key.Key_Return, lambda: QTest.keyClick(tile.view, Qt.Key.Key_Escape)),
        (Qt.Key.Key_Space, session.undo),
        (Qt.Key.Key_Space, lambda: desk.bar._filters.chip(by).removed.emit()),
    ):
        qtbot.waitUntil(lambda: len(tile.figure.segments.rows) > 2)
        tile.view.setFocus()
        tile.view.point_at(-1)
        QTest.keyClick(tile.view, Qt.Key.Key_Down)
        assert tile.view.row == 0
        QTest.keyClick(tile.view, key)
        assert filters(desk) == (Filter(by, values),)
        qtbot.waitUntil(lambda: tile.figure.segments.rows == (values, ()))
        back()
        assert filters(desk) == ()


def test_of_a_stacked_bar_the_piece_is_a_segment_and_the_room_above_it_the_period(desk, qtbot):
    tile = chart(desk, qtbot, "orders", "stacked_bar")
    by = tile.figure.segments.attribute
    values, _, middle = tallest(tile)
    click(tile, middle)
    assert filters(desk) == ()  # it may become a double click yet
    qtbot.waitUntil(lambda: filters(desk) == (Filter(by, values),))
    assert desk.services.session.document.query.at is None
    desk.services.session.undo()
    qtbot.waitUntil(lambda: len([v for v in tile.figure.segments.columns if v]) > 1)
    low = lowest(tile)
    period = tile.period_at(low)
    click(tile, QPoint(round(tile.view.space.x(low)), round(tile.view.space.rect.top()) + 4))
    assert tile.view.segment == ()
    qtbot.waitUntil(lambda: desk.services.session.document.query.at == period)
    assert filters(desk) == ()


def test_a_double_click_on_a_piece_opens_its_rows_and_narrows_nothing(desk, qtbot):
    tile = chart(desk, qtbot, "orders", "stacked_bar")
    _, _, position = tallest(tile)
    click(tile, position)
    QTest.mouseDClick(tile.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert not tile.findChild(ChartPick)._soon.isActive()
    assert filters(desk) == ()
    assert desk.window.stack.current_id == "kpis"


def test_arrows_choose_a_line_among_those_read_out_and_the_menu_offers_it(desk, qtbot):
    tile = chart(desk, qtbot, "orders", "stacked_bar")
    _, row, _ = tallest(tile)
    tile.view.setFocus()
    tile.view.point_at(row)
    assert tile.view.segment == ()
    QTest.keyClick(tile.view, Qt.Key.Key_Down)
    values = tile.view.segment
    assert values in tile.figure.segments.columns
    first, second = tile.picks()[:2]
    assert (first.key.values, second.key.period) == (values, tile.period_at(row))
    tile.on_chosen(first.key)
    assert filters(desk) == (Filter(tile.figure.segments.attribute, values),)


@pytest.fixture
def table(desk, qtbot):
    """The orders by segment, on their own page."""
    desk.window.show_page("kpis", "order_revenue")
    detail = desk.window.stack.page.findChild(KpiDetail)
    tile = detail.findChild(TableTile)
    tile.set_mode(SEGMENTS)
    detail.on_attribute("category")
    qtbot.waitUntil(lambda: len(tile.table.table.rows) > 1)
    return tile.table


def name_at(table, row):
    return table.visualRect(table.model().index(row, 0)).center()


def test_a_click_on_a_name_in_the_table_of_a_kpi_narrows_and_a_second_one_leads_back(desk, qtbot, table):
    name, numbers = table.table.rows[1][0].text, [cell.text for cell in table.table.rows[0][1:]]
    assert table.table.rows[1][0].tip == f"Click: only {name}"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name_at(table, 1))
    assert filters(desk) == ()  # it may become a double click yet
    qtbot.waitUntil(lambda: [each.values for each in filters(desk)] == [(name,)])
    qtbot.waitUntil(lambda: table.table.rows[1][0].tip == "Click: all segments again")
    (other, *pale), (chosen, *_) = table.table.rows  # the others stay in view, pale, and lead on
    assert other.tip == f"Click: only {other.text}"
    assert [cell.text for cell in pale] == numbers
    assert {cell.tone for cell in pale} == {"ink3"}
    assert (chosen.is_strong, other.is_strong) == (True, False)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name_at(table, 0))
    qtbot.waitUntil(lambda: [each.values for each in filters(desk)] == [(other.text,)])
    qtbot.waitUntil(lambda: table.table.rows[0][0].tip == "Click: all segments again")
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name_at(table, 0))
    qtbot.waitUntil(lambda: filters(desk) == ())


def test_a_double_click_on_a_name_opens_its_rows_and_a_number_narrows_nothing(desk, qtbot, table):
    tile = table.parentWidget()
    number = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=number)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name_at(table, 0))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name_at(table, 0))
    assert tile.mode == ROWS
    qtbot.wait(50)
    assert filters(desk) == ()


def test_space_and_escape_do_the_same_from_the_keyboard(desk, qtbot, table):
    name = table.table.rows[0][0].text
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [each.values for each in filters(desk)] == [(name,)]
    qtbot.waitUntil(lambda: table.table.rows[0][0].is_strong)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert filters(desk) == ()


def test_rows_of_a_segment_to_which_the_desk_is_not_narrowed_are_shown_all_the_same(desk, qtbot, table):
    tile = table.parentWidget()
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: table.table.rows[0][0].is_strong)
    table.row_activated.emit(1)
    qtbot.waitUntil(lambda: tile.list is not None and tile.list.isVisible() and tile.list.full_height() > 0)
    detail = desk.window.stack.page.findChild(KpiDetail)
    assert detail.rows.spot.segment == "Services"
    qtbot.waitUntil(lambda: detail.rows.shown is not None)
    assert len(detail.rows.shown.rows) > 0
