"""The panel at the right: the customers behind a bar or a cell, with their amounts and the rows they come from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.findings import cell_name
from kpidesk.core.formatting import format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.trace import COUNTED, RowSet
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_even_decimals
from kpidesk.ui.metrics.row_words import RowWords

WIDTH, WIDTH_NARROW = 400, 336
_FILE = Message(QT_TRANSLATE_NOOP("kpis", "File"))
_ROW = Message(QT_TRANSLATE_NOOP("kpis", "Row"))


class MembersPanel(Tile):
    """``closed()``: the user wants its room back. ``tools`` stand in its head."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.more = Button("", "secondary", height=28)
        self.more.set_menu_mark(True)
        self.more.hide()
        self.head.addWidget(self.more)
        self._close = Button("", "ghost", "x", height=28, tip=self.tr("Close"), parent=self)
        self.head.addWidget(self._close)
        self._close.clicked.connect(self.closed)
        self._table = DataTable(self, dense=True)
        self.content.addWidget(self._table, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Less room in a narrow window."""
        self.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

    def show_waiting(self, title: str) -> None:
        """The rows are being looked up."""
        self.set_texts(title, self.tr("looking them up"))
        self._table.set_table(TableView((), ()))

    def show_rows(self, title: str, rows: RowSet, words: RowWords, amount: str = "") -> None:
        """``amount`` names what each brings into the number; "" where each is one."""
        count = len(rows.rows)
        shown, total = (format_value(float(n), "count", words.style.exact()) for n in (count, rows.total))
        text = self.tr("{total} {n|row|rows}") if count == rows.total else self.tr("{shown} of {total} rows")
        said, file = say(text, shown=shown, total=total, n=rows.total), only_file(rows, words)
        self.set_texts(title, f"{said} · {file}" if file else said)
        self._table.set_table(members_table(rows, words, amount))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._close.set_hint(self.tr("Close"))


def members_table(rows: RowSet, words: RowWords, amount: str = "") -> TableView:
    """Who, how much, the row, and its file where they are of several; then what else the row says."""
    names = [name for name in rows.columns if name not in ("src", "row_no", COUNTED)]
    places = {name: at for at, name in enumerate(rows.columns)}
    known = tuple(name for name in ("customer_name", "customer_id") if name in names)[:1]
    others = tuple(name for name in names if name not in known)
    columns = [Column(words.head(name)) for name in known]
    columns += [Column(amount, is_number=True)] if amount else []
    has_file = not only_file(rows, words)
    columns += [Column(render(_FILE))] if has_file else []
    columns += [Column(render(_ROW), is_number=True)]
    columns += [Column(words.head(name), is_number=words.is_money(name)) for name in others]
    lines = []
    for values in rows.rows:
        line = [_who(values, places, words, name) for name in known]
        if amount:
            value = float(str(values[places[COUNTED]]))
            line.append(Cell(words.text("cents", value * 100), _tone(value), order=value))
        line += _place(values, places, words)[0 if has_file else 1 :]
        line += [_cell(name, values[places[name]], words) for name in others]
        lines.append(tuple(line))
    return with_even_decimals(TableView(tuple(columns), tuple(lines)))


def only_file(rows: RowSet, words: RowWords) -> str:
    """``file › sheet`` where all rows are of one; else ""."""
    if "src" not in rows.columns:
        return ""
    at = rows.columns.index("src")
    files = {words.source(values[at]) for values in rows.rows}
    return files.pop() if len(files) == 1 else ""


def _who(values: tuple[object, ...], places: Mapping[str, int], words: RowWords, name: str) -> Cell:
    """The customer's name; where no sheet tells it, the id."""
    said = words.text(name, values[places[name]]) or words.text("customer_id", values[places["customer_id"]])
    return Cell(said, tip=said)


def _cell(name: str, value: object, words: RowWords) -> Cell:
    text = words.text(name, value)
    return Cell(text, order=float(str(value)) if words.is_money(name) and value == value else None)


def _tone(value: float) -> str:
    return "bad" if value < 0 else ""


def _place(values: tuple[object, ...], places: Mapping[str, int], words: RowWords) -> list[Cell]:
    if "src" not in places:
        return [Cell(""), Cell("")]
    file, number = words.source(values[places["src"]]), values[places["row_no"]]
    is_known = number is not None and number == number
    row = cell_name(int(str(number).split(".")[0]), None) if is_known else ""
    return [Cell(file, "ink2", tip=file), Cell(row, "ink2")]
