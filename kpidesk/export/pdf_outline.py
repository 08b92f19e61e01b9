"""What Qt leaves out of a PDF or gets wrong: bookmarks, the language, and which Chinese characters its texts are.

It takes 月 for the radical ⽉ (U+2F49), which looks the same and is never found when somebody searches.

A PDF may be followed by objects that replace or add to those in it (ISO 32000-1, 7.5.6). So the pages stay as they are,
byte for byte, and only the catalogue is written again.
"""

import re
import unicodedata
import zlib
from collections.abc import Sequence

_ROOT = re.compile(rb"/Root\s+(\d+)\s+(\d+)\s+R")
_SIZE = re.compile(rb"/Size\s+(\d+)")
_INFO = re.compile(rb"/Info\s+\d+\s+\d+\s+R")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+0\s+R")
_RADICAL = re.compile(rb"<(2[EF][0-9A-F]{2})>")
_PAGES = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")


def with_outline(content: bytes, titles: Sequence[str], language: str) -> bytes:
    """The document with a bookmark a page and its language; as it was where its structure is not the expected one."""
    start, trailer = _START.search(content), content.rfind(b"trailer")
    root, size = _ROOT.search(content, trailer), _SIZE.search(content, trailer)
    if start is None or trailer < 0 or root is None or size is None:
        return content
    catalogue = _body(content, int(root[1]))
    pages = _pages(content, catalogue)
    if catalogue is None or not pages or b"/Outlines" in catalogue:
        return content
    first = int(size[1])
    extra = f" /Outlines {first} 0 R /PageMode /UseOutlines /Lang ({language.replace('_', '-')})".encode()
    objects = {int(root[1]): catalogue.rstrip()[:-2] + extra + b" >>"}
    objects |= _outline(first, pages, titles)
    objects |= _character_maps(content)
    return _appended(content, objects, trailer, int(start[1]))


def _outline(first: int, pages: Sequence[bytes], titles: Sequence[str]) -> dict[int, bytes]:
    """The root of the bookmarks, and one for each page."""
    count = min(len(pages), len(titles))
    items = {}
    for at in range(count):
        number = first + 1 + at
        links = [b"/Parent %d 0 R" % first, b"/Dest [%s /Fit]" % pages[at], b"/Title %s" % _text(titles[at])]
        if at:
            links.append(b"/Prev %d 0 R" % (number - 1))
        if at < count - 1:
            links.append(b"/Next %d 0 R" % (number + 1))
        items[number] = b"<< " + b" ".join(links) + b" >>"
    root = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first + 1, first + count, count)
    return {first: root, **items}


def _character_maps(content: bytes) -> dict[int, bytes]:
    """The maps from glyphs to characters in which radicals stood for characters, mended."""
    found = {}
    for number in {int(n) for n in _TO_UNICODE.findall(content)}:
        match = re.search(rb"(?:^|[\r\n])%d 0 obj\s*<<.*?>>\s*stream\r?\n(.*?)endstream" % number, content, re.DOTALL)
        if match is None:
            continue
        try:
            text = zlib.decompress(match[1])
        except zlib.error:
            text = match[1]
        mended = _RADICAL.sub(_character, text)
        if mended != text:
            found[number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mended), mended)
    return found


def _character(match: re.Match[bytes]) -> bytes:
    """The character for which a radical stands, where it stands for one."""
    plain = unicodedata.normalize("NFKC", chr(int(match[1], 16)))
    return b"<%04X>" % ord(plain) if len(plain) == 1 and ord(plain) < 0x10000 else match[0]


def _appended(content: bytes, objects: dict[int, bytes], trailer: int, start: int) -> bytes:
    """The document, the objects, and a table of where they are."""
    result = bytearray(content if content.endswith(b"\n") else content + b"\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(result)
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(result)
    result += b"xref\n"
    for number in sorted(places):
        result += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    root, info = _ROOT.search(content, trailer), _INFO.search(content, trailer)
    kept = b" ".join(match[0] for match in (root, info) if match is not None)
    size = max(max(objects) + 1, int((_SIZE.search(content, trailer) or [0, 0])[1]))
    result += b"trailer\n<< /Size %d %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, kept, start, table)
    return bytes(result)


def _body(content: bytes, number: int) -> bytes | None:
    """What stands between ``n 0 obj`` and ``endobj``: a dictionary."""
    match = re.search(rb"(?:^|[\r\n])%d 0 obj\s*(<<.*?>>)\s*endobj" % number, content, re.DOTALL)
    return match[1] if match is not None else None


def _pages(content: bytes, catalogue: bytes | None) -> tuple[bytes, ...]:
    """References to the pages in their order."""
    found = _PAGES.search(catalogue or b"")
    tree = _body(content, int(found[1])) if found is not None else None
    kids = _KIDS.search(tree or b"")
    return tuple(re.findall(rb"\d+ \d+ R", kids[1])) if kids is not None else ()


def _text(text: str) -> bytes:
    """A text of a PDF: UTF-16 in hexadecimal, for any script."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().upper().encode() + b">"
