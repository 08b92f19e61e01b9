"""Tables for the clipboard in which numbers are numbers, whatever program takes them.

Excel reads the types from ``x:num`` and ``mso-number-format``, LibreOffice from ``sdval`` and ``sdnum``.
"""

from collections.abc import Iterable
from html import escape


def number_cell(text: str, shown: str = "", form: str = "") -> str:
    """A cell of a number written plainly, such as ``-1234.5``; an empty one where there is none.

    ``shown`` is what programs that know no types take in its place, such as ``−$1.2K``; ``form`` how spreadsheets
    write it (``0.0%``).
    """
    if not text:
        return "<td></td>"
    look = f""" style='mso-number-format:"{form}"' sdnum="1033;0;{form}\"""" if form else ' sdnum="1033;"'
    return f'<td sdval="{text}"{look} x:num="{text}">{escape(shown or text)}</td>'


def text_cell(text: str) -> str:
    """A cell of words, which stay as they are: an id keeps its zeros, a month is no day."""
    return f"""<td style='mso-number-format:"\\@"' sdnum="1033;0;@">{escape(text)}</td>"""


def typed_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The page for the clipboard: heads as words, if there are any, and rows as cells that are written already."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    head = f"<tr>{head}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
        f"<table>{head}{body}</table></body></html>"
    )
