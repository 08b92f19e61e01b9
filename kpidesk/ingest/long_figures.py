"""Long lists of figures (date, metric, value): each metric becomes a column, as monthly figures usually stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of, month_number, quarter_number, year_number
from kpidesk.ingest.every_row import every_row
from kpidesk.ingest.layout import Region
from kpidesk.ingest.plain_text import write_plain
from kpidesk.ingest.profile import body_rows
from kpidesk.ingest.raw_sheet import HEAD_ROWS, RawSheet, Row
from kpidesk.ingest.recognition_headers import HeaderIndex
from kpidesk.ingest.recognition_months import row_roles
from kpidesk.ingest.row_sample import further_rows
from kpidesk.ingest.words import UNITS, fold

_COLUMNS = range(3, 9)
_MOST_ROWS = 200_000
_MOST_METRICS = 300
_MOSTLY = 0.9
_LOOKED_AT, _PROBED = 200, 20
_LEAST, _LEAST_SHARE = 2, 0.4
"""So many metrics, and such a part of them, are KPIs where the header says that it names metrics."""
_LEAST_UNSAID, _LEAST_SHARE_UNSAID = 3, 0.7
_EACH = 1.5
"""So many figures at least stand for each period."""


class _Long(NamedTuple):
    """The columns of the period, the metric and the value, those that tell whose figures they are, and the unit's."""

    period: int
    metric: int
    value: int
    others: tuple[int, ...]
    unit: int | None


def by_metric(sheet: RawSheet, regions: Sequence[Region], index: HeaderIndex, target: Path) -> RawSheet | None:
    """The sheet with a column for each metric; None unless its one region is a list of figures with one in each row."""
    if sheet.rows > _MOST_ROWS or sheet.width not in _COLUMNS or len(regions) != 1:
        return None
    (region,) = regions
    is_down = region.orientation == "down" and region.header_row >= 0
    long = _columns(region, index) if is_down else None
    rows = None if long is None else _rows(region, long)
    if long is None or rows is None:
        return None
    metrics = len(rows[0]) - 1 - len(long.others)
    text = QT_TRANSLATE_NOOP(
        "ingest", "Each row holds one figure, which “{column}” names: each of the {n} names became a column."
    )
    name = region.headers[long.metric - region.first_column]
    where = Location(sheet.file.name, sheet.sheet, region.header_row, long.metric)
    finding = Finding(Level.NOTE, "ingest.long_figures", Message(text, column=name, n=metrics), where)
    return replace(
        sheet,
        head=tuple(rows[:HEAD_ROWS]),
        rows=len(rows),
        width=len(rows[0]),
        source=write_plain(rows, len(rows[0]), target),
        further=further_rows(rows),
        merged=(),
        findings=(*sheet.findings, finding),
        formats=(),
    )


def _columns(region: Region, index: HeaderIndex) -> _Long | None:
    """Which columns of a region make it a list of figures; None where it is none."""
    rows = body_rows(region)
    span = range(region.first_column, region.last_column + 1)
    cells = {at: [row[at].strip() if at < len(row) else "" for row in rows] for at in span}
    cells = {at: texts for at, texts in cells.items() if any(texts)}
    names = {at: index.vocabulary.tokens(region.headers[at - region.first_column]) for at in cells}
    years = [at for at in cells if names[at] in index.vocabulary.periods["year"]]
    dated = [at for at in cells if _is_all(cells[at][:_LOOKED_AT], _is_period)]
    periods = [at for at in dated if at not in years] or dated
    values = [at for at in cells if at not in (*periods, *years) and _is_all(cells[at][:_LOOKED_AT], _is_figure)]
    if len(periods) != 1 or len(values) != 1:
        return None
    texts = [at for at in cells if at not in (*periods, *values, *years)]
    said = [at for at in texts if names[at] in index.vocabulary.figures]
    for metric in said or texts:
        labels = [label for label in dict.fromkeys(cells[metric]) if label]
        if len(labels) <= _MOST_METRICS and _are_metrics(labels, index, is_said=bool(said)):
            others = tuple(at for at in texts if at != metric and not _follows(cells[at], cells[metric]))
            unit = next((at for at in texts if at not in (metric, *others) and _are_units(cells[at])), None)
            each = len(rows) / len(set(zip(cells[periods[0]], *(cells[at] for at in others), strict=True)))
            return _Long(periods[0], metric, values[0], others, unit) if each >= _EACH else None
    return None


def _are_metrics(labels: Sequence[str], index: HeaderIndex, *, is_said: bool) -> bool:
    least, share = (_LEAST, _LEAST_SHARE) if is_said else (_LEAST_UNSAID, _LEAST_SHARE_UNSAID)
    first = labels[:_PROBED]
    if len(labels) < _LEAST or len(row_roles(first, index)) < share / 2 * len(first):
        return False
    return len(row_roles(labels, index)) >= max(least, share * len(labels))


def _is_all(texts: Sequence[str], is_so: Callable[[str], bool]) -> bool:
    filled = [text for text in texts if kind_of(text) not in ("", "x")]
    return bool(filled) and sum(map(is_so, filled)) >= _MOSTLY * len(filled)


def _is_period(text: str) -> bool:
    return kind_of(text) == "d" or any(read(text) is not None for read in (month_number, quarter_number, year_number))


def _is_figure(text: str) -> bool:
    return kind_of(text) == "n"


def _follows(texts: Sequence[str], metrics: Sequence[str]) -> bool:
    """Whether a column says the same of each metric: its unit, its group."""
    return len(set(zip(texts, metrics, strict=True))) == len(set(metrics))


def _are_units(texts: Sequence[str]) -> bool:
    return _is_all(texts, lambda text: fold(text) in UNITS)


def _rows(region: Region, long: _Long) -> list[Row] | None:
    """The header and a row for each period; None where one has two figures of one metric, which would lose one."""
    names: dict[str, str] = {}
    found: dict[Row, dict[str, str]] = {}
    totals = frozenset(region.total_rows)
    for number, cells in enumerate(every_row(region.sheet)):
        is_below = region.last_body is not None and number > region.last_body
        if number < region.first_body or is_below or number in totals or len(cells) <= max(long.metric, long.value):
            continue
        metric, value = cells[long.metric].strip(), cells[long.value].strip()
        key = tuple(cells[at].strip() if at < len(cells) else "" for at in (long.period, *long.others))
        if not metric or not value:
            continue
        unit = cells[long.unit].strip() if long.unit is not None and long.unit < len(cells) else ""
        names.setdefault(metric, f"{metric} ({unit})" if unit else metric)
        if found.setdefault(key, {}).setdefault(metric, value) is not value:
            return None
    header = [region.headers[at - region.first_column] for at in (long.period, *long.others)]
    body = [(*key, *(figures.get(metric, "") for metric in names)) for key, figures in found.items()]
    return [(*header, *names.values()), *body]
