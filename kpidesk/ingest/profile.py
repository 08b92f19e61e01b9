"""ColumnProfile: what the sampled cells of a column look like, and on what evidence its format was settled."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kpidesk.core.courtesy import make_way
from kpidesk.core.messages import Message
from kpidesk.ingest.column_format import as_shown, settle_format
from kpidesk.ingest.date_style import open_orders, order_of_file
from kpidesk.ingest.dates import YEARLESS
from kpidesk.ingest.decimal_style import decimal_of_file, is_typed, open_columns
from kpidesk.ingest.layout import Region
from kpidesk.ingest.parsing import ColumnFormat, as_day, read_cells
from kpidesk.ingest.raw_sheet import Row
from kpidesk.ingest.words import is_missing
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import CellValue, Unreadable

_SAMPLES = 8
_WORDS = 50
_MEASURED = 4_000


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """One column of a region, from its sampled body rows (totals left out).

    ``index`` counts from the sheet's first column; ``filled`` is a share; ``low`` and ``high`` are the least and the
    greatest value of numbers or dates; ``words`` are the most common texts with their counts, most common first.
    ``rows`` is how many rows were looked at, ``unreadable`` how many of them the format cannot read. ``is_sign_open``:
    its points could part thousands or decimals, and nothing in the file says which.
    """

    index: int
    header: str
    type: ColumnType
    format: ColumnFormat
    filled: float
    distinct: int
    samples: tuple[str, ...]
    evidence: tuple[Message, ...]
    low: float | date | None
    high: float | date | None
    is_integer: bool
    is_unique: bool
    max_len: int
    words: Mapping[str, int]
    rows: int
    unreadable: int
    is_sign_open: bool = False


def profile_columns(region: Region) -> tuple[ColumnProfile, ...]:
    """One profile for each column of the region, in order."""
    rows = body_rows(region)
    shown = dict(region.sheet.formats)
    cells: dict[int, list[str]] = {}
    profiles: dict[int, ColumnProfile] = {}
    for offset, header in enumerate(region.headers):
        make_way()
        index = region.first_column + offset
        cells[index] = [row[index] if index < len(row) else "" for row in rows]
        profiles[index] = profile_texts(index, header, cells[index], shown.get(index, ""))
    profiles |= _with_open_orders(profiles, cells)
    return tuple({**profiles, **_with_open_signs(region, profiles, cells)}.values())


def _with_open_orders(
    profiles: Mapping[int, ColumnProfile], cells: Mapping[int, Sequence[str]]
) -> dict[int, ColumnProfile]:
    """The columns of dates that leave open whether the day comes first, read as the other columns are written."""
    forms = {index: profile.format for index, profile in profiles.items()}
    if not (still_open := open_orders(forms, cells)) or (found := order_of_file(forms, cells)) is None:
        return {}
    order, because = found
    return {
        index: _measured(index, profiles[index].header, cells[index], replace(forms[index], date_order=order), because)
        for index in still_open
    }


def _with_open_signs(
    region: Region, profiles: Mapping[int, ColumnProfile], cells: Mapping[int, Sequence[str]]
) -> Mapping[int, ColumnProfile]:
    """The columns whose decimal sign their own cells leave open, read as the rest of the file is written, or marked."""
    forms = {index: profile.format for index, profile in profiles.items()}
    if is_typed(region.sheet) or not (still_open := open_columns(forms, cells)):
        return {}
    found = decimal_of_file(region.sheet, forms, cells)
    changed: dict[int, ColumnProfile] = {}
    for index in still_open:
        profile = profiles[index]
        if found is None:
            is_open = profile.format.decimal == "." and any("." in text for text in profile.words)
            changed[index] = replace(profile, is_sign_open=is_open)
        elif found[0] != profile.format.decimal:
            form = replace(profile.format, decimal=found[0])
            changed[index] = _measured(index, profile.header, cells[index], form, (*profile.evidence, found[1]))
    return changed


def body_rows(region: Region) -> list[Row]:
    """The sampled rows of a region's body, whole, without blank and total rows."""
    sheet, totals = region.sheet, frozenset(region.total_rows)
    end = len(sheet.head) if region.last_body is None else min(len(sheet.head), region.last_body + 1)
    rows = [sheet.head[r] for r in range(region.first_body, end) if r not in totals]
    if region.last_body is None or region.last_body >= len(sheet.head):
        last = sheet.rows if region.last_body is None else region.last_body
        rows += [sample.cells for sample in sheet.further if sample.row not in totals and sample.row <= last]
    return [row for row in rows if any(row)]


def profile_texts(index: int, header: str, texts: Sequence[str], shown: str = "") -> ColumnProfile:
    """The profile of a column from the texts of its sampled cells, '' for blank ones.

    ``shown`` is what the workbook shows its numbers as; see RawSheet.formats.
    """
    form, evidence = settle_format(header, _filled(texts))
    if shown:
        form, because = as_shown(form, shown)
        evidence += because
    return _measured(index, header, texts, form, evidence)


def _filled(texts: Sequence[str]) -> Counter[str]:
    """How often each text stands there, those of missing values left out."""
    counts = Counter(texts)
    for text in [text for text in counts if is_missing(text)]:
        del counts[text]
    return counts


def _measured(
    index: int, header: str, texts: Sequence[str], form: ColumnFormat, evidence: tuple[Message, ...]
) -> ColumnProfile:
    """The profile of a column whose format is settled."""
    counts = _filled(texts)
    filled = counts.total()
    distinct = list(counts)
    probed = distinct[:: len(distinct) // _MEASURED + 1]
    values = read_cells(probed, form)
    if form.date_order in YEARLESS:
        values = [None] * len(values)
    unreadable = sum(counts[t] for t, v in zip(probed, values, strict=True) if v is Unreadable.UNREADABLE)
    ordered = [measured for value in values if (measured := _measure(value)) is not None]
    return ColumnProfile(
        index=index,
        header=header,
        type=form.type,
        format=form,
        filled=filled / len(texts) if texts else 0.0,
        distinct=len(counts),
        samples=tuple(distinct[:_SAMPLES]),
        evidence=evidence,
        low=_extreme(ordered, lowest=True),
        high=_extreme(ordered, lowest=False),
        is_integer=bool(ordered) and all(isinstance(v, float) and v.is_integer() for v in ordered),
        is_unique=filled > 1 and len(counts) == filled,
        max_len=max(map(len, counts), default=0),
        words=dict(counts.most_common(_WORDS)),
        rows=len(texts),
        unreadable=unreadable,
    )


def _measure(value: CellValue | Unreadable) -> float | date | None:
    if isinstance(value, date):
        return as_day(value)
    return float(value) if isinstance(value, float | int) and not isinstance(value, bool) else None


def _extreme(values: Sequence[float | date], *, lowest: bool) -> float | date | None:
    """The least or greatest of numbers, or of dates; a column never holds both."""
    dates = [value for value in values if isinstance(value, date)]
    numbers = [value for value in values if not isinstance(value, date)]
    if dates:
        return min(dates) if lowest else max(dates)
    if not numbers:
        return None
    return min(numbers) if lowest else max(numbers)
