"""How the cells of one column are written, settled on all its sampled cells together, with the evidence."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.date_style import has_points, is_in_parts, order_of_months, shown_orders
from kpidesk.ingest.durations import duration_form
from kpidesk.ingest.id_format import settle_codes, settle_ids
from kpidesk.ingest.numbers import currency_of, decimal_mark
from kpidesk.ingest.parsing import ColumnFormat, has_time_of_day, parse_cell
from kpidesk.ingest.units import POINTS
from kpidesk.ingest.words import FALSE, MONTHS, TRUE, fold
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import CellValue
from kpidesk.store.missing import MISSING_VALUE

_DATE_HEADER = re.compile(
    r"date|day|time|month|created|updated|start|end|since|until|日期|時間|时间|月|datum|fecha|data\b|_at$|_on$", re.I
)
_MONEY_HEADER = re.compile(
    r"amount|price|revenue|mrr|arr\b|cost|spend|spent|fee\b|value|sales|profit|金额|金額|单价|單價|价格|收入|成本|umsatz|preis|betrag|precio|prix",
    re.I,
)
_PERCENT_HEADER = re.compile(r"%|percent|rate\b|ratio|share|率|占比|anteil|quote", re.I)
_MONTH_HEADER = re.compile(r"month|monat|mois|mes\b|月", re.I)
_YYYYMMDD = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YYYYMM = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])")
_DAY_ALONE = re.compile(
    r"\d{1,2}\s*月\s*\d{1,2}\s*[日号號]|\d{1,2}\.?[\s-]?[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?[\s-]?\d{1,2}"
)
_DAY_OF_ONE = re.compile(r"(?<!\d)\d(?!\d)|月")
"""One day of one digit says that 15 Jan is a day, not a year."""
_LEAP = 2024
_MOST = 0.6
_PROBED = 600

_SIXTEEN = re.compile(r"\d{15,16}", re.ASCII)

Counts = Mapping[str, int]


def settle_format(header: str, counts: Counts) -> tuple[ColumnFormat, tuple[Message, ...]]:
    """The format of a column from its filled texts and how often each stands there."""
    texts = [text for text in counts if (folded := fold(text)) and folded not in MISSING_VALUE]
    if not texts:
        return ColumnFormat(), ()
    probe = texts[:: len(texts) // _PROBED + 1]
    total = sum(counts[text] for text in probe)
    kinds: Counter[str] = Counter()
    for text in probe:
        kinds[kind_of(text)] += counts[text]
    for settle in (_duration, _flag, _millionths, settle_ids, settle_codes):
        if (found := settle(header, texts)) is not None:
            return found
    if kinds["d"] < total and (counted := _counted_date(header, texts)) is not None:
        return counted
    if kinds["d"] >= _MOST * total or (kinds["d"] * 2 >= total and _DATE_HEADER.search(header)):
        return _date(texts, counts)
    if kinds["n"] >= _MOST * total:
        return _number(header, texts)
    return ColumnFormat(), ()


def as_shown(form: ColumnFormat, shown: str) -> tuple[ColumnFormat, tuple[Message, ...]]:
    """The format of a workbook's column when its cells are shown as "percent" or "money:EUR"; see RawSheet.formats."""
    if form.type not in (ColumnType.NUMBER, ColumnType.MONEY):
        return form, ()
    if shown == "points":
        message = Message(QT_TRANSLATE_NOOP("ingest", "percent signs"))
        return replace(form, type=ColumnType.PERCENT, multiplier=POINTS), (message,)
    if shown == "percent":
        message = Message(QT_TRANSLATE_NOOP("ingest", "shown as percents in the workbook"))
        return replace(form, type=ColumnType.PERCENT), (message,)
    if shown.startswith("money"):
        currency = form.currency or shown.partition(":")[2]
        message = Message(QT_TRANSLATE_NOOP("ingest", "shown as money in the workbook"))
        return replace(form, type=ColumnType.MONEY, currency=currency), (message,)
    return form, ()


def _duration(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Lengths of time, read as seconds until a role asks for another unit."""
    form = duration_form(header, texts)
    if form is None:
        return None
    message = Message(QT_TRANSLATE_NOOP("ingest", "lengths of time, such as {text}"), text=texts[0].strip())
    return ColumnFormat(type=ColumnType.NUMBER, date_order=form), (message,)


def _flag(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Two words, one of them for yes: a flag. Bare 0 and 1 stay numbers, the role decides."""
    words = {fold(text) for text in texts}
    if len(words) > 4 or not words <= TRUE | FALSE or words <= {"0", "1", "0.0", "1.0"}:
        return None
    if len(words) == 1 and words & {"t", "f", "y", "n", "1", "0", "j", "s", "on", "no", "off", "si"}:
        return None
    message = Message(QT_TRANSLATE_NOOP("ingest", "yes or no: {words}"), words=", ".join(sorted(texts)[:4]))
    return ColumnFormat(type=ColumnType.FLAG), (message,)


def _date(texts: Sequence[str], counts: Counts) -> tuple[ColumnFormat, tuple[Message, ...]]:
    """A date column: the one order in which all its cells make sense."""
    shown = shown_orders({text: counts[text] for text in texts})
    order, evidence = _order(texts, shown)
    form = ColumnFormat(type=ColumnType.DATE, date_order=order)
    probe = texts[:: len(texts) // _PROBED + 1]
    values = [_value(text, form) for text in probe]
    form = replace(form, has_time=any(has_time_of_day(value) for value in _with_times(probe, form)))
    if not any(isinstance(value, date) for value in values):
        form = replace(form, date_order="my")
    return form, evidence


def _with_times(texts: Sequence[str], form: ColumnFormat) -> list[CellValue]:
    timed = replace(form, has_time=True)
    return [_value(text, timed) for text in texts if ":" in text or "時" in text or "时" in text]


def _order(texts: Sequence[str], shown: Counter[str]) -> tuple[str, tuple[Message, ...]]:
    day_first = Message(
        QT_TRANSLATE_NOOP("ingest", "day first: {count} {count|row shows|rows show} it"), count=shown["dmy"]
    )
    month_first = Message(
        QT_TRANSLATE_NOOP("ingest", "month first: {count} {count|row shows|rows show} it"), count=shown["mdy"]
    )
    if shown["dmy"] > shown["mdy"]:
        against = (
            Message(
                QT_TRANSLATE_NOOP("ingest", "{count} {count|row reads|rows read} the other way round"),
                count=shown["mdy"],
            ),
        )
        return "dmy", (day_first, *(against if shown["mdy"] else ()))
    if shown["mdy"]:
        against = (
            Message(
                QT_TRANSLATE_NOOP("ingest", "{count} {count|row reads|rows read} the other way round"),
                count=shown["dmy"],
            ),
        )
        return "mdy", (month_first, *(against if shown["dmy"] else ()))
    if shown["either"]:
        return _likelier(texts), (
            Message(QT_TRANSLATE_NOOP("ingest", "day and month could be exchanged: no row shows which comes first")),
        )
    if any(kind_of(text) == "d" and is_in_parts(text) for text in texts):
        return "ymd", (Message(QT_TRANSLATE_NOOP("ingest", "year first")),)
    months_only = Message(QT_TRANSLATE_NOOP("ingest", "months"))
    whole = [_value(text, ColumnFormat(type=ColumnType.DATE, date_order="dmy")) for text in texts[:_PROBED]]
    if all(isinstance(value, date) for value in whole) and any(
        value.day != 1 for value in whole if isinstance(value, date)
    ):
        return "dmy", ()
    return "my", (months_only,)


def _likelier(texts: Sequence[str]) -> str:
    """The order of dates that all could be read in either."""
    if has_points(texts):
        return "dmy"
    if (order := order_of_months(texts)) is not None:
        return order
    return "dmy" if _steps(texts[:_PROBED], "dmy") < _steps(texts[:_PROBED], "mdy") else "mdy"


def _steps(texts: Sequence[str], order: str) -> float:
    """How far consecutive cells lie apart in an order: the true one of a sorted column makes small steps."""
    days = [
        value.toordinal()
        for text in texts
        if isinstance(value := _value(text, ColumnFormat(type=ColumnType.DATE, date_order=order)), date)
    ]
    return sum(abs(b - a) for a, b in itertools.pairwise(days))


def _counted_date(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Dates written as bare numbers or as month names alone."""
    tidied = [text.strip() for text in texts]
    if all(fold(text).rstrip(".") in MONTHS for text in tidied):
        form = ColumnFormat(type=ColumnType.DATE, date_order="month")
        return form, (Message(QT_TRANSLATE_NOOP("ingest", "months without a year")),)
    if all(_DAY_ALONE.fullmatch(text) for text in tidied) and any(_DAY_OF_ONE.search(text) for text in tidied):
        form = ColumnFormat(type=ColumnType.DATE, date_order="day")
        if not any(_value(text, replace(form, year=_LEAP)) is None for text in tidied):
            return form, (Message(QT_TRANSLATE_NOOP("ingest", "days without a year")),)
    if not all(text.replace(".", "", 1).isdigit() for text in tidied):
        return None
    if all(_YYYYMMDD.fullmatch(text) for text in tidied):
        return ColumnFormat(type=ColumnType.DATE, date_order="ymd"), (
            Message(QT_TRANSLATE_NOOP("ingest", "year first, without signs between")),
        )
    if not _DATE_HEADER.search(header):
        return None
    if all(_YYYYMM.fullmatch(text) for text in tidied):
        return ColumnFormat(type=ColumnType.DATE, date_order="ym"), (Message(QT_TRANSLATE_NOOP("ingest", "months")),)
    numbers = [float(text) for text in tidied]
    if all(20_000 <= number < 80_000 for number in numbers) and re.search(
        r"date|日期|datum|fecha|_at$|_on$", header, re.I
    ):
        has_time = any(number % 1 for number in numbers)
        form = ColumnFormat(type=ColumnType.DATE, date_order="serial", has_time=has_time)
        return form, (Message(QT_TRANSLATE_NOOP("ingest", "days counted from 1900, as spreadsheets do")),)
    if all(8e8 <= number < 2.2e9 or 8e11 <= number < 2.2e12 for number in numbers):
        return _since_1970()
    return None


def _millionths(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]] | None:
    """Moments in millionths of a second, which are as long as the ids of accounts."""
    is_moment = _DATE_HEADER.search(header) and all(_SIXTEEN.fullmatch(text.strip()) for text in texts)
    return _since_1970() if is_moment and all(8e14 <= float(text) < 2.2e15 for text in texts) else None


def _since_1970() -> tuple[ColumnFormat, tuple[Message, ...]]:
    form = ColumnFormat(type=ColumnType.DATE, date_order="epoch", has_time=True)
    return form, (Message(QT_TRANSLATE_NOOP("ingest", "seconds counted from 1970")),)


def _number(header: str, texts: Sequence[str]) -> tuple[ColumnFormat, tuple[Message, ...]]:
    mark, shown = decimal_mark(texts)
    evidence: list[Message] = []
    if mark == ",":
        evidence.append(
            Message(
                QT_TRANSLATE_NOOP("ingest", "decimal comma: {count} {count|value shows|values show} it"), count=shown
            )
        )
    percents = sum("%" in text or "％" in text for text in texts)
    if percents * 2 >= len(texts):
        return ColumnFormat(type=ColumnType.PERCENT, decimal=mark, multiplier=POINTS), (
            *evidence,
            Message(QT_TRANSLATE_NOOP("ingest", "percent signs")),
        )
    named = {code for text in texts if (code := currency_of(text)) is not None}
    codes = named - {""}
    currency = codes.pop() if len(codes) == 1 and not named - codes - {""} and len(named - {""}) == 1 else ""
    if named:
        evidence.append(Message(QT_TRANSLATE_NOOP("ingest", "currency signs")))
    if named or (_MONEY_HEADER.search(header) and not _PERCENT_HEADER.search(header)):
        return ColumnFormat(type=ColumnType.MONEY, decimal=mark, currency=currency), tuple(evidence)
    return ColumnFormat(type=ColumnType.NUMBER, decimal=mark), tuple(evidence)


def _value(text: str, form: ColumnFormat) -> CellValue:
    try:
        return parse_cell(text, form)
    except (ValueError, OverflowError):
        return None
