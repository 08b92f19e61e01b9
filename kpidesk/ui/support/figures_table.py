"""The figures of support in the last ended period, with what changed since the one before."""

from kpidesk.analysis.support import FIGURES, Support
from kpidesk.charts.change_words import judgement
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Table
from kpidesk.charts.labels import change_text
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.noise import judged, side_of
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView

_TEXTS = {
    "figure": Message(QT_TRANSLATE_NOOP("voice", "Figure")),
    "value": Message(QT_TRANSLATE_NOOP("voice", "Value")),
    "change": Message(QT_TRANSLATE_NOOP("voice", "Change")),
}


def figures_table(found: Support, catalogue: Catalogue, style: Style) -> tuple[TableView, Table] | None:
    """How much is asked, how fast it is answered, and how many people that takes, in the last ended period."""
    at = found.frame.last_complete
    names = [name for name in FIGURES if found.frame.series[name].is_computable]
    if at is None or not names:
        return None
    rows: list[tuple[Cell, ...]] = []
    numbers: list[tuple[Datum, ...]] = []
    for name in names:
        definition, series = catalogue.get(name), found.frame.series[name]
        value, kind = float(series.values[-1, at]), definition.unit.kind
        before = float(series.values[-1, at - 1]) if at else float("nan")
        change = Cell(NO_VALUE)
        if value == value and before == before:
            direction = (value > before) - (value < before)
            found_change = judged(series, len(series.values) - 1, at, at - 1)
            tone = {True: "good", False: "bad", None: "ink2"}[side_of(found_change, definition)]
            why, text = words(judgement(found_change, definition)), change_text(value, before, kind, style)
            change = Cell(text, tone, direction, order=value - before, tip=why)
        label = definition.label(style.language)
        tip = ". ".join(part for part in (definition.help_text(style.language), *map(render, series.notes)) if part)
        rows.append((Cell(label, tip=tip), Cell(format_value(value, kind, style), order=value), change))
        numbers.append((label, value))
    heads = (Column(render(_TEXTS["figure"]), widest=320), _number("value"), _number("change"))
    view = TableView(heads, tuple(rows), is_sortable=False)
    columns = (NumberColumn(_TEXTS["figure"], role="label"), NumberColumn(_TEXTS["value"], "number"))
    return view, Table(columns, tuple(numbers), style)


def _number(name: str) -> Column:
    return Column(render(_TEXTS[name]), is_number=True)
