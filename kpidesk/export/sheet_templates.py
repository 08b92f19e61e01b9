"""Templates of business tables as a workbook: a sheet to fill in for each, with examples, and how to fill it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing
from kpidesk.export.xlsx_sheets import close_book
from kpidesk.schema.model import ColumnType
from kpidesk.schema.templates import Template, TemplateColumn, Value

ROWS = 5000
"""So many rows take the formats and the lists of words."""
_FORMATS = {
    ColumnType.DATE: "yyyy-mm-dd",
    ColumnType.MONEY: "#,##0.00",
    ColumnType.NUMBER: "#,##0.##",
    ColumnType.PERCENT: "0.0%",
    ColumnType.ID: "@",
    ColumnType.TEXT: "General",
    ColumnType.FLAG: "General",
}
_TIMES = "yyyy-mm-dd hh:mm"
_EARLIEST = date(1990, 1, 1)
_LONGEST_NAME, _MOST_TITLE, _MOST_HINT, _MOST_LIST = 31, 32, 255, 255
_TEXTS = {
    "guide": Message(QT_TRANSLATE_NOOP("templates", "How to fill")),
    "column": Message(QT_TRANSLATE_NOOP("templates", "Column")),
    "need": Message(QT_TRANSLATE_NOOP("templates", "Needed")),
    "kind": Message(QT_TRANSLATE_NOOP("templates", "Kind")),
    "meaning": Message(QT_TRANSLATE_NOOP("templates", "Meaning")),
    "choices": Message(QT_TRANSLATE_NOOP("templates", "Words to choose from")),
    "replace": Message(
        QT_TRANSLATE_NOOP("templates", "Write over the example rows, save the file, and drop it on the window.")
    ),
    "free": Message(
        QT_TRANSLATE_NOOP(
            "templates",
            "Keep the names of the columns. Columns may stand in any order; leave out what you do not have, and add "
            "your own to split figures by them.",
        )
    ),
    "date": Message(QT_TRANSLATE_NOOP("templates", "A date, for instance 2026-01-31.")),
    "word": Message(QT_TRANSLATE_NOOP("templates", "The word is not in the list. Other words may not be understood.")),
    "range": Message(QT_TRANSLATE_NOOP("templates", "A number from {low} to {high}.")),
}
_NEEDS = {
    "required": Message(QT_TRANSLATE_NOOP("templates", "yes")),
    "one_of": Message(QT_TRANSLATE_NOOP("templates", "one of these")),
    "optional": Message(QT_TRANSLATE_NOOP("templates", "no")),
}
_KINDS = {
    ColumnType.TEXT: Message(QT_TRANSLATE_NOOP("templates", "text")),
    ColumnType.NUMBER: Message(QT_TRANSLATE_NOOP("templates", "number")),
    ColumnType.MONEY: Message(QT_TRANSLATE_NOOP("templates", "amount of money")),
    ColumnType.PERCENT: Message(QT_TRANSLATE_NOOP("templates", "percent")),
    ColumnType.DATE: Message(QT_TRANSLATE_NOOP("templates", "date")),
    ColumnType.FLAG: Message(QT_TRANSLATE_NOOP("templates", "yes or no")),
    ColumnType.ID: Message(QT_TRANSLATE_NOOP("templates", "number or code")),
}


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of one workbook."""

    required: Format
    head: Format
    title: Format
    strong: Format
    wrapped: Format
    note: Format
    by_code: Callable[[str], Format]


def write_templates(
    templates: Sequence[Template], path: Path, language: str, translate: Translate, progress: Progress
) -> Path:
    """A sheet for each template in a language, and one on how to fill them. UserError where it cannot be written."""
    with replacing(path) as temporary:
        book = xlsxwriter.Workbook(str(temporary), {"in_memory": True})
        looks = _looks(book)
        for template in templates:
            progress.raise_if_cancelled()
            sheet = book.add_worksheet(_sheet_name(template.table.labels[language]))
            _write_sheet(sheet, template, looks, language, translate)
        guide = book.add_worksheet(_sheet_name(_TEXTS["guide"].render(translate)))
        _write_guide(guide, templates, looks, language, translate)
        close_book(book)
    return path


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    made: dict[str, Format] = {}

    def by_code(code: str) -> Format:
        if code not in made:
            made[code] = book.add_format({"num_format": code, **({} if "0" in code else {"align": "left"})})
        return made[code]

    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", "align": "left"}
    return _Looks(
        book.add_format({**head, "bg_color": "#E7EEFE", "font_color": "#1C3F96"}),
        book.add_format(head),
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True, "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"font_color": "#59626F"}),
        by_code,
    )


def _sheet_name(text: str) -> str:
    return "".join(c for c in text if c not in "[]:*?/\\")[:_LONGEST_NAME]


def _write_sheet(sheet: Worksheet, template: Template, looks: _Looks, language: str, translate: Translate) -> None:
    """Heads, typed examples, lists of words, and what a column means where it is written into."""
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)
    _fit_page(sheet)
    for at, column in enumerate(template.columns):
        label = column.role.labels[language]
        needed = template.need(column.role.name) != "optional"
        cells = [template.example(row, at, language) for row in range(len(template.rows))]
        code = _code(column, cells)
        sheet.set_column(at, at, _width(label, cells), looks.by_code(code))
        sheet.write_string(0, at, label, looks.required if needed else looks.head)
        for row, cell in enumerate(cells, start=1):
            _write_cell(sheet, row, at, cell, looks.by_code(code))
        sheet.data_validation(1, at, ROWS, at, _rule(column, code, language, translate))


def _fit_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _code(column: TemplateColumn, cells: Sequence[Value]) -> str:
    has_time = any(isinstance(cell, datetime) and cell.time() != time() for cell in cells)
    return _TIMES if has_time else _FORMATS[column.role.type]


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Value, look: Format) -> None:
    match cell:
        case "":
            return
        case str():
            sheet.write_string(row, column, cell, look)
        case datetime():
            sheet.write_datetime(row, column, cell, look)
        case date():
            sheet.write_datetime(row, column, datetime.combine(cell, time()), look)
        case _:
            sheet.write_number(row, column, cell, look)


def _width(label: str, cells: Sequence[Value]) -> float:
    widest = max((_cells_wide(str(cell)) for cell in cells), default=0)
    return float(min(32, max(12, widest, min(20, _cells_wide(label))) + 2))


def _cells_wide(text: str) -> int:
    """In widths of a digit; a Chinese character takes two."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _rule(column: TemplateColumn, code: str, language: str, translate: Translate) -> dict[str, object]:
    """What may be written; other things only after a warning, for a template is no law."""
    meaning = column.meaning.said(language)
    hint = {
        "input_title": column.role.labels[language][:_MOST_TITLE],
        "input_message": meaning[:_MOST_HINT],
        "error_type": "warning",
        "ignore_blank": True,
    }
    words = [each.said(language) for each in column.words]
    if words and len(",".join(words)) <= _MOST_LIST:
        said = _TEXTS["word"].render(translate)
        return {**hint, "validate": "list", "source": words, "error_message": said[:_MOST_HINT]}
    if column.range is not None:
        low, high = column.range
        said = Message(_TEXTS["range"].template, low=f"{low:g}", high=f"{high:g}").render(translate)
        rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        return {**hint, **rule, "error_message": said}
    if column.role.type is ColumnType.DATE:
        rule = {"validate": "date", "criteria": ">=", "value": _EARLIEST}
        return {**hint, **rule, "error_message": _TEXTS["date"].render(translate)}
    return {**hint, "validate": "any"}


def _write_guide(
    sheet: Worksheet, templates: Sequence[Template], looks: _Looks, language: str, translate: Translate
) -> None:
    """What each column means, one under the other."""
    sheet.hide_gridlines(2)
    _fit_page(sheet)
    for place, width in enumerate((30, 14, 18, 64, 48)):
        sheet.set_column(place, place, width)
    row = 0
    for name in ("replace", "free"):
        sheet.write_string(row, 0, _TEXTS[name].render(translate))
        row += 1
    for template in templates:
        row += 1
        sheet.write_string(row, 0, template.table.labels[language], looks.title)
        sheet.write_string(row + 1, 0, template.table.row_is[language], looks.note)
        row += 2
        for place, head in enumerate(("column", "need", "kind", "meaning", "choices")):
            sheet.write_string(row, place, _TEXTS[head].render(translate), looks.head)
        for column in template.columns:
            row += 1
            _write_meaning(sheet, row, template, column, looks, language, translate)
        row += 1


def _write_meaning(
    sheet: Worksheet,
    row: int,
    template: Template,
    column: TemplateColumn,
    looks: _Looks,
    language: str,
    translate: Translate,
) -> None:
    role = column.role
    kind = _KINDS[role.type].render(translate)
    if column.range is not None:
        kind = f"{column.range[0]:g}–{column.range[1]:g}"
    sheet.write_string(row, 0, role.labels[language], looks.strong)
    sheet.write_string(row, 1, _NEEDS[template.need(role.name)].render(translate), looks.wrapped)
    sheet.write_string(row, 2, kind, looks.wrapped)
    sheet.write_string(row, 3, column.meaning.said(language), looks.wrapped)
    sheet.write_string(row, 4, " · ".join(each.said(language) for each in column.words), looks.wrapped)
