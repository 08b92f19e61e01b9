"""Cells of a table for the clipboard, as other programs take them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pasted:
    """Lines of texts between tabs, and the same as a table. ``heads`` are those of its columns, where it tells them."""

    text: str
    html: str
    heads: tuple[str, ...] = ()
