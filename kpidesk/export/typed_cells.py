"""Tables for the clipboard in which numbers are numbers, whatever program takes them.

Excel reads the types from ``x:num`` and ``mso-number-format``, LibreOffice from ``sdval`` and ``sdnum``.
"""

from collections.abc import Iterable
from html import escape


def number_cell(text: str) -> str:
    """A cell of a number written plainly, such as ``-1234.5``; an empty one where there is none."""
    return f'<td sdval="{text}" sdnum="1033;" x:num="{text}">{text}</td>' if text else "<td></td>"


def typed_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The page for the clipboard: heads as words, rows as cells that are written already."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
        f"<table><tr>{head}</tr>{body}</table></body></html>"
    )
