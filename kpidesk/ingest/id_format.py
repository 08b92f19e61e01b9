"""Columns of ids: digits and codes that are names of things, never quantities."""

import re
from collections.abc import Sequence

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.schema.model import ColumnType

_ID_HEADER = re.compile(
    r"(?:^|[\s_\-.])(?:id|(?:no|nr|num|number)(?!\.?[\s_]*(?:of|de|di|do|van)\b)|code|key|sku|zip|zipcode|phone|postal.?code|uuid|编号|編號|号|號)(?:$|[\s_\-.])|Id$|ID$|编号|編號|编码|編碼|代码|代碼|单号|單號",
    re.I,
)
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][\w\-./ ]{0,30}")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?(?:[89]|1\d|2\d)", re.I)
_YYYYMMDD = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,4}){2,}")
"""1.01.07: the seventh of a group, as stock keeps it, and no day."""
_MOST = 0.6


def settle_ids(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Digits that are no quantity: leading zeros, sixteen digits and more, or a header that says so."""
    if (shortened := _shortened(header, texts)) is not None:
        return shortened
    if _ID_HEADER.search(header) and all(_DOTTED.fullmatch(text.strip()) for text in texts):
        return ColumnFormat(type=ColumnType.ID), (
            Message(QT_TRANSLATE_NOOP("ingest", "kept as text: the header names an id")),
        )
    digits = [text.strip() for text in texts if text.strip().isdigit()]
    if len(digits) < _MOST * len(texts):
        return None
    zeros = sum(text[0] == "0" and len(text) > 1 for text in digits)
    long = sum(len(text) >= 16 for text in digits)
    if zeros * 20 >= len(digits) and zeros:
        return ColumnFormat(type=ColumnType.ID), (
            Message(
                QT_TRANSLATE_NOOP("ingest", "kept as text: {count} {count|value starts|values start} with 0"),
                count=zeros,
            ),
        )
    if long:
        return ColumnFormat(type=ColumnType.ID), (
            Message(
                QT_TRANSLATE_NOOP("ingest", "kept as text: {count} {count|value has|values have} 16 digits or more"),
                count=long,
            ),
        )
    if _ID_HEADER.search(header) and not _YYYYMMDD.fullmatch(digits[0]) and len(digits) == len(texts):
        return ColumnFormat(type=ColumnType.ID), (
            Message(QT_TRANSLATE_NOOP("ingest", "kept as text: the header names an id")),
        )
    return None


def _shortened(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Ids that a spreadsheet once took for large numbers: what is left of them is kept as it stands."""
    lost = [text.strip() for text in texts if _SHORTENED.fullmatch(text.strip())]
    if not lost or len(lost) < _MOST * len(texts) or not _ID_HEADER.search(header):
        return None
    message = Message(
        QT_TRANSLATE_NOOP(
            "ingest",
            "digits are lost: a spreadsheet shortened {count} {count|id|ids}, such as {text}; export them as text",
        ),
        count=len(lost),
        text=lost[0],
    )
    return ColumnFormat(type=ColumnType.ID), (message,)


def settle_codes(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Whole numbers among codes with letters (``489434`` and ``C489449``): names of things, not amounts."""
    whole = sum(text.strip().isdigit() for text in texts)
    if whole * 3 < len(texts):
        return None
    codes = [text for text in texts if _CODE.fullmatch(text.strip())]
    worded = [text for text in codes if kind_of(text) == "t"]
    if not worded or whole + len(codes) < 0.97 * len(texts):
        return None
    message = Message(
        QT_TRANSLATE_NOOP("ingest", "kept as text: some hold letters, such as {text}"), text=worded[0].strip()
    )
    return ColumnFormat(type=ColumnType.ID), (message,)
