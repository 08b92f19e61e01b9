"""Texts are loaded as found, then looked at: most columns repeat few texts, quickly told apart in a Parquet."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kpidesk.store.cell_format import CellFormat
from kpidesk.store.connection import literal
from kpidesk.store.text_sql import reading

Ask = Callable[[str], Sequence[tuple[object, ...]]]
ReadTexts = Callable[[Sequence[str], CellFormat], Sequence[object]]

_FEW = 20_000


def is_tidy(ask: Ask, path: Path, name: str, form: CellFormat, read: ReadTexts) -> bool:
    """Whether all texts of a column are as ``read`` would have them; False also where that is not quickly seen."""
    quoted, rows = quoted_name(name), f"read_parquet({literal(str(path))})"
    if _repeats(ask, path, name):
        found = ask(f"SELECT DISTINCT {quoted} FROM {rows} WHERE {quoted} IS NOT NULL LIMIT {_FEW + 1}")
        texts = [str(row[0]) for row in found]
        if len(texts) <= _FEW:
            return list(read(texts, form)) == texts
    plain = [branch.gate for branch in reading(quoted, form).branches if branch.value == quoted]
    return not ask(f"SELECT 1 FROM {rows} WHERE NOT (({') OR ('.join(plain)})) LIMIT 1")


def _repeats(ask: Ask, path: Path, name: str) -> bool:
    """Whether the file keeps the texts of a column as a dictionary throughout."""
    chunks = f"parquet_metadata({literal(str(path))}) WHERE path_in_schema = {literal(name)}"
    return bool(ask(f"SELECT bool_and(dictionary_page_offset IS NOT NULL) FROM {chunks}")[0][0])


def quoted_name(name: str) -> str:
    """The name of a column as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
