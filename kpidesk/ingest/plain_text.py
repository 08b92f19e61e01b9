"""Lines, strict rows and plain copies: what the readers of small and of big text files share."""

import codecs
import csv
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.dialect import Dialect
from kpidesk.ingest.raw_sheet import Row, TextSource

LONGEST_CELL = 8_000_000


class EmptyFile(UserError):
    """A file without a single character."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is empty."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export it again, or import another file.")),
        )


def split_lines(text: str) -> tuple[list[str], bool]:
    """The lines of a text, without a last empty one; and whether all ends are alike and no line is blank."""
    has_return = "\r" in text
    if has_return and "\n" not in text:
        text, is_regular = text.replace("\r", "\n"), False
    elif has_return:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n")
        is_regular = "\r" not in text
    else:
        is_regular = True
    lines = text.split("\n")
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return lines, is_regular and "" not in lines


def strict_rows(lines: list[str], dialect: Dialect) -> list[Row] | None:
    """The rows as the standard library reads them; None where a quote is out of place or a cell runs over lines."""
    if not dialect.quote or not any(dialect.quote in line for line in lines):
        return [tuple(line.split(dialect.delimiter)) for line in lines]
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = [
            tuple(row) if row else ("",)
            for row in csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True)
        ]
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def write_plain(rows: Iterable[Row], width: int, target: Path) -> TextSource:
    """Write the rows, all to one width, as the plainest UTF-8 CSV."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        blank = [""] * width
        for row in rows:
            writer.writerow((*row, *blank[len(row) :])[:width])
    return TextSource(target, False, ",", '"', 0, width)


def decode_copy(path: Path, encoding: str, target: Path, progress: Progress) -> Path:
    """A UTF-8 copy of a text file, decoded a megabyte at a time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    with path.open("rb") as source, target.open("w", encoding="utf-8", errors="replace", newline="") as copy:
        while piece := source.read(1 << 20):
            progress.raise_if_cancelled()
            copy.write(decoder.decode(piece).replace("\x00", "").removeprefix("\ufeff"))
        copy.write(decoder.decode(b"", final=True))
    return target


def private_copy(path: Path, scratch: Path, ending: str) -> Path:
    """Where the private copy of a file goes: a safe name, apart from that of a file of the same name elsewhere."""
    plain = re.sub(r"[^\w-]+", "_", path.stem)[:40]
    mark = hashlib.blake2b(str(path.resolve()).encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
    return scratch / f"{plain}-{mark}{ending}"
