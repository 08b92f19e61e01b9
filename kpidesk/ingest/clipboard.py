"""What was copied elsewhere, as a private file that the readers understand like any other."""

import re
from pathlib import Path

_TABLE = re.compile(r"<table[\s>]", re.I)
_MOST_CHARACTERS = 50_000_000


def write_pasted(text: str, html: str, folder: Path, name: str) -> Path | None:
    """Keep a pasted table as ``<name> 1``, ``<name> 2`` … in a folder; None where nothing that could be one was pasted.

    ``text`` is what spreadsheets set apart by tabs; ``html`` counts where the text has none and it holds a table.
    """
    is_html = "\t" not in text and _TABLE.search(html) is not None
    content = (html if is_html else text)[:_MOST_CHARACTERS]
    if not content.strip():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name).strip() or "table"
    ending = ".html" if is_html else ".tsv" if "\t" in text else ".csv"
    number = 1 + sum(1 for _ in folder.glob("* *"))
    while any(folder.glob(f"{plain} {number}.*")):
        number += 1
    path = folder / f"{plain} {number}{ending}"
    path.write_text(content, encoding="utf-8", errors="replace", newline="")
    return path
