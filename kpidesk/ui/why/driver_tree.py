"""The drivers of a change as a tree that opens: their own drivers below, and the segments in which they moved."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.analysis.attribution import Contribution
from kpidesk.analysis.segments import SegmentPart
from kpidesk.analysis.why import Why
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Table
from kpidesk.core.decimals import even_decimals, in_one_precision
from kpidesk.core.formatting import NO_VALUE, Style, format_period, format_value, in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.schema.model import Schema
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.why.why_figures import change_cell

_DRIVER = Message(QT_TRANSLATE_NOOP("why", "Driver"))
_PART = Message(QT_TRANSLATE_NOOP("why", "Part"))
_REST_OWN = Message(QT_TRANSLATE_NOOP("why", "Not told by drivers"))
_REST = Message(QT_TRANSLATE_NOOP("why", "Not told by segments"))
_BY = Message(QT_TRANSLATE_NOOP("why", "By {attribute}"))
_INDENT = "\u00a0" * 5
_MOST_SEGMENTS = 8

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: ``kind`` is the unit of its values at both ends, the part is in that of the figure.

    A line without a part is the head of another way to split the line above. ``by`` is what a segment is one of, whose
    rows can be shown.
    """

    label: str
    kind: str
    before: float | None
    after: float | None
    part: float | None
    is_segment: bool = False
    by: str = ""
    below: tuple["Node", ...] = ()


def driver_nodes(why: Why, catalogue: Catalogue, schema: Schema, style: Style) -> tuple[Node, ...]:
    """The drivers that moved the figure, each with its own drivers below, and beside them its segments."""
    return tuple(_node(part, why, catalogue, schema, style) for part in why.attribution.drivers if part.contribution)


def _node(part: Contribution, why: Why, catalogue: Catalogue, schema: Schema, style: Style) -> Node:
    definition = catalogue.get(part.id)
    kind = definition.unit.kind
    if part.id == why.kpi:
        return Node(words(_REST_OWN), kind, None, None, part.contribution)
    below = [_node(each, why, catalogue, schema, style) for each in part.parts if each.contribution]
    drill = why.drill(part.id)
    if drill is not None:
        parts = [each for each in drill.parts if each.contribution][:_MOST_SEGMENTS]
        lines = [_segment(each, kind, drill.by) for each in parts]
        rest = part.contribution - sum(each.contribution for each in parts)
        if abs(rest) > 1e-9 * max(1.0, abs(part.contribution)):
            lines.append(Node(words(_REST), kind, None, None, rest, is_segment=True))
        if below:
            name = say(words(_BY), attribute=in_a_sentence(attribute_label(schema, drill.by, style)))
            lines = [Node(name, kind, None, None, None, is_segment=True, below=tuple(lines))]
        below += lines
    return Node(definition.label(style.language), kind, part.before, part.after, part.contribution, below=tuple(below))


def _segment(part: SegmentPart, kind: str, by: str) -> Node:
    return Node(part.segment, kind, part.before, part.after, part.contribution, is_segment=True, by=by)


class DriverTree(FigureTableTile):
    """A click on a line with more below opens or closes it, as do Enter and a double click.

    ``segment_asked(by, segment)``: the rows of one are wanted.
    """

    segment_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why: Why | None = None
        self._nodes: tuple[Node, ...] = ()
        self._open: set[Path] = set()
        self._lines: list[tuple[Path, Node]] = []
        self._shown: tuple[Catalogue, Schema, Style] | None = None
        self.table.clicked.connect(self.on_clicked)
        self.activated.connect(self.on_line)

    def show_drivers(self, why: Why, catalogue: Catalogue, schema: Schema, style: Style) -> None:
        """Another explanation begins with its first driver open."""
        if self._why is not why:
            self._open = {(0,)}
        self._why, self._shown = why, (catalogue, schema, style)
        self._nodes = driver_nodes(why, catalogue, schema, style)
        self._fill()

    def on_clicked(self, index: QModelIndex) -> None:
        """A single click on the name."""
        if index.column() == 0:
            self.on_line(index.row())

    def on_line(self, row: int) -> None:
        """Open or close a line, or ask for the rows of a segment."""
        path, node = self._lines[row]
        if node.below:
            self._open ^= {path}
            self._fill()
            self.table.selectRow(row)
        elif node.by:
            self.segment_asked.emit(node.by, node.label)

    def _fill(self) -> None:
        if self._why is None or self._shown is None:
            return
        catalogue, _, style = self._shown
        self._lines = list(self._visible(self._nodes, ()))
        kind = catalogue.get(self._why.kpi).unit.kind
        ends = [format_period(end, style, short=True) for end in (self._why.first, self._why.last)]
        columns = (Column(words(_DRIVER), widest=360), *(Column(end, is_number=True) for end in ends))
        columns = (*columns, Column(words(_PART), is_number=True))
        of_parts = in_one_precision((node.part for _, node in self._lines), kind, style)
        rows = tuple(self._cells(path, node, kind, (style, of_parts)) for path, node in self._lines)
        numbers = [NumberColumn(_DRIVER, role="label"), *(NumberColumn(end, "ratio") for end in ends)]
        data: list[tuple[Datum, ...]] = [(node.label, node.before, node.after, node.part) for _, node in self._lines]
        table = Table((*numbers, NumberColumn(_PART, kind)), tuple(data), style)
        title = self.tr("Drivers, down to segments")
        foot = self.tr("The change, split by driver; below a driver, its own part by segment")
        self.set_table(TableView(columns, rows, is_sortable=False), table, title, foot=foot)

    def _visible(self, nodes: tuple[Node, ...], above: Path) -> list[tuple[Path, Node]]:
        found: list[tuple[Path, Node]] = []
        for place, node in enumerate(nodes):
            path = (*above, place)
            found.append((path, node))
            if path in self._open:
                found += self._visible(node.below, path)
        return found

    def _cells(self, path: Path, node: Node, kind: str, styles: tuple[Style, Style]) -> tuple[Cell, ...]:
        style, of_parts = styles
        mark = "\u00a0\u00a0" if not node.below else "▾" if path in self._open else "▸"
        label = f"{_INDENT * (len(path) - 1)}{mark} {node.label}"
        none = NO_VALUE if node.part is not None else ""
        values = [none if v is None else format_value(v, node.kind, style) for v in (node.before, node.after)]
        ends = (Cell(value, "ink2") for value in even_decimals(values))
        part = Cell("")
        if node.part is not None:
            part = change_cell(node.part, kind, of_parts)
        return (Cell(label, "ink2" if node.is_segment else "", is_strong=len(path) == 1), *ends, part)
