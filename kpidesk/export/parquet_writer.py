"""The numbers of a deck for other programs: a row for each KPI and period, every column of one type."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kpidesk.charts.figure import text_of
from kpidesk.charts.traces import total
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing
from kpidesk.export.deck import Book, Deck
from kpidesk.export.options import ExportOptions

_SCHEMA = pa.schema(
    [
        ("kpi", pa.string()),
        ("name", pa.string()),
        ("unit", pa.string()),
        ("period", pa.string()),
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("is_complete", pa.bool_()),
        ("value", pa.float64()),
    ]
)
"""``start`` and ``end`` are the first and the last day, null for data without dates; no value is null, never NaN."""
_Row = dict[str, object]


class ParquetWriter:
    """The KPIs of a deck's tables, else every KPI of its book; what they show is in the file's own metadata."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where the deck has no numbers or the file cannot be written."""
        if deck.book is None or not deck.book.frame.periods:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There are no numbers to export")))
        names = _names(deck, deck.book)
        rows: list[_Row] = []
        for at, name in enumerate(names):
            progress.step(at, len(names))
            rows.extend(_rows(deck.book, name, deck, options))
        table = pa.Table.from_pylist(rows, _SCHEMA.with_metadata(_metadata(deck, deck.book, options)))
        progress.raise_if_cancelled()
        with replacing(path) as temporary:
            pq.write_table(table, temporary)
        return (path,)


def _names(deck: Deck, book: Book) -> tuple[MetricName, ...]:
    pivots = [slide.pivot for slide in deck.slides if slide.pivot is not None]
    shown = dict.fromkeys(row.metric for pivot in pivots for row in pivot.rows if row.metric is not None)
    names = [name for name in shown or book.frame.series if name in book.frame.series]
    return tuple(name for name in names if book.frame.series[name].is_computable)


def _rows(book: Book, name: MetricName, deck: Deck, options: ExportOptions) -> Iterator[_Row]:
    definition, frame = book.catalogue.get(name), book.frame
    values = frame.series[name].values[total(frame)].tolist()
    for period, value, is_running in zip(frame.periods, values, frame.incomplete, strict=True):
        is_dated = period.grain is not Grain.SNAPSHOT
        yield {
            "kpi": name,
            "name": definition.label(options.language),
            "unit": str(definition.unit),
            "period": str(period) if is_dated else format_period(period, deck.style),
            "start": period.start if is_dated else None,
            "end": period.end if is_dated else None,
            "is_complete": not is_running,
            "value": value if value - value == 0 else None,
        }


def _metadata(deck: Deck, book: Book, options: ExportOptions) -> dict[str, str]:
    said = {
        "title": text_of(deck.title, options.translate),
        "shows": " · ".join(text for part in deck.shows if (text := text_of(part, options.translate))),
        "currency": book.frame.currency,
        "profile": book.frame.profile,
        "made": deck.made.isoformat() if deck.made is not None else "",
    }
    return {key: text for key, text in said.items() if text}
