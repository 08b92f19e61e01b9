"""The decimal sign of a text file, settled on all its columns together where the cells of one leave it open: 1.500."""

import re
from collections.abc import Mapping, Sequence

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.numbers import could_be_thousands, decimal_mark
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.raw_sheet import RawSheet
from kpidesk.schema.model import ColumnType

_NUMERIC = (ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT)
_DOTTED_DAY = re.compile(r"\s*\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b")


def open_columns(forms: Mapping[int, ColumnFormat], texts: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """The columns of numbers whose only sign has three digits behind it wherever it stands."""
    numeric = [index for index, form in forms.items() if form.type in _NUMERIC and not form.date_order]
    return tuple(index for index in numeric if could_be_thousands(texts[index]))


def decimal_of_file(
    sheet: RawSheet, forms: Mapping[int, ColumnFormat], texts: Mapping[int, Sequence[str]]
) -> tuple[str, Message] | None:
    """The sign that the other columns show, or that days with points between semicolons speak for; None: no evidence.

    Columns that contradict each other are no evidence. Cells of workbooks are typed: nothing is open there.
    """
    marks: dict[str, int] = {}
    for index, form in forms.items():
        if form.type in _NUMERIC and not form.date_order:
            mark, shown = decimal_mark(texts[index])
            if shown:
                marks[mark] = marks.get(mark, 0) + shown
    if len(marks) == 1:
        ((mark, shown),) = marks.items()
        text = QT_TRANSLATE_NOOP(
            "ingest", "decimal sign “{mark}”: {count} {count|value|values} of other columns {count|shows|show} it"
        )
        return mark, Message(text, mark=mark, count=shown)
    if not marks and sheet.source.delimiter == ";" and any(_has_dotted_days(forms[i], texts[i]) for i in forms):
        text = QT_TRANSLATE_NOOP("ingest", "decimal comma, as days with points and semicolons between columns say")
        return ",", Message(text)
    return None


def is_typed(sheet: RawSheet) -> bool:
    """Whether the numbers of the sheet come from typed cells, so that their decimal sign is ours."""
    return sheet.source.is_parquet


def _has_dotted_days(form: ColumnFormat, texts: Sequence[str]) -> bool:
    return form.type is ColumnType.DATE and any(_DOTTED_DAY.match(text) for text in texts)
