"""Lists of deals without a stage that say when each was won: those with such a date are won, nothing is known lost."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.proposal import LoadedColumn
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Tokens, Vocabulary

WON = LoadedColumn("is_won", ColumnType.FLAG, "", is_attribute=False)


def won_column(mapping: Mapping, vocabulary: Vocabulary) -> ColumnMapping | None:
    """The date of closing whose name says that the deal was won, where no column tells the stage."""
    closed = mapping.column("closed_date")
    if mapping.table != "deals" or closed is None or mapping.column("stage") is not None:
        return None
    said = vocabulary.tokens(closed.header)
    is_won = any(_holds(said, words) for words in vocabulary.won)
    return closed if is_won and not any(_holds(said, words) for words in vocabulary.expected) else None


def won_by_date(won: ColumnMapping, where: Location) -> Finding:
    """That the date stands in for the stage."""
    text = QT_TRANSLATE_NOOP(
        "checks",
        "No column tells the stage of the deals: those with a date in “{column}” count as won, and none as lost.",
    )
    return Finding(Level.NOTE, "ingest.won_by_date", Message(text, column=won.header), where)


def with_won(columns: tuple[LoadedColumn, ...], target: Path) -> tuple[LoadedColumn, ...]:
    """The loaded deals with a column that says which were won."""
    table = pq.read_table(target)
    won = pc.is_valid(table["closed_date"])
    pq.write_table(table.append_column(pa.field(WON.name, pa.bool_()), won), target, compression="zstd")
    return (*columns, WON)


def _holds(said: Tokens, words: Tokens) -> bool:
    size = len(words)
    return any(said[at : at + size] == words for at in range(len(said) - size + 1))
