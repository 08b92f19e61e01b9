"""Widgets through what a user does: keys, mouse, typing; and what a screen reader is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from kpidesk.charts.card import STATES, Card
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import untranslated
from kpidesk.export.card_words import card_lines
from kpidesk.qt.fonts import Role, font, text_width
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.button import KINDS, Button
from kpidesk.qt.widgets.chip import Chip
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.driver_entry import read_entry
from kpidesk.qt.widgets.drop_zone import DropTarget
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.kpi_card_painting import fitting_foot, link_rect
from kpidesk.qt.widgets.labels import plain_label, set_tip
from kpidesk.qt.widgets.notice_bar import NoticeBar, NoticeView
from kpidesk.qt.widgets.popover import Choice, Popover, choose
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.slider_row import DriverView, SliderRow
from kpidesk.qt.widgets.sparkline import SPARK_WIDTH, Spark
from kpidesk.qt.widgets.table_copy import copied, copied_html
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_even_decimals
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

CHURN = DriverView("Customer churn", 0.039, 0.039, 0.0, 0.08, 0.001, lambda v: f"{v * 100:.4g}%")


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def ink_of(widget: QWidget, token: str) -> bool:
    """Whether the picture of the widget holds the colour of a token."""
    image, wanted = widget.grab().toImage(), theme().hex(token)
    return any(image.pixelColor(x, y).name() == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("kind", KINDS)
def test_button_answers_mouse_and_space(dressed, kind):
    button = shown(dressed, Button("Import", kind, "upload"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    dressed.mouseClick(button, Qt.MouseButton.LeftButton)
    dressed.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_focus_ring_is_for_the_keyboard_only(dressed):
    button = shown(dressed, Button("Import"))
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.shows_focus
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.shows_focus or QApplication.focusWidget() is not button


def test_icon_button_is_named_by_its_tip(dressed):
    assert shown(dressed, Button("", "ghost", "undo-2", tip="Undo")).accessibleName() == "Undo"


def test_labels_never_read_markup(dressed):
    label = plain_label("<img src='file:///etc/passwd'><b>x</b>")
    dressed.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    set_tip(label, "<b>x</b>")
    assert "&lt;b&gt;" in label.toolTip()


def test_a_sign_is_not_parted_from_its_amount_where_a_line_ends(dressed):
    label = plain_label("New MRR +$19.8K", wrap=True)
    dressed.addWidget(label)
    layout = QTextLayout(QLabel.text(label), font(Role.BODY))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(text_width("New MRR +", Role.BODY) + 2)
    layout.endLayout()
    assert QLabel.text(label)[: line.textLength()] == "New MRR "
    assert label.text() == "New MRR +$19.8K"


def test_label_keeps_its_ink_through_a_switch_of_theme(dressed, qapp):
    window = QWidget()
    dressed.addWidget(window)
    label = plain_label("Figure", parent=window)
    apply_look(qapp, Look("dark"))
    window.show()
    label.adjustSize()
    assert ink_of(label, "ink1")
    apply_look(qapp, Look())
    assert ink_of(label, "ink1")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("look", [Look("light"), Look("dark"), Look("light", "zh_Hans", 150)])
def test_every_state_of_a_card_paints(dressed, qapp, state, look):
    apply_look(qapp, look)
    widget = shown(dressed, KpiCard())
    spark = (1.0, 2.0, None, 4.0, float("nan"), 3.0)
    widget.set_card(
        Card(MetricName("mrr"), "MRR", state, value_text="$1K", delta_text="+3%", delta_is_good=True, direction=1,
             spark=spark, spark_complete_until=3, target=2.5, foot="May", state_text="in words", link_text="Add events")
    )  # fmt: skip
    assert not widget.grab().isNull()
    assert "MRR" in widget.accessibleName() or state == "loading"
    apply_look(qapp, Look())


def value_top(card: KpiCard) -> int:
    """The highest row of pixels in the ink of values."""
    image, wanted = card.grab().toImage(), theme().hex("ink1")
    return min(
        y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).name() == wanted
    )


def test_values_of_a_row_stand_side_by_side_where_one_name_takes_two_lines(dressed):
    row = QWidget()
    cards = [KpiCard(row) for _ in range(2)]
    for place, card in enumerate(cards):
        card.setGeometry(place * 170, 0, 160, 140)
        card.set_card(Card(MetricName("a"), "MRR", value_text="88"))
    shown(dressed, row)
    alone = value_top(cards[1])
    assert value_top(cards[0]) == alone
    cards[0].set_card(Card(MetricName("b"), "Gross revenue retention of all", value_text="88"))
    assert value_top(cards[0]) == value_top(cards[1]) > alone


def test_scenario_card_is_violet_and_untouched_one_is_not(dressed):
    touched, untouched = KpiCard(), KpiCard()
    for widget, moved in ((touched, True), (untouched, False)):
        shown(dressed, widget)
        widget.set_card(Card(MetricName("ltv"), "LTV", "scenario", value_text="$3,920", is_touched=moved))
    assert ink_of(touched, "scenario")
    assert not ink_of(untouched, "scenario")


def test_the_line_at_the_foot_of_a_card_begins_as_a_sentence_does():
    card = Card(MetricName("nps"), "NPS", "noisy", foot="noisy: 27–54, based on 86", short_foot="noisy: 27–54")
    assert fitting_foot(card, 400, Role.MICRO) == "Noisy: 27–54, based on 86"
    assert fitting_foot(card, 80, Role.MICRO) == "Noisy: 27–54"
    assert card_lines(card, untranslated)[-1] == "Noisy: 27–54, based on 86"


def test_link_of_a_card_is_not_the_card(dressed):
    widget = shown(dressed, KpiCard())
    widget.resize(widget.sizeHint())
    widget.set_card(Card(MetricName("a"), "Activation", "needs_data", foot="Needs events.", link_text="Add events"))
    links, clicks = [], []
    widget.link_clicked.connect(lambda: links.append(1))
    widget.clicked.connect(lambda: clicks.append(1))
    place = link_rect(widget.rect(), "Add events").center().toPoint()
    dressed.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    assert (len(links), len(clicks)) == (1, 0)


def test_chip_is_removed_by_backspace_and_by_its_cross(dressed):
    chip = shown(dressed, Chip("filter"))
    chip.set_texts("Region", "Europe")
    chip.resize(chip.sizeHint())
    removed = []
    chip.removed.connect(lambda: removed.append(1))
    dressed.keyClick(chip, Qt.Key.Key_Backspace)
    dressed.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center() * 2 - chip.rect().center() / 8)
    assert removed
    assert chip.accessibleName() == "Region Europe"


def test_segments_move_by_arrows(dressed):
    control = shown(dressed, Segmented([("d", "Day"), ("m", "Month")]))
    control.set_current("d")
    heard = []
    control.chosen.connect(heard.append)
    dressed.keyClick(control.findChildren(QAbstractButton)[0], Qt.Key.Key_Right)
    assert (control.current, heard) == ("m", ["m"])


def test_slider_row_moves_by_steps_tens_and_home(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(CHURN)
    moved, reset = [], []
    row.moved.connect(moved.append)
    row.reset_asked.connect(lambda: reset.append(1))
    slider = row._slider
    dressed.keyClick(slider, Qt.Key.Key_Right)
    dressed.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    dressed.keyClick(slider, Qt.Key.Key_Home)
    assert moved == pytest.approx([0.040, 0.050])
    assert reset == [1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("/2", 0.0195), ("x0.5", 0.0195), ("+10%", 0.0429), ("-20%", 0.0312), ("5.2", 0.052), ("5.2%", 0.052),
     ("−20%", 0.0312), ("×2", 0.078), ("+1pt", 0.049), ("5", 0.05), ("5,2", 0.052), ("0,5", 0.005), ("x0,5", 0.0195),
     ("+1", 0.049), ("-1,5", 0.024)],
)  # fmt: skip
def test_box_of_a_share_understands_what_is_typed(typed, meant):
    assert read_entry(typed, 0.039, is_share=True) == pytest.approx(meant)


def typed_into(dressed, row, text):
    heard = []
    row.typed.connect(heard.append)
    row._box.setFocus()
    row._box.selectAll()
    dressed.keyClicks(row._box, text)
    dressed.keyClick(row._box, Qt.Key.Key_Return)
    return heard


def test_what_is_typed_is_asked_for_and_shown_when_it_is_taken(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(CHURN)
    assert typed_into(dressed, row, "/2") == ["/2"]
    row.accept()
    row.set_driver(DriverView("Customer churn", 0.0195, 0.039, 0.0, 0.08, 0.001, CHURN.show))
    assert row._box.text() == CHURN.show(0.0195)


def test_refused_text_stands_with_its_reason_until_escape(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(CHURN)
    typed_into(dressed, row, "abc")
    row.refuse("abc is not a change")
    assert row._box.text() == "abc"
    assert row._reason.isVisible()
    assert row._reason.text() == "abc is not a change"
    dressed.keyClick(row._box, Qt.Key.Key_Escape)
    assert row._box.text() == CHURN.show(0.039)
    assert not row._reason.isVisible()
    assert row._low.isVisible()


def test_refused_text_is_taken_back_when_the_box_is_left(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(CHURN)
    row.typed.connect(lambda text: row.refuse(f"{text} cannot be"))
    row._box.setFocus()
    row._box.selectAll()
    dressed.keyClicks(row._box, "150%")
    QApplication.sendEvent(row._box, QFocusEvent(QEvent.Type.FocusOut))
    assert row._box.text() == CHURN.show(0.039)
    assert row._reason.text() == "150% cannot be"


def test_driver_that_follows_says_whom(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(DriverView("CAC", 1002, 2004, 0.0, 5000, 10, str, "follows New customers"))
    assert row._was.text() == "follows New customers"
    assert ink_of(row._slider, "scenario")
    assert not row._reset.isVisible()


@pytest.mark.parametrize("typed", ["", "abc", "/0", "1e999", "9" * 400, "__import__('os')", "x", "%"])
def test_nonsense_in_the_box_is_no_value(typed):
    assert read_entry(typed, 0.039) is None


@pytest.mark.parametrize(("typed", "meant"), [("$1.2K", 1200.0), ("3万", 30000.0), ("1,290", 1290.0), ("9.9 mo", 9.9)])
def test_box_reads_what_the_formatter_writes(typed, meant):
    assert read_entry(typed, 1.0) == pytest.approx(meant)


def test_changed_driver_is_violet_and_says_what_it_was(dressed):
    row = shown(dressed, SliderRow())
    row.set_driver(CHURN)
    assert not ink_of(row._slider, "scenario")
    row.set_driver(DriverView("Customer churn", 0.0195, 0.039, 0.0, 0.08, 0.001, CHURN.show))
    assert ink_of(row._slider, "scenario")
    assert row._was.text() == "was 3.9%"
    assert row._reset.isVisible()


def test_notice_bar_shows_the_newest_two(dressed):
    bar = shown(dressed, NoticeBar())
    bar.show_notices(tuple(NoticeView(f"n{i}", "warn", ("Do",)) for i in range(3)))
    acted = []
    bar.acted.connect(lambda notice, action: acted.append((notice, action)))
    buttons = [b for b in bar.findChildren(Button) if b.text() == "Do"]
    assert len(buttons) == 2
    dressed.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert acted == [(2, 0)]


def test_a_notice_keeps_its_row_while_others_come_and_goes_by_escape(dressed):
    bar = shown(dressed, NoticeBar())
    first, second = NoticeView("one", "warn", ("Do",)), NoticeView("two", "good", stays=False)
    bar.show_notices((first,))
    row = bar.findChild(Button).parentWidget()
    bar.show_notices((first, second))
    assert bar.findChildren(Button)[0].parentWidget() is row
    gone = []
    bar.dismissed.connect(gone.append)
    dressed.keyClick(row.findChildren(Button)[-1], Qt.Key.Key_Escape)
    assert gone == [0]


def test_a_notice_waits_for_whoever_is_at_it(dressed):
    bar = shown(dressed, NoticeBar())
    bar.show_notices((NoticeView("one", "good", ("Do",), stays=False),))
    gone = []
    bar.dismissed.connect(gone.append)
    button = bar.findChild(Button)
    bar.window().activateWindow()
    button.setFocus()
    if QApplication.focusWidget() is button:
        button.parentWidget().on_time()
        assert gone == []
    button.clearFocus()
    button.parentWidget().on_time()
    assert gone == [0]


def test_popover_list_narrows_and_chooses_by_keys(dressed):
    window = shown(dressed, QWidget())
    window.resize(500, 500)
    anchor = Button("x", parent=window)
    chosen = []
    popover = choose(anchor, [Choice(i, f"Choice {i}") for i in range(20)], chosen.append, placeholder="Find")
    dressed.keyClicks(popover._search, "17")
    dressed.keyClick(popover._search, Qt.Key.Key_Return)
    assert chosen == [17]


def test_details_of_a_list_end_below_one_another_beside_the_mark_of_the_current_line(dressed):
    window = shown(dressed, QWidget())
    window.resize(500, 500)
    popover = choose(Button("x", parent=window), [Choice(i, "A", "99 of 99") for i in range(3)], print, current=1)
    picture = popover._list.viewport().grab().toImage()
    ratio, ends = picture.devicePixelRatio(), []
    for row in range(3):
        box = popover._list.visualRect(popover._list.model().index(row, 0))
        line = round(box.center().y() * ratio)
        ground = picture.pixel(round(box.center().x() * ratio), line)
        words = range(round((box.right() - 28) * ratio), 0, -1)  # left of the mark
        rows = range(line - 6, line + 6)
        ends.append(next(x for x in words if any(picture.pixel(x, y) != ground for y in rows)))
    assert len(set(ends)) == 1


def test_popover_closes_on_escape(dressed):
    window = shown(dressed, QWidget())
    window.resize(500, 500)
    popover = choose(Button("x", parent=window), [Choice(1, "One")], print)
    dressed.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def an_open_popover(qtbot):
    """In a window with another button in it; opened by the button that it hangs under."""
    window = shown(qtbot, QWidget())
    window.resize(400, 300)
    anchor, other = Button("Open", parent=window), Button("Other", parent=window)
    other.move(200, 200)
    window.activateWindow()
    for each in (anchor, other):
        each.show()
    anchor.clicked.connect(lambda: choose(anchor, [Choice(1, "One")], print))
    return window, anchor, other


def test_escape_closes_a_popover_that_the_keyboard_has_left(dressed):
    window, anchor, other = an_open_popover(dressed)
    dressed.mouseClick(anchor, Qt.MouseButton.LeftButton)
    other.setFocus()
    dressed.keyClick(other, Qt.Key.Key_Escape)
    assert not any(each.isVisible() for each in window.findChildren(Popover))


def test_two_quick_clicks_leave_one_popover(dressed):
    window, anchor, _ = an_open_popover(dressed)
    at = anchor.mapTo(window, anchor.rect().center())  # through the window come all four events of a double click
    dressed.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert sum(each.isVisible() for each in window.findChildren(Popover)) == 1


def a_table() -> TableView:
    columns = (Column("Plan"), Column("Churn", True))
    return TableView(columns, ((Cell("Team"), Cell("3.0%")), (Cell("Pro"), Cell("—"))), (Cell("Total"), Cell("3.9%")))


def test_table_shows_whole_numbers_and_a_total(dressed, qtmodeltester):
    table = shown(dressed, DataTable())
    table.set_table(a_table())
    qtmodeltester.check(table.model())
    assert table.model().rowCount() == 3
    assert table.model().is_total(2)
    assert table.columnWidth(1) >= 40


def test_columns_fill_the_table_to_its_last_pixel(dressed):
    table = shown(dressed, DataTable())
    columns = (Column("Plan"), *(Column(name, True) for name in ("Start", "Lost", "Churn", "Change", "n", "Share")))
    table.set_table(TableView(columns, ((Cell("Team"), *(Cell("3.0%"),) * 6),)))
    for width in range(700, 716):
        table.resize(width, 200)
        assert table.horizontalHeader().length() == table.viewport().width()


def three_rows() -> TableView:
    columns = (Column("Plan"), Column("Churn", True))
    lines = (("Team 10", 3.0), ("Team 9", None), ("Pro", 12.0), ("Able", 1.5))
    rows = tuple((Cell(name), Cell("—" if x is None else f"{x:g}%", order=x)) for name, x in lines)
    return TableView(columns, rows, (Cell("Total"), Cell("3.9%")))


def shown_names(table) -> list[str]:
    return [table.model().cell(row, 0).text for row in range(table.model().rowCount())]


def test_heads_sort_by_value_with_no_value_last_and_the_total_at_the_foot(dressed):
    table = shown(dressed, DataTable())
    table.set_table(three_rows())
    table.on_head(1)
    assert shown_names(table) == ["Pro", "Team 10", "Able", "Team 9", "Total"]
    table.on_head(1)
    assert shown_names(table) == ["Able", "Team 10", "Pro", "Team 9", "Total"]
    table.on_head(1)
    assert shown_names(table) == ["Team 10", "Team 9", "Pro", "Able", "Total"]
    table.on_head(0)
    assert shown_names(table) == ["Able", "Pro", "Team 9", "Team 10", "Total"]


def test_the_row_one_stands_on_is_the_same_one_after_sorting(dressed):
    table = shown(dressed, DataTable())
    table.set_table(three_rows())
    table.setCurrentIndex(table.model().index(2, 1))
    table.sort_by(1, falling=True)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 1)
    table.sort_by(None)
    assert shown_names(table)[table.currentIndex().row()] == "Pro"


def test_what_has_no_number_stands_last_in_both_directions(dressed):
    table = shown(dressed, DataTable())
    rows = tuple((Cell(name), Cell("", order=value)) for name, value in (("b", 2.0), ("x", float("nan")), ("a", 1.0)))
    table.set_table(TableView((Column("Plan"), Column("MRR", is_number=True)), rows))
    for names in (["b", "a", "x"], ["a", "b", "x"]):
        table.on_head(1)
        assert shown_names(table) == names


def test_keys_sort_and_a_row_keeps_its_place_in_the_view(dressed):
    table = shown(dressed, DataTable())
    table.set_table(three_rows())
    table.setCurrentIndex(table.model().index(0, 1))
    dressed.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown_names(table)[0] == "Pro"
    got = []
    table.row_activated.connect(got.append)
    table.on_activated(table.model().index(0, 0))
    assert got == [2]


def test_total_and_first_column_stay_in_sight(dressed):
    table = shown(dressed, DataTable())
    table.resize(200, 120)
    columns = tuple(Column(f"Column {i}", i > 0, stretch=0) for i in range(8))
    rows = tuple(tuple(Cell(f"cell {r} {c}") for c in range(8)) for r in range(40))
    table.set_table(TableView(columns, rows, tuple(Cell(f"total {c}") for c in range(8))))
    bottom = QPoint(5, table.viewport().height() - 5)
    assert table.model().cell(table.indexAt(bottom).row(), 0).text == "total 0"
    table.horizontalScrollBar().setValue(table.columnWidth(0) * 2)
    assert table.indexAt(QPoint(5, 5)).column() == 0
    assert table.indexAt(QPoint(table.columnWidth(0) + 5, 5)).column() == 3
    table.grab()


def test_a_column_has_as_many_decimals_everywhere():
    rows = tuple((Cell("x"), Cell(text)) for text in ("3.5%", "5.12%", "—", "+1 pt", "2.2–4%", "1,290%"))
    found = with_even_decimals(TableView((Column("a"), Column("b", True)), rows))
    assert [row[1].text for row in found.rows] == ["3.50%", "5.12%", "—", "+1 pt", "2.2–4.0%", "1,290.00%"]


def test_table_copies_cells_as_spreadsheets_take_them(dressed):
    table = shown(dressed, DataTable())
    table.set_table(a_table())
    table.selectAll()
    assert copied(table.model(), table.selectedIndexes()).splitlines()[0] == "Team\t3.0%"


def test_files_dropped_anywhere_are_taken_and_links_are_not(dressed, tmp_path):
    window = shown(dressed, QWidget())
    target, got = DropTarget(window), []
    target.dropped.connect(got.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv")), QUrl("https://example.com/b.csv")])
    where, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(where.toPoint(), copy, mime, buttons, keys))
    assert target._plate.isVisible()
    QApplication.sendEvent(window, QDropEvent(where, copy, mime, buttons, keys))
    assert got == [(Path(tmp_path / "a.csv"),)]
    assert not target._plate.isVisible()


def test_no_label_of_the_widgets_reads_markup(dressed):
    row = shown(dressed, SliderRow())
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in row.findChildren(QLabel))


def test_copied_numbers_stay_numbers_and_words_words(dressed, qtbot):
    table = shown(dressed, DataTable())
    rows = ((Cell("Team & Co"), Cell("3.0%", order=0.03)), (Cell("Other"), Cell("—")))
    table.set_table(TableView((Column("Plan"), Column("Churn", True)), rows))
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    content = QApplication.clipboard().mimeData()
    assert content.text() == "Team & Co\t3.0%\nOther\t—"
    assert ">Team &amp; Co</td>" in content.html()
    assert 'sdval="0.03"' in content.html()
    assert 'sdnum="1033;0;0.0%" x:num="0.03">3.0%</td>' in content.html()
    assert 'xmlns:x="urn:schemas-microsoft-com:office:excel"' in content.html()


@pytest.mark.parametrize(
    ("cell", "is_number", "typed"),
    [
        (Cell("−$1.2K", order=-1234.5), True, 'x:num="-1234.5"'),
        (Cell("1,290 万", order=12_899_500.0), True, 'x:num="12899500"'),
        (Cell("12.35%", order=0.12345), True, "0.00%"),
        (Cell("Jan 2026", order=24312.0), False, None),  # sorted by its place in time
        (Cell("2.2–4%", order=0.022), True, None),  # an interval is sorted by its lower end
        (Cell("+1 pt", order=0.01), True, None),  # a share that grew by points
        (Cell("", order=0.0), True, None),
    ],
)
def test_a_cell_is_copied_as_a_number_where_it_says_that_number(dressed, cell, is_number, typed):
    table = shown(dressed, DataTable())
    table.set_table(TableView((Column("a", is_number),), ((cell,),)))
    table.selectAll()
    html = copied_html(table.model(), table.selectedIndexes())
    assert ("x:num=" in html) is (typed is not None)
    assert typed is None or typed in html
    assert f">{cell.text}</td>" in html


def test_table_of_the_same_shape_is_changed_in_place(dressed):
    table = shown(dressed, DataTable())
    heads = (Column("KPI"), Column("value", is_number=True))
    table.set_table(TableView(heads, ((Cell("MRR"), Cell("1")), (Cell("ARR"), Cell("12")))))
    resets, told = [], []
    table.model().modelReset.connect(lambda: resets.append(1))
    table.model().dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.row())))
    table.set_table(TableView(heads, ((Cell("MRR"), Cell("1")), (Cell("ARR"), Cell("1,200,000,000")))))
    assert (resets, told) == ([], [(1, 1, 1)])
    assert table.columnWidth(1) > text_width("1,200,000,000", Role.STRONG)
    table.sort_by(1)
    table.set_table(TableView(heads, ((Cell("MRR"), Cell("9")), (Cell("ARR"), Cell("8")))))
    assert [table.model().index(row, 0).data() for row in range(2)] == ["ARR", "MRR"]


def test_slider_of_a_value_far_beyond_its_bounds_stands_at_the_nearer_end(dressed):
    row = shown(dressed, SliderRow())
    for far, end in ((1e300, 80), (-1e300, 0)):
        row.set_driver(replace(CHURN, value=far))
        assert (row._slider.value(), row._slider.maximum()) == (end, 80)
    row.set_driver(replace(CHURN, high=1e300, step=1.0))
    assert row._slider.maximum() < 2**31
    moved = []
    row.moved.connect(moved.append)
    dressed.keyClick(row._slider, Qt.Key.Key_End)
    assert moved == [pytest.approx(1e300)]


def test_slider_shows_where_the_driver_usually_is_and_goes_to_its_ends_by_keyboard(dressed, qtbot):
    row = shown(dressed, SliderRow())
    moved = []
    row.moved.connect(moved.append)
    view = DriverView(
        "Churn", 4.0, 4.0, 0.0, 10.0, 0.5, lambda value: f"{value:g}%", usual=(2.5, 6.0), usual_words="2.5–6%"
    )
    row.set_driver(view)
    slider = row._slider
    assert row._usual.text() == slider.accessibleDescription() == "usually 2.5–6%"
    slider.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(slider, key, Qt.KeyboardModifier.ControlModifier)
    assert moved == [6.0, 2.5]
    row.set_driver(replace(view, usual=None, usual_words=""))
    assert row._usual.isHidden()
    assert slider.accessibleDescription() == ""


def test_a_cell_draws_a_course_in_the_place_of_words(dressed):
    table = DataTable()
    dressed.addWidget(table)
    table.resize(400, 120)
    row = (Cell("MRR"), Cell("", spark=Spark((1.0, 3.0, 2.0, 4.0), 2)))
    table.set_table(TableView((Column("KPI"), Column("Trend", stretch=0)), (row,)))
    table.show()
    x, width = table.columnViewportPosition(1), table.columnWidth(1)
    drawn = table.viewport().grab().toImage()
    line, scale = theme().colour("series.1"), drawn.devicePixelRatio()
    inked = [
        x + step
        for step in range(width)
        if any(drawn.pixelColor(int((x + step) * scale), int(y * scale)) == line for y in range(31))
    ]
    assert inked
    assert x <= inked[0] < x + 16
    assert width >= SPARK_WIDTH


def test_a_course_of_two_values_is_not_drawn(dressed):
    table = DataTable()
    dressed.addWidget(table)
    table.set_table(TableView((Column("Trend"),), ((Cell("", spark=Spark((1.0, 3.0))),),)))
    table.show()
    bare = DataTable()
    dressed.addWidget(bare)
    bare.set_table(TableView((Column("Trend"),), ((Cell(""),),)))
    bare.resize(table.size())
    bare.show()
    table.setColumnWidth(0, 200)
    bare.setColumnWidth(0, 200)
    assert table.viewport().grab().toImage() == bare.viewport().grab().toImage()
